//! Lists the files of the sample world, `assets/sample`, so that they ship inside the binary.

use std::path::PathBuf;

use crate::library::{list, name, texts, variable, write};

/// Writes the list of paths and texts into the build folder.
pub fn prepare() {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("assets/sample");
    let mut paths = Vec::new();
    list(&root, &mut paths);
    let mut names: Vec<String> = paths.iter().map(|path| name(&root, path)).collect();
    names.sort();
    let rows = texts("sample", names.iter().map(String::as_str));
    let out = PathBuf::from(variable("OUT_DIR"));
    write(&out.join("sample_files.rs"), rows.as_bytes());
}

//! Lists the files of the sample world, `assets/sample`, so that they ship inside the binary.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// Writes the list of paths and texts into the build folder.
pub fn prepare() {
    let variable = |name| env::var(name).unwrap_or_else(|e| panic!("cargo sets {name}: {e}"));
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("assets/sample");
    let mut paths = Vec::new();
    list(&root, &root, &mut paths);
    paths.sort();
    let rows: String = paths
        .iter()
        .map(|path| {
            let file = format!("/assets/sample/{path}");
            format!("({path:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {file:?}))),\n")
        })
        .collect();
    let out = PathBuf::from(variable("OUT_DIR")).join("sample_files.rs");
    fs::write(&out, format!("&[\n{rows}]\n"))
        .unwrap_or_else(|e| panic!("cannot write {}: {e}", out.display()));
}

/// Paths of all TOML files from the root of the sample world, with `/` on every system.
fn list(root: &Path, folder: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            list(root, &path, into);
        } else if path.extension().is_some_and(|e| e == "toml") {
            let parts = path.strip_prefix(root).unwrap_or(&path).iter();
            let names: Vec<_> = parts.map(|p| p.to_string_lossy()).collect();
            into.push(names.join("/"));
        }
    }
}

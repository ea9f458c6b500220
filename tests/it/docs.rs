//! The documents keep up with the program: links lead somewhere, the table of keys is the program's own.

use std::fs;
use std::path::{Path, PathBuf};

use greenroom::cli::{self, Env, Outside};

use crate::visit::Visit;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn documents() -> Vec<PathBuf> {
    let docs = fs::read_dir(root().join("docs")).expect("docs can be read");
    let mut found = vec![root().join("README.md"), root().join("CHANGELOG.md")];
    found.extend(docs.map(|entry| entry.expect("docs can be read").path()));
    found.retain(|path| path.extension().is_some_and(|e| e == "md"));
    found
}

/// Targets of links and pictures, without those on the web.
fn targets(text: &str) -> Vec<&str> {
    let links = text.split("](").skip(1).filter_map(|s| s.split(')').next());
    let pictures = ["src=\"", "srcset=\""].into_iter().flat_map(|start| {
        let rest = text.split(start).skip(1);
        rest.filter_map(|s| s.split('"').next())
    });
    links
        .chain(pictures)
        .filter_map(|target| target.split('#').next())
        .filter(|target| !target.is_empty() && !target.contains("://"))
        .collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut seen = 0;
    for document in documents() {
        let text = fs::read_to_string(&document).expect("a document is text");
        let folder = document.parent().unwrap_or(Path::new("."));
        for target in targets(&text) {
            let path = folder.join(target);
            assert!(path.exists(), "{}: {target}", document.display());
            seen += 1;
        }
    }
    assert!(seen > 10, "links are found at all");
}

#[test]
fn the_table_of_keys_is_the_programs_own() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let arguments = ["greenroom", "keys", "--markdown", "--home"].map(Into::into);
    let arguments = arguments.into_iter().chain([home.path().into()]);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = cli::run(
        arguments,
        &mut Outside {
            env: &Env::default(),
            clock: &|| Visit::new().now(),
            terminal: None,
            input: &mut std::io::empty(),
            out: &mut out,
            err: &mut err,
        },
    );
    assert_eq!((code, err.as_slice()), (0, &b""[..]));
    let text = fs::read_to_string(root().join("docs/keys.md")).expect("docs/keys.md");
    let tables = text.split_once("\n## ").map_or("", |(_, tables)| tables);
    assert_eq!(
        format!("## {tables}"),
        String::from_utf8_lossy(&out),
        "make docs/keys.md anew: see its first lines"
    );
}

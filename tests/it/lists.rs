//! Question lists as people keep them: every shape in `tests/lists` is read as a careful person would.
//!
//! Beside each list lies what such a person would take from it, a question a line.

use std::fs;
use std::path::{Path, PathBuf};

use greenroom::cli::{self, Env, Outside};

use crate::visit::Visit;

fn lists() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists");
    let entries = fs::read_dir(folder).expect("the lists can be read");
    let mut lists: Vec<PathBuf> = entries.map(|e| e.expect("a file").path()).collect();
    lists.retain(|path| path.extension().is_some_and(|e| e != "expected"));
    lists.sort();
    lists
}

/// Runs the program; gives the exit code and what it printed on both streams.
fn run(home: &Path, words: &[&str]) -> (u8, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let home = home.to_str().expect("a plain path");
    let arguments = ["greenroom", "--home", home]
        .into_iter()
        .chain(words.iter().copied());
    let code = cli::run(
        arguments.map(Into::into),
        &mut Outside {
            env: &Env::default(),
            clock: &|| Visit::new().now(),
            terminal: None,
            input: &mut std::io::empty(),
            out: &mut out,
            err: &mut err,
        },
    );
    out.extend(err);
    (code, String::from_utf8(out).expect("it prints UTF-8"))
}

/// The questions of a pack, in order.
fn texts(pack: &Path) -> Vec<String> {
    let Ok(text) = fs::read_to_string(pack) else {
        return Vec::new();
    };
    let pack: toml::Table = text.parse().expect("a pack is TOML");
    let questions = pack["question"].as_array().expect("questions");
    let text = |q: &toml::Value| q["text"].as_str().expect("a text").to_owned();
    questions.iter().map(text).collect()
}

#[test]
fn every_shape_of_list_is_read_as_a_careful_person_would() {
    let lists = lists();
    assert!(lists.len() >= 30, "the lists are found");
    for list in lists {
        let home = tempfile::tempdir().expect("a temporary folder");
        let name = list
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let path = list.to_str().expect("a plain path");
        let pack = home.path().join("pack.toml");
        let out = pack.to_str().expect("a plain path");
        let (code, told) = run(home.path(), &["import", path, "--out", out]);
        let expected = fs::read_to_string(list.with_file_name(format!("{name}.expected")));
        let expected = expected.expect("what a person would take");
        let expected: Vec<&str> = expected.lines().collect();
        assert_eq!(texts(&pack), expected, "{name}\n{told}");
        if expected.is_empty() {
            assert_eq!(code, 1, "{name}");
            assert!(told.contains("nothing to import"), "{told}");
            continue;
        }
        assert_eq!(code, 0, "{name}\n{told}");
        let (code, told) = run(home.path(), &["check", out, "--format", "short"]);
        assert_eq!(code, 0, "{name}\n{told}");
        let (_, told) = run(home.path(), &["import", path, "--out", out]);
        assert!(told.contains("Nothing new"), "{name}\n{told}");
    }
}

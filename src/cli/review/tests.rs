//! What a coach sent back is laid to the answers, or told why not.

use std::fs;
use std::path::PathBuf;

use crate::cli::trial::Trial;
use crate::domain::level::Level;
use crate::domain::practice::coach::{HandIn, Looked, Returned};
use crate::domain::practice::record::Mark;
use crate::store::coach_file::{hand_in_text, returned_text};
use crate::store::samples::at;

fn returned() -> Returned {
    Returned {
        sitting: at(0),
        title: "Drill for the panel".to_owned(),
        coach: "Ines".to_owned(),
        at: at(86_400),
        text: "Good work.".to_owned(),
        answers: vec![Looked {
            index: 0,
            answered: at(90),
            asked: "Why?".to_owned(),
            points: vec![Mark::Hit],
            level: Some(Level::Solid),
            keep: "The number".to_owned(),
            change: "Begin with the end".to_owned(),
            ..Looked::default()
        }],
    }
}

/// A file that came in an e-mail.
fn came(folder: &tempfile::TempDir, text: &str) -> (PathBuf, String) {
    let path = folder.path().join("return-2026-11-24-panel.toml");
    fs::write(&path, text).expect("written");
    let shown = path.display().to_string();
    (path, shown)
}

#[test]
fn what_comes_back_joins_the_file_of_the_sitting_once() {
    let (trial, folder) = (Trial::new(), tempfile::tempdir().expect("a folder"));
    let practice = trial.sit();
    let before = format!("# mine\n{}", trial.text(&practice));
    trial.put(&practice, &before);
    let (_, file) = came(&folder, &returned_text(&returned()));
    let done = trial.run(&["import", &file, "--dry-run"]);
    assert!(done.out.contains("Nothing is saved yet."), "{}", done.out);
    assert_eq!(trial.text(&practice), before);
    let done = trial.run(&["import", &file]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert!(
        done.out.contains("What Ines says to 1 answer stands with"),
        "{}",
        done.out
    );
    let after = trial.text(&practice);
    assert!(after.starts_with(&before), "{after}");
    for words in [
        "rater = \"coach\"",
        "by = \"Ines\"",
        "change = \"Begin with the end\"",
    ] {
        assert!(after.contains(words), "{after}");
    }
    let done = trial.run(&["import", &file]);
    assert_eq!(done.code, 0);
    assert!(done.out.contains("was here already"), "{}", done.out);
    assert_eq!(trial.text(&practice), after);
    assert_eq!(trial.run(&["check"]).code, 0, "and the file is whole");
}

#[test]
fn an_answer_or_a_sitting_that_is_not_here_is_told() {
    let (trial, folder) = (Trial::new(), tempfile::tempdir().expect("a folder"));
    let (_, file) = came(&folder, &returned_text(&returned()));
    let done = trial.run(&["import", &file]);
    assert_eq!(done.code, 1);
    assert!(
        done.said().contains("23 November 2026, 18:30"),
        "{}",
        done.err
    );
    let practice = trial.sit();
    let mut other = returned();
    other.answers[0].answered = at(9000);
    let (_, file) = came(&folder, &returned_text(&other));
    let done = trial.run(&["import", &file]);
    assert_eq!(done.code, 1);
    let out: Vec<&str> = done.out.split_whitespace().collect();
    let words = "Not here any more, or given anew: \"Why?\"";
    assert!(out.join(" ").contains(words), "{}", done.out);
    assert!(!trial.text(&practice).contains("coach"));
}

#[test]
fn a_slip_in_the_file_is_told_with_its_line_and_the_mend() {
    let (trial, folder) = (Trial::new(), tempfile::tempdir().expect("a folder"));
    trial.sit();
    let text = returned_text(&returned()).replace("level = \"solid\"", "level = \"good\"");
    let (_, file) = came(&folder, &text);
    let done = trial.run(&["import", &file]);
    assert_eq!(done.code, 1);
    for words in ["return-2026-11-24-panel.toml:", "level = \"good\"", "solid"] {
        assert!(done.err.contains(words), "{}", done.err);
    }
}

#[test]
fn the_two_files_are_not_taken_for_each_other() {
    let (trial, folder) = (Trial::new(), tempfile::tempdir().expect("a folder"));
    let (_, file) = came(&folder, &returned_text(&returned()));
    let done = trial.run(&["review", &file]);
    assert!(done.said().contains("`greenroom import"), "{}", done.err);
    let hand_in = HandIn {
        sitting: at(0),
        title: "Drill".to_owned(),
        from: String::new(),
        at: at(0),
        ask: String::new(),
        answers: Vec::new(),
    };
    let (_, file) = came(&folder, &hand_in_text(&hand_in));
    let done = trial.run(&["import", &file]);
    assert!(done.said().contains("`greenroom review"), "{}", done.err);
    let done = trial.run(&["--plain", "review", &file]);
    assert!(done.said().contains("on the screen"), "{}", done.err);
}

#[cfg(unix)]
#[test]
fn nothing_behind_a_link_is_taken() {
    let (trial, folder) = (Trial::new(), tempfile::tempdir().expect("a folder"));
    let (path, _) = came(&folder, &returned_text(&returned()));
    let link = folder.path().join("hand-in.toml");
    std::os::unix::fs::symlink(path, &link).expect("a link");
    let done = trial.run(&["review", &link.display().to_string()]);
    assert_eq!(done.code, 1);
    assert!(done.said().contains("is not a plain file"), "{}", done.err);
}

//! What is said aloud is recorded and heard again, and a question is read, by programs that a test writes itself.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::sitting::drill;
use super::*;
use crate::store::recordings;

fn program(folder: &Path, name: &str, lines: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{lines}\n")).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a mode");
    path.display().to_string()
}

/// A drill that is answered aloud, with these lines in the settings.
fn aloud(folder: &Path, settings: &str) -> Trial {
    let trial = Trial {
        folder: Some(folder.to_owned()),
        ..drill()
    };
    let memory = &trial.memory;
    memory.meddle("config.toml", &format!("format = 1\n{settings}"));
    memory.meddle("profile.toml", "format = 1\ninput = \"aloud\"\n");
    trial
}

/// Waits for what another program does, which takes a moment.
fn until(is_so: impl Fn() -> bool) {
    let mut looks = 0_u64;
    while !is_so() {
        looks += 1;
        assert!(looks < 20_000_000, "it never came");
        std::thread::yield_now();
    }
}

#[test]
fn a_spoken_answer_is_recorded_and_can_be_heard_before_it_is_rated() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let recorder = program(at, "rec", "exec cat /dev/zero");
    let got = at.join("got");
    let player = program(at, "hear", &format!("cat \"$1\" > '{}'", got.display()));
    let settings = format!("record = true\nrecorder = [\"{recorder}\"]\nplayer = [\"{player}\"]\n");
    let trial = aloud(at, &settings);
    let mut plays = 1;
    let told = trial.talk(|new| {
        if new.contains("Say it aloud.") {
            // More than the head of a file.
            until(|| recordings::size(at).1 > 44);
            return Some(String::new());
        }
        if new.contains("Hear yourself first") && plays > 0 {
            plays -= 1;
            return Some("p".to_owned());
        }
        if new.contains("Hear yourself first") {
            until(|| got.exists());
            return None;
        }
        Some(String::new())
    });
    let told = flat(&told);
    assert!(
        told.contains("Recorded with rec; it stays on this computer."),
        "{told}"
    );
    assert_eq!(recordings::size(at).0, 1);
    let file = trial.file("practice/");
    assert!(
        file.contains("recording = \"") && file.contains("-1\""),
        "{file}"
    );
    assert!(got.exists(), "nothing was played: {told}");
}

#[test]
fn nothing_is_recorded_that_nobody_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let recorder = program(at, "rec", "exec cat /dev/zero");
    let trial = aloud(at, &format!("recorder = [\"{recorder}\"]\n"));
    let told = trial.talk(says(&["", ""]));
    assert!(told.contains("What did you say?"), "{told}");
    assert_eq!(recordings::size(at), (0, 0));
    assert!(!trial.file("practice/").contains("recording"));
}

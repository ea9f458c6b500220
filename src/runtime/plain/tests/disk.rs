//! A disk that is full: nothing says that it is kept, and nothing that was typed is lost.

use super::*;

/// What is said above words that are on no disk.
const NOWHERE: &str = "These words are NOT on the disk.";

/// A line that nobody says.
const NEVER: &str = "(never)";

/// A drill of one question that begins at once.
fn one_question() -> Trial {
    Trial {
        drill: Some(DrillWish {
            count: Some(1),
            ..DrillWish::default()
        }),
        ..Trial::default()
    }
}

impl Trial {
    /// Says these lines and then hangs up; the disk is full from the moment that `full` is to be said until `free` is.
    fn fills(&self, lines: &[&str], full: &str, free: &str) -> (String, u8) {
        let mut lines = lines.iter();
        self.held(|_| {
            let line = lines.next()?;
            if *line == full {
                self.memory.fail_always(Some(ErrorKind::StorageFull));
            } else if *line == free {
                self.memory.fail_always(None);
            }
            Some((*line).to_owned())
        })
    }

    /// All that is in a folder.
    fn in_folder(&self, folder: &str) -> String {
        let paths = self.memory.paths();
        let inside = paths.iter().filter(|path| path.starts_with(folder));
        inside.filter_map(|path| self.memory.text(path)).collect()
    }

    /// How often something stands in the file of the only sitting.
    fn times(&self, words: &str) -> usize {
        self.file("practice/").matches(words).count()
    }
}

#[test]
fn r3_an_answer_that_cannot_be_kept_is_never_said_to_be_and_is_given_back() {
    for way in [".l", "q"] {
        let trial = one_question();
        let lines = ["", "First line.", "Second line.", "Third line.", way];
        let (told, code) = trial.fills(&lines, "Second line.", NEVER);
        let said = flat(&told);
        assert_eq!(code, 1, "{told}");
        assert!(!said.contains("Kept."), "{told}");
        assert_eq!(
            said.matches("Each line that you type tries again.").count(),
            1,
            "{told}"
        );
        assert!(said.contains("the disk is full"), "{told}");
        let after = told.split(NOWHERE).nth(1).expect(&told);
        assert!(
            after.contains("First line.\nSecond line.\nThird line."),
            "{told}"
        );
    }
}

#[test]
fn a_disk_that_has_room_again_is_told_and_everything_is_kept() {
    let trial = one_question();
    let lines = ["", "First line.", "Second line.", "Third line.", ".l", "q"];
    let (told, code) = trial.fills(&lines, "Second line.", "Third line.");
    let said = flat(&told);
    assert_eq!(code, 0, "{told}");
    assert!(
        said.contains("What could not be saved before is on disk now."),
        "{told}"
    );
    assert!(said.contains("Kept. Go on with it next time."), "{told}");
    assert!(trial.file("drafts/").contains("Third line."));

    let trial = one_question();
    let lines = ["", "First line.", "Second line.", ".l", "q", "", "q"];
    let (told, code) = trial.fills(&lines, "Second line.", NEVER);
    assert_eq!((code, told.matches(NOWHERE).count()), (1, 2), "{told}");
    let trial = one_question();
    let lines = ["", "First line.", "Second line.", ".l", "q", "now", "q"];
    let (told, code) = trial.fills(&lines, "Second line.", "now");
    assert_eq!((code, told.matches(NOWHERE).count()), (0, 1), "{told}");
}

#[test]
fn what_is_tried_again_is_written_once() {
    let trial = one_question();
    let mut tries = 0;
    let (told, _) = trial.held(|new| {
        if new.contains("Saved. 2 words") {
            return None;
        }
        if new.contains("Enter tries again") {
            tries += 1;
            if tries == 2 {
                trial.memory.fail_always(None);
            }
            return Some(String::new());
        }
        if new.contains("A line with only a dot") {
            trial.memory.fail_always(Some(ErrorKind::StorageFull));
            return Some("My words.".to_owned());
        }
        Some(
            if new.contains("How will this go?") {
                ""
            } else {
                "."
            }
            .to_owned(),
        )
    });
    assert_eq!(tries, 2, "{told}");
    assert_eq!(trial.times("[[answer]]"), 1, "{}", trial.file("practice/"));
}

#[test]
fn a_sitting_survives_a_slip_of_the_disk_at_any_write() {
    let whole = Trial::default();
    let before = whole.memory.writes();
    whole.talk(sits_once());
    let all = whole.memory.writes() - before;
    let counts = |trial: &Trial| ["[[answer]]", "[[rating]]", "[[event]]"].map(|b| trial.times(b));
    for n in (1..=all).step_by(3) {
        let trial = Trial::default();
        trial.memory.fail_at(n, ErrorKind::StorageFull);
        let (told, code) = trial.held(sits_once());
        assert_eq!(code, 0, "write {n}: {told}");
        assert_eq!(counts(&trial), counts(&whole), "write {n}: {told}");
    }
}

#[test]
fn a_note_a_job_and_a_debrief_that_nobody_could_save_are_given_back() {
    for (lines, full) in [
        (&["note", "Call Ms Hale back.", ".", "q"][..], "."),
        (
            &["jobs", "Acme Bakery", "Night baker", "", "", "", "q"],
            "Night baker",
        ),
        (&["debrief", "Acme Bakery", "", "tired", "q"], "tired"),
    ] {
        let trial = Trial::default();
        let (told, code) = trial.fills(lines, full, NEVER);
        assert_eq!(code, 1, "{told}");
        assert!(!told.contains("Nothing was written."), "{told}");
        let after = told.split(NOWHERE).nth(1).expect(&told);
        let words = lines
            .iter()
            .filter(|line| line.len() > 4 && **line != "debrief");
        for words in words {
            assert!(after.contains(words), "{words}: {told}");
        }
    }
}

#[test]
fn what_was_given_up_is_not_taken_for_saved_with_the_next_note() {
    let trial = Trial::default();
    let sentence = "They want to see more numbers.";
    let lines = [sentence, "y", "b", "note", "Ask about parking.", ".", "q"];
    let (told, code) = trial.fills(&lines, "y", "note");
    assert_eq!(code, 0, "{told}");
    let all = trial.in_folder("journal/");
    assert!(all.contains(sentence) && all.contains("parking"), "{told}");
}

#[test]
fn two_notes_that_begin_alike_and_wait_are_two_notes() {
    let trial = Trial::default();
    let first = "She asked how I would calm a father.";
    let second = "She asked how I would calm a mother.";
    let (told, code) = trial.fills(&[first, "y", "b", second, "y", "b", "q", "now"], "y", "now");
    assert_eq!(code, 0, "{told}");
    let all = trial.in_folder("journal/");
    assert!(all.contains("father") && all.contains("mother"), "{told}");
}

#[test]
fn what_is_saved_at_last_is_not_half_written_any_more() {
    for full in [".", "Call Ms Hale back."] {
        let trial = Trial::default();
        let lines = ["note", "Call Ms Hale back.", ".", "q", "now"];
        let (told, code) = trial.fills(&lines, full, "now");
        assert_eq!(code, 0, "{told}");
        assert!(trial.in_folder("journal/").contains(lines[1]), "{told}");
        assert_eq!(trial.in_folder("drafts/"), "", "{told}");
    }
    for n in 1..4 {
        let trial = Trial::default();
        let mut lines = ["jobs", "Acme Bakery", "Baker", "", "none"].iter();
        let (told, code) = trial.held(|new| {
            if new.contains("Enter tries again") {
                let gives_up = new.contains("applications/");
                return Some(if gives_up { "q" } else { "" }.to_owned());
            }
            let line = *lines.next()?;
            if line == "none" {
                trial.memory.fail_at(n, ErrorKind::StorageFull);
            }
            Some(line.to_owned())
        });
        assert_eq!(code, 0, "{n}: {told}");
        let jobs = trial.in_folder("applications/");
        assert_eq!(jobs.matches("Acme Bakery").count(), 1, "{n}: {told}");
        assert_eq!(trial.in_folder("drafts/"), "", "{n}: {told}");
    }
}

#[test]
fn a_note_that_was_given_up_and_goes_on_is_one_note() {
    let trial = Trial::default();
    let first = "Call Ms Hale back.";
    let lines = ["note", first, ".", "b", "note", "And her chief.", ".", "q"];
    let (told, code) = trial.fills(&lines, first, "b");
    assert_eq!(code, 0, "{told}");
    let all = trial.in_folder("journal/");
    assert_eq!(all.matches(first).count(), 1, "{all}");
    assert!(all.contains("And her chief."), "{all}");
}

#[test]
fn a_line_of_a_debrief_that_was_given_up_is_in_what_is_saved_next() {
    let trial = Trial::default();
    let lines = [
        "debrief",
        "Acme Bakery",
        "",
        "tired",
        "",
        "Speak slower.",
        "q",
        "q",
        "now",
    ];
    let (told, code) = trial.fills(&lines, "Speak slower.", "now");
    assert_eq!(code, 0, "{told}");
    assert!(trial.file("journal/").contains("Speak slower."), "{told}");
    assert!(told.contains("It is NOT saved yet."), "{told}");
}

#[test]
fn the_reason_that_is_told_is_the_one_of_now() {
    let trial = one_question();
    let mut tries = 0;
    let (told, _) = trial.held(|new| {
        if new.contains("Enter tries again") {
            tries += 1;
            match tries {
                1 => trial.memory.fail_always(Some(ErrorKind::PermissionDenied)),
                2 => {
                    let said = flat(new);
                    assert!(
                        said.contains("read-only") && !said.contains("full"),
                        "{new}"
                    );
                    trial.memory.fail_always(None);
                }
                _ => return None,
            }
            return Some(String::new());
        }
        if new.contains("A line with only a dot") {
            trial.memory.fail_always(Some(ErrorKind::StorageFull));
            return Some("My words.".to_owned());
        }
        (tries == 0).then(|| {
            let begins = new.contains("How will this go?");
            if begins { "" } else { "." }.to_owned()
        })
    });
    assert_eq!(tries, 2, "{told}");
    assert!(trial.file("practice/").contains("My words."));
}

#[test]
fn r2_a_note_that_is_cut_off_by_a_kill_goes_on() {
    let trial = Trial::default();
    let mut killed = None;
    trial.talk(|new| {
        if new.contains("What now?") && killed.is_none() {
            return Some("note".to_owned());
        }
        if killed.is_none() && new.contains("Write the note.") {
            killed = Some(Memory::new());
            return Some("They want numbers.".to_owned());
        }
        if let Some(other) = killed.as_ref().filter(|other| other.paths().is_empty()) {
            for path in trial.memory.paths() {
                other.meddle(&path, &trial.memory.text(&path).unwrap_or_default());
            }
        }
        None
    });
    let later = Trial {
        memory: Arc::new(killed.expect("it was killed")),
        ..Trial::default()
    };
    let lines = [
        ("note leads there.", "note"),
        ("So far: They want numbers.", "And a plan."),
        ("", "."),
        ("Saved. u takes it back.", "q"),
    ];
    later.talk(at_prompts(&lines));
    let entry = later.file("journal/");
    assert!(entry.contains("They want numbers.\nAnd a plan."), "{entry}");
    let paths = later.memory.paths();
    assert!(paths.iter().all(|p| !p.starts_with("drafts/")), "{paths:?}");
}

#[test]
fn a_note_that_was_given_up_twice_is_there_once() {
    let first = "Call Ms Hale back.";
    let lines = [
        "note",
        first,
        ".",
        "b",
        "note",
        "And her chief.",
        ".",
        "b",
        "q",
        "now",
    ];
    for full in [".", first] {
        let trial = Trial::default();
        let (told, code) = trial.fills(&lines, full, "now");
        assert_eq!(code, 0, "{told}");
        let all = trial.in_folder("journal/");
        assert_eq!(all.matches(first).count(), 1, "{all}");
        assert!(all.contains("And her chief."), "{all}");
        assert_eq!(trial.in_folder("drafts/"), "");
    }
}

#[test]
fn a_debrief_that_lies_half_written_is_not_said_to_be_unsaved() {
    let trial = Trial::default();
    let lines = [
        "debrief",
        "Acme Bakery",
        "",
        "tired",
        "b",
        "b",
        "1",
        "u",
        "debrief",
        "Acme Bakery",
        "",
        "b",
        "q",
    ];
    let told = trial.talk(says(&lines));
    let said = flat(&told);
    assert!(said.contains("What you had begun goes on here."), "{told}");
    assert!(!said.contains("NOT saved"), "{told}");
    assert!(said.contains("Kept half written."), "{told}");
    assert!(trial.in_folder("drafts/").contains("tired"), "{told}");
}

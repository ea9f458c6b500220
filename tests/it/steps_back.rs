//! A step back: the file is as it was, byte for byte, with all that came of it, and nobody else's words are touched.

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

const NOTE: &str = "journal/2026/2026-03-01-note.toml";
const JOB: &str = "applications/ferrum.toml";

const BY_HAND: &str = "# kept by hand\nformat = 1\nkind = \"note\"  # a note\ndate = 2026-03-01\n\
                       mood_of_vim = \"calm\"\nbody = 'Called Anna.'\n";
const FERRUM: &str = "# Ferrum, via Anna K.\nformat = 1\nemployer = \"Ferrum Storage\"\n\
                      role = \"Principal engineer\"   # L7\nstage = \"panel\"\nsince = 2026-02-20\n\
                      recruiter_ref = \"FS-1234\"\n\n# the big one\n[[round]]\nstage = \"panel\"\n\
                      date = 2026-03-12\noutcome = \"pending\"\n";

fn visit() -> Visit {
    Visit::new()
        .with_file(NOTE, BY_HAND)
        .with_file(JOB, FERRUM)
        .ignore_toasts()
}

fn is_as_written(v: &Visit, path: &str, text: &str) {
    assert_eq!(v.file(path).text, text);
    assert_eq!(v.files("trash/…"), Vec::<String>::new());
}

#[test]
fn a_removal_that_is_taken_back_gives_the_file_back_byte_for_byte() {
    let mut v = visit();
    for (section, path, text) in [
        (Command::Journal, NOTE, BY_HAND),
        (Command::Roadmap, JOB, FERRUM),
    ] {
        v.press(section).press(Command::Remove);
        assert_eq!(v.files(path), Vec::<String>::new());
        v.press(Command::Undo).toast("Taken back: removing");
        is_as_written(&v, path, text);
        v.press(Command::Redo).press(Command::Undo);
        is_as_written(&v, path, text);
    }
}

#[test]
fn of_two_that_had_one_name_the_right_one_comes_back() {
    let mut v = Visit::new().ignore_toasts();
    let writes = |v: &mut Visit, text: &str| {
        v.press(Command::Journal).press(Command::New).types(text);
        v.press(Command::Save).toast("Saved.");
    };
    writes(&mut v, "The first.");
    v.press(Command::Remove);
    writes(&mut v, "The second.");
    v.press_times(Command::Undo, 2);
    v.file("journal/2026/….toml").contains("The first.");
    v.file("trash/….toml").contains("The second.");
}

#[test]
fn what_somebody_else_changed_since_is_not_taken_back_and_not_forked() {
    let mut v = visit();
    v.press(Command::Roadmap)
        .press(Command::Edit)
        .types(" AG")
        .press(Command::Save)
        .toast("Saved");
    let file = v.file(JOB);
    file.contains("Ferrum Storage AG");
    v.meddles(JOB, &file.text.replace("Storage AG", "Storage SE"));
    v.press(Command::Undo)
        .toast("changed elsewhere since; that is not taken back");
    assert_eq!(v.files("applications/….toml"), [JOB]);
    v.file(JOB).contains("Ferrum Storage SE");
    v.sees("Ferrum Storage SE");
    v.runs("messages").sees_not("Taken back");
}

#[test]
fn a_new_entry_that_was_changed_elsewhere_since_is_not_taken_away() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Journal)
        .press(Command::New)
        .types("Mine.")
        .press(Command::Save);
    let file = v.file("journal/2026/….toml");
    v.meddles(&file.path, &file.text.replace("Mine.", "Mine, and more."));
    v.press(Command::Undo).toast("not taken back");
    v.file(&file.path).contains("Mine, and more.");
    v.sees("Mine, and more.");
}

const APLUS: &str = "format = 1\nemployer = \"Aplus\"\nrole = \"Engineer\"\nstage = \"panel\"\nsince = 2026-02-20\n\n\
                     [[round]]\nstage = \"screening\"\ndate = 2026-02-28\noutcome = \"pending\"\n";
const ROUND: &str = "applications/aplus.toml";
const QUESTION: &str = "How do you roll back a schema change?";

/// A debrief of the screening at Aplus, with one question that went badly and who was there.
fn debriefed() -> Visit {
    let mut v = Visit::new().with_file(ROUND, APLUS).ignore_toasts();
    v.sees("Debrief it first.")
        .press(Command::Debrief)
        .types("flat")
        .press(Command::NextField)
        .types(QUESTION)
        .press(Command::Main)
        .press(Command::Level1)
        .press(Command::Level1)
        .key("tab");
    v.sees("Who was there?")
        .types("Ana Ruiz")
        .press(Command::Save)
        .toast("1 question is now practice.");
    v.file("questions/mine.toml").contains("Aplus");
    v.file(ROUND).contains("Ana Ruiz");
    v.sees("Aplus asked this");
    v
}

#[test]
fn one_step_back_takes_a_debrief_back_with_all_that_came_of_it() {
    let mut v = debriefed();
    v.press(Command::Undo)
        .toast("Taken back: writing the debrief");
    assert_eq!(v.files("journal/…"), Vec::<String>::new());
    v.file("questions/mine.toml").lacks("Aplus");
    v.file(ROUND).lacks("Ana Ruiz");
    v.sees("Debrief it first.")
        .sees_not("Aplus asked this")
        .sees_not("Thank-you");
    // What was typed is there again, also after a restart.
    v.restart();
    v.press(Command::Debrief)
        .is_in(Context::Debrief)
        .sees("flat")
        .sees(QUESTION)
        .press(Command::Save)
        .toast("1 question is now practice.");
    v.file("journal/2026/….toml")
        .contains("flat")
        .contains(QUESTION)
        .contains("level = \"not-yet\"");
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
}

#[test]
fn a_debrief_that_was_taken_back_is_done_again_whole() {
    let mut v = debriefed();
    let (entry, bank) = (v.file("journal/2026/….toml"), v.file("questions/mine.toml"));
    v.press(Command::Undo)
        .press(Command::Redo)
        .toast("Done again: writing the debrief");
    assert_eq!(v.file("journal/2026/….toml").text, entry.text);
    assert_eq!(v.file("questions/mine.toml").text, bank.text);
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
    v.sees("Aplus asked this");
}

#[test]
fn of_a_debrief_that_was_changed_elsewhere_since_nothing_is_taken_back() {
    let changes = [
        ("journal/2026/….toml", "flat", "flat, and late"),
        (ROUND, "Ana Ruiz", "Ana Ruiz-Gil"),
    ];
    for (path, before, since) in changes {
        let mut v = debriefed();
        let bank = v.file("questions/mine.toml").text;
        let file = v.file(path);
        v.meddles(&file.path, &file.text.replace(before, since));
        v.press(Command::Undo).toast("that is not taken back");
        v.file(&file.path).contains(since);
        v.file("journal/2026/….toml").contains(QUESTION);
        v.file(ROUND).contains("Ana Ruiz");
        assert_eq!(v.file("questions/mine.toml").text, bank);
        assert_eq!(v.files("drafts/…"), Vec::<String>::new());
        v.sees("Aplus asked this");
        v.runs("messages").sees_not("Taken back");
    }
}

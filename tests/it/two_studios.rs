//! Two studios on one home: both write, nothing is lost.

use greenroom::desk::go::SetupFor;
use greenroom::keys::Command;

use crate::visit::Visit;

fn one_question() -> SetupFor {
    SetupFor {
        count: Some(1),
        ..SetupFor::default()
    }
}

#[test]
fn sittings_begun_in_the_same_minute_keep_their_answers_apart() {
    let mut ana = Visit::new().ignore_toasts();
    ana.opens();
    let mut ben = ana.beside().ignore_toasts();
    ben.opens();
    for visit in [&mut ana, &mut ben] {
        visit.drills(&one_question()).press(Command::Main);
    }
    ana.types("Ana moved the shop.").press(Command::Save);
    ben.types("Ben moved the stock.").press(Command::Save);
    let files = ana.files("practice/2026/…drill…");
    assert_eq!(files.len(), 2, "{files:#?}");
    ana.file("practice/2026/2026-03-02T0900-drill.toml")
        .contains("Ana moved")
        .lacks("Ben moved");
    ana.file("practice/2026/2026-03-02T0900-drill-2.toml")
        .contains("Ben moved")
        .lacks("Ana moved");
}

#[test]
fn notes_of_one_day_lie_beside_each_other() {
    let mut ana = Visit::new();
    ana.opens();
    let mut ben = ana.beside();
    ben.opens();
    ana.press(Command::Note)
        .types("Ana was here.")
        .press(Command::Save)
        .toast("Saved.");
    ben.press(Command::Note)
        .types("Ben was here.")
        .press(Command::Save)
        .toast("Saved.");
    ana.file("journal/2026/2026-03-02-note.toml")
        .contains("Ana was here.");
    ana.file("journal/2026/2026-03-02-note-2.toml")
        .contains("Ben was here.");
    ben.press(Command::Journal).sees("Ben was here.");
}

#[test]
fn one_entry_changed_in_both_is_two_entries() {
    let mut ana = Visit::new().ignore_toasts();
    ana.press(Command::Note)
        .types("Shared words.")
        .press(Command::Save);
    let mut ben = ana.beside().ignore_toasts();
    ana.press(Command::Journal)
        .press(Command::Edit)
        .types(" From Ana.");
    ben.press(Command::Journal)
        .press(Command::Edit)
        .types(" From Ben.");
    ana.press(Command::Save);
    ben.press(Command::Save).sees("Both are kept");
    let texts: Vec<String> = ana.everything().into_iter().map(|f| f.text).collect();
    let all = texts.concat();
    assert!(all.contains("Shared words. From Ana."), "{all}");
    assert!(all.contains("Shared words. From Ben."), "{all}");
    ben.press(Command::Journal).sees("Shared words. From Ben.");
    ben.press(Command::Down).sees("Shared words. From Ana.");
}

#[test]
fn settings_of_both_are_kept() {
    let mut ana = Visit::new().ignore_toasts();
    ana.opens();
    let mut ben = ana.beside().ignore_toasts();
    ben.opens();
    ana.runs("x1.25");
    ben.runs("theme").press(Command::Down).press(Command::Main);
    ana.runs("theme");
    ana.file("profile.toml").contains("factor = \"1.25\"");
    ana.file("config.toml").contains("theme = \"light\"");
}

#[test]
fn half_typed_words_of_both_are_kept() {
    let mut ana = Visit::new().ignore_toasts();
    ana.opens();
    let mut ben = ana.beside().ignore_toasts();
    ben.opens();
    ana.press(Command::Note).types("Ana is typing");
    ben.press(Command::Note).types("Ben is typing");
    ana.wait(crate::visit::secs(3));
    ben.wait(crate::visit::secs(3));
    let texts: Vec<String> = ana.everything().into_iter().map(|f| f.text).collect();
    let all = texts.concat();
    assert!(
        all.contains("Ana is typing") && all.contains("Ben is typing"),
        "{all}"
    );
}

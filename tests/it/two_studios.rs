//! Two studios on one home: both write, nothing is lost.

use greenroom::desk::go::SetupFor;
use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, secs};

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

#[test]
fn what_the_other_one_writes_is_there_after_the_next_key() {
    let mut ana = Visit::new().ignore_toasts();
    ana.opens();
    let mut ben = ana.beside().ignore_toasts();
    ben.press(Command::Journal);
    ana.press(Command::Note)
        .types("Ana was here.")
        .press(Command::Save);
    ana.press(Command::Roadmap)
        .press(Command::New)
        .types("Harbor")
        .press(Command::Save);
    ben.sees_not("Ana was here.").wait(secs(2));
    ben.press(Command::Down).sees("Ana was here.");
    ben.press(Command::Roadmap).sees("Harbor");
    ben.press(Command::Today).sees("Harbor");
    // And what is taken away there goes here, too.
    ana.press(Command::Remove).wait(secs(2));
    ben.wait(secs(2)).press(Command::Roadmap).wait(secs(2));
    ben.press(Command::Down).sees_not("Harbor");
}

#[test]
fn a_copy_makes_nothing_old_that_is_being_read() {
    let mut ana = Visit::new().ignore_toasts();
    ana.opens();
    let mut ben = ana.beside().ignore_toasts();
    ben.press(Command::Note)
        .types("Ben was here.")
        .press(Command::Save);
    ben.press(Command::Journal).wait(secs(2));
    ana.press(Command::Note)
        .types("Ana was here.")
        .press(Command::Save);
    ben.disk_is_slow().press(Command::Down);
    ben.press(Command::Copy).disk_catches_up();
    ben.sees("Ana was here.");
}

#[test]
fn where_the_system_tells_of_changes_keys_look_around_seldom() {
    let mut ana = Visit::new().ignore_toasts();
    ana.opens();
    let mut ben = ana.beside().ignore_toasts();
    ben.press(Command::Journal).is_watched();
    ana.press(Command::Note)
        .types("Ana was here.")
        .press(Command::Save);
    ben.wait(secs(2))
        .press(Command::Down)
        .sees_not("Ana was here.");
    ben.is_told().sees("Ana was here.");
    // A disk that is shared with another machine may tell nothing.
    ana.press(Command::Journal)
        .press(Command::New)
        .types("Again.")
        .press(Command::Save);
    ben.wait(secs(11)).press(Command::Down).sees("Again.");
}

#[test]
fn a_file_changed_by_an_editor_shows_and_one_that_breaks_is_told() {
    let mut v = places::visit();
    let path = "applications/kestrel-labs-engineer.toml";
    let text = v.file(path).text;
    v.press(Command::Roadmap).sees("Kestrel Labs");
    v.meddles(path, &text.replace("Kestrel Labs", "Falcon Labs"));
    v.wait(secs(2)).press(Command::Down).sees("Falcon Labs");
    v.hears_something();
    v.meddles(path, &text.replace("employer = \"", "employer = "));
    v.wait(secs(2)).press(Command::Down);
    v.toast("kestrel-labs-engineer.toml needs a look.");
}

#[test]
fn nothing_changes_under_a_form_and_both_versions_are_kept() {
    let mut v = places::visit();
    let path = "journal/2026/2026-03-02-kestrel-labs.toml";
    let text = v.file(path).text;
    v.press(Command::Journal).press(Command::Down);
    v.press(Command::Edit).types(" More.");
    v.meddles(path, &text.replace("the team is small", "the team is tiny"));
    v.wait(secs(5)).types(" Still more.").press(Command::Save);
    v.toast("Both are kept");
    v.file(path).contains("the team is tiny");
    v.file("journal/2026/2026-03-02-kestrel-labs-2.toml")
        .contains("Still more.");
}

#[test]
fn the_mark_stays_on_its_entry_when_one_comes_above_it() {
    let mut v = places::visit();
    v.press(Command::Journal).press(Command::Down);
    let marked = marked_row(&mut v);
    v.meddles(
        "journal/2026/2026-03-03-note.toml",
        "format = 1\nkind = \"note\"\ndate = 2026-03-03\nbody = \"From elsewhere.\"\n",
    );
    v.wait(secs(2)).key("b").sees("From elsewhere.");
    assert_eq!(marked_row(&mut v), marked);
}

/// What is marked in the list; beside it stands the page of the entry.
fn marked_row(v: &mut Visit) -> Option<String> {
    let rows = v.screen().rows();
    let row = rows.into_iter().find(|row| row.contains('▌'))?;
    Some(row.chars().take(30).collect())
}

#[test]
fn a_step_back_never_undoes_what_somebody_else_wrote() {
    let mut v = places::visit();
    let path = "applications/kestrel-labs-engineer.toml";
    v.press(Command::Roadmap)
        .press(Command::Down)
        .press(Command::Done);
    let text = v.file(path).text;
    v.meddles(path, &text.replace("Kestrel Labs", "Falcon Labs"));
    v.wait(secs(2)).press(Command::Up).sees("Falcon Labs");
    v.hears_something();
    v.press(Command::Undo).sees("Falcon Labs");
    v.file(path).contains("Falcon Labs");
}

#[test]
fn nothing_is_read_again_for_what_one_wrote_oneself() {
    let mut v = places::visit();
    v.press(Command::Note).types("Mine.").press(Command::Save);
    v.press(Command::Journal);
    for _ in 0..5 {
        v.wait(secs(2)).press(Command::Down);
    }
    assert_eq!(v.times_read, 1, "once, at the start");
}

#[test]
fn a_sitting_that_is_open_in_another_window_is_asked_about_and_nothing_is_lost() {
    let mut ana = Visit::new().ignore_toasts();
    ana.opens();
    ana.drills(&one_question()).press(Command::Main);
    ana.types("Ana moved the shop.").wait(secs(5));
    let mut ben = ana.beside().ignore_toasts();
    ben.opens()
        .press(Command::PracticeHome)
        .press(Command::Main);
    ben.sees("Open elsewhere since 09:00")
        .sees("Leave it to the other window");
    // Left to the other one nothing is written from here, and it waits as before.
    ben.press(Command::Main).is_in(Context::Practice);
    ana.types(" It took a week.").press(Command::Save);
    let told = ana.file("practice/2026/….toml");
    told.contains("Ana moved the shop. It took a week.");
    assert_eq!(told.count("[[answer]]"), 1);
    // What was left is open nowhere.
    ana.press(Command::Back);
    while !ana.screen().has("▌ Leave") {
        ana.press(Command::Down);
    }
    ana.press(Command::Main);
    ben.restart();
    ben.opens()
        .press(Command::PracticeHome)
        .press(Command::Main);
    ben.sees_not("Open elsewhere");
}

#[test]
fn who_goes_on_in_both_windows_keeps_the_words_of_both() {
    let mut ana = Visit::new().ignore_toasts();
    ana.opens();
    ana.drills(&one_question()).press(Command::Main);
    ana.types("Ana moved the shop.");
    let mut ben = ana.beside().ignore_toasts();
    ben.opens()
        .press(Command::PracticeHome)
        .press(Command::Main);
    ben.sees("Open elsewhere")
        .press(Command::Down)
        .press(Command::Main)
        .is_in(Context::Think)
        .press(Command::Main)
        .types("Ben moved the stock.")
        .press(Command::Save);
    ana.press(Command::Save);
    ana.file("practice/2026/….toml")
        .contains("Ana moved the shop.")
        .contains("Ben moved the stock.");
    // Where the other one has gone on in the meantime this one goes on from there.
    let mut dora = Visit::new().ignore_toasts();
    dora.opens();
    dora.drills(&one_question()).press(Command::Main);
    let mut emil = dora.beside().ignore_toasts();
    emil.opens();
    dora.types("Dora was done.").press(Command::Save);
    emil.press(Command::PracticeHome)
        .press(Command::Main)
        .press(Command::Down)
        .press(Command::Main)
        .is_in(Context::Evidence);
    // Also when it goes on while it is asked about.
    let mut finn = Visit::new().ignore_toasts();
    finn.opens();
    finn.drills(&one_question()).press(Command::Main);
    let mut gail = finn.beside().ignore_toasts();
    gail.opens()
        .press(Command::PracticeHome)
        .press(Command::Main)
        .sees("Open elsewhere");
    finn.types("Finn was done.").press(Command::Save);
    gail.press(Command::Down)
        .press(Command::Main)
        .is_in(Context::Evidence);
    // One that was killed is open nowhere either.
    let mut cleo = Visit::new().ignore_toasts();
    cleo.opens();
    cleo.drills(&one_question()).press(Command::Main);
    cleo.types("Cleo was first.").wait(secs(5));
    cleo.kill();
    cleo.opens()
        .press(Command::PracticeHome)
        .press(Command::Main);
    cleo.sees_not("another window").sees("Cleo was first.");
}

//! The round trip with a coach: answers are handed in, looked at in another home, and what is said to them comes back.

use std::fs;
use std::path::{Path, PathBuf};

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::Visit;

/// An answer with a name in it that nobody else is to read.
const NAMED: &str = "At Northlight we changed one supplier, and it saved a third.";

/// Somebody with a job at an employer, who has just answered two questions.
fn client() -> Visit {
    let mut v = Visit::new().on("2026-03-02").ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Northlight")
        .press(Command::NextField)
        .types("Engineer")
        .press(Command::Save);
    places::events(&mut v, 2);
    while v.context() != Context::Results {
        if v.context() == Context::Answer {
            v.pastes(NAMED).press(Command::Save);
        } else {
            places::rate_on(&mut v);
        }
    }
    v
}

/// The file that the client sends, where the coach puts it.
fn sent(v: &mut Visit, folder: &Path) -> PathBuf {
    v.press(Command::HandIn).sees("I want to know");
    v.types("Does it sound rehearsed?").press(Command::Save);
    v.sees("Send this file to your coach");
    let file = v.file("exports/hand-in-2026-03-02-….toml");
    let path = folder.join("hand-in-2026-03-02-drill.toml");
    fs::write(&path, file.text).expect("written");
    path
}

/// Opens a file by its path.
fn opened<'v>(v: &'v mut Visit, path: &Path) -> &'v mut Visit {
    v.runs("review a hand-in").is_in(Context::Posts);
    v.types(&path.display().to_string()).press(Command::Main)
}

/// Reads one of the two answers of a result, the last or the one before it.
fn read(v: &mut Visit, before: usize) {
    v.press(Command::Last).press_times(Command::Up, before);
    for _ in 0..3 {
        if v.context() != Context::Opened {
            v.press(Command::Main);
        }
    }
    v.is_in(Context::Opened);
}

/// Rates the answer that is open: one point said, every word the same.
fn rated(v: &mut Visit, level: Command) {
    v.press(Command::Main).press(Command::Main);
    v.press(Command::Tick).press(Command::Main);
    v.press_times(level, 10).press(Command::Main);
}

/// The coach looks at both answers and writes the file that goes back.
fn reviewed(path: &Path) -> (Visit, PathBuf) {
    let mut v = Visit::new().on("2026-03-03").ignore_toasts();
    opened(&mut v, path).is_in(Context::Review);
    v.sees("Does it sound rehearsed?")
        .sees("0 of 2 answers looked at");
    rated(&mut v, Command::Level2);
    v.sees("Keep").types("The number.");
    v.press(Command::NextField)
        .types("Begin with what came of it.");
    v.press(Command::NextField).types("Warm and clear.");
    v.press(Command::Save).sees("1 of 2 answers looked at");
    v.press(Command::Edit).types("The calm start.");
    v.press(Command::Save).sees("2 of 2 answers looked at");
    v.press(Command::Main)
        .is_in(Context::Area)
        .types("Keep going.");
    v.press(Command::NextField)
        .types("Ines")
        .press(Command::Save);
    v.press(Command::Save).sees("Send this file back");
    (v, path.with_file_name("return-2026-03-02-drill.toml"))
}

#[test]
fn answers_go_to_a_coach_without_names_or_ratings_and_what_is_said_lies_with_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut v = client();
    let path = sent(&mut v, folder.path());
    v.file("exports/hand-in-2026-03-02-….toml")
        .contains("Does it sound rehearsed?")
        .contains("At Employer A we changed")
        .contains("points = [")
        .lacks("Northlight")
        .lacks("level")
        .lacks("northlight");
    let (coach, back) = reviewed(&path);
    let own = coach.everything();
    let touched = own.iter().filter(|f| !f.path.starts_with("drafts/"));
    let touched: Vec<&str> = touched.map(|f| f.path.as_str()).collect();
    assert!(
        touched.iter().all(|path| !path.starts_with("practice/")),
        "{touched:?}"
    );

    v.press(Command::Back).press(Command::Close);
    opened(&mut v, &back).is_in(Context::Results);
    let file = v.file("practice/2026/…drill….toml");
    file.contains("rater = \"coach\"").contains("by = \"Ines\"");
    assert_eq!(file.count("[[comment]]"), 3, "two answers, and all of it");
    v.sees("Ines, your coach").sees("Keep going.");
    read(&mut v, 1);
    v.press(Command::Last)
        .sees("Ines, your coach, ")
        .sees("Your first word was ")
        .sees("Keep: The number.")
        .sees("Change: Begin with what came of it.")
        .sees("Warm and clear.");
    // The same file once more says nothing new.
    v.press(Command::Back).press(Command::Close);
    opened(&mut v, &back).is_in(Context::Results);
    assert_eq!(v.file("practice/2026/…drill….toml").text, file.text);
}

#[test]
fn the_next_try_at_a_question_shows_what_the_coach_would_change_and_the_one_after_it_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut v = client();
    let path = sent(&mut v, folder.path());
    let (_, back) = reviewed(&path);
    let mut v = v.beside().on("2026-03-04").ignore_toasts();
    opened(&mut v, &back).is_in(Context::Results);
    v.press(Command::Last).press(Command::Up);
    v.press(Command::Retry);
    v.sees("Ines, your coach: Begin with what came of it.");
    while v.context() != Context::Results {
        places::rate_on(&mut v);
    }
    v.press(Command::Last);
    v.press(Command::Retry).sees_not("your coach: Begin with");
}

#[test]
fn a_coach_who_is_cut_off_goes_on_where_the_review_stood() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut v = client();
    let path = sent(&mut v, folder.path());
    let mut coach = Visit::new().on("2026-03-03").ignore_toasts();
    opened(&mut coach, &path);
    rated(&mut coach, Command::Level3);
    coach
        .types("The nu")
        .wait(std::time::Duration::from_secs(2));
    coach
        .kill()
        .runs("review a hand-in")
        .sees("begun; Enter goes on");
    coach
        .press(Command::Down)
        .press(Command::Main)
        .is_in(Context::Review);
    coach.sees("1 of 2 answers looked at");
    coach.press(Command::Edit).sees("The nu");
}

#[test]
fn only_the_answer_that_was_open_is_ticked_and_nothing_is_written_without_one() {
    let mut v = client();
    read(&mut v, 1);
    v.press(Command::HandIn).sees("[x] hidden");
    let ticks = |v: &mut Visit| {
        v.screen()
            .rows()
            .iter()
            .filter(|r| r.contains("[x]"))
            .count()
    };
    assert_eq!(ticks(&mut v), 2, "names, and one answer");
    v.press_times(Command::NextField, 3);
    if !v
        .screen()
        .rows()
        .iter()
        .any(|r| r.contains('▌') && r.contains("[x]"))
    {
        v.press(Command::NextField);
    }
    v.press(Command::Tick)
        .press(Command::Save)
        .sees("Tick at least one answer");
    assert!(v.files("exports/….toml").is_empty());
}

#[test]
fn what_a_coach_sent_to_somebody_else_is_refused_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut v = client();
    let path = sent(&mut v, folder.path());
    let (_, back) = reviewed(&path);
    let mut other = places::visit();
    let before = other.everything();
    opened(&mut other, &back).sees("not in this home");
    assert_eq!(other.everything(), before);
    let text = fs::read_to_string(&back).expect("it is there");
    let torn: String = text.chars().take(text.len() / 2).collect();
    fs::write(&back, torn).expect("written");
    opened(&mut v, &back).is_in(Context::Posts);
    v.sees("return-2026-03-02-drill.toml");
    v.file("practice/2026/…drill….toml").lacks("coach");
}

#[test]
fn a_second_hand_in_of_the_same_sitting_has_its_own_review() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut v = client();
    let path = sent(&mut v, folder.path());
    let text = fs::read_to_string(&path).expect("it is there");
    let later = |line: &str| {
        let (day, _) = line.split_once('T').unwrap_or_default();
        match day {
            day if day.starts_with("handed_in") => format!("{day}T23:59:59+00:00\n"),
            _ => format!("{line}\n"),
        }
    };
    let second = folder.path().join("hand-in-2026-03-02-second.toml");
    fs::write(&second, text.lines().map(later).collect::<String>()).expect("written");
    let mut coach = Visit::new().on("2026-03-03").ignore_toasts();
    opened(&mut coach, &path).press(Command::Edit);
    coach.types("The calm start.").press(Command::Save);
    coach.sees("1 of 2 answers looked at").press(Command::Back);
    coach.press(Command::Back);
    opened(&mut coach, &second).sees("0 of 2 answers looked at");
    coach
        .press(Command::Edit)
        .types("The end.")
        .press(Command::Save);
    coach.press(Command::Back).press(Command::Back);
    opened(&mut coach, &path)
        .press(Command::Edit)
        .sees("The calm start.");
}

#[test]
fn a_rating_that_lacks_a_word_is_told_and_nobody_rates_how_typed_words_were_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = sent(&mut client(), folder.path());
    let mut coach = Visit::new().on("2026-03-03").ignore_toasts();
    opened(&mut coach, &path)
        .press(Command::Main)
        .press(Command::Main)
        .press(Command::Main)
        .sees("How would you rate it?")
        .sees_not("Delivery");
    coach.press(Command::Level3).press(Command::View);
    while coach.context() == Context::Review && !coach.screen().has("Write the file") {
        coach.press(Command::Back);
    }
    coach
        .press(Command::Edit)
        .types("The start.")
        .press(Command::Save);
    coach
        .press(Command::Save)
        .sees("begun and not whole is left out");
}

#[test]
fn a_review_that_was_sent_back_is_not_begun_any_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = sent(&mut client(), folder.path());
    let (mut coach, _) = reviewed(&path);
    coach.press(Command::Back).press(Command::Back);
    coach.runs("review a hand-in").sees_not("begun");
    coach.press(Command::Back);
    opened(&mut coach, &path).sees("2 of 2 answers looked at");
    coach
        .press(Command::Edit)
        .types("More. ")
        .press(Command::Save);
    coach.press(Command::Back).press(Command::Back);
    coach.runs("review a hand-in").sees("begun; Enter goes on");
}

#[test]
fn the_answer_that_is_read_is_ticked_though_others_were_before() {
    let mut v = client();
    v.press(Command::HandIn)
        .types("Is it clear?")
        .press(Command::Back);
    read(&mut v, 1);
    v.press(Command::HandIn).sees("Is it clear?");
    v.sees("goes on here");
    let rows = v.screen().rows();
    let ticks = rows.iter().filter(|row| row.contains("[x]")).count();
    assert_eq!(ticks, 2, "names, and one answer");
}

#[test]
fn on_the_smallest_screen_the_page_after_a_hand_in_can_be_read_to_its_end() {
    let mut v = client();
    v.resize(40, 10).press(Command::HandIn).press(Command::Save);
    v.sees("Send this file").press(Command::Last);
    v.sees("rates without them");
}

#[test]
fn a_coach_takes_a_tick_and_a_word_back_also_after_looking_elsewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut v = client();
    let path = sent(&mut v, folder.path());
    let mut coach = Visit::new().on("2026-03-03").ignore_toasts();
    opened(&mut coach, &path).press_times(Command::Main, 2);
    coach.press(Command::Tick).sees("[x]").press(Command::Undo);
    coach.sees_not("[x]").press(Command::Redo).sees("[x]");
    coach.press(Command::Main).press(Command::Level1);
    coach.sees("Not yet").press(Command::Main);
    coach.press_times(Command::Back, 3).is_in(Context::Review);
    coach.sees("Rating begun").press_times(Command::Main, 2);
    coach.press_times(Command::Undo, 2).sees_not("[x]");
    coach.wait(std::time::Duration::from_secs(2));
    // What was taken back is taken back on the disk, too.
    coach.kill().runs("review a hand-in").press(Command::Down);
    coach
        .press(Command::Main)
        .sees("Not rated")
        .sees_not("Rating begun");
}

#[test]
fn whoever_signs_a_hand_in_is_known_to_the_coach_though_names_are_hidden() {
    let mut v = client();
    v.press(Command::HandIn).sees("I want to know");
    v.press_times(Command::NextField, 2);
    v.sees("What your coach is to call you").types("Ana K.");
    v.wait(std::time::Duration::from_secs(2));
    v.kill().runs("past sittings").press(Command::Main);
    v.press(Command::HandIn).sees("Ana K.").press(Command::Save);
    let file = v.file("exports/hand-in-2026-03-02-ana-k-….toml");
    file.contains("from = \"Ana K.\"").lacks("Northlight");
    let mut coach = Visit::new()
        .on("2026-03-03")
        .with_file(&file.path, &file.text);
    coach.runs("review a hand-in").sees("Ana K.: hand-in-");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("hand-in-ana.toml");
    fs::write(&path, file.text).expect("written");
    coach.press(Command::Up).types(&path.display().to_string());
    coach.press(Command::Main).is_in(Context::Review);
    coach.sees(", from Ana K., ");
}

#[test]
fn a_second_look_ends_with_the_word_of_the_coach_beside_both_of_mine() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut v = client();
    let path = sent(&mut v, folder.path());
    let (_, back) = reviewed(&path);
    let mut v = v.beside().on("2026-03-04").ignore_toasts();
    opened(&mut v, &back).is_in(Context::Results);
    v.runs("second look");
    let mut seen = String::new();
    for _ in 0..2 {
        v.press_times(Command::Main, 2).press(Command::Level1);
        v.sees_not("Ines").press(Command::Main);
        seen.push_str(&v.screen().text());
        v.press(Command::Main);
    }
    for told in [
        "Your first word, 2 Mar",
        "Not yet  Your second look, today: ",
        "  Ines, your coach, 3 Mar: ",
        "Keep: The number.",
        "Change: Begin with what came of it.",
        "Keep: The calm start.",
    ] {
        assert!(seen.contains(told), "{told} is not in {seen}");
    }
}

//! The journal: written, found, filtered, changed, thrown away and taken back.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, secs};

fn writes(v: &mut Visit, text: &str, tags: &str) {
    v.press(Command::Journal).press(Command::New).types(text);
    if !tags.is_empty() {
        v.press(Command::PrevField).types(tags);
    }
    v.press(Command::Save).toast("Saved.");
}

#[test]
fn an_entry_is_written_and_there_after_a_restart() {
    let mut v = Visit::new();
    writes(&mut v, "They asked about the night shift.", "");
    v.is_in(Context::Journal)
        .sees("They asked about the night shift.");
    v.file("journal/2026/2026-03-02-note.toml")
        .contains("body = \"They asked about the night shift.\"")
        .contains("kind = \"note\"");
    v.restart();
    v.press(Command::Journal)
        .sees("They asked about the night shift.");
}

#[test]
fn an_entry_is_edited_and_the_rest_of_its_file_is_left_alone() {
    let mut v = Visit::new();
    writes(&mut v, "First words.", "");
    let file = v.file("journal/2026/….toml");
    let text = format!("# My own remark.\n{}mood = 3\n", file.text);
    v.meddles(&file.path, &text).restart();
    v.press(Command::Journal)
        .press(Command::Edit)
        .types(" Second words.")
        .press(Command::Save)
        .toast("Saved.");
    v.file("journal/2026/….toml")
        .contains("First words. Second words.")
        .contains("# My own remark.")
        .contains("mood = 3");
}

#[test]
fn an_entry_changed_elsewhere_is_not_overwritten() {
    let mut v = Visit::new();
    writes(&mut v, "My words.", "");
    v.press(Command::Edit).types(" More of mine.");
    let file = v.file("journal/2026/….toml");
    v.meddles(
        &file.path,
        &file.text.replace("My words.", "Words from my phone."),
    );
    v.press(Command::Save).toast("Both are kept");
    // A step back would write over what came from elsewhere.
    v.press_times(Command::Undo, 2).hears_something();
    v.file(&file.path).contains("Words from my phone.");
    let texts: String = v.everything().iter().map(|f| f.text.clone()).collect();
    assert!(texts.contains("Words from my phone."), "{texts}");
    assert!(texts.contains("My words. More of mine."), "{texts}");
}

#[test]
fn entries_are_found_by_any_word_and_filtered() {
    let mut v = Visit::new();
    writes(&mut v, "The recruiter sounded glad.", "acme");
    writes(&mut v, "A walk before the talk helps.", "nerves");
    v.press(Command::Find)
        .types("recr")
        .sees("The recruiter")
        .sees_not("A walk before");
    v.press(Command::Main)
        .is_in(Context::Journal)
        .sees("/ recr");
    v.press(Command::Back).sees("A walk before");
    v.press(Command::Filter)
        .is_in(Context::Pick)
        .sees("Tag: nerves");
    v.types("nerv").sees_not("Debriefs").press(Command::Main);
    v.sees("Filter: tag nerves.").sees_not("The recruiter");
    v.press(Command::Back).sees("The recruiter");
    v.press(Command::Find)
        .types("zzz")
        .sees("Nothing has these words.");
}

#[test]
fn tags_are_added_and_kept() {
    let mut v = Visit::new();
    writes(&mut v, "A walk helps.", "");
    v.press(Command::Tags);
    while v.context() != Context::Line {
        v.press(Command::PrevField);
    }
    v.types("nerves, Before")
        .press(Command::Save)
        .toast("Saved.");
    v.file("journal/2026/….toml")
        .contains("\"nerves\"")
        .contains("\"before\"");
}

#[test]
fn removing_goes_to_the_trash_and_comes_back_twice() {
    let mut v = Visit::new();
    writes(&mut v, "Not needed.", "");
    v.press(Command::Remove)
        .toast("Moved to the trash. u takes it back.");
    v.sees("Nothing written yet.");
    assert_eq!(v.files("journal/…"), Vec::<String>::new());
    v.file("trash/….toml").contains("Not needed.");
    v.press(Command::Undo)
        .toast("Taken back: removing the entry")
        .sees("Not needed.");
    v.press(Command::Redo)
        .toast("Done again: removing the entry")
        .sees("Nothing written yet.");
    v.press(Command::Undo)
        .toast("Taken back")
        .sees("Not needed.");
    v.file("journal/2026/….toml").contains("Not needed.");
}

#[test]
fn what_was_removed_comes_back_after_a_restart() {
    let mut v = Visit::new();
    writes(&mut v, "Not needed.", "");
    v.press(Command::Remove).toast("Moved to the trash");
    v.restart();
    v.runs("trash")
        .is_in(Context::Trash)
        .sees("2026-03-02-note.toml");
    v.press(Command::Main)
        .toast("Back as journal/2026/2026-03-02-note.toml.");
    v.press(Command::Close)
        .press(Command::Journal)
        .sees("Not needed.");
}

#[test]
fn what_belongs_to_a_closed_application_stays_with_it_and_is_found_by_its_name() {
    let closed = crate::visit::File {
        path: "applications/kestrel-labs-engineer.toml".into(),
        text: "format = 1\nemployer = \"Kestrel Labs\"\nrole = \"Engineer\"\nstage = \"panel\"\nsince = 2026-01-05\nclosed = true\noutcome = \"no-reply\"\n".into(),
    };
    let note = crate::visit::File {
        path: "journal/2026/2026-02-02-called.toml".into(),
        text: "format = 1\nkind = \"note\"\ndate = 2026-02-02\ntime = 10:00:00\ntitle = \"\"\napplication = \"kestrel-labs-engineer\"\nbody = \"They called.\"\n".into(),
    };
    let mut v = Visit::new().with_home(&[closed, note]);
    v.press(Command::Journal).press(Command::Find);
    v.types("kestrel").sees("They called.").press(Command::Main);
    v.press(Command::Edit).sees("Kestrel Labs");
    v.press(Command::Save).toast("Saved.");
    v.file("journal/2026/2026-02-02-called.toml")
        .contains("application = \"kestrel-labs-engineer\"");
}

#[test]
fn removing_for_good_asks_with_the_harmless_choice_first() {
    let mut v = Visit::new();
    writes(&mut v, "Not needed.", "");
    v.press(Command::Remove).toast("Moved to the trash");
    v.runs("trash").press(Command::Destroy).sees("Keep it");
    // The key that opened it is dead, Enter keeps.
    v.key("x")
        .toast("Enter confirm, ↑↓ choose, Esc close.")
        .press(Command::Main)
        .is_in(Context::Trash);
    v.sees("2026-03-02-note.toml");
    v.press(Command::Destroy)
        .press(Command::Down)
        .press(Command::Main);
    v.toast("Removed for good.").sees("Nothing here.");
    assert_eq!(v.files("trash/…"), Vec::<String>::new());
}

#[test]
fn a_held_key_removes_one_thing() {
    let mut v = Visit::new().ignore_toasts();
    for text in ["One.", "Two.", "Three."] {
        v.press(Command::Journal)
            .press(Command::New)
            .types(text)
            .press(Command::Save);
    }
    for _ in 0..20 {
        v.wait(std::time::Duration::from_millis(15))
            .key_at_once("x");
    }
    assert_eq!(v.files("journal/…").len(), 2, "{:#?}", v.files("…"));
}

#[test]
fn writing_is_taken_back_and_done_again() {
    let mut v = Visit::new();
    writes(&mut v, "Written.", "");
    v.press(Command::Undo)
        .toast("Taken back: writing the entry")
        .sees("Nothing written yet.");
    v.press(Command::Redo)
        .toast("Done again: writing the entry")
        .sees("Written.");
    v.file("journal/2026/….toml").contains("Written.");
}

#[test]
fn a_quick_note_is_one_key_away_from_every_section() {
    for section in [
        Command::Today,
        Command::Roadmap,
        Command::PracticeHome,
        Command::Journal,
        Command::Progress,
    ] {
        let mut v = Visit::new();
        v.press(section).press(Command::Note).is_in(Context::Area);
        v.types("q 1 x").press(Command::Save).toast("Saved.");
        v.file("journal/2026/….toml").contains("q 1 x");
    }
}

#[test]
fn closing_a_half_written_entry_keeps_it_as_a_draft() {
    let mut v = Visit::new();
    v.press(Command::Journal)
        .press(Command::New)
        .types("Half a tho")
        .press(Command::Back)
        .toast("The draft is kept");
    v.is_in(Context::Journal)
        .wait(secs(5))
        .sees("There is a draft from before.");
    v.press(Command::New).sees("Half a tho").types("ught.");
    v.press(Command::Save).toast("Saved.");
    v.file("journal/2026/….toml").contains("Half a thought.");
}

#[test]
fn every_field_of_a_half_written_entry_is_kept() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Journal)
        .press(Command::New)
        .types("Body words.")
        .press(Command::PrevField)
        .types("sometag")
        .press(Command::PrevField)
        .types("hopeful")
        .press(Command::Back)
        .press(Command::New);
    v.sees("Body words.").sees("sometag").sees("hopeful");
}

#[test]
fn a_date_is_read_as_people_write_it() {
    let mut v = Visit::new();
    v.press(Command::Journal)
        .press(Command::New)
        .types("Was there.")
        .press_times(Command::PrevField, 5)
        .press(Command::DeleteLineStart)
        .types("03/01");
    v.sees("Write the month as a word");
    v.press(Command::DeleteLineStart)
        .types("-2d")
        .sees("Sat 28 Feb");
    v.press(Command::Save).toast("Saved.");
    v.file("journal/2026/2026-02-28-note.toml")
        .contains("date = 2026-02-28");
}

#[test]
fn a_broken_file_is_named_and_the_rest_still_loads() {
    let mut v =
        places::visit().with_file("journal/2026/2026-01-01-bad.toml", "format = 1\nbody = \"");
    v.press(Command::Journal).sees("Called the recruiter");
    v.runs("earlier messages").sees("2026-01-01-bad.toml");
    v.file("journal/2026/2026-01-01-bad.toml")
        .contains("body = \"");
}

/// A debrief of one employer, of a stage and a day.
fn debrief(day: &str, stage: &str) -> crate::visit::File {
    crate::visit::File {
        path: format!("journal/2026/{day}-northline-{stage}.toml"),
        text: format!(
            "format = 1\nkind = \"debrief\"\ndate = {day}\ntitle = \"\"\napplication = \"northline\"\nstage = \"{stage}\"\n\
             tags = [\"thanked\"]\nbody = \"\"\n\n[debrief]\nnext_step = \"a second talk\"\n"
        ),
    }
}

#[test]
fn the_rows_of_one_employer_are_told_apart_by_day_and_stage_and_the_filter_stays_in_sight() {
    let job = crate::visit::File {
        path: "applications/northline.toml".into(),
        text: "format = 1\nemployer = \"Northline Software\"\nrole = \"Account executive\"\nstage = \"panel\"\nsince = 2026-11-20\nclosed = false\noutcome = \"pending\"\n".into(),
    };
    let mut v = Visit::new()
        .on("2027-01-04")
        .size(100, 32)
        .with_home(&[
            job,
            debrief("2026-12-02", "screening"),
            debrief("2026-12-10", "phone-video"),
        ])
        .ignore_toasts();
    writes(&mut v, "A walk helps.", "");
    v.sees("10 Dec 26").sees("phone or video").sees("2 Dec 26");
    v.press(Command::Filter).sees_not("thanked");
    v.press_times(Command::Down, 2).press(Command::Main);
    v.sees("2 of 3")
        .sees("only debriefs")
        .sees("thank-you sent");
    v.press(Command::Back).sees_not("of 3").sees_not("only");
}

#[test]
fn the_filter_takes_letters_and_has_tags_and_years_before_the_employers() {
    let mut v = Visit::new()
        .on("2027-01-04")
        .with_home(&[debrief("2026-12-02", "screening")])
        .with_file(
            "applications/zeta.toml",
            "format = 1\nemployer = \"Zeta\"\nrole = \"\"\nstage = \"panel\"\nsince = 2026-11-20\n",
        )
        .ignore_toasts();
    writes(&mut v, "A walk helps.", "nerves");
    v.press(Command::Filter);
    let rows = ["Tag: nerves", "2026", "Zeta"].map(|name| v.screen().row_with(name));
    assert!(rows[0] < rows[1] && rows[1] < rows[2], "{}", v.screen());
    v.types("2026").press(Command::Main);
    v.sees("Filter: 2026.")
        .sees("1 of 2")
        .sees_not("A walk helps");
    v.press(Command::Filter).types("zet").sees_not("Tag:");
    v.press(Command::Back)
        .is_in(Context::Journal)
        .sees("Filter: 2026.");
}

#[test]
fn a_note_on_a_sitting_keeps_its_question_and_leads_back() {
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Results);
    v.press(Command::Note)
        .sees("A note on: ")
        .types("Sorry, ohne wenn!")
        .press(Command::Save)
        .toast("Saved.");
    v.is_in(Context::Results);
    let note = v.files("journal/2026/2026-03-03-….toml");
    let note = v.file(note.last().expect("a note"));
    note.contains("sitting = \"2026-03-03")
        .lacks("title = \"\"");
    v.press(Command::Close).press(Command::Journal);
    v.press(Command::OpenLink).is_in(Context::Results);
}

#[test]
fn the_tags_of_an_entry_leave_its_thank_you_sent() {
    let path = "journal/2026/2026-03-02-panel.toml";
    let entry = "format = 1\nkind = \"debrief\"\ndate = 2026-03-02\ntags = [\"thanked\"]\nbody = \"Four people.\"\n\n\
        [debrief]\n\n[[debrief.people]]\nname = \"Ms. Novak\"\n";
    let mut v = Visit::new().with_file(path, entry).ignore_toasts();
    v.press(Command::Journal).sees("thank-you sent");
    v.press(Command::Tags).sees_not("thanked");
    v.types("ward").press(Command::Save);
    v.file(path).contains("\"ward\"").contains("\"thanked\"");
    v.press(Command::Today).sees_not("Thank-you to");
}

#[test]
fn half_a_note_stays_with_what_it_is_about() {
    let mut v = places::visit();
    let note_on = |v: &mut Visit, question: &str| {
        v.runs("question library").press(Command::Find);
        v.types(question).press(Command::Main).press(Command::Main);
        v.press(Command::Note).sees("A note on: ");
    };
    note_on(&mut v, "brochure goes to print");
    v.types("Half a note").press(Command::Back);
    v.press_times(Command::Back, 2);
    note_on(&mut v, "forty minutes late");
    v.sees_not("Half a note").press_times(Command::Back, 3);
    v.press(Command::Today).press(Command::Note);
    v.sees_not("Half a note").press(Command::Back);
    let line = "▌ Go on with: a note on: A brochure";
    for _ in 0..9 {
        if !v.screen().has(line) {
            v.press(Command::Down);
        }
    }
    v.press(Command::Main)
        .sees("Half a note")
        .sees("A note on: A brochure");
    v.press(Command::Save);
    v.file("journal/2026/2026-03-03-….toml")
        .contains("question = ");
    v.press(Command::Today).sees_not("Go on with");
}

#[test]
fn the_page_of_an_entry_moves_back_from_its_end_at_once() {
    let body: Vec<String> = (1..40).map(|n| format!("Line {n}.")).collect();
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Note).pastes(&body.join("\n"));
    v.press(Command::Save);
    for (width, height) in [(40, 10), (120, 24)] {
        v.resize(width, height);
        v.press(Command::Journal).press(Command::Main);
        v.press_times(Command::Last, 3).sees("Line 39.");
        let end = v.screen().text();
        v.press(Command::Up).sees_not("Line 39.");
        v.press(Command::Down);
        assert_eq!(v.screen().text(), end);
        v.press(Command::First).sees("Line 1.").press(Command::Back);
    }
}

/// Five notes; two of them of one moment.
fn five() -> Visit {
    let note = |day: &str, time: &str, body: &str| {
        format!(
            "format = 1\nkind = \"note\"\ndate = 2026-02-{day}\ntime = {time}\nbody = \"{body}\"\n"
        )
    };
    Visit::new()
        .with_file(
            "journal/2026/2026-02-20-a.toml",
            &note("20", "09:00:00", "Alder."),
        )
        .with_file(
            "journal/2026/2026-02-18-note.toml",
            &note("18", "09:00:00", "Birch booked."),
        )
        .with_file(
            "journal/2026/2026-02-18-note-2.toml",
            &note("18", "09:00:00", "Cedar."),
        )
        .with_file(
            "journal/2026/2026-02-14-d.toml",
            &note("14", "09:00:00", "Dogwood booked."),
        )
        .with_file(
            "journal/2026/2026-02-10-e.toml",
            &note("10", "09:00:00", "Elm."),
        )
}

/// Types more into the entry that is marked, which is this one.
fn marked(v: &mut Visit, entry: &str) {
    v.press(Command::Edit).sees(entry).press(Command::Back);
}

#[test]
fn after_a_save_the_entry_that_was_saved_is_marked_wherever_its_date_puts_it() {
    let mut v = five();
    v.press(Command::Journal).press(Command::Edit);
    while v.context() != Context::Line {
        v.press(Command::PrevField);
    }
    v.press_times(Command::PrevField, 4)
        .press(Command::DeleteLineStart)
        .types("2026-02-12")
        .press(Command::Save)
        .toast("Saved.");
    v.file("journal/2026/2026-02-20-a.toml")
        .contains("2026-02-12");
    v.press(Command::Remove).toast("Moved to the trash");
    v.file("trash/….toml").contains("Alder.");
}

#[test]
fn two_entries_of_one_moment_keep_their_order_when_one_is_saved() {
    let mut v = five();
    v.press(Command::Journal);
    let order = |v: &mut Visit| {
        let rows = v.screen().to_string();
        rows.find("Cedar").expect("listed") < rows.find("Birch").expect("listed")
    };
    assert!(order(&mut v));
    v.press_times(Command::Down, 2).press(Command::Edit);
    v.types(" More.").press(Command::Save).toast("Saved.");
    v.file("journal/2026/2026-02-18-note.toml")
        .contains("More.");
    assert!(order(&mut v), "{}", v.screen());
    v.restart().press(Command::Journal);
    assert!(order(&mut v), "{}", v.screen());
}

#[test]
fn the_mark_stays_on_the_entry_that_was_found() {
    let mut v = five();
    v.press(Command::Journal)
        .press(Command::Find)
        .types("booked")
        .press(Command::Main)
        .press(Command::Down);
    marked(&mut v, "Dogwood booked.");
    v.press(Command::Back).sees("Elm.");
    marked(&mut v, "Dogwood booked.");
}

#[test]
fn a_new_note_is_read_from_its_first_line_also_after_a_long_one() {
    let long = "One more line of a long day.\\n\\n".repeat(30);
    let text = format!("format = 1\nkind = \"note\"\ndate = 2026-02-20\nbody = \"{long}\"\n");
    let mut v = Visit::new()
        .with_file("journal/2026/2026-02-20-a.toml", &text)
        .size(60, 16)
        .ignore_toasts();
    v.press(Command::Journal)
        .press(Command::Main)
        .press_times(Command::Down, 20);
    let rest = "\n\nThen it rained.".repeat(20);
    v.press(Command::New)
        .pastes(&format!("Fern came first.{rest}"))
        .press(Command::Save)
        .sees("Fern came first.");
}

#[test]
fn a_page_that_was_searched_for_begins_where_the_words_are() {
    let mut v = Visit::new().ignore_toasts();
    let lines: Vec<String> = (1..=60).map(|n| format!("Line {n} of that day.")).collect();
    let body = format!("{}\nThey pressed on the budget.\nEnd.", lines.join("\n"));
    v.press(Command::Journal).press(Command::New);
    v.pastes(&body).press(Command::Save);
    v.sees("Line 1 of that day.").sees_not("pressed on");
    v.press(Command::Find).types("budget").press(Command::Main);
    v.sees("They pressed on the budget.")
        .sees("Line 60 of that day.");
    // It is read on from there, and back.
    v.press(Command::Main)
        .press(Command::PageUp)
        .sees_not("pressed on the budget");
    v.press(Command::Back).press(Command::Back);
    v.sees("Line 1 of that day.");
}

#[test]
fn a_text_that_no_file_would_hold_is_not_pasted() {
    let mut v = Visit::new();
    v.press(Command::Journal)
        .press(Command::New)
        .types("Before.");
    v.pastes(&"a ".repeat(1_100_000));
    v.toast("Nothing was pasted: that text is longer than two million letters.");
    v.sees("Before.").sees_not("a a");
}

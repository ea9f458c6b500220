//! The interviews of an application: each with its day, its people and what came of it, from its first on.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::Visit;

const FILE: &str = "applications/kestrel-labs-engineer.toml";

/// Opens the form of the job, on the line of its first interview.
fn on_first(v: &mut Visit) -> &mut Visit {
    v.press(Command::Roadmap)
        .press(Command::Edit)
        .press_times(Command::NextField, 4)
        .is_in(Context::Opens)
}

#[test]
fn an_interview_stays_in_the_form_when_the_job_moves_on() {
    let mut v = places::visit();
    v.press(Command::Roadmap)
        .press(Command::Down)
        .press(Command::Done)
        .press(Command::Edit)
        .sees("Wed 18 Mar");
    v.press_times(Command::NextField, 2)
        .press(Command::NextValue)
        .press(Command::Save)
        .press(Command::Edit)
        .sees("Wed 18 Mar");
    v.file(FILE).contains("date = 2026-03-18");
    assert_eq!(v.file(FILE).count("[[round]]"), 1);
}

#[test]
fn an_interview_gets_its_people_and_what_came_of_it() {
    let mut v = places::visit();
    on_first(&mut v).press(Command::Main).is_in(Context::Line);
    v.press_times(Command::NextField, 2)
        .types("R. Castellano, head nurse\nLee")
        .press_times(Command::NextField, 5)
        .press(Command::NextValue)
        .sees("went on")
        .press(Command::Save)
        .is_in(Context::Opens)
        .sees("Wed 18 Mar, R. Castellano, Lee")
        .sees("went on");
    v.file(FILE)
        .contains("name = \"R. Castellano\"")
        .contains("title = \"head nurse\"")
        .contains("outcome = \"advanced\"");
    // The rest of the form is as it was left.
    v.press(Command::Save).is_in(Context::Roadmap);
    v.press(Command::Undo).press(Command::Undo);
    v.file(FILE).lacks("R. Castellano");
}

#[test]
fn a_day_is_read_as_the_screens_write_it_and_one_just_past_is_not_next_year() {
    let mut v = places::visit();
    on_first(&mut v).press(Command::NextField);
    v.press(Command::Main).types("tue 18 mar");
    v.sees("18 March 2026 is a Wednesday.");
    for (typed, read) in [
        ("wed 18 mar", "Wed 18 Mar, in "),
        ("18.3.", "Wed 18 Mar, in "),
        ("20 feb", "Fri 20 Feb, "),
    ] {
        v.press(Command::DeleteLineStart).types(typed).sees(read);
    }
    v.sees("days ago").press(Command::Save);
    v.file(FILE).contains("date = 2026-02-20");
    // What cannot be read has no reading beside it.
    v.press(Command::Main).press(Command::DeleteLineStart);
    v.types("18 mar").sees("Wed 18 Mar, in ");
    v.types(" 26 or so")
        .sees("Not a date")
        .sees_not("Wed 18 Mar, in ");
}

#[test]
fn another_interview_is_added_and_taken_out_again() {
    let mut v = places::visit();
    on_first(&mut v).press(Command::NextField);
    v.sees("add another one").press(Command::Main);
    v.types("20 mar")
        .sees("Fri 20 Mar")
        .press(Command::Save)
        .sees("Fri 20 Mar");
    assert_eq!(v.file(FILE).count("[[round]]"), 2);
    v.press(Command::Main).sees("2026-03-20");
    v.press_times(Command::NextField, 9).sees("▌ Remove");
    v.press(Command::Main).sees_not("Fri 20 Mar");
    assert_eq!(v.file(FILE).count("[[round]]"), 1);
}

#[test]
fn what_was_typed_about_an_interview_outlives_a_kill() {
    let mut v = places::visit();
    on_first(&mut v).press(Command::Main);
    v.press_times(Command::NextField, 2)
        .types("R. Castellano")
        .wait(crate::visit::secs(3));
    v.kill();
    on_first(&mut v).press(Command::Main).sees("R. Castellano");
}

#[test]
fn an_interview_is_not_half_changed_on_a_full_disk() {
    let mut v = places::visit();
    on_first(&mut v).press(Command::Main);
    v.press(Command::DeleteLineStart).types("19 mar");
    v.disk_fills_up().press(Command::Save).sees("19 mar");
    v.file(FILE).contains("2026-03-18");
    v.disk_has_room().press(Command::Save).sees("Thu 19 Mar");
    v.file(FILE).contains("2026-03-19");
}

#[test]
fn names_in_the_list_of_interviews_are_hidden_with_the_others() {
    let mut v = places::visit();
    on_first(&mut v).press(Command::Main);
    v.press_times(Command::NextField, 2)
        .types("R. Castellano")
        .press(Command::Save)
        .press(Command::Back);
    v.key("H").press(Command::Edit).sees_not("R. Castellano");
}

#[test]
fn a_day_may_have_its_time_behind_it() {
    let mut v = places::visit();
    on_first(&mut v).press(Command::Main).is_in(Context::Line);
    v.press(Command::DeleteLineStart)
        .types("thursday 14:00")
        .sees("14:00")
        .sees_not("Not a date");
    v.press(Command::Save).sees("at 14:00");
    v.file(FILE).contains("time = 14:00");
}

#[test]
fn the_day_of_an_interview_goes_along_when_the_job_moves_on() {
    let mut v = Visit::new().with_home(places::home()).on("2026-03-03");
    v.press(Command::Roadmap)
        .press_times(Command::Down, 5)
        .press(Command::Done)
        .toast("Kestrel Labs stands at: Panel, the interview of Wed 18 Mar with it.")
        .sees("panel in 15 days");
    v.file(FILE)
        .contains("stage = \"panel\"\ndate = 2026-03-18");
    v.press(Command::Today)
        .sees("Kestrel Labs, panel interview: Wed 18 Mar");
    v.press(Command::Undo)
        .toast("Taken back: moving Kestrel Labs");
    v.sees("Kestrel Labs, screening: Wed 18 Mar");
}

#[test]
fn an_interview_that_has_been_stays_where_it_was() {
    let mut v = places::visit().on("2026-03-19");
    v.press(Command::Roadmap)
        .press(Command::Down)
        .press(Command::Done);
    v.file(FILE)
        .contains("stage = \"screening\"\ndate = 2026-03-18");
}

#[test]
fn an_interview_that_was_written_down_is_over_and_the_next_one_comes() {
    let mut v = places::visit().on("2026-03-18").at("20:00");
    on_first(&mut v)
        .press(Command::NextField)
        .press(Command::Main);
    v.types("26 mar").press(Command::Save).press(Command::Save);
    v.press(Command::Today)
        .press(Command::Debrief)
        .sees("Debrief: Kestrel Labs, screening")
        .types("tired")
        .press(Command::Save);
    v.sees("Thu 26 Mar, in eight days")
        .sees("screening: today. Its debrief is begun; go on with it.")
        .sees_not("Warm-up");
    v.press(Command::PracticeHome)
        .sees("for Kestrel Labs")
        .sees("in eight days")
        .sees_not("today");
}

#[test]
fn after_the_last_one_today_says_that_it_is_written_down() {
    let mut v = places::visit().on("2026-03-19");
    v.press(Command::Debrief)
        .types("tired")
        .press(Command::Save);
    v.sees("screening: yesterday. Its debrief is begun; go on with it.");
    v.press(Command::Debrief)
        .types("Why us?")
        .press(Command::Save);
    v.sees("Kestrel Labs, screening: yesterday, and written down.");
}

/// Goes on with the half-written words of the line of Today that begins so.
fn goes_on_with<'a>(v: &'a mut Visit, line: &str) -> &'a mut Visit {
    v.press(Command::Today).sees(line);
    for _ in 0..9 {
        if !v.screen().has(&format!("▌ {line}")) {
            v.press(Command::Down);
        }
    }
    v.press(Command::Main)
}

#[test]
fn an_interview_that_was_half_written_goes_on_where_it_was_left() {
    let line = "Go on with: screening at Kestrel Labs";
    let mut v = places::visit();
    on_first(&mut v).press(Command::Main).is_in(Context::Line);
    v.press_times(Command::NextField, 2).types("Zoe Quist");
    v.press(Command::Back).press(Command::Back);
    goes_on_with(&mut v, line).sees("Zoe Quist");
    v.press(Command::Save).press(Command::Today);
    v.sees_not("Go on with");
}

#[test]
fn what_was_half_written_about_an_interview_never_overwrites_another_one() {
    let mut v = places::visit();
    for day in ["20 mar", "24 mar"] {
        on_first(&mut v).press_times(Command::NextField, 1 + usize::from(day == "24 mar"));
        v.press(Command::Main).types(day).press(Command::Save);
        v.press(Command::Back);
    }
    on_first(&mut v)
        .press(Command::NextField)
        .press(Command::Main);
    v.press_times(Command::NextField, 2).types("Zoe Quist");
    v.press(Command::Back);
    // The interview before it is taken out, so the others move up.
    v.press(Command::PrevField).press(Command::Main);
    v.press_times(Command::NextField, 9).sees("▌ Remove");
    v.press(Command::Main).press(Command::Back);
    goes_on_with(&mut v, "Go on with: screening at Kestrel Labs").sees("Zoe Quist");
    v.sees("2026-03-20").press(Command::Save);
    v.file(FILE)
        .contains("date = 2026-03-20")
        .contains("date = 2026-03-24")
        .contains("Zoe Quist");
    assert_eq!(v.file(FILE).count("[[round]]"), 2);
}

#[test]
fn words_about_an_interview_that_is_gone_go_on_as_a_new_one() {
    let mut v = places::visit();
    on_first(&mut v).press(Command::Main);
    v.press_times(Command::NextField, 2).types("Zoe Quist");
    v.press(Command::Back).press(Command::Back);
    let moved = v.file(FILE).text.replace("2026-03-18", "2026-03-25");
    v.meddles(FILE, &moved).restart();
    goes_on_with(&mut v, "Go on with: a new interview at Kestrel Labs").sees("Zoe Quist");
    v.press(Command::Save);
    v.file(FILE).contains("2026-03-25").contains("2026-03-18");
    v.press(Command::Today).sees_not("Go on with");
}

#[test]
fn half_written_words_of_a_job_in_the_trash_come_back_with_it() {
    let line = "Go on with: screening at Kestrel Labs";
    let mut v = places::visit();
    on_first(&mut v).press(Command::Main);
    v.press_times(Command::NextField, 2).types("Zoe Quist");
    v.press(Command::Back).press(Command::Back);
    v.press(Command::Remove).press(Command::Today);
    v.sees_not("Go on with").press(Command::Undo);
    goes_on_with(&mut v, line).sees("Zoe Quist");
}

#[test]
fn the_caret_goes_up_a_row_of_the_notes_as_they_are_drawn() {
    let mut v = places::visit();
    v.press(Command::Roadmap).press(Command::Edit);
    v.press_times(Command::NextField, 9).is_in(Context::Area);
    v.types(&"a".repeat(100))
        .press(Command::CaretUp)
        .types("b")
        .press(Command::Save);
    v.file(FILE)
        .contains(&format!("{}b{}", "a".repeat(24), "a".repeat(76)));
}

#[test]
fn the_day_of_an_interview_that_was_stays_in_its_year() {
    let mut v = Visit::new().on("2026-11-30").ignore_toasts().with_file(
        "applications/acme.toml",
        "format = 1\nemployer = \"Acme\"\nrole = \"\"\nstage = \"panel\"\nsince = 2026-09-01\nclosed = false\n\
         outcome = \"pending\"\n\n[[round]]\nstage = \"panel\"\ndate = 2026-09-20\noutcome = \"pending\"\n",
    );
    v.press(Command::Roadmap).press(Command::Edit);
    v.press_times(Command::NextField, 4).press(Command::Main);
    v.is_in(Context::Line).press(Command::DeleteLineStart);
    v.types("28 sep").sees("28 Sep");
    v.press(Command::Save);
    v.file("applications/acme.toml")
        .contains("date = 2026-09-28");
}

//! The roadmap: a job in two keys and a name, moved along the road, with steps that stay ticked.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{File, Visit};

fn with_acme() -> Visit {
    let mut v = Visit::new();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Acme")
        .press(Command::Save)
        .toast("Saved.");
    v
}

#[test]
fn an_application_is_a_name_and_two_keys() {
    let mut v = with_acme();
    v.is_in(Context::Roadmap).sees("Acme");
    v.file("applications/acme.toml")
        .contains("employer = \"Acme\"")
        .contains("stage = \"screening\"");
    v.restart();
    v.press(Command::Roadmap).sees("Acme");
}

#[test]
fn it_moves_along_and_back_again() {
    let mut v = with_acme();
    v.press_times(Command::Down, 2)
        .press(Command::Done)
        .toast("Acme stands at: In person. u takes it back.");
    v.file("applications/acme.toml")
        .contains("stage = \"in-person\"");
    v.press(Command::Undo).toast("Taken back: moving Acme");
    v.file("applications/acme.toml")
        .contains("stage = \"screening\"");
    v.press(Command::Redo).toast("Done again: moving Acme");
    v.restart();
    v.file("applications/acme.toml")
        .contains("stage = \"in-person\"");
    v.press(Command::Roadmap)
        .press(Command::View)
        .sees("In person");
}

#[test]
fn steps_stay_ticked_for_each_application() {
    let mut v = with_acme();
    v.press(Command::Main).is_in(Context::Stage).sees("0 of");
    v.press(Command::Done)
        .press(Command::Down)
        .press(Command::Done)
        .sees("2 of");
    v.press(Command::Done).sees("1 of");
    v.restart();
    v.press(Command::Roadmap)
        .press(Command::Main)
        .sees("[x]")
        .sees("1 of 8");
    v.press(Command::Close)
        .press(Command::New)
        .types("Brill")
        .press(Command::Save)
        .toast("Saved.");
    // The other application has ticks of its own.
    v.press(Command::Main).sees("0 of 8");
}

#[test]
fn a_tick_is_taken_back() {
    let mut v = with_acme();
    v.press(Command::Main).press(Command::Done).sees("1 of 8");
    v.press(Command::Undo).toast("Taken back").sees("0 of 8");
}

#[test]
fn every_stage_opens_to_its_whole_sheet() {
    let mut v = Visit::new().size(100, 200);
    for stage in 0..8 {
        v.press(Command::Roadmap).press(Command::First);
        v.press_times(Command::Down, stage).press(Command::Main);
        v.is_in(Context::Stage)
            .sees(&format!("Stage {} of 8", stage + 1));
        for part in ["Prepare", "Expect", "Both voices", "Who and how"] {
            v.sees(part);
        }
        v.press(Command::Close);
    }
}

#[test]
fn a_stage_is_practiced_with_one_key() {
    let mut v = Visit::new();
    v.press(Command::Roadmap)
        .press_times(Command::Down, 5)
        .press(Command::Practice)
        .sees("‹ Panel ›")
        .press(Command::Main)
        .is_in(Context::Think);
    v.file("practice/2026/….toml").contains("stage = \"panel\"");
}

#[test]
fn an_interview_has_a_day_and_an_hour() {
    let mut v = Visit::new();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Acme")
        .press_times(Command::NextField, 3)
        .types("18 mar")
        .sees("Wed 18 Mar")
        .press(Command::NextField)
        .types("10")
        .press(Command::Save);
    if v.context() != Context::Roadmap {
        v.press(Command::DeleteLineStart)
            .types("10:00")
            .press(Command::Save);
    }
    v.hears_something();
    v.file("applications/acme.toml")
        .contains("2026-03-18")
        .contains("10:00");
    v.press(Command::Today).sees("Acme").sees("18 Mar");
}

/// Closes the application in sight: they chose somebody else.
fn close(v: &mut Visit) {
    v.press(Command::Edit)
        .press_times(Command::NextField, 3)
        .sees("it goes on")
        .press(Command::NextValue)
        .press_times(Command::NextValue, 2)
        .press(Command::Save)
        .toast("I am sorry. What you wrote stays; here are three steps.");
    v.is_in(Context::Today).press(Command::Roadmap);
}

#[test]
fn a_closed_application_folds_away() {
    let mut v = with_acme();
    close(&mut v);
    v.file("applications/acme.toml").contains("closed = true");
    v.sees_not("Acme");
}

#[test]
fn closed_applications_unfold_and_their_ending_is_taken_back_there() {
    let mut v = with_acme();
    close(&mut v);
    v.press(Command::View)
        .sees("Closed, 1: Acme (they chose somebody else)");
    v.press(Command::Edit)
        .toast("These are closed. Enter lists them");
    v.press(Command::Main).press(Command::Down).sees("Acme");
    v.sees("they chose somebody else");
    v.press(Command::Done).toast("It is closed.");
    v.press(Command::Edit)
        .press_times(Command::NextField, 3)
        .press_times(Command::PrevValue, 3)
        .sees("it goes on")
        .press(Command::Save)
        .toast("Saved.");
    v.file("applications/acme.toml").lacks("closed = true");
}

#[test]
fn removing_an_application_is_taken_back() {
    let mut v = with_acme();
    v.press(Command::Remove)
        .toast("Acme is in the trash. u takes it back.");
    v.sees_not("Acme stands")
        .press(Command::Undo)
        .toast("Taken back: removing Acme")
        .sees("Acme");
    v.file("applications/acme.toml").contains("Acme");
}

#[test]
fn two_applications_of_one_name_are_two() {
    let mut v = with_acme();
    v.press(Command::New)
        .types("Acme")
        .press(Command::Save)
        .toast("Saved.");
    assert_eq!(v.files("applications/…").len(), 2);
    v.press(Command::View).sees("2 open");
}

#[test]
fn a_form_without_a_name_says_what_is_missing_and_keeps_the_rest() {
    let mut v = Visit::new();
    v.press(Command::Roadmap)
        .press(Command::New)
        .press(Command::NextField)
        .types("Nurse")
        .press(Command::Save)
        .toast("Write the employer's name first.");
    v.sees("Nurse")
        .types("St. Mary")
        .press(Command::Save)
        .toast("Saved.");
    v.file("applications/….toml")
        .contains("St. Mary")
        .contains("Nurse");
}

#[test]
fn closing_a_half_filled_form_keeps_what_was_typed() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Half a name");
    v.press(Command::Back).is_in(Context::Roadmap);
    v.press(Command::New).sees("Half a name");
}

#[test]
fn the_road_is_the_same_at_the_size_of_a_note() {
    let mut v = places::visit().size(40, 10);
    v.press(Command::Roadmap)
        .sees("Screening")
        .press(Command::Main)
        .is_in(Context::Stage);
}

#[test]
fn a_job_that_was_just_added_is_the_one_to_look_at() {
    let mut v = with_acme();
    v.press(Command::New)
        .types("Kestrel Labs")
        .press(Command::Save)
        .toast("Saved.");
    v.sees("Kestrel Labs").sees("2/2");
    // One that was not added leaves everything where it was.
    v.press(Command::Left)
        .sees("1/2")
        .press(Command::New)
        .press(Command::Back)
        .toast("Closed.")
        .sees("1/2");
}

#[test]
fn what_was_prepared_before_there_was_a_job_goes_along_with_the_first_one() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::Main)
        .press(Command::Done)
        .press(Command::Down)
        .press(Command::Done)
        .press(Command::Back)
        .sees("2 of 8 prepared");
    v.press(Command::New).types("Oakfield School");
    v.press(Command::Save).sees("2 of 8 prepared");
    v.press(Command::New).types("Acme");
    v.press(Command::Save).sees_not("2 of 8 prepared");
    v.hears_something();
}

#[test]
fn the_page_of_a_stage_speaks_of_the_field_of_work_first() {
    let page = |field: &str| {
        let profile = format!("format = 1\nfamily = \"{field}\"\n");
        let mut v = Visit::new().with_file("profile.toml", &profile);
        v.resize(80, 120);
        v.press(Command::Roadmap);
        v.press_times(Command::Down, 5).press(Command::Main);
        v.is_in(Context::Stage);
        v
    };
    let mut nurse = page("nursing");
    nurse
        .sees("A case from a shift: a patient who gets worse")
        .sees("Applied  In the car it was a disaster; in the notebook it was one of nine")
        .sees_not("apprentice committee");
    let screen = nurse.screen().text();
    let at = |words: &str| screen.find(words).expect(words);
    assert!(
        at("it was one of nine") < at("the only engineer was sick"),
        "{screen}"
    );
    // What it comes to stands below a title that is a riddle.
    nurse.sees("Write the questions down before you judge");
    page("trades")
        .sees("An apprentice committee asks for fifteen minutes")
        .sees_not("ward manager");
}

/// A job with an interview on a day, as its file.
fn job(name: &str, day: &str) -> File {
    let text = format!(
        "format = 1\nemployer = \"{name}\"\nrole = \"Nurse\"\nstage = \"panel\"\nsince = 2026-02-20\n\n[[round]]\nstage = \"panel\"\ndate = {day}\ntime = 10:00:00\n"
    );
    File {
        path: format!(
            "applications/{}.toml",
            name.to_lowercase().replace(' ', "-")
        ),
        text,
    }
}

/// One that ended in a month.
fn ended(name: &str, role: &str, how: &str, day: &str) -> File {
    let text = format!(
        "format = 1\nemployer = \"{name}\"\nrole = \"{role}\"\nstage = \"panel\"\nsince = 2024-02-01\nclosed = true\noutcome = \"{how}\"\nended = {day}\nnotes = \"Their tram line 7.\"\n"
    );
    File {
        path: format!(
            "applications/{}.toml",
            name.to_lowercase().replace(' ', "-")
        ),
        text,
    }
}

fn many() -> Visit {
    Visit::new().with_home(&[
        job("Acme", "2026-03-20"),
        job("Brill", "2026-03-12"),
        job("Zeta Care", "2026-03-03"),
        ended("Oakline", "Teacher", "withdrew", "2024-03-08"),
        ended("Kestrel", "Porter", "rejected", "2025-11-02"),
    ])
}

#[test]
fn all_jobs_stand_in_the_order_of_their_next_interview_with_its_day() {
    let mut v = many();
    v.press(Command::Roadmap).sees("Zeta Care").sees("1/3");
    v.press(Command::View);
    let rows = ["Zeta Care", "Brill", "Acme"].map(|name| v.screen().row_with(name));
    assert!(rows[0] < rows[1] && rows[1] < rows[2], "{}", v.screen());
    v.sees("Tue 3 Mar 10:00").sees("Thu 12 Mar 10:00");
    v.resize(40, 10).sees("Tue 3 Mar 10:00");
}

#[test]
fn one_of_many_jobs_is_found_by_any_of_its_words() {
    let mut v = many();
    let found = |v: &mut Visit, words: &str, name: &str| {
        v.press(Command::Roadmap)
            .press(Command::Find)
            .is_in(Context::Find)
            .types(words)
            .sees(name)
            .sees("1 of 5");
        v.press(Command::Back);
    };
    found(&mut v, "oakl", "Oakline, Teacher");
    found(&mut v, "porter", "Kestrel, Porter");
    found(&mut v, "withdrew", "Mar 2024, I withdrew");
    found(&mut v, "2025", "Nov 2025, they chose somebody else");
    found(&mut v, "brill", "Thu 12 Mar 10:00");
    // What was found stays marked when all are shown again.
    v.press(Command::Find)
        .types("tram teacher")
        .press(Command::Main)
        .sees("Oakline")
        .sees_not("Kestrel")
        .press(Command::Back)
        .sees("Kestrel");
    v.sees("Their tram line 7.");
}

#[test]
fn a_closed_job_is_read_before_it_is_changed() {
    let mut v = many();
    v.press(Command::Roadmap)
        .press(Command::Find)
        .types("oakline")
        .press(Command::Main)
        .press(Command::Main)
        .is_in(Context::Roadmap)
        .sees("Oakline, Teacher")
        .sees("Mar 2024, I withdrew")
        .sees("Their tram line 7.");
    v.press(Command::Edit).is_in(Context::Line).sees("Oakline");
    v.press(Command::Back).press(Command::Close).sees("1 of 5");
}

#[test]
fn a_closed_job_is_found_among_all_commands_too() {
    let mut v = many();
    v.opens();
    v.runs("kestrel").sees("Kestrel, Porter");
    v.is_in(Context::Roadmap).sees("Nov 2025");
}

#[test]
fn on_the_smallest_screen_day_and_hour_of_an_interview_are_never_cut() {
    let long = |n: usize, day: &str| {
        let mut file = job("Riverside Youth and Family Services", day);
        file.path = format!("applications/long-{n}.toml");
        file
    };
    let mut v = Visit::new()
        .with_home(&[long(1, "2026-03-05"), long(2, "2026-03-18")])
        .size(40, 10);
    v.sees("panel Thursday at 10:00")
        .sees("Wed 18 Mar at 10:00");
    v.press(Command::Roadmap)
        .sees("Panel           Thu 5 Mar 10:00")
        .press(Command::View)
        .sees("Thu 5 Mar 10:00")
        .sees("Wed 18 Mar 10:00");
}

#[test]
fn what_a_new_job_is_rehearsed_with_follows_its_stage_also_from_a_draft() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Gold")
        .press(Command::Back);
    v.press(Command::New).sees("Gold").sees("Recruiter call");
    v.press_times(Command::NextField, 2)
        .press_times(Command::NextValue, 5)
        .sees("‹ Panel ›")
        .sees_not("Recruiter call");
    // What was chosen stays.
    while v.screen().row_with("▌ Rehearse with").is_none() {
        v.press(Command::NextField);
    }
    v.press(Command::NextValue);
    let row = v.screen().row_with("Rehearse with");
    let chosen = v.screen().rows()[usize::from(row.expect("a row"))].clone();
    v.press(Command::Back).press(Command::New);
    v.sees(chosen.trim_start_matches(['▌', ' ']).trim_end());
}

#[test]
fn what_a_new_interview_is_rehearsed_with_follows_its_stage() {
    let mut v = with_acme();
    v.press(Command::Edit);
    while v.context() != Context::Opens {
        v.press(Command::NextField);
    }
    v.press(Command::Main).sees("Recruiter call");
    v.press(Command::PrevField)
        .press_times(Command::NextValue, 5)
        .sees("‹ Panel ›")
        .sees_not("Recruiter call");
}

#[test]
fn the_interviews_of_a_job_stand_in_the_order_of_their_days() {
    let mut file = job("Acme", "2026-03-20");
    file.text.push_str(
        "\n[[round]]\nstage = \"panel\"\ndate = 2026-03-09\ntime = 08:15:00\n\n[[round]]\nstage = \"panel\"\n",
    );
    let mut v = Visit::new().with_home(&[file]);
    v.press(Command::Roadmap)
        .sees("Mon 9 Mar at 08:15; Fri 20 Mar at 10:00");
    v.press(Command::Edit);
    let rows = ["Mon 9 Mar", "Fri 20 Mar", "no day yet"].map(|day| v.screen().row_with(day));
    assert!(rows[0] < rows[1] && rows[1] < rows[2], "{}", v.screen());
    while v.context() != Context::Opens {
        v.press(Command::NextField);
    }
    v.press(Command::Main).sees("2026-03-09").sees("08:15");
}

#[test]
fn a_long_name_is_whole_where_the_row_has_room_for_it() {
    let mut file = job("Riverside Youth and Family Services", "2026-03-17");
    file.text = file.text.replace("Nurse", "Senior medical social worker");
    let mut v = Visit::new().with_home(&[file]);
    v.press(Command::Roadmap)
        .sees("Riverside Youth and Family Services, Senior medical social worker");
    v.sees("Tue 17 Mar at 10:00");
}

#[test]
fn a_search_from_a_road_begins_and_ends_at_its_job() {
    let mut v = many();
    v.press(Command::Roadmap).press(Command::Right).sees("2/3");
    v.press(Command::Find)
        .press(Command::Back)
        .press(Command::View)
        .sees("2/3");
}

#[test]
fn where_the_words_are_in_none_every_key_says_so_and_nothing_unfolds_unseen() {
    let mut v = many().ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::Find)
        .types("zzz")
        .press(Command::Main);
    for command in [Command::Remove, Command::Edit, Command::Main] {
        v.press(command)
            .sees("None of them has these words. Esc shows all again.");
    }
    v.press(Command::Back).sees("Closed, 2: ");
}

#[test]
fn a_job_that_was_added_among_found_ones_is_in_sight() {
    let mut v = many().ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::Find)
        .types("oakline")
        .press(Command::Main);
    v.press(Command::New)
        .types("Umbra Works")
        .press(Command::Save)
        .is_in(Context::Roadmap)
        .sees("Umbra Works");
}

#[test]
fn without_a_job_no_line_is_named_that_is_not_there() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Roadmap).press(Command::Main);
    let to = |v: &mut Visit, words: &str| {
        // The last part does not lead to the first.
        for command in [[Command::NextPane; 20], [Command::PrevPane; 20]].concat() {
            if v.screen().has(words) {
                return;
            }
            v.press(command);
        }
        panic!("{words}: {}", v.screen());
    };
    to(&mut v, "Space keeps a question under To ask.");
    v.press(Command::Done);
    to(&mut v, "Space lets one go.");
    v.sees_not("Enter on the last line");
}

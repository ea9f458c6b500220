//! Mocks afterward: reopened another day, put side by side, written down for somebody else.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, mins};

/// Sits a mock to its result and closes that.
fn sat(v: &mut Visit, blueprint: &str) {
    places::whole(v, blueprint);
    places::on_to(v, Context::Results);
    v.press(Command::Close);
}

/// A home with a recruiter call on Monday, and a day later it is opened again.
fn a_day_later() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    sat(&mut v, "recruiter-screen-20");
    v.wait(mins(24 * 60)).restart();
    v
}

#[test]
fn what_was_sat_is_found_again_from_progress_and_its_page_is_read_from_the_file() {
    let mut v = a_day_later();
    v.press(Command::Progress)
        .press(Command::Show)
        .is_in(Context::Past)
        .sees("Recruiter call, 20 minutes")
        .sees("Solid or Strong");
    v.press(Command::Main)
        .is_in(Context::Results)
        .sees("Went well: ")
        .sees("Moments that mattered");
    v.press(Command::Close).is_in(Context::Past);
    v.press(Command::Filter)
        .sees("Recruiter call")
        .press(Command::Filter)
        .sees_not("Recruiter call")
        .sees("f show the others");
    v.press(Command::Filter)
        .press(Command::Find)
        .types("monday")
        .sees("Recruiter call");
}

#[test]
fn the_list_of_mocks_leads_to_the_results_of_the_last_time() {
    let mut v = a_day_later();
    v.runs("whole mocks:");
    while !v.screen().has("sat 2 Mar") {
        v.press(Command::Down);
    }
    v.press(Command::Find)
        .types("recruiter call")
        .press(Command::Main)
        .press(Command::Show)
        .is_in(Context::Results)
        .sees("Went well: ");
    v.press(Command::Close)
        .press(Command::Back)
        .press(Command::Find)
        .types("ward panel")
        .press(Command::Main)
        .press(Command::Show)
        .is_in(Context::Mocks)
        .sees("not sat to its end yet");
}

#[test]
fn two_mocks_stand_side_by_side_in_words_and_another_one_can_be_chosen() {
    let mut v = Visit::new().ignore_toasts();
    sat(&mut v, "recruiter-screen-20");
    v.wait(mins(3)).restart();
    sat(&mut v, "apprentice-panel-15");
    v.wait(mins(3)).restart();
    places::whole(&mut v, "recruiter-screen-20");
    places::on_to(&mut v, Context::Results);
    v.press_times(Command::View, 2)
        .sees("and before it 2 Mar")
        .sees("What they listened for")
        .sees(" Before: ");
    v.press(Command::Copy);
    let copied = v.copied.clone().expect("it is copied");
    for words in ["Ran over: ", "Saying that you want the job: ", "Before: "] {
        assert!(copied.contains(words), "{words}\n{copied}");
    }
    v.press(Command::Right)
        .sees("and before it Apprentice committee")
        .sees("did not come up");
    v.press(Command::Right)
        .press(Command::Left)
        .sees("and before it 2 Mar");
    v.press(Command::View).sees("Went well: ");
}

#[test]
fn the_page_is_written_into_a_file_once_and_never_over_another() {
    let mut v = a_day_later();
    v.runs("past sittings").press(Command::Main);
    v.press(Command::Save);
    let page = v.file("exports/….md");
    assert!(
        page.path.starts_with("exports/2026-03-02T"),
        "{}",
        page.path
    );
    page.contains("## Recruiter call, 20 minutes, 2026-03-02")
        .contains("**Went well:** ")
        .contains("### Part by part");
    v.press(Command::Save);
    assert_eq!(
        v.files("exports/…").len(),
        1,
        "the same page is there already"
    );
    v.meddles(&page.path, "My own words.");
    v.press(Command::Save);
    assert_eq!(v.file(&page.path).text, "My own words.");
    assert_eq!(v.files("exports/…").len(), 2);
    v.press(Command::HideNames).press(Command::Save);
    assert_eq!(v.files("exports/…").len(), 2, "names are hidden");
    v.sees("H shows them");
}

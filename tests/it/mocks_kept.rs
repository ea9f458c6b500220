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
        .sees("Change: ")
        .sees("Moments that mattered");
    v.press(Command::Close).is_in(Context::Past);
    v.press(Command::Filter)
        .sees("Recruiter call")
        .press(Command::Filter)
        .sees_not("Recruiter call")
        .sees("f show the others");
    v.press_times(Command::Filter, 2)
        .press(Command::Find)
        .types("monday")
        .sees("Recruiter call");
}

#[test]
fn past_drills_are_told_apart_by_what_they_began_with() {
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Results);
    v.runs("past sittings");
    let row = v.screen().rows()[3].clone();
    let (_, first) = row.split_once("Drill: ").expect("the first question of it");
    let words = first.split('…').next().unwrap_or_default().trim();
    v.press(Command::Find).types(words).sees(words);
}

#[test]
fn the_list_of_mocks_leads_to_the_results_of_the_last_time() {
    let mut v = a_day_later();
    v.runs("whole mocks");
    while !v.screen().has("sat 2 Mar") {
        v.press(Command::Down);
    }
    v.press(Command::Find)
        .types("recruiter call")
        .press(Command::Main)
        .press(Command::Show)
        .is_in(Context::Results)
        .sees("Change: ");
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
    v.press(Command::View).sees("Change: ");
}

#[test]
fn a_mock_that_could_not_be_read_beside_another_is_told_and_opens_once_it_can() {
    let mut v = Visit::new().ignore_toasts();
    sat(&mut v, "recruiter-screen-20");
    let first = v.file("practice/…");
    v.wait(mins(3)).restart();
    places::whole(&mut v, "recruiter-screen-20");
    places::on_to(&mut v, Context::Results);
    v.meddles(&first.path, "format = [\n");
    v.press_times(Command::View, 2)
        .sees_not("Reading the other mock.")
        .sees(&first.path);
    v.meddles(&first.path, &first.text);
    v.press(Command::Close).runs("past sittings");
    v.press(Command::Last)
        .press(Command::Main)
        .is_in(Context::Results)
        .sees_not("Reading the sitting.")
        .sees("Change: ");
}

#[test]
fn a_sitting_that_cannot_be_read_is_not_said_to_be_read_for_good() {
    let mut v = Visit::new().ignore_toasts();
    sat(&mut v, "recruiter-screen-20");
    let first = v.file("practice/…");
    v.wait(mins(3)).restart();
    v.runs("past sittings");
    v.meddles(&first.path, "format = [\n");
    v.press(Command::Main)
        .is_in(Context::Results)
        .sees_not("Reading the sitting.")
        .sees(&first.path);
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
    page.contains("# Recruiter call, 20 minutes\n\n2 March 2026, ")
        .contains("**Change:** ")
        .contains("## Part by part");
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
    assert_eq!(
        v.files("exports/…").len(),
        2,
        "nobody is named in it: it is there already"
    );
}

#[test]
fn after_a_panel_a_line_for_each_of_them_is_kept_at_the_application() {
    let mut v = places::visit();
    places::whole(&mut v, "ward-panel-30");
    places::on_to(&mut v, Context::Results);
    v.press(Command::New)
        .is_in(Context::Area)
        .sees("Thank you for")
        .sees(places::EMPLOYER);
    v.press(Command::Back);
    let note = v.file("journal/2026/…thank-you-lines.toml");
    note.contains("Thank-you lines: Ward panel")
        .contains("tags = [\"thank-you\"]")
        .contains("application = \"kestrel-labs-engineer\"");
    assert!(note.count("Thank you for") >= 3, "{}", note.text);
    v.is_in(Context::Results).press(Command::New);
    assert_eq!(
        v.files("journal/2026/…thank-you…").len(),
        1,
        "once is enough"
    );
    v.press(Command::Back).press(Command::Close);
    v.press(Command::Journal).sees("Ms. Mensah, ward manager");
}

#[test]
fn without_a_panel_there_is_nobody_to_thank_by_name() {
    let mut v = a_day_later();
    v.runs("past sittings")
        .press(Command::Main)
        .press(Command::New);
    v.is_in(Context::Results).sees("nobody to thank by name");
}

#[test]
fn the_phone_call_has_noise_outside_and_says_so_before_and_while_it_is_loud() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "phone-first-30");
    v.sees_not("go on.");
    while !v.screen().has("A drill starts next door.") {
        places::rate_on(&mut v);
    }
    v.is_in(Context::Think).press(Command::Main);
    v.is_in(Context::Answer).sees("A drill starts next door.");
}

/// Writes a mock of one's own: what the form begins with, under a title.
fn own_mock(v: &mut Visit) {
    v.runs("whole mocks")
        .press(Command::New)
        .sees("20 minutes in 3 parts")
        .sees("‹ Neutral ›")
        .types("Corner shop")
        .press(Command::Save);
}

#[test]
fn a_mock_of_ones_own_is_written_listed_first_sat_changed_and_removed() {
    let mut v = Visit::new().ignore_toasts();
    own_mock(&mut v);
    v.is_in(Context::Mocks).sees("Your own").sees("Corner shop");
    let file = v.file("questions/mine.toml");
    file.contains("[[blueprint]]")
        .contains("id = \"m-corner-shop\"");
    v.press(Command::Main)
        .is_in(Context::Mock)
        .sees("What you have done: 3 questions, up to 2 follow-ups each");
    v.press(Command::Main).is_in(Context::Think);
    places::on_to(&mut v, Context::Results);
    v.sees("Change: ").press(Command::Close);
    v.restart().runs("whole mocks").sees("sat 2 Mar");
    v.press(Command::Edit)
        .types(", evening")
        .press(Command::Save);
    v.sees("Corner shop, evening");
    assert_eq!(v.file("questions/mine.toml").count("[[blueprint]]"), 1);
    v.press(Command::Remove).sees_not("Corner shop");
    v.file("questions/mine.toml").lacks("blueprint");
    v.press(Command::Undo).sees("Corner shop, evening");
    v.restart().runs("whole mocks").sees("Corner shop, evening");
    v.press(Command::Last)
        .press(Command::Edit)
        .is_in(Context::Mocks);
    v.sees("Only mocks of your own");
}

#[test]
fn a_mock_of_ones_own_has_a_panel_a_focus_and_a_talk() {
    let mut v = Visit::new().ignore_toasts();
    let to = |v: &mut Visit, field: &str| {
        let mark = format!("▌ {field}");
        for _ in 0..80 {
            if v.screen().has(&mark) {
                return;
            }
            v.press(Command::NextField);
        }
        panic!("no field {field}\n{}", v.screen());
    };
    v.runs("whole mocks")
        .press(Command::New)
        .types("Offer round");
    to(&mut v, "With");
    v.sees("‹ nobody else ›")
        .press(Command::NextValue)
        .sees_not("‹ nobody else ›");
    to(&mut v, "about");
    v.sees("anything");
    to(&mut v, "Part 2");
    v.sees("What you have done");
    to(&mut v, "about");
    v.press(Command::Tick).press(Command::PrevField);
    to(&mut v, "opens with");
    v.press_times(Command::NextValue, 3).sees("‹ talk: ");
    v.press(Command::Save)
        .is_in(Context::Mocks)
        .sees("Offer round");
    let file = v.file("questions/mine.toml");
    file.contains("panel = \"")
        .contains("competencies = [\"")
        .contains("fixed = [\"");
    v.press(Command::Main)
        .sees("What you have done: a talk with choices, then 3");
    v.press(Command::Main);
    for _ in 0..60 {
        if v.context() == Context::Heard {
            break;
        }
        places::rate_on(&mut v);
    }
    v.is_in(Context::Heard).sees("part 2 of 3");
    // What was chosen stands in the form when it is opened again.
    let mut v = v.beside().ignore_toasts();
    v.runs("whole mocks").press(Command::Edit);
    to(&mut v, "opens with");
    to(&mut v, "Part 2");
    to(&mut v, "opens with");
    v.sees("‹ talk: ");
}

#[test]
fn a_mock_that_cannot_be_sat_is_not_saved_and_the_form_says_why() {
    let mut v = Visit::new().ignore_toasts();
    v.runs("whole mocks")
        .press(Command::New)
        .press(Command::Save);
    v.sees("Write a title first.").types("Odd one");
    v.press_times(Command::NextField, 9)
        .press(Command::DeleteLeft)
        .types("x")
        .sees("a number, 1 to 600");
    v.press(Command::Save).sees("Minutes of \"Who you are\"");
    v.press(Command::DeleteLeft).types("3");
    v.press_times(Command::NextField, 4)
        .press(Command::DeleteLeft)
        .types("24")
        .press(Command::Save)
        .sees("are needed");
    v.press(Command::Back);
    assert_eq!(v.files("questions/…"), Vec::<String>::new());
    v.restart().sees("Go on with: a mock of my own");
    v.runs("whole mocks").press(Command::New).sees("Odd one");
}

#[test]
fn a_mock_is_chosen_for_an_interview_and_practice_offers_it() {
    let mut v = places::visit();
    own_mock(&mut v);
    v.press(Command::Roadmap)
        .press(Command::Edit)
        .press_times(Command::NextField, 4)
        .press(Command::Main)
        .sees("no mock chosen");
    while v.context() != Context::Listed || !v.screen().has("▌ Rehearse with") {
        v.press(Command::NextField);
    }
    v.press(Command::NextValue)
        .sees("Corner shop")
        .press(Command::Save);
    v.file("applications/kestrel-labs-engineer.toml")
        .contains("mock = \"mine/m-corner-shop\"");
    v.restart()
        .press(Command::PracticeHome)
        .sees("on 18 Mar: Corner shop");
    v.press(Command::Main)
        .is_in(Context::Mock)
        .sees("Who you are");
    // A week before it has its day among those until then.
    let mut v = v.beside().on("2026-03-12").ignore_toasts();
    v.opens().press(Command::Days).sees("Corner shop");
    for _ in 0..40 {
        let rows = v.screen().rows();
        if rows
            .iter()
            .any(|r| r.contains('▌') && r.contains("Corner shop"))
        {
            break;
        }
        v.press(Command::Down);
    }
    v.press(Command::Main)
        .is_in(Context::Mock)
        .sees("Who you are");
}

#[test]
fn a_mock_of_ones_own_opens_with_a_question_of_ones_own_or_of_a_pack() {
    let pack = "format = 1\n[pack]\nid = \"night\"\ntitle = \"Nights\"\nversion = \"1.0.0\"\n\
        author = \"Sam\"\nlicense = \"CC-BY-4.0\"\nlanguage = \"en\"\n\n\
        [[question]]\nid = \"q-keys\"\ntext = \"Who has the keys at night?\"\n";
    let mine =
        "format = 1\n\n[[question]]\nid = \"q-own\"\ntext = \"Zebra crossing: what is it?\"\n";
    for (typed, text) in [("Z", "Zebra crossing"), ("Who has", "Who has the keys")] {
        let mut v = Visit::new()
            .with_file("packs/night.toml", pack)
            .with_file("questions/mine.toml", mine)
            .ignore_toasts();
        v.runs("whole mocks").press(Command::New).types("Own words");
        while !v.screen().has("▌   opens with") {
            v.press(Command::NextField);
        }
        v.types(typed).press(Command::Main).sees(text);
        v.press(Command::Save)
            .is_in(Context::Mocks)
            .sees("Own words");
        v.press(Command::Main).press(Command::Main);
        v.is_in(Context::Think).sees(text);
        // What was chosen stands in the form when it is opened again.
        v.restart().runs("whole mocks").press(Command::Edit);
        while !v.screen().has("▌   opens with") {
            v.press(Command::NextField);
        }
        v.sees(text);
    }
}

#[test]
fn every_mistake_in_the_form_of_a_mock_is_told_in_its_own_words() {
    let mut v = Visit::new().ignore_toasts();
    v.runs("whole mocks").press(Command::New).types("Long day");
    let to = |v: &mut Visit, field: &str| {
        while !v.screen().has(&format!("▌ {field}")) {
            v.press(Command::NextField);
        }
    };
    to(&mut v, "  minutes");
    v.press(Command::DeleteLeft)
        .types("590")
        .press(Command::Save);
    v.sees("All parts together take 607 minutes.")
        .sees("600 minutes at most");
    v.sees_not("`");
}

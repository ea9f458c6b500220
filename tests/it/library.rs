//! Looking things up: questions by any word, and the handbook.

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

#[test]
fn a_question_is_found_by_its_other_wording_its_field_and_its_stage() {
    let mut v = Visit::new();
    v.runs("question library").press(Command::Find);
    v.types("found it confusing")
        .sees("Think of something you know well")
        .sees("Give an example of a rule, a form or a machine");
    v.press(Command::DeleteLineStart)
        .types("nursing panel role play");
    v.sees("role play").sees_not("No question has all of this");
    v.press(Command::DeleteLineStart).types("career change");
    v.sees("sensitive");
    v.resize(160, 40);
    v.press(Command::DeleteLineStart).types("offer");
    let rows = v.screen().rows();
    let first = rows.iter().find(|row| row.contains("[ ]"));
    assert!(
        first.is_some_and(|row| row.contains("offer")),
        "what shows the word stands before what has it somewhere else: {rows:#?}"
    );
}

#[test]
fn who_has_told_no_field_is_shown_what_everybody_is_asked_first() {
    let mut v = Visit::new();
    v.runs("question library").resize(120, 40);
    v.sees_not("Washing, dressing");
    v.press(Command::Last).sees("weld");
}

#[test]
fn a_technical_talk_is_found_among_the_mocks_by_that_word() {
    let mut v = Visit::new();
    v.runs("whole mocks").press(Command::Find);
    v.types("technical")
        .sees("Coding talk")
        .sees("System design");
}

#[test]
fn the_handbook_has_everything_that_is_read_and_finds_it_by_any_word() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome).sees("Handbook");
    v.runs("handbook").is_in(Context::Handbook);
    v.sees("Checklists").press(Command::Filter);
    for part in [
        "Questions to ask them",
        "Shapes of an answer",
        "Voices",
        "What they listen for",
    ] {
        v.sees(part);
    }
    v.press(Command::Back).press(Command::Find);
    v.types("person who did this work before now")
        .sees("Questions to ask them");
    v.press(Command::Main)
        .press(Command::Main)
        .sees("A good sign");
    v.press(Command::Copy);
    assert!(
        v.copied
            .as_deref()
            .is_some_and(|text| text.contains("A good sign"))
    );
    v.ignore_toasts();
}

#[test]
fn the_handbook_begins_each_part_with_what_is_for_ones_field_of_work() {
    let ask = "How often is a nurse from this ward";
    let general = "What is the next step";
    for (family, first) in [("nursing", true), ("general", false)] {
        let profile = format!("format = 1\nfamily = \"{family}\"\nfamily_said = true\n");
        let mut v = Visit::new()
            .size(100, 60)
            .with_file("profile.toml", &profile);
        v.runs("handbook").press(Command::Filter);
        v.press(Command::Down)
            .press(Command::Down)
            .press(Command::Main);
        v.sees(general);
        assert_eq!(v.screen().has(ask), first, "{}", v.screen().text());
    }
    let mut v = Visit::new();
    v.runs("handbook").press(Command::Find);
    v.types("nurse ward shift sent").sees(ask);
}

#[test]
fn a_search_that_is_kept_keeps_its_mark() {
    let mut v = Visit::new();
    v.runs("question library").press(Command::Find);
    v.types("boss").press_times(Command::Down, 2);
    let marked = |v: &mut Visit| {
        let rows = v.screen().rows();
        rows.into_iter().find(|r| r.contains('▌'))
    };
    let before = marked(&mut v);
    v.press(Command::Main);
    assert_eq!(marked(&mut v), before);
}

#[test]
fn the_other_side_of_a_voice_is_one_key_away() {
    let mut v = Visit::new();
    v.runs("handbook")
        .press(Command::View)
        .toast("Only voices have another side.");
    v.press(Command::Filter)
        .press_times(Command::Down, 5)
        .press(Command::Main);
    v.press(Command::View).is_in(Context::Reader);
    v.press(Command::Close).is_in(Context::Handbook);
}

#[test]
fn a_voice_is_read_to_its_end_and_leads_on() {
    let mut v = Visit::new().size(80, 15).ignore_toasts();
    v.runs("handbook")
        .press(Command::Filter)
        .press_times(Command::Down, 5)
        .press(Command::Main)
        .press(Command::View);
    v.sees("Applied: returner").press(Command::Last);
    v.sees("From practice; others do it differently.");
    v.press_times(Command::Down, 30)
        .sees("From practice; others do it differently.");
    v.press(Command::Right).sees_not("Applied: returner");
    v.press(Command::Left).sees("Applied: returner");
    v.press(Command::Main).is_in(Context::Sheet);
    v.sees("Checklists: Map your stories")
        .sees("Stage: Phone or video");
    v.press(Command::Main)
        .is_in(Context::Handbook)
        .sees("Map your stories");
    v.press(Command::Back).is_in(Context::Reader);
}

#[test]
fn the_ends_of_a_choice_are_one_key_away() {
    let mut v = Visit::new();
    v.runs("handbook").press(Command::Filter);
    v.press(Command::Last).press(Command::Main);
    v.sees("Shown: kinds of interviewers")
        .press(Command::Filter);
    v.press(Command::Last).press(Command::First);
    v.press(Command::Main).sees_not("Shown:");
}

#[test]
fn a_plan_leads_to_what_its_steps_name() {
    let mut v = Visit::new().ignore_toasts();
    v.runs("handbook").press(Command::OpenLink);
    v.is_in(Context::Handbook).press(Command::Filter);
    v.press_times(Command::Down, 6).press(Command::Main);
    v.press(Command::OpenLink)
        .is_in(Context::Sheet)
        .sees("Go on with");
    v.press(Command::Main);
    assert_ne!(v.context(), Context::Sheet);
}

#[test]
fn an_improper_question_shows_the_worry_behind_it_ways_to_reply_and_where_that_holds() {
    let mut v = Visit::new().size(80, 60).ignore_toasts();
    v.runs("question library").press(Command::Find);
    v.types("q-general-inappropriate-").press(Command::Main);
    v.press(Command::Main).is_in(Context::Question);
    v.sees_not("Ways to reply").press(Command::Show);
    v.sees("The worry behind it")
        .sees("Ways to reply")
        .sees("General information, not legal advice")
        .sees("looked at 2026");
}

#[test]
fn a_question_with_sample_answers_shows_the_strong_one_after_the_attempt() {
    let mut v = Visit::new().size(80, 60).ignore_toasts();
    v.runs("question library").press(Command::Find);
    v.types("q-general-behavioral-promise-at-risk")
        .press(Command::Main);
    v.press(Command::Main)
        .sees_not("How a strong one can sound");
    v.press(Command::Show).sees("How a strong one can sound");
}

#[test]
fn a_voice_on_a_trend_says_of_when_it_is() {
    let mut v = Visit::new().size(80, 60);
    v.runs("handbook").press(Command::Find);
    v.types("as of 2026")
        .press(Command::Main)
        .sees("As of 2026");
}

#[test]
fn the_library_begins_with_ones_own_field_until_words_are_looked_for() {
    let profile = "format = 1\nfamily = \"nursing\"\n";
    let mut v = Visit::new().with_file("profile.toml", profile);
    v.runs("question library");
    let roles = |v: &mut Visit| -> Vec<String> {
        let rows = v.screen().rows().clone();
        let row = rows.iter().find(|r| r.contains('▌')).expect("a marked row");
        let text = row.trim_start_matches(['▌', ' ', '[', ']']);
        let text: String = text.chars().take(36).collect();
        let cards = &v.app().model().library.cards;
        let card = cards.iter().find(|c| c.listed().starts_with(text.trim()));
        let card = card.unwrap_or_else(|| panic!("no question begins with {text}"));
        card.roles.iter().map(ToString::to_string).collect()
    };
    assert!(roles(&mut v).iter().any(|r| r == "nursing"));
    v.press(Command::Last);
    let last = roles(&mut v);
    assert!(
        !last.iter().any(|r| r == "nursing" || r == "general"),
        "{last:?}"
    );
    v.press(Command::Find).types("camp bread");
    assert!(!roles(&mut v).contains(&"nursing".to_owned()));
}

#[test]
fn the_page_of_a_question_moves_back_from_its_end_at_once() {
    let mut v = Visit::new().size(40, 10);
    v.press(Command::PracticeHome)
        .runs("question library")
        .press(Command::Main)
        .press(Command::Show);
    v.press_times(Command::Last, 3);
    let end = v.screen().text();
    v.press(Command::Up);
    assert_ne!(v.screen().text(), end);
    v.press(Command::Down);
    assert_eq!(v.screen().text(), end);
}

#[test]
fn a_question_of_ones_own_is_marked_once_it_is_saved() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome).runs("library");
    v.press(Command::New)
        .types("Which bicycle parts do you order most?")
        .press(Command::Save)
        .toast("Saved.");
    v.is_in(Context::Library)
        .press(Command::Main)
        .is_in(Context::Question)
        .sees("Which bicycle parts do you order most?");
}

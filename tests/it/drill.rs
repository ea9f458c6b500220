//! The drill: drawn with a reason, answered typed or aloud, rated in order, written down step by step.

use greenroom::desk::go::SetupFor;
use greenroom::domain::id::{CompetencyId, QuestionId};
use greenroom::keys::{Command, Context};

use crate::places::{self, ANSWER};
use crate::visit::{Visit, secs};

#[test]
fn a_drill_is_drawn_without_repeats_and_says_why() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome)
        .press(Command::Practice)
        .sees("Set up a drill")
        .press(Command::Main)
        .is_in(Context::Think)
        .sees("1 of 6")
        .sees("Chosen because");
    let file = v.file("practice/2026/2026-03-02T0900-drill.toml");
    let asked: Vec<&str> = file
        .text
        .lines()
        .filter_map(|l| l.split_once("question = \"")?.1.split_once('"'))
        .map(|(id, _)| id)
        .collect();
    assert_eq!(asked.len(), 6, "{}", file.text);
    let mut once = asked.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), 6, "{asked:?}");
}

#[test]
fn an_electrician_is_not_asked_about_seams_the_evening_before_the_interview() {
    let job = r#"format = 1
employer = "Bakkerij"
role = "Maintenance electrician, shifts"
stage = "in-person"
since = 2026-02-20

[[round]]
stage = "in-person"
date = 2026-03-03
"#;
    for seed in 0..6 {
        let mut v = Visit::new()
            .with_file("profile.toml", "format = 1\nfamily = \"trades\"\n")
            .with_file("applications/bakkerij.toml", job)
            .seed(seed);
        v.press(Command::PracticeHome)
            .press(Command::Practice)
            .press(Command::Main)
            .is_in(Context::Think);
        let file = v.file("practice/2026/2026-03-02T0900-….toml");
        let library = greenroom::content::shipped::library();
        let asked = library.cards.iter().filter(|card| {
            let id = format!("\"{}\"", card.id);
            file.text.contains(&id)
        });
        let topics: Vec<&str> = asked
            .filter_map(|c| Some(c.topic.as_ref()?.as_str()))
            .collect();
        let other = |topic: &&&str| ["welding", "wood", "building"].contains(*topic);
        assert_eq!(topics.iter().filter(other).count(), 0, "{seed}: {topics:?}");
    }
}

#[test]
fn a_whole_mock_changes_nothing_of_how_the_next_drill_is_set_up() {
    let settings = |v: &mut Visit| {
        v.press(Command::PracticeHome).press(Command::Practice);
        let screen = v.screen().text();
        let line = |label: &str| {
            let mut lines = screen.lines();
            lines
                .find(|l| l.contains(label))
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        let seen = [line("Questions"), line("Rate"), line("Strict")];
        v.press(Command::Back);
        seen
    };
    let mut v = Visit::new().ignore_toasts();
    let before = settings(&mut v);
    assert!(before[0].contains('6'), "{before:?}");
    places::whole(&mut v, "recruiter-screen-20");
    places::on_to(&mut v, Context::Results);
    v.press(Command::Close);
    assert_eq!(settings(&mut v), before);
}

#[test]
fn a_competency_is_found_by_its_letters_among_all_of_them() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::PracticeHome).press(Command::Practice);
    while !v.screen().has("▌ Competencies") {
        v.press(Command::PrevField);
    }
    v.is_in(Context::Several).press(Command::Main);
    v.is_in(Context::Pick).types("leader").press(Command::Main);
    // Several are ticked one after the other.
    v.is_in(Context::Pick).types("confl").press(Command::Main);
    v.sees("[x] Conflict").sees("[x] Leadership");
    v.press(Command::Back).is_in(Context::Several);
    while !v.screen().has("‹ [x] Leadership") {
        v.press(Command::NextValue);
    }
    v.press(Command::Tick).sees("[ ] Leadership");
}

#[test]
fn the_same_seed_asks_the_same_and_another_one_does_not() {
    let plan = |seed| {
        let mut v = Visit::new().seed(seed);
        places::drill(&mut v, 6);
        let file = v.file("practice/2026/….toml");
        file.text
            .lines()
            .filter(|l| l.contains("question = "))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(plan(3), plan(3));
    assert_ne!(plan(3), plan(4));
}

#[test]
fn every_answer_is_on_disk_before_the_next_question_shows() {
    let mut v = Visit::new();
    places::drill(&mut v, 3);
    for n in 1..=3 {
        let answer = format!("This is answer number {n}, with a few more words in it.");
        v.sees(&format!("{n} of 3"));
        places::on_to(&mut v, Context::Answer);
        v.types(&answer).press(Command::Save);
        let file = v.file("practice/2026/….toml");
        file.contains(&answer);
        assert!(file.text.trim_end().ends_with("end = true"));
        assert_eq!(file.count("[[answer]]"), n);
        places::on_to(&mut v, Context::After);
        let file = v.file("practice/2026/….toml");
        assert_eq!(file.count("[[rating]]"), n, "{}", file.text);
        v.press(Command::Main);
    }
    v.is_in(Context::Results).sees("3 answers");
    v.file("practice/2026/….toml")
        .contains("what = \"finished\"");
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
}

#[test]
fn an_answer_is_spoken_with_taps_for_fillers_and_a_line_of_notes() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    v.press(Command::Main)
        .press(Command::Record)
        .is_in(Context::Aloud);
    v.sees("Speaking").sees("Fillers 0");
    v.wait(secs(20));
    v.press_times(Command::TapFiller, 3).sees("Fillers 3");
    v.press(Command::Undo).sees("Fillers 2");
    v.press(Command::NextPane)
        .is_in(Context::Jot)
        .types("supplier, a third")
        .press(Command::Save)
        .is_in(Context::Aloud)
        .sees("supplier, a third");
    v.wait(secs(20))
        .press(Command::Main)
        .is_in(Context::Evidence);
    let file = v.file("practice/2026/….toml");
    file.contains("input = \"aloud\"")
        .contains("fillers = 2")
        .contains("supplier, a third");
    places::on_to(&mut v, Context::After);
    v.sees("Fillers counted: 2.");
    v.press(Command::Main).is_in(Context::Results);
}

#[test]
fn going_from_speech_to_typing_keeps_the_notes() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    v.press(Command::Main)
        .press(Command::Record)
        .press(Command::NextPane)
        .types("first the facts")
        .press(Command::Save)
        .press(Command::Record)
        .is_in(Context::Answer)
        .sees("first the facts");
}

#[test]
fn a_missed_point_is_tried_again_and_both_takes_are_kept() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    v.press(Command::Retry)
        .is_in(Context::Answer)
        .sees("Only this point, once more")
        .sees("Your second try")
        .types("This time with the reason for it.")
        .press(Command::Save)
        .is_in(Context::After)
        .toast("Your second try is kept beside the first.");
    v.press(Command::View)
        .sees("I led the move")
        .sees("This time with the reason for it.")
        .press(Command::Back);
    let file = v.file("practice/2026/….toml");
    file.contains("I led the move")
        .contains("This time with the reason for it.")
        .contains("take = 2");
    v.press(Command::Main)
        .is_in(Context::Results)
        .press(Command::Main)
        .press(Command::Last);
    v.sees("Second try")
        .sees("This time with the reason for it.");
}

#[test]
fn a_question_can_be_skipped() {
    let mut v = Visit::new();
    places::drill(&mut v, 2);
    v.press(Command::Main)
        .types("no idea")
        .press(Command::Pause)
        .press_times(Command::Down, 3)
        .press(Command::Main)
        .sees("2 of 2");
    v.file("practice/2026/….toml").contains("skipped = true");
}

#[test]
fn a_sitting_can_be_left_and_taken_up_again() {
    let mut v = Visit::new();
    places::drill(&mut v, 2);
    v.press(Command::Main)
        .types("half an answer")
        .press(Command::Pause)
        .press_times(Command::Down, 4)
        .press(Command::Main)
        .toast("Kept.");
    v.press(Command::PracticeHome)
        .sees("The sitting you left")
        .press(Command::Main)
        .toast("Your draft is back, 3 words.");
    v.is_in(Context::Answer)
        .sees("half an answer")
        .sees("1 of 2");
    v.types(" and the rest of it.").press(Command::Save);
    v.file("practice/2026/….toml")
        .contains("half an answer and the rest of it.");
}

#[test]
fn a_sitting_can_be_ended_early() {
    let mut v = Visit::new();
    places::drill(&mut v, 3);
    places::on_to(&mut v, Context::After);
    v.press(Command::Main)
        .press(Command::Pause)
        .press_times(Command::Down, 4)
        .press(Command::Main)
        .sees("What comes next is not asked.")
        .press(Command::Down)
        .press(Command::Main)
        .is_in(Context::Results)
        .sees("ended early");
    v.file("practice/2026/….toml").contains(ANSWER);
}

#[test]
fn a_sitting_is_thrown_away_only_after_a_second_question() {
    let mut v = Visit::new();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Evidence);
    let door = |v: &mut Visit| {
        v.press(Command::Back)
            .is_in(Context::Sheet)
            .press_times(Command::Down, 9)
            .press(Command::Main);
    };
    door(&mut v);
    v.is_in(Context::Sheet).sees("Keep it");
    // Enter again is the harmless choice.
    v.press(Command::Main).is_in(Context::Evidence);
    door(&mut v);
    v.press(Command::Down)
        .press(Command::Main)
        .toast("Thrown away");
    v.press(Command::PracticeHome)
        .sees_not("The sitting you left");
    v.restart();
    v.press(Command::PracticeHome)
        .sees_not("The sitting you left");
}

#[test]
fn hints_open_one_by_one_and_are_noted() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    v.press(Command::Show).sees("Shape:");
    v.press(Command::Show).sees("Outline:");
    v.press(Command::Show);
    v.press(Command::Show).toast("All hints are open.");
    places::on_to(&mut v, Context::Evidence);
    v.file("practice/2026/….toml")
        .contains("hints = [\"shape\", \"outline\", \"points\"]");
}

#[test]
fn all_answers_can_be_rated_at_the_end() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome).press(Command::Practice);
    // Up from the button: strict, probes, rate.
    v.press_times(Command::PrevField, 3)
        .sees("all at the end")
        .press(Command::NextValue)
        .press(Command::Save)
        .is_in(Context::Think);
    for n in 1..=6 {
        v.sees(&format!("{n} of 6"));
        places::on_to(&mut v, Context::Answer);
        v.pastes(ANSWER).press(Command::Save);
    }
    v.is_in(Context::Evidence).sees("1 of 6");
    let file = v.file("practice/2026/….toml");
    assert_eq!((file.count("[[answer]]"), file.count("[[rating]]")), (6, 0));
    places::on_to(&mut v, Context::Results);
    assert_eq!(v.file("practice/2026/….toml").count("[[rating]]"), 6);
}

#[test]
fn the_clock_that_is_set_up_is_for_one_drill() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome).press(Command::Practice);
    // Up from the button: strict, probes, rate, answer, order, time.
    v.press_times(Command::PrevField, 6)
        .press(Command::NextValue);
    v.sees("(•) x1.25")
        .press(Command::Save)
        .is_in(Context::Think);
    v.file("practice/2026/….toml").contains("factor = \"1.25\"");
    v.restart();
    v.press(Command::PracticeHome)
        .press(Command::Practice)
        .sees("(•) x1 ");
}

#[test]
fn the_question_chosen_on_today_is_the_one_that_is_asked() {
    let mut v = crate::places::visit();
    let question = "What would your last team say about you?";
    for _ in 0..2 {
        v.press(Command::Today);
        v.press(Command::First);
        while !v.screen().has(&format!("▌ {question}")) {
            v.press(Command::Down);
        }
        v.press(Command::Main);
        v.sees(question);
        v.press(Command::Pause)
            .press(Command::Last)
            .press(Command::Main);
        v.sees("Throw this sitting away?")
            .press(Command::Last)
            .press(Command::Main);
    }
}

#[test]
fn ending_early_asks_first() {
    let mut v = crate::places::visit();
    crate::places::drill(&mut v, 2);
    crate::places::on_to(&mut v, Context::Answer);
    v.types("Half an answer.").press(Command::Pause);
    v.press_times(Command::Down, 5);
    v.sees("▌ End here, see")
        .press(Command::Main)
        .sees("What comes next is not asked.")
        .press(Command::Main)
        .is_in(Context::Answer)
        .sees("Half an answer.");
}

#[test]
fn the_row_of_the_drill_and_its_set_up_count_the_same_questions() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::PracticeHome).press(Command::Practice);
    let rows = v.screen().rows();
    let line = rows.iter().find(|r| r.contains("questions match"));
    let words = line.map_or("none", |l| l.trim());
    let count = words.split(' ').next().unwrap_or("none").to_owned();
    v.press(Command::Back).sees(&format!("{count} questions"));
}

#[test]
fn the_minutes_of_a_drill_are_those_of_the_questions_that_may_come() {
    let at = |profile: &str| {
        let mut v = Visit::new()
            .ignore_toasts()
            .with_file("profile.toml", &format!("format = 1\n{profile}\n"));
        v.press(Command::PracticeHome).press(Command::Practice);
        let mut rows = v.screen().rows().into_iter();
        rows.find(|r| r.contains("about ")).unwrap_or_default()
    };
    let once = at("family = \"marketing\"");
    let twice = at("family = \"marketing\"\nfactor = \"2\"");
    assert!(twice.contains("minutes (x2, your time)"), "{twice}");
    let minutes = |row: &str| {
        let about = row.split("about ").nth(1).and_then(|r| r.split(' ').next());
        about.and_then(|n| n.parse::<u32>().ok()).expect(row)
    };
    let (once, twice) = (minutes(&once), minutes(&twice));
    // Six minutes of it are for rating, which takes no longer.
    assert_eq!(twice - 6, 2 * (once - 6), "{once} and {twice}");
}

#[test]
fn a_drill_that_is_begun_from_outside_is_as_its_person_likes_it() {
    let profile = "format = 1\nfamily = \"nursing\"\npacing = \"none\"\n";
    let mut v = Visit::new().with_file("profile.toml", profile);
    v.disk_is_slow();
    v.drills(&SetupFor {
        count: Some(2),
        ..SetupFor::default()
    });
    v.is_in(Context::Today);
    v.disk_catches_up().is_in(Context::Think);
    v.file("practice/….toml").contains("pacing = \"none\"");
}

#[test]
fn one_question_is_asked_by_its_id_and_nothing_else() {
    let mut v = Visit::new();
    v.drills(&SetupFor {
        questions: vec![QuestionId::new("q-general-behavioral-promise-at-risk")],
        ..SetupFor::default()
    });
    v.is_in(Context::Think).sees("1 of 1");
    v.file("practice/….toml")
        .contains("question = \"q-general-behavioral-promise-at-risk\"");
}

#[test]
fn on_the_smallest_screen_a_message_goes_with_the_next_key_and_no_choice_is_cut() {
    let mut v = places::visit().size(40, 10);
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Answer);
    v.press(Command::Pause).is_in(Context::Sheet);
    v.key("z").toast("Enter confirm, ↑↓ choose, Esc close.");
    v.press(Command::Down).sees_not("Enter confirm, ↑↓");
    for _ in 0..8 {
        v.sees_not("…").press(Command::Down);
    }
}

#[test]
fn a_drill_of_one_competency_says_at_each_question_why_it_counts() {
    let mut v = Visit::new().ignore_toasts();
    v.drills(&SetupFor {
        competencies: vec![CompetencyId::new("leadership")],
        count: Some(4),
        ..SetupFor::default()
    });
    for n in 1..=4 {
        v.sees(&format!("{n} of 4")).sees("leadership");
        v.pastes(ANSWER).press(Command::Save);
        places::on_to(&mut v, Context::After);
        v.press(Command::Main);
    }
}

#[test]
fn a_single_question_that_was_left_goes_by_its_words() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::PracticeHome)
        .runs("question library")
        .press(Command::Main)
        .is_in(Context::Question);
    let screen = v.screen().text();
    let asked = screen.lines().find_map(|line| line.strip_prefix("▌ "));
    let asked: String = asked.expect("a question").chars().take(24).collect();
    v.press(Command::Practice)
        .press(Command::Main)
        .pastes(ANSWER)
        .press(Command::Save)
        .is_in(Context::Evidence)
        .press(Command::Back)
        .sees("Leave, keep it for later");
    while !v.screen().has("▌ Leave") {
        v.press(Command::Down);
    }
    v.press(Command::Main).restart();
    v.sees(&format!("Go on with: {asked}"));
}

/// Ends the sitting here, whatever stands in the sheet.
fn ends_here(v: &mut Visit) -> &mut Visit {
    v.press(Command::Pause).is_in(Context::Sheet);
    while !v.screen().has("▌ End here") {
        v.press(Command::Down);
    }
    v.press(Command::Main);
    if v.context() == Context::Sheet {
        v.press(Command::Down).press(Command::Main);
    }
    v
}

#[test]
fn what_was_ended_before_any_answer_is_no_past_sitting_and_no_practice() {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 2);
    ends_here(&mut v).is_in(Context::Results);
    v.sees("Nothing was answered here");
    let none = "Nothing was sat to its end yet";
    v.runs("past sittings").sees(none);
    v.restart().runs("past sittings").sees(none);
    v.runs("talks").press(Command::Main).press(Command::Main);
    ends_here(&mut v).is_in(Context::Ended);
    v.runs("past sittings").sees(none);
    v.restart().runs("past sittings").sees(none);
    // One answer makes it one.
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::After);
    v.press(Command::Main);
    ends_here(&mut v).is_in(Context::Results);
    v.runs("past sittings").sees_not(none).sees("1 of 1 shown");
}

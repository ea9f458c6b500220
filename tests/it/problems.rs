//! Problems that are worked on aloud: facts for who asks, the sum, the steps.

use greenroom::desk::go::SetupFor;
use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, secs};

/// Goes to a case with facts to ask for.
pub fn case(v: &mut Visit) -> &mut Visit {
    v.runs("question library").press(Command::Find);
    v.types("camp bread").press(Command::Main);
    v.press(Command::Main).press(Command::Main)
}

fn visit() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    case(&mut v).is_in(Context::Think);
    v
}

#[test]
fn a_fact_is_told_to_who_asks_in_any_words_and_to_nobody_else() {
    let mut v = visit();
    v.sees("There are facts for who asks: Ctrl+F.")
        .sees_not("Eight helpers");
    v.press(Command::Ask)
        .types("Do any helpers eat, too?")
        .press(Command::Main)
        .is_in(Context::Think)
        .sees("They say, helpers: Eight helpers eat with them.")
        .sees_not("A loaf gives 20 slices.");
    v.press(Command::Main)
        .types("First")
        .press(Command::Ask)
        .types("how many slices in a loaf")
        .press(Command::Main)
        .is_in(Context::Answer)
        .sees("A loaf gives 20 slices.")
        .sees("Eight helpers eat with them.")
        .sees("First");
}

#[test]
fn what_nobody_knows_is_not_told_and_the_list_is_one_key_away() {
    let mut v = visit();
    v.press(Command::Ask)
        .types("weather")
        .press(Command::Main)
        .is_in(Context::Ask)
        .sees("They cannot tell you that.")
        .sees_not("lunch on the first day");
    v.press(Command::Down)
        .sees("lunch on the first day")
        .press_times(Command::Down, 3)
        .press(Command::Main)
        .sees("They say, lunch on the first day: They eat before they come.");
}

#[test]
fn facts_come_back_after_a_kill_and_stay_with_the_answer() {
    let mut v = visit();
    v.press(Command::Main)
        .press(Command::Ask)
        .types("helpers")
        .press(Command::Main);
    v.restart();
    v.press(Command::PracticeHome).press(Command::Main);
    v.sees("Eight helpers eat with them.");
    v.types("About 143 loaves.").press(Command::Save);
    places::on_to(&mut v, Context::After);
    v.sees("1 of 4 facts asked for; left: slices of bread")
        .sees("The sum comes to 142.8; you have 143.");
    let kept = v.everything();
    assert!(kept.iter().any(|f| f.text.contains("facts = [1]")));
}

#[test]
fn a_wrong_sum_is_told_with_the_way_to_the_right_one() {
    let mut v = visit();
    v.press(Command::Main)
        .types("Some 90 loaves will do.")
        .press(Command::Save);
    places::on_to(&mut v, Context::After);
    v.sees("The sum comes to 142.8: (60+8)*(4+5*7+3)/20.");
}

#[test]
fn a_problem_tells_its_step_by_the_clock_and_counts_those_said_aloud() {
    let mut v = visit();
    v.press(Command::Main).sees("Now: Frame, until");
    v.press(Command::Record)
        .press_times(Command::TapStep, 2)
        .sees("Steps said aloud  2");
    v.wait(secs(30)).press(Command::Main);
    places::on_to(&mut v, Context::After);
    v.sees("2 steps said aloud.");
}

#[test]
fn a_question_without_facts_says_so() {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 1)
        .key("ctrl+f")
        .sees("This question has no facts to ask for.");
}

/// A pack with one question in two wordings.
const TWO_WORDINGS: &str = "[pack]\nformat = 1\nid = \"a\"\ntitle = \"A\"\nversion = \"1.0.0\"\nauthor = \"Sam\"\n\
    license = \"CC0-1.0\"\nlanguage = \"en\"\n\n[[question]]\nid = \"q\"\ntext = \"How much bread does it need?\"\n\
    variants = [\"Say how much bread is needed.\"]\n";

#[test]
fn the_results_have_the_words_in_which_it_was_asked() {
    let drawn = SetupFor {
        packs: vec!["a".to_owned()],
        count: Some(1),
        ..SetupFor::default()
    };
    let mut v = Visit::new()
        .with_file("packs/a.toml", TWO_WORDINGS)
        .ignore_toasts();
    v.drills(&drawn).is_in(Context::Think);
    v.sees("How much bread does it need?");
    places::on_to(&mut v, Context::Results);
    // The next time it comes in its other words, and by these it goes from then on.
    v.press(Command::Close);
    v.drills(&drawn).sees("Say how much bread is needed.");
    places::on_to(&mut v, Context::Results);
    v.sees("Say how much bread")
        .press(Command::Main)
        .sees("Say how much bread is needed.");
    v.press(Command::Close);
    v.restart().press(Command::Today);
    v.sees("Recent answers").sees("Say how much bread");
}

#[test]
fn the_whole_question_and_the_facts_are_one_key_away_on_the_smallest_screen() {
    let mut v = Visit::new().ignore_toasts().size(40, 10);
    case(&mut v).is_in(Context::Think);
    v.press(Command::Ask)
        .types("how many slices in a loaf")
        .press(Command::Main)
        .is_in(Context::Think);
    for answering in [false, true] {
        if answering {
            v.press(Command::Main).is_in(Context::Answer).key("ctrl+o");
        } else {
            v.press(Command::View);
        }
        v.is_in(Context::Asked);
        v.press(Command::Last).sees("A loaf gives 20 slices.");
        v.press(Command::First).sees_not("A loaf gives 20 slices.");
        v.press(Command::Main);
    }
    v.is_in(Context::Answer).types("So").sees("So");
}

#[test]
fn a_problem_that_goes_on_shows_its_task_and_tells_facts_in_every_part() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "system-design-45");
    let mut parts = 0;
    for _ in 0..60 {
        if v.screen().has("Your answer to that") {
            break;
        }
        places::rate_on(&mut v);
        parts += 1;
    }
    v.is_in(Context::Answer);
    assert!(parts < 60, "{}", v.screen());
    v.key("ctrl+o").is_in(Context::Asked).sees("Now: ");
    v.press(Command::Main).is_in(Context::Answer);
}

//! Assessment items: every one answered, reasons after, statements read out without a score, nothing lost to a kill.

use greenroom::content::shipped;
use greenroom::desk::go::SetupFor;
use greenroom::domain::id::{FamilyId, ItemId};
use greenroom::domain::level::Level;
use greenroom::domain::library::{ItemKind, ItemMode, ItemTask};
use greenroom::domain::practice::assess::{
    Agreement, Fit, Mark, Phase, Rules, Set, Wanted, draw, fit,
};
use greenroom::domain::practice::clock::{Factor, Pacing};
use greenroom::domain::time::{Mono, Now};
use greenroom::keys::{Command, Context};

use crate::visit::{Visit, secs};

fn now() -> Now {
    let wall = chrono::DateTime::parse_from_rfc3339("2026-03-02T09:00:00+01:00");
    Now {
        mono: Mono::default(),
        wall: wall.expect("a date"),
    }
}

/// Answers the item in hand as the key has it.
fn by_the_key(set: &mut Set) {
    let shown = |set: &Set, level: Level| {
        let open = |a: &greenroom::domain::practice::assess::Shown<'_>| {
            a.option.level == level && a.mark == Mark::None
        };
        set.acts().iter().position(open)
    };
    let item = set.item().expect("an item").clone();
    match &item.task {
        ItemTask::Statement(_) => drop(set.agree(Agreement::Mostly).expect("a statement")),
        ItemTask::Judgment(judgment) => match judgment.mode {
            ItemMode::BestWorst => {
                for level in [Level::Strong, Level::NotYet] {
                    let at = shown(set, level).expect("each key has one");
                    set.pick(at).expect("it can be picked");
                }
            }
            ItemMode::Rank => {
                for level in Level::ALL.into_iter().rev() {
                    while let Some(at) = shown(set, level) {
                        set.pick(at).expect("it can be picked");
                    }
                }
            }
            ItemMode::Rate => {
                for level in Level::ALL {
                    while let Some(at) = shown(set, level) {
                        set.rate(at, level).expect("it can be rated");
                    }
                }
            }
        },
    }
}

#[test]
fn every_item_is_answered_and_comes_back_from_its_blocks() {
    let library = shipped::library();
    let ids: Vec<ItemId> = library.items.iter().map(|i| i.id.clone()).collect();
    assert_eq!(ids.len(), 70);
    for reasons in [true, false] {
        let rules = Rules {
            pacing: Pacing::Window,
            factor: Factor::X1,
            reasons,
            back: true,
            seed: 5,
        };
        let mut set = Set::new(&ids, &library, rules);
        set.start(now()).expect("it starts");
        let mut blocks = Vec::new();
        while set.phase() != Phase::Finished {
            if set.phase() == Phase::Asking {
                by_the_key(&mut set);
            }
            let more = set.next(now()).expect("it is whole");
            if !more.is_empty() {
                blocks.extend(more);
                let again = Set::replay(&ids, &library, rules, &blocks, now());
                assert_eq!(
                    (again.phase(), again.position()),
                    (set.phase(), set.position())
                );
            }
        }
        assert_eq!(blocks.len(), ids.len());
        for (item, response) in set.answers() {
            if let ItemTask::Judgment(judgment) = &item.task {
                assert_eq!(fit(judgment, response), Some(Fit::Same), "{}", item.id);
            }
        }
    }
}

#[test]
fn sets_are_drawn_for_the_field_and_by_the_seed() {
    let library = shipped::library();
    for (kind, count) in [
        (ItemKind::Judgment, 12),
        (ItemKind::Judgment, 24),
        (ItemKind::SelfReport, 24),
    ] {
        for seed in 0..10 {
            let wanted = Wanted {
                kind,
                count,
                family: FamilyId::new("nursing"),
                seed,
            };
            let set = draw(&library, &wanted, |_| 0);
            assert_eq!(set.len(), count);
            assert_eq!(set, draw(&library, &wanted, |_| 0));
            let mut once = set.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), count, "nothing twice");
        }
    }
}

fn asks(kind: ItemKind, count: usize) -> SetupFor {
    SetupFor {
        items: Some(kind),
        count: Some(count),
        ..SetupFor::default()
    }
}

fn begun(kind: ItemKind, count: usize) -> Visit {
    let mut v = Visit::new().ignore_toasts();
    v.drills(&asks(kind, count)).press(Command::Main);
    v.is_in(Context::Item);
    v
}

/// Answers whatever is asked, the quick way.
pub fn answer(v: &mut Visit) {
    for pick in [
        Command::Pick1,
        Command::Pick2,
        Command::Pick3,
        Command::Pick4,
        Command::Pick1,
    ] {
        if v.screen().has("Enter goes on") {
            break;
        }
        v.press(pick);
    }
    v.press(Command::Main);
}

#[test]
fn judgment_questions_from_practice_to_their_reasons_and_their_end() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::PracticeHome)
        .sees("Work-style and judgment questions")
        .runs("work-style and judgment")
        .sees("There is no score")
        .press(Command::Main);
    v.sees("6 situations from work")
        .sees("Employers weigh")
        .press(Command::Main);
    for n in 1..=6 {
        v.sees(&format!("{n} of 6"));
        answer(&mut v);
        v.sees(" we ").sees("Employers weigh");
        v.press(Command::Main);
    }
    v.is_in(Context::Ended)
        .sees("6 questions answered.")
        .sees(" we ");
    let file = v.file("practice/2026/…-judgment-questions.toml");
    assert_eq!(file.count("[[item]]"), 6);
    file.contains("what = \"finished\"");
    v.press(Command::Close)
        .press(Command::Close)
        .press(Command::Today)
        .sees("Judgment questions");
    v.press(Command::Main);
}

#[test]
fn statements_say_where_answers_disagree_and_nothing_is_scored() {
    let mut v = begun(ItemKind::SelfReport, 6);
    v.sees("of 3:00");
    let asked = v.screen().to_string();
    let asked = asked.matches("How much is this like you").count();
    assert_eq!(asked, 1, "the question stands once\n{}", v.screen());
    for n in 1..=6 {
        v.sees(&format!("{n} of 6"))
            .press(Command::Pick4)
            .press(Command::Main);
    }
    v.is_in(Context::Ended)
        .sees("Answers disagree: which is true of you at work?")
        .sees("It stays in your folder");
    let mut v = begun(ItemKind::SelfReport, 6);
    for n in 0..6 {
        // One of each pair is in the first half, its mirror in the second.
        let pick = if n < 3 {
            Command::Pick4
        } else {
            Command::Pick1
        };
        v.press(pick).press(Command::Main);
    }
    v.sees("In 3 pairs of opposite statements your answers fit together.")
        .sees("With a hundred of them")
        .sees("Have one ready.");
}

#[test]
fn one_goes_back_and_a_pick_is_taken_back() {
    let mut v = begun(ItemKind::SelfReport, 6);
    v.press(Command::Pick2)
        .sees("[x] A little like me")
        .press(Command::Undo);
    v.sees_not("[x]").press(Command::Pick3).press(Command::Main);
    v.sees("2 of 6")
        .press(Command::Left)
        .sees("1 of 6")
        .sees("[x] Mostly like me");
    v.press(Command::Pick4).press(Command::Main).sees("2 of 6");
    let file = v.file("practice/2026/….toml");
    file.contains("agree = \"very-like-me\"");
    assert_eq!(file.count("[[item]]"), 2);
}

#[test]
fn killed_at_every_step_it_goes_on_there() {
    let go_on = |v: &mut Visit| {
        v.press(Command::PracticeHome)
            .sees("The sitting you left")
            .press(Command::Main);
    };
    let mut v = begun(ItemKind::Judgment, 6);
    v.kill();
    go_on(&mut v);
    v.sees("6 situations from work")
        .press(Command::Main)
        .sees("1 of 6");
    v.press(Command::Pick2).wait(secs(2)).kill();
    go_on(&mut v);
    v.sees("1 of 6").wait(secs(9));
    answer(&mut v);
    v.sees(" we ").kill();
    go_on(&mut v);
    v.sees(" we ").press(Command::Main).sees("2 of 6");
    v.press(Command::Pause).kill();
    go_on(&mut v);
    while v.context() != Context::Ended {
        answer(&mut v);
        if v.context() != Context::Ended {
            v.press(Command::Main);
        }
    }
    v.kill();
    v.press(Command::PracticeHome)
        .sees_not("The sitting you left");
    assert_eq!(v.file("practice/2026/….toml").count("[[item]]"), 6);
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
}

#[test]
fn a_hard_clock_ends_the_set_by_itself() {
    let profile = "format = 1\npacing = \"hard\"\n";
    let mut v = Visit::new()
        .with_file("profile.toml", profile)
        .ignore_toasts();
    v.drills(&asks(ItemKind::SelfReport, 6));
    v.sees("end by themselves after 3:00").press(Command::Main);
    v.press(Command::Pick1).press(Command::Main).wait(secs(200));
    v.is_in(Context::Ended);
    v.file("practice/2026/….toml")
        .contains("what = \"finished\"");
}

#[test]
fn what_is_passed_over_comes_again() {
    let mut v = begun(ItemKind::SelfReport, 6);
    v.press(Command::Pause)
        .sees("Skip this one for now")
        .press(Command::Down)
        .press(Command::Main)
        .sees("2 of 6");
    for _ in 0..5 {
        v.press(Command::Pick1).press(Command::Main);
    }
    v.sees("1 of 6").press(Command::Pick1).press(Command::Main);
    v.is_in(Context::Ended);
}

/// A set with an item of which acts are rated, at the step where it is asked.
fn rated_item(size: (u16, u16)) -> Visit {
    for seed in 0..40 {
        let mut v = Visit::new().seed(seed).size(size.0, size.1).ignore_toasts();
        v.drills(&asks(ItemKind::Judgment, 6)).press(Command::Main);
        if v.screen().has("How well does each deal with it?") {
            return v;
        }
    }
    panic!("no set begins with one that is rated");
}

#[test]
fn rated_acts_have_letters_and_enter_says_which_has_no_word() {
    let mut v = rated_item((80, 30));
    v.sees("a  ").sees("b  ").sees("1-4");
    v.press(Command::Pick3).sees("a  Helps: ");
    v.press(Command::Main).toast("b has no word yet");
}

#[test]
fn on_a_small_screen_a_situation_is_read_from_its_start_and_every_answer_is_reached() {
    let mut v = Visit::new().size(40, 10).ignore_toasts();
    v.drills(&asks(ItemKind::Judgment, 6)).press(Command::Main);
    let start = v.screen().rows()[2].clone();
    v.sees("1 of 6");
    for _ in 0..40 {
        v.press(Command::Down);
    }
    assert_ne!(v.screen().rows()[2], start);
    for _ in 0..40 {
        v.press(Command::Up);
    }
    assert_eq!(v.screen().rows()[2], start);
    let mut v = Visit::new().size(40, 10).ignore_toasts();
    v.drills(&asks(ItemKind::SelfReport, 6))
        .press(Command::Main);
    v.sees("1 of 6").sees("1-4");
    v.press_times(Command::Down, 4).sees("Very like me");
    v.press(Command::Main).sees("2 of 6");
    // Nothing is marked before a number or an arrow marks it.
    v.press(Command::Main).sees("2 of 6");
}

#[test]
fn what_is_said_of_rated_acts_is_true_of_them() {
    let mut v = rated_item((80, 30));
    while !v.screen().has("Enter goes on.") {
        v.press(Command::Pick4);
    }
    v.sees("A number changes the marked one, u takes one back.");
    v.press(Command::Undo).sees_not("Enter goes on.");
}

#[test]
fn what_was_said_of_the_reasons_is_not_said_of_the_next_item() {
    let mut v = begun(ItemKind::Judgment, 2);
    answer(&mut v);
    v.press(Command::Pick1)
        .sees("There is nothing to choose here");
    v.press(Command::Main)
        .sees("2 of 2")
        .sees_not("There is nothing to choose here");
}

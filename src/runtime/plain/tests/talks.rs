//! Talks, sets of items and whole mocks in lines.

use super::*;

/// Somebody who holds a talk or sits a set: a line of own words, the first choice that is free, Enter for everything
/// else; when the menu comes, the user quits.
fn holds_once() -> impl FnMut(&str) -> Option<String> {
    let mut choice = 0;
    move |new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        choice = if new.contains("taken already") {
            choice + 1
        } else {
            1
        };
        let said = if new.contains("What now?") {
            "q".to_owned()
        } else if last.contains("Choice:") || last.trim_end().ends_with('?') {
            choice.to_string()
        } else if last.is_empty() && new.contains("in your own words") {
            "I would ask what sets the date.".to_owned()
        } else if last.is_empty() {
            ".".to_owned()
        } else {
            String::new()
        };
        Some(said)
    }
}

/// These steps are told in this order.
fn in_order(told: &str, steps: &[&str]) {
    let mut rest = flat(told);
    for step in steps {
        let found = rest.split_once(step);
        let found = found.unwrap_or_else(|| panic!("{step}\n{told}"));
        rest = found.1.to_owned();
    }
}

#[test]
fn a_talk_is_held_in_lines_from_its_briefing_to_its_end() {
    let trial = Trial {
        drill: Some(DrillWish {
            scenario: Some(ScenarioId::new("exploding-offer")),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    let told = trial.talk(holds_once());
    in_order(
        &told,
        &[
            "What you know: ",
            "Enter starts; they speak first:",
            "Turn 1.",
            "Mireille: ",
            "in your own words",
            "Which of these comes nearest",
            "Where it stands.",
            "What you could not know",
            "Turn by turn",
            "A number takes that turn again",
        ],
    );
    let file = trial.file("practice/");
    assert!(file.contains("I would ask what sets the date."), "{file}");
    assert!(file.contains("what = \"finished\""), "{file}");
}

/// Somebody who left a talk in the middle of the first reply.
pub(super) fn left_in_a_talk() -> Trial {
    let trial = Trial {
        drill: Some(DrillWish {
            scenario: Some(ScenarioId::new("exploding-offer")),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    trial.talk(says(&["", "Half a thought", ".l", "q"]));
    trial
}

#[test]
fn a_talk_that_is_left_in_lines_goes_on_with_its_words() {
    let mut trial = left_in_a_talk();
    assert!(trial.file("practice/").contains("what = \"left\""));
    trial.drill = None;
    let told = trial.talk(says(&["0"]));
    in_order(
        &told,
        &[
            "Go on with: An answer by tomorrow noon",
            "So far: Half a thought",
        ],
    );
}

#[test]
fn a_reply_is_taken_back_with_u() {
    let trial = Trial {
        drill: Some(DrillWish {
            scenario: Some(ScenarioId::new("exploding-offer")),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    let told = trial.talk(says(&["", "First words", ".", "2", "u"]));
    in_order(
        &told,
        &["Where it stands.", "Turn 1.", "So far: First words"],
    );
    assert!(trial.file("practice/").contains("[[back]]"));
}

#[test]
fn sets_of_items_are_sat_in_lines() {
    for (kind, end) in [
        (ItemKind::Judgment, "6 questions answered."),
        (ItemKind::SelfReport, "A note for yourself."),
    ] {
        let trial = Trial {
            drill: Some(DrillWish {
                items: Some(kind),
                count: Some(6),
                ..DrillWish::default()
            }),
            ..Trial::default()
        };
        let told = trial.talk(holds_once());
        in_order(
            &told,
            &["Enter starts the clock:", "1 of 6.", "6 of 6.", end],
        );
        let file = trial.file("practice/");
        assert_eq!(file.matches("[[item]]").count(), 6, "{file}");
    }
}

#[test]
fn a_talk_that_was_held_is_read_again_among_the_past_sittings() {
    let trial = Trial {
        drill: Some(DrillWish {
            scenario: Some(ScenarioId::new("exploding-offer")),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    trial.talk(holds_once());
    let later = Trial {
        memory: Arc::clone(&trial.memory),
        ..Trial::default()
    };
    let told = flat(&later.talk(chooses("sittings", &["1", ""])));
    let (_, read) = told.split_once("1 in all.").expect("it is listed");
    assert!(
        read.contains("I would ask what sets the date."),
        "its words: {told}"
    );
}

#[test]
fn the_day_offers_talks_and_sets() {
    let told = Trial::default().talk(says(&["?", "q"]));
    in_order(
        &told,
        &["4. Talk:", "5. Judgment and work-style questions."],
    );
}

#[test]
fn a_whole_mock_is_chosen_told_and_sat_in_lines() {
    let trial = Trial::default();
    let (mut menus, mut read) = (0, 0);
    let told = trial.talk(|new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        menus += usize::from(new.contains("What now?"));
        let said = if menus > 1 {
            "q".to_owned()
        } else if new.contains("What now?") {
            "mock".to_owned()
        } else if new.contains("Which one?") {
            "talking about the offer".to_owned()
        } else if last.contains("How nervous") {
            "6".to_owned()
        } else if last.contains("Which part? Enter leaves:") {
            let parts = ["once more", "turn by turn", ""];
            read += 1;
            parts[read.min(parts.len()) - 1].to_owned()
        } else if new.contains("Which of these comes nearest") {
            "1".to_owned()
        } else {
            sits(new)
        };
        Some(said)
    });
    in_order(
        &told,
        &[
            "Whole mocks for you. Which one?",
            "The call: a talk with choices",
            "How nervous are you now, 0 to 10?",
            "Part 1 of 3",
            "Which of these comes nearest",
            "Where it stands.",
            "This part is over.",
            "1. ",
            "Enter when done:",
            "They asked: ",
            "You said: In 2024 I led forty people",
            "What did you say?",
            "The sitting is over",
            "Change: ",
            "How nervous are you now, 0 to 10?",
            "Nerves now: 6 of 10.",
            "There is more to read:",
            "`greenroom drill --code ",
            "Turn by turn",
        ],
    );
    let nerves = trial.file("practice/");
    let nerves = nerves.matches("what = \"nerves\"").count();
    assert_eq!(nerves, 2, "before and after");
}

#[test]
fn a_dot_and_a_letter_are_no_words_of_a_reply() {
    let trial = Trial {
        drill: Some(DrillWish {
            scenario: Some(ScenarioId::new("exploding-offer")),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    let told = trial.talk(says(&["", ".p", "", ".x", "Only these words.", ".l", "q"]));
    in_order(
        &told,
        &[
            "Paused. Enter goes on:",
            "Not taken: .x. A line with only a dot says it.",
        ],
    );
    let draft = trial.file("drafts/");
    assert!(draft.contains("Only these words."), "{draft}");
    assert!(!draft.contains(".p") && !draft.contains(".x"), "{draft}");
}

#[test]
fn a_code_is_taken_from_the_list_of_mocks_and_asks_the_same_interview() {
    let wish = DrillWish {
        mock: Some(MockWish::Blueprint(
            BlueprintId::new("recruiter-screen-20"),
            Some(3),
        )),
        ..DrillWish::default()
    };
    let first = Trial {
        drill: Some(wish),
        ..Trial::default()
    };
    let asked = |told: &str| {
        let rest = told.split("Question 1 of ").nth(1).expect("a question");
        rest.lines().nth(1).expect("its words").to_owned()
    };
    let told = first.talk(|new| (!new.contains("How will this go?")).then(String::new));
    let question = asked(&told);
    let file = first.file("practice/");
    let code = file
        .split("code = \"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let code = code.expect("a code").to_owned();
    let there = Trial::default();
    let mut wrong = true;
    let told = there.talk(|new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        match () {
            () if new.contains("How will this go?") => None,
            () if last.starts_with("Its code") && std::mem::take(&mut wrong) => {
                Some("AAAAA-AAAAA-AAAAA".to_owned())
            }
            () if last.starts_with("Its code") => Some(code.to_lowercase()),
            () if new.contains("What now?") => Some("mock".to_owned()),
            () if new.contains("of a code") => Some("code".to_owned()),
            () => Some(String::new()),
        }
    });
    assert!(told.contains("one letter is wrong or missing"), "{told}");
    assert_eq!(asked(&told), question);
}

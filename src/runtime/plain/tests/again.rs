//! Going on in lines: what was said so far is told, and every sitting that waits can be chosen.

use super::*;

#[test]
fn a_sitting_that_is_taken_up_tells_what_was_said_so_far() {
    let trial = Trial::default();
    trial.talk(says(&["0", "I led forty people through the move.", "."]));
    let told = flat(&trial.talk(says(&["0"])));
    let (_, after) = told.split_once("So far:").expect("what was said");
    assert!(
        after.contains("You said: I led forty people through the move."),
        "{after}"
    );
    assert!(
        after.contains("What did you say?"),
        "then the rating goes on: {after}"
    );
    let question = after.split("You said").next().unwrap_or_default();
    assert!(
        question.contains('?') || question.contains('.'),
        "the question comes first: {question}"
    );
}

#[test]
fn one_of_several_that_wait_is_chosen_or_put_away() {
    let mut trial = super::talks::left_in_a_talk();
    trial.drill = Some(DrillWish {
        count: Some(2),
        ..DrillWish::default()
    });
    trial.talk(says(&["", "One line.", ".l", "q"]));
    trial.drill = None;
    let mut asked = 0;
    let told = trial.talk(|_| {
        asked += 1;
        match asked {
            1 => Some("today".to_owned()),
            2 => Some("more to go on with".to_owned()),
            3 => Some("2".to_owned()),
            4 => Some("put it away".to_owned()),
            5 => Some("y".to_owned()),
            _ => None,
        }
    });
    let told = flat(&told);
    assert!(
        told.contains("One more to go on with, left or interrupted."),
        "{told}"
    );
    assert!(told.contains("These wait, the newest first."), "{told}");
    assert!(told.contains("2. Drill"), "{told}");
    assert!(
        told.contains("It lies in the trash for thirty days."),
        "{told}"
    );
    let kept = trial.memory.paths();
    assert_eq!(
        kept.iter().filter(|p| p.starts_with("practice/")).count(),
        1,
        "{kept:?}"
    );
}

#[test]
fn a_sitting_that_another_window_has_is_left_to_it_where_nothing_was_written() {
    let drill = DrillWish {
        count: Some(2),
        ..DrillWish::default()
    };
    let talk = DrillWish {
        scenario: Some(ScenarioId::new("exploding-offer")),
        ..DrillWish::default()
    };
    for wish in [drill, talk] {
        let ana = Trial {
            drill: Some(wish),
            ..Trial::default()
        };
        let ben = Trial {
            memory: Arc::clone(&ana.memory),
            ..Trial::default()
        };
        let mut ana_says = says(&["", "Ana moved the shop."]);
        let mut asked = 0;
        ana.talk(|new| {
            asked += 1;
            if asked != 3 {
                return ana_says(new);
            }
            let before = ana.file("drafts/");
            let told = flat(&ben.talk(says(&["0", ".l"])));
            for words in [
                "Open elsewhere since ",
                "Both windows keep what is answered in them.",
                "So far: Ana moved the shop.",
                "It goes on in the other window.",
            ] {
                assert!(told.contains(words), "{words}: {told}");
            }
            assert_eq!(ana.file("drafts/"), before, "they are the words of Ana");
            assert!(!ana.file("practice/").contains("\"left\""), "{told}");
            None
        });
        assert_eq!(asked, 3);
    }
}

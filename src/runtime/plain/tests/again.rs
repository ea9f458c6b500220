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
            4 => Some("trash".to_owned()),
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

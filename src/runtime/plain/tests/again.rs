//! Going on in lines: what was said so far is told, and every sitting that waits can be chosen.

use super::*;

#[test]
fn a_sitting_that_is_taken_up_tells_what_was_said_so_far() {
    let trial = Trial::default();
    trial.talk(says(&["1", "I led forty people through the move.", "."]));
    let told = flat(&trial.talk(says(&["1"])));
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
    let told = trial.talk(|new| {
        asked += 1;
        let line = new.lines().find(|l| l.contains("more to go on with"));
        match (asked, line) {
            (1, Some(line)) => line.split('.').next().map(str::to_owned),
            (2 | 3, _) => Some("2".to_owned()),
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

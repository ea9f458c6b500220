//! A whole mock in lines: its rating, its end in parts, and going on with it.

use super::*;

/// A recruiter call, of which one question is answered and the others are skipped; then the user rates.
fn recruiter_call() -> Trial {
    Trial {
        drill: Some(DrillWish {
            mock: Some(MockWish::Blueprint(
                BlueprintId::new("recruiter-screen-20"),
                Some(3),
            )),
            ..DrillWish::default()
        }),
        ..Trial::default()
    }
}

/// Answers the first question, skips whatever comes after it, and takes the usual choice of everything else.
fn answers_one() -> impl FnMut(&str) -> Option<String> {
    let mut typed = 0;
    move |new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        let answer = last.is_empty() || last.starts_with("  (");
        typed += usize::from(answer);
        Some(match () {
            () if answer && typed == 1 => "In 2024 I led forty people through the move.".to_owned(),
            () if answer && typed == 2 => ".".to_owned(),
            () if answer => ".s".to_owned(),
            () if new.contains("What now?") => "q".to_owned(),
            () if last.contains("Choice:") => "2".to_owned(),
            () => String::new(),
        })
    }
}

#[test]
fn the_end_of_a_mock_is_a_few_lines_and_parts_to_be_asked_for() {
    let trial = recruiter_call();
    let told = trial.talk(answers_one());
    let (_, end) = told.split_once("The sitting is over").expect("its end");
    let (first, rest) = end.split_once("How nervous").expect("asked at once");
    assert!(first.lines().count() <= 16, "{first}");
    for words in ["Change: ", "Next: "] {
        assert!(first.contains(words), "{words}: {first}");
    }
    assert!(
        !first.contains("Went well"),
        "nothing that has a name: {first}"
    );
    assert!(
        !end.contains("Skipped."),
        "what was skipped is a number: {end}"
    );
    for words in ["Part by part.", "The questions, ", " skipped."] {
        assert!(rest.contains(words), "{words}: {rest}");
    }
    assert!(rest.contains("Which part? Enter leaves:"), "{rest}");
    let later = Trial {
        memory: Arc::clone(&trial.memory),
        ..Trial::default()
    };
    let told = flat(&later.talk(chooses("sittings", &["1", "what you said", "b", ""])));
    assert!(
        told.contains("You said: In 2024 I led forty people"),
        "{told}"
    );
    assert!(!told.contains(" Skipped."), "{told}");
}

#[test]
fn a_mock_that_goes_on_says_its_part_and_who_asks_and_its_minutes_once() {
    let trial = recruiter_call();
    let mut asked = 0;
    let told = trial.talk(|new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        asked += usize::from(last.is_empty());
        (asked < 2).then(|| match () {
            () if last.is_empty() => "Half an answer".to_owned(),
            () => String::new(),
        })
    });
    let part = told.lines().find(|line| line.starts_with("Part 1 of "));
    let part = part
        .expect("where it stands")
        .split(". ")
        .next()
        .unwrap_or_default();
    let later = Trial {
        memory: Arc::clone(&trial.memory),
        ..Trial::default()
    };
    let told = flat(&later.talk(says(&["0"])));
    let (hello, sat) = told.split_once("What now?").expect("a prompt");
    assert!(!hello.contains("minutes, 20 minutes"), "{hello}");
    assert!(sat.contains(part), "{part}: {sat}");
    assert!(sat.contains("So far: Half an answer"), "{sat}");
}

#[test]
fn what_was_said_to_a_follow_up_stands_beneath_it() {
    let trial = recruiter_call();
    let mut typed = 0;
    let told = trial.talk(|new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        if new.contains("They went on: ") {
            return None;
        }
        let answer = last.is_empty() || last.starts_with("  (");
        typed += usize::from(answer);
        Some(match () {
            () if answer && typed == 6 => ".s".to_owned(),
            () if answer && typed % 2 == 1 => format!("Answer number {}.", typed / 2 + 1),
            () if answer => ".".to_owned(),
            () => String::new(),
        })
    });
    let told = flat(&told);
    let (_, rating) = told.split_once("They asked: ").expect("the rating begins");
    let (before, after) = rating
        .split_once("They went on: ")
        .expect("what came after it");
    assert!(before.contains("You said: Answer number 2."), "{before}");
    assert!(after.contains("? Skipped. What did you say?"), "{after}");
    assert!(
        !rating.contains("Answer number 3."),
        "it was let go: {rating}"
    );
}

#[test]
fn a_rating_that_goes_on_reads_an_answer_once() {
    let trial = recruiter_call();
    let mut one = answers_one();
    trial.talk(|new| one(new).filter(|_| !new.contains("What did you say?")));
    let later = Trial {
        memory: Arc::clone(&trial.memory),
        ..Trial::default()
    };
    let told = flat(&later.talk(says(&["0"])));
    let said = "You said: In 2024 I led forty people";
    assert_eq!(told.matches(said).count(), 1, "{told}");
    assert!(told.contains(" skipped. "), "{told}");
}

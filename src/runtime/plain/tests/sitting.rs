//! What is typed in a sitting: words with a dot, help, proofs in one's own words, and what is heard there.

use super::*;
use crate::domain::library::Kind;

/// A drill of one question.
pub(super) fn drill() -> Trial {
    Trial {
        drill: Some(DrillWish {
            count: Some(1),
            ..DrillWish::default()
        }),
        ..Trial::default()
    }
}

#[test]
fn an_answer_of_one_word_has_one_word() {
    let told = flat(&drill().talk(says(&["", "Forty.", "."])));
    assert!(told.contains("Saved. 1 word, "), "{told}");
}

#[test]
fn a_word_with_a_dot_is_never_part_of_the_answer() {
    let trial = drill();
    let told = trial.talk(at_prompts(&[
        ("How will this go?", ""),
        ("A line with only a dot ends it.", "I led forty people."),
        ("", "Nobody left."),
        ("", ".x"),
        ("Not taken: .x. A line with only a dot ends it.", "?"),
        ("A line with only a dot ends it.", "q"),
        ("Not taken: q.", ".r"),
        ("So far: I led forty people. Nobody left.", ".z"),
        ("Taken off: Nobody left.", ".q"),
        ("", " .gov was the place"),
        ("", "."),
        ("Saved. 8 words", ".q"),
        ("", ".r"),
        ("So far: I led forty people.", "?"),
        ("Type y for said, h for half, n for not said", ".nothing"),
        ("Not taken: .nothing.", ""),
    ]));
    let (before, after) = told.split_once("How will this go?").expect("a question");
    let question = before.trim_end().lines().next_back().expect("its words");
    assert_eq!(after.matches(question).count(), 2, "{question}: {told}");
    let file = trial.file("practice/");
    assert!(
        file.contains("I led forty people.\n .gov was the place"),
        "{file}"
    );
}

#[test]
fn words_typed_under_a_sentence_are_the_proof() {
    let trial = Trial {
        drill: Some(DrillWish {
            count: Some(1),
            packs: vec!["choir".to_owned()],
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    let pack = "[pack]\nformat = 1\nid = \"choir\"\ntitle = \"Choir\"\nversion = \"1\"\nauthor = \"A\"\n\
                license = \"private\"\nlanguage = \"en\"\n\n[[question]]\ntext = \"You get another task. What do you do?\"\n\
                kind = \"situational\"\nstrong = [{ text = \"Says openly that the other task is what they came for\" }]\n";
    trial.memory.meddle("packs/choir.toml", pack);
    let mut typed = vec!["Forty parents came and sang", "x"];
    let told = trial.talk(|new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        if last.contains("or your own words:") {
            return typed.pop().map(str::to_owned);
        }
        if new.contains("Type the answer.") {
            return Some("I say openly that the other task is what I came for.".to_owned());
        }
        (typed.len() == 2).then(|| sits(new))
    });
    assert!(
        flat(&told).contains("One letter proves nothing. Enter keeps it"),
        "a slip of a key: {told}"
    );
    let draft = trial.file("drafts/");
    assert!(draft.contains("Forty parents came and sang"), "{draft}");
}

#[test]
fn a_rating_that_goes_on_keeps_its_proofs_and_flags_with_enter() {
    let trial = drill();
    let mut at = 0;
    trial.talk(|new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        at += usize::from(last.contains("own words"));
        let said = match () {
            () if new.contains("2 of ") => return None,
            () if last.contains("own words") => "Forty parents came and sang".to_owned(),
            () => sits(new),
        };
        Some(said)
    });
    assert!(at > 0, "a proof was asked for");
    let later = Trial {
        memory: Arc::clone(&trial.memory),
        ..Trial::default()
    };
    let told = later.talk(|new| match () {
        () if new.contains("2 of ") => None,
        () if new.contains("What now?") => Some("0".to_owned()),
        () => Some(String::new()),
    });
    assert!(
        told.contains("Proof: \"Forty parents came and sang\""),
        "{told}"
    );
    let draft = trial.file("drafts/");
    assert!(draft.contains("Forty parents came and sang"), "{draft}");
}

#[test]
fn an_empty_answer_is_within_no_time_and_a_window_from_nothing_goes_up_to_its_end() {
    let told = drill().talk(at_prompts(&[("How will this go?", ""), ("", ""), ("", "")]));
    assert!(!told.contains("0:00"), "{told}");
}

/// The number of a choice that was printed, where it was.
fn offered(choice: &str, new: &str) -> Option<String> {
    new.contains(choice).then(|| number_of(choice, new))
}

#[test]
fn a_second_try_is_said_to_be_said_now() {
    let trial = drill();
    let mut ways = vec!["Done.", "Say this point again, 45"];
    let told = trial.talk(|new| {
        if new.trim_end().ends_with("y or n [n]:") && ways.len() == 1 {
            return Some("y".to_owned());
        }
        if let Some(way) = ways.last().and_then(|way| offered(way, new)) {
            ways.pop();
            return Some(way);
        }
        let rates = new.contains("What did you say?");
        let said = if rates { "h".to_owned() } else { sits(new) };
        (!new.contains("The sitting is over")).then_some(said)
    });
    let told = flat(&told);
    assert!(ways.is_empty(), "{ways:?}: {told}");
    let kept = told
        .split("Your second try is kept beside the first: ")
        .nth(1);
    let kept = kept.expect("it says what is kept");
    assert!(kept.contains("Is it said now"), "{kept}");
    assert!(kept.contains("Now: said."), "{kept}");
    assert!(kept.contains("It is not said now, after all."), "{kept}");
    let (_, menu) = kept
        .split_once("Now: said.")
        .expect("the menu comes after it");
    assert!(menu.contains("1. Say this point again"), "{menu}");
    assert!(trial.file("practice/").contains("said-now"), "{told}");
}

#[test]
fn a_result_says_what_holds_it_down_and_b_leads_from_it_back_into_the_rating() {
    let mut back = false;
    let mut event = drill();
    event.drill.as_mut().expect("a drill").kinds = vec![Kind::Behavioral];
    let told = event.talk(|new| match () {
        () if new.contains("This answer: ") => {
            (!std::mem::replace(&mut back, true)).then(|| "b".to_owned())
        }
        () => Some(sits(new)),
    });
    assert_eq!(told.matches("This answer: ").count(), 2, "{told}");
    assert_eq!(told.matches("5 of 5. Insight.").count(), 2, "{told}");
    assert!(
        told.contains("Easy to follow counts as Solid at most."),
        "{told}"
    );
}

#[test]
fn why_nothing_is_done_names_the_ways_of_lines() {
    let told = drill().talk(at_prompts(&[
        ("How will this go?", ""),
        ("Type the answer.", "."),
        ("Nothing is written yet. .s skips the question.", ".s"),
    ]));
    assert!(!told.contains("pause sheet"), "{told}");
}

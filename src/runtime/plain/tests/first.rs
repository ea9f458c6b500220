//! The first mock in lines: its order of rating, what is kept, and what help says.

use super::*;

#[test]
fn the_five_minute_mock_goes_through_the_whole_order_of_rating() {
    let trial = Trial::default();
    let told = trial.talk(sits_once());
    let mut rest = told.as_str();
    for step in [
        "What now?",
        "Question 1 of 2",
        "Type the answer.",
        "Saved. 12 words",
        "What did you say?",
        "Proof: ",
        "Did any of this happen?",
        "This answer: ",
        "Rate it with the descriptions, too.",
        "Question 2 of 2",
        "How will this go?",
        "This answer: ",
        "The sitting is over",
        "Saved. 2 answers today",
    ] {
        let found = rest.split_once(step);
        rest = found
            .unwrap_or_else(|| {
                panic!(
                    "{step}
{told}"
                )
            })
            .1;
    }
    let file = trial.file("practice/");
    assert_eq!(file.matches("[[answer]]").count(), 2);
    assert_eq!(file.matches("[[rating]]").count(), 2);
    assert!(file.contains("finished"), "{file}");
}

#[test]
fn a_sheet_stands_line_by_line_and_apart_from_what_is_asked_about_it() {
    let trial = Trial {
        drill: Some(DrillWish {
            packs: vec!["a".to_owned()],
            count: Some(1),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    let pack = "[pack]\nformat = 1\nid = \"a\"\ntitle = \"A\"\nversion = \"1.0.0\"\nauthor = \"Sam\"\n\
        license = \"CC0-1.0\"\nlanguage = \"en\"\n\n[[question]]\nid = \"q\"\n\
        text = \"What is wrong in this till?\"\nsetup = '''\nopened    100\n  closed   90'''\n";
    trial.memory.meddle("packs/a.toml", pack);
    let told = trial.talk(|_| None);
    let sheet =
        "Situation:\nopened    100\n  closed   90\n\nThey ask: What is wrong in this till?\n";
    assert!(told.contains(sheet), "{told}");
}

#[test]
fn no_level_is_named_before_the_anchors_are_chosen() {
    let told = Trial::default().talk(sits_once());
    let rating = told.split("What did you say?").nth(1).expect("a rating");
    let before = rating.split("This answer: ").next().expect("anchors");
    for word in ["Not yet", "Partly", "Solid", "Strong"] {
        assert!(!before.contains(word), "{word}: {before}");
    }
}

#[test]
fn m83_lines_hold_nothing_but_words() {
    let told = Trial::default().talk(sits_once());
    let odd = told
        .chars()
        .find(|c| matches!(c, '\u{1b}' | '\r' | '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}'));
    assert_eq!(odd, None);
    assert!(
        told.lines().all(|l| l.chars().count() <= 110),
        "prompts aside, 80 columns"
    );
}

#[test]
fn r2_an_answer_that_is_cut_off_is_offered_again() {
    let trial = Trial::default();
    trial.talk(says(&["0", "The first half of my answer,"]));
    assert!(
        trial
            .file("drafts/")
            .contains("The first half of my answer,")
    );
    let told = trial.talk(says(&["0", "and the second.", "."]));
    assert!(told.contains("0. Go on with: Five-minute mock"), "{told}");
    assert!(
        told.contains("So far: The first half of my answer,"),
        "{told}"
    );
    let file = trial.file("practice/");
    assert!(
        file.contains("The first half of my answer,\nand the second."),
        "{file}"
    );
    assert!(
        trial
            .memory
            .paths()
            .iter()
            .all(|p| !p.starts_with("drafts/"))
    );
}

#[test]
fn r3_a_full_disk_never_says_saved_and_loses_nothing() {
    let trial = Trial::default();
    let told = trial.talk(|new| {
        if new.contains("A line with only a dot") {
            return Some("My words.".to_owned());
        }
        if new.contains("Enter tries again") {
            assert!(!new.contains("Saved."), "{new}");
            trial.memory.fail_always(None);
            return Some(String::new());
        }
        if new.contains("Saved. 2 words") {
            return None;
        }
        if new.contains("What now?") {
            return Some("0".to_owned());
        }
        trial.memory.fail_always(Some(ErrorKind::StorageFull));
        Some(".".to_owned())
    });
    assert!(flat(&told).contains("the disk is full"), "{told}");
    assert!(trial.file("practice/").contains("My words."));
}

#[test]
fn help_says_only_what_can_be_typed_there() {
    let trial = Trial::default();
    let told = flat(&trial.talk(chooses("stages", &["?", "1", "?", ""])));
    let all = "Type the number of a choice or words of it, or nothing for the one in brackets.";
    let words = "Type the number of a choice or words of it. ";
    assert!(told.contains(all) && told.contains(words), "{told}");
    let told = flat(&trial.talk(chooses("drill", &["1", "?"])));
    let number = "Type a number from 1 to 50, or nothing for the one in brackets.";
    assert!(told.contains(number), "{told}");
}

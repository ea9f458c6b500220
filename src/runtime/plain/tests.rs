//! A user who reads and types, and a home in memory.

use std::cell::{Cell, RefCell};
use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::desk::go::MockWish;
use crate::domain::id::{BlueprintId, CompetencyId, ScenarioId};
use crate::domain::library::{ItemKind, StageId};
use crate::domain::practice::sample;
use crate::runtime::studio::DrillWish;
use crate::store::Store;
use crate::store::layout::Places;
use crate::store::memory::Memory;

/// Everything that was printed so far.
#[derive(Clone, Default)]
struct Paper(Rc<RefCell<Vec<u8>>>);

impl Paper {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).expect("lines are UTF-8")
    }
}

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What somebody types after reading this; `None` hangs up.
type Reply<'a> = dyn FnMut(&str) -> Option<String> + 'a;

/// A user who reads what was printed since the last line and types the next one; `None` hangs up.
struct User<'a> {
    paper: Paper,
    read: usize,
    reply: Box<Reply<'a>>,
    line: Vec<u8>,
}

impl Read for User<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let part = self.fill_buf()?;
        let n = part.len().min(to.len());
        to[..n].copy_from_slice(&part[..n]);
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for User<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.line.is_empty() {
            let text = self.paper.text();
            let new = text.get(self.read..).unwrap_or_default();
            if let Some(reply) = (self.reply)(new) {
                self.line = format!("{reply}\n").into_bytes();
            }
            self.read = text.len();
        }
        Ok(&self.line)
    }

    fn consume(&mut self, n: usize) {
        self.line.drain(..n);
    }
}

/// Words without the ends of lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A computer with a home in memory.
#[derive(Default)]
struct Trial {
    memory: Arc<Memory>,
    drill: Option<DrillWish>,
    hide_names: bool,
}

impl Trial {
    fn talk(&self, reply: impl FnMut(&str) -> Option<String>) -> String {
        let store: Arc<dyn Store> = self.memory.clone();
        let home = Arc::new(Home::new(Arc::clone(&store), store));
        let options = Options {
            places: Places {
                home: PathBuf::from("/home/sam/greenroom"),
                settings: PathBuf::from("/home/sam/greenroom"),
            },
            seed: Some(7),
            theme: None,
            hide_names: self.hide_names,
            drill: self.drill.clone(),
            env: Vec::new(),
        };
        let paper = Paper::default();
        let mut user = User {
            paper: paper.clone(),
            read: 0,
            reply: Box::new(reply),
            line: Vec::new(),
        };
        let looks = Cell::new(0);
        let now = || {
            looks.set(looks.get() + 1);
            sample::at(0.0).after(Duration::from_secs(looks.get()))
        };
        let code =
            run(&options, home, &now, &mut user, &mut paper.clone(), true).expect("all is printed");
        assert_eq!(code, 0);
        paper.text()
    }

    /// The only file below a folder.
    fn file(&self, folder: &str) -> String {
        let paths = self.memory.paths();
        let mut inside = paths.iter().filter(|p| p.starts_with(folder));
        let path = inside
            .next()
            .unwrap_or_else(|| panic!("nothing in {folder}: {paths:?}"));
        self.memory.text(path).unwrap_or_default()
    }
}

/// Somebody who sits whatever is asked: one line for each answer, the usual for everything else.
fn sits(new: &str) -> String {
    let last = new.rsplit('\n').next().unwrap_or_default();
    let said = if last.contains("Choice:") {
        "2"
    } else if new.contains("1 of ") && last.contains("[n]") {
        "y"
    } else if new.contains("A line with only a dot ends it") {
        "In 2024 I led forty people through the move, and nobody left."
    } else if last.is_empty() || last.starts_with("  (") {
        "."
    } else {
        ""
    };
    said.to_owned()
}

/// The same, once from the menu; then the user quits.
fn sits_once() -> impl FnMut(&str) -> Option<String> {
    let mut menus = 0;
    move |new| {
        if new.contains("Today. ") {
            menus += 1;
        }
        Some(if menus > 1 { "q".to_owned() } else { sits(new) })
    }
}

/// Replies in turn, then hangs up.
fn says<'a>(lines: &'a [&'a str]) -> impl FnMut(&str) -> Option<String> + 'a {
    let mut lines = lines.iter();
    move |_| lines.next().map(|l| (*l).to_owned())
}

#[test]
fn the_five_minute_mock_goes_through_the_whole_order_of_rating() {
    let trial = Trial::default();
    let told = trial.talk(sits_once());
    let mut rest = told.as_str();
    for step in [
        "Choice [1]:",
        "Question 1 of 2",
        "Type the answer.",
        "Saved. 12 words",
        "What did you say?",
        "Proof: ",
        "Did any of this happen?",
        "Which is closest?",
        "This answer: ",
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
    trial.talk(says(&["1", "The first half of my answer,"]));
    assert!(
        trial
            .file("drafts/")
            .contains("The first half of my answer,")
    );
    let told = trial.talk(says(&["1", "and the second.", "."]));
    assert!(told.contains("1. Go on with: Five-minute mock"), "{told}");
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
        if new.contains("Today.") {
            return Some("1".to_owned());
        }
        trial.memory.fail_always(Some(ErrorKind::StorageFull));
        Some(".".to_owned())
    });
    assert!(flat(&told).contains("the disk is full"), "{told}");
    assert!(trial.file("practice/").contains("My words."));
}

#[test]
fn a_wrong_number_is_asked_again_and_help_is_near() {
    let told = Trial::default().talk(says(&["99", "?", "q"]));
    assert!(told.contains("Type a number from 1 to "), "{told}");
    assert!(flat(&told).contains("b goes one step back"), "{told}");
}

/// The number of a choice in what was printed.
fn number_of(choice: &str, new: &str) -> String {
    let line = new.lines().find(|l| l.contains(choice));
    let line = line.unwrap_or_else(|| panic!("{choice}: {new}"));
    line.split('.').next().unwrap_or_default().trim().to_owned()
}

/// Chooses from the first menu, then says the lines, then quits.
fn chooses<'a>(choice: &'a str, lines: &'a [&'a str]) -> impl FnMut(&str) -> Option<String> + 'a {
    let mut said = says(lines);
    let mut first = true;
    move |new| {
        if std::mem::take(&mut first) {
            return Some(number_of(choice, new));
        }
        said(new).or_else(|| Some("q".to_owned()))
    }
}

#[test]
fn a_note_is_saved_and_can_be_taken_back() {
    let trial = Trial::default();
    let told = trial.talk(chooses("Write a note", &["They want numbers.", "."]));
    assert!(told.contains("Saved. u takes it back."), "{told}");
    assert!(trial.file("journal/").contains("They want numbers."));
    let trial = Trial::default();
    let told = trial.talk(chooses("Write a note", &["They want numbers.", ".", "u"]));
    assert!(told.contains("lies in the trash"), "{told}");
    assert!(trial.file("trash/").contains("They want numbers."));
}

#[test]
fn questions_of_a_debrief_become_practice() {
    let trial = Trial::default();
    let told = trial.talk(chooses(
        "Debrief",
        &[
            "tired",
            "Why did you leave the bakery?",
            "1",
            "2",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
        ],
    ));
    assert!(
        told.contains("Saved. 1 question is now practice."),
        "{told}"
    );
    let entry = trial.file("journal/");
    assert!(
        entry.contains("Why did you leave the bakery?") && entry.contains("not-yet"),
        "{entry}"
    );
    assert!(
        trial
            .file("questions/mine.toml")
            .contains("Why did you leave the bakery?")
    );
}

#[test]
fn a_debrief_that_is_cut_off_keeps_what_was_said() {
    let trial = Trial::default();
    let told = trial.talk({
        let mut said = chooses("Debrief", &["tired", "Why did you leave the bakery?"]);
        move |new| said(new).filter(|line| line != "q")
    });
    assert!(!told.contains("panicked"));
    assert!(
        trial
            .file("journal/")
            .contains("Why did you leave the bakery?")
    );
}

#[test]
fn the_job_can_be_added_and_its_name_hidden() {
    let trial = Trial {
        hide_names: true,
        ..Trial::default()
    };
    let told = trial.talk(chooses(
        "Add the job",
        &["Acme", "Engineer", "6", "2026-03-18", "10:00"],
    ));
    assert!(trial.file("applications/").contains("Acme"));
    let after = told.split("Saved.").nth(1).expect("a second menu");
    assert!(after.contains("Employer A, panel interview"), "{after}");
    assert!(!after.contains("Acme"), "{after}");
}

#[test]
fn a_drill_from_the_command_line_begins_at_once() {
    let wish = DrillWish {
        stage: Some(StageId::Panel),
        count: Some(2),
        ..DrillWish::default()
    };
    let trial = Trial {
        drill: Some(wish),
        ..Trial::default()
    };
    let ask =
        |trial: &Trial| trial.talk(|new| (!new.contains("How will this go?")).then(String::new));
    let told = ask(&trial);
    assert!(told.contains("Question 1 of 2"), "{told}");
    assert!(!told.contains("Today."), "{told}");
    let again = Trial {
        drill: trial.drill.clone(),
        ..Trial::default()
    };
    assert_eq!(ask(&again), told, "the same seed asks the same");
}

#[test]
fn words_typed_where_a_number_was_asked_for_outlive_the_end_of_the_line() {
    let trial = Trial {
        drill: Some(DrillWish {
            count: Some(1),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    trial.talk(says(&["3 of us led the move of forty people."]));
    let draft = trial.file("drafts/");
    assert!(
        draft.contains("3 of us led the move of forty people."),
        "{draft}"
    );
    let later = Trial {
        memory: Arc::clone(&trial.memory),
        ..Trial::default()
    };
    let told = later.talk(says(&["1"]));
    assert!(
        told.contains("3 of us led the move of forty people."),
        "{told}"
    );
}

#[test]
fn an_answer_that_is_typed_where_a_number_was_asked_for_is_the_answer() {
    let trial = Trial {
        drill: Some(DrillWish {
            count: Some(1),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    let told = trial.talk(says(&[
        "I led the move of forty people.",
        "Nobody left.",
        ".",
    ]));
    assert!(
        told.contains("So far: I led the move of forty people."),
        "{told}"
    );
    let file = trial.file("practice/");
    assert!(
        file.contains("I led the move of forty people.\nNobody left."),
        "{file}"
    );
}

#[test]
fn every_stage_can_be_read_and_progress_is_words() {
    let told = Trial::default().talk(chooses("Read about a stage", &["6"]));
    for title in [
        "What happens.",
        "How to prepare.",
        "What to ask them.",
        "Afterward.",
    ] {
        assert!(told.contains(title), "{title}\n{told}");
    }
    let trial = Trial::default();
    trial.talk(sits_once());
    let told = trial.talk(chooses("Progress.", &[]));
    assert!(told.contains("answer, too early. Newest first: "), "{told}");
}

#[test]
fn an_answer_that_is_kept_with_a_question_opens_after_the_attempt() {
    let trial = Trial {
        drill: Some(DrillWish {
            competencies: vec![CompetencyId::new("ward/handover")],
            count: Some(1),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    let pack = "[pack]\nformat = 1\nid = \"ward\"\ntitle = \"Ward\"\nversion = \"1\"\nauthor = \"a\"\nlicense = \"private\"\nlanguage = \"en\"\n\n[[competency]]\nid = \"handover\"\ntitle = \"Handover\"\n\n[[question]]\nid = \"q\"\ntext = \"What is a handover?\"\ncompetencies = [\"handover\"]\nnotes = \"The talk between two shifts.\"\n";
    let made = trial.memory.create("packs/ward.toml", pack.as_bytes());
    made.expect("memory takes it");
    let mut heard = false;
    let told = trial.talk(|new| {
        if new.contains("What a strong answer has.") && !heard {
            heard = true;
            return Some(number_of("What a strong answer has.", new));
        }
        (!new.contains("The sitting is over")).then(|| sits(new))
    });
    let (before, after) = told.split_once("This answer: ").expect("it was rated");
    assert!(before.contains("What is a handover?"), "{before}");
    assert!(!before.contains("between two shifts"), "{before}");
    assert!(
        flat(after).contains("Kept with the question The talk between two shifts."),
        "{after}"
    );
}

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
        let said = if new.contains("Today. ") {
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

#[test]
fn a_talk_that_is_left_in_lines_goes_on_with_its_words() {
    let mut trial = Trial {
        drill: Some(DrillWish {
            scenario: Some(ScenarioId::new("exploding-offer")),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    trial.talk(says(&["", "Half a thought", ".l", "q"]));
    assert!(trial.file("practice/").contains("what = \"left\""));
    trial.drill = None;
    let told = trial.talk(says(&["1"]));
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
fn the_day_offers_talks_and_sets() {
    let told = Trial::default().talk(says(&["q"]));
    in_order(
        &told,
        &["Rehearse a talk.", "Work-style and judgment questions."],
    );
}

#[test]
fn a_whole_mock_is_chosen_told_and_sat_in_lines() {
    let trial = Trial::default();
    let mut menus = 0;
    let told = trial.talk(|new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        menus += usize::from(new.contains("Today. "));
        let said = if menus > 1 {
            "q".to_owned()
        } else if new.contains("Today. ") {
            number_of("Sit a whole mock.", new)
        } else if new.contains("Which one?") {
            number_of("Talking about the offer", new)
        } else if last.contains("How nervous") {
            "6".to_owned()
        } else if last.contains("turn by turn?") {
            "y".to_owned()
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
            "How nervous are you, 0 to 10?",
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
            "Read the talks and items turn by turn?",
            "Turn by turn",
        ],
    );
    assert!(trial.file("practice/").contains("what = \"nerves\""));
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
        &["Paused. Enter goes on:", "Here there are: . alone says it"],
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
        let number = |words: &str| {
            let line = new.lines().find(|l| l.contains(words))?;
            Some(line.split('.').next()?.to_owned())
        };
        match () {
            () if new.contains("How will this go?") => None,
            () if last.starts_with("Its code") && std::mem::take(&mut wrong) => {
                Some("AAAAA-AAAAA-AAAAA".to_owned())
            }
            () if last.starts_with("Its code") => Some(code.to_lowercase()),
            () => number("Sit a whole mock.")
                .or_else(|| number("of a code"))
                .or(Some(String::new())),
        }
    });
    assert!(told.contains("one letter is wrong or missing"), "{told}");
    assert_eq!(asked(&told), question);
}

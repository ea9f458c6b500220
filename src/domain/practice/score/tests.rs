//! The rule table, line by line.

mod advice;

use std::sync::Arc;

use super::*;
use crate::domain::level::Level::{self, NotYet, Partly, Solid, Strong};
use crate::domain::library::{Kind, Question};
use crate::domain::practice::record::Mark::{self, Half, Hit, Missed};
use crate::domain::practice::record::{Answer, Hint};
use crate::domain::practice::sample;

/// One answer to a behavioral question, everything at its best; a test spoils one thing.
struct Case {
    question: Question,
    answer: Answer,
    marks: [Mark; 5],
    flags: Vec<u8>,
    rated: Vec<Rated>,
}

const DIMENSIONS: [(&str, u8); 5] = [
    ("relevance", 2),
    ("structure", 2),
    ("specificity", 3),
    ("impact", 3),
    ("insight", 1),
];

fn case(kind: Kind) -> Case {
    Case {
        question: sample::question("q-a", kind),
        answer: sample::answer("q-a", kind),
        marks: [Hit; 5],
        flags: Vec::new(),
        rated: rated([Strong; 5]),
    }
}

fn rated(levels: [Level; 5]) -> Vec<Rated> {
    (DIMENSIONS.iter().zip(levels))
        .map(|((id, weight), level)| Rated {
            dimension: Arc::new(sample::dimension(id, *weight)),
            level,
        })
        .collect()
}

impl Case {
    fn seen(&self) -> Evidence<'_> {
        Evidence {
            question: &self.question,
            answer: &self.answer,
            marks: &self.marks,
            flags: &self.flags,
            rated: &self.rated,
        }
    }

    fn verdict(&self) -> Verdict {
        judge(&self.seen())
    }
}

/// What a test does to the best answer, and the line, level and words it must give.
type Row = (fn(&mut Case), &'static str, Level, &'static str);

fn check(kind: Kind, rows: &[Row]) {
    for (n, (spoil, line, level, words)) in rows.iter().enumerate() {
        let mut case = case(kind);
        spoil(&mut case);
        let verdict = case.verdict();
        assert_eq!(verdict.line.id(), *line, "row {n}: {}", verdict.reason);
        assert_eq!(verdict.level, *level, "row {n}");
        assert!(
            verdict.reason.contains(words),
            "row {n}: {}",
            verdict.reason
        );
        assert!(!verdict.reason.contains('%'), "row {n}: {}", verdict.reason);
    }
}

#[test]
fn lines_n1_to_n6_give_not_yet() {
    check(
        Kind::Behavioral,
        &[
            (|c| c.answer.skipped = true, "n1", NotYet, "Nothing"),
            (|c| c.answer.words = 0, "n1", NotYet, "Nothing"),
            (|c| c.flags = vec![3], "n2", NotYet, "\"Hides the harm\""),
            (
                |c| c.answer.hints = vec![Hint::Shape, Hint::Outline, Hint::Points],
                "n3",
                NotYet,
                "read, not recalled",
            ),
            (
                |c| c.marks = [Missed; 5],
                "n4",
                NotYet,
                "None of the points",
            ),
            (
                |c| c.flags = vec![1],
                "n4",
                NotYet,
                "no single event to build on: \"Tells what usually happens\"",
            ),
            (
                |c| c.rated = rated([NotYet, Strong, Strong, Strong, Strong]),
                "n6",
                NotYet,
                "Another question",
            ),
            (
                |c| c.rated = rated([Solid, NotYet, NotYet, NotYet, Solid]),
                "n6",
                NotYet,
                "Half or more",
            ),
        ],
    );
    check(
        Kind::Situational,
        &[
            (
                |c| c.marks = [Missed; 5],
                "n4",
                NotYet,
                "None of the points",
            ),
            (
                |c| c.marks = [Missed, Hit, Missed, Missed, Missed],
                "n5",
                NotYet,
                "1 of 5 points said",
            ),
            (
                |c| c.marks = [Missed, Half, Missed, Half, Half],
                "n5",
                NotYet,
                "0 of 5 points said, 3 half",
            ),
        ],
    );
}

#[test]
fn half_of_the_rated_dimensions_is_enough_for_n6() {
    let mut case = case(Kind::Behavioral);
    case.rated = rated([Solid, NotYet, NotYet, Solid, Solid]);
    assert_eq!(case.verdict().line.id(), "p5");
    case.rated.truncate(4);
    assert_eq!(case.verdict().line, Line::MostNotYet);
}

#[test]
fn lines_p1_to_p6_give_partly() {
    check(
        Kind::Behavioral,
        &[
            (
                |c| c.marks[2] = Missed,
                "p1",
                Partly,
                "One core point is not in it yet.",
            ),
            (
                |c| c.answer.hints = vec![Hint::Shape, Hint::Outline],
                "p2",
                Partly,
                "outline",
            ),
            (
                |c| c.marks = [Hit, Half, Hit, Missed, Missed],
                "p3",
                Partly,
                "2 of 5 points said, 1 half",
            ),
            (|c| c.flags = vec![2, 2], "p4", Partly, "2 red flags"),
            (
                |c| c.rated = rated([Strong, NotYet, Strong, Strong, Strong]),
                "p5",
                Partly,
                "Title of structure is not there yet.",
            ),
            (
                |c| c.rated = rated([Solid, Solid, Partly, Partly, Partly]),
                "p5",
                Partly,
                "Fewer than half",
            ),
            (|c| c.answer.length_s = 163, "p6", Partly, "0:33 over"),
        ],
    );
}

#[test]
fn strong_asks_for_everything_and_the_rest_is_solid() {
    check(
        Kind::Behavioral,
        &[
            (|_| (), "s1", Strong, "5 of 5"),
            (|c| c.marks[3] = Missed, "s1", Strong, "4 of 5"),
            (
                |c| c.rated = rated([Solid, Solid, Strong, Strong, Solid]),
                "s1",
                Strong,
                "within the target time",
            ),
            (|c| c.answer.window = None, "s1", Strong, "without a hint"),
            (|c| c.marks[2] = Half, "d1", Solid, "nothing holds it down"),
            (|c| c.marks = [Hit, Hit, Hit, Half, Missed], "d1", Solid, ""),
            (|c| c.flags = vec![2], "d1", Solid, ""),
            (
                |c| c.rated = rated([Strong, Strong, Strong, Solid, Strong]),
                "d1",
                Solid,
                "",
            ),
            (
                |c| c.rated = rated([Strong, Strong, Strong, Strong, Partly]),
                "d1",
                Solid,
                "",
            ),
            (|c| c.rated.clear(), "d1", Solid, ""),
            (|c| c.answer.length_s = 59, "d1", Solid, ""),
            (|c| c.answer.length_s = 162, "d1", Solid, ""),
            (|c| c.answer.hints = vec![Hint::Shape], "d1", Solid, ""),
            (|c| c.question.strong.clear(), "d1", Solid, ""),
        ],
    );
}

#[test]
fn one_event_that_was_not_ticked_leaves_a_good_answer_partly_and_says_so() {
    // No to "Names one event", and no to "Tells what usually happens": the second is not contradicted.
    check(
        Kind::Behavioral,
        &[
            (
                |c| c.marks[0] = Missed,
                "p1",
                Partly,
                "One core point is not in it yet.",
            ),
            (
                |c| (c.question.strong[0].core, c.marks[0]) = (false, Missed),
                "p1",
                Partly,
                "What happened is not in it yet.",
            ),
        ],
    );
}

#[test]
fn the_first_line_that_fits_decides() {
    let mut case = case(Kind::Behavioral);
    case.marks[2] = Missed;
    case.answer.hints = vec![Hint::Shape, Hint::Outline];
    assert_eq!(case.verdict().line.id(), "p1");
    case.answer.hints.push(Hint::Points);
    assert_eq!(case.verdict().line.id(), "n3");
    case.flags = vec![2, 3];
    assert_eq!(case.verdict().line, Line::Critical(3));
}

#[test]
fn gates_hold_what_the_ticks_do_not_bear() {
    let held = |spoil: fn(&mut Case)| {
        let mut case = case(Kind::Behavioral);
        spoil(&mut case);
        let verdict = case.verdict();
        let levels: Vec<Level> = verdict.rated.iter().map(|r| r.level).collect();
        let at: Vec<usize> = verdict.held.iter().map(|h| h.at).collect();
        (levels, at)
    };
    assert_eq!(held(|_| ()), (vec![Strong; 5], vec![]));
    let no_event = held(|c| c.marks[0] = Missed);
    assert_eq!(
        no_event,
        (vec![Strong, Strong, Partly, Strong, Strong], vec![2])
    );
    let no_action = held(|c| (c.marks[1], c.marks[4]) = (Missed, Missed));
    assert_eq!(
        no_action,
        (vec![Strong, Strong, Strong, Partly, Strong], vec![3])
    );
    let no_result = held(|c| c.marks[2] = Missed);
    assert_eq!(
        no_result,
        (vec![Strong, Strong, Strong, Solid, Strong], vec![3])
    );
    let half_an_action = held(|c| (c.marks[1], c.marks[4]) = (Half, Missed));
    assert!(half_an_action.1.is_empty());
    for (length, shut) in [(29, true), (30, false), (195, false), (196, true)] {
        let mut case = case(Kind::Behavioral);
        case.answer.length_s = length;
        assert_eq!(!case.verdict().held.is_empty(), shut, "{length}");
        case.answer.window = None;
        assert!(case.verdict().held.is_empty(), "no window, no gate");
    }
    let no_parts = held(|c| {
        c.marks = [Missed; 5];
        c.question.strong.iter_mut().for_each(|p| p.part = None);
    });
    assert!(
        no_parts.1.is_empty(),
        "a gate applies only where there are such points"
    );
}

//! L18 enough of everything, L19 the right mix: the figures that the library must reach.
//!
//! All targets stand in this file, so that a larger library raises them in one place.

use super::book::Book;
use super::out::Out;
use crate::content::found::At;
use crate::domain::library::Kind;

/// Questions for everybody, by kind.
pub const GENERAL: &[(Kind, usize)] = &[
    (Kind::Opener, 14),
    (Kind::Motivation, 18),
    (Kind::Logistics, 14),
    (Kind::Strengths, 16),
    (Kind::Behavioral, 66),
    (Kind::Culture, 16),
    (Kind::Closing, 14),
];

/// Fewest questions of all.
const QUESTIONS: usize = 150;

/// A cell of the table may fall short by a tenth.
const CELL_PERCENT: usize = 90;

/// Behavioral questions for everybody that have a competency as their primary one.
const BEHAVIORAL_EACH: usize = 2;

/// Records of other kinds: what they are called, how many there must be.
const STAGES: usize = 8;
const COMPETENCIES: usize = 25;
const DIMENSIONS: usize = 6;
const PERSPECTIVES: usize = 36;

/// Share of each difficulty in percent, and how far it may be off.
const DIFFICULTY: [(u8, usize); 3] = [(1, 30), (2, 50), (3, 20)];
const OFF_BY: usize = 5;

/// Questions that everybody is asked, by kind.
const STANDARD: &[(Kind, usize)] = &[
    (Kind::Opener, 4),
    (Kind::Motivation, 6),
    (Kind::Strengths, 4),
    (Kind::Behavioral, 14),
    (Kind::Closing, 2),
];

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    questions(book, out);
    others(book, out);
    behavioral(book, out);
    difficulty(book, out);
    standard(book, out);
}

/// How many questions of a kind are for everybody.
pub fn general(book: &Book, kind: Kind) -> usize {
    let for_all = |roles: &[String]| roles.iter().any(|role| role == "general");
    book.questions
        .iter()
        .filter(|q| q.record.kind == kind.id() && for_all(&q.record.roles))
        .count()
}

fn questions(book: &Book, out: &mut Out<'_>) {
    for (kind, target) in GENERAL {
        let (has, needs) = (general(book, *kind), (target * CELL_PERCENT).div_ceil(100));
        if has < needs {
            tell(
                book,
                out,
                "L18",
                "question",
                &format!(
                    "There are {has} general {} questions; {needs} are needed.",
                    kind.id()
                ),
            );
        }
    }
    let all = book.questions.len();
    if all < QUESTIONS {
        tell(
            book,
            out,
            "L18",
            "question",
            &format!("There are {all} questions; {QUESTIONS} are needed."),
        );
    }
}

fn others(book: &Book, out: &mut Out<'_>) {
    let counts = [
        ("stage", book.stages.len(), STAGES),
        ("competency", book.competencies.len(), COMPETENCIES),
        ("dimension", book.dimensions.len(), DIMENSIONS),
        ("perspective", book.perspectives.len(), PERSPECTIVES),
    ];
    for (array, has, needs) in counts {
        if has < needs {
            tell(
                book,
                out,
                "L18",
                array,
                &format!("There are {has} records `{array}`; {needs} are needed."),
            );
        }
    }
}

fn behavioral(book: &Book, out: &mut Out<'_>) {
    for competency in &book.competencies {
        let id = &competency.record.id;
        let primary = book
            .questions
            .iter()
            .filter(|q| q.record.kind == "behavioral" && q.record.competencies.first() == Some(id));
        let has = primary.count();
        if has < BEHAVIORAL_EACH {
            let what = format!(
                "The competency `{id}` has {has} behavioral questions of its own; {BEHAVIORAL_EACH} are needed."
            );
            tell(book, out, "L18", "question", &what);
        }
    }
}

fn difficulty(book: &Book, out: &mut Out<'_>) {
    let all = book.questions.len();
    for (difficulty, target) in DIFFICULTY {
        let has = book
            .questions
            .iter()
            .filter(|q| q.record.difficulty == Some(difficulty))
            .count();
        let percent = (has * 100).checked_div(all).unwrap_or(target);
        if percent.abs_diff(target) > OFF_BY {
            let what = format!(
                "{percent} percent of the questions have difficulty {difficulty}; {target} are wanted, give or take {OFF_BY}."
            );
            tell(book, out, "L19", "question", &what);
        }
    }
}

fn standard(book: &Book, out: &mut Out<'_>) {
    for (kind, needs) in STANDARD {
        let has = book
            .questions
            .iter()
            .filter(|q| q.record.standard && q.record.kind == kind.id())
            .count();
        if has != *needs {
            tell(
                book,
                out,
                "L19",
                "question",
                &format!(
                    "{has} {} questions are marked `standard`; {needs} are wanted.",
                    kind.id()
                ),
            );
        }
    }
}

/// Tells a missing figure in the first file that has records of the kind.
fn tell(book: &Book, out: &mut Out<'_>, rule: &'static str, array: &str, what: &str) {
    let file = match array {
        "question" => book.questions.first().map(|q| q.file),
        "stage" => book.stages.first().map(|s| s.file),
        "perspective" => book.perspectives.first().map(|p| p.file),
        "dimension" => book.dimensions.first().map(|d| d.file),
        _ => book.competencies.first().map(|c| c.file),
    };
    out.leave(file.unwrap_or(0));
    out.error(
        rule,
        &At::top(array),
        what,
        "Write or retag records until the figure is reached.",
    );
}

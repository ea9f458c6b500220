//! L19: how hard the questions are, for whom, and which everybody is asked.

use super::families::count;
use super::targets::{DIFFICULTY, FOR_EVERYBODY, OFF_BY, SENIORITY, STANDARD};
use super::tell;
use crate::content::check::book::Book;
use crate::content::check::out::Out;

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    difficulty(book, out);
    seniority(book, out);
    standard(book, out);
}

fn difficulty(book: &Book, out: &mut Out<'_>) {
    let all = book.questions.len();
    for (difficulty, target) in DIFFICULTY {
        let has = count(book, |q| q.difficulty == Some(difficulty));
        let percent = (has * 100).checked_div(all).unwrap_or(target);
        if percent.abs_diff(target) > OFF_BY {
            let what = format_args!(
                "{percent} percent of the questions have difficulty {difficulty}; {target} are wanted, give or take {OFF_BY}."
            );
            tell(book, out, "L19", "question", what);
        }
    }
}

fn seniority(book: &Book, out: &mut Out<'_>) {
    for (level, needs) in SENIORITY {
        let has = count(book, |q| q.seniority.iter().any(|s| s == level));
        if has < needs {
            let what =
                format_args!("Too few questions for the seniority `{level}`: {has} of {needs}.");
            tell(book, out, "L19", "question", what);
        }
    }
    let (all, open) = (
        book.questions.len(),
        count(book, |q| q.seniority.is_empty()),
    );
    if open * 100 < all * FOR_EVERYBODY {
        let what = format_args!(
            "{open} of {all} questions are for every seniority; {FOR_EVERYBODY} percent are needed."
        );
        tell(book, out, "L19", "question", what);
    }
}

fn standard(book: &Book, out: &mut Out<'_>) {
    let other = |kind: &str| STANDARD.iter().all(|(known, _)| known.id() != kind);
    let others = count(book, |q| q.standard && other(&q.kind));
    let kinds = STANDARD.iter().map(|(kind, needs)| {
        let has = count(book, |q| q.standard && q.kind == kind.id());
        (kind.id(), has, *needs)
    });
    for (kind, has, needs) in kinds.chain([("other", others, 0)]) {
        if has != needs {
            let what = format_args!(
                "Marked `standard` among {kind} questions: {has}; {needs} are wanted."
            );
            tell(book, out, "L19", "question", what);
        }
    }
}

//! L18: questions of each family and kind, and of each stage.

use super::targets::{
    FAMILIES, FAMILY_STAGES, FAMILY_TASKS, QUESTIONS, STAGE_SUMS, STAGES, WORDINGS,
};
use super::{least, needed};
use crate::content::check::book::Book;
use crate::content::check::out::Out;
use crate::content::raw::Question;
use crate::domain::library::{Kind, StageId};

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    cells(book, out);
    stages(book, out);
    fields(book, out);
    let all = book.questions.len();
    least(book, out, "question", (all, QUESTIONS), "questions");
    let wordings = book.questions.iter().map(|q| 1 + q.record.variants.len());
    let wordings = wordings.sum();
    least(book, out, "question", (wordings, WORDINGS), "wordings");
}

/// How many questions fit.
pub fn count(book: &Book, fits: impl Fn(&Question) -> bool) -> usize {
    book.questions.iter().filter(|q| fits(&q.record)).count()
}

/// Whether a question counts for a family: its first one.
pub fn is_of(question: &Question, family: &str) -> bool {
    question.roles.first().is_some_and(|first| first == family)
}

/// Whether a question is tagged with a stage.
pub fn is_at(question: &Question, stage: StageId) -> bool {
    question.stages.iter().any(|s| s == stage.id())
}

fn cells(book: &Book, out: &mut Out<'_>) {
    for (family, targets) in FAMILIES {
        for (kind, target) in Kind::ALL.iter().zip(targets) {
            let has = count(book, |q| q.kind == kind.id() && is_of(q, family));
            let what = format_args!("{} questions for {family}", kind.id());
            least(book, out, "question", (has, needed(target)), what);
        }
    }
}

fn stages(book: &Book, out: &mut Out<'_>) {
    for (stage, sum) in StageId::ALL.into_iter().zip(STAGE_SUMS) {
        let has = count(book, |q| is_at(q, stage));
        let what = format_args!("questions for the stage {}", stage.id());
        least(book, out, "question", (has, sum), what);
    }
    for (kind, targets) in STAGES {
        for (stage, target) in StageId::ALL.into_iter().zip(targets) {
            let has = count(book, |q| q.kind == kind.id() && is_at(q, stage));
            let what = format_args!("{} questions for the stage {}", kind.id(), stage.id());
            least(book, out, "question", (has, needed(target)), what);
        }
    }
}

/// Whoever practices for a field finds something of it at each stage.
fn fields(book: &Book, out: &mut Out<'_>) {
    for (family, targets) in FAMILIES.iter().filter(|(family, _)| *family != "general") {
        let tagged = |q: &Question| q.roles.iter().any(|role| role == family);
        for (stage, usual) in StageId::ALL.into_iter().zip(FAMILY_STAGES) {
            let tasks = FAMILY_TASKS.iter().find(|(of, _)| of == family);
            let needs = match (stage, tasks) {
                (StageId::TechnicalAssessment, Some((_, tasks))) => *tasks,
                _ => usual,
            };
            let has = count(book, |q| tagged(q) && is_at(q, stage));
            let what = format_args!("questions of {family} for the stage {}", stage.id());
            least(book, out, "question", (has, needs), what);
        }
        let presents = Kind::ALL
            .iter()
            .zip(targets)
            .any(|(kind, target)| *kind == Kind::Presentation && *target > 0);
        if presents {
            let kind = Kind::Presentation.id();
            let has = count(book, |q| {
                tagged(q) && q.kind == kind && is_at(q, StageId::Checks)
            });
            let what = format_args!("presentations of {family} for the stage checks");
            least(book, out, "question", (has, 1), what);
        }
    }
}

//! What is asked now, in a sitting, a talk or a set of items, and what was said to it so far.

use super::dots::Standing;
use crate::desk::Model;
use crate::domain::library::ItemTask;
use crate::domain::practice::assess::Set;
use crate::domain::practice::sitting::Sitting;
use crate::domain::practice::talk::{Phase, Talk};
use crate::panes::task;

/// What is asked now; nothing where nothing is asked.
pub fn standing(model: &Model) -> Standing {
    let held = task::held(model);
    if let Some(talk) = held.and_then(|held| held.talk()) {
        return in_talk(talk);
    }
    if let Some(set) = held.and_then(|held| held.set()) {
        return Standing {
            asked: item(set),
            said: String::new(),
        };
    }
    let sitting = model.practice.sitting.as_deref();
    sitting.map_or_else(Standing::default, |s| in_sitting(model, s))
}

/// The words of the question with its situation; by ear the one is told from the other by a word.
pub fn words(model: &Model, sitting: &Sitting) -> Vec<String> {
    let Some(prompt) = sitting.prompt() else {
        return Vec::new();
    };
    let setup = model.setup_of(sitting);
    match setup.as_ref() {
        "" => vec![prompt.text.to_owned()],
        // A sheet keeps its lines.
        sheet if sheet.contains('\n') => vec![
            format!("Situation:\n{sheet}"),
            format!("They ask: {}", prompt.text),
        ],
        setup => vec![
            format!("Situation: {setup}"),
            format!("They ask: {}", prompt.text),
        ],
    }
}

fn in_sitting(model: &Model, sitting: &Sitting) -> Standing {
    let asked = match sitting.asked_now() {
        Some(asked) => asked.to_owned(),
        None => words(model, sitting).join("\n"),
    };
    let said = match sitting.text() {
        "" => sitting.said(),
        text => text.to_owned(),
    };
    Standing { asked, said }
}

fn in_talk(talk: &Talk) -> Standing {
    match talk.phase() {
        Phase::Briefing => Standing {
            asked: talk.scenario().briefing.clone(),
            said: String::new(),
        },
        Phase::Own | Phase::Choosing | Phase::Heard | Phase::Ended => Standing {
            asked: line(talk),
            said: talk.text().to_owned(),
        },
    }
}

/// What the other side says now.
pub fn line(talk: &Talk) -> String {
    format!("{}: \"{}\"", talk.speaker(), talk.node().line)
}

/// A statement, or a situation with what can be done in it.
fn item(set: &Set) -> String {
    match set.item().map(|item| &item.task) {
        Some(ItemTask::Statement(statement)) => statement.text.clone(),
        Some(ItemTask::Judgment(judgment)) => {
            let mut lines = vec![judgment.situation.clone()];
            for (act, n) in set.acts().iter().zip(1..) {
                lines.push(format!("{n}. {}", act.option.text));
            }
            lines.join("\n")
        }
        None => String::new(),
    }
}

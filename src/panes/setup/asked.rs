//! Which questions: stage, kind, competencies and number, as fields of a form, for a drill and for two friends.

use crate::desk::Model;
use crate::domain::id::CompetencyId;
use crate::domain::library::{Kind, StageId};
use crate::widgets::form::{Field, Value};

/// Numbers of questions that can be chosen.
const NUMBERS: [usize; 10] = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20];

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|w| (*w).to_owned()).collect()
}

/// Any stage, or one of them.
pub fn stage(wanted: Option<StageId>) -> Field {
    let mut stages = strings(&["any"]);
    stages.extend(StageId::ALL.iter().map(|s| s.short().to_owned()));
    let stage = wanted.map_or(0, StageId::order);
    Field::new("Stage", Value::Choice(stages, stage))
}

/// The stage that is chosen.
pub fn stage_of(field: &Field) -> Option<StageId> {
    let at = field.chosen().checked_sub(1)?;
    StageId::ALL.get(at).copied()
}

/// As the stage asks them, or one of the kinds.
pub fn kind() -> Field {
    let mut words = strings(&["as this stage asks them"]);
    words.extend(Kind::sayable().map(|kind| kind.word().to_owned()));
    Field::new("Kind", Value::Choice(words, 0))
}

/// The kind that is chosen.
pub fn kind_of(field: &Field) -> Option<Kind> {
    Kind::sayable().nth(field.chosen().checked_sub(1)?)
}

/// Any number of competencies; none stands for all.
pub fn competencies(model: &Model) -> Field {
    let ids = model.library.competencies.ids();
    let rows = ids.map(|id| (model.library.competency_title(id), false));
    Field::new("Competencies", Value::Many(rows.collect(), 0)).with_note("all")
}

/// Those that are ticked; the field says how many.
pub fn competencies_of(field: &Field, model: &Model) -> Vec<CompetencyId> {
    let Value::Many(ticks, _) = &field.value else {
        return Vec::new();
    };
    let ids = model.library.competencies.ids().zip(ticks);
    let ticked = ids.filter(|(_, tick)| tick.1);
    ticked.map(|(id, _)| CompetencyId::new(id)).collect()
}

/// Says beside the competencies how many are ticked.
pub fn count_competencies(field: &mut Field) {
    let Value::Many(ticks, _) = &field.value else {
        return;
    };
    let chosen = ticks.iter().filter(|tick| tick.1).count();
    field.note = match chosen {
        0 => "all".to_owned(),
        chosen => format!("{chosen} of {}", ticks.len()),
    };
}

/// How many questions: the first of the numbers that has room for so many.
pub fn number(wanted: usize) -> Field {
    let numbers = NUMBERS.iter().map(ToString::to_string).collect();
    let at = NUMBERS.iter().position(|n| *n >= wanted).unwrap_or(5);
    Field::new("Questions", Value::Choice(numbers, at))
}

/// The number that is chosen.
pub fn number_of(field: &Field) -> usize {
    NUMBERS[field.chosen().min(NUMBERS.len() - 1)]
}

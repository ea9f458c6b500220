//! What is so in the user's field of work, beside what is so for everybody.

use super::{PREPARE_OWN, Part, Row, is_mine};
use crate::desk::Model;
use crate::domain::id::FamilyId;
use crate::domain::journey::Application;
use crate::domain::library::Stage;
use crate::domain::time::Now;
use crate::panes::ticks;

/// The lines for the user's field of work.
fn mine<'s>(
    model: &Model,
    fields: &'s [(FamilyId, Vec<String>)],
) -> impl Iterator<Item = &'s String> {
    let mine = |field: &FamilyId| is_mine(model, std::slice::from_ref(field)) == Some(true);
    let own = fields.iter().filter(move |(field, _)| mine(field));
    own.flat_map(|(_, lines)| lines)
}

/// What happens: first what is so in the user's field of work.
pub(super) fn expect(model: &Model, sheet: &Stage) -> Vec<Row> {
    let own = mine(model, &sheet.expect_in);
    own.chain(&sheet.expect).map(Row::plain).collect()
}

/// What they listen for: first what those listen for who hire in the user's field of work.
pub(super) fn signals(model: &Model, sheet: &Stage) -> Vec<Row> {
    let own = mine(model, &sheet.signals_in);
    let all = sheet.signals.iter().map(|signal| &signal.text);
    own.chain(all).map(Row::plain).collect()
}

/// What is prepared in the user's field of work beside the steps for everybody.
pub(super) fn steps(
    model: &Model,
    sheet: &Stage,
    application: Option<&Application>,
    now: Now,
) -> Part {
    let done = |step: &str| ticks::is_done(model, sheet.id, application, step, now);
    let rows = mine(model, &sheet.steps_in).map(|text| Row {
        ticked: Some(done(text)),
        ..Row::plain(text)
    });
    let rows: Vec<Row> = rows.collect();
    let ticked = rows.iter().filter(|row| row.ticked == Some(true)).count();
    Part {
        fact: format!("{ticked} of {}", rows.len()),
        about: "Besides, in your field of work. Space ticks a step.".to_owned(),
        ..Part::new(PREPARE_OWN, rows)
    }
}

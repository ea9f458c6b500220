//! What was asked before, asked once more.

use super::{sit, usual};
use crate::desk::Desk;
use crate::domain::id::QuestionId;
use crate::domain::practice::record::{Planned, Why};

/// What was asked before, in the words in which it was asked.
pub fn once_more(
    asked: impl IntoIterator<Item = (QuestionId, u8)>,
    title: &str,
    desk: &mut Desk<'_>,
) {
    let (setup, seed) = (usual(desk.model), desk.model.next_seed());
    let library = &desk.model.library;
    let known = |(question, _): &(QuestionId, u8)| library.card(question.as_str()).is_some();
    let plan = asked
        .into_iter()
        .filter(known)
        .map(|(question, wording)| Planned {
            question,
            wording,
            why: Why::Again,
        });
    let plan = plan.collect();
    sit(&setup, plan, seed, Some(title), false, desk);
}

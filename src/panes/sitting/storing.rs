//! The answer in hand kept as a story.

use super::sitting;
use crate::desk::Desk;
use crate::panes::keep_story;

/// Opens the form of a story with everything that was said to the question.
pub fn open(desk: &mut Desk<'_>) {
    let Some(sitting) = sitting(desk.model) else {
        return;
    };
    let index = sitting.index();
    let record = sitting.record().clone();
    keep_story::open(&record, index, desk);
}

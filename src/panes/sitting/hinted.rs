//! How the hints of a sitting read at the step where it stands.

use super::{sitting, whole};
use crate::desk::View;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::keys::Command;
use crate::panes::inside;

/// The words for a key here, or nothing where it is of no use.
pub fn hint(command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
    let stands = |s: &Sitting| s.phase() == Phase::Ready || s.phase().is_answering();
    let asked = sitting(view.model).filter(|s| stands(s));
    if command == Command::Pause && asked.is_some_and(Sitting::is_strict) {
        return Some("leave");
    }
    let rated = sitting(view.model).and_then(Sitting::after);
    if let Some(after) = rated.filter(|_| command == Command::Show) {
        return Some(inside::opens_with(&view.model.library, after.question));
    }
    let asked = asked.filter(|_| command == Command::View);
    // Nobody is led to a page that says no more than this one.
    let more = asked.is_none_or(|s| whole::says_more(view, s));
    more.then_some(label)
}

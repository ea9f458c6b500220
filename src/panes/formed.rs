//! Screens that are a form, so that plain mode can fill them in line by line.

use super::Pane;
use crate::desk::Desk;
use crate::widgets::form::Form;

/// A screen that is a form.
pub trait Formed: Pane {
    /// Its fields.
    fn form(&mut self) -> &mut Form;

    /// The field with the focus holds something else now.
    fn filled_in(&mut self, desk: &mut Desk<'_>);
}

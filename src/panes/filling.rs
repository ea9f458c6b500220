//! Filling in a form: what a message is to it, the same on every screen with fields.

use super::text_width;
use crate::desk::{Desk, Effect, Msg, Outcome};
use crate::keys::Command;
use crate::widgets::form::{Did, Form};

/// What a message did to a form, or asks of its screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Took {
    /// Nothing that its screen has to know.
    Nothing,
    /// The focus went to another field.
    Moved,
    /// A field holds something else.
    Changed,
    /// The focused button was pressed.
    Pressed,
    /// It is done with.
    Save,
    /// It is left.
    Back,
}

/// Gives a form what is typed, pasted, looked for in a choice, or brought back from an editor, and its commands.
pub fn take(form: &mut Form, msg: &Msg, desk: &mut Desk<'_>) -> Took {
    match msg {
        Msg::Command(command) => return run(form, *command, desk),
        Msg::Search(c) => form.search(*c),
        msg if types(form, msg) => return Took::Changed,
        _ => {}
    }
    Took::Nothing
}

/// Types; a letter that only looks through a list of choices changes nothing yet.
fn types(form: &mut Form, msg: &Msg) -> bool {
    let looks = form.is_listing();
    let took = match msg {
        Msg::Type(c) => form.type_char(*c),
        Msg::Paste(text) => form.paste(text),
        Msg::Outcome(Outcome::Edited(text)) => form.take_back(text),
        _ => false,
    };
    took && !looks
}

fn run(form: &mut Form, command: Command, desk: &mut Desk<'_>) -> Took {
    if !form.is_listing() {
        match command {
            Command::Save => return Took::Save,
            Command::Back => return Took::Back,
            Command::EditOutside => {
                if let Some(text) = form.hand_over() {
                    desk.perform(Effect::OpenEditor(text));
                }
                return Took::Nothing;
            }
            _ => {}
        }
    }
    match form.command(command, text_width(desk.screen)) {
        Did::Nothing => Took::Nothing,
        Did::Moved => Took::Moved,
        Did::Changed => Took::Changed,
        Did::Pressed => Took::Pressed,
    }
}

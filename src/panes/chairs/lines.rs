//! The lines of a rating: what was heard, what to keep, what to change; written before the seal, and changed by both
//! after it.

use ratatui::layout::Rect;

use super::{Room, named};
use crate::desk::{Desk, Msg, View};
use crate::domain::practice::chairs::{Chairs, Phase};
use crate::domain::practice::record::{Act, Seat};
use crate::look::Role;
use crate::panes::filling::{self, Took};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};
use crate::widgets::{Canvas, prose};

const SEAL: &str = "Seal it";
const KEEP_BOTH: &str = "Keep these lines";

/// The lines that somebody writes.
const fn acts(seat: Seat) -> &'static [(Act, &'static str)] {
    match seat {
        Seat::Asks => &[
            (Act::Line, "What I heard"),
            (Act::Keep, "Keep"),
            (Act::Change, "Change"),
        ],
        Seat::Answers => &[(Act::Line, "In one line")],
    }
}

/// The lines that both change after the seal.
const BOTH: &[(Act, &str)] = &[(Act::Keep, "Keep"), (Act::Change, "Change")];

/// The form before the seal.
pub fn form(chairs: &Chairs) -> Form {
    let seat = chairs.seat();
    filled(chairs, seat, acts(seat), SEAL)
}

/// The form after it.
pub fn both(chairs: &Chairs) -> Form {
    filled(chairs, Seat::Asks, BOTH, KEEP_BOTH)
}

/// With what was being typed when it was left, else with what is written there.
fn filled(chairs: &Chairs, seat: Seat, acts: &[(Act, &str)], button: &str) -> Form {
    let typed = chairs.typed();
    let fields = acts.iter().enumerate().map(|(n, (act, label))| {
        let written = chairs.turn().map_or("", |turn| turn.line(*act, seat));
        let mut line = Editor::single("");
        line.start_with(typed.get(n).map_or(written, String::as_str));
        Field::new(*label, Value::Line(line))
    });
    let button = Field::new(button, Value::Button).with_note("Enter");
    Form::of(fields.chain([button]).collect())
}

/// Takes a letter or a command.
pub fn take(room: &mut Room, msg: &Msg, desk: &mut Desk<'_>) {
    match filling::take(&mut room.form, msg, desk) {
        Took::Changed => changed(room, desk),
        Took::Save | Took::Pressed => done(room, desk),
        Took::Back if room.editing => done(room, desk),
        Took::Back => {
            room.act(desk, |chairs, _| chairs.back());
        }
        Took::Moved | Took::Nothing => {}
    }
}

fn changed(room: &mut Room, desk: &mut Desk<'_>) {
    let typed = texts(&room.form);
    room.typed(typed, desk);
}

fn texts(form: &Form) -> Vec<String> {
    let lines = form
        .fields
        .iter()
        .filter(|f| matches!(f.value, Value::Line(_)));
    lines.map(|field| field.text().to_owned()).collect()
}

/// Seals the rating, or keeps the lines that both changed.
fn done(room: &mut Room, desk: &mut Desk<'_>) {
    let typed = texts(&room.form);
    let seat = super::chairs(desk.model).map_or(Seat::Asks, Chairs::seat);
    let acts = if room.editing { BOTH } else { acts(seat) };
    let lines: Vec<(Act, &str)> = (acts.iter().map(|(act, _)| *act))
        .zip(typed.iter().map(String::as_str))
        .collect();
    if room.editing {
        room.editing = false;
        room.ends(desk, |chairs, now| chairs.amend(&lines, now));
    } else {
        room.ends(desk, |chairs, now| chairs.seal(&lines, now));
    }
}

/// Draws the form under what it is for.
pub fn draw(room: &Room, chairs: &Chairs, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
    let (name, other) = (chairs.name(Seat::Answers), chairs.name(Seat::Asks));
    let above = match (chairs.phase(), chairs.seat()) {
        (Phase::Lines, Seat::Asks) => format!("For {name}, in your own words."),
        (Phase::Lines, Seat::Answers) => format!("{other} reads it once both are sealed."),
        _ => "One thing to keep, one to change.".to_owned(),
    };
    let used = prose::draw(out, area, &named(view.model, &above), Role::Dim) + 1;
    let form = Rect {
        y: area.y + used,
        height: area.height.saturating_sub(used),
        ..area
    };
    room.form.draw(out, form);
}

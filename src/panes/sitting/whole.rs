//! The whole question on a page of its own: what was told before it, its words, the facts so far and what is asked now.
//! On a small screen, and in the later parts of a problem, it stands nowhere else.

use ratatui::layout::Rect;

use super::above::{self, setup_role};
use super::{Room, answer, ready, table};
use crate::desk::{Desk, Model, View};
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::keys::Command;
use crate::look::Role;
use crate::panes::{layout, step_of};
use crate::widgets::list::{Cursor, Step};
use crate::widgets::{Canvas, prose};

/// What is read instead of the step itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    #[default]
    Nothing,
    Answer,
    Strong,
    Shape,
    Question,
}

/// Opens the page.
pub fn open(room: &mut Room) {
    room.shown = Shown::Question;
    room.scroll = 0;
}

/// Whether the page lies over the step.
pub fn is_open(room: &Room, sitting: &Sitting) -> bool {
    let phase = sitting.phase();
    let asked = phase == Phase::Ready || phase.is_answering();
    room.shown == Shown::Question && asked
}

/// Whether the page says more than the step that it lies over: where that has no room for all of it, and where
/// something was said before.
pub fn says_more(view: &View<'_>, sitting: &Sitting) -> bool {
    let (width, height) = view.screen;
    let area = layout::body(layout::page(Rect::new(0, 0, width, height)), 0);
    let least = match sitting.phase() {
        Phase::Ready => ready::least(area.height),
        _ => answer::least(sitting, area.height),
    };
    sitting.said_before().next().is_some()
        || above::is_cut(view, sitting, crate::panes::column(area), least)
}

/// Runs a command on the page: it scrolls; Enter, the key that opened it and Esc lead back.
pub fn command(room: &mut Room, command: Command, desk: &mut Desk<'_>) {
    let Some(step) = step_of(command) else {
        return match command {
            Command::Main | Command::View | Command::Pause => room.shown = Shown::Nothing,
            _ => {}
        };
    };
    let width = crate::panes::text_width(desk.screen);
    let lines = super::sitting(desk.model).map_or(0, |s| {
        lines(desk.model, s, table::asker(desk.model, desk.now, s), width).len()
    });
    scroll(room, step, lines, crate::panes::text_height(desk));
}

/// Scrolls a page of so many lines, no further than its last screen.
pub fn scroll(room: &mut Room, step: Step, lines: usize, height: u16) {
    let mut cursor = Cursor { at: room.scroll };
    cursor.scroll(step, lines, height);
    room.scroll = cursor.at;
}

/// Draws the page.
pub fn draw(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let lines = lines(
        view.model,
        sitting,
        table::asker(view.model, view.now, sitting),
        area.width,
    );
    prose::draw_page(out, area, &lines, room.scroll);
}

/// What the line of words says.
pub fn status() -> String {
    "Enter leads back; the clock runs on.".to_owned()
}

fn lines(
    model: &Model,
    sitting: &Sitting,
    asker: Option<String>,
    width: u16,
) -> Vec<(String, Role)> {
    let mut lines: Vec<(String, Role)> = Vec::new();
    let mut say = |text: &str, role: Role| {
        if text.is_empty() {
            return;
        }
        if !lines.is_empty() {
            lines.push((String::new(), Role::Ink));
        }
        lines.extend(
            prose::wrap(&model.hide(text), width)
                .into_iter()
                .map(|l| (l, role)),
        );
    };
    let asker = asker.unwrap_or_default();
    if let Some(prompt) = sitting.prompt() {
        let setup = model.setup_of(sitting);
        say(&setup, setup_role(&setup));
        say(&asker, Role::Dim);
        say(prompt.text, Role::Strong);
    }
    for told in above::told(sitting) {
        say(&told, Role::Ink);
    }
    if let Some(point) = sitting.retried_point() {
        say(
            &format!("Now only this point, once more: {}", point.text),
            Role::Strong,
        );
    }
    if let Some(asked) = sitting.asked_now() {
        say(&format!("Now: {asked}"), Role::Strong);
    }
    let mut before = sitting.said_before().peekable();
    if before.peek().is_some() {
        say("What you said so far", Role::Dim);
    }
    for answer in before {
        let question = answer.extra.as_ref().map_or("", |e| e.asked.as_str());
        say(question, Role::Dim);
        say(answer.told_words(), Role::Ink);
    }
    lines
}

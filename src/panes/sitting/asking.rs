//! Asking the other side for a fact: in words, or from the list of what they know.

use ratatui::layout::Rect;

use super::{Room, above, sitting};
use crate::desk::{Desk, Msg, View};
use crate::domain::practice::sitting::Sitting;
use crate::domain::practice::talk_through::shown;
use crate::keys::Command;
use crate::look::Role;
use crate::panes::step_of;
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::list::{Cursor, Step};

/// The request being written, and the mark in the list once it is open.
pub struct Asking {
    line: Editor,
    pick: Option<Cursor>,
}

/// Why nothing can be asked for; `None` where something can.
pub fn unavailable(sitting: &Sitting) -> Option<String> {
    let none = sitting.facts().is_empty();
    none.then(|| "This question has no facts to ask for.".to_owned())
}

/// Opens the line for a request.
pub fn open(room: &mut Room) {
    room.asking = Some(Asking {
        line: Editor::new(""),
        pick: None,
    });
}

/// Takes letters and commands while a request is written.
pub fn take(room: &mut Room, msg: &Msg, desk: &mut Desk<'_>) {
    let Some(asking) = &mut room.asking else {
        return;
    };
    match msg {
        Msg::Type(c) => asking.line.type_char(*c),
        Msg::Paste(text) => asking.line.paste(text),
        Msg::Command(Command::Main) => return ask(room, desk),
        Msg::Command(Command::Back | Command::Save) => return room.asking = None,
        Msg::Command(command) => match step_of(*command) {
            Some(step) => return asking.step(step, desk),
            None => drop(asking.line.command(*command, 60)),
        },
        _ => return,
    }
    // Words that are written are what is meant.
    asking.pick = None;
}

impl Asking {
    fn step(&mut self, step: Step, desk: &Desk<'_>) {
        let count = sitting(desk.model).map_or(0, |s| s.facts().len());
        match &mut self.pick {
            Some(cursor) => cursor.step(step, count),
            None => self.pick = Some(Cursor::default()),
        }
    }
}

fn ask(room: &mut Room, desk: &mut Desk<'_>) {
    let Some(asking) = &room.asking else { return };
    let (place, words) = (
        asking.pick.as_ref().map(|c| c.at),
        asking.line.text().to_owned(),
    );
    let told = room.act(desk, |s, _| match place {
        Some(place) => s.ask_for(place),
        None => s.ask(&words),
    });
    if told {
        room.asking = None;
        room.keep_draft(desk);
    }
}

/// What the line of words says.
pub fn status(asking: &Asking) -> String {
    let words = if asking.pick.is_some() {
        "Enter asks for the marked fact; the clock runs on."
    } else {
        "Ask as you would ask them. Down shows what they know; the clock runs on."
    };
    words.to_owned()
}

/// Draws the step in place of the answer.
pub fn draw(asking: &Asking, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let rows = u16::try_from(sitting.facts().len()).unwrap_or(u16::MAX);
    let list = if asking.pick.is_some() { rows + 1 } else { 0 };
    // What can be asked for is seen before what was.
    let least = (2 + list).min(area.height.saturating_sub(1));
    let y = above::draw(view, sitting, area, least, out).y;
    let below = |y: u16| Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    out.put(area.x, y, "Ask for a fact", area.width, Role::Dim);
    let line = Rect {
        height: 1,
        ..below(y + 1)
    };
    asking.line.draw_caret(out, line);
    // The caret has the focus; the sign beside what is meant is only drawn.
    let sign = |y: u16, out: &mut Canvas<'_>| {
        let sign = out.look().glyphs.focus;
        out.put(area.x.saturating_sub(2), y, sign, 1, Role::Accent);
    };
    let Some(cursor) = &asking.pick else {
        return sign(line.y, out);
    };
    let y = line.y + 1;
    let (from, to) = cursor.window(sitting.facts().len(), usize::from(below(y).height));
    for (y, n) in (y..area.bottom()).zip(from..to) {
        let marked = n == cursor.at;
        if marked {
            sign(y, out);
        }
        let fact = &sitting.facts()[n];
        let told = sitting.told().any(|known| known == fact);
        let note = if told { "told" } else { "" };
        let used = out.put_right(area.right(), y, note, 6, Role::Dim);
        let role = match (marked, told) {
            (true, _) => Role::Mark,
            (false, true) => Role::Dim,
            (false, false) => Role::Ink,
        };
        let width = area.width.saturating_sub(used + 1);
        out.put(area.x, y, shown(&fact.0), width, role);
    }
}

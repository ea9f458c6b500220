//! What matters to the user in a job: three to eight things in their order, chosen from what people name or in own words.

use ratatui::layout::Rect;

use super::words::HERE;
use super::{Head, Pane, Reason, column, step_of, text_width};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Section, View, undo};
use crate::domain::offers::matters::{LEAST, MOST, shift, to_choose, turn};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::editor::Editor;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, frame};

/// What is said above the list.
const HEAD: &str = "What matters to you in a job, what matters most first.";

/// Cells of the place before a name, and of the line for own words.
const PLACE: u16 = 4;
const WIDTH: u16 = 60;

/// Below this height the list needs every row.
const LOW: u16 = 10;

/// The page.
#[derive(Default)]
pub struct Page {
    cursor: Cursor,
    own: Option<Editor>,
}

/// Changes what matters, in one step back.
pub fn change<T>(desk: &mut Desk<'_>, change: impl FnOnce(&mut Vec<String>) -> T) -> T {
    let before = Box::new(desk.model.profile.clone());
    let done = change(&mut desk.model.profile.matters);
    if *before != desk.model.profile {
        let after = Box::new(desk.model.profile.clone());
        desk.perform(Effect::SaveProfile(after));
        let step = undo::Step::Profile(before);
        desk.model.undo.note("what matters to you", step);
    }
    done
}

/// How many there are, in words, and whether that is few or many.
pub fn judged(count: usize) -> &'static str {
    match count {
        0 => "Three to eight are enough to tell two offers apart.",
        n if n < LEAST => "One or two say little yet; three to eight are enough.",
        n if n > MOST => "More than eight weigh alike; the first ones decide.",
        _ => "",
    }
}

impl Page {
    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let all = to_choose(&desk.model.profile.matters);
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, all.len());
        }
        let chosen = desk.model.profile.matters.len();
        let at = self.cursor.at;
        match (command, all.get(at)) {
            (Command::Main | Command::Tick, Some(name)) => {
                change(desk, |matters| turn(matters, name));
                self.settle(desk.model);
            }
            (Command::Left | Command::Right, _) if at < chosen => {
                let up = command == Command::Left;
                self.cursor.at = change(desk, |matters| shift(matters, at, up));
            }
            (Command::New, _) => self.own = Some(Editor::single("")),
            (Command::Back | Command::Close, _) => desk.go(Go::Back),
            _ => {}
        }
    }

    fn settle(&mut self, model: &Model) {
        let all = to_choose(&model.profile.matters).len();
        self.cursor.clamp(all);
    }

    fn type_own(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let Some(own) = &mut self.own else { return };
        match msg {
            Msg::Type(c) => own.type_char(*c),
            Msg::Paste(text) => own.paste(text),
            Msg::Outcome(Outcome::Edited(text)) => own.set(text),
            Msg::Command(Command::Save | Command::Back) | Msg::Leaving => self.keep_own(desk),
            Msg::Command(command) => drop(own.command(*command, text_width(desk.screen))),
            _ => {}
        }
    }

    /// What was typed joins what matters; what is there already stays.
    fn keep_own(&mut self, desk: &mut Desk<'_>) {
        let words = self.own.take();
        let words = words.map_or_else(String::new, |own| own.text().trim().to_owned());
        let there = |matters: &[String]| matters.iter().any(|one| same(one, &words));
        if !words.is_empty() && !there(&desk.model.profile.matters) {
            change(desk, |matters| turn(matters, &words));
            self.cursor.at = desk.model.profile.matters.len() - 1;
        }
    }
}

fn same(one: &str, other: &str) -> bool {
    crate::domain::journey::offer::is_same(one, other)
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        match self.own {
            Some(_) => Context::Jot,
            None => Context::Matters,
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if self.own.is_some() {
            return self.type_own(msg, desk);
        }
        match msg {
            Msg::Shown | Msg::Outcome(_) => self.settle(desk.model),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let reason = match command {
            Command::NextField | Command::PrevField if self.own.is_some() => {
                "This page has one field. Enter keeps it."
            }
            _ if self.own.is_some() => return None,
            Command::Matters => HERE,
            Command::Find => "All of them stand in this list.",
            Command::Left | Command::Right if self.cursor.at >= model.profile.matters.len() => {
                "Space takes it in first; then it can be moved."
            }
            _ => return None,
        };
        Some(reason.to_owned())
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let chosen = self.cursor.at < view.model.profile.matters.len();
        match command {
            Command::Left | Command::Right if !chosen && self.own.is_none() => None,
            Command::Main if self.own.is_none() => {
                Some(if chosen { "take out" } else { "take in" })
            }
            Command::NextField | Command::PrevField => None,
            _ => Some(label),
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let count = view.model.profile.matters.len();
        Head::Sections {
            active: Section::Roadmap,
            fact: match count {
                0 => String::new(),
                n => format!("{n} chosen"),
            },
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        match self.own {
            Some(_) => "Enter keeps it.".to_owned(),
            None => judged(view.model.profile.matters.len()).to_owned(),
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let matters = &view.model.profile.matters;
        (!matters.is_empty()).then(|| matters.join("\n"))
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = column(area);
        let top = if area.height < LOW { 0 } else { 2 };
        if top > 0 {
            out.put(area.x, area.y, HEAD, area.width, Role::Strong);
        }
        let list = Rect {
            y: area.y + top,
            height: area.height.saturating_sub(top),
            ..area
        };
        let matters = &view.model.profile.matters;
        let all = to_choose(matters);
        let (from, to) = self.cursor.window(all.len(), usize::from(list.height));
        for (y, (at, name)) in (list.y..).zip(all.iter().enumerate().take(to).skip(from)) {
            let chosen = at < matters.len();
            if chosen {
                out.put(list.x, y, &format!("{}.", at + 1), PLACE, Role::Ink);
            }
            let role = match (at == self.cursor.at, chosen) {
                (true, _) => Role::Mark,
                (false, true) => Role::Ink,
                (false, false) => Role::Dim,
            };
            if at == self.cursor.at {
                out.focus(list.x, y, 1);
            }
            let shown = view.model.hide(name);
            out.put(list.x + PLACE, y, &shown, list.width - PLACE, role);
        }
        if let Some(own) = &self.own {
            let inside = frame::float(out, area, area.width.min(WIDTH), 5);
            let title = "What matters to you, in your words?";
            out.put(inside.x, inside.y, title, inside.width, Role::Dim);
            let line = Rect {
                y: inside.y + 1,
                height: 1,
                ..inside
            };
            own.draw(out, line, true);
        }
    }
}

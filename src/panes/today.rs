//! Today: one greeting, one fact, and what is next with its reason; on the first day two ways to begin.

pub mod ahead;
pub mod begun;
mod doing;
pub mod facts;
mod first;
mod page;
mod road;
pub mod row;
pub mod rows;
pub mod sends;
mod tonight;

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, step_of};
use crate::desk::effect::Wrote;
use crate::desk::go::SetupFor;
use crate::desk::model::Loaded;
use crate::desk::{Desk, Go, Model, Msg, Outcome, Place, Section, View};
use crate::domain::next::Todo;
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

use ahead::Ahead;
pub use doing::do_it;
use doing::{done, set_up_for, start, throw_away};
use row::{Act, Row};
pub use rows::nearest;

/// The section.
#[derive(Default)]
pub struct Today {
    cursor: Cursor,
    ahead: Ahead,
    /// Each opens the record of its question, so they are put into words when the screen comes up.
    recent: Vec<Row>,
    first: bool,
    /// What the marked line does, wherever it stands now.
    held: Option<Act>,
}

/// Whether somebody is here for the first time: the home has been read and nothing is in it.
fn is_first_run(model: &Model) -> bool {
    model.loaded == Loaded::All
        && model.is_empty()
        && model.drafts.is_empty()
        && model.practice.sitting.is_none()
        && model.practice.solo.is_none()
}

impl Today {
    /// Works out what is kept while the screen stands.
    fn look(&mut self, desk: &Desk<'_>) {
        self.ahead = Ahead::of(desk.model, desk.now);
        self.recent = rows::recent(desk.model, desk.now.date());
    }

    /// Works it out anew when it is another day, or an interview is over.
    fn look_if_late(&mut self, desk: &Desk<'_>) {
        if !self.ahead.holds(desk.now) {
            self.look(desk);
        }
    }

    fn rows(&self, model: &Model) -> Vec<Row> {
        if model.loaded == Loaded::All {
            rows::rows(model, &self.ahead, &self.recent)
        } else {
            Vec::new()
        }
    }

    /// Keeps the mark on a line; on a page that has just become another one it is the first.
    fn settle(&mut self, model: &Model) {
        let first = is_first_run(model);
        if first != std::mem::replace(&mut self.first, first) {
            self.cursor = Cursor::default();
        }
        if first {
            return self.cursor.clamp(first::ways(model).len());
        }
        let rows = self.rows(model);
        self.cursor.clamp(rows.len());
        self.held = rows.get(self.cursor.at).map(|row| row.act.clone());
    }

    /// Whether the marked line is one that is ticked off.
    fn marks_tick(&self, model: &Model) -> bool {
        let rows = self.rows(model);
        let row = rows.get(self.cursor.at);
        row.is_some_and(|r| {
            matches!(
                r.act,
                Act::Thank(..)
                    | Act::Letter(_)
                    | Act::Promised(..)
                    | Act::Paper(_)
                    | Act::Do(Todo::Doubt(..) | Todo::Step { .. } | Todo::Tell(..))
            )
        })
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        self.look_if_late(desk);
        match command {
            Command::New => desk.go(Go::Open(Place::EditApplication(None))),
            Command::Back => desk.go(Go::Back),
            Command::Close => desk.go(Go::Quit),
            _ if is_first_run(desk.model) => self.first_command(command, desk),
            _ => self.day_command(command, desk),
        }
    }

    fn first_command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, first::ways(desk.model).len());
        }
        let ways = first::ways(desk.model).len();
        match command {
            Command::NextPane => self.cursor.at = (self.cursor.at + 1) % ways,
            Command::PrevPane => self.cursor.at = (self.cursor.at + ways - 1) % ways,
            Command::Main => first::start(first::marked(self.cursor, desk.model), desk),
            Command::Practice => desk.go(Go::Open(Place::Setup(SetupFor::default()))),
            _ => {}
        }
    }

    fn day_command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let rows = self.rows(desk.model);
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, rows.len());
        }
        let row = rows.get(self.cursor.at);
        match (command, row) {
            (Command::NextPane | Command::Right, _) => {
                self.cursor.at = rows::next_part(&rows, self.cursor.at);
            }
            (Command::PrevPane | Command::Left, _) => {
                self.cursor.at = rows::previous_part(&rows, self.cursor.at);
            }
            (Command::Main, Some(row)) if row.act == Act::Tonight => {
                tonight::turn(desk);
                self.ahead.look_again(desk.model, desk.now);
                let rows = self.rows(desk.model);
                let at = rows.iter().position(|r| r.act == Act::Tonight);
                self.cursor.at = at.unwrap_or(self.cursor.at);
            }
            (Command::Main, Some(row)) => start(&row.act, desk),
            (Command::Practice, row) => {
                let wanted = row.map_or_else(SetupFor::default, |r| set_up_for(&r.act));
                desk.go(Go::Open(Place::Setup(wanted)));
            }
            (
                Command::Card
                | Command::Days
                | Command::Scorecard
                | Command::Told
                | Command::Offers
                | Command::References,
                row,
            ) => {
                let of = row.and_then(|row| doing::interview_of(&row.act, &self.ahead.coming));
                desk.go(Go::Open(doing::page_of(command, of)));
            }
            (Command::Debrief, row) => desk.go(Go::Open(self.due_debrief(row))),
            (Command::Remove, Some(row)) => throw_away(&row.act, desk),
            (Command::Done, Some(row)) => {
                done(&row.act, desk);
                self.ahead.look_again(desk.model, desk.now);
            }
            _ => {}
        }
    }

    /// The debrief that is marked, else the first one that waits, with its interview; without one a blank one.
    fn due_debrief(&self, marked: Option<&Row>) -> Place {
        let marked = marked.and_then(|row| match &row.act {
            Act::Do(todo) => Some(todo),
            _ => None,
        });
        let waiting = self.ahead.things.iter().map(|thing| &thing.todo);
        let mut all = marked.into_iter().chain(waiting);
        let due = all.find_map(|todo| match todo {
            Todo::Debrief { application, slot } => Some((application.clone(), Some(*slot))),
            _ => None,
        });
        Place::Debrief(None, due)
    }

    fn marks_draft(&self, model: &Model) -> bool {
        let rows = self.rows(model);
        let row = rows.get(self.cursor.at);
        row.is_some_and(|r| r.act == Act::Work || begun::draft(&r.act, model).is_some())
    }

    fn hear(&mut self, outcome: &Outcome, desk: &Desk<'_>) {
        match outcome {
            Outcome::Loaded(_) | Outcome::Stepped(..) | Outcome::Bank(..) => self.look(desk),
            Outcome::Refreshed(..) => {
                self.look(desk);
                let rows = self.rows(desk.model);
                let at = rows.iter().position(|r| Some(&r.act) == self.held.as_ref());
                self.cursor.at = at.unwrap_or(self.cursor.at);
            }
            Outcome::Sample(_) => self.cursor = Cursor::default(),
            Outcome::Saved(
                Wrote::Entry(_) | Wrote::Application(_) | Wrote::Profile | Wrote::Checks,
                _,
            ) => {
                self.ahead.look_again(desk.model, desk.now);
            }
            _ => {}
        }
    }
}

impl Pane for Today {
    fn context(&self, model: &Model) -> Context {
        if is_first_run(model) {
            Context::Firstrun
        } else {
            Context::Today
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Command(command) => self.command(*command, desk),
            Msg::Shown => self.look(desk),
            Msg::Wake => self.look_if_late(desk),
            Msg::Outcome(outcome) => self.hear(outcome, desk),
            _ => {}
        }
        self.settle(desk.model);
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        match command {
            Command::Done if !self.marks_tick(model) => Some(
                "Space ticks off a step, what is to send, or a doubt. Enter starts this line."
                    .to_owned(),
            ),
            Command::Remove if !self.marks_draft(model) => {
                Some("x throws away what is half written. Enter starts this line.".to_owned())
            }
            _ => None,
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        Head::Sections {
            active: Section::Today,
            fact: facts::at_the_right(view),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        if view.model.sample || view.model.names_hidden {
            return String::new();
        }
        if is_first_run(view.model) {
            return "Arrows move, Enter starts, Esc steps back.".to_owned();
        }
        self.rows(view.model)
            .get(self.cursor.at)
            .map_or_else(String::new, Row::hint)
    }

    fn next_wake(&self, _model: &Model, now: Now) -> Option<Mono> {
        let end = self.ahead.changes()?;
        let left = (end - now.wall.naive_local()).to_std();
        Some(now.mono + left.unwrap_or_default())
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let rows = self.rows(view.model);
        let marked = rows.get(self.cursor.at);
        marked.filter(|_| !is_first_run(view.model)).map(Row::plain)
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        if is_first_run(view.model) {
            first::draw(view, area, self.cursor, out);
        } else {
            let rows = self.rows(view.model);
            page::draw(view, area, &self.ahead, &rows, self.cursor.at, out);
        }
    }
}

#[cfg(test)]
mod tests;

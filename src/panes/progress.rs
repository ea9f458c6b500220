//! Progress: how answers went for each competency, in dots and words; honest about small numbers.

mod answers;
mod expected;
mod figure;
mod lines;
mod list;
mod page;
mod wording;

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, step_of};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Outcome, Place, Section, View};
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

use answers::Given;
use lines::{Line, Span, Summary};

/// Cells of the page: the lines with their words, and what stands beside one another below.
const WIDEST: u16 = 136;

/// The section: a line for each competency, or the answers behind one.
#[derive(Default)]
pub struct Progress {
    cursor: Cursor,
    span: Span,
    summary: Summary,
    table: bool,
    /// The answers behind the marked line, while they are shown.
    behind: Option<Cursor>,
}

impl Progress {
    fn marked(&self) -> Option<&Line> {
        self.summary.lines.get(self.cursor.at)
    }

    fn answers(&self, model: &Model, now: Now) -> Vec<Given> {
        let marked = self.marked();
        marked.map_or_else(Vec::new, |line| {
            answers::behind(line, model, now.date(), self.span)
        })
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Left | Command::Right => self.turn(command == Command::Right, desk),
            Command::View => self.table = !self.table,
            Command::Show => desk.go(Go::Open(Place::Past)),
            Command::Practice => {
                let marked = self.marked().map(|l| l.competency.clone());
                desk.go(Go::Open(Place::Setup(SetupFor {
                    competencies: marked.into_iter().collect(),
                    ..SetupFor::default()
                })));
            }
            Command::Back | Command::Close if self.behind.is_some() => self.behind = None,
            Command::Back => desk.go(Go::Back),
            Command::Close => desk.go(Go::Quit),
            _ if self.behind.is_some() => self.in_answers(command, desk),
            _ => self.in_lines(command),
        }
    }

    fn in_lines(&mut self, command: Command) {
        let lines = self.summary.lines.len();
        if let Some(step) = step_of(command) {
            self.cursor.step(step, lines);
        } else if command == Command::Main && lines > 0 {
            self.behind = Some(Cursor::default());
        }
    }

    fn in_answers(&mut self, command: Command, desk: &mut Desk<'_>) {
        let answers = self.answers(desk.model, desk.now);
        let Some(cursor) = &mut self.behind else {
            return;
        };
        if let Some(step) = step_of(command) {
            cursor.step(step, answers.len());
        } else if command == Command::Main
            && let Some(given) = answers.get(cursor.at)
        {
            desk.go(Go::Open(Place::Question(given.question.clone())));
        }
    }

    fn turn(&mut self, longer: bool, desk: &mut Desk<'_>) {
        match self.span.turned(longer) {
            Some(span) => {
                self.span = span;
                self.look_again(desk);
            }
            None if longer => desk.say("A year is the longest span."),
            None => desk.say("Thirty days is the shortest span."),
        }
    }

    /// Works the page out anew, and keeps the marks inside lists that became shorter.
    fn look_again(&mut self, desk: &Desk<'_>) {
        self.summary = Summary::of(desk.model, desk.now.date(), self.span);
        self.cursor.clamp(self.summary.lines.len());
        let answers = self.answers(desk.model, desk.now).len();
        self.behind = self.behind.filter(|_| answers > 0).map(|mut cursor| {
            cursor.clamp(answers);
            cursor
        });
    }
}

impl Pane for Progress {
    fn context(&self, _model: &Model) -> Context {
        Context::Progress
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Command(command) => self.command(*command, desk),
            Msg::Shown | Msg::Outcome(Outcome::Loaded(_) | Outcome::Refreshed(..)) => {
                self.look_again(desk);
            }
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let needs = match command {
            Command::Main => self.behind.is_none(),
            Command::View | Command::Left | Command::Right => true,
            _ => false,
        };
        if needs && !lines::any(model) {
            return Some("There are no rated answers yet. p sets up a drill.".to_owned());
        }
        if matches!(command, Command::NextPane | Command::PrevPane) {
            return Some("This screen has one list; arrows move in it.".to_owned());
        }
        (command == Command::View && self.behind.is_some())
            .then(|| "These are the answers one by one. Esc goes back to the dots.".to_owned())
    }

    fn head(&self, view: &View<'_>) -> Head {
        let fact = if lines::any(view.model) {
            self.span.words(view.screen.0)
        } else {
            String::new()
        };
        Head::Sections {
            active: Section::Progress,
            fact,
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        match self.marked() {
            Some(_) if self.behind.is_some() => {
                "Enter opens the question. Esc goes back.".to_owned()
            }
            Some(line) => wording::sentence(line),
            None => String::new(),
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let lines = &self.summary.lines;
        if self.behind.is_some() {
            let answers = self.answers(view.model, view.now);
            return Some(answers::plain(&answers, view.model, view.now.date()));
        }
        (!lines.is_empty()).then(|| wording::table(lines, self.span))
    }

    fn widest(&self) -> u16 {
        WIDEST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        match (self.marked(), self.behind) {
            (Some(line), Some(cursor)) => {
                let answers = self.answers(view.model, view.now);
                answers::draw(view, area, &answers, cursor, line, out);
            }
            _ if lines::any(view.model) => {
                let page = page::Page {
                    view,
                    summary: &self.summary,
                    at: self.cursor,
                    span: self.span,
                    table: self.table,
                };
                page.draw(area, out);
            }
            _ => page::draw_empty(view, area, out),
        }
    }
}

#[cfg(test)]
mod tests;

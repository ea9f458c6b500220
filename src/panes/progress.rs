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
use crate::desk::{Desk, Effect, Go, Model, Msg, Place, Section, View};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

use answers::Given;
use lines::{Line, Span};

/// The section: a line for each competency, or the answers behind one.
#[derive(Default)]
pub struct Progress {
    cursor: Cursor,
    span: Span,
    table: bool,
    /// The answers behind the marked line, while they are shown.
    behind: Option<Cursor>,
}

impl Progress {
    fn lines(&self, model: &Model, now: crate::domain::time::Now) -> Vec<Line> {
        lines::lines(model, now.date(), self.span)
    }

    fn answers(&self, line: &Line, model: &Model, now: crate::domain::time::Now) -> Vec<Given> {
        answers::behind(line, model, now.date(), self.span)
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let lines = self.lines(desk.model, desk.now);
        let marked = lines.get(self.cursor.at);
        match command {
            Command::Find => {
                desk.go(Go::Open(Place::Library));
                desk.go(Go::Run(Command::Find));
            }
            Command::Left | Command::Right => self.turn(command == Command::Right, desk),
            Command::View => self.table = !self.table,
            Command::Practice => {
                let competencies = marked.map(|l| l.competency.clone()).into_iter().collect();
                desk.go(Go::Open(Place::Setup(SetupFor {
                    competencies,
                    ..SetupFor::default()
                })));
            }
            Command::Back | Command::Close if self.behind.is_some() => self.behind = None,
            Command::Back => desk.go(Go::Back),
            Command::Close => desk.go(Go::Quit),
            _ => match marked {
                Some(line) if self.behind.is_some() => self.in_answers(command, line, desk),
                _ => self.in_lines(command, &lines, desk),
            },
        }
    }

    fn in_lines(&mut self, command: Command, lines: &[Line], desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, lines.len());
        }
        match command {
            Command::Main if !lines.is_empty() => self.behind = Some(Cursor::default()),
            Command::Copy => {
                let text = wording::table(lines, self.span);
                desk.perform(Effect::Copy(text));
            }
            _ => {}
        }
    }

    fn in_answers(&mut self, command: Command, line: &Line, desk: &mut Desk<'_>) {
        let answers = self.answers(line, desk.model, desk.now);
        let Some(cursor) = &mut self.behind else {
            return;
        };
        if let Some(step) = step_of(command) {
            return cursor.step(step, answers.len());
        }
        match (command, answers.get(cursor.at)) {
            (Command::Main, Some(given)) => {
                desk.go(Go::Open(Place::Question(given.question.clone())));
            }
            (Command::Copy, _) => {
                let today = desk.now.date();
                let text = answers::plain(&answers, desk.model, today);
                desk.perform(Effect::Copy(text));
            }
            _ => {}
        }
    }

    fn turn(&mut self, longer: bool, desk: &mut Desk<'_>) {
        match self.span.turned(longer) {
            Some(span) => self.span = span,
            None if longer => desk.say("A year is the longest span."),
            None => desk.say("Thirty days is the shortest span."),
        }
    }

    /// Keeps the marks inside lists that became shorter.
    fn settle(&mut self, desk: &Desk<'_>) {
        let lines = self.lines(desk.model, desk.now);
        self.cursor.clamp(lines.len());
        let behind = lines.get(self.cursor.at).map(|line| {
            let answers = self.answers(line, desk.model, desk.now);
            answers.len()
        });
        self.behind = self.behind.zip(behind).map(|(mut cursor, len)| {
            cursor.clamp(len);
            cursor
        });
    }
}

impl Pane for Progress {
    fn context(&self, _model: &Model) -> Context {
        Context::Progress
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if let Msg::Command(command) = msg {
            self.command(*command, desk);
        }
        if matches!(msg, Msg::Command(_) | Msg::Shown) {
            self.settle(desk);
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let needs = match command {
            Command::Main => self.behind.is_none(),
            Command::View | Command::Copy | Command::Left | Command::Right => true,
            _ => false,
        };
        if needs && !lines::any(model) {
            return Some("There are no rated answers yet. p sets up a drill.".to_owned());
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

    fn status(&self, view: &View<'_>) -> String {
        let lines = self.lines(view.model, view.now);
        match lines.get(self.cursor.at) {
            Some(_) if self.behind.is_some() => {
                "Enter opens the question. Esc goes back.".to_owned()
            }
            Some(line) => wording::sentence(line),
            None => String::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let lines = self.lines(view.model, view.now);
        match (lines.get(self.cursor.at), self.behind) {
            (Some(line), Some(cursor)) => {
                let answers = self.answers(line, view.model, view.now);
                answers::draw(view, area, &answers, cursor, &line.title, out);
            }
            _ if lines::any(view.model) => {
                let page = page::Page {
                    view,
                    lines: &lines,
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

//! The code of an interview: fifteen letters, in whatever way they were written down, that sit the same one again.
//!
//! What the code asks for is told as soon as its last letter is there, and what is not as it was, before anything begins.

use ratatui::layout::Rect;

use super::library_words::family_title;
use super::mocking::{self, Again, Way};
use super::{Head, Pane};
use crate::desk::{Desk, Go, Model, Msg, View};
use crate::domain::practice::mock::{CodeProblem, LETTERS_OF_A_CODE, letters};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::editor::Editor;
use crate::widgets::{Canvas, prose};

/// The field, and what its letters ask for.
pub struct Entry {
    field: Editor,
    found: Option<Result<Again, CodeProblem>>,
}

impl Default for Entry {
    fn default() -> Self {
        Self {
            field: Editor::single(""),
            found: None,
        }
    }
}

impl Entry {
    fn count(&self) -> usize {
        letters(self.field.text()).count()
    }

    /// Reads the code anew; a half one is not wrong yet.
    fn read(&mut self, desk: &Desk<'_>) {
        let whole = self.count() >= LETTERS_OF_A_CODE;
        let read = || mocking::again(self.field.text(), desk.model, desk.now);
        self.found = whole.then(read);
    }

    fn sit(&self, desk: &mut Desk<'_>) {
        match &self.found {
            Some(Ok(_)) => {
                // What comes after the result is Practice, and not this page again.
                desk.go(Go::Back);
                mocking::by_code(self.field.text(), Way::default(), desk);
            }
            Some(Err(problem)) => desk.say(problem.sentence()),
            None => desk.say(format!(
                "A code has {LETTERS_OF_A_CODE} letters and digits; these are {}.",
                self.count()
            )),
        }
    }

    fn lines(&self, model: &Model) -> Vec<(String, Role)> {
        let how = "Capital or small letters, dashes or spaces: all of it is read.";
        match &self.found {
            None => vec![(how.to_owned(), Role::Dim)],
            Some(Err(problem)) => vec![(problem.sentence().to_owned(), Role::Ink)],
            Some(Ok(again)) => found_lines(again, model),
        }
    }
}

/// What a code asks for: the mock, for whom it was drawn, and what is not as it was.
pub fn found_lines(again: &Again, model: &Model) -> Vec<(String, Role)> {
    let blueprint = &again.blueprint;
    let family = family_title(model, &again.ticket.family);
    let level = (again.ticket.seniority).map_or_else(String::new, |s| format!(", {}", s.words()));
    let mut lines = vec![
        (blueprint.title.clone(), Role::Strong),
        (format!("Drawn for: {family}{level}."), Role::Ink),
    ];
    lines.extend(again.changed.map(|words| (words.to_owned(), Role::Ink)));
    lines
}

impl Pane for Entry {
    fn context(&self, _model: &Model) -> Context {
        Context::Code
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Type(c) => self.field.type_char(*c),
            Msg::Paste(text) => self.field.paste(text),
            Msg::Command(Command::Main) => return self.sit(desk),
            Msg::Command(Command::Back) => return desk.go(Go::Back),
            Msg::Command(command) => {
                self.field.command(*command, super::text_width(desk.screen));
            }
            _ => {}
        }
        self.read(desk);
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "The interview of a code".to_owned(),
            middle: String::new(),
            right: format!("{} of {LETTERS_OF_A_CODE}", self.count()),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        match &self.found {
            Some(Ok(_)) => "Enter sits it.".to_owned(),
            Some(Err(_)) => "Compare it letter by letter with the one you were given.".to_owned(),
            None => "It stands at the end of the page of every mock.".to_owned(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        out.put(area.x, area.y, "Its code", area.width, Role::Dim);
        let field = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1).min(1),
            ..area
        };
        self.field.draw(out, field, true);
        let mut y = area.y + 3;
        for (text, role) in self.lines(view.model) {
            let room = Rect {
                y,
                height: area.bottom().saturating_sub(y),
                ..area
            };
            y += prose::draw(out, room, &text, role);
        }
    }
}

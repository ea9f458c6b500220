//! The question library: found by any word, filtered by a form, ticked for the next drill.

mod filter;
mod list;

use ratatui::layout::Rect;

use super::finder::Finder;
use super::{Head, Pane, Reason, question, step_of, words};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::QuestionId;
use crate::domain::library::Card;
use crate::domain::search::Query;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::editor::Editor;
use crate::widgets::form::Form;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

use filter::Filter;

/// From this height on the marked question is shown below the list.
const WITH_DETAIL: u16 = 14;

/// The browser.
#[derive(Default)]
pub struct Library {
    cursor: Cursor,
    filter: Filter,
    form: Option<Form>,
    find: Option<Editor>,
    kept: String,
    finder: Finder,
    shown: Vec<usize>,
    ticked: Vec<QuestionId>,
}

impl Library {
    fn refresh(&mut self, model: &Model) {
        let words = Query::new(self.find.as_ref().map_or(self.kept.as_str(), Editor::text));
        let cards = &model.library.cards;
        let fits = |i: &usize| self.filter.takes(&cards[*i], model);
        self.shown = if words.is_empty() {
            (0..cards.len()).filter(fits).collect()
        } else {
            let found = self
                .finder
                .find(&words, cards.len(), |i| haystack(&cards[i], model));
            found.into_iter().filter(fits).collect()
        };
        self.cursor.clamp(self.shown.len());
    }

    fn marked<'a>(&self, model: &'a Model) -> Option<&'a Card> {
        self.shown
            .get(self.cursor.at)
            .and_then(|i| model.library.cards.get(*i))
    }

    fn in_find(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let Some(field) = &mut self.find else { return };
        match msg {
            Msg::Type(c) => field.type_char(*c),
            Msg::Paste(text) => field.paste(text),
            Msg::Command(Command::Main) => {
                self.kept = field.text().to_owned();
                self.find = None;
            }
            Msg::Command(Command::Back) => {
                self.kept.clear();
                self.find = None;
            }
            Msg::Command(command) => match step_of(*command) {
                Some(step) => return self.cursor.step(step, self.shown.len()),
                None => {
                    field.command(*command, 40);
                }
            },
            _ => return,
        }
        self.refresh(desk.model);
    }

    fn in_form(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let Some(form) = &mut self.form else { return };
        match msg {
            Msg::Search(c) => form.search(*c),
            Msg::Command(Command::Back | Command::Save) => {
                self.form = None;
                return;
            }
            Msg::Command(command) => {
                form.command(*command, 40);
            }
            _ => return,
        }
        self.filter.read(form, desk.model);
        self.refresh(desk.model);
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, self.shown.len());
        }
        let marked = self.marked(desk.model).map(|c| c.id.clone());
        match (command, marked) {
            (Command::Main, Some(id)) => desk.go(Go::Open(Place::Question(id))),
            (Command::Tick, Some(id)) => match self.ticked.iter().position(|t| *t == id) {
                Some(at) => {
                    self.ticked.remove(at);
                }
                None => self.ticked.push(id),
            },
            (Command::Practice, _) => {
                let questions = self.ticked.clone();
                desk.go(Go::Open(Place::Setup(SetupFor {
                    stage: self.filter.stage,
                    questions,
                    ..SetupFor::default()
                })));
            }
            (Command::New, _) => desk.go(Go::Open(Place::NewQuestion)),
            (Command::Find, _) => self.find = Some(Editor::single(&self.kept)),
            (Command::Filter, _) => self.form = Some(self.filter.form(desk.model)),
            (Command::Back, _) if !self.kept.is_empty() || self.filter != Filter::default() => {
                self.kept.clear();
                self.filter = Filter::default();
                self.refresh(desk.model);
            }
            (Command::Back | Command::Close, _) => desk.go(Go::Back),
            _ => {}
        }
    }
}

fn haystack(card: &Card, model: &Model) -> String {
    let mut out = format!("{} {} {}", card.text, card.kind.word(), card.id);
    for id in &card.competencies {
        out.push(' ');
        out.push_str(&model.library.competency_title(id.as_str()));
    }
    out
}

impl Pane for Library {
    fn context(&self, _model: &Model) -> Context {
        match (&self.form, &self.find) {
            (Some(form), _) => form.context(),
            (_, Some(_)) => Context::Find,
            _ => Context::Library,
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(_) => {
                self.finder.forget();
                self.refresh(desk.model);
            }
            _ if self.form.is_some() => self.in_form(msg, desk),
            _ if self.find.is_some() => self.in_find(msg, desk),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let needs_one = matches!(command, Command::Tick) && self.form.is_none();
        (needs_one && self.marked(model).is_none())
            .then(|| "No question is shown. Esc shows all again.".to_owned())
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        self.marked(view.model).map(|c| c.text.clone())
    }

    fn head(&self, view: &View<'_>) -> Head {
        Head::Sections {
            active: Section::Practice,
            fact: view.model.library.cards.len().to_string(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        match self.ticked.len() {
            0 => String::new(),
            n => format!("{n} ticked for the next drill. p sets it up."),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        if let Some(form) = &self.form {
            return self.draw_form(form, area, out);
        }
        self.draw_title(view, area, out);
        self.draw_sentence(
            view,
            Rect {
                y: area.y + 1,
                height: 1,
                ..area
            },
            out,
        );
        let detail = if area.height >= WITH_DETAIL { 5 } else { 0 };
        let list = Rect {
            y: area.y + 3,
            height: area.height.saturating_sub(4 + detail),
            ..area
        };
        self.draw_list(view, list, out);
        if let Some(card) = self.marked(view.model).filter(|_| detail > 0) {
            let below = Rect {
                y: area.bottom() - detail,
                height: detail,
                ..area
            };
            draw_detail(view, below, card, out);
        }
    }
}

impl Library {
    /// The filter as a form, and how many questions it leaves.
    fn draw_form(&self, form: &Form, area: Rect, out: &mut Canvas<'_>) {
        out.put(area.x, area.y, "Show only", area.width, Role::Mark);
        let below = Rect {
            y: area.y + 2,
            height: area.height.saturating_sub(4),
            ..area
        };
        form.draw(out, below);
        let count = words::count(self.shown.len(), "question matches", "questions match");
        out.put(
            area.x,
            area.bottom().saturating_sub(1),
            &format!("{count}."),
            area.width,
            Role::Ink,
        );
    }

    /// The heading, with how many are shown and ticked.
    fn draw_title(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let (shown, all) = (self.shown.len(), view.model.library.cards.len());
        let fact = match self.ticked.len() {
            0 => format!("{shown} of {all} shown"),
            n => format!("{shown} of {all} shown, {n} ticked"),
        };
        let used = out.put_right(area.right(), area.y, &fact, area.width * 2 / 3, Role::Dim);
        out.put(
            area.x,
            area.y,
            "Question library",
            area.width.saturating_sub(used + 2),
            Role::Mark,
        );
    }

    /// The filter as a sentence, or the words being looked for.
    fn draw_sentence(&self, view: &View<'_>, row: Rect, out: &mut Canvas<'_>) {
        if let Some(field) = &self.find {
            out.put(row.x, row.y, "/", 1, Role::Ink);
            field.draw_caret(
                out,
                Rect {
                    x: row.x + 2,
                    width: row.width.saturating_sub(2),
                    ..row
                },
            );
            return;
        }
        let mut parts = self.filter.words(view.model);
        if !self.kept.is_empty() {
            parts.push(format!("with \"{}\"", self.kept));
        }
        let words = if parts.is_empty() {
            "Filter: everything".to_owned()
        } else {
            format!("Filter: {}", parts.join("; "))
        };
        let used = out.put_right(row.right(), row.y, "f change", 8, Role::Dim);
        out.put(
            row.x,
            row.y,
            &words,
            row.width.saturating_sub(used + 2),
            Role::Ink,
        );
    }
}

/// The marked question in full below the list, and what it is about.
fn draw_detail(view: &View<'_>, below: Rect, card: &Card, out: &mut Canvas<'_>) {
    out.line(
        below.x,
        below.y,
        below.width,
        out.look().glyphs.rule,
        Role::Dim,
    );
    let text = Rect {
        y: below.y + 1,
        height: 3,
        ..below
    };
    let used = prose::draw(out, text, &card.text, Role::Ink);
    out.put(
        below.x,
        text.y + used,
        &question::about(view.model, card),
        below.width,
        Role::Dim,
    );
}

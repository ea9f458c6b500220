//! The question library: found by any word, filtered by a form, ticked for the next drill.

mod filter;

use ratatui::layout::Rect;

use super::finder::{Finder, marks};
use super::{Head, Pane, Reason, question, step_of, words};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::QuestionId;
use crate::domain::library::Card;
use crate::domain::search::Query;
use crate::domain::time::short_date;
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
            return;
        }
        let fact = match self.ticked.len() {
            0 => format!(
                "{} of {} shown",
                self.shown.len(),
                view.model.library.cards.len()
            ),
            n => format!(
                "{} of {} shown, {n} ticked",
                self.shown.len(),
                view.model.library.cards.len()
            ),
        };
        let used = out.put_right(area.right(), area.y, &fact, area.width * 2 / 3, Role::Dim);
        out.put(
            area.x,
            area.y,
            "Question library",
            area.width.saturating_sub(used + 2),
            Role::Mark,
        );
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
                area.x,
                text.y + used,
                &question::about(view.model, card),
                area.width,
                Role::Dim,
            );
        }
    }
}

impl Library {
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

    fn draw_list(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        if self.shown.is_empty() {
            let words = if view.model.library.cards.is_empty() {
                "The library is still being read."
            } else {
                "No question has all of this. Esc shows everything again."
            };
            out.put(area.x, area.y, words, area.width, Role::Ink);
            return;
        }
        let words = Query::new(self.find.as_ref().map_or(self.kept.as_str(), Editor::text));
        let (from, to) = self
            .cursor
            .window(self.shown.len(), usize::from(area.height));
        let (kind_width, last_width) = if area.width >= 72 { (13, 16) } else { (0, 0) };
        for (y, place) in (area.y..).zip(from..to) {
            let Some(card) = view.model.library.cards.get(self.shown[place]) else {
                continue;
            };
            let marked = place == self.cursor.at;
            if marked && self.find.is_none() {
                out.focus(area.x, y, 1);
            } else if marked {
                out.put(
                    area.x.saturating_sub(2),
                    y,
                    out.look().glyphs.focus,
                    1,
                    Role::Accent,
                );
            }
            let tick = if self.ticked.contains(&card.id) {
                "[x]"
            } else {
                "[ ]"
            };
            out.put(area.x, y, tick, 3, Role::Ink);
            let room = area.width.saturating_sub(4 + kind_width + last_width + 1);
            let role = if marked { Role::Mark } else { Role::Ink };
            let used = out.put(area.x + 4, y, &card.text, room, role);
            for (start, len) in marks(&words, &card.text) {
                if start < used {
                    out.restyle(area.x + 4 + start, y, len.min(used - start), Role::Accent);
                }
            }
            if kind_width > 0 {
                let kind = card.kind.word().to_lowercase();
                out.put_right(
                    area.right() - last_width - 1,
                    y,
                    &kind,
                    kind_width,
                    Role::Dim,
                );
                out.put_right(
                    area.right(),
                    y,
                    &last_time(view, card),
                    last_width,
                    Role::Dim,
                );
            }
        }
        if to < self.shown.len() {
            let more = format!("{} more below", self.shown.len() - to);
            out.put(
                area.x + 4,
                area.y + area.height,
                &more,
                area.width,
                Role::Dim,
            );
        }
    }
}

fn last_time(view: &View<'_>, card: &Card) -> String {
    match view.model.practice.history.last(card.id.as_str()) {
        Some((level, at)) => format!("{}, {}", level.word(), short_date(at, view.now.date())),
        None => "new".to_owned(),
    }
}

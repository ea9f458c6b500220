//! The question library: found by any word, filtered by a form, ticked for the next drill.

mod filter;
mod list;

use std::cell::LazyCell;

use ratatui::layout::Rect;

use super::filling::{self, Took};
use super::finder::{Finder, put_marked};
use super::{Head, ONE_LIST, Pane, Reason, own_question, question, step_of, words};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Outcome, Place, Section, View};
use crate::domain::id::QuestionId;
use crate::domain::library::{Card, FoundBy, said, whose};
use crate::domain::search::Found;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::form::Form;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

use filter::Filter;

/// From this height on the marked question is shown below the list.
const WITH_DETAIL: u16 = 14;

/// Puts the questions of one's own field and those that everybody is asked before those of other fields.
pub fn own_first(places: &mut [usize], model: &Model) {
    places.sort_by_key(|at| whose(&model.library.cards[*at], &model.profile.family));
}

/// The browser.
#[derive(Default)]
pub struct Library {
    cursor: Cursor,
    filter: Filter,
    form: Option<Form>,
    finder: Finder,
    shown: Found,
    ticked: Vec<QuestionId>,
    /// The question that is marked, wherever it stands now.
    held: Option<QuestionId>,
}

impl Library {
    /// Opens with what one pack holds.
    pub fn of(pack: String) -> Self {
        Self {
            filter: Filter::of(pack),
            ..Self::default()
        }
    }

    fn refresh(&mut self, model: &Model) {
        let cards = &model.library.cards;
        let by = LazyCell::new(|| FoundBy::of(&model.library));
        let text = |i: usize| by.words(&cards[i]);
        let fits = |i: usize| self.filter.takes(&cards[i], model);
        let shown = |i: usize| cards[i].listed();
        let whose = |i: usize| whose(&cards[i], &model.profile.family);
        self.shown = (self.finder).look(cards.len(), text, fits, shown, whose);
        if self.finder.query().is_empty() {
            own_first(&mut self.shown.rows, model);
        }
        let held = |at: &usize| cards.get(*at).map(|c| &c.id) == self.held.as_ref();
        if let Some(at) = self.shown.rows.iter().position(held) {
            self.cursor.at = at;
        }
        self.cursor.clamp(self.shown.rows.len());
    }

    fn marked<'a>(&self, model: &'a Model) -> Option<&'a Card> {
        (self.shown.rows)
            .get(self.cursor.at)
            .and_then(|i| model.library.cards.get(*i))
    }

    fn in_find(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let (rows, before) = (self.shown.rows.len(), self.finder.query());
        if self.finder.take(msg, &mut self.cursor, rows) {
            // Other words have another best hit.
            if self.finder.query() != before && self.finder.is_open() {
                self.cursor = Cursor::default();
                self.held = None;
            }
            self.refresh(desk.model);
        }
    }

    fn in_form(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let Some(form) = &mut self.form else { return };
        match filling::take(form, msg, desk) {
            Took::Save | Took::Back => self.form = None,
            Took::Changed => {
                self.filter.read(form, desk.model);
                self.refresh(desk.model);
            }
            Took::Pressed | Took::Moved | Took::Nothing => {}
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, self.shown.rows.len());
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
                    packs: self.filter.from.iter().cloned().collect(),
                    questions,
                    ..SetupFor::default()
                })));
            }
            (Command::Edit, Some(id)) => own_question::edit(&id, desk),
            (Command::Remove, Some(id)) => {
                own_question::remove(&id, desk);
            }
            (Command::New, _) => desk.go(Go::Open(Place::NewQuestion)),
            (Command::Find, _) => self.finder.open(),
            (Command::Filter, _) => self.form = Some(self.filter.form(desk.model)),
            (Command::Back, _) if self.finder.clear() | self.filter.clear() => {
                self.refresh(desk.model);
            }
            (Command::Back | Command::Close, _) => desk.go(Go::Back),
            _ => {}
        }
    }
}

impl Pane for Library {
    fn context(&self, _model: &Model) -> Context {
        match &self.form {
            Some(form) => form.context(),
            None if self.finder.is_open() => Context::Find,
            None => Context::Library,
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(_) => {
                if let Msg::Outcome(Outcome::Bank(_, joined)) = msg {
                    self.held = joined.last().cloned().or(self.held.take());
                }
                self.finder.forget();
                self.refresh(desk.model);
            }
            _ if self.form.is_some() => self.in_form(msg, desk),
            _ if self.finder.is_open() => self.in_find(msg, desk),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
        self.held = self.marked(desk.model).map(|card| card.id.clone());
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let changes = matches!(command, Command::Edit | Command::Remove);
        if self.form.is_some() || !changes && command != Command::Tick {
            return None;
        }
        match self.marked(model) {
            None => Some("No question is shown. Esc shows all again.".to_owned()),
            Some(card) if changes => own_question::fixed(model, &card.id),
            Some(_) => None,
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        self.marked(view.model).map(|c| c.text.clone())
    }

    fn head(&self, view: &View<'_>) -> Head {
        Head::Sections {
            active: Section::Practice,
            fact: words::count(view.model.library.cards.len(), "question", "questions"),
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
        let head = Rect {
            width: area.width.min(ONE_LIST),
            height: 1,
            ..area
        };
        self.draw_title(view, head, out);
        let y = area.y + 1;
        self.draw_sentence(view, Rect { y, ..head }, out);
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
            self.draw_detail(view, below, card, out);
        }
    }
}

impl Library {
    /// The filter as a form, and how many questions it leaves.
    fn draw_form(&self, form: &Form, area: Rect, out: &mut Canvas<'_>) {
        out.put(area.x, area.y, "Show only", area.width, Role::Strong);
        let below = Rect {
            y: area.y + 2,
            height: area.height.saturating_sub(4),
            ..area
        };
        form.draw(out, below);
        let count = words::count(self.shown.rows.len(), "question matches", "questions match");
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
        let (shown, all) = (self.shown.rows.len(), view.model.library.cards.len());
        let fact = match (self.ticked.len(), self.shown.words()) {
            (0, Some(near)) => near,
            (0, None) => format!("{shown} of {all} shown"),
            (n, _) => format!("{shown} of {all} shown, {n} ticked"),
        };
        let used = out.put_right(area.right(), area.y, &fact, area.width * 2 / 3, Role::Dim);
        out.put(
            area.x,
            area.y,
            "Question library",
            area.width.saturating_sub(used + 2),
            Role::Strong,
        );
    }

    /// The filter as a sentence, or the words being looked for.
    fn draw_sentence(&self, view: &View<'_>, row: Rect, out: &mut Canvas<'_>) {
        if self.finder.draw_field(row, out) {
            return;
        }
        let mut parts = self.filter.words(view.model);
        if !self.finder.words().is_empty() {
            parts.push(format!("with \"{}\"", self.finder.words()));
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

impl Library {
    /// The marked question in full below the list, what it is about, and the wording that was found.
    fn draw_detail(&self, view: &View<'_>, below: Rect, card: &Card, out: &mut Canvas<'_>) {
        let rule = out.look().glyphs.rule;
        out.line(below.x, below.y, below.width, rule, Role::Dim);
        let text = Rect {
            y: below.y + 1,
            height: 3,
            ..below
        };
        let used = prose::draw(out, text, &view.model.hide(&card.listed()), Role::Ink);
        let about = question::about(view.model, card);
        out.put(below.x, text.y + used, &about, below.width, Role::Dim);
        let y = text.y + used + 1;
        if let Some(words) = self
            .found_in(card, view.model)
            .filter(|_| y < below.bottom())
        {
            let query = self.finder.query();
            let words = view.model.hide(&words);
            put_marked(out, (below.x, y), &words, below.width, Role::Ink, &query);
        }
    }

    /// The wording, or the facts before the question, that the words stand in; `None` when its text has them.
    fn found_in(&self, card: &Card, model: &Model) -> Option<String> {
        let query = self.finder.query();
        let seen = query.rank(&card.listed());
        let question = model.library.questions.get(card.id.as_str())?;
        let ranked = said(&question).map(|words| (query.rank(words), words));
        // The first of the best.
        let (rank, words) = ranked.min_by_key(|(rank, _)| *rank)?;
        (rank < seen).then(|| words.to_owned())
    }
}

//! The result of a whole mock: the page of a debrief, and two mocks side by side.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::Page;
use super::saying::{comes_back, from_others, left_words};
use crate::desk::{Desk, Effect, Model, View};
use crate::domain::id::SittingId;
use crate::domain::order::InOrder;
use crate::domain::practice::mock::{BesideLine, PageLine, beside, beside_words, nerves, page};
use crate::domain::practice::nerves::Nerves;
use crate::domain::practice::record::{Block, Event, EventKind, SittingHead, SittingRecord};
use crate::domain::practice::results::Results;
use crate::domain::time::short_date;
use crate::keys::Command;
use crate::look::Role;
use crate::panes::ended;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::stops::Eye;
use crate::widgets::{Canvas, prose};

/// Minutes after a sitting in which nerves are asked for.
const FRESH: i64 = 30;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// The page of a debrief.
    #[default]
    Page,
    /// Every answer.
    Answers,
    /// Its talks and sets of items, turn by turn and with their reasons.
    Parts,
    /// This mock and another one.
    Beside,
}

/// The mocks that can stand beside this one: those of the same kind before it, the latest first, then all others.
pub fn others(record: &SittingRecord, model: &Model) -> Vec<SittingId> {
    let Some(shape) = &record.head.shape else {
        return Vec::new();
    };
    let other = |h: &&SittingHead| h.id != record.head.id && h.shape.is_some();
    let mut found: Vec<&SittingHead> = model.practice.sittings.iter().filter(other).collect();
    found.order_by_key(|h| {
        let same = (h.shape.as_ref()).is_some_and(|s| s.blueprint == shape.blueprint);
        let before = h.started < record.head.started;
        (!(same && before), !same, std::cmp::Reverse(h.started))
    });
    found.into_iter().map(|h| h.id.clone()).collect()
}

/// Whether something of it was held on a screen of its own.
fn has_parts(record: &SittingRecord) -> bool {
    let shape = record.head.shape.as_deref();
    shape.is_some_and(|s| s.stops().any(|(_, stop, _)| stop.is_task()))
}

impl Page {
    /// What is looked at: a drill has only its answers.
    pub(super) fn look(&self, record: &SittingRecord) -> Look {
        if record.head.shape.is_some() {
            self.look
        } else {
            Look::Answers
        }
    }

    /// From the page to what lies under it: the answers, or where there are none the talks and items.
    pub(super) fn look_closer(&mut self, desk: &Desk<'_>) {
        let Some(record) = self.record(desk.model) else {
            return;
        };
        let bare = Results::of(record).rows.is_empty() && has_parts(record);
        self.look = match self.look {
            Look::Page if bare => Look::Parts,
            Look::Page | Look::Beside | Look::Parts if !bare => Look::Answers,
            _ => Look::Page,
        };
        self.scroll = 0;
        self.eye = Eye::default();
        self.begin_at_top(desk);
    }

    /// Whether a key would open nothing: no question was asked, nothing rated, nothing held.
    pub(super) fn is_all(&self, command: Command, model: &Model) -> bool {
        let Some(record) = self.record(model) else {
            return false;
        };
        let results = Results::of(record);
        if record.head.shape.is_none() && command == Command::View {
            return results.dimensions.is_empty() && !self.reading;
        }
        let beside = command == Command::View && !others(record, model).is_empty();
        results.rows.is_empty() && !has_parts(record) && !beside
    }

    /// The next way to look at it.
    pub(super) fn look_on(&mut self, desk: &mut Desk<'_>) {
        let Some(record) = self.record(desk.model).filter(|r| r.head.shape.is_some()) else {
            return self.turn_table(desk);
        };
        let answers = !Results::of(record).rows.is_empty();
        let parts = has_parts(record);
        let first = others(record, desk.model).into_iter().next();
        self.scroll = 0;
        self.eye = Eye::default();
        self.look = match (self.look, first) {
            (Look::Page, _) if answers || !parts => Look::Answers,
            (Look::Page | Look::Answers, _) if parts => Look::Parts,
            (Look::Page | Look::Answers | Look::Parts, Some(id)) => {
                self.put_beside(id, desk);
                Look::Beside
            }
            _ => Look::Page,
        };
        self.begin_at_top(desk);
    }

    /// Reads a mock to stand beside this one.
    fn put_beside(&mut self, id: SittingId, desk: &mut Desk<'_>) {
        self.beside = Some(id.clone());
        self.unread.clear();
        desk.perform(Effect::ReadSitting(id));
    }

    /// Another mock beside this one: the next, or the one before it in the row.
    pub(super) fn turn_beside(&mut self, next: bool, desk: &mut Desk<'_>) {
        let others = self
            .record(desk.model)
            .map_or_else(Vec::new, |r| others(r, desk.model));
        let at = others
            .iter()
            .position(|id| Some(id) == self.beside.as_ref());
        let at = at.unwrap_or(0);
        let to = if next {
            Some(at + 1)
        } else {
            at.checked_sub(1)
        };
        match to.and_then(|n| others.get(n)) {
            Some(id) => self.put_beside(id.clone(), desk),
            None if others.len() == 1 => desk.say("There is no other mock to put beside it yet."),
            None if next => desk.say("That is the last one. Left goes back."),
            None => desk.say("That is the first one. Right goes on."),
        }
    }

    /// One more or less for the nerves after.
    pub(super) fn nerves_by(&mut self, by: i8) {
        self.nerves = Some(Nerves::stepped(self.nerves, by));
    }

    /// Keeps the nerves that were told.
    pub(super) fn keep_nerves(&mut self, desk: &mut Desk<'_>) {
        let Some(nerves) = self.nerves.take() else {
            return;
        };
        let block = Block::Event(Event {
            at: desk.now.wall,
            what: EventKind::Nerves,
            seconds: nerves.figure(),
        });
        if let Some(shown) = &mut desk.model.practice.shown {
            shown.blocks.push(block.clone());
            desk.model.practice.ladder.learn(shown);
        }
        desk.perform(Effect::Append(self.id.clone(), Box::new(block)));
    }

    /// Looks whether the sitting has only just ended: weeks later nobody knows how nervous they were.
    pub(super) fn look_how_fresh(&mut self, desk: &Desk<'_>) {
        let ended = |block: &Block| match block {
            Block::Event(e) if e.what == EventKind::Finished => Some(e.at),
            _ => None,
        };
        let record = self.record(desk.model);
        let ended = record.and_then(|r| r.blocks.iter().rev().find_map(ended));
        self.fresh = ended.is_some_and(|at| (desk.now.wall - at).num_minutes() < FRESH);
    }

    /// Whether nerves are asked for: right after a whole mock, and after a rung of the ladder.
    pub(super) fn asks_nerves(&self, model: &Model) -> bool {
        // What was told once is not asked again.
        let open = |r: &&SittingRecord| self.fresh && nerves(&r.blocks).1.is_none();
        self.record(model)
            .filter(open)
            .is_some_and(|r| match self.look(r) {
                Look::Page => true,
                Look::Answers => r.head.rung.is_some() && !self.reading,
                Look::Parts | Look::Beside => false,
            })
    }

    /// Scrolls the page, no further than its last line.
    pub(super) fn scroll_whole(&mut self, step: Step, desk: &Desk<'_>) {
        let width = crate::panes::text_width(desk.screen);
        if let Some(record) = (self.record(desk.model)).filter(|r| self.look(r) == Look::Parts) {
            let stops = ended::stops(record, desk.model, desk.now, width);
            let height = crate::panes::text_height(desk);
            return stops.step(&mut self.eye, step, height);
        }
        let lines = self.record(desk.model).map_or(0, |record| {
            let today = desk.now.date();
            self.lines(desk.model, record, today, width).len()
        });
        let mut cursor = Cursor { at: self.scroll };
        cursor.scroll(step, lines, crate::panes::text_height(desk));
        self.scroll = cursor.at;
    }

    /// Draws the page of a debrief, or two mocks side by side.
    pub(super) fn draw_whole(
        &self,
        view: &View<'_>,
        record: &SittingRecord,
        area: Rect,
        out: &mut Canvas<'_>,
    ) {
        if self.look(record) == Look::Parts {
            let stops = ended::stops(record, view.model, view.now, area.width);
            return stops.draw(self.eye, area, out);
        }
        let lines = self.lines(view.model, record, view.now.date(), area.width);
        prose::draw_page(out, area, &lines, self.scroll);
    }

    fn lines(
        &self,
        model: &Model,
        record: &SittingRecord,
        today: NaiveDate,
        width: u16,
    ) -> Vec<(String, Role)> {
        if self.look(record) == Look::Beside {
            return self.lines_beside(model, record, today, width);
        }
        let mut lines: Vec<(String, Role)> = Vec::new();
        let told = [
            (left_words(record, model), Role::Strong),
            (
                comes_back(&self.weak(model), self.next.as_deref()),
                Role::Ink,
            ),
        ];
        for (words, role) in told {
            let wrapped = prose::wrap(&words, width).into_iter();
            lines.extend(wrapped.map(|line| (line, role)));
        }
        for words in from_others(record) {
            let wrapped = prose::wrap(&model.hide(&words), width).into_iter();
            lines.extend(wrapped.map(|line| (line, Role::Ink)));
        }
        for line in page(record, &model.library).unwrap_or_default() {
            let (text, role) = match line {
                PageLine::Heading(words) => {
                    lines.push((String::new(), Role::Ink));
                    (words, Role::Dim)
                }
                PageLine::Mark(words) => (words, Role::Strong),
                PageLine::Item(words) | PageLine::Command(words) => (words, Role::Ink),
            };
            let wrapped = prose::wrap(&model.hide(&text), width);
            lines.extend(wrapped.into_iter().map(|l| (l, role)));
        }
        lines
    }

    fn lines_beside(
        &self,
        model: &Model,
        record: &SittingRecord,
        today: NaiveDate,
        width: u16,
    ) -> Vec<(String, Role)> {
        let Some(said) = self.said_beside(model, record, today) else {
            let words = match self.unread.as_str() {
                "" => "Reading the other mock.",
                words => words,
            };
            let lines = prose::wrap(words, width).into_iter();
            return lines.map(|line| (line, Role::Ink)).collect();
        };
        let wrapped = said.into_iter().flat_map(|(text, role)| {
            let lines = prose::wrap(&text, width).into_iter();
            lines.map(move |line| (line, role))
        });
        wrapped.collect()
    }

    /// What both mocks came to, a line each; nothing before the other one has been read.
    fn said_beside(
        &self,
        model: &Model,
        record: &SittingRecord,
        today: NaiveDate,
    ) -> Option<Vec<(String, Role)>> {
        let there = self.other.as_deref();
        let there = there.filter(|r| Some(&r.head.id) == self.beside.as_ref())?;
        let lines = beside(record, there, &model.library)?;
        let (title, other) = beside_title(record, there, today);
        let mut out = vec![(model.hide(&title), Role::Dim)];
        for (line, words) in lines.iter().zip(beside_words(&lines, other)) {
            let words = model.hide(&words);
            match line {
                BesideLine::Heading(_) => {
                    out.extend([(" ".to_owned(), Role::Ink), (words, Role::Dim)]);
                }
                BesideLine::Both { .. } => out.push((words, Role::Ink)),
            }
        }
        Some(out)
    }

    /// Both mocks as text, while they stand side by side.
    pub(super) fn plain_beside(&self, view: &View<'_>) -> Option<String> {
        let record = self.record(view.model)?;
        if self.look(record) != Look::Beside {
            return None;
        }
        let lines = self.said_beside(view.model, record, view.now.date())?;
        let lines: Vec<&str> = lines.iter().map(|(words, _)| words.trim_end()).collect();
        Some(lines.join("\n"))
    }
}

/// `2 Mar, and before it 27 Feb`, with the word for the other one.
fn beside_title(
    here: &SittingRecord,
    there: &SittingRecord,
    today: NaiveDate,
) -> (String, &'static str) {
    let date = |r: &SittingRecord| r.head.started.date_naive();
    // On one day only the time tells them apart.
    let same = date(here) == date(there);
    let day = |r: &SittingRecord| {
        let time = r.head.started.format(" %H:%M").to_string();
        let time = if same { time } else { String::new() };
        format!("{}{time}", short_date(date(r), today))
    };
    let kin = |r: &SittingRecord| r.head.shape.as_ref().map(|s| s.blueprint.clone());
    let (a, b) = (day(here), day(there));
    let name = if kin(here) == kin(there) {
        String::new()
    } else {
        format!("{}, ", there.head.title)
    };
    if there.head.started < here.head.started {
        (format!("{a}, and before it {name}{b}"), "Before")
    } else {
        (format!("{a}, and later {name}{b}"), "Later")
    }
}

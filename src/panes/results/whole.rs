//! The result of a whole mock: the page of a debrief, and two mocks side by side.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::Page;
use crate::desk::{Desk, Effect, Model, View};
use crate::domain::id::SittingId;
use crate::domain::level::Level;
use crate::domain::practice::mock::{PageLine, debrief, levels_words, page};
use crate::domain::practice::record::{Block, Event, EventKind, SittingRecord};
use crate::domain::time::short_date;
use crate::look::Role;
use crate::panes::mask::Mask;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::{Canvas, prose};

/// Highest figure for nerves.
const MOST_NERVES: u8 = 10;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// The page of a debrief.
    #[default]
    Page,
    /// Every answer.
    Answers,
    /// This mock and the one before it.
    Beside,
}

/// The mock of the same kind that was sat before this one.
pub fn earlier(record: &SittingRecord, model: &Model) -> Option<SittingId> {
    let shape = record.head.shape.as_ref()?;
    let same = |h: &&crate::domain::practice::record::SittingHead| {
        h.id != record.head.id
            && h.started < record.head.started
            && h.shape
                .as_ref()
                .is_some_and(|s| s.blueprint == shape.blueprint)
    };
    let found = model.practice.sittings.iter().filter(same);
    found.max_by_key(|h| h.started).map(|h| h.id.clone())
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

    /// The next way to look at it.
    pub(super) fn look_on(&mut self, desk: &mut Desk<'_>) {
        let Some(record) = self.record(desk.model).filter(|r| r.head.shape.is_some()) else {
            self.table = !self.table;
            return;
        };
        let before = earlier(record, desk.model);
        self.scroll = 0;
        self.look = match (self.look, before) {
            (Look::Page, _) => Look::Answers,
            (Look::Answers, Some(id)) => {
                desk.model.practice.wanted_beside = Some(id.clone());
                desk.perform(Effect::ReadSitting(id));
                Look::Beside
            }
            (Look::Answers, None) | (Look::Beside, _) => Look::Page,
        };
    }

    /// One more or less for the nerves after.
    pub(super) fn nerves_by(&mut self, by: i8) {
        let now = self.nerves.unwrap_or(if by > 0 { 4 } else { 5 });
        self.nerves = Some(now.saturating_add_signed(by).min(MOST_NERVES));
    }

    /// Keeps the nerves that were told.
    pub(super) fn keep_nerves(&mut self, desk: &mut Desk<'_>) {
        let Some(figure) = self.nerves.take() else {
            return;
        };
        let block = Block::Event(Event {
            at: desk.now.wall,
            what: EventKind::Nerves,
            seconds: u32::from(figure),
        });
        if let Some(shown) = &mut desk.model.practice.shown {
            shown.blocks.push(block.clone());
            desk.model.practice.ladder.learn(shown);
        }
        desk.perform(Effect::Append(self.id.clone(), Box::new(block)));
    }

    /// Whether nerves are asked for: after a whole mock, and after a rung of the ladder.
    pub(super) fn asks_nerves(&self, model: &Model) -> bool {
        self.record(model).is_some_and(|r| match self.look(r) {
            Look::Page => true,
            Look::Answers => r.head.rung.is_some() && !self.reading,
            Look::Beside => false,
        })
    }

    /// What the line of words says of nerves.
    pub(super) fn nerves_words(&self) -> String {
        match self.nerves {
            Some(n) => format!("Nerves now: {n} of 10."),
            None => {
                "How nervous are you now, 0 to 10? Left and right; you may leave it out.".to_owned()
            }
        }
    }

    /// Scrolls the page, no further than its last line.
    pub(super) fn scroll_whole(&mut self, step: Step, desk: &Desk<'_>) {
        let width = crate::panes::text_width(desk.screen);
        let lines = self.record(desk.model).map_or(0, |record| {
            let today = desk.now.date();
            self.lines(desk.model, record, today, width).len()
        });
        let mut cursor = Cursor { at: self.scroll };
        cursor.step(step, lines);
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
        let lines = self.lines(view.model, record, view.now.date(), area.width);
        let most = lines.len().saturating_sub(usize::from(area.height));
        out.focus(area.x, area.y, 1);
        for (y, (line, role)) in (area.y..area.bottom()).zip(&lines[self.scroll.min(most)..]) {
            out.put(area.x, y, line, area.width, *role);
        }
    }

    fn lines(
        &self,
        model: &Model,
        record: &SittingRecord,
        today: NaiveDate,
        width: u16,
    ) -> Vec<(String, Role)> {
        if self.look(record) == Look::Beside {
            return beside(model, record, today, width);
        }
        let mask = Mask::of(model);
        let mut lines: Vec<(String, Role)> = Vec::new();
        for line in page(record, &model.library).unwrap_or_default() {
            let (text, role) = match line {
                PageLine::Heading(words) => {
                    lines.push((String::new(), Role::Ink));
                    (words, Role::Dim)
                }
                PageLine::Mark(words) => (words, Role::Mark),
                PageLine::Item(words) => (words, Role::Ink),
            };
            let wrapped = prose::wrap(&mask.hide(&text), width);
            lines.extend(wrapped.into_iter().map(|l| (l, role)));
        }
        lines
    }
}

/// This mock beside the one before it: parts, then what they listened for.
fn beside(
    model: &Model,
    record: &SittingRecord,
    today: NaiveDate,
    width: u16,
) -> Vec<(String, Role)> {
    let before = model.practice.beside.as_deref();
    let wanted = earlier(record, model);
    let library = &model.library;
    let both = before
        .filter(|b| Some(&b.head.id) == wanted.as_ref())
        .and_then(|b| Some((b, debrief(b, library)?, debrief(record, library)?)));
    let Some((before, then, now)) = both else {
        return vec![("Reading the mock before this one.".to_owned(), Role::Ink)];
    };
    let day = |r: &SittingRecord| short_date(r.head.started.date_naive(), today);
    let title = format!("{}, and before it {}", day(record), day(before));
    let mut lines = vec![(title, Role::Dim)];
    let mut pair = |title: &str, now: &[Level], then: &[Level]| {
        let (now, then) = (levels_words(now), levels_words(then));
        let text = format!("{title}: {now}. Before: {then}.");
        let wrapped = prose::wrap(&text, width);
        lines.extend(wrapped.into_iter().map(|l| (l, Role::Ink)));
    };
    for (part, old) in now.parts.iter().zip(&then.parts) {
        if !part.levels.is_empty() || !old.levels.is_empty() {
            pair(&part.title, &part.levels, &old.levels);
        }
    }
    for (id, levels) in &now.competencies {
        if let Some((_, old)) = then.competencies.iter().find(|(known, _)| known == id) {
            pair(&library.competency_title(id.as_str()), levels, old);
        }
    }
    lines
}

//! The questions of the library as rows: tick, text, kind, and how it went the last time.

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

use super::Library;
use crate::desk::View;
use crate::domain::library::Card;
use crate::domain::search::Query;
use crate::domain::time::short_date;
use crate::look::Role;
use crate::panes::ONE_LIST;
use crate::panes::finder::put_marked;
use crate::widgets::Canvas;

/// From this width on a row also tells the kind and the last time.
const WITH_FACTS: u16 = 72;

/// Cells of the tick.
const TICK: u16 = 4;

/// Cells of the kind.
const KIND: u16 = 13;

/// Cells of the last time.
const LAST: u16 = 16;

impl Library {
    /// Draws the list, or why there is none.
    pub(super) fn draw_list(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        if self.shown.rows.is_empty() {
            let words = if view.model.library.cards.is_empty() {
                "The library is still being read."
            } else {
                "No question has all of this. Esc shows everything again."
            };
            out.put(area.x, area.y, words, area.width, Role::Ink);
            return;
        }
        let words = self.finder.query();
        let (from, to) = self
            .cursor
            .window(self.shown.rows.len(), usize::from(area.height));
        for (y, place) in (area.y..).zip(from..to) {
            let Some(card) = view.model.library.cards.get(self.shown.rows[place]) else {
                continue;
            };
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            let facts = Facts::of(area.width);
            let text = view.model.hide(&card.listed());
            self.draw_card(
                row,
                (card, &text),
                (place == self.cursor.at, facts),
                &words,
                out,
            );
            facts.draw(view, row, card, out);
        }
        if to < self.shown.rows.len() {
            let more = format!("{} more below", self.shown.rows.len() - to);
            out.put(
                area.x + 4,
                area.y + area.height,
                &more,
                area.width,
                Role::Dim,
            );
        }
    }

    /// Tick and text of one question, and in it the words that were looked for.
    fn draw_card(
        &self,
        row: Rect,
        (card, text): (&Card, &str),
        (marked, facts): (bool, Facts),
        words: &Query,
        out: &mut Canvas<'_>,
    ) {
        if marked {
            self.finder.draw_mark(row.x, row.y, out);
        }
        let tick = if self.ticked.contains(&card.id) {
            "[x]"
        } else {
            "[ ]"
        };
        out.put(row.x, row.y, tick, 3, Role::Ink);
        let x = match facts {
            Facts::Before => TICK + KIND + 2 + LAST + 2,
            Facts::None | Facts::Behind => TICK,
        };
        let behind = match facts {
            Facts::Behind => KIND + LAST,
            Facts::None | Facts::Before => 0,
        };
        let room = row.width.saturating_sub(x + behind + 1);
        let role = if marked { Role::Mark } else { Role::Ink };
        put_marked(out, (row.x + x, row.y), text, room, role, words);
    }
}

/// Where the kind and the last time stand.
#[derive(Debug, Clone, Copy)]
enum Facts {
    /// There is no room for them.
    None,
    /// At the right.
    Behind,
    /// Before the text, so that on a huge screen they stand beside the short ones, too.
    Before,
}

impl Facts {
    const fn of(width: u16) -> Self {
        match width {
            ..WITH_FACTS => Self::None,
            WITH_FACTS..=ONE_LIST => Self::Behind,
            _ => Self::Before,
        }
    }

    fn draw(self, view: &View<'_>, row: Rect, card: &Card, out: &mut Canvas<'_>) {
        let kind = card.kind.word().to_lowercase();
        let last = last_time(view, card);
        match self {
            Self::None => {}
            Self::Behind => {
                out.put_right(row.right() - LAST - 1, row.y, &kind, KIND, Role::Dim);
                out.put_right(row.right(), row.y, &last, LAST, Role::Dim);
            }
            Self::Before => {
                let x = row.x + TICK;
                out.put(x, row.y, &kind, KIND, Role::Dim);
                out.put(x + KIND + 2, row.y, &last, LAST, Role::Dim);
            }
        }
    }
}

/// `11 Sep`, of another year `9/2025`: the year is never cut.
fn whole_date(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        short_date(day, today)
    } else {
        day.format("%-m/%Y").to_string()
    }
}

fn last_time(view: &View<'_>, card: &Card) -> String {
    let history = &view.model.practice.history;
    let newest = history.newest_told(card.id.as_str());
    let told = newest.and_then(|f| {
        Some(format!(
            "{}, {}",
            f.told()?,
            whole_date(f.day, view.now.date())
        ))
    });
    let waits = history.answered(card.id.as_str());
    let untold = if waits { "not rated" } else { "new" };
    told.unwrap_or_else(|| untold.to_owned())
}

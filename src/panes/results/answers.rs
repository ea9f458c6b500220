//! The answers of a sitting on one page that scrolls: what it came to, the dimensions, each question with its word.

use std::ops::Range;

use ratatui::layout::Rect;

use super::saying::{comes_back, from_others, left_words, question_text, summary};
use super::{Page, dimensions};
use crate::desk::{Desk, Model};
use crate::domain::level::Level;
use crate::domain::practice::record::SittingRecord;
use crate::domain::practice::results::{ResultRow, Results};
use crate::domain::time::clock_text;
use crate::look::Role;
use crate::panes::layout;
use crate::widgets::canvas::cells;
use crate::widgets::list::Step;
use crate::widgets::{Canvas, prose, roll};

/// From this width on a row has its time and what was expected.
const WIDE: u16 = 64;

/// Lines of a question at most.
const MOST: usize = 2;

/// Where the eye is while it is above the rows: the first line seen. Nowhere on a page that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Above(Option<usize>);

impl Above {
    /// Whether what stands above the rows is read, so that no row is marked.
    pub const fn is_read(self) -> bool {
        self.0.is_some()
    }
}

/// One line of the page.
enum Line {
    Words(String, Role),
    Levels,
    /// A dimension as a row of the table.
    Counts(usize),
    Time(String),
    Columns,
    /// A line of the words of a question; the first has its facts.
    Row(usize, String, bool),
}

/// The lines, and those of each row.
struct Lines {
    all: Vec<Line>,
    rows: Vec<Range<usize>>,
}

impl Page {
    /// Questions in full where everything fits with them, else in a line each.
    fn answer_page(&self, model: &Model, record: &SittingRecord, room: Rect) -> Lines {
        let fits = |page: &Lines| page.all.len() <= usize::from(room.height);
        let full = self.page_lines(model, record, room.width, MOST);
        if room.width < WIDE || fits(&full) {
            return full;
        }
        self.page_lines(model, record, room.width, 1)
    }

    fn page_lines(&self, model: &Model, record: &SittingRecord, width: u16, most: usize) -> Lines {
        let results = Results::of(record);
        let mut all = Vec::new();
        let next = self.next.as_deref();
        let back = comes_back(&self.weak(model), next);
        let said = [summary(record, next), left_words(record, model), back];
        let words = |text: &str, role| {
            let lines = prose::wrap(text, width).into_iter();
            lines
                .map(move |line| Line::Words(line, role))
                .collect::<Vec<_>>()
        };
        for (text, role) in said.iter().zip([Role::Strong, Role::Strong, Role::Ink]) {
            all.extend(words(text, role));
        }
        for said in from_others(record) {
            all.extend(words(&model.hide(&said), Role::Ink));
        }
        let time = dimensions::time_words(&results);
        if !results.dimensions.is_empty() {
            all.push(Line::Words(String::new(), Role::Ink));
            if width >= dimensions::TABLE {
                all.push(Line::Levels);
                all.extend((0..results.dimensions.len()).map(Line::Counts));
                all.extend(time.map(Line::Time));
            } else {
                for row in &results.dimensions {
                    let lines = dimensions::row_words(model, &results, row, width);
                    all.extend(lines.into_iter().map(|line| Line::Words(line, Role::Ink)));
                }
                all.extend(time.iter().flat_map(|time| words(time, Role::Ink)));
            }
        }
        all.push(Line::Words(String::new(), Role::Ink));
        all.push(Line::Columns);
        let mut rows = Vec::new();
        let facts = Facts::of(&results, width);
        for (i, row) in results.rows.iter().enumerate() {
            let from = all.len();
            for (n, line) in question_lines(model, row, (width, facts), most)
                .into_iter()
                .enumerate()
            {
                all.push(Line::Row(i, line, n == 0));
            }
            rows.push(from..all.len());
        }
        Lines { all, rows }
    }

    /// A page that does not fit begins at its top, above the rows.
    pub(super) fn begin_at_top(&mut self, desk: &Desk<'_>) {
        let Some(record) = self.record(desk.model).filter(|_| self.row.at == 0) else {
            return;
        };
        let room = answers_room(desk);
        let lines = self.answer_page(desk.model, record, room).all.len();
        let fits = lines <= usize::from(room.height);
        self.above = Above((!fits).then_some(0));
    }

    /// Figures instead of dots, where there is a table.
    pub(super) fn turn_table(&mut self, desk: &mut Desk<'_>) {
        let empty = self
            .record(desk.model)
            .is_none_or(|r| Results::of(r).dimensions.is_empty());
        if empty {
            return desk.say("There is no table here: nothing was rated.");
        }
        if answers_room(desk).width < dimensions::TABLE {
            return desk.say("On a wider screen v turns the dots of the table into figures.");
        }
        self.table = !self.table;
        // What was changed is looked at.
        self.row.at = 0;
        self.begin_at_top(desk);
    }

    /// Moves the mark, or what is read above the rows.
    pub(super) fn step_answers(&mut self, step: Step, desk: &Desk<'_>) {
        let Some(record) = self.record(desk.model) else {
            return;
        };
        let room = answers_room(desk);
        let lines = self.answer_page(desk.model, record, room);
        let (total, height) = (lines.all.len(), usize::from(room.height));
        let count = lines.rows.len();
        let first = lines.rows.first().cloned().unwrap_or(total..total);
        if total <= height {
            self.above = Above::default();
            return self.row.step(step, count);
        }
        let page = height.saturating_sub(1).max(1);
        // From here on the first row is on the screen.
        let lowest = first.end.saturating_sub(height);
        match (self.above.0, step) {
            (Some(from), Step::Down | Step::PageDown) if from < lowest => {
                let by = if step == Step::Down { 1 } else { page };
                self.above = Above(Some((from + by).min(lowest)));
            }
            (Some(from), Step::Up) => self.above = Above(Some(from.saturating_sub(1))),
            (Some(from), Step::PageUp) => self.above = Above(Some(from.saturating_sub(page))),
            (_, Step::First) => {
                self.row.at = 0;
                self.above = Above(Some(0));
            }
            (Some(_), Step::Down | Step::PageDown) if count > 0 => self.above = Above::default(),
            (Some(_), Step::Down | Step::PageDown) => {}
            (None, Step::Up | Step::PageUp) if self.row.at == 0 => {
                let seen = roll::first(&first, total, room.height);
                let by = if step == Step::Up { 1 } else { page };
                self.above = Above(Some(seen.saturating_sub(by)));
            }
            _ => {
                self.above = Above::default();
                self.row.step(step, count);
            }
        }
    }

    /// Draws the page.
    pub(super) fn draw_answers(
        &self,
        model: &Model,
        record: &SittingRecord,
        area: Rect,
        out: &mut Canvas<'_>,
    ) {
        let results = Results::of(record);
        let lines = self.answer_page(model, record, area);
        let columns = dimensions::Columns::of(model, &results, area.width);
        let facts = Facts::of(&results, area.width);
        let total = lines.all.len();
        let last = total.saturating_sub(usize::from(area.height));
        let marked = lines.rows.get(self.row.at).cloned().unwrap_or_default();
        let from = match self.above.0 {
            Some(from) => from.min(last),
            None => roll::first(&marked, total, area.height),
        };
        let seen = (area.y..area.bottom()).zip(lines.all.iter().skip(from));
        let mut begins = None;
        for (y, line) in seen {
            let at = Rect {
                y,
                height: 1,
                ..area
            };
            match line {
                Line::Words(words, role) => drop(out.put(at.x, y, words, at.width, *role)),
                Line::Levels => dimensions::draw_levels(columns, at, out),
                Line::Counts(n) => {
                    let row = &results.dimensions[*n];
                    let how = (columns, self.table);
                    dimensions::draw_row(model, &results, row, how, at, out);
                }
                Line::Time(words) => dimensions::draw_time(words, columns, at, out),
                Line::Columns => draw_columns(facts, at, out),
                Line::Row(n, words, first) => {
                    let on = *n == self.row.at && !self.above.is_read();
                    draw_row(&results.rows[*n], words, (on, *first), facts, at, out);
                    if on && *first {
                        begins = Some(at);
                    }
                }
            }
        }
        // A row of several lines has its cursor on the first of them.
        if let Some(at) = begins {
            out.focus(at.x, at.y, 1);
        }
        if self.above.is_read() || marked.is_empty() {
            out.focus(area.x, area.y, 1);
        }
        roll::draw_signs(out, area, from, total);
    }
}

fn answers_room(desk: &Desk<'_>) -> Rect {
    let room = layout::room(desk);
    Rect {
        width: room.width.min(crate::panes::ONE_LIST),
        ..room
    }
}

/// Which answers have a word at the right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    /// None.
    Nowhere,
    /// Those that were skipped: where none is rated, none is called not rated.
    Skipped,
    /// All.
    Everywhere,
}

/// What stands at the right of a question: its time where there is room, its word where any answer has one, and what was
/// expected where anybody said so. A column without a word in it is left out.
#[derive(Clone, Copy)]
struct Facts {
    time: bool,
    words: Words,
    expected: bool,
}

impl Facts {
    fn of(results: &Results, width: u16) -> Self {
        let rows = || results.rows.iter();
        let time = width >= WIDE;
        Self {
            time,
            words: if rows().any(|r| r.level.is_some()) {
                Words::Everywhere
            } else if rows().any(|r| r.skipped) {
                Words::Skipped
            } else {
                Words::Nowhere
            },
            expected: time && rows().any(|r| r.expected.is_some()),
        }
    }

    const fn has_words(self) -> bool {
        !matches!(self.words, Words::Nowhere)
    }

    /// Cells of all of it.
    const fn cells(self) -> u16 {
        match (self.time, self.has_words(), self.expected) {
            (true, _, true) => 28,
            // Narrower, the words of a wide window would stand too far from their time.
            (true, true, false) => 26,
            (true, false, false) => 6,
            (false, true, _) => 9,
            (false, false, _) => 0,
        }
    }
}

/// The words of a question in so many lines at most.
fn question_lines(
    model: &Model,
    row: &ResultRow,
    (width, facts): (u16, Facts),
    most: usize,
) -> Vec<String> {
    let text = question_text(model, row);
    let again = match cells(again(row, width)) {
        0 => 0,
        used => used + 1,
    };
    let room = width.saturating_sub(facts.cells() + 2 + again);
    let mut lines = prose::wrap(&text, room);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(rest);
    }
    lines
}

/// What came of trying it again, or which take counts, where times are shown, too.
const fn again(row: &ResultRow, width: u16) -> &'static str {
    match (row.retries, row.now, row.takes) {
        _ if width < WIDE => "",
        (1.., Some(true), _) => "said on a later try",
        (1.., _, _) => "tried again",
        (0, _, 2) => "second take",
        (0, _, 3..) => "last take",
        (0, ..) => "",
    }
}

fn draw_columns(facts: Facts, area: Rect, out: &mut Canvas<'_>) {
    let text = area.width.saturating_sub(facts.cells() + 2);
    out.put(area.x, area.y, "Question", text, Role::Dim);
    if !facts.time {
        return;
    }
    let x = area.right() - facts.cells();
    out.put(x, area.y, "time", 6, Role::Dim);
    if facts.has_words() {
        out.put(x + 8, area.y, "level", 9, Role::Dim);
    }
    if facts.expected {
        out.put(x + 18, area.y, "expected", 10, Role::Dim);
    }
}

fn draw_row(
    row: &ResultRow,
    words: &str,
    (marked, first): (bool, bool),
    facts: Facts,
    area: Rect,
    out: &mut Canvas<'_>,
) {
    if marked {
        out.focus(area.x, area.y, 1);
    }
    let text = area.width.saturating_sub(facts.cells() + 2);
    let role = if marked { Role::Mark } else { Role::Ink };
    let again = if first { again(row, area.width) } else { "" };
    let used = out.put_right(area.x + text, area.y, again, text, Role::Dim);
    let width = text.saturating_sub(used + u16::from(used > 0));
    out.put(area.x, area.y, words, width, role);
    if !first {
        return;
    }
    let level = match (facts.words, row.skipped) {
        (Words::Everywhere, _) | (_, true) => row.word(),
        (_, false) => "",
    };
    if !facts.time {
        out.put_right(area.right(), area.y, level, 9, Role::Ink);
        return;
    }
    let x = area.right() - facts.cells();
    let length = clock_text(u64::from(row.length_s));
    out.put(x, area.y, &length, 6, Role::Ink);
    out.put(x + 8, area.y, level, 9, Role::Ink);
    let expected = row.expected.map_or("", Level::word);
    out.put(x + 18, area.y, expected, 10, Role::Dim);
}

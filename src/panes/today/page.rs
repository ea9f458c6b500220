//! The page of a day: one column, from a hundred cells on two.

use ratatui::layout::Rect;

use super::ahead::Ahead;
use super::row::{Part, Row};
use super::{facts, road, rows};
use crate::desk::View;
use crate::look::Role;
use crate::panes::heading::heading;
use crate::panes::{week, words};
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;
use crate::widgets::stack::{Block, Cut, Placed, stack};
use crate::widgets::{Canvas, prose};

/// From this width of the page on there are two columns.
const TWO_COLUMNS: u16 = 92;

/// From so many rows on the road is shown whole beside the rest.
const TALL: u16 = 30;

/// From this width on a line has its reason beside it.
const BESIDE: u16 = 68;

/// Rows of what one has to know about an interview that is near.
const KNOW: usize = 3;

/// Fewest cells of a reason beside its line, and cells of the minutes.
const REASON: u16 = 18;
const MINUTES: u16 = 8;

/// Everything that can stand on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Greeting,
    Week,
    Rows(Part),
}

/// What gives up its room, in this order: what can be read elsewhere goes first.
const CUTS: [Cut<What>; 17] = [
    Cut::Shrink(What::Rows(Part::Recent), 2),
    Cut::Shrink(What::Rows(Part::Next), 4),
    Cut::Shrink(What::Rows(Part::Note), 2),
    Cut::Drop(What::Rows(Part::Recent)),
    Cut::Gaps,
    Cut::Shrink(What::Rows(Part::Road), 2),
    Cut::Drop(What::Rows(Part::Road)),
    Cut::Drop(What::Rows(Part::Note)),
    Cut::Shrink(What::Rows(Part::Coming), 2),
    Cut::Shrink(What::Week, 1),
    Cut::Shrink(What::Greeting, 2),
    Cut::Shrink(What::Greeting, 1),
    Cut::Shrink(What::Rows(Part::Send), 2),
    Cut::Drop(What::Week),
    Cut::Drop(What::Rows(Part::Coming)),
    Cut::Drop(What::Rows(Part::Send)),
    // It names the next interview with its time.
    Cut::Drop(What::Greeting),
];

/// Everything the page is drawn from.
struct Page<'a> {
    view: &'a View<'a>,
    ahead: &'a Ahead,
    rows: &'a [Row],
    at: usize,
}

/// Draws the page with line `at` marked.
pub fn draw(
    view: &View<'_>,
    area: Rect,
    ahead: &Ahead,
    rows: &[Row],
    at: usize,
    out: &mut Canvas<'_>,
) {
    let page = Page {
        view,
        ahead,
        rows,
        at,
    };
    if area.width >= TWO_COLUMNS {
        page.two_columns(area, out);
    } else {
        page.one_column(area, out);
    }
}

impl Page<'_> {
    fn one_column(&self, area: Rect, out: &mut Canvas<'_>) {
        let mut blocks = vec![Block::new(What::Greeting, self.greeting_rows(area.width))];
        blocks.extend(self.to_do(false));
        blocks.extend(self.lines(Part::Coming, false));
        blocks.extend(self.lines(Part::Recent, false));
        blocks.push(Block::new(What::Week, week::rows(self.view, false)));
        blocks.extend(self.block(Part::Road, 2));
        blocks.extend(self.block(Part::Note, 1));
        self.column(area, &blocks, out);
    }

    fn two_columns(&self, area: Rect, out: &mut Canvas<'_>) {
        self.greeting(area, out);
        let above = self.greeting_rows(area.width) + 1;
        let below = Rect {
            y: area.y + above,
            height: area.height.saturating_sub(above),
            ..area
        };
        let gap = if area.width < 110 { 4 } else { 8 };
        let right = ((area.width - gap) * 2 / 5).min(60);
        let left = Rect {
            width: area.width - gap - right,
            ..below
        };
        let right = Rect {
            x: area.right() - right,
            width: right,
            ..below
        };
        let tall = left.width < BESIDE;
        let mut blocks = self.to_do(tall);
        blocks.extend(self.lines(Part::Coming, false));
        blocks.extend(self.block(Part::Note, 4));
        self.column(left, &blocks, out);
        let mut blocks = vec![Block::new(What::Week, week::rows(self.view, true))];
        blocks.extend(self.lines(Part::Recent, false));
        // In a tall window the whole road has room.
        let road = if below.height >= TALL { 9 } else { 5 };
        blocks.extend(self.block(Part::Road, road));
        self.column(right, &blocks, out);
    }

    /// What to do and what to send, in the order of the lines.
    fn to_do(&self, tall: bool) -> Vec<Block<What>> {
        let next = self.lines(Part::Next, tall);
        let send = self.lines(Part::Send, false);
        let sends = self.rows.first().is_some_and(|r| r.part == Part::Send);
        let parts = if sends { [send, next] } else { [next, send] };
        parts.into_iter().flatten().collect()
    }

    /// A part with a heading and its lines; `tall`: each with its reason below and a free row.
    fn lines(&self, part: Part, tall: bool) -> Option<Block<What>> {
        let count = self.rows.iter().filter(|r| r.part == part).count();
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        let block = if tall {
            Block::tall(What::Rows(part), count)
        } else {
            Block::new(What::Rows(part), count + 1)
        };
        // The heading of what is next stands before the home has been read, so that nothing jumps.
        (count > 0 || part == Part::Next).then_some(block)
    }

    fn block(&self, part: Part, best: u16) -> Option<Block<What>> {
        let any = self.rows.iter().any(|r| r.part == part);
        any.then_some(Block::new(What::Rows(part), best))
    }

    fn column(&self, area: Rect, blocks: &[Block<What>], out: &mut Canvas<'_>) {
        let marked = self.rows.get(self.at).map(|r| What::Rows(r.part));
        for Placed { what, y, rows } in stack(blocks, &CUTS, area.height, marked) {
            let area = Rect {
                y: area.y + y,
                height: rows,
                ..area
            };
            match what {
                What::Greeting => self.greeting(area, out),
                What::Week => week::draw(self.view, area, out),
                What::Rows(Part::Road) => self.road(area, out),
                What::Rows(Part::Note) => self.note(area, out),
                What::Rows(part) => self.list(part, area, out),
            }
        }
    }

    fn greeting(&self, area: Rect, out: &mut Canvas<'_>) {
        let model = self.view.model;
        let knows = self.ahead.day.is_some() && model.loaded == crate::desk::model::Loaded::All;
        // In one row the fact stands alone.
        let below = u16::from(area.height > 1);
        if below > 0 || !knows {
            let hello = facts::greeting(model, self.view.now);
            out.put(area.x, area.y, &hello, area.width, Role::Ink);
        }
        if knows {
            let fact = facts::fact_with_keys(model, self.ahead, self.view.now, area.width);
            out.put(area.x, area.y + below, &fact, area.width, Role::Ink);
            let rest = Rect {
                y: area.y + 2,
                height: area.height.saturating_sub(2),
                ..area
            };
            prose::draw_lines(out, rest, &self.to_know(area.width), Role::Ink);
        }
    }

    /// What one has to know about an interview that is near, as far as it has room here.
    fn to_know(&self, width: u16) -> Vec<String> {
        let mut lines = prose::wrap(
            &facts::to_know(self.view.model, self.ahead, self.view.now.date()),
            width,
        );
        lines.retain(|line| !line.is_empty());
        lines.truncate(KNOW);
        lines
    }

    fn greeting_rows(&self, width: u16) -> u16 {
        2 + u16::try_from(self.to_know(width).len()).unwrap_or(0)
    }

    /// Heading and lines of a part; the first ones, or those around the mark, where not all of them fit.
    fn list(&self, part: Part, area: Rect, out: &mut Canvas<'_>) {
        let all: Vec<(usize, &Row)> = (self.rows.iter().enumerate())
            .filter(|(_, r)| r.part == part)
            .collect();
        let count = u16::try_from(all.len()).unwrap_or(u16::MAX);
        let room = area.height.saturating_sub(1);
        let (height, gap) = match part {
            Part::Next if count > 0 && area.width < BESIDE && area.width >= 50 => (
                1 + u16::from(room >= 2 * count),
                u16::from(room + 1 >= 3 * count),
            ),
            _ => (1, 0),
        };
        let marked = all.iter().position(|(i, _)| *i == self.at);
        let cursor = Cursor {
            at: marked.unwrap_or(0),
        };
        let (from, to) = cursor.window(all.len(), usize::from(room / height));
        self.title(part, all.len() - (to - from), area, out);
        let ys = (area.y + 1..area.bottom()).step_by(usize::from(height + gap));
        for (y, (i, row)) in ys.zip(&all[from..to]) {
            let line = Rect::new(area.x, y, area.width, height);
            draw_line(row, line, self.reason(area.width), *i == self.at, out);
        }
    }

    /// Cells of the longest reason, at most three eighths of the width: the same for every part of the page.
    fn reason(&self, width: u16) -> u16 {
        let beside = self.rows.iter().filter(|r| r.part != Part::Note);
        let longest = beside.map(|r| cells(&r.fact)).max().unwrap_or(0);
        longest.clamp(REASON, (width * 3 / 8).max(REASON))
    }

    /// The heading of a part; it says how many of its lines are hidden.
    fn title(&self, part: Part, hidden: usize, area: Rect, out: &mut Canvas<'_>) {
        let (name, fact) = match part {
            Part::Next => ("Next up", self.minutes(area.width)),
            Part::Send => ("To send", String::new()),
            Part::Coming => ("Coming up", String::new()),
            _ => ("Recent answers", String::new()),
        };
        let name = match hidden {
            0 => name.to_owned(),
            n => format!("{name}, {n} more"),
        };
        heading(area, &name, &fact, out);
    }

    /// `20 minutes a day`, with an interview ahead `20 minutes a day until then`.
    fn minutes(&self, width: u16) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let model = self.view.model;
        if self.ahead.today().is_some() {
            return String::new();
        }
        if self.ahead.is_eve() {
            // A line of its own says how many there are.
            return String::new();
        }
        let minutes = words::count(model.profile.minutes_a_day.into(), "minute", "minutes");
        if self.ahead.coming.is_empty() || width < 50 {
            format!("{minutes} a day")
        } else {
            format!("{minutes} a day until then")
        }
    }

    fn marks(&self, part: Part) -> bool {
        self.rows.get(self.at).is_some_and(|r| r.part == part)
    }

    fn road(&self, area: Rect, out: &mut Canvas<'_>) {
        if let Some(a) = rows::nearest(self.view.model, self.ahead.soonest()) {
            road::draw(self.view, area, a, self.marks(Part::Road), out);
        }
    }

    /// The newest entry: one line, or a heading and its first lines.
    fn note(&self, area: Rect, out: &mut Canvas<'_>) {
        let Some(row) = self.rows.iter().find(|r| r.part == Part::Note) else {
            return;
        };
        let marked = self.marks(Part::Note);
        let role = if marked { Role::Mark } else { Role::Ink };
        let head = format!("Last note, {}", row.fact);
        if area.height < 2 {
            if marked {
                out.focus(area.x, area.y, 1);
            }
            let text = if row.text.is_empty() {
                head
            } else {
                format!("{head}: {}", row.text)
            };
            out.put(area.x, area.y, &text, area.width, role);
            return;
        }
        out.put(area.x, area.y, &head, area.width, Role::Dim);
        let text = Rect {
            y: area.y + 1,
            height: area.height - 1,
            ..area
        };
        let used = prose::draw(out, text, &row.text, role);
        if marked {
            out.focus(text.x, text.y, used);
        }
    }
}

/// The text of a line, where it is long in both rows, and its reason in the second one.
fn draw_two_rows(row: &Row, area: Rect, room: u16, role: Role, out: &mut Canvas<'_>) {
    let second = area.y + 1;
    let lines = prose::wrap(&row.text, room);
    let [first, rest @ ..] = lines.as_slice() else {
        return;
    };
    out.put(area.x, area.y, first, room, role);
    if rest.is_empty() {
        out.put(area.x, second, &row.fact, area.width, Role::Dim);
        return;
    }
    let rest = rest.join(" ");
    let both = cells(&rest) + 2 + cells(&row.fact) <= area.width;
    let fact = if both { row.fact.as_str() } else { "" };
    let used = out.put_right(area.right(), second, fact, area.width / 2, Role::Dim);
    out.put(
        area.x,
        second,
        &rest,
        area.width.saturating_sub(used + 2),
        role,
    );
}

/// Cells of the reason of a line: those of the column, unless words or reason are whole only with others.
fn whole_reason(row: &Row, width: u16, column: u16) -> u16 {
    let middle = match cells(&row.middle) {
        0 => 0,
        used => used + 2,
    };
    let (text, fact) = (cells(&row.text), cells(&row.fact));
    let left = width.saturating_sub(middle + 2);
    if fact <= column && text + column <= left {
        column
    } else {
        left.saturating_sub(text).max(column).min(fact)
    }
}

/// One line: what, how long or how well, and why, as far as there is room; in two rows the reason lies below.
fn draw_line(row: &Row, area: Rect, reason: u16, marked: bool, out: &mut Canvas<'_>) {
    if marked {
        out.focus(area.x, area.y, area.height);
    }
    let role = if marked { Role::Mark } else { Role::Ink };
    let beside = area.width >= BESIDE;
    let mut right = area.right();
    if beside {
        let reason = whole_reason(row, area.width, reason);
        out.put_right(right, area.y, &row.fact, reason, Role::Ink);
        right -= reason + 2;
    } else if row.middle.is_empty() && area.height < 2 {
        let fact = match row.part {
            // The day and the hour of an interview are never left out.
            Part::Coming => row.fact.split(", ").next().unwrap_or_default(),
            _ => words::fact_beside(&row.text, &row.fact, area.width),
        };
        let used = out.put_right(right, area.y, fact, area.width, Role::Dim);
        right -= used + u16::from(used > 0) * 2;
    }
    if !row.middle.is_empty() {
        right -= out.put_right(right, area.y, &row.middle, MINUTES, Role::Ink) + 2;
    }
    let room = right.saturating_sub(area.x);
    if area.height > 1 {
        return draw_two_rows(row, area, room, role, out);
    }
    out.put(area.x, area.y, &row.text, room, role);
}

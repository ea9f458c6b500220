//! The page: a line for each competency, what was expected, the week, and how other looks compare.

use ratatui::layout::Rect;

use super::lines::{Span, Summary};
use super::list::{self, List};
use super::{expected, wording};
use crate::desk::View;
use crate::domain::level::Level;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::{ONE_LIST, week};
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;
use crate::widgets::stack::{Block, Cut, Placed, stack};
use crate::widgets::{Canvas, prose};

/// From this width of the page on the lower half has two columns.
const WIDE: u16 = 92;

/// Everything the page is drawn from.
pub struct Page<'a> {
    /// Model, look and time.
    pub view: &'a View<'a>,
    /// What is shown.
    pub summary: &'a Summary,
    /// The marked one.
    pub at: Cursor,
    /// How far back.
    pub span: Span,
    /// Figures instead of dots.
    pub table: bool,
}

/// Everything that can stand on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Totals,
    Lines,
    Expected,
    Week,
    Eyes,
    /// Expectation beside the week.
    Both,
    Legend,
}

/// What gives up its room, in this order.
const CUTS: [Cut<What>; 11] = [
    Cut::Shrink(What::Lines, 9),
    Cut::Drop(What::Legend),
    Cut::Shrink(What::Week, 1),
    Cut::Shrink(What::Both, expected::ROWS),
    Cut::Shrink(What::Lines, 7),
    Cut::Gaps,
    Cut::Drop(What::Eyes),
    Cut::Shrink(What::Expected, 1),
    Cut::Shrink(What::Lines, 5),
    Cut::Drop(What::Both),
    Cut::Drop(What::Expected),
];

impl Page<'_> {
    /// Draws the page.
    pub fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        let lines = u16::try_from(self.summary.lines.len()).unwrap_or(u16::MAX);
        let mut blocks = vec![
            Block::new(What::Totals, 1),
            Block::new(What::Lines, lines.saturating_add(1).max(2)),
        ];
        let eyes = u16::try_from(self.summary.looks.len()).unwrap_or(0);
        if area.width >= WIDE {
            blocks.push(Block::new(What::Both, expected::GRID));
        } else {
            blocks.push(Block::new(What::Expected, expected::ROWS));
            blocks.push(Block::new(What::Week, week::rows(self.view, false)));
        }
        if eyes > 0 {
            blocks.push(Block::new(What::Eyes, eyes));
        }
        if area.width >= list::WIDE {
            blocks.push(Block::new(What::Legend, 1));
        }
        for Placed { what, y, rows } in stack(&blocks, &CUTS, area.height, None) {
            let area = Rect {
                y: area.y + y,
                height: rows,
                ..area
            };
            match what {
                What::Totals => self.totals(area, out),
                What::Lines => self.list(area, out),
                What::Expected => self.expected(area, out),
                What::Week => week::draw(self.view, area, out),
                What::Eyes => self.draw_eyes(area, out),
                What::Both => self.both(area, out),
                What::Legend => legend(area, out),
            }
        }
    }

    fn totals(&self, area: Rect, out: &mut Canvas<'_>) {
        let kept = self.summary.kept;
        let window = match kept.total() {
            0 => String::new(),
            n => format!("{} of {n} within the target time", kept.inside),
        };
        let words = wording::totals(self.summary.totals, area.width < 40);
        let used = out.put(area.x, area.y, &words, area.width, Role::Ink);
        let room = area.width.saturating_sub(used + 2);
        if cells(&window) <= room {
            out.put_right(area.right(), area.y, &window, room, Role::Ink);
        }
    }

    fn both(&self, area: Rect, out: &mut Canvas<'_>) {
        let gap = 8;
        let right = (area.width - gap) * 2 / 5;
        let left = Rect {
            width: area.width - gap - right,
            ..area
        };
        let right = Rect {
            x: area.right() - right,
            width: right,
            ..area
        };
        week::draw(self.view, right, out);
        self.expected(left, out);
    }

    fn expected(&self, area: Rect, out: &mut Canvas<'_>) {
        expected::draw(&self.summary.expected, self.table, area, out);
    }

    fn list(&self, area: Rect, out: &mut Canvas<'_>) {
        if self.summary.lines.is_empty() {
            let days = self.span.days();
            let what = match self.summary.totals.answers {
                0 => "No rated answers",
                _ => "No rated answers that tell of a competency",
            };
            let words = format!("{what} in the last {days} days.");
            out.put(area.x, area.y, &words, area.width, Role::Ink);
            return;
        }
        let list = List {
            lines: &self.summary.lines,
            at: self.at,
            table: self.table,
        };
        let width = area.width.min(ONE_LIST);
        list.draw(Rect { width, ..area }, out);
    }

    fn draw_eyes(&self, area: Rect, out: &mut Canvas<'_>) {
        for (y, (name, eyes)) in (area.y..area.bottom()).zip(&self.summary.looks) {
            out.put(area.x, y, name, 13, Role::Ink);
            let room = area.width.saturating_sub(15);
            out.put(area.x + 15, y, &wording::eyes(*eyes), room, Role::Ink);
        }
    }
}

/// What the four heights mean.
fn legend(area: Rect, out: &mut Canvas<'_>) {
    let levels = Level::ALL.iter().zip(out.look().glyphs.heights);
    let parts: Vec<String> = levels.map(|(l, h)| format!("{h} {}", l.word())).collect();
    out.put(area.x, area.y, &parts.join("   "), area.width, Role::Dim);
}

/// The page before the first rated answer.
pub fn draw_empty(view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
    out.focus(area.x, area.y, 1);
    out.put(
        area.x,
        area.y,
        "Nothing rated yet.",
        area.width,
        Role::Strong,
    );
    let drill = view.key(Context::Progress, Command::Practice);
    let today = view.key(Context::Progress, Command::Today);
    let text = format!(
        "Rated answers become dots here, one line a competency. {drill} sets up a drill, {today} leads to the \
         five-minute mock."
    );
    let more = "From four answers on a line says how most of them went. There is never a score.";
    let below = |used: u16| Rect {
        y: area.y + 2 + used,
        height: area.height.saturating_sub(2 + used),
        ..area
    };
    let used = prose::draw(out, below(0), &text, Role::Ink) + 1;
    if area.height > 2 + used + 1 {
        prose::draw(out, below(used), more, Role::Ink);
    }
}

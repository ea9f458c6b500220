//! The lines: counts by level, levels from old to new, and how it usually goes.

use ratatui::layout::Rect;

use super::figure;
use super::lines::Line;
use super::wording::{self, standings};
use crate::domain::level::Level;
use crate::domain::progress::{CARRY, State};
use crate::look::Role;
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, chart};

/// From this width on a line shows its levels from old to new.
pub const WIDE: u16 = 106;

/// From this width on columns are set wider.
const ROOMY: u16 = 86;

/// Below this width a line has no room for dots.
const BARE: u16 = 62;

/// The place of the shortest words, which need their heading.
const SHORTEST: usize = 2;

/// What stands above words that do without it, the longest first.
const HEADS: [&str; 2] = ["Solid or Strong lately", CARRY];

/// Columns of the lines, in cells from the left.
#[derive(Clone, Copy)]
struct Columns {
    /// Cells of the name.
    name: u16,
    /// Where each level begins, lowest first, and where the last one ends; `None` where there is no room.
    levels: Option<[u16; 5]>,
    /// Where the levels from old to new begin.
    trend: Option<u16>,
}

impl Columns {
    const fn of(width: u16) -> Self {
        let (name, levels, trend) = match width {
            WIDE.. => (22, Some([22, 31, 40, 49, 58]), Some(60)),
            ROOMY.. => (22, Some([22, 31, 40, 49, 58]), None),
            68.. => (17, Some([17, 25, 33, 41, 49]), None),
            BARE.. => (15, Some([15, 23, 30, 37, 44]), None),
            _ => (16, None, None),
        };
        Self {
            name,
            levels,
            trend,
        }
    }

    /// Where the words begin.
    const fn end(self) -> u16 {
        match (self.trend, self.levels) {
            (Some(at), _) => at + 18,
            (None, Some([.., end])) => end,
            (None, None) => self.name,
        }
    }
}

/// The lines with one marked.
pub struct List<'a> {
    /// Competencies.
    pub lines: &'a [Line],
    /// The marked one.
    pub at: Cursor,
    /// Figures instead of dots.
    pub table: bool,
}

impl List<'_> {
    /// Draws the names of the columns, and as many lines as fit around the mark.
    pub fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        let columns = Columns::of(area.width);
        let said = self.said(room(area, columns));
        self.head(area, columns, said, out);
        let room = area.height.saturating_sub(1);
        let all = self.lines.len();
        let hidden = all > usize::from(room);
        let rows = usize::from(room.saturating_sub(u16::from(hidden)));
        let (from, to) = self.at.window(all, rows);
        for (y, i) in (area.y + 1..).zip(from..to) {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            self.line(&self.lines[i], row, (columns, said), i == self.at.at, out);
        }
        if hidden {
            let words = match (from, all - to) {
                (above, 0) => format!("{above} more above"),
                (_, below) => format!("{below} more below"),
            };
            out.put(area.x, area.bottom() - 1, &words, area.width, Role::Dim);
        }
    }

    fn line(
        &self,
        line: &Line,
        row: Rect,
        (columns, said): (Columns, usize),
        marked: bool,
        out: &mut Canvas<'_>,
    ) {
        if marked {
            out.focus(row.x, row.y, 1);
        }
        let role = if marked { Role::Mark } else { Role::Ink };
        out.put(row.x, row.y, &line.title, columns.name - 1, role);
        if let Some(levels) = columns.levels {
            for (pair, count) in levels.windows(2).zip(line.counts) {
                let at = (row.x + pair[0], row.y);
                figure::draw(count, self.table, at, pair[1] - pair[0], out);
            }
        }
        if let Some(at) = columns.trend {
            // Oldest first, as one reads.
            let levels: Vec<usize> = line.tally.levels.iter().rev().map(|l| l.step()).collect();
            let text = chart::heights(&levels, out.look().glyphs);
            out.put(row.x + at, row.y, &text, 16, Role::Accent);
        }
        let room = room(row, columns);
        let early = line.tally.state() == State::TooEarly;
        let said = if early { 0 } else { said };
        let mut forms: Vec<String> = standings(line).into_iter().skip(said).collect();
        if early && columns.levels.is_none() {
            forms.splice(0..0, wording::few(line));
        }
        let fits = forms.iter().find(|w| !w.is_empty() && cells(w) <= room);
        let words = match fits.or(forms.last()) {
            _ if self.bare_table(columns) => line.counts.map(|n| n.to_string()).join("  "),
            words => words.cloned().unwrap_or_default(),
        };
        out.put_right(row.right(), row.y, &words, room, Role::Ink);
    }

    /// How short the words of all lines are, so that each says how it stands in the same way.
    fn said(&self, room: u16) -> usize {
        let told = self
            .lines
            .iter()
            .filter(|l| l.tally.state() != State::TooEarly);
        let fits = |line: &Line, at: usize| cells(&standings(line)[at]) <= room;
        let shorter = |line: &Line| (0..SHORTEST).find(|at| fits(line, *at));
        told.map(|line| shorter(line).unwrap_or(SHORTEST))
            .max()
            .unwrap_or(0)
    }

    /// Whether four figures stand in the place of the words, because there is no room for columns.
    const fn bare_table(&self, columns: Columns) -> bool {
        self.table && columns.levels.is_none()
    }

    /// The names of the columns.
    fn head(&self, area: Rect, columns: Columns, said: usize, out: &mut Canvas<'_>) {
        for (x, level) in columns.levels.iter().flatten().zip(Level::ALL) {
            out.put(area.x + x, area.y, level.word(), 8, Role::Dim);
        }
        if let Some(at) = columns.trend {
            out.put(area.x + at, area.y, "old to new", 16, Role::Dim);
        }
        let room = room(area, columns);
        let over_words = if self.bare_table(columns) {
            "Not yet to Strong"
        } else if said == SHORTEST {
            let fits = |head: &&str| cells(head) <= room;
            HEADS.into_iter().find(fits).unwrap_or(CARRY)
        } else {
            ""
        };
        out.put_right(area.right(), area.y, over_words, room, Role::Dim);
    }
}

/// Cells for the words at the right.
const fn room(row: Rect, columns: Columns) -> u16 {
    row.width.saturating_sub(columns.end() + 1)
}

//! Lines that can be ticked and that scroll with the marked one: the points and the flags of a rating, a checklist.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::domain::practice::record::Mark;
use crate::domain::practice::sitting::Sitting;
use crate::look::Role;
use crate::widgets::{Canvas, prose, roll};

/// Cells of a mark with its word; on a narrow screen of the mark alone.
const fn mark_width(width: u16) -> u16 {
    if width < 60 { 4 } else { 14 }
}

/// Lines of a sentence at most: it is read before it becomes a proof.
pub const LINES: u16 = 3;

/// Below this width a sentence mostly takes all of them.
pub const NARROW: u16 = 60;

/// A line of the list.
#[derive(Debug, Clone, Default)]
pub struct Line {
    mark: String,
    text: String,
    role: Role,
    note: &'static str,
    /// Cells kept free for marks; none before a heading.
    lead: u16,
}

/// Points and flags as lines, each part under its heading.
pub struct List {
    /// All of them.
    pub lines: Vec<Line>,
    /// The lines of the marked row.
    pub marked: Range<usize>,
    /// The same, with the heading above the first row of a part.
    headed: Range<usize>,
    /// The air around the headings.
    pub air: Air,
}

/// How much air there is around the headings of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Air {
    /// A free row above and below each.
    Roomy,
    /// One above each: what belongs to it follows at once.
    Above,
    /// None.
    Tight,
}

impl List {
    const fn empty(air: Air) -> Self {
        Self {
            lines: Vec::new(),
            marked: 0..0,
            headed: 0..0,
            air,
        }
    }

    /// The lines of a checklist, each row ticked or not, the row `at` marked.
    pub fn ticks<'a>(rows: impl Iterator<Item = (bool, &'a str)>, at: usize, width: u16) -> Self {
        let mut list = Self::empty(Air::Tight);
        for (n, (ticked, text)) in rows.enumerate() {
            let start = list.lines.len();
            let sign = if ticked { "[x]" } else { "[ ]" };
            list.row((4, sign.to_owned(), text), n == at, width);
            if n == at {
                list.marked = start..list.lines.len();
                list.headed = list.marked.clone();
            } else if ticked {
                list.lines[start..]
                    .iter_mut()
                    .for_each(|line| line.role = Role::Dim);
            }
        }
        list
    }

    /// Rows of everything in a rating: what stands above, the rows, and the sentence below that proves the marked one.
    pub fn needed(&self, above: [u16; 2], width: u16) -> u16 {
        // The same for every point, so that nothing jumps from one to the next.
        let sentence = if width < NARROW { 1 + LINES } else { LINES };
        let lines = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let gap = u16::from(self.air != Air::Tight);
        [above[0], above[1], gap, sentence]
            .into_iter()
            .fold(lines, u16::saturating_add)
    }

    /// The lines of the rating in hand, the row `at` marked.
    pub fn of(sitting: &Sitting, at: usize, width: u16, air: Air) -> Self {
        let (points, flags) = (sitting.points().len(), sitting.flags().len());
        let mut list = Self::empty(air);
        // Two notes side by side on a narrow screen would both be cut.
        let note = if width < 40 {
            ""
        } else {
            "in no special order"
        };
        let parts = [
            ("What did you say?", note, 0..points),
            ("Did any of this happen?", "", points..points + flags),
        ];
        for (heading, note, rows) in parts {
            let from = list.lines.len();
            if rows.is_empty() {
                continue;
            }
            list.head(heading, note);
            for row in rows.clone() {
                let start = list.lines.len();
                list.row(marked_words(sitting, row, width), row == at, width);
                if row == at {
                    list.marked = start..list.lines.len();
                    let top = if row == rows.start { from } else { start };
                    list.headed = top..list.lines.len();
                }
            }
        }
        list
    }

    fn head(&mut self, text: &str, note: &'static str) {
        if self.air != Air::Tight && !self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        self.lines.push(Line {
            text: text.to_owned(),
            role: Role::Strong,
            note,
            ..Line::default()
        });
        if self.air == Air::Roomy {
            self.lines.push(Line::default());
        }
    }

    fn row(&mut self, (lead, mut mark, text): (u16, String, &str), marked: bool, width: u16) {
        for text in prose::wrap(text, width.saturating_sub(lead)) {
            self.lines.push(Line {
                mark: std::mem::take(&mut mark),
                text,
                role: if marked { Role::Mark } else { Role::Ink },
                note: "",
                lead,
            });
        }
    }

    /// Draws them so that the marked row is seen, with the heading above it where it is the first. `focus`: whether it
    /// is this row that keys are for.
    pub fn draw(&self, area: Rect, focus: bool, out: &mut Canvas<'_>) {
        let fits = |lines: &Range<usize>| lines.len() <= usize::from(area.height);
        let seen = if fits(&self.headed) {
            &self.headed
        } else {
            &self.marked
        };
        let from = roll::first(seen, self.lines.len(), area.height);
        let rows = (area.y..area.bottom()).zip(self.lines.iter().enumerate().skip(from));
        let mut focused = 0;
        let mut top = area.y;
        for (y, (n, line)) in rows {
            let lead = line.lead;
            let used = out.put_right(area.right(), y, line.note, area.width / 2, Role::Dim);
            out.put(area.x, y, &line.mark, lead, Role::Ink);
            let width = area.width.saturating_sub(lead + used);
            out.put(area.x + lead, y, &line.text, width, line.role);
            if self.marked.contains(&n) {
                top = if focused == 0 { y } else { top };
                focused += 1;
            }
        }
        if focus {
            out.focus(area.x, top, focused);
        }
        roll::draw_signs(out, area, from, self.lines.len());
    }
}

/// The cells of the mark of a row, the mark with its word where there is room, and the text.
fn marked_words(sitting: &Sitting, row: usize, width: u16) -> (u16, String, &str) {
    let (mark, word, text) = row_words(sitting, row);
    let lead = mark_width(width);
    let mark = match lead {
        ..=4 => mark.to_owned(),
        _ => format!("{mark} {word}"),
    };
    (lead, mark, text)
}

/// The mark, its word, and the text of a row.
fn row_words(sitting: &Sitting, row: usize) -> (&'static str, &'static str, &str) {
    let (points, flags) = (sitting.points(), sitting.flags());
    match (points.get(row), flags.get(row.saturating_sub(points.len()))) {
        (Some(p), _) => match p.mark {
            Mark::Hit => ("[x]", "said", p.text),
            Mark::Half => ("[~]", "half", p.text),
            Mark::Missed => ("[ ]", "not said", p.text),
        },
        (None, Some(flag)) if flag.seen => ("[x]", "yes", flag.text),
        (None, Some(flag)) => ("[ ]", "no", flag.text),
        (None, None) => ("", "", ""),
    }
}

//! A part of the sheet on the page: its rows wrapped to a width, and one of them in full.

use ratatui::layout::Rect;

use super::parts::{LABEL, Part, Row};
use crate::look::Role;
use crate::widgets::canvas::cells;
use crate::widgets::{Canvas, frame, prose, roll};

/// The rows of a part, wrapped to a width.
pub struct Laid {
    rows: Vec<Vec<(String, Role)>>,
}

/// From this width on two parts stand side by side.
const TWO: u16 = 100;

/// Cells of a tick with its space.
const TICK: u16 = 4;

impl Laid {
    /// Wraps a part.
    pub fn of(part: &Part, width: u16) -> Self {
        let indent = |row: &Row| if row.ticked.is_some() { TICK } else { 0 };
        let lines = |row: &Row| {
            let hang = if row.voice.is_some() { LABEL } else { 2 };
            let hang = if row.ticked.is_some() { 0 } else { hang };
            let width = width.saturating_sub(indent(row) + beside(row));
            let text = prose::hang(&row.text, width, hang);
            let under = width.saturating_sub(u16::try_from(hang).unwrap_or(0));
            let plainly = prose::wrap(&row.plainly, under).into_iter();
            let plainly = plainly.map(|line| (format!("{:hang$}{line}", ""), Role::Dim));
            let text = text.into_iter().map(|line| (line, Role::Ink));
            text.chain(plainly.filter(|(line, _)| !line.trim().is_empty()))
                .collect()
        };
        Self {
            rows: part.rows.iter().map(lines).collect(),
        }
    }

    /// Lines of all rows.
    pub fn height(&self) -> u16 {
        self.rows
            .iter()
            .map(|r| u16::try_from(r.len()).unwrap_or(1))
            .sum()
    }

    /// Lines before a row, and lines of it.
    pub fn place(&self, row: usize) -> (u16, u16) {
        let lines = |rows: &[Vec<(String, Role)>]| {
            u16::try_from(rows.iter().map(Vec::len).sum::<usize>()).unwrap_or(0)
        };
        let row = row.min(self.rows.len());
        (
            lines(&self.rows[..row]),
            self.rows
                .get(row)
                .map_or(1, |r| u16::try_from(r.len()).unwrap_or(1)),
        )
    }

    /// Draws the part from a line on.
    pub fn draw(
        &self,
        part: &Part,
        (top, skip): (u16, u16),
        area: Rect,
        marked: Option<usize>,
        out: &mut Canvas<'_>,
    ) {
        let place =
            |line: u16| (line >= skip && line - skip < area.height).then(|| area.y + line - skip);
        if let Some(y) = place(top) {
            let used = out.put_right(area.right(), y, &part.fact, area.width / 2, Role::Dim);
            out.put(
                area.x,
                y,
                &part.title,
                area.width.saturating_sub(used + 1),
                Role::Strong,
            );
        }
        let mut line = top + 1;
        for (i, (row, lines)) in part.rows.iter().zip(&self.rows).enumerate() {
            let is_marked = marked == Some(i);
            let indent = if row.ticked.is_some() { TICK } else { 0 };
            for (n, (text, usual)) in lines.iter().enumerate() {
                if let Some(y) = place(line) {
                    if n == 0
                        && let Some(ticked) = row.ticked
                    {
                        out.put(area.x, y, if ticked { "[x]" } else { "[ ]" }, 3, Role::Ink);
                    }
                    if is_marked && n == 0 {
                        let height = u16::try_from(lines.len())
                            .unwrap_or(1)
                            .min(area.bottom() - y);
                        out.focus(area.x, y, height);
                    }
                    let role = if is_marked && *usual == Role::Ink {
                        Role::Mark
                    } else {
                        *usual
                    };
                    if n == 0 {
                        out.put_right(area.right(), y, &minutes(row), area.width / 2, Role::Dim);
                    }
                    let room = area.width.saturating_sub(indent + beside(row));
                    out.put(area.x + indent, y, text, room, role);
                }
                line += 1;
            }
        }
    }
}

/// How long a step takes, beside it.
fn minutes(row: &Row) -> String {
    match row.minutes {
        0 => String::new(),
        minutes => format!("{minutes} min"),
    }
}

/// Cells of that, with its gap.
fn beside(row: &Row) -> u16 {
    match cells(&minutes(row)) {
        0 => 0,
        used => used + 2,
    }
}

/// Lays the parts out in one or two columns and shows the piece around the mark, a row of a part.
pub fn draw_parts(parts: &[Part], (part, row): (usize, usize), area: Rect, out: &mut Canvas<'_>) {
    let columns: u16 = if area.width >= TWO { 2 } else { 1 };
    let gap = 3;
    let width = area.width.saturating_sub(gap * (columns - 1)) / columns;
    let laid: Vec<Laid> = parts.iter().map(|p| Laid::of(p, width)).collect();
    let mut tops = Vec::new();
    let mut total = 0;
    for pair in laid.chunks(usize::from(columns)) {
        tops.extend(pair.iter().map(|_| total));
        total += pair.iter().map(Laid::height).max().unwrap_or(0) + 2;
    }
    let top = tops.get(part).copied().unwrap_or(0);
    let (before, own) = laid.get(part).map_or((0, 1), |l| l.place(row));
    // The mark keeps to the middle, so that what stands above and below it stays in sight.
    let lines = total.saturating_sub(1);
    let from = usize::from(top + 1 + before);
    let marked = from..from + usize::from(own);
    let skip = roll::first(&marked, lines.into(), area.height);
    let skip = u16::try_from(skip).unwrap_or(u16::MAX);
    let marked_part = part;
    for (i, (part, top)) in parts.iter().zip(&tops).enumerate() {
        let column = u16::try_from(i).unwrap_or(0) % columns;
        let x = area.x + column * (width + gap);
        let marked = (i == marked_part).then_some(row);
        laid[i].draw(
            part,
            (*top, skip),
            Rect::new(x, area.y, width, area.height),
            marked,
            out,
        );
    }
    roll::draw_signs(out, area, skip.into(), lines.into());
}

/// The marked row in full, with what belongs to it.
pub fn draw_full(row: &Row, area: Rect, out: &mut Canvas<'_>) {
    let width = area.width.min(70);
    let mut lines = prose::wrap(&row.text, width.saturating_sub(8));
    for more in &row.more {
        lines.push(String::new());
        lines.extend(prose::wrap(more, width.saturating_sub(8)));
    }
    let height = u16::try_from(lines.len()).unwrap_or(10) + 4;
    let inside = frame::float(out, area, width, height);
    let text = Rect {
        y: inside.y + 1,
        height: inside.height.saturating_sub(1),
        ..inside
    };
    out.focus(text.x, text.y, 1);
    prose::draw_lines(out, text, &lines, Role::Ink);
}

//! The days on the screen: a heading for each day, its steps below it.

use ratatui::layout::Rect;

use super::lines::{Line, Of};
use crate::look::Role;
use crate::widgets::{Canvas, prose, roll};

/// Cells of a tick with its space, and of the minutes.
const TICK: u16 = 4;
const FACT: u16 = 17;

/// One row of the page.
struct Row<'a> {
    line: Option<(usize, &'a Line)>,
    text: String,
    /// Whether it is the first of its line.
    first: bool,
}

/// Draws the lines with one of them marked.
pub fn draw(lines: &[Line], marked: usize, area: Rect, out: &mut Canvas<'_>) {
    let airy = rows(lines, area.width, true);
    let rows = if airy.len() <= usize::from(area.height) {
        airy
    } else {
        rows(lines, area.width, false)
    };
    let is_marked = |row: &Row<'_>| row.line.is_some_and(|(at, _)| at == marked);
    let first = rows.iter().position(is_marked).unwrap_or(0);
    let last = rows.iter().rposition(is_marked).unwrap_or(first);
    let from = roll::first(&(first..last + 1), rows.len(), area.height);
    roll::draw_signs(out, area, from, rows.len());
    for (y, (at, row)) in (area.y..area.bottom()).zip(rows.iter().enumerate().skip(from)) {
        let Some((n, line)) = row.line else { continue };
        let here = n == marked;
        if here && at == first.max(from) {
            let height = u16::try_from(last + 1 - at).unwrap_or(1);
            out.focus(area.x, y, height.min(area.bottom() - y));
        }
        draw_row(
            row,
            line,
            here,
            Rect {
                y,
                height: 1,
                ..area
            },
            out,
        );
    }
}

fn draw_row(row: &Row<'_>, line: &Line, marked: bool, area: Rect, out: &mut Canvas<'_>) {
    let role = match &line.of {
        _ if marked => Role::Mark,
        Of::Day(_) => Role::Strong,
        Of::Step(step) if step.done.is_some() => Role::Dim,
        Of::Step(_) => Role::Ink,
        Of::LeftOut | Of::Words => Role::Dim,
    };
    let indent = indent(line);
    if row.first {
        out.put(area.x, area.y, line.tick(), TICK, Role::Ink);
        out.put_right(area.right(), area.y, &line.fact, FACT, Role::Dim);
    }
    out.put(
        area.x + indent,
        area.y,
        &row.text,
        area.width - indent,
        role,
    );
}

const fn indent(line: &Line) -> u16 {
    match line.of {
        Of::Step(_) => TICK,
        Of::Day(_) | Of::LeftOut | Of::Words => 0,
    }
}

/// The lines wrapped; `airy`: with a free row before each day.
fn rows(lines: &[Line], width: u16, airy: bool) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut after_step = false;
    for (at, line) in lines.iter().enumerate() {
        let step = matches!(line.of, Of::Step(_));
        if airy && !step && at > 0 && (after_step || matches!(line.of, Of::Day(_))) {
            rows.push(Row {
                line: None,
                text: String::new(),
                first: false,
            });
        }
        after_step = step;
        let fact = u16::try_from(line.fact.chars().count()).unwrap_or(FACT);
        let beside = if fact > 0 { fact + 2 } else { 0 };
        let room = width.saturating_sub(indent(line) + beside);
        for (n, text) in prose::hang(&line.text, room, 0).into_iter().enumerate() {
            rows.push(Row {
                line: Some((at, line)),
                text,
                first: n == 0,
            });
        }
    }
    rows
}

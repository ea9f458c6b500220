//! The card on the screen: the word of a part at the left, or above it where there is little room.

use ratatui::layout::Rect;

use crate::desk::Model;
use crate::domain::card::{Line, Part};
use crate::look::Role;
use crate::panes::words::hide_names;
use crate::widgets::{Canvas, prose, roll};

/// From this width on the word of a part stands beside it.
const BESIDE: u16 = 56;

/// Cells of that word, with what is free behind it.
const LABEL: u16 = 13;

/// Parts with a free row before them: all that is said, where there is room, else only what is said first and what follows.
const APART: [&[Part]; 2] = [
    &[
        Part::Wanted,
        Part::First,
        Part::Numbers,
        Part::Told,
        Part::Ready,
        Part::Ask,
        Part::Yourself,
        Part::Bring,
    ],
    &[Part::First, Part::Ask],
];

/// One row of the page.
struct Row {
    label: &'static str,
    text: String,
    role: Role,
    /// The line of the card that it is of.
    of: Option<usize>,
}

impl Row {
    fn free() -> Self {
        Self {
            label: "",
            text: String::new(),
            role: Role::Ink,
            of: None,
        }
    }
}

/// Draws it with a line marked; `hint` stands below.
pub fn draw(
    model: &Model,
    lines: &[Line],
    marked: usize,
    hint: &str,
    area: Rect,
    out: &mut Canvas<'_>,
) {
    let beside = area.width >= BESIDE;
    let laid = |free: &[Part]| {
        let mut rows = rows(model, lines, (area.width, beside), free);
        rows.extend(hint_rows(hint, area.width));
        rows
    };
    let fits = |rows: &Vec<Row>| rows.len() <= usize::from(area.height);
    let airy = APART.into_iter().map(laid).find(fits);
    let rows = airy.unwrap_or_else(|| laid(&[]));
    let first = rows.iter().position(|row| row.of == Some(marked));
    let last = rows.iter().rposition(|row| row.of == Some(marked));
    let range = first.unwrap_or(0)..last.map_or(0, |last| last + 1);
    let from = roll::first(&range, rows.len(), area.height);
    roll::draw_signs(out, area, from, rows.len());
    let indent = if beside { LABEL } else { 0 };
    for (y, (at, row)) in (area.y..area.bottom()).zip(rows.iter().enumerate().skip(from)) {
        if row.of == Some(marked) && at == range.start.max(from) {
            let height = u16::try_from(range.end - at).unwrap_or(1);
            out.focus(area.x, y, height.min(area.bottom() - y));
        }
        out.put(area.x, y, row.label, LABEL, Role::Dim);
        let role = if row.of == Some(marked) {
            Role::Mark
        } else {
            row.role
        };
        // A hint has the whole width.
        let indent = if row.of.is_some() { indent } else { 0 };
        out.put(area.x + indent, y, &row.text, area.width - indent, role);
    }
}

/// The rows of the card, with a free one before each of some parts.
fn rows(model: &Model, lines: &[Line], (width, beside): (u16, bool), free: &[Part]) -> Vec<Row> {
    let room = if beside { width - LABEL } else { width };
    let mut rows = Vec::new();
    let mut before = None;
    for (at, line) in lines.iter().enumerate() {
        let begins = before != Some(line.part);
        if begins && before.is_some() && free.contains(&line.part) {
            rows.push(Row::free());
        }
        let title = line.part.title();
        if begins && !beside {
            rows.push(Row {
                label: title,
                ..Row::free()
            });
        }
        let words = hide_names(model, &line.told());
        for (n, text) in prose::hang(&words, room, 2).into_iter().enumerate() {
            rows.push(Row {
                label: if begins && beside && n == 0 {
                    title
                } else {
                    ""
                },
                text,
                role: if line.is_open() { Role::Dim } else { Role::Ink },
                of: Some(at),
            });
        }
        before = Some(line.part);
    }
    rows
}

fn hint_rows(hint: &str, width: u16) -> Vec<Row> {
    if hint.is_empty() {
        return Vec::new();
    }
    let words = prose::wrap(hint, width).into_iter().map(|text| Row {
        text,
        role: Role::Dim,
        ..Row::free()
    });
    std::iter::once(Row::free()).chain(words).collect()
}

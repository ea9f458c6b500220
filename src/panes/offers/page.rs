//! The page itself: what matters as rows, the offers as columns, and below them in words what comes of it.

use ratatui::layout::Rect;

use super::lines::{Board, Column, cell, mark_first};
use crate::desk::Model;
use crate::domain::journey::Mark;
use crate::domain::offers::Row;
use crate::look::Role;
use crate::panes::words::hide_names;
use crate::widgets::{Canvas, prose, roll};

/// Cells of what matters at the left, in little room and in much, and of a column at least, with the gap behind it.
const LABEL: (u16, u16) = (18, 24);
const COLUMN: u16 = 19;
const GAP: u16 = 2;

/// From this width on there is much room.
const ROOMY: u16 = 90;

/// Widest column: a wider one says nothing more.
const WIDEST: u16 = 44;

/// Below this width one offer is shown at a time.
const SIDE_BY_SIDE: u16 = 64;

/// Rows of a cell, at most.
const TALL: usize = 3;

/// Below this height no line is left free.
const LOW: u16 = 12;

/// Where the mark stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// Row, counted on through the lines below the table.
    pub row: usize,
    /// Column.
    pub column: usize,
}

/// A piece of a line: where it begins, how wide it may be, and how it looks.
struct Piece {
    x: u16,
    width: u16,
    text: String,
    role: Role,
}

/// One line of the page, and the row that it is of.
struct Line {
    pieces: Vec<Piece>,
    of: Option<usize>,
}

impl Line {
    fn whole(text: String, width: u16, role: Role, of: Option<usize>) -> Self {
        let piece = Piece {
            x: 0,
            width,
            text,
            role,
        };
        let pieces = vec![piece];
        Self { pieces, of }
    }
}

/// Cells of what matters at a width.
const fn label(width: u16) -> u16 {
    if width < ROOMY { LABEL.0 } else { LABEL.1 }
}

/// The columns that are in sight at a width, the marked one among them, and how wide each is.
fn in_sight(count: usize, marked: usize, width: u16) -> (std::ops::Range<usize>, u16) {
    if count == 0 {
        return (0..0, 0);
    }
    if width < SIDE_BY_SIDE {
        let at = marked.min(count - 1);
        return (at..at + 1, width);
    }
    let room = width.saturating_sub(label(width));
    let most = usize::from((room / COLUMN).max(1)).min(count);
    let first = marked.saturating_sub(most - 1).min(count - most);
    let each = room / u16::try_from(most).unwrap_or(1);
    (first..first + most, each.min(WIDEST))
}

/// Draws the columns with their rows, and the lines below.
pub fn draw(
    model: &Model,
    board: &Board,
    below: &[String],
    at: At,
    area: Rect,
    out: &mut Canvas<'_>,
) {
    let (seen, each) = in_sight(board.columns.len(), at.column, area.width);
    let side = area.width >= SIDE_BY_SIDE;
    let heads = heads(board, &seen, at.column, (each, side), area, out);
    let body = Rect {
        y: area.y + heads,
        height: area.height.saturating_sub(heads),
        ..area
    };
    let free = area.height >= LOW;
    let mut lines: Vec<Line> = Vec::new();
    for (n, row) in board.rows.iter().enumerate() {
        lines.extend(if side {
            table_row(model, row, (n, at), &seen, (label(body.width), each))
        } else {
            one_row(
                model,
                row,
                (n, at),
                (&board.columns, seen.start),
                body.width,
            )
        });
    }
    for (n, text) in below.iter().enumerate() {
        if n == 0 && free {
            lines.push(Line::whole(String::new(), 0, Role::Ink, None));
        }
        let of = board.rows.len() + n;
        let role = if at.row == of { Role::Mark } else { Role::Ink };
        let wrapped = prose::hang(text, body.width.min(WIDEST * 2), 2);
        let line = |text| Line::whole(text, body.width, role, Some(of));
        lines.extend(wrapped.into_iter().map(line));
    }
    draw_lines(&lines, at, (each, &seen, side), body, out);
}

/// The names of the columns and until when an answer is wanted; gives the rows used.
fn heads(
    board: &Board,
    seen: &std::ops::Range<usize>,
    marked: usize,
    (each, side): (u16, bool),
    area: Rect,
    out: &mut Canvas<'_>,
) -> u16 {
    if board.columns.is_empty() {
        return 0;
    }
    let start = if side { label(area.width) } else { 0 };
    for (n, at) in seen.clone().enumerate() {
        let column = &board.columns[at];
        let x = area.x + start + each * u16::try_from(n).unwrap_or(0);
        let room = each.saturating_sub(GAP);
        let role = if at == marked {
            Role::Mark
        } else {
            Role::Strong
        };
        let name = named(column, at, board, side);
        out.put(x, area.y, &name, room, role);
        let fact = column.facts.first().map_or("", String::as_str);
        out.put(x, area.y + 1, fact, room, Role::Dim);
    }
    if side {
        let more = board.columns.len() - seen.len();
        if more > 0 {
            let words = format!("{more} more, ← →");
            out.put(area.x, area.y, &words, label(area.width) - GAP, Role::Dim);
        }
    }
    2 + u16::from(area.height >= LOW)
}

/// The name of a column; where one is shown at a time, which of how many it is.
fn named(column: &Column, at: usize, board: &Board, side: bool) -> String {
    match board.columns.len() {
        1 => column.name.clone(),
        _ if side => column.name.clone(),
        all => format!("{} ({} of {all})", column.name, at + 1),
    }
}

/// What a cell says on the page, and how it looks: where the offers differ, it stands out.
fn said(model: &Model, row: &Row, marked: bool, column: usize, side: bool) -> (String, Role) {
    let says = row.cells.get(column).cloned().unwrap_or_default();
    let role = match says.mark {
        _ if marked => Role::Mark,
        Mark::Unknown if says.is_open() => Role::Dim,
        _ if row.differs() => Role::Ink,
        _ => Role::Dim,
    };
    let words = if side {
        mark_first(model, &says)
    } else {
        cell(model, &says)
    };
    (words, role)
}

/// The lines of one row where one offer is shown at a time.
fn one_row(
    model: &Model,
    row: &Row,
    (n, at): (usize, At),
    (columns, column): (&[Column], usize),
    width: u16,
) -> Vec<Line> {
    let marked = at.row == n;
    let (words, role) = said(model, row, marked, column, false);
    let text = format!("{}: {words}", hide_names(model, &row.about));
    let role = match role {
        Role::Ink => Role::Strong,
        role => role,
    };
    let line = |text, role| Line::whole(text, width, role, Some(n));
    let own = prose::hang(&text, width, 2).into_iter();
    let mut lines: Vec<Line> = own.map(|text| line(text, role)).collect();
    if marked {
        // What the others say of it stands below: there is no column beside it.
        let others = columns.iter().enumerate().filter(|(at, _)| *at != column);
        for (at, other) in others {
            let (words, _) = said(model, row, false, at, false);
            let text = format!("  {}: {words}", other.name);
            let wrapped = prose::hang(&text, width, 4).into_iter();
            lines.extend(wrapped.map(|text| line(text, Role::Dim)));
        }
    }
    lines
}

/// The lines of one row with the offers beside each other.
fn table_row(
    model: &Model,
    row: &Row,
    (n, at): (usize, At),
    seen: &std::ops::Range<usize>,
    (label, each): (u16, u16),
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut column = |x: u16, width: u16, text: &str, role: Role| {
        let mut wrapped = prose::wrap(text, width);
        if wrapped.len() > TALL {
            // The last one runs over and so ends in the cut sign.
            let rest = wrapped.split_off(TALL - 1).join(" ");
            wrapped.push(rest);
        }
        for (at, text) in wrapped.into_iter().enumerate() {
            if lines.len() <= at {
                let of = Some(n);
                let pieces = Vec::new();
                lines.push(Line { pieces, of });
            }
            lines[at].pieces.push(Piece {
                x,
                width,
                text,
                role,
            });
        }
    };
    let role = if row.differs() {
        Role::Strong
    } else {
        Role::Ink
    };
    column(0, label - GAP, &hide_names(model, &row.about), role);
    for (place, of) in seen.clone().enumerate() {
        let x = label + each * u16::try_from(place).unwrap_or(0);
        let marked = at.row == n && at.column == of;
        let (words, role) = said(model, row, marked, of, true);
        column(x, each.saturating_sub(GAP), &words, role);
    }
    lines
}

/// Draws as many lines as there is room for, those of the marked row among them.
fn draw_lines(
    lines: &[Line],
    at: At,
    (each, seen, side): (u16, &std::ops::Range<usize>, bool),
    area: Rect,
    out: &mut Canvas<'_>,
) {
    let is_marked = |line: &Line| line.of == Some(at.row);
    let first = lines.iter().position(is_marked).unwrap_or(0);
    let after = lines.iter().rposition(is_marked).map_or(0, |last| last + 1);
    let from = roll::first(&(first..after), lines.len(), area.height);
    roll::draw_signs(out, area, from, lines.len());
    let in_table = side && lines.get(first).is_some_and(|line| line.pieces.len() > 1);
    let column = at.column.saturating_sub(seen.start);
    let mark_x = if in_table {
        label(area.width) + each * u16::try_from(column).unwrap_or(0)
    } else {
        0
    };
    for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(from)) {
        if is_marked(line) {
            out.focus(area.x + mark_x, y, 1);
        }
        for piece in &line.pieces {
            let width = piece.width.min(area.width.saturating_sub(piece.x));
            out.put(area.x + piece.x, y, &piece.text, width, piece.role);
        }
    }
}

/// Draws words where there is no offer yet.
pub fn draw_empty(words: &[String], area: Rect, out: &mut Canvas<'_>) {
    let width = area.width.min(WIDEST * 2);
    let mut lines = Vec::new();
    for (n, paragraph) in words.iter().enumerate() {
        if n > 0 && area.height >= LOW {
            lines.push((String::new(), Role::Ink));
        }
        let wrapped = prose::wrap(paragraph, width).into_iter();
        lines.extend(wrapped.map(|line| (line, Role::Ink)));
    }
    prose::draw_page(out, area, &lines, 0);
}

/// Whether the whole of what a cell says has no room in its column.
pub fn is_cut(text: &str, columns: usize, marked: usize, width: u16) -> bool {
    let (_, each) = in_sight(columns, marked, width);
    let room = each.saturating_sub(GAP);
    width >= SIDE_BY_SIDE && prose::wrap(text, room).len() > TALL
}

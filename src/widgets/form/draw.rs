//! How a form looks: a column of labels, what stands in the fields beside them, and notes where there is room.

use ratatui::layout::Rect;

use super::{Field, Form, Value};
use crate::look::{Look, Role};
use crate::widgets::canvas::{Canvas, cells};
use crate::widgets::editor::Editor;
use crate::widgets::prose;

/// What stands between choices that are all shown.
const BETWEEN: &str = "   ";

impl Form {
    /// Draws the fields from the top of an area; those before the focus scroll away when there are too many.
    pub fn draw(&self, out: &mut Canvas<'_>, area: Rect) {
        let heights: Vec<u16> = self
            .fields
            .iter()
            .map(|f| height_of(f, area, out.look()))
            .collect();
        let mut skip = 0;
        while skip < self.at && heights[skip..=self.at].iter().sum::<u16>() > area.height {
            skip += 1;
        }
        let mut y = area.y;
        for (i, field) in self.fields.iter().enumerate().skip(skip) {
            let height = heights[i].min(area.bottom().saturating_sub(y));
            if height == 0 {
                break;
            }
            draw_field(
                out,
                Rect::new(area.x, y, area.width, height),
                field,
                i == self.at,
            );
            y += height;
        }
        if let Some(list) = &self.list {
            list.draw(out, area);
        }
    }
}

fn height_of(field: &Field, area: Rect, look: &Look) -> u16 {
    match &field.value {
        Value::Area(_) if field.rows > 0 => field.rows + 1,
        Value::Area(_) => (area.height / 2).clamp(3, 20) + 1,
        Value::Button => 2,
        Value::Line(_) => 1,
        value => {
            let room = area.width.saturating_sub(Form::label_width(area.width));
            u16::try_from(value_rows(value, look, room).len())
                .unwrap_or(1)
                .max(1)
        }
    }
}

fn draw_field(out: &mut Canvas<'_>, area: Rect, field: &Field, focus: bool) {
    let label = Form::label_width(area.width);
    let role = if focus { Role::Mark } else { Role::Ink };
    let note = if field.error.is_empty() {
        (&field.note, Role::Dim)
    } else {
        (&field.error, Role::Warn)
    };
    if let Value::Area(editor) = &field.value {
        out.put(area.x, area.y, &field.label, area.width, role);
        out.put_right(area.right(), area.y, note.0, area.width / 2, note.1);
        let inside = Rect::new(
            area.x,
            area.y + 1,
            area.width,
            area.height.saturating_sub(1),
        );
        editor.draw(out, inside, focus);
        return;
    }
    let y = if matches!(field.value, Value::Button) {
        area.bottom() - 1
    } else {
        area.y
    };
    if focus {
        out.focus(area.x, y, 1);
    }
    if matches!(field.value, Value::Button) {
        out.put(area.x, y, &field.label, area.width, role);
        out.put_right(area.right(), y, note.0, area.width / 2, note.1);
        return;
    }
    out.put(area.x, y, &field.label, label, role);
    let x = area.x + label;
    let room = area.width.saturating_sub(label);
    if let Value::Line(editor) = &field.value {
        return draw_line(out, Rect::new(x, y, room, 1), editor, note, focus);
    }
    let rows = value_rows(&field.value, out.look(), room);
    let mut used = 0;
    for (y, row) in (y..area.bottom()).zip(&rows) {
        used = out.put(x, y, row, room, role);
    }
    if rows.len() > 1 {
        return;
    }
    let left = room.saturating_sub(used + 2);
    if cells(note.0) <= left {
        out.put_right(area.right(), y, note.0, left, note.1);
    }
}

/// A line of text with its note behind it; a mistake (the role tells it) is said even where the line needs the room.
fn draw_line(
    out: &mut Canvas<'_>,
    area: Rect,
    editor: &Editor,
    note: (&String, Role),
    focus: bool,
) {
    let note_width = cells(note.0);
    let beside = area.width.saturating_sub(12);
    // A mistake is told even where it must be cut; what was typed stays in sight.
    let taken = match note_width {
        1.. if note_width <= beside => note_width + 2,
        1.. if note.1 == Role::Warn => beside,
        _ => 0,
    };
    let inside = Rect {
        width: area.width - taken,
        ..area
    };
    if focus {
        editor.draw_caret(out, inside);
    } else {
        editor.draw(out, inside, false);
    }
    let (right, room) = (area.right(), taken.saturating_sub(2));
    out.put_right(right, area.y, note.0, room, note.1);
}

/// The rows of a value: what does not fit beside its label goes on below; of several all shown each stays whole.
fn value_rows(value: &Value, look: &Look, room: u16) -> Vec<String> {
    let g = look.glyphs;
    let between = |words: &str| format!("{} {words} {}", g.value[0], g.value[1]);
    let tick = |on: bool| if on { "[x]" } else { "[ ]" };
    let text = match value {
        Value::Choice(options, at) => between(options.get(*at).map_or("", String::as_str)),
        Value::Radio(options, at) => {
            let sign = |i: usize| if i == *at { g.chosen } else { " " };
            let options = options.iter().enumerate();
            return side_by_side(options.map(|(i, o)| format!("({}) {o}", sign(i))), room);
        }
        Value::Many(options, at) => {
            let name = options.get(*at).map_or("", |o| o.0.as_str());
            between(&format!(
                "{} {name}",
                tick(options.get(*at).is_some_and(|o| o.1))
            ))
        }
        Value::Tick(words, on) => format!("{} {words}", tick(*on)),
        Value::Open(words) => words.clone(),
        Value::Line(_) | Value::Area(_) | Value::Button => String::new(),
    };
    prose::wrap(&text, room)
}

/// As many beside each other as there is room for, the others below.
fn side_by_side(options: impl Iterator<Item = String>, room: u16) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for option in options {
        match rows.last_mut() {
            Some(row) if cells(row) + cells(BETWEEN) + cells(&option) <= room => {
                row.push_str(BETWEEN);
                row.push_str(&option);
            }
            _ => rows.push(option),
        }
    }
    rows
}

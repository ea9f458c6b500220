//! How a form looks: a column of labels, what stands in the fields beside them, and notes where there is room.

use ratatui::layout::Rect;

use super::{Field, Form, Value};
use crate::look::{Look, Role};
use crate::widgets::canvas::{Canvas, cells};
use crate::widgets::editor::Editor;
use crate::widgets::prose;

/// Below this width labels stand above their fields.
pub const NARROW: u16 = 50;

/// What stands between choices that are all shown.
const BETWEEN: &str = "   ";

impl Form {
    /// Draws the fields from the top of an area; those before the focus scroll away when there are too many.
    pub fn draw(&self, out: &mut Canvas<'_>, area: Rect) {
        let parts: Vec<Parts> = (self.fields.iter())
            .map(|f| Parts::of(f, area, out.look()))
            .collect();
        let rows = |fields: &[Parts]| fields.iter().map(Parts::height).sum::<u16>();
        let mut skip = 0;
        while skip < self.at && rows(&parts[skip..=self.at]) > area.height {
            skip += 1;
        }
        let mut y = area.y;
        for (i, field) in self.fields.iter().enumerate().skip(skip) {
            let height = parts[i].height().min(area.bottom().saturating_sub(y));
            if height == 0 {
                break;
            }
            draw_field(
                out,
                Rect::new(area.x, y, area.width, height),
                field,
                &parts[i],
                i == self.at,
            );
            y += height;
        }
        if let Some(list) = &self.list {
            list.draw(out, area);
        }
    }
}

/// Where the parts of a field stand: on a narrow page its label has a row of its own, and what explains it goes below
/// that as long as nothing is filled in. A mistake has rows of its own at the end.
struct Parts {
    /// Whether the label stands above the value.
    above: bool,
    /// The note where it has no room beside anything.
    hint: Vec<String>,
    /// Rows of the value.
    rows: u16,
    error: Vec<String>,
}

impl Parts {
    fn of(field: &Field, area: Rect, look: &Look) -> Self {
        let narrow = area.width < NARROW;
        let area_rows = (area.height / 2).clamp(3, 20);
        let room = Form::value_width(area.width);
        let rows = match &field.value {
            // As many as it holds, up to half of the page: what was written is not scrolled away.
            Value::Area(e) if field.rows > 0 => {
                let held = u16::try_from(e.height(area.width)).unwrap_or(u16::MAX);
                held.clamp(field.rows, area_rows.max(field.rows))
            }
            Value::Area(_) => area_rows,
            Value::Button => 2,
            Value::Line(_) => 1,
            value => u16::try_from(value_rows(value, look, room).len())
                .unwrap_or(1)
                .max(1),
        };
        let is_area = matches!(field.value, Value::Area(_));
        let above = is_area || (narrow && !matches!(field.value, Value::Button));
        let beside = cells(&field.label) + 2 + cells(&field.note) <= area.width;
        let empty = match &field.value {
            Value::Line(e) | Value::Area(e) => e.is_blank(),
            Value::Choice(_, at) => *at == 0,
            _ => false,
        };
        let hint = if above && !beside && empty {
            prose::wrap(&field.note, area.width)
        } else {
            Vec::new()
        };
        Self {
            above,
            hint,
            rows,
            error: prose::wrap(&field.error, area.width),
        }
    }

    fn height(&self) -> u16 {
        let lines = self.hint.len() + self.error.len();
        u16::from(self.above) + self.rows + u16::try_from(lines).unwrap_or(u16::MAX)
    }
}

fn draw_field(out: &mut Canvas<'_>, area: Rect, field: &Field, parts: &Parts, focus: bool) {
    let role = if focus { Role::Mark } else { Role::Ink };
    let below = |y: u16| Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    let mut y = area.y;
    if matches!(field.value, Value::Button) {
        y = (area.y + 1).min(area.bottom() - 1);
        let used = out.put(area.x, y, &field.label, area.width, role);
        let left = area.width.saturating_sub(used + 2);
        if cells(&field.note) <= left {
            out.put_right(area.right(), y, &field.note, left, Role::Dim);
        }
        if focus {
            out.focus(area.x, y, 1);
        }
        prose::draw_lines(out, below(y + 1), &parts.error, Role::Warn);
        return;
    }
    if parts.above {
        let used = out.put(area.x, y, &field.label, area.width, role);
        let left = area.width.saturating_sub(used + 2);
        if cells(&field.note) <= left {
            out.put_right(area.right(), y, &field.note, left, Role::Dim);
        }
        y += 1;
        y += prose::draw_lines(out, below(y), &parts.hint, Role::Dim);
    } else {
        let label = Form::label_width(area.width);
        out.put(area.x, y, &field.label, label.saturating_sub(1), role);
    }
    let indent = area.width.saturating_sub(Form::value_width(area.width));
    let indent = if parts.above { 0 } else { indent };
    let value = Rect {
        x: area.x + indent,
        width: area.width.saturating_sub(indent),
        height: parts.rows.min(area.bottom().saturating_sub(y)),
        y,
    };
    // Where the label stands above, it has told the note already.
    let note = if parts.above { "" } else { field.note.as_str() };
    draw_value(out, value, field, note, focus);
    if focus && !matches!(field.value, Value::Area(_)) {
        let top = if parts.above { area.y } else { y };
        out.focus(area.x, top, value.bottom().saturating_sub(top));
    }
    prose::draw_lines(out, below(value.bottom()), &parts.error, Role::Warn);
}

fn draw_value(out: &mut Canvas<'_>, area: Rect, field: &Field, note: &str, focus: bool) {
    if area.height == 0 {
        return;
    }
    match &field.value {
        Value::Area(editor) => return editor.draw(out, area, focus),
        Value::Line(editor) => return draw_line(out, area, editor, note, focus),
        _ => {}
    }
    let role = if focus { Role::Mark } else { Role::Ink };
    let rows = value_rows(&field.value, out.look(), area.width);
    let mut used = 0;
    for (y, row) in (area.y..area.bottom()).zip(&rows) {
        used = out.put(area.x, y, row, area.width, role);
    }
    let left = area.width.saturating_sub(used + 2);
    if rows.len() == 1 && cells(note) <= left {
        out.put_right(area.right(), area.y, note, left, Role::Dim);
    }
}

/// A line of text with its note behind it, where what is typed keeps its room.
fn draw_line(out: &mut Canvas<'_>, area: Rect, editor: &Editor, note: &str, focus: bool) {
    let needed = cells(editor.text()).max(11) + 1;
    let taken = match cells(note) {
        0 => 0,
        note if note + 2 + needed <= area.width => note + 2,
        _ => 0,
    };
    let inside = Rect {
        width: area.width - taken,
        height: 1,
        ..area
    };
    if focus {
        editor.draw_caret(out, inside);
    } else {
        editor.draw(out, inside, false);
    }
    let room = taken.saturating_sub(2);
    out.put_right(area.right(), area.y, note, room, Role::Dim);
}

/// The rows of a value: what does not fit beside its label goes on below; of several all shown each stays whole.
fn value_rows(value: &Value, look: &Look, room: u16) -> Vec<String> {
    let g = look.glyphs;
    let between = |words: &str| format!("{} {words} {}", g.value[0], g.value[1]);
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

/// A tick that is set or not.
pub const fn tick(on: bool) -> &'static str {
    if on { "[x]" } else { "[ ]" }
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

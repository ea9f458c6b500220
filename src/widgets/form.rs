//! A form: fields in reading order, one of them with the focus. Letters are never commands here.

mod values;

use ratatui::layout::Rect;

use super::canvas::{Canvas, cells};
use super::editor::Editor;
use crate::keys::{Command, Context};
use crate::look::{Look, Role};

/// What a field holds.
#[derive(Debug, Clone)]
pub enum Value {
    /// One line of text.
    Line(Editor),
    /// Many lines of text.
    Area(Editor),
    /// One of several, shown one at a time: `‹ Panel ›`.
    Choice(Vec<String>, usize),
    /// One of a few, all shown: `(•) x1   ( ) x2`.
    Radio(Vec<String>, usize),
    /// Any number of several, looked at one at a time.
    Many(Vec<(String, bool)>, usize),
    /// Yes or no, with the words beside the tick.
    Tick(String, bool),
    /// Does something.
    Button,
    /// A line that opens a page of its own, with what is known of it.
    Open(String),
}

/// One field.
#[derive(Debug, Clone)]
pub struct Field {
    /// What it is, short.
    pub label: String,
    /// What it holds.
    pub value: Value,
    /// A fact or a help at the right.
    pub note: String,
    /// A mistake, in words; empty when there is none.
    pub error: String,
    /// Rows of a text of many lines; 0 takes what there is room for.
    pub rows: u16,
}

impl Field {
    /// A field without a note.
    pub fn new(label: impl Into<String>, value: Value) -> Self {
        Self {
            label: label.into(),
            value,
            note: String::new(),
            error: String::new(),
            rows: 0,
        }
    }

    /// The same with a note at the right.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// The text of a text field; empty for the others.
    pub fn text(&self) -> &str {
        match &self.value {
            Value::Line(e) | Value::Area(e) => e.text(),
            _ => "",
        }
    }

    /// Which option is chosen; 0 for fields without options.
    pub fn chosen(&self) -> usize {
        match &self.value {
            Value::Choice(_, at) | Value::Radio(_, at) | Value::Many(_, at) => *at,
            _ => 0,
        }
    }

    /// Whether a tick is set.
    pub fn ticked(&self) -> bool {
        matches!(self.value, Value::Tick(_, true))
    }
}

/// What a command did to a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// Nothing: the pane may take the command.
    Nothing,
    /// The focus went to another field.
    Moved,
    /// The value of the focused field changed.
    Changed,
    /// The focused button was pressed.
    Pressed,
}

/// Fields with a focus.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// In reading order.
    pub fields: Vec<Field>,
    /// The one with the focus.
    pub at: usize,
    /// The one whose text is in the user's own editor.
    pub outside: Option<usize>,
}

impl Form {
    /// The keys that apply.
    pub fn context(&self) -> Context {
        match self.fields.get(self.at).map(|f| &f.value) {
            Some(Value::Line(_)) => Context::Line,
            Some(Value::Area(_)) => Context::Area,
            Some(Value::Open(_)) => Context::Opens,
            _ if self.starts_something() => Context::Choice,
            _ => Context::Values,
        }
    }

    fn starts_something(&self) -> bool {
        let button = |f: &Field| matches!(f.value, Value::Button);
        self.fields.iter().any(button)
    }

    /// The focused field.
    pub fn focused(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.at)
    }

    /// Types into the focused text field; `true` when there is one.
    pub fn type_char(&mut self, c: char) -> bool {
        self.edit(|e| e.type_char(c))
    }

    /// Pastes into the focused text field; `true` when there is one.
    pub fn paste(&mut self, text: &str) -> bool {
        self.edit(|e| e.paste(text))
    }

    fn edit(&mut self, change: impl FnOnce(&mut Editor)) -> bool {
        match self.focused().map(|f| &mut f.value) {
            Some(Value::Line(e) | Value::Area(e)) => {
                change(e);
                true
            }
            _ => false,
        }
    }

    /// The text of the focused field, for the user's own editor; `None` on a choice.
    pub fn hand_over(&mut self) -> Option<String> {
        let text = match self.fields.get(self.at).map(|f| &f.value) {
            Some(Value::Line(e) | Value::Area(e)) => e.text().to_owned(),
            _ => return None,
        };
        self.outside = Some(self.at);
        Some(text)
    }

    /// Takes a text back into the field it was handed over from; `false` when none was.
    pub fn take_back(&mut self, text: &str) -> bool {
        let field = self.outside.take().and_then(|at| self.fields.get_mut(at));
        match field.map(|f| &mut f.value) {
            Some(Value::Line(e) | Value::Area(e)) => {
                e.set(text.trim_end());
                true
            }
            _ => false,
        }
    }

    /// Goes to the next option that begins with a letter.
    pub fn search(&mut self, c: char) {
        let wanted = c.to_lowercase().to_string();
        let hit = |s: &str| s.to_lowercase().starts_with(&wanted);
        match self.focused().map(|f| &mut f.value) {
            Some(Value::Choice(options, at) | Value::Radio(options, at)) => {
                *at = next_match(options.len(), *at, |i| hit(&options[i]));
            }
            Some(Value::Many(options, at)) => {
                *at = next_match(options.len(), *at, |i| hit(&options[i].0));
            }
            _ => {}
        }
    }

    /// Runs a command on the focused field. `width` is the width of the fields' values.
    pub fn command(&mut self, command: Command, width: u16) -> Did {
        match command {
            Command::NextField => return self.move_by(1),
            Command::PrevField => return self.move_by(-1),
            _ => {}
        }
        let Some(field) = self.fields.get_mut(self.at) else {
            return Did::Nothing;
        };
        match &mut field.value {
            Value::Line(_) if command == Command::CaretUp => self.move_by(-1),
            Value::Line(_) if command == Command::CaretDown => self.move_by(1),
            Value::Line(e) | Value::Area(e) => {
                if e.command(command, width) {
                    Did::Changed
                } else {
                    Did::Nothing
                }
            }
            value => change(value, command),
        }
    }

    fn move_by(&mut self, by: isize) -> Did {
        let len = self.fields.len().max(1);
        self.at = self.at.saturating_add_signed(by).min(len - 1);
        Did::Moved
    }

    /// Cells of the label column at a width.
    pub fn label_width(width: u16) -> u16 {
        if width < 56 { 12 } else { 16 }
    }

    /// Draws the fields from the top of an area; those before the focus scroll away when there are too many.
    pub fn draw(&self, out: &mut Canvas<'_>, area: Rect) {
        let heights: Vec<u16> = self.fields.iter().map(|f| height_of(f, area)).collect();
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
    }
}

fn next_match(len: usize, at: usize, hit: impl Fn(usize) -> bool) -> usize {
    (1..=len)
        .map(|step| (at + step) % len)
        .find(|i| hit(*i))
        .unwrap_or(at)
}

fn change(value: &mut Value, command: Command) -> Did {
    match (value, command) {
        (
            Value::Choice(options, at) | Value::Radio(options, at),
            Command::NextValue | Command::Main | Command::Tick,
        ) => turn(at, options.len(), 1),
        (Value::Choice(options, at) | Value::Radio(options, at), Command::PrevValue) => {
            turn(at, options.len(), -1)
        }
        (Value::Many(options, at), Command::NextValue) => turn(at, options.len(), 1),
        (Value::Many(options, at), Command::PrevValue) => turn(at, options.len(), -1),
        (Value::Many(options, at), Command::Tick | Command::Main) => {
            if let Some(option) = options.get_mut(*at) {
                option.1 = !option.1;
            }
            Did::Changed
        }
        (
            Value::Tick(_, on),
            Command::Tick | Command::Main | Command::NextValue | Command::PrevValue,
        ) => {
            *on = !*on;
            Did::Changed
        }
        (Value::Button | Value::Open(_), Command::Main | Command::Tick) => Did::Pressed,
        _ => Did::Nothing,
    }
}

fn turn(at: &mut usize, len: usize, by: isize) -> Did {
    if len > 0 {
        *at = (*at + len).saturating_add_signed(by) % len;
    }
    Did::Changed
}

fn height_of(field: &Field, area: Rect) -> u16 {
    match field.value {
        Value::Area(_) if field.rows > 0 => field.rows + 1,
        Value::Area(_) => (area.height / 2).clamp(3, 20) + 1,
        Value::Button => 2,
        _ => 1,
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
        let note_width = cells(note.0);
        let beside = room.saturating_sub(12);
        // A mistake is told even where it must be cut; what was typed stays in sight.
        let taken = match note_width {
            1.. if note_width <= beside => note_width + 2,
            1.. if !field.error.is_empty() => beside,
            _ => 0,
        };
        let inside = Rect::new(x, y, room - taken, 1);
        if focus {
            editor.draw_caret(out, inside);
        } else {
            editor.draw(out, inside, false);
        }
        out.put_right(area.right(), y, note.0, taken.saturating_sub(2), note.1);
        return;
    }
    let used = out.put(x, y, &value_text(&field.value, out.look()), room, role);
    let left = room.saturating_sub(used + 2);
    if cells(note.0) <= left {
        out.put_right(area.right(), y, note.0, left, note.1);
    }
}

fn value_text(value: &Value, look: &Look) -> String {
    let g = look.glyphs;
    match value {
        Value::Choice(options, at) => {
            format!(
                "{} {} {}",
                g.value[0],
                options.get(*at).map_or("", String::as_str),
                g.value[1]
            )
        }
        Value::Radio(options, at) => options
            .iter()
            .enumerate()
            .map(|(i, o)| format!("({}) {o}", if i == *at { g.chosen } else { " " }))
            .collect::<Vec<_>>()
            .join("   "),
        Value::Many(options, at) => {
            let tick = if options.get(*at).is_some_and(|o| o.1) {
                "[x]"
            } else {
                "[ ]"
            };
            let name = options.get(*at).map_or("", |o| o.0.as_str());
            format!("{} {tick} {name} {}", g.value[0], g.value[1])
        }
        Value::Tick(words, on) => format!("{} {words}", if *on { "[x]" } else { "[ ]" }),
        Value::Open(words) => words.clone(),
        Value::Line(_) | Value::Area(_) | Value::Button => String::new(),
    }
}

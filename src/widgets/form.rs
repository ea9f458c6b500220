//! A form: fields in reading order, one of them with the focus. Letters are text, move, or look for a choice.

mod draw;
mod values;

use super::editor::Editor;
use super::listing::{Listing, Picked};
use crate::keys::{Command, Context};

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

/// So many choices are gone through with left and right alone.
const FEW: usize = 5;

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
    /// What it holds follows from other fields: nobody has chosen it yet.
    pub follows: bool,
    /// By which words each choice is found besides its own, with commas between them; may be empty.
    pub found_by: Vec<String>,
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
            follows: false,
            found_by: Vec::new(),
        }
    }

    /// The same, following from other fields until somebody chooses it.
    #[must_use]
    pub fn following(self) -> Self {
        Self {
            follows: true,
            ..self
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

    /// Whether Enter opens a list of all that can be chosen: too many to go through one by one.
    fn is_listed(&self) -> bool {
        matches!(&self.value, Value::Choice(options, _) if options.len() > FEW)
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
    /// The open list of all choices of the focused field.
    list: Option<Listing>,
}

impl Form {
    /// A form with these fields, the first one in focus.
    pub fn of(fields: Vec<Field>) -> Self {
        Self {
            fields,
            ..Self::default()
        }
    }

    /// The keys that apply.
    pub fn context(&self) -> Context {
        if self.list.is_some() {
            return Context::Pick;
        }
        let field = self.fields.get(self.at);
        let starts = self.fields.iter().any(|f| matches!(f.value, Value::Button));
        match field.map(|f| &f.value) {
            Some(Value::Line(_)) => Context::Line,
            Some(Value::Area(_)) => Context::Area,
            Some(Value::Open(_)) => Context::Opens,
            Some(Value::Button) => Context::Press,
            Some(Value::Many(options, _)) if options.len() > FEW => Context::Several,
            _ => match (field.is_some_and(Field::is_listed), starts) {
                (true, true) => Context::Many,
                (true, false) => Context::Listed,
                (false, true) => Context::Choice,
                (false, false) => Context::Values,
            },
        }
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

    /// Whether the list of all choices is open.
    pub const fn is_listing(&self) -> bool {
        self.list.is_some()
    }

    fn edit(&mut self, change: impl FnOnce(&mut Editor)) -> bool {
        if let Some(list) = &mut self.list {
            list.edit(change);
            return true;
        }
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

    /// Opens the list of all choices of the focused field, where a letter looks for one.
    pub fn search(&mut self, c: char) {
        if let Some(mut list) = self.fields.get(self.at).and_then(all_of) {
            list.edit(|field| field.type_char(c));
            self.list = Some(list);
        }
    }

    /// Runs a command on the focused field. `width` is the width of the form.
    pub fn command(&mut self, command: Command, width: u16) -> Did {
        if self.list.is_some() {
            return self.in_list(command);
        }
        match command {
            Command::NextField => return self.move_by(1),
            Command::PrevField => return self.move_by(-1),
            _ => {}
        }
        let Some(field) = self.fields.get_mut(self.at) else {
            return Did::Nothing;
        };
        if command == Command::Main
            && let Some(list) = all_of(field)
        {
            self.list = Some(list);
            return Did::Nothing;
        }
        match &mut field.value {
            Value::Line(_) if command == Command::CaretUp => self.move_by(-1),
            Value::Line(_) if command == Command::CaretDown => self.move_by(1),
            // From the very start and the very end of a text the arrows lead on, as from a line.
            Value::Area(e) if command == Command::CaretUp && e.caret() == 0 => self.move_by(-1),
            Value::Area(e) if command == Command::CaretDown && e.caret() == e.text().len() => {
                self.move_by(1)
            }
            // A text of many lines stands below its label, over the whole width.
            Value::Area(e) => changed(e.command(command, width)),
            Value::Line(e) => changed(e.command(command, Self::value_width(width))),
            value => change(value, command),
        }
    }

    /// Runs a command in the list of all choices.
    fn in_list(&mut self, command: Command) -> Did {
        let Some(list) = &mut self.list else {
            return Did::Nothing;
        };
        let picked = list.command(command);
        let value = self.fields.get_mut(self.at).map(|field| &mut field.value);
        match (picked, value) {
            (Picked::Open, _) => Did::Nothing,
            (Picked::This(n), Some(Value::Many(options, at))) => {
                // Several are ticked one after the other: the list stays.
                *at = n;
                if let Some(option) = options.get_mut(n) {
                    option.1 = !option.1;
                    list.taken(n, in_list(option));
                }
                Did::Changed
            }
            (Picked::This(n), Some(Value::Choice(_, at))) => {
                *at = n;
                self.list = None;
                Did::Changed
            }
            _ => {
                self.list = None;
                Did::Nothing
            }
        }
    }

    fn move_by(&mut self, by: isize) -> Did {
        let len = self.fields.len().max(1);
        self.at = self.at.saturating_add_signed(by).min(len - 1);
        Did::Moved
    }

    /// Cells of the label column at a width.
    fn label_width(width: u16) -> u16 {
        if width < 56 { 12 } else { 16 }
    }

    /// Cells of the values at a width.
    fn value_width(width: u16) -> u16 {
        if width < draw::NARROW {
            width
        } else {
            width.saturating_sub(Self::label_width(width))
        }
    }
}

/// The list of all that can be chosen or ticked in a field, where Enter opens one.
fn all_of(field: &Field) -> Option<Listing> {
    match &field.value {
        Value::Choice(options, at) => {
            Some(Listing::new(options.clone(), *at).found_by(field.found_by.clone()))
        }
        Value::Many(options, at) if options.len() > FEW => {
            Some(Listing::new(options.iter().map(in_list).collect(), *at))
        }
        _ => None,
    }
}

/// How one of several stands in the list of all.
fn in_list((name, on): &(String, bool)) -> String {
    format!("{} {name}", draw::tick(*on))
}

const fn changed(changed: bool) -> Did {
    if changed { Did::Changed } else { Did::Nothing }
}

fn change(value: &mut Value, command: Command) -> Did {
    match (value, command) {
        (
            Value::Choice(options, at) | Value::Radio(options, at),
            Command::NextValue | Command::Tick,
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

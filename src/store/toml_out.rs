//! Writing TOML that reads well: keys in a fixed order, empty ones left out, long text over several lines.

use std::fmt::Write as _;

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use crate::domain::time::Wall;

/// Text longer than this stands on lines of its own.
const LONG: usize = 72;

/// A table that is filled from top to bottom.
#[derive(Debug, Default)]
pub struct Lines(Table);

impl Lines {
    /// A table without a line.
    pub fn new() -> Self {
        Self::default()
    }

    /// A key with any value.
    pub fn put(mut self, key: &str, new: impl Into<Value>) -> Self {
        self.0.insert(key, value(new));
        self
    }

    /// A key that is left out when there is nothing.
    pub fn maybe(self, key: &str, new: Option<impl Into<Value>>) -> Self {
        match new {
            Some(new) => self.put(key, new),
            None => self,
        }
    }

    /// A text that is left out when it is empty.
    pub fn text(self, key: &str, text: &str) -> Self {
        if text.is_empty() {
            self
        } else {
            self.put(key, prose(text))
        }
    }

    /// Texts that are left out when there is none.
    pub fn texts(self, key: &str, texts: &[String]) -> Self {
        if texts.is_empty() {
            self
        } else {
            self.put(key, texts.iter().map(|t| prose(t)).collect::<Array>())
        }
    }

    /// A table below this one.
    pub fn table(mut self, key: &str, lines: Option<Self>) -> Self {
        if let Some(lines) = lines {
            self.0.insert(key, Item::Table(lines.0));
        }
        self
    }

    /// Tables of one kind, left out when there is none.
    pub fn tables(mut self, key: &str, rows: impl IntoIterator<Item = Self>) -> Self {
        let rows: ArrayOfTables = rows.into_iter().map(|lines| lines.0).collect();
        if !rows.is_empty() {
            self.0.insert(key, Item::ArrayOfTables(rows));
        }
        self
    }

    /// Tables by name, below one that has no line of its own and is there even while it is empty: what two studios add
    /// to it stands side by side.
    pub fn named<'a>(mut self, key: &str, rows: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        let mut group = Table::new();
        group.set_implicit(true);
        for (name, lines) in rows {
            group.insert(name, Item::Table(lines.0));
        }
        self.0.insert(key, Item::Table(group));
        self
    }

    /// The table.
    pub fn done(self) -> Table {
        self.0
    }

    /// The text of a whole file.
    pub fn file(self) -> String {
        DocumentMut::from(self.0).to_string()
    }

    /// The text of one `[[name]]` block, a blank line before it.
    pub fn block(self, name: &str) -> String {
        format!("\n{}", Self::new().tables(name, [self]).file())
    }
}

/// A short list in one line: `{ point = 1, words = "…" }`.
pub fn inline<'a>(pairs: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    Value::InlineTable(InlineTable::from_iter(pairs))
}

/// A list with one element on each line.
pub fn on_lines(elements: impl IntoIterator<Item = Value>) -> Value {
    let mut array = Array::new();
    for mut element in elements {
        element.decor_mut().set_prefix("\n  ");
        array.push_formatted(element);
    }
    if !array.is_empty() {
        array.set_trailing_comma(true);
        array.set_trailing("\n");
    }
    Value::Array(array)
}

/// The word of an enum without fields, as serde writes it.
pub fn word(of: impl Serialize) -> String {
    match toml::Value::try_from(of) {
        Ok(toml::Value::String(word)) => word,
        other => unreachable!("not a word: {other:?}"),
    }
}

/// A date.
pub fn day(date: NaiveDate) -> Value {
    datetime(&date.format("%Y-%m-%d").to_string())
}

/// A time of day, to the second.
pub fn clock(time: NaiveTime) -> Value {
    datetime(&time.format("%H:%M:%S").to_string())
}

/// A moment with its offset, to the second.
pub fn moment(at: Wall) -> Value {
    datetime(&at.format("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

/// TOML knows the years 0 to 9999; what lies beyond is kept as text.
fn datetime(text: &str) -> Value {
    text.parse::<toml_edit::Datetime>()
        .map_or_else(|_| Value::from(text), Value::from)
}

/// A seed; beyond what TOML's integers hold it is text.
pub fn seed(n: u64) -> Value {
    i64::try_from(n).map_or_else(|_| Value::from(n.to_string()), Value::from)
}

/// A text: short ones as they are, long ones and those with line ends between triple quotes.
pub fn prose(text: &str) -> Value {
    if text.len() <= LONG && !text.contains('\n') {
        return Value::from(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str("\"\"\"\n");
    let mut quotes = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        quotes = if c == '"' { quotes + 1 } else { 0 };
        match c {
            '\\' => out.push_str("\\\\"),
            // A third quote in a row, or one before the closing ones, would end the text.
            '"' if quotes == 3 || chars.peek().is_none() => {
                out.push_str("\\\"");
                quotes = 0;
            }
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push_str("\"\"\"");
    out.parse().unwrap_or_else(|_| Value::from(text))
}

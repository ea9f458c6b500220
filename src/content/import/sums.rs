//! What an import wrote into a record, so that the next one tells what somebody changed by hand since.
//!
//! A remark above each record holds a short sum of every part of it as the list had it. A part that still has its sum
//! is as it was imported, and the list may change it; any other is somebody's own.

use toml_edit::{InlineTable, Item, Table, Value};

use crate::content::packs::hash;

/// A part of a question that is compared by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its words.
    Text,
    /// Its answer.
    Answer,
    /// Its follow-ups.
    Probes,
    /// What is shown with it.
    Setup,
    /// Topics, kind, stages, points and the like, which people add to by hand.
    More,
}

impl Part {
    /// Every part, in the order of their sums.
    pub const ALL: [Self; 5] = [
        Self::Text,
        Self::Answer,
        Self::Probes,
        Self::Setup,
        Self::More,
    ];

    /// The names under which it stands in a record.
    pub const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["text"],
            Self::Answer => &["notes"],
            Self::Probes => &["probes"],
            Self::Setup => &["setup"],
            Self::More => &[
                "tags",
                "kind",
                "framework",
                "stages",
                "difficulty",
                "strong",
                "red_flags",
                "variants",
            ],
        }
    }

    /// The sum of it in a record; however it is laid out there.
    pub fn sum(self, record: &Table) -> String {
        let said = |key: &&str| record.get(key).map(item).unwrap_or_default();
        let said: Vec<String> = self.keys().iter().map(said).collect();
        if said.iter().all(String::is_empty) {
            EMPTY.to_owned()
        } else {
            hash(&said.join("\n"))
        }
    }
}

/// The sum of a part that is not there.
const EMPTY: &str = "-";

/// What the remark begins with.
const REMARK: &str = "# As imported:";

/// The sums of a record as the list had it.
pub type Sums = [String; 5];

/// The sums of what a record holds.
pub fn of(record: &Table) -> Sums {
    Part::ALL.map(|part| part.sum(record))
}

/// The sums that stand above a record; `None` where no import left any.
pub fn noted(record: &Table) -> Option<Sums> {
    let line = before(record).lines().rfind(|line| is_remark(line))?;
    let sums = line.trim().strip_prefix(REMARK)?.split_whitespace();
    let sums: Vec<String> = sums.map(str::to_owned).collect();
    sums.try_into().ok()
}

/// Notes the sums above a record, in the place of others; what else stands there stays.
pub fn note(record: &mut Table, sums: &Sums) {
    let mut lines: Vec<&str> = before(record).split_inclusive('\n').collect();
    lines.retain(|line| !is_remark(line));
    let others = lines.concat();
    let prefix = format!("{others}{REMARK} {}\n", sums.join(" "));
    record.decor_mut().set_prefix(prefix);
}

fn before(record: &Table) -> &str {
    let prefix = record.decor().prefix();
    prefix.and_then(|raw| raw.as_str()).unwrap_or_default()
}

fn is_remark(line: &str) -> bool {
    line.trim_start().starts_with(REMARK)
}

fn item(item: &Item) -> String {
    match item {
        Item::None => String::new(),
        Item::Value(value) => plain(value),
        Item::Table(table) => plain(&table.clone().into_inline_table().into()),
        Item::ArrayOfTables(tables) => plain(&tables.clone().into_array().into()),
    }
}

/// A value as it reads, without its layout.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.value().trim().to_owned(),
        Value::Array(array) => {
            let each = array.iter().map(plain);
            each.collect::<Vec<_>>().join("\u{1f}")
        }
        Value::InlineTable(table) => fields(table),
        Value::Integer(number) => number.value().to_string(),
        Value::Boolean(is) => is.value().to_string(),
        Value::Float(number) => number.value().to_string(),
        Value::Datetime(time) => time.value().to_string(),
    }
}

fn fields(table: &InlineTable) -> String {
    let each = table.iter();
    let each = each.map(|(key, value)| format!("{key}\u{1e}{}", plain(value)));
    each.collect::<Vec<_>>().join("\u{1d}")
}

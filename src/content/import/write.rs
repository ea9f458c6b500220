//! Writes questions of a list as a pack, or adds them to a file of the user's.

use std::collections::HashSet;
use std::iter;

use serde::Deserialize;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use super::gather::id_of;
use super::{Listing, Question, own, sums};
use crate::content::from_toml;
use crate::content::lower::default_competency;
use crate::content::packs::short_id;
use crate::domain::library::StageId;
use crate::domain::text::one_line;

/// Text longer than this stands on lines of its own.
const LONG: usize = 100;

/// What a description begins with by which a pack that was made here is known again.
const FROM: &str = "Imported from ";

/// Longest description, in characters.
const DESCRIPTION: usize = 240;

/// A new pack of everything in some lists.
pub fn pack(id: &str, listings: &[Listing]) -> (String, usize) {
    let mut document = DocumentMut::new();
    let mut head = Table::new();
    let titles = listings.iter().map(|l| l.title.clone());
    let title = titles
        .chain(listings.iter().map(named))
        .find(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| id.to_owned());
    let language = listings.first().map_or("en", |l| l.language.as_str());
    for (key, text) in [
        ("id", id),
        ("title", &short(&title)),
        ("version", "1.0.0"),
        ("author", "Imported"),
        ("license", "private"),
        ("language", language),
        ("description", &description(listings)),
    ] {
        head[key] = value(text);
    }
    head.insert("format", value(1));
    head.sort_values_by(|a, _, b, _| (a.get() != "format").cmp(&(b.get() != "format")));
    document.insert("pack", Item::Table(head));
    let records = records(listings);
    let added = records.len();
    document.insert("question", Item::ArrayOfTables(records));
    (document.to_string(), added)
}

/// What a list is called by its file, `Bea_questions.md`; `README` says nothing.
fn named(listing: &Listing) -> String {
    let name = listing.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words: Vec<&str> = stem
        .split(|c: char| c.is_whitespace() || matches!(c, '_' | '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let said = words.join(" ");
    if ["readme", "index"].contains(&said.to_lowercase().as_str()) {
        String::new()
    } else {
        said
    }
}

/// From which lists a pack was made: their files, and the titles, since many a list is called README.
fn description(listings: &[Listing]) -> String {
    let list = |listing: &Listing| {
        let name = listing.file.rsplit(['/', '\\']).next();
        let name = name.unwrap_or_default();
        match listing.title.as_str() {
            "" => name.to_owned(),
            title => format!("{name} ({title})"),
        }
    };
    let lists: Vec<String> = listings.iter().map(list).collect();
    let said = one_line(&format!("{FROM}{}.", lists.join(", ")));
    said.chars().take(DESCRIPTION).collect()
}

/// Whether a pack was made from these files and not by hand. The title of a list may have changed since.
pub fn is_from(existing: &str, listings: &[Listing]) -> bool {
    let said = description_of(existing);
    let names_it = |listing: &Listing| {
        let name = listing.file.rsplit(['/', '\\']).next().unwrap_or_default();
        let behind = said.strip_prefix(&format!("{FROM}{}", one_line(name)));
        behind.is_some_and(|rest| rest == "." || rest.starts_with(" ("))
    };
    said == description(listings) || matches!(listings, [one] if names_it(one))
}

/// What a pack says that it is about; empty where it says nothing or cannot be read.
fn description_of(text: &str) -> String {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct File {
        pack: Head,
    }
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Head {
        description: String,
    }
    let file: File = from_toml::read(text).unwrap_or_default();
    file.pack.description
}

fn short(title: &str) -> String {
    one_line(title).chars().take(60).collect()
}

/// What a record asks.
pub fn asked(record: &Table) -> String {
    text(record.get("text")).unwrap_or_default()
}

/// The words of a question that has nothing to be shown with it, as an id.
pub fn words_of(question: &Question) -> Option<String> {
    question.setup.is_empty().then(|| short_id(&question.text))
}

fn text(item: Option<&Item>) -> Option<String> {
    item.and_then(Item::as_str).map(str::to_owned)
}

/// Ids and wordings that are there already; a question without an id goes by its words.
pub fn known(document: &DocumentMut) -> HashSet<String> {
    let mut out = HashSet::new();
    for record in document
        .get("question")
        .and_then(Item::as_array_of_tables)
        .into_iter()
        .flatten()
    {
        if let Some(asked) = text(record.get("text")) {
            out.insert(match text(record.get("setup")) {
                Some(setup) => id_of(&asked, setup.trim_matches('\n').trim_end()),
                None => short_id(&asked),
            });
        }
        out.extend(text(record.get("id")));
    }
    let places = [
        document.get("questions"),
        document.get("pack").and_then(|t| t.get("questions")),
        document.get("defaults").and_then(|t| t.get("questions")),
    ];
    let bare = places
        .into_iter()
        .flatten()
        .filter_map(Item::as_array)
        .flatten();
    out.extend(bare.filter_map(Value::as_str).map(short_id));
    out
}

/// The questions of some lists, each once.
fn records(listings: &[Listing]) -> ArrayOfTables {
    let mut new = HashSet::new();
    let all = listings.iter().flat_map(|l| &l.questions);
    let once = all.filter(|question| new.insert(question.id.as_str()));
    once.map(record).collect()
}

/// A question as it stands in a pack.
pub fn record(question: &Question) -> Table {
    let mut record = Table::new();
    record.decor_mut().set_prefix("\n");
    record["id"] = value(question.id.as_str());
    if !question.tags.is_empty() {
        record["tags"] = value(question.tags.iter().map(String::as_str).collect::<Array>());
    }
    record["text"] = value(question.text.as_str());
    if !question.setup.is_empty() {
        record["setup"] = Item::Value(prose(&question.setup));
    }
    record["kind"] = value(question.kind.id());
    if let Some(framework) = question.framework {
        record["framework"] = value(framework);
    }
    if !question.stages.is_empty() {
        let stages = question.stages.iter().copied().map(StageId::id);
        record["stages"] = value(stages.collect::<Array>());
    }
    if let Some(difficulty) = question.difficulty {
        record["difficulty"] = value(i64::from(difficulty));
    }
    if !question.points.is_empty() {
        let points = question.points.iter().map(|line| own::point(line));
        record["strong"] = Item::Value(signed(points, "core"));
    }
    if !question.flags.is_empty() {
        let flags = question.flags.iter().map(|line| own::flag(line));
        record["red_flags"] = Item::Value(signed(flags, "critical"));
    }
    if !question.probes.is_empty() {
        record["probes"] = Item::Value(probes(question));
    }
    if !question.wordings.is_empty() {
        record["variants"] = Item::Value(listed(question.wordings.iter().map(Value::from)));
    }
    if !question.notes.is_empty() {
        record["notes"] = Item::Value(prose(&question.notes));
    }
    let sums = sums::of(&record);
    sums::note(&mut record, &sums);
    record
}

/// A follow-up goes deeper into what the question itself is about; a further one asks for particulars.
fn probes(question: &Question) -> Value {
    let tests = iter::once(default_competency(question.kind)).chain(iter::repeat("specificity"));
    let probe = |(text, tests): (&String, &str)| {
        let mut probe = InlineTable::new();
        probe.insert("text", text.as_str().into());
        probe.insert("tests", tests.into());
        probe.insert("when", "always".into());
        Value::InlineTable(probe)
    };
    listed(question.probes.iter().zip(tests).map(probe))
}

/// Points or red flags, some of them with a sign that is called so.
fn signed<'l>(lines: impl Iterator<Item = (&'l str, bool)>, sign: &str) -> Value {
    listed(lines.map(|(text, is_signed)| {
        let mut line = InlineTable::new();
        line.insert("text", text.into());
        if is_signed {
            line.insert(sign, true.into());
        }
        Value::InlineTable(line)
    }))
}

/// Values on a line each.
fn listed(values: impl Iterator<Item = Value>) -> Value {
    let mut array = Array::new();
    for mut value in values {
        value.decor_mut().set_prefix("\n  ");
        array.push_formatted(value);
    }
    array.set_trailing_comma(true);
    array.set_trailing("\n");
    Value::Array(array)
}

/// Text with line ends between triple quotes, so that it can be read and edited.
fn prose(text: &str) -> Value {
    if text.chars().count() <= LONG && !text.contains('\n') {
        return text.into();
    }
    let escaped = text.replace('\\', "\\\\").replace("\"\"\"", "\"\"\\\"");
    let escaped = escaped
        .strip_suffix('"')
        .map_or_else(|| escaped.clone(), |start| format!("{start}\\\""));
    let written: Option<Value> = format!("\"\"\"\n{escaped}\"\"\"").parse().ok();
    written
        .filter(|value| value.as_str() == Some(text))
        .unwrap_or_else(|| text.into())
}

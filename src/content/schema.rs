//! The JSON Schema of content files, for editors that complete and check while one types, and as tables to read.
//!
//! The schema is made from the types that read the files (`raw`) by a test, which also compares it with the
//! committed `assets/schema/pack.json`; the program only carries it.

use serde_json::{Map, Value};

/// The schema (draft-07).
pub const JSON: &str = include_str!("../../assets/schema/pack.json");

/// Records that a pack cannot bring: the eight stages are Greenroom's own.
const OWN: &str = "stage";

/// Fields by name, each with its schema.
type Fields = Map<String, Value>;

/// Every table and record of a pack with its fields, as Markdown.
pub fn markdown() -> String {
    tables(&serde_json::from_str(JSON).unwrap_or_default())
}

fn tables(schema: &Value) -> String {
    let all = fields(schema).cloned().unwrap_or_default();
    let (records, rest): (Vec<_>, Vec<_>) = all
        .iter()
        .filter(|(name, _)| *name != OWN)
        .partition(|(_, field)| !field["items"]["properties"]["id"].is_null());
    let (tables, top): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, f)| fields(f).is_some());
    let shared = shared(&records);
    let mut out = section("Above all tables", "For a file without `[pack]`.");
    for (name, field) in top {
        row(&mut out, name, field, false);
    }
    for (name, table) in tables {
        out += &section(&format!("`[{name}]`"), text(table, "description"));
        for (field, value) in fields(table).into_iter().flatten() {
            row(&mut out, field, value, needed(table, field));
        }
    }
    out += &section("Every record", "");
    for (name, field) in &shared {
        row(&mut out, name, field, name == "id");
    }
    for (name, list) in records {
        let record = &list["items"];
        out += &section(&format!("`[[{name}]]`"), text(record, "description"));
        let own = fields(record).into_iter().flatten();
        for (field, value) in own.filter(|(field, _)| !shared.contains_key(*field)) {
            row(&mut out, field, value, needed(record, field));
        }
    }
    out
}

/// The fields of a table; `None` for anything else.
fn fields(schema: &Value) -> Option<&Fields> {
    schema["properties"].as_object()
}

fn text<'s>(schema: &'s Value, key: &str) -> &'s str {
    schema[key].as_str().unwrap_or_default()
}

/// The fields that every record has alike.
fn shared(records: &[(&String, &Value)]) -> Fields {
    let mut shared = Fields::new();
    let Some(((_, first), others)) = records.split_first() else {
        return shared;
    };
    for (name, field) in fields(&first["items"]).into_iter().flatten() {
        let alike = |(_, list): &(&String, &Value)| list["items"]["properties"][name] == *field;
        if others.iter().all(alike) {
            shared.insert(name.clone(), field.clone());
        }
    }
    shared
}

fn section(title: &str, about: &str) -> String {
    let about = if about.is_empty() {
        String::new()
    } else {
        format!("{about}\n\n")
    };
    format!("\n### {title}\n\n{about}| field | what it holds | what it takes |\n|---|---|---|\n")
}

/// Whether a table cannot do without a field.
fn needed(table: &Value, name: &str) -> bool {
    let needed = table["required"].as_array();
    needed.is_some_and(|names| names.iter().any(|n| n == name))
}

/// A row for a field, and one for each field inside it.
fn row(out: &mut String, name: &str, field: &Value, needs: bool) {
    let about = text(field, "description");
    let needs = if needs { "**needed**; " } else { "" };
    let cells = format!("| `{name}` | {about} | {needs}{} |\n", takes(field));
    out.push_str(&cells);
    let (table, inside) = match &field["items"] {
        Value::Null => (field, "."),
        entry => (entry, "[]."),
    };
    for (key, value) in fields(table).into_iter().flatten() {
        row(
            out,
            &format!("{name}{inside}{key}"),
            value,
            needed(table, key),
        );
    }
}

/// What a field takes, in words.
fn takes(field: &Value) -> String {
    if let Some(either) = field["anyOf"].as_array() {
        return either.iter().map(takes).collect::<Vec<_>>().join(", or ");
    }
    let most = |key: &str, what: &str| {
        let most = field[key].as_u64();
        most.map(|n| format!(", at most {n}{what}"))
            .unwrap_or_default()
    };
    let allowed = words(field);
    if !allowed.is_empty() {
        return allowed;
    }
    match text(field, "type") {
        "array" if fields(&field["items"]).is_some() => {
            format!("list of tables{}", most("maxItems", ""))
        }
        "array" => format!("list{}: {}", most("maxItems", ""), takes(&field["items"])),
        "object" if fields(field).is_some() => "table".to_owned(),
        "object" => {
            let keys = words(&field["propertyNames"]);
            let table = if keys.is_empty() {
                "table".to_owned()
            } else {
                format!("table with {keys}")
            };
            format!("{table}: each {}", takes(&field["additionalProperties"]))
        }
        "boolean" => "`true` or `false`".to_owned(),
        "string" if field["format"] == "date" => "date".to_owned(),
        "string" if text(field, "pattern").contains('/') => "id of a record".to_owned(),
        "string" => format!("text{}", most("maxLength", " characters")),
        "integer" => format!("whole number{}", span(field)),
        _ => "number".to_owned(),
    }
}

/// The words that may stand there; nothing where any may.
fn words(field: &Value) -> String {
    let words = field["enum"].as_array().into_iter().flatten();
    let words = words.map(|w| format!("`{}`", w.as_str().unwrap_or_default()));
    words.collect::<Vec<_>>().join(" ")
}

/// Between which numbers it lies.
fn span(field: &Value) -> String {
    match (field["minimum"].as_i64(), field["maximum"].as_i64()) {
        (Some(least), Some(most)) if least == most => format!(" {least}"),
        (Some(least), Some(most)) => format!(", {least} to {most}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;

//! Holds a file against a schema: the part of draft-07 that ours is written in, and nothing else.

use std::collections::HashSet;

use regex_lite::Regex;
use serde_json::{Map, Value};

/// Everything in a file that its schema does not allow, each with its path.
pub fn complaints(schema: &Value, file: &str) -> Vec<String> {
    let table: toml::Table = toml::from_str(file).expect("a file in a test is TOML");
    let mut out = Vec::new();
    check(schema, &json(toml::Value::Table(table)), "", &mut out);
    out
}

/// The path of every field that is there; entries of lists count as one.
pub fn paths(value: &toml::Value, at: &str, out: &mut HashSet<String>) {
    match value {
        toml::Value::Array(list) => list.iter().for_each(|entry| paths(entry, at, out)),
        toml::Value::Table(table) => {
            for (key, field) in table {
                let at = format!("{at}.{key}");
                paths(field, &at, out);
                out.insert(at);
            }
        }
        _ => {}
    }
}

/// Dates become text, as they do in editors.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(list) => list.into_iter().map(json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, v)| (key, json(v))).collect())
        }
        other => serde_json::to_value(other).expect("plain data"),
    }
}

fn check(schema: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
    let Some(rules) = schema.as_object() else {
        panic!("a schema is a table, not {schema}");
    };
    for (rule, wanted) in rules {
        if !keeps(rule, wanted, rules, value) {
            out.push(format!("{at}: {rule} {wanted}, not {value}"));
        }
    }
    if let (Some(entries), Some(wanted)) = (value.as_array(), rules.get("items")) {
        for (i, entry) in entries.iter().enumerate() {
            check(wanted, entry, &format!("{at}[{i}]"), out);
        }
    }
    if let (Some(fields), Some(known)) = (value.as_object(), known(rules)) {
        for (key, field) in fields {
            match known.get(key).or(rules.get("additionalProperties")) {
                Some(Value::Bool(false)) | None => out.push(format!("{at}.{key} is not known")),
                Some(wanted) => check(wanted, field, &format!("{at}.{key}"), out),
            }
        }
    }
}

/// The fields of a table; none where every key is one.
fn known(rules: &Map<String, Value>) -> Option<Map<String, Value>> {
    let named = rules.get("properties").and_then(Value::as_object).cloned();
    named.or_else(|| rules.contains_key("additionalProperties").then(Map::new))
}

/// Whether a value keeps one rule.
fn keeps(rule: &str, wanted: &Value, rules: &Map<String, Value>, value: &Value) -> bool {
    let number = |of: &Value| of.as_f64().expect("a number");
    let most = |has: Option<usize>| has.is_none_or(|has| Some(has as u64) <= wanted.as_u64());
    let text = value.as_str();
    match rule {
        "type" => wanted == kind(value) || (wanted == "number" && value.is_number()),
        "enum" => wanted.as_array().expect("a list").contains(value),
        "pattern" => {
            let form = Regex::new(wanted.as_str().expect("a text")).expect("a pattern");
            text.is_none_or(|text| form.is_match(text))
        }
        "maxLength" => most(text.map(|text| text.chars().count())),
        "maxItems" => most(value.as_array().map(Vec::len)),
        "minimum" => value.is_null() || number(value) >= number(wanted),
        "maximum" => number(value) <= number(wanted),
        "required" => wanted.as_array().expect("a list").iter().all(|name| {
            let name = name.as_str().expect("a name");
            value
                .as_object()
                .is_none_or(|table| table.contains_key(name))
        }),
        "anyOf" => wanted.as_array().expect("a list").iter().any(|one| {
            let mut out = Vec::new();
            check(one, value, "", &mut out);
            out.is_empty()
        }),
        "propertyNames" => value.as_object().is_none_or(|table| {
            let allowed = wanted["enum"].as_array().expect("a list");
            table
                .keys()
                .all(|name| allowed.contains(&name.as_str().into()))
        }),
        "format" => text.is_none_or(|day| day.parse::<chrono::NaiveDate>().is_ok()),
        "additionalProperties" => wanted == false || !rules.contains_key("properties"),
        "properties" | "items" | "title" | "description" | "$schema" | "$id" => true,
        other => panic!("{other} is not tried here"),
    }
}

/// The name of a value's type.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(n) if n.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

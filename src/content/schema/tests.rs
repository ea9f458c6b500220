//! Makes the schema from the raw types, holds the committed one to it, and tries it on files good and bad.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Map, Value, json};

use super::*;
use crate::content::packs::EXAMPLE;
use crate::content::{check, raw, shipped};

mod limits;
mod valid;

use limits::{COMMON, LIMITS, Limit};

/// Says this in the environment to write the schema anew.
const WRITE: &str = "GREENROOM_WRITE";

const ABOUT: &str = "A content file of Greenroom: a question pack, or a part of one. \
    A bare list of sentences under `questions` is a pack.";

/// Takes out what says nothing in TOML: defaults, null, sizes of integers in memory.
#[derive(Debug, Clone)]
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(object) = schema.as_object_mut() else {
            return;
        };
        object.remove("default");
        if object.get("format").is_some_and(|f| f != "date") {
            object.remove("format");
        }
        if let Some(Value::Array(types)) = object.get_mut("type") {
            types.retain(|t| t != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                object.insert("type".into(), only);
            }
        }
        if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
            choices.retain(|c| c["type"] != "null");
            if let [Value::Object(only)] = choices.as_slice() {
                let only = only.clone();
                object.remove("anyOf");
                for (key, value) in only {
                    object.entry(key).or_insert(value);
                }
            }
        }
        if let Some(Value::Array(words)) = object.get("oneOf") {
            let words: Vec<Value> = words.iter().map(|one| one["const"].clone()).collect();
            object.remove("oneOf");
            object.insert("type".into(), json!("string"));
            object.insert("enum".into(), json!(words));
        }
        if let Some(Value::String(words)) = object.get_mut("description") {
            *words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
}

/// The schema as it follows from the types.
fn made() -> Value {
    let settings = SchemaSettings::draft07().with(|s| s.inline_subschemas = true);
    let generator = settings.with_transform(Plain).into_generator();
    let types = generator.into_root_schema_for::<raw::File>().to_value();
    let types = types.as_object().expect("a table");
    let mut schema = json!({
        "$schema": types["$schema"],
        "title": "Greenroom pack",
        "description": ABOUT,
        "type": "object",
        "additionalProperties": false,
        "properties": types["properties"],
    });
    let arrays = schema["properties"].as_object().expect("fields");
    let arrays = arrays.iter().filter(|(_, field)| is_records(field));
    let arrays: Vec<String> = arrays.map(|(name, _)| name.clone()).collect();
    for array in &arrays {
        for (path, limit) in COMMON {
            put(&mut schema, &format!("{array}.{path}"), *limit);
        }
    }
    for (path, limit) in LIMITS {
        put(&mut schema, path, *limit);
    }
    schema
}

/// Whether a field of a file is a list of records.
fn is_records(field: &Value) -> bool {
    field["items"]["properties"]["id"].is_object()
}

/// Puts a limit on the field at a path such as `question.strong.text`; lists are stepped into.
fn put(schema: &mut Value, path: &str, limit: Limit) {
    let mut found = 0;
    walk(schema, &path.split('.').collect::<Vec<_>>(), &mut |field| {
        limit.put_on(field);
        found += 1;
    });
    assert!(found > 0, "there is no field {path}");
}

fn walk(schema: &mut Value, path: &[&str], put: &mut dyn FnMut(&mut Map<String, Value>)) {
    let [name, rest @ ..] = path else {
        return put(schema.as_object_mut().expect("a schema is a table"));
    };
    let table = if schema["type"] == "array" {
        &mut schema["items"]
    } else {
        schema
    };
    let Some(table) = table.as_object_mut() else {
        return;
    };
    if let Some(Value::Object(fields)) = table.get_mut("properties") {
        let named = fields
            .iter_mut()
            .filter(|(key, _)| *name == "*" || key == name);
        named.for_each(|(_, field)| walk(field, rest, put));
    } else if let Some(any @ Value::Object(_)) = table.get_mut("additionalProperties")
        && *name == "*"
    {
        walk(any, rest, put);
    }
}

/// The schema as text: fields of records on a line each, so that a change of one is seen.
fn written(schema: &Value) -> String {
    let mut out = String::new();
    lines(schema, 0, &mut out);
    out + "\n"
}

/// Levels down to a field of a record: root, fields, array, record, fields.
const OPEN: usize = 5;

fn lines(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Object(fields) if depth < OPEN && !fields.is_empty() => {
            out.push('{');
            for (i, (key, field)) in fields.iter().enumerate() {
                let comma = if i > 0 { "," } else { "" };
                let key = Value::from(key.as_str());
                write!(out, "{comma}\n{}{key}: ", " ".repeat(depth + 1)).expect("a string");
                lines(field, depth + 1, out);
            }
            write!(out, "\n{}}}", " ".repeat(depth)).expect("a string");
        }
        plain => write!(out, "{plain}").expect("a string"),
    }
}

/// The committed schema.
fn schema() -> Value {
    serde_json::from_str(JSON).expect("the schema is JSON")
}

#[test]
fn the_committed_schema_is_the_one_that_the_types_give() {
    let made = written(&made());
    if std::env::var_os(WRITE).is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/schema/pack.json");
        std::fs::write(path, &made).expect("the schema can be written");
        return;
    }
    assert!(
        made == JSON,
        "assets/schema/pack.json is not what the types give. Write it anew:\n\
         {WRITE}=1 cargo test --lib content::schema"
    );
}

#[test]
fn every_field_says_what_it_holds() {
    fn silent(field: &Value, at: &str, out: &mut Vec<String>) {
        let fields = field["properties"].as_object().into_iter().flatten();
        for (name, field) in fields {
            let at = format!("{at}.{name}");
            if field["description"].as_str().is_none_or(str::is_empty) {
                out.push(at.clone());
            }
            silent(field, &at, out);
            silent(&field["items"], &at, out);
        }
    }
    let mut out = Vec::new();
    silent(&schema(), "", &mut out);
    assert_eq!(out, Vec::<String>::new());
}

#[test]
fn every_shipped_file_fits() {
    for (name, text) in shipped::sources() {
        assert_eq!(
            valid::complaints(&schema(), text),
            Vec::<String>::new(),
            "{name}"
        );
    }
}

/// Fields that the example cannot show: stages are not for packs, and the rest is for files without `[pack]`.
const NOT_SHOWN: [&str; 5] = [".stage", ".format", ".title", ".content_date", ".questions"];

#[test]
fn the_example_pack_fits_and_shows_every_field() {
    assert_eq!(valid::complaints(&schema(), EXAMPLE), Vec::<String>::new());
    let example: toml::Table = toml::from_str(EXAMPLE).expect("TOML");
    let mut seen = HashSet::new();
    valid::paths(&toml::Value::Table(example), "", &mut seen);
    let mut missing = Vec::new();
    unseen(&schema(), "", &seen, &mut missing);
    let common = COMMON.iter().map(|(name, _)| name.split('.').next());
    let common: Vec<String> = common.flatten().map(|name| format!(".{name}")).collect();
    missing.retain(|path| !NOT_SHOWN.contains(&path.as_str()));
    // What every record has is shown with a question.
    let shown =
        |path: &String| common.iter().any(|end| path.ends_with(end)) || path.ends_with(".reviewed");
    missing.retain(|path| path.starts_with(".question") || !shown(path));
    assert_eq!(
        missing,
        Vec::<String>::new(),
        "a new field belongs into docs/example-pack.toml"
    );
}

/// The fields of a schema that are not among the paths.
fn unseen(schema: &Value, at: &str, seen: &HashSet<String>, out: &mut Vec<String>) {
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let at = format!("{at}.{name}");
        if seen.contains(&at) {
            unseen(field, &at, seen, out);
            unseen(&field["items"], &at, seen, out);
        } else {
            out.push(at);
        }
    }
}

#[test]
fn a_slip_does_not_fit() {
    let slips = [
        ("stron = []", "question[0].stron is not known"),
        ("kind = \"behavoral\"", "question[0].kind: enum"),
        ("difficulty = 4", "question[0].difficulty: maximum"),
        ("stages = [\"pannel\"]", "question[0].stages[0]: enum"),
        (
            "competencies = \"conflict\"",
            "question[0].competencies: type",
        ),
        ("id = \"../x\"", "question[0].id: pattern"),
        ("reviewed = \"soon\"", "question[0].reviewed: format"),
        (
            "probes = [{ text = \"Why?\", tests = \"impact\", when = \"missing\" }]",
            "when: pattern",
        ),
        ("strong = [{ core = true }]", "strong[0]: required"),
    ];
    for (slip, told) in slips {
        let id = if slip.starts_with("id") {
            ""
        } else {
            "id = \"q\""
        };
        let file = format!("[[question]]\n{id}\ntext = \"Why?\"\n{slip}\n");
        let found = valid::complaints(&schema(), &file).join("\n");
        assert!(found.contains(told), "{slip}: {found}");
    }
    let long = format!(
        "[[question]]\nid = \"q\"\ntext = \"{}?\"\n",
        "Why ".repeat(60)
    );
    assert!(!valid::complaints(&schema(), &long).is_empty());
    assert_eq!(
        valid::complaints(&schema(), "questions = [\"Why?\"]"),
        Vec::<String>::new()
    );
}

#[test]
fn the_tables_of_the_page_about_packs_are_those_of_the_schema() {
    let page = include_str!("../../../docs/packs.md");
    let (start, found) = page.split_once(TABLES).expect("the page has the heading");
    let fresh = tables(&made());
    if std::env::var_os(WRITE).is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/packs.md");
        std::fs::write(path, format!("{start}{TABLES}{fresh}")).expect("it can be written");
        return;
    }
    assert!(
        found == fresh,
        "the tables of docs/packs.md are old. Write them anew:\n\
         {WRITE}=1 cargo test --lib content::schema"
    );
}

/// The heading over the tables.
const TABLES: &str = "\n## Every field\n\nMade by `greenroom schema --markdown`.\n";

/// Lengths that the schema gives for a field of a question, tried with the linter: both say the same.
#[test]
fn the_linter_and_the_schema_agree_on_lengths() {
    let schema = schema();
    let question = &schema["properties"]["question"]["items"]["properties"];
    for (name, field) in question.as_object().expect("fields") {
        let text = if field["type"] == "array" {
            &field["items"]
        } else {
            field
        };
        let Some(most) = text["maxLength"].as_u64().filter(|_| name != "id") else {
            continue;
        };
        let told = |length: u64| {
            let mut letters = "a".repeat(usize::try_from(length).expect("short"));
            if name == "setup" {
                // A sheet may be longer than what stands on one line.
                letters.replace_range(60..62, "\\n");
                letters.push('a');
            }
            let value = if field["type"] == "array" {
                format!("[\"{letters}\"]")
            } else {
                format!("\"{letters}\"")
            };
            let rest = if name == "text" {
                ""
            } else {
                "text = \"Why?\"\n"
            };
            let file = format!("[[question]]\nid = \"q\"\n{rest}{name} = {value}\n");
            let found = check::pack("a.toml", &file);
            let too_long = |p: &&crate::problem::Problem| {
                p.rule == Some("L04") && p.what.contains("are the limit")
            };
            found.iter().find(too_long).is_some()
        };
        assert!(!told(most) && told(most + 1), "{name}: {most}");
    }
}

//! The shape of a whole mock in the head of a sitting's file: `mock`, `sections`, and `people` where some are known.

use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml_edit::{Array, InlineTable, Value};

use crate::content::from_toml;
use crate::domain::id::{BlueprintId, PanelId, PersonaId};
use crate::domain::library::{Condition, Kind};
use crate::domain::practice::shape::{Shape, Sitter, Stop, Stretch};
use crate::store::toml_in::shown;
use crate::store::toml_out::{Lines, inline, on_lines};

/// Writes the keys; a drill has none of them.
pub fn put(lines: Lines, shape: Option<&Arc<Shape>>) -> Lines {
    let Some(shape) = shape else { return lines };
    let mut mock = InlineTable::new();
    mock.insert("blueprint", shape.blueprint.as_str().into());
    mock.insert("code", shape.code.as_str().into());
    if let Some(panel) = &shape.panel {
        mock.insert("panel", panel.as_str().into());
    }
    let conditions = shape.conditions.iter().map(|c| c.id());
    mock.insert("conditions", Value::Array(conditions.collect()));
    let must = shape.must.iter().map(|k| k.id());
    mock.insert("must", Value::Array(must.collect()));
    let weak = shape.weak.iter().map(String::as_str);
    mock.insert("weak", Value::Array(weak.collect()));
    let lines = lines
        .put("mock", Value::InlineTable(mock))
        .put("sections", on_lines(shape.sections.iter().map(section)));
    if shape.people.is_empty() {
        return lines;
    }
    lines.put("people", on_lines(shape.people.iter().map(sitter)))
}

fn sitter(sitter: &Sitter) -> Value {
    inline([
        ("seat", i64::from(sitter.seat).into()),
        ("name", sitter.name.as_str().into()),
        ("title", sitter.title.as_str().into()),
    ])
}

fn section(stretch: &Stretch) -> Value {
    let mut row = InlineTable::new();
    row.insert("title", stretch.title.as_str().into());
    row.insert("minutes", i64::from(stretch.minutes).into());
    if !stretch.ask.is_empty() {
        row.insert("ask", stretch.ask.as_str().into());
    }
    row.insert("probes", i64::from(stretch.probes).into());
    let numbers = [
        ("takes", stretch.takes.map(i64::from)),
        ("prep_s", stretch.prep_s.map(i64::from)),
        ("answer_s", stretch.answer_s.map(i64::from)),
    ];
    for (key, number) in numbers {
        if let Some(number) = number {
            row.insert(key, number.into());
        }
    }
    if let Some(persona) = &stretch.persona {
        row.insert("persona", persona.as_str().into());
    }
    row.insert("keeps", stretch.keeps.into());
    let stops = stretch.stops.iter().map(Stop::text);
    row.insert("stops", Value::Array(stops.collect::<Array>()));
    Value::InlineTable(row)
}

/// `mock = { … }`
#[derive(Deserialize)]
pub struct RawMock {
    blueprint: String,
    #[serde(default)]
    code: String,
    panel: Option<String>,
    #[serde(default)]
    conditions: Vec<String>,
    #[serde(default)]
    must: Vec<Kind>,
    #[serde(default)]
    weak: Vec<String>,
}

/// A row of `sections`.
#[derive(Deserialize)]
pub struct RawSection {
    title: String,
    #[serde(default)]
    ask: String,
    minutes: u32,
    #[serde(default)]
    probes: u8,
    takes: Option<u8>,
    prep_s: Option<u32>,
    answer_s: Option<u32>,
    persona: Option<String>,
    #[serde(default)]
    keeps: bool,
    stops: Vec<String>,
}

/// A row of `people`.
#[derive(Deserialize)]
pub struct RawSitter {
    seat: u8,
    name: String,
    #[serde(default)]
    title: String,
}

impl RawSitter {
    fn lower(self) -> Sitter {
        Sitter {
            seat: self.seat,
            name: shown(self.name),
            title: shown(self.title),
        }
    }
}

/// Puts the keys together.
pub fn lower(
    mock: Option<RawMock>,
    sections: Vec<RawSection>,
    people: Vec<RawSitter>,
) -> Option<Arc<Shape>> {
    let mock = mock?;
    let conditions = mock.conditions.iter();
    Some(Arc::new(Shape {
        blueprint: BlueprintId::new(shown(mock.blueprint)),
        code: shown(mock.code),
        panel: mock.panel.map(|id| PanelId::new(shown(id))),
        people: people.into_iter().map(RawSitter::lower).collect(),
        conditions: conditions.filter_map(|c| Condition::from_id(c)).collect(),
        must: mock.must,
        weak: mock.weak.into_iter().map(shown).collect(),
        sections: sections.into_iter().map(RawSection::lower).collect(),
    }))
}

impl RawSection {
    fn lower(self) -> Stretch {
        Stretch {
            title: shown(self.title),
            ask: shown(self.ask),
            minutes: self.minutes,
            probes: self.probes,
            takes: self.takes,
            prep_s: self.prep_s,
            answer_s: self.answer_s,
            persona: self.persona.map(|id| PersonaId::new(shown(id))),
            keeps: self.keeps,
            // What a later version can do besides is a break here.
            stops: (self.stops.iter())
                .map(|s| Stop::parse(s).unwrap_or(Stop::Break))
                .collect(),
        }
    }
}

/// One value of the head, as the full reader would read it.
pub fn value<T: DeserializeOwned>(text: &str) -> Option<T> {
    #[derive(Deserialize)]
    struct One<T> {
        value: T,
    }
    let one: One<T> = from_toml::read(&format!("value = {text}")).ok()?;
    Some(one.value)
}

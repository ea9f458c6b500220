//! Every text of a record, wherever it stands in it.

use serde::Serialize;
use toml::{Table, Value};

use crate::content::found::At;
use crate::domain::id::is_kebab;

/// Fields that hold ids, words of closed lists and dates, not prose.
const NOT_PROSE: &[&str] = &[
    "id",
    "status",
    "tags",
    "reviewed",
    "jurisdiction",
    "lint_allow",
    "kind",
    "kinds",
    "topic",
    "competencies",
    "stages",
    "roles",
    "seniority",
    "framework",
    "part",
    "code",
    "tests",
    "when",
    "exemplars",
    "prepare",
    "asks",
    "blueprints",
    "perspectives",
    "scenarios",
    "related",
    "applies",
    "voice",
    "outcome",
    "basis",
    "evidence",
    "pair",
    "links",
    "as_of",
    "audience",
    "best_when",
    "fit_axis",
    "probe_bias",
    "formula",
    "asked_at",
    "asked_on",
    "mode",
    "level",
    "levels",
    "facet",
    "mirror",
    "family",
    "families",
    "competency",
    "group",
    "meters",
    "start",
    "to",
    "skill",
    "speaker",
    "next",
    "focus",
    "decision_role",
    "opens_with",
    "stage",
    "feedback",
    "panel",
    "conditions",
    "fixed",
    "must_include",
    "type",
    "channel",
    "due",
    "tone",
    "must_personalize",
    "ref",
    "life_area",
];

/// Fields that hold prose in one record and an id in another.
const EITHER: &[&str] = &["question", "ask", "persona"];

/// Shows each text that a person reads, with its path.
pub fn prose<R: Serialize>(record: &R, at: &At<'_>, look: &mut dyn FnMut(&At<'_>, &str)) {
    let Ok(table) = Table::try_from(record) else {
        return;
    };
    inside(&table, at, look);
}

fn inside(table: &Table, at: &At<'_>, look: &mut dyn FnMut(&At<'_>, &str)) {
    for (key, value) in table {
        let id = value.as_str().filter(|_| EITHER.contains(&key.as_str()));
        if !NOT_PROSE.contains(&key.as_str()) && !id.is_some_and(is_kebab) {
            below(value, &at.key(key), look);
        }
    }
}

fn below(value: &Value, at: &At<'_>, look: &mut dyn FnMut(&At<'_>, &str)) {
    match value {
        Value::String(text) if !text.is_empty() => look(at, text),
        Value::Array(list) => {
            for (i, entry) in list.iter().enumerate() {
                below(entry, &at.item(i), look);
            }
        }
        Value::Table(table) => inside(table, at, look),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::raw::Question;

    #[test]
    fn prose_is_shown_with_its_path_and_ids_are_not() {
        let text = "id = \"q\"\ntext = \"Why?\"\nkind = \"closing\"\nprobes = [{ text = \"And?\", tests = \"impact\" }]\n";
        let question: Question = toml::from_str(text).expect("a question");
        let mut seen = Vec::new();
        prose(&question, &At::top("question").item(0), &mut |at, text| {
            seen.push(format!("{at}: {text}"));
        });
        assert_eq!(seen, ["probes[1].text: And?", "text: Why?"]);
    }
}

//! Mocks of one's own, records of `questions/mine.toml`: written by the form of the studio, or by hand.

use toml_edit::{Array, InlineTable, Item, Table, Value, value};

use super::{FILE, told};
use crate::content::check::{self, Beside};
use crate::content::edited::{opened, records};
use crate::content::packs::MINE;
use crate::domain::id::BlueprintId;
use crate::domain::library::{Blueprint, Pick, Section};
use crate::problem::{Problem, Severity};

/// Whether a mock is one of the user's own.
pub fn is_own(id: &BlueprintId) -> bool {
    id.as_str().starts_with(&prefix())
}

/// The id that a mock of one's own has outside of its file.
pub fn outside(own: &str) -> BlueprintId {
    BlueprintId::new(format!("{}{own}", prefix()))
}

fn prefix() -> String {
    format!("{MINE}/")
}

/// An id as it stands in the file: those of the file itself have no prefix there.
fn inside(id: &str) -> &str {
    id.strip_prefix(&prefix()).unwrap_or(id)
}

/// Writes a mock into the bank, in the place of one with its id; gives the new text.
///
/// # Errors
///
/// When the file cannot be read as TOML, has something else under `blueprint`, or the mock breaks a rule of the
/// linter that it did not break before; the file is left alone then. What packs hold `beside` it may be named.
pub fn put(
    existing: Option<&str>,
    mock: &Blueprint,
    beside: &Beside,
) -> Result<String, Box<Problem>> {
    let text = existing.unwrap_or("format = 1\n");
    let mut bank = opened(FILE, text)?;
    let records = records(FILE, text, &mut bank, "blueprint")?;
    let own = inside(mock.id.as_str());
    if let Some(record) = records.iter_mut().find(|r| is(r, own)) {
        fill(record, mock);
    } else {
        let mut record = Table::new();
        record.decor_mut().set_prefix("\n");
        record["id"] = value(own);
        fill(&mut record, mock);
        records.push(record);
    }
    let new = bank.to_string();
    match broken(text, &new, beside) {
        Some(problem) => Err(Box::new(told::in_words(problem, mock))),
        None => Ok(new),
    }
}

/// Takes a mock out of the bank; gives the new text, or nothing when it is not there.
///
/// # Errors
///
/// As [`put`].
pub fn take(existing: &str, id: &BlueprintId) -> Result<Option<String>, Box<Problem>> {
    let mut bank = opened(FILE, existing)?;
    let records = records(FILE, existing, &mut bank, "blueprint")?;
    let before = records.len();
    records.retain(|r| !is(r, inside(id.as_str())));
    let gone = records.len() < before;
    if records.is_empty() {
        bank.remove("blueprint");
    }
    Ok(gone.then(|| bank.to_string()))
}

fn is(record: &Table, own: &str) -> bool {
    record.get("id").and_then(Item::as_str) == Some(own)
}

/// The first thing that is wrong now and was not before.
fn broken(before: &str, after: &str, beside: &Beside) -> Option<Problem> {
    let known = check::mine(FILE, before, beside.clone());
    let wrong = |p: &Problem| p.severity == Severity::Error;
    let new = |p: &Problem| !known.iter().any(|k| k.what == p.what && k.rule == p.rule);
    let mut found = check::mine(FILE, after, beside.clone()).into_iter();
    found.find(|p| wrong(p) && new(p))
}

/// Writes the fields of a mock; what else stands in the record stays.
fn fill(record: &mut Table, mock: &Blueprint) {
    record["title"] = value(mock.title.as_str());
    record["stage"] = value(mock.stage.id());
    record["minutes"] = value(i64::from(mock.minutes));
    record["feedback"] = value(mock.feedback.id());
    maybe(
        record,
        "persona",
        mock.persona.as_ref().map(|p| inside(p.as_str())),
    );
    maybe(
        record,
        "panel",
        mock.panel.as_ref().map(|p| inside(p.as_str())),
    );
    words(
        record,
        "families",
        mock.families.iter().map(|f| inside(f.as_str())),
    );
    words(record, "seniority", mock.seniority.iter().map(|s| s.id()));
    words(record, "conditions", mock.conditions.iter().map(|c| c.id()));
    words(
        record,
        "must_include",
        mock.must_include.iter().map(|k| k.id()),
    );
    let mut sections = Array::new();
    for section in &mock.sections {
        let mut row = Value::InlineTable(part(section));
        row.decor_mut().set_prefix("\n  ");
        sections.push_formatted(row);
    }
    sections.set_trailing("\n");
    sections.set_trailing_comma(true);
    record["sections"] = value(sections);
    record["pass_note"] = value(mock.pass_note.as_str());
}

fn maybe(record: &mut Table, key: &str, word: Option<&str>) {
    match word {
        Some(word) => record[key] = value(word),
        None => drop(record.remove(key)),
    }
}

fn words<'a>(record: &mut Table, key: &str, words: impl Iterator<Item = &'a str>) {
    let list: Array = words.collect();
    if list.is_empty() {
        record.remove(key);
    } else {
        record[key] = value(list);
    }
}

fn part(section: &Section) -> InlineTable {
    let mut row = InlineTable::new();
    row.insert("title", section.title.as_str().into());
    row.insert("minutes", i64::from(section.minutes).into());
    let list = |ids: Vec<&str>| Value::Array(ids.into_iter().collect());
    if !section.focus.is_empty() {
        let focus = section.focus.iter().map(|c| inside(c.as_str())).collect();
        row.insert("focus", list(focus));
    }
    if !section.ask.is_empty() {
        row.insert("ask", section.ask.as_str().into());
    }
    if let Some(pick) = &section.pick {
        row.insert("pick", Value::InlineTable(draws(pick)));
    }
    if let Some(items) = section.items {
        let mut inner = InlineTable::new();
        inner.insert("kind", items.kind.id().into());
        inner.insert("count", i64::from(items.count).into());
        row.insert("items", Value::InlineTable(inner));
    }
    if !section.fixed.is_empty() {
        row.insert(
            "fixed",
            list(section.fixed.iter().map(|id| inside(id)).collect()),
        );
    }
    let numbers = [
        ("prep_s", section.prep_s),
        ("answer_s", section.answer_s),
        ("takes", section.takes.map(u32::from)),
        (
            "probes",
            section.pick.as_ref().map(|_| u32::from(section.probes)),
        ),
    ];
    for (key, number) in numbers {
        if let Some(number) = number {
            row.insert(key, i64::from(number).into());
        }
    }
    if let Some(persona) = &section.persona {
        row.insert("persona", inside(persona.as_str()).into());
    }
    row
}

fn draws(pick: &Pick) -> InlineTable {
    let mut row = InlineTable::new();
    let list = |ids: Vec<&str>| Value::Array(ids.into_iter().collect());
    row.insert("kinds", list(pick.kinds.iter().map(|k| k.id()).collect()));
    if !pick.competencies.is_empty() {
        let ids = pick.competencies.iter().map(|c| inside(c.as_str()));
        row.insert("competencies", list(ids.collect()));
    }
    if !pick.topics.is_empty() {
        let ids = pick.topics.iter().map(|t| inside(t.as_str()));
        row.insert("topics", list(ids.collect()));
    }
    if !pick.difficulty.is_empty() {
        let numbers = pick.difficulty.iter().map(|d| i64::from(*d));
        row.insert("difficulty", Value::Array(numbers.collect()));
    }
    if !pick.from.is_empty() {
        let ids = pick.from.iter().map(|q| inside(q.as_str()));
        row.insert("from", list(ids.collect()));
    }
    row.insert("count", i64::from(pick.count).into());
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{packs, shipped};
    use crate::domain::library::Kind;

    /// A shipped mock under an id of the user's own.
    fn mine(id: &str, own: &str) -> Blueprint {
        let library = shipped::library();
        let shipped = library.blueprints.get(id).expect("it ships");
        Blueprint {
            id: outside(own),
            ..(*shipped).clone()
        }
    }

    fn read_back(text: &str, id: &BlueprintId) -> Blueprint {
        let bank = packs::load_mine(FILE, text).expect("a bank");
        let mut library = shipped::library();
        packs::lay_over(&mut library, &bank);
        (*library.blueprints.get(id.as_str()).expect("it is there")).clone()
    }

    #[test]
    fn every_shipped_mock_comes_back_from_the_bank_as_it_was_written() {
        for id in [
            "recruiter-screen-20",
            "one-way-5q",
            "panel-45",
            "ward-panel-30",
        ] {
            let mock = mine(id, "m-own");
            let text = put(None, &mock, &Beside::default()).expect("it keeps the rules");
            assert_eq!(read_back(&text, &mock.id), mock, "{text}");
        }
    }

    #[test]
    fn a_mock_that_is_changed_keeps_what_the_user_wrote_around_it() {
        let mut mock = mine("recruiter-screen-20", "m-own");
        let text = put(None, &mock, &Beside::default()).expect("written");
        let text = text.replace("[[blueprint]]", "# my call\n[[blueprint]] # first");
        let text = format!("{text}\n[[question]]\nid = \"q\"\ntext = 'Why?' # asked twice\n");
        mock.title = "Another title".to_owned();
        let changed = put(Some(&text), &mock, &Beside::default()).expect("changed");
        for kept in ["# my call", "# first", "'Why?' # asked twice"] {
            assert!(changed.contains(kept), "{kept} in {changed}");
        }
        assert_eq!(read_back(&changed, &mock.id).title, "Another title");
        assert_eq!(changed.matches("[[blueprint]]").count(), 1);
        let without = take(&changed, &mock.id)
            .expect("read")
            .expect("it was there");
        assert!(
            !without.contains("blueprint") && without.contains("'Why?'"),
            "{without}"
        );
        assert_eq!(take(&without, &mock.id), Ok(None));
    }

    #[test]
    fn a_mock_that_breaks_a_rule_is_not_written_and_the_rule_is_told() {
        let mut mock = mine("recruiter-screen-20", "m-own");
        mock.sections.retain(|s| {
            s.pick
                .as_ref()
                .is_none_or(|p| !p.kinds.contains(&Kind::Closing))
        });
        mock.must_include.clear();
        mock.minutes = mock.sections.iter().map(|s| s.minutes).sum();
        let told = put(None, &mock, &Beside::default()).expect_err("no closing");
        assert!(told.what.contains("your own questions"), "{told}");
    }

    #[test]
    fn a_mock_may_ask_what_a_pack_holds_and_only_that() {
        let pack = "format = 1\n[pack]\nid = \"night\"\ntitle = \"Nights\"\nversion = \"1.0.0\"\n\
            author = \"Sam\"\nlicense = \"CC-BY-4.0\"\nlanguage = \"en\"\n\n\
            [[question]]\nid = \"q-keys\"\ntext = \"Who has the keys at night?\"\n";
        let pack = packs::load_all(&[("night.toml", pack)]).expect("a pack");
        let mut library = shipped::library();
        packs::lay_over(&mut library, &pack);
        let beside = Beside::of(&library);
        let mut mock = mine("recruiter-screen-20", "m-own");
        mock.sections[0].fixed = vec!["night/q-keys".to_owned()];
        let text = put(None, &mock, &beside).expect("the pack has it");
        assert!(text.contains("night/q-keys"), "{text}");
        let told = put(None, &mock, &Beside::default()).expect_err("the pack is gone");
        assert!(told.what.contains("not there any more"), "{told}");
    }
}

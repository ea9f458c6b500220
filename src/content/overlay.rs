//! The user's changes to library records, `overlay.toml`: a note, other fields, or hiding a record.
//!
//! A record names its target and the fields that it replaces, each as a whole. A record that cannot be used is
//! told and left out; the others are laid over the library all the same.

pub mod own;

use serde::Serialize;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::found::{At, Sink};
use super::from_toml::{self, Slip};
use super::lower::Lower;
use super::packed::{SHELVES, shelves};
use super::packs::{self, Pack, SHIPPED};
use super::raw::{self, Record};
use super::read::{fields_of, shape_told, tree};
use super::{hint, place, shipped};
use crate::domain::library::{Library, Shelf};
use crate::problem::{Problem, Severity};

/// Lays an overlay over the library, after the packs were laid over it; tells what is wrong with it.
pub fn lay_over(
    library: &mut Library,
    packs: &[Pack],
    file_name: &str,
    text: &str,
) -> Vec<Problem> {
    let mut sink = Sink::default();
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let table = if tree(body, &mut sink).is_some() {
        from_toml::read(body).unwrap_or_default()
    } else {
        Table::new()
    };
    let mut overlay = Overlay {
        library,
        packs,
        sink,
    };
    for (array, records) in &table {
        overlay.array(array, records);
    }
    place::problems(&[(file_name, text)], overlay.sink.found)
}

struct Overlay<'o> {
    library: &'o mut Library,
    packs: &'o [Pack],
    sink: Sink,
}

/// Where the records of a type stand.
type ShelfOf<R> = fn(&mut Library) -> &mut Shelf<<R as Lower>::Into>;

impl Overlay<'_> {
    fn array(&mut self, array: &str, records: &Value) {
        macro_rules! change {
            ({} $($kind:ident $type:ident $shelf:ident,)+) => {
                match array {
                    "format" => {}
                    $(stringify!($kind) => self.records::<raw::$type>(records, |l| &mut l.$shelf),)+
                    other => self.stranger(other),
                }
            };
        }
        shelves!(change! {});
    }

    fn stranger(&mut self, array: &str) {
        self.sink.rule(
            ("L01", Severity::Error),
            &At::top(array),
            format_args!("`{array}` cannot be changed by an overlay."),
            hint::did_you_mean(array, SHELVES.into_iter()),
        );
    }

    fn records<R>(&mut self, records: &Value, onto: ShelfOf<R>)
    where
        R: Record + Lower + Serialize + DeserializeOwned + Noted,
    {
        let top = At::top(R::ARRAY);
        let Some(list) = records.as_array() else {
            let hint = format!("Start each record with a line `[[{}]]`.", R::ARRAY);
            return self.sink.error(
                &top,
                format_args!("`{top}` is not a list of records."),
                hint,
            );
        };
        for (i, record) in list.iter().enumerate() {
            let at = top.item(i);
            match record.as_table() {
                Some(change) => self.record::<R>(change, &at, onto),
                None => self.sink.error(
                    &at,
                    "Here a record is needed.",
                    "Write `id = \"…\"` and the fields to change.",
                ),
            }
        }
        self.sink.record = None;
    }

    fn record<R>(&mut self, change: &Table, at: &At<'_>, onto: ShelfOf<R>)
    where
        R: Record + Lower + Serialize + DeserializeOwned + Noted,
    {
        let named = change.get("id").and_then(Value::as_str).unwrap_or_default();
        self.sink.record = Some(named.to_owned());
        let Some(raw) = self.target::<R>(named) else {
            return self.gone(named, at);
        };
        let id = raw.id().to_owned();
        if change.get("disabled").and_then(Value::as_bool) == Some(true) {
            onto(self.library).remove(&id);
            R::hide(self.library, &id);
            return;
        }
        let before = self.sink.found.len();
        let Some(mut raw) = self.changed(raw, change, at) else {
            return;
        };
        if let Some(note) = change.get("note").and_then(Value::as_str) {
            raw.note(note);
        }
        let mut record = raw.lower(at, &mut self.sink);
        R::complete(&mut record);
        if self.sink.found.len() == before {
            R::show(self.library, &id, &record);
            onto(self.library).put(&id, record);
        }
    }

    fn gone(&mut self, named: &str, at: &At<'_>) {
        let hint = "Take it out, or name a record as `pack-id/record-id` (`greenroom/…` for a shipped one).";
        self.sink.rule(
            ("L34", Severity::Warning),
            &at.key("id"),
            format_args!("There is no record {named:?} to change."),
            hint,
        );
    }

    /// The record as it was packed.
    fn target<R: Record + DeserializeOwned>(&self, named: &str) -> Option<R> {
        let (pack, own) = named.split_once('/')?;
        if pack == SHIPPED {
            return shipped::raw(own);
        }
        self.packs
            .iter()
            .find(|p| p.head.id == pack)
            .and_then(|p| p.raw(named))
    }

    /// The record with the fields of the change in the place of its own.
    fn changed<R>(&mut self, mut record: R, change: &Table, at: &At<'_>) -> Option<R>
    where
        R: Record + Serialize + DeserializeOwned,
    {
        let whole = Table::try_from(&record).ok()?;
        // Through text, so that each type is read from TOML in one way: a second one is a megabyte of program.
        let read = &mut |text: &str| from_toml::read(text).map(|changed| record = changed);
        let is_read = self.change(whole, change, at, fields_of::<R>(), read);
        is_read.then_some(record)
    }

    /// Puts the fields of a change into a record of whatever type, one after the other, and has it read.
    fn change(
        &mut self,
        mut whole: Table,
        change: &Table,
        at: &At<'_>,
        known: &[&'static str],
        read: &mut dyn FnMut(&str) -> Result<(), Slip>,
    ) -> bool {
        let fields = change.iter();
        for (field, new) in fields.filter(|(field, _)| !OWN.contains(&field.as_str())) {
            if !known.contains(&field.as_str()) {
                let hint = hint::did_you_mean(field, known.iter().copied().chain(OWN));
                self.sink.rule(
                    ("L01", Severity::Error),
                    &at.key(field),
                    format_args!("`{field}` is not a field of this record."),
                    hint,
                );
                return false;
            }
            whole.insert(field.clone(), new.clone());
            if let Err(error) = read(&whole.to_string()) {
                let (what, hint) = shape_told(error.message());
                self.sink.error(&at.key(field), what, hint);
                return false;
            }
        }
        true
    }
}

/// Fields of the overlay itself.
const OWN: [&str; 3] = ["id", "note", "disabled"];

/// What a change means outside the record's own shelf.
trait Noted: Lower {
    /// Takes the user's remark.
    fn note(&mut self, _note: &str) {}

    /// Fills in what is borrowed from other records.
    fn complete(_record: &mut Self::Into) {}

    /// Carries a change to where else the record shows.
    fn show(_library: &mut Library, _id: &str, _record: &Self::Into) {}

    /// Hides the record where else it shows.
    fn hide(_library: &mut Library, _id: &str) {}
}

impl Noted for raw::Question {
    fn note(&mut self, note: &str) {
        if !self.notes.is_empty() {
            self.notes.push(' ');
        }
        self.notes.push_str(note);
    }

    fn complete(question: &mut Self::Into) {
        packs::lend_points(question);
    }

    fn show(library: &mut Library, id: &str, question: &Self::Into) {
        if let Some(card) = library.cards.iter_mut().find(|card| card.id.as_str() == id) {
            let pack = card.pack.take();
            *card = packs::card(question, pack);
        }
    }

    fn hide(library: &mut Library, id: &str) {
        let taken = library.cards.extract_if(.., |card| card.id.as_str() == id);
        library.taken_out.extend(taken);
    }
}

macro_rules! unnoted {
    ({} question $q:ident $qs:ident, $($array:ident $type:ident $shelf:ident,)+) => {
        $(impl Noted for raw::$type {})+
    };
}
shelves!(unnoted! {});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::library::{Card, Feedback};

    /// The library, its first question, and what a change to that question told.
    fn changed(change: &str) -> (Library, Card, Vec<Problem>) {
        let mut library = shipped::library();
        let card = library.cards[0].clone();
        let text = format!(
            "format = 1\n[[question]]\nid = \"greenroom/{}\"\n{change}",
            card.id
        );
        let problems = lay_over(&mut library, &[], "overlay.toml", &text);
        (library, card, problems)
    }

    #[test]
    fn a_note_and_a_time_replace_only_what_they_name() {
        let (library, card, problems) =
            changed("note = \"Start with the bakery.\"\nmax_s = 125\nanswer_s = 90\n");
        assert_eq!(problems, []);
        let question = library
            .questions
            .get(card.id.as_str())
            .expect("still there");
        assert_eq!(
            (question.notes.as_str(), question.window.answer),
            ("Start with the bakery.", 90)
        );
        assert_eq!(question.text, card.text);
        assert_eq!(
            library.card(card.id.as_str()).expect("still there").max_s,
            125
        );
    }

    #[test]
    fn a_disabled_question_is_not_drawn() {
        let (library, card, problems) = changed("disabled = true\n");
        assert_eq!(problems, []);
        assert!(library.card(card.id.as_str()).is_none());
        assert!(library.questions.get(card.id.as_str()).is_none());
        assert_eq!(library.taken_out, [card]);
    }

    #[test]
    fn a_question_of_a_pack_is_changed_under_its_full_name() {
        let pack =
            packs::load("p.toml", "[[question]]\nid = \"a\"\ntext = \"Why?\"\n").expect("a pack");
        let mut library = shipped::library();
        packs::lay_over(&mut library, &pack);
        let text = "[[question]]\nid = \"p/a\"\ntext = \"Why nights?\"\n";
        assert_eq!(lay_over(&mut library, &[pack], "overlay.toml", text), []);
        let card = library.card("p/a").expect("the card");
        assert_eq!(
            (card.text.as_str(), card.pack.as_deref()),
            ("Why nights?", Some("p"))
        );
    }

    #[test]
    fn a_slip_is_told_with_its_line_and_changes_nothing() {
        let (library, card, problems) = changed("txet = \"New?\"\n");
        assert_eq!(
            problems[0].to_string(),
            "overlay.toml:4:8: `txet` is not a field of this record. Did you mean `text`?"
        );
        assert_eq!(library.card(card.id.as_str()), Some(&card));
        for (slip, told) in [
            ("difficulty = 7\n", "`difficulty` is 7."),
            ("text = 3\n", "a text is needed"),
        ] {
            let (library, card, problems) = changed(slip);
            assert!(problems[0].to_string().contains(told), "{}", problems[0]);
            assert_eq!(library.card(card.id.as_str()), Some(&card));
        }
    }

    #[test]
    fn a_target_that_an_update_dropped_is_only_a_warning() {
        let mut library = shipped::library();
        let text = "[[question]]\nid = \"greenroom/q-gone\"\ndisabled = true\n";
        let problems = lay_over(&mut library, &[], "overlay.toml", text);
        assert_eq!(problems[0].severity, Severity::Warning);
        assert_eq!(problems[0].place.line, 2);
    }

    #[test]
    fn a_broken_overlay_leaves_the_library_whole() {
        let mut library = shipped::library();
        let before = library.cards.len();
        let problems = lay_over(&mut library, &[], "overlay.toml", "[[question\n");
        assert_eq!(problems[0].place.line, 1);
        assert_eq!(library.cards.len(), before);
    }

    #[test]
    fn a_mock_and_a_letter_are_changed_like_a_question() {
        let mut library = shipped::library();
        let (mock, letter) = (
            library.blueprints.at(0).expect("a mock").id.clone(),
            library.templates.at(0).expect("a letter").id.clone(),
        );
        let text = format!(
            "[[blueprint]]\nid = \"greenroom/{mock}\"\ntitle = \"Mine\"\nfeedback = \"each\"\n[[template]]\nid = \"greenroom/{letter}\"\ndisabled = true\n"
        );
        assert_eq!(lay_over(&mut library, &[], "overlay.toml", &text), []);
        let changed = library.blueprints.get(mock.as_str()).expect("there");
        assert_eq!(
            (changed.title.as_str(), changed.feedback),
            ("Mine", Feedback::Each)
        );
        assert!(library.templates.get(letter.as_str()).is_none());
    }
}

//! The user's own bank, `questions/mine.toml`: questions that were really asked, in the shape of a pack.
//!
//! The file belongs to the user: it is changed through an editor that keeps comments, order and unknown keys.

pub mod mocks;
mod told;

use chrono::NaiveDate;
use toml_edit::{DocumentMut, Item, Table, value};

use super::edited::{opened, records};
use super::guess;
use super::packs::{MINE, short_id};
use super::words::Words;
use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::domain::text::one_line;
use crate::problem::Problem;

/// The name of the file in problems.
const FILE: &str = "questions/mine.toml";

/// How alike a remembered question and one of the library must be to count as the same, in percent.
///
/// Half of all words of both: two wordings of one question from the library's own variants seldom reach it,
/// two different questions hardly ever do (the linter warns from 45 percent on).
pub const ALIKE: u32 = 50;

/// How many words both must have; two words in common are no question yet.
pub const ALIKE_WORDS: usize = 2;

/// Adds a question that was asked to the bank; gives the new text of the file and the question's id.
///
/// `existing` is the file as it is, `place` where it was asked (an application's id or any words; may be
/// empty). The same words again give the same id and leave the file as it is.
///
/// # Errors
///
/// When the file cannot be read as TOML, or has something else under `question`; it is left alone then.
pub fn add(
    existing: Option<&str>,
    question: &str,
    on: NaiveDate,
    place: &str,
) -> Result<(String, QuestionId), Box<Problem>> {
    let text = existing.unwrap_or("format = 1\n");
    let words = one_line(question);
    let own = short_id(&words);
    let id = QuestionId::new(format!("{MINE}/{own}"));
    let mut bank = opened(FILE, text)?;
    if holds(&bank, &own) {
        return Ok((text.to_owned(), id));
    }
    let records = records(FILE, text, &mut bank, "question")?;
    records.push(record(&own, &words, on, place));
    Ok((bank.to_string(), id))
}

/// Whether a question with this id, or with words that would give it, is in the bank.
fn holds(bank: &DocumentMut, id: &str) -> bool {
    let records = bank
        .get("question")
        .and_then(Item::as_array_of_tables)
        .into_iter()
        .flatten();
    let mut texts = records.map(|r| {
        (
            r.get("id").and_then(Item::as_str),
            r.get("text").and_then(Item::as_str),
        )
    });
    let bare = bank
        .get("questions")
        .and_then(Item::as_array)
        .into_iter()
        .flatten();
    texts.any(|(own, text)| own == Some(id) || text.is_some_and(|t| short_id(t) == id))
        || bare
            .filter_map(|v| v.as_str())
            .any(|text| short_id(text) == id)
}

fn record(id: &str, words: &str, on: NaiveDate, place: &str) -> Table {
    let mut record = Table::new();
    record.decor_mut().set_prefix("\n");
    record["id"] = value(id);
    record["text"] = value(words);
    let (kind, framework) = guess::kind(words);
    record["kind"] = value(kind.id());
    if let Some(framework) = framework {
        record["framework"] = value(framework);
    }
    record["tags"] = value(toml_edit::Array::from_iter(["asked"]));
    record["asked_on"] = value(on.to_string());
    if !place.is_empty() {
        record["asked_at"] = value(one_line(place));
    }
    record
}

/// The question of the library that a remembered one most likely is; `None` when none is like it.
///
/// Compares the words with the text and every variant of each question ([`ALIKE`], [`ALIKE_WORDS`]). With
/// equal likeness the earlier question wins.
pub fn nearest(library: &Library, text: &str) -> Option<QuestionId> {
    let asked = Words::of(text);
    let mut best = (ALIKE - 1, None);
    for question in library.questions.iter() {
        for wording in std::iter::once(&question.text).chain(&question.variants) {
            let known = Words::of(wording);
            let alike = asked.likeness(&known);
            if alike > best.0 && asked.shared(&known) >= ALIKE_WORDS {
                best = (alike, Some(question.id.clone()));
            }
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{packs, shipped};
    use crate::domain::library::Kind;

    /// Adds a question asked at a place on a day.
    fn added(existing: Option<&str>, question: &str) -> Result<(String, QuestionId), Box<Problem>> {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        add(existing, question, day, "acme-porter")
    }

    #[test]
    fn the_first_question_starts_the_bank() {
        let (text, id) = added(None, "Why do you want nights?").expect("added");
        assert_eq!(
            text,
            format!(
                "format = 1\n\n[[question]]\nid = \"{own}\"\ntext = \"Why do you want nights?\"\nkind = \"motivation\"\ntags = [\"asked\"]\nasked_on = \"2026-11-23\"\nasked_at = \"acme-porter\"\n",
                own = short_id("Why do you want nights?")
            )
        );
        let bank = packs::load_mine("questions/mine.toml", &text).expect("a bank");
        assert_eq!(
            (&bank.cards()[0].id, bank.cards()[0].kind),
            (&id, Kind::Motivation)
        );
        assert_eq!(bank.warnings, []);
    }

    #[test]
    fn what_tells_no_kind_is_rated_by_points_that_fit_any_answer() {
        let points = |words: &str| {
            let (text, id) = added(None, words).expect("added");
            let bank = packs::load_mine("questions/mine.toml", &text).expect("a bank");
            let mut library = shipped::library();
            packs::lay_bank(&mut library, &bank.questions());
            let question = library.questions.get(id.as_str()).expect("it is there");
            let points: Vec<_> = question.strong.iter().map(|p| p.text.clone()).collect();
            points.join("; ")
        };
        for words in [
            "How do you keep calm?",
            "Salary expectations",
            "Which hours can you work?",
        ] {
            assert!(
                !points(words).contains("one event"),
                "{words}: {}",
                points(words)
            );
        }
        assert!(points("Tell me about a time you failed.").contains("one event"));
    }

    #[test]
    fn the_same_words_again_change_nothing() {
        let (once, id) = added(None, "Why do you want nights?").expect("added");
        let (twice, same) = added(Some(&once), "  why do you want NIGHTS ").expect("added");
        assert_eq!((once, id), (twice, same));
        let listed = "questions = [\"Why nights?\"]\n";
        assert_eq!(added(Some(listed), "Why nights?").expect("known").0, listed);
    }

    #[test]
    fn what_the_user_wrote_stays_as_it_is() {
        let own = "# my bank\nformat = 1   # keep\n\n[[question]] # first\nid = \"a\"\ntext = 'Why?'\nmood = \"odd\"\n\n# the end\n";
        let (text, _) = added(Some(own), "Who covers for you?").expect("added");
        for line in own.lines() {
            assert!(text.contains(line), "{line} in {text}");
        }
        assert!(text.find("Why?") < text.find("Who covers"));
        assert!(packs::load_mine("m.toml", &text).is_ok());
    }

    #[test]
    fn a_broken_bank_is_left_alone_and_named() {
        let problem = added(Some("format = 1\n[[question]\n"), "Why?").expect_err("broken");
        assert_eq!(
            (problem.file.as_str(), problem.place.line),
            ("questions/mine.toml", 2)
        );
        assert!(added(Some("question = \"x\"\n"), "Why?").is_err());
    }

    #[test]
    fn signs_in_a_question_cannot_break_the_file() {
        let (text, _) = added(None, "x\"]\n[[attempt]]\u{1b}[2J 'why' \\?").expect("added");
        let bank = packs::load_mine("m.toml", &text).expect("a bank");
        assert_eq!(bank.cards()[0].text, "x\"] [[attempt]][2J 'why' \\?");
    }

    #[test]
    fn a_remembered_question_is_found_in_the_library() {
        let library = shipped::library();
        // A few say hardly anything without the facts that come before them.
        let telling = |text: &str| Words::of(text).len() >= ALIKE_WORDS;
        let cards = library.cards.iter().filter(|card| telling(&card.text));
        for card in cards.step_by(10) {
            assert_eq!(
                nearest(&library, &card.text.to_uppercase()).as_ref(),
                Some(&card.id),
                "{}",
                card.text
            );
        }
        assert_eq!(
            nearest(&library, "How many golf balls fit into a bus?"),
            None
        );
        assert_eq!(nearest(&library, ""), None);
    }
}

//! The user's own bank, `questions/mine.toml`: questions that were really asked, in the shape of a pack.
//!
//! The file belongs to the user: it is changed through an editor that keeps comments, order and unknown keys.

pub mod mocks;
mod told;

use chrono::NaiveDate;
use toml_edit::{Datetime, DocumentMut, Item, Table, value};

use super::edited::{opened, records};
use super::guess;
use super::packs::{MINE, short_id};
use super::tags::{ASKED, DOUBT, OWN};
use crate::domain::id::QuestionId;
use crate::domain::library::{Kind, PLAIN_ANSWER, StageId};
use crate::domain::text::one_line;
use crate::problem::Problem;

/// Where the file lies in the user's folder, and its name in problems.
pub const FILE: &str = "questions/mine.toml";

/// The bank before anything is in it.
pub const EMPTY: &str = "format = 1\n";

/// What joins the bank.
#[derive(Debug, Clone, Copy)]
pub struct Noted<'n> {
    /// The question, as it was asked.
    pub text: &'n str,
    /// Its kind, where the user says it; else it is guessed.
    pub kind: Option<Kind>,
    /// Where it was asked, in any words; may be empty.
    pub place: &'n str,
    /// The stage at which it was asked.
    pub stage: Option<StageId>,
    /// The day of the interview; `None` for a question that the user thought of.
    pub on: Option<NaiveDate>,
    /// Whether it is a doubt that they had, put as a question.
    pub doubt: bool,
}

/// Adds a question to the bank; gives the new text of the file and the question's id.
///
/// `existing` is the file as it is. The same words again give the same id and leave the file as it is.
///
/// # Errors
///
/// When the file cannot be read as TOML, or has something else under `question`; it is left alone then.
pub fn add(
    existing: Option<&str>,
    noted: &Noted<'_>,
) -> Result<(String, QuestionId), Box<Problem>> {
    let text = existing.unwrap_or(EMPTY);
    let words = one_line(noted.text);
    let own = short_id(&words);
    let id = QuestionId::new(format!("{MINE}/{own}"));
    let mut bank = opened(FILE, text)?;
    if holds(&bank, &own) {
        return Ok((text.to_owned(), id));
    }
    let records = records(FILE, text, &mut bank, "question")?;
    records.push(record(&own, &words, noted));
    Ok((bank.to_string(), id))
}

/// Takes questions out of the bank that came into it from a debrief at this place and stage; gives the new text of the
/// file. One that is not as it came any more stays: what a person wrote into the file is theirs.
///
/// # Errors
///
/// As [`add`].
pub fn remove(
    existing: &str,
    ids: &[QuestionId],
    place: &str,
    stage: Option<StageId>,
) -> Result<String, Box<Problem>> {
    let mut bank = opened(FILE, existing)?;
    let gone = |record: &Table| {
        let id = record.get("id").and_then(Item::as_str).unwrap_or_default();
        let id = format!("{MINE}/{id}");
        ids.iter().any(|gone| gone.as_str() == id) && is_as_it_came(record, place, stage)
    };
    records(FILE, existing, &mut bank, "question")?.retain(|record| !gone(record));
    Ok(bank.to_string())
}

/// Whether a record is still what a debrief made of a question, to the letter.
fn is_as_it_came(now: &Table, place: &str, stage: Option<StageId>) -> bool {
    let words = |key: &str| now.get(key).and_then(Item::as_str);
    let (Some(text), Some(on)) = (words("text"), now.get("asked_on")) else {
        return false;
    };
    // A date is one in quotation marks, too: that is how it was written before.
    let quoted = on.as_str();
    let said = quoted
        .map(str::to_owned)
        .or_else(|| on.as_datetime().map(ToString::to_string));
    let Some(Ok(on)) = said.map(|said| said.parse()) else {
        return false;
    };
    let noted = Noted {
        text,
        kind: None,
        place,
        stage,
        on: Some(on),
        doubt: false,
    };
    let decor = [now.decor().prefix(), now.decor().suffix()].into_iter();
    let mut remarks = decor.flatten().filter_map(|raw| raw.as_str());
    let mut came = record(&short_id(text), text, &noted);
    if let Some(quoted) = quoted {
        came["asked_on"] = value(quoted);
    }
    now.to_string() == came.to_string() && remarks.all(|remark| remark.trim().is_empty())
}

/// A doubt as a question that can be practiced.
pub fn doubt(text: &str) -> String {
    let text = one_line(text);
    format!(
        "They doubted: \"{}\". What do you say?",
        text.trim_end_matches('.')
    )
}

/// The question of the bank that a doubt becomes.
pub fn doubt_id(text: &str) -> QuestionId {
    QuestionId::new(format!("{MINE}/{}", short_id(&doubt(text))))
}

/// Whether a card is there: one of another pack, or one that this bank holds.
pub fn is_known(bank: &str, id: &QuestionId) -> bool {
    match id.as_str().split_once('/') {
        Some((MINE, own)) => opened(FILE, bank).is_ok_and(|bank| holds(&bank, own)),
        _ => true,
    }
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

fn record(id: &str, words: &str, noted: &Noted<'_>) -> Table {
    let mut record = Table::new();
    record.decor_mut().set_prefix("\n");
    record["id"] = value(id);
    record["text"] = value(words);
    let (kind, framework) = match noted.kind {
        _ if noted.doubt => (Kind::Sensitive, Some(PLAIN_ANSWER)),
        Some(kind) => (kind, guess::framework(words, kind)),
        None => guess::asked(words, noted.stage),
    };
    record["kind"] = value(kind.id());
    if let Some(framework) = framework {
        record["framework"] = value(framework);
    }
    let tag = match noted.on {
        _ if noted.doubt => DOUBT,
        Some(_) => ASKED,
        None => OWN,
    };
    record["tags"] = value(toml_edit::Array::from_iter([tag]));
    if let Some(on) = noted.on {
        let on = on.to_string();
        record["asked_on"] = on.parse::<Datetime>().map_or_else(|_text| value(on), value);
    }
    if !noted.place.is_empty() {
        record["asked_at"] = value(one_line(noted.place));
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{packs, shipped};

    /// Adds a question asked at a place on a day.
    fn added(existing: Option<&str>, question: &str) -> Result<(String, QuestionId), Box<Problem>> {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        let noted = Noted {
            text: question,
            kind: None,
            place: "acme-porter",
            stage: None,
            on: Some(day),
            doubt: false,
        };
        add(existing, &noted)
    }

    #[test]
    fn a_question_that_came_from_a_debrief_is_taken_out_and_one_written_by_hand_is_not() {
        let own = "format = 1\n\n[[question]]\nid = \"a\"\ntext = \"Why?\"\n";
        let (text, id) = added(Some(own), "11 dec").expect("added");
        let ids = [id, QuestionId::new("mine/a")];
        let taken = |text: &str| remove(text, &ids, "acme-porter", None).expect("removed");
        assert_eq!(taken(&text), own);
        for own in [
            format!("{text}notes = \"mine\"\n"),
            text.replace(
                "\n[[question]]\nid = \"q-",
                "\n# mine\n[[question]]\nid = \"q-",
            ),
            text.replace("text = \"11 dec\"", "text = \"11 dec\" # mine"),
            text.replace("tags = [\"asked\"]", "tags = [\"asked\", \"mine\"]"),
            text.replace("asked_on", "# asked_on"),
        ] {
            assert_ne!(own, text);
            assert_eq!(taken(&own), own);
        }
        let quoted = text.replace("asked_on = 2026-11-23", "asked_on = \"2026-11-23\"");
        assert_ne!(quoted, text);
        assert_eq!(taken(&quoted), own, "as it was written before");
        assert_eq!(remove(&text, &ids, "another", None).expect("read"), text);
    }

    #[test]
    fn the_first_question_starts_the_bank() {
        let (text, id) = added(None, "Why do you want nights?").expect("added");
        assert_eq!(
            text,
            format!(
                "format = 1\n\n[[question]]\nid = \"{own}\"\ntext = \"Why do you want nights?\"\nkind = \"motivation\"\ntags = [\"asked\"]\nasked_on = 2026-11-23\nasked_at = \"acme-porter\"\n",
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
}

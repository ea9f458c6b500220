//! L05 a question asks, L06 it asks one thing, L32 not all of them begin alike.

use super::book::{Book, each};
use super::out::{Out, Scope};
use super::tokens::{first_word, sentences};
use crate::content::found::At;
use crate::content::raw::{Question, Record};
use crate::content::tags::NOTED;

/// Words that a request may start with.
const REQUESTS: [&str; 31] = [
    "Tell",
    "Describe",
    "Walk",
    "Explain",
    "Give",
    "Talk",
    "Show",
    "Share",
    "Introduce",
    "Convince",
    "Present",
    "Outline",
    "Design",
    "Estimate",
    "Find",
    "Plan",
    "Teach",
    "Take",
    "Imagine",
    "Suppose",
    "Sell",
    "Compare",
    "Name",
    "Choose",
    "Summarize",
    "Persuade",
    "Respond",
    "Draft",
    "Read",
    "Diagnose",
    "Advise",
];

/// Joins a second question to the first.
const JOINTS: [&str; 3] = [" and how ", " and why ", " and what "];

/// Most behavioral questions, in percent, that may start with the same formula.
const ALIKE: usize = 35;

/// The formula.
const FORMULA: &str = "Tell me about a time";

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.questions, out, |question, at, out| {
        one(question, &question.text, &at.key("text"), out);
        for (i, variant) in question.variants.iter().enumerate() {
            one(question, variant, &at.key("variants").item(i), out);
        }
    });
    if out.scope == Scope::Shipped {
        openings(book, out);
    }
}

fn one(question: &Question, text: &str, at: &At<'_>, out: &mut Out<'_>) {
    // What a person notes down, of an interview or of their own, stands as it came.
    if question
        .tags()
        .iter()
        .any(|tag| NOTED.contains(&tag.as_str()))
    {
        return;
    }
    let text = spoken(text);
    let sentences = sentences(text);
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
        return;
    };
    let asks = last.ends_with('?')
        || [first, last]
            .iter()
            .any(|s| REQUESTS.contains(&first_word(s)));
    if !asks {
        let hint = "End with a question mark, or start with a word such as Tell, Describe, Walk, Give, Explain.";
        out.error("L05", at, format_args!("`{at}` does not ask."), hint);
    }
    if question.tags().iter().any(|tag| tag == "two-part") {
        return;
    }
    let hint = "Ask one thing and make the other a probe, or tag the question `two-part`.";
    if text.matches('?').count() > 1 {
        out.warn(
            "L06",
            at,
            format_args!("`{at}` has more than one question mark."),
            hint,
        );
    } else if let Some(joint) = joined(last) {
        out.warn(
            "L06",
            at,
            format_args!("`{at}` asks twice: \"{}\".", joint.trim()),
            hint,
        );
    }
}

/// A text without a remark in brackets and quotation marks at its end.
fn spoken(text: &str) -> &str {
    let text = text.trim();
    let remark = |(open, close): (char, char)| {
        let (before, _) = text.strip_suffix(close)?.rsplit_once(open)?;
        Some(before.trim_end()).filter(|before| !before.is_empty())
    };
    let remark = [('(', ')'), ('[', ']')].into_iter().find_map(remark);
    remark.unwrap_or(text).trim_end_matches(['"', '”', '’'])
}

/// The words that join a second ask to the first.
fn joined(sentence: &str) -> Option<&'static str> {
    let lower = sentence.to_lowercase();
    JOINTS.into_iter().find(|joint| lower.contains(joint))
}

fn openings(book: &Book, out: &mut Out<'_>) {
    let behavioral: Vec<_> = book
        .questions
        .iter()
        .filter(|q| q.record.kind == "behavioral")
        .collect();
    let alike: Vec<_> = behavioral
        .iter()
        .filter(|q| q.record.text.starts_with(FORMULA))
        .collect();
    if alike.len() * 100 <= behavioral.len() * ALIKE {
        return;
    }
    let Some(last) = alike.last() else { return };
    out.enter(&last.record, last.file);
    let what = format!(
        "{} of {} behavioral questions start with \"{FORMULA}\".",
        alike.len(),
        behavioral.len()
    );
    last.show(|_, at| {
        out.warn(
            "L32",
            &at.key("text"),
            &what,
            format_args!(
                "Keep it under {ALIKE} percent: Describe, Give an example, When did you last…"
            ),
        );
    });
}

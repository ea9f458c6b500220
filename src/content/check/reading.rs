//! L12: questions that can be understood when they are heard once.
//!
//! The reading grade is that of Flesch and Kincaid (Navy report 8-75, 1975): words in a sentence and syllables
//! in a word. The formula is noisy on short texts, hence advice only, and not for texts of under ten words.

use super::book::{Book, each};
use super::out::Out;
use super::tokens::{Token, sentences, tokens};
use crate::content::found::At;
use crate::content::raw::Question;

/// Fewest words of a text that is judged by itself.
const JUDGED: usize = 10;

/// Most words of a sentence.
const SENTENCE: usize = 28;

/// Highest grade of one text, in tenths of a school year.
const SINGLE: i32 = 120;

/// The same for kinds and fields whose words are long.
const EXPERT: i32 = 140;

/// Highest median of a file, in tenths.
const MEDIAN: i32 = 80;

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    let mut grades: Vec<Vec<i32>> = vec![Vec::new(); book.files];
    for placed in &book.questions {
        if let Some(file) = grades.get_mut(placed.file) {
            file.extend(grade(&placed.record.text));
        }
    }
    each(&book.questions, out, |question, at, out| {
        text(question, &question.text, &at.key("text"), out);
        for (i, variant) in question.variants.iter().enumerate() {
            text(question, variant, &at.key("variants").item(i), out);
        }
    });
    for (file, mut grades) in grades.into_iter().enumerate() {
        grades.sort_unstable();
        if let Some(median) = grades
            .get(grades.len() / 2)
            .filter(|median| **median > MEDIAN)
        {
            out.leave(file);
            let what = format_args!(
                "Half of the questions of this file need a reading grade above {}.",
                tenths(*median)
            );
            out.warn(
                "L12",
                &At::top("question"),
                what,
                "Use shorter sentences and everyday words.",
            );
        }
    }
}

fn text(question: &Question, text: &str, at: &At<'_>, out: &mut Out<'_>) {
    let expert = matches!(question.kind.as_str(), "technical" | "case" | "knowledge")
        || question.roles.iter().any(|role| role == "finance");
    let limit = if expert { EXPERT } else { SINGLE };
    if let Some(grade) = grade(text).filter(|grade| *grade > limit) {
        let what = format_args!(
            "`{at}` needs a reading grade of {}; {} is the limit.",
            tenths(grade),
            tenths(limit)
        );
        out.warn("L12", at, what, "Use shorter sentences and everyday words.");
    }
    for sentence in sentences(text) {
        let words = tokens(sentence).len();
        if words > SENTENCE {
            out.warn(
                "L12",
                at,
                format_args!("`{at}` has a sentence of {words} words."),
                "Split it in two.",
            );
        }
    }
}

fn tenths(grade: i32) -> String {
    format!("{}.{}", grade / 10, grade % 10)
}

/// The grade in tenths; `None` for a text that is too short to be judged.
fn grade(text: &str) -> Option<i32> {
    let tokens = tokens(text);
    let sentences = i32::try_from(sentences(text).len().max(1)).ok()?;
    let words = i32::try_from(tokens.len())
        .ok()
        .filter(|_| tokens.len() >= JUDGED)?;
    let syllables: i32 = tokens.iter().map(syllables).sum();
    // 0.39 words/sentence + 11.8 syllables/word - 15.59, in hundredths first.
    let hundredths = 39 * words / sentences + 1180 * syllables / words - 1559;
    Some(hundredths / 10)
}

/// Groups of vowels, without the silent e; at least one.
fn syllables(token: &Token<'_>) -> i32 {
    let word = &token.lower;
    let mut groups = 0;
    let mut inside = false;
    for c in word.chars() {
        let vowel = "aeiouy".contains(c);
        groups += i32::from(vowel && !inside);
        inside = vowel;
    }
    let silent = word.ends_with('e') && !word.ends_with("le")
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    (groups - i32::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_read_more_easily_than_long_ones() {
        let plain = grade("Tell me about a day on which a plan you had made did not work.")
            .expect("long enough");
        let heavy = grade("Characterize organizational circumstances necessitating interdepartmental communication regarding deliverables, notwithstanding considerable uncertainty.").expect("long enough");
        assert!(plain < 50, "{plain}");
        assert!(heavy > 200, "{heavy}");
        assert_eq!(grade("Why us?"), None);
    }

    #[test]
    fn syllables_are_counted_as_spoken() {
        for (word, count) in [
            ("time", 1),
            ("table", 2),
            ("asked", 1),
            ("needed", 2),
            ("customer", 3),
            ("why", 1),
        ] {
            assert_eq!(syllables(&tokens(word)[0]), count, "{word}");
        }
    }
}

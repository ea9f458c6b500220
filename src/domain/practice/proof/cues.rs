//! What a point wants and a sentence has in other words: a reason has a `because`, a lesson a `next time`.

use super::SURE;
use crate::domain::text::has_words;

/// A want of points, and by what a sentence meets it.
struct Cue {
    /// Words of a point that wants it, in lower case.
    wants: &'static [&'static str],
    /// Words of a sentence that has it, in lower case.
    has: &'static [&'static str],
    /// How much that is worth: less than sure needs something else beside it.
    worth: usize,
}

/// The wants, each of which can be heard in a sentence whatever it is about.
const CUES: [Cue; 4] = [
    Cue {
        wants: &["reason", "why"],
        has: &[
            "because",
            "reason",
            "that is why",
            "which is why",
            "i applied",
            "draws me",
            "drew me",
            "i want this",
        ],
        worth: 2,
    },
    Cue {
        wants: &[
            "this job",
            "this role",
            "this post",
            "this place",
            "this employer",
            "this team",
            "this house",
            "this organization",
            "this school",
            "this company",
        ],
        has: &[
            "you",
            "your",
            "this job",
            "this role",
            "this post",
            "this position",
        ],
        worth: 2,
    },
    Cue {
        wants: &[
            "next time",
            "lesson",
            "learned",
            "since then",
            "in place since",
            "habit",
            "differently",
        ],
        has: &[
            "next time",
            "since then",
            "ever since",
            "learned",
            "i took from it",
            "now i",
            "i now",
            "differently",
        ],
        worth: 2,
    },
    Cue {
        wants: &["by when", "the day", "date", "deadline", "which day"],
        has: &[
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "last week",
            "last month",
            "last year",
        ],
        worth: 2,
    },
];

/// Words of a point that stand for a figure, in lower case.
const FIGURES: [&str; 6] = [
    "figure", "number", "measured", "how many", "how much", "how long",
];

/// Words that say how many, in lower case; `one` is not among them, since it mostly counts nothing.
const NUMBERS: [&str; 24] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "twenty", "thirty", "forty", "fifty", "hundred", "thousand", "million", "dozen", "half",
    "third", "quarter", "twice", "percent",
];

/// How much of what a point wants, in lower case, a sentence has in other words.
pub fn shared(point: &str, sentence: &str) -> usize {
    let lower = sentence.to_lowercase();
    let any = |text: &str, signs: &[&str]| signs.iter().any(|sign| has_words(text, sign));
    let met = CUES
        .iter()
        .filter(|c| any(point, c.wants) && any(&lower, c.has));
    let met: usize = met.map(|c| c.worth).sum();
    let counted = if any(point, &FIGURES) {
        figure(sentence)
    } else {
        0
    };
    met + counted
}

/// Whether a point wants a figure.
pub fn wants_figure(point: &str) -> bool {
    let lower = point.to_lowercase();
    FIGURES.iter().any(|sign| has_words(&lower, sign))
}

/// Whether a text has a figure, in digits or in words.
pub fn has_figure(text: &str) -> bool {
    figure(text) > 0
}

/// How surely a text has a figure: digits count for more than words, which also count things by the way.
fn figure(text: &str) -> usize {
    let number = |w: &str| NUMBERS.contains(&w.to_lowercase().as_str());
    let digits = |w: &str| w.chars().any(|c| c.is_ascii_digit()) && !names_place(w);
    if text.split_whitespace().any(digits) {
        SURE + 1
    } else if text.split(|c: char| !c.is_alphanumeric()).any(number) {
        SURE
    } else {
        0
    }
}

/// Whether a word with digits is the name of a ward, a room or a form and counts nothing: `4B`, `R12`. `40K` and `$4B` count.
pub fn names_place(word: &str) -> bool {
    if word.contains(['$', '€', '£', '¥', '%']) {
        return false;
    }
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let only = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let letter = |c: char| c.is_ascii_uppercase();
    let before = word.strip_prefix(letter).is_some_and(only);
    let after = (word.strip_suffix(letter)).is_some_and(only) && !word.ends_with(['K', 'M', 'X']);
    before || after
}

//! Words of one line that begin with a dot: in a text that is being written, and at every prompt of a sitting.

use crate::domain::practice::sitting::Refusal;

/// Reads the question again.
pub const AGAIN: &str = ".q";

/// Reads what was written or said so far.
pub const SO_FAR: &str = ".r";

/// Takes the last line off.
pub const LAST_OFF: &str = ".z";

/// What is asked now, and what was written or said to it; at every prompt of a sitting both can be heard again.
#[derive(Default)]
pub struct Standing {
    /// The question; empty where nothing is asked.
    pub asked: String,
    /// The answer.
    pub said: String,
}

/// Why something was not done: what the screen says, with the ways that there are in lines.
pub const fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Blank => "Nothing is written yet. .s skips the question.",
        Refusal::NoSuchFact => {
            "They cannot tell you that. Other words may help; .a alone says what they know."
        }
        other => other.sentence(),
    }
}

/// Whether a line is meant as such a word: it stands alone and begins with a dot.
pub fn is_word(line: &str) -> bool {
    line.len() > 1 && line.starts_with('.') && !line.contains(char::is_whitespace)
}

/// Whether a line of a text is one of the words that lead away at every other prompt.
pub fn is_way(line: &str) -> bool {
    matches!(line, "b" | "u" | "q" | "hide")
}

/// What is said of a line that is no word here, and is not taken into a text either.
pub fn not_taken(line: &str, words: &str) -> String {
    format!("Not taken: {line}. {words} A space before it puts it into the text.")
}

/// What is left of a text without its last line, and that line.
pub fn last_off(text: &str) -> (&str, &str) {
    text.trim_end().rsplit_once('\n').unwrap_or(("", text))
}

/// What is said when the last line was taken off.
pub fn off_words(line: &str) -> String {
    match line.trim() {
        "" => "Nothing is written so far.".to_owned(),
        line => format!("Taken off: {line}"),
    }
}

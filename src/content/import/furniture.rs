//! What stands around questions on a page and is none: contents, navigation, talk about the page itself.

use super::asking::asks;
use super::words::{Names, WORDS};

/// The words of a heading for looking up: lower case, no numbers, signs or pictographs around them.
fn bare(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.trim_matches(|c: char| !c.is_alphabetic());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_one_of(text: &str, words: &Names) -> bool {
    words.contains(&bare(text))
}

/// Whether a heading stands over a table of contents, also with a remark behind the name.
pub fn is_contents(text: &str) -> bool {
    let bare = bare(text);
    WORDS.headings.contents.contains(&bare) || WORDS.headings.contents_of.begin(&bare)
}

/// Whether a heading stands over something that holds no questions.
pub fn is_beside(text: &str) -> bool {
    is_one_of(text, &WORDS.headings.beside)
}

/// Whether words only say that an answer follows: `Answer`, `Answer: D`, `Show answer`, `Strong answer`.
pub fn is_answer(text: &str) -> bool {
    let bare = bare(text);
    let answers = &WORDS.headings.answers;
    if answers.contains(&bare) {
        return true;
    }
    let short = bare.split_whitespace().count() <= 5;
    let mut words = bare.split(|c: char| !c.is_alphanumeric());
    let first = words.clone().next().unwrap_or_default();
    let last = words.next_back().unwrap_or_default();
    let colon = bare.split_once([':', '：']);
    let named = colon.map_or(first, |(name, _)| name.trim());
    let shown = ["show", "see", "view", "click", "reveal"].contains(&first);
    let says = bare.contains("answer") || bare.contains("solution");
    let kinds = [
        "answer", "answers", "solution", "antwort", "lösung", "response",
    ];
    let few = bare.split_whitespace().count() <= 2;
    answers.contains(named) && (few || colon.is_some())
        || short && shown && says
        || short && kinds.contains(&last) && !asks(text).surely()
}

/// Whether a sentence is about the page itself.
pub fn is_about(text: &str) -> bool {
    let bare = bare(text);
    WORDS.naming.about.stand_in(&bare)
}

/// Whether the words of a link only lead somewhere else on the page.
pub fn is_way(text: &str) -> bool {
    let bare = bare(text);
    WORDS.headings.ways.contains(&bare)
        || bare.contains("back to top")
        || bare.contains("back to contents")
}

/// Whether a line is nothing but tags, as notes have them: `#jobs #interview/teaching`.
pub fn is_tags(text: &str) -> bool {
    let tag = |word: &str| {
        word.strip_prefix('#')
            .is_some_and(|tag| tag.starts_with(char::is_alphabetic))
    };
    !text.is_empty() && text.split_whitespace().all(tag)
}

/// Whether words promise questions.
pub fn names_questions(text: &str) -> bool {
    let lower = text.to_lowercase();
    WORDS.naming.questions.stand_in(&lower)
}

/// Whether a title or the name of a file promises questions.
pub fn names_interviews(text: &str) -> bool {
    let lower = text.to_lowercase();
    names_questions(text) || WORDS.naming.meetings.stand_in(&lower)
}

/// Whether a heading rounds a page off.
pub fn is_aside(text: &str) -> bool {
    is_one_of(text, &WORDS.headings.aside)
}

/// Whether a heading stands over advice on questions and not over questions: `Preparing for hard questions`.
pub fn is_advice(text: &str) -> bool {
    WORDS.headings.advice.begin(&bare(text))
}

/// Whether a heading inside a question stands over what is asked.
pub fn is_asked(text: &str) -> bool {
    is_one_of(text, &WORDS.headings.asked)
}

/// Whether a heading inside a question stands over what has to be known for it.
pub fn is_given(text: &str) -> bool {
    is_one_of(text, &WORDS.headings.given)
}

/// Whether words promise tasks.
pub fn names_tasks(text: &str) -> bool {
    let lower = text.to_lowercase();
    WORDS.naming.tasks.stand_in(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_known_in_many_languages() {
        for text in [
            "Table of Contents",
            "## Contents",
            "Inhaltsverzeichnis",
            "目次",
            "📖 Table of Contents (Top Questions)",
        ] {
            assert!(is_contents(text), "{text}");
        }
        for text in ["Content Security Policy", "Index structures", "HTML"] {
            assert!(!is_contents(text), "{text}");
        }
    }

    #[test]
    fn names_of_answers_are_told_from_questions() {
        for text in [
            "Answer",
            "Answer: D",
            "Show answer",
            "✅ Solution",
            "Antwort:",
            "答案",
            "Click to see the answer!",
        ] {
            assert!(is_answer(text), "{text}");
        }
        for text in [
            "Answer one question about you",
            "How do you answer?",
            "Solutions architects do what",
        ] {
            assert!(!is_answer(text), "{text}");
        }
    }

    #[test]
    fn ways_and_talk_about_the_page_are_no_questions() {
        assert!(is_way("⬆ Back to Top") && is_way("↥ back to top"));
        assert!(is_about("Where are the answers?") && is_about("Want to contribute?"));
        assert!(!is_about("What is a closure?"));
    }
}

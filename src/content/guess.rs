//! Guesses the kind of a question from its words, for questions that a person only noted down.
//!
//! A small table of safe phrases, looked through in order; everything else is taken for a question about a
//! real event, the most frequent kind.

use crate::domain::library::Kind;

/// Phrases that give a kind away, the more telling first.
const PHRASES: &[(Kind, &[&str])] = &[
    (
        Kind::Inappropriate,
        &[
            "how old are you",
            "are you married",
            "plan to have children",
            "plan to have kids",
            "are you pregnant",
            "what religion",
            "where were you born",
            "your native language",
        ],
    ),
    (
        Kind::Behavioral,
        &[
            "tell me about a time",
            "describe a time",
            "describe a situation",
            "give me an example",
            "give an example",
            "when did you last",
            "can you think of a time",
            "have you ever",
            "tell us about a time",
        ],
    ),
    (
        Kind::Opener,
        &[
            "tell me about yourself",
            "tell us about yourself",
            "walk me through your",
            "introduce yourself",
        ],
    ),
    (
        Kind::Motivation,
        &[
            "why do you want",
            "why are you interested",
            "why this",
            "why us",
            "why our",
            "what attracts you",
            "why should we",
            "what do you know about us",
            "where do you see yourself",
        ],
    ),
    (
        Kind::Sensitive,
        &[
            "salary",
            "pay expect",
            "compensation",
            "why did you leave",
            "why are you leaving",
            "gap in your",
            "laid off",
            "let go",
            "fired",
            "weakness",
            "overqualified",
            "why were you",
        ],
    ),
    (
        Kind::Logistics,
        &[
            "notice period",
            "when can you start",
            "start date",
            "right to work",
            "willing to travel",
            "work weekends",
            "relocate",
        ],
    ),
    (
        Kind::Strengths,
        &[
            "your strengths",
            "your strength",
            "what are you good at",
            "what do you enjoy",
            "what energizes",
        ],
    ),
    (
        Kind::Closing,
        &[
            "any questions for",
            "do you have questions",
            "do you have any questions",
            "anything else",
            "anything you would like to add",
        ],
    ),
    (
        Kind::Culture,
        &[
            "our values",
            "kind of culture",
            "work environment",
            "ideal team",
            "ideal manager",
        ],
    ),
    (
        Kind::Situational,
        &[
            "what would you do",
            "how would you handle",
            "how would you deal",
            "how would you react",
            "imagine",
            "suppose",
        ],
    ),
];

/// The kind that the words of a question point to; behavioral when none does.
pub fn kind(text: &str) -> Kind {
    let text = text.to_lowercase();
    let found = PHRASES
        .iter()
        .find(|(_, phrases)| phrases.iter().any(|phrase| text.contains(phrase)));
    found.map_or(Kind::Behavioral, |(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_give_the_kind_away() {
        for (text, expected) in [
            ("Why do you want to work here?", Kind::Motivation),
            (
                "Tell me about a time you asked for a higher salary.",
                Kind::Behavioral,
            ),
            ("What are your SALARY expectations?", Kind::Sensitive),
            ("Tell me about yourself.", Kind::Opener),
            ("What would you do if a guest fell?", Kind::Situational),
            ("Do you have any questions for us?", Kind::Closing),
            ("When can you start?", Kind::Logistics),
            ("Are you married?", Kind::Inappropriate),
            ("The one about the forklift", Kind::Behavioral),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }
}

//! Guesses the kind of a question from its words, for questions that a person only noted down.
//!
//! A small table of safe phrases, looked through in order; everything else is taken for a question about a
//! real event, the most frequent kind.

use crate::domain::library::{Kind, PLAIN_ANSWER};

mod heading;
mod phrases;

pub use heading::{heading_kind, heading_stage, is_asked_back};
use phrases::PHRASES;

/// Words about pay and about weaknesses, which have a shape of their own among the hard questions.
const SHAPED: &[(&str, &[&str])] = &[
    (
        "range-reason-return",
        &["salary", "wage", "pay", "paid", "compensation", "earn"],
    ),
    ("weak-work-now", &["weakness"]),
];

/// The framework whose points fit a question where that of its kind may not: a hard one about pay or a weakness, and
/// one that was only taken for a question about an event.
pub fn framework(text: &str, kind: Kind) -> Option<&'static str> {
    let lower = text.to_lowercase();
    match kind {
        Kind::Sensitive => {
            let shaped = SHAPED
                .iter()
                .find(|(_, words)| words.iter().any(|word| lower.contains(word)));
            shaped.map(|(framework, _)| *framework)
        }
        Kind::Behavioral => {
            let event = told(&lower).is_some() || is_done(text) || lower.contains("a time");
            (!event).then_some(PLAIN_ANSWER)
        }
        _ => None,
    }
}

/// The kind that the words of a question point to; behavioral when none does.
pub fn kind(text: &str) -> Kind {
    told(&text.to_lowercase()).unwrap_or(Kind::Behavioral)
}

fn told(lower: &str) -> Option<Kind> {
    let found = PHRASES
        .iter()
        .find(|(_, phrases)| phrases.iter().any(|phrase| lower.contains(phrase)));
    found.map(|(kind, _)| *kind)
}

/// Words that ask for an explanation, where nobody is addressed.
const EXPLAIN: &[&str] = &[
    "what is",
    "what are",
    "what's",
    "what does",
    "what do ",
    "explain",
    "define",
    "difference",
    "how does",
    "how do ",
    "how is",
    "how are",
    "how to",
    "why is",
    "why are",
    "why does",
    "why do ",
    "when is",
    "when should",
    "when to",
    "which of",
    "describe the",
    "what happens",
    "pros and cons",
    "advantages",
    "compare",
    "list the",
    "name the",
    "was ist",
    "was sind",
    "was macht",
    "was bedeutet",
    "erkläre",
    "erläutere",
    "unterschied",
    "wie funktioniert",
    "qu'est-ce",
    "quelle est",
    "quelles sont",
    "expliquez",
    "différence",
    "qué es",
    "cuál es",
    "explica",
    "diferencia",
    "o que é",
    "qual a",
    "diferença",
    "cos'è",
    "qual è",
    "differenza",
    "что такое",
    "чем отлича",
    "в чем разница",
    "объясните",
    "як працює",
    "що таке",
    "czym jest",
    "czym różni",
    "とは何",
    "違い",
    "説明して",
    "什么是",
    "区别",
    "區別",
    "原理",
    "무엇인가",
    "차이",
    "설명",
];

/// Words by which the person is addressed.
const YOU: &[&str] = &[
    " you ",
    " your",
    " you?",
    " you've",
    " you'",
    " du ",
    " dich",
    " dir ",
    " dein",
    " sie ",
    " ihre",
    " ihr ",
    " vous ",
    " votre",
    " vos ",
    " te ",
    " tu ",
    " você",
    " seu ",
    " tuo",
    " вы ",
    " ваш",
    " ты ",
    " ви ",
    " twoj",
    "あなた",
    "你",
    "您",
];

/// Words that ask for an explanation whoever is addressed.
const SURELY: &[&str] = &[
    "explain",
    "the difference",
    "differences between",
    "define ",
    "erklär",
    "erläuter",
    "unterschied",
    "expliqu",
    "différence",
    "explicar",
    "diferencia",
    "diferença",
    "differenza",
    "объясни",
    "отлич",
    "разниц",
    "違い",
    "区别",
    "차이",
];

/// Words of what a person has done, by which a question in a list about a craft still asks for an event.
const DONE: &[&str] = &[
    "have you",
    "did you",
    "you've",
    "were you",
    "yesterday",
    "recently",
    "last time",
    "me about a ",
    "me about an ",
    "us about a ",
    "us about an ",
    "about the last",
    "about your last",
    "walk me through a time",
    "hast du",
    "haben sie",
    "hattest",
    "kürzlich",
    "gestern",
    "avez-vous",
    "as-tu",
    "récemment",
    "has hecho",
    "últimamente",
    "você já",
    "hai mai",
    "расскажите о",
    "czy kiedykolwiek",
    "最近",
    "ましたか",
];

/// Whether a question asks for what somebody has done.
pub fn is_done(text: &str) -> bool {
    let lower = text.to_lowercase();
    DONE.iter().any(|words| lower.contains(words))
}

/// Words of tasks that are worked through.
const SOLVE: &[&str] = &[
    "write a",
    "write an",
    "write code",
    "write the",
    "write sql",
    "implement",
    "output of",
    "what will be logged",
    "what is the output",
    "what's the output",
    "reverse a",
    "find the",
    "given an array",
    "given a string",
    "solve",
    "schreibe",
    "implementiere",
    "welche ausgabe",
    "напишите",
    "реализуйте",
    "実装",
    "实现",
    "输出",
];

/// Words that leave no doubt even where nobody is addressed.
const PLAINLY: &[&str] = &[
    "salary",
    "notice period",
    "start date",
    "why us",
    "weakness",
];

/// The kind of a question in a list, where its words leave no doubt.
pub fn listed(text: &str) -> Option<Kind> {
    let lower = format!(" {} ", text.to_lowercase());
    let any = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let addressed = any(YOU);
    let explained = (any(SURELY) || any(EXPLAIN) && !addressed).then_some(Kind::Knowledge);
    let event = any(&["about a time", "describe a time", "a time when"]);
    told(&lower)
        .filter(|_| addressed || event || any(PLAINLY))
        .or_else(|| (any(SOLVE) && !addressed).then_some(Kind::Technical))
        .or(explained)
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
            ("Which hours can you work?", Kind::Logistics),
            ("How long is your notice period?", Kind::Logistics),
            ("Are you available on weekends?", Kind::Logistics),
            ("Salary expectations", Kind::Sensitive),
            ("How much would you like to earn?", Kind::Sensitive),
            ("What do you do when a relative shouts?", Kind::Situational),
            ("How do you react when a guest is rude?", Kind::Situational),
            ("Why us?", Kind::Motivation),
            ("So, why us and not the others", Kind::Motivation),
            ("How do you work under pressure?", Kind::Behavioral),
            ("Are you married?", Kind::Inappropriate),
            ("The one about the forklift", Kind::Behavioral),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }

    #[test]
    fn a_kind_of_a_list_is_guessed_only_where_it_is_plain() {
        for (text, expected) in [
            (
                "Tell me about a time you missed a deadline.",
                Some(Kind::Behavioral),
            ),
            ("What are your strengths?", Some(Kind::Strengths)),
            ("What will be the output of this?", Some(Kind::Technical)),
            (
                "What is the difference between a list and a set?",
                Some(Kind::Knowledge),
            ),
            ("The one about the forklift", None),
        ] {
            assert_eq!(listed(text), expected, "{text}");
        }
    }

    #[test]
    fn an_answer_is_not_asked_for_an_event_that_nobody_asked_for() {
        for (text, expected) in [
            ("How do you work under pressure?", Some("plain-answer")),
            ("The one about the forklift", Some("plain-answer")),
            ("Tell me about a time you failed.", None),
            ("What did you do yesterday?", None),
            ("Salary expectations", Some("range-reason-return")),
            ("What is your greatest weakness?", Some("weak-work-now")),
            ("Why did you leave?", None),
            ("Which hours can you work?", None),
        ] {
            assert_eq!(framework(text, kind(text)), expected, "{text}");
        }
    }

    #[test]
    fn what_somebody_has_done_is_told_from_what_they_know() {
        assert!(is_done("Tell me about a design that failed."));
        assert!(is_done("Have you ever fallen out with a colleague?"));
        assert!(!is_done("Why are manhole covers round?"));
    }
}

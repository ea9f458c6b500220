//! Guesses the kind of a question from its words, for questions that a person only noted down.
//!
//! A small table of safe phrases, looked through in order. Only words that ask for something that happened make a
//! question one about an event; everything else gets a kind whose answer needs none, and points that fit any answer.

use crate::domain::library::{Kind, PLAIN_ANSWER, StageId};

mod happened;
mod heading;
mod phrases;

pub use happened::is_done;
use happened::{TIME, asks_for_event};
pub use heading::{heading_kind, heading_stage, is_asked_back};
use phrases::PHRASES;

/// Words about pay and about weaknesses, which have a shape of their own among the hard questions.
const SHAPED: &[(&str, &[&str])] = &[
    (
        "range-reason-return",
        &[
            "salary",
            "wage",
            "pay",
            "paid",
            "compensation",
            "earn",
            "base expect",
            "your base",
        ],
    ),
    ("weak-work-now", &["weakness"]),
];

/// The framework whose points fit a question of a known kind where that of its kind may not: a hard one about pay or a
/// weakness.
pub fn framework(text: &str, kind: Kind) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let fits = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let shaped = SHAPED.iter().find(|(_, words)| fits(words));
    shaped
        .filter(|_| kind == Kind::Sensitive)
        .map(|(framework, _)| *framework)
}

/// The kind that the words of a question point to, and the framework where that of the kind may not fit.
pub fn kind(text: &str) -> (Kind, Option<&'static str>) {
    told(&text.to_lowercase()).map_or_else(|| usual(text), |kind| (kind, framework(text, kind)))
}

/// The kind of a question that was asked at a stage of a real interview. What is worked out there is no story, whoever
/// is addressed.
pub fn asked(text: &str, stage: Option<StageId>) -> (Kind, Option<&'static str>) {
    let lower = text.to_lowercase();
    if let Some(kind) = told(&lower) {
        return (kind, framework(text, kind));
    }
    let craft = stage == Some(StageId::TechnicalAssessment) && !asks_for_event(&lower);
    let kind = listed(text).or_else(|| craft.then_some(Kind::Technical));
    kind.map_or_else(|| usual(text), |kind| (kind, framework(text, kind)))
}

/// The kind of a question whose words name none, with points that fit any answer: an event where one is asked for, a
/// way of doing something, or something about oneself.
pub fn usual(text: &str) -> (Kind, Option<&'static str>) {
    let lower = text.to_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if asks_for_event(&lower) {
        (Kind::Behavioral, None)
    } else if lower.strip_prefix("why ").is_some_and(asks_for_reasons) {
        (Kind::Motivation, None)
    } else if any(WAYS) {
        (Kind::Situational, Some(PLAIN_ANSWER))
    } else {
        (Kind::Strengths, Some(PLAIN_ANSWER))
    }
}

/// Words after "why" with which a question is about something else than what somebody wants.
const NOT_WANTED: &[&str] = &[
    "is", "are", "was", "were", "do", "does", "did", "would", "should", "could", "can", "will",
    "have", "has", "had", "might", "not", "don't", "isn't",
];

/// Whether what stands behind "why" is what somebody wants: `nights?`, `energy, after software?`.
fn asks_for_reasons(rest: &str) -> bool {
    let first = rest.split([' ', ',', '?']).next().unwrap_or_default();
    !NOT_WANTED.contains(&first)
}

/// Words that ask how something is done.
const WAYS: &[&str] = &[
    "how do you",
    "how would you",
    "how will you",
    "how should",
    "what do you do",
    "what then",
    "look like for you",
    "what steps",
    "walk me through",
    "walk us through",
    "wie gehen sie",
    "wie gehst du",
    "wie würden sie",
    "comment gérez",
    "comment feriez",
    "cómo maneja",
];

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
    "do you know who",
    "do you know what",
    "do you know which",
    "do you know how",
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
    // How somebody explains things to others is no question about the things.
    let explaining = any(&["you explain"]);
    let explained =
        (any(SURELY) && !explaining || any(EXPLAIN) && !addressed).then_some(Kind::Knowledge);
    told(&lower)
        .filter(|_| addressed || any(TIME) || any(PLAINLY))
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
            ("Why nights?", Kind::Motivation),
            ("So, why us and not the others", Kind::Motivation),
            ("How do you work under pressure?", Kind::Situational),
            ("What would you like to ask us?", Kind::Closing),
            ("What do you know about our company?", Kind::Motivation),
            (
                "You’ve got a gap from 2019 to 2021. What were you doing?",
                Kind::Sensitive,
            ),
            (
                "You have had four jobs in six years - why is that?",
                Kind::Sensitive,
            ),
            ("Walk me through your CV.", Kind::Opener),
            ("Walk me through your month-end close.", Kind::Situational),
            (
                "Would you be comfortable working on your own two days a week?",
                Kind::Culture,
            ),
            (
                "Where do you see this field going in ten years?",
                Kind::Motivation,
            ),
            (
                "Your manager asks you to move a cost into next year. What do you say?",
                Kind::Situational,
            ),
            (
                "How do you explain figures to someone who is not a numbers person?",
                Kind::Situational,
            ),
            ("Have you ever missed a deadline?", Kind::Behavioral),
            (
                "Tell me about a disagreement with a colleague.",
                Kind::Behavioral,
            ),
            ("Are you married?", Kind::Inappropriate),
            ("The one about the forklift", Kind::Strengths),
        ] {
            assert_eq!(kind(text).0, expected, "{text}");
        }
    }

    #[test]
    fn what_was_asked_in_an_interview_is_guessed_from_its_words_and_its_stage() {
        use StageId::{PhoneVideo, TechnicalAssessment};
        for (stage, text, expected) in [
            (
                PhoneVideo,
                "What is your base expectation?",
                Kind::Sensitive,
            ),
            (
                PhoneVideo,
                "Do you know who else sells data pipelines?",
                Kind::Knowledge,
            ),
            (PhoneVideo, "Why energy, after software?", Kind::Motivation),
            (PhoneVideo, "How do you forecast?", Kind::Situational),
            (
                PhoneVideo,
                "What does a key account plan look like for you?",
                Kind::Situational,
            ),
            (
                PhoneVideo,
                "A patient falls at night. What then?",
                Kind::Situational,
            ),
            (
                TechnicalAssessment,
                "How would you shard a users table with 200 million rows",
                Kind::Technical,
            ),
            (
                TechnicalAssessment,
                "Write a rate limiter, token bucket, in any language",
                Kind::Technical,
            ),
            (
                TechnicalAssessment,
                "Tell me about a bug that you are proud of",
                Kind::Behavioral,
            ),
        ] {
            assert_eq!(asked(text, Some(stage)).0, expected, "{text}");
        }
        assert_eq!(
            asked("What is your base expectation?", None).1,
            Some("range-reason-return")
        );
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
            ("How do you explain figures to a colleague?", None),
            ("What would you like to ask us?", Some(Kind::Closing)),
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
            ("Share a time a guest was angry.", None),
            (
                "How do you serve several guests at a time?",
                Some("plain-answer"),
            ),
            (
                "How do you keep several orders on a timetable?",
                Some("plain-answer"),
            ),
            ("What did you do yesterday?", None),
            ("Salary expectations", Some("range-reason-return")),
            ("What is your greatest weakness?", Some("weak-work-now")),
            ("Why did you leave?", None),
            ("Which hours can you work?", None),
        ] {
            assert_eq!(kind(text).1, expected, "{text}");
        }
    }
}

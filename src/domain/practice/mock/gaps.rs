//! What a typed answer plainly does not have, before anybody has rated it: a figure, an act of the person's own, an end.
//!
//! An interviewer who listens asks for just that. Nothing here judges an answer: only where no word at all speaks for a
//! point is it called a gap, and an answer in another language has none.

use crate::domain::library::{Kind, Part, Question};
use crate::domain::practice::proof;
use crate::domain::text::word_count;

/// An answer with fewer words is too short to be read.
const SHORTEST: usize = 8;

/// Words by which English is known: an answer that is long enough to be read has one of them.
const ENGLISH: [&str; 8] = ["the", "and", "to", "was", "of", "we", "they", "it"];

/// Words that speak of the person who answers.
const OWN: [&str; 10] = [
    "i",
    "i'd",
    "i've",
    "i'm",
    "i'll",
    "my",
    "me",
    "mine",
    "myself",
    "personally",
];

/// Words that speak of others, or of a group.
const OTHERS: [&str; 10] = [
    "we",
    "we'd",
    "we've",
    "our",
    "us",
    "team",
    "they",
    "everyone",
    "everybody",
    "colleagues",
];

/// Beginnings of words with which people say how it ended.
const ENDS: [&str; 62] = [
    "result",
    "outcome",
    "end",
    "final",
    "eventual",
    "since",
    "afterward",
    "today",
    "now",
    "later",
    "improv",
    "better",
    "worse",
    "fell",
    "fall",
    "rose",
    "rise",
    "drop",
    "grew",
    "grow",
    "sav",
    "cut",
    "fewer",
    "less",
    "more",
    "fast",
    "quick",
    "soon",
    "pass",
    "won",
    "win",
    "lost",
    "lose",
    "succe",
    "fail",
    "work",
    "thank",
    "happy",
    "glad",
    "pleas",
    "satisf",
    "agree",
    "accept",
    "stay",
    "left",
    "kept",
    "return",
    "back",
    "recover",
    "solv",
    "fix",
    "resolv",
    "done",
    "finish",
    "deliver",
    "learn",
    "safe",
    "calm",
    "apolog",
    "became",
    "led",
    "double",
];

/// The points (from 1) for which a typed answer plainly has nothing, in the order of the question.
///
/// A point that wants a figure lacks it where there is neither a digit nor a word of number; what the person did, in a
/// question about an event, where the answer speaks of others only; how it ended, where no word tells of an end and
/// the last sentence has no figure.
pub fn gaps(question: &Question, answer: &str) -> Vec<u8> {
    let words = words(answer);
    let has = |list: &[&str]| words.iter().any(|w| list.contains(&w.as_str()));
    if word_count(answer) < SHORTEST || !has(&ENGLISH) {
        return Vec::new();
    }
    let figure = !proof::has_figure(answer);
    let own = !has(&OWN) && has(&OTHERS);
    let last_figure = proof::sentences(answer)
        .last()
        .is_some_and(|s| proof::has_figure(s));
    let ended = |w: &String| ENDS.iter().any(|end| w.starts_with(end));
    let end = !last_figure && !words.iter().any(ended);
    let event = question.kind == Kind::Behavioral;
    let gap = |(n, point): (usize, &crate::domain::library::Point)| {
        let part = point.part.filter(|_| event);
        let missed = (figure && proof::wants_figure(&point.text))
            || (own && part == Some(Part::Action))
            || (end && part == Some(Part::Result));
        u8::try_from(n + 1).ok().filter(|_| missed)
    };
    question.strong.iter().enumerate().filter_map(gap).collect()
}

/// The points (from 1) that a sentence of a typed answer plainly makes: nobody asks again for what was just said.
pub fn met(question: &Question, answer: &str) -> Vec<u8> {
    let points = (1u8..).zip(&question.strong);
    let made = points.filter(|(_, point)| proof::fitting(&point.text, answer).is_some());
    made.map(|(n, _)| n).collect()
}

/// The words of a text in lower case; an apostrophe belongs to its word.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|w| !w.is_empty())
        .map(|w| w.to_lowercase().replace('’', "'"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::sample;

    /// Event, action, result by a figure, lesson, action.
    fn found(answer: &str) -> Vec<u8> {
        let mut question = sample::question("q-a", Kind::Behavioral);
        "Gives the result by a figure".clone_into(&mut question.strong[2].text);
        gaps(&question, answer)
    }

    #[test]
    fn an_answer_about_the_team_only_lacks_what_the_person_did() {
        let team = "Our ward was short of staff. We changed the rota and they agreed. In 2 weeks it was over.";
        assert_eq!(found(team), [2, 5]);
        let own = "Our ward was short of staff. I changed the rota and they agreed. In 2 weeks it was over.";
        assert!(found(own).is_empty());
        let bare = "Short of staff on the ward. Changed the rota. In 2 weeks it was over.";
        assert!(
            found(bare).is_empty(),
            "a note without a subject tells of nobody else"
        );
    }

    #[test]
    fn an_answer_without_figure_or_end_lacks_the_result() {
        let open =
            "The ward was short of staff, so I wrote a new rota and showed it to the others.";
        assert_eq!(found(open), [3], "neither a figure nor an end");
        let told = "The ward was short of staff, so I wrote a new rota. It worked.";
        assert_eq!(
            found(told),
            [3],
            "an end, but no figure, and the point wants one"
        );
        let twice = "I wrote the new rota and we had half the gaps that we had before.";
        assert!(found(twice).is_empty(), "a word of number is a figure");
    }

    #[test]
    fn nothing_is_said_of_a_few_words_or_of_another_language() {
        assert!(found("We changed the rota.").is_empty());
        let german = "Wir haben den Plan geändert und alle waren damit sehr zufrieden, auch die Nachtschicht.";
        assert!(found(german).is_empty());
    }

    #[test]
    fn what_a_sentence_plainly_makes_is_met() {
        let mut question = sample::question("q-a", Kind::Closing);
        "Asks by which day they will hear, or when they may ask"
            .clone_into(&mut question.strong[1].text);
        assert_eq!(
            met(&question, "I want this post. When can I hear from you?"),
            [2]
        );
        assert!(met(&question, "I want this post. I like to hear this.").is_empty());
    }

    #[test]
    fn only_a_question_about_an_event_wants_own_acts_and_an_end() {
        let question = sample::question("q-a", Kind::Situational);
        let answer = "We would call the family and the others would wait for the doctor to come.";
        assert!(gaps(&question, answer).is_empty());
    }
}

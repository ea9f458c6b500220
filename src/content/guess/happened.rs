//! Whether a question asks for something that happened: lists of words, each of which takes in those before it.

/// Words that ask for one time, whoever is addressed.
pub const TIME: &[&str] = &[
    "about a time",
    "about the time",
    "describe a time",
    "think of a time",
    "of a time",
    "name a time",
    "share a time",
    "recall a time",
    "a time when",
    "a time you",
    "a time where",
    "a time in which",
    "a time that",
];

/// Words that ask for one of somebody's own occasions, where somebody is addressed; of a craft they ask for an example.
pub const OCCASION: &[&str] = &[
    "when did you last",
    "when have you",
    "have you ever",
    "about a situation",
    "describe a situation",
    "describe an occasion",
    "describe an experience",
    "give me an example",
    "give us an example",
    "give an example",
    "share an example",
];

/// Words that ask for something that happened, where none of those above stand.
const HAPPENED: &[&str] = &[
    "did you",
    "what happened",
    "yesterday",
    "last time",
    "me about a ",
    "me about an ",
    "us about a ",
    "us about an ",
    "about the last",
    "about your last",
    "hattest",
    "haben sie schon",
    "hast du schon",
    "erzählen sie von",
    "avez-vous déjà",
    "as-tu déjà",
    "alguna vez",
    "você já",
    "hai mai",
    "расскажите о",
    "czy kiedykolwiek",
    "ましたか",
];

/// Words of what a person has done, by which a question in a list about a craft still asks for an event.
const DONE: &[&str] = &[
    "have you",
    "you've",
    "were you",
    "recently",
    "hast du",
    "haben sie",
    "kürzlich",
    "gestern",
    "avez-vous",
    "as-tu",
    "récemment",
    "has hecho",
    "últimamente",
    "最近",
];

/// Words for the one of its kind that a person remembers.
const MOST: &[&str] = &[
    "angriest",
    "best",
    "biggest",
    "boldest",
    "bravest",
    "busiest",
    "closest",
    "funniest",
    "greatest",
    "happiest",
    "hardest",
    "heaviest",
    "highest",
    "kindest",
    "largest",
    "longest",
    "loudest",
    "lowest",
    "messiest",
    "most",
    "nastiest",
    "oldest",
    "proudest",
    "riskiest",
    "rudest",
    "saddest",
    "scariest",
    "shortest",
    "sickest",
    "smallest",
    "smartest",
    "steepest",
    "strangest",
    "toughest",
    "trickiest",
    "ugliest",
    "weirdest",
    "wisest",
    "worst",
    "youngest",
];

/// What stands behind "you" where something of one's own past is meant.
const OWN_PAST: &[&str] = &["ever", "had", "still"];

/// What stands behind "you have" there, apart from words in -ed.
const PAST: &[&str] = &[
    "been",
    "built",
    "caught",
    "cut",
    "dealt",
    "done",
    "ever",
    "felt",
    "fought",
    "found",
    "given",
    "gone",
    "gotten",
    "had",
    "heard",
    "held",
    "kept",
    "known",
    "led",
    "lost",
    "made",
    "met",
    "personally",
    "put",
    "read",
    "run",
    "seen",
    "sold",
    "spent",
    "taken",
    "taught",
    "told",
    "won",
    "worked",
    "written",
    "yet",
];

/// Whether a question, in lower case, asks for something that happened.
pub fn asks_for_event(lower: &str) -> bool {
    any(TIME, lower) || any(HAPPENED, lower) || asks_for_the_most(lower)
}

/// Whether it asks for the one of its kind in somebody's past: `the hardest patient you have had`.
fn asks_for_the_most(lower: &str) -> bool {
    let words = lower.split(|c: char| !c.is_alphanumeric() && !"'’-".contains(c));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut of_it = words.windows(2).enumerate();
    let first = of_it.find(|(_, two)| two[0] == "the" && MOST.contains(&two[1]));
    first.is_some_and(|(at, _)| words[at..].windows(3).any(is_own_past))
}

/// Whether three words in a row are of somebody's own past: `you have had`, `that you've made`, `you still own`.
fn is_own_past(three: &[&str]) -> bool {
    let done =
        |word: &str| PAST.contains(&word) || (word.ends_with("ed") && !word.ends_with("eed"));
    match three {
        ["you", "have", third] => done(third),
        ["you've" | "you’ve", second, _] | [_, "you've" | "you’ve", second] => done(second),
        ["you", second, _] | [_, "you", second] => OWN_PAST.contains(second),
        _ => false,
    }
}

/// Whether a question asks for what somebody has done.
pub fn is_done(text: &str) -> bool {
    let lower = text.to_lowercase();
    asks_for_event(&lower) || any(DONE, &lower)
}

fn any(list: &[&str], lower: &str) -> bool {
    list.iter().any(|words| lower.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_for_a_time_asks_for_what_was_done_in_every_list() {
        for words in TIME.iter().chain(HAPPENED) {
            assert!(asks_for_event(words) && is_done(words), "{words}");
        }
        for text in [
            "Tell me about a design that failed.",
            "Describe a time a release went wrong.",
            "Have you ever fallen out with a colleague?",
            "What is the hardest patient you have had?",
            "What is the oldest code you still own?",
        ] {
            assert!(is_done(text), "{text}");
        }
        for text in [
            "what is the toughest call you've made?",
            "of all the people in the ward, what is the hardest patient you have cared for?",
            "what was the worst shift you had?",
        ] {
            assert!(asks_for_event(text), "{text}");
        }
        for text in [
            "where does the interest you have in nursing come from?",
            "how do you greet the guest you have never met?",
            "what is the request you had no time for?",
            "what is the test you have for a new colleague?",
            "what is the earliest date you have free?",
            "what is the best shift you have free?",
        ] {
            assert!(!asks_for_event(text), "{text}");
        }
        assert!(!is_done("Give an example of a deadlock."));
        assert!(!is_done("What is the fastest way to sort a list?"));
        assert!(!is_done("What is the best part of this job for you?"));
        assert!(!is_done("Why are manhole covers round?"));
    }
}

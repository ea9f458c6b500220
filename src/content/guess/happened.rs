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

/// Words of somebody's own past behind the first or last of its kind.
const OWN_PAST: &[&str] = &[
    "you have ",
    "you've ",
    "you ever ",
    "you had ",
    "you still ",
];

/// Whether a question, in lower case, asks for something that happened.
pub fn asks_for_event(lower: &str) -> bool {
    any(TIME, lower) || any(HAPPENED, lower) || asks_for_the_most(lower)
}

/// Whether it asks for the one of its kind in somebody's past: `the hardest patient you have had`.
fn asks_for_the_most(lower: &str) -> bool {
    lower.split_once("the ").is_some_and(|(_, rest)| {
        let first = rest.split_whitespace().next().unwrap_or_default();
        let most = first.ends_with("est") || ["most", "worst"].contains(&first);
        most && any(OWN_PAST, rest)
    })
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
        assert!(!is_done("Give an example of a deadlock."));
        assert!(!is_done("What is the fastest way to sort a list?"));
        assert!(!is_done("What is the best part of this job for you?"));
        assert!(!is_done("Why are manhole covers round?"));
    }
}

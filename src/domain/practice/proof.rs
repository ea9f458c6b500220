//! Sentences of an answer as proof of a point: the one that shares most words stands first.

use std::collections::BTreeSet;

/// Words shorter than this say too little to compare by.
const SHORTEST: usize = 4;

/// The sentences of a text, trimmed, in order.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['.', '?', '!', '\n']) {
        let (head, tail) = rest.split_at(at + 1);
        out.push(head.trim());
        rest = tail;
    }
    out.push(rest.trim());
    out.retain(|s| s.chars().any(char::is_alphanumeric));
    out
}

/// The sentences with those first that share most words with a point; of equals the earlier one.
pub fn nearest<'a>(point: &str, text: &'a str) -> Vec<&'a str> {
    let wanted = words(point);
    let mut found = sentences(text);
    found.sort_by_key(|s| std::cmp::Reverse(words(s).intersection(&wanted).count()));
    found
}

/// Whether a text takes a sentence up: at least half of its words that say something are in it.
pub fn takes_up(sentence: &str, text: &str) -> bool {
    let wanted = words(sentence);
    let shared = words(text).intersection(&wanted).count();
    !wanted.is_empty() && 2 * shared >= wanted.len()
}

/// Word stems: lower case, without common endings.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .map(|w| {
            ["ing", "ed", "s"]
                .iter()
                .find_map(|e| w.strip_suffix(e))
                .map_or(w.clone(), str::to_owned)
        })
        .filter(|w| w.chars().count() >= SHORTEST)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_with_most_words_in_common_comes_first() {
        let answer = "We had a queue. She wanted a broker. I measured the result for one week!";
        assert_eq!(
            nearest("Gives a result that was measured", answer)[0],
            "I measured the result for one week!"
        );
        assert_eq!(sentences("One. Two\nthree"), ["One.", "Two", "three"]);
        assert!(nearest("Anything", "  ").is_empty());
        let ask = "What is the next step, and by when do you expect to decide?";
        assert!(takes_up(ask, "What is the next step? When do you decide?"));
        assert!(!takes_up(ask, "What is the team like?"));
    }
}

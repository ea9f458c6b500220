//! The words of a text that have weight, so that `promised` and `a promise` are one.

use std::collections::BTreeSet;

/// Words shorter than this say too little to compare by.
const SHORTEST: usize = 4;

/// What is left of a word at least when its ending is taken off.
const STEM: usize = 3;

/// Words that stand in any sentence and prove nothing, in lower case.
const LIGHT: [&str; 62] = [
    "about", "after", "again", "also", "another", "asks", "because", "been", "before", "being",
    "both", "could", "does", "each", "every", "first", "from", "gives", "have", "having", "here",
    "into", "just", "last", "like", "made", "make", "makes", "more", "most", "much", "names",
    "only", "other", "over", "said", "says", "shows", "some", "such", "than", "that", "their",
    "them", "then", "there", "they", "thing", "things", "this", "those", "very", "want", "were",
    "what", "when", "where", "which", "will", "with", "would", "your",
];

/// Words that mean one thing in an answer, as they are without their endings; the first stands for all.
const ALIKE: [&[&str]; 6] = [
    &["rol", "post", "position"],
    &["manager", "bos"],
    &["team", "colleagu", "group"],
    &["mistak", "error", "fault", "wrong"],
    &["customer", "client", "guest"],
    &["monei", "cost", "budget"],
];

/// The words that have weight, without their endings.
pub fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|w| w.chars().count() >= SHORTEST && !LIGHT.contains(&w.as_str()))
        .map(|w| one_for_all(stem(&w)))
        .collect()
}

/// A word without its ending: `promise`, `promised` and `promises` are one, as are `plan` and `planned`.
fn stem(word: &str) -> String {
    let long = |rest: &&str| rest.chars().count() >= STEM;
    let bare = ["ing", "ed", "es", "s"]
        .iter()
        .find_map(|end| word.strip_suffix(end).filter(long))
        .unwrap_or(word);
    let single = bare
        .strip_suffix(|c: char| !"aeiouls".contains(c))
        .filter(|rest| long(rest) && rest.chars().next_back() == bare.chars().next_back())
        .unwrap_or(bare);
    let short = single.strip_suffix('e').filter(long).unwrap_or(single);
    match short.strip_suffix('y') {
        Some(rest) => format!("{rest}i"),
        None => short.to_owned(),
    }
}

fn one_for_all(stem: String) -> String {
    let alike = ALIKE.iter().find(|words| words.contains(&stem.as_str()));
    let first = alike.and_then(|words| words.first());
    first.map_or(stem, |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mean_one_thing_are_one() {
        for (one, other) in [
            ("this role", "the position"),
            ("my boss", "the managers"),
            ("the money", "a budget"),
            ("colleagues", "team"),
            ("mistakes", "an error"),
            ("a client", "customers"),
        ] {
            assert_eq!(words(one), words(other), "{one}, {other}");
        }
    }
}

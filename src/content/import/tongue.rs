//! Guesses the language of a list, so that rules for English prose stay away from others.

use super::words::{Names, WORDS};

/// A language tag for a text: by its letters where they tell, else by its small words, else English.
pub fn of(text: &str) -> &'static str {
    let start: String = text.chars().take(20_000).collect();
    by_letters(&start).unwrap_or_else(|| by_words(&start))
}

fn by_letters(text: &str) -> Option<&'static str> {
    const KINDS: [(&str, &[std::ops::RangeInclusive<char>]); 11] = [
        ("ja", &['\u{3040}'..='\u{30FF}']),
        ("ko", &['\u{AC00}'..='\u{D7AF}']),
        ("zh", &['\u{4E00}'..='\u{9FFF}']),
        ("ru", &['\u{400}'..='\u{4FF}']),
        ("ar", &['\u{600}'..='\u{6FF}']),
        ("he", &['\u{590}'..='\u{5FF}']),
        ("hi", &['\u{900}'..='\u{97F}']),
        ("bn", &['\u{980}'..='\u{9FF}']),
        ("el", &['\u{370}'..='\u{3FF}']),
        ("th", &['\u{E00}'..='\u{E7F}']),
        ("my", &['\u{1000}'..='\u{109F}']),
    ];
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let share = |ranges: &[std::ops::RangeInclusive<char>]| {
        text.chars()
            .filter(|c| ranges.iter().any(|r| r.contains(c)))
            .count()
    };
    // Such lists are full of names in Latin letters.
    let (tag, count) = KINDS
        .map(|(tag, ranges)| (tag, share(ranges)))
        .into_iter()
        .max_by_key(|(tag, n)| (*n, *tag == "ja"))?;
    let kana = KINDS.first().map_or(0, |(_, ranges)| share(ranges));
    let tag = if tag == "zh" && kana * 5 > count {
        "ja"
    } else {
        tag
    };
    (count * 5 > letters && count > 0).then_some(tag)
}

fn by_words(text: &str) -> &'static str {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
    let score = |small: &Names| words.iter().filter(|word| small.contains(**word)).count();
    let scores = WORDS
        .small
        .iter()
        .map(|(tag, small)| (tag.as_str(), score(small)));
    let english = scores
        .clone()
        .find(|(tag, _)| *tag == "en")
        .map_or(0, |(_, n)| n);
    let best = scores.max_by_key(|(_, n)| *n);
    // English unless another language is plainly ahead: code and names are English everywhere.
    best.filter(|(_, n)| *n > english + english / 5 + 2)
        .map_or("en", |(tag, _)| tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_small_words_tell_the_language() {
        for (text, tag) in [
            (
                "What is the difference between a cookie and a session?",
                "en",
            ),
            (
                "Was ist der Unterschied zwischen einem Cookie und der Session? Wie löst du das?",
                "de",
            ),
            ("昨日は何を学びましたか？ HTMLとは何ですか？", "ja"),
            ("请描述一下闭包是什么", "zh"),
            ("Что такое замыкание?", "ru"),
            (
                "Quelle est la différence entre les deux ? Que faites-vous dans une équipe ?",
                "fr",
            ),
            ("JSX", "en"),
            ("", "en"),
        ] {
            assert_eq!(of(text), tag, "{text}");
        }
    }
}

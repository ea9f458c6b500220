//! Questions with a second half that is held back until the first one is answered.

/// The shortest half that still says something, in characters.
const SHORT: usize = 20;

/// What a sentence begins with that asks without a question mark.
const ASKS: [&str; 10] = [
    "tell", "describe", "walk", "take me", "take us", "give", "name ", "explain", "show", "talk",
];

/// A text of several sentences in two: everything before the last sentence, and the last one, when each of them can be
/// answered by itself. A scene or a thought that only leads up to the question stays with it.
pub fn halves(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    if !text.ends_with('?') {
        return None;
    }
    let cut = (text.char_indices().zip(text.chars().skip(1)))
        .filter(|((_, end), next)| matches!(end, '.' | '?' | '!') && *next == ' ')
        .map(|((at, _), _)| at + 1)
        .last()?;
    let (first, second) = (text.get(..cut)?, text.get(cut..)?.trim());
    (first.len() >= SHORT && second.len() >= SHORT && asks(first)).then_some((first, second))
}

/// Whether a text ends with something that can be answered.
fn asks(text: &str) -> bool {
    let body = text.trim_end_matches(['.', '!', '?']);
    let last = body.rsplit(['.', '?', '!']).next().unwrap_or(body);
    let last = last.trim().to_lowercase();
    text.ends_with('?') || ASKS.iter().any(|word| last.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::halves;

    #[test]
    fn the_last_question_of_several_sentences_is_the_second_half() {
        let text = "Tell me about a promise you broke. Who heard of it first, and from whom?";
        let (first, second) = halves(text).unwrap();
        assert_eq!(first, "Tell me about a promise you broke.");
        assert_eq!(second, "Who heard of it first, and from whom?");
    }

    #[test]
    fn one_sentence_and_a_short_tail_stay_whole() {
        assert_eq!(
            halves("What do you do when two people want it at once?"),
            None
        );
        assert_eq!(halves("Tell me about a promise you broke. Why?"), None);
        assert_eq!(halves("Tell me of one. Describe what you did then."), None);
        for only_a_scene in [
            "Think of a craft in which no one around you could help. How did you get into it?",
            "We keep the last minutes for you. What can I tell you about us?",
            "There is money for one thing. You are asked what to buy. What do you recommend?",
        ] {
            assert_eq!(halves(only_a_scene), None, "{only_a_scene}");
        }
        assert!(halves("Who was against it? Tell us why. What did you do about them?").is_some());
        assert_eq!(halves(""), None);
        assert_eq!(halves("?"), None);
    }
}

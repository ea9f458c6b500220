//! Questions with a second half that is held back until the first one is answered.

/// The shortest half that still says something, in characters.
const SHORT: usize = 20;

/// A text of several sentences in two: everything before the last sentence, and the last one, when that is a
/// question of its own.
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
    (first.len() >= SHORT && second.len() >= SHORT).then_some((first, second))
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
        assert_eq!(halves(""), None);
        assert_eq!(halves("?"), None);
    }
}

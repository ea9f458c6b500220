//! Which known question another wording most likely asks.

use super::words::Words;
use crate::domain::id::QuestionId;
use crate::domain::library::Card;

/// How alike a remembered question and a known one must be to be offered as the same, in percent.
///
/// Lower than where the linter warns of two questions that ask the same (45 percent), because a person says whether they do.
const ALIKE: u32 = 40;

/// How many words both must have; two words in common are no question yet.
const ALIKE_WORDS: usize = 2;

/// Known questions by their words.
#[derive(Debug, Default)]
pub struct Near(Vec<(Words, QuestionId, String)>);

impl Near {
    /// Takes them in, the earlier one wins where two are as near.
    pub fn of<'c>(cards: impl IntoIterator<Item = &'c Card>) -> Self {
        let known = |card: &Card| (Words::of(&card.text), card.id.clone(), card.text.clone());
        Self(cards.into_iter().map(known).collect())
    }

    /// The nearest one with its words; `None` when none is like it.
    pub fn to(&self, text: &str) -> Option<(&QuestionId, &str)> {
        let asked = Words::of(text);
        let mut best = (ALIKE - 1, None);
        for (known, id, words) in &self.0 {
            let alike = asked.likeness(known);
            if alike > best.0 && asked.shared(known) >= ALIKE_WORDS {
                best = (alike, Some((id, words.as_str())));
            }
        }
        best.1
    }
}

/// Whether two sentences have a word in common that says what they are about.
pub fn share_a_word(one: &str, other: &str) -> bool {
    Words::of(one).shared(&Words::of(other)) > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;

    #[test]
    fn a_remembered_question_is_found_in_the_library() {
        let library = shipped::library();
        let near = Near::of(&library.cards);
        // A few say hardly anything without the facts that come before them.
        let telling = |text: &str| Words::of(text).len() >= ALIKE_WORDS;
        let cards = library.cards.iter().filter(|card| telling(&card.text));
        for card in cards.step_by(10) {
            let found = near.to(&card.text.to_uppercase());
            assert_eq!(found.map(|(id, _)| id), Some(&card.id), "{}", card.text);
        }
        assert_eq!(near.to("How many golf balls fit into a bus?"), None);
        assert_eq!(near.to(""), None);
    }
}

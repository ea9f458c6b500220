//! What a sentence is about, as a set of words, to tell whether two sentences ask the same.
//!
//! Lower case, no punctuation, no small words and no opening formula ("tell me about a time you …"), endings
//! cut (s, ed, ing). The words are kept as hashes in order, so that two sets are compared in one pass.

/// Words that say nothing about what is asked.
const SMALL: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could",
    "describe", "did", "do", "does", "example", "for", "from", "give", "had", "has", "have", "how",
    "i", "in", "is", "it", "me", "my", "not", "of", "on", "or", "so", "tell", "that", "the",
    "their", "them", "then", "there", "they", "this", "time", "to", "us", "walk", "was", "we",
    "were", "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
];

/// A set of words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words(Vec<u32>);

impl Words {
    /// The words of a sentence.
    pub fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric() && c != '\'');
        let mut hashes: Vec<u32> = words
            .filter(|word| !word.is_empty() && SMALL.binary_search(word).is_err())
            .map(|word| hash(stem(word)))
            .collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self(hashes)
    }

    /// The pairs of letters of a sentence in a script that does not part words.
    pub fn of_pairs(text: &str) -> Self {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let pairs = letters
            .array_windows()
            .map(|[a, b]| hash(&format!("{a}{b}")));
        let mut hashes: Vec<u32> = pairs.collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self(hashes)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The words as hashes, in order.
    pub fn hashes(&self) -> &[u32] {
        &self.0
    }

    /// How many words both have.
    pub fn shared(&self, other: &Self) -> usize {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = 0;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a.next();
                    b.next();
                }
            }
        }
        shared
    }

    /// Shared words as a part of all words of both, in percent (the Jaccard index).
    pub fn likeness(&self, other: &Self) -> u32 {
        let shared = self.shared(other);
        let all = self.len() + other.len() - shared;
        let percent = (shared * 100).checked_div(all).unwrap_or(0);
        u32::try_from(percent).unwrap_or(100)
    }
}

/// The word without its ending, where enough of it is left.
fn stem(word: &str) -> &str {
    ["ing", "ed", "s"]
        .iter()
        .find_map(|end| {
            word.strip_suffix(end)
                .filter(|rest| rest.chars().count() > 2)
        })
        .unwrap_or(word)
}

/// FNV-1a, 32 bit.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_opening_and_the_endings_do_not_count() {
        let a = Words::of("Tell me about a time you missed a deadline.");
        assert_eq!(a, Words::of("Describe missing deadlines!"));
        assert_eq!(a.len(), 2);
    }

    #[test]
    fn likeness_is_shared_words_of_all_words() {
        let a = Words::of("angry customer refund Friday");
        let b = Words::of("customer refund Monday");
        assert_eq!((a.shared(&b), a.likeness(&b)), (2, 40));
        assert_eq!(Words::of("").likeness(&Words::of("and then")), 0);
    }

    #[test]
    fn small_words_are_in_order_so_that_they_can_be_looked_up() {
        assert!(SMALL.is_sorted());
    }
}

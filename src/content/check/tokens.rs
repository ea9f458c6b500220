//! Sentences and words of a text, as the rules on prose see them.

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// As written, without the signs around it.
    pub word: &'t str,
    /// In lower case, with a plain apostrophe.
    pub lower: String,
    /// Whether a sentence, a quotation or what follows a colon starts with it.
    pub starts: bool,
}

/// The words of a text. Hyphens part words, apostrophes do not.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut starts = true;
    let mut rest = text;
    while let Some(from) = rest.find(|c: char| c.is_alphanumeric()) {
        let (between, word) = rest.split_at(from);
        starts |= between.contains(['.', '?', '!', ':', '"', '“', '\n', '(']);
        let end = word
            .find(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        let plain = word.trim_end_matches(['\'', '’']);
        let mut lower = plain.to_lowercase();
        if lower.contains('’') {
            lower = lower.replace('’', "'");
        }
        tokens.push(Token {
            word: plain,
            lower,
            starts,
        });
        starts = false;
        rest = after;
    }
    tokens
}

/// The sentences of a text, each with its closing sign.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let mut ends = rest
            .char_indices()
            .filter(|(_, c)| ".?!".contains(*c))
            .map(|(i, c)| i + c.len_utf8());
        let end = ends.find(|end| {
            let after = rest.get(*end..).unwrap_or_default();
            after.is_empty() || after.starts_with(char::is_whitespace)
        });
        let (sentence, after) = rest.split_at(end.unwrap_or(rest.len()));
        sentences.push(sentence.trim());
        rest = after.trim_start();
    }
    sentences
}

/// The first word of a text as written; empty when there is none.
pub fn first_word(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .next()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_whether_they_start_a_sentence() {
        let words: Vec<(String, bool)> = tokens("Tell me: Don’t you re-read? Yes.")
            .into_iter()
            .map(|t| (t.lower, t.starts))
            .collect();
        let expected = [
            ("tell", true),
            ("me", false),
            ("don't", true),
            ("you", false),
            ("re", false),
            ("read", false),
            ("yes", true),
        ];
        assert_eq!(words, expected.map(|(w, s)| (w.to_owned(), s)));
    }

    #[test]
    fn a_point_in_a_number_ends_no_sentence() {
        assert_eq!(
            sentences("It took 0.2 s. Now it takes 3 s. Why?"),
            ["It took 0.2 s.", "Now it takes 3 s.", "Why?"]
        );
        assert_eq!(sentences("No end"), ["No end"]);
        assert!(sentences("  ").is_empty());
    }

    #[test]
    fn the_first_word_stands_without_signs() {
        assert_eq!(first_word("“Describe it."), "Describe");
        assert_eq!(first_word(""), "");
    }
}

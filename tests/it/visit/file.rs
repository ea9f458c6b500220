//! A file as a test looks at it.

/// One file of the home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it is.
    pub path: String,
    /// What is in it.
    pub text: String,
}

impl File {
    /// These words are in it.
    pub fn contains(&self, words: &str) -> &Self {
        assert!(
            self.text.contains(words),
            "{} lacks: {words}\n{}",
            self.path,
            self.text
        );
        self
    }

    /// These words are not in it.
    pub fn lacks(&self, words: &str) -> &Self {
        assert!(
            !self.text.contains(words),
            "{} has: {words}\n{}",
            self.path,
            self.text
        );
        self
    }

    /// How often these words are in it.
    pub fn count(&self, words: &str) -> usize {
        self.text.matches(words).count()
    }
}

/// Whether a path is like a pattern in which `…` stands for anything.
pub fn fits(path: &str, like: &str) -> bool {
    let Some((start, rest)) = like.split_once('…') else {
        return path == like;
    };
    let Some(mut left) = path.strip_prefix(start) else {
        return false;
    };
    let mut pieces: Vec<&str> = rest.split('…').collect();
    let end = pieces.pop().unwrap_or_default();
    for piece in pieces {
        match left.split_once(piece) {
            Some((_, after)) => left = after,
            None => return false,
        }
    }
    left.ends_with(end)
}

#[test]
fn a_pattern_leaves_out_what_one_does_not_know() {
    assert!(fits(
        "practice/2026/2026-03-02T0900-drill.toml",
        "practice/….toml"
    ));
    assert!(fits("practice/2026/a-b.toml", "practice/…/…-b.toml"));
    assert!(!fits("practice/2026/a.toml", "journal/….toml"));
    assert!(!fits("practice/2026/a.toml", "practice/….txt"));
}

//! Plain words for people: at most 80 columns, nothing that steers a terminal.

use std::path::Path;

use textwrap::{Options, WordSplitter};

use crate::domain::text::{clean, visible};

/// Most columns of a line.
pub const COLUMNS: usize = 80;

/// Text from anywhere, made safe and wrapped; every line begins with `indent` blanks.
pub fn wrapped(text: &str, indent: usize) -> String {
    hanging("", text, indent)
}

/// The same with a `head` before the first line that the others are set in under.
pub fn hanging(head: &str, text: &str, indent: usize) -> String {
    let first = format!("{:indent$}{head}", "");
    let rest = " ".repeat(textwrap::core::display_width(&first));
    let options = Options::new(COLUMNS)
        .initial_indent(&first)
        .subsequent_indent(&rest)
        .word_splitter(WordSplitter::NoHyphenation);
    let filled = textwrap::fill(&clean(text), options);
    let lines: Vec<&str> = filled.lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// `1 answer`, `3 answers`.
pub fn count(n: usize, one: &str) -> String {
    match n {
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    }
}

/// How to practice with a pack.
pub fn practice(pack: &str) -> String {
    format!("Practice with it: `greenroom drill --pack {pack}`")
}

/// A path as it may be printed.
pub fn path(path: &Path) -> String {
    visible(&path.to_string_lossy())
}

/// Words as a list with commas, cut short when they are many.
pub fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 30;
    let mut all: Vec<&str> = words.into_iter().take(MOST + 1).collect();
    if all.len() > MOST {
        all.truncate(MOST);
        all.push("…");
    }
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_wrap_under_their_head() {
        let text = "word ".repeat(30);
        let shown = hanging("- ", &text, 2);
        assert!(shown.lines().all(|l| l.len() <= COLUMNS), "{shown}");
        assert!(shown.starts_with("  - word"));
        assert!(shown.lines().skip(1).all(|l| l.starts_with("    word")));
    }

    #[test]
    fn nothing_that_steers_a_terminal_gets_through() {
        assert_eq!(wrapped("a\u{1b}[31mb \u{202e}c", 0), "a[31mb c");
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(count(1, "answer"), "1 answer");
        assert_eq!(count(0, "answer"), "0 answers");
    }
}

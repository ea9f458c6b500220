//! Text from outside made safe to show: controls, direction marks, stacked marks.
//!
//! No drawing library is safe by itself: bidirectional overrides, zero-width and tag characters pass through
//! list rows and titles, and everything printed outside the screen passes whole. So text is cleaned once, when
//! it comes in ([`clean`]), and a line quoted from a file is made visible before it is told ([`visible`]).

use unicode_segmentation::UnicodeSegmentation;

/// Most code points that one visible character may be built of; families and flags need up to eleven.
pub const MAX_STACK: usize = 16;

/// What a tab is replaced by.
const TAB: &str = "    ";

/// Drops what could steer a terminal or hide text, and keeps everything a person can read.
///
/// Line ends become `\n`, tabs four spaces; controls, direction marks, zero-width, format and tag characters
/// and the separators U+2028 and U+2029 go; a character keeps at most [`MAX_STACK`] code points. The zero-width
/// joiner stays where it holds an emoji together. Cleaning twice changes nothing more.
pub fn clean(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\t' => out.push_str(TAB),
            c if passes(before, c, chars.peek().copied()) => out.push(c),
            _ => continue,
        }
        before = Some(c);
    }
    unstack(out)
}

/// Cleans a text that is already owned; costs one look when there is nothing to do.
pub fn clean_owned(text: String) -> String {
    if is_clean(&text) { text } else { clean(&text) }
}

/// Cleans a text that belongs on one line: line ends become spaces, the ends are trimmed.
pub fn one_line(text: &str) -> String {
    let clean = clean(text);
    if clean.contains('\n') {
        clean.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        clean.trim().to_owned()
    }
}

/// Whether the text is plain ASCII with nothing to clean, the common case.
fn is_clean(text: &str) -> bool {
    text.bytes()
        .all(|b| b == b'\n' || (b' '..=b'~').contains(&b))
}

/// Whether each byte is a letter, digit, mark or space that takes one cell: the common case, which needs no tables.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| (b' '..=b'~').contains(&b))
}

/// The first words of a text, to tell it by.
pub fn beginning(text: &str) -> String {
    const WORDS: usize = 6;
    let mut words = text.split_whitespace();
    let mut first: Vec<&str> = words.by_ref().take(WORDS).collect();
    first.extend(words.next().map(|_| "…"));
    first.join(" ")
}

/// How many words a text has.
pub fn word_count(text: &str) -> usize {
    if !text.is_ascii() {
        return text.split_whitespace().count();
    }
    // Counted at each letter of a long answer.
    let mut blank = true;
    let mut count = 0;
    for byte in text.bytes() {
        let now = matches!(byte, b' ' | b'\t'..=b'\r');
        count += usize::from(blank && !now);
        blank = now;
    }
    count
}

/// Makes a source line safe to print without moving anything: the result has the same length in bytes.
///
/// One-byte controls become `?`, two-byte ones `·`, three-byte ones U+FFFD, four-byte ones `··`, so that byte
/// ranges found in the source still fit. Line ends stay; a tab becomes one space.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        let mut chars = cluster.chars().enumerate().peekable();
        let mut before = None;
        while let Some((i, c)) = chars.next() {
            let after = chars.peek().map(|(_, c)| *c);
            match c {
                '\t' => out.push(' '),
                '\r' if after == Some('\n') => out.push(' '),
                c if i < MAX_STACK && passes(before, c, after) => out.push(c),
                c => out.push_str(stand_in(c.len_utf8())),
            }
            before = Some(c);
        }
    }
    out
}

const fn stand_in(bytes: usize) -> &'static str {
    match bytes {
        1 => "?",
        2 => "·",
        3 => "\u{FFFD}",
        _ => "··",
    }
}

/// Whether a character may stay between these neighbors.
fn passes(before: Option<char>, c: char, after: Option<char>) -> bool {
    match c {
        '\n' => true,
        // Joins a family or a flag; alone it only hides.
        '\u{200D}' => before.is_some_and(joins) && after.is_some_and(is_pictograph),
        c => !c.is_control() && !is_format(c),
    }
}

/// Characters without a shape of their own that hide, reorder or annotate text.
const fn is_format(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// What a joiner may follow: a pictograph, its skin tone or the mark that asks for color.
fn joins(c: char) -> bool {
    is_pictograph(c) || c == '\u{FE0F}'
}

const fn is_pictograph(c: char) -> bool {
    matches!(c,
        '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}'
        | '\u{1F000}'..='\u{1FAFF}')
}

/// Cuts characters built of too many code points.
fn unstack(text: String) -> String {
    let mut text = text;
    // Cutting can bring two neighbors together that now count as one, hence until nothing is left to cut.
    while text.graphemes(true).any(|g| g.chars().count() > MAX_STACK) {
        text = text
            .graphemes(true)
            .map(|g| {
                let kept: String = g.chars().take(MAX_STACK).collect();
                if kept.len() < g.len() {
                    kept.trim_end_matches('\u{200D}').to_owned()
                } else {
                    kept
                }
            })
            .collect();
    }
    text
}

/// Words on one line of a Markdown document, with the marks of Markdown taken literally.
pub fn markdown_line(text: &str) -> String {
    let mut out = String::new();
    for c in one_line(text).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// As far as numbers are words in a line.
const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// Small numbers as words.
pub fn number(n: usize) -> String {
    NUMBERS
        .get(n)
        .map_or_else(|| n.to_string(), |w| (*w).to_owned())
}

/// Names in one line: `Acme, Bolt Works and Hill Clinic`.
pub fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.concat(),
    }
}

/// The words with a capital at their start. A first word that has its capital further on, such as `eBay`, is a name and
/// stays as it is.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next();
    let rest = letters.as_str();
    let named = rest
        .split(char::is_whitespace)
        .next()
        .is_some_and(|word| word.chars().any(char::is_uppercase));
    match first {
        Some(first) if !named => format!("{}{rest}", first.to_uppercase()),
        _ => words.to_owned(),
    }
}

/// The words as a sentence: with a full stop, unless they end one themselves, as those of `Acme Inc.` do.
pub fn full_stop(words: &str) -> String {
    let words = words.trim_end();
    let ends = words.ends_with(['.', '!', '?', '…']);
    format!("{words}{}", if ends { "" } else { "." })
}

/// Whether a text in lower case has these words as whole ones, or as many of them: `figures`, never `depends with` for `ends with`.
pub fn has_words(lower: &str, words: &str) -> bool {
    lower.match_indices(words).any(|(at, _)| {
        let before = lower.get(..at).and_then(|b| b.chars().next_back());
        let after = lower.get(at + words.len()..).unwrap_or_default();
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let many = ["s", "es"].iter().filter_map(|s| after.strip_prefix(s));
        !before.is_some_and(char::is_alphanumeric) && (ends(after) || many.into_iter().any(ends))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_sentence_has_one_full_stop() {
        use super::full_stop;
        for (words, sentence) in [
            ("They use Sage", "They use Sage."),
            ("They use Sage. ", "They use Sage."),
            ("Why me?", "Why me?"),
        ] {
            assert_eq!(full_stop(words), sentence);
        }
    }

    use crate::seeded::cases;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_escape_sequence_loses_its_power_and_keeps_its_letters() {
        assert_eq!(
            clean("red \u{1b}[31mRED\u{7} \u{9b}31m\u{b}end"),
            "red [31mRED 31mend"
        );
    }

    #[test]
    fn line_ends_and_tabs_become_plain() {
        assert_eq!(clean("a\r\nb\rc\td"), "a\nb\nc    d");
        assert_eq!(one_line("  two\r\nlines \u{2028}"), "two lines");
    }

    #[test]
    fn direction_marks_and_hidden_characters_go() {
        assert_eq!(
            clean("answer \u{202E}txt.exe\u{202C} \u{2066}x\u{2069} \u{200F}y"),
            "answer txt.exe x y"
        );
        assert_eq!(
            clean("a\u{200b}b\u{200d}c\u{feff}d\u{e0041}\u{e0042}"),
            "abcd"
        );
    }

    #[test]
    fn families_and_flags_stay_whole() {
        let emoji = "漢字👨‍👩‍👧‍👦🏳️‍🌈";
        assert_eq!(clean(emoji), emoji);
        assert_eq!(visible(emoji), emoji);
    }

    #[test]
    fn other_scripts_stay() {
        let text = "اشرح الفرق بين inline و block؟ Größe, naïve, Łódź";
        assert_eq!(clean(text), text);
    }

    #[test]
    fn a_tower_of_marks_is_cut() {
        let tower = format!("Z{}algo", "\u{301}".repeat(5000));
        assert_eq!(clean(&tower).chars().count(), MAX_STACK + 4);
    }

    #[test]
    fn a_quoted_line_keeps_its_length() {
        let line = "x\u{1b}[2J\u{9b}\u{202e}\u{e0041}\ty\r\n";
        let shown = visible(line);
        assert_eq!(shown, "x?[2J·\u{FFFD}·· y \n");
        assert_eq!(shown.len(), line.len());
    }

    /// Words of a hostile mind: anything, and often the characters that matter here.
    fn hostile() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(
            "\u{1b}\r\n\t\u{9b}\u{202e}\u{200d}\u{fe0f}👩🏽🌈\u{301}\u{600}\u{e0041}\u{2028}\u{ad}aé"
                .chars()
                .collect::<Vec<_>>(),
        );
        prop::collection::vec(prop_oneof![odd, any::<char>()], 0..60).prop_map(String::from_iter)
    }

    fn steers(c: char) -> bool {
        (c.is_control() && c != '\n') || (is_format(c) && c != '\u{200D}')
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn nothing_that_steers_is_left(text in hostile()) {
            let clean = clean(&text);
            prop_assert!(!clean.chars().any(steers), "{clean:?}");
            prop_assert!(clean.graphemes(true).all(|g| g.chars().count() <= MAX_STACK));
        }

        #[test]
        fn words_are_counted_as_they_are_split(text in "[a-z ,\n\té]{0,40}") {
            prop_assert_eq!(word_count(&text), text.split_whitespace().count());
        }

        #[test]
        fn cleaning_twice_changes_nothing_more(text in hostile()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }

        #[test]
        fn what_is_visible_keeps_every_byte_in_its_place(text in hostile()) {
            let shown = visible(&text);
            prop_assert_eq!(shown.len(), text.len());
            prop_assert!(!shown.chars().any(steers), "{shown:?}");
        }
    }

    #[test]
    fn a_name_keeps_its_letters_at_the_start_of_a_sentence() {
        assert_eq!(capital("partly the last time"), "Partly the last time");
        assert_eq!(capital("eBay asked this"), "eBay asked this");
        assert_eq!(capital("nAcme asked this"), "nAcme asked this");
        assert_eq!(capital("acme Ltd asked"), "Acme Ltd asked");
        assert_eq!(capital(""), "");
    }
}

//! Numbers that count questions, wherever they stand in a line.

use super::asking::asks;
use super::label::is_picture;

/// Longest line that is looked through for numbers, in bytes; nobody writes several questions into a longer one.
const LONGEST: usize = 2_000;

/// Where a number stands with its sign, in bytes: its first, and the first behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The first byte of the number, or of the letter before it.
    pub from: usize,
    /// The first byte of what is counted.
    pub to: usize,
}

/// The number in front of a text: `12.`, `12)`, `Q12:`.
pub fn number(text: &str) -> Option<u64> {
    let bare = text.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>' | '(') || is_picture(c)
    });
    let bare = bare.strip_prefix(['Q', 'q']).unwrap_or(bare);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = bare.split_at_checked(digits)?;
    (digits <= 4 && signed(rest).is_some())
        .then(|| number.parse().ok())
        .flatten()
}

/// Where a number stands that goes on with the count: at the start of a line, or behind the end of a sentence.
pub fn next_at(line: &str, next: u64) -> Option<Place> {
    if line.len() > LONGEST {
        return None;
    }
    let wanted = next.to_string();
    line.match_indices(&wanted).find_map(|(at, _)| {
        let (before, behind) = line.split_at_checked(at)?;
        let rest = signed(behind.get(wanted.len()..)?)?;
        let head = before.strip_suffix(['Q', 'q']).unwrap_or(before);
        let head = head.strip_suffix('(').unwrap_or(head);
        let starts = head.chars().all(|c| c.is_whitespace() || is_picture(c));
        let ended = head.trim_end();
        let parted = head.ends_with(char::is_whitespace)
            && (ended.ends_with(['?', '？', ':'])
                || ended.ends_with(['!', '.', '。']) && asks(rest).surely());
        let first = rest.chars().next()?;
        let fits = if starts {
            first.is_alphabetic() || matches!(first, '`' | '"' | '“' | '„' | '«' | '¿' | '*')
        } else {
            first.is_alphabetic() && !first.is_lowercase() || matches!(first, '"' | '“' | '¿')
        };
        (fits && (starts || parted)).then_some(Place {
            from: head.len(),
            to: line.len() - rest.len(),
        })
    })
}

/// What follows the sign of a number.
fn signed(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['.', ')', ':', '、', '．', '）', '：'])?;
    Some(rest.strip_prefix(')').unwrap_or(rest).trim_start())
}

/// A line in parts, each from a number that goes on with the count; the first part may have none. `last` is the
/// number before the line, and the last one in it after.
pub fn parts<'l>(line: &'l str, last: &mut Option<u64>) -> Vec<&'l str> {
    let mut out = Vec::new();
    let mut rest = line;
    *last = number(line).or(*last);
    while let Some(next) = last.map(|last| last + 1)
        && let Some(place) = next_at(rest, next).filter(|place| place.from > 0)
    {
        let (before, behind) = rest.split_at(place.from);
        out.extend(Some(before.trim()).filter(|before| !before.is_empty()));
        (rest, *last) = (behind, Some(next));
    }
    out.push(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_signs() {
        for (text, is) in [
            ("12. What?", Some(12)),
            ("(3) What?", Some(3)),
            ("**Q7:** What?", Some(7)),
            ("3.5 mm", Some(3)),
            ("4 things", None),
            ("What?", None),
        ] {
            assert_eq!(number(text), is, "{text}");
        }
    }

    #[test]
    fn a_number_that_goes_on_with_the_count_begins_the_next_question() {
        assert_eq!(
            parts("11. Can it be? 12.Can it not?   13) Why so?", &mut None),
            ["11. Can it be?", "12.Can it not?", "13) Why so?"]
        );
        assert_eq!(
            parts("Q6. How so?   Q7. Why so?", &mut None),
            ["Q6. How so?", "Q7. Why so?"]
        );
        assert_eq!(
            parts("And last: 8) Who so?", &mut Some(7)),
            ["And last:", "8) Who so?"]
        );
        for whole in [
            "4. What changed in version 5. and why?",
            "4. How is 5.5 rounded?",
            "4. Is it 5?",
            "What is 1. and what 2?",
        ] {
            assert_eq!(parts(whole, &mut None), [whole]);
        }
        let long = "1. Why? 2. How? ".repeat(1_000);
        assert_eq!(parts(&long, &mut None), [long.as_str()]);
        assert!(next_at("2. What do you mean?", 2).is_some());
        assert!(next_at("2.5 percent", 2).is_none());
    }
}

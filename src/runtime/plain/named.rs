//! Which of several choices is meant: by its number, or by words of it.

use crate::domain::search::{Query, fold};

/// From here on a word is only a piece of one in a choice, or is not in it.
const NO_FIT: usize = 4;

/// Words that name nothing by themselves.
const SMALL: [&str; 16] = [
    "a", "an", "the", "it", "in", "into", "to", "of", "on", "and", "or", "for", "is", "my", "with",
    "that",
];

/// Choices with their numbers, as one text.
pub fn listed<T: AsRef<str>>(choices: &[T]) -> String {
    let lines = choices.iter().zip(1..);
    let lines: Vec<String> = lines.map(|(c, n)| format!("{n}. {}", c.as_ref())).collect();
    lines.join("\n")
}

/// The choice with this number, or the one that these words fit best: as they are, at its beginning, as words of it. It has
/// to have all of them, and more than small ones: a sentence that shares a word with a choice does not mean it.
///
/// # Errors
/// What to type instead, where none fits or several do.
pub fn named<T: AsRef<str>>(choices: &[T], said: &str) -> Result<usize, String> {
    meant(choices, said, 1)
}

/// The same where a 0 is taken, too, before this.
///
/// # Errors
/// As [`named`].
pub fn named_or_zero<T: AsRef<str>>(choices: &[T], said: &str) -> Result<usize, String> {
    meant(choices, said, 0)
}

/// `from`: the lowest number that is taken.
fn meant<T: AsRef<str>>(choices: &[T], said: &str, from: usize) -> Result<usize, String> {
    let to = choices.len();
    let numbers = format!("Type a number from {from} to {to}, or words of a choice.");
    if !said.contains(char::is_alphabetic) {
        let number = said.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        return number.filter(|n| *n < choices.len()).ok_or(numbers);
    }
    // A lone letter, such as a y for a yes, is no word of a choice, and small words are none; only how it begins.
    let words = fold(said);
    let small = words.split_whitespace().all(|word| SMALL.contains(&word));
    let no_fit = if small || said.chars().count() == 1 {
        2
    } else {
        NO_FIT
    };
    let found = best(choices, |choice| fit(choice, said)).filter(|(fit, _)| *fit < no_fit);
    match found.map_or_else(Vec::new, |(_, found)| found).as_slice() {
        [] => Err(format!("\"{said}\" fits none of them. {numbers}")),
        [one] => Ok(*one),
        several => {
            let line = |n: &usize| format!("{}. {}", n + 1, choices[*n].as_ref());
            let lines: Vec<String> = several.iter().map(line).collect();
            let lines = lines.join("\n");
            Err(format!(
                "\"{said}\" fits several of them. Which number?\n{lines}"
            ))
        }
    }
}

/// The smallest figure, and the places of all that have it.
fn best<T, F: Ord + Copy>(choices: &[T], figure: impl Fn(&T) -> F) -> Option<(F, Vec<usize>)> {
    let figures: Vec<F> = choices.iter().map(figure).collect();
    let best = figures.iter().copied().min()?;
    let found = (0..figures.len()).filter(|n| figures[*n] == best);
    Some((best, found.collect()))
}

/// How well a choice has all the words.
fn fit(choice: &impl AsRef<str>, said: &str) -> usize {
    let words = fold(said);
    match fold(choice.as_ref()) {
        whole if whole.trim_end_matches('.') == words => 0,
        whole if whole.starts_with(&words) => 1,
        _ => Query::new(said).rank(choice.as_ref()) as usize + 2,
    }
}

/// What can be typed where one of several is asked for: words of it too, or nothing for a usual one.
pub fn choice(usual: Option<usize>) -> String {
    let nothing = match usual {
        Some(_) => ", or nothing for the one in brackets",
        None => "",
    };
    format!("Type the number of a choice or words of it{nothing}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_or_its_words_name_a_choice_and_a_sentence_never_does() {
        let choices = [
            "Time: x1",
            "Teaching",
            "Teaching assistants.",
            "Note: write one.",
        ];
        for (said, at) in [
            ("2", 1),
            ("teaching", 1),
            ("assist", 2),
            ("write one", 3),
            ("note", 3),
        ] {
            assert_eq!(named(&choices, said), Ok(at), "{said}");
        }
        for (said, words) in [
            ("5", "Type a number from 1 to 4"),
            (
                "I am a bookkeeper.",
                "\"I am a bookkeeper.\" fits none of them.",
            ),
            ("extra time", "fits none of them."),
            ("I write a note on teaching", "fits none of them."),
            ("e", "\"e\" fits none of them."),
            ("teach", "\"teach\" fits several of them."),
        ] {
            let why = named(&choices, said).expect_err(said);
            assert!(why.contains(words), "{why}");
        }
    }
}

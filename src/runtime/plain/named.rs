//! Which of several choices is meant: by its number, or by words of it.

use crate::domain::search::{Query, Rank, fold};

/// From here on a word is only a piece of one in a choice.
const NO_PIECE: usize = 4;

/// From here on not all of the words stand in a choice.
const NO_FIT: usize = 5;

/// Letters of the shortest word that says something.
const SHORTEST: usize = 3;

/// Choices with their numbers, as one text.
pub fn listed<T: AsRef<str>>(choices: &[T]) -> String {
    let lines = choices.iter().zip(1..);
    let lines: Vec<String> = lines.map(|(c, n)| format!("{n}. {}", c.as_ref())).collect();
    lines.join("\n")
}

/// The choice with this number, or the one that these words fit best: as they are, at its beginning, as whole words of
/// it, as pieces; where none has all of them, the one that has the most.
///
/// # Errors
/// What to type instead, where none fits or several do.
pub fn named<T: AsRef<str>>(choices: &[T], said: &str) -> Result<usize, String> {
    meant(choices, said, (true, 1))
}

/// The same where a sentence may have been typed: a choice has to have all of the words, none of them as a piece. A 0 is
/// taken there, too, before this.
///
/// # Errors
/// As [`named`].
pub fn named_whole<T: AsRef<str>>(choices: &[T], said: &str) -> Result<usize, String> {
    meant(choices, said, (false, 0))
}

/// `loosely`: a choice that has only some of the words may be meant; `from`: the lowest number that is taken.
fn meant<T: AsRef<str>>(
    choices: &[T],
    said: &str,
    (loosely, from): (bool, usize),
) -> Result<usize, String> {
    let to = choices.len();
    let numbers = format!("Type a number from {from} to {to}, or words of a choice.");
    if !said.contains(char::is_alphabetic) {
        let number = said.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        return number.filter(|n| *n < choices.len()).ok_or(numbers);
    }
    // A lone letter, such as a y for a yes, is no piece of a choice; only how it begins.
    let no_fit = match said.chars().count() {
        1 => 2,
        _ if loosely => NO_FIT,
        _ => NO_PIECE,
    };
    let whole = best(choices, |choice| fit(choice, said)).filter(|(fit, _)| *fit < no_fit);
    let found = whole.or_else(|| {
        if !loosely {
            return None;
        }
        let all = said.split_whitespace().count();
        best(choices, |choice| all - some(choice, said)).filter(|(lacks, _)| *lacks < all)
    });
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

/// How many of the words are words of a choice, or begin one.
fn some(choice: &impl AsRef<str>, said: &str) -> usize {
    let words = said.split_whitespace();
    let telling = words.filter(|word| word.chars().count() >= SHORTEST);
    telling
        .filter(|word| Query::new(word).rank(choice.as_ref()) <= Rank::Start)
        .count()
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
    fn a_number_a_word_or_most_words_name_a_choice() {
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
            ("extra time", 0),
            ("write a note", 3),
        ] {
            assert_eq!(named(&choices, said), Ok(at), "{said}");
        }
        for (said, words) in [
            ("5", "Type a number from 1 to 4"),
            (
                "I am a bookkeeper.",
                "\"I am a bookkeeper.\" fits none of them.",
            ),
            ("e", "\"e\" fits none of them."),
            ("teach", "\"teach\" fits several of them."),
        ] {
            let why = named(&choices, said).expect_err(said);
            assert!(why.contains(words), "{why}");
        }
    }
}

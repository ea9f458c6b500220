//! Lines of a note that say themselves what they are: `Pay: 52,000`, `I told Lee: six weeks`, `To myself: slowly`.

use super::line::Part;
use crate::domain::practice::proof::sentences;

/// Words before a colon, in lower case, with what follows them.
const LABELS: [(&str, Part); 25] = [
    ("say first", Part::First),
    ("first sentence", Part::First),
    ("first words", Part::First),
    ("number", Part::Numbers),
    ("numbers", Part::Numbers),
    ("two numbers", Part::Numbers),
    ("figures", Part::Numbers),
    ("pay", Part::Told),
    ("salary", Part::Told),
    ("wage", Part::Told),
    ("notice", Part::Told),
    ("notice period", Part::Told),
    ("reason", Part::Told),
    ("reasons", Part::Told),
    ("reason for leaving", Part::Told),
    ("why i am leaving", Part::Told),
    ("start", Part::Told),
    ("start date", Part::Told),
    ("hours", Part::Told),
    ("to myself", Part::Yourself),
    ("to yourself", Part::Yourself),
    ("note to myself", Part::Yourself),
    ("remember", Part::Yourself),
    ("bring", Part::Bring),
    ("to bring", Part::Bring),
];

/// How a line about what they were told begins, in lower case, whoever heard it.
const TOLD: [&str; 2] = ["told", "i told"];

/// Most words before the colon.
const LABEL: usize = 5;

/// The lines of a text that say what they are, each with its words, and the sentences that say nothing of the kind.
pub fn labeled(text: &str) -> (Vec<(Part, String)>, Vec<String>) {
    let (mut found, mut rest) = (Vec::new(), Vec::new());
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        // A line takes its words to its end, a sentence in the middle of one to its own.
        if let Some(of_line) = label(line) {
            found.push(of_line);
            continue;
        }
        for sentence in sentences(line) {
            match label(sentence) {
                Some(of_sentence) => found.push(of_sentence),
                None => rest.push(sentence.to_owned()),
            }
        }
    }
    (found, rest)
}

/// What a line says it is, and its words; pay and notice keep the word before them.
fn label(line: &str) -> Option<(Part, String)> {
    let line = line.trim_start_matches(['-', '*', ' ']);
    let (head, words) = line.split_once(':')?;
    let words = words.trim();
    if words.is_empty() || head.split_whitespace().count() > LABEL {
        return None;
    }
    let lower = head.trim().to_lowercase();
    let told = |start: &&str| {
        let rest = lower.strip_prefix(*start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    if TOLD.iter().any(told) {
        return Some((Part::Told, words.to_owned()));
    }
    let (_, part) = LABELS.iter().find(|(label, _)| *label == lower)?;
    let words = match part {
        Part::Told => format!("{}: {words}", head.trim()),
        _ => words.to_owned(),
    };
    Some((*part, words))
}

//! Lines of a note that say themselves what they are: `Pay: 52,000`, `I told Lee: six weeks`, `To myself: slowly`.

use super::line::Part;
use crate::domain::journey::About;
use crate::domain::practice::proof::sentences;

/// What a line says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A line of this part of the card.
    Of(Part),
    /// Something that they were told.
    Told(About),
}

/// Words before a colon, in lower case, with what follows them.
const LABELS: [(&str, Label); 25] = [
    ("say first", Label::Of(Part::First)),
    ("first sentence", Label::Of(Part::First)),
    ("first words", Label::Of(Part::First)),
    ("number", Label::Of(Part::Numbers)),
    ("numbers", Label::Of(Part::Numbers)),
    ("two numbers", Label::Of(Part::Numbers)),
    ("figures", Label::Of(Part::Numbers)),
    ("pay", Label::Told(About::Pay)),
    ("salary", Label::Told(About::Pay)),
    ("wage", Label::Told(About::Pay)),
    ("notice", Label::Told(About::Notice)),
    ("notice period", Label::Told(About::Notice)),
    ("reason", Label::Told(About::Leaving)),
    ("reasons", Label::Told(About::Leaving)),
    ("reason for leaving", Label::Told(About::Leaving)),
    ("why i am leaving", Label::Told(About::Leaving)),
    ("start", Label::Told(About::Start)),
    ("start date", Label::Told(About::Start)),
    ("hours", Label::Told(About::Other)),
    ("to myself", Label::Of(Part::Yourself)),
    ("to yourself", Label::Of(Part::Yourself)),
    ("note to myself", Label::Of(Part::Yourself)),
    ("remember", Label::Of(Part::Yourself)),
    ("bring", Label::Of(Part::Bring)),
    ("to bring", Label::Of(Part::Bring)),
];

/// How a line about what they were told begins, in lower case, whoever heard it.
const TOLD: [&str; 2] = ["told", "i told"];

/// Most words before the colon.
const LABEL: usize = 5;

/// The lines of a text that say what they are, each with its words, and the sentences that say nothing of the kind.
pub fn labeled(text: &str) -> (Vec<(Label, String)>, Vec<String>) {
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
fn label(line: &str) -> Option<(Label, String)> {
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
        return Some((Label::Told(About::Other), words.to_owned()));
    }
    let (_, label) = LABELS.iter().find(|(label, _)| *label == lower)?;
    let words = match label {
        Label::Told(_) => format!("{}: {words}", head.trim()),
        Label::Of(_) => words.to_owned(),
    };
    Some((*label, words))
}

//! L24: anchors that can be told apart by what was seen.

use super::book::{Book, each};
use super::out::Out;
use super::tokens::{first_word, tokens};
use crate::content::found::At;
use crate::content::raw::Levels;
use crate::content::words::Words;

/// Likeness in percent from which two anchors say the same.
const SAME: u32 = 75;

/// Words that tell a mood instead of a behavior.
const MOODS: [&str; 12] = [
    "good",
    "poor",
    "excellent",
    "great",
    "bad",
    "weak",
    "outstanding",
    "amazing",
    "nice",
    "mediocre",
    "impressive",
    "satisfactory",
];

/// Starts of a clause that only says what is not there.
const ABSENT: [&str; 8] = [
    "no", "not", "never", "does not", "do not", "cannot", "without", "nothing",
];

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.competencies, out, |competency, at, out| {
        anchors(&competency.anchors, &at.key("anchors"), out);
    });
    each(&book.dimensions, out, |dimension, at, out| {
        anchors(&dimension.anchors, &at.key("anchors"), out);
        for (kind, reading) in &dimension.reads_as {
            anchors(
                &reading.anchors,
                &at.key("reads_as").key(kind).key("anchors"),
                out,
            );
        }
    });
}

fn anchors(levels: &Levels, at: &At<'_>, out: &mut Out<'_>) {
    let each = levels.each();
    for (i, (level, text)) in each.iter().enumerate() {
        let at = at.key(level);
        let words = Words::of(text);
        let twin = each
            .iter()
            .take(i)
            .find(|(_, other)| !text.is_empty() && words.likeness(&Words::of(other)) >= SAME);
        if let Some((other, _)) = twin {
            let what = format_args!("`{at}` says nearly the same as `{other}`.");
            out.error(
                "L24",
                &at,
                what,
                "Add or take away one behavior that can be seen.",
            );
        }
        if let Some(mood) = tokens(text)
            .iter()
            .find(|token| MOODS.contains(&token.lower.as_str()))
        {
            out.warn(
                "L24",
                &at,
                format_args!("`{at}` tells a mood: \"{}\".", mood.word),
                "Say what was seen.",
            );
        }
    }
    if is_only_absence(&levels.not_yet) {
        let at = at.key("not-yet");
        let what = format_args!("`{at}` says only what is missing.");
        out.error("L24", &at, what, "Say what the person does instead.");
    }
}

/// Whether every clause only says what is not there.
fn is_only_absence(text: &str) -> bool {
    let clauses = text
        .split([',', ';', '.', ':'])
        .map(str::trim)
        .filter(|clause| !clause.is_empty());
    let mut clauses = clauses.map(str::to_lowercase).peekable();
    clauses.peek().is_some()
        && clauses.all(|clause| {
            ABSENT
                .iter()
                .any(|start| clause.starts_with(start) && first_word(&clause).len() <= start.len())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_that_tells_no_behavior_is_seen() {
        assert!(is_only_absence("Does not answer; no example."));
        assert!(!is_only_absence("Does not answer; talks about the team."));
        assert!(!is_only_absence("Avoids the other person."));
        assert!(!is_only_absence("Nobody is named; says we throughout."));
    }
}

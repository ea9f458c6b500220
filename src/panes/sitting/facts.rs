//! What stands beside the word for an answer: lengths, hints, what a problem came to, what was kept of a second try.

use crate::domain::practice::clock::Edge;
use crate::domain::practice::record::{Answer, Input};
use crate::domain::practice::sitting::After;
use crate::domain::practice::talk_through::{grouped, right_figure, shown};
use crate::panes::words;

/// Measured facts, which stand beside the level and never in it.
pub fn facts(after: &After<'_>) -> String {
    let said = after.said;
    let edge = match after.edge {
        Some(Edge::Inside) => ", within the target time",
        Some(Edge::Before) => ", under the target time",
        Some(Edge::Over) => ", over the target time",
        None => "",
    };
    let hints = match after.answer.hints.len() {
        0 => "No hint used".to_owned(),
        n => words::count(n, "hint used", "hints used"),
    };
    let fillers = match after.answer.fillers {
        0 => String::new(),
        n => format!(" Fillers counted: {n}."),
    };
    let (said, length) = (said.words(), after.answer.length_words());
    format!("{said}. {length}{edge}. {hints}.{fillers}")
}

/// What was asked for on the way, the steps said aloud, and whether the sum is right; `None` where nothing was to be
/// asked for or counted.
pub fn way_words(after: &After<'_>) -> Option<String> {
    let question = after.question;
    let given = || std::iter::once(after.answer).chain(after.more);
    let mut parts = Vec::new();
    if !question.data.is_empty() {
        let asked = |n: &usize| {
            let number = u8::try_from(n + 1).unwrap_or(u8::MAX);
            given().any(|answer| answer.way.facts.contains(&number))
        };
        let left: Vec<&str> = (0..question.data.len())
            .filter(|n| !asked(n))
            .map(|n| shown(&question.data[n].0))
            .collect();
        let of = question.data.len();
        let asked = of - left.len();
        parts.push(if left.is_empty() {
            "You asked for every fact.".to_owned()
        } else {
            let left = left.join(", ");
            format!("{asked} of {of} facts asked for; left: {left}.")
        });
    }
    if let Some(sum) = &question.numbers {
        let value = sum.value;
        let figure = given().find_map(|answer| right_figure(&answer.text, sum));
        let (value, way) = (grouped(value), &sum.formula);
        parts.push(match figure {
            Some(figure) => {
                let figure = grouped(figure);
                format!("The sum comes to {value}; you have {figure}. The way: {way}.")
            }
            None => format!("The sum comes to {value}: {way}."),
        });
    }
    let steps: usize = given().map(|answer| usize::from(answer.way.steps)).sum();
    if steps > 0 {
        let steps = words::count(steps, "step", "steps");
        parts.push(format!("{steps} said aloud."));
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// That what was answered from the result is kept, and how long it was.
pub fn kept_words(given: &Answer) -> String {
    let what = match &given.extra {
        Some(extra) => format!("Your answer to \"{}\" is kept", extra.asked),
        None => "Your second try is kept beside the first".to_owned(),
    };
    let length = given.length_words();
    match given.input {
        Input::Typed => {
            let said = words::count(given.words as usize, "word", "words");
            format!("{what}: {said}, {length}.")
        }
        Input::Aloud => format!("{what}: {length} spoken."),
    }
}

//! L07 enough to rate by, L08 points that a listener can tick, L09 probes that open different things.

use std::collections::HashSet;

use super::book::{Book, each};
use super::out::{Out, Scope};
use super::tokens::{first_word, tokens};
use crate::content::found::At;
use crate::content::raw::{Part, Point, Question};

/// Words that judge instead of telling what was heard.
const JUDGING: [&str; 4] = ["clearly", "effectively", "strongly", "very"];

/// Words by which a point about somebody becomes one that speaks to somebody. `We` and `our` are the employer's.
const TURNS: [&str; 7] = ["i", "me", "my", "mine", "you", "your", "yours"];

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.questions, out, |question, at, out| {
        // In a pack, a question without points borrows those of its framework.
        if out.scope == Scope::Shipped || !question.strong.is_empty() {
            enough(question, at, out);
        }
        probes(question, at, out);
    });
    if out.scope.is_english() {
        each(&book.questions, out, |question, at, out| {
            ticks(&question.strong, &at.key("strong"), out);
        });
        each(&book.frameworks, out, |framework, at, out| {
            ticks(&framework.points, &at.key("points"), out);
        });
    }
}

fn enough(q: &Question, at: &At<'_>, out: &mut Out<'_>) {
    let core = q.strong.iter().filter(|point| point.core).count();
    if !(1..=2).contains(&core) {
        let what = format_args!("{core} strong points are core.");
        out.error(
            "L07",
            &at.key("strong"),
            what,
            "Mark with `core = true` the one or two that separate Solid from Partly.",
        );
    }
    if q.kind == "behavioral" {
        for (part, word) in [
            (Part::Event, "event"),
            (Part::Action, "action"),
            (Part::Result, "result"),
        ] {
            if !q.strong.iter().any(|point| point.part == Some(part)) {
                let what = format_args!("No strong point has `part = \"{word}\"`.");
                out.error(
                    "L07",
                    &at.key("strong"),
                    what,
                    "A behavioral question needs a point on event, action and result.",
                );
            }
        }
    }
    let lists = [
        ("strong", q.strong.len(), 3),
        ("probes", q.probes.len(), 2),
        ("red_flags", q.red_flags.len(), 1),
        ("variants", q.variants.len(), 1),
    ];
    for (name, has, least) in lists {
        if has < least && out.scope != Scope::Shipped {
            out.warn(
                "L07",
                &at.key(name),
                format_args!("`{name}` has {has} entries."),
                format_args!("Write at least {least}."),
            );
        }
    }
}

fn ticks(points: &[Point], at: &At<'_>, out: &mut Out<'_>) {
    for (i, point) in points.iter().enumerate() {
        let at = at.item(i);
        let at = at.key("text");
        let first = first_word(&point.text);
        if !first.is_empty() && !first.ends_with('s') {
            let what = format_args!("`{at}` starts with \"{first}\".");
            out.warn(
                "L08",
                &at,
                what,
                "Start with what the answer does: \"Names…\", \"Says…\", \"Gives…\".",
            );
        }
        let words = tokens(&point.text);
        if let Some(judging) = words
            .iter()
            .find(|word| JUDGING.contains(&word.lower.as_str()))
        {
            let what = format_args!("`{at}` judges: \"{}\".", judging.word);
            out.warn(
                "L08",
                &at,
                what,
                "Say what is heard, and leave the adverb out.",
            );
        }
        if let Some(word) = turned(&point.text) {
            let what = format_args!("`{at}` turns to \"{word}\" in the middle.");
            let mend = "Tell it of the one who answers: they, their. What is said word for word comes after a colon.";
            out.warn("L08", &at, what, mend);
        }
        if words.len() < 3 {
            out.warn(
                "L08",
                &at,
                format_args!("`{at}` has fewer than three words."),
                "Say what exactly is heard.",
            );
        }
    }
}

/// The first word of a point that speaks in another voice, outside of what is quoted.
fn turned(text: &str) -> Option<&str> {
    let told = text.split(':').next().unwrap_or_default();
    let quoted = ["'", "\"", "“"]
        .iter()
        .any(|sign| told.contains(&format!(" {sign}")));
    let mut words = tokens(told).into_iter();
    let turns = words.find(|word| TURNS.contains(&word.lower.as_str()))?;
    (!quoted).then_some(turns.word)
}

fn probes(q: &Question, at: &At<'_>, out: &mut Out<'_>) {
    let tested: HashSet<&str> = q.probes.iter().map(|probe| probe.tests.as_str()).collect();
    if tested.contains("") {
        out.error(
            "L09",
            &at.key("probes"),
            "A probe does not say what it tests.",
            "Write `tests` with a competency or a dimension.",
        );
    } else if q.probes.len() > 1 && tested.len() < 2 {
        let what = "All probes test the same.";
        out.error(
            "L09",
            &at.key("probes"),
            what,
            "Let one of them open another competency or dimension.",
        );
    }
}

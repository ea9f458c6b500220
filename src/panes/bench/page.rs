//! The pages of an answer that is rated by somebody who did not just give it, for the screen and for lines.

use crate::domain::level::Level;
use crate::domain::library::{Kind, Question};
use crate::domain::practice::bench::{Bench, Line};
use crate::domain::practice::record::Mark;
use crate::domain::practice::sheet::Sheet;
use crate::look::Role;
use crate::widgets::stops::Stops;

/// Cells of the title of a dimension, before its words.
const TITLE: usize = 24;

/// Whose answer it is.
#[derive(Debug, Clone, Copy)]
pub struct Whose {
    /// What stands above it.
    pub said: &'static str,
    /// What is asked about its points.
    pub asks: &'static str,
}

/// Somebody's in an interview.
pub const THEIRS: Whose = Whose {
    said: "What they say",
    asks: "What did they say?",
};

/// One's own, of an earlier day.
pub const OWN: Whose = Whose {
    said: "Your words",
    asks: "What did you say?",
};

/// The question, and the answer as it was given.
pub fn listen(bench: &Bench, whose: Whose, page: &mut Stops) {
    let question = bench.question();
    page.stop(|page| {
        page.say(&question.setup, Role::Ink);
        page.say(&question.text, Role::Strong);
        page.gap();
        page.say(whose.said, Role::Dim);
        for paragraph in bench.said().lines() {
            page.say(paragraph, Role::Ink);
        }
    });
}

/// Points and red flags with their ticks.
pub fn points(question: &Question, sheet: &Sheet, whose: Whose, page: &mut Stops) {
    page.say(whose.asks, Role::Strong);
    for (point, mark) in question.strong.iter().zip(sheet.marks()) {
        let (sign, _) = sign(*mark);
        page.stop(|page| page.hang(sign, &point.text, Role::Ink));
    }
    if question.red_flags.is_empty() {
        return;
    }
    page.gap();
    page.say("Did any of this happen?", Role::Strong);
    for (flag, seen) in question.red_flags.iter().zip(sheet.flags()) {
        let sign = if *seen { "[x] " } else { "[ ] " };
        page.stop(|page| page.hang(sign, &flag.text, Role::Ink));
    }
}

/// The tick of a point, and the same in words.
pub const fn sign(mark: Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Missed => ("[ ] ", "not said"),
        Mark::Hit => ("[x] ", "said"),
        Mark::Half => ("[~] ", "half said"),
    }
}

/// The lines with their words; under the marked one, what the words mean.
pub fn words<'a>(
    words: impl Iterator<Item = (&'a Line, Option<Level>)>,
    kind: Kind,
    marked: usize,
    page: &mut Stops,
) {
    page.say("How would you rate it?", Role::Strong);
    for (row, (line, level)) in words.enumerate() {
        let word = level.map_or("no word yet", Level::word);
        page.stop(|page| match line {
            Line::Whole => page.line(&format!("{:TITLE$}{word}", "The whole answer"), Role::Ink),
            Line::Dimension(dimension) => {
                let reading = dimension.reading_for(kind);
                page.line(&format!("{:TITLE$}{word}", reading.title), Role::Ink);
                if row == marked {
                    let anchors = Level::ALL.iter().zip(&reading.anchors);
                    for (n, (level, anchor)) in anchors.enumerate() {
                        let head = format!("  {} {:9}", n + 1, level.word());
                        page.hang(&head, anchor, Role::Dim);
                    }
                }
            }
        });
    }
}

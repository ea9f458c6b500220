//! What the page says in words: under four answers nothing but that it is too early.

use super::lines::{Line, Span};
use crate::domain::level::Level;
use crate::domain::progress::{Expected, Eyes, State, Totals};
use crate::panes::words;

/// `ready, last 8: 5 Solid or Strong, 3 Partly`; `3 answers, too early`.
pub fn standing(line: &Line) -> String {
    match (line.tally.state(), line.tally.levels.len()) {
        (State::TooEarly, 0) => "none in 90 days".to_owned(),
        (State::TooEarly, n) if n != line.total() => format!("{n} in 90 days, too early"),
        _ => line.tally.words(),
    }
}

/// What there is of too few answers to say more, where no dots show it: `1 Partly, 1 Strong`, and in less room the last
/// one.
pub fn few(line: &Line) -> [String; 2] {
    let of = |level: &Level| line.tally.levels.iter().filter(|l| *l == level).count();
    let counts = Level::ALL.iter().map(|level| (of(level), level));
    let counts = counts.filter(|(n, _)| *n > 0);
    let counts: Vec<String> = counts.map(|(n, l)| format!("{n} {}", l.word())).collect();
    let last = line.tally.levels.first();
    [
        counts.join(", "),
        last.map_or_else(String::new, |l| format!("last {}", l.word())),
    ]
}

/// The same in less room, the longest first; the last is read below its heading.
pub fn standings(line: &Line) -> [String; 3] {
    let [short, shortest] = line.tally.short_words();
    [standing(line), short, shortest]
}

/// The marked line as a sentence: `Conflict: 2 Partly, 4 Solid. Ready, last 6: 4 Solid, 2 Partly.`
pub fn sentence(line: &Line) -> String {
    let levels = Level::ALL.iter().zip(line.counts).filter(|(_, n)| *n > 0);
    let levels: Vec<String> = levels.map(|(l, n)| format!("{n} {}", l.word())).collect();
    let standing = standing(line);
    let mut letters = standing.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    format!(
        "{}: {}. {}{}.",
        line.title,
        levels.join(", "),
        first.unwrap_or_default(),
        letters.as_str()
    )
}

/// All lines as a table for the clipboard, columns parted by tabs.
pub fn table(lines: &[Line], span: Span) -> String {
    let mut text = format!("Last {} days", span.days());
    for level in Level::ALL {
        text = format!("{text}\t{}", level.word());
    }
    for line in lines {
        let counts = line.counts.map(|n| n.to_string()).join("\t");
        text = format!("{text}\n{}\t{counts}\t{}", line.title, standing(line));
    }
    text
}

/// `33 answers in 9 sittings, 4 h 10 min`, and in less room without the sittings.
pub fn totals(totals: Totals, short: bool) -> String {
    let number = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let answers = words::count(number(totals.answers), "answer", "answers");
    let sittings = words::count(number(totals.sittings), "sitting", "sittings");
    let minutes = totals.spent_s.div_ceil(60);
    let time = match (minutes / 60, minutes % 60) {
        (0, m) => format!("{m} min"),
        (h, m) => format!("{h} h {m:02} min"),
    };
    if short {
        format!("{answers}, {time}")
    } else {
        format!("{answers} in {sittings}, {time}")
    }
}

/// Names of the three ways an answer can go against what was expected.
pub const SIDES: [&str; 3] = ["as expected", "went better", "went worse"];

/// `9 as expected, 4 better, 8 worse`.
pub fn sides(expected: &Expected) -> String {
    let [same, better, worse] = expected.sides();
    format!("{same} as expected, {better} better, {worse} worse")
}

/// `5 of them: Motivation`, where one kind stands out among those that went worse.
pub fn worse(expected: &Expected) -> String {
    let [.., worse] = expected.sides();
    match expected.worse_kind {
        Some((kind, n)) if n == worse => format!("all of them: {}", kind.word()),
        Some((kind, n)) => format!("{n} of them: {}", kind.word()),
        None => String::new(),
    }
}

/// How another look compares with the first one; nothing under five pairs.
pub fn eyes(eyes: Eyes) -> String {
    let total = usize::try_from(eyes.total()).unwrap_or(usize::MAX);
    if !eyes.is_enough() {
        let answers = words::count(total, "answer", "answers");
        return format!("{answers}, too early to compare");
    }
    let sides = [
        (eyes.lower, "lower"),
        (eyes.same, "the same"),
        (eyes.higher, "higher"),
    ];
    let parts = sides.into_iter().filter(|(n, _)| *n > 0);
    let parts: Vec<String> = parts.map(|(n, side)| format!("{n} {side}")).collect();
    format!("of {total}: {}", parts.join(", "))
}

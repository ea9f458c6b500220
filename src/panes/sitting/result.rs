//! The result of an answer as lines: the word with its reason, what was measured, and one next step with the point
//! that is asked again.

use ratatui::layout::Rect;

use super::facts::{facts, kept_words, way_words};
use crate::domain::level::Level;
use crate::domain::practice::record::Mark;
use crate::domain::practice::score::as_told;
use crate::domain::practice::sitting::After;
use crate::domain::practice::told::now_words;
use crate::look::Role;
use crate::widgets::{Canvas, prose};

/// Below this width nothing stands at the right of a line.
const NARROW: u16 = 60;

/// Cells kept free at the right of the next step.
const KEY: u16 = 18;

/// Cells of the title of a dimension, before its word.
const TITLE: u16 = 22;

/// One line of the result.
#[derive(Debug, Clone, Default)]
pub struct Line {
    text: String,
    role: Role,
    /// What stands behind the title of a dimension.
    word: &'static str,
    /// What stands at the right end.
    right: String,
    /// Whether it belongs to the next step, which has the focus.
    pub marked: bool,
}

impl Line {
    /// Draws it in a row.
    pub fn draw(&self, out: &mut Canvas<'_>, row: Rect) {
        let used = out.put_right(row.right(), row.y, &self.right, row.width / 2, Role::Dim);
        let title = if self.word.is_empty() {
            row.width
        } else {
            TITLE - 1
        };
        let width = row.width.saturating_sub(used + 1).min(title);
        let width = if used == 0 {
            row.width.min(title)
        } else {
            width
        };
        out.put(row.x, row.y, &self.text, width, self.role);
        out.put(
            row.x + TITLE,
            row.y,
            self.word,
            row.width.saturating_sub(TITLE),
            self.role,
        );
    }
}

/// The keys that the result names.
#[derive(Debug, Clone, Copy, Default)]
pub struct Keys<'a> {
    /// Asks the point again.
    pub retry: &'a str,
    /// Says whether it is said now.
    pub tick: &'a str,
    /// Answers the follow-up.
    pub follow: &'a str,
    /// What both give time for, extra time included.
    pub seconds: u32,
    /// Rates it with the descriptions, too.
    pub describe: &'a str,
    /// Opens the shape of such an answer.
    pub open: &'a str,
    /// What that shape is called, where there is one.
    pub shape: Option<&'a str>,
}

impl Keys<'_> {
    fn again(self) -> String {
        format!("{}, {} seconds", self.retry, self.seconds)
    }

    fn answer(self) -> String {
        format!("{}, {} seconds", self.follow, self.seconds)
    }
}

/// The result for a page of this size: what was said comes first, then the one thing to add. Where the page has no room
/// for each point that was said, their number stands there.
pub fn lines(after: &After<'_>, keys: Keys<'_>, width: u16, height: u16) -> Vec<Line> {
    let mut next = reason(after, keys, width);
    next.extend(self::next(after, keys, width));
    next.extend(follow_up(after, keys, width));
    let (word, said) = (word(after, width), said(after, width));
    let needed = [&word, &said, &next].map(|lines| lines.len() + usize::from(!lines.is_empty()));
    let top = if needed.iter().sum::<usize>() <= usize::from(height) + 1 {
        vec![word, said, next]
    } else {
        let count = format!("{}.", after.said.words());
        let count = Some(line(&count, Role::Ink)).filter(|_| !said.is_empty());
        vec![word.into_iter().chain(count).chain(next).collect()]
    };
    let below = [
        measured(after, width),
        rated(after, width),
        shape(keys, width),
        more(after, width),
    ];
    let mut lines: Vec<Line> = Vec::new();
    for part in top.into_iter().chain(below).filter(|part| !part.is_empty()) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(part);
    }
    lines
}

fn line(text: &str, role: Role) -> Line {
    Line {
        text: text.to_owned(),
        role,
        ..Line::default()
    }
}

fn wrapped(text: &str, width: u16, role: Role) -> impl Iterator<Item = Line> {
    prose::wrap(text, width).into_iter().map(move |text| Line {
        text,
        role,
        ..Line::default()
    })
}

/// The word for the answer, and the one that was expected.
fn word(after: &After<'_>, width: u16) -> Vec<Line> {
    let expected = after.answer.expected.map(Level::word);
    let roomy = width >= NARROW;
    let title = line(
        &format!("This answer: {}", after.level().word()),
        Role::Mark,
    );
    let right = expected.filter(|_| roomy);
    let mut lines = vec![Line {
        right: right.map_or_else(String::new, |w| format!("you had expected {w}")),
        ..title
    }];
    if let Some(word) = expected.filter(|_| !roomy) {
        lines.push(line(&format!("You had expected {word}."), Role::Dim));
    }
    lines
}

/// The points that were said, wholly or by half.
fn said(after: &After<'_>, width: u16) -> Vec<Line> {
    let points = after.question.strong.iter().zip(&after.rating.points);
    let lines = points.filter_map(|(point, mark)| match mark {
        Mark::Hit => Some(format!("[x] {}", point.text)),
        Mark::Half => Some(format!("[~] {}, by half", point.text)),
        Mark::Missed => None,
    });
    let lines: Vec<Line> = lines
        .flat_map(|text| prose::hang(&text, width, 4))
        .map(|text| line(&text, Role::Ink))
        .collect();
    let heading = (!lines.is_empty()).then(|| line("Said", Role::Dim));
    heading.into_iter().chain(lines).collect()
}

/// Why it is this word, and what a short rating held down.
fn reason(after: &After<'_>, keys: Keys<'_>, width: u16) -> Vec<Line> {
    let mut lines: Vec<Line> = wrapped(&after.verdict.reason, width, Role::Ink).collect();
    if let Some(by) = by_points(after) {
        let by = format!("{by} {} adds the descriptions.", keys.describe);
        lines.extend(wrapped(&by, width, Role::Dim));
    }
    lines
}

/// Why a short rating stops below the highest word; `None` where it held nothing down.
pub fn by_points(after: &After<'_>) -> Option<&'static str> {
    let held = after.is_by_points() && after.verdict.level == Level::Solid;
    held.then_some("By what you said alone, so Solid at most.")
}

/// The dimensions with their words.
fn rated(after: &After<'_>, width: u16) -> Vec<Line> {
    let mut lines: Vec<Line> = (after.dimensions())
        .map(|(_, title, level)| Line {
            word: level.word(),
            ..line(title, Role::Ink)
        })
        .collect();
    for why in after.verdict.held_words(after.answer.kind) {
        lines.extend(wrapped(&why, width, Role::Dim));
    }
    lines
}

/// The measured facts, and what a problem came to.
fn measured(after: &After<'_>, width: u16) -> Vec<Line> {
    let mut lines: Vec<Line> = wrapped(&facts(after), width, Role::Dim).collect();
    if let Some(words) = way_words(after) {
        lines.extend(wrapped(&words, width, Role::Dim));
    }
    lines
}

/// The next step, and the point that is asked again at once: the same in one sentence, or both by name. After a second
/// try its one question, and then both words.
fn next(after: &After<'_>, keys: Keys<'_>, width: u16) -> Vec<Line> {
    let roomy = width >= NARROW;
    let text_width = if roomy {
        width.saturating_sub(KEY)
    } else {
        width
    };
    let say = |text: &str, right: String, marked: bool| {
        let role = if marked { Role::Mark } else { Role::Ink };
        let lines = wrapped(text, text_width, role).map(|line| Line { marked, ..line });
        let mut lines: Vec<Line> = lines.collect();
        if let Some(first) = lines.first_mut().filter(|_| roomy) {
            first.right = right;
        }
        lines
    };
    let mut lines: Vec<Line> = Vec::new();
    // What was just tried is asked about first; then the eye goes on to what is open.
    let asked = after.tried.is_some_and(|t| t.now.is_none());
    if let Some(tried) = after.tried {
        let (words, other) = match tried.now {
            None => ("Is it said now?".to_owned(), "yes"),
            Some(now) => (now_words(tried.before, now), if now { "no" } else { "yes" }),
        };
        lines.extend(say(&words, format!("{} {other}", keys.tick), asked));
        lines.extend(wrapped(&kept_words(tried.answer), width, Role::Dim));
    }
    let step = after.next_step.as_ref();
    let same = step.is_some_and(|s| s.point.is_some() && s.point == after.retry);
    if let Some(step) = step {
        let note = if same { keys.again() } else { String::new() };
        lines.extend(say(&step.text, note, !asked));
    }
    let open = (after.retry.filter(|_| !same)).and_then(|n| usize::from(n).checked_sub(1));
    let point = open.and_then(|n| after.question.strong.get(n).zip(after.rating.points.get(n)));
    if let Some((point, mark)) = point {
        let how = match mark {
            Mark::Half => "Say in full",
            _ => "Or add",
        };
        let again = format!("{how}: {}.", as_told(&point.text));
        lines.extend(say(&again, keys.again(), false));
    }
    lines
}

/// What they would ask next, with the key that answers it; before it, that the answer to the last one is kept.
fn follow_up(after: &After<'_>, keys: Keys<'_>, width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    // What a point was tried in is told with it.
    let told = after.tried.map(|t| t.answer.take);
    if let Some(given) = after.answered().filter(|a| Some(a.take) != told) {
        lines.extend(wrapped(&kept_words(given), width, Role::Dim));
    }
    let Some(probe) = after.probe else {
        return lines;
    };
    let roomy = width >= NARROW;
    let room = if roomy {
        width.saturating_sub(KEY)
    } else {
        width
    };
    let asks = format!("They would ask: \"{}\"", probe.text);
    let from = lines.len();
    lines.extend(wrapped(&asks, room, Role::Ink));
    if let Some(first) = lines.get_mut(from).filter(|_| roomy) {
        first.right = keys.answer();
    }
    lines
}

/// The shape that such an answer can take, with the key that opens it.
fn shape(keys: Keys<'_>, width: u16) -> Vec<Line> {
    let Some(shape) = keys.shape else {
        return Vec::new();
    };
    let roomy = width >= NARROW;
    let text = if roomy {
        format!("A shape for it: {shape}")
    } else {
        format!("{}: {shape}", keys.open)
    };
    let right = if roomy {
        format!("{}, with an example", keys.open)
    } else {
        String::new()
    };
    let mut lines: Vec<Line> = wrapped(&text, width.saturating_sub(KEY + 4), Role::Ink).collect();
    if let Some(first) = lines.first_mut() {
        first.right = right;
    }
    lines
}

/// What the question was really about.
fn more(after: &After<'_>, width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    let about = &after.question.tests_note;
    if !about.is_empty() {
        lines.push(line("What it was really about", Role::Dim));
        lines.extend(wrapped(about, width, Role::Ink));
    }
    lines
}

//! The result of an answer as lines: the word with its reason, what was measured, and one next step with the point
//! that is asked again.

use ratatui::layout::Rect;

use super::told::{BY_POINTS, Told};
use crate::domain::practice::sitting::After;
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
    /// What time both have, extra time included: `, 45 seconds`; empty without a clock.
    pub time: &'a str,
    /// Rates it with the descriptions, too.
    pub describe: &'a str,
    /// Rates the second try as a whole.
    pub whole: &'a str,
    /// Opens the shape of such an answer.
    pub open: &'a str,
    /// What that shape is called, where there is one.
    pub shape: Option<&'a str>,
    /// How the answer sounded; empty where nothing was recorded.
    pub heard: &'a str,
}

impl Keys<'_> {
    fn again(self) -> String {
        format!("{}{}", self.retry, self.time)
    }

    fn answer(self) -> String {
        format!("{}{}", self.follow, self.time)
    }
}

/// The result for a page of this size: what was said comes first, then the one thing to add. Where the page has no room
/// for each point that was said, their number stands there.
pub fn lines(after: &After<'_>, keys: Keys<'_>, width: u16, height: u16) -> Vec<Line> {
    let told = &Told::of(after);
    let mut next = reason(told, keys, width);
    next.extend(self::next(told, keys, width));
    next.extend(follow_up(told, keys, width));
    let (word, said) = (word(told, width), said(told, width));
    let needed = [&word, &said, &next].map(|lines| lines.len() + usize::from(!lines.is_empty()));
    let top = if needed.iter().sum::<usize>() <= usize::from(height) + 1 {
        vec![word, said, next]
    } else {
        let count = Some(line(&told.counted, Role::Ink)).filter(|_| !said.is_empty());
        vec![word.into_iter().chain(count).chain(next).collect()]
    };
    let below = [
        (measured(told, width).into_iter())
            .chain(wrapped(keys.heard, width, Role::Dim).filter(|_| !keys.heard.is_empty()))
            .collect(),
        rated(told, width),
        shape(keys, width),
        more(told, width),
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

fn wrapped(text: &str, width: u16, role: Role) -> impl Iterator<Item = Line> + use<> {
    prose::wrap(text, width).into_iter().map(move |text| Line {
        text,
        role,
        ..Line::default()
    })
}

/// The word for the answer, and the one that was expected.
fn word(told: &Told, width: u16) -> Vec<Line> {
    let roomy = width >= NARROW;
    let right = told.expected.filter(|_| roomy);
    let mut lines = vec![Line {
        right: right.map_or_else(String::new, |l| format!("you had expected {}", l.word())),
        ..line(&told.title(), Role::Strong)
    }];
    if let Some(words) = told.expected_words().filter(|_| !roomy) {
        lines.push(line(&words, Role::Dim));
    }
    lines
}

/// The points that were said, wholly or by half.
fn said(told: &Told, width: u16) -> Vec<Line> {
    let lines = told.said.iter().map(|(text, whole)| match whole {
        true => format!("[x] {text}"),
        false => format!("[~] {text}, by half"),
    });
    let lines: Vec<Line> = lines
        .flat_map(|text| prose::hang(&text, width, 4))
        .map(|text| line(&text, Role::Ink))
        .collect();
    let heading = (!lines.is_empty()).then(|| line("Said", Role::Dim));
    heading.into_iter().chain(lines).collect()
}

/// Why it is this word, and what a short rating held down.
fn reason(told: &Told, keys: Keys<'_>, width: u16) -> Vec<Line> {
    let mut lines: Vec<Line> = wrapped(&told.reason, width, Role::Ink).collect();
    if told.by_points {
        let by = format!("{BY_POINTS} {} adds the descriptions.", keys.describe);
        lines.extend(wrapped(&by, width, Role::Dim));
    }
    lines
}

/// The dimensions with their words.
fn rated(told: &Told, width: u16) -> Vec<Line> {
    let rated = told.rated.iter().map(|(title, level)| Line {
        word: level.word(),
        ..line(title, Role::Ink)
    });
    let mut lines: Vec<Line> = rated.collect();
    for why in &told.held {
        lines.extend(wrapped(why, width, Role::Dim));
    }
    lines
}

/// The measured facts, and what a problem came to.
fn measured(told: &Told, width: u16) -> Vec<Line> {
    let words = told.measured.iter();
    words
        .flat_map(|words| wrapped(words, width, Role::Dim))
        .collect()
}

/// The next step, and the point that is asked again at once: the same in one sentence, or both by name. After a second
/// try its one question, and then both words.
fn next(told: &Told, keys: Keys<'_>, width: u16) -> Vec<Line> {
    let say = |text: &str, right: String, marked: bool| {
        let role = if marked { Role::Mark } else { Role::Ink };
        beside(text, right, width, role).map(move |line| Line { marked, ..line })
    };
    let mut lines: Vec<Line> = Vec::new();
    // What was just tried is asked about first; then the eye goes on to what is open.
    let asked = told.heard.as_ref().is_some_and(|heard| heard.now.is_none());
    if let Some(heard) = &told.heard {
        let other = if heard.now == Some(true) { "no" } else { "yes" };
        let key = format!("{} {other}", keys.tick);
        // Where nothing stands at the right the key comes first.
        let words = match width {
            NARROW.. => heard.words.clone(),
            _ => format!("{key}: {}", heard.words),
        };
        lines.extend(say(&words, key, asked));
        lines.extend(wrapped(&heard.kept, width, Role::Dim));
        if told.again_whole {
            let whole = format!(
                "Did you say all of it again? {} rates it as your answer.",
                keys.whole
            );
            lines.extend(wrapped(&whole, width, Role::Dim));
        }
    }
    if let Some(step) = &told.step {
        let note = if told.same {
            keys.again()
        } else {
            String::new()
        };
        lines.extend(say(step, note, !asked));
    }
    if let Some(point) = &told.point {
        lines.extend(beside(point, keys.again(), width, Role::Ink));
    }
    lines
}

/// A paragraph with what stands at the right of its first line, where there is room for it.
fn beside(text: &str, right: String, width: u16, role: Role) -> impl Iterator<Item = Line> + use<> {
    let roomy = width >= NARROW;
    let room = if roomy {
        width.saturating_sub(KEY)
    } else {
        width
    };
    let mut right = Some(right).filter(|_| roomy);
    wrapped(text, room, role).map(move |line| Line {
        right: right.take().unwrap_or_default(),
        ..line
    })
}

/// What they would ask next, with the key that answers it; before it, that the answer to the last one is kept.
fn follow_up(told: &Told, keys: Keys<'_>, width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(kept) = &told.answered {
        lines.extend(wrapped(kept, width, Role::Dim));
    }
    if let Some(asks) = &told.asks {
        lines.extend(beside(asks, keys.answer(), width, Role::Ink));
    }
    lines
}

/// The shape that such an answer can take, with the key that opens it.
fn shape(keys: Keys<'_>, width: u16) -> Vec<Line> {
    let Some(shape) = keys.shape else {
        return Vec::new();
    };
    let roomy = width >= NARROW;
    if !roomy {
        return wrapped(&format!("{}: {shape}", keys.open), width, Role::Ink).collect();
    }
    let text = format!("A shape for it: {shape}");
    let mut lines: Vec<Line> = wrapped(&text, width.saturating_sub(KEY + 4), Role::Ink).collect();
    if let Some(first) = lines.first_mut() {
        first.right = format!("{}, with an example", keys.open);
    }
    lines
}

/// What the question was really about.
fn more(told: &Told, width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    if !told.about.is_empty() {
        lines.push(line("What it was really about", Role::Dim));
        lines.extend(wrapped(&told.about, width, Role::Ink));
    }
    lines
}

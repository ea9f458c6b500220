//! The result of an answer as lines: the word with its reason, what was measured, and one next step with the point
//! that is asked again.

use ratatui::layout::Rect;

use crate::domain::level::Level;
use crate::domain::practice::clock::Edge;
use crate::domain::practice::record::{Answer, Input, Mark};
use crate::domain::practice::sitting::After;
use crate::domain::practice::talk_through::{grouped, right_figure, shown};
use crate::domain::practice::told::now_words;
use crate::look::Role;
use crate::panes::words;
use crate::widgets::{Canvas, prose};

/// Below this width nothing stands at the right of a line.
const NARROW: u16 = 60;

/// Cells kept free at the right of the next step.
const KEY: u16 = 18;

/// Cells of the title of a dimension, before its word.
const TITLE: u16 = 22;

/// Why a short rating stops below the highest word.
pub const BY_POINTS: &str = "By what you said alone, so Solid at most.";

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
}

impl Keys<'_> {
    fn again(self) -> String {
        format!("{}, {} seconds", self.retry, self.seconds)
    }

    fn answer(self) -> String {
        format!("{}, {} seconds", self.follow, self.seconds)
    }
}

/// The result for a page of this size. Where it has no room with gaps, what to do next comes first, then what was
/// measured, and last how each thing was rated.
pub fn lines(after: &After<'_>, keys: Keys<'_>, width: u16, height: u16) -> Vec<Line> {
    let (word, mut next) = (word(after, keys, width), next(after, keys, width));
    next.extend(follow_up(after, keys, width));
    let (rated, measured) = (rated(after, width), measured(after, width));
    let more = more(after, width);
    let gap = || vec![Line::default()];
    let below = |lines: &[Line]| vec![Line::default(); lines.len().min(1)];
    let needed = word.len() + 1 + rated.len() + 1 + measured.len() + 2 + next.len();
    let heading = line("One next step", Role::Dim);
    if needed <= usize::from(height) {
        let apart = below(&rated);
        let parts = [
            word,
            gap(),
            rated,
            apart,
            measured,
            gap(),
            vec![heading],
            next,
        ];
        let mut lines = parts.concat();
        if !more.is_empty() {
            lines.extend(gap().into_iter().chain(more));
        }
        return lines;
    }
    let titled = word.len() + 1 + next.len() < usize::from(height);
    let heading = titled.then_some(heading).into_iter().collect();
    let apart = below(&rated);
    let parts = [word, heading, next, gap(), measured, apart, rated];
    let mut lines = parts.concat();
    if !more.is_empty() {
        lines.extend(gap().into_iter().chain(more));
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

/// The word for the answer, the one that was expected, and the reason.
fn word(after: &After<'_>, keys: Keys<'_>, width: u16) -> Vec<Line> {
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
    lines.extend(wrapped(&after.verdict.reason, width, Role::Ink));
    if after.is_by_points() {
        let by = format!("{BY_POINTS} {} adds the descriptions.", keys.describe);
        lines.extend(wrapped(&by, width, Role::Dim));
    }
    lines
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
    let marked = |text: &str, right: String| {
        let step = |line| Line {
            marked: true,
            ..line
        };
        let lines = wrapped(text, text_width, Role::Mark).map(step);
        let mut lines: Vec<Line> = lines.collect();
        if let Some(first) = lines.first_mut().filter(|_| roomy) {
            first.right = right;
        }
        lines
    };
    let mut lines: Vec<Line> = Vec::new();
    let step = after.next_step.as_ref();
    let same = step.is_some_and(|s| s.point.is_some() && s.point == after.retry);
    let mark = (after.retry).and_then(|n| after.rating.points.get(usize::from(n) - 1));
    if let (Some(retry), Some(mark)) = (after.retries.last(), mark) {
        let (words, right) = match after.said_now {
            None => ("Is it said now?".to_owned(), format!("{} yes", keys.tick)),
            Some(now) => {
                let other = if now { "no" } else { "yes" };
                (now_words(*mark, now), format!("{} {other}", keys.tick))
            }
        };
        lines.extend(marked(&words, right));
        lines.extend(wrapped(&kept_words(retry), width, Role::Dim));
    }
    let done = after.said_now == Some(true);
    if let Some(step) = step.filter(|_| !(same && done)) {
        let note = if same { keys.again() } else { String::new() };
        lines.extend(marked(&step.text, note));
    }
    let point = (after.retry).and_then(|n| after.question.strong.get(usize::from(n) - 1));
    if let Some(point) = point.filter(|_| !same && !done) {
        let again = match mark {
            Some(Mark::Half) => format!("Say this point in full: \"{}\".", point.text),
            _ => format!("Say this point, too: \"{}\".", point.text),
        };
        let from = lines.len();
        lines.extend(wrapped(&again, text_width, Role::Ink));
        if let Some(first) = lines.get_mut(from).filter(|_| roomy) {
            first.right = keys.again();
        }
    }
    lines
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

/// What they would ask next, with the key that answers it; before it, that the answer to the last one is kept.
fn follow_up(after: &After<'_>, keys: Keys<'_>, width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(given) = after.answered() {
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
    let (hit, all, half) = (said.hit, said.total(), said.half);
    let length = after.answer.length_words();
    format!("{hit} of {all} points said, {half} half. {length}{edge}. {hints}.{fillers}")
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

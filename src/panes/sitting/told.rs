//! What the result of an answer says, in the order in which it is read: the screen sets keys beside it, lines read it out.

use crate::domain::level::Level;
use crate::domain::practice::clock::Edge;
use crate::domain::practice::record::{Answer, Input, Mark};
use crate::domain::practice::score::as_told;
use crate::domain::practice::sitting::After;
use crate::domain::practice::talk_through::{grouped, right_figure, shown};
use crate::domain::practice::told::now_words;
use crate::domain::text::full_stop;
use crate::panes::words::count;

/// Why a short rating stops below the highest word.
pub const BY_POINTS: &str = "By what you said alone, so Solid at most.";

/// What is said of the reason once a missed point was said in another try.
const SINCE: &str = "You said it when you tried again. The rating is still for the answer before.";

/// What is said where the rating is that of a second try.
const SECOND: &str = "This is your second try. When the question comes back goes by the first.";

/// Whether what was tried last is said now.
fn tried_now(after: &After<'_>) -> Option<bool> {
    after.tried.as_ref()?.now
}

/// What a result says.
pub struct Told {
    /// The word for the answer.
    pub level: Level,
    /// The word that was expected.
    pub expected: Option<Level>,
    /// The points that were said, wholly or by half.
    pub said: Vec<(String, bool)>,
    /// How many that were.
    pub counted: String,
    /// Why it stands there.
    pub reason: String,
    /// Whether it was rated by its points alone, and could stand higher.
    pub by_points: bool,
    /// The dimensions with their words.
    pub rated: Vec<(String, Level)>,
    /// Which of them cannot stand higher, and why.
    pub held: Vec<String>,
    /// What was measured, and what a problem came to.
    pub measured: Vec<String>,
    /// Whether what was tried last can be rated as a whole.
    pub again_whole: bool,
    /// After a second try, or an answer to what they would ask: whether the point is said now.
    pub heard: Option<Heard>,
    /// The one next step; none once it is done.
    pub step: Option<String>,
    /// Whether the next step is the point that is asked again at once.
    pub same: bool,
    /// The point that is asked again at once, where it is not the next step.
    pub point: Option<String>,
    /// That the answer to their last follow-up is kept.
    pub answered: Option<String>,
    /// What they would ask next.
    pub asks: Option<String>,
    /// What the question was really about.
    pub about: String,
}

/// What is told of what was answered last for one point.
pub struct Heard {
    /// Whether it is said now, as one's own ear had it.
    pub now: Option<bool>,
    /// The question, and then both words.
    pub words: String,
    /// That it is kept, and how long it was.
    pub kept: String,
}

impl Told {
    /// Puts it together.
    pub fn of(after: &After<'_>) -> Self {
        let heard = after.tried.map(|tried| Heard {
            now: tried.now,
            words: tried
                .now
                .map_or_else(|| asked_now(after), |now| now_words(tried.before, now)),
            kept: kept_words(tried.answer),
        });
        let step = after.next_step.as_ref();
        let same = step.is_some_and(|s| s.point.is_some() && s.point == after.retry);
        let points = || after.question.strong.iter().zip(&after.rating.points);
        let open = (after.retry.filter(|_| !same)).and_then(|n| usize::from(n).checked_sub(1));
        let point = open.and_then(|n| points().nth(n));
        let said = points().filter(|(_, mark)| **mark != Mark::Missed);
        // What a point was tried in is told with it.
        let tried = after.tried.map(|tried| tried.answer.take);
        let answered = after.answered().filter(|given| Some(given.take) != tried);
        let rated = after.dimensions();
        let way = way_words(after);
        Self {
            level: after.level(),
            expected: after.answer.expected,
            again_whole: (after.tried).is_some_and(|t| t.answer.for_point.is_some()),
            reason: match tried_now(after) {
                _ if after.second && tried_now(after) != Some(true) => {
                    format!("{} {SECOND}", after.verdict.reason)
                }
                Some(true) => format!("{} {SINCE}", after.verdict.reason),
                _ => after.verdict.reason.clone(),
            },
            said: said
                .map(|(point, mark)| (point.text.clone(), *mark == Mark::Hit))
                .collect(),
            counted: full_stop(&after.said.words()),
            by_points: after.is_by_points() && after.verdict.level == Level::Solid,
            rated: rated.map(|(_, title, l)| (title.to_owned(), l)).collect(),
            held: after.verdict.held_words(after.answer.kind).collect(),
            measured: std::iter::once(facts(after)).chain(way).collect(),
            heard,
            step: step.map(|s| s.text.clone()),
            same,
            point: point.map(|(point, mark)| {
                let how = match mark {
                    Mark::Half => "Say in full",
                    _ => "Or add",
                };
                format!("{how}: {}.", as_told(&point.text))
            }),
            answered: answered.map(kept_words),
            asks: (after.probe).map(|probe| format!("They would ask: \"{}\"", probe.text)),
            about: after.question.tests_note.clone(),
        }
    }

    /// The word for the answer.
    pub fn title(&self) -> String {
        format!("This answer: {}", self.level.word())
    }

    /// The word that was expected, as a sentence of its own.
    pub fn expected_words(&self) -> Option<String> {
        let expected = self.expected?;
        Some(format!("You had expected {}.", expected.word()))
    }

    /// All of it by ear, but for the point that is asked again: what leads to it says it.
    pub fn paragraphs(&self) -> Vec<String> {
        let title = match self.expected_words() {
            Some(expected) => format!("{}. {expected}", self.title()),
            None => format!("{}.", self.title()),
        };
        let mut lines = vec![title];
        lines.extend(self.said.iter().map(|(text, whole)| match whole {
            true => format!("Said: {text}."),
            false => format!("Said by half: {text}."),
        }));
        lines.push(self.reason.clone());
        lines.extend(self.by_points.then(|| BY_POINTS.to_owned()));
        let rated: Vec<String> = (self.rated.iter())
            .map(|(title, level)| format!("{title}: {}", level.word()))
            .collect();
        lines.extend((!rated.is_empty()).then(|| format!("{}.", rated.join(", "))));
        lines.extend(self.held.iter().chain(&self.measured).cloned());
        lines.extend(self.again());
        let step = self.step.as_ref();
        lines.extend(step.map(|step| format!("One next step: {step}")));
        lines.extend(self.asks.clone());
        if !self.about.is_empty() {
            let about = full_stop(&self.about);
            lines.push(format!("What it was really about: {about}"));
        }
        lines
    }

    /// What is said of what was answered from the result.
    pub fn again(&self) -> Vec<String> {
        let heard = self.heard.iter();
        let heard = heard.flat_map(|h| [h.kept.clone(), h.words.clone()]);
        heard.chain(self.answered.clone()).collect()
    }
}

/// The question after a second try, or after an answer to what they would ask: what it is about stands in it.
fn asked_now(after: &After<'_>) -> String {
    let point = after.tried.and_then(|t| t.answer.point(after.question));
    let point = point.and_then(|n| after.question.strong.get(usize::from(n).checked_sub(1)?));
    match point {
        Some(point) => format!("Is it said now: {}?", point.text.trim_end_matches('.')),
        None => "Is it said now?".to_owned(),
    }
}

/// That what was answered from the result is kept, and how long it was.
fn kept_words(given: &Answer) -> String {
    let what = match &given.extra {
        Some(extra) => format!("Your answer to \"{}\" is kept", extra.asked),
        None => "Your second try is kept beside the first".to_owned(),
    };
    let length = given.length_words();
    match given.input {
        Input::Typed => {
            let said = count(given.words as usize, "word", "words");
            format!("{what}: {said}, {length}.")
        }
        Input::Aloud => format!("{what}: {length} spoken."),
    }
}

/// Seconds: what is asked for so short an answer is answered once the fact is said.
const SHORT: u32 = 45;

/// Whether an answer was short where that is right.
fn is_short_enough(edge: Edge, after: &After<'_>) -> bool {
    let most = after.answer.window.map(|(_, max)| max);
    edge == Edge::Before && most.is_some_and(|max| max <= SHORT)
}

/// Measured facts, which stand beside the level and never in it.
fn facts(after: &After<'_>) -> String {
    let said = after.said;
    let edge = after.edge.filter(|edge| !is_short_enough(*edge, after));
    let edge = edge.map_or_else(String::new, |e| format!(", {}", e.words()));
    let hints = match after.answer.hints.len() {
        0 => "No hint used".to_owned(),
        n => count(n, "hint used", "hints used"),
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
fn way_words(after: &After<'_>) -> Option<String> {
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
        let steps = count(steps, "step", "steps");
        parts.push(format!("{steps} said aloud."));
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

//! `hand-in-….toml`: answers of one sitting with their questions, without the client's own ratings.

use serde::Deserialize;
use toml_edit::{Array, Value};

use super::all_there;
use crate::domain::library::{Kind, Part, Point, RedFlag};
use crate::domain::practice::coach::{HandIn, Handed};
use crate::domain::practice::record::Input;
use crate::problem::Problem;
use crate::store::toml_in::{FORMAT, Formatted, Moment, open, shown};
use crate::store::toml_out::{Lines, inline, moment, on_lines, prose, word};

/// What stands above it, for who opens it in an editor.
const ABOVE: &str = "\
# Answers from practice for job interviews, handed in to a coach.
# To look at them and to write an answer: greenroom review THIS-FILE
";

/// The text of a new file.
pub fn text(hand_in: &HandIn) -> String {
    let count = i64::try_from(hand_in.answers.len()).unwrap_or(i64::MAX);
    let lines = Lines::new()
        .put("format", FORMAT)
        .put("handed_in", moment(hand_in.at))
        .put("sitting", moment(hand_in.sitting))
        .put("title", hand_in.title.as_str())
        .put("from", hand_in.from.as_str())
        .put("ask", prose(&hand_in.ask))
        .put("answers", count)
        .tables("answer", hand_in.answers.iter().map(answer))
        .file();
    format!("{ABOVE}{lines}")
}

fn answer(a: &Handed) -> Lines {
    let number = |n: u32| Value::from(i64::from(n));
    let window = |(low, high)| Array::from_iter([number(low), number(high)]);
    let more = a.more.iter().map(|(asked, said)| {
        inline([
            ("asked", asked.as_str().into()),
            ("said", said.as_str().into()),
        ])
    });
    let lines = Lines::new()
        .put("index", i64::from(a.index))
        .put("at", moment(a.at))
        .put("kind", a.kind.id())
        .text("setup", &a.setup)
        .put("asked", prose(&a.asked))
        .put("points", on_lines(a.points.iter().map(point)))
        .put("flags", on_lines(a.flags.iter().map(flag)))
        .put("input", word(a.input))
        .put("seconds", number(a.seconds))
        .maybe("window_s", a.window.map(window))
        .put("text", prose(&a.text));
    let lines = if a.more.is_empty() {
        lines
    } else {
        lines.put("more", on_lines(more))
    };
    lines.put("end", true)
}

fn point(point: &Point) -> Value {
    let part = point.part.map(|part| ("part", Value::from(word(part))));
    let core = point.core.then(|| ("core", Value::from(true)));
    let text = ("text", Value::from(point.text.as_str()));
    inline([Some(text), core, part].into_iter().flatten())
}

fn flag(flag: &RedFlag) -> Value {
    let code = flag.code.as_deref().map(|code| ("code", Value::from(code)));
    let critical = flag.critical.then(|| ("critical", Value::from(true)));
    let text = ("text", Value::from(flag.text.as_str()));
    inline([Some(text), critical, code].into_iter().flatten())
}

#[derive(Deserialize)]
struct RawHandIn {
    format: i64,
    handed_in: Moment,
    sitting: Moment,
    title: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    ask: String,
    answers: usize,
    #[serde(default)]
    answer: Vec<RawHanded>,
}

impl Formatted for RawHandIn {
    fn format(&self) -> i64 {
        self.format
    }
}

#[derive(Deserialize)]
struct RawHanded {
    index: u16,
    at: Moment,
    kind: Kind,
    #[serde(default)]
    setup: String,
    asked: String,
    points: Vec<RawPoint>,
    flags: Vec<RawFlag>,
    input: Input,
    seconds: u32,
    window_s: Option<(u32, u32)>,
    text: String,
    #[serde(default)]
    more: Vec<RawMore>,
    #[serde(rename = "end")]
    _end: bool,
}

#[derive(Deserialize)]
struct RawPoint {
    text: String,
    #[serde(default)]
    core: bool,
    part: Option<Part>,
}

#[derive(Deserialize)]
struct RawFlag {
    text: String,
    #[serde(default)]
    critical: bool,
    code: Option<String>,
}

#[derive(Deserialize)]
struct RawMore {
    asked: String,
    said: String,
}

/// Reads a file.
///
/// # Errors
///
/// A [`Problem`] with the place.
pub fn read(file: &str, bytes: &[u8]) -> Result<HandIn, Box<Problem>> {
    let (raw, _) = open::<RawHandIn>(file, bytes)?;
    all_there(file, raw.answers, raw.answer.len())?;
    Ok(HandIn {
        sitting: raw.sitting.0,
        title: shown(raw.title),
        from: shown(raw.from),
        at: raw.handed_in.0,
        ask: shown(raw.ask),
        answers: raw.answer.into_iter().map(RawHanded::lower).collect(),
    })
}

impl RawHanded {
    fn lower(self) -> Handed {
        let points = self.points.into_iter().map(|p| Point {
            text: shown(p.text),
            core: p.core,
            part: p.part,
        });
        let flags = self.flags.into_iter().map(|f| RedFlag {
            text: shown(f.text),
            code: f.code.map(shown),
            critical: f.critical,
        });
        let more = self
            .more
            .into_iter()
            .map(|m| (shown(m.asked), shown(m.said)));
        Handed {
            index: self.index,
            at: self.at.0,
            kind: self.kind,
            asked: shown(self.asked),
            setup: shown(self.setup),
            points: points.collect(),
            flags: flags.collect(),
            input: self.input,
            seconds: self.seconds,
            window: self.window_s,
            text: shown(self.text),
            more: more.collect(),
        }
    }
}

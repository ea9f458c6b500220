//! `return-….toml`: what a coach says to answers that were handed in. The progress of the coach is kept in the same form.

use serde::Deserialize;
use toml_edit::Array;

use super::all_there;
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::practice::coach::{Looked, Returned};
use crate::domain::practice::record::Mark;
use crate::domain::text::one_line;
use crate::problem::Problem;
use crate::store::toml_in::{FORMAT, Formatted, Moment, open, shown};
use crate::store::toml_out::{Lines, inline, moment, on_lines, prose, word};

/// What stands above it, for who opens it in an editor.
const ABOVE: &str = "\
# What a coach says to answers from practice for job interviews.
# To lay it to the answers: greenroom import THIS-FILE
";

/// The text of a new file.
pub fn text(returned: &Returned) -> String {
    let count = i64::try_from(returned.answers.len()).unwrap_or(i64::MAX);
    let lines = Lines::new()
        .put("format", FORMAT)
        .put("returned", moment(returned.at))
        .put("sitting", moment(returned.sitting))
        .put("title", returned.title.as_str())
        .put("coach", returned.coach.as_str())
        .put("text", prose(&returned.text))
        .put("answers", count)
        .tables("answer", returned.answers.iter().map(answer))
        .file();
    format!("{ABOVE}{lines}")
}

fn answer(l: &Looked) -> Lines {
    let level = |(id, level): &(DimensionId, Level)| {
        inline([("id", id.as_str().into()), ("level", level.id().into())])
    };
    Lines::new()
        .put("index", i64::from(l.index))
        .put("answered", moment(l.answered))
        .put("asked", prose(&l.asked))
        .put("points", l.points.iter().map(word).collect::<Array>())
        .put(
            "flags",
            l.flags.iter().map(|f| i64::from(*f)).collect::<Array>(),
        )
        .put("dimensions", on_lines(l.dimensions.iter().map(level)))
        .maybe("level", l.level.map(Level::id))
        .put("keep", l.keep.as_str())
        .put("change", l.change.as_str())
        .put("text", prose(&l.text))
        .put("end", true)
}

#[derive(Deserialize)]
struct RawReturned {
    format: i64,
    returned: Moment,
    sitting: Moment,
    #[serde(default)]
    title: String,
    #[serde(default)]
    coach: String,
    #[serde(default)]
    text: String,
    answers: usize,
    #[serde(default)]
    answer: Vec<RawLooked>,
}

impl Formatted for RawReturned {
    fn format(&self) -> i64 {
        self.format
    }
}

#[derive(Deserialize)]
struct RawLooked {
    index: u16,
    answered: Moment,
    #[serde(default)]
    asked: String,
    #[serde(default)]
    points: Vec<Mark>,
    #[serde(default)]
    flags: Vec<u8>,
    #[serde(default)]
    dimensions: Vec<RawLevel>,
    level: Option<Level>,
    #[serde(default)]
    keep: String,
    #[serde(default)]
    change: String,
    #[serde(default)]
    text: String,
    #[serde(rename = "end")]
    _end: bool,
}

#[derive(Deserialize)]
struct RawLevel {
    id: String,
    level: Level,
}

/// Reads a file.
///
/// # Errors
///
/// A [`Problem`] with the place.
pub fn read(file: &str, bytes: &[u8]) -> Result<Returned, Box<Problem>> {
    let (raw, _) = open::<RawReturned>(file, bytes)?;
    all_there(file, raw.answers, raw.answer.len())?;
    Ok(Returned {
        sitting: raw.sitting.0,
        title: shown(raw.title),
        coach: one_line(&shown(raw.coach)),
        at: raw.returned.0,
        text: shown(raw.text),
        answers: raw.answer.into_iter().map(RawLooked::lower).collect(),
    })
}

impl RawLooked {
    fn lower(self) -> Looked {
        let levels = self.dimensions.into_iter();
        let levels = levels.map(|raw| (DimensionId::new(shown(raw.id)), raw.level));
        Looked {
            index: self.index,
            answered: self.answered.0,
            asked: shown(self.asked),
            points: self.points,
            flags: self.flags,
            dimensions: levels.collect(),
            level: self.level,
            keep: one_line(&shown(self.keep)),
            change: one_line(&shown(self.change)),
            text: shown(self.text),
        }
    }
}

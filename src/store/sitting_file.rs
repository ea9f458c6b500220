//! `practice/<year>/<id>.toml`: a head, then blocks that are only ever appended.
//!
//! The head and each block end with `end = true`, so a file that a power cut tore can be told from one that
//! is whole: TOML alone cannot do that, a file cut between two lines still parses.

use serde::Deserialize;
use toml::Spanned;
use toml_edit::{Array, Value};

use super::toml_in::{FORMAT, Formatted, Moment, Seed, open, shown};
use super::toml_out::{Lines, inline, moment, on_lines, prose, seed, word};
use crate::domain::id::{CompetencyId, DimensionId, QuestionId, SittingId};
use crate::domain::level::Level;
use crate::domain::library::{Kind, StageId};
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::record::{
    Answer, Block, Event, EventKind, Hint, Input, Mark, Planned, Rater, Rating, SittingHead,
    SittingRecord, Why,
};
use crate::problem::Problem;

/// The text of a new file.
pub fn head_text(head: &SittingHead) -> String {
    Lines::new()
        .put("format", FORMAT)
        .put("started", moment(head.started))
        .put("title", head.title.as_str())
        .maybe("stage", head.stage.map(StageId::id))
        .put("seed", seed(head.seed))
        .put("library", head.library.as_str())
        .put("pacing", word(head.pacing))
        .put("factor", word(head.factor))
        .put("input", word(head.input))
        .put("strict", head.strict)
        .put("probes", head.probes)
        .put("rate_each", head.rate_each)
        .put("plan", on_lines(head.plan.iter().map(planned)))
        .put("end", true)
        .file()
}

fn planned(planned: &Planned) -> Value {
    let id = Value::from(planned.question.as_str());
    let wording = Value::from(i64::from(planned.wording));
    let (why, about) = match &planned.why {
        Why::Due(level) => ("due", Some(level.id().to_owned())),
        Why::Weakest(competency) => ("weakest", Some(competency.to_string())),
        Why::Asked(words) => ("asked", Some(words.clone())),
        Why::New => ("new", None),
        Why::Familiar => ("familiar", None),
        Why::Drawn => ("drawn", None),
        Why::Picked => ("picked", None),
        Why::Again => ("again", None),
    };
    let row = [("question", id), ("wording", wording), ("why", why.into())];
    let Some(about) = about else {
        return inline(row);
    };
    let [question, wording, why] = row;
    inline([question, wording, why, ("about", about.into())])
}

/// The text of one block, ready to be appended.
pub fn block_text(block: &Block) -> String {
    match block {
        Block::Answer(answer) => answer_lines(answer).block("answer"),
        Block::Rating(rating) => rating_lines(rating).block("rating"),
        Block::Event(event) => Lines::new()
            .put("at", moment(event.at))
            .put("what", word(event.what))
            .put("seconds", i64::from(event.seconds))
            .put("end", true)
            .block("event"),
    }
}

fn answer_lines(a: &Answer) -> Lines {
    let number = |n: u32| Value::from(i64::from(n));
    Lines::new()
        .put("index", i64::from(a.index))
        .put("question", a.question.as_str())
        .put("wording", i64::from(a.wording))
        .put("take", i64::from(a.take))
        .maybe("for_point", a.for_point.map(i64::from))
        .put("kind", a.kind.id())
        .put("competency", a.competency.as_str())
        .put("input", word(a.input))
        .put("at", moment(a.at))
        .put("think_s", number(a.think_s))
        .maybe("first_word_s", a.first_word_s.map(number))
        .put("seconds", number(a.seconds))
        .put("length_s", number(a.length_s))
        .put("paused_s", number(a.paused_s))
        .maybe(
            "window_s",
            a.window
                .map(|(low, high)| Array::from_iter([number(low), number(high)])),
        )
        .put("words", number(a.words))
        .put("fillers", i64::from(a.fillers))
        .put("hints", words(&a.hints))
        .maybe("expected", a.expected.map(Level::id))
        .put("skipped", a.skipped)
        .put("text", prose(&a.text))
        .put("end", true)
}

fn rating_lines(r: &Rating) -> Lines {
    let proof = |(point, text): &(u8, String)| {
        inline([
            ("point", i64::from(*point).into()),
            ("words", text.as_str().into()),
        ])
    };
    let level = |(id, level): &(DimensionId, Level)| {
        inline([("id", id.as_str().into()), ("level", level.id().into())])
    };
    Lines::new()
        .put("index", i64::from(r.index))
        .put("question", r.question.as_str())
        .put("rater", word(r.rater))
        .put("at", moment(r.at))
        .put("points", words(&r.points))
        .put("proofs", on_lines(r.proofs.iter().map(proof)))
        .put(
            "flags",
            r.flags.iter().map(|f| i64::from(*f)).collect::<Array>(),
        )
        .put("dimensions", on_lines(r.dimensions.iter().map(level)))
        .put("computed", r.computed.id())
        .put("line", r.line.as_str())
        .put("level", r.level.id())
        .put("note", prose(&r.note))
        .put("end", true)
}

fn words<T: serde::Serialize>(of: &[T]) -> Array {
    of.iter().map(word).collect()
}

/// Reads a whole file and its format number; the id is the name of the file.
///
/// # Errors
///
/// A [`Problem`] with the place, also when the last block is not complete.
pub fn read(file: &str, id: SittingId, bytes: &[u8]) -> Result<(SittingRecord, i64), Box<Problem>> {
    open::<RawSitting>(file, bytes).map(|(raw, format)| (raw.lower(id), format))
}

/// Whether a file is whole.
pub fn is_whole(bytes: &[u8]) -> bool {
    open::<RawSitting>("", bytes).is_ok()
}

#[derive(Deserialize)]
struct RawSitting {
    format: i64,
    started: Moment,
    title: String,
    stage: Option<StageId>,
    seed: Seed,
    library: String,
    pacing: Pacing,
    factor: Factor,
    input: Input,
    strict: bool,
    probes: bool,
    rate_each: bool,
    plan: Vec<RawPlanned>,
    #[serde(rename = "end")]
    _end: End,
    #[serde(default)]
    answer: Vec<Spanned<RawAnswer>>,
    #[serde(default)]
    rating: Vec<Spanned<RawRating>>,
    #[serde(default)]
    event: Vec<Spanned<RawEvent>>,
}

impl Formatted for RawSitting {
    fn format(&self) -> i64 {
        self.format
    }
}

/// `end = true`, the last line of the head and of each block.
struct End;

impl<'de> Deserialize<'de> for End {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if bool::deserialize(deserializer)? {
            Ok(Self)
        } else {
            Err(serde::de::Error::custom("`end` is always true"))
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RawWhy {
    Due,
    Weakest,
    Asked,
    New,
    Familiar,
    Drawn,
    Picked,
    Again,
}

#[derive(Deserialize)]
struct RawPlanned {
    question: String,
    wording: u8,
    why: RawWhy,
    #[serde(default)]
    about: String,
}

#[derive(Deserialize)]
struct RawAnswer {
    index: u16,
    question: String,
    wording: u8,
    take: u8,
    for_point: Option<u8>,
    kind: Kind,
    competency: String,
    input: Input,
    at: Moment,
    think_s: u32,
    first_word_s: Option<u32>,
    seconds: u32,
    length_s: u32,
    paused_s: u32,
    window_s: Option<(u32, u32)>,
    words: u32,
    fillers: u16,
    hints: Vec<Hint>,
    expected: Option<Level>,
    skipped: bool,
    text: String,
    #[serde(rename = "end")]
    _end: End,
}

#[derive(Deserialize)]
struct RawProof {
    point: u8,
    words: String,
}

#[derive(Deserialize)]
struct RawDimension {
    id: String,
    level: Level,
}

#[derive(Deserialize)]
struct RawRating {
    index: u16,
    question: String,
    rater: Rater,
    at: Moment,
    points: Vec<Mark>,
    proofs: Vec<RawProof>,
    flags: Vec<u8>,
    dimensions: Vec<RawDimension>,
    computed: Level,
    line: String,
    level: Level,
    note: String,
    #[serde(rename = "end")]
    _end: End,
}

#[derive(Deserialize)]
struct RawEvent {
    at: Moment,
    what: EventKind,
    seconds: u32,
    #[serde(rename = "end")]
    _end: End,
}

impl RawSitting {
    fn lower(self, id: SittingId) -> SittingRecord {
        // TOML gathers the blocks by name; their places in the file give back the order.
        let mut blocks: Vec<(usize, Block)> =
            Vec::with_capacity(self.answer.len() + self.rating.len() + self.event.len());
        blocks.extend(self.answer.into_iter().map(|raw| {
            let at = raw.span().start;
            (at, Block::Answer(raw.into_inner().lower()))
        }));
        blocks.extend(self.rating.into_iter().map(|raw| {
            let at = raw.span().start;
            (at, Block::Rating(raw.into_inner().lower()))
        }));
        blocks.extend(self.event.into_iter().map(|raw| {
            let at = raw.span().start;
            (at, Block::Event(raw.into_inner().lower()))
        }));
        blocks.sort_by_key(|(at, _)| *at);
        SittingRecord {
            head: SittingHead {
                id,
                started: self.started.0,
                title: shown(self.title),
                stage: self.stage,
                seed: self.seed.0,
                library: shown(self.library),
                pacing: self.pacing,
                factor: self.factor,
                input: self.input,
                strict: self.strict,
                probes: self.probes,
                rate_each: self.rate_each,
                plan: self.plan.into_iter().map(RawPlanned::lower).collect(),
            },
            blocks: blocks.into_iter().map(|(_, block)| block).collect(),
        }
    }
}

impl RawPlanned {
    fn lower(self) -> Planned {
        let about = shown(self.about);
        Planned {
            question: QuestionId::new(shown(self.question)),
            wording: self.wording,
            why: match self.why {
                RawWhy::Due => Level::from_id(&about).map_or(Why::Drawn, Why::Due),
                RawWhy::Weakest => Why::Weakest(CompetencyId::new(about)),
                RawWhy::Asked => Why::Asked(about),
                RawWhy::New => Why::New,
                RawWhy::Familiar => Why::Familiar,
                RawWhy::Drawn => Why::Drawn,
                RawWhy::Picked => Why::Picked,
                RawWhy::Again => Why::Again,
            },
        }
    }
}

impl RawAnswer {
    fn lower(self) -> Answer {
        Answer {
            index: self.index,
            question: QuestionId::new(shown(self.question)),
            wording: self.wording,
            take: self.take,
            for_point: self.for_point,
            kind: self.kind,
            competency: CompetencyId::new(shown(self.competency)),
            input: self.input,
            at: self.at.0,
            think_s: self.think_s,
            first_word_s: self.first_word_s,
            seconds: self.seconds,
            length_s: self.length_s,
            paused_s: self.paused_s,
            window: self.window_s,
            words: self.words,
            fillers: self.fillers,
            hints: self.hints,
            expected: self.expected,
            skipped: self.skipped,
            text: shown(self.text),
        }
    }
}

impl RawRating {
    fn lower(self) -> Rating {
        let proof = |raw: RawProof| (raw.point, shown(raw.words));
        let level = |raw: RawDimension| (DimensionId::new(shown(raw.id)), raw.level);
        Rating {
            index: self.index,
            question: QuestionId::new(shown(self.question)),
            rater: self.rater,
            at: self.at.0,
            points: self.points,
            proofs: self.proofs.into_iter().map(proof).collect(),
            flags: self.flags,
            dimensions: self.dimensions.into_iter().map(level).collect(),
            computed: self.computed,
            line: shown(self.line),
            level: self.level,
            note: shown(self.note),
        }
    }
}

impl RawEvent {
    fn lower(self) -> Event {
        Event {
            at: self.at.0,
            what: self.what,
            seconds: self.seconds,
        }
    }
}

#[cfg(test)]
mod tests;

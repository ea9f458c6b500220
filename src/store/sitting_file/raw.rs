//! A sitting's file as serde reads it: the full reader, for files that a person or another version wrote.

use serde::Deserialize;
use toml::Spanned;

mod chairs;
mod solo;

use chairs::{RawNoted, RawPair};
use solo::{RawBack, RawItem, RawReply};

use super::shape::{self, RawMock, RawSection, RawSitter};
use crate::domain::id::{
    CompetencyId, DimensionId, ItemId, QuestionId, ScenarioId, SittingId, StoryId,
};
use crate::domain::level::Level;
use crate::domain::library::{Kind, StageId};
use crate::domain::order::InOrder;
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::record::{
    Answer, Block, Comment, Event, EventKind, Extra, Form, Hint, Input, Mark, Planned, Rater,
    Rating, SittingHead, SittingRecord, Theirs, To, Way, Why,
};
use crate::store::toml_in::{Formatted, Moment, Seed, shown};

#[derive(Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "as in the file")]
pub(super) struct RawSitting {
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
    #[serde(default)]
    warm_up: bool,
    rung: Option<u8>,
    mock: Option<RawMock>,
    #[serde(default)]
    sections: Vec<RawSection>,
    #[serde(default)]
    people: Vec<RawSitter>,
    scenario: Option<String>,
    items: Option<Vec<String>>,
    chairs: Option<RawPair>,
    plan: Vec<RawPlanned>,
    #[serde(rename = "end")]
    _end: End,
    #[serde(default)]
    answer: Vec<Spanned<RawAnswer>>,
    #[serde(default)]
    rating: Vec<Spanned<RawRating>>,
    #[serde(default)]
    event: Vec<Spanned<RawEvent>>,
    #[serde(default)]
    reply: Vec<Spanned<RawReply>>,
    #[serde(default)]
    back: Vec<Spanned<RawBack>>,
    #[serde(default)]
    item: Vec<Spanned<RawItem>>,
    #[serde(default)]
    noted: Vec<Spanned<RawNoted>>,
    #[serde(default)]
    friend_answer: Vec<Spanned<RawAnswer>>,
    #[serde(default)]
    friend_rating: Vec<Spanned<RawRating>>,
    #[serde(default)]
    comment: Vec<Spanned<RawComment>>,
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
pub(super) enum RawWhy {
    Due,
    Skipped,
    Weakest,
    Asked,
    Advert,
    New,
    Familiar,
    Drawn,
    Listed,
    Picked,
    Story,
    Again,
    Set,
    Field,
}

#[derive(Deserialize)]
pub(super) struct RawPlanned {
    pub question: String,
    pub wording: u8,
    pub why: RawWhy,
    #[serde(default)]
    pub about: String,
}

#[derive(Deserialize)]
struct RawAnswer {
    index: u16,
    question: String,
    wording: u8,
    take: u8,
    for_point: Option<u8>,
    to: Option<To>,
    #[serde(default)]
    asked: String,
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
    #[serde(default)]
    facts: Vec<u8>,
    #[serde(default)]
    steps_said: u16,
    recording: Option<String>,
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
struct RawComment {
    index: Option<u16>,
    rater: Rater,
    by: String,
    at: Moment,
    keep: String,
    change: String,
    text: String,
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
    pub(super) fn lower(self, id: SittingId) -> SittingRecord {
        // TOML gathers the blocks by name; their places in the file give back the order.
        let mut blocks: Vec<(usize, Block)> = Vec::new();
        gather(&mut blocks, self.answer, |raw| Block::Answer(raw.lower()));
        gather(&mut blocks, self.rating, |raw| Block::Rating(raw.lower()));
        gather(&mut blocks, self.event, |raw| Block::Event(raw.lower()));
        gather(&mut blocks, self.reply, |raw| Block::Reply(raw.lower()));
        gather(&mut blocks, self.back, |raw| Block::Back(raw.lower()));
        gather(&mut blocks, self.item, |raw| Block::Item(raw.lower()));
        gather(&mut blocks, self.noted, |raw| Block::Noted(raw.lower()));
        gather(&mut blocks, self.friend_answer, |raw| {
            Block::Theirs(Box::new(Theirs::Answer(raw.lower())))
        });
        gather(&mut blocks, self.friend_rating, |raw| {
            Block::Theirs(Box::new(Theirs::Rating(raw.lower())))
        });
        gather(&mut blocks, self.comment, |raw| Block::Comment(raw.lower()));
        blocks.order_by_key(|(at, _)| *at);
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
                warm_up: self.warm_up,
                rung: self.rung,
                shape: shape::lower(self.mock, self.sections, self.people),
                form: match self.chairs {
                    Some(pair) => Form::Chairs(Box::new(pair.lower())),
                    None => form(self.scenario, self.items),
                },
                plan: self.plan.into_iter().map(RawPlanned::lower).collect(),
            },
            blocks: blocks.into_iter().map(|(_, block)| block).collect(),
        }
    }
}

fn gather<T>(blocks: &mut Vec<(usize, Block)>, raw: Vec<Spanned<T>>, lower: impl Fn(T) -> Block) {
    blocks.extend(raw.into_iter().map(|raw| {
        let at = raw.span().start;
        (at, lower(raw.into_inner()))
    }));
}

/// What a sitting is made of, from the two keys that say so.
pub(super) fn form(scenario: Option<String>, items: Option<Vec<String>>) -> Form {
    match (scenario, items) {
        (Some(scenario), _) => Form::Talk(ScenarioId::new(shown(scenario))),
        (None, Some(items)) => {
            Form::Items(items.into_iter().map(|id| ItemId::new(shown(id))).collect())
        }
        (None, None) => Form::Drill,
    }
}

impl RawPlanned {
    pub(super) fn lower(self) -> Planned {
        let about = shown(self.about);
        Planned {
            question: QuestionId::new(shown(self.question)),
            wording: self.wording,
            why: match self.why {
                RawWhy::Due => Level::from_id(&about).map_or(Why::Drawn, Why::Due),
                RawWhy::Skipped => Why::Skipped,
                RawWhy::Weakest => Why::Weakest(CompetencyId::new(about)),
                RawWhy::Asked => Why::Asked(about),
                RawWhy::Advert => Why::Advert,
                RawWhy::New => Why::New,
                RawWhy::Familiar => Why::Familiar,
                RawWhy::Drawn => Why::Drawn,
                RawWhy::Listed => Why::Listed,
                RawWhy::Picked => Why::Picked,
                RawWhy::Story => Why::Story(StoryId::new(about)),
                RawWhy::Again => Why::Again,
                RawWhy::Set => Why::Set,
                RawWhy::Field => Why::Field,
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
            extra: self.to.map(|to| Extra {
                to,
                asked: shown(self.asked),
            }),
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
            way: Way {
                facts: self.facts,
                steps: self.steps_said,
                recording: self.recording.map(shown),
            },
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

impl RawComment {
    fn lower(self) -> Comment {
        Comment {
            index: self.index,
            rater: self.rater,
            by: shown(self.by),
            at: self.at.0,
            keep: shown(self.keep),
            change: shown(self.change),
            text: shown(self.text),
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

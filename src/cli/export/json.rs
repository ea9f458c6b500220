//! The export for programs. Fields are only ever added; a newer shape would get a higher `format`.

mod applications;
mod checks;
mod stories;
mod talks;

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use applications::Application;
use checks::{Document, Referee};
use stories::Story;

use super::{What, Wordings};
use crate::domain::id::{
    ApplicationId, CompetencyId, DimensionId, EntryId, QuestionId, SittingId, StoryId,
};
use crate::domain::journal::{self, Cleared, EntryKind, Reaction};
use crate::domain::level::Level;
use crate::domain::library::{Kind, Question, StageId};
use crate::domain::person;
use crate::domain::practice::eyes::comments;
use crate::domain::practice::record::{self, Block, Hint, Input, Mark, Rater, SittingRecord};
use crate::domain::practice::results::counted;
use crate::domain::time::{Now, Wall};
use crate::store::home::Loaded;

/// Everything that was asked for, as indented JSON.
pub fn text(what: What, loaded: &Loaded, wordings: &Wordings, now: Now) -> String {
    let sittings = || {
        let all = loaded.sittings.iter();
        all.map(|s| Sitting::of(s, wordings)).collect()
    };
    let export = Export {
        format: 1,
        program: concat!("greenroom ", env!("CARGO_PKG_VERSION")),
        exported_at: now.wall,
        sittings: what.has(What::Answers).then(sittings),
        entries: (what.has(What::Journal)).then(|| loaded.entries.iter().map(Entry::of).collect()),
        stories: (what.has(What::Stories)).then(|| loaded.stories.iter().map(Story::of).collect()),
        applications: (what.has(What::Applications))
            .then(|| loaded.applications.iter().map(Application::of).collect()),
        referees: (what.has(What::Applications))
            .then(|| loaded.checks.referees.iter().map(Referee::of).collect()),
        documents: (what.has(What::Applications))
            .then(|| loaded.checks.documents.iter().map(Document::of).collect()),
    };
    let mut text = serde_json::to_string_pretty(&export).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Export<'a> {
    format: u8,
    program: &'static str,
    exported_at: Wall,
    #[serde(skip_serializing_if = "Option::is_none")]
    sittings: Option<Vec<Sitting<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<Vec<Entry<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stories: Option<Vec<Story<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    applications: Option<Vec<Application<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    referees: Option<Vec<Referee<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documents: Option<Vec<Document<'a>>>,
}

#[derive(Serialize)]
struct Sitting<'a> {
    id: &'a SittingId,
    started: Wall,
    title: &'a str,
    stage: Option<StageId>,
    seed: u64,
    library: &'a str,
    answers: Vec<Answer<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    replies: Vec<talks::Reply<'a>>,
    /// What others say to all of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    comments: Vec<&'a record::Comment>,
}

impl<'a> Sitting<'a> {
    fn of(record: &'a SittingRecord, wordings: &Wordings) -> Self {
        let answers = record.blocks.iter().filter_map(|b| match b {
            Block::Answer(answer) => Some(Answer::of(answer, record, wordings)),
            _ => None,
        });
        Self {
            answers: answers.collect(),
            replies: talks::replies(record),
            comments: comments(record, None),
            id: &record.head.id,
            started: record.head.started,
            title: &record.head.title,
            stage: record.head.stage,
            seed: record.head.seed,
            library: &record.head.library,
        }
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    question: &'a QuestionId,
    asked: Option<String>,
    kind: Kind,
    competency: &'a CompetencyId,
    at: Wall,
    input: Input,
    take: u8,
    for_point: Option<u8>,
    /// What it was given to, where that is not the question itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<record::To>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_further: Option<&'a str>,
    expected: Option<Level>,
    skipped: bool,
    think_s: u32,
    first_word_s: Option<u32>,
    seconds: u32,
    length_s: u32,
    paused_s: u32,
    window_s: Option<(u32, u32)>,
    words: u32,
    fillers: u16,
    hints: &'a [Hint],
    way: &'a record::Way,
    text: &'a str,
    ratings: Vec<Rating<'a>>,
    /// What others say to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    comments: Vec<&'a record::Comment>,
}

impl<'a> Answer<'a> {
    fn of(answer: &'a record::Answer, record: &'a SittingRecord, wordings: &Wordings) -> Self {
        // A follow-up and a second try have no rating of their own.
        let rated = counted(record, answer.index) == Some(answer);
        let ratings = record.blocks.iter().filter_map(|b| match b {
            Block::Rating(r) if r.index == answer.index && rated => {
                let question = wordings.question(&answer.question);
                Some(Rating::of(r, question.as_deref()))
            }
            _ => None,
        });
        Self {
            ratings: ratings.collect(),
            comments: if rated {
                comments(record, Some(answer.index))
            } else {
                Vec::new()
            },
            asked: wordings.get(&answer.question, answer.wording),
            question: &answer.question,
            kind: answer.kind,
            competency: &answer.competency,
            at: answer.at,
            input: answer.input,
            take: answer.take,
            for_point: answer.for_point,
            to: answer.extra.as_ref().map(|e| e.to),
            asked_further: answer.extra.as_ref().map(|e| e.asked.as_str()),
            expected: answer.expected,
            skipped: answer.skipped,
            think_s: answer.think_s,
            first_word_s: answer.first_word_s,
            seconds: answer.seconds,
            length_s: answer.length_s,
            paused_s: answer.paused_s,
            window_s: answer.window,
            words: answer.words,
            fillers: answer.fillers,
            hints: &answer.hints,
            way: &answer.way,
            text: &answer.text,
        }
    }
}

#[derive(Serialize)]
struct Rating<'a> {
    rater: Rater,
    at: Wall,
    level: Level,
    computed: Level,
    line: &'a str,
    points: &'a [Mark],
    /// The points in words, in the same order; none where the question has others by now.
    point_texts: Vec<String>,
    proofs: Vec<Proof<'a>>,
    flags: &'a [u8],
    dimensions: Vec<Rated<'a>>,
    note: &'a str,
}

#[derive(Serialize)]
struct Proof<'a> {
    point: u8,
    words: &'a str,
}

#[derive(Serialize)]
struct Rated<'a> {
    dimension: &'a DimensionId,
    level: Level,
}

impl<'a> Rating<'a> {
    fn of(rating: &'a record::Rating, question: Option<&Question>) -> Self {
        let points = question.map_or(&[][..], |q| &q.strong);
        let points = points.iter().map(|p| p.text.clone());
        let same = points.len() == rating.points.len();
        let proofs = rating.proofs.iter();
        let dimensions = rating.dimensions.iter();
        Self {
            rater: rating.rater,
            at: rating.at,
            level: rating.level,
            computed: rating.computed,
            line: &rating.line,
            points: &rating.points,
            point_texts: points.filter(|_| same).collect(),
            proofs: proofs
                .map(|(point, words)| Proof {
                    point: *point,
                    words,
                })
                .collect(),
            flags: &rating.flags,
            dimensions: dimensions
                .map(|(dimension, level)| Rated {
                    dimension,
                    level: *level,
                })
                .collect(),
            note: &rating.note,
        }
    }
}

/// Somebody, without a way to reach them.
#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    said: &'a str,
    title: &'a str,
}

impl<'a> Person<'a> {
    fn of(p: &'a person::Person) -> Self {
        Self {
            name: &p.name,
            said: &p.said,
            title: &p.title,
        }
    }

    fn all(people: &'a [person::Person]) -> Vec<Self> {
        people.iter().map(Self::of).collect()
    }
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a EntryId,
    kind: EntryKind,
    date: NaiveDate,
    time: Option<NaiveTime>,
    title: &'a str,
    application: Option<&'a ApplicationId>,
    stage: Option<StageId>,
    feeling: &'a str,
    tags: &'a [String],
    body: &'a str,
    debrief: Option<Debrief<'a>>,
}

impl<'a> Entry<'a> {
    fn of(entry: &'a journal::Entry) -> Self {
        Self {
            id: &entry.id,
            kind: entry.kind,
            date: entry.date,
            time: entry.time,
            title: &entry.title,
            application: entry.application.as_ref(),
            stage: entry.stage,
            feeling: &entry.feeling,
            tags: &entry.tags,
            body: &entry.body,
            debrief: entry.debrief.as_deref().map(Debrief::of),
        }
    }
}

#[derive(Serialize)]
struct Debrief<'a> {
    questions: Vec<Asked<'a>>,
    again: &'a [String],
    slipped: &'a [String],
    concerns: Vec<Concern<'a>>,
    heard: Vec<Heard<'a>>,
    closed: &'a str,
    next_step: &'a str,
    decision: Option<NaiveDate>,
    documents: &'a str,
    people: Vec<Person<'a>>,
    story: &'a str,
    feedback: Vec<Feedback<'a>>,
    improve: &'a [String],
    level: Option<Level>,
    chance: Option<u8>,
}

#[derive(Serialize)]
struct Asked<'a> {
    text: &'a str,
    level: Option<Level>,
    reaction: Option<Reaction>,
    card: Option<&'a QuestionId>,
    story: Option<&'a StoryId>,
}

#[derive(Serialize)]
struct Concern<'a> {
    text: &'a str,
    reply: &'a str,
    cleared: Cleared,
}

#[derive(Serialize)]
struct Heard<'a> {
    question: &'a str,
    answer: &'a str,
}

#[derive(Serialize)]
struct Feedback<'a> {
    from: &'a str,
    text: &'a str,
}

impl<'a> Debrief<'a> {
    fn of(debrief: &'a journal::Debrief) -> Self {
        let asked = |a: &'a journal::Asked| Asked {
            text: &a.text,
            level: a.level,
            reaction: a.reaction,
            card: a.card.as_ref(),
            story: a.story.as_ref(),
        };
        let concern = |c: &'a journal::Concern| Concern {
            text: &c.text,
            reply: &c.reply,
            cleared: c.cleared,
        };
        let heard = |h: &'a journal::Heard| Heard {
            question: &h.question,
            answer: &h.answer,
        };
        let feedback = |(from, text): &'a (String, String)| Feedback { from, text };
        Self {
            questions: debrief.questions.iter().map(asked).collect(),
            again: &debrief.again,
            slipped: &debrief.slipped,
            concerns: debrief.concerns.iter().map(concern).collect(),
            heard: debrief.heard.iter().map(heard).collect(),
            closed: &debrief.closed,
            next_step: &debrief.next_step,
            decision: debrief.decision,
            documents: &debrief.documents,
            people: Person::all(&debrief.people),
            story: &debrief.story,
            feedback: debrief.feedback.iter().map(feedback).collect(),
            improve: &debrief.improve,
            level: debrief.level,
            chance: debrief.chance,
        }
    }
}

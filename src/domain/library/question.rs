//! One question with everything that belongs to it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::kind::{Kind, Seniority, Window};
use super::stage::StageId;
use crate::domain::id::{CompetencyId, ExemplarId, FamilyId, FrameworkId, QuestionId, TopicId};
use crate::domain::text::full_stop;

/// Which part of a story a point is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// That it happened.
    Event,
    /// What was done.
    Action,
    /// What came of it.
    Result,
    /// What was understood.
    Insight,
}

/// Something a listener could tick off while hearing a strong answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Third person: "Names one promise…".
    pub text: String,
    /// Separates Solid from Partly.
    pub core: bool,
    /// Part of the story.
    pub part: Option<Part>,
}

/// A reason to say no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedFlag {
    /// What was heard.
    pub text: String,
    /// Shared code, such as `no-event`.
    pub code: Option<String>,
    /// One is enough.
    pub critical: bool,
}

/// When a probe is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// When the point (from 1) was missed.
    Missing(u8),
    /// Fits any answer.
    Always,
    /// When nothing it could help is missing.
    Strong,
}

/// A written follow-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// As spoken.
    pub text: String,
    /// Competency or dimension it opens, by id.
    pub tests: String,
    /// When to ask it.
    pub when: When,
}

/// The character of a role play.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// Name.
    pub name: String,
    /// Mood at the start.
    pub mood: String,
    /// What they want.
    pub goal: String,
    /// What calms them.
    pub calms: String,
    /// What makes it worse.
    pub escalates: String,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Stable id.
    pub id: QuestionId,
    /// As spoken.
    pub text: String,
    /// Facts given before.
    pub setup: String,
    /// A short name for lists, where the text alone does not tell which question it is; may be empty.
    pub title: String,
    /// Kind.
    pub kind: Kind,
    /// Refines the kind.
    pub topic: Option<TopicId>,
    /// One to three, the first is the primary one.
    pub competencies: Vec<CompetencyId>,
    /// Where it is asked.
    pub stages: Vec<StageId>,
    /// For which fields.
    pub roles: Vec<FamilyId>,
    /// For whom; empty is everybody.
    pub seniority: Vec<Seniority>,
    /// 1 warm-up, 2 core, 3 stretch.
    pub difficulty: u8,
    /// Times.
    pub window: Window,
    /// Points of a strong answer.
    pub strong: Vec<Point>,
    /// Reasons to say no.
    pub red_flags: Vec<RedFlag>,
    /// Follow-ups.
    pub probes: Vec<Probe>,
    /// Shape of an answer.
    pub framework: FrameworkId,
    /// Cues, opened as the second hint.
    pub outline: Vec<String>,
    /// Other wordings.
    pub variants: Vec<String>,
    /// What it was really about; shown after the attempt.
    pub tests_note: String,
    /// Calibration answers.
    pub exemplars: Vec<ExemplarId>,
    /// One of the forty that everybody is asked.
    pub standard: bool,
    /// Notes kept with an imported or own question; shown only after the attempt.
    pub notes: String,
    /// Free words that it is filed under, such as the headings of a list it was imported from.
    pub tags: Vec<String>,
    /// Facts released on request (case, technical): what to ask for and the reply.
    pub data: Vec<(String, String)>,
    /// A sum that the answer must come to (case).
    pub numbers: Option<Numbers>,
    /// Character of a role play.
    pub persona: Option<Persona>,
    /// The worry of the job behind an improper question; empty elsewhere.
    pub concern: String,
    /// Ways to reply to an improper question.
    pub replies: Vec<Reply>,
    /// Where what it says on the law holds, and when that was looked at.
    pub law: Option<Law>,
}

/// A sum with the value that it comes to, so that arithmetic said aloud can be checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers {
    /// As on paper: numbers, `+ - * /` and parentheses.
    pub formula: String,
    /// What it comes to; finite.
    pub value: f64,
    /// How far an answer may be off; finite and not negative.
    pub tolerance: f64,
}

impl Eq for Numbers {}

impl Numbers {
    /// Whether somebody who says this number is right.
    pub fn fits(&self, said: f64) -> bool {
        (said - self.value).abs() <= self.tolerance + f64::EPSILON
    }
}

/// One way to reply to an improper question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its manner: `redirect`, `decline`, …
    pub style: String,
    /// As spoken.
    pub text: String,
}

/// General information on the law, which holds for some places and for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// Countries or regions.
    pub places: Vec<String>,
    /// The day it was last looked at; may be empty.
    pub reviewed: String,
}

impl Law {
    /// The sentence that stands under everything that touches the law.
    pub fn words(&self) -> String {
        let looked_at = match self.reviewed.as_str() {
            "" => String::new(),
            day => format!(", looked at {day}"),
        };
        format!(
            "General information, not legal advice: {}{looked_at}.",
            self.places.join(", ")
        )
    }
}

/// The situation of a question that is about some employer: it has to do for anybody.
pub const ANY_EMPLOYER: &str = "For practice: take an employer that you are applying to, or one whose page or posting you \
                                have read.";

/// What somebody in their first years is told with a question about an event: no job is needed to have one.
const ANY_EVENT: &str = "For practice: something from a course, a club or a side job counts, too.";

/// A situation as it is told: where any employer would do, the one that is known has its name there, and who is in their
/// first years hears what else counts as an event.
pub fn told_setup<'a>(
    setup: &'a str,
    kind: Kind,
    employer: Option<&str>,
    beginner: bool,
) -> Cow<'a, str> {
    match employer {
        Some(name) if setup == ANY_EMPLOYER => {
            full_stop(&format!("For practice: they are {name}")).into()
        }
        _ if beginner && setup.is_empty() && kind == Kind::Behavioral => ANY_EVENT.into(),
        _ => setup.into(),
    }
}

impl Question {
    /// One of which only the words and the kind are known.
    pub fn bare(id: QuestionId, kind: Kind, text: String) -> Self {
        Self {
            id,
            text,
            setup: String::new(),
            title: String::new(),
            kind,
            topic: None,
            competencies: Vec::new(),
            stages: Vec::new(),
            roles: Vec::new(),
            seniority: Vec::new(),
            difficulty: 2,
            window: Window {
                prep: 0,
                answer: 0,
                min: 0,
                max: 0,
            },
            strong: Vec::new(),
            red_flags: Vec::new(),
            probes: Vec::new(),
            framework: FrameworkId::new(""),
            outline: Vec::new(),
            variants: Vec::new(),
            tests_note: String::new(),
            exemplars: Vec::new(),
            standard: false,
            notes: String::new(),
            tags: Vec::new(),
            data: Vec::new(),
            numbers: None,
            persona: None,
            concern: String::new(),
            replies: Vec::new(),
            law: None,
        }
    }

    /// The text of a wording: 0 is the question itself, 1 and up its variants.
    pub fn wording(&self, n: u8) -> &str {
        match n {
            0 => &self.text,
            n => self.variants.get(usize::from(n) - 1).unwrap_or(&self.text),
        }
    }

    /// A wording behind the short name, as a list shows it.
    pub fn listed(&self, wording: u8) -> Cow<'_, str> {
        listed(&self.title, self.wording(wording))
    }

    /// The point (from 1) that a follow-up in these words goes back to.
    pub fn opened_by(&self, asked: &str) -> Option<u8> {
        let probe = self.probes.iter().find(|p| p.text == asked)?;
        match probe.when {
            When::Missing(point) => Some(point),
            When::Strong | When::Always => None,
        }
    }

    /// The primary competency.
    pub fn primary(&self) -> &CompetencyId {
        &self.competencies[0]
    }
}

/// The facts of a question that lists, filters and draws need, without its body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Id.
    pub id: QuestionId,
    /// The text.
    pub text: String,
    /// A short name, where the text alone does not tell which question it is.
    pub title: Option<Box<str>>,
    /// Kind.
    pub kind: Kind,
    /// Topic.
    pub topic: Option<TopicId>,
    /// Competencies, the first is the primary one.
    pub competencies: Arc<[CompetencyId]>,
    /// Stages.
    pub stages: Arc<[StageId]>,
    /// Fields.
    pub roles: Arc<[FamilyId]>,
    /// For whom; empty is everybody.
    pub seniority: Arc<[Seniority]>,
    /// 1 to 3.
    pub difficulty: u8,
    /// Upper edge of the window in seconds, for planning the length of a sitting.
    pub max_s: u32,
    /// How many wordings besides the text.
    pub variants: u8,
    /// One of the forty that everybody is asked.
    pub standard: bool,
    /// `None` for the shipped library, `mine` for the user's own bank, else the pack's id.
    pub pack: Option<Arc<str>>,
}

impl Card {
    /// As a list shows it: `Three seats too many: Walk me from the cause to a fix`.
    pub fn listed(&self) -> Cow<'_, str> {
        listed(self.title.as_deref().unwrap_or_default(), &self.text)
    }
}

/// A text behind the short name that it may have.
fn listed<'a>(title: &str, text: &'a str) -> Cow<'a, str> {
    if title.is_empty() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("{title}: {text}"))
    }
}

/// What cards of a pack say alike, so that all of them share it.
#[derive(Debug, Default)]
pub struct Alike {
    topics: HashSet<TopicId>,
    competencies: HashSet<Arc<[CompetencyId]>>,
    stages: HashSet<Arc<[StageId]>>,
    roles: HashSet<Arc<[FamilyId]>>,
    seniority: HashSet<Arc<[Seniority]>>,
    packs: HashSet<Arc<str>>,
}

impl Alike {
    /// Lets a card share what cards before it said.
    pub fn share(&mut self, card: &mut Card) {
        if let Some(topic) = &mut card.topic {
            known(&mut self.topics, topic);
        }
        known(&mut self.competencies, &mut card.competencies);
        known(&mut self.stages, &mut card.stages);
        known(&mut self.roles, &mut card.roles);
        known(&mut self.seniority, &mut card.seniority);
        if let Some(pack) = &mut card.pack {
            known(&mut self.packs, pack);
        }
    }
}

/// Takes the one that is known already, or makes this one known.
fn known<T: Clone + Eq + Hash>(all: &mut HashSet<T>, one: &mut T) {
    match all.get(one) {
        Some(other) => one.clone_from(other),
        None => {
            all.insert(one.clone());
        }
    }
}

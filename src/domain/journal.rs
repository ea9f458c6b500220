//! What is written down after the fact: notes and debriefs of real interviews.

use std::cmp::Reverse;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::id::{ApplicationId, EntryId, QuestionId, SittingId, StoryId};
use super::level::Level;
use super::library::StageId;
use super::person::Person;
use super::search::fold;
use super::time::Now;

/// A free note, or the debrief of an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// Anything.
    #[default]
    Note,
    /// After a real interview.
    Debrief,
}

/// How the other side took an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reaction {
    /// Went to the next question.
    MovedOn,
    /// Doubted or pressed.
    PushedBack,
    /// No sign.
    Neutral,
    /// Showed interest.
    LeanedIn,
}

impl Reaction {
    /// In the order of the keys 1 to 4.
    pub const ALL: [Self; 4] = [
        Self::MovedOn,
        Self::PushedBack,
        Self::Neutral,
        Self::LeanedIn,
    ];

    /// The words on the screen. By phone nobody is seen to lean in, and whoever watches somebody work takes it in other
    /// ways than an answer.
    pub const fn words(self, stage: Option<StageId>) -> &'static str {
        match (self, stage) {
            (Self::MovedOn, Some(StageId::TechnicalAssessment)) => "just watched",
            (Self::PushedBack, Some(StageId::TechnicalAssessment)) => "doubted it",
            (Self::LeanedIn, Some(StageId::TechnicalAssessment)) => "liked it",
            (Self::LeanedIn, Some(StageId::Screening | StageId::PhoneVideo)) => "wanted more",
            (Self::MovedOn, _) => "moved on",
            (Self::PushedBack, _) => "pushed back",
            (Self::Neutral, _) => "neutral",
            (Self::LeanedIn, _) => "leaned in",
        }
    }
}

/// A question that was really asked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Asked {
    /// In the user's words.
    pub text: String,
    /// How it went.
    pub level: Option<Level>,
    /// How they took it.
    pub reaction: Option<Reaction>,
    /// The card it became or matched.
    pub card: Option<QuestionId>,
    /// The story that was told to it.
    pub story: Option<StoryId>,
}

/// Whether a doubt could be cleared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cleared {
    /// It could.
    Yes,
    /// In part.
    InPart,
    /// It could not, or nobody knows.
    #[default]
    No,
}

/// A doubt that they had, said or unsaid.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Concern {
    /// The doubt.
    pub text: String,
    /// What the user replied.
    pub reply: String,
    /// Whether that cleared it.
    pub cleared: Cleared,
}

/// What the user asked, and what they heard.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Heard {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// The parts of a debrief; every one may stay empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Debrief {
    /// What they asked. First, because it fades first.
    pub questions: Vec<Asked>,
    /// What the user would do again.
    pub again: Vec<String>,
    /// Where it slipped.
    pub slipped: Vec<String>,
    /// Doubts they had.
    pub concerns: Vec<Concern>,
    /// What the user asked and heard.
    pub heard: Vec<Heard>,
    /// Body language worth remembering; private, never rated.
    pub body_language: String,
    /// How the talk was closed.
    pub closed: String,
    /// What comes next.
    pub next_step: String,
    /// When they decide.
    pub decision: Option<NaiveDate>,
    /// Documents they want.
    pub documents: String,
    /// How and when to get in touch.
    pub contact: String,
    /// Who was there.
    pub people: Vec<Person>,
    /// Names of those whose thank-you was sent, while others still wait for theirs.
    pub thanked: Vec<String>,
    /// The story that was told.
    pub story: String,
    /// Feedback that came, from whom.
    pub feedback: Vec<(String, String)>,
    /// What to work on; three are plenty.
    pub improve: Vec<String>,
    /// How well the user did what they had planned.
    pub level: Option<Level>,
    /// The user's own guess that it goes on, 0 to 100.
    pub chance: Option<u8>,
}

/// What a note was written beside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Beside {
    /// A sitting, at its results.
    Sitting(SittingId),
    /// A question, at its page.
    Question(QuestionId),
}

/// The program's own tag of an entry whose thank-you was sent.
pub const THANKED: &str = "thanked";

/// One journal entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Also the stem of its file: `2026-11-23-acme-panel`.
    pub id: EntryId,
    /// Note or debrief.
    pub kind: EntryKind,
    /// The day it is about.
    pub date: NaiveDate,
    /// When it was begun, if known.
    pub time: Option<NaiveTime>,
    /// One line; the first words of the body when empty.
    pub title: String,
    /// The employer it belongs to.
    pub application: Option<ApplicationId>,
    /// The stage of the round.
    pub stage: Option<StageId>,
    /// How the user felt, in one word.
    pub feeling: String,
    /// Tags, lower case, no spaces at the ends.
    pub tags: Vec<String>,
    /// Left out of exports.
    pub private: bool,
    /// The text.
    pub body: String,
    /// What it was written beside, to lead back there.
    pub beside: Option<Beside>,
    /// The parts of a debrief; most entries have none, so it has a place of its own.
    pub debrief: Option<Box<Debrief>>,
}

/// What begins the title of a debrief, and how its stage ends one.
const DEBRIEF: &str = "Debrief: ";

fn end_of_title(stage: StageId) -> String {
    format!(", {}", stage.short().to_lowercase())
}

impl Entry {
    /// The title of a debrief that no application tells of: `Debrief: Beta House, panel`.
    pub fn title_elsewhere(employer: &str, stage: Option<StageId>) -> String {
        let stage = stage.map_or_else(String::new, end_of_title);
        format!("{DEBRIEF}{employer}{stage}")
    }

    /// The employer of such a debrief.
    pub fn elsewhere(&self) -> Option<&str> {
        let whose = self.title.strip_prefix(DEBRIEF)?;
        let stage = self.stage.map_or_else(String::new, end_of_title);
        let employer = whose.strip_suffix(&stage).unwrap_or(whose);
        let unknown = self.kind == EntryKind::Debrief && self.application.is_none();
        (unknown && !employer.is_empty()).then_some(employer)
    }

    /// Whether both are about the interview of one day, employer and stage; who says no employer may mean any.
    pub fn is_of_same_interview(&self, other: &Self) -> bool {
        let named = self.elsewhere().zip(other.elsewhere());
        (self.date, &self.application, self.stage) == (other.date, &other.application, other.stage)
            && named.is_none_or(|(one, two)| fold(one) == fold(two))
    }

    /// What entries are sorted by, the newest first; two of one moment by their files.
    pub fn order(&self) -> Reverse<(NaiveDate, Option<NaiveTime>, EntryId)> {
        Reverse((self.date, self.time, self.id.clone()))
    }

    /// A note with this text, about today and about no employer.
    pub fn note(id: EntryId, body: String, now: Now) -> Self {
        Self {
            id,
            kind: EntryKind::Note,
            date: now.date(),
            time: Some(now.time()),
            title: String::new(),
            application: None,
            stage: None,
            feeling: String::new(),
            tags: Vec::new(),
            private: false,
            body,
            beside: None,
            debrief: None,
        }
    }

    /// Whether its thank-you was sent.
    pub fn is_thanked(&self) -> bool {
        self.tags.iter().any(|tag| tag == THANKED)
    }

    /// People who were there, by name, whose thank-you was not sent.
    pub fn to_thank(&self) -> Vec<&Person> {
        let Some(debrief) = self.debrief.as_deref().filter(|_| !self.is_thanked()) else {
            return Vec::new();
        };
        let is_of = |name: &str, p: &Person| name == p.name.trim() || name == p.with_said();
        let thanked = |p: &Person| debrief.thanked.iter().any(|name| is_of(name, p));
        let people = debrief.people.iter().filter(|p| p.is_named());
        people.filter(|p| !thanked(p)).collect()
    }

    /// The tags that the user gave it; the program's own mark is none of theirs.
    pub fn own_tags(&self) -> Vec<&str> {
        let tags = self.tags.iter().map(String::as_str);
        tags.filter(|tag| *tag != THANKED).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::sample::at;

    fn debrief(title: &str) -> Entry {
        Entry {
            kind: EntryKind::Debrief,
            title: title.to_owned(),
            ..Entry::note(EntryId::new("e"), String::new(), at(0.0))
        }
    }

    #[test]
    fn interviews_of_two_employers_on_one_day_are_two() {
        let beta = debrief("Debrief: Beta House");
        assert!(!beta.is_of_same_interview(&debrief("Debrief: Gamma")));
        assert!(beta.is_of_same_interview(&debrief("Debrief: beta house")));
        assert!(beta.is_of_same_interview(&debrief("")));
    }

    #[test]
    fn a_note_with_such_a_title_is_about_no_employer() {
        let title = "Debrief: what I would do differently";
        assert!(debrief(title).elsewhere().is_some());
        let note = Entry {
            kind: EntryKind::Note,
            ..debrief(title)
        };
        assert_eq!(note.elsewhere(), None);
    }
}

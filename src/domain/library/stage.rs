//! The eight stages of an interview process.

use serde::{Deserialize, Serialize};

use super::kind::Kind;
use crate::domain::id::{
    AskId, BlueprintId, ChecklistId, CompetencyId, FamilyId, PerspectiveId, ScenarioId,
};

/// Which stage; a closed list in the order of a typical process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StageId {
    /// Recruiter, agency or form.
    Screening,
    /// Recruiter or manager by phone or video.
    PhoneVideo,
    /// Several people, one after another.
    InPerson,
    /// Work style and judgment items.
    BehavioralAssessment,
    /// Live task, take-home, case, practical.
    TechnicalAssessment,
    /// Several people together.
    Panel,
    /// Decision makers and the offer.
    FinalOffer,
    /// References, background, last tasks.
    Checks,
}

impl StageId {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Screening,
        Self::PhoneVideo,
        Self::InPerson,
        Self::BehavioralAssessment,
        Self::TechnicalAssessment,
        Self::Panel,
        Self::FinalOffer,
        Self::Checks,
    ];

    /// The id in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Screening => "screening",
            Self::PhoneVideo => "phone-video",
            Self::InPerson => "in-person",
            Self::BehavioralAssessment => "behavioral-assessment",
            Self::TechnicalAssessment => "technical-assessment",
            Self::Panel => "panel",
            Self::FinalOffer => "final-offer",
            Self::Checks => "checks",
        }
    }

    /// One or two words for lists and columns.
    pub const fn short(self) -> &'static str {
        match self {
            Self::Screening => "Screening",
            Self::PhoneVideo => "Phone or video",
            Self::InPerson => "In person",
            Self::BehavioralAssessment => "Work style",
            Self::TechnicalAssessment => "Skills",
            Self::Panel => "Panel",
            Self::FinalOffer => "Final and offer",
            Self::Checks => "Checks",
        }
    }

    /// What is one, for whoever has to say where they stand.
    pub const fn is_what(self) -> &'static str {
        match self {
            Self::Screening => "a first call: does it fit at all",
            Self::PhoneVideo => "an interview by phone or video",
            Self::InPerson => "one or two people, at their place",
            Self::BehavioralAssessment => "a test of how you work",
            Self::TechnicalAssessment => "a task, a case, a demo lesson",
            Self::Panel => "several people at one table",
            Self::FinalOffer => "the last talk, the offer, the terms",
            Self::Checks => "references, papers, health",
        }
    }

    /// Reads the id of a file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.id() == id)
    }

    /// Place in the order, 1 to 8.
    pub const fn order(self) -> usize {
        self as usize + 1
    }

    /// The stage after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// The stage before this one.
    pub fn previous(self) -> Option<Self> {
        (self as usize)
            .checked_sub(1)
            .and_then(|i| Self::ALL.get(i).copied())
    }
}

/// A way in which the stage is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageFormat {
    /// `live-video`.
    pub id: String,
    /// What is special about it.
    pub note: String,
}

/// Something the other side listens for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// What they notice.
    pub text: String,
    /// What it tells them.
    pub competencies: Vec<CompetencyId>,
}

/// How often a kind comes up in the stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageKind {
    /// The kind.
    pub kind: Kind,
    /// 1 (rare) to 5 (main).
    pub weight: u8,
}

/// Something to do afterward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// What.
    pub text: String,
    /// Within how many hours.
    pub due_hours: Option<u32>,
}

impl Stage {
    /// About how many minutes a step takes; 0 where nobody can say.
    pub fn minutes_of(&self, step: &str) -> u32 {
        let mut known = self.steps.iter().zip(&self.step_minutes);
        known.find(|(one, _)| *one == step).map_or(0, |(_, n)| *n)
    }
}

/// Everything about one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Which.
    pub id: StageId,
    /// Full title.
    pub title: String,
    /// One screen line.
    pub summary: String,
    /// What happens.
    pub expect: Vec<String>,
    /// What else happens in some fields of work.
    pub expect_in: Vec<(FamilyId, Vec<String>)>,
    /// How it is held.
    pub formats: Vec<StageFormat>,
    /// Shortest usual length in minutes.
    pub minutes_min: u32,
    /// Longest usual length in minutes.
    pub minutes_max: u32,
    /// What they decide.
    pub decides: String,
    /// Who sits there.
    pub interviewers: Vec<String>,
    /// Checklists that help to prepare.
    pub prepare: Vec<ChecklistId>,
    /// Steps of preparation, tickable.
    pub steps: Vec<String>,
    /// What else to prepare in some fields of work, tickable.
    pub steps_in: Vec<(FamilyId, Vec<String>)>,
    /// About how many minutes each of the steps takes; 0 where nobody can say.
    pub step_minutes: Vec<u32>,
    /// Those of them that fit into the last evening.
    pub evening: Vec<String>,
    /// The one that asks for names; it is void once they are known.
    pub asks_names: Option<String>,
    /// What they listen for.
    pub signals: Vec<Signal>,
    /// What else they listen for in some fields of work.
    pub signals_in: Vec<(FamilyId, Vec<String>)>,
    /// What speaks against a candidate.
    pub red_flags: Vec<String>,
    /// The mix of questions.
    pub kinds: Vec<StageKind>,
    /// Questions to ask them here.
    pub asks: Vec<AskId>,
    /// What to do afterward.
    pub after: Vec<After>,
    /// Whole mocks of it.
    pub blueprints: Vec<BlueprintId>,
    /// Voices of both sides.
    pub perspectives: Vec<PerspectiveId>,
    /// Talks that happen around it.
    pub scenarios: Vec<ScenarioId>,
    /// If it is held by video.
    pub virtual_note: String,
    /// Adjustments one may ask for.
    pub adjust_note: String,
    /// If it is called off.
    pub if_canceled: String,
}

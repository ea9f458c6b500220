//! Kinds of questions, how far along a person is, and the times that go with a kind.

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident, $id:literal, $word:literal, $group:ident, $prep:literal, $answer:literal, $min:literal, $max:literal, $frame:literal;)+) => {
        /// What kind of question it is; a closed list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Kind {$($(#[$doc])* $name,)+}

        impl Kind {
            /// All, in the order shown.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Those that can be chosen. An improper question is told from its words alone.
            pub fn sayable() -> impl Iterator<Item = Self> {
                let all = Self::ALL.iter().copied();
                all.filter(|kind| *kind != Self::Inappropriate)
            }

            /// The id in files.
            pub const fn id(self) -> &'static str {
                match self {$(Self::$name => $id,)+}
            }

            /// The word on the screen, capitalized.
            pub const fn word(self) -> &'static str {
                match self {$(Self::$name => $word,)+}
            }

            /// The group that shares calibration answers.
            pub const fn group(self) -> Group {
                match self {$(Self::$name => Group::$group,)+}
            }

            /// Default and limits of the times, in seconds (they come from common interview guides).
            pub const fn window(self) -> Window {
                match self {$(Self::$name => Window { prep: $prep, answer: $answer, min: $min, max: $max },)+}
            }

            /// Whether an answer tells of a competency. What only has to be settled, how a talk is closed and what may not
            /// be asked do not.
            pub const fn shows_competency(self) -> bool {
                !matches!(self, Self::Logistics | Self::Closing | Self::Inappropriate)
            }

            /// The framework that fits best, by id.
            pub const fn framework(self) -> &'static str {
                match self {$(Self::$name => $frame,)+}
            }
        }
    };
}

/// The framework of questions whose words do not tell their kind: its points fit any answer.
pub const PLAIN_ANSWER: &str = "plain-answer";

/// Which kinds are rated alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Real events.
    Story,
    /// About oneself.
    Own,
    /// What would you do.
    Judgment,
    /// Knowledge and skill of the field.
    Craft,
    /// Hard talk.
    Hard,
}

/// Times of a question, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Window {
    /// Time to think.
    pub prep: u32,
    /// What to aim for.
    pub answer: u32,
    /// Lower edge of what is acceptable.
    pub min: u32,
    /// Upper edge of what is acceptable.
    pub max: u32,
}

kinds! {
    /// Broad start.
    Opener, "opener", "Opener", Own, 15, 90, 60, 120, "present-past-future";
    /// Why this role, employer, sector, now.
    Motivation, "motivation", "Motivation", Own, 15, 75, 45, 100, "three-reasons";
    /// Facts: notice, range, place, hours.
    Logistics, "logistics", "Logistics", Own, 0, 25, 10, 45, "fact-flex-close";
    /// What one does well and likes.
    Strengths, "strengths", "Strengths", Own, 10, 60, 30, 90, "claim-proof-use";
    /// One real past event.
    Behavioral, "behavioral", "Behavioral", Story, 30, 105, 60, 130, "star-l";
    /// An invented event of the job.
    Situational, "situational", "Situational", Judgment, 30, 90, 60, 120, "see-sort-act-check";
    /// Values and ways of working.
    Culture, "culture", "Culture", Own, 15, 75, 45, 100, "value-behavior-example";
    /// Explain a concept, rule or tool.
    Knowledge, "knowledge", "Knowledge", Craft, 15, 90, 45, 150, "define-use-limit";
    /// Work through a concrete problem aloud.
    Technical, "technical", "Technical", Craft, 60, 300, 90, 900, "clarify-plan-solve-verify";
    /// Design a system, product, lesson.
    Design, "design", "Design", Craft, 120, 900, 480, 2100, "need-options-choose-risk";
    /// A business problem or an estimate, with data.
    Case, "case", "Case", Craft, 120, 900, 120, 1500, "frame-split-test-conclude";
    /// Speak to a character.
    RolePlay, "role-play", "Role play", Craft, 30, 180, 30, 300, "hear-own-solve-confirm";
    /// Present or write to a prompt.
    Presentation, "presentation", "Presentation", Craft, 600, 300, 180, 600, "message-evidence-ask";
    /// Gaps, dismissal, weakness, pay.
    Sensitive, "sensitive", "Sensitive", Hard, 15, 45, 20, 70, "reason-bridge-future";
    /// The offer talk.
    Negotiation, "negotiation", "Negotiation", Hard, 15, 45, 20, 90, "thank-ask-because-open";
    /// The last minutes.
    Closing, "closing", "Closing", Hard, 10, 30, 15, 60, "interest-fit-concern-next";
    /// An improper personal question; only drawn when asked for.
    Inappropriate, "inappropriate", "Improper", Hard, 5, 20, 8, 45, "concern-redirect";
}

impl Kind {
    /// Whether it is a problem that is solved on the spot. Its clock is the time that goes by, typed as well as spoken:
    /// the work counts, and not how long its words would take.
    pub const fn is_solved(self) -> bool {
        matches!(self, Self::Technical | Self::Design | Self::Case)
    }

    /// Whether an answer is worked out at length: typed, it is shorter than it would be spoken, and no less good.
    pub const fn is_worked_out(self) -> bool {
        self.is_solved() || matches!(self, Self::Presentation)
    }

    /// Reads the id of a file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.id() == id)
    }
}

/// How far along a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seniority {
    /// First years.
    Entry,
    /// Own work.
    Mid,
    /// Leads work.
    Senior,
    /// Leads people.
    Manager,
    /// Leads the organization.
    Executive,
}

impl Seniority {
    /// All, lowest first.
    pub const ALL: [Self; 5] = [
        Self::Entry,
        Self::Mid,
        Self::Senior,
        Self::Manager,
        Self::Executive,
    ];

    /// Whether something for these, or for all where none is named, is for somebody this far along. Who has not said
    /// does their own work.
    pub fn fits(list: &[Self], who: Option<Self>) -> bool {
        list.is_empty() || list.contains(&who.unwrap_or(Self::Mid))
    }

    /// The id in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Mid => "mid",
            Self::Senior => "senior",
            Self::Manager => "manager",
            Self::Executive => "executive",
        }
    }

    /// In words, as a person says it of themselves.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Entry => "first years",
            Self::Mid => "does own work",
            Self::Senior => "leads work",
            Self::Manager => "leads people",
            Self::Executive => "leads an organization",
        }
    }
}

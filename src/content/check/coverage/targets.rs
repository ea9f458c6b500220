//! The targets of the library, all in one place.
//!
//! They are what a person needs who practices for weeks without meeting the same question too often: a field's
//! questions beside those for everybody, each stage with its own mix, each competency from several sides.

use crate::domain::library::{Kind, ScenarioGroup};

/// Questions of each family, a figure for each kind in the order of `Kind::ALL`. A question with several families
/// counts for the first one.
pub const FAMILIES: [(&str, [usize; 17]); 20] = [
    (
        "general",
        [14, 18, 14, 16, 66, 24, 16, 0, 0, 0, 6, 6, 8, 34, 14, 14, 18],
    ),
    (
        "software",
        [0, 1, 0, 0, 5, 3, 0, 6, 8, 5, 0, 0, 0, 0, 0, 0, 0],
    ),
    ("data", [0, 1, 0, 0, 3, 2, 0, 4, 4, 2, 2, 0, 0, 0, 0, 0, 0]),
    (
        "product-project",
        [0, 1, 0, 0, 3, 3, 0, 1, 0, 4, 3, 0, 1, 0, 0, 0, 0],
    ),
    (
        "design-creative",
        [0, 1, 0, 0, 3, 2, 0, 1, 0, 3, 0, 0, 2, 0, 0, 0, 0],
    ),
    (
        "marketing",
        [0, 1, 0, 0, 3, 2, 0, 2, 0, 1, 2, 0, 1, 0, 0, 0, 0],
    ),
    ("sales", [0, 1, 0, 0, 4, 3, 0, 2, 0, 0, 1, 4, 1, 0, 0, 0, 0]),
    (
        "support",
        [0, 1, 0, 0, 3, 3, 0, 1, 1, 0, 0, 3, 0, 0, 0, 0, 0],
    ),
    (
        "finance",
        [0, 1, 0, 0, 3, 3, 0, 4, 3, 0, 2, 0, 0, 0, 0, 0, 0],
    ),
    (
        "consulting",
        [0, 1, 0, 0, 3, 2, 0, 0, 0, 0, 8, 1, 1, 0, 0, 0, 0],
    ),
    (
        "nursing",
        [0, 1, 0, 0, 4, 6, 0, 2, 1, 0, 0, 2, 0, 0, 0, 0, 0],
    ),
    ("care", [0, 1, 0, 0, 3, 5, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0]),
    (
        "social-work",
        [0, 1, 0, 0, 6, 9, 0, 2, 2, 0, 0, 2, 0, 0, 0, 0, 0],
    ),
    (
        "teaching",
        [0, 1, 0, 0, 4, 4, 0, 1, 0, 2, 0, 2, 1, 1, 0, 0, 0],
    ),
    (
        "hospitality-retail",
        [0, 1, 0, 0, 4, 4, 0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0],
    ),
    (
        "trades",
        [0, 1, 0, 0, 3, 4, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0],
    ),
    (
        "operations",
        [0, 1, 0, 0, 3, 4, 0, 1, 0, 1, 2, 0, 0, 0, 0, 0, 0],
    ),
    (
        "public-sector",
        [0, 1, 0, 1, 6, 4, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0],
    ),
    (
        "people-admin",
        [0, 1, 0, 0, 4, 4, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0],
    ),
    (
        "early-career",
        [0, 2, 0, 3, 5, 3, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0],
    ),
];

/// Fewest questions of all.
pub const QUESTIONS: usize = 480;

/// Fewest wordings, variants counted.
pub const WORDINGS: usize = 900;

/// Questions of each kind that are tagged with each stage, in the order of the stages.
pub const STAGES: [(Kind, [usize; 8]); 17] = [
    (Kind::Opener, [10, 12, 6, 0, 0, 4, 2, 0]),
    (Kind::Motivation, [15, 28, 20, 0, 0, 12, 10, 0]),
    (Kind::Logistics, [12, 6, 0, 0, 0, 0, 2, 8]),
    (Kind::Strengths, [4, 14, 10, 8, 0, 4, 2, 0]),
    (Kind::Behavioral, [0, 60, 110, 0, 0, 60, 20, 0]),
    (Kind::Situational, [0, 25, 70, 25, 0, 30, 4, 0]),
    (Kind::Culture, [0, 6, 14, 6, 0, 8, 8, 0]),
    (Kind::Knowledge, [0, 10, 20, 0, 25, 8, 0, 0]),
    (Kind::Technical, [0, 0, 4, 0, 20, 0, 0, 0]),
    (Kind::Design, [0, 0, 6, 0, 18, 4, 0, 0]),
    (Kind::Case, [0, 2, 12, 0, 27, 0, 2, 0]),
    (Kind::RolePlay, [0, 4, 20, 0, 6, 4, 0, 0]),
    (Kind::Presentation, [0, 0, 2, 0, 4, 8, 2, 12]),
    (Kind::Sensitive, [12, 25, 20, 0, 0, 8, 10, 8]),
    (Kind::Negotiation, [2, 2, 0, 0, 0, 0, 14, 0]),
    (Kind::Closing, [3, 8, 12, 0, 0, 6, 10, 0]),
    (Kind::Inappropriate, [4, 8, 14, 0, 0, 6, 2, 4]),
];

/// Questions of all kinds that are tagged with each stage.
pub const STAGE_SUMS: [usize; 8] = [62, 210, 340, 39, 100, 162, 88, 32];

/// Questions of each family but `general` that are tagged with each stage.
pub const FAMILY_STAGES: [usize; 8] = [1, 3, 6, 1, 2, 3, 1, 0];

/// Families whose tasks are the larger part of their interviews: questions for `technical-assessment`.
pub const FAMILY_TASKS: [(&str, usize); 5] = [
    ("software", 14),
    ("data", 9),
    ("finance", 7),
    ("product-project", 7),
    ("consulting", 8),
];

/// What each competency needs: questions in all, as the primary one, behavioral ones for everybody, and from how
/// many stages, kinds and families.
pub struct Each {
    pub all: usize,
    pub primary: usize,
    pub stages: usize,
    pub kinds: usize,
    pub families: usize,
}

/// See [`Each`].
pub const COMPETENCY: Each = Each {
    all: 14,
    primary: 5,
    stages: 3,
    kinds: 3,
    families: 3,
};

/// Behavioral questions for everybody that have a competency as their primary one.
pub const BEHAVIORAL_EACH: usize = 2;

/// Competencies that get more of them.
pub const BEHAVIORAL_MORE: [(&str, usize); 12] = [
    ("conflict", 2),
    ("adaptability", 2),
    ("ownership", 2),
    ("resilience", 2),
    ("communication", 1),
    ("collaboration", 1),
    ("problem-solving", 1),
    ("inclusion", 1),
    ("leadership", 1),
    ("influence", 1),
    ("learning", 1),
    ("self-awareness", 1),
];

/// Questions on each topic of a kind.
pub const TOPICS: [(Kind, &[(&str, usize)]); 3] = [
    (
        Kind::Sensitive,
        &[
            ("weakness", 4),
            ("failure", 2),
            ("gap", 3),
            ("laid-off", 3),
            ("dismissed", 3),
            ("quit", 3),
            ("bad-manager", 2),
            ("pay-expectation", 3),
            ("pay-history", 1),
            ("overqualified", 2),
            ("underqualified", 2),
            ("career-change", 3),
            ("short-stays", 1),
            ("long-stay", 1),
            ("returning", 1),
            ("no-experience", 1),
            ("rejected-before", 1),
        ],
    ),
    (
        Kind::Inappropriate,
        &[
            ("age", 1),
            ("family-plans", 1),
            ("pregnancy", 1),
            ("marital", 1),
            ("childcare", 1),
            ("religion", 1),
            ("origin", 1),
            ("language-native", 1),
            ("citizenship", 1),
            ("disability", 1),
            ("health", 1),
            ("orientation", 1),
            ("politics-union", 1),
            ("arrest-record", 1),
            ("social-life", 1),
            ("appearance", 1),
            ("pay-history", 1),
            ("military", 1),
        ],
    ),
    (
        Kind::Negotiation,
        &[
            ("base", 2),
            ("range-early", 2),
            ("package", 2),
            ("deadline", 2),
            ("competing", 1),
            ("counter-offer", 1),
            ("start-date", 1),
            ("flexibility", 1),
            ("written-terms", 1),
            ("level", 1),
        ],
    ),
];

/// Share of each difficulty in percent, and how far it may be off.
pub const DIFFICULTY: [(u8, usize); 3] = [(1, 30), (2, 50), (3, 20)];
pub const OFF_BY: usize = 5;

/// Questions that name a seniority, and the share in percent that is for everybody.
pub const SENIORITY: [(&str, usize); 4] = [
    ("entry", 30),
    ("senior", 40),
    ("manager", 40),
    ("executive", 20),
];
pub const FOR_EVERYBODY: usize = 70;

/// Questions that everybody is asked, by kind: exactly these, forty in all.
pub const STANDARD: [(Kind, usize); 7] = [
    (Kind::Opener, 4),
    (Kind::Motivation, 6),
    (Kind::Strengths, 4),
    (Kind::Behavioral, 14),
    (Kind::Situational, 4),
    (Kind::Sensitive, 6),
    (Kind::Closing, 2),
];

/// Records of other kinds: the array and how many there must be.
pub const RECORDS: [(&str, usize); 18] = [
    ("stage", 8),
    ("competency", 25),
    ("family", 20),
    ("framework", 23),
    ("persona", 8),
    ("dimension", 20),
    ("item", 64),
    ("perspective", 80),
    ("checklist", 30),
    ("scenario", 18),
    ("panel", 8),
    ("blueprint", 27),
    ("ask", 90),
    ("template", 20),
    ("plan", 6),
    ("story_prompt", 36),
    ("exemplar", 48),
    ("topic", 47),
];

/// Items of each kind, judgments for everybody, and families with two judgments or more of their own.
pub const JUDGMENTS: usize = 40;
pub const STATEMENTS: usize = 24;
pub const GENERAL_JUDGMENTS: usize = 20;
pub const JUDGED_FAMILIES: usize = 10;

/// Voices: of each side, on each topic (more on two of them), that ended badly or half well, different speakers,
/// and in a pair.
pub const VOICES: usize = 40;
pub const VOICES_TOPIC: usize = 4;
pub const VOICES_MORE: [(&str, usize); 2] = [("trends", 10), ("success", 5)];
pub const VOICES_BAD: usize = 20;
pub const SPEAKERS: usize = 12;
pub const PAIRED: usize = 30;

/// Scenarios of each group.
pub const SCENARIOS: [(ScenarioGroup, usize); 5] = [
    (ScenarioGroup::Negotiation, 7),
    (ScenarioGroup::Closing, 3),
    (ScenarioGroup::Process, 4),
    (ScenarioGroup::Inappropriate, 2),
    (ScenarioGroup::RolePlay, 2),
];

/// Whole mocks of each stage.
pub const MOCKS_STAGE: usize = 2;

/// Questions to ask for each audience and on each topic.
pub const ASKS_AUDIENCE: usize = 8;
pub const ASKS_TOPIC: usize = 4;

/// Letters of thanks, of all three types.
pub const THANKS: usize = 4;

/// Sets of sample answers for each group of kinds.
pub const SETS_GROUP: usize = 2;

/// Lines of checklists that also stand alone.
pub const TIPS: usize = 120;

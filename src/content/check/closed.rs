//! Closed lists of words that have no type of their own: the linter and the schema go by the same ones.

/// The topics of perspectives.
pub const VOICE_TOPICS: [&str; 18] = [
    "strategies",
    "lessons",
    "rejection",
    "weaknesses",
    "criteria",
    "red-flags",
    "behavioral-questions",
    "case-interviews",
    "culture-fit",
    "culture-add",
    "communication",
    "adaptability",
    "giving-feedback",
    "self-reflection",
    "trends",
    "virtual",
    "success",
    "lasting-impression",
];

/// How well something is known: by studies and guides, by one good study, from practice.
pub const EVIDENCE: [&str; 3] = ["strong", "moderate", "practice"];

/// When a checklist is used.
pub const WHEN: [&str; 12] = [
    "days-before",
    "day-before",
    "morning",
    "30-min",
    "during",
    "leaving",
    "2-hours-after",
    "24-hours-after",
    "week-after",
    "on-offer",
    "on-rejection",
    "any",
];

/// Whom to ask.
pub const AUDIENCES: [&str; 6] = [
    "recruiter",
    "hiring-manager",
    "peer",
    "executive",
    "panel-member",
    "hr",
];

/// What to ask about.
pub const ASK_TOPICS: [&str; 14] = [
    "role",
    "team",
    "success",
    "growth",
    "culture",
    "ethics",
    "leadership",
    "location-flexibility",
    "strategy",
    "process",
    "housekeeping",
    "concern",
    "pay-benefits",
    "technical",
];

/// When a question is best asked.
pub const BEST_WHEN: [&str; 4] = ["start", "middle", "end", "after-offer"];

/// What its answer tells about the fit.
pub const FIT: [&str; 8] = [
    "culture",
    "people",
    "ethics",
    "location",
    "growth",
    "pay",
    "flexibility",
    "leadership",
];

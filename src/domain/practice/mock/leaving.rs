//! What nobody should leave a talk without: a word that one wants the job, the doubts of the other side, and the facts
//! about what comes next. Held against what was said in the closing.

use crate::domain::library::{Kind, Library};
use crate::domain::practice::proof;
use crate::domain::practice::record::{Answer, Block, Input, SittingRecord};

/// Words by which interest is heard, in lower case.
const INTEREST: [&str; 14] = [
    "interest",
    "want this job",
    "want the job",
    "want to work",
    "want to join",
    "want this role",
    "want the role",
    "like this job",
    "like to work",
    "like to join",
    "love to",
    "glad to",
    "look forward",
    "excited",
];

/// What a line of the closing is about, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// That one wants the job.
    Interest,
    /// Doubts of the other side.
    Doubts,
    /// The next step, the date, the names.
    NextSteps,
    /// Anything else that must be asked.
    Other,
}

impl About {
    /// In a word or two.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Interest => "Interest",
            Self::Doubts => "Doubts",
            Self::NextSteps => "Next steps",
            Self::Other => "Questions",
        }
    }
}

/// One thing not to leave without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// What it is about.
    pub about: About,
    /// The sentence or the question.
    pub text: String,
    /// Whether it was said; `None` where it was spoken and nobody wrote it down.
    pub heard: Option<bool>,
}

impl Leaving {
    /// `asked`, `not asked`, or the question whether it was.
    pub const fn heard_words(&self) -> &'static str {
        match (self.about, self.heard) {
            (About::Interest, Some(true)) => "said",
            (About::Interest, Some(false)) => "not said",
            (About::Interest, None) => "did you say it?",
            (_, Some(true)) => "asked",
            (_, Some(false)) => "not asked",
            (_, None) => "did you ask it?",
        }
    }
}

/// What a mock was left with; empty where it had no closing.
pub fn leaving(record: &SittingRecord, library: &Library) -> Vec<Leaving> {
    let closing: Vec<&Answer> = (record.blocks.iter())
        .filter_map(|b| match b {
            Block::Answer(a) if a.kind == Kind::Closing => Some(a),
            _ => None,
        })
        .collect();
    if closing.is_empty() {
        return Vec::new();
    }
    let typed: Vec<&str> = closing.iter().map(|a| a.text.as_str()).collect();
    let typed = typed.join("\n");
    let spoken = closing.iter().all(|a| a.input == Input::Aloud) && typed.trim().is_empty();
    let heard = |said: bool| (!spoken).then_some(said);
    let folded = typed.to_lowercase();
    let mut lines = vec![Leaving {
        about: About::Interest,
        text: "Say that you want this job, and why.".to_owned(),
        heard: heard(INTEREST.iter().any(|words| folded.contains(words))),
    }];
    let here = record.head.stage;
    let must =
        (library.asks.iter()).filter(|a| a.must_ask && here.is_none_or(|s| a.stages.contains(&s)));
    lines.extend(must.map(|ask| Leaving {
        about: match ask.topic.as_str() {
            "concern" => About::Doubts,
            "housekeeping" => About::NextSteps,
            _ => About::Other,
        },
        heard: heard(proof::takes_up(&ask.text, &typed)),
        text: ask.text.clone(),
    }));
    lines.sort_by_key(|l| l.about);
    lines
}

//! What nobody should leave a talk without: a word that one wants the job, the doubts of the other side, and the facts
//! about what comes next. Marked by what was ticked when the closing was rated.

use crate::domain::library::{Kind, Library};
use crate::domain::order::InOrder;
use crate::domain::practice::proof;
use crate::domain::practice::record::{Input, Mark, SittingRecord};
use crate::domain::practice::review::{PointTold, Review, reviews};

/// Words by which interest is heard for sure, in lower case: a verb and what is wanted.
const WISH: [&str; 4] = ["want ", "would like ", "i'd like ", "would love "];
const WORK: [&str; 9] = [
    "this job",
    "the job",
    "this post",
    "the post",
    "this role",
    "the role",
    "this position",
    "to work here",
    "to join",
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
    /// How it was rated, or that it was plainly typed; `None` where nobody knows.
    pub heard: Option<Mark>,
}

impl Leaving {
    /// The line as it is told; without a word where nobody knows whether it was said.
    pub fn words(&self) -> String {
        let line = format!("{}: {}", self.about.word(), self.text);
        match self.heard_words() {
            Some(heard) => format!("{line} ({heard})"),
            None => line,
        }
    }

    /// `asked`, `not said`; nothing where nobody knows.
    pub fn heard_words(&self) -> Option<&'static str> {
        Some(match (self.about, self.heard?) {
            (About::Interest, mark) => mark.word(),
            (_, Mark::Hit) => "asked",
            (_, Mark::Half) => "half asked",
            (_, Mark::Missed) => "not asked",
        })
    }
}

/// What a mock was left with; empty where it had no closing.
pub fn leaving(record: &SittingRecord, library: &Library) -> Vec<Leaving> {
    let all = reviews(record, library);
    let closing = |r: &&Review<'_>| r.given.iter().any(|g| g.answer.kind == Kind::Closing);
    let closing: Vec<&Review<'_>> = all.iter().filter(closing).collect();
    if closing.is_empty() {
        return Vec::new();
    }
    let given = closing.iter().flat_map(|r| &r.given).map(|g| g.answer);
    let typed = given.filter(|a| a.input == Input::Typed);
    let typed: Vec<&str> = typed.map(|a| a.text.as_str()).collect();
    let typed = typed.join("\n");
    let points: Vec<PointTold<'_>> = closing.iter().flat_map(|r| r.points()).collect();
    // What was ticked outranks what a program believes to read.
    let heard = |about: &dyn Fn(&str) -> bool, plainly: bool| {
        let rated = points.iter().filter(|p| about(p.text)).map(|p| p.mark);
        let best = rated.max_by_key(|mark| (*mark == Mark::Hit, *mark == Mark::Half));
        best.or_else(|| plainly.then_some(Mark::Hit))
    };
    let mut lines = vec![Leaving {
        about: About::Interest,
        text: "Say that you want this job, and why.".to_owned(),
        heard: heard(&is_wish, proof::sentences(&typed).into_iter().any(is_wish)),
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
        heard: heard(
            &|point| point.starts_with("Asks") && proof::asks(&ask.text, &format!("{point}?")),
            proof::asks(&ask.text, &typed),
        ),
        text: ask.text.clone(),
    }));
    lines.order_by_key(|l| l.about);
    lines
}

/// Whether a sentence says that somebody wants the job.
fn is_wish(sentence: &str) -> bool {
    let lower = format!("{} ", sentence.to_lowercase());
    let says = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    let denied = ["not ", "n't "].iter().any(|no| lower.contains(no));
    says(&WISH) && says(&WORK) && !denied
}

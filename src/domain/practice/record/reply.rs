//! What a talk writes down: each reply with the words it was first given in, and each step back.

use crate::domain::id::ScenarioId;
use crate::domain::level::Level;
use crate::domain::practice::clock::Span;
use crate::domain::time::Wall;

/// One reply: what was said in own words, and which of the written replies came nearest.
///
/// Skill, next moment and level are kept beside the number, so that a past talk still says what happened when
/// the scenario has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Which talk.
    pub scenario: ScenarioId,
    /// The moment it answers.
    pub node: String,
    /// When it was given.
    pub at: Wall,
    /// Seconds from their line to the reply; pauses and sleep are not in it.
    pub seconds: u32,
    /// Seconds they wait, extra time included; `None` without a clock.
    pub limit: Option<u32>,
    /// Which of the written replies came nearest, from 1.
    pub choice: u8,
    /// Whether none of the written ones was what was said: the nearest only leads on.
    pub apart: bool,
    /// What that reply does: `ask-first`, `bluff`.
    pub skill: String,
    /// The moment it led to.
    pub to: String,
    /// How the talk ended, where that moment is an end.
    pub level: Option<Level>,
    /// The reply in own words; empty where it was said aloud.
    pub text: String,
}

impl Reply {
    /// Whether they had to wait longer than they do.
    pub fn is_late(&self) -> bool {
        let over = |max| Span { min: 0, max }.over_by(self.seconds) > 0;
        self.limit.is_some_and(over)
    }
}

/// A step back: the talk goes on from an earlier turn. What was said after it stays in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepBack {
    /// Which talk.
    pub scenario: ScenarioId,
    /// When.
    pub at: Wall,
    /// The turn that is taken again, from 1.
    pub turn: u16,
}

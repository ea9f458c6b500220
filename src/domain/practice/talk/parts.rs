//! The pieces that a talk is made of.

use serde::{Deserialize, Serialize};

use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::record::{Input, SittingHead};

/// Which step a talk stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// What one knows before: target, walk-away, alternatives.
    Briefing,
    /// They have spoken; the reply is given in own words.
    Own,
    /// The written replies are shown, and the nearest one is picked.
    Choosing,
    /// What the reply did.
    Heard,
    /// Nobody speaks any more.
    Ended,
}

/// How a talk is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// What happens when they have waited long enough.
    pub pacing: Pacing,
    /// Extra time.
    pub factor: Factor,
    /// Whether the reasons come after each reply, or all at the end.
    pub reasons: bool,
    /// Whether replies are typed or given aloud, so that what is written are notes.
    pub input: Input,
}

impl Rules {
    /// As a sitting says it.
    pub const fn of(head: &SittingHead) -> Self {
        Self {
            pacing: head.pacing,
            factor: head.factor,
            reasons: head.rate_each,
            input: head.input,
        }
    }
}

/// A half-given reply, written to disk while it is given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// How many replies and steps back came before it.
    pub step: u16,
    /// Whether the written replies are shown already.
    pub choosing: bool,
    /// Seconds since their line.
    pub seconds: u32,
    /// Seconds paused.
    pub paused_s: u32,
    /// The words so far.
    #[serde(default)]
    pub text: String,
}

//! What was asked for and said on the way to an answer, and its recording.

use serde::{Deserialize, Serialize};

/// How an answer came about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Way {
    /// Facts that were told on request, by their places from 1, in the order in which they were asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<u8>,
    /// How often a step was said before it was done, by the taps.
    #[serde(default, rename = "steps_said")]
    pub steps: u16,
    /// The recording of what was said: the name of its file without the end; `None` where nothing was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording: Option<String>,
}

impl Way {
    /// Facts, steps and recording, in their order.
    pub fn of((facts, steps, recording): (Vec<u8>, u16, Option<String>)) -> Self {
        Self {
            facts,
            steps,
            recording,
        }
    }
}

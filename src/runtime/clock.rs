//! The one place where clocks are read.

use std::time::Instant;

use chrono::Local;

use crate::domain::time::{Mono, Now};

/// The clocks of the computer, counted from the moment it was made.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    start: Instant,
}

impl Clock {
    /// Starts counting.
    pub fn start() -> Self {
        Self {
            start: Instant::now(),
        }
    }

    /// Both readings, for one event. The zone is looked up anew, so a journey shows at once.
    pub fn now(&self) -> Now {
        Now {
            mono: self.mono(),
            wall: Local::now().fixed_offset(),
        }
    }

    /// The monotonic reading alone.
    pub fn mono(&self) -> Mono {
        Mono(self.start.elapsed())
    }
}

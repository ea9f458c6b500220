//! The one place where clocks are read.

use std::time::{Instant, SystemTime};

use chrono::{DateTime, Local};

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
            // A computer without a battery may stand before 1970, where `Local::now` would panic.
            wall: DateTime::<Local>::from(SystemTime::now()).fixed_offset(),
        }
    }

    /// The monotonic reading alone.
    pub fn mono(&self) -> Mono {
        Mono(self.start.elapsed())
    }
}

//! When half-typed text is due to be kept: nothing older than two seconds may live on the screen alone.

use std::time::Duration;

use crate::domain::time::{Mono, Now};

/// Half-typed text is kept this long after the first change that is not on disk yet. Writing takes a while too,
/// so this is less than the two seconds that are promised.
const DUE: Duration = Duration::from_millis(1500);

/// Watches one text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Drafting {
    since: Option<Mono>,
}

impl Drafting {
    /// The text changed.
    pub fn touch(&mut self, now: Now) {
        self.since.get_or_insert(now.mono);
    }

    /// Whether it is time to keep it; says so once.
    pub fn due(&mut self, now: Now) -> bool {
        let due = self.since.is_some_and(|since| now.mono >= since + DUE);
        if due {
            self.since = None;
        }
        due
    }

    /// Whether something is not on disk yet; says so once. For pauses and ways out.
    pub fn take(&mut self) -> bool {
        self.since.take().is_some()
    }

    /// When to look again.
    pub fn next_wake(&self) -> Option<Mono> {
        self.since.map(|since| since + DUE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: u64) -> Now {
        let wall = chrono::DateTime::parse_from_rfc3339("2026-03-12T09:00:00+00:00")
            .expect("a time in a test");
        Now {
            mono: Mono(Duration::from_millis(ms)),
            wall,
        }
    }

    #[test]
    fn a_change_is_due_within_two_seconds_however_fast_one_types() {
        let mut d = Drafting::default();
        for ms in (0..1500).step_by(100) {
            d.touch(at(ms));
            assert!(!d.due(at(ms)));
        }
        assert!(d.due(at(1500)));
        assert!(!d.due(at(1500)), "kept once");
        assert_eq!(d.next_wake(), None);
    }
}

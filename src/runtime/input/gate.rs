//! How far the thread that reads may run ahead of the loop: what waits for the loop is bounded, however fast keys come.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Events that may wait before nothing more is read.
const AHEAD: usize = 8 * 1024;

/// The count of events that wait, shared by both ends.
#[derive(Debug, Clone, Default)]
pub struct Gate(Arc<AtomicUsize>);

impl Gate {
    /// The reader has sent so many events.
    pub fn sent(&self, events: usize) {
        self.0.fetch_add(events, Ordering::SeqCst);
    }

    /// The loop has taken so many; `true` when that opens the gate. What came another way than through the reader may
    /// be counted too: the count never falls below none.
    pub fn took(&self, events: usize) -> bool {
        let less = |waiting: usize| Some(waiting.saturating_sub(events));
        let before = (self.0).fetch_update(Ordering::SeqCst, Ordering::SeqCst, less);
        before.is_ok_and(|n| n >= AHEAD && n.saturating_sub(events) < AHEAD)
    }

    /// Whether enough waits.
    pub fn is_shut(&self) -> bool {
        self.0.load(Ordering::SeqCst) >= AHEAD
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_shuts_the_gate_and_taking_of_it_opens_it_again() {
        let (reader, studio) = {
            let gate = Gate::default();
            (gate.clone(), gate)
        };
        reader.sent(AHEAD - 1);
        assert!(!reader.is_shut());
        reader.sent(4096);
        assert!(reader.is_shut());
        assert!(!studio.took(1000), "still shut");
        assert!(studio.took(4096), "it opens, and the reader is to be told");
        assert!(!reader.is_shut() && !studio.took(4096), "it was open");
    }

    #[test]
    fn what_came_from_elsewhere_never_counts_below_none() {
        let gate = Gate::default();
        assert!(!gate.took(7));
        gate.sent(1);
        gate.took(1);
        gate.sent(AHEAD);
        assert!(gate.is_shut());
    }
}

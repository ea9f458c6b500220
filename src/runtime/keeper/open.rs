//! Which sittings are open in this studio, so that another one on the same home can tell.

use super::Keeper;
use crate::desk::Outcome;
use crate::domain::id::SittingId;
use crate::domain::practice::record::{Block, EventKind, SittingRecord};
use crate::domain::time::Wall;

impl Keeper {
    /// Holds a sitting from now on; `false` while another studio does.
    pub(super) fn holds(&mut self, id: &SittingId) -> bool {
        if self.held.contains_key(id) {
            return true;
        }
        let held = self.home().hold_sitting(id);
        held.map(|hold| self.held.insert(id.clone(), hold))
            .is_some()
    }

    /// What was taken up is open here, or it is told where else; what was left or is over is open no more.
    pub(super) fn elsewhere(&mut self, id: &SittingId, block: &Block) -> Option<Outcome> {
        let Block::Event(event) = block else {
            return None;
        };
        match event.what {
            EventKind::Resumed if !self.holds(id) => {
                let record = self.home().read_sitting(id).ok()?;
                let since = since(&record);
                Some(Outcome::OpenElsewhere(Box::new(record), since))
            }
            EventKind::Left | EventKind::Finished | EventKind::ThrownAway => {
                self.held.remove(id);
                None
            }
            _ => None,
        }
    }
}

/// When a sitting was taken up last before it was here, which is the last of all; one that was killed says nothing of its
/// end.
fn since(record: &SittingRecord) -> Wall {
    let taken_up = |block: &Block| match block {
        Block::Event(event) => (event.what == EventKind::Resumed).then_some(event.at),
        _ => None,
    };
    let before = record.blocks.iter().rev().filter_map(taken_up).nth(1);
    before.unwrap_or(record.head.started)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::level::Level;
    use crate::domain::practice::record::Event;
    use crate::domain::practice::sample;

    #[test]
    fn a_sitting_is_open_since_it_was_taken_up_last_also_after_a_kill() {
        let mut record = sample::sitting("q-a", 1, Level::Partly);
        let mut taken_up = |seconds| {
            let now = sample::at(seconds);
            (record.blocks).push(Event::block(EventKind::Resumed, 0, now));
            (since(&record), now.wall)
        };
        let started = taken_up(600.0).0;
        let (since, second) = taken_up(900.0);
        assert!(since > started && since < second, "{since}");
    }
}

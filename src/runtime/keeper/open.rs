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

/// When a sitting was opened that nobody has left since.
fn since(record: &SittingRecord) -> Wall {
    let mut since = record.head.started;
    let mut left = false;
    for block in &record.blocks {
        if let Block::Event(event) = block {
            match event.what {
                EventKind::Left => left = true,
                EventKind::Resumed if left => (since, left) = (event.at, false),
                _ => {}
            }
        }
    }
    since
}

//! Ratings at the end of a sitting: how many there are, and leaving the rest of them for another time.

use super::item::Item;
use super::parts::{Manner, Phase};
use super::state::Sitting;
use crate::domain::library::Library;
use crate::domain::practice::record::{EventKind, SittingRecord};
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::time::Now;

impl Sitting {
    /// A sitting that is over, to rate what was left of it; `None` when nothing was.
    pub fn rate_the_rest(
        record: &SittingRecord,
        library: &Library,
        manner: Manner,
        now: Now,
    ) -> Option<Self> {
        let mut sitting = Self::replay(record, library, manner, now);
        let at = sitting.unrated().filter(|_| record.is_over())?;
        sitting.enter(at, Phase::Evidence, now);
        Some(sitting)
    }

    /// Which rating of how many it is, from 1, where they all come at the end; `None` elsewhere.
    pub fn rating_place(&self) -> Option<(usize, usize)> {
        let rating = self.phase.is_rating() || self.phase == Phase::After;
        let at_the_end = !self.record.head.rate_each || self.record.is_over();
        if !rating || !at_the_end {
            return None;
        }
        let rated = self.items.iter().filter(|i| i.rating().is_some()).count();
        let open = self.items.iter().filter(|i| i.is_unrated()).count();
        // One that is opened again, for its descriptions or a step back, keeps its place.
        let anew = self.phase.is_rating() && self.items[self.at].rating().is_none();
        Some((rated + usize::from(anew), rated + open))
    }

    /// How many answers are not rated yet, the one in hand among them.
    pub fn not_rated(&self) -> usize {
        let open = self.items.iter().filter(|i| Item::is_unrated(i));
        open.filter(|_| !self.record.head.warm_up).count()
    }

    /// Leaves the ratings that are still open for later; the results are there at once.
    ///
    /// # Errors
    /// At any other step than the ratings at the end.
    pub fn rate_later(&mut self, now: Now) -> Step {
        if self.rating_place().is_none() {
            return Err(Refusal::NotNow);
        }
        if self.record.is_over() {
            let (at, phase) = self.end();
            self.enter(at, phase, now);
            return Ok(Vec::new());
        }
        self.happen(EventKind::Finished, now)
    }
}

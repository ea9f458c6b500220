//! Recordings of a sitting: they go to the trash with it, come back with it, and leave after their days.

use chrono::{Days, NaiveDate};

use super::Home;
use crate::domain::id::SittingId;
use crate::domain::time::Wall;
use crate::store::error::StoreError;
use crate::store::trash::{self, TrashEntry};
use crate::store::{Result, layout};

impl Home {
    /// The names of all recordings, in order.
    ///
    /// # Errors
    ///
    /// What the store says.
    pub fn recordings(&self) -> Result<Vec<String>> {
        let items = self.store().list(layout::RECORDINGS)?;
        let names = items.iter().filter_map(|i| layout::recording_name(&i.name));
        Ok(names.map(str::to_owned).collect())
    }

    /// Moves a sitting into the trash, and with it what was recorded of its answers.
    ///
    /// # Errors
    ///
    /// What the store says; the file of the sitting is where it was then.
    pub fn trash_sitting(&self, id: &SittingId, at: Wall) -> Result<TrashEntry> {
        let entry = self.trash_file(layout::sitting(id), at)?;
        for name in self.recordings()? {
            if layout::is_recording_of(&name, id) {
                trash::trash(self.store(), &layout::recording(&name), at)?;
            }
        }
        Ok(entry)
    }

    /// Puts a sitting back that was moved into the trash last, and with it its recordings.
    ///
    /// # Errors
    ///
    /// What the store says; what was not moved stays in the trash.
    pub fn restore_sitting(&self, id: &SittingId) -> Result<()> {
        let path = layout::sitting(id);
        let trashed = self.trashed()?;
        let found = trashed.iter().find(|entry| entry.from == path);
        let sitting = found.ok_or(StoreError::Missing { file: path })?;
        trash::restore(self.store(), sitting)?;
        for entry in trashed.iter().filter(|entry| entry.at == sitting.at) {
            let name = layout::recording_name(layout::name(&entry.from));
            if name.is_some_and(|name| layout::is_recording_of(name, id)) {
                trash::restore(self.store(), entry)?;
            }
        }
        Ok(())
    }

    /// Removes recordings of answers that were given more than so many days before `today`; 0 keeps all. Gives how
    /// many there were. One without a date in its name stays.
    ///
    /// # Errors
    ///
    /// What the store says; what was removed before that stays removed.
    pub fn forget_recordings(&self, days: u16, today: NaiveDate) -> Result<usize> {
        let limit = today.checked_sub_days(Days::new(u64::from(days)));
        let Some(limit) = limit.filter(|_| days > 0) else {
            return Ok(0);
        };
        let mut removed = 0;
        for name in self.recordings()? {
            if date_of(&name).is_some_and(|date| date < limit) {
                self.store().remove(&layout::recording(&name))?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}

/// The day on which the sitting of a recording began.
fn date_of(name: &str) -> Option<NaiveDate> {
    name.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::store::Store as _;
    use crate::store::memory::Memory;
    use crate::store::samples::{at, head};

    fn home(files: &[&str]) -> (Arc<Memory>, Home) {
        let disk = Arc::new(Memory::new());
        for file in files {
            disk.meddle(file, "sound");
        }
        (Arc::clone(&disk), Home::new(disk.clone(), disk))
    }

    #[test]
    fn recordings_go_with_their_sitting_and_come_back_with_it() {
        let sitting = head();
        let id = &sitting.id;
        let (one, other) = (format!("{id}-1"), format!("{id}-2-1"));
        let files = [&one, &other].map(|name| layout::recording(name));
        let (disk, home) = home(&[&files[0], &files[1]]);
        home.begin_sitting(&sitting).expect("a file");
        home.trash_sitting(id, at(9)).expect("a trash");
        assert_eq!(
            home.recordings().expect("names"),
            std::slice::from_ref(&other)
        );
        home.restore_sitting(id).expect("a way back");
        assert_eq!(home.recordings().expect("names"), [one, other]);
        assert!(
            disk.look(&layout::sitting(id), crate::store::Trust::OWN)
                .is_ok()
        );
    }

    #[test]
    fn a_recording_stays_for_its_days() {
        let old = "recordings/2026-01-01T0900-drill-1.wav";
        let (_, home) = home(&[
            old,
            "recordings/2026-01-02T0900-drill-1.wav",
            "recordings/a.wav",
        ]);
        let today = NaiveDate::from_ymd_opt(2026, 2, 1).expect("a day");
        assert_eq!(home.forget_recordings(0, today).expect("all"), 0);
        assert_eq!(home.forget_recordings(30, today).expect("one"), 1);
        let left = ["2026-01-02T0900-drill-1", "a"];
        assert_eq!(home.recordings().expect("names"), left);
    }
}

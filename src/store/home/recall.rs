//! Sittings and entries as they were read the last time, with those that changed since read anew.

use std::collections::HashSet;
use std::mem;
use std::sync::{MutexGuard, PoisonError};

use super::{Entries, Home, Texts, Year};
use crate::domain::id::{EntryId, SittingId};
use crate::domain::journal::Entry;
use crate::problem::Problem;
use crate::store::pressed::{Eye, Pen, Press, Pressed, WORTH};
use crate::store::{Sight, Stamp, Trust, layout, sitting_file};

/// Most bytes of a file of packed records.
const MOST: u64 = 64 << 20;

/// A folder seen from outside.
pub(super) struct Look {
    files: Vec<(String, Option<Sight>)>,
    /// What was packed of it, and when.
    packed: Option<(Vec<u8>, Sight)>,
}

impl Look {
    fn pressed(&self) -> Pressed<'_> {
        let packed = self.packed.as_ref();
        packed.map_or_else(Pressed::default, |(bytes, at)| Pressed::open(bytes, at))
    }
}

/// Which records of a folder can be packed, and whether that is worth it.
#[derive(Default)]
struct Tally<T> {
    /// Each with its file and how that looked.
    whole: Vec<(T, String, Sight)>,
    known: usize,
    fresh: usize,
}

impl<T> Tally<T> {
    fn add(&mut self, record: T, path: &str, sight: Sight, known: bool) {
        self.whole
            .push((record, layout::name(path).to_owned(), sight));
        *(if known {
            &mut self.known
        } else {
            &mut self.fresh
        }) += 1;
    }

    /// Packs the records where that spares the next start something, or where something is still packed that is no
    /// longer there: what was taken out of a file stays nowhere.
    fn packed(&self, old: &Pressed<'_>, put: impl Fn(&mut Pen<'_>, &T)) -> Option<Vec<u8>> {
        if self.fresh < WORTH && self.known == old.len() {
            return None;
        }
        let mut press = Press::default();
        for (record, name, sight) in &self.whole {
            press.add(name, *sight, |pen| put(pen, record));
        }
        Some(press.bytes())
    }
}

impl Home {
    /// The sittings of one folder of [`Home::practice_folders`] without their words. Files to which nothing was done
    /// since the last time are not opened.
    pub fn recall_year(&self, folder: &str) -> Year {
        let mut year = Year::default();
        let look = self.look_over(folder, &mut year.problems);
        let pressed = look.pressed();
        let mut tally = Tally::default();
        for (path, sight) in &look.files {
            let place = year.sittings.len();
            let known = sight.and_then(|sight| {
                let eye = pressed.find(layout::name(path), &sight)?;
                sitting_file::pressed::take(eye, SittingId::new(layout::stem(path)))
            });
            let is_known = known.is_some();
            year.sittings.extend(known);
            if (is_known || self.read_into(&mut year, path, Texts::Left))
                && let Some(sight) = sight
            {
                tally.add(place, path, *sight, is_known);
            }
        }
        let put = |pen: &mut Pen<'_>, place: &usize| {
            if let Some(record) = year.sittings.get(*place) {
                sitting_file::pressed::put(pen, record);
            }
        };
        self.press_later(folder, tally.packed(&pressed, put));
        year.sittings.reverse();
        year
    }

    /// The journal. Files to which nothing was done since the last time are not opened.
    pub fn recall_entries(&self) -> Entries {
        let (mut found, mut told) = (Entries::default(), Vec::new());
        let mut seen = HashSet::new();
        for folder in self.years(layout::JOURNAL) {
            let look = self.look_over(&folder, &mut found.problems);
            let pressed = look.pressed();
            let mut tally = Tally::default();
            for (path, sight) in &look.files {
                let (place, before) = (found.entries.len(), told.len());
                let known = sight.and_then(|sight| {
                    let eye = pressed.find(layout::name(path), &sight)?;
                    take_entry(eye, sight)
                });
                let is_known = known.is_some();
                let Some((entry, stamp)) = known.or_else(|| self.read_or_tell(path, &mut told))
                else {
                    continue;
                };
                let usual = layout::entry(&EntryId::new(layout::stem(path)));
                let usual_place = usual == *path;
                if !self.remember(path, usual, stamp, &mut seen, &mut told) {
                    continue;
                }
                found.entries.push(entry);
                if let Some(sight) = sight.filter(|_| usual_place && told.len() == before) {
                    tally.add((place, stamp.hash), path, sight, is_known);
                }
            }
            let put = |pen: &mut Pen<'_>, (place, hash): &(usize, u64)| {
                pen.put(&(hash, found.entries.get(*place)));
            };
            self.press_later(&folder, tally.packed(&pressed, put));
        }
        found.problems.append(&mut told);
        found.in_order()
    }

    fn read_or_tell(&self, path: &str, told: &mut Vec<Problem>) -> Option<(Entry, Stamp)> {
        self.read_edited_file(path, told).unwrap_or_else(|problem| {
            told.push(*problem);
            None
        })
    }

    /// The files of a folder with what is seen of them from outside, and what was packed of them.
    fn look_over(&self, folder: &str, problems: &mut Vec<Problem>) -> Look {
        let items = self.store().survey(folder).unwrap_or_else(|error| {
            problems.push(error.into_problem());
            Vec::new()
        });
        let mut own = items.iter();
        let own = own.find(|(item, _)| item.name == layout::PRESSED_NAME);
        let packed = own.and_then(|(_, sight)| {
            let trust = Trust {
                limit: MOST,
                links: false,
            };
            let bytes = self.store().look(&layout::pressed(folder), trust).ok()?;
            Some((bytes, (*sight)?))
        });
        Look {
            files: super::load::toml_in_list(folder, items, problems),
            packed,
        }
    }

    /// Keeps packed records of a folder to be written by [`Home::press`].
    pub(super) fn press_later(&self, folder: &str, packed: Option<Vec<u8>>) {
        if let Some(bytes) = packed {
            let path = layout::pressed(folder);
            let mut pressing = self.pressing();
            pressing.retain(|(other, _)| *other != path);
            pressing.push((path, bytes));
        }
    }

    /// Writes what spares the next start some reading. Where that fails, the next start reads.
    pub fn press(&self) {
        let mut pressing = self.pressing();
        for (path, bytes) in mem::take(&mut *pressing) {
            drop(self.store().write(&path, &bytes, None));
        }
    }

    fn pressing(&self) -> MutexGuard<'_, Vec<(String, Vec<u8>)>> {
        self.pressing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An entry as it was packed, with the stamp of the text that it was read from.
fn take_entry(mut eye: Eye<'_>, sight: Sight) -> Option<(Entry, Stamp)> {
    let (hash, entry) = eye.get::<(u64, Option<Entry>)>()?;
    let stamp = Stamp {
        size: sight.size,
        modified: Some(sight.modified),
        hash,
    };
    Some((entry?, stamp)).filter(|_| eye.is_done())
}

#[cfg(test)]
mod tests;

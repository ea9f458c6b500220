//! Sittings as they were read the last time, with those that changed since read anew.

use std::mem;

use super::{Home, Texts, Year};
use crate::domain::id::SittingId;
use crate::domain::practice::record::SittingRecord;
use crate::problem::Problem;
use crate::store::pressed::{Press, Pressed, WORTH};
use crate::store::{Sight, Trust, layout, sitting_file};

/// Most bytes of a file of packed records.
const MOST: u64 = 64 << 20;

/// The packed records of a folder, as bytes.
pub(super) struct Packed {
    bytes: Vec<u8>,
    sight: Sight,
}

impl Packed {
    /// Opens them.
    pub fn open(packed: Option<&Self>) -> Pressed<'_> {
        packed.map_or_else(Pressed::default, |p| Pressed::open(&p.bytes, &p.sight))
    }
}

impl Home {
    /// The sittings of one folder of [`Home::practice_folders`] without their words. Files to which nothing was done
    /// since the last time are not opened.
    pub fn recall_year(&self, folder: &str) -> Year {
        let mut year = Year::default();
        let (files, packed) = self.look_over(folder, &mut year.problems);
        let pressed = Packed::open(packed.as_ref());
        // Places in the year of those that can be packed.
        let (mut whole, mut fresh) = (Vec::new(), 0);
        for (path, sight) in &files {
            let id = SittingId::new(layout::stem(path));
            let known = sight.and_then(|sight| {
                let eye = pressed.find(layout::name(path), &sight)?;
                sitting_file::pressed::take(eye, id)
            });
            if let (Some(record), Some(sight)) = (known, sight) {
                whole.push((year.sittings.len(), *sight));
                year.sittings.push(record);
                continue;
            }
            if self.read_into(&mut year, path, Texts::Left)
                && let Some(sight) = sight
            {
                whole.push((year.sittings.len() - 1, *sight));
                fresh += 1;
            }
        }
        if fresh >= WORTH {
            self.press_later(layout::pressed(folder), pack(&year.sittings, &whole));
        }
        year.sittings.reverse();
        year
    }

    /// The files of a folder with what is seen of them from outside, and what was packed of them.
    pub(super) fn look_over(
        &self,
        folder: &str,
        problems: &mut Vec<Problem>,
    ) -> (Vec<(String, Option<Sight>)>, Option<Packed>) {
        let items = match self.store().survey(folder) {
            Ok(items) => items,
            Err(error) => {
                problems.push(error.into_problem());
                return (Vec::new(), None);
            }
        };
        let own = items
            .iter()
            .find(|(item, _)| item.name == layout::PRESSED_NAME);
        let packed = own.and_then(|(_, sight)| {
            let trust = Trust {
                limit: MOST,
                links: false,
            };
            let bytes = self.store().look(&layout::pressed(folder), trust).ok()?;
            Some(Packed {
                bytes,
                sight: (*sight)?,
            })
        });
        (super::load::toml_in_list(folder, items, problems), packed)
    }

    /// Keeps bytes to be written by [`Home::press`].
    pub(super) fn press_later(&self, path: String, bytes: Vec<u8>) {
        let mut known = self.known();
        known.pressing.retain(|(other, _)| *other != path);
        known.pressing.push((path, bytes));
    }

    /// Writes what spares the next start some reading. Where that fails, the next start reads.
    pub fn press(&self) {
        let pressing = mem::take(&mut self.known().pressing);
        for (path, bytes) in pressing {
            drop(self.store().write(&path, &bytes, None));
        }
    }
}

fn pack(sittings: &[SittingRecord], whole: &[(usize, Sight)]) -> Vec<u8> {
    let mut press = Press::default();
    for (at, sight) in whole {
        let Some(record) = sittings.get(*at) else {
            continue;
        };
        let name = format!("{}.toml", record.head.id);
        press.add(&name, *sight, |pen| sitting_file::pressed::put(pen, record));
    }
    press.bytes()
}

#[cfg(test)]
mod tests;

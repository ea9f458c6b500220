//! The trash: deleted files lie under the moment of their deletion, with the path they had.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::error::StoreError;
use super::{ItemKind, Result, Store, first_free, layout};
use crate::domain::time::Wall;

/// How many days deleted files are kept.
pub const DAYS: u64 = 30;

/// How the folder of a moment is called.
const MOMENT: &str = "%Y-%m-%dT%H%M%S";

/// One file in the trash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrashEntry {
    /// Where it lies: `trash/2026-11-23T183005/journal/2026/2026-11-23-acme-panel.toml`.
    pub path: String,
    /// Where it came from: `journal/2026/2026-11-23-acme-panel.toml`.
    pub from: String,
    /// When it was deleted, or replaced.
    pub at: NaiveDateTime,
    /// Whether a file has its place: this is how that one was before.
    pub is_older: bool,
}

/// Moves a file into the trash.
///
/// # Errors
///
/// What the store says; the file is where it was then.
pub fn trash(store: &dyn Store, path: &str, at: Wall) -> Result<TrashEntry> {
    place(path, at, |to| store.rename(path, to))
}

/// Puts a copy of bytes into the trash, before something is mended or replaced.
///
/// # Errors
///
/// What the store says.
pub fn back_up(store: &dyn Store, path: &str, bytes: &[u8], at: Wall) -> Result<TrashEntry> {
    place(path, at, |to| store.create(to, bytes).map(drop))
}

/// Finds a free place under the moment and puts something there.
fn place(path: &str, at: Wall, put: impl Fn(&str) -> Result<()>) -> Result<TrashEntry> {
    let moment = at.format(MOMENT).to_string();
    first_free(|n| {
        let to = format!("{}/{}/{path}", layout::TRASH, layout::nth_name(&moment, n));
        put(&to)?;
        Ok(TrashEntry {
            path: to,
            from: path.to_owned(),
            at: at.naive_local(),
            is_older: false,
        })
    })
}

/// Puts a file back where it came from and gives that path; beside it (`…-2.toml`) when the place is taken.
///
/// # Errors
///
/// What the store says; the file stays in the trash then.
pub fn restore(store: &dyn Store, entry: &TrashEntry) -> Result<String> {
    first_free(|n| {
        let to = layout::nth_path(&entry.from, n);
        store.rename(&entry.path, &to)?;
        sweep(store, &entry.path);
        Ok(to)
    })
}

/// Removes something for good.
///
/// # Errors
///
/// What the store says; it stays in the trash then.
pub fn drop_for_good(store: &dyn Store, entry: &TrashEntry) -> Result<()> {
    store.remove(&entry.path)?;
    sweep(store, &entry.path);
    Ok(())
}

/// Removes the folders that something has left empty. One that cannot be removed harms nobody.
fn sweep(store: &dyn Store, path: &str) {
    let mut below = path;
    while let Some((folder, _)) = below.rsplit_once('/') {
        let is_empty = store.list(folder).is_ok_and(|items| items.is_empty());
        if folder == layout::TRASH || !is_empty {
            return;
        }
        let _ = store.remove(folder);
        below = folder;
    }
}

/// Puts a file into its place, from which what stands there goes to the trash; gives whether anything did.
///
/// # Errors
///
/// What the store says; both files are somewhere, under their names.
pub fn swap(store: &dyn Store, entry: &TrashEntry, at: Wall) -> Result<bool> {
    let swapped = match trash(store, &entry.from, at) {
        Ok(_) => true,
        Err(StoreError::Missing { .. }) => false,
        Err(error) => return Err(error),
    };
    store.rename(&entry.path, &entry.from)?;
    sweep(store, &entry.path);
    Ok(swapped)
}

/// Everything in the trash, the latest first.
///
/// # Errors
///
/// What the store says.
pub fn list(store: &dyn Store) -> Result<Vec<TrashEntry>> {
    let mut found = Vec::new();
    for moment in folders(store)? {
        let top = format!("{}/{moment}", layout::TRASH);
        let mut files = Vec::new();
        walk(store, &top, &mut files)?;
        for path in files {
            let from = path.get(top.len() + 1..).unwrap_or_default().to_owned();
            if let Some(at) = moment_of(&moment) {
                let is_older = is_there(store, &from);
                found.push(TrashEntry {
                    path,
                    from,
                    at,
                    is_older,
                });
            }
        }
    }
    found.reverse();
    Ok(found)
}

/// A gap after which the clock is doubted rather than the age of the trash, in days.
const DOUBTED_DAYS: i64 = 366;

/// Removes for good what was deleted more than [`DAYS`] days before `today`; gives the number of files. When
/// everything is older than a year, the clock may be wrong, and nothing goes before something new is deleted.
///
/// # Errors
///
/// What the store says; what was removed before that stays removed.
pub fn purge(store: &dyn Store, today: NaiveDate) -> Result<usize> {
    let limit = today.checked_sub_days(Days::new(DAYS)).unwrap_or(today);
    let moments = folders(store)?;
    let newest = moments.iter().filter_map(|m| date_of(m)).max();
    if newest.is_none_or(|newest| (today - newest).num_days() > DOUBTED_DAYS) {
        return Ok(0);
    }
    let mut removed = 0;
    for moment in moments {
        // A date that lies ahead comes from a clock that was set back: better kept.
        if date_of(&moment).is_none_or(|date| date >= limit) {
            continue;
        }
        removed += remove_tree(store, &format!("{}/{moment}", layout::TRASH))?;
    }
    Ok(removed)
}

fn folders(store: &dyn Store) -> Result<Vec<String>> {
    let items = store.list(layout::TRASH)?;
    let folders = items.into_iter().filter(|i| i.kind == ItemKind::Folder);
    Ok(folders.map(|i| i.name).collect())
}

fn date_of(moment: &str) -> Option<NaiveDate> {
    moment_of(moment).map(|at| at.date())
}

/// `2026-11-23T183005`, also with `-2` behind it.
fn moment_of(folder: &str) -> Option<NaiveDateTime> {
    let (moment, _) = NaiveDateTime::parse_and_remainder(folder, MOMENT).ok()?;
    Some(moment)
}

fn is_there(store: &dyn Store, path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let items = store.list(folder).unwrap_or_default();
    items.iter().any(|item| item.name == name)
}

fn walk(store: &dyn Store, folder: &str, files: &mut Vec<String>) -> Result<()> {
    for item in store.list(folder)? {
        let path = format!("{folder}/{}", item.name);
        match item.kind {
            ItemKind::Folder => walk(store, &path, files)?,
            ItemKind::File | ItemKind::Link | ItemKind::Other => files.push(path),
        }
    }
    Ok(())
}

fn remove_tree(store: &dyn Store, folder: &str) -> Result<usize> {
    let mut removed = 0;
    for item in store.list(folder)? {
        let path = format!("{folder}/{}", item.name);
        if item.kind == ItemKind::Folder {
            removed += remove_tree(store, &path)?;
        } else {
            store.remove(&path)?;
            removed += 1;
        }
    }
    match store.remove(folder) {
        Err(StoreError::Missing { .. }) | Ok(()) => Ok(removed),
        Err(other) => Err(other),
    }
}

#[cfg(test)]
mod tests;

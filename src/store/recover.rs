//! Recovery: torn ends of sittings, damaged files, temporary files of processes that died.
//!
//! Nothing is thrown away: what cannot stay where it is lies beside it under a name that says why.

use super::error::StoreError;
use super::{
    END, ItemKind, Result, Store, Trust, ends_complete, first_free, layout, sitting_file, trash,
};
use crate::domain::time::Wall;
use crate::problem::{Problem, Severity};

/// The longest part of a sitting's file that is whole, from the start; none when not even the head is.
///
/// Goes back by lines until the typed parse works. Only lines that end a block can be the last of a whole
/// part, so only those are tried; one inside of an answer's text does not parse and is passed over.
pub fn whole_part(bytes: &[u8]) -> Option<&[u8]> {
    let mut part = bytes;
    for _ in 0..MOST_TRIES {
        if ends_complete(part) && sitting_file::is_whole(part) {
            return Some(part);
        }
        let (_, above) = part.trim_ascii_end().split_last()?;
        let end = last_end(above)? + END.len();
        part = above.get(..end)?;
    }
    None
}

/// How often a part is tried. Only an answer that repeats the last line of blocks over and over needs more
/// than two or three.
const MOST_TRIES: usize = 256;

/// Where the last `end = true` starts.
fn last_end(bytes: &[u8]) -> Option<usize> {
    bytes.windows(END.len()).rposition(|w| w == END.as_bytes())
}

/// Says that the end of a file is torn, with the place of the mistake.
pub fn torn(path: &str, mistake: Problem) -> Problem {
    Problem {
        severity: Severity::Warning,
        what: "The last block of this file is torn. Every complete block before it was read."
            .into(),
        hint: "Run `greenroom repair`, or go on with the sitting: the torn end is set aside."
            .into(),
        file: path.to_owned(),
        ..mistake
    }
}

/// A whole file in which a person wrote something after the last block, such as a remark: the same with the
/// block's last line at the end again.
fn closed_again(bytes: &[u8]) -> Option<Vec<u8>> {
    if !sitting_file::is_whole(bytes) {
        return None;
    }
    let (block, rest) = bytes.split_at_checked(last_end(bytes)?)?;
    let rest = rest.get(END.len()..)?.trim_ascii();
    let closed = [block, rest, b"\n", END.as_bytes(), b"\n"].concat();
    sitting_file::is_whole(&closed).then_some(closed)
}

/// Sets the torn end of a sitting's file aside and tells where.
///
/// # Errors
///
/// What the store says; the file is as it was then.
pub fn mend(store: &dyn Store, path: &str, at: Wall) -> Result<Problem> {
    let (bytes, stamp) = store.read(path, Trust::OWN)?;
    if let Some(closed) = closed_again(&bytes) {
        store.write(path, &closed, Some(&stamp))?;
        return Ok(told(
            path,
            "What stood after its last block stands in it now.".into(),
        ));
    }
    let Some(whole) = whole_part(&bytes) else {
        return set_aside(store, path, at);
    };
    let rest = bytes.get(whole.len()..).unwrap_or_default();
    let aside = beside(path, "torn", at, |to| store.create(to, rest).map(drop))?;
    let mut kept = whole.to_vec();
    kept.push(b'\n');
    store.write(path, &kept, Some(&stamp))?;
    Ok(told(
        path,
        format!("Its last block was torn and lies now in {aside}. Every complete block is kept."),
    ))
}

/// Gives a file that cannot be read another name.
fn set_aside(store: &dyn Store, path: &str, at: Wall) -> Result<Problem> {
    let aside = beside(path, "broken", at, |to| store.rename(path, to))?;
    Ok(told(
        path,
        format!("It could not be read and lies now in {aside}."),
    ))
}

/// Finds a free name beside a file and puts something there.
fn beside(path: &str, why: &str, at: Wall, put: impl Fn(&str) -> Result<()>) -> Result<String> {
    let moment = at.format("%Y-%m-%dT%H%M%S").to_string();
    first_free(|n| {
        let to = format!("{path}.{why}-{}", layout::nth_name(&moment, n));
        put(&to)?;
        Ok(to)
    })
}

fn told(path: &str, what: String) -> Problem {
    Problem {
        severity: Severity::Warning,
        ..Problem::in_file(path, what, "")
    }
}

/// One thing that a repair does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Removes a temporary file whose process is gone.
    RemoveTemporary {
        /// The file.
        path: String,
    },
    /// Sets the torn end of a sitting aside.
    CutTorn {
        /// The file.
        path: String,
        /// Bytes that are kept.
        kept: usize,
        /// Bytes that are set aside.
        aside: usize,
    },
    /// Gives a damaged file another name.
    SetAside {
        /// The file.
        path: String,
    },
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::RemoveTemporary { path } => {
                write!(f, "{path}: remove, it was left by a run that ended early")
            }
            Self::CutTorn { path, kept, aside } => write!(
                f,
                "{path}: keep {kept} bytes of complete blocks, set {aside} torn bytes aside"
            ),
            Self::SetAside { path } => write!(f, "{path}: set aside, it is damaged"),
        }
    }
}

/// Looks for everything that can be repaired and changes nothing.
///
/// `alive` says whether a process still runs ([`is_alive`]).
///
/// # Errors
///
/// What the store says.
pub fn plan(store: &dyn Store, alive: &dyn Fn(u32) -> bool) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    for path in every_file(store)? {
        if let Some(process) = layout::writer_of(&path) {
            if !alive(process) {
                steps.push(Step::RemoveTemporary { path });
            }
        } else if has_records(&path) {
            steps.extend(look_at(store, path)?);
        }
    }
    Ok(steps)
}

/// Removes the temporary files of processes that died; gives their number. Meant for the start.
///
/// # Errors
///
/// What the store says.
pub fn tidy(store: &dyn Store, alive: &dyn Fn(u32) -> bool) -> Result<usize> {
    let mut removed = 0;
    for path in every_file(store)? {
        if layout::writer_of(&path).is_some_and(|process| !alive(process)) {
            store.remove(&path)?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// Whether a process still runs; this one does.
pub fn is_alive(process: u32) -> bool {
    #[cfg(unix)]
    {
        let pid = i32::try_from(process)
            .ok()
            .and_then(rustix::process::Pid::from_raw);
        // A process of somebody else answers with a refusal, and is alive.
        pid.is_some_and(|pid| {
            !matches!(
                rustix::process::test_kill_process(pid),
                Err(rustix::io::Errno::SRCH)
            )
        })
    }
    #[cfg(not(unix))]
    {
        process == std::process::id()
    }
}

/// Does what [`plan`] found, each file copied into the trash before it is changed, and tells each step.
///
/// # Errors
///
/// What the store says; the steps before it are done.
pub fn apply(store: &dyn Store, steps: &[Step], at: Wall) -> Result<Vec<Problem>> {
    let mut done = Vec::new();
    for step in steps {
        done.push(match step {
            Step::RemoveTemporary { path } => {
                store.remove(path)?;
                told(
                    path,
                    "It was left by a run that ended early and is gone.".into(),
                )
            }
            Step::CutTorn { path, .. } => {
                let (bytes, _) = store.read(path, Trust::OWN)?;
                trash::back_up(store, &format!("{path}.before-repair"), &bytes, at)?;
                mend(store, path, at)?
            }
            Step::SetAside { path } => set_aside(store, path, at)?,
        });
    }
    Ok(done)
}

/// Whether a path may hold records of the user: not the trash, not packs, not second copies.
fn has_records(path: &str) -> bool {
    let top = path.split('/').next().unwrap_or(path);
    layout::is_toml(path)
        && !matches!(top, layout::TRASH | layout::PACKS)
        && !layout::is_conflict_copy(path)
}

/// A file with a torn end, or one that no editor makes: empty, or with bytes that are no text. A mistake of
/// typing is left to its writer.
fn look_at(store: &dyn Store, path: String) -> Result<Option<Step>> {
    let bytes = match store.read(&path, Trust::OWN) {
        Ok((bytes, _)) => bytes,
        Err(StoreError::NotPlain { .. } | StoreError::TooLarge { .. }) => return Ok(None),
        Err(other) => return Err(other),
    };
    let sitting = path.starts_with(layout::PRACTICE);
    if sitting && !ends_complete(&bytes) && !sitting_file::is_whole(&bytes) {
        return Ok(Some(match whole_part(&bytes) {
            Some(whole) => Step::CutTorn {
                kept: whole.len(),
                aside: bytes.len() - whole.len(),
                path,
            },
            None => Step::SetAside { path },
        }));
    }
    let damaged =
        bytes.trim_ascii().is_empty() || bytes.contains(&0) || std::str::from_utf8(&bytes).is_err();
    Ok(damaged.then_some(Step::SetAside { path }))
}

fn every_file(store: &dyn Store) -> Result<Vec<String>> {
    let mut files = Vec::new();
    walk(store, "", &mut files)?;
    Ok(files)
}

fn walk(store: &dyn Store, folder: &str, files: &mut Vec<String>) -> Result<()> {
    for item in store.list(folder)? {
        let path = match folder {
            "" => item.name,
            folder => format!("{folder}/{}", item.name),
        };
        match item.kind {
            // Links are not followed: they may lead in a circle.
            ItemKind::Folder if path != ".git" => walk(store, &path, files)?,
            ItemKind::File => files.push(path),
            ItemKind::Folder | ItemKind::Link | ItemKind::Other => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

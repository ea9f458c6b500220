//! Files outside of the user's folder that the command line names: packs to check, exports to make.

use std::path::Path;

use super::disk::Disk;
use super::error::StoreError;
use super::home::SourceFile;
use super::home::sources::{packs, source};
use super::{Result, Store as _, Trust};
use crate::domain::text::visible;
use crate::problem::Problem;

/// Makes a new file, kept by the disk; an old one is never written over.
///
/// # Errors
///
/// [`StoreError::Exists`], and what the store says.
pub fn create(path: &Path, bytes: &[u8]) -> Result<()> {
    let Some((disk, name)) = beside(path) else {
        return Err(StoreError::Refused { file: shown(path) });
    };
    let made = disk.create(&name, bytes).map(drop);
    made.map_err(|error| error.about(&shown(path)))
}

/// Reads a list of questions; gives its name as it may be shown, and its bytes. A link that is named outright is
/// followed; pipes, devices and folders are refused and never waited for.
///
/// # Errors
///
/// What the store says, under the name the user gave.
pub fn list(path: &Path, limit: u64) -> Result<(String, Vec<u8>)> {
    let name = shown(path);
    let Some((disk, file)) = beside(path) else {
        return Err(StoreError::Refused { file: name });
    };
    let trust = Trust { limit, links: true };
    match disk.read(&file, trust) {
        Ok((bytes, _)) => Ok((name, bytes)),
        Err(error) => Err(error.about(&name)),
    }
}

/// Whether a path names a folder.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir() && Disk::new(path).list("").is_ok()
}

/// Reads the packs that a path names: the file itself, or the TOML files in the folder and two levels below.
///
/// The limits for packs hold here too. A file that is named outright may be a link; those found in a folder
/// may not.
pub fn sources(path: &Path, problems: &mut Vec<Problem>) -> Vec<SourceFile> {
    let named = Trust {
        links: true,
        ..Trust::PACK
    };
    files(path, named, problems)
}

/// The same for packs that are to be copied into the home: nothing behind a link is taken.
pub fn pack(path: &Path, problems: &mut Vec<Problem>) -> Vec<SourceFile> {
    files(path, Trust::PACK, problems)
}

fn files(path: &Path, trust: Trust, problems: &mut Vec<Problem>) -> Vec<SourceFile> {
    let name = shown(path);
    let read = beside(path).map(|(disk, file)| disk.read(&file, trust));
    match read {
        Some(Ok((bytes, _))) => source(&name, &bytes, problems).into_iter().collect(),
        Some(Err(StoreError::NotPlain { .. })) | None if is_folder(path) => below(path, problems),
        Some(Err(error)) => {
            problems.push(error.about(&name).into_problem());
            Vec::new()
        }
        None => {
            problems.push(StoreError::Refused { file: name }.into_problem());
            Vec::new()
        }
    }
}

/// Whether two paths lead to the same file or folder, whatever they are called.
pub fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

fn below(folder: &Path, problems: &mut Vec<Problem>) -> Vec<SourceFile> {
    let known = problems.len();
    let mut files = packs(&Disk::new(folder), "", problems);
    let whole = |name: &str| shown(&folder.join(name));
    for file in &mut files {
        file.path = whole(&file.path);
    }
    for problem in problems.iter_mut().skip(known) {
        problem.file = whole(&problem.file);
    }
    files
}

/// The folder of a file as a store, and the name in it.
fn beside(path: &Path) -> Option<(Disk, String)> {
    let whole = std::path::absolute(path).ok()?;
    let name = whole.file_name()?.to_str()?.to_owned();
    Some((Disk::new(whole.parent()?), name))
}

/// The path as the user wrote it, safe to print.
fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(path: &Path) -> (Vec<String>, Vec<Problem>) {
        let mut problems = Vec::new();
        let files = sources(path, &mut problems);
        let name = |f: SourceFile| {
            let name = Path::new(&f.path)
                .file_name()
                .map(std::ffi::OsStr::to_string_lossy);
            name.unwrap_or_default().into_owned()
        };
        (files.into_iter().map(name).collect(), problems)
    }

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let disk = Disk::new(folder.path());
        for name in ["a.toml", "in/b.toml", "in/deep/c.toml", "notes.txt"] {
            disk.create(name, b"questions = [\"Why?\"]").expect("made");
        }
        folder
    }

    #[test]
    fn a_file_or_a_folder_can_be_named() {
        let folder = folder();
        let (found, problems) = names(folder.path());
        assert_eq!(found, ["a.toml", "b.toml", "c.toml"]);
        assert!(problems.is_empty());
        let (found, _) = names(&folder.path().join("in/b.toml"));
        assert_eq!(found, ["b.toml"]);
    }

    #[test]
    fn what_is_not_there_is_told_under_the_name_it_was_given() {
        let folder = folder();
        let path = folder.path().join("no.toml");
        let (found, problems) = names(&path);
        assert!(found.is_empty());
        assert_eq!(problems[0].file, path.to_str().expect("plain"));
    }

    #[test]
    #[cfg(unix)]
    fn a_pipe_is_refused_and_not_waited_for() {
        let folder = folder();
        let path = folder.path().join("pipe.toml");
        let fifo = rustix::fs::mknodat(
            rustix::fs::CWD,
            &path,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR,
            0,
        );
        fifo.expect("a pipe");
        let (found, problems) = names(&path);
        assert!(found.is_empty());
        assert!(problems[0].what.contains("not"), "{problems:?}");
    }

    #[test]
    fn an_export_is_never_written_over() {
        let folder = folder();
        let path = folder.path().join("out.json");
        create(&path, b"1").expect("made");
        assert!(matches!(
            create(&path, b"2"),
            Err(StoreError::Exists { .. })
        ));
    }
}

//! Files outside of the user's folder that the command line names: packs to check, exports to make.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::error::StoreError;
use super::home::SourceFile;
use super::home::sources::{packs, source};
use super::{ItemKind, Result, Store as _, Trust, first_free, layout};
use crate::content::hint::nearest;
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
        Err(error) => Err(named(error, path)),
    }
}

/// Reads a file that somebody else sent: as little is taken on trust as of a pack, so no link is followed.
///
/// # Errors
///
/// What the store says, under the name the user gave.
pub fn post(path: &Path) -> Result<(String, Vec<u8>)> {
    let name = shown(path);
    let Some((disk, file)) = beside(path) else {
        return Err(StoreError::Refused { file: name });
    };
    match disk.read(&file, Trust::PACK) {
        Ok((bytes, _)) => Ok((name, bytes)),
        Err(error) => Err(named(error, path)),
    }
}

/// Writes a new file beside another one, under the next free name; the same text again is not written twice.
///
/// # Errors
///
/// What the store says; there is no new file then.
pub fn write_beside(other: &Path, name: &str, text: &str) -> Result<PathBuf> {
    first_free(|n| {
        let file = format!("{}.toml", layout::nth_name(name, n));
        let path = other.with_file_name(file);
        match create(&path, text.as_bytes()) {
            Err(StoreError::Exists { file }) => match post(&path) {
                Ok((_, bytes)) if bytes == text.as_bytes() => Ok(path),
                _ => Err(StoreError::Exists { file }),
            },
            other => other.map(|()| path),
        }
    })
}

/// Files for a coach, and from one, in the folder in which the program was started.
pub fn posts_here() -> Vec<PathBuf> {
    let Ok(here) = std::path::absolute(".") else {
        return Vec::new();
    };
    let items = Disk::new(&here).list("").unwrap_or_default();
    let files = items.into_iter().filter(|item| item.kind == ItemKind::File);
    let posts = files.filter(|item| layout::is_post(&item.name));
    posts.map(|item| here.join(item.name)).collect()
}

/// Makes sure that a new file can be made here.
///
/// # Errors
///
/// [`StoreError::Exists`], also where a folder has the name, and what the store says.
pub fn can_be_made(path: &Path) -> Result<()> {
    let name = shown(path);
    let Some((disk, file)) = beside(path) else {
        return Err(StoreError::Refused { file: name });
    };
    match disk.read(&file, Trust::PACK) {
        Err(StoreError::Missing { .. }) => Ok(()),
        Err(error @ StoreError::Failed { .. }) => Err(error.about(&name)),
        _ => Err(StoreError::Exists { file: name }),
    }
}

/// What went wrong with a file under the name that the user gave. One that is not there is told with what may be
/// meant.
fn named(error: StoreError, path: &Path) -> StoreError {
    let file = shown(path);
    match error {
        StoreError::Missing { .. } => StoreError::Absent {
            file,
            hint: instead(path),
        },
        other => other.about(&file),
    }
}

/// What may be meant by a file that is not there.
fn instead(path: &Path) -> String {
    let folder = std::path::absolute(path).ok();
    let Some(folder) = folder
        .as_deref()
        .and_then(Path::parent)
        .filter(|f| is_folder(f))
    else {
        return "The folder that it should be in is not there either.".to_owned();
    };
    let stem = |name: &str| {
        let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        name.to_owned()
    };
    let files = Disk::new(folder).list("").unwrap_or_default();
    let stems: Vec<String> = files.iter().map(|file| stem(&file.name)).collect();
    let wanted = path.file_name().map(std::ffi::OsStr::to_string_lossy);
    let near = nearest(
        &stem(&wanted.unwrap_or_default()),
        stems.iter().map(String::as_str),
    );
    let near = near.and_then(|near| files.iter().find(|file| stem(&file.name) == near));
    match near {
        Some(near) => format!(
            "Did you mean `{}`?",
            shown(&path.with_file_name(&near.name))
        ),
        None => "Look at how it is written; a file elsewhere is named with its folder, such as \
                 `Downloads/questions.md`."
            .to_owned(),
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
    if is_list(path) && !is_folder(path) {
        let hint = format!("`greenroom import {name}` makes a pack of a list of questions.");
        problems.push(Problem::in_file(
            name,
            "This is no pack: a pack is a .toml file.",
            hint,
        ));
        return Vec::new();
    }
    let read = beside(path).map(|(disk, file)| disk.read(&file, trust));
    match read {
        Some(Ok((bytes, _))) => source(&name, &bytes, problems).into_iter().collect(),
        Some(Err(StoreError::NotPlain { .. })) | None if is_folder(path) => below(path, problems),
        Some(Err(error)) => {
            problems.push(named(error, path).into_problem());
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

/// The path of a file below a folder, with `/`; nothing where it lies elsewhere.
pub fn below_folder(path: &Path, folder: &Path) -> Option<String> {
    let (path, folder) = (path.canonicalize().ok()?, folder.canonicalize().ok()?);
    let inside = path.strip_prefix(folder).ok()?;
    let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// Whether a file has the name of a list that `greenroom import` reads.
fn is_list(path: &Path) -> bool {
    const ENDS: [&str; 8] = ["md", "markdown", "mdx", "csv", "tsv", "txt", "html", "htm"];
    let end = path
        .extension()
        .map(|end| end.to_string_lossy().to_ascii_lowercase());
    end.is_some_and(|end| ENDS.contains(&end.as_str()))
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
        assert_eq!(problems[0].what, "There is no such file.");
        assert!(problems[0].hint.starts_with("Look at how"), "{problems:?}");
        let near = list(&folder.path().join("a.tml"), 9).expect_err("no file");
        assert!(near.to_string().ends_with("/a.toml`?"), "{near}");
        let far = list(&folder.path().join("no/a.toml"), 9).expect_err("no folder");
        assert!(far.to_string().contains("is not there either"), "{far}");
    }

    #[test]
    fn a_list_is_no_pack_and_what_makes_one_of_it_is_told() {
        let folder = folder();
        let (found, problems) = names(&folder.path().join("notes.txt"));
        assert!(found.is_empty());
        assert!(problems[0].what.contains("no pack"), "{problems:?}");
        assert!(
            problems[0].hint.starts_with("`greenroom import /"),
            "{problems:?}"
        );
    }

    #[test]
    fn whether_a_file_can_be_made_is_known_before() {
        let folder = folder();
        let at = |name: &str| can_be_made(&folder.path().join(name));
        assert_eq!(at("new.toml"), Ok(()));
        assert!(matches!(at("a.toml"), Err(StoreError::Exists { .. })));
        assert!(matches!(at("in"), Err(StoreError::Exists { .. })));
        assert!(matches!(at("a.toml/b"), Err(StoreError::Failed { .. })));
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

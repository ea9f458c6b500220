//! What can go wrong with a file, in words that say what was kept and what to do.

use std::io::{Error, ErrorKind};

use crate::problem::Problem;

/// What was being done when it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Reading a file or a folder.
    Read,
    /// Writing a file, before anything on the disk was changed.
    Save,
    /// The file was written whole, but the disk did not confirm that it will keep it.
    Confirm,
    /// Moving a file.
    Move,
    /// Removing a file.
    Remove,
}

impl Act {
    const fn done(self) -> &'static str {
        match self {
            Self::Read => "could not be read",
            Self::Save => "could not be saved",
            Self::Confirm => "may not be safe yet",
            Self::Move => "could not be moved",
            Self::Remove => "could not be removed",
        }
    }

    const fn kept(self) -> &'static str {
        match self {
            Self::Read => "Nothing was changed.",
            Self::Save => "The file on the disk is as it was before.",
            Self::Confirm => "The new text was written, but the disk did not confirm it.",
            Self::Move | Self::Remove => "It is still where it was.",
        }
    }
}

/// Why a file could not be read or written. Names are as the user would write them, relative to their folder.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{file} is not there (any more). Nothing was changed.")]
    Missing {
        /// Which file.
        file: String,
    },
    /// There is no such file where the user named one.
    #[error("There is no file {file}. {hint}")]
    Absent {
        /// Which file.
        file: String,
        /// Which one may be meant, or how to name it.
        hint: String,
    },
    /// The name is taken.
    #[error("{file} exists already and was not touched. Choose another name.")]
    Exists {
        /// Which file.
        file: String,
    },
    /// Somebody else changed the file since it was read.
    #[error("{file} was changed by another program since it was opened here. It was not touched.")]
    Conflict {
        /// Which file.
        file: String,
    },
    /// A file of blocks ends in the middle of one.
    #[error(
        "{file} ends in the middle of a block. Run `greenroom repair`; every complete block is kept."
    )]
    Torn {
        /// Which file.
        file: String,
    },
    /// Another studio is writing in the same folder and does not finish.
    #[error(
        "{file} could not be saved: another Greenroom is writing there. Nothing was changed. Try again."
    )]
    Busy {
        /// Which file.
        file: String,
    },
    /// The file is bigger than what is read.
    #[error("{file} is too large: at most {} are read. Split it.", size_words(*.limit))]
    TooLarge {
        /// Which file.
        file: String,
        /// Most bytes.
        limit: u64,
    },
    /// What is to be saved is bigger than what is read.
    #[error(
        "{file} could not be saved: it would be larger than {}, and no more is read. The file on the disk is as it was before. Shorten the text and save again.",
        size_words(*.limit)
    )]
    TooMuch {
        /// Which file.
        file: String,
        /// Most bytes.
        limit: u64,
    },
    /// A link, a pipe, a device, a folder where a file should be.
    #[error("{file} is not a plain file and was not opened. Put a copy of the file there.")]
    NotPlain {
        /// Which file.
        file: String,
    },
    /// Made by a newer version of the program.
    #[error(
        "{file} was made by a newer Greenroom (format {format}, this one knows 1). It can be read but not changed here. Update Greenroom."
    )]
    Newer {
        /// Which file.
        file: String,
        /// The number in the file.
        format: i64,
    },
    /// The file does not hold what it should, so it is not written over.
    #[error("{0}")]
    Broken(Box<Problem>),
    /// A name that leads out of the user's folder, or a removal of something that is never removed.
    #[error("{file} is not a name that may be used here.")]
    Refused {
        /// Which name.
        file: String,
    },
    /// The system tells no home folder.
    #[error("No home folder is known. Name one with --home DIR or set GREENROOM_HOME.")]
    NoHome,
    /// The system refused.
    #[error("{file} {}: {}. {} {}", .act.done(), reason(*.kind, *.code), .act.kept(), advice(*.kind, *.code))]
    Failed {
        /// Which file.
        file: String,
        /// What was being done.
        act: Act,
        /// The kind of error.
        kind: ErrorKind,
        /// The number of the system, if there is one.
        code: Option<i32>,
    },
}

impl StoreError {
    /// Tells what the system said about a file.
    pub fn from_io(file: &str, act: Act, error: &Error) -> Self {
        let file = file.to_owned();
        match error.kind() {
            ErrorKind::NotFound if act != Act::Save => Self::Missing { file },
            ErrorKind::AlreadyExists if act != Act::Confirm => Self::Exists { file },
            kind => Self::Failed {
                file,
                act,
                kind,
                code: error.raw_os_error(),
            },
        }
    }

    /// Which file it is about.
    pub fn file(&self) -> &str {
        match self {
            Self::Missing { file }
            | Self::Absent { file, .. }
            | Self::Exists { file }
            | Self::Conflict { file }
            | Self::Torn { file }
            | Self::Busy { file }
            | Self::TooLarge { file, .. }
            | Self::TooMuch { file, .. }
            | Self::NotPlain { file }
            | Self::Newer { file, .. }
            | Self::Refused { file }
            | Self::Failed { file, .. } => file,
            Self::Broken(problem) => &problem.file,
            Self::NoHome => "",
        }
    }

    /// The same about a file under the name that the user knows it by.
    #[must_use]
    pub fn about(mut self, name: &str) -> Self {
        match &mut self {
            Self::Missing { file }
            | Self::Absent { file, .. }
            | Self::Exists { file }
            | Self::Conflict { file }
            | Self::Torn { file }
            | Self::Busy { file }
            | Self::TooLarge { file, .. }
            | Self::TooMuch { file, .. }
            | Self::NotPlain { file }
            | Self::Newer { file, .. }
            | Self::Refused { file }
            | Self::Failed { file, .. } => name.clone_into(file),
            Self::Broken(problem) => name.clone_into(&mut problem.file),
            Self::NoHome => {}
        }
        self
    }

    /// The same as a problem of that file, for lists of what did not load.
    pub fn into_problem(self) -> Problem {
        match self {
            Self::Broken(problem) => *problem,
            Self::Absent { file, hint } => Problem::in_file(file, "There is no such file.", hint),
            other => {
                let text = other.to_string();
                let said = text
                    .strip_prefix(other.file())
                    .unwrap_or(&text)
                    .trim_start();
                Problem::in_file(other.file(), format!("This file {said}"), "")
            }
        }
    }
}

/// `1 MiB`, or bytes where it is not a round number.
fn size_words(bytes: u64) -> String {
    match bytes {
        b if b >= 1 << 20 && b.is_multiple_of(1 << 20) => format!("{} MiB", b >> 20),
        b => format!("{b} bytes"),
    }
}

/// Numbers of Unix for which the standard library has no kind: `EIO`, `ENFILE`, `EMFILE`.
const EIO: i32 = 5;
const ENFILE: i32 = 23;
const EMFILE: i32 = 24;

fn reason(kind: ErrorKind, code: Option<i32>) -> &'static str {
    match (kind, code) {
        (ErrorKind::StorageFull, _) => "the disk is full",
        (ErrorKind::QuotaExceeded, _) => "your share of the disk is used up",
        (ErrorKind::ReadOnlyFilesystem, _) => "this disk is read-only",
        (ErrorKind::PermissionDenied, _) => "this folder or file is read-only for you",
        (ErrorKind::FileTooLarge, _) => "the file would be larger than this computer allows",
        (ErrorKind::NotADirectory, _) => "a file stands where a folder is needed",
        (ErrorKind::IsADirectory, _) => "it is a folder",
        (ErrorKind::InvalidFilename, _) => "the disk does not take such a name",
        (ErrorKind::NotFound, _) => "its folder is gone",
        (ErrorKind::OutOfMemory, _) => "there is not enough memory",
        (ErrorKind::Interrupted, _) => "the system interrupted it",
        (_, Some(EIO)) if cfg!(unix) => "the disk reports an error",
        (_, Some(ENFILE | EMFILE)) if cfg!(unix) => "too many files are open",
        _ => "the system refused",
    }
}

fn advice(kind: ErrorKind, code: Option<i32>) -> &'static str {
    match (kind, code) {
        (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, _) => "Free some space and save again.",
        (ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied, _) => {
            "Make it writable, or name another folder with --home."
        }
        (ErrorKind::FileTooLarge, _) => "Raise the limit (ulimit -f) and save again.",
        (_, Some(EIO)) if cfg!(unix) => {
            "Check the disk, and save again somewhere else if it stays."
        }
        (_, Some(ENFILE | EMFILE)) if cfg!(unix) => "Close some programs and try again.",
        _ => "Try again; `greenroom doctor` looks at the folder.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: ErrorKind, act: Act) -> String {
        StoreError::from_io("journal/2026/a.toml", act, &kind.into()).to_string()
    }

    #[test]
    fn a_full_disk_is_told_in_plain_words_with_what_was_kept_and_what_to_do() {
        assert_eq!(
            of(ErrorKind::StorageFull, Act::Save),
            "journal/2026/a.toml could not be saved: the disk is full. \
             The file on the disk is as it was before. Free some space and save again."
        );
        let rofs = of(ErrorKind::ReadOnlyFilesystem, Act::Save);
        assert!(rofs.contains("this disk is read-only"), "{rofs}");
    }

    #[test]
    #[cfg(unix)]
    fn errors_without_a_kind_of_their_own_are_told_by_their_number() {
        let text =
            |code| StoreError::from_io("a", Act::Save, &Error::from_raw_os_error(code)).to_string();
        assert!(text(EIO).contains("the disk reports an error"));
        assert!(text(EMFILE).contains("too many files are open"));
    }

    #[test]
    fn a_problem_names_the_file_once() {
        let error = StoreError::TooLarge {
            file: "packs/a.toml".into(),
            limit: 1 << 20,
        };
        assert_eq!(
            error.into_problem().to_string().trim(),
            "packs/a.toml: This file is too large: at most 1 MiB are read. Split it."
        );
    }
}

//! The few steps on absolute paths of which every durable write is made.
//!
//! A new text is written to a temporary file in the same folder, forced to the disk, then given its name, and
//! the folder is forced to the disk too. Without the last two steps a save survives a kill but not a power
//! cut. After a failed `fsync` the system may have dropped what it could not write and report success the
//! next time, so the same file is never tried again: a new attempt begins with a new temporary file.

use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempPath;

use super::layout;

/// How long another studio may take in the same folder (a slow disk needs seconds for one `fsync`).
const LOCK_TRIES: u32 = 2_500;
const LOCK_PAUSE: Duration = Duration::from_millis(2);

/// Makes a folder and those above it, private, each kept by the disk.
///
/// # Errors
///
/// What the system says; a folder that the disk did not confirm is taken away again, so that a later call
/// does not trust it.
pub fn make_folders(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent() {
        make_folders(above)?;
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            // Another studio was faster, or a file has the name.
            let fine = folder.is_dir();
            return if fine {
                Ok(())
            } else {
                Err(io::ErrorKind::NotADirectory.into())
            };
        }
        other => other?,
    }
    let above = folder.parent().unwrap_or(folder);
    let confirmed = Folder::open(above).and_then(|above| above.sync());
    if confirmed.is_err() {
        let _ = fs::remove_dir(folder);
    }
    confirmed
}

/// A folder held open: to lock it among studios and to force its names to the disk.
#[derive(Debug)]
pub struct Folder(Option<File>);

impl Folder {
    /// Opens a folder without a lock.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn open(path: &Path) -> io::Result<Self> {
        if cfg!(unix) {
            File::open(path).map(|file| Self(Some(file)))
        } else {
            Ok(Self(None))
        }
    }

    /// Opens a folder and waits until no other studio writes in it; a dead one never holds it.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::ResourceBusy`] after five seconds, and what the system says.
    pub fn lock(path: &Path) -> io::Result<Self> {
        let folder = Self::open(path)?;
        let Some(file) = &folder.0 else {
            return Ok(folder);
        };
        for _ in 0..LOCK_TRIES {
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_PAUSE),
                // Some network disks know no locks: the comparison before the rename has to do.
                Ok(()) | Err(TryLockError::Error(_)) => return Ok(folder),
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// Forces the names in the folder to the disk.
    ///
    /// # Errors
    ///
    /// What the system says; disks that cannot do this for folders count as done.
    pub fn sync(&self) -> io::Result<()> {
        match self.0.as_ref().map_or(Ok(()), File::sync_all) {
            Err(e) if e.kind() == io::ErrorKind::InvalidInput => Ok(()),
            other => other,
        }
    }
}

/// Whether a file is open in a studio.
#[derive(Debug)]
pub enum Held {
    /// In this one, as long as this is kept.
    Here(File),
    /// In none, as far as this disk can tell.
    Free,
    /// In another one.
    Elsewhere,
}

/// Holds a file without a wait. Only where a lock keeps nobody from writing.
pub fn hold(path: &Path) -> Held {
    let Some(file) = cfg!(unix).then(|| File::open(path).ok()).flatten() else {
        return Held::Free;
    };
    match file.try_lock() {
        Ok(()) => Held::Here(file),
        Err(TryLockError::WouldBlock) => Held::Elsewhere,
        Err(TryLockError::Error(_)) => Held::Free,
    }
}

/// Writes a temporary file beside `target` and forces it to the disk; dropping it removes it.
///
/// # Errors
///
/// What the system says; nothing is left behind then.
pub fn stage(target: &Path, bytes: &[u8], like: Option<&Metadata>) -> io::Result<TempPath> {
    let folder = target.parent().unwrap_or(target);
    let name: String = target
        .file_name()
        .map(|n| n.to_string_lossy().chars().take(48).collect())
        .unwrap_or_default();
    let start = layout::temporary_start(&name, std::process::id());
    let mut builder = tempfile::Builder::new();
    builder
        .prefix(&start)
        .suffix(layout::TEMPORARY_END)
        .rand_bytes(6);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600));
    let mut temp = builder.tempfile_in(folder)?;
    temp.write_all(bytes)?;
    if let Some(like) = like {
        keep_owner_and_mode(temp.as_file(), like);
    }
    temp.as_file().sync_all()?;
    Ok(temp.into_temp_path())
}

/// Gives a new file the owner and mode of the old one. What the system refuses stays as private as it was
/// made: the text matters more.
fn keep_owner_and_mode(file: &File, like: &Metadata) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        let Ok(meta) = file.metadata() else { return };
        if (meta.uid(), meta.gid()) != (like.uid(), like.gid()) {
            let _ = fchown(file, Some(like.uid()), Some(like.gid()));
        }
        if meta.permissions() != like.permissions() {
            let _ = file.set_permissions(like.permissions());
        }
    }
    #[cfg(not(unix))]
    let _ = (file, like);
}

/// Gives a staged file its name, in the place of what stands there.
///
/// # Errors
///
/// What the system says; the old file is whole then.
pub fn put_over(temp: TempPath, target: &Path) -> io::Result<()> {
    temp.persist(target).map_err(|e| e.error)
}

/// Gives a staged file its name unless something has it.
///
/// # Errors
///
/// [`io::ErrorKind::AlreadyExists`], and what the system says.
pub fn put_new(temp: TempPath, target: &Path) -> io::Result<()> {
    rename_new(&temp, target)?;
    // Its old name is gone: there is nothing left to remove.
    temp.keep().map(drop).map_err(|e| e.error)
}

/// Renames a file, never over another one.
///
/// # Errors
///
/// [`io::ErrorKind::AlreadyExists`], and what the system says.
pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {}
            other => return other.map_err(io::Error::from),
        }
    }
    // A hard link never replaces; disks without links leave a moment in which somebody else may take the name.
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Err(e),
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

/// The file that a path really names, links followed; the path itself where nothing is yet.
///
/// # Errors
///
/// What the system says, such as a link that leads nowhere.
pub fn resolve(path: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_symlink() => fs::canonicalize(path),
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
        Ok(_) | Err(_) => Ok(path.to_owned()),
    }
}

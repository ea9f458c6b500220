//! Looking at what is on the disk: opening without waiting or being led away, reading, listing.

use std::fs::{self, File, Metadata, OpenOptions};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, Read as _};
use std::path::Path;

use super::{Item, ItemKind, Sight, layout};

/// Opens a regular file for reading; a pipe or a device is refused and never waited for.
///
/// # Errors
///
/// [`io::ErrorKind::InvalidInput`] when it is not a regular file, or a link and `links` is off.
pub fn open_plain(path: &Path, links: bool) -> io::Result<(File, Metadata)> {
    let seen = if links {
        fs::metadata(path)?
    } else {
        fs::symlink_metadata(path)?
    };
    if !seen.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        let mut flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        if !links {
            flags |= OFlags::NOFOLLOW;
        }
        options.custom_flags(flags.bits().cast_signed());
    }
    // It may have become something else between the look and the opening.
    let file = options.open(path)?;
    let meta = file.metadata()?;
    if meta.is_file() {
        Ok((file, meta))
    } else {
        Err(io::ErrorKind::InvalidInput.into())
    }
}

/// Reads a file whose size was checked; one that grows meanwhile is cut at `limit` and refused.
///
/// # Errors
///
/// [`io::ErrorKind::FileTooLarge`] beyond `limit`, and what the system says.
pub fn read_all(file: File, size: u64, limit: u64) -> io::Result<Vec<u8>> {
    if size > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Time of the last change as seconds and nanoseconds since 1970.
pub fn modified(meta: &Metadata) -> Option<(i64, u32)> {
    let time = meta.modified().ok()?;
    match time.duration_since(std::time::UNIX_EPOCH) {
        Ok(after) => Some((i64::try_from(after.as_secs()).ok()?, after.subsec_nanos())),
        Err(before) => Some((-i64::try_from(before.duration().as_secs()).ok()?, 0)),
    }
}

/// What is known of a regular file without opening it; nothing for a link, and where the system does not tell it.
pub fn sight(path: &Path) -> Option<Sight> {
    let meta = fs::symlink_metadata(path).ok()?;
    let modified = modified(&meta)?;
    #[cfg(unix)]
    let changed = std::os::unix::fs::MetadataExt::ctime(&meta);
    #[cfg(not(unix))]
    let changed = modified.0;
    meta.is_file().then_some(Sight {
        size: meta.len(),
        modified,
        changed,
    })
}

/// How many of the newest years of the journal are looked at file by file; in older ones files only come and go.
const YEARS: usize = 2;

/// What the user's files look like from outside: names, sizes and times. Equal as long as nobody changed them.
pub fn pulse(root: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    for folder in [""].into_iter().chain(layout::FLAT) {
        outsides(&root.join(folder), &mut hasher);
    }
    for (folder, looked) in [(layout::JOURNAL, YEARS), (layout::PRACTICE, 0)] {
        let folder = root.join(folder);
        outsides(&folder, &mut hasher);
        let mut years = names(&folder).unwrap_or_default();
        years.retain(|item| item.kind == ItemKind::Folder && !item.name.starts_with('.'));
        years.sort_by(|a, b| b.name.cmp(&a.name));
        for (n, year) in years.iter().enumerate() {
            let year = folder.join(&year.name);
            if n < looked {
                outsides(&year, &mut hasher);
            } else {
                for file in shown(&year) {
                    file.name.hash(&mut hasher);
                }
            }
        }
    }
    hasher.finish()
}

/// The files of a folder by name, without those that are only being written or belong to the program alone.
fn shown(folder: &Path) -> Vec<Item> {
    let mut files = names(folder).unwrap_or_default();
    files.retain(|item| {
        let passing = item.name.starts_with('.') || item.name.ends_with(layout::TEMPORARY_END);
        item.kind != ItemKind::Folder && !passing
    });
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// Names, sizes and times of the files in a folder.
fn outsides(folder: &Path, hasher: &mut DefaultHasher) {
    for file in shown(folder) {
        let meta = fs::metadata(folder.join(&file.name)).ok();
        let outside = meta.map(|meta| (meta.len(), modified(&meta)));
        (file.name, outside).hash(hasher);
    }
}

/// The names in a folder with what they stand for, in no order.
///
/// # Errors
///
/// What the system says.
#[cfg(unix)]
pub fn names(folder: &Path) -> io::Result<Vec<Item>> {
    use rustix::fs::{AtFlags, Dir, FileType, OFlags, statat};
    use std::os::unix::fs::OpenOptionsExt as _;
    // The standard library panics when the disk fails at closing a folder. A pipe is not waited for.
    let only_folders = OFlags::DIRECTORY.bits().cast_signed();
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(only_folders)
        .open(folder)?;
    let mut items = Vec::new();
    for entry in Dir::read_from(&file)? {
        let entry = entry?;
        let name = entry.file_name();
        if matches!(name.to_bytes(), b"." | b"..") {
            continue;
        }
        let kind = match entry.file_type() {
            // Some disks do not say it in the list.
            FileType::Unknown => statat(&file, name, AtFlags::SYMLINK_NOFOLLOW)
                .map_or(FileType::Unknown, |stat| {
                    FileType::from_raw_mode(stat.st_mode)
                }),
            known => known,
        };
        items.push(Item {
            name: name.to_string_lossy().into_owned(),
            kind: match kind {
                FileType::RegularFile => ItemKind::File,
                FileType::Directory => ItemKind::Folder,
                FileType::Symlink => ItemKind::Link,
                _ => ItemKind::Other,
            },
        });
    }
    Ok(items)
}

/// The names in a folder with what they stand for, in no order.
///
/// # Errors
///
/// What the system says.
#[cfg(not(unix))]
pub fn names(folder: &Path) -> io::Result<Vec<Item>> {
    let mut items = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = match entry.file_type() {
            Ok(kind) if kind.is_file() => ItemKind::File,
            Ok(kind) if kind.is_dir() => ItemKind::Folder,
            Ok(kind) if kind.is_symlink() => ItemKind::Link,
            _ => ItemKind::Other,
        };
        items.push(Item {
            name: entry.file_name().to_string_lossy().into_owned(),
            kind,
        });
    }
    Ok(items)
}

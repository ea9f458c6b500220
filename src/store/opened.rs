//! A file that is read piece by piece.

use std::borrow::Cow;
use std::fs::{File, Metadata};
use std::ops::Range;
use std::os::unix::fs::FileExt as _;

use crate::domain::library::Pile;

/// A file that was opened to be read piece by piece. It stays the same when another takes its name.
#[derive(Debug)]
pub struct Opened {
    file: File,
    len: usize,
}

impl Opened {
    /// The file with what was said of it when it was opened.
    pub fn new(file: File, meta: &Metadata) -> Self {
        let len = usize::try_from(meta.len()).unwrap_or(usize::MAX);
        Self { file, len }
    }
}

impl Pile for Opened {
    fn size(&self) -> usize {
        self.len
    }

    fn piece(&self, at: Range<usize>) -> Option<Cow<'_, [u8]>> {
        // A length that somebody made up takes no room.
        let fits = at.start <= at.end && at.end <= self.len;
        let mut bytes = fits.then(|| vec![0; at.len()])?;
        let start = u64::try_from(at.start).ok()?;
        self.file.read_exact_at(&mut bytes, start).ok()?;
        Some(Cow::Owned(bytes))
    }
}

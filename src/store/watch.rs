//! Waits until somebody changes the user's folder, where the system can tell: nothing wakes up while nothing changes.

use std::path::Path;

#[cfg(target_os = "linux")]
pub use told::Watch;

/// A watch on the user's folder and that of the settings; `None` where the system cannot tell, or will not.
#[cfg(target_os = "linux")]
pub fn over(root: &Path, settings: &Path) -> Option<Watch> {
    Watch::over(root, settings).ok()
}

/// Systems that cannot tell it in this way.
#[cfg(not(target_os = "linux"))]
pub enum Watch {}

/// A watch on the user's folder; there is none on this system.
#[cfg(not(target_os = "linux"))]
pub fn over(_root: &Path, _settings: &Path) -> Option<Watch> {
    None
}

#[cfg(not(target_os = "linux"))]
impl Watch {
    /// Waits until something changed.
    pub fn wait(&mut self) -> bool {
        match *self {}
    }
}

#[cfg(target_os = "linux")]
mod told {
    use std::fs::File;
    use std::io::{self, Read as _};
    use std::path::{Path, PathBuf};

    use rustix::fs::inotify::{self, CreateFlags, WatchFlags};

    use crate::store::{ItemKind, layout, looking};

    /// A watch on the user's folder.
    pub struct Watch {
        root: PathBuf,
        told: File,
    }

    impl Watch {
        pub(super) fn over(root: &Path, settings: &Path) -> io::Result<Self> {
            let told = File::from(inotify::init(CreateFlags::CLOEXEC)?);
            let watch = Self {
                root: root.to_owned(),
                told,
            };
            watch.add(root)?;
            // It may be the same folder, or not be there at all.
            drop(watch.add(settings));
            watch.add_folders();
            Ok(watch)
        }

        /// Waits, however long, until something changed; `false` when the system cannot tell any more.
        pub fn wait(&mut self) -> bool {
            let mut told = [0; 4096];
            let changed = self.told.read(&mut told).is_ok_and(|read| read > 0);
            // A new year, or the first entry at all, has a folder of its own.
            self.add_folders();
            changed
        }

        fn add(&self, folder: &Path) -> io::Result<()> {
            let what = WatchFlags::CREATE
                | WatchFlags::DELETE
                | WatchFlags::MOVE
                | WatchFlags::CLOSE_WRITE
                | WatchFlags::ONLYDIR;
            inotify::add_watch(&self.told, folder, what)?;
            Ok(())
        }

        /// Folders that are not there are watched once they are.
        fn add_folders(&self) {
            for folder in layout::FLAT {
                drop(self.add(&self.root.join(folder)));
            }
            for folder in [layout::JOURNAL, layout::PRACTICE] {
                let folder = self.root.join(folder);
                drop(self.add(&folder));
                for item in looking::names(&folder).unwrap_or_default() {
                    if item.kind == ItemKind::Folder {
                        drop(self.add(&folder.join(item.name)));
                    }
                }
            }
        }
    }
}

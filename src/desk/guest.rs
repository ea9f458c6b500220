//! A friend who practices at this computer, in a home of their own that lies in the user's.

use std::path::PathBuf;

/// Whose home is open, and which one it lies in.
#[derive(Debug, Clone)]
pub struct Guest {
    /// What they are called.
    pub name: String,
    /// The user's own folder.
    pub own_home: PathBuf,
    /// Its name, where it is not the usual one.
    pub own_folder: Option<String>,
}

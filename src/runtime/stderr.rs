//! Standard error, put aside while the terminal shows a page.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::io::fcntl_dupfd_cloexec;
use rustix::stdio::{dup2_stderr, stderr};

/// An open file that takes what is written.
pub type Log = OwnedFd;

/// Standard error as it was at first.
static FIRST: OnceLock<OwnedFd> = OnceLock::new();
static DIVERTED: AtomicBool = AtomicBool::new(false);

/// Sends standard error to a log.
///
/// # Errors
/// When there are no more files to be had.
pub fn divert(log: &Log) -> io::Result<()> {
    if FIRST.get().is_none() {
        // Above the three that programs expect to be something else.
        let first = fcntl_dupfd_cloexec(stderr(), 3)?;
        let _ = FIRST.set(first);
    }
    dup2_stderr(log)?;
    DIVERTED.store(true, Ordering::SeqCst);
    Ok(())
}

/// Gives standard error back, if it was diverted.
pub fn bring_back() {
    if DIVERTED.swap(false, Ordering::SeqCst)
        && let Some(first) = FIRST.get()
    {
        let _ = dup2_stderr(first);
    }
}

/// Whether it goes to a log now.
pub fn is_diverted() -> bool {
    DIVERTED.load(Ordering::SeqCst)
}

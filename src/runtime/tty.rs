//! Raw access to the terminal: whole writes, its size, and whether it gives keys or lines.

use std::io;
#[cfg(unix)]
use std::sync::{Mutex, PoisonError};

#[cfg(unix)]
use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};

/// What a terminal has that does not tell its size, as serial lines do not.
const UNKNOWN: (u16, u16) = (80, 24);

/// Writes all bytes, past every buffer and lock of the standard library.
///
/// A lock would be fatal here: the last words must get out even when the thread that draws is stuck.
///
/// # Errors
/// When the terminal is gone.
#[cfg(unix)]
pub fn write(mut bytes: &[u8]) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    let out = rustix::stdio::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(out, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(n) => bytes = bytes.get(n..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Somebody who shares the terminal has made it non-blocking.
            Err(Errno::AGAIN) => {
                let _ = poll(&mut [PollFd::new(&out, PollFlags::OUT)], None);
            }
            Err(e) => return Err(e.into()),
        }
    }
    Ok(())
}

/// Writes all bytes.
///
/// # Errors
/// When the terminal is gone.
#[cfg(not(unix))]
pub fn write(bytes: &[u8]) -> io::Result<()> {
    use std::io::Write as _;

    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Columns and rows.
pub fn size() -> (u16, u16) {
    let (width, height) = told().unwrap_or((0, 0));
    let known = |told: u16, else_: u16| if told == 0 { else_ } else { told };
    (known(width, UNKNOWN.0), known(height, UNKNOWN.1))
}

/// What the terminal says; crossterm would start `tput` where it says nothing.
#[cfg(unix)]
fn told() -> Option<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
    Some((size.ws_col, size.ws_row))
}

#[cfg(not(unix))]
fn told() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok()
}

/// How the terminal was set before it was taken key by key.
#[cfg(unix)]
static FOUND: Mutex<Option<Termios>> = Mutex::new(None);

/// Has the terminal give each key at once and show none of them; Ctrl+C and Ctrl+Z are keys, too. `true` where it gave
/// whole lines until now.
///
/// # Errors
/// When it cannot be set so.
#[cfg(unix)]
pub fn key_by_key() -> io::Result<bool> {
    const NONE: u8 = 0;
    let keys = rustix::stdio::stdin();
    let mut modes = tcgetattr(keys)?;
    if !modes.local_modes.contains(LocalModes::ICANON) {
        return Ok(false);
    }
    let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    found.get_or_insert_with(|| modes.clone());
    modes
        .local_modes
        .remove(LocalModes::ICANON | LocalModes::ECHO);
    for (code, value) in [
        (SpecialCodeIndex::VMIN, 1),
        (SpecialCodeIndex::VTIME, 0),
        (SpecialCodeIndex::VINTR, NONE),
        (SpecialCodeIndex::VQUIT, NONE),
        (SpecialCodeIndex::VSUSP, NONE),
    ] {
        modes.special_codes[code] = value;
    }
    tcsetattr(keys, OptionalActions::Now, &modes)?;
    Ok(true)
}

/// Sets the terminal as it was before [`key_by_key`].
#[cfg(unix)]
pub fn as_found() {
    let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(modes) = found.take() {
        // On the way out nothing can be done about a terminal that is gone.
        let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &modes);
    }
}

/// Nothing was set.
#[cfg(not(unix))]
pub const fn as_found() {}

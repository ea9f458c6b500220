//! Raw access to the terminal behind standard output: whole writes, and its size.

use std::io;

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

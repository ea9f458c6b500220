//! The stand-in where there are no signals: nothing to watch, no shell to stop for.

use std::io;
use std::process::Child;
use std::sync::mpsc::Sender;

use super::incoming::Incoming;
use super::screen::Screen;

/// There is no such limit.
///
/// # Errors
/// Never.
pub fn outlive_file_limits() -> io::Result<()> {
    Ok(())
}

/// Watches nothing.
///
/// # Errors
/// Never.
pub fn watch<T>(_to: Sender<T>) -> io::Result<()>
where
    T: From<Vec<Incoming>> + Send + 'static,
{
    Ok(())
}

/// Waits for a program that has the terminal; whether it ended well.
///
/// # Errors
/// When it cannot be waited for.
pub fn outlast(child: &mut Child) -> io::Result<bool> {
    Ok(child.wait()?.success())
}

/// Does not stop: there is no shell with job control.
///
/// # Errors
/// Never.
pub fn suspend(_screen: &mut Screen) -> io::Result<bool> {
    Ok(false)
}

//! Signals as messages, and stopping as a shell expects it.

use std::io;
use std::process::{self, Child};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::io::Errno;
use rustix::process::{
    Pid, Signal, WaitOptions, getpgrp, getsid, kill_current_process_group, kill_process, waitpid,
};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;

use super::incoming::Incoming;
use super::screen::{self, Screen};
use super::tty;
use super::voice::child;

/// What the shell shows then.
const STOPPED: &[u8] = b"greenroom is stopped. Type fg to come back.\r\n";

/// How long the loop has to save and leave before it is made to; a window that was closed must not leave a
/// process behind.
const GRACE: Duration = Duration::from_millis(1500);

/// Has a limit on the size of files fail a write, which is told, instead of ending the program.
///
/// # Errors
/// When the handler cannot be installed.
pub fn outlive_file_limits() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))).map(drop)
}

/// Sends every signal that matters as a message, from a thread that sleeps in between.
///
/// # Errors
/// When the handlers cannot be installed.
pub fn watch<T>(to: Sender<T>) -> io::Result<()>
where
    T: From<Vec<Incoming>> + Send + 'static,
{
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP, SIGWINCH])?;
    let listen = move || {
        for signal in signals.forever() {
            let (message, end) = match signal {
                SIGWINCH => (Incoming::Resized, None),
                SIGCONT => (Incoming::Continued, None),
                SIGTSTP => (Incoming::Suspend, None),
                _ => (Incoming::Stop(128 + signal), Some(128 + signal)),
            };
            let sent = to.send(vec![message].into());
            if let Some(status) = end {
                insist(status);
            }
            if sent.is_err() {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(listen)?;
    Ok(())
}

/// Sets the terminal as it was found when the process is told to end, from a thread that sleeps until then.
///
/// # Errors
/// When the handlers cannot be installed.
pub fn give_back() -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
    let listen = move || {
        if let Some(signal) = signals.forever().next() {
            tty::as_found();
            child::end_all();
            process::exit(128 + signal);
        }
    };
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(listen)?;
    Ok(())
}

/// Ends the process when the loop has not done so by itself: it may be stuck in a slow disk or a dead terminal.
pub(super) fn insist(status: i32) {
    thread::sleep(GRACE);
    screen::restore();
    child::end_all();
    process::exit(status);
}

/// Gives the terminal to the shell and stops until `fg`; `false` where there is no shell to go back to.
///
/// The whole process group is stopped, since a program that started this one (`cargo run`) would otherwise
/// keep the shell waiting.
///
/// # Errors
/// When the terminal cannot be taken again.
pub fn suspend(screen: &mut Screen) -> io::Result<bool> {
    if !has_shell() {
        return Ok(false);
    }
    screen.leave();
    tty::write(STOPPED)?;
    kill_current_process_group(Signal::STOP)?;
    screen.enter_again()?;
    Ok(true)
}

/// The same where nothing but lines is shown: the shell has the terminal as it was found.
///
/// # Errors
/// When the process cannot be stopped.
pub fn stop() -> io::Result<bool> {
    if !has_shell() {
        return Ok(false);
    }
    tty::as_found();
    tty::write(b"\n")?;
    tty::write(STOPPED)?;
    kill_current_process_group(Signal::STOP)?;
    Ok(true)
}

/// Waits for a program that has the terminal; whether it ended well.
///
/// When it stops, as Ctrl+Z has most editors do, this program stops with it, and `fg` leads back into it. Where there is
/// no shell to go to, it goes on at once.
///
/// # Errors
/// When it cannot be waited for.
pub fn outlast(child: &mut Child) -> io::Result<bool> {
    let pid = Pid::from_child(child);
    loop {
        match waitpid(Some(pid), WaitOptions::UNTRACED) {
            Ok(Some((_, status))) if status.stopped() && has_shell() => {
                kill_current_process_group(Signal::STOP)?;
            }
            Ok(Some((_, status))) if status.stopped() => kill_process(pid, Signal::CONT)?,
            Ok(Some((_, status))) => return Ok(status.exit_status() == Some(0)),
            Ok(None) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Whether a shell with job control runs us: it gives each job a process group of its own, and is not in it.
///
/// Stopped without one, the program could never be continued.
fn has_shell() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

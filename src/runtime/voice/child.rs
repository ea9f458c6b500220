//! A program that sounds: started without a terminal and without a shell, ended with all that it started, and never
//! left behind.

use std::io;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Those that run. Static, because the panic hook and the last resort of a signal must end them, too.
static RUNNING: Mutex<Vec<Running>> = Mutex::new(Vec::new());

/// A program that runs; a clone is the same one.
#[derive(Debug, Clone)]
pub struct Running(Arc<Mutex<Process>>);

/// A program as a process of the system.
#[derive(Debug)]
struct Process {
    child: Child,
    /// Nobody waits for it any more: its number may be that of another one by now.
    over: bool,
}

/// What is connected to the program; all else is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// Its output comes in.
    Output,
    /// A text goes in.
    Input,
    /// Nothing.
    Neither,
}

impl Running {
    /// Starts a program.
    ///
    /// # Errors
    /// What the system says.
    pub fn start(words: &[String], ends: Ends) -> io::Result<Self> {
        let (program, arguments) = words.split_first().ok_or(io::ErrorKind::InvalidInput)?;
        let piped = |is: bool| if is { Stdio::piped() } else { Stdio::null() };
        let mut command = Command::new(program);
        command
            .args(arguments)
            .stdin(piped(ends == Ends::Input))
            .stdout(piped(ends == Ends::Output))
            .stderr(Stdio::null());
        apart(&mut command);
        let child = command.spawn()?;
        let running = Self(Arc::new(Mutex::new(Process { child, over: false })));
        all().push(running.clone());
        Ok(running)
    }

    fn process(&self) -> MutexGuard<'_, Process> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What it writes; once only.
    pub fn output(&self) -> Option<ChildStdout> {
        self.process().child.stdout.take()
    }

    /// Where it reads; once only.
    pub fn input(&self) -> Option<ChildStdin> {
        self.process().child.stdin.take()
    }

    /// Ends it, with what it has started.
    pub fn end(&self) {
        let mut process = self.process();
        if !std::mem::replace(&mut process.over, true) {
            end_all_of(&process.child);
            drop(process.child.kill());
            drop(process.child.wait());
        }
    }

    /// Waits until it has ended by itself or was ended; whether it went well.
    pub fn outlast(&self) -> bool {
        loop {
            // Not held while it runs, so that it can be ended meanwhile.
            let ended = self.process().ended();
            match ended {
                Some(well) => {
                    all().retain(|other| !Arc::ptr_eq(&other.0, &self.0));
                    return well;
                }
                None => thread::sleep(NOW_AND_THEN),
            }
        }
    }
}

impl Process {
    /// Whether it went well, once it has ended.
    fn ended(&mut self) -> Option<bool> {
        let well = match self.child.try_wait() {
            Ok(None) => return None,
            Ok(Some(status)) => status.success(),
            Err(_) => false,
        };
        self.over = true;
        Some(well)
    }
}

/// How often it is looked whether a program has ended; nobody hears the difference.
const NOW_AND_THEN: Duration = Duration::from_millis(50);

fn all() -> MutexGuard<'static, Vec<Running>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends whatever still runs.
pub fn end_all() {
    let running = std::mem::take(&mut *all());
    running.iter().for_each(Running::end);
}

/// In a group of its own, so that all it starts can be ended with it.
#[cfg(unix)]
fn apart(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn apart(_: &mut Command) {}

#[cfg(unix)]
fn end_all_of(child: &Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
}

#[cfg(not(unix))]
fn end_all_of(_: &Child) {}

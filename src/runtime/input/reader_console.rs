//! The thread that waits for keys where the system reports them itself (Windows).

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};

use super::burst::Burst;
use super::console;
use super::gate::Gate;
use crate::runtime::clock::Clock;
use crate::runtime::incoming::Incoming;

/// How often the thread looks whether it is to be parked; the console offers no way to wake it.
const LOOK: Duration = Duration::from_millis(100);

/// How often it looks whether the loop has caught up with a flood of keys.
const CATCH_UP: Duration = Duration::from_millis(5);

/// Events after which a batch is delivered even if more is there.
const BATCH: usize = 4096;

/// The loop's end of the thread.
#[derive(Debug)]
pub struct Reader {
    park: Arc<AtomicBool>,
    parked: Receiver<()>,
    gate: Gate,
}

impl Reader {
    /// Starts reading; what comes in is sent in batches, everything that was there at once.
    ///
    /// # Errors
    /// When there is no thread to be had.
    pub fn start<T>(clock: Clock, to: Sender<T>) -> io::Result<Self>
    where
        T: From<Vec<Incoming>> + Send + 'static,
    {
        let park = Arc::new(AtomicBool::new(false));
        let (answer, parked) = mpsc::channel();
        let asked = Arc::clone(&park);
        let gate = Gate::default();
        let ahead = gate.clone();
        let read = move || {
            let mut burst = Burst::default();
            loop {
                if asked.load(Ordering::SeqCst) {
                    if answer.send(()).is_err() {
                        return;
                    }
                    while asked.load(Ordering::SeqCst) {
                        thread::sleep(LOOK);
                    }
                }
                if ahead.is_shut() {
                    thread::sleep(CATCH_UP);
                    continue;
                }
                let Ok(batch) = batch(clock, &mut burst) else {
                    return;
                };
                ahead.sent(batch.len());
                if !batch.is_empty() && to.send(batch.into()).is_err() {
                    return;
                }
            }
        };
        thread::Builder::new()
            .name("input".to_owned())
            .spawn(read)?;
        Ok(Self { park, parked, gate })
    }

    /// Says that the loop has taken so many events; a reader that was too far ahead reads on.
    pub fn took(&self, events: usize) {
        self.gate.took(events);
    }

    /// Leaves the console to another program; returns when nothing is read any more.
    pub fn park(&self) {
        self.park.store(true, Ordering::SeqCst);
        // Without a thread there is nobody to wait for.
        let _ = self.parked.recv();
    }

    /// Reads again.
    pub fn resume(&self) {
        self.park.store(false, Ordering::SeqCst);
    }
}

/// Everything that is there now, or comes while the thread looks.
fn batch(clock: Clock, burst: &mut Burst) -> io::Result<Vec<Incoming>> {
    let (mut parsed, mut out) = (Vec::new(), Vec::new());
    let due = burst.deadline().map(|at| at.since(clock.mono()));
    let mut wait = due.unwrap_or(LOOK);
    while event::poll(wait)? {
        wait = Duration::ZERO;
        if parsed.len() >= BATCH {
            break;
        }
        match event::read()? {
            Event::Resize(..) => out.push(Incoming::Resized),
            event => parsed.extend(console::parsed(event)),
        }
    }
    if parsed.is_empty() {
        burst.flush(&mut out);
    } else {
        burst.feed(parsed, clock.mono(), &mut out);
    }
    Ok(out)
}

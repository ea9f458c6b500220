//! The thread that waits for the terminal.
//!
//! It sleeps in `poll` until there is something to read, a sequence has waited long enough, or the loop wants
//! something of it. It reads only what is there, so it can be parked at any moment, and it notices a terminal
//! that is gone instead of reading nothing from it forever.

use std::io::{self, PipeReader, PipeWriter, Read as _, Write as _};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::burst::Burst;
use super::gate::Gate;
use super::parse::Parser;
use crate::domain::time::Mono;
use crate::runtime::clock::Clock;
use crate::runtime::incoming::Incoming;
use crate::runtime::signals;

/// Bytes read at once; a terminal's own queue holds 4096.
const CHUNK: usize = 16 * 1024;
/// Bytes after which a batch is delivered even if more is there: the loop draws between batches, and a key of a flood
/// takes more memory than a byte.
const BATCH: usize = 4096;
/// What a shell reports for a program whose terminal went away: 128 and SIGHUP.
const HUNG_UP: i32 = 129;

/// The loop's end of the thread.
#[derive(Debug)]
pub struct Reader {
    bell: PipeWriter,
    orders: Sender<Order>,
    parked: Receiver<()>,
    gate: Gate,
}

/// What the loop wants of the thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// Leave the terminal to somebody else.
    Park,
    /// Go on.
    Resume,
}

impl Reader {
    /// Starts reading; what comes in is sent in batches, everything that was there at once.
    ///
    /// # Errors
    /// When there is no thread or pipe to be had.
    pub fn start<T>(clock: Clock, to: Sender<T>) -> io::Result<Self>
    where
        T: From<Vec<Incoming>> + Send + 'static,
    {
        let (wake, bell) = io::pipe()?;
        let (orders, taken) = mpsc::channel();
        let (answer, parked) = mpsc::channel();
        let gate = Gate::default();
        let mut waiter = Waiter {
            clock,
            gate: gate.clone(),
            wake,
            orders: taken,
            answer,
            is_parked: false,
            parser: Parser::default(),
            burst: Burst::default(),
            last: Mono::default(),
        };
        let read = move || {
            loop {
                match waiter.next() {
                    Ok(batch) if batch.is_empty() => {}
                    Ok(batch) => {
                        waiter.gate.sent(batch.len());
                        if to.send(batch.into()).is_err() {
                            return;
                        }
                    }
                    Err(End::Dropped) => return,
                    Err(End::HungUp) => break,
                }
            }
            let _ = to.send(vec![Incoming::Stop(HUNG_UP)].into());
            signals::insist(HUNG_UP);
        };
        thread::Builder::new()
            .name("input".to_owned())
            .spawn(read)?;
        Ok(Self {
            bell,
            orders,
            parked,
            gate,
        })
    }

    /// Says that the loop has taken so many events; a reader that was too far ahead reads on.
    pub fn took(&self, events: usize) {
        if self.gate.took(events) {
            let _ = (&self.bell).write_all(&[0]);
        }
    }

    /// Leaves the terminal to another program; returns when nothing is read any more.
    pub fn park(&self) {
        self.order(Order::Park);
        // Without a thread there is nobody to wait for.
        let _ = self.parked.recv();
    }

    /// Reads again.
    pub fn resume(&self) {
        self.order(Order::Resume);
    }

    fn order(&self, order: Order) {
        if self.orders.send(order).is_ok() {
            let _ = (&self.bell).write_all(&[0]);
        }
    }
}

/// The thread's end.
struct Waiter {
    clock: Clock,
    gate: Gate,
    wake: PipeReader,
    orders: Receiver<Order>,
    answer: Sender<()>,
    is_parked: bool,
    parser: Parser,
    burst: Burst,
    /// When the last byte came.
    last: Mono,
}

/// Why the thread ends.
#[derive(Debug, PartialEq, Eq)]
enum End {
    /// The terminal is gone.
    HungUp,
    /// The loop has let go of its end.
    Dropped,
}

/// What a wait ended with.
#[derive(Debug, PartialEq, Eq)]
enum Woken {
    ToRead,
    ForOrder,
    InTime,
    HungUp,
}

impl Waiter {
    /// Waits for something, which may come to nothing.
    fn next(&mut self) -> Result<Vec<Incoming>, End> {
        let mut out = Vec::new();
        match self.wait(self.timeout()) {
            Woken::ToRead => self.read(&mut out)?,
            Woken::ForOrder => self.obey()?,
            Woken::InTime => self.expire(&mut out),
            Woken::HungUp => return Err(End::HungUp),
        }
        Ok(out)
    }

    /// Time until something unfinished is settled; `None` when all is settled, and the sleep has no end.
    fn timeout(&self) -> Option<Duration> {
        let patience = self.parser.patience().map(|p| self.last + p);
        let due = [patience, self.burst.deadline()]
            .into_iter()
            .flatten()
            .min()?;
        Some(due.since(self.clock.mono()))
    }

    fn wait(&self, timeout: Option<Duration>) -> Woken {
        // A reader that is parked, or too far ahead, looks only whether the terminal is still there.
        let wanted = if self.is_parked || self.gate.is_shut() {
            PollFlags::empty()
        } else {
            PollFlags::IN
        };
        let terminal = rustix::stdio::stdin();
        let timeout = timeout.and_then(|t| Timespec::try_from(t).ok());
        loop {
            let mut ends = [
                PollFd::new(&terminal, wanted),
                PollFd::new(&self.wake, PollFlags::IN),
            ];
            match poll(&mut ends, timeout.as_ref()) {
                Ok(0) => return Woken::InTime,
                Ok(_) => {}
                Err(Errno::INTR) => continue,
                Err(_) => return Woken::HungUp,
            }
            let [terminal, wake] = ends.map(|end| end.revents());
            let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
            return match () {
                () if terminal.intersects(gone) => Woken::HungUp,
                () if !wake.is_empty() => Woken::ForOrder,
                () => Woken::ToRead,
            };
        }
    }

    /// Reads all that is there.
    fn read(&mut self, out: &mut Vec<Incoming>) -> Result<(), End> {
        let mut parsed = Vec::new();
        let mut chunk = [0; CHUNK];
        let mut total = 0;
        loop {
            match rustix::io::read(rustix::stdio::stdin(), &mut chunk) {
                Ok(0) => return Err(End::HungUp),
                Ok(n) => {
                    self.parser
                        .feed(chunk.get(..n).unwrap_or_default(), &mut parsed);
                    total += n;
                }
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => return Err(End::HungUp),
            }
            if total >= BATCH || self.wait(Some(Duration::ZERO)) != Woken::ToRead {
                break;
            }
        }
        self.last = self.clock.mono();
        self.burst.feed(parsed, self.last, out);
        Ok(())
    }

    /// Settles what has waited long enough.
    fn expire(&mut self, out: &mut Vec<Incoming>) {
        let now = self.clock.mono();
        if self.burst.deadline().is_some_and(|at| at <= now) {
            self.burst.flush(out);
        }
        if self.parser.patience().is_some_and(|p| self.last + p <= now) {
            let mut parsed = Vec::new();
            self.parser.expire(&mut parsed);
            self.burst.feed(parsed, now, out);
        }
    }

    fn obey(&mut self) -> Result<(), End> {
        let _ = self.wake.read(&mut [0; 16]);
        loop {
            match self.orders.try_recv() {
                Ok(Order::Park) => {
                    self.is_parked = true;
                    self.parser = Parser::default();
                    self.burst = Burst::default();
                    let _ = self.answer.send(());
                }
                Ok(Order::Resume) => self.is_parked = false,
                Err(mpsc::TryRecvError::Empty) => return Ok(()),
                Err(mpsc::TryRecvError::Disconnected) => return Err(End::Dropped),
            }
        }
    }
}

//! The clock of one phase: thinking, or answering.
//!
//! Nothing is decremented. A run is remembered by the reading at which it began, and what has gone by is
//! computed from that reading, so a lost tick, a set clock and a laptop that slept all come out right.

use std::time::Duration;

use super::clock::{Announce, Edge, Pacing, Span};
use crate::domain::time::{Mono, Now};

/// Wall time this far beyond monotonic time means that the computer slept.
const SLEEP: Duration = Duration::from_secs(5);

/// The clock of one phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Countdown {
    span: Option<Span>,
    hard: bool,
    announced: bool,
    spent: Duration,
    paused: Duration,
    asleep: Duration,
    running: bool,
    /// Beginning of the current run or pause.
    since: Now,
    /// The last reading that was looked at for sleep.
    seen: Now,
}

impl Countdown {
    /// Starts at `now`. With [`Pacing::None`] it measures, and has neither window nor wakes.
    pub fn start(span: Option<Span>, pacing: Pacing, now: Now) -> Self {
        let clocked = pacing != Pacing::None;
        Self {
            span: span.filter(|_| clocked),
            hard: pacing == Pacing::Hard && span.is_some(),
            announced: clocked,
            spent: Duration::ZERO,
            paused: Duration::ZERO,
            asleep: Duration::ZERO,
            running: true,
            since: now,
            seen: now,
        }
    }

    /// The same clock with time that was already spent before (a resumed answer); paused until [`Self::resume`].
    #[must_use]
    pub fn taken_up(mut self, spent: Duration, paused: Duration) -> Self {
        self.spent = spent;
        self.paused = paused;
        self.running = false;
        self
    }

    /// The window, extra time included.
    pub const fn span(&self) -> Option<Span> {
        self.span
    }

    /// Whether it is running (not paused).
    pub const fn is_running(&self) -> bool {
        self.running
    }

    /// Whether the upper edge ends the phase.
    pub const fn is_hard(&self) -> bool {
        self.hard
    }

    /// Time that counts; pauses and sleep are not in it.
    pub fn elapsed(&self, now: Now) -> Duration {
        if self.running {
            self.spent + now.mono.since(self.since.mono)
        } else {
            self.spent
        }
    }

    /// Whole seconds that count.
    pub fn seconds(&self, now: Now) -> u32 {
        whole(self.elapsed(now))
    }

    /// Time that did not count: pauses, and sleep of the computer as far as it was noticed.
    pub fn paused(&self, now: Now) -> Duration {
        let open = if self.running {
            Duration::ZERO
        } else {
            now.mono.since(self.since.mono)
        };
        self.paused + self.asleep + open
    }

    /// Sleep of the computer as far as it was noticed.
    pub const fn asleep(&self) -> Duration {
        self.asleep
    }

    /// Stops counting; nothing when it is paused already.
    pub fn pause(&mut self, now: Now) {
        if self.running {
            self.spent = self.elapsed(now);
            self.running = false;
            self.since = now;
        }
    }

    /// Counts on; nothing when it runs already.
    pub fn resume(&mut self, now: Now) {
        if !self.running {
            self.paused += now.mono.since(self.since.mono);
            self.running = true;
            self.since = now;
        }
    }

    /// Books sleep of the computer since the last look, and tells how long it was when there was any.
    ///
    /// Monotonic time stands still while a computer is suspended and wall time does not. A wall clock that
    /// was set ahead looks the same and does no harm: only the monotonic reading counts. One that was set
    /// back is left alone.
    pub fn notice(&mut self, now: Now) -> Option<Duration> {
        let ticked = now.mono.since(self.seen.mono);
        let moved = (now.wall - self.seen.wall).to_std().unwrap_or_default();
        self.seen = now;
        let slept = moved.saturating_sub(ticked);
        if slept <= SLEEP {
            return None;
        }
        self.asleep += slept;
        Some(slept)
    }

    /// Where the elapsed time lies in the window; `None` without one.
    pub fn edge(&self, now: Now) -> Option<Edge> {
        self.span.map(|span| span.edge(self.seconds(now)))
    }

    /// The reading at which a hard phase ends; `None` for a soft one and while paused.
    pub fn deadline(&self) -> Option<Mono> {
        let span = self.span.filter(|_| self.hard && self.running)?;
        let whole = Duration::from_secs(u64::from(span.max));
        Some(self.since.mono + whole.saturating_sub(self.spent))
    }

    /// Whether a hard phase has ended.
    pub fn is_over(&self, now: Now) -> bool {
        self.over_since(now).is_some()
    }

    /// The moment at which a hard phase ended, when that has gone by.
    pub fn over_since(&self, now: Now) -> Option<Now> {
        let deadline = self.deadline()?;
        (now.mono >= deadline).then(|| now.ago(now.mono.since(deadline)))
    }

    /// When the screen has something new to show: the next whole second, minute or edge of the window.
    pub fn next_wake(&self, now: Now, announce: Announce) -> Option<Mono> {
        if !self.running || !self.announced {
            return None;
        }
        let elapsed = self.elapsed(now);
        let tick = match announce {
            Announce::Seconds => Some(next_multiple(elapsed, 1)),
            Announce::Minutes => Some(next_multiple(elapsed, 60)),
            Announce::Marks => None,
        };
        let edges = self.span.into_iter().flat_map(|span| {
            // The window is left one second after its upper edge, and a hard phase ends on the edge.
            let over = span.max.saturating_add(u32::from(!self.hard));
            [span.min, over].map(|s| Duration::from_secs(u64::from(s)))
        });
        edges
            .chain(tick)
            .filter(|at| *at > elapsed)
            .min()
            .map(|at| now.mono + at.saturating_sub(elapsed))
    }
}

/// Whole seconds, rounded down.
pub fn whole(time: Duration) -> u32 {
    u32::try_from(time.as_secs()).unwrap_or(u32::MAX)
}

/// The next multiple of `unit` seconds after `elapsed`.
fn next_multiple(elapsed: Duration, unit: u64) -> Duration {
    Duration::from_secs((elapsed.as_secs() / unit + 1) * unit)
}

#[cfg(test)]
mod tests;

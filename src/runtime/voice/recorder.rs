//! Takes in what a recorder hears, writes it into the file of the recording and says how loud it is.

use std::io::{self, Read};
use std::path::Path;
use std::process::ChildStdout;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::child::Running;
use crate::desk::voice::{Heard, LOUDEST};
use crate::domain::practice::delivery::Loudness;
use crate::store::recordings::{self, RATE, Recording};

/// Bytes of a tenth of a second.
const TENTH: usize = RATE as usize / 10 * 2;

/// Tenths of a second after which it is told that nothing at all is heard.
const SILENT_AFTER: u32 = 50;

/// What a microphone that is off still gives at most: a few steps of 32 768.
const OFF: u16 = 8;

/// What one recording needs.
pub struct Job<'a> {
    /// The recorder.
    pub running: Running,
    /// Where the file goes.
    pub home: &'a Path,
    /// Its name.
    pub name: &'a str,
    /// Set before the recorder is ended on purpose.
    pub stopped: Arc<AtomicBool>,
    /// Whom to tell.
    pub tell: &'a dyn Fn(Heard),
}

/// Records until the recorder ends or is ended; the last thing told is that it has.
pub fn record(job: &Job<'_>) {
    let lost = listen(job).err();
    job.running.end();
    job.running.outlast();
    let name = job.name.to_owned();
    (job.tell)(match lost {
        Some(words) if !job.stopped.load(Ordering::SeqCst) => Heard::Lost(name, words),
        _ => Heard::Recorded(name),
    });
}

/// # Errors
/// A sentence that says why it has ended by itself.
fn listen(job: &Job<'_>) -> Result<(), String> {
    let unwritten = |e: io::Error| {
        format!("What you say cannot be recorded any more ({e}). The answer goes on without it.")
    };
    let Some(mut sound) = job.running.output() else {
        return Err(ENDED.to_owned());
    };
    let mut recording: Option<Recording> = None;
    let mut loudness = so_far(job);
    let mut silence = Some(0);
    let ended: Result<(), String> = loop {
        let heard = match tenth(&mut sound) {
            Ok(heard) if !heard.is_empty() => heard,
            _ => break Err(ENDED.to_owned()),
        };
        let file = match &mut recording {
            Some(file) => file,
            none => {
                let file = Recording::open(job.home, job.name).map_err(unwritten)?;
                (job.tell)(Heard::Recording(job.name.to_owned()));
                none.insert(file)
            }
        };
        if let Err(error) = file.add(&heard) {
            break Err(unwritten(error));
        }
        loudness.add(&heard);
        (job.tell)(Heard::Level(level(&heard)));
        silence = silence.filter(|_| is_silent(&heard)).map(|n| n + 1);
        if silence == Some(SILENT_AFTER) {
            (job.tell)(Heard::Told(SILENT.to_owned()));
        }
    };
    if let Some(delivery) = loudness.delivery() {
        (job.tell)(Heard::Delivery(job.name.to_owned(), delivery));
    }
    let closed = recording.map_or(Ok(()), Recording::close);
    ended.and(closed.map_err(unwritten))
}

/// What was heard before, where the recording goes on.
fn so_far(job: &Job<'_>) -> Loudness {
    let mut loudness = Loudness::default();
    if recordings::is_there(job.home, job.name) {
        loudness.add(&recordings::samples(job.home, job.name).unwrap_or_default());
    }
    loudness
}

const ENDED: &str = "The recorder has ended by itself; the answer goes on without it.";

const SILENT: &str =
    "The recorder runs, but hears nothing at all: is the microphone on? The answer goes on.";

/// The next tenth of a second, or the rest; empty at the end.
fn tenth(sound: &mut ChildStdout) -> io::Result<Vec<i16>> {
    let mut bytes = Vec::with_capacity(TENTH);
    sound.take(TENTH as u64).read_to_end(&mut bytes)?;
    let pairs = bytes.chunks_exact(2);
    Ok(pairs.map(|b| i16::from_le_bytes([b[0], b[1]])).collect())
}

fn is_silent(heard: &[i16]) -> bool {
    heard.iter().all(|sample| sample.unsigned_abs() <= OFF)
}

/// How loud it is: each step is twice as loud as the one before, and 0 is what a room sounds like.
fn level(heard: &[i16]) -> u8 {
    let count = u64::try_from(heard.len().max(1)).unwrap_or(1);
    let squares = heard.iter().map(|s| u64::from(s.unsigned_abs()).pow(2));
    let loudness = (squares.sum::<u64>() / count).isqrt();
    let steps = (loudness / ROOM + 1).ilog2();
    u8::try_from(steps).unwrap_or(LOUDEST).min(LOUDEST)
}

/// As loud as a quiet room is at most, out of 32 768.
const ROOM: u64 = 100;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_louder_has_a_higher_level() {
        let levels = [0, 50, 300, 1_500, 6_000, 32_767].map(|n| level(&[n, -n, n, -n]));
        assert_eq!(levels, [0, 0, 2, 4, 5, 7]);
    }
}

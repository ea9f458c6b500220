//! Sound: programs of the user's own computer record, play and read aloud, each watched by a thread that ends with it.
//!
//! Nothing of it is needed, nothing is started before the user asked for it, and nothing leaves the computer.

pub mod child;
pub mod programs;
mod recorder;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use child::{Ends, Running};
use programs::Search;
use recorder::Job;

use crate::desk::voice::{Heard, Programs, Sounding};
use crate::domain::practice::delivery::Loudness;
use crate::domain::sound::Sound;
use crate::panes::voice_words::{NO_PLAYER, NO_READER, NO_RECORDER};
use crate::store::recordings;

/// Whom to tell what came of something.
type Tell = Arc<dyn Fn(Heard) + Send + Sync>;

/// What sounds now.
pub struct Voice {
    home: PathBuf,
    search: Search,
    tell: Tell,
    tape: Option<Tape>,
    speaker: Option<Speaker>,
}

/// A recording that runs.
struct Tape {
    running: Running,
    stopped: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

/// A program that plays or reads.
struct Speaker {
    running: Running,
    /// Set when something else is heard in its place: its end is no news then.
    replaced: Arc<AtomicBool>,
}

impl Voice {
    /// Recordings of this home; `tell` is called from other threads.
    pub fn new(home: PathBuf, tell: impl Fn(Heard) + Send + Sync + 'static) -> Self {
        Self {
            home,
            search: Search::usual(),
            tell: Arc::new(tell),
            tape: None,
            speaker: None,
        }
    }

    /// The programs that would be used.
    pub fn programs(&self, sound: &Sound) -> Programs {
        self.search.programs(sound)
    }

    /// Does what is asked for.
    pub fn carry_out(&mut self, what: &Sounding, sound: &Sound) {
        match what {
            Sounding::Record(name) => self.record(name, sound),
            Sounding::Stop => self.stop(),
            Sounding::Play(name) => self.play(name, sound),
            Sounding::Read(text) => self.read(text, sound),
            Sounding::Hush => self.hush(),
        }
    }

    /// Ends everything; the file of a recording is whole when this returns.
    pub fn end(&mut self) {
        self.stop();
        self.hush();
    }

    fn record(&mut self, name: &str, sound: &Sound) {
        self.end();
        let lost = |words: String| Heard::Lost(name.to_owned(), words);
        let Some(words) = self.search.recorder(sound) else {
            return (self.tell)(lost(NO_RECORDER.to_owned()));
        };
        let running = match Running::start(&words, Ends::Output) {
            Ok(running) => running,
            Err(error) => return (self.tell)(lost(not_started(&words, &error))),
        };
        let stopped = Arc::new(AtomicBool::new(false));
        let work = {
            let (running, stopped) = (running.clone(), Arc::clone(&stopped));
            let (home, name, tell) = (self.home.clone(), name.to_owned(), Arc::clone(&self.tell));
            move || {
                recorder::record(&Job {
                    running,
                    home: &home,
                    name: &name,
                    stopped,
                    tell: &*tell,
                });
            }
        };
        match thread::Builder::new()
            .name("recorder".to_owned())
            .spawn(work)
        {
            Ok(thread) => {
                self.tape = Some(Tape {
                    running,
                    stopped,
                    thread,
                });
            }
            Err(error) => {
                running.end();
                (self.tell)(lost(not_started(&words, &error)));
            }
        }
    }

    fn stop(&mut self) {
        if let Some(tape) = self.tape.take() {
            tape.stopped.store(true, Ordering::SeqCst);
            tape.running.end();
            drop(tape.thread.join());
        }
    }

    fn play(&mut self, name: &str, sound: &Sound) {
        if !recordings::is_there(&self.home, name) {
            return (self.tell)(Heard::Told(GONE.to_owned()));
        }
        let file = recordings::path(&self.home, name);
        match self.search.player(sound, &file) {
            Some(words) => self.sound(&words, None, Heard::Playing(name.to_owned())),
            None => (self.tell)(Heard::Told(NO_PLAYER.to_owned())),
        }
    }

    fn read(&mut self, text: &str, sound: &Sound) {
        let Some(words) = self.search.reader(sound) else {
            (self.tell)(Heard::Told(NO_READER.to_owned()));
            return (self.tell)(Heard::Quiet);
        };
        self.sound(&words, Some(plain(text)), Heard::Reading);
    }

    /// Starts a program that is heard; it is told that it is over once it has ended.
    fn sound(&mut self, words: &[String], text: Option<String>, begun: Heard) {
        self.replace();
        let ends = if text.is_some() {
            Ends::Input
        } else {
            Ends::Neither
        };
        let failed = |tell: &Tell, words: String| {
            tell(Heard::Told(words));
            tell(Heard::Quiet);
        };
        let running = match Running::start(words, ends) {
            Ok(running) => running,
            Err(error) => return failed(&self.tell, not_started(words, &error)),
        };
        let replaced = Arc::new(AtomicBool::new(false));
        let measured = match &begun {
            Heard::Playing(name) => Some((self.home.clone(), name.clone())),
            _ => None,
        };
        (self.tell)(begun);
        let work = {
            let (running, replaced) = (running.clone(), Arc::clone(&replaced));
            let (tell, program) = (Arc::clone(&self.tell), words[0].clone());
            move || {
                if let Some((home, name)) = &measured {
                    measure(home, name, &*tell);
                }
                if let Some((mut input, text)) = running.input().zip(text) {
                    // One that does not read all of it has ended, which is told below.
                    drop(input.write_all(text.as_bytes()));
                }
                let well = running.outlast();
                if !replaced.load(Ordering::SeqCst) {
                    if !well {
                        tell(Heard::Told(format!("{program} ended with an error.")));
                    }
                    tell(Heard::Quiet);
                }
            }
        };
        match thread::Builder::new()
            .name("speaker".to_owned())
            .spawn(work)
        {
            Ok(_) => self.speaker = Some(Speaker { running, replaced }),
            Err(error) => {
                running.end();
                failed(&self.tell, not_started(words, &error));
            }
        }
    }

    /// Ends what is heard, without a word: something else takes its place.
    fn replace(&mut self) -> bool {
        let Some(speaker) = self.speaker.take() else {
            return false;
        };
        speaker.replaced.store(true, Ordering::SeqCst);
        speaker.running.end();
        true
    }

    fn hush(&mut self) {
        if self.replace() {
            (self.tell)(Heard::Quiet);
        }
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.end();
    }
}

const GONE: &str =
    "This recording is not there any more; recordings are kept for the days that the settings say.";

fn not_started(words: &[String], error: &std::io::Error) -> String {
    let program = words.first().map_or("", String::as_str);
    format!("{program} could not be started ({error}).")
}

/// Says how the answer of a recording sounded.
fn measure(home: &Path, name: &str, tell: &dyn Fn(Heard)) {
    let mut loudness = Loudness::default();
    loudness.add(&recordings::samples(home, name).unwrap_or_default());
    if let Some(delivery) = loudness.delivery() {
        tell(Heard::Delivery(name.to_owned(), delivery));
    }
}

/// A text without what no voice says.
fn plain(text: &str) -> String {
    let said = text
        .chars()
        .filter(|c| !c.is_control() || c.is_whitespace());
    said.collect()
}

#[cfg(all(test, unix))]
mod tests;

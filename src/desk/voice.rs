//! Sound: what a pane may ask for, what came of it, and what is known of it.

use std::collections::{HashMap, VecDeque};

use crate::domain::practice::delivery::Delivery;
use crate::domain::practice::record::Answer;

/// Something to be done with sound, by programs of the user's own computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sounding {
    /// Records under this name; goes on with the recording where it has begun before.
    Record(String),
    /// Ends the recording.
    Stop,
    /// Plays a recording.
    Play(String),
    /// Reads a text aloud.
    Read(String),
    /// Nothing is played or read any more.
    Hush,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Which programs there are.
    Found(Programs),
    /// The first sound of this recording has come.
    Recording(String),
    /// How loud it is now, from 0 to [`LOUDEST`].
    Level(u8),
    /// The recording has ended, as it was asked to.
    Recorded(String),
    /// The recording has ended by itself, or could not begin: a sentence.
    Lost(String, String),
    /// How the answer of this recording sounded.
    Delivery(String, Delivery),
    /// This recording is being played.
    Playing(String),
    /// A text is being read aloud.
    Reading,
    /// Nothing is played or read any more.
    Quiet,
    /// Something to be told: a sentence.
    Told(String),
}

/// The programs that would be used, by their names; `None` where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Programs {
    /// Records.
    pub recorder: Option<String>,
    /// Plays.
    pub player: Option<String>,
    /// Reads aloud.
    pub reader: Option<String>,
}

/// The greatest loudness that is told.
pub const LOUDEST: u8 = 7;

/// How many levels are remembered for the eye.
const LEVELS: usize = 32;

/// What records, plays and reads now.
#[derive(Debug, Default)]
pub struct Voice {
    /// What there is to do it with.
    pub programs: Programs,
    /// The recording that sound comes in for.
    pub recording: Option<String>,
    /// The last levels of it, the newest last.
    pub levels: VecDeque<u8>,
    /// How answers sounded, by the names of their recordings.
    deliveries: HashMap<String, Delivery>,
    /// The recording that is played.
    pub playing: Option<String>,
    /// Whether a text is read aloud.
    pub reading: bool,
}

impl Voice {
    /// Takes in what came of something.
    pub fn hear(&mut self, heard: &Heard) {
        match heard {
            Heard::Found(programs) => self.programs = programs.clone(),
            Heard::Recording(name) => {
                self.recording = Some(name.clone());
                self.levels.clear();
            }
            Heard::Level(level) => {
                self.levels.push_back(*level);
                if self.levels.len() > LEVELS {
                    self.levels.pop_front();
                }
            }
            Heard::Recorded(name) | Heard::Lost(name, _) => {
                self.recording.take_if(|at| at == name);
            }
            Heard::Delivery(name, delivery) => {
                self.deliveries.insert(name.clone(), *delivery);
            }
            Heard::Playing(name) => {
                self.playing = Some(name.clone());
                self.reading = false;
            }
            Heard::Reading => {
                self.reading = true;
                self.playing = None;
            }
            Heard::Quiet => {
                self.playing = None;
                self.reading = false;
            }
            Heard::Told(_) => {}
        }
    }

    /// How an answer sounded, as a sentence; empty where nothing was measured.
    pub fn delivery(&self, answer: &Answer) -> String {
        let recording = answer.way.recording.as_ref();
        let delivery = recording.and_then(|name| self.deliveries.get(name));
        delivery.map_or_else(String::new, |d| format!("In the recording: {}.", d.words()))
    }

    /// Whether something was heard lately.
    pub fn hears(&self) -> bool {
        self.levels.iter().rev().take(LEVELS / 2).any(|l| *l > 0)
    }

    /// Whether something is played or read.
    pub const fn sounds(&self) -> bool {
        self.playing.is_some() || self.reading
    }
}

impl Heard {
    /// What the user has to be told about it; `None` when it is as expected.
    pub fn words(&self) -> Option<String> {
        match self {
            Self::Lost(_, words) | Self::Told(words) => Some(words.clone()),
            _ => None,
        }
    }
}

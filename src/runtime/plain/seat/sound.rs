//! Sound in lines: what is said aloud is recorded and heard again, and a question is read aloud where that is wished.

use std::mem;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::super::asked;
use super::super::page::Said;
use super::Seat;
use crate::desk::voice::{Heard, Programs, Sounding};
use crate::domain::practice::record::Input;
use crate::domain::practice::sitting::Sitting;
use crate::domain::sound::Sound;
use crate::panes::sitting::to_hear;
use crate::runtime::voice::Voice;

/// What sounds, and what came of it since it was asked last.
pub struct Sounds {
    voice: Voice,
    came: Arc<Mutex<Vec<Heard>>>,
    /// A recording that ended by itself is not begun again.
    lost: bool,
    /// Whether the user was told that what they say is recorded.
    told: bool,
}

impl Sounds {
    /// Recordings of this home.
    pub fn new(home: &Path) -> Self {
        let came = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&came);
        let tell = move |heard: Heard| {
            // A loudness has no line.
            if !matches!(heard, Heard::Level(_)) {
                into.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(heard);
            }
        };
        Self {
            voice: Voice::new(home.to_owned(), tell),
            came,
            lost: false,
            told: false,
        }
    }

    /// The programs that would be used.
    pub fn programs(&self, sound: &Sound) -> Programs {
        self.voice.programs(sound)
    }
}

impl Seat<'_> {
    /// Records from here on, where that is wished; it is told once.
    pub fn begin_recording(&mut self) {
        let model = &self.model;
        let speaks = |s: &&Sitting| s.phase().is_answering() && s.input() == Input::Aloud;
        let name = self.sitting().filter(speaks).map(Sitting::recording_name);
        let may = model.config.sound.record && !model.sample && !self.sounds.lost;
        let (Some(name), Some(with)) = (name.filter(|_| may), &model.voice.programs.recorder)
        else {
            return;
        };
        let words = format!("Recorded with {with}; it stays on this computer.");
        if !mem::replace(&mut self.sounds.told, true) {
            self.page.say(&words);
        }
        self.asks_sound(&Sounding::Record(name));
    }

    /// Ends the recording; the answer in hand knows its name.
    pub fn end_recording(&mut self) {
        self.asks_sound(&Sounding::Stop);
        self.take_in_sound();
    }

    /// Takes in what came of what sounds.
    pub fn take_in_sound(&mut self) {
        let came = mem::take(
            &mut *self
                .sounds
                .came
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        );
        for heard in came {
            self.model.voice.hear(&heard);
            match &heard {
                Heard::Recording(name) => {
                    if let Some(sitting) = &mut self.model.practice.sitting {
                        drop(sitting.record_as(name));
                    }
                }
                Heard::Lost(..) => self.sounds.lost = true,
                _ => {}
            }
            if let Some(words) = heard.words() {
                self.page.say(&words);
            }
        }
    }

    /// Before a spoken answer is rated: it can be heard first, as often as one likes.
    ///
    /// # Errors
    /// When the user goes away.
    pub fn hear_yourself(&mut self) -> Said<()> {
        let recording = self.sitting().and_then(to_hear).map(str::to_owned);
        let player = self.model.voice.programs.player.is_some();
        let Some(name) = recording.filter(|_| player) else {
            return Ok(());
        };
        loop {
            let said = self
                .page
                .ask("Hear yourself first: p plays what you said, Enter goes on:");
            self.asks_sound(&Sounding::Hush);
            self.take_in_sound();
            if said? != "p" {
                return Ok(());
            }
            self.asks_sound(&Sounding::Play(name.clone()));
            self.take_in_sound();
        }
    }

    /// Reads the question aloud, where that is wished; the next line does not wait for it.
    pub fn read_aloud(&mut self) {
        let model = &self.model;
        let may = model.config.sound.reads && model.voice.programs.reader.is_some();
        let Some(sitting) = self.sitting().filter(|_| may) else {
            return;
        };
        let asked = sitting.asked_now().map(str::to_owned);
        let words = asked.unwrap_or_else(|| asked::words(model, sitting).join("\n"));
        let words = model.hide(&words);
        self.asks_sound(&Sounding::Read(words));
    }

    fn asks_sound(&mut self, what: &Sounding) {
        let sound = self.model.config.sound.clone();
        self.sounds.voice.carry_out(what, &sound);
    }
}

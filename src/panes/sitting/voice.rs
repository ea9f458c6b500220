//! Sound in the room: what is said is recorded, heard again while it is rated, and the question can be read aloud.
//!
//! What should sound is worked out from where the sitting stands, after each change; nothing else starts or stops it.

use super::{Room, sitting};
use crate::desk::voice::{Heard, Sounding};
use crate::desk::{Desk, Effect, Model, View};
use crate::domain::practice::record::Input;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::keys::{Command, Context};
use crate::panes::voice_words::{NO_READER, NO_RECORDER, OFF, hear, on};

/// What the room has asked for.
#[derive(Debug, Default)]
pub struct Tape {
    /// The recording that runs.
    running: Option<String>,
    /// One has ended by itself: none is begun before somebody asks for it.
    lost: bool,
    /// The attempt whose question was read aloud by itself.
    read: Option<(usize, u8)>,
    /// The step at which a question was last read.
    at: Option<Phase>,
    /// Whether thinking waits until it has been read.
    holds: bool,
}

/// The recording of the answer in hand, or of another one to the same question.
pub fn to_hear(sitting: &Sitting) -> Option<&str> {
    let own = sitting.answer().and_then(|a| a.way.recording.as_deref());
    let mut others = sitting.said_to_each();
    own.or_else(|| others.find_map(|a| a.way.recording.as_deref()))
}

/// What is asked, as somebody would say it.
fn question(sitting: &Sitting, model: &Model) -> Option<String> {
    let text = match sitting.retried_point() {
        Some(point) => format!("Only this point, once more: {}", point.text),
        None => sitting
            .asked_now()
            .or(sitting.prompt().map(|p| p.text))?
            .to_owned(),
    };
    let setup = model.setup_of(sitting);
    let setup = if sitting.phase() == Phase::Ready {
        &*setup
    } else {
        ""
    };
    let words = model.hide(&format!("{setup}\n{text}"));
    Some(words.trim().to_owned())
}

/// Whether the question in hand is read aloud by itself.
pub fn reads(model: &Model) -> bool {
    model.config.sound.reads && model.voice.programs.reader.is_some()
}

/// What the line of words says while something is played or read; `None` while nothing is.
pub fn status(view: &View<'_>, context: Context) -> Option<String> {
    let voice = &view.model.voice;
    let key = |command| view.key(context, command);
    if voice.playing.is_some() {
        return Some(format!(
            "Playing what you said. {} stops it.",
            key(Command::Play)
        ));
    }
    let stop = Some(key(Command::ReadAloud)).filter(|_| voice.reading)?;
    Some(format!("Reading the question aloud. {stop} stops it."))
}

impl Room {
    /// Runs a command about sound; whether it was one.
    pub(super) fn sounds(&mut self, command: Command, desk: &mut Desk<'_>) -> bool {
        match command {
            Command::Microphone => {
                self.tape.lost = false;
                switch(desk);
            }
            Command::Play => play(desk),
            Command::ReadAloud => {
                self.tape.at = sitting(desk.model).map(Sitting::phase);
                read(desk);
            }
            _ => return false,
        }
        true
    }

    /// Takes in what came of something with sound.
    pub(super) fn heard(&mut self, heard: &Heard, desk: &mut Desk<'_>) {
        let sitting = desk.model.practice.sitting.as_mut();
        match heard {
            Heard::Recording(name) => {
                let mine = |s: &&mut Box<Sitting>| s.recording_name() == *name;
                if let Some(sitting) = sitting.filter(mine) {
                    drop(sitting.record_as(name));
                    self.keep_draft(desk);
                }
            }
            Heard::Lost(name, _) if self.tape.running.as_ref() == Some(name) => {
                self.tape.running = None;
                self.tape.lost = true;
            }
            Heard::Quiet if std::mem::take(&mut self.tape.holds) => {
                let now = desk.now;
                if let Some(sitting) = sitting {
                    sitting.let_go(now);
                }
            }
            _ => {}
        }
    }

    /// Has sound what should sound where the sitting stands now.
    pub(super) fn sound(&mut self, desk: &mut Desk<'_>) {
        let wanted = self.wanted(desk.model);
        if wanted != self.tape.running {
            let what = wanted.clone().map_or(Sounding::Stop, Sounding::Record);
            self.tape.running = wanted;
            desk.perform(Effect::Sound(what));
        }
        if self.reads_by_itself(desk) {
            // Whatever was heard before ends with it.
            return;
        }
        let phase = sitting(desk.model).map(Sitting::phase);
        let voice = &desk.model.voice;
        let rates = phase.is_some_and(|p| p.is_rating() || p == Phase::After);
        if (voice.playing.is_some() && !rates) || (voice.reading && phase != self.tape.at) {
            desk.perform(Effect::Sound(Sounding::Hush));
        }
    }

    /// Nobody is here for a while: nothing is recorded then. It goes on with the first thing that happens afterward.
    pub(super) fn fall_silent(&mut self, desk: &mut Desk<'_>) {
        if self.tape.running.take().is_some() {
            desk.perform(Effect::Sound(Sounding::Stop));
        }
    }

    /// The recording that should run now.
    fn wanted(&self, model: &Model) -> Option<String> {
        let sitting = sitting(model)?;
        let speaks = sitting.phase().is_answering() && sitting.input() == Input::Aloud;
        let may = model.config.sound.record && !model.sample && can_record(model);
        let name = Some(sitting.recording_name()).filter(|_| speaks && may);
        name.filter(|_| !sitting.is_paused() && !self.tape.lost)
    }

    /// Reads a question that has come up, once; thinking begins when it has been read. Whether one has come up.
    fn reads_by_itself(&mut self, desk: &mut Desk<'_>) -> bool {
        let Some(sitting) = sitting(desk.model).filter(|_| reads(desk.model)) else {
            return false;
        };
        let asks = sitting.phase() == Phase::Ready || sitting.phase().is_answering();
        let attempt = (sitting.position().0, sitting.take());
        if !asks || self.keeping.waits() || self.tape.read == Some(attempt) {
            return false;
        }
        self.tape.read = Some(attempt);
        let begun = sitting.gone(desk.now) > 0 && sitting.phase().is_answering();
        // Somebody who has come back in the middle of an answer knows the question.
        let Some(text) = question(sitting, desk.model).filter(|_| !begun) else {
            return false;
        };
        self.tape.holds = sitting.phase() == Phase::Ready;
        self.tape.at = Some(sitting.phase());
        let now = desk.now;
        if let Some(sitting) = &mut desk.model.practice.sitting {
            sitting.hold(now);
        }
        desk.perform(Effect::Sound(Sounding::Read(text)));
        true
    }
}

fn can_record(model: &Model) -> bool {
    model.voice.programs.recorder.is_some()
}

/// Records from now on what is said, or does not any more.
fn switch(desk: &mut Desk<'_>) {
    if !desk.model.config.sound.record {
        if desk.model.sample {
            return desk.say("Nothing is recorded in the sample world.");
        }
        if !can_record(desk.model) {
            return desk.say(NO_RECORDER);
        }
    }
    let sound = &mut desk.model.config.sound;
    sound.record = !sound.record;
    let words = if sound.record {
        on(desk.model)
    } else {
        OFF.to_owned()
    };
    desk.say(words);
    desk.perform(Effect::SaveConfig(Box::new(desk.model.config.clone())));
}

/// Plays what was said, or stops playing it.
fn play(desk: &mut Desk<'_>) {
    let Some(sitting) = sitting(desk.model) else {
        return;
    };
    let recording = to_hear(sitting).map(str::to_owned);
    hear(recording, desk);
}

/// Reads the question aloud, or stops reading it.
fn read(desk: &mut Desk<'_>) {
    let voice = &desk.model.voice;
    if voice.reading {
        return desk.perform(Effect::Sound(Sounding::Hush));
    }
    if voice.programs.reader.is_none() {
        return desk.say(NO_READER);
    }
    if let Some(text) = sitting(desk.model).and_then(|s| question(s, desk.model)) {
        desk.perform(Effect::Sound(Sounding::Read(text)));
    }
}

//! What is said of sound: that something is recorded and where it stays, and which programs would do.

use crate::desk::voice::Sounding;
use crate::desk::{Desk, Effect, Model};
use crate::store::layout;

/// Where nothing records.
pub const NO_RECORDER: &str = "Nothing here records. Install sox, ffmpeg or the tools of ALSA (arecord), or name a program in config.toml.";

/// Where nothing plays.
pub const NO_PLAYER: &str = "Nothing here plays a recording. Install sox, ffmpeg or alsa-utils, or name a program in config.toml.";

/// Where nothing reads aloud.
pub const NO_READER: &str =
    "Nothing here reads aloud. Install espeak-ng, or name a program in config.toml.";

/// Where an answer has no recording.
pub const NOTHING: &str = "Nothing was recorded of this answer.";

/// It is not recorded any more.
pub const OFF: &str = "What you say is not recorded any more.";

/// It is recorded from now on, and where it stays.
pub fn on(model: &Model) -> String {
    let with = model.voice.programs.recorder.as_deref().unwrap_or_default();
    let folder = layout::RECORDINGS;
    format!(
        "What you say is recorded from now on, with {with}. It stays on this computer, in the folder {folder}."
    )
}

/// Plays a recording, or stops where something plays.
pub fn hear(recording: Option<String>, desk: &mut Desk<'_>) {
    let voice = &desk.model.voice;
    match recording {
        _ if voice.playing.is_some() => desk.perform(Effect::Sound(Sounding::Hush)),
        None => desk.say(NOTHING),
        Some(_) if voice.programs.player.is_none() => desk.say(NO_PLAYER),
        Some(name) => desk.perform(Effect::Sound(Sounding::Play(name))),
    }
}

/// Ends what is played or read: who leaves the page does not listen any more.
pub fn hush(desk: &mut Desk<'_>) {
    if desk.model.voice.sounds() {
        desk.perform(Effect::Sound(Sounding::Hush));
    }
}

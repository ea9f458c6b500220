//! What recordings are called.

use super::RECORDINGS;
use crate::domain::id::SittingId;

/// `recordings/2026-11-23T1830-panel-2.wav`.
pub fn recording(name: &str) -> String {
    format!("{RECORDINGS}/{name}{SOUND}")
}

/// What the name of a recording ends with.
const SOUND: &str = ".wav";

/// The name of a recording, where a file is one.
pub fn recording_name(file: &str) -> Option<&str> {
    file.strip_suffix(SOUND)
}

/// Whether a recording is one of this sitting: its name goes on with the number of the answer, and nothing else.
pub fn is_recording_of(name: &str, sitting: &SittingId) -> bool {
    let rest = name.strip_prefix(sitting.as_str());
    let number = rest.and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

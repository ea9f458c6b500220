//! Which program records, plays and reads aloud: the user's own, else the first that is found.
//!
//! They are started as program and arguments, never through a shell. A text goes to the standard input, a file is an
//! argument of its own that begins with the folder it lies in.

use std::env;
use std::path::{Path, PathBuf};

use crate::desk::voice::Programs;
use crate::domain::sound::Sound;

/// A program with its arguments.
type Words = &'static [&'static str];

/// What stands for the file that is played.
const FILE: &str = "{file}";

/// Programs that write what they hear to their standard output, as raw samples: 16 bits, little end first, mono,
/// 16 000 a second.
#[cfg(target_os = "macos")]
const RECORDERS: &[Words] = &[
    &[
        "rec", "-q", "-t", "raw", "-r", "16000", "-e", "signed", "-b", "16", "-c", "1", "-",
    ],
    &[
        "ffmpeg",
        "-nostdin",
        "-loglevel",
        "quiet",
        "-f",
        "avfoundation",
        "-i",
        ":0",
        "-ac",
        "1",
        "-ar",
        "16000",
        "-f",
        "s16le",
        "-",
    ],
];

/// The same.
#[cfg(windows)]
const RECORDERS: &[Words] = &[&[
    "sox",
    "-q",
    "-t",
    "waveaudio",
    "default",
    "-t",
    "raw",
    "-r",
    "16000",
    "-e",
    "signed",
    "-b",
    "16",
    "-c",
    "1",
    "-",
]];

/// The same.
#[cfg(not(any(target_os = "macos", windows)))]
const RECORDERS: &[Words] = &[
    &[
        "parec",
        "--raw",
        "--rate=16000",
        "--channels=1",
        "--format=s16le",
        "--latency-msec=50",
    ],
    &[
        "arecord", "-q", "-t", "raw", "-f", "S16_LE", "-r", "16000", "-c", "1", "-",
    ],
    &[
        "rec", "-q", "-t", "raw", "-r", "16000", "-e", "signed", "-b", "16", "-c", "1", "-",
    ],
    &[
        "ffmpeg",
        "-nostdin",
        "-loglevel",
        "quiet",
        "-f",
        "pulse",
        "-i",
        "default",
        "-ac",
        "1",
        "-ar",
        "16000",
        "-f",
        "s16le",
        "-",
    ],
];

/// Programs that play a file.
const PLAYERS: &[Words] = &[
    &["afplay", FILE],
    &["paplay", FILE],
    &["pw-play", FILE],
    &["aplay", "-q", FILE],
    &["play", "-q", FILE],
    &["ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet", FILE],
];

/// Programs that read aloud what comes in on their standard input.
#[cfg(target_os = "macos")]
const READERS: &[Words] = &[&["say"], &["espeak-ng", "--stdin"]];

/// The same.
#[cfg(windows)]
const READERS: &[Words] = &[
    &["espeak-ng", "--stdin"],
    &[
        "powershell",
        "-NoProfile",
        "-Command",
        "Add-Type -AssemblyName System.Speech; (New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())",
    ],
];

/// The same.
#[cfg(not(any(target_os = "macos", windows)))]
const READERS: &[Words] = &[
    &["espeak-ng", "--stdin"],
    &["espeak", "--stdin"],
    &["festival", "--tts"],
];

/// Folders in which programs are looked for.
#[derive(Debug, Clone, Default)]
pub struct Search(Vec<PathBuf>);

impl Search {
    /// Those of the environment.
    pub fn usual() -> Self {
        let path = env::var_os("PATH").unwrap_or_default();
        Self(env::split_paths(&path).collect())
    }

    /// The names of the programs that would be used.
    pub fn programs(&self, sound: &Sound) -> Programs {
        let name = |words: Option<Vec<String>>| {
            let program = words?.into_iter().next()?;
            let name = Path::new(&program).file_name()?;
            Some(name.to_string_lossy().into_owned())
        };
        Programs {
            recorder: name(self.recorder(sound)),
            player: name(self.words(&sound.player, PLAYERS)),
            reader: name(self.reader(sound)),
        }
    }

    /// What records.
    pub fn recorder(&self, sound: &Sound) -> Option<Vec<String>> {
        self.words(&sound.recorder, RECORDERS)
    }

    /// What reads aloud.
    pub fn reader(&self, sound: &Sound) -> Option<Vec<String>> {
        self.words(&sound.reader, READERS)
    }

    /// What plays this file: it stands where the program wants it, or comes last.
    pub fn player(&self, sound: &Sound, file: &Path) -> Option<Vec<String>> {
        let mut words = self.words(&sound.player, PLAYERS)?;
        let file = file.to_string_lossy();
        let mut placed = false;
        for word in words.iter_mut().skip(1) {
            if word.contains(FILE) {
                *word = word.replace(FILE, &file);
                placed = true;
            }
        }
        if !placed {
            words.push(file.into_owned());
        }
        Some(words)
    }

    fn words(&self, own: &[String], usual: &[Words]) -> Option<Vec<String>> {
        if !own.is_empty() {
            return Some(own.to_vec());
        }
        let found = usual.iter().find(|words| self.has(words[0]))?;
        Some(found.iter().map(|word| (*word).to_owned()).collect())
    }

    fn has(&self, program: &str) -> bool {
        self.0.iter().any(|folder| runs(&folder.join(program)))
    }
}

#[cfg(unix)]
fn runs(path: &Path) -> bool {
    path.is_file() && rustix::fs::access(path, rustix::fs::Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
fn runs(path: &Path) -> bool {
    path.with_extension("exe").is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_found_where_there_is_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let search = Search(vec![folder.path().to_owned()]);
        assert_eq!(search.programs(&Sound::default()), Programs::default());
    }

    #[test]
    fn the_users_own_program_comes_first_and_gets_the_file_in_its_place() {
        let own = |words: &[&str]| Sound {
            player: words.iter().map(|w| (*w).to_owned()).collect(),
            ..Sound::default()
        };
        let search = Search::default();
        let file = Path::new("/home/me/a b.wav");
        let there = search.player(&own(&["mpv", "--really-quiet", "--", "{file}"]), file);
        let last = search.player(&own(&["mpv"]), file);
        assert_eq!(there.expect("words")[3], "/home/me/a b.wav");
        assert_eq!(last.expect("words"), ["mpv", "/home/me/a b.wav"]);
    }

    #[cfg(unix)]
    #[test]
    fn the_first_one_of_the_order_is_taken_and_only_what_runs() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        for (name, mode) in [("paplay", 0o644), ("aplay", 0o755), ("play", 0o755)] {
            let path = folder.path().join(name);
            std::fs::write(&path, "").expect("a file");
            let mode = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(&path, mode).expect("a mode");
        }
        let search = Search(vec![folder.path().to_owned()]);
        let found = search.programs(&Sound::default()).player;
        assert_eq!(found.as_deref(), Some("aplay"));
    }
}

//! What was recorded of answers: one private WAV file for each, mono, 16 bits, 16 000 samples a second.
//!
//! The file is whole after every second, so what was said until a kill can be heard.

use std::fs;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use hound::{SampleFormat, WavReader, WavSpec, WavWriter};

use super::{durable, layout};

/// Samples in a second.
pub const RATE: u32 = 16_000;

const SPEC: WavSpec = WavSpec {
    channels: 1,
    sample_rate: RATE,
    bits_per_sample: 16,
    sample_format: SampleFormat::Int,
};

/// Where a recording lies.
pub fn path(home: &Path, name: &str) -> PathBuf {
    home.join(layout::recording(name))
}

/// Whether there is something to hear.
pub fn is_there(home: &Path, name: &str) -> bool {
    path(home, name).is_file()
}

/// How many recordings there are, and how many bytes they take.
pub fn size(home: &Path) -> (usize, u64) {
    let files = fs::read_dir(home.join(layout::RECORDINGS)).into_iter();
    let lengths = files.flatten().flatten().filter_map(|file| {
        let name = file.file_name();
        layout::recording_name(name.to_str()?)?;
        Some(file.metadata().ok()?.len())
    });
    lengths.fold((0, 0), |(count, bytes), length| (count + 1, bytes + length))
}

/// All samples of a recording.
///
/// # Errors
/// What the system says, and that it is no such file.
pub fn samples(home: &Path, name: &str) -> io::Result<Vec<i16>> {
    let mut reader = WavReader::open(path(home, name)).map_err(of_sound)?;
    reader.samples().map(|s| s.map_err(of_sound)).collect()
}

/// A recording that is being written.
pub struct Recording {
    writer: WavWriter<File>,
    /// Samples since the file was whole.
    loose: u32,
}

impl Recording {
    /// Begins a recording, or goes on with it where it has begun before.
    ///
    /// # Errors
    /// What the system says; also where another file has the name.
    pub fn open(home: &Path, name: &str) -> io::Result<Self> {
        let path = path(home, name);
        durable::make_folders(path.parent().unwrap_or(home))?;
        let mut options = OpenOptions::new();
        options.read(true).write(true);
        let writer = match private(&mut options).create_new(true).open(&path) {
            Ok(file) => WavWriter::new(file, SPEC),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let mut options = OpenOptions::new();
                WavWriter::new_append(options.read(true).write(true).open(&path)?)
            }
            Err(error) => return Err(error),
        };
        let mut writer = writer.map_err(of_sound)?;
        if writer.spec() != SPEC {
            return Err(io::ErrorKind::InvalidData.into());
        }
        // Whole from the first moment, be it empty.
        writer.flush().map_err(of_sound)?;
        Ok(Self { writer, loose: 0 })
    }

    /// Adds what was heard.
    ///
    /// # Errors
    /// What the system says; what was whole before stays so.
    pub fn add(&mut self, heard: &[i16]) -> io::Result<()> {
        let count = u32::try_from(heard.len()).unwrap_or(u32::MAX);
        let mut into = self.writer.get_i16_writer(count);
        for sample in heard {
            into.write_sample(*sample);
        }
        into.flush().map_err(of_sound)?;
        self.loose += count;
        if self.loose >= RATE {
            self.loose = 0;
            self.writer.flush().map_err(of_sound)?;
        }
        Ok(())
    }

    /// Ends it.
    ///
    /// # Errors
    /// What the system says.
    pub fn close(self) -> io::Result<()> {
        self.writer.finalize().map_err(of_sound)
    }
}

fn of_sound(error: hound::Error) -> io::Error {
    match error {
        hound::Error::IoError(error) => error,
        other => io::Error::new(io::ErrorKind::InvalidData, other),
    }
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recording_that_is_gone_on_with_has_all_that_was_said() {
        let home = tempfile::tempdir().expect("a folder");
        let name = "2026-03-02T0900-drill-1";
        for part in [[1_i16, 2, 3], [4, 5, 6]] {
            let mut recording = Recording::open(home.path(), name).expect("a file");
            recording.add(&part).expect("room");
            recording.close().expect("an end");
        }
        let heard = samples(home.path(), name).expect("sound");
        assert_eq!(heard, [1, 2, 3, 4, 5, 6]);
        assert_eq!(size(home.path()), (1, 44 + 12));
    }

    #[test]
    fn what_was_said_until_a_kill_can_be_heard() {
        let home = tempfile::tempdir().expect("a folder");
        let mut recording = Recording::open(home.path(), "a-1").expect("a file");
        for _ in 0..25 {
            recording.add(&[7; 1_000]).expect("room");
        }
        // Nothing tidies up behind a kill.
        std::mem::forget(recording);
        let heard = samples(home.path(), "a-1").expect("sound");
        assert!(heard.len() >= 16_000, "{}", heard.len());
        Recording::open(home.path(), "a-1").expect("it goes on");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_hear_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let home = tempfile::tempdir().expect("a folder");
        let recording = Recording::open(home.path(), "a-1").expect("a file");
        recording.close().expect("an end");
        let mode = |path: PathBuf| fs::metadata(path).expect("it").permissions().mode() & 0o777;
        assert_eq!(mode(path(home.path(), "a-1")), 0o600);
        assert_eq!(mode(home.path().join("recordings")), 0o700);
    }
}

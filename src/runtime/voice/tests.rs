//! Programs that a test writes itself record and are heard; no sound card is needed.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use super::*;

/// Longer than any of this takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program of these lines of a shell.
fn program(folder: &Path, name: &str, lines: &str) -> Vec<String> {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{lines}\n")).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a mode");
    vec![path.display().to_string()]
}

fn voice(home: &Path) -> (Voice, Receiver<Heard>) {
    let (to, from) = mpsc::channel();
    let voice = Voice::new(home.to_owned(), move |heard| drop(to.send(heard)));
    (voice, from)
}

/// Waits for something that comes; what comes before it is passed over.
fn until(from: &Receiver<Heard>, is: impl Fn(&Heard) -> bool) -> Heard {
    loop {
        let heard = from.recv_timeout(PATIENCE).expect("it comes in time");
        if is(&heard) {
            return heard;
        }
    }
}

fn record(name: &str) -> Sounding {
    Sounding::Record(name.to_owned())
}

fn recorder(program: Vec<String>) -> Sound {
    Sound {
        recorder: program,
        ..Sound::default()
    }
}

/// What comes is told in a sentence with these words.
fn says(heard: &Heard, words: &str) {
    let said = heard.words().expect("a sentence");
    assert!(said.contains(words), "{said}");
}

/// A second of a square wave, as raw samples.
fn tone() -> Vec<u8> {
    let samples = (0..16_000).map(|n| if n / 40 % 2 == 0 { 9_000_i16 } else { -9_000 });
    samples.flat_map(i16::to_le_bytes).collect()
}

#[test]
fn what_a_recorder_hears_is_kept_and_stopping_leaves_nothing_behind() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("tone"), tone()).expect("sound");
    let tone = home.path().join("tone");
    // It goes on for good, and what it started holds the pipe, too.
    let lines = format!("while :; do cat '{}'; sleep 1; done", tone.display());
    let sound = recorder(program(home.path(), "rec", &lines));
    let (mut voice, from) = voice(home.path());
    voice.carry_out(&record("a-1"), &sound);
    until(&from, |h| *h == Heard::Recording("a-1".to_owned()));
    until(&from, |h| matches!(h, Heard::Level(level) if *level > 3));
    voice.carry_out(&Sounding::Stop, &sound);
    // How it sounded comes with it.
    until(
        &from,
        |h| matches!(h, Heard::Delivery(name, d) if name == "a-1" && d.first_s == 0),
    );
    until(&from, |h| *h == Heard::Recorded("a-1".to_owned()));
    let heard = recordings::samples(home.path(), "a-1").expect("a file");
    assert_eq!(heard[0], 9_000);
    // Gone on with, it has both parts.
    voice.carry_out(&record("a-1"), &sound);
    until(&from, |h| matches!(h, Heard::Level(_)));
    drop(voice);
    let more = recordings::samples(home.path(), "a-1").expect("a file");
    assert!(more.len() > heard.len(), "{} {}", more.len(), heard.len());
}

#[test]
fn a_recorder_that_ends_by_itself_is_told_and_what_it_heard_is_kept() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("tone"), tone()).expect("sound");
    let lines = format!("cat '{}'", home.path().join("tone").display());
    let sound = recorder(program(home.path(), "rec", &lines));
    let (mut voice, from) = voice(home.path());
    voice.carry_out(&record("a-1"), &sound);
    let lost = until(&from, |h| matches!(h, Heard::Lost(..)));
    says(&lost, "the answer goes on");
    let heard = recordings::samples(home.path(), "a-1").expect("a file");
    assert_eq!(heard.len(), 16_000);
}

#[test]
fn a_recorder_that_hears_nothing_at_all_is_told_once() {
    let home = tempfile::tempdir().expect("a folder");
    let sound = recorder(program(home.path(), "rec", "head -c 400000 /dev/zero"));
    let (mut voice, from) = voice(home.path());
    voice.carry_out(&record("a-1"), &sound);
    let told = until(&from, |h| matches!(h, Heard::Told(_)));
    says(&told, "is the microphone on?");
    until(&from, |h| match h {
        Heard::Told(words) => panic!("told again: {words}"),
        heard => matches!(heard, Heard::Lost(..)),
    });
}

#[test]
fn where_nothing_can_be_written_that_is_said_and_the_recorder_ends() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("recordings"), "a file in its place").expect("a file");
    let sound = recorder(program(home.path(), "rec", "cat /dev/zero"));
    let (mut voice, from) = voice(home.path());
    voice.carry_out(&record("a-1"), &sound);
    let lost = until(&from, |h| matches!(h, Heard::Lost(..)));
    says(&lost, "cannot be recorded");
}

#[test]
fn a_recorder_that_is_not_there_is_named() {
    let home = tempfile::tempdir().expect("a folder");
    let sound = recorder(vec!["/nowhere/rec".to_owned()]);
    let (mut voice, from) = voice(home.path());
    voice.carry_out(&record("a-1"), &sound);
    let lost = until(&from, |h| matches!(h, Heard::Lost(..)));
    says(&lost, "/nowhere/rec could not be started");
}

#[test]
fn a_player_gets_the_file_and_its_end_is_told() {
    let home = tempfile::tempdir().expect("a folder");
    let recording = recordings::Recording::open(home.path(), "a-1").expect("a file");
    recording.close().expect("an end");
    let got = home.path().join("got");
    let lines = format!("cat \"$1\" > '{}'", got.display());
    let sound = Sound {
        player: program(home.path(), "play", &lines),
        ..Sound::default()
    };
    let (mut voice, from) = voice(home.path());
    voice.carry_out(&Sounding::Play("a-1".to_owned()), &sound);
    until(&from, |h| *h == Heard::Playing("a-1".to_owned()));
    until(&from, |h| *h == Heard::Quiet);
    let file = fs::read(recordings::path(home.path(), "a-1")).expect("a file");
    assert_eq!(fs::read(got).expect("what it got"), file);
    voice.carry_out(&Sounding::Play("b-1".to_owned()), &sound);
    let told = until(&from, |h| matches!(h, Heard::Told(_)));
    says(&told, "not there any more");
}

#[test]
fn a_player_that_goes_on_for_good_is_ended_with_a_key() {
    let home = tempfile::tempdir().expect("a folder");
    let recording = recordings::Recording::open(home.path(), "a-1").expect("a file");
    recording.close().expect("an end");
    let sound = Sound {
        player: program(home.path(), "play", "cat /dev/zero > /dev/null"),
        ..Sound::default()
    };
    let (mut voice, from) = voice(home.path());
    voice.carry_out(&Sounding::Play("a-1".to_owned()), &sound);
    until(&from, |h| matches!(h, Heard::Playing(_)));
    voice.carry_out(&Sounding::Hush, &sound);
    until(&from, |h| *h == Heard::Quiet);
}

#[test]
fn a_question_is_read_from_the_standard_input_and_never_becomes_a_command() {
    let home = tempfile::tempdir().expect("a folder");
    let got = home.path().join("got");
    let lines = format!("echo \"$#\" > '{0}'; cat >> '{0}'", got.display());
    let sound = Sound {
        reader: program(home.path(), "say", &lines),
        ..Sound::default()
    };
    let (mut voice, from) = voice(home.path());
    let hostile = "--output=x; $(touch PWNED) `touch PWNED`\u{7}\u{1b}[31m";
    voice.carry_out(&Sounding::Read(hostile.to_owned()), &sound);
    until(&from, |h| *h == Heard::Reading);
    until(&from, |h| *h == Heard::Quiet);
    let said = fs::read_to_string(got).expect("what it got");
    assert_eq!(said, "0\n--output=x; $(touch PWNED) `touch PWNED`[31m");
    assert!(!home.path().join("PWNED").exists());
}

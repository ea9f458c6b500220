//! Sound: an answer that is recorded and heard again before it is rated, and a question that is read aloud.

use greenroom::desk::go::SetupFor;
use greenroom::desk::voice::{Heard, Programs, Sounding};
use greenroom::domain::practice::delivery::Delivery;
use greenroom::keys::{Command, Context};

use crate::visit::{Visit, secs};

const RECORDS: &str = "format = 1\nrecord = true\n";

const READS: &str = "format = 1\nread_aloud = true\n";

const ALOUD: &str = "format = 1\ninput = \"aloud\"\n";

/// What a computer with sound has.
fn programs() -> Heard {
    let name = |name: &str| Some(name.to_owned());
    Heard::Found(Programs {
        recorder: name("parec"),
        player: name("paplay"),
        reader: name("espeak-ng"),
    })
}

/// A first question is on the screen, to be answered aloud.
fn asked(config: &str) -> Visit {
    let mut v = Visit::new()
        .with_file("config.toml", config)
        .with_file("profile.toml", ALOUD)
        .ignore_toasts();
    v.opens().hears(programs());
    v.drills(&SetupFor::default()).is_in(Context::Ready);
    v
}

/// It is being answered, and the recorder hears it.
fn speaking() -> (Visit, String) {
    let mut v = asked(RECORDS);
    v.press(Command::Main).is_in(Context::Aloud);
    let name = recording(&v);
    v.hears(Heard::Recording(name.clone()));
    (v, name)
}

/// The recording that was asked for last.
fn recording(v: &Visit) -> String {
    let asked = v.asked_of_sound.iter().rev();
    let mut names = asked.filter_map(|what| match what {
        Sounding::Record(name) => Some(name.clone()),
        _ => None,
    });
    names.next().expect("nothing is recorded")
}

fn sounds(v: &mut Visit) -> Vec<Sounding> {
    std::mem::take(&mut v.asked_of_sound)
}

#[test]
fn nothing_is_recorded_before_somebody_says_so() {
    let mut v = asked("format = 1\n");
    v.press(Command::Main).wait(secs(20));
    v.sees("Only the clock listens; M records it, too.");
    v.press(Command::Main).is_in(Context::Evidence);
    assert_eq!(sounds(&mut v), []);
    v.press(Command::Play)
        .toast("Nothing was recorded of this answer.");
    v.file("practice/2026/…").lacks("recording");
}

#[test]
fn a_key_while_speaking_turns_it_on_and_says_where_it_stays() {
    let mut v = asked("format = 1\n");
    v.press(Command::Main).press(Command::Microphone);
    v.toast(
        "recorded from now on, with parec. It stays on this computer, in the folder recordings.",
    );
    v.file("config.toml").contains("record = true");
    let name = recording(&v);
    v.hears(Heard::Recording(name)).sees("recording, parec");
    v.press(Command::Microphone).toast("not recorded any more");
    assert_eq!(sounds(&mut v).last(), Some(&Sounding::Stop));
    v.file("config.toml").lacks("record");
}

#[test]
fn a_recording_begins_and_ends_with_the_answer_which_knows_its_name() {
    let (mut v, name) = speaking();
    assert_eq!(name, "2026-03-02T0900-drill-1");
    v.hears(Heard::Level(6))
        .sees("recording, parec")
        .sees("Recorded on this computer only");
    v.wait(secs(40))
        .press(Command::Main)
        .is_in(Context::Evidence);
    assert_eq!(
        sounds(&mut v),
        [Sounding::Record(name.clone()), Sounding::Stop]
    );
    v.hears(Heard::Recorded(name.clone()));
    v.file("practice/2026/…")
        .contains(&format!("recording = \"{name}\""));
    // Hear yourself first.
    v.sees("Hear yourself first: p plays what you said.");
    v.press(Command::Play).hears(Heard::Playing(name.clone()));
    v.sees("Playing what you said. p stops it.")
        .press(Command::Play);
    assert_eq!(sounds(&mut v), [Sounding::Play(name), Sounding::Hush]);
}

#[test]
fn a_pause_is_not_recorded() {
    let (mut v, name) = speaking();
    v.wait(secs(5)).press(Command::Pause).is_in(Context::Sheet);
    v.press(Command::Main).is_in(Context::Aloud);
    let asked = [
        Sounding::Record(name.clone()),
        Sounding::Stop,
        Sounding::Record(name),
    ];
    assert_eq!(sounds(&mut v), asked);
}

#[test]
fn a_recorder_that_fails_is_told_once_and_the_answer_goes_on() {
    let (mut v, name) = speaking();
    v.hears(Heard::Lost(
        name,
        "The recorder has ended by itself.".to_owned(),
    ));
    v.toast("The recorder has ended by itself.").wait(secs(10));
    assert_eq!(sounds(&mut v).len(), 1, "it is not begun again");
    v.press(Command::Main).is_in(Context::Evidence);
}

#[test]
fn a_sitting_that_was_killed_goes_on_in_the_same_recording() {
    let (mut v, name) = speaking();
    v.wait(secs(10)).kill().hears(programs());
    sounds(&mut v);
    v.press(Command::Main).is_in(Context::Aloud);
    assert_eq!(recording(&v), name);
}

#[test]
fn where_nothing_records_the_settings_say_what_would() {
    let mut v = Visit::new().with_file("profile.toml", ALOUD).size(100, 40);
    v.runs("settings")
        .sees("needs sox, ffmpeg, parec or arecord, which are not here");
    v.sees("kept for 30 days");
    let mut v = asked("format = 1\n");
    v.hears(Heard::Found(Programs::default()));
    v.press(Command::Main).sees("Only the clock listens. Enter");
    v.press(Command::Microphone)
        .toast("Nothing here records. Install sox");
}

#[test]
fn a_question_is_read_with_a_key_and_stops_with_it() {
    let mut v = asked("format = 1\n");
    v.press(Command::ReadAloud).hears(Heard::Reading);
    v.sees("Reading the question aloud. L stops it.")
        .press(Command::ReadAloud);
    let asked = sounds(&mut v);
    let [Sounding::Read(words), Sounding::Hush] = asked.as_slice() else {
        panic!("{asked:?}");
    };
    v.sees(words);
}

#[test]
fn each_question_is_read_by_itself_and_its_clock_waits() {
    let mut v = asked(READS);
    let asked = sounds(&mut v);
    assert!(matches!(asked.as_slice(), [Sounding::Read(_)]), "{asked:?}");
    v.hears(Heard::Reading).wait(secs(30)).hears(Heard::Quiet);
    v.wait(secs(5))
        .press(Command::Main)
        .wait(secs(9))
        .press(Command::Main);
    // Thinking began when it had been read.
    v.file("practice/2026/…")
        .contains("think_s = 5")
        .contains("seconds = 9");
}

#[test]
fn recordings_that_are_older_than_their_days_leave_at_the_start_and_that_is_told() {
    let mut v = Visit::new()
        .with_file("config.toml", RECORDS)
        .with_file("recordings/2026-01-15T0900-drill-1.wav", "sound")
        .with_file("recordings/2026-02-28T0900-drill-1.wav", "sound");
    v.opens()
        .toast("One recording that was older than 30 days was removed.");
    assert_eq!(
        v.files("recordings/…"),
        ["recordings/2026-02-28T0900-drill-1.wav"]
    );
}

#[test]
fn how_it_sounded_stands_beside_the_level_and_in_the_results() {
    let (mut v, name) = speaking();
    v.wait(secs(40))
        .press(Command::Main)
        .is_in(Context::Evidence);
    let delivery = Delivery {
        first_s: 3,
        speech: 78,
        pauses: 2,
        longest_s: 4,
    };
    v.hears(Heard::Delivery(name.clone(), delivery))
        .hears(Heard::Recorded(name.clone()));
    v.press_times(Command::Main, 2);
    while v.context() == Context::Anchors {
        v.press(Command::Main);
    }
    v.is_in(Context::After);
    let words = "In the recording: first word after 3 s, then speech 78% of the time, 2 pauses over 2 s, the longest 4 s.";
    for _ in 0..12 {
        v.press(Command::Down);
    }
    v.sees(words);
}

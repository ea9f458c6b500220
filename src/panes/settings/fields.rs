//! The fields of the settings, as the files say them.

use super::super::words::{CLOCKS, EXTRA_TIME};
use super::super::work;
use crate::desk::Model;
use crate::domain::library::Seniority;
use crate::domain::practice::clock::Factor;
use crate::domain::practice::rate::Rating;
use crate::domain::practice::record::Input;
use crate::domain::settings::{Announce, Config, GlyphSet, Profile};
use crate::domain::sound::KEPT_DAYS as KEPT;
use crate::look::theme;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Value};

/// Minutes a day that can be chosen.
pub const MINUTES_A_DAY: [u16; 9] = [5, 10, 15, 20, 30, 45, 60, 90, 120];

/// Words a minute that can be chosen.
pub const PACES: [u16; 9] = [100, 110, 120, 130, 140, 150, 160, 170, 180];

/// Days that recordings can be kept; 0 is always.
pub const KEPT_DAYS: [u16; 5] = [7, KEPT, 90, 365, 0];

/// How far along, in words.
pub const ALONG: [(&str, Option<Seniority>); 6] = [
    ("any", None),
    (Seniority::Entry.words(), Some(Seniority::Entry)),
    (Seniority::Mid.words(), Some(Seniority::Mid)),
    (Seniority::Senior.words(), Some(Seniority::Senior)),
    (Seniority::Manager.words(), Some(Seniority::Manager)),
    (Seniority::Executive.words(), Some(Seniority::Executive)),
];

/// Sets of symbols, in words.
pub const GLYPH_SETS: [(&str, GlyphSet); 3] = [
    ("as the terminal can", GlyphSet::Auto),
    ("lines and dots", GlyphSet::Unicode),
    ("plain letters", GlyphSet::Ascii),
];

/// How much of a rating is asked.
pub const RATINGS: [(&str, Rating); 3] = [
    ("short after mocks, full in drills", Rating::Fitting),
    ("short: what you said, point by point", Rating::Short),
    ("full: with the descriptions", Rating::Full),
];

/// How often the clock moves, in words.
pub const REPAINTS: [(&str, Announce); 3] = [
    ("each second", Announce::Seconds),
    ("each minute", Announce::Minutes),
    ("when it matters", Announce::Marks),
];

/// A choice among numbers; one that is not in the list stands behind it.
fn numbers(label: &str, list: &[u16], at: u16, unit: &str) -> Field {
    let mut words: Vec<String> = list.iter().map(|n| format!("{n} {unit}")).collect();
    let place = list.iter().position(|n| *n == at).unwrap_or_else(|| {
        words.push(format!("{at} {unit}"));
        list.len()
    });
    Field::new(label, Value::Choice(words, place))
}

/// A choice among a few words.
fn few<T: PartialEq>(list: &[(&str, T)], at: &T) -> (Vec<String>, usize) {
    let words = list.iter().map(|(words, _)| (*words).to_owned()).collect();
    let place = list.iter().position(|(_, one)| one == at).unwrap_or(0);
    (words, place)
}

/// Every field, as the files say it.
pub fn all(model: &Model) -> Vec<Field> {
    let mut fields = who(model);
    fields.extend(practice(&model.profile));
    fields.extend(sound(model));
    fields.extend(looks(&model.config));
    fields
}

fn who(model: &Model) -> Vec<Field> {
    let profile = &model.profile;
    let (along, stands) = few(&ALONG, &profile.seniority);
    vec![
        Field::new("First name", Value::Line(Editor::single(&profile.name)))
            .with_note("for the greeting; may stay empty"),
        work::choice(model, &profile.family).with_note("its questions join the general ones"),
        Field::new("How far along", Value::Choice(along, stands)),
        numbers("A day", &MINUTES_A_DAY, profile.minutes_a_day, "minutes"),
    ]
}

fn practice(profile: &Profile) -> Vec<Field> {
    let clocks = CLOCKS.iter().map(|c| c.1.to_owned()).collect();
    let clock = CLOCKS.iter().position(|c| c.0 == profile.pacing);
    let factors = Factor::ALL.iter().map(|f| f.label().to_owned()).collect();
    let factor = Factor::ALL.iter().position(|f| *f == profile.factor);
    let inputs = vec!["typed".to_owned(), "aloud".to_owned()];
    let aloud = usize::from(profile.input == Input::Aloud);
    let (ratings, rated) = few(&RATINGS, &profile.rating);
    vec![
        Field::new("Answer", Value::Radio(inputs, aloud)),
        Field::new("Clock", Value::Choice(clocks, clock.unwrap_or(0))),
        Field::new(EXTRA_TIME, Value::Radio(factors, factor.unwrap_or(0))),
        numbers("Speaking pace", &PACES, profile.pace, "words a minute")
            .with_note("typed: as if spoken; code by time"),
        Field::new(
            "Delivery",
            Value::Tick(
                "rate how it was said, after answers aloud".to_owned(),
                profile.delivery,
            ),
        ),
        Field::new("Rating", Value::Choice(ratings, rated)),
        Field::new(
            "Improper",
            Value::Tick(
                "drills may ask what nobody should ask".to_owned(),
                profile.improper,
            ),
        ),
    ]
}

/// Sound, where there are programs for it; else which ones would do.
fn sound(model: &Model) -> Vec<Field> {
    let (sound, programs) = (&model.config.sound, &model.voice.programs);
    let record = match &programs.recorder {
        Some(name) => format!("spoken answers, with {name}; it stays on this computer"),
        None => "needs sox, ffmpeg, parec or arecord, which are not here".to_owned(),
    };
    let reads = match &programs.reader {
        Some(name) => format!("each question, with {name}; its clock waits"),
        None => "needs espeak-ng, which is not here".to_owned(),
    };
    let mut days: Vec<String> = KEPT_DAYS.iter().map(|days| kept_words(*days)).collect();
    let kept = KEPT_DAYS.iter().position(|days| *days == sound.kept_days);
    let kept = kept.unwrap_or_else(|| {
        days.push(kept_words(sound.kept_days));
        KEPT_DAYS.len()
    });
    vec![
        Field::new("Record", Value::Tick(record, sound.record)),
        Field::new("Recordings", Value::Choice(days, kept)),
        Field::new("Read aloud", Value::Tick(reads, sound.reads)),
    ]
}

fn kept_words(days: u16) -> String {
    match days {
        0 => "kept until you remove them".to_owned(),
        days => format!("kept for {days} days"),
    }
}

fn looks(config: &Config) -> Vec<Field> {
    let mut themes: Vec<String> = theme::names().map(str::to_owned).collect();
    let theme = theme::names().position(|name| name == config.theme);
    // One that nobody ships stands behind the others and stays until another one is chosen.
    let theme = theme.unwrap_or_else(|| {
        themes.push(config.theme.clone());
        themes.len() - 1
    });
    let (glyphs, set) = few(&GLYPH_SETS, &config.glyphs);
    let (repaints, how_often) = few(&REPAINTS, &config.announce);
    vec![
        Field::new("Theme", Value::Choice(themes, theme)),
        Field::new("Symbols", Value::Choice(glyphs, set)).with_note("from the next start on"),
        Field::new("Clock moves", Value::Choice(repaints, how_often)),
        Field::new(
            "Bell",
            Value::Tick(
                "when an answer is long enough, and when it is too long".to_owned(),
                config.bell,
            ),
        ),
        Field::new(
            "Mouse",
            Value::Tick("the wheel scrolls".to_owned(), config.mouse),
        ),
    ]
}

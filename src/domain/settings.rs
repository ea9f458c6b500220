//! What a person sets once: the program's looks and manners, and who they are.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use super::practice::clock::Announce;
pub use super::sound::Sound;

use super::id::FamilyId;
use super::journey::Says;
use super::library::Seniority;
use super::practice::clock::{Factor, Pacing};
use super::practice::hearing::Sampled;
use super::practice::rate::Rating;
use super::practice::record::Input;
use crate::problem::Place;

/// Which symbols are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GlyphSet {
    /// Decided from the terminal: plain symbols on the Linux console and in the C locale.
    #[default]
    Auto,
    /// Box drawing, dots and bars.
    Unicode,
    /// Only `0x20` to `0x7E`.
    Ascii,
}

/// A key of the user's own: `"ctrl+o" = "library"` under `[keys.browse]`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyLine {
    /// Where it counts: the name of a context or layer.
    pub context: String,
    /// The key.
    pub key: String,
    /// The command; empty takes the key away.
    pub command: String,
    /// Where the line stands in `config.toml`, and the line itself.
    pub at: (Place, String),
    /// Where the heading above it stands, and the heading.
    pub heading: (Place, String),
}

/// Looks and manners of the program (`config.toml`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Name of the theme.
    pub theme: String,
    /// Symbols.
    pub glyphs: GlyphSet,
    /// Repaints of the clock.
    pub announce: Announce,
    /// Whether the bell rings at the edges of the window.
    pub bell: bool,
    /// Whether clicks and the wheel are taken.
    pub mouse: bool,
    /// Editor to hand text to, as program and arguments; empty: `$VISUAL`, `$EDITOR`, a found one.
    pub editor: Vec<String>,
    /// Recording, playing back, reading aloud.
    pub sound: Sound,
    /// Lines of the `[keys.CONTEXT]` tables, as they stand in the file.
    pub keys: Vec<KeyLine>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: "terminal".to_owned(),
            glyphs: GlyphSet::Auto,
            announce: Announce::Seconds,
            bell: false,
            mouse: false,
            editor: Vec::new(),
            sound: Sound::default(),
            keys: Vec::new(),
        }
    }
}

/// What somebody said about themselves: it is not guessed any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said {
    /// The field of work, which may be `general`; or that they do not want to be asked.
    pub family: bool,
    /// How far along they are, which may be "all": a role does not change it then.
    pub seniority: bool,
}

/// Who practices (`profile.toml`), and how they like to.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// First name for the greeting; may be empty.
    pub name: String,
    /// First name of the friend they practiced with last, at one laptop; may be empty.
    pub friend: String,
    /// Field of work; `general` until chosen.
    pub family: FamilyId,
    /// How far along; `None` is "all".
    pub seniority: Option<Seniority>,
    /// What of both they said themselves.
    pub said: Said,
    /// Minutes a day they want to spend, 5 to 240.
    pub minutes_a_day: u16,
    /// Minutes that they have on certain days, in order; none at all is 0.
    pub days: Vec<(NaiveDate, u16)>,
    /// Speaking pace in words a minute; 140 until known.
    pub pace: u16,
    /// Time factor.
    pub factor: Factor,
    /// Clock.
    pub pacing: Pacing,
    /// Typed or aloud, as last chosen.
    pub input: Input,
    /// Whether improper questions may be drawn (never by default).
    pub improper: bool,
    /// Whether delivery is rated for spoken answers.
    pub delivery: bool,
    /// How much of a rating is asked.
    pub rating: Rating,
    /// Preparation steps ticked without an application: stage id, then the step's text.
    pub ticks: Vec<(String, String)>,
    /// Sample answers that they rated from the interviewer's seat.
    pub sampled: Vec<Sampled>,
    /// What matters to them in a job, in their own words, what matters most first.
    pub matters: Vec<String>,
    /// What they say of staying where they are; empty while that is not weighed.
    pub staying: Vec<Says>,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            name: String::new(),
            friend: String::new(),
            family: FamilyId::new("general"),
            seniority: None,
            said: Said::default(),
            minutes_a_day: 20,
            days: Vec::new(),
            pace: 140,
            factor: Factor::X1,
            pacing: Pacing::Window,
            input: Input::Typed,
            improper: false,
            delivery: true,
            rating: Rating::Fitting,
            ticks: Vec::new(),
            sampled: Vec::new(),
            matters: Vec::new(),
            staying: Vec::new(),
        }
    }
}

/// Minutes that were said of just this day.
pub fn minutes_on(days: &[(NaiveDate, u16)], day: NaiveDate) -> Option<u16> {
    let said = days.iter().find(|(of, _)| *of == day);
    said.map(|(_, minutes)| *minutes)
}

impl Profile {
    /// Extra time as it holds: where nothing has a clock there is none to lengthen.
    pub fn extra_time(&self) -> Factor {
        match self.pacing {
            Pacing::None => Factor::X1,
            Pacing::Window | Pacing::Hard => self.factor,
        }
    }

    /// Minutes that they have on this day, where they said so of just this one.
    pub fn minutes_on(&self, day: NaiveDate) -> Option<u16> {
        minutes_on(&self.days, day)
    }

    /// Says how many minutes there are on a day; `None`: as many as on any other. Days gone by are forgotten.
    pub fn say_minutes(&mut self, day: NaiveDate, minutes: Option<u16>, today: NaiveDate) {
        self.days.retain(|(of, _)| *of >= today && *of != day);
        self.days.extend(minutes.map(|minutes| (day, minutes)));
        self.days.sort_unstable();
    }

    /// Whether nobody has said yet what their work is.
    pub fn lacks_field(&self) -> bool {
        !self.said.family && self.family.as_str() == "general"
    }

    /// How far something is from the user's work that is for these fields: 0 theirs, 1 any field, 2 that of others.
    /// All is as near while nobody said what their work is.
    pub fn distance(&self, fields: &[FamilyId]) -> u8 {
        match (self.lacks_field(), fields) {
            (true, _) => 0,
            (false, []) => 1,
            (false, fields) => 2 * u8::from(!fields.contains(&self.family)),
        }
    }

    /// Whether somebody is in their first years: they say so, or they look for a first job.
    pub fn is_beginner(&self) -> bool {
        match self.seniority {
            Some(level) => level == Seniority::Entry,
            None => self.family.as_str() == "early-career",
        }
    }
}

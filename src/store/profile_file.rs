//! `profile.toml`: who practices and how they like to.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use toml_edit::{Table, Value};

use super::says::{RawSays, says};
use super::toml_in::{Day, FORMAT, Formatted, open, proof, shown, utf8};
use super::toml_out::{Lines, day, inline, on_lines, word};
use super::weave::Edited;
use crate::content::place;
use crate::content::proof::fields_of;
use crate::domain::id::{DimensionId, ExemplarId, FamilyId};
use crate::domain::level::Level;
use crate::domain::library::Seniority;
use crate::domain::order::InOrder;
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::hearing::Sampled;
use crate::domain::practice::rate::Rating;
use crate::domain::practice::record::Input;
use crate::domain::settings::{Profile, Said};
use crate::problem::Problem;

impl Edited for Profile {
    fn read(file: &str, bytes: &[u8]) -> Result<(Self, i64), Box<Problem>> {
        let (raw, format): (RawProfile, i64) = open(file, bytes)?;
        Ok((raw.lower(), format))
    }

    fn proof(file: &str, bytes: &[u8]) -> Vec<Problem> {
        let mut problems = proof::<RawProfile>(file, bytes);
        let Ok((raw, _)) = open::<RawProfile>(file, bytes) else {
            return problems;
        };
        let numbers = [
            ("minutes_a_day", beyond(raw.minutes_a_day, MINUTES_A_DAY)),
            ("pace", beyond(raw.pace, PACE)),
        ];
        for (name, told) in numbers {
            if let (Some((what, hint)), Ok(text)) = (told, utf8(file, bytes)) {
                problems.push(place::at_field(file, text, name, &what, &hint));
            }
        }
        problems.order_by_key(|problem| problem.place);
        problems
    }

    fn names() -> &'static [&'static str] {
        fields_of::<RawProfile>()
    }

    fn table(&self) -> Table {
        let ticks = (!self.ticks.is_empty()).then(|| on_lines(self.ticks.iter().map(tick)));
        let sampled =
            (!self.sampled.is_empty()).then(|| on_lines(self.sampled.iter().map(sampled)));
        Lines::new()
            .put("format", FORMAT)
            .put("name", self.name.as_str())
            .maybe(
                "friend",
                Some(self.friend.as_str()).filter(|f| !f.is_empty()),
            )
            .put("family", self.family.as_str())
            .maybe("family_said", self.said.family.then_some(true))
            .maybe("seniority", self.seniority.map(Seniority::id))
            .maybe("seniority_said", self.said.seniority.then_some(true))
            .put("minutes_a_day", i64::from(self.minutes_a_day))
            .maybe(
                "days",
                (!self.days.is_empty())
                    .then(|| on_lines(self.days.iter().copied().map(minutes_of))),
            )
            .put("pace", i64::from(self.pace))
            .put("factor", word(self.factor))
            .put("pacing", word(self.pacing))
            .put("input", word(self.input))
            .put("improper", self.improper)
            .put("delivery", self.delivery)
            .put("rating", word(self.rating))
            .maybe("ticks", ticks)
            .maybe("sampled", sampled)
            .texts("matters", &self.matters)
            .maybe(
                "staying",
                (!self.staying.is_empty()).then(|| on_lines(self.staying.iter().map(says))),
            )
            .done()
    }
}

fn minutes_of((date, minutes): (NaiveDate, u16)) -> Value {
    inline([("date", day(date)), ("minutes", i64::from(minutes).into())])
}

fn tick((stage, step): &(String, String)) -> Value {
    inline([
        ("stage", stage.as_str().into()),
        ("step", step.as_str().into()),
    ])
}

fn sampled(one: &Sampled) -> Value {
    let numbers = |of: &[u8]| of.iter().map(|n| i64::from(*n)).collect::<Value>();
    let levels = one
        .levels
        .iter()
        .map(|(id, level)| (id.as_str(), level.id()));
    inline([
        ("sample", one.sample.as_str().into()),
        ("points_hit", numbers(&one.hit)),
        ("points_half", numbers(&one.half)),
        ("red_flags", numbers(&one.flags)),
        ("levels", levels.collect::<Value>()),
    ])
}

/// Every key may be missing: the profile then says what a new one says.
#[derive(Deserialize)]
struct RawProfile {
    format: i64,
    name: Option<String>,
    friend: Option<String>,
    family: Option<String>,
    #[serde(default)]
    family_said: bool,
    seniority: Option<Seniority>,
    #[serde(default)]
    seniority_said: bool,
    minutes_a_day: Option<i64>,
    #[serde(default)]
    days: Vec<RawDay>,
    /// How one day was written before there could be several.
    tonight: Option<RawDay>,
    pace: Option<i64>,
    factor: Option<Factor>,
    pacing: Option<Pacing>,
    input: Option<Input>,
    improper: Option<bool>,
    delivery: Option<bool>,
    rating: Option<Rating>,
    #[serde(default)]
    ticks: Vec<RawTick>,
    #[serde(default)]
    sampled: Vec<RawSampled>,
    #[serde(default)]
    matters: Vec<String>,
    #[serde(default)]
    staying: Vec<RawSays>,
}

impl Formatted for RawProfile {
    fn format(&self) -> i64 {
        self.format
    }
}

#[derive(Deserialize)]
struct RawDay {
    date: Day,
    minutes: i64,
}

#[derive(Deserialize)]
struct RawTick {
    stage: String,
    step: String,
}

#[derive(Deserialize)]
struct RawSampled {
    sample: String,
    #[serde(default)]
    points_hit: Vec<u8>,
    #[serde(default)]
    points_half: Vec<u8>,
    #[serde(default)]
    red_flags: Vec<u8>,
    #[serde(default)]
    levels: BTreeMap<String, Level>,
}

impl RawSampled {
    fn lower(self) -> Sampled {
        let levels = self.levels.into_iter();
        Sampled {
            sample: ExemplarId::new(shown(self.sample)),
            hit: self.points_hit,
            half: self.points_half,
            flags: self.red_flags,
            levels: levels
                .map(|(id, level)| (DimensionId::new(shown(id)), level))
                .collect(),
        }
    }
}

/// Minutes a day, the fewest and the most.
const MINUTES_A_DAY: (u16, u16) = (5, 240);

/// Words a minute, the fewest and the most.
const PACE: (u16, u16) = (60, 260);

/// The number itself, or the bound that it is beyond.
fn within(number: i64, (least, most): (u16, u16)) -> u16 {
    let bounded = number.clamp(i64::from(least), i64::from(most));
    u16::try_from(bounded).unwrap_or(most)
}

/// A number that is taken for another one, since it is beyond its bounds.
fn beyond(number: Option<i64>, bounds: (u16, u16)) -> Option<(String, String)> {
    let number = number?;
    let taken = within(number, bounds);
    (i64::from(taken) != number).then(|| {
        (
            format!("`{number}` counts as {taken} here."),
            format!("Write a whole number from {} to {}.", bounds.0, bounds.1),
        )
    })
}

impl RawProfile {
    fn lower(self) -> Profile {
        let new = Profile::default();
        let tick = |raw: RawTick| (shown(raw.stage), shown(raw.step));
        Profile {
            name: self.name.map_or(new.name, shown),
            friend: self.friend.map_or(new.friend, shown),
            family: self.family.map_or(new.family, |f| FamilyId::new(shown(f))),
            seniority: self.seniority,
            said: Said {
                family: self.family_said,
                seniority: self.seniority_said,
            },
            minutes_a_day: self
                .minutes_a_day
                .map_or(new.minutes_a_day, |m| within(m, MINUTES_A_DAY)),
            days: (self.days.into_iter().chain(self.tonight))
                .map(|raw| (raw.date.0, within(raw.minutes, (0, MINUTES_A_DAY.1))))
                .collect(),
            pace: self.pace.map_or(new.pace, |p| within(p, PACE)),
            factor: self.factor.unwrap_or(new.factor),
            pacing: self.pacing.unwrap_or(new.pacing),
            input: self.input.unwrap_or(new.input),
            improper: self.improper.unwrap_or(new.improper),
            delivery: self.delivery.unwrap_or(new.delivery),
            rating: self.rating.unwrap_or(new.rating),
            ticks: self.ticks.into_iter().map(tick).collect(),
            sampled: self.sampled.into_iter().map(RawSampled::lower).collect(),
            matters: self.matters.into_iter().map(shown).collect(),
            staying: self.staying.into_iter().map(RawSays::lower).collect(),
        }
    }
}

#[cfg(test)]
mod tests;

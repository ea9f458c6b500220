//! The interview that was named on the command line: its job, with the hour or the stage where that has several.

use chrono::{NaiveDate, NaiveTime};

use super::{application, list};
use crate::domain::dates::read_time;
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Round, Slot, Which};
use crate::domain::library::StageId;
use crate::domain::next::talk;
use crate::domain::search::fold;

/// The interview that was named: `hillview`, `hillview 10:00`, `hillview panel`.
///
/// # Errors
///
/// A sentence about what may be meant; `option` is what it was named with.
pub fn interview(
    wanted: &str,
    applications: &[Application],
    option: &str,
    today: NaiveDate,
) -> Result<(ApplicationId, Which), String> {
    let why = match application(wanted, applications, option) {
        Ok(id) => return Ok((id, Which::Next)),
        Err(why) => why,
    };
    let words = wanted.trim();
    for (at, _) in words.char_indices().filter(|(_, c)| c.is_whitespace()) {
        let (head, tail) = words.split_at(at);
        let job = application(head, applications, option);
        let job = job
            .ok()
            .and_then(|id| applications.iter().find(|job| job.id == id));
        if let (Some(job), Some(told)) = (job, Told::of(tail)) {
            let which = told.among(job, today);
            return which
                .map(|which| (job.id.clone(), which))
                .ok_or_else(|| none(job, tail.trim()));
        }
    }
    Err(why)
}

/// What names an interview so that it is found again: the job alone where it has no other on that day.
pub fn name_of(job: &Application, slot: Slot) -> String {
    let of_its_day = job.rounds.iter().filter(|r| r.date == slot.date);
    if of_its_day.count() < 2 {
        return job.id.to_string();
    }
    let rest = match job.telling_time(slot) {
        Some(time) => time.format("%H:%M").to_string(),
        None => slot.stage.id().to_owned(),
    };
    format!("'{} {rest}'", job.id)
}

/// What was said of it after the job.
enum Told {
    Hour(NaiveTime),
    Stage(StageId),
}

impl Told {
    fn of(words: &str) -> Option<Self> {
        let folded = fold(words.trim());
        let names = |stage: StageId| [stage.id(), stage.short(), talk(stage)].map(fold);
        let mut stages = StageId::ALL.into_iter();
        let stage = stages.find(|stage| names(*stage).contains(&folded));
        let hour = || read_time(words).map(Self::Hour);
        stage.map(Self::Stage).or_else(hour)
    }

    /// The next such interview of a job, else the last one.
    fn among(&self, job: &Application, today: NaiveDate) -> Option<Which> {
        let fits = |round: &&Round| match self {
            Self::Hour(hour) => round.time == Some(*hour),
            Self::Stage(stage) => round.stage == *stage,
        };
        let rounds = || job.by_day().into_iter().map(|(_, r)| r).filter(fits);
        let coming = rounds().find(|r| r.date.is_none_or(|date| date >= today));
        let round = coming.or_else(|| rounds().next_back())?;
        Some(Which::At(round.slot()))
    }
}

fn none(job: &Application, tail: &str) -> String {
    let all = job.by_day().into_iter().map(|(_, round)| {
        let time = round.time.map(|time| time.format("%H:%M ").to_string());
        format!("{}{}", time.unwrap_or_default(), round.stage.id())
    });
    let all: Vec<String> = all.collect();
    if all.is_empty() {
        return format!("{} has no interview yet.", job.employer);
    }
    let all = list(all.iter().map(String::as_str));
    format!("{} has no interview `{tail}`. It has {all}.", job.employer)
}

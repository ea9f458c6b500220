//! What is said of stories alike wherever they stand: who has heard one, what to tell instead, what is still empty.

use chrono::NaiveDate;

use super::words::hide_names;
use crate::desk::Model;
use crate::domain::id::{ApplicationId, CompetencyId};
use crate::domain::journey::{Application, Round, minutes_in};
use crate::domain::library::StageId;
use crate::domain::order::InOrder;
use crate::domain::story::{Heard, Length, Mark, Part, Story, Told, heard, instead};
use crate::domain::text::listed;
use crate::domain::time::{Now, short_date};

/// `Harbor Health, panel, 27 Feb`, as much of it as is known.
pub fn place(
    model: &Model,
    application: Option<&ApplicationId>,
    stage: Option<StageId>,
    day: NaiveDate,
    today: NaiveDate,
) -> String {
    let application = application.and_then(|id| model.journey.get(id));
    let employer = application.map(|a| model.employer(a));
    let stage = stage.map(|s| s.short().to_lowercase());
    let day = Some(short_date(day, today));
    let parts: Vec<String> = [employer, stage, day].into_iter().flatten().collect();
    parts.join(", ")
}

/// The same of a time it was told.
pub fn told_place(model: &Model, told: &Told, today: NaiveDate) -> String {
    place(
        model,
        told.application.as_ref(),
        told.stage,
        told.day,
        today,
    )
}

/// `J. Moreau has heard this one (Harbor Health, phone or video, 27 Feb) and will be there.`
pub fn heard_words(model: &Model, heard: &Heard, today: NaiveDate) -> String {
    let place = place(
        model,
        heard.application.as_ref(),
        heard.stage,
        heard.day,
        today,
    );
    let words = match heard.people.as_slice() {
        [] => format!("They may have heard this one: {place}. Nobody's name is written down."),
        [one] => format!("{one} has heard this one ({place}) and will be there."),
        several => format!(
            "{} have heard this one ({place}) and will be there.",
            listed(several)
        ),
    };
    hide_names(model, &words)
}

/// Who has heard a story, and which other one to tell for a competency instead; nothing where it is new to them.
pub fn warning(
    model: &Model,
    story: &Story,
    competency: Option<&CompetencyId>,
    (application, round): (&Application, &Round),
    today: NaiveDate,
) -> Option<String> {
    let found = heard(story, application, round)?;
    let words = heard_words(model, &found, today);
    // What it says nothing about it is not told for.
    let tells = |c: &&CompetencyId| story.mark(c.as_str()) != Mark::Neither;
    let Some(competency) = competency.filter(tells) else {
        return Some(words);
    };
    let stories = &model.stories.list;
    let title = model.library.competency_title(competency.as_str());
    let other = match instead(stories, story, competency.as_str(), (application, round)) {
        Some((at, other, mark)) => format!(
            "Instead, for {}: {} {}, {}, new to them.",
            title.to_lowercase(),
            at + 1,
            other.name(),
            mark.words()
        ),
        None => format!(
            "No other story for {} is new to them.",
            title.to_lowercase()
        ),
    };
    Some(format!("{words} {}", hide_names(model, &other)))
}

/// `Told to J. Moreau, Harbor Health, panel, 27 Feb: Solid`, the last time first.
pub fn told_lines(model: &Model, story: &Story, today: NaiveDate) -> Vec<String> {
    let mut all: Vec<&Told> = story.told.iter().collect();
    all.order_by_key(|told| std::cmp::Reverse(told.day));
    let line = |told: &Told| {
        let people = match told.people.as_slice() {
            [] => String::new(),
            people => format!(" to {}", listed(people)),
        };
        let level = told.level.map(|level| format!(": {}", level.word()));
        let place = told_place(model, told, today);
        format!("Told{people}, {place}{}", level.unwrap_or_default())
    };
    all.into_iter().map(line).collect()
}

/// How many minutes an interview takes: as the user put it, else as such a stage takes at most.
pub fn minutes(model: &Model, round: &Round) -> Option<u32> {
    let usual = || model.library.stage(round.stage).map(|s| s.minutes_max);
    minutes_in(&round.length).or_else(usual)
}

/// The same of the next one.
pub fn minutes_ahead(model: &Model, now: Now) -> Option<u32> {
    let (_, round) = model.next_interview(now.wall)?;
    minutes(model, round)
}

/// `Solid, told twice, has 30 and 90 s`. Where the interview that it is for takes so many minutes, only what has room in
/// it.
pub fn facts(story: &Story, minutes: Option<u32>) -> String {
    let level = story.level().map(|level| level.word().to_owned());
    let all = story.written_lengths();
    let fits = |l: &&Length| minutes.is_none_or(|minutes| l.fits(minutes));
    let fitting = all.iter().filter(fits).map(|l| l.seconds().to_string());
    let fitting: Vec<String> = fitting.collect();
    let lengths = match (fitting.as_slice(), minutes) {
        ([], Some(minutes)) if !all.is_empty() => Some(format!("no version for {minutes} minutes")),
        ([], _) => None,
        (seconds, _) => Some(format!("has {} s", listed(seconds))),
    };
    let parts = [level, Some(story.told_words()), lengths];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// `Still empty: result, number.`; nothing where every part has something in it.
pub fn still_empty(story: &Story) -> Option<String> {
    let parts = Part::ALL.into_iter().filter(|part| story.lacks(*part));
    let word = |part: Part| match part {
        Part::Actions => "what you did".to_owned(),
        part => part.word().to_lowercase(),
    };
    let parts: Vec<String> = parts.map(word).collect();
    (!parts.is_empty()).then(|| format!("Still empty: {}.", parts.join(", ")))
}

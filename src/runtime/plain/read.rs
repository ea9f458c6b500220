//! What is read: the sheet of a stage with its preparation to tick, and what practice has come to.

use super::page::{Away, Said};
use super::seat::Seat;
use super::{handbook, steps};
use crate::domain::id::{ApplicationId, PerspectiveId};
use crate::domain::library::StageId;
use crate::domain::order::InOrder;
use crate::domain::progress;
use crate::panes::handbook::part::leaf;
use crate::panes::stage::parts::{self, Act, HIRES, Part, Row, TO_ASK};
use crate::panes::ticks;
use crate::panes::words::count;

/// Lets the user choose a stage, and for which job, and reads its sheet.
///
/// # Errors
/// When the user goes away.
pub fn stage(seat: &mut Seat<'_>) -> Said<()> {
    let which = |seat: &mut Seat<'_>| {
        seat.page.say("Which stage?");
        let stages = StageId::ALL.map(StageId::short);
        Ok(StageId::ALL[seat.page.pick(&stages, Some(0))?])
    };
    steps::choose(seat, which, of_a_job)
}

/// The sheet of a stage, for the one job or for that of several which is meant.
fn of_a_job(seat: &mut Seat<'_>, stage: StageId) -> Said<()> {
    let jobs: Vec<(ApplicationId, String)> = (seat.model.journey.open())
        .map(|job| (job.id.clone(), job.title()))
        .collect();
    if jobs.len() < 2 {
        return sheet(seat, stage, jobs.first().map(|(id, _)| id));
    }
    let which = |seat: &mut Seat<'_>| {
        let titles: Vec<&str> = jobs.iter().map(|(_, title)| title.as_str()).collect();
        seat.page.say("For which job?");
        seat.page.pick(&titles, Some(0))
    };
    steps::choose(seat, which, |seat, at| {
        sheet(seat, stage, jobs.get(at).map(|(id, _)| id))
    })
}

/// Reads the sheet of a stage part by part; what is prepared is ticked, for a job or, without one, for the user.
///
/// # Errors
/// When the user goes away.
pub fn sheet(seat: &mut Seat<'_>, stage: StageId, job: Option<&ApplicationId>) -> Said<()> {
    if let Some(sheet) = seat.model.library.stage(stage) {
        seat.page
            .say(&format!("{}. {}", sheet.title, sheet.summary));
        let (min, max) = (sheet.minutes_min, sheet.minutes_max);
        seat.page.say(&format!("Usually {min} to {max} minutes."));
    }
    let job = job.cloned();
    let mut read = 0;
    loop {
        let parts = collect(seat, (stage, job.as_ref()));
        let titles: Vec<String> = parts.iter().map(title).collect();
        // Questions that are kept make a part of their own.
        if std::mem::replace(&mut read, titles.len()) != titles.len() {
            seat.page.choices(&titles);
        }
        let names: Vec<&str> = parts.iter().map(|part| part.title.as_str()).collect();
        let at = seat.page.which("Which part? Enter leaves:", &names)?;
        let Some(chosen) = at.and_then(|at| parts.get(at)) else {
            return Ok(());
        };
        match part(seat, (stage, job.as_ref()), chosen) {
            Ok(()) | Err(Away::Back) => {}
            away => return away,
        }
    }
}

fn collect(seat: &Seat<'_>, (stage, job): (StageId, Option<&ApplicationId>)) -> Vec<Part> {
    let mut parts = parts::collect(&seat.model, stage, job, seat.now());
    // It comes and goes: at the end it moves no number of another part.
    parts.order_by_key(|part| part.title == TO_ASK);
    parts
}

/// `Prepare, 2 of 8.`
fn title(part: &Part) -> String {
    match part.fact.as_str() {
        "" => format!("{}.", part.title),
        fact => format!("{}, {fact}.", part.title),
    }
}

/// The lines of a part; one that can be ticked is, another is read with what is behind it.
fn part(seat: &mut Seat<'_>, of: (StageId, Option<&ApplicationId>), chosen: &Part) -> Said<()> {
    let mut read = false;
    loop {
        let same = |part: &Part| part.title == chosen.title;
        let Some(part) = collect(seat, of).into_iter().find(same) else {
            return Ok(());
        };
        let keeps = part.keeps();
        let lines: Vec<String> = part.rows.iter().map(|row| line(row, keeps)).collect();
        let ticks = part.rows.iter().any(|row| row.ticked.is_some());
        let goes_on =
            |row: &Row| !row.more.is_empty() || row.voice.is_some() || row.act == Some(Act::Ask);
        if !ticks && !part.rows.iter().any(goes_on) {
            for line in lines {
                seat.page.hanging("- ", &line);
            }
            return Ok(());
        }
        if !std::mem::replace(&mut read, true) {
            seat.page.choices(&lines);
        }
        let question = match (ticks, keeps) {
            (_, true) => "Which one to keep, or let go? Enter goes back:",
            (true, false) => "Which one to tick? Enter goes back:",
            (false, false) => "Which one to read on? Enter goes back:",
        };
        let Some(row) = seat
            .page
            .which(question, &lines)?
            .and_then(|n| part.rows.get(n))
        else {
            return Ok(());
        };
        if let (Some(Act::Ask), Some(job)) = (row.act, of.1) {
            own(seat, of.0, job)?;
            read = false;
            continue;
        }
        if row.ticked.is_some() {
            seat.desk(|desk| ticks::toggle(desk, of.0, of.1, &row.text))?;
        }
        let words = row.text.trim_end_matches('.');
        let voice = row.voice.as_ref().map(PerspectiveId::as_str);
        if let Some(page) = voice.and_then(|id| leaf(&seat.model.library, id)) {
            handbook::read(seat, &page, None)?;
            continue;
        }
        seat.page.say(&match (row.ticked, keeps) {
            (Some(true), true) => format!("Let go: {}", row.text),
            (Some(true), false) => format!("Open again: {}", row.text),
            (Some(false), true) => format!("Kept under To ask: {} u takes it back.", row.text),
            (Some(false), false) => format!("Done: {words}. u takes it back."),
            (None, _) => row.text.clone(),
        });
        for more in &row.more {
            seat.page.say(more);
        }
    }
}

/// Keeps a question of one's own to be asked.
fn own(seat: &mut Seat<'_>, stage: StageId, job: &ApplicationId) -> Said<()> {
    let own = seat.page.ask("Your question:")?;
    if !own.is_empty() {
        let added = seat.desk(|desk| ticks::add(desk, stage, job, &own))?;
        seat.page.say(if added {
            "Kept under To ask. u takes it back."
        } else {
            ticks::THERE
        });
    }
    Ok(())
}

/// A line with its tick, in words.
fn line(row: &Row, keeps: bool) -> String {
    match (row.ticked, keeps) {
        (Some(true), true) => format!("Kept: {}", row.text),
        (Some(true), false) => format!("Done: {}", row.text),
        (Some(false), false) if row.minutes > 0 => {
            let minutes = count(row.minutes as usize, "minute", "minutes");
            format!("Open: {}, {minutes}", row.text)
        }
        (Some(false), false) => format!("Open: {}", row.text),
        (Some(false), true) => row.text.clone(),
        (None, _) => match row.text.split_once("  ").filter(|_| row.voice.is_some()) {
            Some((HIRES, words)) => format!("Who hires: {}", words.trim()),
            Some((_, words)) => format!("Who applied: {}", words.trim()),
            None => row.text.clone(),
        },
    }
}

/// Prints how it goes, competency by competency; never one figure for a person.
pub fn progress(seat: &mut Seat<'_>) {
    let today = seat.now().date();
    let history = &seat.model.practice.history;
    let tallies = progress::competencies(history, today);
    let lines: Vec<String> = (tallies.iter())
        .map(|(id, tally)| {
            let levels: Vec<&str> = tally.levels.iter().map(|l| l.word()).collect();
            let title = seat.model.library.competency_title(id);
            format!(
                "{title}: {}. Newest first: {}.",
                tally.words(),
                levels.join(", ")
            )
        })
        .collect();
    let week: u32 = progress::week(history, today)
        .iter()
        .map(|d| d.minutes)
        .sum();
    if lines.is_empty() {
        seat.page.say("No rated answers yet.");
    }
    for line in &lines {
        seat.page.hanging("- ", line);
    }
    let minutes = count(week as usize, "minute", "minutes");
    seat.page.say(&format!("{minutes} of practice this week."));
    seat.page.gap();
}

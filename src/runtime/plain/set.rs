//! A set of assessment items, line by line.

use super::page::{Away, Said};
use super::seat::Seat;
use super::steps::{self, in_turn};
use super::{drill, talk};
use crate::desk::Go;
use crate::domain::level::Level;
use crate::domain::library::{ItemMode, ItemTask};
use crate::domain::practice::assess::{Agreement, Mark, Phase, Set};
use crate::domain::practice::sitting::Step;
use crate::domain::time::{Now, clock_text};
use crate::panes::begin::solo as begin;
use crate::panes::{items, sets, task};
use crate::widgets::prose::MEASURE;
use crate::widgets::stops::Stops;

/// Chooses a set and sits it.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    let which = |seat: &mut Seat<'_>| {
        let lines = sets::SETS.map(|(kind, count)| sets::words(kind, count));
        seat.page.say("Which set?");
        seat.page.pick(&lines, Some(0))
    };
    steps::choose(seat, which, |seat, chosen| {
        let (kind, count) = sets::SETS[chosen.min(sets::SETS.len() - 1)];
        seat.page.say(sets::about(kind));
        seat.desk(|desk| begin::items(kind, count, Go::Open, desk))?;
        drill::stay(seat)
    })
}

fn running<'a>(seat: &'a Seat<'_>) -> Option<&'a Set> {
    task::held(&seat.model)?.set()
}

fn act(seat: &mut Seat<'_>, command: impl FnOnce(&mut Set, Now) -> Step) -> Said<bool> {
    seat.goes_on_here();
    seat.desk(|desk| task::act(desk, |task, now| task.in_set(|set| command(set, now))))
}

/// One step of the set that runs.
///
/// # Errors
/// When the user goes away.
pub fn step(seat: &mut Seat<'_>) -> Said<()> {
    match running(seat).map(Set::phase) {
        Some(Phase::Intro) => intro(seat),
        Some(Phase::Asking) => match ask(seat) {
            Err(Away::Back) if at_first(seat) => Err(Away::Back),
            Err(Away::Back) => act(seat, Set::previous).map(drop),
            Err(Away::Undo) => Ok(()),
            other => other,
        },
        Some(Phase::Reasons) => reasons(seat),
        Some(Phase::Finished) | None => {
            seat.model.practice.close();
            talk::show(seat);
            Ok(())
        }
    }
}

fn at_first(seat: &Seat<'_>) -> bool {
    running(seat).is_none_or(|set| set.position().0 <= 1)
}

fn intro(seat: &mut Seat<'_>) -> Said<()> {
    let of = running(seat).map_or(0, |set| set.position().1);
    let limit = running(seat).and_then(Set::limit);
    let time = limit.map_or_else(
        || "There is no clock.".to_owned(),
        |limit| format!("About {} for all of them.", clock_text(u64::from(limit))),
    );
    seat.page.say(&format!(
        "{of} items. {time} b goes back to the one before."
    ));
    seat.page.ask("Enter starts the clock:")?;
    seat.desk(task::begin_file)?;
    act(seat, Set::start)?;
    Ok(())
}

fn ask(seat: &mut Seat<'_>) -> Said<()> {
    let Some((held, item)) = running(seat).and_then(|set| Some((set, set.item()?))) else {
        return Ok(());
    };
    let (at, of) = held.position();
    let task = item.task.clone();
    let key = begin::draft_key(&seat.model);
    while running(seat).is_some_and(|set| !set.picks().is_empty()) {
        act(seat, |set, _| set.take_back())?;
    }
    seat.page.gap();
    seat.page.say(&format!("{at} of {of}."));
    match task {
        ItemTask::Statement(statement) => {
            seat.page.say(&statement.text);
            let steps = Agreement::ALL.map(Agreement::words);
            seat.page.choices(&steps);
            let step = seat
                .page
                .choose("How much is this like you at work?", steps.len(), None)?;
            act(seat, |set, _| set.agree(Agreement::ALL[step]))?;
        }
        ItemTask::Judgment(judgment) => {
            let acts: Vec<String> = running(seat)
                .map(|set| set.acts().iter().map(|a| a.option.text.clone()).collect())
                .unwrap_or_default();
            seat.page.say(&judgment.situation);
            seat.page.choices(&acts);
            judge(seat, judgment.mode, acts.len())?;
        }
    }
    if act(seat, Set::next)? {
        seat.drop_draft(key);
    }
    Ok(())
}

fn judge(seat: &mut Seat<'_>, mode: ItemMode, acts: usize) -> Said<()> {
    let asks = match mode {
        ItemMode::BestWorst => vec!["The best thing to do?", "And the worst?"],
        ItemMode::Rank => {
            let mut asks = vec!["The best first?"];
            asks.resize(acts.saturating_sub(1), "And then?");
            asks
        }
        ItemMode::Rate => Vec::new(),
    };
    in_turn(seat, asks.len(), |seat, at| {
        // Coming back here, what was picked here and after it is open again.
        let picked = |set: &Set| set.acts().iter().filter(|a| a.mark != Mark::None).count();
        while running(seat).is_some_and(|set| picked(set) > at) {
            act(seat, |set, _| set.take_back())?;
        }
        loop {
            let picked = seat.page.choose(asks[at], acts, None)?;
            let act_at = |set: &Set| set.acts().get(picked).map(|a| a.mark);
            if running(seat).and_then(act_at) == Some(Mark::None) {
                act(seat, |set, _| set.pick(picked))?;
                seat.keep_solo_draft();
                return Ok(());
            }
            seat.page.say("That one is taken already.");
        }
    })?;
    if mode == ItemMode::Rate {
        in_turn(seat, acts, |seat, at| {
            let question = format!(
                "Act {}: 1 makes it worse, 2 helps little, 3 helps, 4 helps most?",
                at + 1
            );
            let level = seat.page.choose(&question, Level::ALL.len(), None)?;
            act(seat, |set, _| set.rate(at, Level::ALL[level])).map(drop)
        })?;
        seat.keep_solo_draft();
    }
    Ok(())
}

fn reasons(seat: &mut Seat<'_>) -> Said<()> {
    let mut page = Stops::new(MEASURE);
    if let Some(slot) = running(seat).and_then(Set::slot) {
        items::reasons(slot, &mut page, false);
    }
    for line in page.text().lines().filter(|l| !l.is_empty()) {
        seat.page.say(line);
    }
    seat.page
        .ask("Employers weigh the same acts differently. Enter goes on:")?;
    act(seat, Set::next)?;
    Ok(())
}

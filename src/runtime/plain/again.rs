//! Going on with a sitting that was left or interrupted: which one, and what was said in it so far.

use super::elsewhere::CHAIRS;
use super::page::Said;
use super::seat::Seat;
use super::{drill, steps};
use crate::desk::Effect;
use crate::domain::id::SittingId;
use crate::domain::level::Level;
use crate::domain::next::{left_words, unasked};
use crate::domain::practice::record::{Answer, Block, Form, SittingRecord};
use crate::domain::practice::results::{counted, counting};
use crate::domain::text::capital;
use crate::domain::time::day_and_date;
use crate::panes::begin;
use crate::panes::library_words::asked_text;

/// Words of an answer that are told again; what is in hand is told whole.
const WORDS: usize = 30;

/// Lists what waits, the newest first; goes on with one, or puts it into the trash.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    let today = seat.now().date();
    let open: Vec<SittingRecord> = seat.model.practice.open.iter().rev().cloned().collect();
    let line = |record: &SittingRecord| {
        let day = day_and_date(record.head.started.date_naive(), today);
        let left = capital(&left_words(&record.head, unasked(record)));
        format!("{}, {day}. {left}.", record.head.title)
    };
    let lines: Vec<String> = open.iter().map(line).collect();
    let which = |seat: &mut Seat<'_>| {
        seat.page.say("These wait, the newest first.");
        seat.page.pick(&lines, Some(0))
    };
    steps::choose(seat, which, |seat, at| match open.get(at) {
        Some(record) => act(seat, &record.head.id),
        None => Ok(()),
    })
}

fn act(seat: &mut Seat<'_>, id: &SittingId) -> Said<()> {
    let ways = ["Go on with it.", "Put it away, into the trash."];
    if seat.page.pick(&ways, Some(0))? == 0 {
        return go_on(seat, id);
    }
    if !seat.page.sure()? {
        return Ok(());
    }
    seat.perform(&Effect::TrashSitting(id.clone()))?;
    seat.read();
    seat.page.say("It lies in the trash for thirty days.");
    Ok(())
}

/// Goes on with one of them; what was said so far is told before.
///
/// # Errors
/// When the user goes away.
pub fn go_on(seat: &mut Seat<'_>, id: &SittingId) -> Said<()> {
    let open = seat.model.practice.open.iter().find(|r| r.head.id == *id);
    if open.is_some_and(|record| matches!(record.head.form, Form::Chairs(_))) {
        seat.page.say(CHAIRS);
        return Ok(());
    }
    seat.desk(|desk| begin::resume_this(id, desk))?;
    so_far(seat);
    drill::stay(seat)
}

/// What was asked and answered so far, each with its level where it was rated.
fn so_far(seat: &mut Seat<'_>) {
    let Some(sitting) = seat.sitting() else {
        return;
    };
    let in_hand = (sitting.phase().is_rating() && sitting.head().rate_each)
        .then(|| sitting.position().0.saturating_sub(1));
    let rates_at_end = sitting.phase().is_rating() && !sitting.head().rate_each;
    let record = sitting.record().clone();
    let told = answers(seat, &record, |answer| {
        in_hand == Some(usize::from(answer.index))
    });
    let skipped = skipped(&record);
    // Where all is rated at the end, each answer is read with its own rating.
    let told = if rates_at_end { Vec::new() } else { told };
    if told.is_empty() && skipped.is_empty() {
        return;
    }
    seat.page.say(format!("So far: {skipped}").trim_end());
    tell(seat, told);
    seat.page.gap();
}

/// `3 skipped.`; nothing where nothing was.
pub fn skipped(record: &SittingRecord) -> String {
    let skipped = |block: &&Block| matches!(block, Block::Answer(answer) if answer.skipped);
    match record.blocks.iter().filter(skipped).count() {
        0 => String::new(),
        n => format!("{n} skipped."),
    }
}

/// Reads questions with what was said to them.
pub fn tell(seat: &mut Seat<'_>, told: Vec<(String, String)>) {
    for (asked, said) in told {
        seat.page.hanging("- ", &asked);
        seat.page.hanging("  ", &said);
    }
}

/// The questions of a sitting with what was said to them, whole or its beginning, and the level of what is rated.
pub fn answers(
    seat: &Seat<'_>,
    record: &SittingRecord,
    whole: impl Fn(&Answer) -> bool,
) -> Vec<(String, String)> {
    let answers = record.blocks.iter().filter_map(|block| match block {
        Block::Answer(answer) if !answer.skipped => Some(answer),
        _ => None,
    });
    let told = |answer: &Answer| {
        let rated = counted(record, answer.index) == Some(answer);
        let rating = counting(record, answer.index).filter(|_| rated);
        let said = said(answer, rating.map(|r| r.level), whole(answer));
        (asked(seat, answer), said)
    };
    answers.map(told).collect()
}

/// The question of an answer, or what was asked into it.
fn asked(seat: &Seat<'_>, answer: &Answer) -> String {
    match &answer.extra {
        Some(extra) if !extra.asked.is_empty() => extra.asked.clone(),
        _ => asked_text(&seat.model, answer.question.as_str(), answer.wording),
    }
}

/// `You said: … Solid.`
fn said(answer: &Answer, level: Option<Level>, whole: bool) -> String {
    let all: Vec<&str> = answer.text.split_whitespace().collect();
    let cut = !whole && all.len() > WORDS;
    let shown = if cut { &all[..WORDS] } else { &all[..] };
    let end = if cut { " …" } else { "" };
    let words = match all.as_slice() {
        [] => answer.told_words().to_owned(),
        _ => format!("You said: {}{end}", shown.join(" ")),
    };
    let level = level.map_or_else(String::new, |l| format!(" Rated {}.", l.word()));
    format!("{words}{level}")
}

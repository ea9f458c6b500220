//! A sitting from its set-up to its results.

use super::page::{Away, Said};
use super::seat::Seat;
use super::steps::{self, in_turn};
use super::{
    again, answer, asked, card, debrief, rate, read, references, results, stops, stories, talk,
};
use crate::domain::id::EntryId;
use crate::domain::journey::Which;
use crate::domain::library::StageId;
use crate::domain::next::Todo;
use crate::domain::practice::pick::why_words;
use crate::domain::practice::record::{Block, Why};
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::panes::mocking::Way;
use crate::panes::told_words::{advice, drawn_for};
use crate::panes::{begin, dealt_with, doubt, mocking};
use crate::runtime::studio::DrillWish;

/// Most questions of one sitting.
const MOST: usize = 50;

/// Does what the day proposes; a sitting that is left is left for later.
///
/// # Errors
/// When the user goes away.
pub fn begin(seat: &mut Seat<'_>, todo: &Todo) -> Said<()> {
    match seat.desk(|desk| mocking::proposed(todo, desk))? {
        Some(Todo::GoOn(id)) => return again::go_on(seat, id),
        Some(Todo::Sheet(id, stage)) => return read::sheet(seat, *stage, Some(id)),
        Some(Todo::Notes(id, slot)) => return read::sheet(seat, slot.stage, Some(id)),
        Some(Todo::Card(id, slot)) => {
            return card::read(seat, &Some((id.clone(), Which::At(*slot))));
        }
        Some(Todo::Story(competency)) => return stories::write_for(seat, competency),
        Some(Todo::Recall) => return stories::recall(seat),
        Some(Todo::Tell(referee, job)) => return references::tell(seat, referee, job),
        Some(Todo::SecondLook) => {
            seat.page.say(
                "A second look is taken in the studio with a screen so far, from its first page.",
            );
            return Ok(());
        }
        Some(Todo::Debrief { application, slot }) => {
            return debrief::run(seat, Some(&(application.clone(), Some(*slot))));
        }
        Some(Todo::Doubt(entry, at)) => return doubted(seat, entry, *at),
        Some(Todo::Rate(id)) => {
            if let Some(record) = seat.recorded(id)? {
                seat.desk(|desk| begin::the_rest(&record, desk))?;
            }
        }
        Some(Todo::Mock(id)) => {
            seat.desk(|desk| mocking::start(id, None, Way::default(), desk))?;
        }
        Some(
            Todo::FiveMinuteMock
            | Todo::WarmUp
            | Todo::Talk(_)
            | Todo::Drill { .. }
            // Days has the way to where they are done.
            | Todo::Answer(_)
            | Todo::Step { .. },
        )
        | None => {}
    }
    stay(seat)
}

/// Sits the question that a doubt makes, and asks whether it is cleared up.
fn doubted(seat: &mut Seat<'_>, entry: &EntryId, at: usize) -> Said<()> {
    let Some(id) = seat.desk(|desk| doubt::card(entry, at, desk))? else {
        return Ok(());
    };
    seat.desk(|desk| begin::these(vec![id], &Why::Picked, "They doubted", desk))?;
    seat.model.practice.shown = None;
    stay(seat)?;
    if was_answered(seat) && seat.page.yes("Is it cleared up?", false)? {
        seat.desk(|desk| dealt_with::cleared(entry, at, desk))?;
    }
    Ok(())
}

/// Whether something was answered in the sitting that has come to its end.
fn was_answered(seat: &Seat<'_>) -> bool {
    let ended = seat.model.practice.shown.as_deref();
    let answered = |block: &Block| matches!(block, Block::Answer(answer) if !answer.skipped);
    ended.is_some_and(|record| record.blocks.iter().any(answered))
}

/// A drill as asked for on the command line.
///
/// # Errors
/// When the user goes away.
pub fn wished(seat: &mut Seat<'_>, wish: &DrillWish) -> Said<()> {
    seat.desk(|desk| mocking::wished(&wish.clone().into(), desk))?;
    stay(seat)
}

/// Asks for stage and number, then sits the drill.
///
/// # Errors
/// When the user goes away.
pub fn set_up(seat: &mut Seat<'_>) -> Said<()> {
    let mut stages = vec!["Any stage"];
    stages.extend(StageId::ALL.map(StageId::short));
    let mut setup = begin::usual(&seat.model);
    in_turn(seat, 2, |seat, at| {
        if at == 0 {
            seat.page.say("A drill. For which stage?");
            let stage = seat.page.pick(&stages, Some(0))?;
            let stage = stage.checked_sub(1).and_then(|n| StageId::ALL.get(n));
            setup.filter.stage = stage.copied();
        } else {
            let usual = setup.count.checked_sub(1);
            setup.count = seat.page.choose("How many questions?", MOST, usual)? + 1;
        }
        Ok(())
    })?;
    seat.desk(|desk| begin::drill(&setup, desk))?;
    stay(seat)
}

/// Sits, or holds the talk or the set; going back leaves it for later. Where only its beginning was looked at, nothing
/// is kept, and going back goes on.
///
/// # Errors
/// When the user goes away.
pub fn stay(seat: &mut Seat<'_>) -> Said<()> {
    let held = if seat.model.practice.solo.is_some() {
        talk::sit(seat)
    } else {
        sit(seat)
    };
    match held {
        Err(Away::Back | Away::Undo | Away::Later) => {
            let kept = seat.leave();
            seat.read();
            if kept { Ok(()) } else { Err(Away::Back) }
        }
        other => other,
    }
}

/// Goes from step to step until nothing is left to do.
pub fn sit(seat: &mut Seat<'_>) -> Said<()> {
    seat.part = None;
    if seat.sitting().is_some_and(Sitting::is_paused) {
        seat.run_on()?;
    }
    // A sitting that is taken up again, or a short mock, begins in the middle of an answer.
    if seat.sitting().is_some_and(|s| s.phase().is_answering()) {
        stops::place(seat);
        question(seat);
    }
    // Where nothing was done yet, going back leads out at once.
    let fresh = seat.sitting().is_some_and(|s| {
        let blocks = &s.record().blocks;
        s.phase() == Phase::Ready && !blocks.iter().any(|b| matches!(b, Block::Answer(_)))
    });
    let mut told = fresh.then_some(seat.page.asked);
    loop {
        let went = match seat.sitting().map(Sitting::phase) {
            None => return Ok(()),
            Some(Phase::Finished) => return results::show(seat),
            Some(phase) => step(seat, phase),
        };
        steps::or_again(seat, went, &mut told)?;
    }
}

fn step(seat: &mut Seat<'_>, phase: Phase) -> Said<()> {
    match phase {
        Phase::Ready => ready(seat),
        Phase::Answering | Phase::Retry => answer::give(seat),
        Phase::FollowUp => {
            stops::ask(seat);
            answer::give(seat)
        }
        Phase::Turn => stops::turn(seat),
        Phase::Keep => stops::keep(seat),
        Phase::Aside => stops::aside(seat),
        Phase::Evidence | Phase::Flags => rate::evidence(seat),
        Phase::Anchors { .. } => rate::anchors(seat),
        Phase::After => rate::after(seat),
        Phase::Finished => Ok(()),
    }
}

/// The question, why it is asked, and how it is expected to go.
fn ready(seat: &mut Seat<'_>) -> Said<()> {
    stops::place(seat);
    question(seat);
    // Where nothing is rated, nobody is asked for a rating beforehand.
    let mut said = Ok(None);
    if seat.sitting().is_some_and(|s| !s.head().warm_up) {
        said = seat.page.level_or_words("How will this go?")?;
        seat.act(|s, _| s.expect(said.as_ref().ok().copied().flatten()))?;
    }
    seat.act(Sitting::start_answer)?;
    if let Err(words) = said {
        // Whoever answers at once has begun.
        seat.act(|s, now| s.set_text(&words, now))?;
        seat.keep_draft();
    }
    Ok(())
}

/// One line of state, then the question itself.
fn question(seat: &mut Seat<'_>) {
    let Some(sitting) = seat.sitting() else {
        return;
    };
    let (at, of) = sitting.position();
    let Some(prompt) = sitting.prompt() else {
        return;
    };
    let window = (sitting.span()).map(|span| format!(" Aim for {} when spoken.", span.words()));
    let window = window.unwrap_or_default();
    // Nobody says in an interview what a question is about, or why they ask.
    let drill = sitting.head().shape.is_none();
    let planned = sitting.planned().filter(|_| drill);
    let why = planned.map(|p| {
        let story = drawn_for(&p.why, &seat.model);
        story.unwrap_or_else(|| why_words(&p.why, &seat.model.library).sentence)
    });
    let state = match why {
        Some(why) => format!(
            "Question {at} of {of}, {}.{window} {why}",
            prompt.kind.word().to_lowercase(),
        ),
        None => format!("Question {at} of {of}.{window}"),
    };
    let advice = advice(sitting, &seat.model);
    let words = asked::words(&seat.model, sitting);
    seat.page.say(&state);
    if let Some(advice) = advice {
        seat.page.say(&advice);
    }
    for words in words {
        seat.page.say(&words);
        if words.contains('\n') {
            // A sheet and what is asked about it stand apart.
            seat.page.gap();
        }
    }
    seat.page.gap();
    seat.read_aloud();
}

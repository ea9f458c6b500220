//! What a whole mock adds in plain mode: sections, follow-ups, the interviewer's turn, takes, breaks and checklists.

use super::page::Said;
use super::seat::Seat;
use super::talk;
use crate::domain::practice::shape::Stop;
use crate::domain::practice::sitting::{Sitting, TurnView};
use crate::panes::sitting::minutes_words;
use crate::panes::words::count;

/// Says where the mock stands before a question: the part where it is another one, minutes, and who asks.
pub fn place(seat: &mut Seat<'_>) {
    let now = seat.now();
    let Some(stage) = seat.sitting().and_then(|s| s.stage(now)) else {
        return;
    };
    let (section, minutes) = (stage.section, minutes_words(&stage, false));
    let mut words = if seat.part == Some(section) {
        minutes
    } else {
        let (of, title) = (stage.shape.sections.len(), &stage.stretch.title);
        format!("Part {} of {of}: {title}. {minutes}", section + 1)
    };
    if let Some(member) = stage.speaker.member {
        words = format!("{words} {} asks, {}.", member.name, member.title);
    }
    seat.part = Some(section);
    seat.page.say(&words);
}

/// A follow-up, a second half or the next part, before it is answered.
pub fn ask(seat: &mut Seat<'_>) {
    let Some(asked) = seat.sitting().and_then(Sitting::asked_now) else {
        return;
    };
    let asked = asked.to_owned();
    let now = seat.now();
    let stage = seat.sitting().and_then(|s| s.stage(now));
    // Where the mock stands was said before the question.
    let who = stage.and_then(|s| s.speaker.member.map(|m| m.name.clone()));
    let said = who.map_or_else(|| asked.clone(), |name| format!("{name} asks: {asked}"));
    seat.page.say(&said);
}

/// The interviewer's turn; Enter takes it over.
///
/// # Errors
/// When the user goes away.
pub fn turn(seat: &mut Seat<'_>) -> Said<()> {
    let turn = seat.sitting().and_then(Sitting::turn);
    let Some((words, how)) = turn.map(|t| (t.words.to_owned(), waits(&t))) else {
        seat.act(Sitting::next)?;
        return Ok(());
    };
    seat.page.say(&format!("\"{words}\""));
    seat.page.ask(how)?;
    // The silence may have ended by itself while the line was read.
    if seat.sitting().and_then(Sitting::turn).is_some() {
        seat.act(Sitting::pass_turn)?;
    }
    Ok(())
}

/// What the other side does now; said at length only once.
fn waits(turn: &TurnView<'_>) -> &'static str {
    match (turn.talks, turn.candidate_asks, turn.first) {
        (true, ..) => "They go on talking. Enter takes the room:",
        (_, true, _) => "What they reply to you is theirs to say. Enter goes on:",
        (_, _, true) => "They write and say nothing more. Enter, when you have let it be:",
        (_, _, false) => "They write. Enter goes on:",
    }
}

/// Keeps a take, or records the answer again.
///
/// # Errors
/// When the user goes away.
pub fn keep(seat: &mut Seat<'_>) -> Said<()> {
    let left = seat.sitting().map_or(0, Sitting::takes_left);
    let left = count(usize::from(left), "more take", "more takes");
    seat.page
        .say(&format!("The format allows {left}. The last one counts."));
    let ways = ["Keep this take and go on.", "Record it again."];
    if seat.page.pick(&ways, Some(0))? == 0 {
        seat.act(Sitting::keep_take)?;
    } else {
        seat.act(Sitting::take_again)?;
    }
    Ok(())
}

/// A break, a checklist, or what is sat elsewhere.
///
/// # Errors
/// When the user goes away.
pub fn aside(seat: &mut Seat<'_>) -> Said<()> {
    place(seat);
    let stop = seat.sitting().and_then(Sitting::aside).cloned();
    let mut end = "Enter goes on:";
    match stop {
        Some(Stop::Checklist(id)) => {
            let list = seat.model.library.checklists.get(id.as_str());
            let items = list.iter().flat_map(|l| &l.items);
            for (n, item) in (1..).zip(items) {
                seat.page.hanging(&format!("{n}. "), &item.text);
            }
            end = "Go through them. Enter when done:";
        }
        Some(Stop::Scenario(_) | Stop::Items(..)) => {
            let held = seat.sitting().and_then(Sitting::task).is_some();
            talk::sit(seat)?;
            talk::tell_last(seat);
            seat.page.say(if held {
                "This part is over. What came of it comes with the results."
            } else {
                "This part is not in the library any more."
            });
        }
        _ => seat
            .page
            .say("A break. You may also leave here and go on another day."),
    }
    seat.page.ask(end)?;
    seat.act(Sitting::stop_done)?;
    Ok(())
}

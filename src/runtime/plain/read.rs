//! What is only read: the sheet of a stage, and what practice has come to.

use super::page::{Away, Said};
use super::seat::Seat;
use crate::domain::library::{Stage, StageId};
use crate::domain::progress;
use crate::panes::words::count;

/// Lets the user choose a stage and prints its sheet.
///
/// # Errors
/// When the user goes away.
pub fn stage(seat: &mut Seat<'_>) -> Said<()> {
    let names = StageId::ALL.map(StageId::short);
    seat.page.say("Which stage?");
    seat.page.choices(&names);
    let chosen = match seat.page.choose("Choice", names.len(), Some(0)) {
        Err(Away::Back | Away::Undo) => return Ok(()),
        chosen => chosen?,
    };
    let stage = StageId::ALL
        .get(chosen)
        .and_then(|id| seat.model.library.stage(*id));
    if let Some(stage) = stage {
        sheet(seat, &stage);
    }
    Ok(())
}

fn sheet(seat: &mut Seat<'_>, stage: &Stage) {
    seat.page.gap();
    seat.page.say(&stage.title);
    seat.page.say(&stage.summary);
    seat.page.say(&format!(
        "Usually {} to {} minutes. What they decide: {}",
        stage.minutes_min, stage.minutes_max, stage.decides
    ));
    let signals: Vec<String> = stage.signals.iter().map(|s| s.text.clone()).collect();
    let after: Vec<String> = stage.after.iter().map(|a| a.text.clone()).collect();
    let library = &seat.model.library;
    let asks = stage
        .asks
        .iter()
        .filter_map(|id| library.asks.get(id.as_str()));
    let asks: Vec<String> = asks.map(|a| a.text.clone()).collect();
    for (title, lines) in [
        ("What happens", &stage.expect),
        ("How to prepare", &stage.steps),
        ("What they listen for", &signals),
        ("What speaks against you", &stage.red_flags),
        ("What to ask them", &asks),
        ("Afterward", &after),
    ] {
        seat.page.gap();
        seat.page.say(&format!("{title}. {} lines.", lines.len()));
        for line in lines {
            seat.page.hanging("- ", line);
        }
    }
    seat.page.gap();
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

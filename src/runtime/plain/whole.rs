//! A whole mock from the list to its first question: what it is, then how nervous one is.

use super::page::Said;
use super::seat::Seat;
use super::{drill, steps};
use crate::domain::id::BlueprintId;
use crate::domain::practice::nerves::Nerves;
use crate::look::Role;
use crate::panes::code::found_lines;
use crate::panes::mock_start::plan;
use crate::panes::mocking::{self, Way};

/// Chooses a mock, says its plan and sits it.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    let profile = &seat.model.profile;
    let fits = |b: &crate::domain::library::Blueprint| {
        b.is_for(&profile.family) && profile.seniority.is_none_or(|s| b.is_at(s))
    };
    let rows: Vec<(BlueprintId, String)> = (seat.model.library.blueprints.iter())
        .filter(|b| fits(b))
        .map(|b| {
            let line = if b.title.contains("minutes") {
                format!("{}.", b.title)
            } else {
                format!("{}, {} minutes.", b.title, b.minutes)
            };
            (b.id.clone(), line)
        })
        .collect();
    let mut lines: Vec<&str> = rows.iter().map(|(_, line)| line.as_str()).collect();
    lines.push("The interview of a code that somebody gave you.");
    let which = |seat: &mut Seat<'_>| {
        seat.page.say("Whole mocks for you. Which one?");
        seat.page.pick(&lines, Some(0))
    };
    steps::choose(seat, which, |seat, chosen| {
        let Some((id, _)) = rows.get(chosen) else {
            return by_code(seat);
        };
        tell_plan(seat, id);
        let way = Way {
            nerves: nerves(seat)?,
            ..Way::default()
        };
        seat.desk(|desk| mocking::start(id, None, way, desk))?;
        drill::stay(seat)
    })
}

/// Reads a code, says what it asks for, and sits that.
fn by_code(seat: &mut Seat<'_>) -> Said<()> {
    loop {
        let code = seat.page.ask("Its code, or Enter to leave it:")?;
        if code.is_empty() {
            return Ok(());
        }
        let found = mocking::again(&code, &seat.model, seat.now());
        let lines = match &found {
            Ok(again) => found_lines(again, &seat.model),
            Err(problem) => vec![(problem.sentence().to_owned(), Role::Ink)],
        };
        for (line, _) in &lines {
            seat.page.say(line);
        }
        if found.is_ok() {
            seat.page.gap();
            let way = Way {
                nerves: nerves(seat)?,
                ..Way::default()
            };
            seat.desk(|desk| mocking::by_code(&code, way, desk))?;
            return drill::stay(seat);
        }
    }
}

/// What the mock is, as the studio says it before it begins.
fn tell_plan(seat: &mut Seat<'_>, id: &BlueprintId) {
    let (model, now) = (&seat.model, seat.now());
    let blueprint = model.library.blueprints.get(id.as_str());
    let laid = blueprint.and_then(|b| {
        let (laid, _) = mocking::laid(model, &b, 0, now)?;
        Some(plan(&b, &laid, model.profile.input, model))
    });
    seat.page.gap();
    for (line, _) in laid.unwrap_or_default() {
        match line.trim() {
            "" => seat.page.gap(),
            line => seat.page.say(line),
        }
    }
    seat.page.gap();
}

/// How nervous one is, where that is told.
///
/// # Errors
/// When the user goes away.
pub fn nerves(seat: &mut Seat<'_>) -> Said<Option<Nerves>> {
    const FIGURE: &str = "Type a number from 0 to 10, or only Enter.";
    let question = format!("{} Enter leaves it out:", Nerves::ASKED);
    loop {
        let said = seat.page.ask_for(&question, FIGURE)?;
        if said.is_empty() {
            return Ok(None);
        }
        match said.parse().ok().and_then(Nerves::new) {
            Some(nerves) => return Ok(Some(nerves)),
            None => seat.page.say(FIGURE),
        }
    }
}

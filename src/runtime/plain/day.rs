//! The day: a greeting, what is next, and the ways from there.

use super::named::{listed, named};
use super::page::{Away, Said};
use super::seat::Seat;
use super::{
    debrief, drill, elsewhere, handbook, jobs, journal, note, questions, read, set, settings,
    sittings, talk, today, whole,
};
use crate::desk::undo;
use crate::domain::text::full_stop;
use crate::panes::today::ahead::Ahead;
use crate::panes::today::facts;
use crate::runtime::studio::DrillWish;

/// What can be done on any day. Users learn the numbers by heart: they stay.
const WAYS: [(&str, Way); 17] = [
    (
        "Today: all that is proposed, that waits and is to be sent.",
        Way::Today,
    ),
    ("Drill: some questions, as you set them up.", Way::Drill),
    ("Mock: a whole interview.", Way::Mock),
    ("Talk: rehearse one, reply by reply.", Way::Talk),
    ("Judgment and work-style questions.", Way::Set),
    (
        "Questions: find one by any word, and answer it.",
        Way::Questions,
    ),
    ("Debrief a real interview.", Way::Debrief),
    ("Note: write one.", Way::Note),
    ("Journal: read it and search it.", Way::Journal),
    ("Jobs: add one, change one, and its interviews.", Way::Jobs),
    (
        "Stages: read about one and tick your preparation.",
        Way::Stage,
    ),
    (
        "Handbook: letters, checklists, questions to ask them, voices.",
        Way::Handbook,
    ),
    ("Sittings: read what you said in past ones.", Way::Sittings),
    ("Progress.", Way::Progress),
    (
        "Settings: your name, field of work, extra time, pace.",
        Way::Settings,
    ),
    (
        "Elsewhere: what is not here, and how it is done.",
        Way::Elsewhere,
    ),
    ("Quit.", Way::Quit),
];

/// What is said after an action; the list is long by ear.
const MORE: &str = "? lists what you can do.";

#[derive(Clone, Copy)]
enum Way {
    Today,
    Drill,
    Mock,
    Talk,
    Set,
    Questions,
    Debrief,
    Note,
    Journal,
    Jobs,
    Stage,
    Handbook,
    Sittings,
    Progress,
    Settings,
    Elsewhere,
    Quit,
}

/// From the greeting to the end.
///
/// # Errors
/// When the user quits or nothing more can be read.
pub fn run(seat: &mut Seat<'_>, wish: Option<&DrillWish>) -> Said<()> {
    let today = seat.now().date().format("%A %-d %B");
    seat.page.say(&format!("greenroom, plain mode. {today}."));
    tell_problems(seat);
    if let Some(wish) = wish {
        drill::wished(seat, wish)?;
    } else {
        greet(seat);
    }
    loop {
        match menu(seat) {
            Ok(()) => {}
            Err(Away::Undo) if seat.sitting().is_none() && seat.model.practice.solo.is_none() => {
                undo(seat)?;
            }
            Err(Away::Back | Away::Undo) => {
                seat.leave();
                seat.read();
                seat.page.say("Back at the start.");
            }
            Err(away) => return Err(away),
        }
    }
}

fn tell_problems(seat: &mut Seat<'_>) {
    let problems = std::mem::take(&mut seat.model.problems);
    for problem in problems.iter().take(3) {
        seat.page.tell(&problem.to_string());
    }
    if problems.len() > 3 {
        seat.page
            .tell("There are more; `greenroom check` tells them all.");
    }
    seat.model.problems = problems;
}

/// How things stand, and what comes next.
fn greet(seat: &mut Seat<'_>) {
    let now = seat.now();
    let ahead = Ahead::of(&seat.model, now);
    let hello = facts::greeting(&seat.model, now);
    let fact = facts::fact(&seat.model, &ahead, now);
    seat.page.say(&format!("{hello} {fact}"));
    let know = facts::to_know(&seat.model, &ahead);
    if !know.is_empty() {
        seat.page.say(&know);
    }
    for sending in today::to_send(seat, &ahead) {
        seat.page.say(&sending);
    }
    seat.page.say(&format!("{} {MORE}", next(&ahead)));
}

/// `0. Go on with: …`: what Today proposes first.
fn next(ahead: &Ahead) -> String {
    let first = ahead.things.first();
    first.map_or_else(String::new, |thing| format!("0. {}", thing.told()))
}

fn menu(seat: &mut Seat<'_>) -> Said<()> {
    seat.stand();
    let ahead = Ahead::of(&seat.model, seat.now());
    let names = WAYS.map(|(words, _)| words);
    let list = format!("{}\n{}", next(&ahead), listed(&names));
    let said = loop {
        let said = seat.page.ask_for("What now?", &list)?;
        match said.as_str() {
            "" => seat.page.say(&list),
            _ => break said,
        }
    };
    match ahead.things.first() {
        Some(thing) if said == "0" => drill::begin(seat, &thing.todo)?,
        _ => match named(&names, &said) {
            Ok(at) => go(seat, WAYS[at].1)?,
            Err(words) => {
                seat.page.say(&words);
                return Ok(());
            }
        },
    }
    seat.page.say(MORE);
    Ok(())
}

fn go(seat: &mut Seat<'_>, way: Way) -> Said<()> {
    match way {
        Way::Today => today::choose(seat),
        Way::Drill => drill::set_up(seat),
        Way::Mock => whole::choose(seat),
        Way::Talk => talk::choose(seat),
        Way::Set => set::choose(seat),
        Way::Questions => questions::choose(seat),
        Way::Debrief => debrief::run(seat, None),
        Way::Note => note::write(seat),
        Way::Journal => journal::choose(seat),
        Way::Jobs => jobs::choose(seat),
        Way::Stage => read::stage(seat),
        Way::Handbook => handbook::choose(seat),
        Way::Sittings => sittings::choose(seat),
        Way::Progress => {
            read::progress(seat);
            Ok(())
        }
        Way::Settings => settings::change(seat),
        Way::Elsewhere => {
            elsewhere::tell(seat);
            Ok(())
        }
        Way::Quit => Err(Away::Quit),
    }
}

/// Takes the last change back.
fn undo(seat: &mut Seat<'_>) -> Said<()> {
    let words = seat.desk(|desk| {
        let (words, effects) = undo::undo(desk.model)?;
        desk.effects.extend(effects);
        Some(words)
    })?;
    let words = words.unwrap_or_else(|| "There is nothing to take back.".to_owned());
    seat.page.say(&full_stop(&words));
    Ok(())
}

//! The day: a greeting, what is next, and the ways from there.

use super::named::{listed, named_or_zero};
use super::page::{Away, Said};
use super::seat::Seat;
use super::{
    card, days, debrief, drill, elsewhere, handbook, hear, jobs, journal, note, offers, questions,
    read, references, search, set, settings, sittings, stories, talk, today, whole,
};
use crate::desk::{Effect, Outcome, undo};
use crate::domain::text::full_stop;
use crate::panes::today::ahead::Ahead;
use crate::panes::today::facts;
use crate::panes::today::row::Act;
use crate::runtime::studio::DrillWish;

/// What can be done on any day. Users learn the numbers by heart: they stay.
const WAYS: [(&str, Way); 20] = [
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
    (
        "Interviewer's seat: rate answers of others, and see our ratings.",
        Way::Hear,
    ),
    (
        "Stories of your own: read, write and name them.",
        Way::Stories,
    ),
    (
        "References: who would speak for you, and your documents.",
        Way::References,
    ),
];

/// What can be typed besides the choices.
const FIND: &str = "find and a word looks in all that is kept here. card reads your card for the next interview, plan your days until then, offers what they offer you. redo does again what \
     u took back.";

/// What is said after an action; the list is long by ear.
const MORE: &str = "? lists what you can do.";

/// From so many words on it is no choice that is misspelled.
const SENTENCE: usize = 4;

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
    Hear,
    Stories,
    References,
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
    let know = facts::to_know(&seat.model, &ahead, now.date());
    if !know.is_empty() {
        seat.page.say(&know);
    }
    for sending in today::to_send(seat, &ahead) {
        seat.page.say(&sending);
    }
    for (what, way) in [(Act::Job(None), "jobs"), (Act::Draft(None), "note")] {
        if let Some(line) = today::half_done(seat, &ahead, &what) {
            seat.page.say(&format!("{line} {way} leads there."));
        }
    }
    seat.page.say(&format!("{} {MORE}", next(&ahead)));
}

/// What is next, in one line.
fn go_on(seat: &mut Seat<'_>) {
    let ahead = Ahead::of(&seat.model, seat.now());
    let next = next(&ahead);
    let gap = if next.is_empty() { "" } else { "Next, " };
    seat.page.say(&format!("{gap}{next} {MORE}"));
}

/// `0. Go on with: …`: what Today proposes first.
fn next(ahead: &Ahead) -> String {
    let first = ahead.things.first();
    first.map_or_else(String::new, |thing| format!("0. {}", thing.told()))
}

fn menu(seat: &mut Seat<'_>) -> Said<()> {
    seat.catch_up();
    seat.stand();
    let ahead = Ahead::of(&seat.model, seat.now());
    let names = WAYS.map(|(words, _)| words);
    let list = format!("{}\n{}\n{FIND}", next(&ahead), listed(&names));
    let said = seat.page.ask_for("What now?", &list)?;
    let (first, rest) = said.split_once(' ').unwrap_or((&said, ""));
    match (first.to_lowercase().as_str(), rest.trim()) {
        ("help", "") => seat.page.say(&list),
        ("back", "") => return Err(Away::Back),
        ("undo", "") => return Err(Away::Undo),
        ("exit", "") => return Err(Away::Quit),
        ("redo", "") => return redo(seat),
        ("card", "") => card::read(seat, &None)?,
        ("offers" | "offer", "") => offers::choose(seat, None)?,
        ("plan" | "days", "") => days::read_days(seat, &None)?,
        ("search" | "find", words) => search::find(seat, words)?,
        ("", _) => {}
        ("0", "") if !ahead.things.is_empty() => days::do_it(seat, &ahead.things[0].todo)?,
        _ => match named_or_zero(&names, &said) {
            Ok(at) => go(seat, WAYS[at].1)?,
            Err(_) if said.split_whitespace().count() >= SENTENCE => return sentence(seat, said),
            Err(words) => {
                seat.page.say(&words);
                if said.chars().filter(|c| c.is_alphabetic()).count() > 2 {
                    let all = format!("find {said} looks in all that is kept here.");
                    seat.page.say(&all);
                }
                return Ok(());
            }
        },
    }
    go_on(seat);
    Ok(())
}

/// What is no choice and looks like something that was said: nothing of it is lost.
fn sentence(seat: &mut Seat<'_>, said: String) -> Said<()> {
    seat.page
        .say("That looks like a sentence, and no choice has its words.");
    if seat.page.yes("Keep it as a note?", true)? {
        note::keep(seat, said, None)?;
    }
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
        Way::Hear => hear::choose(seat),
        Way::Stories => stories::choose(seat),
        Way::References => references::choose(seat, None),
    }
}

/// Takes the last change back, and says which one would be the next.
fn undo(seat: &mut Seat<'_>) -> Said<()> {
    let done = undo::undo(&mut seat.model);
    if !carried_out(seat, done, "There is nothing to take back.")? {
        return Ok(());
    }
    let more = match seat.model.undo.last() {
        Some(last) => format!("redo does it again. u would now take back: {last}"),
        None => "redo does it again".to_owned(),
    };
    seat.page.say(&full_stop(&more));
    Ok(())
}

/// Does again what was taken back last.
fn redo(seat: &mut Seat<'_>) -> Said<()> {
    let done = undo::redo(&mut seat.model);
    carried_out(seat, done, "There is nothing to do again.").map(drop)
}

/// Carries out what was asked for and says it; `false` where there was nothing to do, or where it could not be done.
fn carried_out(
    seat: &mut Seat<'_>,
    done: Option<(String, Vec<Effect>)>,
    nothing: &str,
) -> Said<bool> {
    let Some((words, effects)) = done else {
        seat.page.say(nothing);
        return Ok(false);
    };
    let mut done = true;
    for effect in &effects {
        let outcomes = seat.carry(effect)?;
        done &= !outcomes.iter().any(|o| matches!(o, Outcome::NotStepped(_)));
    }
    if done {
        seat.page.say(&full_stop(&words));
    }
    Ok(done)
}

//! The day: a greeting, what is next, and the ways from there.

use super::page::{Away, Said};
use super::seat::Seat;
use super::{again, application, debrief, drill, read, set, talk, who, whole};
use crate::desk::Effect;
use crate::domain::id::EntryId;
use crate::domain::journal::{Entry, EntryKind};
use crate::domain::next::Thing;
use crate::domain::text::capital;
use crate::panes::today::ahead::Ahead;
use crate::panes::today::facts;
use crate::panes::words::{count, number};
use crate::runtime::studio::DrillWish;
use crate::store::layout;

/// What can be done on any day, besides what is proposed.
const ALWAYS: [(&str, Way); 12] = [
    ("Set up a drill.", Way::Drill),
    ("Debrief an interview.", Way::Debrief),
    ("Write a note.", Way::Note),
    ("Add the job you are after.", Way::Application),
    ("Read about a stage.", Way::Stage),
    ("Progress.", Way::Progress),
    ("Rehearse a talk.", Way::Talk),
    ("Work-style and judgment questions.", Way::Set),
    ("Sit a whole mock.", Way::Mock),
    ("Say what work you do, for its questions.", Way::Work),
    ("What is not here, and how it is done.", Way::Elsewhere),
    ("Quit.", Way::Quit),
];

/// Words of a note that go into the name of its file.
const NAME_WORDS: usize = 6;

#[derive(Clone, Copy)]
enum Way {
    Drill,
    Debrief,
    Note,
    Application,
    Stage,
    Progress,
    Talk,
    Set,
    Mock,
    Work,
    Elsewhere,
    Quit,
}

/// From the greeting to the end.
///
/// # Errors
/// When the user quits or nothing more can be read.
pub fn run(seat: &mut Seat<'_>, wish: Option<&DrillWish>) -> Said<()> {
    let today = seat.now().date().format("%A %-d %B");
    seat.page.say(&format!(
        "greenroom, plain mode. {today}. Type a number and press Enter."
    ));
    seat.page
        .say("? help, b back, u undo, hide hides names, q quit.");
    seat.page.gap();
    tell_problems(seat);
    if let Some(wish) = wish {
        drill::wished(seat, wish)?;
    }
    let mut noted = None;
    loop {
        match menu(seat, &mut noted) {
            Ok(()) => {}
            Err(Away::Undo) if seat.sitting().is_none() && seat.model.practice.solo.is_none() => {
                undo(seat, &mut noted)?;
            }
            Err(Away::Back | Away::Undo) => {
                seat.leave();
                seat.read();
            }
            Err(away) => return Err(away),
        }
    }
}

fn tell_problems(seat: &mut Seat<'_>) {
    let problems = std::mem::take(&mut seat.model.problems);
    for problem in problems.iter().take(3) {
        seat.page.say(&problem.to_string());
    }
    if problems.len() > 3 {
        seat.page
            .say("There are more; `greenroom check` tells them all.");
    }
    seat.model.problems = problems;
}

fn menu(seat: &mut Seat<'_>, noted: &mut Option<EntryId>) -> Said<()> {
    let now = seat.now();
    let ahead = Ahead::of(&seat.model, now);
    let hello = facts::greeting(&seat.model, now);
    let fact = match seat.model.journey.open().next() {
        Some(_) => facts::fact(&seat.model, &ahead, now),
        None => "No interview yet.".to_owned(),
    };
    seat.page.say(&format!("{hello} {fact}"));
    for thanks in &ahead.thanks {
        let words = thanks.words(now.date());
        seat.page
            .say(&format!("To send: thank {}, {words}.", thanks.person.name));
    }
    seat.page.gap();
    let mut choices: Vec<String> = ahead.things.iter().map(words).collect();
    let others = seat.model.practice.others_left();
    let waiting = usize::from(others > 0);
    if others > 0 {
        let more = capital(&number(others));
        choices.push(format!("{more} more to go on with, left or interrupted."));
    }
    choices.extend(ALWAYS.iter().map(|(say, _)| (*say).to_owned()));
    seat.page.say(&format!(
        "Today. {} choices.",
        capital(&number(choices.len()))
    ));
    seat.page.choices(&choices);
    let chosen = seat.page.choose("Choice", choices.len(), Some(0))?;
    seat.page.gap();
    match ahead.things.get(chosen) {
        Some(thing) => drill::begin(seat, &thing.todo),
        None if chosen < ahead.things.len() + waiting => again::choose(seat),
        None => go(seat, chosen - ahead.things.len() - waiting, noted),
    }
}

fn go(seat: &mut Seat<'_>, way: usize, noted: &mut Option<EntryId>) -> Said<()> {
    match ALWAYS.get(way).map(|(_, way)| *way) {
        Some(Way::Drill) => drill::set_up(seat),
        Some(Way::Debrief) => {
            *noted = debrief::run(seat, None)?;
            Ok(())
        }
        Some(Way::Note) => {
            *noted = note(seat)?;
            Ok(())
        }
        Some(Way::Application) => application::add(seat),
        Some(Way::Stage) => read::stage(seat),
        Some(Way::Progress) => {
            read::progress(seat);
            Ok(())
        }
        Some(Way::Talk) => talk::choose(seat),
        Some(Way::Set) => set::choose(seat),
        Some(Way::Mock) => whole::choose(seat),
        Some(Way::Work) => who::work(seat),
        Some(Way::Elsewhere) => {
            who::elsewhere(seat);
            Ok(())
        }
        Some(Way::Quit) | None => Err(Away::Quit),
    }
}

/// `Conflict with a peer, 10 minutes. Partly the last time.`
fn words(thing: &Thing) -> String {
    let stop = if thing.title.ends_with(['?', '.', '!']) {
        ""
    } else {
        ","
    };
    let reason = capital(&thing.reason);
    // The title of most mocks says it already.
    if thing.title.contains("minute") {
        return format!("{}. {reason}.", thing.title);
    }
    let minutes = count(thing.minutes as usize, "minute", "minutes");
    format!("{}{stop} {minutes}. {reason}.", thing.title)
}

/// A note, saved before anything else is printed.
fn note(seat: &mut Seat<'_>) -> Said<Option<EntryId>> {
    seat.page
        .say("Write the note. A line with only a dot ends it.");
    let mut lines: Vec<String> = Vec::new();
    loop {
        match seat.page.line() {
            Ok(line) if line == "." => break,
            Ok(line) => lines.push(line),
            // Words that were written are kept, whatever the reason.
            Err(_) if !lines.is_empty() => break,
            Err(away) => return Err(away),
        }
    }
    let body = lines.join("\n").trim().to_owned();
    if body.is_empty() {
        seat.page.say("Nothing was written.");
        return Ok(None);
    }
    let now = seat.now();
    let words: Vec<&str> = body.split_whitespace().take(NAME_WORDS).collect();
    let mut entry = Entry {
        id: EntryId::new(layout::entry_name(now.date(), &words.join(" "))),
        kind: EntryKind::Note,
        date: now.date(),
        time: Some(now.time()),
        title: String::new(),
        application: None,
        stage: None,
        feeling: String::new(),
        tags: Vec::new(),
        private: false,
        body,
        debrief: None,
    };
    seat.save(&mut entry, true)?;
    seat.page.say("Saved. u takes it back.");
    seat.page.gap();
    Ok(Some(entry.id))
}

/// Moves the last note or debrief to the trash.
fn undo(seat: &mut Seat<'_>, noted: &mut Option<EntryId>) -> Said<()> {
    let Some(id) = noted.take() else {
        seat.page.say("There is nothing to take back here.");
        return Ok(());
    };
    seat.perform(&Effect::TrashEntry(id.clone()))?;
    seat.model.journal.remove(&id);
    seat.page.say("Taken back; it lies in the trash.");
    Ok(())
}

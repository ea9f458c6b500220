//! The debrief of a real interview: the questions first, because they fade first; saved after each step.

use super::page::{Away, Said};
use super::seat::Seat;
use super::when;
use crate::desk::Effect;
use crate::desk::effect::ForBank;
use crate::desk::undo::Step;
use crate::domain::id::ApplicationId;
use crate::domain::journal::{Asked, Cleared, Concern, Debrief, Entry, Heard, Reaction};
use crate::domain::journey::Application;
use crate::domain::person::Person;
use crate::panes::debrief::{fresh, mark_round};
use crate::panes::words::count;

/// The ways that lead on from every prompt of it.
const WAYS: &str = "b ends the debrief, q quits; what you have written is kept.";

/// An entry that is being written.
struct Talk {
    entry: Entry,
    /// What it held before anything was said.
    given: Debrief,
    /// Whether it has a file yet.
    kept: bool,
}

/// A step of it.
type Part = fn(&mut Seat<'_>, &mut Debrief) -> Said<()>;

/// Asks for everything and saves it; what was said until then is kept.
///
/// # Errors
/// When the user quits; what was said until then is saved.
pub fn run(seat: &mut Seat<'_>, about: Option<&ApplicationId>) -> Said<()> {
    let about = match about {
        Some(id) => Some(id.clone()),
        None => employer(seat)?,
    };
    let entry = seat.desk(|desk| fresh::entry(about.as_ref(), desk))?;
    let given = entry.debrief.as_deref().cloned().unwrap_or_default();
    let mut talk = Talk {
        entry,
        given,
        kept: false,
    };
    seat.page
        .say("A debrief. Every line may stay empty; everything is saved as you go. b ends it.");
    let usual = seat.page.ways.replace(WAYS);
    let asked = all_steps(seat, &mut talk);
    seat.page.ways = usual;
    if talk.kept {
        finish(seat, &talk.entry)?;
        let step = Step::NoEntry(talk.entry.id.clone());
        seat.model.undo.note("the debrief", step);
    } else {
        seat.page.say("Nothing was written.");
    }
    match asked {
        Ok(()) | Err(Away::Back | Away::Undo) => Ok(()),
        Err(away) => Err(away),
    }
}

/// Which interview; none is fine.
fn employer(seat: &mut Seat<'_>) -> Said<Option<ApplicationId>> {
    let title = |(a, to_come): &(&Application, bool)| {
        let end = if *to_come { ", still to come" } else { "" };
        (a.id.clone(), format!("{}{end}", a.title()))
    };
    let meetings = fresh::meetings(&seat.model, seat.now());
    let open: Vec<_> = meetings.iter().map(title).collect();
    let ahead = meetings.first().is_some_and(|(_, to_come)| *to_come);
    if open.is_empty() {
        return Ok(None);
    }
    let mut names: Vec<&str> = open.iter().map(|(_, title)| title.as_str()).collect();
    names.push("Another one.");
    seat.page.say("Which interview?");
    let usual = if ahead { names.len() - 1 } else { 0 };
    let chosen = seat.page.pick(&names, Some(usual))?;
    Ok(open.get(chosen).map(|(id, _)| id.clone()))
}

fn all_steps(seat: &mut Seat<'_>, talk: &mut Talk) -> Said<()> {
    talk.entry.feeling = seat.page.ask("How do you feel, in one word?")?;
    keep(seat, talk)?;
    let steps: [Part; 6] = [questions, lines, concerns, heard, next, people];
    for step in steps {
        let mut debrief = talk.entry.debrief.clone().unwrap_or_default();
        let went = step(seat, &mut debrief);
        // What a step has heard is kept even when the user leaves in the middle of it.
        talk.entry.debrief = Some(debrief);
        keep(seat, talk)?;
        went?;
    }
    Ok(())
}

/// Writes what there is.
fn keep(seat: &mut Seat<'_>, talk: &mut Talk) -> Said<()> {
    let same = |d: &Debrief| *d == talk.given;
    let blank = talk.entry.feeling.is_empty() && talk.entry.debrief.as_deref().is_none_or(same);
    if blank {
        return Ok(());
    }
    seat.save(&mut talk.entry, !talk.kept)?;
    talk.kept = true;
    Ok(())
}

fn questions(seat: &mut Seat<'_>, debrief: &mut Debrief) -> Said<()> {
    seat.page
        .say("What did they ask? One question at a time; an empty line ends.");
    loop {
        let ask = format!("Question {}:", debrief.questions.len() + 1);
        let Some(text) = seat.page.one_more(&ask)? else {
            return Ok(());
        };
        debrief.questions.push(Asked {
            text,
            ..Asked::default()
        });
        let level = seat.page.level("How did it go?")?;
        let words = Reaction::ALL.map(Reaction::words);
        let ways: Vec<String> = words
            .iter()
            .zip(1..)
            .map(|(w, n)| format!("{n} {w}"))
            .collect();
        seat.page.say(&format!(
            "How did they take it? {}. Enter leaves it out.",
            ways.join(", ")
        ));
        let reaction = reaction(seat)?;
        if let Some(asked) = debrief.questions.last_mut() {
            asked.level = level;
            asked.reaction = reaction;
        }
    }
}

fn reaction(seat: &mut Seat<'_>) -> Said<Option<Reaction>> {
    let none = Reaction::ALL.len();
    let numbers = format!("Type a number from 1 to {none}, or nothing.");
    let chosen = loop {
        let said = seat.page.ask_for("Choice:", &numbers)?;
        match said.parse::<usize>() {
            Ok(n) if (1..=none).contains(&n) => break n - 1,
            _ if said.is_empty() => break none,
            _ => seat.page.say(&numbers),
        }
    };
    Ok(Reaction::ALL.get(chosen).copied())
}

fn lines(seat: &mut Seat<'_>, debrief: &mut Debrief) -> Said<()> {
    debrief.again = seat.page.list("What would you do again?")?;
    debrief.slipped = seat.page.list("Where did it slip?")?;
    debrief.body_language = seat
        .page
        .ask("Body language worth remembering (only for you):")?;
    Ok(())
}

fn concerns(seat: &mut Seat<'_>, debrief: &mut Debrief) -> Said<()> {
    seat.page
        .say("Which doubts did they have, said or unsaid? An empty line ends.");
    loop {
        let ask = format!("Doubt {}:", debrief.concerns.len() + 1);
        let Some(text) = seat.page.one_more(&ask)? else {
            return Ok(());
        };
        debrief.concerns.push(Concern {
            text,
            ..Concern::default()
        });
        let reply = seat.page.ask("What did you reply?")?;
        if let Some(concern) = debrief.concerns.last_mut() {
            concern.reply = reply;
        }
        let cleared = cleared(seat)?;
        if let Some(concern) = debrief.concerns.last_mut() {
            concern.cleared = cleared;
        }
    }
}

fn cleared(seat: &mut Seat<'_>) -> Said<Cleared> {
    const WORDS: &str =
        "Type y for yes, h for in part, n for no, or only Enter for the one in brackets.";
    loop {
        let question = "Did that clear it? y yes, h in part, n no [n]:";
        match seat.page.ask_for(question, WORDS)?.as_str() {
            "y" => return Ok(Cleared::Yes),
            "h" => return Ok(Cleared::InPart),
            "n" | "" => return Ok(Cleared::No),
            _ => seat.page.say(WORDS),
        }
    }
}

fn heard(seat: &mut Seat<'_>, debrief: &mut Debrief) -> Said<()> {
    seat.page.say("What did you ask them? An empty line ends.");
    loop {
        let ask = format!("You asked {}:", debrief.heard.len() + 1);
        let Some(question) = seat.page.one_more(&ask)? else {
            return Ok(());
        };
        debrief.heard.push(Heard {
            question,
            ..Heard::default()
        });
        let answer = seat.page.ask("What did you hear?")?;
        if let Some(heard) = debrief.heard.last_mut() {
            heard.answer = answer;
        }
    }
}

fn next(seat: &mut Seat<'_>, debrief: &mut Debrief) -> Said<()> {
    debrief.closed = seat.page.ask("How did you close?")?;
    debrief.next_step = seat.page.ask("What comes next?")?;
    debrief.decision = when::decision(seat, "When do they decide?", None)?;
    Ok(())
}

fn people(seat: &mut Seat<'_>, debrief: &mut Debrief) -> Said<()> {
    let known: Vec<&str> = debrief.people.iter().map(|p| p.name.as_str()).collect();
    let ask = match known.as_slice() {
        [] => "Who was there?".to_owned(),
        known => format!("Who was there besides {}?", known.join(", ")),
    };
    let names = seat.page.list(&ask)?;
    debrief.people.extend(names.into_iter().map(|name| Person {
        name,
        ..Person::default()
    }));
    debrief.improve = seat.page.list("What will you work on? At most three.")?;
    debrief.improve.truncate(3);
    debrief.level = seat
        .page
        .level("How well did you do what you had planned?")?;
    Ok(())
}

/// The questions become practice, the round gets its word.
fn finish(seat: &mut Seat<'_>, entry: &Entry) -> Said<()> {
    seat.desk(|desk| mark_round(entry, desk))?;
    let asked = entry
        .debrief
        .as_ref()
        .map_or_else(Vec::new, |d| d.questions.clone());
    let known = entry
        .application
        .as_ref()
        .and_then(|id| seat.model.journey.get(id));
    let place = known.map_or_else(String::new, |a| a.employer.clone());
    if asked.is_empty() {
        seat.page.say("Saved.");
    } else {
        let questions = count(asked.len(), "question is", "questions are");
        let change = ForBank {
            entry: Some(entry.id.clone()),
            stage: entry.stage,
            asked,
            place,
            ..ForBank::default()
        };
        seat.perform(&Effect::ChangeBank(Box::new(change)))?;
        seat.page.say(&format!("Saved. {questions} now practice."));
    }
    seat.read();
    seat.page.gap();
    Ok(())
}

//! The debrief of a real interview: the questions first, because they fade first; saved after each step.

use super::page::{Away, Said};
use super::seat::Seat;
use super::steps::{Part, in_turn, known, rows};
use super::{meeting, when};
use crate::desk::Effect;
use crate::desk::effect::Wrote;
use crate::desk::undo::Step;
use crate::domain::journal::{Asked, Cleared, Concern, Debrief, Entry, Heard, Reaction};
use crate::domain::library::StageId;
use crate::domain::person::Person;
use crate::panes::debrief::fresh::Wanted;
use crate::panes::debrief::{drafted, ends, fresh};
use crate::panes::debrief_words;
use crate::panes::told_words::named;

/// What is said of a debrief that could not be saved.
const NOT_YET: &str = "It is NOT saved yet. That is tried again when you quit.";

/// What is said of one that waits as a draft, and that nobody went on with.
const HALF: &str = "Kept half written. debrief goes on with it.";

/// An entry that is being written.
struct Talk {
    entry: Entry,
    /// The entry as it stood before, where the interview has a debrief.
    before: Option<Entry>,
    /// What there is while nothing is said.
    stands: Entry,
    /// What it held before anything was said.
    given: Debrief,
    /// Whether anything was written.
    kept: bool,
}

/// Asks for everything and saves it; what was said until then is kept.
///
/// # Errors
/// When the user quits; what was said until then is saved.
pub fn run(seat: &mut Seat<'_>, wanted: Option<&Wanted>) -> Said<()> {
    let fresh = match wanted {
        Some(wanted) => meeting::of_job(seat, wanted)?,
        None => meeting::choose(seat)?,
    };
    let mut talk = opened(seat, fresh);
    seat.page
        .say("A debrief. Every line may stay empty; everything is saved as you go.");
    let asked = all_steps(seat, &mut talk);
    let goes_back = talk.kept && matches!(asked, Err(Away::Back | Away::Undo));
    let dropped = if goes_back {
        dropped(seat, &talk)
    } else {
        Ok(false)
    };
    if matches!(dropped, Ok(true)) {
        return Ok(());
    }
    if talk.kept {
        finish(seat, &talk)?;
    } else if (seat.model.unsaved).has(&Wrote::Entry(talk.entry.id.clone())) {
        seat.page.say(NOT_YET);
    } else if talk.entry == talk.stands {
        seat.page.say("Nothing was written.");
    } else {
        seat.page.say(HALF);
    }
    match dropped.and(asked) {
        Ok(()) | Err(Away::Back | Away::Undo) => Ok(()),
        Err(away) => Err(away),
    }
}

/// The debrief that is told: one that the interview has already, one that was taken back, or a fresh one; says which.
fn opened(seat: &mut Seat<'_>, fresh: Entry) -> Talk {
    let before = fresh::begun(&fresh, &seat.model).cloned();
    let drafted = match &before {
        Some(_) => None,
        None => drafted::find(None, &fresh, &seat.model),
    };
    let goes_on = [
        before.as_ref().map(|_| fresh::GOES_ON),
        drafted.as_ref().map(|_| drafted::GOES_ON),
    ];
    for words in goes_on.into_iter().flatten() {
        seat.page.say(words);
    }
    // What was taken back has no file: with the first line it gets one.
    let mut stands = before.clone().unwrap_or(fresh);
    if before.is_none() {
        stands.id = seat.free_entry(stands.id.as_str());
    }
    let entry = drafted.unwrap_or_else(|| stands.clone());
    Talk {
        given: entry.debrief.as_deref().cloned().unwrap_or_default(),
        entry,
        stands,
        before,
        kept: false,
    }
}

/// Whoever goes back from the first question may have begun by mistake: kept, or put into the trash.
fn dropped(seat: &mut Seat<'_>, talk: &Talk) -> Said<bool> {
    seat.page.say("This debrief has something in it.");
    let ways = ["Keep it.", "Drop it, into the trash."];
    match seat.page.pick(&ways, Some(0)) {
        Ok(0) | Err(Away::Back | Away::Undo) => return Ok(false),
        chosen => chosen?,
    };
    let id = talk.entry.id.clone();
    seat.model.journal.remove(&id);
    seat.perform(&Effect::TrashEntry(id))?;
    let step = Step::put(talk.entry.clone());
    seat.model.undo.note("dropping the debrief", step);
    seat.page.say("Dropped. u brings it back.");
    Ok(true)
}

/// One thing that is asked, put into what was told; what was there before it comes last.
type Ask = fn(&mut Seat<'_>, &mut Debrief, &Given<'_>) -> Said<()>;

/// What a debrief held before, and the stage of its interview.
type Given<'g> = (&'g Debrief, Option<StageId>);

/// What is asked, in order.
const STEPS: [Ask; 12] = [
    questions,
    |seat, told, _| list(seat, "What would you do again?", &mut told.again),
    |seat, told, _| list(seat, "Where did it slip?", &mut told.slipped),
    |seat, told, (_, stage)| {
        let manner = debrief_words::manner(*stage);
        let question = format!("{manner}, where it is worth remembering (only for you):");
        line(seat, &question, &mut told.body_language)
    },
    concerns,
    heard,
    |seat, told, _| line(seat, "How did you close?", &mut told.closed),
    |seat, told, _| line(seat, "What comes next?", &mut told.next_step),
    |seat, told, _| {
        told.decision = when::decision(seat, "When do they decide?", told.decision)?;
        Ok(())
    },
    people,
    |seat, told, _| {
        let question = "What will you work on? Three are plenty.";
        list(seat, question, &mut told.improve)
    },
    |seat, told, _| {
        // The plan is what an earlier debrief wanted to work on.
        let earlier = seat.model.journal.entries.iter();
        let mut earlier = earlier.filter_map(|e| e.debrief.as_deref());
        if !earlier.any(|d| d != told && !d.improve.is_empty()) {
            return Ok(());
        }
        let question = "How well did you do what you had planned?";
        told.level = seat.page.level(question)?.or(told.level);
        Ok(())
    },
];

fn all_steps(seat: &mut Seat<'_>, talk: &mut Talk) -> Said<()> {
    in_turn(seat, 1 + STEPS.len(), |seat, at| {
        let Some(step) = at.checked_sub(1).map(|at| STEPS[at]) else {
            line(
                seat,
                "How do you feel, in one word?",
                &mut talk.entry.feeling,
            )?;
            return keep(seat, talk);
        };
        let mut debrief = talk.entry.debrief.clone().unwrap_or_default();
        let went = step(seat, &mut debrief, &(&talk.given, talk.entry.stage));
        // What a step has heard is kept even when the user leaves in the middle of it.
        talk.entry.debrief = Some(debrief);
        keep(seat, talk)?;
        went
    })
}

fn line(seat: &mut Seat<'_>, question: &str, told: &mut String) -> Said<()> {
    *told = known(seat, question, told)?;
    Ok(())
}

fn list(seat: &mut Seat<'_>, question: &str, told: &mut Vec<String>) -> Said<()> {
    seat.page
        .say(&format!("{question} One a line; an empty line ends."));
    rows(seat, told, 0, "", |line| line, &[])
}

/// Writes what there is.
fn keep(seat: &mut Seat<'_>, talk: &mut Talk) -> Said<()> {
    if !talk.kept && talk.entry == talk.stands {
        return Ok(());
    }
    let id = talk.entry.id.clone();
    seat.save(&mut talk.entry, !talk.kept && talk.before.is_none())?;
    talk.kept = true;
    seat.desk(|desk| drafted::forget(&id, desk))
}

fn questions(seat: &mut Seat<'_>, told: &mut Debrief, (given, stage): &Given<'_>) -> Said<()> {
    let works = *stage == Some(StageId::TechnicalAssessment);
    let (first, label) = if works {
        (debrief_words::first(*stage, false), "Line ")
    } else {
        ("What did they ask? One question at a time.", "Question ")
    };
    seat.page.say(&format!("{first} An empty line ends."));
    let (list, given) = (&mut told.questions, given.questions.len());
    rows(
        seat,
        list,
        given,
        label,
        |asked| &mut asked.text,
        &[
            |seat, asked: &mut Asked| {
                asked.level = seat.page.level("How did it go?")?.or(asked.level);
                Ok(())
            },
            reaction_at(*stage),
            story,
        ],
    )
}

/// With which story it was answered, where there are stories and somebody marks at all.
fn story(seat: &mut Seat<'_>, asked: &mut Asked) -> Said<()> {
    let marked = asked.level.is_some() || asked.reaction.is_some();
    let stories = named(&seat.model);
    if !marked || stories.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = stories.iter().map(|(_, name)| name.as_str()).collect();
    let question = "With which story? ? lists them, Enter leaves it out:";
    if let Some(at) = seat.page.which(question, &names)? {
        asked.story = stories.get(at).map(|(id, _)| id.clone());
    }
    Ok(())
}

/// How they took it is asked in the words of the stage.
fn reaction_at(stage: Option<StageId>) -> Part<Asked> {
    match stage {
        Some(StageId::TechnicalAssessment) => {
            |seat, asked| reaction(seat, asked, Some(StageId::TechnicalAssessment))
        }
        Some(StageId::Screening | StageId::PhoneVideo) => {
            |seat, asked| reaction(seat, asked, Some(StageId::PhoneVideo))
        }
        _ => |seat, asked| reaction(seat, asked, None),
    }
}

fn reaction(seat: &mut Seat<'_>, asked: &mut Asked, stage: Option<StageId>) -> Said<()> {
    let words = Reaction::ALL.map(|reaction| reaction.words(stage));
    let ways: Vec<String> = (words.iter().zip(1..))
        .map(|(words, n)| format!("{n} {words}"))
        .collect();
    seat.page.say(&format!(
        "How did they take it? {}. Enter leaves it out.",
        ways.join(", ")
    ));
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
    asked.reaction = Reaction::ALL.get(chosen).copied().or(asked.reaction);
    Ok(())
}

fn concerns(seat: &mut Seat<'_>, told: &mut Debrief, (given, _): &Given<'_>) -> Said<()> {
    seat.page
        .say("Which doubts did they have, said or unsaid? An empty line ends.");
    let (list, given) = (&mut told.concerns, given.concerns.len());
    rows(
        seat,
        list,
        given,
        "Doubt ",
        |doubt| &mut doubt.text,
        &[
            |seat, doubt: &mut Concern| line(seat, "What did you reply?", &mut doubt.reply),
            |seat, doubt| {
                if doubt.reply.is_empty() {
                    return Ok(());
                }
                doubt.cleared = cleared(seat, doubt.cleared)?;
                Ok(())
            },
        ],
    )
}

fn cleared(seat: &mut Seat<'_>, known: Cleared) -> Said<Cleared> {
    const WORDS: &str =
        "Type y for yes, h for in part, n for no, or only Enter for the one in brackets.";
    let usual = match known {
        Cleared::Yes => "y",
        Cleared::InPart => "h",
        Cleared::No => "n",
    };
    let question = format!("Did that clear it? y yes, h in part, n no [{usual}]:");
    loop {
        match seat.page.ask_for(&question, WORDS)?.as_str() {
            "" => return Ok(known),
            "y" => return Ok(Cleared::Yes),
            "h" => return Ok(Cleared::InPart),
            "n" => return Ok(Cleared::No),
            _ => seat.page.say(WORDS),
        }
    }
}

fn heard(seat: &mut Seat<'_>, told: &mut Debrief, (given, _): &Given<'_>) -> Said<()> {
    seat.page.say("What did you ask them? An empty line ends.");
    let (list, given) = (&mut told.heard, given.heard.len());
    rows(
        seat,
        list,
        given,
        "You asked ",
        |heard| &mut heard.question,
        &[|seat, heard: &mut Heard| line(seat, "What did you hear?", &mut heard.answer)],
    )
}

fn people(seat: &mut Seat<'_>, told: &mut Debrief, (given, _): &Given<'_>) -> Said<()> {
    let known: Vec<&str> = given.people.iter().map(|p| p.name.as_str()).collect();
    let ask = match known.as_slice() {
        [] => "Who was there?".to_owned(),
        known => format!("Who was there besides {}?", known.join(", ")),
    };
    seat.page
        .say(&format!("{ask} One a line; an empty line ends."));
    let given = given.people.len();
    rows(
        seat,
        &mut told.people,
        given,
        "",
        |person: &mut Person| &mut person.name,
        &[|_, person| {
            let Person { name, said, .. } = Person::called(&person.name);
            if !said.is_empty() {
                (person.name, person.said) = (name, said);
            }
            Ok(())
        }],
    )
}

/// The questions become practice, the round gets its word.
fn finish(seat: &mut Seat<'_>, talk: &Talk) -> Said<()> {
    let change = seat.desk(|desk| ends::written(&talk.entry, talk.before.as_ref(), desk))?;
    let refused = match &change {
        Some(change) => seat.once(&Effect::ChangeBank(change.clone()))?,
        None => None,
    };
    let words = match refused {
        Some(loss) => format!(
            "{} {} Open this debrief again later to try once more.",
            ends::refused(&loss),
            loss.words
        ),
        None if seat.model.unsaved.has(&Wrote::Entry(talk.entry.id.clone())) => NOT_YET.to_owned(),
        None => ends::told(&change.unwrap_or_default(), &seat.model).0,
    };
    seat.page.tell(&words);
    seat.read();
    seat.page.gap();
    Ok(())
}

//! The rating: evidence, red flags, anchors without their words, and only then the level.

use super::page::{Away, Said};
use super::proofs;
use super::seat::Seat;
use super::steps::in_turn;
use crate::domain::level::Level;
use crate::domain::practice::record::Mark;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::panes::inside;
use crate::panes::sitting::Told;

/// What can be typed beside a point.
const MARKS: &str =
    "Type y for said, h for half, n for not said, or only Enter for the one in brackets.";

/// Point by point, then flag by flag; `b` and `u` go to the one before.
///
/// # Errors
/// When the user goes away; the answer is saved and its rating can wait.
pub fn evidence(seat: &mut Seat<'_>) -> Said<()> {
    if seat.sitting().is_some_and(|s| s.phase() == Phase::Evidence) {
        recall(seat);
        seat.hear_yourself()?;
        let count = seat.sitting().map_or(0, |s| s.points().len());
        seat.page.say(&format!(
            "What did you say? {count} points, in no special order. y said, h half, n not said."
        ));
        in_turn(seat, count, |seat, at| point(seat, at, count))?;
        tell_points(seat);
        seat.rate(Sitting::next)?;
    }
    if seat.sitting().is_some_and(|s| s.phase() == Phase::Flags) {
        let count = seat.sitting().map_or(0, |s| s.flags().len());
        seat.page.gap();
        let lines = if count == 1 {
            "1 line"
        } else {
            &format!("{count} lines")
        };
        seat.page
            .say(&format!("Did any of this happen? {lines}, y or n."));
        in_turn(seat, count, |seat, at| flag(seat, at, count))?;
        seat.rate(Sitting::next)?;
    }
    seat.page.gap();
    Ok(())
}

/// The question and what was said to it, where that was a while ago.
fn recall(seat: &mut Seat<'_>) {
    let late = seat.sitting().filter(|s| !s.head().rate_each);
    let Some((sitting, prompt)) = late.and_then(|s| Some((s, s.prompt()?))) else {
        return;
    };
    let mut lines = vec![format!("They asked: {}", prompt.text)];
    for answer in sitting.said_to_each() {
        let asked = answer
            .extra
            .as_ref()
            .filter(|extra| !extra.asked.is_empty());
        lines.extend(asked.map(|extra| format!("They went on: {}", extra.asked)));
        lines.push(match answer.text.trim() {
            _ if answer.skipped => "Skipped.".to_owned(),
            "" => answer.told_words().to_owned(),
            said => format!("You said: {said}"),
        });
    }
    seat.page.gap();
    for line in lines {
        seat.page.say(&line);
    }
    seat.page.gap();
}

fn point(seat: &mut Seat<'_>, at: usize, count: usize) -> Said<()> {
    let Some((text, mark, proof)) = seat.sitting().and_then(|s| {
        let point = *s.points().get(at)?;
        let proof = point.proof.map(str::to_owned);
        Some((point.text.to_owned(), point.mark, proof))
    }) else {
        return Ok(());
    };
    let question = format!("{} of {count}. {text}", at + 1);
    let (mut mark, mut words) = (mark, None);
    // Going back from the proof asks for the point again.
    in_turn(seat, 2, |seat, part| {
        if part == 0 {
            mark = marked(seat, &question, mark)?;
        } else if mark != Mark::Missed {
            words = proofs::ask(seat, &text, proof.clone())?;
        }
        Ok(())
    })?;
    seat.rate(|s, _| s.mark_point(at, mark, words.as_deref()))?;
    Ok(())
}

/// Whether a point was said; Enter takes the usual one.
fn marked(seat: &mut Seat<'_>, question: &str, usual: Mark) -> Said<Mark> {
    let letter = match usual {
        Mark::Missed => "n",
        Mark::Half => "h",
        Mark::Hit => "y",
    };
    loop {
        let said = seat
            .page
            .ask_for(&format!("{question} [{letter}]:"), MARKS)?;
        match said.as_str() {
            "y" => return Ok(Mark::Hit),
            "h" => return Ok(Mark::Half),
            "n" => return Ok(Mark::Missed),
            "" => return Ok(usual),
            _ => seat.page.say(MARKS),
        }
    }
}

fn tell_points(seat: &mut Seat<'_>) {
    let count = |mark| {
        let sitting = seat.sitting();
        sitting.map_or(0, |s| s.points().iter().filter(|p| p.mark == mark).count())
    };
    let (hit, half, missed) = (count(Mark::Hit), count(Mark::Half), count(Mark::Missed));
    seat.page
        .say(&format!("{hit} said, {half} half, {missed} not said."));
}

fn flag(seat: &mut Seat<'_>, at: usize, count: usize) -> Said<()> {
    let flag = (seat.sitting())
        .and_then(|s| Some((s.flags().get(at)?.text.to_owned(), s.flags().get(at)?.seen)));
    let (text, seen) = flag.unwrap_or_default();
    let question = format!("{} of {count}. {text}", at + 1);
    let seen = seat.page.yes(&question, seen)?;
    seat.rate(|s, _| s.flag(at, seen))?;
    Ok(())
}

/// One dimension: four descriptions in shuffled order.
///
/// # Errors
/// When the user goes away.
pub fn anchors(seat: &mut Seat<'_>) -> Said<()> {
    let Some(Phase::Anchors { at, of }) = seat.sitting().map(Sitting::phase) else {
        return Ok(());
    };
    let Some(view) = seat.sitting().and_then(Sitting::anchors) else {
        return Ok(());
    };
    let (title, question) = (view.reading.title.clone(), view.reading.question.clone());
    let not_this = view.not_this.to_owned();
    let texts: Vec<String> = view.anchors.iter().map(|a| (*a).to_owned()).collect();
    seat.page.say(&format!("{} of {of}. {title}.", at + 1));
    seat.page.say(&question);
    if !not_this.is_empty() {
        seat.page.say(&format!("Not counted: {not_this}"));
    }
    // What is the same each time is said once.
    seat.page.say(match at {
        0 => "Which is closest? The order and the numbers mean nothing.",
        _ => "Which is closest?",
    });
    match seat.page.pick(&texts, None) {
        Ok(chosen) => {
            seat.rate(|s, now| s.choose_anchor(chosen, now))?;
        }
        Err(Away::Back | Away::Undo) => {
            seat.rate(Sitting::back)?;
        }
        Err(away) => return Err(away),
    }
    seat.page.gap();
    Ok(())
}

/// What can be done with a result.
#[derive(Clone, Copy)]
enum Then {
    Retry,
    /// Whether the point of the second try is said now.
    Hear(bool),
    FollowUp,
    Whole,
    Describe,
    Strong,
    Note,
    Lower(Level),
    Done,
}

/// The level with its reason, one next step, and the ways on.
///
/// # Errors
/// When the user goes away; the rating is saved.
pub fn after(seat: &mut Seat<'_>) -> Said<()> {
    // Whoever comes back from a second try or a follow-up has heard the rest.
    let lines = told(seat).map(|told| match told.again() {
        again if again.is_empty() => told.paragraphs(),
        again => again,
    });
    for line in lines.unwrap_or_default() {
        seat.page.say(&line);
    }
    let after = seat.sitting().and_then(Sitting::after);
    let sounded = after.map(|after| seat.model.voice.delivery(after.answer));
    if let Some(words) = sounded.filter(|words| !words.is_empty()) {
        seat.page.say(&words);
    }
    loop {
        let chosen = match ask_heard(seat) {
            Ok(()) => choose(seat),
            Err(away) => Err(away),
        };
        let (ways, chosen) = match chosen {
            Err(Away::Back | Away::Undo) => return seat.rate(Sitting::undo_rating).map(drop),
            chosen => chosen?,
        };
        seat.page.gap();
        match ways.get(chosen).map(|(_, then)| *then) {
            Some(Then::Retry) => return seat.act(Sitting::retry_point).map(drop),
            Some(Then::Describe) => return seat.act(Sitting::describe).map(drop),
            Some(Then::Whole) => return seat.act(Sitting::rate_anew).map(drop),
            Some(Then::FollowUp) => return seat.act(Sitting::answer_follow_up).map(drop),
            Some(Then::Done) | None => return seat.act(Sitting::next).map(drop),
            Some(Then::Strong) => strong(seat),
            Some(Then::Hear(said)) => hear(seat, said)?,
            Some(Then::Note) => match seat.page.ask("A line to yourself:") {
                Ok(line) => {
                    seat.act(|s, now| s.note(&line, now))?;
                    seat.page.say("Saved.");
                }
                Err(Away::Back) => {}
                Err(away) => return Err(away),
            },
            Some(Then::Lower(level)) => {
                seat.act(|s, now| s.lower_level(level, now))?;
                seat.page.say(&format!("Counted as {}.", level.word()));
            }
        }
    }
}

/// Asks what can be done with the result; the choices are read once as long as they stay the same.
fn choose(seat: &mut Seat<'_>) -> Said<(Vec<(String, Then)>, usize)> {
    let ways = ways(seat);
    let names: Vec<String> = ways.iter().map(|(name, _)| name.clone()).collect();
    let usual = ways.iter().position(|(_, then)| matches!(then, Then::Done));
    let chosen = if seat.menu == names {
        seat.page.pick_again(&names, usual)?
    } else {
        seat.menu.clone_from(&names);
        seat.page.pick(&names, usual)?
    };
    Ok((ways, chosen))
}

/// After a second try: whether the point is said now, asked before anything else.
fn ask_heard(seat: &mut Seat<'_>) -> Said<()> {
    let heard = told(seat).and_then(|told| told.heard);
    if heard.is_some_and(|heard| heard.now.is_none()) {
        let said = seat.page.yes("y or n", false)?;
        hear(seat, said)?;
    }
    Ok(())
}

fn hear(seat: &mut Seat<'_>, said: bool) -> Said<()> {
    seat.act(|s, now| s.hear_again(said, now))?;
    if let Some(heard) = told(seat).and_then(|told| told.heard) {
        seat.page.say(&heard.words);
    }
    Ok(())
}

fn told(seat: &Seat<'_>) -> Option<Told> {
    let after = seat.sitting().and_then(Sitting::after);
    after.map(|after| Told::of(&after))
}

fn ways(seat: &Seat<'_>) -> Vec<(String, Then)> {
    let mut ways = Vec::new();
    let time = seat
        .sitting()
        .map_or_else(String::new, Sitting::beside_words);
    if let Some(after) = seat.sitting().and_then(Sitting::after) {
        let point = (after.retry).and_then(|n| after.question.strong.get(usize::from(n) - 1));
        if let Some(point) = point {
            let words = format!("Say this point again{time}: \"{}\".", point.text);
            ways.push((words, Then::Retry));
        }
        if let Some(probe) = after.probe {
            let words = format!("Answer the follow-up{time}: \"{}\"", probe.text);
            ways.push((words, Then::FollowUp));
        }
        if after.is_by_points() {
            ways.push((
                "Rate it with the descriptions, too.".to_owned(),
                Then::Describe,
            ));
        }
        ways.push(("What a strong answer has.".to_owned(), Then::Strong));
        ways.push(("A line to yourself.".to_owned(), Then::Note));
        let below = after
            .level()
            .step()
            .checked_sub(1)
            .map(|step| Level::ALL[step]);
        if let Some(below) = below {
            ways.push((
                format!("Count it lower, as {}.", below.word()),
                Then::Lower(below),
            ));
        }
    }
    ways.push(("Done.".to_owned(), Then::Done));
    // What is there only at times comes last, so that the numbers of the others stay.
    let tried = seat.sitting().and_then(Sitting::after);
    if tried
        .as_ref()
        .is_some_and(|after| !after.retries.is_empty())
    {
        let words = "Rate the second try as a whole answer.".to_owned();
        ways.push((words, Then::Whole));
    }
    let now = tried
        .and_then(|after| after.tried)
        .and_then(|tried| tried.now);
    ways.extend(now.map(|said| {
        let words = if said {
            "It is not said now, after all."
        } else {
            "It is said now, after all."
        };
        (words.to_owned(), Then::Hear(!said))
    }));
    ways
}

fn strong(seat: &mut Seat<'_>) {
    let after = seat.sitting().and_then(Sitting::after);
    let lines = after.map(|after| inside::lines(&seat.model, after.question, true));
    for (words, _) in lines.unwrap_or_default() {
        match words.strip_prefix("- ") {
            Some(item) => seat.page.hanging("- ", item),
            None if words.is_empty() => seat.page.gap(),
            None => seat.page.say(&words),
        }
    }
    seat.page.gap();
}

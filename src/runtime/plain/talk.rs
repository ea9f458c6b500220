//! A talk, line by line.

use super::page::{Away, Said};
use super::seat::Seat;
use super::{asked, dots, drill, set, steps};
use crate::desk::Go;
use crate::domain::practice::sitting::{Sitting, Step};
use crate::domain::practice::solo::Solo;
use crate::domain::practice::talk::{self, Phase, Reply, Talk};
use crate::domain::text::full_stop;
use crate::domain::time::{Now, clock_text};
use crate::panes::begin::solo as begin;
use crate::panes::{ended, talks, task, words};
use crate::widgets::prose::MEASURE;

/// What a line of a reply can be besides its words.
const REPLY: &str = "A line with only a dot says it. .q what they said again, .r your reply so far, .z takes the last line off, .p pauses, .l leaves it for later.";

/// Chooses a talk and holds it.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    let rows = talks::rows(&seat.model, seat.now());
    let lines: Vec<String> = (rows.iter())
        .map(|row| {
            let seen = ended::ends_words(&seat.model, &row.id);
            let seen = if seen.is_empty() {
                seen
            } else {
                format!(", {seen}")
            };
            format!("{}. {}{seen}", row.part, row.title)
        })
        .collect();
    let which = |seat: &mut Seat<'_>| {
        seat.page.say("Talks. Which one?");
        seat.page.pick(&lines, Some(0))
    };
    steps::choose(seat, which, |seat, chosen| {
        if let Some(row) = rows.get(chosen) {
            seat.desk(|desk| begin::talk(&row.id, true, Go::Open, desk))?;
        }
        drill::stay(seat)
    })
}

/// Goes on with the talk or the set of items that runs, to its end.
///
/// # Errors
/// When the user goes away.
pub fn sit(seat: &mut Seat<'_>) -> Said<()> {
    seat.desk(task::resume)?;
    // Where only the beginning was looked at, going back leads out at once.
    let mut told = task::is_fresh(&seat.model).then_some(seat.page.asked);
    loop {
        let Some(held) = task::held(&seat.model) else {
            return Ok(());
        };
        if held.is_over() && task::in_mock(&seat.model) {
            return Ok(());
        }
        let went = if held.set().is_some() {
            set::step(seat)
        } else {
            match step(seat) {
                Err(away @ (Away::Back | Away::Undo)) => back(seat, away),
                went => went,
            }
        };
        steps::or_again(seat, went, &mut told)?;
    }
}

/// One step back in a talk: from the written replies to one's own words, and from what came of a reply to before it.
fn back(seat: &mut Seat<'_>, away: Away) -> Said<()> {
    let mock = task::in_mock(&seat.model);
    let undone = matches!(away, Away::Undo);
    match running(seat).map(Talk::phase) {
        Some(Phase::Choosing) => act(seat, Talk::own_words).map(drop),
        Some(Phase::Heard) if mock && undone => {
            seat.page.say("In a mock, what was said is said.");
            Ok(())
        }
        Some(Phase::Heard) if !mock => act(seat, Talk::take_back).map(drop),
        _ => Err(away),
    }
}

fn act(seat: &mut Seat<'_>, command: impl FnOnce(&mut Talk, Now) -> Step) -> Said<bool> {
    seat.goes_on_here();
    let key = begin::draft_key(&seat.model);
    let before = running(seat).map(Talk::steps);
    let done =
        seat.desk(|desk| task::act(desk, |task, now| task.in_talk(|talk| command(talk, now))))?;
    if running(seat).map(Talk::steps) != before {
        seat.drop_draft(key);
    }
    Ok(done)
}

fn running<'a>(seat: &'a Seat<'_>) -> Option<&'a Talk> {
    task::held(&seat.model)?.talk()
}

fn step(seat: &mut Seat<'_>) -> Said<()> {
    match running(seat).map(Talk::phase) {
        Some(Phase::Briefing) => briefing(seat),
        Some(Phase::Own) => own_words(seat),
        Some(Phase::Choosing) => nearest(seat),
        Some(Phase::Heard) => heard(seat),
        Some(Phase::Ended) | None => end(seat),
    }
}

fn briefing(seat: &mut Seat<'_>) -> Said<()> {
    let Some(scenario) = running(seat).map(|t| t.scenario().clone()) else {
        return Ok(());
    };
    let them = &scenario.counterpart;
    seat.page.say(&full_stop(&scenario.title));
    seat.page
        .say(&format!("What you know: {}", scenario.briefing));
    seat.page.say(&format!(
        "With {}, {}, {}.",
        them.name, scenario.counterpart_title, them.mood
    ));
    seat.page.ask("Enter starts; they speak first:")?;
    seat.desk(task::begin_file)?;
    act(seat, Talk::start)?;
    Ok(())
}

fn own_words(seat: &mut Seat<'_>) -> Said<()> {
    let Some(talk) = running(seat) else {
        return Ok(());
    };
    let wait = talk.limit().map_or_else(String::new, |limit| {
        format!(" They wait about {}.", clock_text(u64::from(limit)))
    });
    let (turn, so_far) = (talk.turn(), talk.text().to_owned());
    let line = asked::line(talk);
    seat.page.gap();
    seat.page.say(&format!("Turn {turn}.{wait}"));
    seat.page.say(&line);
    let taught = std::mem::replace(&mut seat.talked, true);
    seat.page.say(if taught {
        "Your reply, in your own words."
    } else {
        "Your reply, in your own words; say it aloud and type only the dot if you like."
    });
    if !taught {
        seat.page.say(REPLY);
    }
    if !so_far.is_empty() {
        seat.page.say(&format!("So far: {so_far}"));
    }
    loop {
        let line = seat.page.line()?;
        match line.trim_end() {
            "." => break,
            ".l" => return Err(Away::Later),
            ".p" => rest(seat)?,
            "?" | ".?" => seat.page.say(REPLY),
            dots::LAST_OFF => {
                let (rest, off) = dots::last_off(running(seat).map_or("", Talk::text));
                let (rest, off) = (rest.to_owned(), off.to_owned());
                act(seat, |talk, _| talk.set_text(&rest))?;
                seat.keep_solo_draft();
                seat.page.say(&dots::off_words(&off));
            }
            line if dots::is_way(line) || dots::is_word(line) => {
                if !seat.page.recall(line) {
                    seat.page.say(&dots::not_taken(line, REPLY));
                }
            }
            _ => {
                let before = running(seat).map_or("", Talk::text);
                let gap = if before.is_empty() { "" } else { "\n" };
                let text = format!("{before}{gap}{line}");
                act(seat, |talk, _| talk.set_text(&text))?;
                seat.keep_solo_draft();
            }
        }
        if running(seat).is_none_or(|t| t.phase() != Phase::Own) {
            seat.page.say("They do not wait any longer.");
            return Ok(());
        }
    }
    act(seat, Talk::said)?;
    seat.keep_solo_draft();
    Ok(())
}

/// The clock stands still until Enter.
fn rest(seat: &mut Seat<'_>) -> Said<()> {
    let strict = seat.sitting().is_some_and(Sitting::is_strict);
    if strict && task::in_mock(&seat.model) {
        seat.page.say("This mock has no pause. They wait.");
        return Ok(());
    }
    act(seat, Talk::pause)?;
    steps::rest(seat)?;
    act(seat, Talk::resume)?;
    Ok(())
}

/// The last words of the other side, and where it stood then; nothing where no talk came to its end.
pub fn tell_last(seat: &mut Seat<'_>) {
    let lines = running(seat).and_then(|talk| {
        let (node, end) = talk.end()?;
        Some([
            format!("{}: \"{}\"", talk.speaker_of(node), node.line),
            format!("{}. {}", end.level.word(), end.debrief),
            standing(talk, talk.story()),
        ])
    });
    for line in lines.into_iter().flatten() {
        seat.page.say(&line);
    }
}

/// Where it stands after some replies, meter by meter.
fn standing(talk: &Talk, replies: &[Reply]) -> String {
    let meters = talk.meters(replies).into_iter();
    let meters: Vec<String> = meters
        .map(|(m, by)| format!("{}: {}", m.word(), talk::standing(m, by)))
        .collect();
    format!("Where it stands. {}.", meters.join("; "))
}

fn nearest(seat: &mut Seat<'_>) -> Said<()> {
    let Some(talk) = running(seat) else {
        return Ok(());
    };
    let choices: Vec<String> = talk
        .choices()
        .iter()
        .map(|c| format!("\"{}\"", c.say))
        .collect();
    seat.page
        .say("Which of these comes nearest to what you said?");
    let mut ways = choices.clone();
    ways.push("None of these.".to_owned());
    let chosen = seat.page.pick(&ways, None)?;
    if chosen < choices.len() {
        act(seat, |talk, now| talk.say(chosen, now))?;
        return Ok(());
    }
    seat.page
        .say("Your words stay as they are. Which of these leads on?");
    let chosen = seat.page.choose("Choice", choices.len(), None)?;
    act(seat, |talk, now| talk.say_apart(chosen, now))?;
    Ok(())
}

fn heard(seat: &mut Seat<'_>) -> Said<()> {
    let Some(talk) = running(seat) else {
        return Ok(());
    };
    let mut lines = Vec::new();
    if let Some(choice) = talk.last().and_then(|reply| talk.picked(reply)) {
        if talk.last().is_some_and(|reply| reply.apart) {
            lines.push(
                "None of the written replies was yours; this is about the written one.".to_owned(),
            );
        }
        lines.push(choice.why.clone());
        let short = words::skill(&choice.skill).to_lowercase();
        lines.push(format!("In short: {short}."));
        let moved = talk::moved(&choice.effects);
        if !moved.is_empty() {
            lines.push(format!("{moved}."));
        }
    }
    lines.push(standing(talk, talk.path()));
    for line in lines {
        seat.page.say(&line);
    }
    seat.page.ask(if task::in_mock(&seat.model) {
        "Enter goes on:"
    } else {
        "Enter goes on, b takes the reply back:"
    })?;
    act(seat, Talk::go_on)?;
    Ok(())
}

/// Prints how it ended, and offers the turns to be taken again.
fn end(seat: &mut Seat<'_>) -> Said<()> {
    seat.model.practice.close();
    let Some(record) = seat.model.practice.shown.as_deref().cloned() else {
        return Ok(());
    };
    show(seat);
    let turns = Solo::replay(&record, &seat.model.library, seat.now());
    let turns = turns
        .and_then(|s| s.talk().map(|t| t.story().len()))
        .unwrap_or(0);
    if turns == 0 {
        return Ok(());
    }
    let said = match seat
        .page
        .ask("A number takes that turn again, Enter is enough:")
    {
        Err(Away::Back | Away::Undo) => return Ok(()),
        said => said?,
    };
    if let Some(turn) = said.parse().ok().filter(|n| (1..=turns).contains(n)) {
        seat.desk(|desk| begin::talk_again(&record, turn, desk))?;
    }
    Ok(())
}

/// Prints the page of what has just ended.
pub fn show(seat: &mut Seat<'_>) {
    let Some(record) = seat.model.practice.shown.as_deref() else {
        return;
    };
    let page = ended::stops(record, &seat.model, seat.now(), MEASURE);
    tell(seat, &page.text());
}

/// Prints a page that is laid out already.
pub fn tell(seat: &mut Seat<'_>, page: &str) {
    seat.page.gap();
    for line in page.lines() {
        if line.is_empty() {
            seat.page.gap();
        } else {
            seat.page.say(line);
        }
    }
    seat.page.gap();
}

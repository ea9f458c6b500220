//! The answer: typed line by line, or spoken while only the clock runs.

use super::dots;
use super::page::{Away, Said};
use super::seat::Seat;
use super::steps;
use crate::domain::practice::clock::{Edge, Pacing};
use crate::domain::practice::record::{Block, Hint, Input};
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::domain::practice::talk_through::shown;
use crate::domain::text::full_stop;
use crate::domain::time::clock_text;
use crate::panes::begin;
use crate::panes::told_words::fitting_words;
use crate::panes::words::count;
use crate::runtime::{editor, tty};

/// What a line can ask for while the answer is typed.
const TYPED: &str = "A line with only a dot ends it. .q reads the question again, .r what you have, .z takes the last line off, .e opens your editor, .h a hint, .a and words asks for a fact, .v speaks instead, .p pauses, .s skips, .l leaves it for later.";

/// The same while it is spoken.
const SPOKEN: &str = "Enter when you have finished. .q reads the question again, .t types instead, .h a hint, .a and words asks for a fact, .p pauses, .s skips, .l leaves it for later.";

/// Takes the answer, or the second try at one point.
///
/// # Errors
/// When the user goes away; words so far are kept as a draft.
pub fn give(seat: &mut Seat<'_>) -> Said<()> {
    introduce(seat);
    let said = match seat.sitting().map(Sitting::input) {
        Some(Input::Aloud) => {
            seat.begin_recording();
            let said = speak(seat);
            seat.end_recording();
            said
        }
        _ => write(seat),
    };
    if said.is_err() {
        seat.keep_draft();
    }
    said
}

fn introduce(seat: &mut Seat<'_>) {
    let Some(sitting) = seat.sitting() else {
        return;
    };
    let aloud = sitting.input() == Input::Aloud;
    let point = sitting.retried_point().map(|p| p.text.clone());
    let time = sitting.beside_words();
    let (limit, text) = (limit(sitting), sitting.text().to_owned());
    let ends = sitting.head().pacing == Pacing::Hard;
    if let Some(point) = point {
        seat.page
            .say(&format!("Only this point, once more{time}: {point}"));
    }
    // What is the same each time is said once; a clock that ends the answer is told every time.
    let known = std::mem::replace(&mut seat.taught, true);
    let limit = if known && !ends { "" } else { &limit };
    let words = match (aloud, known) {
        (true, false) => format!("Say it aloud. {SPOKEN} {limit}"),
        (true, true) => format!("Say it aloud. Enter when you have finished. {limit}"),
        (false, false) => format!("Type the answer. {TYPED} {limit}"),
        (false, true) => format!("Type the answer. A line with only a dot ends it. {limit}"),
    };
    seat.page.say(words.trim_end());
    if !text.is_empty() {
        seat.page.say(&format!("So far: {text}"));
    }
}

/// What happens at the end of the window.
fn limit(sitting: &Sitting) -> String {
    match (sitting.head().pacing, sitting.span()) {
        (Pacing::Hard, Some(span)) if sitting.phase() == Phase::Answering => {
            format!("It ends by itself at {}.", clock_text(span.max.into()))
        }
        (_, Some(span)) => format!("Nothing stops you at {}.", clock_text(span.max.into())),
        (_, None) => "There is no clock.".to_owned(),
    }
}

/// What a line comes to.
enum Next {
    /// More lines.
    More,
    /// The answer is over, or another one has begun.
    Over,
}

/// Reads lines until the answer ends; every line is in the machine, and in the draft, before the next is read.
fn write(seat: &mut Seat<'_>) -> Said<()> {
    let mut edge = None;
    loop {
        let line = seat.page.line()?;
        if let Next::Over = take(seat, &line)? {
            return Ok(());
        }
        let ended = !seat.sitting().is_some_and(|s| s.phase().is_answering());
        if ended {
            seat.page
                .say("Time is up. The answer is kept as it stands.");
            saved(seat);
            return Ok(());
        }
        seat.keep_draft();
        edge = mark(seat, edge);
    }
}

fn take(seat: &mut Seat<'_>, line: &str) -> Said<Next> {
    match line.trim_end() {
        "." => return finish(seat),
        ".e" => edit(seat)?,
        ".h" => hint(seat)?,
        ".p" => pause(seat)?,
        ".v" => {
            seat.act(|s, _| s.switch_input())?;
            return Ok(Next::Over);
        }
        ".s" => {
            let key = seat.sitting().and_then(begin::draft_key);
            if seat.act(Sitting::skip)? {
                seat.drop_draft(key);
                seat.page.say("Skipped.");
                return Ok(Next::Over);
            }
        }
        ".l" => return Err(Away::Later),
        ".a" => ask(seat, "")?,
        line if line.starts_with(".a ") => ask(seat, line.trim_start_matches(".a").trim())?,
        "?" | ".?" => seat.page.say(words(seat)),
        dots::LAST_OFF => last_off(seat)?,
        line if dots::is_way(line) || dots::is_word(line) => {
            if !seat.page.recall(line) {
                let words = dots::not_taken(line, words(seat));
                seat.page.say(&words);
            }
        }
        _ => {
            let before = seat.sitting().map_or("", Sitting::text);
            let gap = if before.is_empty() { "" } else { "\n" };
            let text = format!("{before}{gap}{line}");
            seat.act(|s, now| s.set_text(&text, now))?;
        }
    }
    Ok(Next::More)
}

/// What a line can ask for.
fn words(seat: &Seat<'_>) -> &'static str {
    match seat.sitting().map(Sitting::input) {
        Some(Input::Aloud) => SPOKEN,
        Some(Input::Typed) | None => TYPED,
    }
}

fn last_off(seat: &mut Seat<'_>) -> Said<()> {
    let (rest, off) = dots::last_off(seat.sitting().map_or("", Sitting::text));
    let (rest, off) = (rest.to_owned(), off.to_owned());
    seat.act(|s, now| s.set_text(&rest, now))?;
    seat.page.say(&dots::off_words(&off));
    Ok(())
}

fn finish(seat: &mut Seat<'_>) -> Said<Next> {
    let key = seat.sitting().and_then(begin::draft_key);
    if !seat.act(Sitting::finish_answer)? {
        return Ok(Next::More);
    }
    seat.drop_draft(key);
    saved(seat);
    Ok(Next::Over)
}

/// Says what was saved: it is on the disk by now.
fn saved(seat: &mut Seat<'_>) {
    let last = seat.sitting().and_then(|s| {
        let mut blocks = s.record().blocks.iter().rev();
        blocks.find_map(|b| match b {
            Block::Answer(a) => Some(a.clone()),
            _ => None,
        })
    });
    if let Some(answer) = last {
        let length = answer.length_words();
        let words = count(answer.words as usize, "word", "words");
        seat.page.say(&format!("Saved. {words}, {length}."));
        seat.page.gap();
    }
}

/// A mark of the clock, printed after Enter and only when it changes.
fn mark(seat: &mut Seat<'_>, before: Option<Edge>) -> Option<Edge> {
    let now = seat.now();
    let sitting = seat.sitting().filter(|s| s.words() > 0)?;
    let edge = sitting.edge(now);
    let length = clock_text(sitting.length(now).into());
    let words = match edge {
        Some(now @ (Edge::Inside | Edge::Over)) if edge != before => now.words(),
        _ => return edge,
    };
    let how = if sitting.is_timed() {
        "here"
    } else {
        "if spoken"
    };
    seat.page
        .hanging("  ", &format!("({length} {how}, {words})"));
    edge
}

fn edit(seat: &mut Seat<'_>) -> Said<()> {
    seat.keep_draft();
    seat.page.flush();
    tty::as_found();
    let before = seat.sitting().map_or("", Sitting::text).to_owned();
    let (chosen, home) = (&seat.model.config.editor, &seat.model.home);
    match editor::hand_over(&before, chosen, home) {
        Ok(text) => {
            seat.act(|s, now| s.set_text(&text, now))?;
            let words = count(text.split_whitespace().count(), "word", "words");
            seat.page
                .say(&format!("It is back: {words}. Go on, or end with a dot."));
        }
        Err(words) => seat.page.say(&words),
    }
    Ok(())
}

fn pause(seat: &mut Seat<'_>) -> Said<()> {
    if seat.act(Sitting::pause)? {
        seat.end_recording();
        seat.keep_draft();
        steps::rest(seat)?;
        seat.act(Sitting::resume)?;
        seat.begin_recording();
    }
    Ok(())
}

/// Asks for a fact; without words it says what can be asked for.
fn ask(seat: &mut Seat<'_>, request: &str) -> Said<()> {
    if request.is_empty() {
        let names = seat.sitting().map_or_else(Vec::new, |s| {
            s.facts()
                .iter()
                .map(|(name, _)| shown(name).to_owned())
                .collect()
        });
        let words = match names.as_slice() {
            [] => "This question has no facts to ask for.".to_owned(),
            names => format!(
                "They know: {}. Write .a and what you want.",
                names.join(", ")
            ),
        };
        seat.page.say(&words);
    } else if seat.act(|s, _| s.ask(request))? {
        let told = seat.sitting().and_then(|s| s.told().last().cloned());
        if let Some((name, reply)) = told {
            seat.page
                .say(&format!("They say, {}: {reply}", shown(&name)));
        }
    }
    Ok(())
}

/// Opens the next hint, which is noted with the answer.
fn hint(seat: &mut Seat<'_>) -> Said<()> {
    let fits = seat
        .sitting()
        .is_some_and(|s| fitting_words(s, &seat.model).is_some());
    if !seat.act(|s, _| s.open_hint(fits))? {
        return Ok(());
    }
    for line in hints(seat) {
        seat.page.say(&line);
    }
    Ok(())
}

/// The hint that was opened last.
fn hints(seat: &Seat<'_>) -> Vec<String> {
    let Some(sitting) = seat.sitting() else {
        return Vec::new();
    };
    match sitting.hints().last() {
        Some(Hint::Shape) => {
            let frame = sitting
                .prompt()
                .and_then(|p| seat.model.library.frameworks.get(p.framework.as_str()));
            let steps = frame.map_or_else(Vec::new, |f| f.steps.clone());
            let names: Vec<&str> = steps.iter().map(|s| s.name.as_str()).collect();
            vec![format!("Shape: {}.", names.join(", "))]
        }
        Some(Hint::Story) => {
            let words = fitting_words(sitting, &seat.model);
            words.map(|words| full_stop(&words)).into_iter().collect()
        }
        Some(Hint::Outline) => {
            let outline = sitting.outline().unwrap_or_default();
            vec![format!("Outline: {}.", outline.join(" / "))]
        }
        Some(Hint::Points) => {
            let points = sitting.points_hint().unwrap_or_default();
            points.iter().map(|p| format!("- {}", p.text)).collect()
        }
        None => Vec::new(),
    }
}

/// Waits while the answer is spoken; notes may be typed.
fn speak(seat: &mut Seat<'_>) -> Said<()> {
    loop {
        let line = seat.page.line()?;
        seat.take_in_sound();
        match line.trim() {
            "" => {
                seat.end_recording();
                if let Next::Over = finish(seat)? {
                    return Ok(());
                }
                seat.begin_recording();
            }
            ".t" => {
                seat.act(|s, _| s.switch_input())?;
                return Ok(());
            }
            _ => {
                if let Next::Over = take(seat, &line)? {
                    return Ok(());
                }
            }
        }
        if !seat.sitting().is_some_and(|s| s.phase().is_answering()) {
            saved(seat);
            return Ok(());
        }
        seat.keep_draft();
    }
}

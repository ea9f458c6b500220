//! The answer being given, typed or aloud.

use ratatui::layout::Rect;

use super::{Room, above, clock};
use crate::desk::View;
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::record::Input;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::domain::practice::talk_through::steps;
use crate::domain::settings::Announce;
use crate::domain::time::clock_text;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::words;
use crate::widgets::Canvas;
use crate::widgets::canvas::cells;

/// Rows of an empty answer: as much as one is to fill, not the whole screen.
const ROWS: u16 = 6;

/// Below this height the answer has no heading.
pub const ROOMY: u16 = 12;

/// What the line of words says.
pub fn status(room: &Room, sitting: &Sitting, view: &View<'_>) -> String {
    let stage = clock::stage_words(sitting, view);
    if !stage.is_empty() {
        return stage;
    }
    let gone = sitting.clock().map_or(0, |c| c.seconds(view.now));
    let limit = match sitting.pacing() {
        Pacing::Hard => "",
        Pacing::Window | Pacing::None => ", no limit",
    };
    if sitting.input() == Input::Aloud {
        return listening(view);
    }
    if let Some(words) = step_words(sitting, view) {
        return words;
    }
    let kept = if room.kept { "Saved. " } else { "" };
    format!("{kept}{} so far{limit}.", clock_text(u64::from(gone)))
}

/// Who listens to what is said.
fn listening(view: &View<'_>) -> String {
    let voice = &view.model.voice;
    let key = view.key(Context::Aloud, Command::Microphone);
    if voice.recording.is_some() {
        return format!(
            "Recorded on this computer only; {key} stops that. Enter when you are done."
        );
    }
    let offers = voice.programs.recorder.is_some() && !view.model.sample;
    if offers && !view.model.config.sound.record {
        return format!("Only the clock listens; {key} records it, too. Enter when you are done.");
    }
    "Only the clock listens. Enter when you are done.".to_owned()
}

/// How loud it is, as a line that moves; a word where nothing may move by itself or there are no such signs.
fn meter(view: &View<'_>, out: &Canvas<'_>, width: u16) -> String {
    let voice = &view.model.voice;
    let heights = &out.look().glyphs.heights;
    let still = view.model.config.announce != Announce::Seconds || heights[0].is_ascii();
    if still {
        let word = if voice.hears() {
            "hearing you"
        } else {
            "no sound yet"
        };
        return word.to_owned();
    }
    let last = voice.levels.len().saturating_sub(usize::from(width));
    let levels = voice.levels.iter().skip(last);
    levels
        .map(|level| heights[usize::from(*level / 2).min(heights.len() - 1)])
        .collect()
}

/// Which step of its shape a problem should be at by now, and when the next one begins; `None` elsewhere.
fn step_words(sitting: &Sitting, view: &View<'_>) -> Option<String> {
    // One point, or a follow-up, has no steps.
    let whole = sitting.is_worked_aloud() && !sitting.is_beside();
    let span = sitting.span().filter(|_| whole)?;
    let framework = sitting.prompt()?.framework;
    let shape = view.model.library.frameworks.get(framework.as_str())?;
    let steps = steps(&shape, span.max);
    let gone = sitting.clock()?.seconds(view.now);
    let at = steps.iter().position(|step| gone < step.until_s)?;
    let until = clock_text(u64::from(steps[at].until_s));
    let next = steps.get(at + 1);
    let next = next.map_or_else(String::new, |step| format!(", then: {}", step.name));
    Some(format!("Now: {}, until {until}{next}.", steps[at].name))
}

/// Rows that an answer keeps on a page of this height, whatever stands above it: with its heading where there is one.
pub fn least(sitting: &Sitting, height: u16) -> u16 {
    match sitting.input() {
        _ if height < ROOMY => 3,
        Input::Typed => 7,
        Input::Aloud => 8,
    }
}

/// Draws the step.
pub fn draw(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let small = area.height < ROOMY;
    let rest = above::draw(view, sitting, area, least(sitting, area.height), out);
    if sitting.input() == Input::Aloud {
        draw_aloud(room, view, sitting, rest, out);
    } else {
        draw_typed(room, sitting, rest, small, out);
    }
}

fn draw_typed(room: &Room, sitting: &Sitting, area: Rect, small: bool, out: &mut Canvas<'_>) {
    let mut text = area;
    if !small {
        let count = words::count(
            usize::try_from(sitting.words()).unwrap_or(0),
            "word",
            "words",
        );
        let length = clock_text(u64::from(sitting.spoken()));
        let used = out.put_right(
            area.right(),
            area.y,
            &format!("{count}, {length} if spoken"),
            area.width / 2,
            Role::Dim,
        );
        let label = match sitting.phase() {
            Phase::Retry => "Your second try",
            Phase::FollowUp => "Your answer to that",
            _ => "Your answer",
        };
        out.put(
            area.x,
            area.y,
            label,
            area.width.saturating_sub(used + 2),
            Role::Dim,
        );
        text = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
    }
    room.editor.draw(out, room.editor.sized(text, ROWS), true);
}

fn draw_aloud(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let gone = sitting.clock().map_or(0, |c| c.seconds(view.now));
    let dot = out.look().glyphs.dot;
    if !room.notes_open {
        out.focus(area.x, area.y, 1);
    }
    out.put(
        area.x,
        area.y,
        &format!("{dot} Speaking  {}", clock_text(u64::from(gone))),
        area.width,
        Role::Strong,
    );
    draw_recorder(view, area, out);
    let key = view.key(Context::Aloud, Command::TapFiller);
    let mut fillers = format!(
        "Fillers  {}        tap  {key}  when you hear one",
        sitting.fillers()
    );
    if sitting.is_worked_aloud() {
        let key = view.key(Context::Aloud, Command::TapStep);
        let said = sitting.steps_said();
        fillers = format!("Steps said aloud  {said}        tap  {key}  before you do one");
    }
    // Where there is little room the notes take the place of the count while they are written.
    let top = if area.height >= LOUD {
        out.put(area.x, area.y + 2, &fillers, area.width, Role::Ink);
        out.put(area.x, area.y + 4, "Notes", area.width, Role::Dim);
        5
    } else if room.notes_open {
        1
    } else {
        out.put(area.x, area.y + 1, &fillers, area.width, Role::Ink);
        2
    };
    let notes = Rect {
        y: area.y + top,
        height: area.height.saturating_sub(top),
        ..area
    };
    let notes = room.editor.sized(notes, ROWS);
    room.editor.draw(out, notes, room.notes_open);
}

/// That it is recorded, and with what; how loud it is where there is room below.
fn draw_recorder(view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
    let voice = &view.model.voice;
    if voice.recording.is_none() {
        return;
    }
    let with = voice.programs.recorder.as_deref().unwrap_or_default();
    let room = area.width.saturating_sub(24);
    let words = match format!("recording, {with}") {
        words if cells(&words) <= room => words,
        _ => "recording".to_owned(),
    };
    out.put_right(area.right(), area.y, &words, room, Role::Dim);
    if area.height >= LOUD {
        let meter = meter(view, out, area.width);
        out.put(area.x, area.y + 1, &meter, area.width, Role::Dim);
    }
}

/// From this height on what stands around spoken words has rows of its own.
const LOUD: u16 = 7;

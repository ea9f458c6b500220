//! The answer being given, typed or aloud.

use ratatui::layout::Rect;

use super::{Room, asking, clock, table};
use crate::desk::View;
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::record::{Hint, Input};
use crate::domain::practice::sitting::{Phase, Prompt, Sitting};
use crate::domain::practice::talk_through::steps;
use crate::domain::time::{Now, clock_text};
use crate::look::Role;
use crate::panes::library_words::kind_words;
use crate::panes::words;
use crate::widgets::{Canvas, prose};

/// Below this height the question keeps two lines and everything else makes room for the answer.
pub const ROOMY: u16 = 12;

/// A setup of more lines gets more room than half the height.
const LONG_SETUP: usize = 5;

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
        return "Only the clock listens. Enter when you are done.".to_owned();
    }
    if let Some(words) = step_words(sitting, view) {
        return words;
    }
    let kept = if room.kept { "Saved. " } else { "" };
    format!("{kept}{} so far{limit}.", clock_text(u64::from(gone)))
}

/// Which step of its shape a problem should be at by now, and when the next one begins; `None` elsewhere.
fn step_words(sitting: &Sitting, view: &View<'_>) -> Option<String> {
    let span = sitting.span().filter(|_| sitting.is_worked_aloud())?;
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

/// Draws the question from the top; returns the rows used.
pub fn draw_question(
    view: &View<'_>,
    sitting: &Sitting,
    area: Rect,
    most: u16,
    out: &mut Canvas<'_>,
) -> u16 {
    let Some(prompt) = sitting.prompt() else {
        return 0;
    };
    let mut y = area.y;
    let end = area.y + most.min(area.height);
    let room = |y: u16| Rect {
        y,
        height: end.saturating_sub(y),
        ..area
    };
    // What is told beforehand is told by nobody who sits there, so it stands above their name.
    if !prompt.setup.is_empty() && most > 3 && sitting.asked_now().is_none() {
        // However long the setup is, the question itself is always to be seen.
        let asked = prose::wrap(prompt.text, area.width).len() + 1;
        let named = usize::from(table::asker(view, sitting).is_some());
        let below = u16::try_from(asked + named).unwrap_or(most).min(most - 2);
        let above = room(y).height.saturating_sub(below);
        let shown = Rect {
            height: above,
            ..room(y)
        };
        y += prose::draw(out, shown, prompt.setup, setup_role(prompt.setup));
        y += u16::from(y < end);
    }
    if most > 2 && table::draw_asker(view, sitting, room(y), out) {
        y += 1;
    }
    y += draw_asked(sitting, &prompt, room(y), area.height >= ROOMY, out);
    if y < end {
        y += table::draw_cut(sitting, room(y), out);
    }
    // Nobody says in an interview what a question is about.
    if y + 1 < end && area.height >= ROOMY && sitting.head().shape.is_none() {
        let lead = prompt.competencies.get(..1).unwrap_or_default();
        out.put(
            area.x,
            y + 1,
            &kind_words(&view.model.library, prompt.kind, lead),
            area.width,
            Role::Dim,
        );
        y += 2;
    }
    y - area.y
}

/// A case that is only lent for practice stands back; a fact of the question does not.
pub fn setup_role(setup: &str) -> Role {
    if setup.starts_with("For practice") {
        Role::Dim
    } else {
        Role::Ink
    }
}

/// What is asked now: the question, one point of it again, or what goes beyond it; returns the rows used.
fn draw_asked(
    sitting: &Sitting,
    prompt: &Prompt<'_>,
    area: Rect,
    roomy: bool,
    out: &mut Canvas<'_>,
) -> u16 {
    if let Some(point) = sitting.retried_point() {
        let words = format!("Only this point, once more: {}", point.text);
        return prose::draw(out, area, &words, Role::Mark);
    }
    let Some(asked) = sitting.asked_now() else {
        return prose::draw(out, area, prompt.text, Role::Mark);
    };
    let used = prose::draw(out, area, asked, Role::Mark);
    let left = area.height.saturating_sub(used);
    if !roomy || left < 2 {
        return used;
    }
    // What it goes back to, in as many words as there is room for.
    let about = Rect {
        y: area.y + used,
        height: left.min(3),
        ..area
    };
    used + prose::draw(out, about, prompt.text, Role::Dim)
}

/// Draws the facts that were told and the hints that are open; returns the rows used.
pub fn draw_hints(view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) -> u16 {
    let told = asking::draw_told(sitting, area, out);
    let area = Rect {
        y: area.y + told,
        height: area.height - told,
        ..area
    };
    let mut lines = Vec::new();
    if sitting.hints().contains(&Hint::Shape)
        && let Some(frame) = sitting
            .prompt()
            .and_then(|p| view.model.library.frameworks.get(p.framework.as_str()))
    {
        let steps: Vec<&str> = frame.steps.iter().map(|s| s.name.as_str()).collect();
        lines.extend(prose::wrap(
            &format!("Shape: {}", steps.join(", ")),
            area.width,
        ));
    }
    if let Some(outline) = sitting.outline() {
        lines.extend(prose::wrap(
            &format!("Outline: {}", outline.join(" / ")),
            area.width,
        ));
    }
    if let Some(points) = sitting.points_hint() {
        for point in points {
            lines.extend(prose::wrap(&format!("- {}", point.text), area.width));
        }
    }
    told + prose::draw_lines(out, area, &lines, Role::Dim)
}

/// Draws the step.
pub fn draw(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let small = area.height < ROOMY;
    let lines = |p: &Prompt<'_>| prose::wrap(p.setup, area.width).len();
    let most = match sitting.prompt().filter(|p| lines(p) > LONG_SETUP) {
        _ if small => 2,
        // Code that the question is about needs the room more than an empty page.
        Some(_) => area.height - ROOMY / 2,
        None => area.height / 2,
    };
    let mut y = area.y + draw_question(view, sitting, area, most, out);
    if !small {
        let below = Rect {
            y: y + 1,
            height: area.height
                / if sitting.told().next().is_some() {
                    3
                } else {
                    4
                },
            ..area
        };
        let used = draw_hints(view, sitting, below, out);
        y += used + u16::from(used > 0);
    }
    let rest = Rect {
        y: y + 1,
        height: area.bottom().saturating_sub(y + 1),
        ..area
    };
    if sitting.input() == Input::Aloud {
        draw_aloud(room, view, sitting, rest, out);
    } else {
        draw_typed(room, sitting, rest, small, view.now, out);
    }
}

fn draw_typed(
    room: &Room,
    sitting: &Sitting,
    area: Rect,
    small: bool,
    now: Now,
    out: &mut Canvas<'_>,
) {
    let mut text = area;
    if !small {
        let count = words::count(
            usize::try_from(sitting.words()).unwrap_or(0),
            "word",
            "words",
        );
        let length = clock_text(u64::from(sitting.length(now)));
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
    room.editor.draw(out, text, true);
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
        Role::Mark,
    );
    let key = view.key(crate::keys::Context::Aloud, crate::keys::Command::TapFiller);
    let mut fillers = format!(
        "Fillers  {}        tap  {key}  when you hear one",
        sitting.fillers()
    );
    if sitting.is_worked_aloud() {
        let key = view.key(crate::keys::Context::Aloud, crate::keys::Command::TapStep);
        let said = sitting.steps_said();
        fillers = format!("Steps said aloud  {said}        tap  {key}  before you do one");
    }
    // Where there is little room the notes take the place of the count while they are written.
    let top = if area.height >= 7 {
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
    room.editor.draw(out, notes, room.notes_open);
}

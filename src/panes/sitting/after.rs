//! Rating, step 3: the word with its reason, one next step, and only now what a strong answer has.

use std::time::Duration;

use ratatui::layout::Rect;

use super::{Room, Shown};
use crate::desk::{Desk, View};
use crate::domain::level::Level;
use crate::domain::practice::clock::Edge;
use crate::domain::practice::sitting::{After, Phase, Sitting};
use crate::domain::practice::talk_through::{grouped, right_figure, shown};
use crate::domain::time::clock_text;
use crate::keys::Command;
use crate::look::Role;
use crate::panes::{inside, step_of, words};
use crate::widgets::editor::Editor;
use crate::widgets::list::Step;
use crate::widgets::{Canvas, prose};

/// An Enter within this time after the result came up was meant for the screen before.
const SETTLE: Duration = Duration::from_millis(400);

/// Runs a command of this step.
pub fn command(room: &mut Room, command: Command, desk: &mut Desk<'_>) {
    if let Some(line) = &mut room.line {
        match command {
            Command::Save | Command::Back => {
                let text = line.text().trim().to_owned();
                room.line = None;
                room.act(desk, |s, now| s.note(&text, now));
            }
            other => {
                line.command(other, 60);
            }
        }
        return;
    }
    match command {
        // The result is what it was all for: an Enter meant for the last anchor does not pass it over.
        Command::Main if desk.now.mono.since(room.since) < SETTLE => {}
        Command::Main => {
            if room.act(desk, Sitting::next) {
                room.fresh(desk.now);
                start_if_straight(room, desk);
            }
        }
        Command::Retry => {
            if room.act(desk, Sitting::retry_point) {
                room.fresh(desk.now);
            }
        }
        Command::Show => {
            room.shown.toggle(Shown::Strong);
            room.scroll = 0;
        }
        Command::View => {
            room.shown.toggle(Shown::Answer);
            room.scroll = 0;
        }
        Command::Edit => {
            let note = super::sitting(desk.model)
                .and_then(Sitting::after)
                .map_or_else(String::new, |a| a.rating.note.clone());
            room.line = Some(Editor::single(&note));
            room.shown = Shown::Nothing;
        }
        Command::Left => lower(room, desk),
        Command::Back | Command::Close if room.closes() => {}
        Command::Back | Command::Close => room.pause(desk),
        other => match step_of(other) {
            Some(Step::Up) => room.scroll = room.scroll.saturating_sub(1),
            Some(Step::Down) => room.scroll += 1,
            _ => {}
        },
    }
}

/// The user may count an answer lower than the table does, never higher.
fn lower(room: &mut Room, desk: &mut Desk<'_>) {
    let level = super::sitting(desk.model)
        .and_then(Sitting::after)
        .map(|a| a.level());
    let Some(below) = level
        .and_then(|l| l.step().checked_sub(1))
        .map(|s| Level::ALL[s])
    else {
        return;
    };
    room.act(desk, |s, now| s.lower_level(below, now));
}

/// In a short mock the next answer starts at once.
fn start_if_straight(room: &mut Room, desk: &mut Desk<'_>) {
    let ready = super::sitting(desk.model).is_some_and(|s| s.phase() == Phase::Ready);
    if desk.model.practice.straight && ready {
        room.act(desk, Sitting::start_answer);
    }
}

/// What the line of words says.
pub fn status(room: &Room) -> String {
    if room.line.is_some() {
        return "A line to yourself; it comes back when the question does.".to_owned();
    }
    "s: what a strong answer has. v: your answer. Left counts it one word lower.".to_owned()
}

/// Draws the step.
pub fn draw(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let Some(after) = sitting.after() else { return };
    if room.shown != Shown::Nothing {
        return draw_opened(view, room, &after, area, out);
    }
    draw_word(&after, area, out);
    let mut y = area.y + 1;
    let rest = |y: u16| Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    y += prose::draw(
        out,
        Rect {
            height: 2,
            ..rest(y)
        },
        &after.verdict.reason,
        Role::Ink,
    );
    let tall = area.height >= 16;
    if tall {
        y += 1;
        y += draw_measures(&after, rest(y), out);
    }
    y += 1;
    // The last row is kept for the line to oneself.
    let next = Rect {
        height: rest(y).height.saturating_sub(1),
        ..rest(y)
    };
    y += draw_next(view, &after, next, out);
    draw_line(room, &after, rest(y), out);
}

/// What a strong answer has, or the user's own answer, in place of the result.
fn draw_opened(view: &View<'_>, room: &Room, after: &After<'_>, area: Rect, out: &mut Canvas<'_>) {
    let lines = if room.shown == Shown::Strong {
        strong(view, after, area.width)
    } else {
        own(after, area.width)
    };
    prose::draw_page(out, area, &lines, room.scroll);
}

/// The word for the answer, and the one that was expected.
fn draw_word(after: &After<'_>, area: Rect, out: &mut Canvas<'_>) {
    let expected = after
        .answer
        .expected
        .map_or_else(String::new, |l| format!("you had expected {}", l.word()));
    let used = out.put_right(area.right(), area.y, &expected, area.width / 2, Role::Dim);
    let title = format!("This answer: {}", after.level().word());
    out.put(
        area.x,
        area.y,
        &title,
        area.width.saturating_sub(used + 2),
        Role::Mark,
    );
}

/// The dimensions with their words, and the measured facts below them; returns the rows used.
fn draw_measures(after: &After<'_>, area: Rect, out: &mut Canvas<'_>) -> u16 {
    let mut y = area.y;
    for (_, title, level) in after.dimensions() {
        out.put(area.x, y, title, 22, Role::Ink);
        out.put(area.x + 22, y, level.word(), 10, Role::Ink);
        y += 1;
    }
    y += 1;
    let text = Rect {
        y,
        height: 2,
        ..area
    };
    y += prose::draw(out, text, &facts(after), Role::Dim);
    if let Some(words) = way_words(after) {
        let room = Rect {
            y,
            height: area.bottom().saturating_sub(y).min(4),
            ..area
        };
        y += prose::draw(out, room, &words, Role::Dim);
    }
    y - area.y
}

/// Measured facts, which stand beside the level and never in it.
pub fn facts(after: &After<'_>) -> String {
    let said = after.said;
    let length = clock_text(u64::from(after.answer.length_s));
    let spoken = match after.answer.input {
        crate::domain::practice::record::Input::Typed => format!("{length} if spoken"),
        crate::domain::practice::record::Input::Aloud => length,
    };
    let edge = match after.edge {
        Some(Edge::Inside) => ", in the window",
        Some(Edge::Before) => ", shorter than the window",
        Some(Edge::Over) => ", longer than the window",
        None => "",
    };
    let hints = match after.answer.hints.len() {
        0 => "No hint used".to_owned(),
        n => words::count(n, "hint used", "hints used"),
    };
    let fillers = match after.answer.fillers {
        0 => String::new(),
        n => format!(" Fillers counted: {n}."),
    };
    let (hit, all, half) = (said.hit, said.total(), said.half);
    format!("{hit} of {all} points said, {half} half. {spoken}{edge}. {hints}.{fillers}")
}

/// What was asked for on the way, the steps said aloud, and whether the sum is right; `None` where nothing was to be
/// asked for or counted.
pub fn way_words(after: &After<'_>) -> Option<String> {
    let question = after.question;
    let given = || std::iter::once(after.answer).chain(after.more);
    let mut parts = Vec::new();
    if !question.data.is_empty() {
        let asked = |n: &usize| {
            let number = u8::try_from(n + 1).unwrap_or(u8::MAX);
            given().any(|answer| answer.way.facts.contains(&number))
        };
        let left: Vec<&str> = (0..question.data.len())
            .filter(|n| !asked(n))
            .map(|n| shown(&question.data[n].0))
            .collect();
        let of = question.data.len();
        let asked = of - left.len();
        parts.push(if left.is_empty() {
            "You asked for every fact.".to_owned()
        } else {
            let left = left.join(", ");
            format!("{asked} of {of} facts asked for; left: {left}.")
        });
    }
    if let Some(sum) = &question.numbers {
        let value = sum.value;
        let figure = given().find_map(|answer| right_figure(&answer.text, sum));
        let (value, way) = (grouped(value), &sum.formula);
        parts.push(match figure {
            Some(figure) => {
                let figure = grouped(figure);
                format!("The sum comes to {value}; you have {figure}. The way: {way}.")
            }
            None => format!("The sum comes to {value}: {way}."),
        });
    }
    let steps: usize = given().map(|answer| usize::from(answer.way.steps)).sum();
    if steps > 0 {
        let steps = words::count(steps, "step", "steps");
        parts.push(format!("{steps} said aloud."));
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn draw_next(view: &View<'_>, after: &After<'_>, area: Rect, out: &mut Canvas<'_>) -> u16 {
    let Some(step) = &after.next_step else {
        return 0;
    };
    let mut y = area.y;
    // Where there is little room, the step itself says more than its title and its key.
    let roomy = area.height >= 4 && area.width >= 60;
    if roomy {
        out.put(area.x, y, "One next step", area.width, Role::Dim);
        y += 1;
    }
    out.focus(area.x, y, 1);
    let key = view.key(crate::keys::Context::After, Command::Retry);
    let note = if after.retry.is_some() && roomy {
        format!("{key}, 45 seconds")
    } else {
        String::new()
    };
    let used = out.put_right(area.right(), y, &note, 16, Role::Dim);
    let width = area.width.saturating_sub(used + 2);
    y += prose::draw(
        out,
        Rect {
            y,
            height: 2,
            width,
            ..area
        },
        &step.text,
        Role::Mark,
    );
    if let Some(probe) = after.probe
        && y < area.bottom()
    {
        y += prose::draw(
            out,
            Rect {
                y,
                height: 2,
                ..area
            },
            &format!("They would ask: \"{}\"", probe.text),
            Role::Ink,
        );
    }
    if !after.question.tests_note.is_empty() && y + 2 < area.bottom() {
        y += 1;
        out.put(area.x, y, "What it was really about", area.width, Role::Dim);
        y += 1;
        let room = Rect {
            y,
            height: area.bottom().saturating_sub(y).min(2),
            ..area
        };
        y += prose::draw(out, room, &after.question.tests_note, Role::Ink);
    }
    y - area.y
}

fn draw_line(room: &Room, after: &After<'_>, area: Rect, out: &mut Canvas<'_>) {
    let label = "A line to yourself:  ";
    let y = if area.height >= 2 {
        area.y + 1
    } else {
        area.bottom().saturating_sub(1)
    };
    let used = out.put(area.x, y, label, area.width, Role::Dim);
    let field = Rect {
        x: area.x + used,
        y,
        width: area.width.saturating_sub(used),
        height: 1,
    };
    if let Some(line) = &room.line {
        line.draw_caret(out, field);
    } else {
        let note = if after.rating.note.is_empty() {
            "e writes one"
        } else {
            &after.rating.note
        };
        out.put(field.x, y, note, field.width, Role::Ink);
    }
}

fn strong(view: &View<'_>, after: &After<'_>, width: u16) -> Vec<(String, Role)> {
    let mut out = Vec::new();
    for (words, role) in inside::lines(&view.model.library, after.question, true) {
        match words.as_str() {
            "" => out.push((words, role)),
            words => out.extend(prose::wrap(words, width).into_iter().map(|l| (l, role))),
        }
    }
    out
}

fn own(after: &After<'_>, width: u16) -> Vec<(String, Role)> {
    let text = if after.answer.text.is_empty() {
        "Spoken, without notes."
    } else {
        &after.answer.text
    };
    let mut out = vec![("Your answer".to_owned(), Role::Mark)];
    out.extend(prose::wrap(text, width).into_iter().map(|l| (l, Role::Ink)));
    for more in after.more {
        let asked = more.extra.as_ref().map_or("", |e| e.asked.as_str());
        out.push((String::new(), Role::Ink));
        let went_on = format!("They went on: {asked}");
        out.extend(
            prose::wrap(&went_on, width)
                .into_iter()
                .map(|l| (l, Role::Mark)),
        );
        let said = match more.text.as_str() {
            "" if more.skipped => "You let it go.",
            "" => "Spoken, without notes.",
            text => text,
        };
        out.extend(prose::wrap(said, width).into_iter().map(|l| (l, Role::Ink)));
    }
    for retry in after.retries {
        out.push((String::new(), Role::Ink));
        out.push(("Your second try".to_owned(), Role::Mark));
        out.extend(
            prose::wrap(&retry.text, width)
                .into_iter()
                .map(|l| (l, Role::Ink)),
        );
    }
    out
}

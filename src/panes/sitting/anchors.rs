//! Rating, step 2: one dimension at a time, four descriptions in shuffled order, no numbers and no level words.

use ratatui::layout::Rect;

use super::{Room, Shown};
use crate::desk::Desk;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::keys::Command;
use crate::look::Role;
use crate::panes::step_of;
use crate::widgets::{Canvas, prose};

/// Runs a command of this step.
pub fn command(room: &mut Room, command: Command, desk: &mut Desk<'_>) {
    if let Some(step) = step_of(command) {
        return room.anchor.step(step, 4);
    }
    match command {
        Command::Main => {
            let shown = room.anchor.at;
            if room.rate(desk, |s, now| s.choose_anchor(shown, now)) {
                room.fresh(desk.now);
            }
        }
        Command::Left => {
            room.rate(desk, Sitting::back);
            room.anchor.at = picked(desk);
        }
        Command::Right => {
            room.rate(desk, Sitting::next);
            room.anchor.at = picked(desk);
        }
        Command::View => room.shown.toggle(Shown::Answer),
        Command::Back | Command::Close if room.closes() => {}
        Command::Back | Command::Close => room.pause(desk),
        _ => {}
    }
}

fn picked(desk: &Desk<'_>) -> usize {
    super::sitting(desk.model)
        .and_then(Sitting::anchors)
        .and_then(|a| a.picked)
        .unwrap_or(0)
}

/// Draws the step.
pub fn draw(room: &Room, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let Some(view) = sitting.anchors() else {
        return;
    };
    let Phase::Anchors { at, of } = sitting.phase() else {
        return;
    };
    let fact = format!("question {} of {of}", at + 1);
    let used = out.put_right(area.right(), area.y, &fact, area.width / 2, Role::Dim);
    out.put(
        area.x,
        area.y,
        &view.reading.title,
        area.width.saturating_sub(used + 2),
        Role::Mark,
    );
    let mut y = area.y + 1;
    let room_left = |y: u16| Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    y += prose::draw(
        out,
        Rect {
            height: 2,
            ..room_left(y)
        },
        &view.reading.question,
        Role::Ink,
    );
    if room.shown == Shown::Answer {
        draw_answer(sitting, room_left(y + 1), out);
        out.focus(area.x, area.y, 1);
    } else {
        draw_choice(&view.anchors, room.anchor.at, room_left(y), out);
    }
}

/// The user's answer, in place of the descriptions.
fn draw_answer(sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let said = sitting.said();
    let text = if said.is_empty() {
        "Spoken, without notes."
    } else {
        &said
    };
    prose::draw(out, area, text, Role::Ink);
}

/// The descriptions; what is asked of them and the gaps between them only where all have room.
fn draw_choice(anchors: &[&str], at: usize, area: Rect, out: &mut Canvas<'_>) {
    let wrapped: Vec<Vec<String>> = anchors.iter().map(|a| prose::wrap(a, area.width)).collect();
    let lines: usize = wrapped.iter().map(Vec::len).sum();
    let mut y = area.y;
    let free = usize::from(area.bottom().saturating_sub(y));
    let gap = u16::from(free >= lines + 5);
    if free >= lines + 7 {
        out.put(
            area.x,
            y + 1,
            "Which of these is closest to what you said?",
            area.width,
            Role::Dim,
        );
        y += 2;
    }
    y += 1.min(u16::try_from(free.saturating_sub(lines)).unwrap_or(0));
    let skip = scrolled_away(&wrapped, at, area.bottom().saturating_sub(y));
    for (i, lines) in wrapped.iter().enumerate().skip(skip) {
        let marked = i == at;
        let height = u16::try_from(lines.len())
            .unwrap_or(1)
            .min(area.bottom().saturating_sub(y));
        if height == 0 {
            break;
        }
        if marked {
            out.focus(area.x, y, height);
        }
        let role = if marked { Role::Mark } else { Role::Ink };
        prose::draw_lines(out, Rect { y, height, ..area }, lines, role);
        y += height + gap;
    }
}

/// On a small screen the marked description is always whole: as many before it as this says scroll away.
fn scrolled_away(wrapped: &[Vec<String>], at: usize, height: u16) -> usize {
    let mut skip = 0;
    while skip < at && wrapped[skip..=at].iter().map(Vec::len).sum::<usize>() > usize::from(height)
    {
        skip += 1;
    }
    skip
}

//! Rating, step 2: one dimension at a time, four descriptions in shuffled order, no numbers and no level words.

use ratatui::layout::Rect;

use super::AGAIN;
use super::{Room, Shown, opened};
use crate::desk::{Desk, View};
use crate::domain::library::Reading;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::domain::text::number;
use crate::keys::Command;
use crate::look::Role;
use crate::panes::step_of;
use crate::widgets::{Canvas, prose, roll};

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
        Command::Undo => room.takes_back(desk),
        Command::Redo => desk.say(AGAIN),
        Command::View => {
            room.shown = Shown::Answer;
            room.scroll = 0;
        }
        Command::Back | Command::Close => room.pause(desk),
        _ => {}
    }
}

/// What the line of words says, with so many questions in this step.
pub fn status(of: usize) -> String {
    let all = match of {
        1 => "this one".to_owned(),
        2 => "both".to_owned(),
        more => format!("all {}", number(more)),
    };
    format!("In no special order. Which level each is shows after {all}.")
}

/// The place of the description that was chosen before; else the first.
pub(super) fn picked(desk: &Desk<'_>) -> usize {
    super::sitting(desk.model)
        .and_then(Sitting::anchors)
        .and_then(|a| a.picked)
        .unwrap_or(0)
}

/// Draws the step.
pub fn draw(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let area = opened::draw_around(view.model, sitting, area, out);
    let Some(view) = sitting.anchors() else {
        return;
    };
    let Phase::Anchors { at, of } = sitting.phase() else {
        return;
    };
    let fact = format!("question {} of {of}", at + 1);
    draw_dimension(
        (view.reading, &fact),
        view.anchors,
        room.anchor.at,
        area,
        out,
    );
}

/// Draws one dimension, with a fact beside its title, and its descriptions, one of which is marked.
pub(in crate::panes) fn draw_dimension(
    (reading, fact): (&Reading, &str),
    anchors: [&str; 4],
    marked: usize,
    area: Rect,
    out: &mut Canvas<'_>,
) {
    let used = out.put_right(area.right(), area.y, fact, area.width / 2, Role::Dim);
    out.put(
        area.x,
        area.y,
        &reading.title,
        area.width.saturating_sub(used + 2),
        Role::Strong,
    );
    let choice: Vec<Vec<String>> = (anchors.iter())
        .map(|a| prose::wrap(a, area.width))
        .collect();
    // The marked description is whole before the question is.
    let rows = choice.get(marked).map_or(1, Vec::len);
    let rows = u16::try_from(rows).unwrap_or(u16::MAX);
    let question = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1 + rows).max(1),
        ..area
    };
    let used = 1 + prose::draw(out, question, &reading.question, Role::Ink);
    let rest = Rect {
        y: area.y + used,
        height: area.height.saturating_sub(used),
        ..area
    };
    draw_choice(&choice, marked, rest, out);
}

/// The descriptions; what is asked of them and the gaps between them only where all have room.
fn draw_choice(choice: &[Vec<String>], at: usize, area: Rect, out: &mut Canvas<'_>) {
    let lines: usize = choice.iter().map(Vec::len).sum();
    let free = usize::from(area.height);
    let gap = usize::from(free >= lines + 5);
    let mut y = area.y;
    if free >= lines + 7 {
        let ask = "Which of these is closest to what you said?";
        out.put(area.x, y + 1, ask, area.width, Role::Dim);
        y += 2;
    }
    y += 1.min(u16::try_from(free.saturating_sub(lines)).unwrap_or(0));
    let mut all: Vec<(&str, bool)> = Vec::new();
    for (n, description) in choice.iter().enumerate() {
        all.extend(description.iter().map(|line| (line.as_str(), n == at)));
        all.extend((0..gap).map(|_| ("", false)));
    }
    let start = all.iter().position(|(_, marked)| *marked).unwrap_or(0);
    let end = start + choice.get(at).map_or(0, Vec::len);
    let list = Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    let total = all.len() - gap.min(all.len());
    let from = roll::first(&(start..end), total, list.height);
    let top = list.y + u16::try_from(start - from).unwrap_or(0);
    let height = u16::try_from(end - start).unwrap_or(1);
    out.focus(list.x, top, height.min(list.bottom().saturating_sub(top)));
    for (y, (line, marked)) in (list.y..list.bottom()).zip(all.iter().skip(from)) {
        let role = if *marked { Role::Mark } else { Role::Ink };
        out.put(list.x, y, line, list.width, role);
    }
    roll::draw_signs(out, list, from, total);
}

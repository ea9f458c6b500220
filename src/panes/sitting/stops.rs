//! Between the questions of a mock: the interviewer's turn, a take to keep or to record again, a break, a checklist,
//! and what is sat on a screen of its own.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::answer::ROOMY;
use super::marks::List;
use super::{Room, clock, table};
use crate::desk::{Desk, Model, View};
use crate::domain::library::Checklist;
use crate::domain::practice::shape::Stop;
use crate::domain::practice::sitting::{Phase, Sitting, Step as MachineStep, TurnView};
use crate::domain::practice::task::Task;
use crate::domain::time::{Now, clock_text};
use crate::keys::Command;
use crate::look::Role;
use crate::panes::{step_of, words};
use crate::widgets::{Canvas, prose};

/// Rows that a checklist keeps on a small screen.
const LIST: u16 = 3;

/// Runs a command of these steps.
pub fn command(room: &mut Room, command: Command, desk: &mut Desk<'_>) {
    if let Some(step) = step_of(command) {
        let lines = super::sitting(desk.model)
            .and_then(|s| list_of(s, desk.model))
            .map_or(0, |list| list.items.len());
        return room.row.step(step, lines);
    }
    match command {
        Command::Main => room.on(desk, Sitting::next),
        Command::Retry => room.on(desk, Sitting::take_again),
        Command::Tick => match super::sitting(desk.model).and_then(|s| list_of(s, desk.model)) {
            Some(_) => room.tick(),
            None => desk.say("There is no list to tick here."),
        },
        Command::Pause => room.pause(desk),
        _ => {}
    }
}

impl Room {
    /// One step on; a new screen begins at its top.
    fn on(&mut self, desk: &mut Desk<'_>, command: impl FnOnce(&mut Sitting, Now) -> MachineStep) {
        if self.act(desk, command) {
            self.fresh(desk.now);
        }
    }

    /// Ticks the marked line of a checklist. The ticks are for the eye: nothing is kept of them.
    fn tick(&mut self) {
        let at = self.row.at;
        match self.ticked.iter().position(|t| *t == at) {
            Some(place) => drop(self.ticked.remove(place)),
            None => self.ticked.push(at),
        }
    }
}

/// What the line of words says.
pub fn status(sitting: &Sitting, view: &View<'_>) -> String {
    match sitting.phase() {
        Phase::Keep => {
            "The last take counts. Record again only if you know what it will do better.".to_owned()
        }
        _ if list_of(sitting, view.model).is_some() => {
            format!(
                "{} Space ticks the marked line.",
                clock::stage_words(sitting, view)
            )
        }
        _ => clock::stage_words(sitting, view),
    }
}

/// Draws the step.
pub fn draw(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    match sitting.phase() {
        Phase::Turn => draw_turn(view, sitting, area, out),
        Phase::Keep => draw_keep(sitting, area, out),
        _ => draw_aside(room, view, sitting, area, out),
    }
}

fn draw_turn(view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let Some(turn) = sitting.turn() else { return };
    out.focus(area.x, area.y, 1);
    let said = format!("\"{}\"", turn.words);
    let then = waits(&turn);
    // On a small screen the words need the rows that are gaps elsewhere.
    let gap = u16::from(area.height >= ROOMY);
    let named = table::draw_asker(view, sitting, area, out);
    let mut y = area.y + u16::from(named) * (1 + gap);
    y += prose::draw(out, below(area, y), &said, Role::Strong) + 1;
    y += prose::draw(out, below(area, y), then, Role::Dim) + 1;
    table::draw(view, sitting, below(area, y), out);
}

/// What the other side does now, and what that asks of the candidate; said at length only once.
fn waits(turn: &TurnView<'_>) -> &'static str {
    if turn.talks {
        return "They go on talking, and the clock runs. Take up their last word, and Enter takes the room.";
    }
    match (turn.candidate_asks, turn.first) {
        (true, _) => {
            "In a real interview their reply comes now. Note one thing in it to take up; Enter goes on."
        }
        (false, true) => "They write, and say nothing more. Let the silence be; it ends by itself.",
        (false, false) => "They write. It ends by itself.",
    }
}

fn draw_keep(sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    out.focus(area.x, area.y, 1);
    let left = usize::from(sitting.takes_left());
    let left = words::count(left, "more take", "more takes");
    let length = sitting.answer().map_or(0, |a| a.length_s);
    let said = format!(
        "That was {}. The format allows {left}.",
        clock_text(u64::from(length))
    );
    let y = area.y + prose::draw(out, area, &said, Role::Strong) + 1;
    let how = "Enter keeps this take and goes on. There is no way back to this question.";
    prose::draw(out, below(area, y), how, Role::Ink);
}

fn draw_aside(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let Some((stop, stage)) = sitting.aside().zip(sitting.stage(view.now)) else {
        return;
    };
    let minutes = sitting.head().factor.minutes(stage.stretch.minutes);
    let minutes = words::count(minutes as usize, "minute", "minutes");
    let last_line = sitting.task().and_then(Task::talk).map(|talk| {
        let said = format!("{}: \"{}\"", talk.speaker(), talk.node().line);
        if talk.is_lost() { String::new() } else { said }
    });
    let words = match stop {
        Stop::Break => format!(
            "{minutes} without a question. Stand up, drink, read the next name. You may also leave here and go on another day."
        ),
        Stop::Checklist(_) => format!("{minutes}. Work through it in real life, line by line."),
        Stop::Scenario(_) | Stop::Items(..) if sitting.task().is_none() => {
            "This part is not in the library any more. What you said in it is kept.".to_owned()
        }
        Stop::Scenario(_) => {
            "The talk is over. How each reply lay comes with the results.".to_owned()
        }
        Stop::Items(..) => "This part is over. The reasons come with the results.".to_owned(),
        Stop::Question | Stop::Fixed | Stop::GoOn => return,
    };
    let list = list_of(sitting, view.model);
    if let Some(list) = list.as_deref().filter(|_| area.height < ROOMY) {
        // The title stands above already, and the list is what is worked through.
        let most = area.height.saturating_sub(LIST);
        let text = Rect {
            height: most,
            ..area
        };
        let y = area.y + prose::draw(out, text, &words, Role::Ink);
        let gap = u16::from(below(area, y).height > LIST);
        return draw_list(room, list, below(area, y + gap), out);
    }
    let mut y = area.y + prose::draw(out, area, &stage.stretch.title, Role::Strong) + 1;
    if let Some(line) = last_line.filter(|line| !line.is_empty()) {
        y += prose::draw(out, below(area, y), &line, Role::Ink) + 1;
    }
    y += prose::draw(out, below(area, y), &words, Role::Ink) + 1;
    match list {
        Some(list) => draw_list(room, &list, below(area, y), out),
        None => out.focus(area.x, area.y, 1),
    }
}

/// The checklist of the stop in hand.
fn list_of(sitting: &Sitting, model: &Model) -> Option<Arc<Checklist>> {
    match sitting.aside()? {
        Stop::Checklist(id) => model.library.checklists.get(id.as_str()),
        _ => None,
    }
}

fn draw_list(room: &Room, list: &Checklist, area: Rect, out: &mut Canvas<'_>) {
    let rows = list.items.iter().enumerate();
    let rows = rows.map(|(n, item)| (room.ticked.contains(&n), item.text.as_str()));
    List::ticks(rows, room.row.at, area.width).draw(area, true, out);
}

fn below(area: Rect, y: u16) -> Rect {
    Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    }
}

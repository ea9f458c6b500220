//! What the room of a talk and that of a set of items do alike: commands, drafts, and the one door.

use ratatui::layout::Rect;

use super::begin::solo as begin;
use super::drafting::{self, Drafting};
use super::layout;
use crate::desk::{Desk, Effect, Go, Model, Place, View};
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::record::Block;
use crate::domain::practice::sitting::{Refusal, Sitting, Step};
use crate::domain::practice::solo::Solo;
use crate::domain::practice::talk::Talk;
use crate::domain::practice::task::Task;
use crate::domain::time::{Mono, Now, clock_text};
use crate::keys::Command;
use crate::panes::words::slept_words;
use crate::widgets::sheet::{Chosen, Sheet};
use crate::widgets::{Canvas, timeline};

/// What the pause sheet offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Close the sheet.
    GoOn,
    /// Something that only one of the rooms does.
    Own,
    /// Keep it for later.
    Leave,
    /// The end, as far as it came.
    EndHere,
    /// The next part of the mock.
    NextPart,
    /// The end of the whole mock.
    EndMock,
    /// Ask whether nothing of it shall count.
    ThrowAway,
    /// Nothing of it counts.
    ReallyThrowAway,
}

/// The talk or the set in hand: held by itself, or as a part of the mock that runs.
pub fn held(model: &Model) -> Option<&Task> {
    let practice = &model.practice;
    let solo = practice.solo.as_deref().map(Solo::task);
    solo.or_else(|| practice.sitting.as_deref()?.task())
}

/// Whether it is a part of a mock.
pub fn in_mock(model: &Model) -> bool {
    model.practice.solo.is_none()
}

/// What stands in the middle of the title: in a mock with the part that it is.
pub fn middle(own: String, view: &View<'_>) -> String {
    let sitting = view.model.practice.sitting.as_deref();
    let stage = sitting.filter(|_| in_mock(view.model));
    let Some(stage) = stage.and_then(|s| s.stage(view.now)) else {
        return own;
    };
    let part = format!(
        "part {} of {}",
        stage.section + 1,
        stage.shape.sections.len()
    );
    if own.is_empty() {
        part
    } else {
        format!("{part}, {own}")
    }
}

/// Whether nothing of it is written down yet and it can be left without a word.
pub fn is_fresh(model: &Model) -> bool {
    (model.practice.solo.as_deref()).is_some_and(|solo| !solo.has_begun())
}

/// Gives the state machine a command; its blocks are appended, its refusal is told. At the end its page opens.
pub fn act(desk: &mut Desk<'_>, command: impl FnOnce(&mut Task, Now) -> Step) -> bool {
    let now = desk.now;
    let practice = &mut desk.model.practice;
    let (id, mut blocks, done) = if let Some(solo) = practice.solo.as_mut() {
        let blocks = solo.settle(now);
        let done = solo.in_task(|task| command(task, now), now);
        (solo.head().id.clone(), blocks, done)
    } else if let Some(sitting) = practice.sitting.as_mut() {
        let blocks = sitting.settle(now);
        let done = sitting.in_task(|task| command(task, now), now);
        (sitting.head().id.clone(), blocks, done)
    } else {
        return false;
    };
    let slept = blocks.iter().find_map(slept_words);
    let refusal = match done {
        Ok(more) => {
            blocks.extend(more);
            None
        }
        Err(refusal) => Some(refusal),
    };
    begin::append(&id, blocks, desk);
    if let Some(words) = slept.or(refusal.map(|r| r.sentence().to_owned())) {
        desk.say(words);
    }
    refusal.is_none()
}

/// Shows what came of it: its own page, or the mock that it is a part of.
pub fn close(desk: &mut Desk<'_>) {
    if in_mock(desk.model) {
        desk.go(Go::Instead(Place::Sitting));
    } else {
        begin::close(Go::Instead, desk);
    }
}

/// Begins the file of one that is held by itself, if it was not begun.
pub fn begin_file(desk: &mut Desk<'_>) {
    let solo = desk.model.practice.solo.as_mut();
    if let Some(solo) = solo.filter(|solo| !solo.has_begun()) {
        solo.begins();
        let head = solo.head().clone();
        desk.perform(Effect::BeginSitting(Box::new(head)));
    }
}

/// Lets a clock that stands still run on.
pub fn resume(desk: &mut Desk<'_>) {
    let now = desk.now;
    let practice = &mut desk.model.practice;
    if let Some(solo) = practice.solo.as_mut() {
        solo.resume(now);
    } else if let Some(sitting) = practice.sitting.as_mut().filter(|s| s.task().is_some()) {
        drop(sitting.resume(now));
    }
}

/// Writes what is half done, words and clock, so that a kill costs neither.
pub fn keep_draft(drafting: &mut Drafting, caret: u32, desk: &mut Desk<'_>) {
    drafting.take();
    if let Some(draft) = begin::draft_of(desk.model, caret, desk.now) {
        drafting::keep(draft, desk);
    }
}

/// Forgets the draft of something that is written down.
pub fn drop_draft(key: Option<crate::store::draft_file::DraftKey>, desk: &mut Desk<'_>) {
    if let Some(key) = key {
        drafting::forget(key, desk);
    }
}

/// The pause sheet. The clock stops, except where the format has no pause. `own` is what only this room offers.
pub fn pause(own: Option<&str>, desk: &mut Desk<'_>) -> Option<Sheet<Door>> {
    let now = desk.now;
    let practice = &mut desk.model.practice;
    let mut title = "Paused";
    if let Some(solo) = practice.solo.as_mut() {
        solo.pause(now);
    } else if practice.sitting.as_mut()?.pause(now) == Err(Refusal::StrictPause) {
        title = "The clock is running";
    }
    let held = self::held(desk.model)?;
    let at = (held.clock()).map_or_else(String::new, |c| {
        format!("at {}", clock_text(c.seconds(now).into()))
    });
    let ended = held.talk().is_some_and(Talk::has_ended);
    let mut rows = vec![("Go on".to_owned(), Door::GoOn)];
    rows.extend(own.map(|words| (words.to_owned(), Door::Own)));
    rows.push(("Leave, keep it for later".to_owned(), Door::Leave));
    if in_mock(desk.model) {
        let strict = (desk.model.practice.sitting.as_deref()).is_some_and(Sitting::is_strict);
        if !strict {
            rows.push(("End this part, go on".to_owned(), Door::NextPart));
        }
        rows.push(("End the mock, see the results".to_owned(), Door::EndMock));
    } else if ended {
        rows.push(("Back to the end you have seen".to_owned(), Door::EndHere));
    } else {
        rows.push(("End here, see how far it came".to_owned(), Door::EndHere));
        rows.push(("Throw it away".to_owned(), Door::ThrowAway));
    }
    let mut sheet = Sheet::new(title, rows);
    sheet.fact = at;
    Some(sheet)
}

/// What is left to a room after a command in its sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Nothing; it was done here.
    Nothing,
    /// What only this room does.
    Own,
}

/// Runs a command in the pause sheet.
pub fn in_sheet(sheet: &mut Option<Sheet<Door>>, command: Command, desk: &mut Desk<'_>) -> Left {
    let Some(open) = sheet else {
        return Left::Nothing;
    };
    let door = match open.command(command) {
        Chosen::Open => return Left::Nothing,
        Chosen::Closed => Door::GoOn,
        Chosen::This(door) => door,
    };
    *sheet = None;
    resume(desk);
    match door {
        Door::GoOn => {}
        Door::Own => return Left::Own,
        Door::Leave => leave(desk),
        Door::EndHere => {
            let key = begin::draft_key(desk.model);
            end(Solo::finish, desk);
            drop_draft(key, desk);
            begin::close(Go::Instead, desk);
        }
        Door::NextPart => out_of_mock(Sitting::stop_done, desk),
        Door::EndMock => out_of_mock(Sitting::finish, desk),
        Door::ThrowAway => {
            let rows = vec![
                ("Keep it".to_owned(), Door::GoOn),
                ("Throw it away".to_owned(), Door::ReallyThrowAway),
            ];
            *sheet = Some(Sheet::new("Throw it away?", rows));
        }
        Door::ReallyThrowAway => {
            let key = begin::draft_key(desk.model);
            end(Solo::throw_away, desk);
            desk.model.practice.solo = None;
            drop_draft(key, desk);
            desk.say("Thrown away. Nothing of it counts.");
            desk.go(Go::Back);
        }
    }
    Left::Nothing
}

/// Gives the sitting that it is a command, and writes down what comes of it.
fn end(command: impl FnOnce(&mut Solo, Now) -> Vec<Block>, desk: &mut Desk<'_>) {
    let now = desk.now;
    if let Some(solo) = desk.model.practice.solo.as_mut() {
        let mut blocks = solo.settle(now);
        blocks.extend(command(solo, now));
        let id = solo.head().id.clone();
        begin::append(&id, blocks, desk);
    }
}

/// Gives the mock that it is a part of a command, and goes back to the mock.
fn out_of_mock(command: impl FnOnce(&mut Sitting, Now) -> Step, desk: &mut Desk<'_>) {
    let key = begin::draft_key(desk.model);
    let now = desk.now;
    if let Some(sitting) = desk.model.practice.sitting.as_mut() {
        let mut blocks = sitting.settle(now);
        blocks.extend(command(sitting, now).unwrap_or_default());
        let id = sitting.head().id.clone();
        begin::append(&id, blocks, desk);
    }
    drop_draft(key, desk);
    desk.go(Go::Instead(Place::Sitting));
}

/// Leaves for later. One that was only looked at leaves nothing behind.
fn leave(desk: &mut Desk<'_>) {
    if let Some(draft) = begin::draft_of(desk.model, 0, desk.now) {
        drafting::keep(draft, desk);
    }
    if in_mock(desk.model) {
        return super::begin::leave(desk);
    }
    end(Solo::leave, desk);
    if let Some(solo) = desk.model.practice.solo.take() {
        super::begin::put_away(solo.record().clone(), desk);
    }
}

/// Goes back from a first page on which nothing has begun.
pub fn turn_back(desk: &mut Desk<'_>) {
    desk.model.practice.solo = None;
    desk.go(Go::Back);
}

/// When the clock or a draft wants to be looked at.
pub fn next_wake(model: &Model, drafting: &Drafting, now: Now) -> Option<Mono> {
    let clock = held(model)?.next_wake(now, model.config.announce);
    clock.into_iter().chain(drafting.next_wake()).min()
}

/// Draws a clock with its limit in the row below the title; `body` is the area below it.
pub fn draw_line(clock: Option<(&Countdown, u32)>, now: Now, body: Rect, out: &mut Canvas<'_>) {
    if let (Some(row), Some((clock, limit))) = (layout::time_row(body), clock) {
        timeline::draw_limit(out, row, clock.seconds(now), limit);
    }
}

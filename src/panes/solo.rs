//! What the room of a talk and that of a set of items do alike: commands, drafts, and the one door.

use ratatui::layout::Rect;

use super::begin::solo as begin;
use super::drafting::{self, Drafting};
use crate::desk::{Desk, Effect, Go, Model};
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::sitting::Step;
use crate::domain::practice::solo::Solo;
use crate::domain::practice::talk::Talk;
use crate::domain::time::{Mono, Now, clock_text};
use crate::keys::Command;
use crate::panes::sitting::slept_words;
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
    /// Ask whether nothing of it shall count.
    ThrowAway,
    /// Nothing of it counts.
    ReallyThrowAway,
}

/// The running talk or set.
pub fn running(model: &Model) -> Option<&Solo> {
    model.practice.solo.as_deref()
}

/// Gives the state machine a command; its blocks are appended, its refusal is told. At the end its page opens.
pub fn act(desk: &mut Desk<'_>, command: impl FnOnce(&mut Solo, Now) -> Step) -> bool {
    let now = desk.now;
    let Some(mut solo) = desk.model.practice.solo.take() else {
        return false;
    };
    let mut blocks = solo.settle(now);
    let slept = blocks.iter().find_map(slept_words);
    let refusal = match command(&mut solo, now) {
        Ok(more) => {
            blocks.extend(more);
            None
        }
        Err(refusal) => Some(refusal),
    };
    begin::append(&solo, blocks, desk);
    desk.model.practice.solo = Some(solo);
    if let Some(words) = slept.or(refusal.map(|r| r.sentence().to_owned())) {
        desk.say(words);
    }
    refusal.is_none()
}

/// Begins the file, if it was not begun.
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
    if let Some(solo) = desk.model.practice.solo.as_mut() {
        solo.resume(now);
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

/// The pause sheet, the clock stopped. `own` is what only this room offers.
pub fn pause(own: Option<&str>, desk: &mut Desk<'_>) -> Option<Sheet<Door>> {
    let now = desk.now;
    let solo = desk.model.practice.solo.as_mut()?;
    solo.pause(now);
    let clock = solo
        .talk()
        .map_or_else(|| solo.set()?.clock(), |talk| talk.clock());
    let at = clock.map_or_else(String::new, |c| {
        format!("at {}", clock_text(c.seconds(now).into()))
    });
    let ended = solo.talk().is_some_and(Talk::has_ended);
    let mut rows = vec![("Go on".to_owned(), Door::GoOn)];
    rows.extend(own.map(|words| (words.to_owned(), Door::Own)));
    rows.push(("Leave, keep it for later".to_owned(), Door::Leave));
    if ended {
        rows.push((
            "Back to the end that you have seen".to_owned(),
            Door::EndHere,
        ));
    } else {
        rows.push(("End it here, see how far it came".to_owned(), Door::EndHere));
        rows.push(("Throw it away".to_owned(), Door::ThrowAway));
    }
    let mut sheet = Sheet::new("Paused", rows);
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
            act(desk, |solo, now| Ok(solo.finish(now)));
            drop_draft(key, desk);
            begin::close(Go::Instead, desk);
        }
        Door::ThrowAway => {
            let rows = vec![
                ("Keep it".to_owned(), Door::GoOn),
                ("Throw it away".to_owned(), Door::ReallyThrowAway),
            ];
            *sheet = Some(Sheet::new("Throw it away?", rows));
        }
        Door::ReallyThrowAway => {
            let key = begin::draft_key(desk.model);
            act(desk, |solo, now| Ok(solo.throw_away(now)));
            desk.model.practice.solo = None;
            drop_draft(key, desk);
            desk.say("Thrown away. Nothing of it counts.");
            desk.go(Go::Back);
        }
    }
    Left::Nothing
}

/// Leaves for later. One that was only looked at leaves nothing behind.
fn leave(desk: &mut Desk<'_>) {
    if let Some(draft) = begin::draft_of(desk.model, 0, desk.now) {
        drafting::keep(draft, desk);
    }
    act(desk, |solo, now| Ok(solo.leave(now)));
    if let Some(solo) = desk.model.practice.solo.take() {
        desk.model.practice.open.push(solo.record().clone());
    }
    desk.perform(Effect::Load);
    desk.say("Kept. Practice has it at the top.");
    desk.go(Go::Back);
}

/// Goes back from a first page on which nothing has begun.
pub fn turn_back(desk: &mut Desk<'_>) {
    desk.model.practice.solo = None;
    desk.go(Go::Back);
}

/// When the clock or a draft wants to be looked at.
pub fn next_wake(model: &Model, drafting: &Drafting, now: Now) -> Option<Mono> {
    let clock = running(model)?.next_wake(now, model.config.announce);
    clock.into_iter().chain(drafting.next_wake()).min()
}

/// Draws a clock with its limit in the row below the title; `body` is the area below it.
pub fn draw_line(clock: Option<(&Countdown, u32)>, now: Now, body: Rect, out: &mut Canvas<'_>) {
    let y = body.y.checked_sub(if body.y >= 3 { 2 } else { 1 });
    if let (Some(y), Some((clock, limit))) = (y, clock) {
        let row = Rect {
            y,
            height: 1,
            ..body
        };
        timeline::draw_limit(out, row, clock.seconds(now), limit);
    }
}

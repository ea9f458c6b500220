//! The sitting: a room with one door. It shows what the state machine says and hands it what is pressed.

mod after;
mod anchors;
mod answer;
mod clock;
mod evidence;
mod ready;

use ratatui::layout::Rect;

use super::drafting::Drafting;
use super::{Head, Pane};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, View};
use crate::domain::practice::record::Input;
use crate::domain::practice::sitting::{Phase, Refusal, Sitting, Step};
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::store::draft_file::{Draft, DraftKey, Owner};
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::list::Cursor;
use crate::widgets::sheet::{Chosen, Sheet};

/// What the pause sheet offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    GoOn,
    Finish,
    Hint,
    Skip,
    Leave,
    EndHere,
    ThrowAway,
    ReallyThrowAway,
}

/// What is read instead of the step itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Shown {
    #[default]
    Nothing,
    Answer,
    Strong,
}

impl Shown {
    /// Opens a page, or closes it when it is open.
    fn toggle(&mut self, page: Self) {
        *self = if *self == page { Self::Nothing } else { page };
    }
}

/// The room: where the eye is, and the words being written.
pub struct Room {
    editor: Editor,
    /// Which attempt the editor belongs to: place in the plan and take.
    attempt: Option<(usize, u8)>,
    notes_open: bool,
    drafting: Drafting,
    kept: bool,
    sheet: Option<Sheet<Door>>,
    row: Cursor,
    sentence: usize,
    anchor: Cursor,
    shown: Shown,
    line: Option<Editor>,
    scroll: usize,
    /// When the screen in front came up by itself or after the last of several Enters.
    since: Mono,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            editor: Editor::new(""),
            attempt: None,
            notes_open: false,
            drafting: Drafting::default(),
            kept: false,
            sheet: None,
            row: Cursor::default(),
            sentence: 0,
            anchor: Cursor::default(),
            shown: Shown::default(),
            line: None,
            scroll: 0,
            since: Mono::default(),
        }
    }
}

fn sitting(model: &Model) -> Option<&Sitting> {
    model.practice.sitting.as_deref()
}

impl Room {
    /// Gives the state machine a command; its blocks are appended, its refusal is told.
    fn act(
        &mut self,
        desk: &mut Desk<'_>,
        command: impl FnOnce(&mut Sitting, Now) -> Step,
    ) -> bool {
        let now = desk.now;
        let Some(sitting) = desk.model.practice.sitting.as_mut() else {
            return false;
        };
        let mut blocks = sitting.settle(now);
        let done = command(sitting, now);
        let id = sitting.head().id.clone();
        let refusal = match done {
            Ok(more) => {
                blocks.extend(more);
                None
            }
            Err(refusal) => Some(refusal),
        };
        for block in blocks {
            desk.perform(Effect::Append(id.clone(), Box::new(block)));
        }
        if let Some(refusal) = refusal {
            desk.say(refusal.sentence());
        }
        self.follow(desk);
        refusal.is_none()
    }

    /// Brings editor and cursors in line with where the sitting stands now.
    fn follow(&mut self, desk: &mut Desk<'_>) {
        let Some(sitting) = sitting(desk.model) else {
            return;
        };
        let take = if sitting.phase() == Phase::Retry {
            2
        } else {
            1
        };
        let attempt = (sitting.position().0, take);
        if sitting.phase().is_answering() && self.attempt != Some(attempt) {
            self.attempt = Some(attempt);
            self.editor = Editor::new(sitting.text());
            self.notes_open = false;
            self.kept = false;
            self.drafting = Drafting::default();
        }
        if sitting.phase() == Phase::Finished {
            let id = sitting.head().id.clone();
            let record = sitting.record().clone();
            desk.model.practice.finish(record);
            desk.go(Go::Instead(Place::Results(id)));
        }
    }

    /// Steps that begin a new screen start at its top.
    fn fresh(&mut self, now: Now) {
        self.since = now.mono;
        self.row = Cursor::default();
        self.anchor = Cursor::default();
        self.sentence = 0;
        self.scroll = 0;
        self.shown = Shown::Nothing;
        self.line = None;
    }

    fn key(model: &Model) -> Option<DraftKey> {
        let sitting = sitting(model)?;
        let take = if sitting.phase() == Phase::Retry {
            2
        } else {
            1
        };
        let index = u16::try_from(sitting.position().0 - 1).ok()?;
        Some((
            Owner::Answer {
                sitting: sitting.head().id.clone(),
                index,
                take,
            },
            "answer".to_owned(),
        ))
    }

    /// Writes what is half done, words and clock, so that a kill costs neither.
    fn keep_draft(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        let Some(half) = sitting(desk.model).and_then(|s| s.draft(desk.now)) else {
            return;
        };
        let Some((owner, field)) = Self::key(desk.model) else {
            return;
        };
        let facts = super::begin::facts_of(&half);
        let (text, caret) = (half.text, self.editor.caret_chars());
        desk.perform(Effect::SaveDraft(Box::new(Draft {
            owner,
            field,
            text,
            facts,
            caret,
            saved_at: desk.now.wall,
        })));
    }

    fn drop_draft(key: Option<DraftKey>, desk: &mut Desk<'_>) {
        if let Some(key) = key {
            desk.model.drafts.retain(|d| d.key() != key);
            desk.perform(Effect::DropDraft(key));
        }
    }

    /// The text changed: the machine has it at once, the disk within two seconds.
    fn typed(&mut self, desk: &mut Desk<'_>) {
        let text = self.editor.text().to_owned();
        self.kept = false;
        self.drafting.touch(desk.now);
        self.act(desk, |s, now| s.set_text(&text, now));
    }

    fn finish_answer(&mut self, desk: &mut Desk<'_>) {
        let key = Self::key(desk.model);
        self.drafting.take();
        if self.act(desk, Sitting::finish_answer) {
            self.fresh(desk.now);
            Self::drop_draft(key, desk);
        }
    }

    fn in_answer(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Type(c) => self.editor.type_char(*c),
            Msg::Paste(text) => self.editor.paste(text),
            Msg::Outcome(Outcome::Edited(text)) => self.editor.set(text),
            Msg::Command(Command::Save | Command::Back) if self.notes_open => {
                return self.notes_open = false;
            }
            Msg::Command(Command::Save) => return self.finish_answer(desk),
            Msg::Command(Command::Pause) => return self.pause(desk),
            Msg::Command(Command::Record) => return self.speak(desk),
            Msg::Command(Command::EditOutside) => {
                self.keep_draft(desk);
                return desk.perform(Effect::OpenEditor(self.editor.text().to_owned()));
            }
            Msg::Command(command)
                if !self
                    .editor
                    .command(*command, super::text_width(desk.screen)) =>
            {
                return;
            }
            Msg::Command(_) => {}
            _ => return,
        }
        self.typed(desk);
    }

    fn speak(&mut self, desk: &mut Desk<'_>) {
        self.act(desk, |s, _| s.switch_input());
        self.notes_open = false;
    }

    fn in_aloud(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Main => self.finish_answer(desk),
            Command::TapFiller => {
                self.act(desk, |s, _| s.tap_filler());
            }
            Command::Undo => {
                self.act(desk, |s, _| s.untap_filler());
            }
            Command::NextPane => self.notes_open = true,
            Command::Record => self.speak(desk),
            Command::Show => self.hint(desk),
            Command::Pause => self.pause(desk),
            _ => {}
        }
    }

    fn in_ready(&mut self, command: Command, desk: &mut Desk<'_>) {
        use crate::domain::level::Level;
        let expected = sitting(desk.model).and_then(Sitting::expected);
        let step = |by: isize| {
            let at = expected.map_or(if by > 0 { 0 } else { 3 }, |l| {
                l.step().saturating_add_signed(by).min(3)
            });
            Level::ALL[at]
        };
        let level = match command {
            Command::Level1 => Level::NotYet,
            Command::Level2 => Level::Partly,
            Command::Level3 => Level::Solid,
            Command::Level4 => Level::Strong,
            Command::Left => step(-1),
            Command::Right => step(1),
            Command::Undo => {
                self.act(desk, |s, _| s.expect(None));
                return;
            }
            Command::Main => {
                self.act(desk, Sitting::start_answer);
                return;
            }
            Command::Show => return self.hint(desk),
            Command::Pause => return self.pause(desk),
            _ => return,
        };
        self.act(desk, |s, _| s.expect(Some(level)));
    }

    fn hint(&mut self, desk: &mut Desk<'_>) {
        if self.act(desk, |s, _| s.open_hint()) {
            self.keep_draft(desk);
        }
    }

    /// Opens the one door. The clock stops, except where the format has no pause.
    fn pause(&mut self, desk: &mut Desk<'_>) {
        self.keep_draft(desk);
        let now = desk.now;
        let Some(sitting) = desk.model.practice.sitting.as_mut() else {
            return desk.go(Go::Back);
        };
        let strict = sitting.head().strict;
        let stopped = matches!(sitting.pause(now), Ok(_) | Err(Refusal::NotNow));
        let title = if stopped {
            "Paused"
        } else {
            "The clock is running"
        };
        let answering = sitting.phase().is_answering();
        let mut rows = vec![("Go on".to_owned(), Door::GoOn)];
        if answering {
            rows.push(("Finish this answer".to_owned(), Door::Finish));
        }
        if !strict && (answering || sitting.phase() == Phase::Ready) {
            rows.push(("Show the next hint, noted".to_owned(), Door::Hint));
            rows.push(("Skip this question".to_owned(), Door::Skip));
        }
        rows.push(("Leave, keep it for later".to_owned(), Door::Leave));
        rows.push((
            "End the sitting here, see the results".to_owned(),
            Door::EndHere,
        ));
        rows.push(("Throw this sitting away".to_owned(), Door::ThrowAway));
        let mut sheet = Sheet::new(title, rows);
        sheet.fact = clock::at_words(sitting, now);
        self.sheet = Some(sheet);
    }

    fn in_sheet(&mut self, command: Command, desk: &mut Desk<'_>) {
        let Some(sheet) = &mut self.sheet else { return };
        let door = match sheet.command(command) {
            Chosen::Open => return,
            Chosen::Closed => Door::GoOn,
            Chosen::This(door) => door,
        };
        self.sheet = None;
        Self::resume(desk);
        match door {
            Door::GoOn => {}
            Door::Finish => self.finish_answer(desk),
            Door::Hint => self.hint(desk),
            Door::Skip => {
                let key = Self::key(desk.model);
                if self.act(desk, Sitting::skip) {
                    self.fresh(desk.now);
                    Self::drop_draft(key, desk);
                }
            }
            Door::Leave => self.leave(desk),
            Door::EndHere => {
                let key = Self::key(desk.model);
                self.act(desk, Sitting::finish);
                Self::drop_draft(key, desk);
            }
            Door::ThrowAway => {
                let rows = vec![
                    ("Keep it".to_owned(), Door::GoOn),
                    ("Throw it away".to_owned(), Door::ReallyThrowAway),
                ];
                self.sheet = Some(Sheet::new("Throw this sitting away?", rows));
            }
            Door::ReallyThrowAway => {
                let key = Self::key(desk.model);
                let now = desk.now;
                if let Some(mut sitting) = desk.model.practice.sitting.take() {
                    for block in sitting.throw_away(now).unwrap_or_default() {
                        desk.perform(Effect::Append(sitting.head().id.clone(), Box::new(block)));
                    }
                }
                Self::drop_draft(key, desk);
                desk.say("Thrown away. Nothing of it counts.");
                desk.go(Go::Back);
            }
        }
    }

    fn resume(desk: &mut Desk<'_>) {
        let now = desk.now;
        if let Some(sitting) = desk.model.practice.sitting.as_mut()
            && sitting.is_paused()
        {
            drop(sitting.resume(now));
        }
    }

    fn leave(&mut self, desk: &mut Desk<'_>) {
        self.keep_draft(desk);
        self.act(desk, Sitting::leave);
        if let Some(sitting) = desk.model.practice.sitting.take() {
            desk.model.practice.open.push(sitting.record().clone());
        }
        desk.perform(Effect::Load);
        desk.say("Kept. Practice has it at the top.");
        desk.go(Go::Back);
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.sheet.is_some() {
            return self.in_sheet(command, desk);
        }
        let Some(sitting) = sitting(desk.model) else {
            return desk.go(Go::Back);
        };
        let (phase, input) = (sitting.phase(), sitting.input());
        match phase {
            Phase::Ready => self.in_ready(command, desk),
            Phase::Answering | Phase::Retry if input == Input::Aloud && !self.notes_open => {
                self.in_aloud(command, desk);
            }
            Phase::Answering | Phase::Retry => self.in_answer(&Msg::Command(command), desk),
            Phase::Evidence | Phase::Flags => evidence::command(self, command, desk),
            Phase::Anchors { .. } => anchors::command(self, command, desk),
            Phase::After => after::command(self, command, desk),
            Phase::Finished => self.follow(desk),
        }
    }

    fn text(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if let Some(line) = &mut self.line {
            match msg {
                Msg::Type(c) => line.type_char(*c),
                Msg::Paste(text) => line.paste(text),
                _ => {}
            }
        } else {
            self.in_answer(msg, desk);
        }
    }

    /// The machine moves past deadlines that have gone by.
    fn wake(&mut self, desk: &mut Desk<'_>) {
        let before = sitting(desk.model).map(Sitting::phase);
        self.act(desk, |_, _| Ok(Vec::new()));
        if sitting(desk.model).map(Sitting::phase) != before {
            self.fresh(desk.now);
        }
        if self.drafting.due(desk.now) {
            self.keep_draft(desk);
        }
    }
}

impl Pane for Room {
    fn context(&self, model: &Model) -> Context {
        if self.sheet.is_some() {
            return Context::Sheet;
        }
        let Some(sitting) = sitting(model) else {
            return Context::Results;
        };
        let noting =
            sitting.phase().is_answering() && sitting.input() == Input::Aloud && self.notes_open;
        if noting || self.line.is_some() {
            return Context::Jot;
        }
        match sitting.phase() {
            Phase::Ready => Context::Ready,
            Phase::Answering | Phase::Retry if sitting.input() == Input::Typed => Context::Answer,
            Phase::Answering | Phase::Retry => Context::Aloud,
            Phase::Evidence | Phase::Flags => Context::Evidence,
            Phase::Anchors { .. } => Context::Anchors,
            Phase::After | Phase::Finished => Context::After,
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => {
                Self::resume(desk);
                self.follow(desk);
            }
            Msg::Command(command) => self.command(*command, desk),
            Msg::Type(_) | Msg::Paste(_) => self.text(msg, desk),
            Msg::Outcome(Outcome::Edited(_)) => self.in_answer(msg, desk),
            Msg::Outcome(Outcome::Saved(Wrote::Draft(key), _))
                if Self::key(desk.model).as_ref() == Some(key) =>
            {
                self.kept = self.drafting.next_wake().is_none();
            }
            Msg::Wake => self.wake(desk),
            Msg::Leaving => self.keep_draft(desk),
            _ => {}
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        sitting(view.model)
            .and_then(Sitting::answer)
            .map(|a| a.text.clone())
    }

    fn head(&self, view: &View<'_>) -> Head {
        let Some(sitting) = sitting(view.model) else {
            return Head::Title {
                left: String::new(),
                middle: String::new(),
                right: String::new(),
            };
        };
        let (at, of) = sitting.position();
        Head::Title {
            left: sitting.head().title.clone(),
            middle: format!("{at} of {of}"),
            right: clock::head_words(sitting, view.now),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let Some(sitting) = sitting(view.model) else {
            return String::new();
        };
        match sitting.phase() {
            Phase::Ready => ready::status(sitting),
            Phase::Answering | Phase::Retry => answer::status(self, sitting, view.now),
            Phase::Evidence | Phase::Flags => evidence::status(sitting),
            Phase::Anchors { of, .. } => {
                format!(
                    "The order means nothing. The word for it comes after all {}.",
                    super::words::number(of)
                )
            }
            Phase::After | Phase::Finished => after::status(self),
        }
    }

    fn next_wake(&self, model: &Model, now: Now) -> Option<Mono> {
        let clock = sitting(model).and_then(|s| s.next_wake(now, model.config.announce));
        [clock, self.drafting.next_wake()]
            .into_iter()
            .flatten()
            .min()
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(sitting) = sitting(view.model) else {
            return;
        };
        clock::draw(sitting, view.now, area, out);
        let body = super::column(area);
        match sitting.phase() {
            Phase::Ready => ready::draw(view, sitting, body, out),
            Phase::Answering | Phase::Retry => answer::draw(self, view, sitting, body, out),
            Phase::Evidence | Phase::Flags => evidence::draw(self, sitting, body, out),
            Phase::Anchors { .. } => anchors::draw(self, sitting, body, out),
            Phase::After | Phase::Finished => after::draw(self, view, sitting, body, out),
        }
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}

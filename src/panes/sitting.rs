//! The sitting: a room with one door. It shows what the state machine says and hands it what is pressed.

mod above;
mod after;
pub(super) mod anchors;
mod answer;
mod asking;
mod clock;
mod door;
mod evidence;
mod hinted;
mod keeping;
mod marks;
mod opened;
mod ready;
mod result;
mod saying;
mod slipped;
mod stops;
mod storing;
mod table;
mod taking;
mod told;
mod voice;
mod waking;
mod whole;

use std::collections::BTreeMap;

use keeping::Keeping;
use ratatui::layout::Rect;

use super::drafting::Drafting;
use super::words::slept_words;
use super::{Head, Pane, Reason, begin};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, View};
use crate::domain::practice::clock::Edge;
use crate::domain::practice::record::Input;
use crate::domain::practice::sitting::{Phase, Refusal, Sitting, Step};
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::list::Cursor;
use crate::widgets::sheet::Sheet;

pub use clock::minutes_words;
use door::Door;
pub use told::Told;
pub use voice::to_hear;
use whole::Shown;

/// What redoing is answered with: every mark is a key away.
const AGAIN: &str = "What was taken back is set again as it was set before.";

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
    /// Enter was pressed without a tick, which may have been meant otherwise: the next one goes on.
    none_said: bool,
    sentence: usize,
    /// Words of one's own as proofs, by the place of the point: another sentence does not throw them away.
    own: BTreeMap<usize, String>,
    anchor: Cursor,
    shown: Shown,
    line: Option<Editor>,
    /// A figure that chose a word before the answer, and when: typed on it is the first sign of the answer.
    figure: Option<(char, Mono)>,
    /// A fact is being asked for.
    asking: Option<asking::Asking>,
    scroll: usize,
    /// Lines of a checklist that were ticked, for the eye.
    ticked: Vec<usize>,
    /// When the screen in front came up by itself or after the last of several Enters.
    since: Mono,
    keeping: Keeping,
    /// Where the answer stood in its window at the last look.
    edge: Option<Edge>,
    /// What was asked for of sound.
    tape: voice::Tape,
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
            none_said: false,
            sentence: 0,
            own: BTreeMap::new(),
            anchor: Cursor::default(),
            shown: Shown::default(),
            line: None,
            figure: None,
            asking: None,
            scroll: 0,
            ticked: Vec::new(),
            since: Mono::default(),
            keeping: Keeping::default(),
            edge: None,
            tape: voice::Tape::default(),
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
        let slept = blocks.iter().find_map(slept_words);
        let over = blocks.iter().find_map(clock::over_words);
        let onward = clock::goes_on(sitting);
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
            self.keeping.sent();
            desk.perform(Effect::Append(id.clone(), Box::new(block)));
        }
        let over = over.map(|words| format!("{words}{onward}"));
        if let Some(words) = slept.or(over).or(refusal.map(|r| r.sentence().to_owned())) {
            desk.say(words);
        }
        self.follow(desk);
        refusal.is_none()
    }

    /// Brings editor and cursors in line with where the sitting stands now.
    fn follow(&mut self, desk: &mut Desk<'_>) {
        let Some(sitting) = sitting(desk.model) else {
            return;
        };
        self.keeping.follow(sitting);
        if let Some(task) = sitting.task().filter(|task| !task.is_over())
            && !self.keeping.waits()
        {
            let room = begin::solo::room(task);
            return desk.go(Go::Instead(room));
        }
        let attempt = (sitting.position().0, sitting.take());
        let written = sitting.phase().is_answering() || sitting.thinks_aloud();
        if written && self.attempt != Some(attempt) {
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

    /// Whether something lies open over a step of the rating.
    fn opened(&self, model: &Model) -> bool {
        let over = |phase: Phase| phase.is_rating() || phase == Phase::After;
        self.shown != Shown::Nothing && sitting(model).is_some_and(|s| over(s.phase()))
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
        if self.reads_question(model) {
            return Context::Asked;
        }
        if self.opened(model) {
            return Context::Opened;
        }
        if self.asking.is_some() && !self.keeping.waits() {
            return Context::Ask;
        }
        let spoken = sitting.phase().is_answering() && sitting.input() == Input::Aloud;
        let noting = self.notes_open && (spoken || sitting.thinks_aloud());
        if noting || self.line.is_some() {
            return Context::Jot;
        }
        match sitting.phase() {
            _ if self.keeping.waits() => Context::Ready,
            Phase::Ready => ready::context(sitting),
            phase if phase.is_answering() && sitting.input() == Input::Typed => Context::Answer,
            Phase::Answering | Phase::Retry | Phase::FollowUp => Context::Aloud,
            Phase::Turn | Phase::Aside => Context::Stop,
            Phase::Keep => Context::Keep,
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
            // A form that lies on top may have asked for the editor too.
            Msg::Outcome(Outcome::Edited(_))
                if sitting(desk.model).is_some_and(|s| s.phase().is_answering()) =>
            {
                self.in_answer(msg, desk);
            }
            Msg::Outcome(
                Outcome::Saved(Wrote::Block(_), _) | Outcome::NotSaved(Wrote::Block(_), _),
            ) => {
                self.keeping.told(desk);
                self.follow(desk);
            }
            Msg::Outcome(Outcome::Saved(Wrote::Draft(key), _))
                if Self::key(desk.model).as_ref() == Some(key) =>
            {
                self.kept = self.drafting.next_wake().is_none();
            }
            Msg::Outcome(Outcome::Sound(heard)) => self.heard(heard, desk),
            Msg::Wake => self.wake(desk),
            Msg::Leaving => self.keep_draft(desk),
            _ => {}
        }
        if sitting(desk.model).is_some_and(Sitting::time_counts) {
            self.drafting.touch(desk.now);
        }
        self.ring(desk);
        match msg {
            Msg::Leaving => self.fall_silent(desk),
            _ => self.sound(desk),
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let sitting = sitting(model)?;
        let asked = matches!(sitting.phase(), Phase::Ready | Phase::Answering);
        match command {
            Command::Save => self.too_long(),
            Command::Ask => asking::unavailable(sitting),
            Command::Tick => after::untried(sitting),
            Command::RateAnew => after::not_again(sitting),
            Command::FollowUp => after::unasked(sitting),
            Command::OpenLink => after::shapeless(sitting, model),
            Command::Describe => after::described(sitting),
            Command::HandIn => Some(opened::LATER.to_owned()),
            Command::Show if asked && sitting.is_strict() => {
                Some(Refusal::StrictHints.sentence().to_owned())
            }
            _ => None,
        }
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        hinted::hint(command, label, view)
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
        if let Some((left, right)) = clock::figures(sitting, view) {
            return Head::Title {
                left,
                middle: String::new(),
                right,
            };
        }
        let (left, middle) = table::place_words(view, sitting);
        Head::Title {
            left,
            middle,
            right: clock::head_words(sitting, view.now),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let Some(sitting) = sitting(view.model) else {
            return String::new();
        };
        let sounds = voice::status(view, self.context(view.model));
        if let Some(words) = sounds.filter(|_| self.sheet.is_none()) {
            return words;
        }
        match sitting.phase() {
            _ if self.keeping.waits() => String::new(),
            _ if whole::is_open(self, sitting) => whole::status(),
            _ if self.opened(view.model) => opened::status(),
            _ if self.asking.is_some() => {
                self.asking.as_ref().map(asking::status).unwrap_or_default()
            }
            Phase::Ready if self.notes_open => ready::NOTED.to_owned(),
            Phase::Ready => ready::status(sitting, view),
            Phase::Answering | Phase::Retry | Phase::FollowUp => {
                answer::status(self, sitting, view)
            }
            Phase::Turn | Phase::Keep | Phase::Aside => stops::status(sitting, view),
            Phase::Evidence | Phase::Flags => evidence::status(self, sitting, view),
            Phase::Anchors { of, .. } => anchors::status(of),
            Phase::After | Phase::Finished => after::status(self, view),
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
        let body = super::column(area);
        if self.keeping.waits() && self.sheet.is_none() {
            return keeping::draw(body, out);
        }
        clock::draw(sitting, view.now, area, out);
        if whole::is_open(self, sitting) {
            return whole::draw(self, view, sitting, body, out);
        }
        if let Some(asking) = &self.asking {
            asking::draw(asking, view, sitting, body, out);
            if let Some(sheet) = &self.sheet {
                sheet.draw(out, area);
            }
            return;
        }
        match sitting.phase() {
            Phase::Ready => ready::draw(self, view, sitting, body, out),
            Phase::Answering | Phase::Retry | Phase::FollowUp => {
                answer::draw(self, view, sitting, body, out);
            }
            Phase::Turn | Phase::Keep | Phase::Aside => stops::draw(self, view, sitting, body, out),
            _ if self.opened(view.model) => {
                opened::draw(self, view, sitting, body, out);
            }
            Phase::Evidence | Phase::Flags => evidence::draw(self, view, sitting, area, out),
            Phase::Anchors { .. } => anchors::draw(self, view, sitting, area, out),
            Phase::After | Phase::Finished => after::draw(self, view, sitting, area, out),
        }
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}

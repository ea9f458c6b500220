//! The debrief of a real interview: what they asked first, because it fades first; everything kept as it is typed.

mod carried;
pub mod drafted;
pub mod ends;
pub mod fresh;
mod lines;
mod marks;
mod opening;
mod outside;
mod rest;
mod same;
mod steps;
mod whose;

use ratatui::layout::Rect;

use super::debrief_words;
use super::drafting::Drafting;
use super::journal::employer;
use super::{Head, Pane, Reason};
use crate::content::near::Near;
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
use crate::domain::id::{ApplicationId, EntryId};
use crate::domain::journal::{Debrief, Entry};
use crate::domain::time::{Mono, Now, day_and_date};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::form::Form;

use ends::Bank;
use fresh::Wanted;
use lines::{Did, Lines};
use whose::Ask;

/// Where the writer is.
#[derive(Clone, Copy)]
enum Step {
    Feeling,
    Questions,
    Rest,
}

/// The debrief.
pub struct Talk {
    editing: Option<EntryId>,
    /// The job that is asked for, and the interview of it.
    wanted: Option<Wanted>,
    /// Which interview is asked for, before anything else.
    ask: Option<Ask>,
    entry: Option<Box<Entry>>,
    /// The entry as it was when it was opened, for taking back; `None` for a new one.
    before: Option<Entry>,
    /// What it held before anything was written: nothing, or who was there as far as that is known.
    given: Debrief,
    /// Its day and time then.
    opened: rest::When,
    step: Step,
    feeling: Editor,
    lines: Lines,
    /// Questions that a line may ask in other words.
    near: Near,
    form: Form,
    ids: Vec<ApplicationId>,
    drafting: Drafting,
    closing: bool,
    failed: bool,
    bank: Bank,
    file: FileState,
    outside: bool,
    /// The field whose mistake was told; leaving a second time leaves its words behind.
    told: Option<usize>,
}

/// Whether the entry has a file of its own yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileState {
    /// Not yet.
    None,
    /// It is being made; until its name is known nothing else is written. `true`: there is more to write.
    Making(bool),
    /// It has.
    There,
}

impl Talk {
    /// A new debrief (of an interview, if known), or one that is there.
    pub fn new(editing: Option<EntryId>, wanted: Option<Wanted>) -> Self {
        Self {
            editing,
            wanted,
            ask: None,
            entry: None,
            before: None,
            given: Debrief::default(),
            opened: rest::When::default(),
            step: Step::Feeling,
            feeling: Editor::single(""),
            lines: Lines::new(Vec::new(), None, Vec::new()),
            near: Near::default(),
            form: Form::default(),
            ids: Vec::new(),
            drafting: Drafting::default(),
            closing: false,
            failed: false,
            bank: Bank::default(),
            file: FileState::None,
            outside: false,
            told: None,
        }
    }

    /// Collects everything that was written into the entry.
    fn collect(&mut self, desk: &Desk<'_>) {
        let Some(entry) = &mut self.entry else { return };
        self.feeling.text().trim().clone_into(&mut entry.feeling);
        let today = desk.now.date();
        let elsewhere = entry.elsewhere().map(str::to_owned);
        rest::read(&mut self.form, &self.ids, entry, self.opened, today);
        if let Some(employer) = elsewhere {
            entry.title = match entry.application {
                Some(_) => String::new(),
                None => Entry::title_elsewhere(&employer, entry.stage),
            };
        }
        if let Some(debrief) = &mut entry.debrief {
            debrief.questions = self.lines.asked();
        }
    }

    fn is_blank(&self) -> bool {
        self.entry.as_ref().is_none_or(|e| {
            e.feeling.is_empty()
                && e.body.is_empty()
                && e.debrief.as_ref().is_none_or(|d| **d == self.given)
        })
    }

    /// Writes the entry; what is on the screen stays there whatever happens.
    fn keep(&mut self, desk: &mut Desk<'_>) {
        self.collect(desk);
        self.drafting.take();
        if self.is_blank() {
            return;
        }
        if let Some(entry) = &self.entry {
            match self.file {
                FileState::None => {
                    self.file = FileState::Making(false);
                    desk.perform(Effect::AddEntry(entry.clone()));
                }
                FileState::Making(_) => self.file = FileState::Making(true),
                FileState::There => desk.perform(Effect::SaveEntry(entry.clone())),
            }
            if self.file == FileState::There {
                desk.model.journal.put((**entry).clone());
            }
        }
    }

    /// What was written last is on disk: the entry is in the journal now.
    fn is_on_disk(&mut self, desk: &mut Desk<'_>) {
        self.failed = false;
        if let Some(entry) = &self.entry {
            desk.model.journal.put((**entry).clone());
        }
        self.forget_draft(desk);
        if std::mem::replace(&mut self.file, FileState::There) == FileState::Making(true) {
            self.keep(desk);
        } else if std::mem::take(&mut self.closing) {
            self.finished(desk);
        }
    }

    fn finish(&mut self, desk: &mut Desk<'_>) {
        self.collect(desk);
        if self.tells_mistake(desk) {
            return;
        }
        if self.is_blank() {
            self.forget_draft(desk);
            desk.say("Closed. Nothing was written.");
            return desk.go(Go::Back);
        }
        self.closing = true;
        self.keep(desk);
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        self.told = None;
        self.finish(desk);
    }
}

impl Pane for Talk {
    fn context(&self, _model: &Model) -> Context {
        if let Some(ask) = &self.ask {
            return ask.context();
        }
        match self.step {
            Step::Feeling => Context::Line,
            Step::Questions => self.lines.context(),
            Step::Rest => self.form.context(),
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => return self.fill(desk),
            msg if self.ask.is_some() => return self.in_ask(msg, desk),
            Msg::Wake if self.drafting.due(desk.now) => return self.keep(desk),
            Msg::Leaving if self.drafting.take() => return self.keep(desk),
            Msg::Command(Command::Save) => return self.save(desk),
            Msg::Command(Command::EditOutside) => return self.hand_over(desk),
            Msg::Outcome(Outcome::Edited(text)) => return self.take_back(text, desk),
            Msg::Outcome(Outcome::Saved(Wrote::Entry(id), _))
                if self.entry.as_ref().is_some_and(|e| e.id == *id) =>
            {
                return self.is_on_disk(desk);
            }
            Msg::Outcome(Outcome::Renamed(Wrote::Entry(from), Wrote::Entry(to))) => {
                if let Some(entry) = self.entry.as_mut().filter(|e| e.id == *from) {
                    entry.id = to.clone();
                }
                return;
            }
            Msg::Outcome(outcome @ (Outcome::Asked(..) | Outcome::NotSaved(Wrote::Bank, _)))
                if matches!(self.bank, Bank::Writing(_)) =>
            {
                return self.bank_answered(outcome, desk);
            }
            Msg::Outcome(Outcome::NotSaved(Wrote::Entry(_), _)) => {
                self.closing = false;
                self.failed = true;
                if matches!(self.file, FileState::Making(_)) {
                    self.file = FileState::None;
                }
                return;
            }
            Msg::Outcome(_) | Msg::Wake | Msg::Leaving => return,
            _ => {}
        }
        match self.step {
            Step::Feeling => self.in_feeling(msg, desk),
            Step::Rest => self.in_rest(msg, desk),
            Step::Questions => {
                let did = match msg {
                    Msg::Command(Command::SameQuestion) => self.same_question(),
                    Msg::Type(c) => self.lines.type_char(*c, desk.now.mono),
                    Msg::Paste(text) => self.lines.paste(text),
                    Msg::Command(command) => self.lines.command(*command, desk.now.mono),
                    _ => Did::Nothing,
                };
                self.line_did(did, desk);
            }
        }
    }

    fn hint(
        &self,
        command: Command,
        label: &'static str,
        _view: &View<'_>,
    ) -> Option<&'static str> {
        match (command, self.step) {
            _ if self.ask.is_some() => Some(label),
            (Command::Main, Step::Questions) => Some(self.lines.main_word(label)),
            (Command::PrevField, Step::Feeling) => None,
            (Command::Back, Step::Rest) => Some("questions"),
            (Command::Save, Step::Rest) => Some("finish"),
            _ => Some(label),
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        let number = Command::PICKS.iter().position(|pick| *pick == command);
        if let (Some(number), Some(stories)) = (number, self.lines.picks())
            && number >= stories
        {
            return Some("No story of yours has that number.".to_owned());
        }
        let same = command == Command::SameQuestion && !self.lines.is_open();
        (same && self.near_one().is_none())
            .then(|| "No known question is like this line. Enter keeps it.".to_owned())
    }

    fn picks(&self, _model: &Model) -> Option<usize> {
        self.lines.picks()
    }

    fn head(&self, view: &View<'_>) -> Head {
        let Some(entry) = self.entry.as_deref() else {
            return Head::untitled("Debrief");
        };
        let mut parts = Vec::from_iter(employer(entry, view.model));
        if let Some(stage) = entry.stage {
            parts.push(stage.short().to_lowercase());
        }
        parts.push(day_and_date(entry.date, view.now.date()));
        parts.extend(fresh::telling_time(entry, view.model));
        let right = if self.failed {
            "not saved"
        } else {
            "all kept as you type"
        };
        Head::Title {
            left: format!("Debrief: {}", parts.join(", ")),
            middle: String::new(),
            right: right.to_owned(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        if let Bank::Refused(words) = &self.bank {
            return words.clone();
        }
        match self.step {
            _ if self.ask.is_some() => String::new(),
            Step::Feeling => "One word, or none. Enter goes on.".to_owned(),
            Step::Questions => self.lines.status().to_owned(),
            Step::Rest => {
                "Each only if you like. Ctrl+S finishes, Esc leads back to what they asked."
                    .to_owned()
            }
        }
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        match &self.ask {
            Some(ask) => ask.next_wake(),
            None => self.drafting.next_wake(),
        }
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        if let Some(ask) = &self.ask {
            return ask.draw(area, out);
        }
        if matches!(self.step, Step::Rest) {
            return self.form.draw(out, area);
        }
        let label = "In one word, how do you feel?   ";
        let used = out.put(area.x, area.y, label, area.width, Role::Ink);
        let field = Rect::new(area.x + used, area.y, area.width.saturating_sub(used), 1);
        if matches!(self.step, Step::Feeling) {
            out.focus(area.x, area.y, 1);
            self.feeling.draw_caret(out, field);
        } else {
            self.feeling.draw(out, field, false);
        }
        let stage = self.entry.as_ref().and_then(|entry| entry.stage);
        let ask = debrief_words::first(stage, area.width < 76);
        out.put(area.x, area.y + 2, ask, area.width, Role::Ink);
        let rows = Rect {
            y: area.y + 3,
            height: area.height.saturating_sub(3),
            ..area
        };
        if matches!(self.step, Step::Questions) {
            let near = self.near_one().map(|(_, words)| words);
            self.lines.draw(rows, near, out);
        }
    }
}

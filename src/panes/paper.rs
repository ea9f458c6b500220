//! What every form that writes a record has in common: it keeps what is half typed, waits for its file, and closes.
//!
//! A form keeps for itself only how it is filled in, how it is read, and what its own keys do.

use super::Head;
use super::drafting::{self, Drafting};
use super::filling::{self, Took};
use super::saving::Record;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome};
use crate::domain::time::{Mono, Now};
use crate::store::draft_file::{Draft, DraftKey};
use crate::widgets::form::Form;

/// A form on its way to a file.
pub struct Paper<R> {
    /// Its fields.
    pub form: Form,
    /// What it is kept as while it is half filled in.
    pub key: DraftKey,
    /// What the fields say in a record that is kept: only what differs is half written. Empty where all of it is.
    pub filled: Vec<(String, String)>,
    /// What the fields said when they were sent to be saved.
    pub sent: Vec<(String, String)>,
    /// What is said when it closes half filled in.
    pub closed: &'static str,
    /// The field whose text stands for all of it.
    main: usize,
    drafting: Drafting,
    saving: Option<Box<R>>,
    /// Something was typed or chosen after it was sent to be saved.
    more: bool,
    /// That a draft goes on here, until something is typed.
    note: String,
}

/// What a message did to it.
pub enum Happened<R> {
    /// Nothing that the form has to know.
    Nothing,
    /// It came to the front.
    Shown,
    /// The focused field holds something else.
    Changed,
    /// The focused button was pressed.
    Pressed,
    /// It is to be saved.
    Save,
    /// This is on the disk, and whether that is still to be said; `stays` tells how it ends.
    Saved(R, bool),
    /// It closes, and whether something of it is kept half filled in.
    Closed(bool),
}

impl<R: Record> Paper<R> {
    /// One without fields.
    pub fn new(key: DraftKey, main: usize) -> Self {
        Self {
            form: Form::default(),
            key,
            filled: Vec::new(),
            sent: Vec::new(),
            closed: drafting::CLOSED,
            main,
            drafting: Drafting::default(),
            saving: None,
            more: false,
            note: String::new(),
        }
    }

    /// Takes a message.
    pub fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> Happened<R> {
        match filling::take(&mut self.form, msg, desk) {
            Took::Save | Took::Back if self.saving.is_some() => desk.say(drafting::SAVING),
            Took::Save => return Happened::Save,
            Took::Back => return self.close(desk),
            Took::Changed => return self.changed(desk.now),
            Took::Pressed => return Happened::Pressed,
            Took::Moved => {}
            Took::Nothing => return self.hear(msg, desk),
        }
        Happened::Nothing
    }

    /// Takes what is no key.
    fn hear(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> Happened<R> {
        match msg {
            Msg::Shown => return Happened::Shown,
            Msg::Outcome(outcome) => return self.came(outcome, desk),
            Msg::Wake if self.drafting.due(desk.now) => self.write_draft(desk),
            Msg::Leaving => self.keep(desk),
            _ => {}
        }
        Happened::Nothing
    }

    /// The focused field holds something else now.
    pub fn changed(&mut self, now: Now) -> Happened<R> {
        if let Some(field) = self.form.focused().filter(|field| field.follows) {
            field.follows = false;
            field.note.clear();
        }
        self.note.clear();
        self.more = true;
        self.drafting.touch(now);
        Happened::Changed
    }

    /// What is half filled in of it.
    pub fn draft<'m>(&self, model: &'m Model) -> Option<&'m Draft> {
        model.drafts.iter().find(|draft| draft.key() == self.key)
    }

    /// Goes on with that; `false` where there is none.
    pub fn go_on(&mut self, model: &Model) -> bool {
        let draft = self.draft(model);
        if let Some(draft) = draft {
            self.note = drafting::back_into(&mut self.form, self.main, draft);
        }
        draft.is_some()
    }

    /// Keeps what is not on disk yet.
    pub fn keep(&mut self, desk: &mut Desk<'_>) {
        if self.drafting.take() {
            self.write_draft(desk);
        }
    }

    fn write_draft(&self, desk: &mut Desk<'_>) {
        let key = self.key.clone();
        match drafting::of_changes(key, &self.form, &self.filled, self.main, desk.now) {
            Some(draft) => drafting::keep(draft, desk),
            None => drafting::forget(self.key.clone(), desk),
        }
    }

    /// Closes it, and keeps what is half filled in.
    pub fn close(&mut self, desk: &mut Desk<'_>) -> Happened<R> {
        self.keep(desk);
        let is_kept = self.draft(desk.model).is_some();
        if is_kept {
            desk.say(self.closed);
        }
        desk.go(Go::Back);
        Happened::Closed(is_kept)
    }

    /// Sends what the fields say to be written, or goes to the field that cannot be read and says why.
    pub fn save(
        &mut self,
        read: Result<R, (usize, String)>,
        write: fn(Box<R>) -> Effect,
        desk: &mut Desk<'_>,
    ) {
        match read {
            Err((field, words)) => {
                self.form.at = field;
                desk.say(words);
            }
            Ok(record) => {
                self.more = false;
                self.sent = self.form.values();
                desk.perform(write(Box::new(record.clone())));
                self.saving = Some(Box::new(record));
            }
        }
    }

    /// Follows what is being written.
    fn came(&mut self, outcome: &Outcome, desk: &mut Desk<'_>) -> Happened<R> {
        let Some(mut record) = self.saving.take() else {
            return Happened::Nothing;
        };
        let wrote = record.wrote();
        let say = match outcome {
            Outcome::Saved(what, _) if *what == wrote => true,
            // That has been said already.
            Outcome::KeptBoth(what, _) if *what == wrote => false,
            Outcome::NotSaved(what, _) if *what == wrote => {
                // It is kept half filled in; once that is on disk nothing of it is lost.
                desk.model.unsaved.is_drafted(what, &self.key);
                self.drafting.touch(desk.now);
                return Happened::Nothing;
            }
            outcome => {
                if let Outcome::Renamed(from, to) = outcome
                    && *from == wrote
                {
                    record.rename(to);
                }
                self.saving = Some(record);
                return Happened::Nothing;
            }
        };
        Happened::Saved(*record, say)
    }

    /// Lets go of what was half typed, once it is saved. `true` where the form stays open: something was typed since,
    /// which is kept under this name from now on, and at once, for it may have been in the draft that goes.
    pub fn stays(&mut self, key: DraftKey, desk: &mut Desk<'_>) -> bool {
        self.drafting.take();
        let before = std::mem::replace(&mut self.key, key);
        let is_kept = self.more && before == self.key;
        if self.more {
            self.write_draft(desk);
            desk.say(drafting::MORE);
        }
        if !is_kept {
            drafting::forget(before, desk);
        }
        self.more
    }

    /// The title of its screen.
    pub fn head(&self, left: impl Into<String>) -> Head {
        let right = if self.saving.is_some() { "saving" } else { "" };
        Head::Title {
            left: left.into(),
            middle: String::new(),
            right: right.to_owned(),
        }
    }

    /// The line of words above the hints.
    pub fn status(&self, usual: impl Into<String>) -> String {
        if self.saving.is_some() {
            "Saving.".to_owned()
        } else if self.note.is_empty() {
            usual.into()
        } else {
            self.note.clone()
        }
    }

    /// When it wants to be woken.
    pub fn next_wake(&self) -> Option<Mono> {
        self.drafting.next_wake()
    }
}

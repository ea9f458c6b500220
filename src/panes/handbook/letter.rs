//! The marked page where it is a letter: what stands in its blanks, filling them in, and that it is sent.

use std::sync::Arc;

use super::page::{self, Filled};
use super::{Handbook, Leaf, Part};
use crate::desk::{Desk, Effect, Go, Model, Place, View, undo};
use crate::domain::follow;
use crate::domain::letter::{About, step_of};
use crate::domain::library::Template;
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::{dealt_with, drafting, letters, references};

/// What is said where nothing is to be marked as sent.
pub const NOT_DUE: &str = "Only a letter that Today has opened can be marked as sent.";

/// The letter of a page; `None` for every other page.
fn of_leaf(model: &Model, leaf: &Leaf) -> Option<Arc<Template>> {
    let letters = &model.library.templates;
    letters.get(&leaf.id).filter(|_| leaf.part == Part::Letters)
}

/// What stands in the blanks of a page; nothing where it is no letter.
fn filled(model: &Model, leaf: &Leaf, about: Option<&About>, now: Now) -> Filled {
    let Some(letter) = of_leaf(model, leaf) else {
        return Filled::default();
    };
    let about = letters::about(&letter, about, model);
    let about = about.as_ref();
    let job = letters::job(about, model);
    Filled {
        facts: letters::known(&letter, about, model, now),
        by_hand: letters::by_hand(&letter, about, model),
        employer: job.map_or_else(String::new, |a| model.employer(a)),
    }
}

/// The paragraphs of a page, a letter with everything in it that is known; an empty one is a free line.
pub fn told(model: &Model, leaf: &Leaf, about: Option<&About>, now: Now) -> Vec<(String, Role)> {
    page::paragraphs(&model.library, leaf, &filled(model, leaf, about, now))
}

/// A letter as it goes out; `None` for every other page.
pub fn letter_text(model: &Model, leaf: &Leaf, about: Option<&About>, now: Now) -> Option<String> {
    page::letter_alone(model, leaf, &filled(model, leaf, about, now))
}

/// The letter is sent; what was filled in is not needed any more. `false` where it was not due.
pub fn sent(letter: &str, about: &About, desk: &mut Desk<'_>) -> bool {
    let key = letters::key(letter, Some(about), desk.model);
    match about {
        About::Debrief(entry, to) => dealt_with::thanked(entry, to, desk),
        About::Referee(id, job) => {
            let Some(step) = step_of(letter) else {
                desk.say(NOT_DUE);
                return false;
            };
            let job = job
                .as_ref()
                .and_then(|job| desk.model.journey.get(job))
                .cloned();
            references::rows::sent(id, step, job.as_ref(), desk);
        }
        About::Job(id) => {
            let journey = &desk.model.journey.applications;
            let entries = &desk.model.journal.entries;
            let due = follow::to_send(journey, entries, desk.now.date());
            let same = |s: &&follow::ToSend| s.application == *id && s.letter == letter;
            let Some(send) = due.iter().find(same) else {
                desk.say(NOT_DUE);
                return false;
            };
            dealt_with::sent(id, (send.stage, send.letter), desk);
        }
    }
    let kept = desk.model.drafts.iter().find(|d| d.key() == key).cloned();
    if let Some(draft) = kept {
        drafting::forget(key, desk);
        desk.model.undo.note_along(undo::Step::put(draft));
    }
    true
}

impl Handbook {
    /// The letter that is marked.
    pub(super) fn letter(&self, model: &Model) -> Option<Arc<Template>> {
        of_leaf(model, self.marked()?)
    }

    /// Whether a letter is read.
    pub(super) fn reads_letter(&self, model: &Model) -> bool {
        self.reading && self.letter(model).is_some()
    }

    /// What stands in the blanks of the marked letter; nothing for every other page.
    pub(super) fn filled(&self, model: &Model, now: Now) -> Filled {
        let marked = self.marked();
        marked.map_or_else(Filled::default, |leaf| {
            filled(model, leaf, self.about.as_ref(), now)
        })
    }

    /// Asks for the blanks that are open; a letter without any is copied.
    pub(super) fn fill_in(&self, desk: &mut Desk<'_>) {
        let Some(letter) = self.letter(desk.model) else {
            return;
        };
        let filled = self.filled(desk.model, desk.now);
        let asks = letters::job(self.about.as_ref(), desk.model).is_none();
        if filled.open(&letter).is_empty() && !asks {
            let text = letters::written(letter.body.trim(), &filled.facts, &filled.by_hand);
            return desk.perform(Effect::Copy(text));
        }
        let id = letter.id.as_str().to_owned();
        desk.go(Go::Open(Place::FillLetter(id, self.about.clone())));
    }

    /// The letter that Today has opened is sent.
    pub(super) fn sent(&self, desk: &mut Desk<'_>) {
        let (Some(about), Some(letter)) = (&self.about, self.letter(desk.model)) else {
            return;
        };
        if sent(letter.id.as_str(), about, desk) {
            desk.go(Go::Back);
        }
    }

    /// What the line of words says about a letter that is read.
    pub(super) fn about_letter(&self, view: &View<'_>) -> String {
        let Some(letter) = self.letter(view.model).filter(|_| self.reading) else {
            return String::new();
        };
        let open = self.filled(view.model, view.now).open(&letter).len();
        let copy = view.key(Context::Letter, Command::Copy);
        let asks = letters::job(self.about.as_ref(), view.model).is_none();
        let enter = match open {
            0 if asks => format!("{copy} copies the letter; Enter changes it, or the job."),
            0 => "Enter copies the letter.".to_owned(),
            _ => format!("Enter asks for what is in {{braces}}; {copy} copies it as it is."),
        };
        match self.about {
            Some(_) if self.direct => {
                let sent = view.key(Context::Letter, Command::Done);
                format!("{enter} {sent}: it is sent.")
            }
            _ => enter,
        }
    }
}

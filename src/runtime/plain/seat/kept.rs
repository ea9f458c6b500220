//! What goes to the disk: one way for every effect, and what is said where something does not get there.

use super::{Away, Said, Seat};
use crate::desk::effect::{Loss, Wrote};
use crate::desk::unsaved::of_sitting;
use crate::desk::{Effect, Outcome};
use crate::domain::id::EntryId;
use crate::domain::journal::Entry;
use crate::domain::practice::sitting::{Sitting, Step};
use crate::domain::time::Now;
use crate::panes::begin;
use crate::store::draft_file::{Draft, DraftKey};
use crate::store::layout;

/// What is asked where something could not be saved.
const AGAIN: &str = "Enter tries again, q gives up:";

/// What is said where half-typed words could not be kept.
const EACH_LINE: &str = "Each line that you type tries again.";

/// What is said where a sitting is left that is not on the disk.
const LATER: &str = "It is tried again with whatever is written next, and when you quit.";

/// What became of an effect.
pub(super) struct Sent {
    outcomes: Vec<Outcome>,
    /// What has to be carried out because of it.
    more: Vec<Effect>,
    /// What could not be written, and why.
    pub(super) lost: Option<(Wrote, Loss)>,
}

impl Seat<'_> {
    /// Carries an effect out. A save that fails is told and tried again as long as the user wants.
    ///
    /// # Errors
    /// When the user gives up.
    pub fn perform(&mut self, effect: &Effect) -> Said<()> {
        self.carry(effect).map(drop)
    }

    /// The same, with what came of it.
    ///
    /// # Errors
    /// As [`Seat::perform`].
    pub fn carry(&mut self, effect: &Effect) -> Said<Vec<Outcome>> {
        self.carry_or_tell(effect).map_err(|(away, _)| away)
    }

    /// The same; a screen that has sent it is told, too, that it was given up.
    ///
    /// # Errors
    /// When the user gives up, with what is not saved because of it.
    pub(super) fn carry_or_tell(
        &mut self,
        effect: &Effect,
    ) -> Result<Vec<Outcome>, (Away, Option<Box<Outcome>>)> {
        let mut sent = self.send(effect);
        while let Some((what, loss)) = sent.lost.take() {
            self.page.tell(&loss.sentence());
            if let Err(away) = self.page.ask(AGAIN) {
                self.gives_up(what.clone(), effect);
                return Err((away, Some(Box::new(Outcome::NotSaved(what, loss)))));
            }
            if of_sitting(&what) {
                // It waits in its turn already: sent once more, it would be written twice.
                sent = self.send(&Effect::CatchUp);
                let unsaved = &self.model.unsaved;
                // By now it may be for another reason.
                let why = unsaved.last().filter(|_| unsaved.has(&what)).cloned();
                sent.lost = why.map(|why| (what, why));
            } else {
                sent = self.send(effect);
            }
        }
        self.perform_all(sent.more).map_err(|away| (away, None))?;
        for outcome in &sent.outcomes {
            if let Outcome::OpenElsewhere(record, since) = outcome
                && self.model.practice.runs(&record.head.id)
            {
                self.take_over(record, *since)
                    .map_err(|away| (away, None))?;
            }
        }
        Ok(sent.outcomes)
    }

    /// Carries out what may stay undone, with what follows from it; gives why it could not be written.
    ///
    /// # Errors
    /// When what follows cannot be saved and the user gives up.
    pub fn once(&mut self, effect: &Effect) -> Said<Option<Loss>> {
        let sent = self.send(effect);
        self.perform_all(sent.more)?;
        Ok(sent.lost.map(|(_, loss)| loss))
    }

    /// The one way of an effect: it is carried out, the user is told of it, and the model learns what became of it.
    /// Whoever sends it tells what could not be written.
    pub(super) fn send(&mut self, effect: &Effect) -> Sent {
        let waited = !self.model.unsaved.is_empty();
        let halves = self.half_waiting();
        let mut outcomes = self.keeper.carry_out(effect, self.now());
        let mut sent = Sent {
            outcomes: Vec::new(),
            more: Vec::new(),
            lost: None,
        };
        let (mut caught_up, mut was_read) = (false, false);
        for outcome in &mut outcomes {
            caught_up |= matches!(outcome, Outcome::CaughtUp);
            was_read |= matches!(outcome, Outcome::Loaded(_));
            if let Outcome::NotSaved(what, loss) = outcome {
                sent.lost = Some((what.clone(), loss.clone()));
            } else if let Some(words) = outcome.words() {
                self.page.tell(&words);
            }
            sent.more.extend(self.model.absorb(outcome));
        }
        if waited && !caught_up && self.model.unsaved.is_empty() {
            let words = Outcome::CaughtUp.words();
            self.page.tell(&words.unwrap_or_default());
        }
        self.given_up
            .retain(|(what, _)| self.model.unsaved.has(what));
        if was_read {
            for draft in halves {
                self.model.drafts.retain(|d| d.key() != draft.key());
                self.model.drafts.push(draft);
            }
            self.lay_over();
        }
        self.learn_names();
        sent.outcomes = outcomes;
        sent
    }

    /// Half-typed words that are not on the disk: reading the home must not lose them.
    fn half_waiting(&self) -> Vec<Draft> {
        let waits = |d: &&Draft| self.model.unsaved.has(&Wrote::Draft(d.key()));
        self.model.drafts.iter().filter(waits).cloned().collect()
    }

    /// Carries out one effect after the other.
    ///
    /// # Errors
    /// When the user gives up.
    pub(super) fn perform_all(&mut self, effects: Vec<Effect>) -> Said<()> {
        let mut effects = effects.into_iter();
        while let Some(effect) = effects.next() {
            let went = self.perform(&effect);
            if went.is_err() {
                self.send_rest(effects);
                return went;
            }
        }
        Ok(())
    }

    /// Sends what was to be done after something that the user has given up: it may hold words.
    pub(super) fn send_rest(&mut self, effects: impl Iterator<Item = Effect>) {
        for effect in effects {
            if let Some((what, _)) = self.send(&effect).lost {
                self.gives_up(what, &effect);
            }
        }
    }

    /// Tries once more what could not be written, and reads the home as it is then: a sitting that was left may go on.
    pub fn catch_up(&mut self) {
        if !self.model.unsaved.is_empty() {
            self.send(&Effect::CatchUp);
            if self.model.unsaved.is_empty() {
                self.read();
            }
        }
    }

    /// Remembers what the user has given up to save: it is tried once more before they leave.
    fn gives_up(&mut self, what: Wrote, effect: &Effect) {
        // What belongs to a sitting waits in its turn.
        if !of_sitting(&what) && self.model.unsaved.has(&what) {
            self.given_up.retain(|(other, _)| *other != what);
            self.given_up.push((what, effect.clone()));
            self.lay_over();
        }
    }

    /// A change of an entry that was given up stands in the journal of this run, also where the home has been read
    /// since: whatever is written of it next holds it, too.
    fn lay_over(&mut self) {
        for (_, effect) in &self.given_up {
            if let Effect::SaveEntry(entry) = effect {
                self.model.journal.put((**entry).clone());
            }
        }
    }

    /// A name for a new entry that no other one has that waits to be saved.
    pub fn free_entry(&self, name: &str) -> EntryId {
        let waits = |name: &str| (self.model.unsaved).has(&Wrote::Entry(EntryId::new(name)));
        EntryId::new(layout::free_name(name, waits))
    }

    /// The note that was given up when it was half written under this name and this one goes on from: it is that one
    /// still, and must not be there a second time.
    pub fn begun(&self, key: &DraftKey, body: &str) -> Option<EntryId> {
        let of_key = |what: &Wrote| self.model.unsaved.draft_of(what) == Some(key);
        let mut given_up = self.given_up.iter().filter(|(what, _)| of_key(what));
        given_up.find_map(|(_, effect)| match effect {
            Effect::AddEntry(entry) if body.starts_with(&entry.body) => Some(entry.id.clone()),
            _ => None,
        })
    }

    /// Writes a new entry, or one that is there; gives it the name that it has then.
    ///
    /// # Errors
    /// When it cannot be saved and the user gives up.
    pub fn save(&mut self, entry: &mut Entry, new: bool) -> Said<()> {
        let written = Box::new(entry.clone());
        let outcomes = self.carry(&if new {
            Effect::AddEntry(written)
        } else {
            Effect::SaveEntry(written)
        })?;
        if let Some(id) = outcomes.iter().find_map(entry_name) {
            entry.id = id;
        }
        self.model.journal.put(entry.clone());
        Ok(())
    }

    /// Keeps what is half done, words and clock.
    pub fn keep_draft(&mut self) {
        let draft = self.draft();
        self.keep(draft);
    }

    /// Keeps what is half done of a talk or of a set of items.
    pub fn keep_solo_draft(&mut self) {
        let draft = self.solo_draft();
        self.keep(draft);
    }

    fn draft(&self) -> Option<Draft> {
        let sitting = self.sitting().filter(|_| !self.beside)?;
        begin::draft_of(sitting, 0, self.now())
    }

    fn solo_draft(&self) -> Option<Draft> {
        let draft = begin::solo::draft_of(&self.model, 0, self.now());
        draft.filter(|_| !self.beside)
    }

    /// Keeps half-typed words of anything else: for this run at once, on disk as soon as it takes them.
    pub fn keep_half(&mut self, draft: Draft) {
        self.model.drafts.retain(|d| d.key() != draft.key());
        self.model.drafts.push(draft.clone());
        self.keep(Some(draft));
    }

    /// Sends half-typed words to the disk. Each line tries again, so that it cannot be done is told the first time.
    fn keep(&mut self, draft: Option<Draft>) {
        let Some(draft) = draft else { return };
        let known = !self.model.unsaved.is_empty();
        let sent = self.send(&Effect::SaveDraft(Box::new(draft)));
        if let Some((_, loss)) = sent.lost.filter(|_| !known) {
            let words = format!("{} {EACH_LINE}", loss.sentence());
            self.page.tell(&words);
        }
    }

    /// Gives a command of the rating: what is ticked is kept as long as there is something
    /// and it is not saved.
    ///
    /// # Errors
    /// When a block cannot be saved and the user gives up.
    pub fn rate(&mut self, command: impl FnOnce(&mut Sitting, Now) -> Step) -> Said<bool> {
        let key = self.sitting().and_then(begin::draft_key);
        let done = self.act(command)?;
        let now = self.now();
        if self
            .sitting()
            .is_some_and(|s| s.phase().is_rating() && s.draft(now).is_some())
        {
            self.keep_draft();
        } else {
            self.drop_draft(key);
        }
        Ok(done)
    }

    /// Forgets the draft of an answer that is saved.
    pub fn drop_draft(&mut self, key: Option<DraftKey>) {
        if let Some(key) = key {
            self.model.unsaved.forget(&key);
            self.send(&Effect::DropDraft(key));
        }
    }

    /// Leaves a running sitting, a talk or a set so that it can be taken up again, and says so; `false` where there was
    /// nothing to keep.
    pub fn leave(&mut self) -> bool {
        let left = self.let_go();
        if left == Some(true) {
            self.tell_left();
        }
        left.is_some()
    }

    /// Says what became of a sitting that was left.
    pub(super) fn tell_left(&mut self) {
        match self.model.unsaved.last().map(Loss::sentence) {
            None => self.page.say("Kept. Go on with it next time."),
            Some(why) => self.page.tell(&format!("NOT kept yet. {why} {LATER}")),
        }
        self.page.flush();
    }

    /// Lets go of what runs, with its last words on their way to the disk; `Some(true)` where there was something to
    /// keep, and `Some(false)` where it goes on in another window.
    pub(super) fn let_go(&mut self) -> Option<bool> {
        if std::mem::take(&mut self.beside) {
            return self.desk(begin::let_go).ok().map(|()| false);
        }
        let now = self.now();
        let drafts = [self.draft(), self.solo_draft()].into_iter().flatten();
        let drafts: Vec<Effect> = drafts.map(|d| Effect::SaveDraft(Box::new(d))).collect();
        let practice = &mut self.model.practice;
        let solo = practice.solo.take();
        let solo = solo.filter(|solo| solo.has_begun() && !solo.is_done());
        let sitting = practice.sitting.take();
        let left = solo.is_some() || sitting.is_some();
        let solo = solo.map(|mut solo| (solo.head().id.clone(), solo.leave(now)));
        let sitting = sitting.map(|mut sitting| {
            let blocks = sitting.leave(now).unwrap_or_default();
            (sitting.head().id.clone(), blocks)
        });
        let ends = solo.into_iter().chain(sitting).flat_map(|(id, blocks)| {
            let end = move |block| Effect::Append(id.clone(), Box::new(block));
            blocks.into_iter().map(end)
        });
        let ends: Vec<Effect> = ends.collect();
        for effect in drafts.iter().chain(&ends) {
            self.send(effect);
        }
        left.then_some(true)
    }
}

/// The name that a saved entry has now.
fn entry_name(outcome: &Outcome) -> Option<EntryId> {
    match outcome {
        Outcome::Saved(Wrote::Entry(id), _) | Outcome::KeptBoth(Wrote::Entry(id), _) => {
            Some(id.clone())
        }
        _ => None,
    }
}

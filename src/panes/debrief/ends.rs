//! How a debrief ends: the questions become practice, the round gets its word, and the pane closes.

use super::{FileState, Step as Part, Talk, carried, drafted};
use crate::desk::effect::{ForBank, Loss, Wrote};
use crate::desk::undo::Step;
use crate::desk::{Desk, Effect, Go, Model, Outcome, bank, told};
use crate::domain::debriefed::{debriefs, is_begun};
use crate::domain::id::QuestionId;
use crate::domain::journal::{Debrief, Entry};
use crate::domain::journey::{Application, Round};
use crate::panes::words;

/// What is said of a debrief that is on disk.
const SAVED: &str = "Saved.";

/// What is said where there is only the word for how it felt.
const BEGUN: &str = "Saved. Only begun: nothing they asked is in it yet; d goes on with it.";

/// Fewer letters than this, and nothing else, are no debrief.
const SCRAP: usize = 3;

/// What became of the questions in the user's own bank.
#[derive(Debug, Clone, Default)]
pub enum Bank {
    /// Nobody has asked yet.
    #[default]
    Untold,
    /// They are being written.
    Writing(Box<ForBank>),
    /// They could not be written: why. The debrief itself is on disk and may be left.
    Refused(String),
}

impl Talk {
    /// Leaves; questions that could not become practice once stay in the debrief.
    pub(super) fn leave(&mut self, desk: &mut Desk<'_>) {
        if matches!(self.bank, Bank::Refused(_)) {
            self.keep(desk);
            return desk.go(Go::Back);
        }
        self.collect(desk);
        if !self.is_blank() && self.is_scrap() {
            return self.throw_away(desk);
        }
        self.finish(desk);
    }

    /// Goes to the first field that cannot be read, once: its words are only on the screen.
    pub(super) fn tells_mistake(&mut self, desk: &mut Desk<'_>) -> bool {
        let mistake = (self.form.fields.iter()).position(|field| !field.error.is_empty());
        let Some(at) = mistake.filter(|at| self.told != Some(*at)) else {
            return false;
        };
        self.keep(desk);
        self.told = Some(at);
        (self.step, self.form.at) = (Part::Rest, at);
        let field = &self.form.fields[at];
        desk.say(format!(
            "{}, \"{}\": {} Or empty the field.",
            field.label,
            field.text().trim(),
            field.error
        ));
        true
    }

    /// Whether so little was written that it was hardly meant: a key that was pressed for something else.
    fn is_scrap(&self) -> bool {
        let written = self.entry.as_ref().and_then(|e| e.debrief.as_deref());
        let asked = written.map_or(&[][..], |d| d.questions.as_slice());
        let bare = written.is_none_or(|d| {
            let rest = Debrief {
                questions: Vec::new(),
                ..d.clone()
            };
            rest == self.given && d.questions.iter().all(|q| q.level.is_none())
        });
        let letters = |text: &str| text.trim().chars().count();
        let all =
            letters(self.feeling.text()) + asked.iter().map(|q| letters(&q.text)).sum::<usize>();
        self.before.is_none() && bare && all < SCRAP
    }

    /// A letter or two are no debrief: the interview still waits for one.
    fn throw_away(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        if let (FileState::There, Some(entry)) = (self.file, &self.entry) {
            desk.model.journal.remove(&entry.id);
            desk.perform(Effect::TrashEntry(entry.id.clone()));
        }
        self.forget_draft(desk);
        desk.say("Closed. That was too little to keep; the debrief is still to be written.");
        desk.go(Go::Back);
    }

    /// Everything is on disk: the questions become practice, the round gets its word.
    pub(super) fn finished(&mut self, desk: &mut Desk<'_>) {
        let Some(entry) = self.entry.clone() else {
            return;
        };
        match written(&entry, self.before.as_ref(), desk) {
            None => {
                desk.say(if is_begun(&entry) { BEGUN } else { SAVED });
                desk.go(Go::Back);
            }
            Some(change) => {
                desk.perform(Effect::ChangeBank(change.clone()));
                self.bank = Bank::Writing(change);
            }
        }
    }

    /// The questions are cards, or they could not become any.
    pub(super) fn bank_answered(&mut self, outcome: &Outcome, desk: &mut Desk<'_>) {
        match outcome {
            Outcome::Asked(..) => {
                if let Bank::Writing(change) = std::mem::take(&mut self.bank) {
                    match told(&change, desk.model) {
                        (words, true) => desk.say_undoable(words),
                        (words, false) => desk.say(words),
                    }
                }
                desk.go(Go::Back);
            }
            Outcome::NotSaved(Wrote::Bank, loss) => {
                let words = format!("{} Ctrl+S tries again.", refused(loss));
                desk.say(format!("{words} {}", loss.words));
                self.bank = Bank::Refused(words);
            }
            _ => {}
        }
    }
}

/// A debrief is written: its interview gets its word, and what has to change in the user's own bank comes back; `None`
/// where nothing has to.
pub fn written(entry: &Entry, before: Option<&Entry>, desk: &mut Desk<'_>) -> Option<Box<ForBank>> {
    note_written(entry, before, desk);
    let change = bank::change(desk.model, before, entry);
    (!change.asked.is_empty() || !change.gone.is_empty()).then(|| Box::new(change))
}

/// What is said once the bank has followed, and whether a step back is named in it. Cards that were changed by hand stay.
pub fn told(change: &ForBank, model: &Model) -> (String, bool) {
    let mut said = SAVED.to_owned();
    if !change.asked.is_empty() {
        let practice = words::count(change.asked.len(), "question is", "questions are");
        said = format!("{said} {practice} now practice.");
    }
    let gone = |id: &&QuestionId| model.library.card(id.as_str()).is_none();
    match change.gone.iter().filter(gone).count() {
        0 => (said, false),
        gone => {
            let left = words::count(gone, "question", "questions");
            let them = if gone == 1 { "it" } else { "them" };
            let said = format!("{said} {left} left your bank; u brings {them} back.");
            (said, true)
        }
    }
}

/// What is said where the bank could not be written.
pub fn refused(loss: &Loss) -> String {
    format!(
        "The debrief is saved. Its questions are not practice yet: {}.",
        loss.place
    )
}

/// A debrief is written: the round of its interview gets its word. One step back takes back all that comes of it, and
/// what a new one held is half written again.
fn note_written(entry: &Entry, before: Option<&Entry>, desk: &mut Desk<'_>) {
    let mut steps = match before {
        Some(before) => vec![Step::put(before.clone())],
        None => vec![
            Step::Cards(entry.id.clone(), false),
            Step::take(Wrote::Entry(entry.id.clone())),
            Step::put(drafted::of(entry, desk.now)),
        ],
    };
    steps.extend(mark_round(entry, desk).map(Step::put));
    let (stories, effects) = told::follow(desk.model, entry);
    for effect in effects {
        desk.perform(effect);
    }
    steps.extend(stories);
    desk.model
        .undo
        .note("writing the debrief", Step::Together(steps));
}

/// The round of the interview gets the word that the user gave it, and the people who were there; what was kept to be asked
/// there goes on. Gives the application as it was, where that changed it.
fn mark_round(entry: &Entry, desk: &mut Desk<'_>) -> Option<Application> {
    let debrief = entry.debrief.as_deref()?;
    let before = desk.model.journey.job_of(entry)?;
    let mut application = before.clone();
    let others = desk.model.journal.entries.iter();
    let all = others.filter(|other| other.id != entry.id).chain([entry]);
    let all = debriefs(all, before);
    let slot = all.into_iter().find(|(one, _)| one.id == entry.id);
    let slot = slot.map(|(_, slot)| slot);
    let of_it = |r: &Round| Some(r.slot()) == slot;
    let of_stage = |r: &Round| Some(r.stage) == entry.stage;
    let rounds = &mut application.rounds;
    let at = rounds.iter().position(of_it);
    let at = at.or_else(|| rounds.iter().rposition(of_stage));
    let round = rounds.get_mut(at?)?;
    round.level = debrief.level.or(round.level);
    if !debrief.people.is_empty() {
        round.people.clone_from(&debrief.people);
    }
    if let Some(slot) = slot {
        carried::on(&mut application, entry, slot, desk.model, desk.now.wall);
    }
    if application == *before {
        return None;
    }
    desk.perform(Effect::SaveApplication(Box::new(application.clone())));
    desk.model.journey.put(application)
}

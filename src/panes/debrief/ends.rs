//! How a debrief ends: the questions become practice, the round gets its word, and the pane closes.

use super::{FileState, Step, Talk};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Outcome, bank, undo};
use crate::domain::id::QuestionId;
use crate::domain::journal::{Debrief, Entry};
use crate::domain::journey::Round;
use crate::panes::words;

/// Fewer letters than this, and nothing else, are no debrief.
const SCRAP: usize = 3;

/// What became of the questions in the user's own bank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Bank {
    /// Nobody has asked yet.
    #[default]
    Untold,
    /// They are being written; these leave it, unless they were changed by hand.
    Writing(Vec<QuestionId>),
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
        (self.step, self.form.at) = (Step::Rest, at);
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
        desk.say("Closed. That was too little to keep; the debrief is still to be written.");
        desk.go(Go::Back);
    }

    /// Everything is on disk: the questions become practice, the round gets its word.
    pub(super) fn finished(&mut self, desk: &mut Desk<'_>) {
        let Some(entry) = self.entry.clone() else {
            return;
        };
        let step = self.before.clone().map_or_else(
            || undo::Step::NoEntry(entry.id.clone()),
            |before| undo::Step::Entry(Box::new(before)),
        );
        desk.model.undo.note("writing the debrief", step);
        mark_round(&entry, desk);
        let change = bank::change(desk.model, self.before.as_ref(), &entry);
        if change.asked.is_empty() && change.gone.is_empty() {
            desk.say("Saved.");
            return desk.go(Go::Back);
        }
        self.bank = Bank::Writing(change.gone.clone());
        desk.perform(Effect::ChangeBank(Box::new(change)));
    }

    /// The questions are cards, or they could not become any.
    pub(super) fn bank_answered(&mut self, outcome: &Outcome, desk: &mut Desk<'_>) {
        match outcome {
            Outcome::Asked(_, cards) => {
                let leaving = match std::mem::take(&mut self.bank) {
                    Bank::Writing(leaving) => leaving,
                    Bank::Untold | Bank::Refused(_) => Vec::new(),
                };
                let gone = |id: &&QuestionId| desk.model.library.card(id.as_str()).is_none();
                let gone = leaving.iter().filter(gone).count();
                let mut said = "Saved.".to_owned();
                if !cards.is_empty() {
                    let practice = words::count(cards.len(), "question is", "questions are");
                    said = format!("{said} {practice} now practice.");
                }
                if gone > 0 {
                    let left = words::count(gone, "question", "questions");
                    let them = if gone == 1 { "it" } else { "them" };
                    desk.say_undoable(format!(
                        "{said} {left} left your bank; u brings {them} back."
                    ));
                } else {
                    desk.say(said);
                }
                desk.go(Go::Back);
            }
            Outcome::NotSaved(Wrote::Bank, loss) => {
                let words = format!(
                    "The debrief is saved. Its questions are not practice yet: {}. Ctrl+S tries again.",
                    loss.place
                );
                desk.say(format!("{words} {}", loss.words));
                self.bank = Bank::Refused(words);
            }
            _ => {}
        }
    }
}

/// The round of the interview gets the word that the user gave it, and the people who were there.
pub fn mark_round(entry: &Entry, desk: &mut Desk<'_>) {
    let Some(debrief) = entry.debrief.as_deref() else {
        return;
    };
    let Some(mut application) = entry
        .application
        .as_ref()
        .and_then(|id| desk.model.journey.get(id))
        .cloned()
    else {
        return;
    };
    let of_stage = |r: &Round| Some(r.stage) == entry.stage;
    let of_day = |r: &Round| of_stage(r) && r.date == Some(entry.date);
    let rounds = &mut application.rounds;
    let at = rounds.iter().rposition(of_day);
    let at = at.or_else(|| rounds.iter().rposition(of_stage));
    let Some(round) = at.and_then(|at| rounds.get_mut(at)) else {
        return;
    };
    let before = round.clone();
    round.level = debrief.level.or(round.level);
    if !debrief.people.is_empty() {
        round.people.clone_from(&debrief.people);
    }
    if *round != before {
        desk.perform(Effect::SaveApplication(Box::new(application.clone())));
        desk.model.journey.put(application);
    }
}

//! How a debrief ends: the questions become practice, the round gets its word, and the pane closes.

use super::{FileState, Step as Part, Talk, drafted};
use crate::desk::effect::Wrote;
use crate::desk::undo::Step;
use crate::desk::{Desk, Effect, Go, Outcome, bank, told};
use crate::domain::id::QuestionId;
use crate::domain::journal::{Debrief, Entry};
use crate::domain::journey::{Application, Round};
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
        note_written(&entry, self.before.as_ref(), desk);
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

/// A debrief is written: the round of its interview gets its word. One step back takes back all that comes of it, and
/// what a new one held is half written again.
pub fn note_written(entry: &Entry, before: Option<&Entry>, desk: &mut Desk<'_>) {
    let mut steps = match before {
        Some(before) => vec![Step::Entry(Box::new(before.clone()))],
        None => vec![
            Step::NoCards(entry.id.clone()),
            Step::NoEntry(entry.id.clone()),
            Step::Draft(Box::new(drafted::of(entry, desk.now))),
        ],
    };
    let round = mark_round(entry, desk).map(|before| Step::Application(Box::new(before)));
    steps.extend(round);
    let (stories, effects) = told::follow(desk.model, entry);
    for effect in effects {
        desk.perform(effect);
    }
    steps.extend(stories);
    desk.model
        .undo
        .note("writing the debrief", Step::Together(steps));
}

/// The round of the interview gets the word that the user gave it, and the people who were there; gives the application
/// as it was, where that changed it.
fn mark_round(entry: &Entry, desk: &mut Desk<'_>) -> Option<Application> {
    let debrief = entry.debrief.as_deref()?;
    let known = desk.model.journey.get(entry.application.as_ref()?);
    let mut application = known.cloned()?;
    let of_stage = |r: &Round| Some(r.stage) == entry.stage;
    let of_day = |r: &Round| of_stage(r) && r.date == Some(entry.date);
    let rounds = &mut application.rounds;
    let at = rounds.iter().rposition(of_day);
    let at = at.or_else(|| rounds.iter().rposition(of_stage));
    let round = rounds.get_mut(at?)?;
    let before = round.clone();
    round.level = debrief.level.or(round.level);
    if !debrief.people.is_empty() {
        round.people.clone_from(&debrief.people);
    }
    if *round == before {
        return None;
    }
    desk.perform(Effect::SaveApplication(Box::new(application.clone())));
    desk.model.journey.put(application)
}

//! What became of an effect, taken into the model and told to the open panes.

use super::App;
use crate::content::packs;
use crate::desk::effect::Wrote;
use crate::desk::{Effect, Go, Msg, Outcome, Section};
use crate::domain::flow_back::asked_facts;
use crate::domain::id::{EntryId, QuestionId};
use crate::domain::time::Now;

impl App {
    /// Takes an outcome in.
    pub(super) fn outcome(&mut self, outcome: Outcome, now: Now, effects: &mut Vec<Effect>) {
        match &outcome {
            Outcome::Loaded(everything) => {
                self.model.take((**everything).clone());
                self.tell_problems(now);
            }
            Outcome::SittingRead(record) => self.model.practice.shown = Some(record.clone()),
            Outcome::Bank(questions) => packs::lay_bank(&mut self.model.library, questions),
            Outcome::NotSaved(_, words) | Outcome::Failed(words) | Outcome::NotEdited(words) => {
                self.say(words, now);
            }
            Outcome::KeptBoth(_, path) => {
                let name = path
                    .file_name()
                    .map(|n| n.to_string_lossy().into_owned())
                    .unwrap_or_default();
                self.say(
                    format!("The file was changed elsewhere. Both are kept, yours in {name}."),
                    now,
                );
            }
            Outcome::Renamed(from, to) => self.renamed(from, to),
            Outcome::Sample(open) => {
                self.model.change_worlds(*open);
                self.navigate(vec![Go::Section(Section::Today)], now, effects);
                self.say_world(*open, now);
            }
            Outcome::Copied(count) => self.say(format!("Copied {count} characters."), now),
            Outcome::TrashChanged(words) => {
                self.say(words, now);
                effects.push(Effect::Load);
            }
            Outcome::Asked(entry, cards) => self.asked(entry, cards, effects),
            Outcome::Saved(..) | Outcome::Trash(_) | Outcome::Edited(_) => {}
        }
        self.tell_all(&Msg::Outcome(outcome), now, effects);
    }

    fn say_world(&mut self, sample: bool, now: Now) {
        let words = if sample {
            "An invented job hunt. X throws it away again."
        } else {
            "Back in your own home."
        };
        self.say(words, now);
    }

    /// Tells every pane, since only they know whether the outcome is about them.
    pub(super) fn tell_all(&mut self, msg: &Msg, now: Now, effects: &mut Vec<Effect>) {
        let mut stack = std::mem::take(&mut self.stack);
        let mut going = Vec::new();
        for pane in &mut stack {
            going.extend(self.update_quietly(pane.as_mut(), msg, now, effects));
        }
        self.stack = stack;
        let mut sections = std::mem::take(&mut self.sections);
        for pane in sections.values_mut() {
            going.extend(self.update_quietly(pane.as_mut(), msg, now, effects));
        }
        self.sections = sections;
        self.navigate(going, now, effects);
    }

    /// The questions of a debrief learn which cards they became.
    fn asked(&mut self, id: &EntryId, cards: &[(String, QuestionId)], effects: &mut Vec<Effect>) {
        let Some(mut entry) = self.model.journal.get(id).cloned() else {
            return;
        };
        let Some(debrief) = &mut entry.debrief else {
            return;
        };
        for asked in &mut debrief.questions {
            if let Some((_, card)) = cards.iter().find(|(text, _)| *text == asked.text) {
                asked.card = Some(card.clone());
            }
        }
        self.model.practice.history.forget(id.as_str());
        self.model
            .practice
            .history
            .hear_asked(asked_facts(&entry, &self.model.library));
        effects.push(Effect::SaveEntry(Box::new(entry.clone())));
        self.model.journal.put(entry);
    }

    /// Files that need a look are told once; the messages name each with its place and the mend.
    fn tell_problems(&mut self, now: Now) {
        let words = match self.model.problems.as_slice() {
            [] => return,
            [one] => format!("{} needs a look. g m tells what and where.", one.file),
            many => format!(
                "{} files or lines need a look. g m tells which.",
                many.len()
            ),
        };
        self.say(words, now);
    }

    /// A sitting got another name on the disk than it was given here. (Forms follow for what they are writing;
    /// it is not in the model before it is saved.)
    fn renamed(&mut self, from: &Wrote, to: &Wrote) {
        if let (Wrote::Sitting(from), Wrote::Sitting(to)) = (from, to) {
            self.model.practice.rename(from, to);
        }
    }
}

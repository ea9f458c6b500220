//! What became of an effect, taken into the model; every front end does it alike.

use super::effect::{Effect, Outcome, Wrote};
use super::model::Model;
use super::undo::Step;
use crate::content::packs;
use crate::domain::flow_back::asked_facts;
use crate::domain::id::{EntryId, QuestionId};

impl Model {
    /// Takes an outcome in; gives what has to be carried out because of it. A home that was read is moved and not
    /// copied, which would hold up the keys of a large one: nothing of it is left in the outcome.
    pub fn absorb(&mut self, outcome: &mut Outcome) -> Vec<Effect> {
        self.unsaved.follow(outcome);
        match outcome {
            Outcome::Loaded(everything) => self.take(std::mem::take(&mut **everything)),
            Outcome::Refreshed(_, everything) => self.refresh(std::mem::take(&mut **everything)),
            Outcome::Bank(questions, _) => packs::lay_bank(&mut self.library, questions),
            // Forms follow for what they are writing; it is not in the model before it is saved.
            Outcome::Renamed(Wrote::Sitting(from), Wrote::Sitting(to)) => {
                self.practice.rename(from, to);
            }
            Outcome::Sound(heard) => self.voice.hear(heard),
            Outcome::Sample(open) => self.change_worlds(*open),
            Outcome::Friend(name) => self.change_homes(name.clone()),
            Outcome::TrashChanged(_) | Outcome::PacksChanged => return vec![Effect::Load],
            Outcome::Returned(id, _) => {
                let shown = &mut self.practice.shown;
                if shown.as_ref().is_some_and(|r| r.head.id == *id) {
                    *shown = None;
                }
                return vec![Effect::Load];
            }
            // The other version is read in, to stand here or beside this one, and with it whatever else was changed
            // there of its kind; a step back would write over that.
            Outcome::KeptBoth(wrote, _) | Outcome::NotStepped(wrote) => {
                self.undo.forget(|step| step.is_of_kind(wrote));
                return vec![Effect::Load];
            }
            // What is on the screen is what is on disk: a step that was not written is to be taken once more.
            Outcome::NotSaved(Wrote::Checks, _) => {
                self.undo.forget(|step| matches!(step, Step::Checks(_)));
                return vec![Effect::Load];
            }
            Outcome::QuestionChanged(id, before, now) => {
                let words = match (before.hidden, now.hidden) {
                    (false, true) => "taking the question out",
                    (true, false) => "bringing the question back",
                    _ => "changing the question",
                };
                let step = Step::Question(id.clone(), before.clone(), now.clone());
                self.undo.note(words, step);
                return vec![Effect::Load];
            }
            Outcome::Stepped(asked, now) if asked != now => return vec![Effect::Load],
            Outcome::Asked(entry, cards) => return self.became_cards(entry, cards),
            _ => {}
        }
        Vec::new()
    }

    /// The questions of a debrief learn which cards they became.
    fn became_cards(&mut self, id: &EntryId, cards: &[(String, QuestionId)]) -> Vec<Effect> {
        let Some(mut entry) = self.journal.get(id).cloned() else {
            return Vec::new();
        };
        let Some(debrief) = &mut entry.debrief else {
            return Vec::new();
        };
        // In their order: two lines may have the same words and be different questions, and some become none.
        let mut cards = cards.iter().peekable();
        for asked in &mut debrief.questions {
            if let Some((_, card)) = cards.next_if(|(text, _)| asked.text == *text) {
                asked.card = Some(card.clone());
            }
        }
        let history = &mut self.practice.history;
        history.forget(id.as_str());
        history.hear_asked(asked_facts(&entry, &self.library));
        self.journal.put(entry.clone());
        vec![Effect::SaveEntry(Box::new(entry))]
    }
}

impl Outcome {
    /// What the user has to be told about it, one sentence or two; `None` when it is as expected.
    pub fn words(&self) -> Option<String> {
        match self {
            Self::NotSaved(_, loss) => Some(loss.sentence()),
            Self::Failed(words)
            | Self::NotEdited(words)
            | Self::TrashChanged(words)
            | Self::Returned(_, words) => Some(words.clone()),
            Self::KeptBoth(_, path) => {
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned());
                let name = name.unwrap_or_default();
                Some(format!(
                    "The file was changed elsewhere. Both are kept, yours in {name}."
                ))
            }
            Self::NotStepped(_) => {
                Some("It was changed elsewhere since; that is not taken back.".to_owned())
            }
            Self::CaughtUp => Some("What could not be saved before is on disk now.".to_owned()),
            Self::PageWritten(path) => Some(format!("Written to {path}, in your folder.")),
            Self::Sound(heard) => heard.words(),
            Self::Copied(count) => Some(format!("Copied {count} characters.")),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::effect::Everything;
    use crate::domain::level::Level;
    use crate::domain::practice::sample;

    #[test]
    fn a_home_that_was_read_is_moved_and_not_copied() {
        let heads = vec![sample::sitting("q-a", 1, Level::Solid).head];
        let place = heads.as_ptr();
        let mut outcome = Outcome::Loaded(Box::new(Everything {
            heads,
            ..Everything::default()
        }));
        let mut model = Model::default();
        model.absorb(&mut outcome);
        assert_eq!(model.practice.sittings.as_ptr(), place);
        assert!(matches!(outcome, Outcome::Loaded(rest) if rest.heads.is_empty()));
    }
}

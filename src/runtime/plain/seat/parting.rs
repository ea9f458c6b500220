//! The end: nobody leaves before everything is on the disk, or before the words that are not stand on the page.

use super::Seat;
use crate::desk::Effect;
use crate::desk::effect::Loss;
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::practice::record::{Block, Theirs};
use crate::panes::journal::read_out;
use crate::store::draft_file::{Draft, DraftKey};

/// The exit code where something is not on the disk.
const LOST: u8 = 1;

/// What is said above words that are on no disk.
const NOWHERE: &str = "These words are NOT on the disk. Copy them from here:";

/// What is asked under them.
const AGAIN: &str = "Enter tries to save once more, q leaves without:";

impl Seat<'_> {
    /// Leaves what runs, and tries once more what could not be written. As long as that fails, it says why and gives the
    /// words back; gives the exit code.
    pub fn part(&mut self) -> u8 {
        let left = self.let_go();
        if left == Some(true) && self.is_kept() {
            self.tell_left();
        }
        while !self.is_kept() {
            self.give_back();
            if self.page.ask(AGAIN).is_err() {
                self.page.flush();
                return LOST;
            }
        }
        self.page.flush();
        0
    }

    /// Tries once more to write what could not be written; whether everything is on the disk.
    fn is_kept(&mut self) -> bool {
        if self.model.unsaved.is_empty() {
            return true;
        }
        // What was half written of it is on disk or waits for room: it must not be there a second time.
        let half = |(what, effect)| (self.model.unsaved.draft_of(&what).cloned(), effect);
        let given_up = std::mem::take(&mut self.given_up);
        let given_up: Vec<(Option<DraftKey>, Effect)> = given_up.into_iter().map(half).collect();
        for (half, effect) in given_up {
            match (self.send(&effect).lost, half) {
                (None, half) => self.drop_draft(half),
                (Some((what, _)), half) => {
                    if let Some(key) = &half {
                        self.model.unsaved.is_drafted(&what, key);
                    }
                    self.given_up.push((what, effect));
                }
            }
        }
        self.send(&Effect::CatchUp);
        self.model.unsaved.is_empty()
    }

    /// Says why something is not on the disk, and its words.
    fn give_back(&mut self) {
        let why = self.model.unsaved.last().map(Loss::sentence);
        self.page.gap();
        self.page.tell(&why.unwrap_or_default());
        let waiting = self.keeper.waiting();
        let given_up = self.given_up.iter().map(|(_, effect)| effect.clone());
        let effects: Vec<Effect> = waiting.into_iter().chain(given_up).collect();
        let words: Vec<String> = effects.iter().filter_map(|e| self.words_of(e)).collect();
        if !words.is_empty() {
            self.page.say(NOWHERE);
        }
        for words in words {
            self.page.gap();
            self.page.say(&words);
        }
        self.page.gap();
    }

    /// The user's own words that an effect would write.
    fn words_of(&self, effect: &Effect) -> Option<String> {
        let words = match effect {
            Effect::Append(_, block) => of_block(block),
            Effect::SaveDraft(draft) => of_draft(draft),
            Effect::AddEntry(entry) | Effect::SaveEntry(entry) => self.of_entry(entry),
            Effect::AddApplication(job) | Effect::SaveApplication(job) => of_job(job),
            _ => String::new(),
        };
        Some(words).filter(|words| !words.trim().is_empty())
    }

    fn of_entry(&self, entry: &Entry) -> String {
        read_out(entry, &self.model, self.now().date()).join("\n")
    }
}

fn of_block(block: &Block) -> String {
    match block {
        Block::Answer(answer) => answer.text.clone(),
        Block::Reply(reply) => reply.text.clone(),
        Block::Rating(rating) => rating.note.clone(),
        Block::Noted(noted) => noted.text.clone(),
        Block::Theirs(theirs) => match theirs.as_ref() {
            Theirs::Answer(answer) => answer.text.clone(),
            Theirs::Rating(rating) => rating.note.clone(),
        },
        Block::Event(_) | Block::Back(_) | Block::Item(_) | Block::Comment(_) => String::new(),
    }
}

/// All the fields of a form; of anything else its text.
fn of_draft(draft: &Draft) -> String {
    let fields: Vec<(String, String)> = serde_json::from_str(&draft.facts).unwrap_or_default();
    if fields.is_empty() {
        return draft.text.clone();
    }
    let filled = fields.iter().filter(|(_, held)| !held.is_empty());
    let mut lines: Vec<String> = filled
        .map(|(label, held)| format!("{label}: {held}"))
        .collect();
    if fields.iter().all(|(_, held)| *held != draft.text) {
        lines.push(draft.text.clone());
    }
    lines.join("\n")
}

fn of_job(job: &Application) -> String {
    format!("{}\n{}", job.title(), job.notes)
}

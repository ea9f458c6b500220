//! Taking back, and doing again: each change leaves what stood there before.

use crate::content::overlay::own::Own;
use crate::domain::id::{ApplicationId, BlueprintId, EntryId, QuestionId, SittingId, StoryId};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::library::Blueprint;
use crate::domain::order::InOrder;
use crate::domain::practice::record::SittingRecord;
use crate::domain::settings::{Config, Profile};
use crate::domain::story::Story;
use crate::store::draft_file::{Draft, DraftKey};

use super::bank;
use super::effect::Effect;
use super::model::Model;

/// How many steps are kept.
const DEPTH: usize = 100;

/// What has to be put back.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// An application as it was.
    Application(Box<Application>),
    /// An application that was not there.
    NoApplication(ApplicationId),
    /// An entry as it was.
    Entry(Box<Entry>),
    /// An entry that was not there.
    NoEntry(EntryId),
    /// A story as it was.
    Story(Box<Story>),
    /// A story that was not there.
    NoStory(StoryId),
    /// The questions of a debrief as practice.
    Cards(EntryId),
    /// The questions of a debrief before they became practice.
    NoCards(EntryId),
    /// A sitting that waited to be gone on with.
    Sitting(Box<SittingRecord>),
    /// No such sitting.
    NoSitting(SittingId),
    /// A mock of one's own as it was.
    Mock(Box<Blueprint>),
    /// A mock of one's own that was not there.
    NoMock(BlueprintId),
    /// Half-written text as it was.
    Draft(Box<Draft>),
    /// No half-written text there.
    NoDraft(DraftKey),
    /// A pack with these files.
    Pack(Vec<String>),
    /// No pack with these files.
    NoPack(Vec<String>),
    /// A question as the user had changed it before, and as they have changed it since.
    Question(QuestionId, Own, Own),
    /// The profile as it was.
    Profile(Box<Profile>),
    /// The settings as they were.
    Config(Box<Config>),
    /// Names hidden or shown.
    Names(bool),
    /// The sample world open or left.
    Sample(bool),
    /// Several that one key has changed, and that go back together.
    Together(Vec<Self>),
}

impl Step {
    /// Whether it writes an application or takes one away.
    pub const fn is_of_application(&self) -> bool {
        matches!(self, Self::Application(_) | Self::NoApplication(_))
    }

    /// The same of an entry.
    pub const fn is_of_entry(&self) -> bool {
        matches!(self, Self::Entry(_) | Self::NoEntry(_))
    }

    /// The same of a story.
    pub const fn is_of_story(&self) -> bool {
        matches!(self, Self::Story(_) | Self::NoStory(_))
    }

    /// Whether this is so of it, or of one that goes along with it.
    fn has(&self, is_so: &impl Fn(&Self) -> bool) -> bool {
        match self {
            Self::Together(steps) => steps.iter().any(|step| step.has(is_so)),
            step => is_so(step),
        }
    }
}

/// Steps with the words that tell them.
#[derive(Debug, Default)]
pub struct History {
    back: Vec<(String, Step)>,
    forth: Vec<(String, Step)>,
}

impl History {
    /// Notes a change: what it was, and what stood there before.
    pub fn note(&mut self, words: impl Into<String>, before: Step) {
        self.forth.clear();
        if self.back.len() >= DEPTH {
            self.back.remove(0);
        }
        let words = format!("{}{}", words.into(), place(&before));
        self.back.push((words, before));
    }

    /// Notes what went along with the last change: both go back together.
    pub fn note_along(&mut self, before: Step) {
        if let Some((_, last)) = self.back.last_mut() {
            let first = std::mem::replace(last, Step::Together(Vec::new()));
            *last = Step::Together(vec![first, before]);
        }
    }

    /// The change that would be taken back now.
    pub fn last(&self) -> Option<&str> {
        self.back.last().map(|(words, _)| words.as_str())
    }

    /// Forgets the steps of which this is so.
    pub fn forget(&mut self, stale: impl Fn(&Step) -> bool) {
        self.back.retain(|(_, step)| !step.has(&stale));
        self.forth.retain(|(_, step)| !step.has(&stale));
    }

    /// Forgets the newest step back that is so, and no other: one that looks alike is of another change.
    pub fn forget_newest(&mut self, is_so: impl Fn(&Step) -> bool) {
        if let Some(at) = self.back.iter().rposition(|(_, step)| is_so(step)) {
            self.back.remove(at);
        }
    }
}

/// Takes the last change back; returns what to say and what to carry out, `None` when there is nothing.
pub fn undo(model: &mut Model) -> Option<(String, Vec<Effect>)> {
    let (words, step) = model.undo.back.pop()?;
    let (inverse, effects) = apply(model, step);
    model.undo.forth.push((words.clone(), inverse));
    Some((format!("Taken back: {words}"), as_one(effects)))
}

/// Does the last change again that was taken back.
pub fn redo(model: &mut Model) -> Option<(String, Vec<Effect>)> {
    let (words, step) = model.undo.forth.pop()?;
    let (inverse, effects) = apply(model, step);
    model.undo.back.push((words.clone(), inverse));
    Some((format!("Done again: {words}"), as_one(effects)))
}

/// The effects of a step as one, where somebody else may have changed something that it is about. What keeps words goes
/// first, then what may be refused, and what only follows from that last.
fn as_one(mut effects: Vec<Effect>) -> Vec<Effect> {
    if effects.len() < 2 || effects.iter().all(|e| e.steps().is_none()) {
        return effects;
    }
    effects.order_by_key(|effect| match effect {
        Effect::SaveDraft(_) => 0,
        effect if effect.steps().is_some() => 1,
        _ => 2,
    });
    vec![Effect::Step(effects)]
}

/// Where a change is to be seen, since it may be on another screen.
fn place(step: &Step) -> &'static str {
    match step {
        Step::Together(steps) => steps.first().map_or("", place),
        Step::Application(_) | Step::NoApplication(_) => " (Roadmap)",
        Step::Entry(_) | Step::NoEntry(_) | Step::Cards(_) | Step::NoCards(_) => " (Journal)",
        Step::Story(_) | Step::NoStory(_) => " (Stories)",
        Step::Sitting(_) | Step::NoSitting(_) => " (Practice)",
        Step::Mock(_) | Step::NoMock(_) => " (Whole mocks)",
        Step::Pack(_) | Step::NoPack(_) => " (Question packs)",
        Step::Question(..) => " (Question library)",
        Step::Draft(_) | Step::NoDraft(_) => " (Today)",
        Step::Profile(_) | Step::Config(_) | Step::Names(_) | Step::Sample(_) => "",
    }
}

/// Puts a step in place; returns its inverse and what has to be written.
fn apply(model: &mut Model, step: Step) -> (Step, Vec<Effect>) {
    match step {
        Step::Application(before) => {
            let inverse = match model.journey.put(*before.clone()) {
                Some(a) => Step::Application(Box::new(a)),
                None => Step::NoApplication(before.id.clone()),
            };
            (inverse, vec![Effect::PutApplication(before)])
        }
        Step::NoApplication(id) => match model.journey.remove(&id) {
            Some(a) => (
                Step::Application(Box::new(a)),
                vec![Effect::TakeApplication(id)],
            ),
            None => (Step::NoApplication(id), Vec::new()),
        },
        Step::Cards(_) | Step::NoCards(_) => apply_cards(model, step),
        Step::Entry(_) | Step::NoEntry(_) => apply_entry(model, step),
        Step::Story(_) | Step::NoStory(_) => apply_story(model, step),
        Step::Sitting(_) | Step::NoSitting(_) => apply_sitting(model, step),
        Step::Mock(_) | Step::NoMock(_) => apply_mock(model, step),
        Step::Draft(_) | Step::NoDraft(_) => apply_draft(model, step),
        Step::Pack(_) | Step::NoPack(_) | Step::Question(..) => apply_pack(step),
        Step::Profile(before) => {
            let inverse = std::mem::replace(&mut model.profile, *before);
            let effect = Effect::SaveProfile(Box::new(model.profile.clone()));
            (Step::Profile(Box::new(inverse)), vec![effect])
        }
        Step::Config(before) => {
            let inverse = std::mem::replace(&mut model.config, *before);
            let effect = Effect::SaveConfig(Box::new(model.config.clone()));
            (Step::Config(Box::new(inverse)), vec![effect])
        }
        Step::Sample(true) => (Step::Sample(false), vec![Effect::SampleAgain]),
        Step::Sample(false) => (Step::Sample(true), vec![Effect::Sample(false)]),
        Step::Together(steps) => {
            let applied = steps.into_iter().map(|step| apply(model, step));
            let (mut inverses, effects): (Vec<Step>, Vec<Vec<Effect>>) = applied.unzip();
            // What was done last is the first to be done the other way round.
            inverses.reverse();
            (Step::Together(inverses), effects.concat())
        }
        Step::Names(hidden) => (
            Step::Names(std::mem::replace(&mut model.names_hidden, hidden)),
            Vec::new(),
        ),
    }
}

/// The same for an entry; the user's own bank follows the questions of a debrief.
fn apply_entry(model: &mut Model, step: Step) -> (Step, Vec<Effect>) {
    match step {
        Step::Entry(before) => match model.journal.put(*before.clone()) {
            Some(e) => {
                let follows = bank::follow(model, &e, &before);
                let effects = std::iter::once(Effect::PutEntry(before)).chain(follows);
                let effects = effects.collect();
                (Step::Entry(Box::new(e)), effects)
            }
            None => (
                Step::NoEntry(before.id.clone()),
                vec![Effect::PutEntry(before)],
            ),
        },
        Step::NoEntry(id) => match model.journal.remove(&id) {
            Some(e) => (Step::Entry(Box::new(e)), vec![Effect::TakeEntry(id)]),
            None => (Step::NoEntry(id), Vec::new()),
        },
        other => (other, Vec::new()),
    }
}

/// The same for a story.
fn apply_story(model: &mut Model, step: Step) -> (Step, Vec<Effect>) {
    match step {
        Step::Story(before) => {
            let inverse = match model.stories.put(*before.clone()) {
                Some(story) => Step::Story(Box::new(story)),
                None => Step::NoStory(before.id.clone()),
            };
            (inverse, vec![Effect::PutStory(before)])
        }
        Step::NoStory(id) => match model.stories.remove(&id) {
            Some(story) => (Step::Story(Box::new(story)), vec![Effect::TakeStory(id)]),
            None => (Step::NoStory(id), Vec::new()),
        },
        other => (other, Vec::new()),
    }
}

/// The same for the questions of a debrief that is there: they leave the user's own bank, or join it again.
fn apply_cards(model: &mut Model, step: Step) -> (Step, Vec<Effect>) {
    let entry = |id: &EntryId| model.journal.get(id).cloned();
    match step {
        Step::NoCards(id) => {
            let change = entry(&id).and_then(|entry| bank::leave(model, &entry));
            model.practice.history.forget(id.as_str());
            (Step::Cards(id), Vec::from_iter(change))
        }
        Step::Cards(id) => {
            let change = entry(&id).and_then(|entry| bank::follow(model, &entry, &entry));
            (Step::NoCards(id), Vec::from_iter(change))
        }
        other => (other, Vec::new()),
    }
}

/// The same for a pack, and for a question of one.
fn apply_pack(step: Step) -> (Step, Vec<Effect>) {
    match step {
        Step::Question(id, before, since) => (
            Step::Question(id.clone(), since, before.clone()),
            vec![Effect::PutQuestion(id, before)],
        ),
        Step::Pack(files) => (
            Step::NoPack(files.clone()),
            vec![Effect::RestorePack(files)],
        ),
        Step::NoPack(files) => (Step::Pack(files.clone()), vec![Effect::TrashPack(files)]),
        other => (other, Vec::new()),
    }
}

/// The same for a sitting that waits; what was answered in it counts again once the home has been read.
fn apply_sitting(model: &mut Model, step: Step) -> (Step, Vec<Effect>) {
    let open = &mut model.practice.open;
    match step {
        Step::Sitting(record) => {
            let id = record.head.id.clone();
            open.push(*record);
            open.order_by_key(|r| r.head.started);
            let effects = vec![Effect::RestoreSitting(id.clone()), Effect::Load];
            (Step::NoSitting(id), effects)
        }
        Step::NoSitting(id) => match open.iter().position(|r| r.head.id == id) {
            Some(at) => {
                let record = Box::new(open.remove(at));
                let effects = vec![Effect::TrashSitting(id), Effect::Load];
                (Step::Sitting(record), effects)
            }
            None => (Step::NoSitting(id), Vec::new()),
        },
        other => (other, Vec::new()),
    }
}

/// The same for half-written text.
fn apply_draft(model: &mut Model, step: Step) -> (Step, Vec<Effect>) {
    match step {
        Step::Draft(draft) => {
            let key = draft.key();
            model.drafts.retain(|d| d.key() != key);
            model.drafts.push((*draft).clone());
            (Step::NoDraft(key), vec![Effect::SaveDraft(draft)])
        }
        Step::NoDraft(key) => match model.drafts.iter().position(|d| d.key() == key) {
            Some(at) => {
                let draft = Box::new(model.drafts.remove(at));
                (Step::Draft(draft), vec![Effect::DropDraft(key)])
            }
            None => (Step::NoDraft(key), Vec::new()),
        },
        other => (other, Vec::new()),
    }
}

/// The same for a mock of one's own; it is in the library again once the home has been read.
fn apply_mock(model: &Model, step: Step) -> (Step, Vec<Effect>) {
    let there = |id: &BlueprintId| {
        let mock = model.library.blueprints.get(id.as_str())?;
        Some(Step::Mock(Box::new((*mock).clone())))
    };
    match step {
        Step::Mock(before) => {
            let inverse = there(&before.id).unwrap_or_else(|| Step::NoMock(before.id.clone()));
            (inverse, vec![Effect::SaveMock(before)])
        }
        Step::NoMock(id) => match there(&id) {
            Some(inverse) => (inverse, vec![Effect::RemoveMock(id)]),
            None => (Step::NoMock(id), Vec::new()),
        },
        other => (other, Vec::new()),
    }
}

//! Taking back, and doing again: each change leaves what stood there before.

use super::bank;
use super::effect::{Effect, Wrote};
use super::model::Model;
use super::record::Record;
use crate::content::overlay::own::Own;
use crate::domain::checks::{Change, Checks};
use crate::domain::id::{EntryId, QuestionId};
use crate::domain::library::Blueprint;
use crate::domain::order::InOrder;
use crate::domain::settings::{Config, Profile};

/// How many steps are kept.
const DEPTH: usize = 100;

/// What has to be put back.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A record as it was; nothing where it was not there.
    Record(Wrote, Option<Record>),
    /// Whether the questions of a debrief were practice.
    Cards(EntryId, bool),
    /// Whether there was a pack with these files.
    Pack(Vec<String>, bool),
    /// A question as the user had changed it before, and as they have changed it since.
    Question(QuestionId, Own, Own),
    /// The profile as it was.
    Profile(Box<Profile>),
    /// Referees and papers as they were.
    Checks(Box<Checks>),
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
    /// Puts a record back as it was.
    pub fn put(before: impl Into<Record>) -> Self {
        let before = before.into();
        Self::Record(before.what(), Some(before))
    }

    /// Takes a record away that was not there.
    pub const fn take(what: Wrote) -> Self {
        Self::Record(what, None)
    }

    /// Puts a record back as it was, or takes it away where it was not there.
    pub fn back(what: Wrote, before: Option<impl Into<Record>>) -> Self {
        Self::Record(what, before.map(Into::into))
    }

    /// The record that it is about.
    pub const fn what(&self) -> Option<&Wrote> {
        match self {
            Self::Record(what, _) => Some(what),
            _ => None,
        }
    }

    /// Whether it puts back or takes away a record of the kind of another one.
    pub fn is_of_kind(&self, of: &Wrote) -> bool {
        let kind = std::mem::discriminant;
        self.what().is_some_and(|what| kind(what) == kind(of))
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

    /// Forgets the steps that are about one of these records.
    pub fn forget_of(&mut self, records: &[Wrote]) {
        self.forget(|step| step.what().is_some_and(|what| records.contains(what)));
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
        Step::Record(what, _) => match what {
            Wrote::Application(_) => " (Roadmap)",
            Wrote::Entry(_) => " (Journal)",
            Wrote::Story(_) => " (Stories)",
            Wrote::Sitting(_) | Wrote::Block(_) => " (Practice)",
            Wrote::Mock(_) => " (Whole mocks)",
            Wrote::Draft(_) => " (Today)",
            Wrote::Question(_) => " (Question library)",
            Wrote::Profile | Wrote::Checks | Wrote::Config | Wrote::Bank => "",
        },
        Step::Cards(..) => " (Journal)",
        Step::Pack(..) => " (Question packs)",
        Step::Question(..) => " (Question library)",
        Step::Checks(_) => " (References and documents)",
        Step::Profile(_) | Step::Config(_) | Step::Names(_) | Step::Sample(_) => "",
    }
}

/// Puts a step in place; returns its inverse and what has to be written.
fn apply(model: &mut Model, step: Step) -> (Step, Vec<Effect>) {
    match step {
        Step::Record(what, record) => apply_record(model, what, record),
        Step::Cards(id, were) => {
            let effect = apply_cards(model, &id, were);
            (Step::Cards(id, !were), Vec::from_iter(effect))
        }
        Step::Pack(files, was) => {
            let inverse = Step::Pack(files.clone(), !was);
            let effect = if was {
                Effect::RestorePack(files)
            } else {
                Effect::TrashPack(files)
            };
            (inverse, vec![effect])
        }
        Step::Question(id, before, since) => (
            Step::Question(id.clone(), since, before.clone()),
            vec![Effect::PutQuestion(id, before)],
        ),
        Step::Profile(before) => {
            let inverse = std::mem::replace(&mut model.profile, *before);
            let effect = Effect::SaveProfile(Box::new(model.profile.clone()));
            (Step::Profile(Box::new(inverse)), vec![effect])
        }
        Step::Checks(before) => {
            let inverse = std::mem::replace(&mut model.checks, *before);
            let change = Change {
                before: inverse.clone(),
                now: model.checks.clone(),
            };
            let effect = Effect::SaveChecks(Box::new(change));
            (Step::Checks(Box::new(inverse)), vec![effect])
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

/// Puts a record in its place, or takes it away; the user's own bank follows the questions of a debrief.
fn apply_record(model: &mut Model, what: Wrote, record: Option<Record>) -> (Step, Vec<Effect>) {
    let before = there(model, &what);
    let Some(record) = record else {
        let effects = before.as_ref().map_or_else(Vec::new, Record::taken);
        take(model, &what);
        return (Step::Record(what, before), effects);
    };
    put(model, record.clone());
    let follows = match (&before, &record) {
        (Some(Record::Entry(old)), Record::Entry(new)) => bank::follow(model, old, new),
        _ => None,
    };
    let mut effects = record.put();
    effects.extend(follows);
    (Step::Record(what, before), effects)
}

/// The record as it is now.
fn there(model: &Model, what: &Wrote) -> Option<Record> {
    match what {
        Wrote::Application(id) => model.journey.get(id).cloned().map(Into::into),
        Wrote::Entry(id) => model.journal.get(id).cloned().map(Into::into),
        Wrote::Story(id) => model.stories.get(id).cloned().map(Into::into),
        Wrote::Sitting(id) => {
            let mut open = model.practice.open.iter();
            open.find(|r| r.head.id == *id).cloned().map(Into::into)
        }
        Wrote::Mock(id) => {
            let mock = model.library.blueprints.get(id.as_str())?;
            Some(Blueprint::clone(&mock).into())
        }
        Wrote::Draft(key) => {
            let mut drafts = model.drafts.iter();
            drafts.find(|d| d.key() == *key).cloned().map(Into::into)
        }
        Wrote::Block(_)
        | Wrote::Profile
        | Wrote::Checks
        | Wrote::Config
        | Wrote::Bank
        | Wrote::Question(_) => None,
    }
}

/// A mock follows once the home has been read.
fn put(model: &mut Model, record: Record) {
    match record {
        Record::Application(application) => drop(model.journey.put(*application)),
        Record::Entry(entry) => drop(model.journal.put(*entry)),
        Record::Story(story) => drop(model.stories.put(*story)),
        Record::Sitting(record) => {
            let open = &mut model.practice.open;
            open.retain(|r| r.head.id != record.head.id);
            open.push(*record);
            open.order_by_key(|r| r.head.started);
        }
        Record::Draft(draft) => {
            model.drafts.retain(|d| d.key() != draft.key());
            model.drafts.push(*draft);
        }
        Record::Mock(_) => {}
    }
}

fn take(model: &mut Model, what: &Wrote) {
    match what {
        Wrote::Application(id) => drop(model.journey.remove(id)),
        Wrote::Entry(id) => drop(model.journal.remove(id)),
        Wrote::Story(id) => drop(model.stories.remove(id)),
        Wrote::Sitting(id) => model.practice.open.retain(|r| r.head.id != *id),
        Wrote::Draft(key) => model.drafts.retain(|d| d.key() != *key),
        Wrote::Mock(_)
        | Wrote::Block(_)
        | Wrote::Profile
        | Wrote::Checks
        | Wrote::Config
        | Wrote::Bank
        | Wrote::Question(_) => {}
    }
}

/// The questions of a debrief that is there join the user's own bank again, or leave it.
fn apply_cards(model: &mut Model, id: &EntryId, join: bool) -> Option<Effect> {
    let entry = model.journal.get(id).cloned();
    if join {
        return entry.and_then(|entry| bank::follow(model, &entry, &entry));
    }
    let change = entry.and_then(|entry| bank::leave(model, &entry));
    model.practice.history.forget(id.as_str());
    change
}

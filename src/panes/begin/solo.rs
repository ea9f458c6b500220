//! Starting a talk, a set of items or two friends at one laptop, and going on with one.

use crate::desk::{Desk, Effect, Go, Model, Place};
use crate::domain::id::{ItemId, ScenarioId, SittingId};
use crate::domain::library::{ItemKind, StageId};
use crate::domain::practice::assess::{self, Wanted};
use crate::domain::practice::chairs;
use crate::domain::practice::record::{Block, Form, Input, Pair, SittingHead, SittingRecord};
use crate::domain::practice::sitting::{Refusal, Step};
use crate::domain::practice::solo::Solo;
use crate::domain::practice::talk;
use crate::domain::practice::task::Task;
use crate::domain::time::Now;
use crate::panes::{task, words};
use crate::store::draft_file::{Draft, DraftKey, Owner};
use crate::store::layout;

/// The fields that drafts of a talk, of a set of items and of two friends belong to.
const REPLY: &str = "reply";
const ITEM: &str = "item";
const CHAIRS: &str = "chairs";

/// Items of a set where nothing else is asked for.
pub const USUAL: usize = 12;

/// A head for something that is held once, as this person usually practices.
fn head(
    form: Form,
    title: String,
    stage: Option<StageId>,
    reasons: bool,
    desk: &mut Desk<'_>,
) -> SittingHead {
    let seed = desk.model.next_seed();
    let name = match &form {
        Form::Talk(id) => format!("talk {id}"),
        Form::Items(_) => title.clone(),
        Form::Chairs(_) => "two chairs".to_owned(),
        Form::Drill => "drill".to_owned(),
    };
    let model = &desk.model;
    SittingHead {
        id: super::free_name(model, &layout::sitting_name(desk.now.wall, &name)),
        started: desk.now.wall,
        title,
        stage,
        seed,
        library: model.library.version.clone(),
        pacing: model.profile.pacing,
        factor: model.profile.factor,
        input: model.profile.input,
        strict: false,
        probes: false,
        rate_each: reasons,
        warm_up: false,
        rung: None,
        shape: None,
        plan: Vec::new(),
        form,
    }
}

/// Opens a talk at its briefing; `reasons`: whether they come after each reply or all at the end.
pub fn talk(id: &ScenarioId, reasons: bool, go: fn(Place) -> Go, desk: &mut Desk<'_>) {
    let Some(scenario) = desk.model.library.scenarios.get(id.as_str()) else {
        return desk.say("This talk is not in the library any more.");
    };
    let stage = scenario.stages.first().copied();
    let head = head(
        Form::Talk(id.clone()),
        scenario.title.clone(),
        stage,
        reasons,
        desk,
    );
    open(Solo::begin(head, &desk.model.library, desk.now), go, desk);
}

/// Opens a set of so many items of a kind.
pub fn items(kind: ItemKind, count: usize, go: fn(Place) -> Go, desk: &mut Desk<'_>) {
    let wanted = Wanted {
        kind,
        count,
        family: desk.model.profile.family.clone(),
        seed: desk.model.seed,
    };
    let past = &desk.model.practice.past;
    let drawn = assess::draw(&desk.model.library, &wanted, |id: &ItemId| past.times(id));
    let title = match kind {
        ItemKind::Judgment => "Judgment questions",
        ItemKind::SelfReport => "Work-style statements",
    };
    let stage = Some(StageId::BehavioralAssessment);
    let head = head(Form::Items(drawn), title.to_owned(), stage, true, desk);
    open(Solo::begin(head, &desk.model.library, desk.now), go, desk);
}

/// Two friends ask each other the questions of a drill or a mock.
pub fn chairs(pair: Pair, drawn: SittingHead, desk: &mut Desk<'_>) {
    if drawn.plan.is_empty() {
        return desk.say("No question fits. Choose another stage or kind.");
    }
    let title = format!("Two chairs with {}", pair.friend);
    let head = head(Form::Chairs(Box::new(pair)), title, drawn.stage, true, desk);
    let head = SittingHead {
        seed: drawn.seed,
        pacing: drawn.pacing,
        factor: drawn.factor,
        plan: drawn.plan,
        input: Input::Aloud,
        ..head
    };
    desk.go(Go::Back);
    open(
        Solo::begin(head, &desk.model.library, desk.now),
        Go::Open,
        desk,
    );
}

/// The room that it is held in.
pub const fn room(task: &Task) -> Place {
    match task {
        Task::Talk(_) => Place::Talk,
        Task::Items(_) => Place::Items,
        Task::Chairs(_) => Place::Chairs,
    }
}

fn open(solo: Option<Solo>, go: fn(Place) -> Go, desk: &mut Desk<'_>) {
    let Some(solo) = solo else {
        return desk.say("There is nothing of this kind in the library.");
    };
    let place = room(solo.task());
    let id = solo.head().id.clone();
    let before = desk.model.practice.solo.replace(Box::new(solo));
    // One that is in hand waits where what was left waits: nothing takes its place for good. The same one only goes on.
    let other = before.filter(|before| before.head().id != id && before.has_begun());
    if let Some(mut before) = other {
        let blocks = before.settle(desk.now).into_iter();
        let blocks = blocks.chain(before.leave(desk.now)).collect();
        append(&before.head().id.clone(), blocks, desk);
        set_aside(before.record().clone(), desk);
    }
    desk.go(go(place));
}

/// Has one wait among those that are open.
pub(super) fn set_aside(record: SittingRecord, desk: &mut Desk<'_>) {
    desk.model.practice.open.push(record);
    desk.perform(Effect::Load);
}

/// Goes on with the one that runs.
pub(super) fn back_to(desk: &mut Desk<'_>) {
    if let Some(solo) = desk.model.practice.solo.as_deref() {
        let place = room(solo.task());
        desk.go(Go::Open(place));
    }
}

/// Goes on with one that was left or killed; what had come to its end is shown at its end.
pub(super) fn resume(record: &SittingRecord, desk: &mut Desk<'_>) {
    let now = desk.now;
    let Some(mut solo) = Solo::replay(record, &desk.model.library, now) else {
        desk.say("Its talk or its items are not in the library any more. What you said is kept.");
        return desk.go(Go::Open(Place::Ended(record.head.id.clone())));
    };
    let blocks = solo.take_up(now);
    append(&record.head.id, blocks, desk);
    go_on(solo, Go::Open, desk);
}

/// Goes on where one stands, with what was half done there.
pub(super) fn go_on(mut solo: Solo, go: fn(Place) -> Go, desk: &mut Desk<'_>) {
    let now = desk.now;
    if solo.is_done() {
        desk.model.practice.solo = Some(Box::new(solo));
        return close(go, desk);
    }
    if let Some(draft) = super::half::newest_draft(&solo.head().id, desk.model)
        && (solo.in_task(|task| restore(task, &draft, now), now)).is_ok()
    {
        desk.say(found_words(&draft));
    }
    open(Some(solo), go, desk);
}

/// What is told of half-done work that came back.
pub(super) fn found_words(draft: &Draft) -> String {
    if draft.text.trim().is_empty() {
        return "It goes on where you left it.".to_owned();
    }
    let found = words::count(draft.text.split_whitespace().count(), "word", "words");
    format!("Your draft is back, {found}.")
}

/// Puts a half-given reply or a half-answered item back.
pub(super) fn restore(task: &mut Task, draft: &Draft, now: Now) -> Step {
    if let Some(talk) = task.talk() {
        let facts = serde_json::from_str(&draft.facts);
        let facts = facts.unwrap_or_else(|_| talk::Draft {
            step: talk.steps(),
            ..talk::Draft::default()
        });
        let half = talk::Draft {
            text: draft.text.clone(),
            ..facts
        };
        task.in_talk(|talk| talk.restore(&half, now))
    } else if task.chairs().is_some() {
        let half: chairs::Draft = serde_json::from_str(&draft.facts)
            .ok()
            .ok_or(Refusal::NotNow)?;
        task.in_chairs(|chairs| chairs.restore(&half))
    } else {
        let half: assess::Draft = serde_json::from_str(&draft.facts)
            .ok()
            .ok_or(Refusal::NotNow)?;
        task.in_set(|set| set.restore(&half, now))
    }
}

/// Takes a turn of a past talk again, from 1; with none it begins anew.
pub fn talk_again(record: &SittingRecord, turn: usize, desk: &mut Desk<'_>) {
    let now = desk.now;
    let Some(mut solo) = Solo::replay(record, &desk.model.library, now) else {
        return desk.say("This talk is not in the library any more.");
    };
    let again = |task: &mut Task| task.in_talk(|talk| talk.take_again(turn, now));
    match solo.in_task(again, now) {
        Ok(blocks) => {
            append(&record.head.id, blocks, desk);
            open(Some(solo), Go::Instead, desk);
        }
        Err(refusal) => desk.say(refusal.sentence()),
    }
}

/// Has the blocks of a sitting written to its file.
pub fn append(id: &SittingId, blocks: Vec<Block>, desk: &mut Desk<'_>) {
    for block in blocks {
        desk.perform(Effect::Append(id.clone(), Box::new(block)));
    }
}

/// The running one is over: its end is shown.
pub fn close(go: impl FnOnce(Place) -> Go, desk: &mut Desk<'_>) {
    if let Some(id) = desk.model.practice.close() {
        desk.go(go(Place::Ended(id)));
    }
}

/// Which draft belongs to the reply or the item in hand.
pub fn draft_key(model: &Model) -> Option<DraftKey> {
    let task = task::held(model)?;
    let practice = &model.practice;
    let solo = practice.solo.as_deref().map(Solo::head);
    let head = solo.or_else(|| Some(practice.sitting.as_deref()?.head()))?;
    let owner = Owner::Answer {
        sitting: head.id.clone(),
        index: task.steps(),
        take: 1,
    };
    let field = match task {
        Task::Talk(_) => REPLY,
        Task::Items(_) => ITEM,
        Task::Chairs(_) => CHAIRS,
    };
    Some((owner, field.to_owned()))
}

/// What is half done as a draft, words and clock; `None` when nothing is.
pub fn draft_of(model: &Model, caret: u32, now: Now) -> Option<Draft> {
    if task::is_fresh(model) {
        return None;
    }
    let (owner, field) = draft_key(model)?;
    let (text, facts) = match task::held(model)? {
        Task::Talk(talk) => {
            let half = talk.draft(now)?;
            let facts = talk::Draft {
                text: String::new(),
                ..half.clone()
            };
            (half.text, serde_json::to_string(&facts))
        }
        Task::Items(set) => (String::new(), serde_json::to_string(&set.draft(now)?)),
        Task::Chairs(both) => (String::new(), serde_json::to_string(&both.draft(now)?)),
    };
    Some(Draft {
        owner,
        field,
        text,
        facts: facts.unwrap_or_default(),
        caret,
        saved_at: now.wall,
    })
}

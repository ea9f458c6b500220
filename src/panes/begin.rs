//! Starting a sitting, from wherever it is asked for.

mod again;
mod half;
mod plan;
pub mod solo;

use chrono::NaiveDate;

pub use again::{once_more, the_rest};
use half::{bring_back, newest_draft};
pub use half::{draft_key, draft_of};
pub use plan::other_trades;
use plan::plan;

use super::library_words;
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Effect, Go, Model, Place};
use crate::domain::flow_back::{FlowBack, flow_back};
use crate::domain::id::{CompetencyId, QuestionId, SittingId};
use crate::domain::library::StageId;
use crate::domain::next::FIVE_MINUTES;
use crate::domain::practice::nerves::Nerves;
use crate::domain::practice::pick::{self, Filter, Setup};
use crate::domain::practice::record::{Form, Planned, SittingHead, SittingRecord, Why};
use crate::domain::practice::schedule::{Aim, Schedule};
use crate::domain::practice::sitting::{Manner, Sitting};
use crate::domain::practice::solo::Solo;
use crate::domain::scorecard;
use crate::domain::time::Now;
use crate::store::layout;

/// The person, as the state machine needs it.
pub fn manner(model: &Model, head: &SittingHead) -> Manner {
    let mock = head.shape.is_some() || head.title == FIVE_MINUTES;
    Manner {
        pace: model.profile.pace,
        delivery: model.profile.delivery,
        short: model.profile.rating.is_short(mock),
    }
}

/// The last drill that was set up, for the settings of the next one.
pub fn last_set_up(model: &Model) -> Option<&SittingHead> {
    let packs: Vec<String> = (library_words::sources(model))
        .filter_map(|from| library_words::drill_title(model, &from))
        .collect();
    let mut sittings = model.practice.sittings.iter();
    sittings.rfind(|head| pick::was_set_up(head, &packs))
}

/// A drill as this person usually sits it.
pub fn usual(model: &Model) -> Setup {
    let profile = &model.profile;
    let last = last_set_up(model);
    Setup {
        filter: Filter {
            family: Some(profile.family.clone()),
            seniority: profile.seniority,
            improper: profile.improper,
            ..Filter::default()
        },
        pacing: profile.pacing,
        factor: profile.factor,
        input: profile.input,
        probes: last.is_none_or(|h| h.probes),
        strict: last.is_some_and(|h| h.strict),
        rate_each: last.is_none_or(|h| h.rate_each),
        ..Setup::default()
    }
}

/// The same with a stage.
fn for_stage(model: &Model, stage: Option<StageId>) -> Setup {
    let mut setup = usual(model);
    setup.filter.stage = stage;
    setup
}

/// When each question comes back.
pub fn schedule(model: &Model, now: Now) -> Schedule {
    let history = &model.practice.history;
    let aim = Aim::of(
        &model.journey.applications,
        &model.journal.entries,
        now.wall,
    );
    Schedule::of(history, &model.library, aim, now.date())
}

/// What the journal asks of practice.
pub fn flow(model: &Model, today: NaiveDate) -> FlowBack {
    flow_back(
        &model.journal.entries,
        &model.journey.applications,
        &model.library,
        &model.practice.history,
        today,
    )
}

/// What the advert asks for that a drill looks at.
pub fn advert(setup: &Setup, model: &Model, now: Now) -> Vec<CompetencyId> {
    let of = (setup.job.as_ref(), setup.filter.stage);
    let (jobs, entries) = (&model.journey.applications, &model.journal.entries);
    scorecard::of_drill(jobs, entries, of, now.wall)
}

/// Starts a sitting of planned questions; `straight`: answers start at once, without a moment to expect.
fn sit(
    setup: &Setup,
    plan: Vec<Planned>,
    seed: u64,
    title: Option<&str>,
    straight: bool,
    desk: &mut Desk<'_>,
) {
    let mut head = setup.head(plan, seed, &desk.model.library.version, desk.now);
    if let Some(title) = title {
        title.clone_into(&mut head.title);
    }
    seat_down(head, straight, desk);
}

/// Starts a sitting under the next free name.
pub fn seat_down(mut head: SittingHead, straight: bool, desk: &mut Desk<'_>) {
    if head.plan.is_empty() && head.shape.is_none() {
        return desk.say("No question fits. Set the drill up wider with p.");
    }
    head.id = free_name(desk.model, head.id.as_str());
    let mut sitting = Sitting::begin(
        head.clone(),
        &desk.model.library,
        manner(desk.model, &head),
        desk.now,
    );
    if straight {
        drop(sitting.start_answer(desk.now));
    }
    desk.model.practice.straight = straight;
    desk.model.practice.sitting = Some(Box::new(sitting));
    desk.perform(Effect::BeginSitting(Box::new(head)));
    desk.go(Go::Open(Place::Sitting));
}

/// The head of a drill with fresh questions.
pub fn drawn(setup: &Setup, desk: &mut Desk<'_>) -> SittingHead {
    let seed = desk.model.next_seed();
    let plan = plan(setup, seed, desk);
    setup.head(plan, seed, &desk.model.library.version, desk.now)
}

/// Notes how nervous the user is.
pub fn nerves(nerves: Nerves, desk: &mut Desk<'_>) {
    let now = desk.now;
    let Some(sitting) = desk.model.practice.sitting.as_mut() else {
        return;
    };
    let id = sitting.head().id.clone();
    let block = sitting.nerves(nerves, now);
    desk.perform(Effect::Append(id, Box::new(block)));
}

/// The first name for a sitting that no other has.
fn free_name(model: &Model, name: &str) -> SittingId {
    let known = |id: &str| model.practice.knows(&SittingId::new(id));
    SittingId::new(layout::free_name(name, known))
}

/// Two questions that a recruiter would ask; the first one is on the screen at once.
pub fn five_minutes(desk: &mut Desk<'_>) {
    let seed = desk.model.next_seed();
    let model = &desk.model;
    let plan = pick::five_minute_mock(
        &model.library,
        &model.practice.history,
        &model.profile.family,
        seed,
    );
    let setup = Setup {
        strict: false,
        ..for_stage(desk.model, Some(StageId::Screening))
    };
    sit(&setup, plan, seed, Some(FIVE_MINUTES), true, desk);
}

/// A drill for a stage with the settings of last time.
pub fn stage(stage: StageId, desk: &mut Desk<'_>) {
    drill(&for_stage(desk.model, Some(stage)), desk);
}

/// A drill as set up.
pub fn drill(setup: &Setup, desk: &mut Desk<'_>) {
    let seed = desk.model.next_seed();
    let plan = plan(setup, seed, desk);
    let title = match setup.filter.packs.as_slice() {
        [one] => library_words::drill_title(desk.model, one),
        _ => None,
    };
    sit(setup, plan, seed, title.as_deref(), false, desk);
}

/// What a drill of questions is called that somebody picked one by one.
pub const PICKED: &str = "Drill: picked questions";

/// A drill, a talk or a set of items as asked for on the command line.
pub fn wished(asked: &SetupFor, desk: &mut Desk<'_>) {
    if let Some(scenario) = &asked.scenario {
        return solo::talk(scenario, true, Go::Open, desk);
    }
    if let Some(kind) = asked.items {
        return solo::items(kind, asked.count.unwrap_or(solo::USUAL), Go::Open, desk);
    }
    if !asked.questions.is_empty() {
        return these(asked.questions.clone(), &Why::Picked, PICKED, desk);
    }
    let mut setup = for_stage(desk.model, asked.stage);
    setup.filter.kinds.clone_from(&asked.kinds);
    setup.filter.competencies.clone_from(&asked.competencies);
    setup.job.clone_from(&asked.job);
    setup.filter.family = asked.family.clone().or(setup.filter.family);
    if !asked.packs.is_empty() {
        setup.filter.packs.clone_from(&asked.packs);
        setup.filter.family.clone_from(&asked.family);
    }
    setup.count = asked.count.unwrap_or(setup.count);
    drill(&setup, desk);
}

/// These questions, in this order.
pub fn these(questions: Vec<QuestionId>, why: &Why, title: &str, desk: &mut Desk<'_>) {
    let setup = usual(desk.model);
    picked(&setup, questions, why, title, desk);
}

/// These questions, in this order, in the manner of a set-up.
pub fn picked(
    setup: &Setup,
    questions: Vec<QuestionId>,
    why: &Why,
    title: &str,
    desk: &mut Desk<'_>,
) {
    let seed = desk.model.next_seed();
    let practice = &desk.model.practice;
    let cards = questions
        .into_iter()
        .filter_map(|id| desk.model.library.card(id.as_str()));
    // What was picked by its words is asked in them.
    let picked = *why == Why::Picked;
    let plan = cards
        .map(|card| {
            let times = practice.history.times(card.id.as_str());
            let turn = if picked {
                0
            } else {
                times % (usize::from(card.variants) + 1)
            };
            Planned {
                question: card.id.clone(),
                wording: u8::try_from(turn).unwrap_or(0),
                why: why.clone(),
            }
        })
        .collect();
    sit(setup, plan, seed, Some(title), false, desk);
}

/// The points were read before the answer: all hints are open, and noted.
pub fn hints_seen(desk: &mut Desk<'_>) {
    if let Some(sitting) = desk.model.practice.sitting.as_mut() {
        while sitting.open_hint(false).is_ok() {}
    }
}

/// The last sitting again, with new questions.
pub fn like_the_last(desk: &mut Desk<'_>) {
    let Some(head) = desk.model.practice.sittings.last().cloned() else {
        return desk.say("There is no sitting yet to sit again.");
    };
    let setup = Setup {
        count: head.plan.len(),
        ..for_stage(desk.model, head.stage)
    };
    drill(&setup, desk);
}

/// Goes on with the sitting that was left or killed last.
pub fn resume(desk: &mut Desk<'_>) {
    if desk.model.practice.sitting.is_some() {
        return desk.go(Go::Open(Place::Sitting));
    }
    if desk.model.practice.solo.is_some() {
        return solo::back_to(desk);
    }
    let Some(record) = desk.model.practice.open.pop() else {
        return desk.say("No sitting is open.");
    };
    if record.head.form != Form::Drill {
        return solo::resume(&record, desk);
    }
    let mut sitting = replayed(&record, desk);
    let id = record.head.id.clone();
    for block in sitting.take_up(desk.now).unwrap_or_default() {
        desk.perform(Effect::Append(id.clone(), Box::new(block)));
    }
    sit_on(sitting, Go::Open, desk);
}

fn replayed(record: &SittingRecord, desk: &Desk<'_>) -> Sitting {
    let manner = manner(desk.model, &record.head);
    Sitting::replay(record, &desk.model.library, manner, desk.now)
}

/// Goes on where a sitting stands, with what was half typed there.
fn sit_on(mut sitting: Sitting, go: fn(Place) -> Go, desk: &mut Desk<'_>) {
    let id = sitting.head().id.clone();
    if let Some(draft) = newest_draft(&id, desk.model) {
        bring_back(&mut sitting, &draft, desk);
    }
    desk.model.practice.straight = false;
    desk.model.practice.sitting = Some(Box::new(sitting));
    desk.go(go(Place::Sitting));
}

/// Goes on here with what is open in another window, too, from where that one has come to.
pub fn take_over(record: &SittingRecord, desk: &mut Desk<'_>) {
    if record.is_over() {
        let_go(desk);
        return desk.say("It has ended in the other window.");
    }
    if record.head.form == Form::Drill {
        sit_on(replayed(record, desk), Go::Instead, desk);
    } else if let Some(solo) = Solo::replay(record, &desk.model.library, desk.now) {
        solo::go_on(solo, Go::Instead, desk);
    }
    desk.say("Both windows keep what is answered in them.");
}

/// Goes on with one of those that wait.
pub fn resume_this(id: &SittingId, desk: &mut Desk<'_>) {
    let practice = &mut desk.model.practice;
    let running = practice.sitting.is_some() || practice.solo.is_some();
    let at = practice.open.iter().position(|r| r.head.id == *id);
    if let Some(at) = at.filter(|_| !running) {
        let record = practice.open.remove(at);
        practice.open.push(record);
    }
    resume(desk);
}

/// Leaves a sitting, to be gone on with later.
pub fn leave(desk: &mut Desk<'_>) {
    let now = desk.now;
    if let Some(mut sitting) = desk.model.practice.sitting.take() {
        let mut blocks = sitting.settle(now);
        blocks.extend(sitting.leave(now).unwrap_or_default());
        solo::append(&sitting.head().id, blocks, desk);
        put_away(sitting.record().clone(), desk);
    }
}

/// Closes what was taken up here and goes on in another window: nothing more of it is written from here.
pub fn let_go(desk: &mut Desk<'_>) {
    desk.model.practice.sitting = None;
    desk.model.practice.solo = None;
    desk.perform(Effect::Load);
    desk.say("It goes on in the other window.");
    desk.go(Go::Back);
}

/// Keeps what was left where it is found again.
pub(super) fn put_away(record: SittingRecord, desk: &mut Desk<'_>) {
    solo::set_aside(record, desk);
    desk.say("Kept. Practice has it at the top.");
    desk.go(Go::Back);
}

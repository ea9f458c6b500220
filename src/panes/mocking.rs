//! Starting a whole mock: laid out for this person, or as a code asks for it.

use std::sync::Arc;

use super::begin;
use crate::desk::go::{MockWish, SetupFor};
use crate::desk::{Desk, Go, Model};
use crate::domain::ahead::to_come;
use crate::domain::id::{BlueprintId, SittingId};
use crate::domain::journey::{Application, Round};
use crate::domain::library::{Blueprint, Feedback, StageId};
use crate::domain::next::Todo;
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::ladder::Rung;
use crate::domain::practice::mock::{
    CodeProblem, Laid, SEEDS, Seat, Taste, Ticket, choose, lay_out, seated, weak,
};
use crate::domain::practice::nerves::Nerves;
use crate::domain::practice::pick::{self, Filter, Setup};
use crate::domain::practice::record::{Input, SittingHead, SittingRecord, Why};
use crate::domain::time::Now;

/// How a mock is sat, where a person can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Way {
    /// Typed or aloud; as usual when nothing is said.
    pub input: Option<Input>,
    /// Nerves before, where they were told.
    pub nerves: Option<Nerves>,
    /// The rung of the ladder that it is.
    pub rung: Option<Rung>,
}

/// This person, as a mock needs them.
fn seat(model: &Model, now: Now) -> Seat {
    Seat {
        family: model.profile.family.clone(),
        seniority: model.profile.seniority,
        weak: weak(&model.practice.history, now.date()),
    }
}

/// A mock laid out for this person, with the people whom they are to meet at its table.
pub fn laid(model: &Model, blueprint: &Blueprint, seed: u64, now: Now) -> Option<(Laid, u32)> {
    let first = u32::try_from(seed % u64::from(SEEDS)).ok()?;
    let taste = Taste {
        history: &model.practice.history,
        other_trades: &begin::other_trades(model, now),
    };
    let seat = seat(model, now);
    let (laid, seed) = choose(blueprint, &model.library, &seat, taste, first)?;
    Some((with_people(laid, model, now), seed))
}

/// Seats the people of the interview that a mock rehearses: the soonest one that it was chosen for, or is of its stage.
fn with_people(mut laid: Laid, model: &Model, now: Now) -> Laid {
    let shape = &laid.shape;
    let panel = shape.panel.as_ref();
    let panel = panel.and_then(|id| model.library.panels.get(id.as_str()));
    let blueprint = model.library.blueprints.get(shape.blueprint.as_str());
    let (Some(panel), Some(blueprint)) = (panel, blueprint) else {
        return laid;
    };
    let today = now.date();
    let rounds = model.journey.open().flat_map(|job| &job.rounds);
    let ahead = rounds.filter(|r| r.date.is_none_or(|day| day >= today));
    let meant = |r: &&Round| r.mock.as_ref() == Some(&blueprint.id) || r.stage == blueprint.stage;
    let round = ahead.filter(meant).min_by_key(|r| {
        let chosen = r.mock.as_ref() == Some(&blueprint.id);
        (!chosen, r.date.is_none(), r.date, r.time)
    });
    if let Some(round) = round {
        laid.shape.people = seated(&panel, &round.people);
    }
    laid
}

/// What was asked for on the command line: a mock, the interview of a code, or a drill.
pub fn wished(asked: &SetupFor, desk: &mut Desk<'_>) {
    match &asked.mock {
        Some(MockWish::Blueprint(id, seed)) => start(id, *seed, Way::default(), desk),
        Some(MockWish::Code(code)) => by_code(code, Way::default(), desk),
        None => begin::wished(asked, desk),
    }
}

/// Starts what is proposed, where it begins at once; gives back what leads to a page first.
pub fn proposed<'a>(todo: &'a Todo, desk: &mut Desk<'_>) -> Option<&'a Todo> {
    match todo {
        Todo::WarmUp => warm_up(desk),
        Todo::FiveMinuteMock => begin::five_minutes(desk),
        Todo::Talk(id) => begin::solo::talk(id, true, Go::Open, desk),
        Todo::Drill { filter, count } => {
            let mut setup = begin::usual(desk.model);
            setup.filter = filter.clone();
            setup.count = *count;
            begin::drill(&setup, desk);
        }
        Todo::GoOn(_)
        | Todo::Rate(_)
        | Todo::Doubt(..)
        | Todo::Debrief { .. }
        | Todo::Mock(_)
        | Todo::Step { .. }
        | Todo::Sheet(..)
        | Todo::Notes(..)
        | Todo::Card(..)
        | Todo::Answer(_)
        | Todo::Story(_)
        | Todo::SecondLook
        | Todo::Recall
        | Todo::Tell(..) => return Some(todo),
    }
    None
}

/// Starts a mock with a new draw, or with the seed that was asked for.
pub fn start(id: &BlueprintId, seed: Option<u64>, way: Way, desk: &mut Desk<'_>) {
    let Some(blueprint) = desk.model.library.blueprints.get(id.as_str()) else {
        return desk.say("That mock is not in the library any more.");
    };
    let drawn = if let Some(seed) = seed {
        let seed = u32::try_from(seed % u64::from(SEEDS)).unwrap_or(0);
        let seat = seat(desk.model, desk.now);
        let laid = lay_out(&blueprint, &desk.model.library, &seat, seed);
        Some((with_people(laid, desk.model, desk.now), seed))
    } else {
        let seed = desk.model.next_seed();
        laid(desk.model, &blueprint, seed, desk.now)
    };
    if let Some((laid, seed)) = drawn {
        sit(&blueprint, laid, seed, way, desk);
    }
}

/// What a page says of nerves: how they are told, or the figure.
pub fn nerves_words(nerves: Option<Nerves>) -> String {
    let asked = || format!("{} Left and right; you may leave it out.", Nerves::ASKED);
    nerves.map_or_else(asked, Nerves::words)
}

/// Sits a rung of the ladder: a short drill, a short talk, or a shipped mock that fits.
pub fn on_rung(rung: Rung, nerves: Option<Nerves>, desk: &mut Desk<'_>) {
    let stage = next_stage(desk.model, desk.now).unwrap_or(StageId::Screening);
    let aloud = (rung > Rung::Outline).then_some(Input::Aloud);
    let way = Way {
        input: aloud,
        nerves,
        rung: Some(rung),
    };
    if let Some(talk) = rung.talk(stage) {
        let seed = desk.model.next_seed();
        if let Some((laid, seed)) = laid(desk.model, &talk, seed, desk.now) {
            sit(&talk, laid, seed, way, desk);
        }
        return;
    }
    if rung < Rung::Silent {
        low_rung(rung, desk);
        if let Some(nerves) = nerves {
            begin::nerves(nerves, desk);
        }
        return;
    }
    match whole(rung, stage, desk.model) {
        Some(id) => start(&id, None, way, desk),
        None => desk.say("The library has no mock for that rung."),
    }
}

/// One of the lower rungs of the ladder: what everybody is asked first, with the outline open and nothing rated; or
/// three questions, at one's own pace or with the clock. None of them reminds of how it went before.
fn low_rung(rung: Rung, desk: &mut Desk<'_>) {
    if rung == Rung::Outline {
        return unrated(rung.words(), Some(rung), desk);
    }
    let usual = begin::usual(desk.model);
    let filter = Filter {
        difficulty: vec![1, 2],
        ..usual.filter.clone()
    };
    let setup = Setup {
        filter,
        count: 3,
        probes: false,
        strict: false,
        rate_each: true,
        pacing: match (rung, usual.pacing) {
            (Rung::Clock, Pacing::Window | Pacing::Hard) => Pacing::Window,
            _ => Pacing::None,
        },
        input: Input::Aloud,
        ..usual
    };
    let mut head = begin::drawn(&setup, desk);
    for planned in &mut head.plan {
        planned.why = Why::Drawn;
    }
    rung.words().clone_into(&mut head.title);
    head.rung = Some(rung.number());
    begin::seat_down(head, false, desk);
}

/// A warm-up: two easy questions without a clock. Nothing of it is rated, and nothing counts.
pub fn warm_up(desk: &mut Desk<'_>) {
    unrated("Warm-up, nothing is rated", None, desk);
}

fn unrated(title: &str, rung: Option<Rung>, desk: &mut Desk<'_>) {
    let setup = Setup {
        pacing: Pacing::None,
        probes: false,
        rate_each: false,
        strict: false,
        ..begin::usual(desk.model)
    };
    let seed = desk.model.next_seed();
    let model = &desk.model;
    let (history, family) = (&model.practice.history, &model.profile.family);
    let plan = pick::warm_up(&model.library, history, family, seed);
    let mut head = setup.head(plan, seed, &model.library.version, desk.now);
    title.clone_into(&mut head.title);
    head.rung = rung.map(Rung::number);
    head.warm_up = true;
    begin::seat_down(head, false, desk);
}

/// The shipped mock of a rung: for the next interview where there is one, else the shortest.
fn whole(rung: Rung, stage: StageId, model: &Model) -> Option<BlueprintId> {
    let family = &model.profile.family;
    let fits = |b: &Arc<Blueprint>| {
        b.is_for(family)
            && b.panel.is_some() == (rung == Rung::Panel)
            && b.sections.iter().any(|s| s.pick.is_some())
    };
    let mocks = model.library.blueprints.iter().filter(fits);
    mocks
        .min_by_key(|b| (b.stage != stage, b.minutes))
        .map(|b| b.id.clone())
}

/// The stage of the next interview that has a date.
pub fn next_stage(model: &Model, now: Now) -> Option<StageId> {
    model.next_interview(now.wall).map(|(_, r)| r.stage)
}

/// The application that a mock was for: the one with an interview that it was chosen for, or that is of its stage, the
/// soonest first; else the only one that is open.
pub fn meant_for<'a>(
    model: &'a Model,
    record: &SittingRecord,
    now: Now,
) -> Option<&'a Application> {
    let sat = record.head.shape.as_ref().map(|s| &s.blueprint);
    let chosen = |r: &Round| r.mock.is_some() && r.mock.as_ref() == sat;
    let coming = to_come(
        &model.journey.applications,
        &model.journal.entries,
        now.wall,
    );
    let of = |fits: &dyn Fn(&Round) -> bool| {
        let fitting = coming.iter().find(|(_, round)| fits(round));
        fitting.map(|(application, _)| *application)
    };
    let soonest = of(&chosen).or_else(|| of(&|r| Some(r.stage) == record.head.stage));
    let mut open = model.journey.open();
    soonest.or_else(|| open.next().filter(|_| open.next().is_none()))
}

/// The interview of a code, laid out as it was.
#[derive(Debug, Clone)]
pub struct Again {
    /// What was asked for.
    pub ticket: Ticket,
    /// The mock.
    pub blueprint: Arc<Blueprint>,
    /// What is not as it was, as a sentence.
    pub changed: Option<&'static str>,
    laid: Laid,
}

/// Lays the interview of a code out again.
///
/// # Errors
/// When the code is misread, or asks for something that the library does not have.
pub fn again(code: &str, model: &Model, now: Now) -> Result<Again, CodeProblem> {
    let library = &model.library;
    let ticket = Ticket::read(code, library)?;
    let blueprint = library.blueprints.get(ticket.blueprint.as_str());
    let blueprint = blueprint.ok_or(CodeProblem::NoBlueprint)?;
    let seat = Seat {
        family: ticket.family.clone(),
        seniority: ticket.seniority,
        ..seat(model, now)
    };
    let laid = lay_out(&blueprint, library, &seat, ticket.seed);
    let laid = with_people(laid, model, now);
    Ok(Again {
        changed: Ticket::changed(code, &laid.shape.code),
        ticket,
        blueprint,
        laid,
    })
}

/// Sits the interview of a code again, and says what is not as it was.
pub fn by_code(code: &str, way: Way, desk: &mut Desk<'_>) {
    match again(code, desk.model, desk.now) {
        Ok(again) => {
            let changed = again.changed;
            sit(&again.blueprint, again.laid, again.ticket.seed, way, desk);
            if let Some(words) = changed {
                desk.say(words);
            }
        }
        Err(problem) => desk.say(problem.sentence()),
    }
}

fn sit(blueprint: &Blueprint, laid: Laid, seed: u32, way: Way, desk: &mut Desk<'_>) {
    let mut head = head(blueprint, laid, seed, desk);
    head.input = way.input.unwrap_or(head.input);
    head.rung = way.rung.map(Rung::number);
    head.strict = way.rung == Some(Rung::Silent);
    begin::seat_down(head, false, desk);
    if let Some(nerves) = way.nerves {
        begin::nerves(nerves, desk);
    }
}

fn head(blueprint: &Blueprint, laid: Laid, seed: u32, desk: &Desk<'_>) -> SittingHead {
    let usual = begin::usual(desk.model);
    let version = &desk.model.library.version;
    let head = usual.head(laid.plan, u64::from(seed), version, desk.now);
    let day = desk.now.wall.format("%Y-%m-%dT%H%M");
    SittingHead {
        id: SittingId::new(format!("{day}-{}", stem(blueprint))),
        title: blueprint.title.clone(),
        stage: Some(blueprint.stage),
        strict: false,
        probes: true,
        rate_each: blueprint.feedback == Feedback::Each,
        shape: Some(Arc::new(laid.shape)),
        ..head
    }
}

/// The id of a blueprint as the name of a file: one of a pack has a slash in it.
fn stem(blueprint: &Blueprint) -> String {
    blueprint.id.as_str().replace('/', "-")
}

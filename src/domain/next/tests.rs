//! What is next, in the words of somebody who looks at Today.

mod near;

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveTime};

use super::*;
use crate::domain::checks::Checks;
use crate::domain::flow_back::FlowBack;
use crate::domain::id::{ApplicationId, CompetencyId, EntryId, FamilyId, QuestionId};
use crate::domain::journal::{Cleared, Concern, Debrief, Entry, EntryKind};
use crate::domain::journey::{Application, Outcome, Round, Tick};
use crate::domain::level::Level;
use crate::domain::library::{Blueprint, Kind, Library, Stage, StageId};
use crate::domain::practice::clock::Factor;
use crate::domain::practice::history::History;
use crate::domain::practice::mock::{Seat, lay_out, sample as mocks};
use crate::domain::practice::past::Pasts;
use crate::domain::practice::record::{Block, SittingHead};
use crate::domain::practice::sample::{self, at};
use crate::domain::practice::schedule::Schedule;
use crate::domain::practice::shape::Shape;
use crate::domain::story::Story;

pub(super) struct World {
    pub library: Library,
    pub history: History,
    pub applications: Vec<Application>,
    pub checks: Checks,
    pub entries: Vec<Entry>,
    pub stories: Vec<Story>,
    pub stories_due: usize,
    pub flow: FlowBack,
    pub unfinished: Option<(SittingHead, usize)>,
    pub sittings: Vec<SittingHead>,
    pub past: Pasts,
    pub minutes: u16,
    pub days: Vec<(NaiveDate, u16)>,
}

pub(super) fn world() -> World {
    let questions: Vec<_> = (0..9)
        .map(|n| sample::question(&format!("q-{n}"), Kind::Behavioral))
        .collect();
    World {
        library: sample::library(&questions),
        history: History::default(),
        applications: Vec::new(),
        checks: Checks::default(),
        entries: Vec::new(),
        stories: Vec::new(),
        stories_due: 0,
        flow: FlowBack::default(),
        unfinished: None,
        sittings: Vec::new(),
        past: Pasts::default(),
        minutes: 60,
        days: Vec::new(),
    }
}

pub(super) fn day(n: i64) -> NaiveDate {
    at(0.0).date() + chrono::Duration::days(n)
}

/// The page of the panel with two steps of preparation.
pub(super) fn stage_sheet() -> Stage {
    Stage {
        expect_in: Vec::new(),
        steps_in: Vec::new(),
        signals_in: Vec::new(),
        id: StageId::Panel,
        title: "Panel".to_owned(),
        summary: String::new(),
        expect: Vec::new(),
        formats: Vec::new(),
        minutes_min: 30,
        minutes_max: 60,
        decides: String::new(),
        interviewers: Vec::new(),
        prepare: Vec::new(),
        steps: ["Ask for names", "Choose three stories"]
            .map(str::to_owned)
            .into(),
        step_minutes: Vec::new(),
        evening: Vec::new(),
        asks_names: None,
        signals: Vec::new(),
        red_flags: Vec::new(),
        kinds: Vec::new(),
        asks: Vec::new(),
        after: Vec::new(),
        blueprints: Vec::new(),
        perspectives: Vec::new(),
        scenarios: Vec::new(),
        virtual_note: String::new(),
        adjust_note: String::new(),
        if_canceled: String::new(),
    }
}

/// An application with a panel round at ten in `days` days.
pub(super) fn acme(days: i64) -> Application {
    let round = Round::of(
        StageId::Panel,
        Some(day(days)),
        NaiveTime::from_hms_opt(10, 0, 0),
    );
    Application {
        role: "Engineer".to_owned(),
        rounds: vec![round],
        ..Application::new(
            ApplicationId::new("acme-engineer"),
            "Acme".to_owned(),
            StageId::Panel,
            day(-30),
        )
    }
}

impl World {
    pub(super) fn next(&self) -> Vec<Thing> {
        self.look(next_up)
    }

    pub(super) fn look<T>(&self, see: impl FnOnce(&Outlook<'_>) -> T) -> T {
        let now = at(0.0);
        let schedule = Schedule::of(&self.history, &self.library, None, now.date());
        see(&Outlook {
            now,
            applications: &self.applications,
            checks: &self.checks,
            entries: &self.entries,
            stories: &self.stories,
            stories_due: self.stories_due,
            history: &self.history,
            schedule: &schedule,
            flow: &self.flow,
            library: &self.library,
            family: &FamilyId::new("general"),
            sittings: &self.sittings,
            past: &self.past,
            minutes_a_day: self.minutes,
            days: &self.days,
            factor: Factor::X1,
            matters: &[],
            doubt_card: |words| QuestionId::new(format!("mine/{words}")),
            unfinished: self.unfinished.as_ref().map(|(head, left)| Left {
                head,
                left: *left,
                minutes: None,
                begun: *left < head.plan.len(),
            }),
        })
    }

    fn best(&self) -> Thing {
        self.next().remove(0)
    }
}

#[test]
fn an_empty_home_begins_with_the_five_minute_mock() {
    let world = world();
    assert_eq!(world.best().todo, Todo::FiveMinuteMock);
    let nothing = World {
        library: Library::default(),
        ..world
    };
    assert_eq!(
        nothing.best().todo,
        Todo::FiveMinuteMock,
        "never an empty list"
    );
}

#[test]
fn a_sitting_that_was_left_comes_first() {
    let mut world = world();
    world.unfinished = Some((sample::head(&["q-0", "q-1"]), 1));
    let best = world.best();
    assert_eq!(best.title, "Go on with: Drill for the panel");
    assert_eq!(best.reason, "one question is left");
    assert!(matches!(best.todo, Todo::GoOn(_)));
    let mut head = sample::head(&["q-0", "q-1"]);
    FIVE_MINUTES.clone_into(&mut head.title);
    world.unfinished = Some((head, 1));
    let things = world.next();
    let mocks = (things.iter()).filter(|t| t.title.contains(FIVE_MINUTES));
    assert_eq!(
        mocks.count(),
        1,
        "not a second one beside the one that was left"
    );
}

pub(super) fn mocks_laid(library: &Library, blueprint: &Blueprint) -> Arc<Shape> {
    let seat = Seat {
        family: FamilyId::new("general"),
        seniority: None,
        weak: Vec::new(),
    };
    Arc::new(lay_out(blueprint, library, &seat, 1).shape)
}

#[test]
fn earlier_what_is_due_comes_before_the_drill_for_the_interview() {
    let mut world = world();
    world
        .history
        .learn([sample::sitting("q-0", 5, Level::Partly)]);
    world.applications = vec![acme(6)];
    let things = world.next();
    assert_eq!(things[0].title, "What about q-0?");
    assert_eq!(things[0].reason, "Partly the last time");
    assert_eq!(things[1].reason, "for Wednesday at 10:00, Acme");
}

#[test]
fn what_was_opened_and_left_without_an_answer_is_not_the_first_thing() {
    let mut world = world();
    world
        .history
        .learn([sample::sitting("q-0", 5, Level::NotYet)]);
    world.unfinished = Some((sample::head(&["q-1", "q-2"]), 2));
    let titles: Vec<_> = world.next().into_iter().map(|t| t.title).collect();
    assert_eq!(titles[0], "What about q-0?");
    assert_eq!(titles.last().unwrap(), "Go on with: Drill for the panel");
}

#[test]
fn a_doubt_that_was_answered_since_makes_room_for_the_rest() {
    let mut world = world();
    world.applications.push(acme(6));
    let told = Concern {
        text: "q-0".to_owned(),
        reply: String::new(),
        cleared: Cleared::No,
    };
    world.entries.push(Entry {
        kind: EntryKind::Debrief,
        date: day(-3),
        time: None,
        application: Some(ApplicationId::new("acme-engineer")),
        debrief: Some(Box::new(Debrief {
            concerns: vec![told],
            ..Debrief::default()
        })),
        ..Entry::note(EntryId::new("acme"), String::new(), at(0.0))
    });
    let doubt = |world: &World| {
        let next = world.next();
        let at = next.iter().position(|t| t.title == "They doubted: q-0");
        let at = at.expect("the doubt");
        (at, next.len(), next[at].reason.clone())
    };
    world
        .history
        .learn([sample::sitting("mine/q-0", 9, Level::Partly)]);
    let (at, _, reason) = doubt(&world);
    assert_eq!((at, reason.as_str()), (0, "have an answer ready"));
    world
        .history
        .learn([sample::sitting("mine/q-0", 1, Level::NotYet)]);
    let (at, _, reason) = doubt(&world);
    assert_eq!((at, reason.as_str()), (0, "Not yet the last time"));
    world
        .history
        .learn([sample::sitting("mine/q-0", 0, Level::Solid)]);
    let (at, len, reason) = doubt(&world);
    assert_eq!(at + 1, len, "behind the rest");
    assert_eq!(reason, "Solid the last time");
    world.flow.steer.asked = vec![(QuestionId::new("mine/q-0"), "Acme".to_owned())];
    let card = sample::question("mine/q-0", Kind::Sensitive);
    world.library = sample::library(&[card]);
    let titles: Vec<_> = world.next().into_iter().map(|t| t.title).collect();
    assert!(
        !titles.contains(&"What about mine/q-0?".to_owned()),
        "one line is enough: {titles:?}"
    );
}

#[test]
fn what_a_real_interview_asked_outranks_what_is_due() {
    let mut world = world();
    world
        .history
        .learn([sample::sitting("q-0", 5, Level::NotYet)]);
    world.flow.steer.asked = vec![(QuestionId::new("q-1"), "Acme".to_owned())];
    let things = world.next();
    assert_eq!(things[0].reason, "Acme asked this");
    assert_eq!(things[1].reason, "Not yet the last time");
    world.flow.steer.asked = vec![(QuestionId::new("q-0"), "Acme".to_owned())];
    let titles: Vec<_> = world.next().into_iter().map(|t| t.title).collect();
    assert_eq!(
        titles.iter().filter(|t| *t == "What about q-0?").count(),
        1,
        "once is enough"
    );
}

#[test]
fn the_weak_competency_comes_with_how_it_stands() {
    let mut world = world();
    world
        .history
        .learn([sample::sitting("q-0", 0, Level::Partly)]);
    let best = world.best();
    assert_eq!(
        (best.title.as_str(), best.reason.as_str()),
        ("Conflict", "Partly the last time")
    );
    world
        .history
        .learn((1..4).map(|n| sample::sitting("q-0", n, Level::Partly)));
    let weak = |world: &World| {
        world
            .next()
            .into_iter()
            .find(|t| t.title == "Conflict")
            .unwrap()
    };
    assert_eq!(weak(&world).reason, "0 of 4 Solid or Strong");
    world.flow.steer.competencies = vec![CompetencyId::new("conflict")];
    assert_eq!(weak(&world).reason, "doubted in a real interview");
}

#[test]
fn the_list_holds_what_fits_into_a_day_and_at_least_one_thing() {
    let mut world = world();
    world
        .history
        .learn((0..5).map(|n| sample::sitting(&format!("q-{n}"), 9, Level::NotYet)));
    world.minutes = 5;
    assert_eq!(world.next().len(), 1);
    world.minutes = 9;
    assert_eq!(world.next().len(), 2);
    world.minutes = 240;
    assert_eq!(
        world.next().len(),
        5,
        "three due ones, the weak competency, something new"
    );
}

#[test]
fn a_month_away_makes_nothing_larger() {
    let mut world = world();
    world
        .history
        .learn((0..5).map(|n| sample::sitting(&format!("q-{n}"), 15, Level::NotYet)));
    let before = world.next();
    world.history = History::default();
    world
        .history
        .learn((0..5).map(|n| sample::sitting(&format!("q-{n}"), 39, Level::NotYet)));
    assert_eq!(world.next(), before);
}

#[test]
fn days_are_said_in_words() {
    let words = |n| days_words(day(n), day(0));
    assert_eq!(words(-1), "gone by");
    assert_eq!(words(0), "today");
    assert_eq!(words(1), "tomorrow");
    assert_eq!(words(2), "in two days");
    assert_eq!(words(12), "in twelve days");
    assert_eq!(words(13), "in 13 days");
    let in_two_weeks = day(0) + Days::new(14);
    let mut application = acme(14);
    application.rounds[0].time = None;
    assert_eq!(application.rounds[0].date, Some(in_two_weeks));
    assert_eq!(
        coming(&application, &application.rounds[0], day(0)),
        "Acme, panel interview: Thu 26 Mar, in 14 days"
    );
}

#[test]
fn one_answer_that_waits_for_its_rating_goes_by_its_question() {
    let mut world = world();
    let mut sitting = sample::sitting("q-0", 1, Level::Solid);
    sitting.blocks.retain(|b| !matches!(b, Block::Rating(_)));
    world.history.learn([&sitting]);
    world.sittings = vec![sitting.head];
    assert_eq!(world.best().title, "Rate your answer to: What about q-0?");
}

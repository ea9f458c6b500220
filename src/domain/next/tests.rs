//! What is next, in the words of somebody who looks at Today.

use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveTime};

use super::*;
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
        id: ApplicationId::new("acme-engineer"),
        employer: "Acme".to_owned(),
        role: "Engineer".to_owned(),
        stage: StageId::Panel,
        since: day(-30),
        closed: false,
        outcome: Outcome::Pending,
        ended: None,
        rounds: vec![round],
        ticks: Vec::new(),
        asks: Vec::new(),
        notes: String::new(),
        advert: String::new(),
        scorecard: Vec::new(),
        told: Vec::new(),
        moves: Vec::new(),
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

#[test]
fn the_mock_chosen_for_the_next_round_is_offered_in_the_week_before_it_however_long_it_is() {
    let mut world = World {
        library: mocks::library(),
        minutes: 10,
        ..world()
    };
    let blueprint = mocks::panel_mock();
    let chosen = |days| {
        let mut application = acme(days);
        application.rounds[0].mock = Some(blueprint.id.clone());
        vec![application]
    };
    let offered = |world: &World| {
        let things = world.next().into_iter();
        let mut mocks = things.filter(|t| matches!(t.todo, Todo::Mock(_)));
        mocks.next()
    };
    for (days, wanted) in [(8, false), (7, true), (1, true)] {
        world.applications = chosen(days);
        assert_eq!(offered(&world).is_some(), wanted, "{days}");
    }
    let mock = offered(&world).expect("it is offered");
    assert_eq!(mock.title, format!("Mock: {}", blueprint.title));
    assert_eq!(mock.reason, "for tomorrow at 10:00, Acme");
    let card = |thing: &Thing| matches!(thing.todo, Todo::Card(..));
    assert!(
        world.next().iter().any(card),
        "however long the mock is, the card is there on the evening before"
    );
    let laid = mocks_laid(&world.library, &blueprint);
    let sat = |days| SittingHead {
        started: at(0.0).wall - chrono::Duration::days(days),
        shape: Some(laid.clone()),
        ..sample::head(&[])
    };
    for (days, wanted) in [(1, false), (2, true)] {
        world.sittings = vec![sat(days)];
        assert_eq!(offered(&world).is_some(), wanted, "sat {days} days ago");
    }
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
fn an_interview_of_the_last_days_is_written_down_first() {
    let mut world = world();
    for (days, wanted) in [(0, true), (-1, true), (-7, true), (-8, false), (1, false)] {
        world.applications = vec![acme(days)];
        let best = world.best();
        assert_eq!(matches!(best.todo, Todo::Debrief { .. }), wanted, "{days}");
    }
    world.applications = vec![acme(0)];
    world.unfinished = Some((sample::head(&["q-0", "q-1"]), 1));
    assert_eq!(
        world.best().title,
        "Debrief: Acme, panel interview",
        "practice can wait, what they asked fades"
    );
    world.unfinished = None;
    world.applications[0].rounds[0].time = NaiveTime::from_hms_opt(20, 0, 0);
    assert!(
        !matches!(world.best().todo, Todo::Debrief { .. }),
        "it has not begun yet"
    );
    world.applications = vec![acme(-1)];
    world.entries.push(Entry {
        id: EntryId::new("e"),
        kind: EntryKind::Debrief,
        date: day(-1),
        time: None,
        title: String::new(),
        application: Some(ApplicationId::new("acme-engineer")),
        stage: Some(StageId::Panel),
        feeling: String::new(),
        tags: Vec::new(),
        private: false,
        body: String::new(),
        beside: None,
        debrief: None,
    });
    assert!(
        !matches!(world.best().todo, Todo::Debrief { .. }),
        "it is written"
    );
    world.entries.clear();
    world.applications[0].closed = true;
    assert!(
        !matches!(world.best().todo, Todo::Debrief { .. }),
        "closed ones are left alone"
    );
}

#[test]
fn on_the_eve_preparation_and_weak_answers_come_before_a_new_drill() {
    let mut world = world();
    world.library.stages.put("panel", stage_sheet());
    world
        .history
        .learn([sample::sitting("q-0", 1, Level::Partly)]);
    world.applications = vec![acme(1)];
    let titles =
        |world: &World| -> Vec<String> { world.next().into_iter().map(|t| t.title).collect() };
    assert_eq!(
        titles(&world),
        [
            "Prepare: 0 of 2 steps done",
            "Your notes and your questions to them",
            "The last ten minutes: your card",
            "What about q-0?",
            "Drill: panel interview"
        ]
    );
    let step = world.library.stage(StageId::Panel).unwrap().steps[0].clone();
    world.applications[0].ticks = vec![Tick::of(StageId::Panel, step)];
    assert_eq!(titles(&world)[0], "Prepare: 1 of 2 steps done");
    let prepare = &world.next()[0];
    let sheet = Todo::Sheet(ApplicationId::new("acme-engineer"), StageId::Panel);
    assert_eq!(prepare.todo, sheet);
    assert_eq!(prepare.reason, "for tomorrow at 10:00, Acme");
    world.minutes = 10;
    assert_eq!(titles(&world).len(), 4, "no drill that the day cannot hold");
}

#[test]
fn what_was_weak_comes_back_before_the_interview_and_not_after_it() {
    let mut world = world();
    world
        .history
        .learn([sample::sitting("q-0", 0, Level::NotYet)]);
    let offers = |world: &World| world.next().iter().any(|t| t.title == "What about q-0?");
    assert!(!offers(&world), "it was answered today");
    world.applications = vec![acme(2)];
    assert!(!offers(&world), "there is another day");
    world.applications = vec![acme(1)];
    assert!(offers(&world), "there is no other day");
    let mut before = self::world();
    before
        .history
        .learn([sample::sitting("q-0", 1, Level::Partly)]);
    before.applications = vec![acme(9)];
    assert!(!offers(&before), "it has its time");
    before.applications = vec![acme(1)];
    assert!(offers(&before));
    before.flow.steer.asked = vec![(QuestionId::new("q-0"), "Acme".to_owned())];
    let lines = before.next();
    let same = lines.iter().filter(|t| t.title == "What about q-0?");
    assert_eq!(same.count(), 1, "once is enough");
}

#[test]
fn what_comes_back_by_itself_before_the_interview_is_not_offered_early() {
    let mut world = world();
    world
        .history
        .learn([sample::sitting("q-0", 1, Level::Partly)]);
    let now = at(0.0);
    let schedule = Schedule::of(&world.history, &world.library, None, now.date());
    let due = schedule.due(&world.history, day(14));
    let comes = (due[0].since - now.date()).num_days();
    assert_eq!(comes, 1);
    let offers = |world: &World| world.next().iter().any(|t| t.title == "What about q-0?");
    world.applications = vec![acme(comes + 1)];
    assert!(!offers(&world), "its day is before the interview");
    world.applications = vec![acme(comes)];
    assert!(offers(&world), "its day is too late");
}

#[test]
fn older_debriefs_wait_behind_an_interview_that_is_near() {
    let mut world = world();
    world.library.stages.put("panel", stage_sheet());
    let jobs = [-1, -2, -4, -6].map(|days| Application {
        id: ApplicationId::new(format!("job{days}")),
        employer: format!("Job {days}"),
        ..acme(days)
    });
    world.applications = jobs.to_vec();
    world.applications.push(acme(0));
    let hour = NaiveTime::from_hms_opt(20, 0, 0);
    world.applications[4].rounds[0].time = hour;
    let titles =
        |world: &World| -> Vec<String> { world.next().into_iter().map(|t| t.title).collect() };
    let today = titles(&world);
    assert_eq!(
        today[..2],
        ["Your notes and your questions to them", "Warm-up"],
        "{today:?}"
    );
    assert_eq!(today.len(), 5);
    world.applications[4] = acme(1);
    let eve = titles(&world);
    assert_eq!(eve[0], "Debrief: Job -1, panel interview");
    assert_eq!(eve[1], "Debrief: Job -2, panel interview");
    let prepare = eve.iter().position(|t| t.starts_with("Prepare"));
    let old = eve.iter().position(|t| t.contains("Job -4"));
    assert!(prepare < old.or(Some(9)) && prepare.is_some(), "{eve:?}");
}

#[test]
fn a_talk_that_was_held_before_an_offer_came_is_proposed_again() {
    let mut job = acme(-9);
    job.rounds[0].outcome = Outcome::Offer;
    assert_eq!(crate::domain::follow::came(&job), Some(day(-9)));
    job.rounds[0].outcome_on = Some(day(-1));
    assert_eq!(crate::domain::follow::came(&job), Some(day(-1)));
    job.closed = true;
    assert_eq!(crate::domain::follow::came(&job), None);
}

#[test]
fn in_the_week_before_an_interview_its_preparation_is_offered() {
    let mut world = world();
    world.library.stages.put("panel", stage_sheet());
    let offers = |world: &World| world.next().iter().any(|t| t.title.starts_with("Prepare"));
    world.applications = vec![acme(3)];
    assert!(offers(&world));
    world.applications = vec![acme(20)];
    assert!(!offers(&world));
}

#[test]
fn an_interview_goes_on_for_half_an_hour_before_it_is_written_down() {
    let mut world = world();
    world.applications = vec![acme(0)];
    // It is half past six in the evening.
    for (hour, minute, over) in [
        (18, 29, false),
        (18, 1, false),
        (18, 0, true),
        (10, 0, true),
    ] {
        world.applications[0].rounds[0].time = NaiveTime::from_hms_opt(hour, minute, 0);
        let debriefs = matches!(world.best().todo, Todo::Debrief { .. });
        assert_eq!(debriefs, over, "{hour}:{minute}");
    }
}

#[test]
fn on_the_day_before_its_hour_there_is_no_exam_any_more() {
    let mut world = world();
    world
        .history
        .learn([sample::sitting("q-0", 5, Level::NotYet)]);
    world.unfinished = Some((sample::head(&["q-0", "q-1"]), 2));
    world.applications = vec![acme(0)];
    world.applications[0].rounds[0].time = NaiveTime::from_hms_opt(20, 0, 0);
    let titles: Vec<_> = world.next().into_iter().map(|t| t.title).collect();
    assert_eq!(
        titles,
        [
            "Your notes and your questions to them",
            "Warm-up",
            "The last ten minutes: your card"
        ]
    );
    world.applications[0].rounds[0].time = NaiveTime::from_hms_opt(19, 25, 0);
    let titles: Vec<_> = world.next().into_iter().map(|t| t.title).collect();
    assert_eq!(
        titles,
        ["The last ten minutes: your card", "Warm-up"],
        "in the last hour the card has the notes on it"
    );
    let mut morning = acme(0);
    morning.id = ApplicationId::new("brill");
    morning.employer = "Brill".to_owned();
    world.applications.push(morning);
    let titles: Vec<_> = world.next().into_iter().map(|t| t.title).collect();
    assert_eq!(
        titles[0], "Debrief: Brill, panel interview",
        "the one that is over, while it is fresh"
    );
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
fn on_the_eve_nothing_old_stands_before_what_is_for_tomorrow() {
    let mut world = world();
    world.library.stages.put("panel", stage_sheet());
    world.unfinished = Some((sample::head(&["q-0", "q-1"]), 1));
    world.applications = vec![acme(1)];
    let titles =
        |world: &World| -> Vec<String> { world.next().into_iter().map(|t| t.title).collect() };
    assert_eq!(
        titles(&world)[..4],
        [
            "Prepare: 0 of 2 steps done",
            "Your notes and your questions to them",
            "The last ten minutes: your card",
            "Go on with: Drill for the panel",
        ]
    );
    let steps = world.library.stage(StageId::Panel).unwrap().steps.clone();
    world.applications[0].ticks = steps
        .into_iter()
        .map(|s| Tick::of(StageId::Panel, s))
        .collect();
    assert_eq!(
        titles(&world)[..3],
        [
            "Your notes and your questions to them",
            "The last ten minutes: your card",
            "2 of 2 done. That is enough for tonight.",
        ],
        "once all is prepared"
    );
}

#[test]
fn two_days_before_an_interview_its_preparation_comes_before_old_practice() {
    let mut world = world();
    world.library.stages.put("panel", stage_sheet());
    world
        .history
        .learn([sample::sitting("q-0", 5, Level::NotYet)]);
    world.applications = vec![acme(2)];
    assert_eq!(world.best().title, "Prepare: 0 of 2 steps done");
    let titles: Vec<_> = world.next().into_iter().map(|t| t.title).collect();
    assert!(!titles.contains(&"Your notes and your questions to them".to_owned()));
}

#[test]
fn on_the_last_evening_only_steps_count_that_fit_and_known_names_are_not_asked_for() {
    let mut world = world();
    let mut sheet = stage_sheet();
    sheet.asks_names = sheet.steps.first().cloned();
    sheet.steps.push("Look up the way".to_owned());
    sheet.evening = vec!["Look up the way".to_owned()];
    world.library.stages.put("panel", sheet);
    world.applications = vec![acme(1)];
    assert_eq!(world.best().title, "Prepare: 0 of 1 steps done");
    world.applications = vec![acme(3)];
    assert_eq!(world.best().title, "Prepare: 0 of 3 steps done");
    world.applications[0].rounds[0].people = vec![crate::domain::person::Person {
        name: "Peter Hall".to_owned(),
        ..Default::default()
    }];
    assert_eq!(world.best().title, "Prepare: 0 of 2 steps done");
}

#[test]
fn after_a_yes_nobody_has_to_practice() {
    let mut world = world();
    world
        .history
        .learn([sample::sitting("q-0", 5, Level::NotYet)]);
    world.unfinished = Some((sample::head(&["q-0", "q-1"]), 1));
    let mut job = acme(-9);
    (job.closed, job.outcome) = (true, Outcome::Accepted);
    job.ended = Some(day(-1));
    world.applications = vec![job];
    let things = world.next();
    let told: Vec<_> = things.iter().map(|t| t.title.as_str()).collect();
    assert!(!told.contains(&"What about q-0?"), "{told:?}");
    let last = things.last().expect("never an empty list");
    assert_eq!(last.reason, "only if you want to; nothing is due");
    world.applications.push(acme(4));
    assert!(world.next().len() > 1, "somebody goes on looking");
}

#[test]
fn a_warm_up_that_was_done_leaves_the_morning() {
    let mut world = world();
    world.applications = vec![acme(0)];
    world.applications[0].rounds[0].time = NaiveTime::from_hms_opt(20, 0, 0);
    world.sittings = vec![SittingHead {
        warm_up: true,
        started: at(0.0).wall,
        ..sample::head(&["q-0"])
    }];
    let titles: Vec<_> = world.next().into_iter().map(|t| t.title).collect();
    assert_eq!(
        titles,
        [
            "Your notes and your questions to them",
            "The last ten minutes: your card"
        ]
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

//! What comes first when an interview is near, on its eve, on its day, and after it.

use super::*;
use crate::domain::checks::{Answer, Referee};
use crate::domain::id::RefereeId;

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
fn who_has_to_be_told_before_a_call_comes_early_and_once() {
    let mut one = Referee::called(RefereeId::new("ana"), "Ana");
    one.say(Answer::Yes, day(-3));
    let mut world = World {
        minutes: 5,
        ..world()
    };
    world.checks.put_referee(one);
    let mut told = |days: i64, stage| {
        let mut job = acme(days);
        job.stage = stage;
        world.applications = vec![job];
        let things = world.next().into_iter();
        let things = things.filter(|t| matches!(t.todo, Todo::Tell(..)));
        things.map(|t| t.told()).collect::<Vec<_>>()
    };
    let words = "Tell Ana that Acme may call, 5 minutes. Many employers call after the final talk.";
    assert_eq!(told(6, StageId::FinalOffer), [words]);
    assert_eq!(told(1, StageId::FinalOffer), [words]);
    assert_eq!(told(6, StageId::Panel), [""; 0]);
}

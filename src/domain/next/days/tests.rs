//! The days until an interview, in the words of somebody who has a few of them.

use std::sync::Arc;

use chrono::{Duration, NaiveDate};

use super::super::tests::{World, acme, day, stage_sheet, world};
use super::super::{Days, Part, Step, Todo};
use super::Done;
use crate::domain::id::{PlanId, SittingId};
use crate::domain::journey::{Round, Tick};
use crate::domain::library::{Kind, Plan, PlanStep, StageId, StepKind};
use crate::domain::practice::mock::sample as mocks;
use crate::domain::practice::record::{
    Answer, Block, Event, EventKind, Form, Pair, SittingHead, SittingRecord, Swap, Who,
};
use crate::domain::practice::sample::{self, at};

/// Three days: one step each, of so many minutes.
fn plan(steps: &[(u32, &str, StepKind, &str, u32)]) -> Plan {
    let step = |(day, text, kind, link, minutes): &(u32, &str, StepKind, &str, u32)| PlanStep {
        day: *day,
        text: (*text).to_owned(),
        kind: *kind,
        link: (*link).to_owned(),
        minutes: *minutes,
    };
    Plan {
        id: PlanId::new("three"),
        title: "Three days".to_owned(),
        days: 3,
        daily_minutes: 30,
        stages: Vec::new(),
        after: false,
        steps: steps.iter().map(step).collect(),
    }
}

/// A panel in four days, with half an hour a day and five steps.
fn nurse() -> World {
    let mut world = World {
        minutes: 30,
        ..world()
    };
    let drill = StepKind::Drill;
    let steps = [
        (1, "Look them up", StepKind::Checklist, "", 20),
        (1, "Answer five", drill, "rapid-fire", 10),
        (2, "Tell three stories", drill, "story-retell", 20),
        (2, "Let somebody ask", StepKind::People, "partner-mock", 30),
        (3, "One whole mock", drill, "blueprint", 30),
        (3, "Stop early", StepKind::Rest, "", 10),
    ];
    world.library.plans.put("three", plan(&steps));
    world.applications = vec![acme(4)];
    world
}

fn days(world: &World) -> Days {
    let job = &world.applications[0];
    let days = world.look(|outlook| outlook.days(job, &job.rounds[0]));
    days.expect("the interview is to come")
}

fn words(steps: &[Step]) -> Vec<&str> {
    let open = steps.iter().filter(|step| step.done.is_none());
    open.map(|step| step.text.as_str()).collect()
}

fn laid(days: &Days) -> Vec<Vec<&str>> {
    let before = days.list.iter().filter(|day| day.part == Part::Before);
    before.map(|day| words(&day.steps)).collect()
}

#[test]
fn the_steps_are_spread_over_the_days_before_the_last_evening() {
    let world = nurse();
    let days = days(&world);
    assert_eq!(
        laid(&days),
        [
            vec!["Look them up", "Answer five"],
            vec!["Tell three stories"],
            vec!["One whole mock"],
        ]
    );
    assert_eq!(words(&days.left_out), ["Let somebody ask"]);
    let parts: Vec<Part> = days.list.iter().map(|day| day.part).collect();
    assert_eq!(parts[3..], [Part::Eve, Part::Interview]);
    assert_eq!(days.list[4].date, day(4));
}

#[test]
fn what_is_ticked_leaves_the_days_and_what_was_missed_is_laid_out_again() {
    let mut world = nurse();
    let tick = |text: &str, on: NaiveDate| Tick {
        on: Some(on),
        ..Tick::of(StageId::Panel, text)
    };
    world.applications[0].ticks = vec![tick("Look them up", day(-1))];
    world.applications[0].rounds[0].date = Some(day(3));
    let days = days(&world);
    assert_eq!(
        laid(&days),
        [
            vec!["Answer five", "Tell three stories"],
            vec!["One whole mock"],
        ]
    );
    assert_eq!(days.done.len(), 1);
}

#[test]
fn who_has_done_the_share_of_today_gets_no_more_of_it() {
    let mut world = nurse();
    let tick = |text: &str| Tick {
        on: Some(day(0)),
        ..Tick::of(StageId::Panel, text)
    };
    world.applications[0].ticks = vec![tick("Look them up"), tick("Answer five")];
    let days = days(&world);
    assert_eq!(laid(&days)[0], [""; 0]);
    assert_eq!(days.list[0].steps.len(), 2, "they stand there as done");
    assert!(days.done.is_empty());
    let titles: Vec<String> = world.next().into_iter().map(|t| t.title).collect();
    assert!(
        !titles.contains(&"Tell three stories".to_owned()),
        "{titles:?}"
    );
}

#[test]
fn today_has_just_the_share_of_today() {
    let world = nurse();
    let things = world.next();
    let steps: Vec<_> = (things.iter())
        .filter(|t| matches!(t.todo, Todo::Step { .. }))
        .map(|t| (t.title.as_str(), t.minutes))
        .collect();
    assert_eq!(steps, [("Look them up", 20), ("Answer five", 10)]);
    assert!(things[0].reason.ends_with("Acme"), "{}", things[0].reason);
}

#[test]
fn a_free_day_has_nothing_and_the_others_take_what_is_worth_most() {
    let mut world = nurse();
    world.days = vec![(day(0), 0), (day(1), 0)];
    let days = days(&world);
    assert_eq!(
        laid(&days),
        [vec![""; 0], vec![], vec!["One whole mock"]],
        "one day is left"
    );
    assert_eq!(days.left_out.len(), 2);
    let evening = words(&days.list[3].steps);
    assert_eq!(evening[..2], ["Look them up", "Answer five"]);
}

#[test]
fn a_mock_that_was_sat_since_is_done_by_itself() {
    let mut world = nurse();
    world.library = {
        let mut library = mocks::library();
        library.plans = std::mem::take(&mut world.library.plans);
        library
    };
    let sat = SittingHead {
        started: at(0.0).wall - Duration::days(2),
        shape: Some(super::super::tests::mocks_laid(
            &world.library,
            &mocks::panel_mock(),
        )),
        ..sample::head(&[])
    };
    world.sittings = vec![sat];
    let days = days(&world);
    let mock = days.done.iter().find(|step| step.text == "One whole mock");
    let done = mock.and_then(|step| step.done).expect("it was sat");
    assert!(done.by_itself);
    assert!(days.left_out.is_empty(), "there is room now");
}

#[test]
fn the_mock_that_was_chosen_stands_where_the_plan_has_one() {
    let mut world = nurse();
    let plans = std::mem::take(&mut world.library.plans);
    world.library = mocks::library();
    world.library.plans = plans;
    let mock = mocks::panel_mock();
    world.applications[0].rounds[0].mock = Some(mock.id.clone());
    let days = days(&world);
    let todos: Vec<&Todo> = days
        .list
        .iter()
        .flat_map(|d| &d.steps)
        .map(|s| &s.todo)
        .collect();
    let mocks = todos.iter().filter(|todo| matches!(todo, Todo::Mock(_)));
    assert_eq!(mocks.count(), 1);
    let words: Vec<_> = laid(&days).concat();
    assert!(!words.contains(&"One whole mock"), "{words:?}");
}

#[test]
fn the_steps_of_the_stage_come_too_and_those_of_the_evening_wait_for_it() {
    let mut world = nurse();
    let mut sheet = stage_sheet();
    sheet.steps.push("Look up the way".to_owned());
    sheet.evening = vec!["Look up the way".to_owned()];
    world.library.stages.put("panel", sheet);
    let days = days(&world);
    let all = laid(&days).concat();
    assert!(all.contains(&"Ask for names"), "{all:?}");
    assert!(!all.contains(&"Look up the way"), "{all:?}");
    assert_eq!(words(&days.list[3].steps)[0], "Look up the way");
}

#[test]
fn on_the_last_day_and_on_its_own_there_is_no_plan() {
    let mut world = nurse();
    world.applications = vec![acme(1)];
    let eve = days(&world);
    assert_eq!(eve.list[0].part, Part::Eve);
    assert!(eve.plan.is_none());
    world.applications = vec![acme(0)];
    let own = days(&world);
    assert_eq!(own.list.len(), 1);
    assert_eq!(words(&own.list[0].steps).len(), 2, "notes and the card");
    world.applications = vec![acme(-1)];
    let job = &world.applications[0];
    assert!(world.look(|o| o.days(job, &job.rounds[0])).is_none());
}

#[test]
fn somebody_who_was_away_finds_no_more_than_the_days_hold() {
    let mut world = nurse();
    for left in [2, 4, 9, 28, 60] {
        world.applications = vec![acme(left)];
        for day in days(&world).list {
            assert!(day.minutes() <= 30, "{left}: {day:?}");
        }
    }
    let plan = days(&world).plan.map(|plan: Arc<Plan>| plan.title.clone());
    assert_eq!(plan.as_deref(), Some("Three days"));
}

/// How a step came to be done.
fn done(days: &Days, text: &str) -> Option<Done> {
    let mut all = days.list.iter().flat_map(|d| &d.steps).chain(&days.done);
    all.find(|step| step.text == text)?.done
}

fn ticked(text: &str, on: i64) -> Tick {
    Tick {
        on: Some(day(on)),
        ..Tick::of(StageId::Panel, text)
    }
}

/// A sitting that was held so many days ago.
fn held(name: &str, ago: i64, form: Form) -> SittingRecord {
    let head = SittingHead {
        id: SittingId::new(name),
        started: at(0.0).wall - Duration::days(ago),
        form,
        ..sample::head(&[])
    };
    let end = Event {
        at: head.started,
        what: EventKind::Finished,
        seconds: 0,
    };
    SittingRecord {
        head,
        blocks: vec![Block::Event(end)],
    }
}

/// A drill of so many questions. What its plan was is let go at the next start.
fn drilled(world: &mut World, name: &str, questions: u16, ago: i64) {
    let mut record = held(name, ago, Form::Drill);
    let wall = record.head.started;
    let answer = |index| Answer {
        index,
        at: wall,
        ..sample::answer(&format!("q-{index}"), Kind::Behavioral)
    };
    let answers = (0..questions).map(|index| Block::Answer(answer(index)));
    record.blocks.splice(0..0, answers);
    world.history.learn([&record]);
    world.sittings.push(record.head);
}

/// Two steps of five quick questions.
fn two_drills() -> World {
    let mut world = nurse();
    let steps = [
        (1, "Answer five", StepKind::Drill, "rapid-fire", 10),
        (2, "Answer five more", StepKind::Drill, "rapid-fire", 10),
    ];
    world.library.plans.put("three", plan(&steps));
    world
}

#[test]
fn a_drill_that_was_done_stays_done_after_the_next_ones_and_after_a_start() {
    let mut world = nurse();
    drilled(&mut world, "five", 5, 2);
    drilled(&mut world, "two", 2, 1);
    let done = done(&days(&world), "Answer five").expect("five were answered");
    assert_eq!((done.on, done.by_itself), (Some(day(-2)), true));
}

#[test]
fn sets_talks_and_two_chairs_stand_for_their_steps() {
    let mut world = nurse();
    let steps = [
        (1, "Twelve situations", StepKind::Drill, "items", 20),
        (2, "Ask each other", StepKind::People, "partner-mock", 30),
    ];
    world.library.plans.put("three", plan(&steps));
    assert_eq!(done(&days(&world), "Twelve situations"), None);
    let pair = Pair {
        me: "Sam".to_owned(),
        friend: "Ana".to_owned(),
        first: Who::Me,
        swap: Swap::Each,
    };
    let mut set = held("set", 2, Form::Items(Vec::new()));
    let mut two = held("two", 1, Form::Chairs(Box::new(pair)));
    world.past.learn([&set, &two]);
    assert_eq!(
        done(&days(&world), "Ask each other"),
        None,
        "nothing came of it"
    );
    for record in [&mut set, &mut two] {
        let answer = sample::answer("q-0", Kind::Behavioral);
        record.blocks.insert(0, Block::Answer(answer));
    }
    world.past.learn([&set, &two]);
    let days = days(&world);
    let on = |text| done(&days, text).and_then(|done| done.on);
    assert_eq!(on("Twelve situations"), Some(day(-2)));
    assert_eq!(on("Ask each other"), Some(day(-1)));
}

#[test]
fn one_drill_stands_for_one_step_also_where_its_tick_was_set_by_hand() {
    let mut world = two_drills();
    drilled(&mut world, "five", 5, 1);
    world.applications[0].ticks = vec![ticked("Answer five", 0)];
    assert_eq!(done(&days(&world), "Answer five more"), None);
    // What was ticked before it was done by something else, which nobody can see here.
    world.applications[0].ticks = vec![ticked("Answer five", -3)];
    let more = done(&days(&world), "Answer five more").expect("it was for this one");
    assert!(more.by_itself);
}

#[test]
fn one_mock_stands_for_one_step_however_the_steps_name_it() {
    let mut world = nurse();
    let mock = mocks::panel_mock();
    world.library = mocks::library();
    let steps = [
        (1, "Any mock", StepKind::Drill, "blueprint", 30),
        (2, "This mock", StepKind::Drill, mock.id.as_str(), 30),
    ];
    world.library.plans.put("three", plan(&steps));
    let shape = super::super::tests::mocks_laid(&world.library, &mock);
    let sat = held("mock", 2, Form::Drill).head;
    world.sittings = vec![SittingHead {
        shape: Some(shape),
        ..sat
    }];
    let days = days(&world);
    let count = |text| usize::from(done(&days, text).is_some());
    assert_eq!(count("Any mock") + count("This mock"), 1);
}

#[test]
fn what_is_done_today_is_seen_also_long_before_the_days_begin() {
    let mut world = nurse();
    world.applications = vec![acme(40)];
    world.applications[0].ticks = vec![ticked("Look them up", 0)];
    assert!(done(&days(&world), "Look them up").is_some());
}

#[test]
fn what_was_done_for_the_panel_before_is_to_be_done_again_for_this_one() {
    let mut world = nurse();
    world.library.stages.put("panel", stage_sheet());
    let job = &mut world.applications[0];
    let before = Round::of(StageId::Panel, Some(day(-5)), None);
    job.rounds.push(before);
    job.ticks = vec![ticked("Look them up", -6), ticked("Ask for names", -5)];
    assert!(!job.is_prepared(StageId::Panel, "Ask for names", day(0)));
    assert!(job.is_prepared(StageId::Panel, "Ask for names", day(-5)));
    let again = days(&world);
    let all = laid(&again).concat();
    assert!(all.contains(&"Look them up") && all.contains(&"Ask for names"));
    world.applications[0].ticks = vec![ticked("Look them up", -4), ticked("Ask for names", -4)];
    assert!(world.applications[0].is_prepared(StageId::Panel, "Ask for names", day(0)));
    let days = days(&world);
    assert!(done(&days, "Look them up").is_some() && done(&days, "Ask for names").is_some());
}

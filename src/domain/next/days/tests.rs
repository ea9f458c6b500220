//! The days until an interview, in the words of somebody who has a few of them.

use std::sync::Arc;

use chrono::{Duration, NaiveDate};

use super::super::tests::{World, acme, day, stage_sheet, world};
use super::super::{Days, Part, Step, Todo};
use crate::domain::id::PlanId;
use crate::domain::journey::Tick;
use crate::domain::library::{Plan, PlanStep, StageId, StepKind};
use crate::domain::practice::mock::sample as mocks;
use crate::domain::practice::record::SittingHead;
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
    assert_eq!(days.left_out.len(), 4);
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

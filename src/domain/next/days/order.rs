//! What comes before what: a step that another needs, and something to prepare before a first whole mock.

use super::Step;
use super::gather::{LONG, MOCK};
use super::lay::{Room, Want, lay};
use crate::domain::next::thing::Todo;
use crate::domain::order::InOrder;

/// Steps by what they lead to, each with the one whose work it goes on with.
const NEEDS: [(&str, &str); 2] = [
    ("ask-drill", "company-research"),
    ("story-retell", "story-map"),
];

/// Minutes of a day that hold a mock or something to prepare, and not both.
const LITTLE: u32 = 30;

/// Worth less than anything else.
const LAST: u8 = u8::MAX;

fn link(step: &Step) -> &str {
    match &step.todo {
        Todo::Step { link, .. } => link,
        _ => "",
    }
}

/// The place of the open step that this one needs.
fn needed(steps: &[Step], at: usize) -> Option<usize> {
    let need = NEEDS.iter().find(|(what, _)| *what == link(&steps[at]))?.1;
    steps.iter().take(at).position(|step| link(step) == need)
}

/// The day of each step; `None` where the days have no room for it. `begun`: something was done before.
pub fn laid(wants: &[Want], steps: &[Step], begun: bool, rooms: &mut [Room]) -> Vec<Option<usize>> {
    let all = rooms.to_vec();
    let mut wants = wants.to_vec();
    let lay_anew = |wants: &[Want], rooms: &mut [Room]| {
        rooms.copy_from_slice(&all);
        lay(wants, rooms)
    };
    let mut days = lay_anew(&wants, rooms);
    // Where there is one short day, nobody spends it on a whole mock alone, cold; the last evening still offers one.
    let mut open = all.iter().filter(|room| room.limit > 0);
    let one_day = open.next().is_some_and(|room| room.limit < LITTLE) && open.next().is_none();
    let mut on_it = (0..wants.len()).filter(|at| days[*at].is_some());
    let alone = on_it.next().filter(|_| on_it.next().is_none());
    let cold =
        alone.filter(|at| one_day && !begun && wants[*at].worth == MOCK && !wants[*at].chosen);
    if let Some(at) = cold.filter(|_| wants.len() > 1) {
        wants[at].worth = LONG + 1;
        days = lay_anew(&wants, rooms);
    }
    // What goes on with the work of a step that has no room has nothing to go on with: the room goes to that step.
    for at in 0..steps.len() {
        let Some(need) = needed(steps, at).filter(|need| days[*need].is_none()) else {
            continue;
        };
        if days[at].is_some() {
            let (before, after) = (wants[need].worth, wants[at].worth);
            wants[need].worth = before.min(after);
            wants[at].worth = LAST;
            days = lay_anew(&wants, rooms);
        }
        if days[need].is_none()
            && let Some(day) = days[at].take()
        {
            rooms[day].left = (rooms[day].left + wants[at].minutes).min(rooms[day].limit);
        }
    }
    days
}

/// The steps with their days, in the order in which they are done: a whole mock comes behind what else its day has.
pub fn in_order(
    days: Vec<Option<usize>>,
    wants: Vec<Want>,
    steps: Vec<Step>,
) -> Vec<(Option<usize>, (Want, Step))> {
    let mut all: Vec<_> = days.into_iter().zip(wants.into_iter().zip(steps)).collect();
    all.order_by_key(|(_, (want, _))| want.worth == MOCK);
    all
}

/// Fills the free minutes of the last evening with what the days before it had no room for, the steps of the stage first;
/// whole mocks and other people are nothing for it. Gives back what has no room there, either.
pub fn fill(evening: &mut Vec<Step>, left: Vec<(Want, Step)>, limit: u32) -> Vec<(Want, Step)> {
    let spent: u32 = evening.iter().map(|step| step.minutes).sum();
    let mut free = limit.saturating_sub(spent);
    let (of_stage, others): (Vec<_>, Vec<_>) =
        (left.into_iter()).partition(|(_, step)| matches!(step.todo, Todo::Sheet(..)));
    let mut none: Vec<(Want, Step)> = Vec::new();
    for (want, step) in of_stage.into_iter().chain(others) {
        let needs = NEEDS.iter().find(|(what, _)| *what == link(&step));
        let lacks = needs.is_some_and(|(_, need)| none.iter().any(|(_, s)| link(s) == *need));
        let is_calm = (1..=LONG).contains(&want.worth) && !want.chosen;
        if is_calm && !lacks && step.minutes <= free {
            free -= step.minutes;
            evening.push(step);
        } else {
            none.push((want, step));
        }
    }
    none
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ApplicationId;
    use crate::domain::library::StageId;
    use crate::domain::next::days::Kind;

    fn step(text: &str, link: &str, minutes: u32) -> Step {
        let application = ApplicationId::new("halden");
        let stage = StageId::Screening;
        let todo = match link {
            "sheet" => Todo::Sheet(application, stage),
            link => Todo::Step {
                application,
                stage,
                link: link.to_owned(),
                text: text.to_owned(),
            },
        };
        Step {
            todo,
            kind: Kind::Ticked,
            text: text.to_owned(),
            minutes,
            done: None,
        }
    }

    fn want(minutes: u32, worth: u8) -> Want {
        Want {
            minutes,
            day: 0,
            worth,
            chosen: false,
            row: 0,
        }
    }

    fn room(limit: u32) -> Room {
        Room { limit, left: limit }
    }

    fn all(steps: Vec<(Step, u8)>) -> (Vec<Want>, Vec<Step>) {
        let want = |(step, worth): (Step, u8)| (want(step.minutes, worth), step);
        steps.into_iter().map(want).unzip()
    }

    #[test]
    fn questions_from_notes_come_only_with_the_notes() {
        let (wants, steps) = all(vec![
            (step("Look them up", "company-research", 20), 3),
            (step("Turn notes into questions", "ask-drill", 10), 2),
        ]);
        let days = laid(&wants, &steps, true, &mut [room(20)]);
        assert_eq!(days, [Some(0), None], "the notes first");
        let mut short = [room(9)];
        assert_eq!(laid(&wants, &steps, true, &mut short), [None, None]);
        assert_eq!(short, [room(9)]);
        let days = laid(&wants, &steps, true, &mut [room(20), room(10)]);
        assert_eq!(days, [Some(0), Some(1)]);
    }

    #[test]
    fn the_only_day_is_not_for_a_cold_mock() {
        let (wants, steps) = all(vec![
            (step("Answer five", "rapid-fire", 20), 2),
            (step("One whole mock", "blueprint", 20), MOCK),
        ]);
        let days = |begun, rooms: &mut [Room]| laid(&wants, &steps, begun, rooms);
        assert_eq!(days(false, &mut [room(20)]), [Some(0), None]);
        assert_eq!(days(true, &mut [room(20)]), [None, Some(0)]);
        assert_eq!(days(false, &mut [room(20), room(20)]), [Some(0), Some(1)]);
    }

    #[test]
    fn a_mock_is_the_last_thing_of_its_day() {
        let (wants, steps) = all(vec![
            (step("One whole mock", "blueprint", 20), MOCK),
            (step("Practice the last minute", "closing-drill", 10), 2),
        ]);
        let ordered = in_order(vec![Some(0); 2], wants, steps);
        assert_eq!(ordered[1].1.1.text, "One whole mock");
    }

    #[test]
    fn the_free_minutes_of_the_last_evening_are_used() {
        let left = || {
            vec![
                (
                    want(10, 2),
                    step("Practice the last minute", "closing-drill", 10),
                ),
                (want(10, 3), step("One true line for each gap", "sheet", 10)),
                (want(20, MOCK), step("One whole mock", "blueprint", 20)),
            ]
        };
        let names = |steps: &[Step]| steps.iter().map(|s| s.text.clone()).collect::<Vec<_>>();
        let known = || vec![step("Pay", "sheet", 35)];
        let mut evening = known();
        let rest = fill(&mut evening, left(), 45);
        assert_eq!(names(&evening), ["Pay", "One true line for each gap"]);
        assert_eq!(rest.len(), 2);
        let mut evening = known();
        assert_eq!(fill(&mut evening, left(), 40).len(), 3, "there is none");
        let mut evening = known();
        assert_eq!(
            fill(&mut evening, left(), 90).len(),
            1,
            "the mock stays out"
        );
    }
}

//! All that an interview asks for: the steps of its stage, those of the plan that fits, and the mock that was chosen.

use std::sync::Arc;

use super::fit;
use super::known::Known;
use super::lay::Want;
use super::share::opened;
use super::{Done, Kind, Step};
use crate::domain::journey::{Application, Round, Tick};
use crate::domain::library::{DrillMode, Link, Plan, PlanStep, StepKind};
use crate::domain::next::outlook::Outlook;
use crate::domain::next::thing::Todo;
use crate::domain::prepare;

/// The last days before the evening, over which the steps of a stage are spread.
const LAST: usize = 6;

/// What each is worth where there is little time: 0 comes first.
pub const MOCK: u8 = 0;
const SHORT: u8 = 1;
const MOST: u8 = 2;
pub const LONG: u8 = 3;

/// Minutes of a step of the stage that is short: asking for the names of the people there can wait for nothing.
const FEW: u32 = 5;

/// The rows of steps: what stands beside both others, that of the stage, and that of a plan.
const BESIDE: usize = 0;
const STAGE: usize = 1;
const PLAN: usize = 2;

/// What there is to be laid out.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The plan that it follows.
    pub plan: Option<Arc<Plan>>,
    /// What is open, in order.
    pub open: Vec<(Want, Step)>,
    /// What fits into the last evening.
    pub evening: Vec<Step>,
    /// What is done.
    pub done: Vec<Step>,
}

impl Gathered {
    fn put(&mut self, want: Want, step: Step) {
        if step.done.is_some() {
            self.done.push(step);
        } else {
            self.open.push((want, step));
        }
    }
}

impl Outlook<'_> {
    /// Gathers it for an interview with so many days before the last evening, and so many to its own.
    pub(super) fn gather(
        &self,
        (application, round): (&Application, &Round),
        days: usize,
        left: u32,
    ) -> Gathered {
        let mut gathered = Gathered::default();
        self.of_the_stage((application, round), days, &mut gathered);
        if days > 0 {
            gathered.open.extend(self.story(application));
            let mut known = Known::of(self, application, round);
            let tick = |text: &str| application.tick_for(round, text);
            let ticked = |text: &str| tick(text).is_some();
            let plan = fit::plan(self.library, round.stage, left, ticked);
            let mut chosen = self.chosen(application, round);
            for step in plan.iter().flat_map(|plan| &plan.steps) {
                let all = plan.as_ref().map_or(1, |plan| plan.days);
                let day = on_day(step.day, all, days);
                let instead = chosen.take_if(|_| self.is_mock(&step.link));
                let (want, mut step) = match instead {
                    Some(mock) => (mock.0, mock.1),
                    None if step.kind == StepKind::Rest => {
                        // Rest belongs to a whole plan; the last evening is one anyway.
                        if usize::try_from(all).unwrap_or(usize::MAX) > days + 1 || step.day == all
                        {
                            continue;
                        }
                        rest(application, round, step)
                    }
                    None => self.planned(application, round, step),
                };
                step.done = done(&step, tick(&step.text), &mut known);
                gathered.put(Want { day, ..want }, step);
            }
            if let Some((want, mut step)) = chosen {
                step.done = done(&step, tick(&step.text), &mut known);
                let day = days.saturating_sub(LAST);
                gathered.put(
                    Want {
                        day,
                        row: BESIDE,
                        ..want
                    },
                    step,
                );
            }
            gathered.plan = plan;
        }
        gathered
    }

    /// The steps of preparation of its stage. Those that fit into the last evening wait for it.
    fn of_the_stage(
        &self,
        (application, round): (&Application, &Round),
        days: usize,
        gathered: &mut Gathered,
    ) {
        let Some(sheet) = self.library.stage(round.stage) else {
            return;
        };
        let tick = |text: &str| application.tick_for(round, text);
        let steps = prepare::steps(&sheet, Some(application), false, |s| tick(s).is_some());
        let steps = steps.into_iter().map(|text| Step {
            todo: Todo::Sheet(application.id.clone(), round.stage),
            kind: Kind::Ticked,
            text: text.to_owned(),
            minutes: sheet.minutes_of(text),
            done: tick(text).map(by_hand),
        });
        let (done, open): (Vec<_>, Vec<_>) = steps.partition(|step| step.done.is_some());
        gathered.done.extend(done);
        let waits = |step: &Step| {
            let evening = &sheet.evening;
            evening.contains(&step.text) || (evening.is_empty() && days == 0)
        };
        let (evening, early): (Vec<_>, Vec<_>) = open.into_iter().partition(waits);
        gathered.evening = evening;
        let from = days.saturating_sub(LAST);
        let count = early.len();
        for (n, step) in early.into_iter().enumerate() {
            let want = Want {
                minutes: step.minutes,
                day: from + n * (days - from) / count,
                worth: if step.minutes <= FEW { SHORT } else { LONG },
                chosen: false,
                row: STAGE,
            };
            gathered.put(want, step);
        }
    }

    /// The story that the next interview asks for and that is not there yet.
    fn story(&self, application: &Application) -> Option<(Want, Step)> {
        let (next, _) = self.next_round()?;
        let thing = self.missing_story().filter(|_| next.id == application.id)?;
        let want = Want {
            minutes: thing.minutes,
            day: 0,
            worth: SHORT,
            chosen: false,
            row: BESIDE,
        };
        Some((want, opened(thing)))
    }

    /// The mock that was chosen for it.
    fn chosen(&self, application: &Application, round: &Round) -> Option<(Want, Step)> {
        let mock = self.library.blueprints.get(round.mock.as_ref()?.as_str())?;
        let minutes = self.factor.minutes(mock.minutes);
        let want = Want {
            minutes,
            day: 0,
            worth: MOCK,
            chosen: true,
            row: PLAN,
        };
        let step = Step {
            todo: Todo::Mock(mock.id.clone()),
            kind: Kind::Ticked,
            text: format!("Mock: {}", mock.title),
            minutes,
            done: None,
        };
        Some((want, step)).filter(|_| !application.closed)
    }

    /// A step of a plan.
    fn planned(&self, application: &Application, round: &Round, step: &PlanStep) -> (Want, Step) {
        let worth = match step.kind {
            StepKind::Drill if self.is_mock(&step.link) => MOCK,
            StepKind::Drill | StepKind::Checklist => MOST,
            StepKind::People => LONG + 1,
            StepKind::Read | StepKind::Rest => LONG + 2,
        };
        let want = Want {
            minutes: step.minutes,
            day: 0,
            worth,
            chosen: false,
            row: PLAN,
        };
        (want, of_plan(application, round, step, Kind::Ticked))
    }

    /// Whether a step is a whole mock.
    fn is_mock(&self, link: &str) -> bool {
        let mocks = [DrillMode::Blueprint, DrillMode::PanelSim, DrillMode::OneWay];
        match self.library.link(link) {
            Some(Link::Blueprint(_)) => true,
            Some(Link::Drill(mode)) => mocks.contains(&mode),
            _ => false,
        }
    }
}

/// How a step came to be done: somebody ticked it, or the program knows it. What was done up to the day of the tick is what it
/// was ticked for, and stands for no other step.
fn done(step: &Step, tick: Option<&Tick>, known: &mut Known<'_>) -> Option<Done> {
    let link = match &step.todo {
        Todo::Mock(id) => id.as_str(),
        Todo::Step { link, .. } => link,
        _ => "",
    };
    let taken = known.take(link, tick.and_then(|tick| tick.on));
    let by_itself = || {
        taken.map(|day| Done {
            on: Some(day),
            by_itself: true,
        })
    };
    tick.map(by_hand).or_else(by_itself)
}

fn by_hand(tick: &Tick) -> Done {
    Done {
        on: tick.on,
        by_itself: false,
    }
}

/// The day of a plan among so many that there are.
fn on_day(day: u32, of: u32, days: usize) -> usize {
    let at = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    at(day.saturating_sub(1)).saturating_mul(days) / at(of.max(1))
}

fn rest(application: &Application, round: &Round, step: &PlanStep) -> (Want, Step) {
    let want = Want {
        minutes: 0,
        day: 0,
        worth: MOCK,
        chosen: false,
        row: PLAN,
    };
    let step = of_plan(application, round, step, Kind::Rest);
    (want, Step { minutes: 0, ..step })
}

fn of_plan(application: &Application, round: &Round, step: &PlanStep, kind: Kind) -> Step {
    Step {
        todo: Todo::Step {
            application: application.id.clone(),
            stage: round.stage,
            link: step.link.clone(),
            text: step.text.clone(),
        },
        kind,
        text: step.text.clone(),
        minutes: step.minutes,
        done: None,
    }
}

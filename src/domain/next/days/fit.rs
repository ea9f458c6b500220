//! Which plan of the library fits the days that are left.

use std::sync::Arc;

use crate::domain::library::{Library, Plan, StageId};

/// The plan for an interview of a stage in so many days: one that was begun stays, else the longest that the days hold,
/// else the shortest there is.
pub fn plan(
    library: &Library,
    stage: StageId,
    days: u32,
    is_ticked: impl Fn(&str) -> bool,
) -> Option<Arc<Plan>> {
    // One of a single day speaks of tomorrow, and the last evening has what it needs without one.
    let leads = |p: &Plan| !p.after && p.days > 1;
    let fits = |p: &Arc<Plan>| leads(p) && (p.stages.is_empty() || p.stages.contains(&stage));
    let plans: Vec<Arc<Plan>> = library.plans.iter().filter(fits).collect();
    let ticked = |p: &Arc<Plan>| p.steps.iter().filter(|s| is_ticked(&s.text)).count();
    let begun = plans
        .iter()
        .filter(|p| ticked(p) > 0)
        .max_by_key(|p| ticked(p));
    let longest = || {
        let held = plans.iter().filter(|p| p.days <= days);
        held.max_by_key(|p| p.days)
    };
    let shortest = || plans.iter().min_by_key(|p| p.days);
    begun.or_else(longest).or_else(shortest).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::PlanId;
    use crate::domain::library::{PlanStep, StepKind};

    fn library() -> Library {
        let mut library = Library::default();
        for (id, days, stages, after) in [
            ("tomorrow", 1, vec![], false),
            ("three-days", 3, vec![], false),
            ("week", 7, vec![], false),
            ("skills", 7, vec![StageId::TechnicalAssessment], false),
            ("after-a-no", 7, vec![], true),
        ] {
            let step = PlanStep {
                day: 1,
                text: format!("A step of {id}"),
                kind: StepKind::Drill,
                link: String::new(),
                minutes: 10,
            };
            let plan = Plan {
                id: PlanId::new(id),
                title: id.to_owned(),
                days,
                daily_minutes: 30,
                stages,
                after,
                steps: vec![step],
            };
            library.plans.put(id, plan);
        }
        library
    }

    #[test]
    fn the_longest_that_the_days_hold_and_one_that_was_begun_stays() {
        let library = library();
        let fits = |stage, days, ticked: &str| {
            let plan = plan(&library, stage, days, |step| step == ticked);
            plan.map_or_else(String::new, |plan| plan.id.to_string())
        };
        let panel = StageId::Panel;
        for (days, id) in [
            (2, "three-days"),
            (3, "three-days"),
            (6, "three-days"),
            (9, "week"),
        ] {
            assert_eq!(fits(panel, days, ""), id, "{days}");
        }
        assert_eq!(fits(StageId::TechnicalAssessment, 9, ""), "skills");
        assert_eq!(fits(panel, 3, "A step of week"), "week", "it was begun");
    }
}

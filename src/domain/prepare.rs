//! What there is to prepare for an interview, step by step: what is void is left out, and on the last evening the steps that
//! still fit into it come first.

use super::journey::Application;
use super::library::Stage;
use super::person::Person;

use crate::domain::order::InOrder;

/// How far a preparation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Prepared {
    /// Steps that are done.
    pub done: usize,
    /// Steps that count.
    pub all: usize,
    /// About how many minutes those take that are open.
    pub minutes: u32,
}

/// The steps of a stage that make sense for an application; `near`: in the order of the last evening.
pub fn steps<'a>(
    sheet: &'a Stage,
    application: Option<&Application>,
    near: bool,
    is_done: impl Fn(&str) -> bool,
) -> Vec<&'a str> {
    let known = application.is_some_and(|a| {
        let mut rounds = a.rounds.iter().filter(|r| r.stage == sheet.id);
        rounds.any(|r| r.people.iter().any(Person::is_named))
    });
    let is_void = |step: &str| known && sheet.asks_names.as_deref() == Some(step);
    let steps = sheet.steps.iter().map(String::as_str);
    let mut steps: Vec<&str> = steps.filter(|s| !is_void(s) || is_done(s)).collect();
    if near {
        steps.order_by_key(|step| !sheet.evening.iter().any(|s| s == step));
    }
    steps
}

/// How many of the steps are done. Near the interview only those count that fit into its last evening, unless all are done.
pub fn prepared(
    sheet: &Stage,
    application: Option<&Application>,
    near: bool,
    is_done: impl Fn(&str) -> bool,
) -> Prepared {
    let mut steps = steps(sheet, application, near, &is_done);
    let fits = |step: &&str| sheet.evening.iter().any(|s| s == step);
    if near && !steps.iter().all(|s| is_done(s)) && steps.iter().any(fits) {
        steps.retain(fits);
    }
    Prepared {
        done: steps.iter().filter(|s| is_done(s)).count(),
        all: steps.len(),
        minutes: (steps.iter().filter(|s| !is_done(s)))
            .map(|s| sheet.minutes_of(s))
            .sum(),
    }
}

//! The page of people to hand over to an employer: only those who said yes, and only what it takes to call them.

use crate::desk::Model;
use crate::domain::checks::Referee;
use crate::domain::journey::Application;
use crate::panes::leaflet::{Leaflet, Part};
use crate::panes::words::hide_names;

/// The page; without parts where nobody has said yes.
pub fn page(model: &Model, job: Option<&Application>) -> Leaflet {
    let part = |one: &Referee| {
        let lines = [&one.person.title, &one.person.contact].into_iter();
        let mut lines: Vec<&String> = lines.filter(|line| !line.is_empty()).collect();
        // A name alone is a line of the page, too.
        if lines.is_empty() {
            lines.push(&one.person.contact);
        }
        Part::new(
            hide_names(model, &one.person.name),
            lines
                .into_iter()
                .map(|line| hide_names(model, line))
                .collect(),
        )
    };
    let me = Some(model.profile.name.trim()).filter(|me| !me.is_empty() && !model.names_hidden);
    let role = job
        .map(|job| job.role.as_str())
        .filter(|role| !role.is_empty());
    let about: Vec<&str> = me.into_iter().chain(role).collect();
    Leaflet {
        title: "References".to_owned(),
        about: about.join(", "),
        parts: model.checks.speakers().map(part).collect(),
    }
}

/// Who on that page does not know about the job yet, in sentences.
pub fn unaware(model: &Model, job: Option<&Application>) -> Vec<String> {
    let Some(job) = job else {
        return Vec::new();
    };
    let unaware = model.checks.speakers().filter(|one| !one.knows(&job.id));
    let words = |one: &Referee| {
        let (name, employer) = (&one.person.name, &job.employer);
        let line = format!(
            "{name} does not know about {employer} yet. Tell them before you hand this over."
        );
        hide_names(model, &line)
    };
    unaware.map(words).collect()
}

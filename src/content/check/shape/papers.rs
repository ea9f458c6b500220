//! L02 for what is taken along: letters, plans and nudges to find a story.

use super::needs::{needed, one_of, size, within};
use crate::content::check::book::{Book, each};
use crate::content::check::out::Out;
use crate::content::found::At;
use crate::content::raw::{Plan, StoryPrompt, Template};

/// What a letter is for.
pub const LETTERS: [&str; 17] = [
    "thank-you",
    "thank-you-concern",
    "thank-you-panel",
    "status",
    "feedback-request",
    "reply-rejection",
    "extension",
    "negotiate",
    "accept",
    "decline",
    "withdraw",
    "reference-ask",
    "reference-brief",
    "accommodation",
    "document-send",
    "reschedule",
    "stay-in-touch",
];

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.templates, out, template);
    each(&book.plans, out, plan);
    each(&book.story_prompts, out, story_prompt);
}

fn template(template: &Template, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [("due", &*template.due), ("body", &template.body)];
    needed(out, at, &texts);
    if template.channel == "email" {
        needed(out, at, &[("subject", &template.subject)]);
    }
    one_of(out, at, "type", &template.r#type, &LETTERS);
    one_of(
        out,
        at,
        "channel",
        &template.channel,
        &["email", "call", "message"],
    );
    one_of(
        out,
        at,
        "tone",
        &template.tone,
        &["warm", "neutral", "formal"],
    );
    size(out, at, "check", template.check.len(), 3..=6);
}

fn plan(plan: &Plan, at: &At<'_>, out: &mut Out<'_>) {
    needed(out, at, &[("title", &plan.title)]);
    within(out, at, "days", plan.days, 1..=28);
    within(out, at, "daily_minutes", plan.daily_minutes, 10..=180);
    size(out, at, "steps", plan.steps.len(), 3..=64);
    let kinds = ["drill", "checklist", "read", "people", "rest"];
    for (i, step) in plan.steps.iter().enumerate() {
        let steps = at.key("steps");
        let at = steps.item(i);
        needed(out, &at, &[("do", &step.r#do)]);
        one_of(out, &at, "kind", &step.kind, &kinds);
        within(out, &at, "day", step.day, 1..=plan.days.max(1));
        within(out, &at, "minutes", step.minutes, 0..=180);
    }
    for kind in ["rest", "people"] {
        if !plan.steps.iter().any(|step| step.kind == kind) {
            out.error(
                "L02",
                &at.key("steps"),
                format_args!("No step has `kind = \"{kind}\"`."),
                "A plan has a step to rest and one with another person in it.",
            );
        }
    }
}

fn story_prompt(prompt: &StoryPrompt, at: &At<'_>, out: &mut Out<'_>) {
    needed(out, at, &[("text", &prompt.text)]);
    size(out, at, "competencies", prompt.competencies.len(), 1..=4);
    size(out, at, "life_area", prompt.life_area.0.len(), 1..=5);
    let areas = ["work", "study", "volunteer", "family-safe", "hobby"];
    for area in &prompt.life_area.0 {
        one_of(out, at, "life_area", area, &areas);
    }
}

//! L02 for what is taken along: letters, plans and nudges to find a story.

use super::needs::{needed, size};
use crate::content::check::book::{Book, each};
use crate::content::check::out::Out;
use crate::content::found::At;
use crate::content::raw::{Plan, StoryPrompt, Template};

/// Runs the rule. Words of closed lists, and what a record cannot be used without, lowering has told.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.templates, out, template);
    each(&book.plans, out, plan);
    each(&book.story_prompts, out, story_prompt);
}

fn template(template: &Template, at: &At<'_>, out: &mut Out<'_>) {
    needed(out, at, &[("due", &template.due)]);
    if template.channel == "email" {
        needed(out, at, &[("subject", &template.subject)]);
    }
    size(out, at, "check", template.check.len(), 3..=6);
}

fn plan(plan: &Plan, at: &At<'_>, out: &mut Out<'_>) {
    size(out, at, "steps", plan.steps.len(), 3..=64);
    for kind in ["rest", "people"] {
        if !plan.steps.iter().any(|step| step.kind == kind) {
            out.error(
                "L02",
                &at.key("steps"),
                format_args!("No step has `kind = \"{kind}\"`."),
                "A plan has a step to rest and one with another person.",
            );
        }
    }
}

fn story_prompt(prompt: &StoryPrompt, at: &At<'_>, out: &mut Out<'_>) {
    size(out, at, "competencies", prompt.competencies.len(), 1..=4);
    size(out, at, "life_area", prompt.life_area.0.len(), 1..=5);
}

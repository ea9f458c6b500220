//! Lowers what is taken along: letters, plans and nudges to find a story.

use super::Lower;
use super::fields::{each, ids, line, lines, number, prose, required, word, words};
use crate::content::found::{At, Sink};
use crate::content::raw;
use crate::domain::id::{CompetencyId, PlanId, StoryPromptId, TemplateId};
use crate::domain::library::{
    Channel, Due, Letter, Plan, PlanStep, StepKind, StoryPrompt, Template, Tone,
};

/// Longest plan, in days.
const MAX_DAYS: u32 = 28;

/// Longest step, in minutes.
const MAX_MINUTES: u32 = 600;

impl Lower for raw::Template {
    type Into = Template;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Template {
        let letter = word(sink, &at.key("type"), &self.r#type);
        let channel = word(sink, &at.key("channel"), &self.channel);
        let tone = word(sink, &at.key("tone"), &self.tone);
        let body = prose(sink, &at.key("body"), &self.body);
        let slots = self.slots.into_iter();
        let slots = slots.map(|(slot, text)| {
            let text = line(sink, &at.key("slots").key(&slot), text);
            (slot, text)
        });
        let slots = slots.collect();
        Template {
            id: TemplateId::new(&self.id),
            letter: letter.unwrap_or(Letter::ThankYou),
            channel: channel.unwrap_or(Channel::Email),
            due: due(sink, &at.key("due"), &self.due),
            tone: tone.unwrap_or(Tone::Neutral),
            subject: line(sink, &at.key("subject"), self.subject),
            body: required_prose(sink, &at.key("body"), body),
            must_personalize: lines(sink, &at.key("must_personalize"), self.must_personalize),
            slots,
            check: lines(sink, &at.key("check"), self.check),
            max_words: self.max_words,
        }
    }
}

fn required_prose(sink: &mut Sink, at: &At<'_>, text: String) -> String {
    if text.is_empty() {
        required(sink, at, text)
    } else {
        text
    }
}

/// When it is due; nothing where nothing is said.
fn due(sink: &mut Sink, at: &At<'_>, text: &str) -> Option<Due> {
    let due = Due::read(text);
    if due.is_none() && !text.is_empty() {
        let hint = "Write `PT24H` or `P2D` (after what it answers), or a rule such as `decision_date+2d`, `deadline-1d`, `interview-2d`.";
        sink.error(at, format_args!("`{at}` cannot be {text:?}."), hint);
    }
    due
}

impl Lower for raw::Plan {
    type Into = Plan;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Plan {
        let minutes = at.key("daily_minutes");
        let days = number(sink, &at.key("days"), self.days, 1..=MAX_DAYS);
        Plan {
            id: PlanId::new(&self.id),
            title: required(sink, &at.key("title"), self.title),
            days,
            daily_minutes: number(sink, &minutes, self.daily_minutes, 0..=MAX_MINUTES),
            stages: words(sink, &at.key("stages"), &self.stages),
            after: self.after,
            steps: each(sink, &at.key("steps"), self.steps, |sink, at, s| {
                step(sink, at, s, days)
            }),
        }
    }
}

fn step(sink: &mut Sink, at: &At<'_>, step: raw::PlanStep, days: u32) -> PlanStep {
    PlanStep {
        day: number(sink, &at.key("day"), step.day, 1..=days),
        text: required(sink, &at.key("do"), step.r#do),
        kind: word(sink, &at.key("kind"), &step.kind).unwrap_or(StepKind::Drill),
        link: line(sink, &at.key("ref"), step.r#ref),
        minutes: number(sink, &at.key("minutes"), step.minutes, 0..=MAX_MINUTES),
    }
}

impl Lower for raw::StoryPrompt {
    type Into = StoryPrompt;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> StoryPrompt {
        let competencies = at.key("competencies");
        StoryPrompt {
            id: StoryPromptId::new(&self.id),
            text: required(sink, &at.key("text"), self.text),
            competencies: ids(sink, &competencies, &self.competencies, CompetencyId::new),
            life_areas: words(sink, &at.key("life_area"), &self.life_area.0),
        }
    }
}

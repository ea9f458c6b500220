//! Lowers stages.

use std::collections::BTreeMap;

use super::Lower;
use super::fields::{capped, ids, line, lines, required, word};
use crate::content::found::{At, Sink};
use crate::content::raw;
use crate::domain::id::{
    AskId, BlueprintId, ChecklistId, CompetencyId, FamilyId, PerspectiveId, ScenarioId,
};
use crate::domain::library::{After, Signal, Stage, StageFormat, StageId, StageKind};

impl Lower for raw::Stage {
    type Into = Stage;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Stage {
        let id = word(sink, &at.key("id"), &self.id);
        let steps = lines(sink, &at.key("steps"), self.steps);
        let evening = at.key("evening");
        let fits = capped(sink, &evening, self.evening).enumerate();
        let fits = fits.filter_map(|(i, place)| step(sink, &evening.item(i), place, &steps));
        let fits = fits.collect();
        let names = self.asks_names;
        let asks_names = names.and_then(|n| step(sink, &at.key("asks_names"), n, &steps));
        Stage {
            id: id.unwrap_or(StageId::Screening),
            title: required(sink, &at.key("title"), self.title),
            summary: line(sink, &at.key("summary"), self.summary),
            expect: lines(sink, &at.key("expect"), self.expect),
            expect_in: by_field(sink, &at.key("expect_in"), self.expect_in),
            steps_in: by_field(sink, &at.key("steps_in"), self.steps_in),
            signals_in: by_field(sink, &at.key("signals_in"), self.signals_in),
            formats: formats(sink, &at.key("formats"), self.formats),
            minutes_min: self.minutes_min,
            minutes_max: self.minutes_max,
            decides: line(sink, &at.key("decides"), self.decides),
            interviewers: lines(sink, &at.key("interviewers"), self.interviewers),
            prepare: ids(sink, &at.key("prepare"), &self.prepare, ChecklistId::new),
            steps,
            step_minutes: capped(sink, &at.key("step_minutes"), self.step_minutes).collect(),
            evening: fits,
            asks_names,
            signals: signals(sink, &at.key("signals"), self.signals),
            red_flags: lines(sink, &at.key("red_flags"), self.red_flags),
            kinds: kinds(sink, &at.key("kinds"), self.kinds),
            asks: ids(sink, &at.key("asks"), &self.asks, AskId::new),
            after: after(sink, &at.key("after"), self.after),
            perspectives: ids(
                sink,
                &at.key("perspectives"),
                &self.perspectives,
                PerspectiveId::new,
            ),
            blueprints: ids(
                sink,
                &at.key("blueprints"),
                &self.blueprints,
                BlueprintId::new,
            ),
            scenarios: ids(sink, &at.key("scenarios"), &self.scenarios, ScenarioId::new),
            virtual_note: line(sink, &at.key("virtual_note"), self.virtual_note),
            adjust_note: line(sink, &at.key("adjust_note"), self.adjust_note),
            if_canceled: line(sink, &at.key("if_canceled"), self.if_canceled),
        }
    }
}

/// Lines for some fields of work.
fn by_field(
    sink: &mut Sink,
    at: &At<'_>,
    fields: BTreeMap<String, Vec<String>>,
) -> Vec<(FamilyId, Vec<String>)> {
    let fields = fields.into_iter();
    let lowered = fields.map(|(field, words)| {
        let words = lines(sink, &at.key(&field), words);
        (FamilyId::new(&field), words)
    });
    lowered.collect()
}

/// The step at a place, from 1 on.
fn step(sink: &mut Sink, at: &At<'_>, place: usize, steps: &[String]) -> Option<String> {
    let step = place.checked_sub(1).and_then(|n| steps.get(n));
    if step.is_none() {
        sink.error(
            at,
            format_args!("`{at}` is {place}, and there is no such step."),
            format_args!("Use 1 to {}: the place of a step in `steps`.", steps.len()),
        );
    }
    step.cloned()
}

fn formats(sink: &mut Sink, at: &At<'_>, formats: Vec<raw::Format>) -> Vec<StageFormat> {
    let formats = capped(sink, at, formats).enumerate();
    formats
        .map(|(i, f)| StageFormat {
            id: required(sink, &at.item(i).key("id"), f.id),
            note: line(sink, &at.item(i).key("note"), f.note),
        })
        .collect()
}

fn signals(sink: &mut Sink, at: &At<'_>, signals: Vec<raw::Signal>) -> Vec<Signal> {
    let signals = capped(sink, at, signals).enumerate();
    signals
        .map(|(i, s)| Signal {
            text: required(sink, &at.item(i).key("text"), s.text),
            competencies: ids(
                sink,
                &at.item(i).key("competencies"),
                &s.competencies,
                CompetencyId::new,
            ),
        })
        .collect()
}

fn kinds(sink: &mut Sink, at: &At<'_>, kinds: Vec<raw::StageKind>) -> Vec<StageKind> {
    let kinds = capped(sink, at, kinds).enumerate();
    kinds
        .filter_map(|(i, k)| {
            let entry = at.item(i);
            if !(1..=5).contains(&k.weight) {
                let what = format_args!("`{}` is {}.", entry.key("weight"), k.weight);
                sink.error(
                    &entry.key("weight"),
                    what,
                    "Use a whole number from 1 (rare) to 5 (main).",
                );
            }
            let kind = word(sink, &entry.key("id"), &k.id)?;
            Some(StageKind {
                kind,
                weight: k.weight.clamp(1, 5),
            })
        })
        .collect()
}

fn after(sink: &mut Sink, at: &At<'_>, after: Vec<raw::After>) -> Vec<After> {
    let after = capped(sink, at, after).enumerate();
    after
        .map(|(i, a)| After {
            text: required(sink, &at.item(i).key("text"), a.text),
            due_hours: a.due_hours,
        })
        .collect()
}

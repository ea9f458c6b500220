//! Lowers branching talks: names of moments become places, so that every reply leads somewhere.

use super::Lower;
use super::fields::{MAX_LIST, each, ids, line, number, required, word, words};
use super::question::MAX_SECONDS;
use crate::content::found::{At, Sink};
use crate::content::hint::did_you_mean;
use crate::content::raw;
use crate::domain::id::{FamilyId, ScenarioId};
use crate::domain::level::Level;
use crate::domain::library::{Choice, End, Meter, Node, Persona, Scenario, ScenarioGroup, Turn};
use crate::problem::Severity;

impl Lower for raw::Scenario {
    type Into = Scenario;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Scenario {
        // Only moments that are taken can be led to.
        let taken = self.node.iter().take(MAX_LIST);
        let names: Vec<String> = taken.map(|node| node.id.clone()).collect();
        let start = place(sink, &at.key("start"), &self.start, &names);
        let group = word(sink, &at.key("group"), &self.group);
        let counterpart = at.key("counterpart");
        Scenario {
            id: ScenarioId::new(&self.id),
            title: required(sink, &at.key("title"), self.title),
            group: group.unwrap_or(ScenarioGroup::Process),
            stages: words(sink, &at.key("stages"), &self.stages),
            roles: ids(sink, &at.key("roles"), &self.roles, FamilyId::new),
            briefing: line(sink, &at.key("briefing"), self.briefing),
            counterpart_title: line(
                sink,
                &counterpart.key("title"),
                self.counterpart.title.clone(),
            ),
            counterpart: other(sink, &counterpart, self.counterpart),
            hidden: line(sink, &at.key("hidden"), self.hidden),
            meters: words(sink, &at.key("meters"), &self.meters),
            nodes: each(sink, &at.key("node"), self.node, |sink, at, n| {
                node(sink, at, n, &names)
            }),
            start,
        }
    }
}

/// The place of a moment; the first one stands in for a name that there is not.
fn place(sink: &mut Sink, at: &At<'_>, name: &str, names: &[String]) -> usize {
    let place = names.iter().position(|known| known == name);
    place.unwrap_or_else(|| {
        let known = names.iter().map(String::as_str);
        sink.rule(
            ("L21", Severity::Error),
            at,
            format_args!("`{at}` leads to {name:?}, which is no moment of this scenario."),
            did_you_mean(name, known),
        );
        0
    })
}

fn other(sink: &mut Sink, at: &At<'_>, other: raw::Counterpart) -> Persona {
    Persona {
        name: required(sink, &at.key("name"), other.name),
        mood: line(sink, &at.key("mood"), other.mood),
        goal: line(sink, &at.key("goal"), other.goal),
        calms: line(sink, &at.key("calms"), other.calms),
        escalates: line(sink, &at.key("escalates"), other.escalates),
    }
}

fn node(sink: &mut Sink, at: &At<'_>, node: raw::Node, names: &[String]) -> Node {
    let wrong = match (node.choices.is_empty(), &node.end) {
        (true, None) => Some("Here is nothing to say, and it is no end."),
        (false, Some(_)) => Some("Here is something to say, and it is an end."),
        _ => None,
    };
    if let Some(wrong) = wrong {
        let hint = "Write either `choices` or `end`.";
        sink.rule(("L21", Severity::Error), at, wrong, hint);
    }
    let seconds = at.key("seconds");
    Node {
        id: required(sink, &at.key("id"), node.id),
        speaker: line(sink, &at.key("speaker"), node.speaker),
        line: required(sink, &at.key("line"), node.line),
        seconds: node
            .seconds
            .map(|s| number(sink, &seconds, s, 1..=MAX_SECONDS)),
        turn: match node.end {
            Some(ends) => Turn::End(end(sink, &at.key("end"), ends)),
            None => Turn::Reply(each(
                sink,
                &at.key("choices"),
                node.choices,
                |sink, at, c| choice(sink, at, c, names),
            )),
        },
    }
}

fn choice(sink: &mut Sink, at: &At<'_>, choice: raw::Choice, names: &[String]) -> Choice {
    let mut effects = Vec::new();
    for (meter, change) in &choice.effects {
        let at = at.key("effects");
        let at = at.key(meter);
        number(sink, &at, change.unsigned_abs().into(), 0..=2);
        let meter: Option<Meter> = word(sink, &at, meter);
        effects.extend(meter.map(|meter| (meter, (*change).clamp(-2, 2))));
    }
    Choice {
        say: required(sink, &at.key("say"), choice.say),
        to: place(sink, &at.key("to"), &choice.to, names),
        skill: line(sink, &at.key("skill"), choice.skill),
        why: line(sink, &at.key("why"), choice.why),
        effects,
    }
}

fn end(sink: &mut Sink, at: &At<'_>, end: raw::End) -> End {
    End {
        level: word(sink, &at.key("level"), &end.level).unwrap_or(Level::NotYet),
        debrief: line(sink, &at.key("debrief"), end.debrief),
        next: line(sink, &at.key("next"), end.next),
    }
}

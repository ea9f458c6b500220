//! Lowers rubric, taxonomy, voices, checklists and questions to ask.

use super::Lower;
use super::fields::{capped, id, ids, law, levels, line, lines, prose, required, word, words};
use super::question::points;
use crate::content::found::{At, Sink};
use crate::content::raw;
use crate::domain::id::{
    AskId, ChecklistId, CompetencyId, DimensionId, FamilyId, FrameworkId, PerspectiveId,
    QuestionId, TopicId,
};
use crate::domain::library::{
    Ask, Checklist, ChecklistItem, Competency, Dimension, Family, Framework, FrameworkStep, Kind,
    ListenFor, Perspective, Reading, Topic, Voice,
};

impl Lower for raw::Competency {
    type Into = Competency;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Competency {
        Competency {
            id: CompetencyId::new(&self.id),
            title: required(sink, &at.key("title"), self.title),
            definition: line(sink, &at.key("definition"), self.definition),
            anchors: levels(sink, &at.key("anchors"), self.anchors),
            listen_for: lines(sink, &at.key("listen_for"), self.listen_for),
            related: ids(sink, &at.key("related"), &self.related, CompetencyId::new),
        }
    }
}

impl Lower for raw::Dimension {
    type Into = Dimension;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Dimension {
        let reading = Reading {
            title: required(sink, &at.key("title"), self.title),
            question: line(sink, &at.key("question"), self.question),
            anchors: levels(sink, &at.key("anchors"), self.anchors),
            next_step: levels(sink, &at.key("next_step"), self.next_step),
        };
        let in_fields = self.next_step_in.into_iter().map(|(field, other)| {
            let at = at.key("next_step_in");
            let at = at.key(&field);
            let steps = or_usual(levels(sink, &at, other), &reading.next_step);
            (FamilyId::new(&field), steps)
        });
        let next_step_in = in_fields.collect();
        let reads_as = self.reads_as.into_iter().filter_map(|(name, other)| {
            let at = at.key("reads_as");
            let at = at.key(&name);
            let kind = word(sink, &at, &name)?;
            Some((kind, reads_as(sink, &at, other, &reading)))
        });
        let reads_as = reads_as.collect();
        Dimension {
            id: DimensionId::new(&self.id),
            applies: applies(sink, &at.key("applies"), &self.applies.0),
            weight: self.weight,
            not_this: line(sink, &at.key("not_this"), self.not_this),
            reads_as,
            next_step_in,
            reading,
        }
    }
}

/// The kinds named, or all of them.
fn applies(sink: &mut Sink, at: &At<'_>, kinds: &[String]) -> Vec<Kind> {
    match kinds {
        [all] if all == "all" => Kind::ALL.to_vec(),
        kinds => words(sink, at, kinds),
    }
}

/// What is left out of a reading reads as usual.
fn reads_as(sink: &mut Sink, at: &At<'_>, other: raw::Reading, usual: &Reading) -> Reading {
    let [title, question] = or_usual(
        [
            line(sink, &at.key("title"), other.title),
            line(sink, &at.key("question"), other.question),
        ],
        &[usual.title.clone(), usual.question.clone()],
    );
    let anchors = levels(sink, &at.key("anchors"), other.anchors);
    let next_step = levels(sink, &at.key("next_step"), other.next_step);
    Reading {
        title,
        question,
        anchors: or_usual(anchors, &usual.anchors),
        next_step: or_usual(next_step, &usual.next_step),
    }
}

/// The usual words where none are given.
fn or_usual<const N: usize>(mut given: [String; N], usual: &[String; N]) -> [String; N] {
    for (text, usual) in given.iter_mut().zip(usual) {
        if text.is_empty() {
            text.clone_from(usual);
        }
    }
    given
}

impl Lower for raw::Family {
    type Into = Family;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Family {
        Family {
            id: FamilyId::new(&self.id),
            title: required(sink, &at.key("title"), self.title),
            summary: line(sink, &at.key("summary"), self.summary),
            not_asked: ids(sink, &at.key("not_asked"), &self.not_asked, QuestionId::new),
            seniority: words(sink, &at.key("seniority"), &self.seniority),
        }
    }
}

impl Lower for raw::Framework {
    type Into = Framework;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Framework {
        let steps_at = at.key("steps");
        let steps = capped(sink, &steps_at, self.steps).enumerate();
        let steps = steps.map(|(i, s)| FrameworkStep {
            name: required(sink, &steps_at.item(i).key("name"), s.name),
            share: s.share,
            cue: line(sink, &steps_at.item(i).key("cue"), s.cue),
        });
        let steps = steps.collect();
        Framework {
            id: FrameworkId::new(&self.id),
            title: required(sink, &at.key("title"), self.title),
            steps,
            use_for: line(sink, &at.key("use_for"), self.use_for),
            avoid_when: line(sink, &at.key("avoid_when"), self.avoid_when),
            mini_example: line(sink, &at.key("mini_example"), self.mini_example),
            points: points(sink, &at.key("points"), self.points),
        }
    }
}

impl Lower for raw::Topic {
    type Into = Topic;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Topic {
        Topic {
            id: TopicId::new(&self.id),
            title: required(sink, &at.key("title"), self.title),
            kinds: words(sink, &at.key("kinds"), &self.kinds),
            names: lines(sink, &at.key("tags"), self.tags),
        }
    }
}

impl Lower for raw::Perspective {
    type Into = Perspective;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Perspective {
        let voice = word(sink, &at.key("voice"), &self.voice);
        Perspective {
            id: PerspectiveId::new(&self.id),
            voice: voice.unwrap_or(Voice::Seeker),
            speaker: line(sink, &at.key("speaker"), self.speaker),
            topic: line(sink, &at.key("topic"), self.topic),
            insight: required(sink, &at.key("insight"), self.insight),
            body: prose(sink, &at.key("body"), &self.body),
            actions: lines(sink, &at.key("do"), self.r#do),
            context: line(sink, &at.key("context"), self.context),
            roles: ids(sink, &at.key("roles"), &self.roles, FamilyId::new),
            pair: id(&self.pair, PerspectiveId::new),
            changed: line(sink, &at.key("changed"), self.changed),
            evidence: line(sink, &at.key("evidence"), self.evidence),
            as_of: self.as_of.map_or_else(String::new, |day| day.0),
            law: law(sink, at, self.jurisdiction, self.reviewed),
            links: lines(sink, &at.key("links"), self.links),
        }
    }
}

impl Lower for raw::Checklist {
    type Into = Checklist;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Checklist {
        let items_at = at.key("items");
        let items = capped(sink, &items_at, self.items).enumerate();
        let items = items.map(|(i, item)| ChecklistItem {
            text: required(sink, &items_at.item(i).key("text"), item.text),
            why: line(sink, &items_at.item(i).key("why"), item.why),
            minutes: item.minutes,
            tip: item.tip,
        });
        let items = items.collect();
        Checklist {
            roles: ids(sink, &at.key("roles"), &self.roles, FamilyId::new),
            id: ChecklistId::new(&self.id),
            title: required(sink, &at.key("title"), self.title),
            when: line(sink, &at.key("when"), self.when),
            stages: words(sink, &at.key("stages"), &self.stages),
            items,
        }
    }
}

impl Lower for raw::Ask {
    type Into = Ask;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Ask {
        let listen_at = at.key("listen_for");
        let listen = capped(sink, &listen_at, self.listen_for).enumerate();
        let listen = listen.map(|(i, l)| ListenFor {
            good: line(sink, &listen_at.item(i).key("good"), l.good),
            worry: line(sink, &listen_at.item(i).key("worry"), l.worry),
        });
        let listen_for = listen.collect();
        Ask {
            id: AskId::new(&self.id),
            text: required(sink, &at.key("text"), self.text),
            topic: line(sink, &at.key("topic"), self.topic),
            audience: lines(sink, &at.key("audience"), self.audience),
            stages: words(sink, &at.key("stages"), &self.stages),
            roles: ids(sink, &at.key("roles"), &self.roles, FamilyId::new),
            seniority: words(sink, &at.key("seniority"), &self.seniority),
            do_first: line(sink, &at.key("do_first"), self.do_first),
            listen_for,
            avoid_if: line(sink, &at.key("avoid_if"), self.avoid_if),
            must_ask: self.must_ask,
        }
    }
}

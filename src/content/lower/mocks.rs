//! Lowers what a mock is made of: items, sample answers, panels, manners and blueprints.

use std::collections::BTreeMap;

use super::Lower;
use super::fields::{each, id, ids, line, lines, measured, number, required, word, words};
use super::question::MAX_SECONDS;
use crate::content::found::{At, Sink};
use crate::content::raw;
use crate::domain::id::{
    AskId, BlueprintId, CompetencyId, DimensionId, ExemplarId, FamilyId, ItemId, PanelId,
    PersonaId, QuestionId, TopicId,
};
use crate::domain::level::Level;
use crate::domain::library::{
    Blueprint, DecisionRole, Exemplar, Facet, Feedback, Interviewer, Item, ItemKind, ItemMode,
    ItemOption, ItemTask, Judgment, Member, Panel, Pick, PickItems, Reactions, Section, StageId,
    Statement,
};

/// Longest mock, in minutes: a day.
const MAX_MINUTES: u32 = 600;

/// Most questions or items that one section draws.
const MAX_COUNT: u32 = 24;

impl Lower for raw::Item {
    type Into = Item;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Item {
        let kind = word(sink, &at.key("kind"), &self.kind);
        let id = ItemId::new(&self.id);
        let task = match kind.unwrap_or(ItemKind::Judgment) {
            ItemKind::Judgment => ItemTask::Judgment(judgment(sink, at, self)),
            ItemKind::SelfReport => ItemTask::Statement(statement(sink, at, self)),
        };
        Item { id, task }
    }
}

fn judgment(sink: &mut Sink, at: &At<'_>, item: raw::Item) -> Judgment {
    Judgment {
        situation: required(sink, &at.key("situation"), item.situation),
        family: id(&item.family, FamilyId::new),
        competency: id(&item.competency, CompetencyId::new),
        mode: word(sink, &at.key("mode"), &item.mode).unwrap_or(ItemMode::BestWorst),
        options: each(
            sink,
            &at.key("options"),
            item.options,
            |sink, at, option| ItemOption {
                text: required(sink, &at.key("text"), option.text),
                level: word(sink, &at.key("level"), &option.level).unwrap_or(Level::Partly),
                why: line(sink, &at.key("why"), option.why),
            },
        ),
    }
}

fn statement(sink: &mut Sink, at: &At<'_>, item: raw::Item) -> Statement {
    Statement {
        text: required(sink, &at.key("statement"), item.statement),
        facet: word(sink, &at.key("facet"), &item.facet).unwrap_or(Facet::Structure),
        mirror: id(&item.mirror, ItemId::new),
    }
}

impl Lower for raw::Exemplar {
    type Into = Exemplar;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Exemplar {
        let mut levels = Vec::new();
        for (dimension, level) in &self.levels {
            let level = word(sink, &at.key("levels").key(dimension), level);
            levels.extend(level.map(|level| (DimensionId::new(dimension), level)));
        }
        Exemplar {
            id: ExemplarId::new(&self.id),
            question: QuestionId::new(&self.question),
            level: word(sink, &at.key("level"), &self.level).unwrap_or(Level::NotYet),
            text: required(sink, &at.key("text"), self.text),
            levels,
            hit: measured(sink, &at.key("points_hit"), &self.points_hit).to_vec(),
            half: measured(sink, &at.key("points_half"), &self.points_half).to_vec(),
            flags: measured(sink, &at.key("red_flags"), &self.red_flags).to_vec(),
            why: reasons(sink, &at.key("why"), self.why),
        }
    }
}

fn reasons(
    sink: &mut Sink,
    at: &At<'_>,
    why: BTreeMap<String, String>,
) -> Vec<(DimensionId, String)> {
    let why = why.into_iter();
    why.map(|(dimension, text)| {
        let text = line(sink, &at.key(&dimension), text);
        (DimensionId::new(&dimension), text)
    })
    .collect()
}

impl Lower for raw::Panel {
    type Into = Panel;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Panel {
        let members = each(sink, &at.key("members"), self.members, member);
        if members.is_empty() {
            let hint = "Write two to six: `members = [{ name = …, title = … }]`.";
            sink.error(&at.key("members"), "Nobody sits on the panel.", hint);
        }
        let chairs = |m: &Member| m.role == DecisionRole::Chairs;
        let chair = members.iter().position(chairs);
        Panel {
            id: PanelId::new(&self.id),
            title: required(sink, &at.key("title"), self.title),
            family: id(&self.family, FamilyId::new),
            seniority: words(sink, &at.key("seniority"), &self.seniority),
            chair: chair.unwrap_or(0),
            members,
        }
    }
}

fn member(sink: &mut Sink, at: &At<'_>, member: raw::Member) -> Member {
    let role = word(sink, &at.key("decision_role"), &member.decision_role);
    Member {
        name: required(sink, &at.key("name"), member.name),
        title: line(sink, &at.key("title"), member.title),
        focus: ids(sink, &at.key("focus"), &member.focus, CompetencyId::new),
        role: role.unwrap_or(DecisionRole::Advises),
        persona: id(&member.persona, PersonaId::new),
        opens_with: words(sink, &at.key("opens_with"), &member.opens_with),
        cross_probe: line(sink, &at.key("cross_probe"), member.cross_probe),
        cares_about: line(sink, &at.key("cares_about"), member.cares_about),
        ask: id(&member.ask, AskId::new),
    }
}

impl Lower for raw::Interviewer {
    type Into = Interviewer;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Interviewer {
        let reactions = at.key("reactions");
        let interrupts = number(sink, &at.key("interrupts"), self.interrupts.into(), 0..=2);
        Interviewer {
            id: PersonaId::new(&self.id),
            title: line(sink, &at.key("title"), self.title),
            opening_line: line(sink, &at.key("opening_line"), self.opening_line),
            other_openings: lines(sink, &at.key("other_openings"), self.other_openings),
            pause_s: number(sink, &at.key("pause_s"), self.pause_s, 0..=60),
            interrupts: u8::try_from(interrupts).unwrap_or(0),
            reactions: Reactions {
                strong: line(sink, &reactions.key("strong"), self.reactions.strong),
                others: lines(sink, &reactions.key("others"), self.reactions.others),
                weak: line(sink, &reactions.key("weak"), self.reactions.weak),
                long: line(sink, &reactions.key("long"), self.reactions.long),
            },
            probe_bias: lines(sink, &at.key("probe_bias"), self.probe_bias),
            note: line(sink, &at.key("note"), self.note),
        }
    }
}

impl Lower for raw::Blueprint {
    type Into = Blueprint;

    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Blueprint {
        let stage = word(sink, &at.key("stage"), &self.stage);
        let feedback = word(sink, &at.key("feedback"), &self.feedback);
        let sections = each(sink, &at.key("sections"), self.sections, section);
        if sections.is_empty() {
            let hint = "Write `sections = [{ title = …, minutes = … }]`.";
            sink.error(&at.key("sections"), "The mock has no sections.", hint);
        }
        Blueprint {
            id: BlueprintId::new(&self.id),
            title: required(sink, &at.key("title"), self.title),
            stage: stage.unwrap_or(StageId::InPerson),
            families: ids(sink, &at.key("families"), &self.families, FamilyId::new),
            seniority: words(sink, &at.key("seniority"), &self.seniority),
            minutes: number(sink, &at.key("minutes"), self.minutes, 1..=MAX_MINUTES),
            feedback: feedback.unwrap_or(Feedback::End),
            persona: id(&self.persona, PersonaId::new),
            panel: id(&self.panel, PanelId::new),
            conditions: words(sink, &at.key("conditions"), &self.conditions),
            sections,
            must_include: words(sink, &at.key("must_include"), &self.must_include),
            pass_note: line(sink, &at.key("pass_note"), self.pass_note),
        }
    }
}

fn section(sink: &mut Sink, at: &At<'_>, section: raw::Section) -> Section {
    let seconds = |sink: &mut Sink, name: &str, seconds: Option<u32>| {
        seconds.map(|s| number(sink, &at.key(name), s, 0..=MAX_SECONDS))
    };
    let small = |sink: &mut Sink, name: &str, few: Option<u8>, least: u32| {
        let few = few.map(|n| number(sink, &at.key(name), n.into(), least..=3));
        few.and_then(|n| u8::try_from(n).ok())
    };
    Section {
        title: required(sink, &at.key("title"), section.title),
        minutes: number(sink, &at.key("minutes"), section.minutes, 1..=MAX_MINUTES),
        focus: ids(sink, &at.key("focus"), &section.focus, CompetencyId::new),
        ask: line(sink, &at.key("ask"), section.ask),
        pick: section.pick.map(|p| pick(sink, &at.key("pick"), &p)),
        items: section
            .items
            .and_then(|items| pick_items(sink, &at.key("items"), &items)),
        fixed: lines(sink, &at.key("fixed"), section.fixed),
        prep_s: seconds(sink, "prep_s", section.prep_s),
        answer_s: seconds(sink, "answer_s", section.answer_s),
        takes: small(sink, "takes", section.takes, 1),
        probes: small(sink, "probes", section.probes, 0).unwrap_or(0),
        persona: id(&section.persona, PersonaId::new),
    }
}

fn pick(sink: &mut Sink, at: &At<'_>, pick: &raw::Pick) -> Pick {
    let difficulty = measured(sink, &at.key("difficulty"), &pick.difficulty).to_vec();
    for (i, d) in difficulty.iter().enumerate() {
        number(sink, &at.key("difficulty").item(i), (*d).into(), 1..=3);
    }
    let competencies = at.key("competencies");
    Pick {
        kinds: words(sink, &at.key("kinds"), &pick.kinds),
        competencies: ids(sink, &competencies, &pick.competencies, CompetencyId::new),
        topics: ids(sink, &at.key("topics"), &pick.topics, TopicId::new),
        difficulty,
        from: ids(sink, &at.key("from"), &pick.from, QuestionId::new),
        count: number(sink, &at.key("count"), pick.count, 1..=MAX_COUNT),
    }
}

fn pick_items(sink: &mut Sink, at: &At<'_>, items: &raw::PickItems) -> Option<PickItems> {
    Some(PickItems {
        kind: word(sink, &at.key("kind"), &items.kind)?,
        count: number(sink, &at.key("count"), items.count, 1..=MAX_COUNT),
    })
}

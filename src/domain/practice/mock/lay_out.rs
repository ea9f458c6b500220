//! A blueprint laid out for one person: sections with their stops, and the questions drawn for them.

use std::collections::HashSet;

use super::code::Ticket;
use crate::domain::dice::Dice;
use crate::domain::id::{FamilyId, ItemId, ScenarioId, TopicId};
use crate::domain::library::{Blueprint, Card, Kind, Library, Pick, PickItems, Section, Seniority};
use crate::domain::order::InOrder;
use crate::domain::practice::assess::{Wanted, draw};
use crate::domain::practice::pick::{
    MINE, fits_every_life, is_asked_in, needs_a_panel, needs_a_recording, presumes_a_life,
};
use crate::domain::practice::record::{Planned, Why};
use crate::domain::practice::shape::{Shape, Stop, Stretch};

/// The field whose questions fit every field.
const EVERYBODY: &str = "general";

/// For whom it is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Field of work.
    pub family: FamilyId,
    /// How far along.
    pub seniority: Option<Seniority>,
    /// Dimensions and competencies handled worst before, the worst first; they choose follow-ups, not questions.
    pub weak: Vec<String>,
}

/// A mock laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// Its shape.
    pub shape: Shape,
    /// Its questions, in the order of the stops that ask.
    pub plan: Vec<Planned>,
    /// Sections for which the library has fewer questions than they ask for, by title.
    pub short: Vec<String>,
}

/// Lays a blueprint out. The same blueprint, seat, seed and library give the same plan on every machine.
pub fn lay_out(blueprint: &Blueprint, library: &Library, seat: &Seat, seed: u32) -> Laid {
    let mut table = Table::new(blueprint, library, seat, seed);
    let mut sections = Vec::new();
    for (n, section) in blueprint.sections.iter().enumerate() {
        let stops = table.stops(section, n);
        sections.push(stretch(blueprint, section, n, stops));
    }
    let ticket = Ticket {
        blueprint: blueprint.id.clone(),
        family: seat.family.clone(),
        seniority: seat.seniority,
        seed,
    };
    let shape = Shape {
        blueprint: blueprint.id.clone(),
        code: ticket.code(&library.version, &table.plan),
        panel: (library.panel_of(blueprint, &seat.family, seat.seniority))
            .map(|panel| panel.id.clone()),
        people: Vec::new(),
        conditions: blueprint.conditions.clone(),
        must: blueprint.must_include.clone(),
        weak: seat.weak.clone(),
        sections,
    };
    Laid {
        shape,
        plan: table.plan,
        short: table.short,
    }
}

fn stretch(blueprint: &Blueprint, section: &Section, n: usize, stops: Vec<Stop>) -> Stretch {
    let last = n + 1 == blueprint.sections.len();
    let closes = section
        .pick
        .as_ref()
        .is_some_and(|p| p.kinds == [Kind::Closing]);
    Stretch {
        title: section.title.clone(),
        ask: section.ask.clone(),
        minutes: section.minutes,
        probes: section.probes,
        takes: section.takes,
        prep_s: section.prep_s,
        answer_s: section.answer_s,
        persona: section
            .persona
            .clone()
            .or_else(|| blueprint.persona.clone()),
        keeps: last || closes,
        stops,
    }
}

/// What there is to draw from, and what was drawn.
struct Table<'a> {
    blueprint: &'a Blueprint,
    library: &'a Library,
    family: &'a FamilyId,
    seniority: Option<Seniority>,
    seed: u64,
    taken: HashSet<&'a str>,
    shown: HashSet<&'a str>,
    items: HashSet<ItemId>,
    plan: Vec<Planned>,
    short: Vec<String>,
}

impl<'a> Table<'a> {
    fn new(blueprint: &'a Blueprint, library: &'a Library, seat: &'a Seat, seed: u32) -> Self {
        // A talk for nurses asks what nurses are asked, whoever sits in it.
        let family = match blueprint.families.first() {
            Some(own) if !blueprint.is_for(&seat.family) => own,
            _ => &seat.family,
        };
        let fixed = blueprint.sections.iter().flat_map(|s| &s.fixed);
        let taken = fixed
            .filter_map(|id| library.card(id))
            .map(|card| card.id.as_str());
        Self {
            blueprint,
            library,
            family,
            seniority: seat.seniority,
            seed: u64::from(seed),
            taken: taken.collect(),
            shown: HashSet::new(),
            items: HashSet::new(),
            plan: Vec::new(),
            short: Vec::new(),
        }
    }

    fn stops(&mut self, section: &'a Section, n: usize) -> Vec<Stop> {
        let mut stops = Vec::new();
        for id in &section.fixed {
            stops.extend(self.fixed(id));
        }
        if let Some(items) = section.items {
            stops.extend(self.items(items, n));
        }
        let drawn = self.draw(section, n);
        stops.extend(std::iter::repeat_n(Stop::Question, drawn));
        if stops.is_empty() && section.pick.is_none() {
            let goes_on = section.answer_s.is_some() && !self.plan.is_empty();
            stops.push(if goes_on { Stop::GoOn } else { Stop::Break });
        }
        stops
    }

    fn fixed(&mut self, id: &str) -> Option<Stop> {
        let library = self.library;
        if let Some(card) = library.card(id) {
            self.plan.push(planned(card, 0, Why::Set));
            return Some(Stop::Fixed);
        }
        if let Some(list) = library.checklists.get(id) {
            return Some(Stop::Checklist(list.id.clone()));
        }
        (library.scenarios.has(id)).then(|| Stop::Scenario(ScenarioId::new(id)))
    }

    /// Draws the assessment items of a section; those of an earlier section come only when there are no others.
    fn items(&mut self, wanted: PickItems, n: usize) -> Option<Stop> {
        let wanted = Wanted {
            kind: wanted.kind,
            count: usize::try_from(wanted.count).unwrap_or(0),
            family: self.family.clone(),
            seed: self.seed.wrapping_add(n as u64),
        };
        let drawn = draw(self.library, &wanted, |id| {
            u32::from(self.items.contains(id))
        });
        self.items.extend(drawn.iter().cloned());
        (!drawn.is_empty()).then_some(Stop::Items(wanted.kind, drawn))
    }

    /// Draws the questions of a section, the easier ones first; returns how many there are.
    fn draw(&mut self, section: &'a Section, n: usize) -> usize {
        let Some(pick) = &section.pick else { return 0 };
        let mut dice = Dice::stream(self.seed, "section", n as u64);
        let count = usize::try_from(pick.count).unwrap_or(0);
        let library = self.library;
        let mut drawn: Vec<&'a Card> = Vec::new();
        let share = self.share(section, count, &mut dice);
        for (own, stage, level, most) in self.rounds(pick, (share, count)) {
            let fits = |card: &&Card| {
                pick.fits(card)
                    && (!own || self.is_own(card))
                    && self.has_a_place(section, card)
                    && card.kind != Kind::Inappropriate
                    && (!stage || self.is_of_the_stage(card))
                    && self.suits(card, level)
            };
            let mut cards: Vec<&'a Card> = library.cards.iter().filter(fits).collect();
            while drawn.len() < most {
                let Some(card) = self.one(section, share > 0, &mut cards, &mut dice) else {
                    break;
                };
                drawn.push(card);
            }
        }
        if drawn.len() < count {
            self.short.push(section.title.clone());
        }
        drawn.order_by_key(|card| card.difficulty);
        for card in &drawn {
            let wording = dice.below(usize::from(card.variants) + 1);
            let why = if self.is_own(card) {
                Why::Field
            } else {
                Why::Drawn
            };
            self.plan.push(planned(card, wording, why));
        }
        drawn.len()
    }

    /// From where questions come, the nearest first: of one's own field alone, or of everybody's; of this stage; for
    /// somebody this far along; and how many there are to be then.
    ///
    /// Where a stage has too few, other stages lend theirs; so do other levels at the very end. A talk of one field
    /// asks for its events, judgment and craft as long as there are any: nobody on a ward asks about a warehouse. A
    /// talk of every field asks a share of one's own first.
    fn rounds(
        &self,
        pick: &Pick,
        (share, count): (usize, usize),
    ) -> impl Iterator<Item = (bool, bool, bool, usize)> + use<> {
        let named = !self.blueprint.families.is_empty() && self.family.as_str() != EVERYBODY;
        let own = named && pick.kinds.iter().any(|kind| is_of_the_work(*kind));
        let rounds = [(true, true), (false, true), (false, false)];
        let fields: &[bool] = if own { &[true, false] } else { &[false] };
        let all = (fields.iter())
            .flat_map(move |own| rounds.map(|(stage, level)| (*own, stage, level, count)));
        let first = (share > 0).then_some((true, true, true, share));
        first.into_iter().chain(all)
    }

    /// How many questions of one's own field come in a section of a talk that is for every field: half of them, as far
    /// as twice as many are there, since two such talks should not ask the same. A single question is one in every
    /// second talk.
    fn share(&self, section: &Section, count: usize, dice: &mut Dice) -> usize {
        let Some(pick) = &section.pick else { return 0 };
        let lives = |kind: &Kind| is_of_the_work(*kind) || is_of_a_field(*kind);
        let one_field = !self.blueprint.families.is_empty() || self.family.as_str() == EVERYBODY;
        if one_field || !pick.kinds.iter().any(lives) {
            return 0;
        }
        let fits = |card: &&Card| {
            pick.fits(card)
                && self.is_own(card)
                && self.has_a_place(section, card)
                && self.is_of_the_stage(card)
                && self.suits(card, true)
                && !self.taken.contains(card.id.as_str())
        };
        let there = self.library.cards.iter().filter(fits).count();
        let half = if count == 1 {
            dice.below(2)
        } else {
            count.div_ceil(2)
        };
        half.min(there.div_ceil(2))
    }

    /// Whether a question is one of the field that the talk is held in.
    fn is_own(&self, card: &Card) -> bool {
        self.family.as_str() != EVERYBODY && card.roles.contains(self.family)
    }

    /// Draws one card; what the section looks at and what is of one's own field comes more often, and what a
    /// question before has shown comes less often. Where one's own field has its share, the rest is drawn from
    /// everybody's.
    fn one(
        &mut self,
        section: &Section,
        shared: bool,
        cards: &mut Vec<&'a Card>,
        dice: &mut Dice,
    ) -> Option<&'a Card> {
        let asked = |id: &&str| self.library.card(id);
        let lived = self.taken.iter().filter_map(asked).any(presumes_a_life);
        // Nobody has two lives within one talk.
        cards.retain(|card| {
            let other = lived && presumes_a_life(card);
            !other && !self.taken.contains(card.id.as_str())
        });
        let weight = |card: &Card| {
            let first = card.competencies.first().map_or("", |c| c.as_str());
            let focus = card.competencies.iter().any(|c| section.focus.contains(c));
            // Who sits a talk of their own field is asked about it.
            let own_talk = !self.blueprint.families.is_empty();
            let field = match (self.is_own(card), own_talk) {
                (true, true) => 12,
                (true, false) if !shared => 5,
                (true | false, _) => 1,
            };
            // Who added questions added them to be asked.
            let field = if card.pack.is_some() { 12 } else { field };
            let weight = 12 * (1 + 2 * usize::from(focus)) * field;
            // What happened in some lives only stays rare where it may come.
            if self.shown.contains(first) || !fits_every_life(card) {
                weight / 6
            } else {
                weight
            }
        };
        let mut at = dice.below(cards.iter().map(|c| weight(c)).sum());
        let card = *cards.iter().find(|card| {
            let weight = weight(card);
            let here = at < weight;
            at = at.saturating_sub(weight);
            here
        })?;
        self.taken.insert(card.id.as_str());
        if let Some(first) = card.competencies.first() {
            self.shown.insert(first.as_str());
        }
        Some(card)
    }

    /// Whether a question fits anybody who may sit here: what fits some lives only comes where the section is about
    /// it, and never first; what one of several people says comes where several sit, and what is said to a lens comes
    /// where one runs.
    fn has_a_place(&self, section: &Section, card: &Card) -> bool {
        let named = |topic: &TopicId| {
            section
                .pick
                .as_ref()
                .is_some_and(|p| p.topics.contains(topic))
        };
        let chosen = !self.plan.is_empty() && card.topic.as_ref().is_some_and(named);
        let room = self.blueprint.panel.is_some() || !needs_a_panel(card);
        let recorded = section.takes.is_some() && section.prep_s.is_some();
        let room = room && (recorded || !needs_a_recording(card));
        room && (chosen || fits_every_life(card))
    }

    /// What a person added is at home at every stage: few of them say one.
    fn is_of_the_stage(&self, card: &Card) -> bool {
        card.pack.is_some() || card.stages.contains(&self.blueprint.stage)
    }

    fn suits(&self, card: &Card, level: bool) -> bool {
        let own = (card.roles.iter()).any(|r| r == self.family || r.as_str() == "general");
        let known = |s: Seniority| card.seniority.is_empty() || card.seniority.contains(&s);
        let field = self.library.families.get(self.family.as_str());
        let usual = field.and_then(|f| f.seniority.first().copied());
        let usual = usual.unwrap_or(Seniority::Mid);
        let meant = self.blueprint.seniority.first().copied();
        let level = !level || known(self.seniority.or(meant).unwrap_or(usual));
        let asked = is_asked_in(self.family, card, self.library);
        self.may_ask(card) && own && asked && level
    }

    /// What a person added is not in the library of the next one, and a code must hold there: a shipped mock asks
    /// what ships, that of a pack what its pack holds, too. Only one of one's own asks everything that there is.
    fn may_ask(&self, card: &Card) -> bool {
        let home = self.blueprint.id.as_str().split_once('/');
        match (card.pack.as_deref(), home) {
            (None, _) | (Some(_), Some((MINE, _))) => true,
            (Some(pack), Some((home, _))) => pack == home,
            (Some(_), None) => false,
        }
    }
}

/// Whether questions of this kind live from the field in which they are asked.
const fn is_of_the_work(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Behavioral
            | Kind::Situational
            | Kind::Knowledge
            | Kind::Technical
            | Kind::Design
            | Kind::RolePlay
    )
}

/// Whether fields have questions of this kind of their own, beside those about their work.
const fn is_of_a_field(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Motivation | Kind::Strengths | Kind::Culture | Kind::Case | Kind::Presentation
    )
}

fn planned(card: &Card, wording: usize, why: Why) -> Planned {
    Planned {
        question: card.id.clone(),
        wording: u8::try_from(wording).unwrap_or(0),
        why,
    }
}

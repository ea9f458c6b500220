//! Who asks what: the interviewer of each section, or the members of a panel in turn.

use std::sync::Arc;

use super::own_people::table;
use crate::domain::dice::Dice;
use crate::domain::library::{DecisionRole, Interviewer, Kind, Library, Member, Panel, Question};
use crate::domain::practice::shape::Shape;

/// What each question that a member has asked takes from how well the next one fits them: as much as a question that
/// is about what they look at.
const TURN: i64 = 3;

/// Who sits there, and who asks each question.
#[derive(Debug, Clone, Default)]
pub struct Cast {
    panel: Option<Arc<Panel>>,
    /// The seat that asks each question of the plan.
    seats: Vec<Option<usize>>,
    /// The seat of the neighbor who asks into each question, and which of its follow-ups that is, from 0.
    neighbors: Vec<Option<(usize, usize)>>,
    /// The manner of each section.
    sections: Vec<Option<Arc<Interviewer>>>,
    /// The manner of each seat.
    members: Vec<Option<Arc<Interviewer>>>,
}

/// Who speaks.
#[derive(Debug, Clone, Copy)]
pub struct Speaker<'a> {
    /// The member of the panel; `None` where one person asks everything.
    pub member: Option<&'a Member>,
    /// Their manner.
    pub manner: Option<&'a Interviewer>,
}

impl Cast {
    /// Takes people and manners out of the library and gives each question to somebody.
    pub fn of(
        shape: &Shape,
        library: &Library,
        questions: &[Option<&Question>],
        seed: u64,
    ) -> Self {
        let manner = |id: &Option<_>| {
            id.as_ref()
                .and_then(|id: &crate::domain::id::PersonaId| library.personas.get(id.as_str()))
        };
        let panel = table(shape, library);
        let mut cast = Self {
            sections: shape.sections.iter().map(|s| manner(&s.persona)).collect(),
            members: (panel.iter().flat_map(|p| &p.members))
                .map(|m| manner(&m.persona))
                .collect(),
            seats: vec![None; questions.len()],
            neighbors: Vec::new(),
            panel,
        };
        cast.seat(shape, questions);
        let neighbor =
            |(at, question): (usize, Option<&Question>)| cast.neighbor(shape, seed, at, question?);
        let all = questions.iter().copied().enumerate();
        cast.neighbors = all.map(neighbor).collect();
        cast
    }

    /// The people of the panel, in the order of seats; empty without one.
    pub fn members(&self) -> &[Member] {
        self.panel.as_ref().map_or(&[], |p| &p.members)
    }

    /// The seat that asks a question of the plan.
    pub fn seat_of(&self, question: usize) -> Option<usize> {
        self.seats.get(question).copied().flatten()
    }

    /// Who asks a question of the plan in its section.
    pub fn asker(&self, section: usize, question: usize) -> Speaker<'_> {
        self.speaker(section, self.seat_of(question))
    }

    /// Who sits on a seat, or asks in a section where nobody has a seat.
    pub fn speaker(&self, section: usize, seat: Option<usize>) -> Speaker<'_> {
        let member = seat.and_then(|n| self.members().get(n));
        let own = seat
            .and_then(|n| self.members.get(n))
            .and_then(Option::as_ref);
        let manner = own.or_else(|| self.sections.get(section).and_then(Option::as_ref));
        Speaker {
            member,
            manner: manner.map(Arc::as_ref),
        }
    }

    /// The seat of the neighbor who asks these words, the follow-up `nth` (from 0) to a question of somebody else; `None`
    /// where whoever asked the question goes on.
    pub fn asks_into(&self, question: usize, nth: usize, words: &str) -> Option<usize> {
        let says = |m: &Member| !words.is_empty() && m.cross_probe == words;
        let own = self.members().iter().position(says);
        let turn = self.neighbors.get(question).copied().flatten();
        own.or_else(|| turn.filter(|(_, at)| *at == nth).map(|(seat, _)| seat))
    }

    /// The neighbor who takes the last follow-up at every second question about an event: any who asks into other
    /// people's questions at all, and does not ask this one.
    fn neighbor(
        &self,
        shape: &Shape,
        seed: u64,
        at: usize,
        question: &Question,
    ) -> Option<(usize, usize)> {
        let seat = self.seat_of(at)?;
        let stretch = shape.sections.get(shape.section_of(at)?)?;
        let last = usize::from(stretch.probes).checked_sub(1)?;
        if at.is_multiple_of(2) || question.kind != Kind::Behavioral {
            return None;
        }
        let members = self.members();
        let order = Dice::stream(seed, "cross", at as u64).order(members.len());
        let mut others = order.into_iter().filter(|n| *n != seat);
        let asks = |n: &usize| !members[*n].cross_probe.is_empty();
        Some((others.find(asks)?, last))
    }

    /// Askers rotate, since everybody at the table has come to ask: who looks at what the question is about, who has the manner of the section, who begins with
    /// such questions, and then whoever has asked least. The chair closes. Who only watches asks nothing but the
    /// kinds that they begin with: a pupil council asks who you are, and not how you keep children safe.
    fn seat(&mut self, shape: &Shape, questions: &[Option<&Question>]) {
        let Some(panel) = self.panel.clone() else {
            return;
        };
        let mut asked = vec![0_u32; panel.members.len()];
        for (section, _, at) in shape.stops() {
            let Some((at, question)) = at.and_then(|at| Some((at, (*questions.get(at)?)?))) else {
                continue;
            };
            let persona = shape.sections.get(section).and_then(|s| s.persona.as_ref());
            let fits = |member: &Member| {
                let closes = question.kind == Kind::Closing && member.role == DecisionRole::Chairs;
                let focus = (question.competencies.iter()).any(|c| member.focus.contains(c));
                let manner = persona.is_some() && member.persona.as_ref() == persona;
                let opens = member.opens_with.contains(&question.kind);
                8 * i64::from(closes)
                    + 3 * i64::from(focus)
                    + 2 * i64::from(manner)
                    + i64::from(opens)
            };
            let speaks = |member: &Member| {
                member.role != DecisionRole::Observes || member.opens_with.contains(&question.kind)
            };
            let best = (panel.members.iter().enumerate())
                .filter(|(_, m)| speaks(m))
                .max_by_key(|(n, m)| {
                    let weight = fits(m) - TURN * i64::from(asked[*n]);
                    (weight, std::cmp::Reverse((asked[*n], *n)))
                })
                .map(|(n, _)| n);
            if let Some(n) = best {
                asked[n] += 1;
            }
            self.seats[at] = best;
        }
    }
}

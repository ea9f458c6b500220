//! Who asks what: the interviewer of each section, or the members of a panel in turn.

use std::sync::Arc;

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
    pub fn of(shape: &Shape, library: &Library, questions: &[Option<&Question>]) -> Self {
        let manner = |id: &Option<_>| {
            id.as_ref()
                .and_then(|id: &crate::domain::id::PersonaId| library.personas.get(id.as_str()))
        };
        let panel = (shape.panel.as_ref()).and_then(|id| library.panels.get(id.as_str()));
        let mut cast = Self {
            sections: shape.sections.iter().map(|s| manner(&s.persona)).collect(),
            members: (panel.iter().flat_map(|p| &p.members))
                .map(|m| manner(&m.persona))
                .collect(),
            seats: vec![None; questions.len()],
            panel,
        };
        cast.seat(shape, questions);
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

    /// The seat of the member who asks these words into somebody else's question.
    pub fn cross(&self, words: &str) -> Option<usize> {
        self.members().iter().position(|m| m.cross_probe == words)
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

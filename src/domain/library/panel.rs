//! The people of a panel, and the manner in which an interviewer speaks.

use super::closed::closed;
use super::kind::{Kind, Seniority};
use crate::domain::id::{AskId, CompetencyId, FamilyId, PanelId, PersonaId};

closed! {
    /// What somebody on a panel has to say in the decision.
    DecisionRole {
        /// Has the last word.
        Decides "decides" "Decides",
        /// Is asked for an opinion.
        Advises "advises" "Advises",
        /// Watches, and is listened to afterward.
        Observes "observes" "Observes",
        /// Leads the talk.
        Chairs "chairs" "Chairs",
    }
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Name.
    pub name: String,
    /// Position.
    pub title: String,
    /// What they look at.
    pub focus: Vec<CompetencyId>,
    /// What they have to say.
    pub role: DecisionRole,
    /// Their manner.
    pub persona: Option<PersonaId>,
    /// Kinds of questions that they begin with.
    pub opens_with: Vec<Kind>,
    /// What they ask into somebody else's question.
    pub cross_probe: String,
    /// What matters to them.
    pub cares_about: String,
    /// What to ask them.
    pub ask: Option<AskId>,
}

/// The people of a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Id.
    pub id: PanelId,
    /// Title.
    pub title: String,
    /// For which field.
    pub family: Option<FamilyId>,
    /// How far along the one is whom it is for; none fits all.
    pub seniority: Vec<Seniority>,
    /// Who sits there, in the order of seats.
    pub members: Vec<Member>,
    /// The place of the one who leads.
    pub chair: usize,
}

/// What an interviewer says after an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reactions {
    /// To one inside its window.
    pub strong: String,
    /// The same in other words.
    pub others: Vec<String>,
    /// To a short one.
    pub weak: String,
    /// To a long one.
    pub long: String,
}

/// An interviewer's manner (`[[persona]]`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interviewer {
    /// Id.
    pub id: PersonaId,
    /// Title; empty where the id says enough.
    pub title: String,
    /// How they begin.
    pub opening_line: String,
    /// The same in other words.
    pub other_openings: Vec<String>,
    /// Seconds of silence after an answer.
    pub pause_s: u32,
    /// How often they cut in, 0 to 2.
    pub interrupts: u8,
    /// What they say after an answer.
    pub reactions: Reactions,
    /// Competencies and dimensions that they ask about more often, by id.
    pub probe_bias: Vec<String>,
    /// How to deal with them.
    pub note: String,
}

impl Reactions {
    /// What is said to the answers inside their windows, one sentence after another and then from the beginning.
    pub fn inside(&self, nth: usize) -> &str {
        in_turn(&self.strong, &self.others, nth)
    }
}

impl Interviewer {
    /// In how many ways they may begin.
    pub const fn openings(&self) -> usize {
        self.other_openings.len() + 1
    }

    /// One of these ways.
    pub fn opening(&self, nth: usize) -> &str {
        in_turn(&self.opening_line, &self.other_openings, nth)
    }
}

/// The first words or one of the others, each in its turn.
fn in_turn<'a>(first: &'a str, others: &'a [String], nth: usize) -> &'a str {
    let other = (nth % (others.len() + 1)).checked_sub(1);
    other
        .and_then(|n| others.get(n))
        .map_or(first, String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sentence_has_its_turn_before_the_first_comes_again() {
        let said = Reactions {
            strong: "All right.".to_owned(),
            others: vec!["I have that.".to_owned(), "Noted.".to_owned()],
            weak: String::new(),
            long: String::new(),
        };
        let heard: Vec<&str> = (0..4).map(|nth| said.inside(nth)).collect();
        assert_eq!(
            heard,
            ["All right.", "I have that.", "Noted.", "All right."]
        );
    }
}

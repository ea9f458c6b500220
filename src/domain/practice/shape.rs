//! The shape of a whole mock as it is sat: sections with their stops, frozen when it was laid out.
//!
//! It stands in the head of the sitting's file, so that a mock that was left goes on as it was set, also when the
//! library has changed in the meantime.

use crate::domain::id::{BlueprintId, ChecklistId, ItemId, PanelId, PersonaId, ScenarioId};
use crate::domain::library::{Condition, ItemKind, Kind};

/// One thing to do in a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// The next question of the plan; it may be dropped when time runs out.
    Question,
    /// The next question of the plan; it always comes.
    Fixed,
    /// The question before goes on under the title of this section.
    GoOn,
    /// Time to stand up, or to prepare.
    Break,
    /// A list to work through.
    Checklist(ChecklistId),
    /// A branching talk.
    Scenario(ScenarioId),
    /// Assessment items of a kind, in the order in which they are asked.
    Items(ItemKind, Vec<ItemId>),
}

impl Stop {
    /// As it stands in files: `question`, `checklist:one-way-video`, `items:sjt:sjt-late-shift,sjt-two-bosses`.
    pub fn text(&self) -> String {
        match self {
            Self::Question => "question".to_owned(),
            Self::Fixed => "fixed".to_owned(),
            Self::GoOn => "go-on".to_owned(),
            Self::Break => "break".to_owned(),
            Self::Checklist(id) => format!("checklist:{id}"),
            Self::Scenario(id) => format!("scenario:{id}"),
            Self::Items(kind, items) => {
                let ids: Vec<&str> = items.iter().map(ItemId::as_str).collect();
                format!("items:{}:{}", kind.id(), ids.join(","))
            }
        }
    }

    /// Reads it back; nothing when it is none.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.split_once(':') {
            None => match text {
                "question" => Self::Question,
                "fixed" => Self::Fixed,
                "go-on" => Self::GoOn,
                "break" => Self::Break,
                _ => return None,
            },
            Some(("checklist", id)) => Self::Checklist(ChecklistId::new(id)),
            Some(("scenario", id)) => Self::Scenario(ScenarioId::new(id)),
            Some(("items", rest)) => {
                let (kind, ids) = rest.split_once(':')?;
                let ids = ids.split(',').filter(|id| !id.is_empty()).map(ItemId::new);
                Self::Items(ItemKind::from_id(kind)?, ids.collect())
            }
            Some(_) => return None,
        })
    }

    /// Whether it takes the next question of the plan.
    pub const fn asks(&self) -> bool {
        matches!(self, Self::Question | Self::Fixed)
    }

    /// Whether it is held on a screen of its own.
    pub const fn is_task(&self) -> bool {
        matches!(self, Self::Scenario(_) | Self::Items(..))
    }

    /// Whether it is neither a question nor a part of one.
    pub const fn is_aside(&self) -> bool {
        !self.asks() && !matches!(self, Self::GoOn)
    }
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Title.
    pub title: String,
    /// What is said where the question before goes on; its title where nothing is.
    pub ask: String,
    /// Minutes as planned, without extra time.
    pub minutes: u32,
    /// Follow-ups to each question at most.
    pub probes: u8,
    /// How often an answer may be recorded, where the format counts.
    pub takes: Option<u8>,
    /// Seconds to think, where it is not the question that says so.
    pub prep_s: Option<u32>,
    /// Seconds to answer, where it is not the question that says so.
    pub answer_s: Option<u32>,
    /// Who asks.
    pub persona: Option<PersonaId>,
    /// Whether it comes in full whatever ran over before: the closing, and the end.
    pub keeps: bool,
    /// What is done in it, in order.
    pub stops: Vec<Stop>,
}

impl Stretch {
    /// The words with which the question before goes on.
    pub fn asks_on(&self) -> &str {
        if self.ask.is_empty() {
            &self.title
        } else {
            &self.ask
        }
    }

    /// Whether the format runs by itself: thinking ends and the answer starts, the answer ends, nobody reacts.
    pub const fn is_one_way(&self) -> bool {
        self.takes.is_some() && self.prep_s.is_some() && self.answer_s.is_some()
    }

    /// How many questions of the plan belong to it.
    pub fn asks(&self) -> usize {
        self.stops.iter().filter(|s| s.asks()).count()
    }
}

/// Somebody whom the user is to meet, on a seat of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitter {
    /// The place of the seat, from 0.
    pub seat: u8,
    /// The name, as the user wrote it.
    pub name: String,
    /// What they do there; empty where nobody said.
    pub title: String,
}

/// A whole mock as it is sat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// Made from this blueprint.
    pub blueprint: BlueprintId,
    /// The code that sits the same interview again.
    pub code: String,
    /// Who sits there, if several do.
    pub panel: Option<PanelId>,
    /// Those of its seats on which people sit whom the user is to meet.
    pub people: Vec<Sitter>,
    /// What makes it harder.
    pub conditions: Vec<Condition>,
    /// Kinds of which one must come.
    pub must: Vec<Kind>,
    /// Dimensions and competencies that were handled worst before, the worst first, by id.
    pub weak: Vec<String>,
    /// Sections in order.
    pub sections: Vec<Stretch>,
}

impl Shape {
    /// Whether it is recorded: nobody is there in any part of it.
    pub fn is_one_way(&self) -> bool {
        self.sections.iter().any(Stretch::is_one_way)
    }

    /// Whether something makes it harder.
    pub fn has(&self, condition: Condition) -> bool {
        self.conditions.contains(&condition)
    }

    /// Every stop with the place of its section and, where it asks, of its question in the plan.
    pub fn stops(&self) -> impl Iterator<Item = (usize, &Stop, Option<usize>)> {
        let all = (self.sections.iter().enumerate())
            .flat_map(|(n, section)| section.stops.iter().map(move |stop| (n, stop)));
        all.scan(0, |asked, (section, stop)| {
            let question = stop.asks().then_some(*asked);
            *asked += usize::from(stop.asks());
            Some((section, stop, question))
        })
    }

    /// The section of a question of the plan.
    pub fn section_of(&self, question: usize) -> Option<usize> {
        let mut stops = self.stops();
        stops.find_map(|(section, _, asks)| (asks == Some(question)).then_some(section))
    }

    /// Minutes as planned.
    pub fn minutes(&self) -> u32 {
        self.sections.iter().map(|s| s.minutes).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stop_is_read_back_from_its_text() {
        let stops = [
            Stop::Question,
            Stop::Fixed,
            Stop::GoOn,
            Stop::Break,
            Stop::Checklist(ChecklistId::new("one-way-video")),
            Stop::Scenario(ScenarioId::new("two-offers")),
            Stop::Items(
                ItemKind::Judgment,
                vec![ItemId::new("sjt-late-shift"), ItemId::new("sjt-two-bosses")],
            ),
        ];
        for stop in stops {
            assert_eq!(Stop::parse(&stop.text()), Some(stop));
        }
        for odd in [
            "",
            "questions",
            "items:sjt",
            "items:odd:sjt-late-shift",
            "video:3",
        ] {
            assert_eq!(Stop::parse(odd), None, "{odd}");
        }
    }
}

//! Which questions fit.

use crate::domain::id::{CompetencyId, FamilyId, QuestionId};
use crate::domain::level::Level;
use crate::domain::library::{Card, Kind, Library, Seniority, StageId};
use crate::domain::order::InOrder;
use crate::domain::practice::history::History;

/// The shipped library, where a pack is named.
pub const SHIPPED: &str = "greenroom";

/// The user's own bank, where a pack is named.
pub const MINE: &str = "mine";

/// The field whose questions fit every field.
const EVERYBODY: &str = "general";

/// The field of first jobs, whose questions fit anybody in their first years.
const FIRST_JOBS: &str = "early-career";

/// How a question went the last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastTime {
    /// It was never answered.
    New,
    /// It stood at this level.
    At(Level),
}

/// What is asked for; an empty list lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Asked at this stage.
    pub stage: Option<StageId>,
    /// Of one of these kinds.
    pub kinds: Vec<Kind>,
    /// For this field; general questions fit every field, and in first years those for first jobs, too. `None` is all
    /// fields.
    pub family: Option<FamilyId>,
    /// For somebody this far along.
    pub seniority: Option<Seniority>,
    /// Showing one of these competencies.
    pub competencies: Vec<CompetencyId>,
    /// Of one of these difficulties, 1 to 3.
    pub difficulty: Vec<u8>,
    /// From one of these: [`SHIPPED`], [`MINE`], or the id of a pack.
    pub packs: Vec<String>,
    /// How they went the last time.
    pub last: Vec<LastTime>,
    /// Exactly these, whatever the rest says.
    pub ticked: Vec<QuestionId>,
    /// Whether improper questions may come; never by default.
    pub improper: bool,
}

impl Filter {
    /// Whether a question fits.
    pub fn fits(&self, card: &Card, history: &History) -> bool {
        if !self.ticked.is_empty() {
            return self.ticked.contains(&card.id);
        }
        let pack = card.pack.as_deref().unwrap_or(SHIPPED);
        (self.improper || card.kind != Kind::Inappropriate)
            && self.stage.is_none_or(|s| card.stages.contains(&s))
            && any(&self.kinds, |k| *k == card.kind)
            && self.fits_person(card)
            && any(&self.competencies, |c| card.competencies.contains(c))
            && any(&self.difficulty, |d| *d == card.difficulty)
            && any(&self.packs, |p| p == pack)
            && any(&self.last, |l| *l == last_time(card, history))
    }

    /// The questions that fit, in the order of the library (or of the ticks).
    pub fn matches<'a>(&self, library: &'a Library, history: &History) -> Vec<&'a Card> {
        let mut cards: Vec<&Card> = (library.cards.iter())
            .filter(|card| self.fits(card, history))
            .collect();
        if !self.ticked.is_empty() {
            cards.order_by_key(|card| self.ticked.iter().position(|id| *id == card.id));
        }
        cards
    }

    /// Whether a question was written for people of this field, or for those as far along.
    pub(super) fn is_own(&self, card: &Card) -> bool {
        let field = self.family.as_ref().filter(|f| f.as_str() != EVERYBODY);
        field.is_some_and(|f| card.roles.contains(f))
            || (self.seniority).is_some_and(|s| card.seniority.contains(&s))
    }

    fn fits_person(&self, card: &Card) -> bool {
        let beginner = self.seniority == Some(Seniority::Entry);
        let fits = |role: &FamilyId, family: &FamilyId| {
            role == family
                || role.as_str() == EVERYBODY
                || (beginner && role.as_str() == FIRST_JOBS)
        };
        let field = |family: &FamilyId| (card.roles.iter()).any(|r| fits(r, family));
        self.family.as_ref().is_none_or(field)
            && (self.seniority).is_none_or(|s| any(&card.seniority, |known| *known == s))
    }
}

/// An empty list asks for nothing.
fn any<T>(list: &[T], fits: impl Fn(&T) -> bool) -> bool {
    list.is_empty() || list.iter().any(fits)
}

fn last_time(card: &Card, history: &History) -> LastTime {
    match history.last(card.id.as_str()) {
        Some((level, _)) => LastTime::At(level),
        None => LastTime::New,
    }
}

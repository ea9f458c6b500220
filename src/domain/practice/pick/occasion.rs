//! Questions that fit only some lives, or only some rooms.
//!
//! Somebody who never changed fields cannot say why they did, nobody sits across from five people in a plain
//! drill, and only a one-way video is spoken to people who watch it later. Such questions come where they were chosen, or where nothing else is left.

use super::draw::Draw;
use crate::domain::id::FamilyId;
use crate::domain::library::{Card, Kind, Library, StageId};

/// Topics of things that happen in some lives only.
pub const SOME_LIVES: [&str; 16] = [
    "gap",
    "laid-off",
    "dismissed",
    "overqualified",
    "underqualified",
    "career-change",
    "short-stays",
    "long-stay",
    "returning",
    "health-gap-private",
    "visa-status",
    "rejected-before",
    "no-experience",
    "record-disclosure",
    "unfinished-course",
    "internal-move",
];

/// Whether a question fits every life.
pub fn fits_every_life(card: &Card) -> bool {
    let some = |topic: &str| SOME_LIVES.contains(&topic);
    !(card.topic.as_ref()).is_some_and(|topic| some(topic.as_str()))
}

/// The topic of questions that each tell somebody what their first years were like.
const FIRST_YEARS: &str = "first-years";

/// Whether a question tells a course of life, so that another such question would contradict it.
pub fn presumes_a_life(card: &Card) -> bool {
    (card.topic.as_ref()).is_some_and(|topic| topic.as_str() == FIRST_YEARS)
}

/// The topic of what is asked where a recording runs and nobody listens.
const RECORDED: &str = "recorded";

/// Whether a question is for a recording that somebody watches later.
pub fn needs_a_recording(card: &Card) -> bool {
    (card.topic.as_ref()).is_some_and(|topic| topic.as_str() == RECORDED)
}

/// Whether a question for everybody is asked in this field: where work is done on site, nobody asks about days at
/// home, and for a first job nobody asks how somebody led a department. Each field says so itself.
pub fn is_asked_in(family: &FamilyId, card: &Card, library: &Library) -> bool {
    library.families.get(family.as_str()).is_none_or(|field| {
        let anybody = field.seniority.is_empty() || card.seniority.is_empty();
        let far_along = anybody || card.seniority.iter().any(|s| field.seniority.contains(s));
        far_along && !field.not_asked.contains(&card.id)
    })
}

/// Whether a question is about an offer, which nobody has made before the last talks.
fn needs_an_offer(card: &Card) -> bool {
    card.kind == Kind::Negotiation && card.stages[..] == [StageId::FinalOffer]
}

/// Whether a question is spoken by one of several people who sit there.
pub fn needs_a_panel(card: &Card) -> bool {
    card.stages[..] == [StageId::Panel]
}

impl Draw<'_> {
    /// Whether a question may come unasked: it fits everybody, or this person met it, or asked for its kind.
    pub(super) fn is_ordinary(&self, card: &Card) -> bool {
        let filter = self.filter;
        let chosen = !filter.ticked.is_empty()
            || (filter.kinds == [card.kind]
                && matches!(card.kind, Kind::Sensitive | Kind::Negotiation))
            || filter
                .packs
                .iter()
                .any(|pack| card.pack.as_deref() == Some(pack));
        let met = self.history.knows(card.id.as_str())
            || (self.steer.asked.iter()).any(|(id, _)| *id == card.id);
        let room = filter.stage == Some(StageId::PhoneVideo) || !needs_a_recording(card);
        let asked = (filter.family.as_ref()).is_none_or(|f| is_asked_in(f, card, self.library));
        let panel = filter.stage == Some(StageId::Panel) || !needs_a_panel(card);
        let offer = filter.stage == Some(StageId::FinalOffer) || !needs_an_offer(card);
        let trade = !self.is_of_another_trade(card);
        chosen || met || (panel && room && offer && asked && trade && fits_every_life(card))
    }

    /// The ordinary ones, and the others, which only make up the number at the end.
    pub(super) fn ordinary<'c>(&self, cards: Vec<&'c Card>) -> (Vec<&'c Card>, Vec<&'c Card>) {
        cards.into_iter().partition(|card| self.is_ordinary(card))
    }
}

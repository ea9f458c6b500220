//! Offers whose answer is due.

use super::outlook::Outlook;
use super::thing::{Thing, Todo};
use crate::domain::journey::{Application, Offer};
use crate::domain::offers::{due, open_offers};

/// Days before the one of an answer to an offer in which it comes before practice.
const AT_ONCE: i64 = 2;

impl Outlook<'_> {
    /// Offers whose answer is due: at once, or within a week.
    pub(super) fn answers(&self, at_once: bool) -> Vec<Thing> {
        let offers = open_offers(self.applications).into_iter();
        let today = self.now.date();
        let thing = |(job, offer): (&Application, &Offer)| {
            let left = (offer.answer_by? - today).num_days();
            let (title, reason) = due(job, self.matters, today)?;
            (at_once == (left <= AT_ONCE)).then(|| Thing {
                todo: Todo::Answer(job.id.clone()),
                title,
                minutes: 0,
                reason,
            })
        };
        offers.filter_map(thing).collect()
    }
}

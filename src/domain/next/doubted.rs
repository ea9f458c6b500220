//! Doubts of an employer, ahead of the next interview there.

use chrono::{NaiveDate, NaiveTime};

use super::outlook::Outlook;
use super::thing::{Thing, Todo};
use crate::domain::doubts::{self, Doubt};
use crate::domain::id::QuestionId;
use crate::domain::journey::Round;
use crate::domain::level::Level;
use crate::domain::practice::history::{Source, moment};
use crate::domain::practice::pick::minutes;

/// Days before a round in which doubts come back, and how many.
const AHEAD: i64 = 14;
const MOST: usize = 2;

/// An open doubt with its card, and how and when that was last answered since.
struct Doubted<'a> {
    doubt: Doubt<'a>,
    card: QuestionId,
    last: Option<(Level, NaiveDate)>,
}

impl Outlook<'_> {
    /// What they doubted before, ahead of the next interview there: what wants an answer, or apart from it, what has one
    /// that carries, or was answered today.
    pub(super) fn doubts(&self, answered: bool) -> Vec<Thing> {
        let doubts = self.open_doubts().into_iter();
        (doubts.filter(|d| self.rests(d.last) == answered))
            .take(MOST)
            .map(|Doubted { doubt, card, last }| Thing {
                todo: Todo::Doubt(doubt.entry.id.clone(), doubt.at),
                title: format!("They doubted: {}", doubt.concern.text),
                minutes: (self.library.card(card.as_str()))
                    .map_or(2, |card| minutes([card], self.factor)),
                reason: last.map_or_else(
                    || "have an answer ready".to_owned(),
                    |(level, _)| format!("{} the last time", level.word()),
                ),
            })
            .collect()
    }

    /// The open doubts of the next interview.
    fn open_doubts(&self) -> Vec<Doubted<'_>> {
        let today = self.now.date();
        let near = |r: &Round| r.date.is_some_and(|d| (d - today).num_days() <= AHEAD);
        let Some((application, _)) = self.next_round().filter(|(_, r)| near(r)) else {
            return Vec::new();
        };
        let open = doubts::open(self.entries, &application.id).into_iter();
        let with_card = open.map(|doubt| {
            let card = (self.doubt_card)(&doubt.concern.text);
            let told = moment(doubt.entry.date, doubt.entry.time.or(Some(NaiveTime::MIN)));
            let last = self.last_answer(&card, told);
            Doubted { doubt, card, last }
        });
        with_card.collect()
    }

    /// Whether an answer to a doubt can do for now.
    fn rests(&self, last: Option<(Level, NaiveDate)>) -> bool {
        last.is_some_and(|(level, day)| level.carries() || day >= self.now.date())
    }

    /// How and when a card was last answered in practice since a moment.
    fn last_answer(&self, card: &QuestionId, since: i64) -> Option<(Level, NaiveDate)> {
        let facts = self.history.of(card.as_str());
        let mut practiced = facts.filter(|f| f.source == Source::Practice && f.at >= since);
        practiced.find_map(|f| Some((f.level?, f.day)))
    }

    /// Whether a question has its line already, as one that was asked there or as a doubt.
    pub(super) fn has_line(&self, question: &str) -> bool {
        let mut asked = self.flow.steer.asked.iter();
        asked.any(|(id, _)| id.as_str() == question) || self.is_doubt(question)
    }

    /// Whether a question is one of these doubts.
    pub(super) fn is_doubt(&self, question: &str) -> bool {
        let doubts = self.open_doubts();
        doubts.iter().any(|d| d.card.as_str() == question)
    }
}

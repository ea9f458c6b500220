//! Working on a problem aloud: facts that are told on request, steps that are said before they are done.

use super::item::Item;
use super::parts::Phase;
use super::state::Sitting;
use crate::domain::practice::record::Answer;
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::practice::talk_through::asked_for;

impl Sitting {
    /// What the other side knows about the question in hand, names and replies; empty where nothing can be asked.
    pub fn facts(&self) -> &[(String, String)] {
        let item = self.items.get(self.at);
        let question = item.and_then(|item| item.question.as_ref());
        question.map_or(&[], |q| q.data.as_slice())
    }

    /// The facts that were told so far, in the order in which they were asked for.
    pub fn told(&self) -> impl Iterator<Item = &(String, String)> {
        let facts = self.facts();
        let now = &self.attempt.way.facts;
        // What was told in an earlier part of the problem is still known.
        let before = self.items.get(self.at).into_iter().flat_map(Item::answers);
        let before = before.flat_map(|a| &a.way.facts);
        let before = before.filter(|n| !now.contains(n));
        let places = before.chain(now);
        places.filter_map(move |n| facts.get(usize::from(*n).checked_sub(1)?))
    }

    /// What was said to the question in hand before the answer that is being given.
    pub fn said_before(&self) -> impl Iterator<Item = &Answer> {
        let item = self.items.get(self.at);
        let tries = item.map_or(&[][..], Item::later_tries);
        item.into_iter().flat_map(Item::answers).chain(tries)
    }

    /// Asks for a fact in words.
    ///
    /// # Errors
    /// Where the question has none, at other steps, and when nobody could say what is meant.
    pub fn ask(&mut self, request: &str) -> Step {
        let place = asked_for(self.facts(), request);
        let place = if self.facts().is_empty() {
            Some(0)
        } else {
            place
        };
        self.ask_for(place.ok_or(Refusal::NoSuchFact)?)
    }

    /// Asks for the fact at a place, from 0.
    ///
    /// # Errors
    /// Where the question has none, and at other steps.
    pub fn ask_for(&mut self, place: usize) -> Step {
        if !matches!(
            self.phase,
            Phase::Ready | Phase::Answering | Phase::FollowUp
        ) {
            return Err(Refusal::NotNow);
        }
        if self.facts().is_empty() {
            return Err(Refusal::NoFacts);
        }
        let known = u8::try_from(place + 1).ok();
        let number = known.filter(|n| usize::from(*n) <= self.facts().len());
        let number = number.ok_or(Refusal::NoSuchLine)?;
        // What is asked for again is told again, so it goes to the end.
        self.attempt.way.facts.retain(|n| *n != number);
        self.attempt.way.facts.push(number);
        Ok(Vec::new())
    }

    /// Whether the question is a problem that is worked on aloud.
    pub fn is_worked_aloud(&self) -> bool {
        self.prompt().is_some_and(|p| p.kind.is_solved())
    }

    /// Counts a step that was said before it was done.
    ///
    /// # Errors
    /// When no such answer is being given.
    pub fn tap_step(&mut self) -> Step {
        if !self.phase.is_answering() || !self.is_worked_aloud() {
            return Err(Refusal::NotNow);
        }
        let steps = &mut self.attempt.way.steps;
        *steps = steps.saturating_add(1);
        Ok(Vec::new())
    }

    /// The number of them.
    pub const fn steps_said(&self) -> u16 {
        self.attempt.way.steps
    }
}

//! Commands while an answer is rated.

use std::sync::Arc;

use super::parts::Phase;
use super::scene::ENGAGEMENT;
use super::state::Sitting;
use crate::domain::level::Level;
use crate::domain::order::InOrder;
use crate::domain::practice::record::{Block, Event, EventKind, Mark, Rater, Rating};
use crate::domain::practice::score::{Evidence, Rated, written};
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::time::Now;

impl Sitting {
    /// Marks a point, by its place on the screen, with the words of the answer that prove it. A point that was not said
    /// keeps the words it had, for the case that it is ticked again; the rating does not have them.
    ///
    /// # Errors
    /// At another step than evidence and flags, and when there is no such point.
    pub fn mark_point(&mut self, shown: usize, mark: Mark, proof: Option<&str>) -> Step {
        self.rating_evidence()?;
        let point = *self.point_order().get(shown).ok_or(Refusal::NoSuchLine)?;
        self.work.before.push(self.work.ticks.clone());
        self.work.ticks.marks[point] = mark;
        let n = from_one(point)?;
        let words = proof.map(str::trim).filter(|w| !w.is_empty());
        if mark == Mark::Missed && words.is_none() {
            return Ok(Vec::new());
        }
        self.work.ticks.proofs.retain(|(p, _)| *p != n);
        if let Some(words) = words {
            self.work.ticks.proofs.push((n, words.to_owned()));
            self.work.ticks.proofs.order_by_key(|(p, _)| *p);
        }
        Ok(Vec::new())
    }

    /// Sets or clears a red flag, by its place on the screen.
    ///
    /// # Errors
    /// At another step than evidence and flags, and when there is no such flag.
    pub fn flag(&mut self, shown: usize, seen: bool) -> Step {
        self.rating_evidence()?;
        let question = self.items[self.at].question.as_ref();
        if question.is_none_or(|q| shown >= q.red_flags.len()) {
            return Err(Refusal::NoSuchLine);
        }
        let n = from_one(shown)?;
        self.work.before.push(self.work.ticks.clone());
        self.work.ticks.flags.retain(|f| *f != n);
        if seen {
            self.work.ticks.flags.push(n);
            self.work.ticks.flags.order();
        }
        Ok(Vec::new())
    }

    /// Picks the anchor, by its place on the screen, that describes the answer best; after the last dimension
    /// the rating is written down.
    ///
    /// # Errors
    /// At another step, and when there is no such anchor.
    pub fn choose_anchor(&mut self, shown: usize, now: Now) -> Step {
        let Phase::Anchors { at, of } = self.phase else {
            return Err(Refusal::NotNow);
        };
        let anchor = *self
            .anchor_order(at)
            .get(shown)
            .ok_or(Refusal::NoSuchLine)?;
        self.work.ticks.picked[at] = Some(Level::ALL[anchor]);
        if at + 1 < of {
            self.phase = Phase::Anchors { at: at + 1, of };
            return Ok(Vec::new());
        }
        Ok(self.rate(now))
    }

    /// The next step of the rating, or the next question after it.
    ///
    /// # Errors
    /// While answering, at an anchor that is not picked yet, and when everything is finished.
    pub fn next(&mut self, now: Now) -> Step {
        let flags = (self.items.get(self.at))
            .and_then(|i| i.question.as_ref())
            .is_some_and(|q| !q.red_flags.is_empty());
        match self.phase {
            Phase::Evidence if flags => {
                self.phase = Phase::Flags;
                Ok(Vec::new())
            }
            Phase::Evidence | Phase::Flags if self.rates_by_points() => Ok(self.rate(now)),
            Phase::Evidence | Phase::Flags => Ok(self.go_to_anchors(now)),
            Phase::Anchors { at, of } if at + 1 < of && self.work.ticks.picked[at].is_some() => {
                self.phase = Phase::Anchors { at: at + 1, of };
                Ok(Vec::new())
            }
            Phase::After => Ok(self.go_on(now)),
            Phase::Turn => self.pass_turn(now),
            Phase::Keep => self.keep_take(now),
            Phase::Aside => self.stop_done(now),
            _ => Err(Refusal::NotNow),
        }
    }

    /// One step back within the rating; out of a second try without keeping it.
    ///
    /// # Errors
    /// At the first step of the rating, while answering, and once the level is known.
    pub fn back(&mut self, now: Now) -> Step {
        match self.phase {
            Phase::Flags => self.phase = Phase::Evidence,
            Phase::Evidence if self.is_anew() => self.enter(self.at, Phase::After, now),
            Phase::Anchors { at: 0, .. } => self.phase = Phase::Flags,
            Phase::Anchors { at, of } => self.phase = Phase::Anchors { at: at - 1, of },
            _ if self.is_beside() => self.enter(self.at, Phase::After, now),
            _ => return Err(Refusal::NotNow),
        }
        Ok(Vec::new())
    }

    /// Takes the last mark, flag or description of the rating back; at its result, the last description, so that it
    /// comes out anew.
    ///
    /// # Errors
    /// When nothing of it was done yet, and while answering.
    pub fn undo_rating(&mut self, now: Now) -> Step {
        match self.phase {
            Phase::Evidence | Phase::Flags => {
                match self.work.before.pop() {
                    Some(before) => self.work.ticks = before,
                    None if self.is_anew() => self.enter(self.at, Phase::After, now),
                    None => return Err(Refusal::NotNow),
                }
                Ok(Vec::new())
            }
            Phase::Anchors { .. } => self.back(now),
            Phase::After => {
                let rating = self.rating_in_hand()?;
                self.in_hand_again(&rating);
                let of = self.work.dimensions.len();
                let described = !rating.dimensions.is_empty();
                self.phase = match of.checked_sub(1).filter(|_| described) {
                    Some(at) => Phase::Anchors { at, of },
                    None => Phase::Flags,
                };
                Ok(Vec::new())
            }
            _ => Err(Refusal::NotNow),
        }
    }

    /// Whether the rating in hand ends with the points: it is short, and nobody asked for its descriptions.
    pub fn rates_by_points(&self) -> bool {
        let picked = &self.work.ticks.picked;
        self.manner.short && picked.iter().all(Option::is_none)
    }

    /// Goes on to the descriptions of a short rating; from its result, too.
    ///
    /// # Errors
    /// Where they are chosen already, or come by themselves.
    pub fn describe(&mut self, now: Now) -> Step {
        match self.phase {
            Phase::Evidence | Phase::Flags => {}
            Phase::After => {
                let rating = self.rating_in_hand()?;
                if !rating.dimensions.is_empty() {
                    return Err(Refusal::Described);
                }
                self.in_hand_again(&rating);
            }
            _ => return Err(Refusal::NotNow),
        }
        if self.work.dimensions.is_empty() {
            return Err(Refusal::Described);
        }
        Ok(self.go_to_anchors(now))
    }

    /// Has a rating in hand again that was written down, where it is not any more.
    fn in_hand_again(&mut self, rating: &Rating) {
        let whole = !self.work.dimensions.is_empty()
            && self.work.ticks.marks == rating.points
            && self.work.ticks.picked.iter().all(Option::is_some);
        if whole {
            return;
        }
        self.work = self.fresh_work();
        let ticks = &mut self.work.ticks;
        if rating.points.len() == ticks.marks.len() {
            ticks.marks.clone_from(&rating.points);
            ticks.proofs.clone_from(&rating.proofs);
            ticks.flags.clone_from(&rating.flags);
        }
        for (dimension, picked) in self.work.dimensions.iter().zip(&mut ticks.picked) {
            let level = rating.dimensions.iter().find(|(id, _)| *id == dimension.id);
            *picked = level.map(|(_, level)| *level);
        }
    }

    /// Sets the level that counts, at most as high as the table gives.
    ///
    /// # Errors
    /// Before the level is known, and for a higher one.
    pub fn lower_level(&mut self, level: Level, now: Now) -> Step {
        let mut rating = self.rating_in_hand()?;
        if level > rating.computed {
            return Err(Refusal::NotHigher);
        }
        if level == rating.level {
            return Ok(Vec::new());
        }
        rating.level = level;
        Ok(self.rate_again(rating, now))
    }

    /// A line to oneself, kept with the rating.
    ///
    /// # Errors
    /// Before the level is known.
    pub fn note(&mut self, line: &str, now: Now) -> Step {
        let mut rating = self.rating_in_hand()?;
        if line.trim() == rating.note {
            return Ok(Vec::new());
        }
        line.trim().clone_into(&mut rating.note);
        Ok(self.rate_again(rating, now))
    }

    /// Says whether the point that was tried last is said now; the word said last counts.
    ///
    /// # Errors
    /// Where no point was tried again, and no follow-up went back to one.
    pub fn hear_again(&mut self, said: bool, now: Now) -> Step {
        let item = self.items.get(self.at);
        let tried = item.is_some_and(|i| i.tried().is_some());
        if self.phase != Phase::After || !tried {
            return Err(Refusal::NotNow);
        }
        let what = if said {
            EventKind::SaidNow
        } else {
            EventKind::NotSaidNow
        };
        Ok(vec![self.append(Event::block(what, 0, now), now)])
    }

    const fn rating_evidence(&self) -> Result<(), Refusal> {
        match self.phase {
            Phase::Evidence | Phase::Flags => Ok(()),
            _ => Err(Refusal::NotNow),
        }
    }

    fn rating_in_hand(&self) -> Result<Rating, Refusal> {
        let rating = self.items.get(self.at).and_then(|i| i.rating().cloned());
        rating
            .filter(|_| self.phase == Phase::After)
            .ok_or(Refusal::NotNow)
    }

    /// A rating is never changed: a later one of the same rater takes its place.
    fn rate_again(&mut self, rating: Rating, now: Now) -> Vec<Block> {
        let rating = Rating {
            at: now.wall,
            ..rating
        };
        vec![self.append(Block::Rating(rating), now)]
    }

    /// The words that prove what was said.
    fn proofs(&self) -> Vec<(u8, String)> {
        let marks = &self.work.ticks.marks;
        let mark = |n: u8| marks.get(usize::from(n).wrapping_sub(1));
        let said = |n: u8| mark(n).is_some_and(|mark| *mark != Mark::Missed);
        let all = self.work.ticks.proofs.iter();
        all.filter(|(n, _)| said(*n)).cloned().collect()
    }

    fn go_to_anchors(&mut self, now: Now) -> Vec<Block> {
        match self.work.dimensions.len() {
            0 => self.rate(now),
            of => {
                self.phase = Phase::Anchors { at: 0, of };
                Vec::new()
            }
        }
    }

    /// Works the level out and writes the rating down.
    fn rate(&mut self, now: Now) -> Vec<Block> {
        let item = &self.items[self.at];
        let (Some(question), Some(answer)) = (&item.question, self.in_hand()) else {
            return Vec::new();
        };
        let rated: Vec<Rated> = (self.work.dimensions.iter().zip(&self.work.ticks.picked))
            .filter_map(|(dimension, level)| {
                Some(Rated {
                    dimension: Arc::clone(dimension),
                    level: (*level)?,
                })
            })
            .collect();
        let (apart, rated): (Vec<Rated>, Vec<Rated>) =
            (rated.into_iter()).partition(|r| r.dimension.id.as_str() == ENGAGEMENT);
        let mut rating = written(
            &Evidence {
                question,
                answer,
                marks: &self.work.ticks.marks,
                flags: &self.work.ticks.flags,
                rated: &rated,
            },
            Rater::Now,
            now,
        );
        let apart = apart.iter().map(|r| (r.dimension.id.clone(), r.level));
        rating.dimensions.extend(apart);
        rating.proofs = self.proofs();
        let anew = self.work.anew.take().map(Block::Answer);
        let blocks = anew.into_iter().chain([Block::Rating(rating)]);
        blocks.map(|block| self.append(block, now)).collect()
    }
}

/// A place counted from 1, as files do.
fn from_one(place: usize) -> Result<u8, Refusal> {
    u8::try_from(place + 1).ok().ok_or(Refusal::NoSuchLine)
}

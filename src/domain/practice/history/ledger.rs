//! The history itself: facts in the order of time, chained by question.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::fact::{Fact, Source, UNRATED, moment, short};
use super::names::{Name, Names};
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::library::Kind;
use crate::domain::practice::record::{
    Answer, Block, Comment, EventKind, Input, Rater, Rating, SittingHead, SittingRecord, To,
};
use crate::domain::practice::score::Said;

/// End of a chain.
const NONE: u32 = u32::MAX;

fn is_again(answer: &Answer) -> bool {
    answer.extra.as_ref().is_some_and(|e| e.to == To::Again)
}

/// Facts of past answers, oldest first.
#[derive(Debug, Clone, Default)]
pub struct History {
    names: Names,
    facts: Vec<Fact>,
    /// The newest fact of each question, by the place of its name.
    newest: Vec<u32>,
    dimensions: Vec<DimensionId>,
    advice: Vec<Advice>,
    /// Names of others who ever said something to an answer.
    raters: BTreeSet<String>,
    /// Answers whose second try was rated as a whole; what counts is the first.
    retried: BTreeSet<(Name, u16)>,
}

/// The one thing that somebody else would change about an answer.
#[derive(Debug, Clone)]
pub struct Advice {
    /// The answer that it is said to: its sitting, and its place there.
    answer: (Name, u16),
    /// Who says so.
    pub who: String,
    /// What.
    pub change: String,
}

/// A question of the bank that was asked in a real interview.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The journal entry that tells it.
    pub entry: &'a str,
    /// Its day.
    pub day: NaiveDate,
    /// When on that day, if known; else after all that was practiced on it.
    pub time: Option<NaiveTime>,
    /// Which question.
    pub question: &'a str,
    /// Its primary competency.
    pub competency: &'a str,
    /// Its kind.
    pub kind: Kind,
    /// How it went.
    pub level: Option<Level>,
}

impl History {
    /// Takes in what sittings wrote down; one that is known already is replaced.
    pub fn learn<R: Borrow<SittingRecord>>(&mut self, records: impl IntoIterator<Item = R>) {
        for record in records {
            let record = record.borrow();
            self.drop_origin(record.head.id.as_str());
            record.blocks.iter().for_each(|block| self.meet(block));
            // A warm-up leaves no trace in what is known of a person.
            let blocks = record.blocks.iter().filter(|_| !record.head.warm_up);
            for block in blocks {
                self.take(&record.head, block);
            }
        }
        self.order();
        self.facts.shrink_to_fit();
        self.names.shrink();
    }

    /// Takes in one block that a running sitting has just written.
    pub fn hear(&mut self, head: &SittingHead, block: &Block) {
        self.meet(block);
        if head.warm_up {
            return;
        }
        self.take(head, block);
        self.order();
    }

    /// Takes in questions that were really asked. Call [`Self::forget`] for the entry before, when it changed.
    pub fn hear_asked<'a>(&mut self, asked: impl IntoIterator<Item = Asked<'a>>) {
        for one in asked {
            let fact = self.asked_fact(one);
            self.facts.push(fact);
        }
        self.order();
    }

    /// Forgets everything that came from one sitting or journal entry.
    pub fn forget(&mut self, origin: &str) {
        self.drop_origin(origin);
        self.order();
    }

    /// All facts, oldest first.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The text behind a number: the id of a question, competency, sitting or entry.
    pub fn text(&self, name: Name) -> &str {
        self.names.text(name)
    }

    /// The facts about one question, newest first.
    pub fn of(&self, question: &str) -> impl Iterator<Item = &Fact> {
        let newest = (self.names.find(question))
            .and_then(|name| self.newest.get(name.place()))
            .copied();
        let fact = |at: u32| self.facts.get(at as usize);
        std::iter::successors(newest.and_then(fact), move |f| fact(f.previous))
    }

    /// How a question went the last time it was rated, and when.
    pub fn last(&self, question: &str) -> Option<(Level, NaiveDate)> {
        self.of(question).find_map(|f| Some((f.level?, f.day)))
    }

    /// The newest thing that can be told of a question: its level, or that it was skipped.
    pub fn newest_told(&self, question: &str) -> Option<&Fact> {
        self.of(question).find(|f| f.told().is_some())
    }

    /// What somebody else would change about the last answer to a question, until there is another one.
    pub fn advice(&self, question: &str) -> Option<&Advice> {
        // No clock is asked: whoever looked at it may live by another one.
        let last = self.of(question).map(|f| (f.origin, f.index)).next()?;
        self.advice.iter().rfind(|advice| advice.answer == last)
    }

    /// Names of others who ever said something to an answer.
    pub fn raters(&self) -> impl Iterator<Item = &str> {
        self.raters.iter().map(String::as_str)
    }

    /// How often a question was asked in practice.
    pub fn times(&self, question: &str) -> usize {
        self.of(question)
            .filter(|f| f.source == Source::Practice)
            .count()
    }

    /// Whether a question was ever asked.
    pub fn knows(&self, question: &str) -> bool {
        self.of(question).next().is_some()
    }

    /// Whether a question was ever answered: asked and not skipped, rated or not.
    pub fn answered(&self, question: &str) -> bool {
        self.of(question).any(|f| !f.skipped)
    }

    /// Each question with its newest fact.
    pub fn newest(&self) -> impl Iterator<Item = &Fact> {
        self.newest
            .iter()
            .filter_map(|at| self.facts.get(*at as usize))
    }

    /// The levels of the dimensions of one answer.
    pub fn dimensions(&self, fact: &Fact) -> impl Iterator<Item = (&DimensionId, Level)> {
        fact.packed()
            .filter_map(|(n, level)| Some((self.dimensions.get(n)?, level)))
    }

    /// Dimensions that were ever rated, in the order first met.
    pub fn known_dimensions(&self) -> &[DimensionId] {
        &self.dimensions
    }

    /// Levels of one dimension on one question, newest first.
    pub fn dimension_of(&self, question: &str, dimension: &str) -> impl Iterator<Item = Level> {
        let number = (self.dimensions.iter()).position(|d| d.as_str() == dimension);
        self.of(question).filter_map(move |fact| {
            let mut rated = fact.packed();
            rated.find_map(|(n, level)| (Some(n) == number).then_some(level))
        })
    }

    /// Bytes of memory, for the test of its size.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        self.facts.capacity() * size_of::<Fact>() + self.newest.capacity() * 4 + self.names.bytes()
    }

    fn meet(&mut self, block: &Block) {
        if let Block::Comment(comment) = block
            && !comment.by.is_empty()
            && !self.raters.contains(&comment.by)
        {
            self.raters.insert(comment.by.clone());
        }
    }

    fn take(&mut self, head: &SittingHead, block: &Block) {
        match block {
            Block::Answer(answer) if answer.take <= 1 => {
                let question = self.names.keep(answer.question.as_str());
                let competency = self.names.keep(answer.competency.as_str());
                let origin = self.names.keep(head.id.as_str());
                self.facts
                    .push(Fact::of(answer, question, competency, origin));
            }
            Block::Answer(answer) if is_again(answer) => self.take_again(head, answer),
            Block::Answer(answer) => self.take_second(head, answer),
            Block::Rating(rating) => self.take_rating(head, rating),
            Block::Event(event) if event.what == EventKind::ThrownAway => {
                self.drop_origin(head.id.as_str());
            }
            Block::Comment(comment) => self.take_comment(head, comment),
            // What a friend answered at this laptop is theirs, and counts nowhere.
            Block::Event(_)
            | Block::Reply(_)
            | Block::Back(_)
            | Block::Item(_)
            | Block::Noted(_)
            | Block::Theirs(_) => {}
        }
    }

    /// Another take of the whole answer counts in the place of the first, unless that was rated: then it is a second try,
    /// which was counted already.
    fn take_again(&mut self, head: &SittingHead, answer: &Answer) {
        let rated = self.fact_of(head, answer.index).filter(|f| f.own.is_some());
        if let Some(origin) = rated.map(|f| f.origin) {
            self.retried.insert((origin, answer.index));
            return;
        }
        if let Some(fact) = self.fact_of(head, answer.index) {
            let (spent, previous) = (fact.spent_s, fact.previous);
            *fact = Fact::of(answer, fact.question, fact.competency, fact.origin);
            fact.spent_s = fact.spent_s.saturating_add(spent);
            fact.previous = previous;
        }
    }

    /// A second try changes neither level nor schedule; that there was one is remembered, and its time.
    fn take_second(&mut self, head: &SittingHead, answer: &Answer) {
        if let Some(fact) = self.fact_of(head, answer.index) {
            fact.retried |= answer.for_point.is_some();
            fact.spent_s = fact.spent_s.saturating_add(short(answer.seconds));
        }
    }

    fn take_rating(&mut self, head: &SittingHead, rating: &Rating) {
        let rated = self.pack(rating);
        let origin = self.names.find(head.id.as_str());
        let retried = origin.is_some_and(|o| self.retried.contains(&(o, rating.index)));
        let Some(fact) = self.fact_of(head, rating.index) else {
            return;
        };
        match rating.rater {
            Rater::Now if retried => {}
            Rater::Now => {
                fact.own = Some(rating.level);
                if !fact.agreed {
                    fact.level = Some(rating.level);
                    fact.rated = rated;
                    fact.count_points(&rating.points);
                }
            }
            Rater::Agreed => {
                fact.agreed = true;
                fact.level = Some(rating.level);
                fact.rated = rated;
                fact.count_points(&rating.points);
            }
            Rater::Cold => fact.cold = Some(rating.level),
            Rater::Partner => fact.other = Some(rating.level),
            Rater::Coach => fact.coach = Some(rating.level),
            Rater::Outcome => {}
        }
    }

    fn take_comment(&mut self, head: &SittingHead, comment: &Comment) {
        let fact = comment.index.and_then(|index| self.fact_of(head, index));
        let Some(fact) = fact.filter(|_| !comment.change.is_empty()) else {
            return;
        };
        let advice = Advice {
            answer: (fact.origin, fact.index),
            who: comment.who(),
            change: comment.change.clone(),
        };
        self.advice.push(advice);
    }

    /// The fact of an answer; the newest are looked at first.
    fn fact_of(&mut self, head: &SittingHead, index: u16) -> Option<&mut Fact> {
        let origin = self.names.find(head.id.as_str())?;
        let mut facts = self.facts.iter_mut().rev();
        facts.find(|f| f.origin == origin && f.index == index)
    }

    /// Levels of dimensions in six bytes; more than six are never rated for one answer.
    fn pack(&mut self, rating: &Rating) -> [u8; 6] {
        let mut packed = [UNRATED; 6];
        for (slot, (dimension, level)) in packed.iter_mut().zip(&rating.dimensions) {
            let known = self.dimensions.iter().position(|d| d == dimension);
            let number = known.unwrap_or_else(|| {
                self.dimensions.push(dimension.clone());
                self.dimensions.len() - 1
            });
            // Sixty-three dimensions fit; a pack with more leaves the rest unremembered.
            if number < 63 {
                *slot = u8::try_from(number << 2 | level.step()).unwrap_or(UNRATED);
            }
        }
        packed
    }

    fn asked_fact(&mut self, asked: Asked<'_>) -> Fact {
        Fact {
            at: moment(asked.day, asked.time),
            day: asked.day,
            question: self.names.keep(asked.question),
            competency: self.names.keep(asked.competency),
            origin: self.names.keep(asked.entry),
            previous: NONE,
            index: 0,
            spent_s: 0,
            length_s: 0,
            kind: asked.kind,
            wording: 0,
            source: Source::Interview,
            level: asked.level,
            own: asked.level,
            cold: None,
            other: None,
            coach: None,
            agreed: false,
            expected: None,
            edge: None,
            said: Said::default(),
            hint: None,
            input: Input::Aloud,
            skipped: false,
            retried: false,
            rated: [UNRATED; 6],
        }
    }

    fn drop_origin(&mut self, origin: &str) {
        if let Some(origin) = self.names.find(origin) {
            self.facts.retain(|f| f.origin != origin);
            self.advice.retain(|a| a.answer.0 != origin);
            self.retried.retain(|(of, _)| *of != origin);
        }
    }

    /// Puts the facts in order of time and chains them again. Sorting what is nearly sorted is cheap.
    fn order(&mut self) {
        self.facts.sort_by_key(|f| f.at);
        self.newest.clear();
        self.newest.resize(self.names.len(), NONE);
        for (at, fact) in self.facts.iter_mut().enumerate() {
            let newest = &mut self.newest[fact.question.place()];
            fact.previous = *newest;
            *newest = u32::try_from(at).unwrap_or(NONE);
        }
    }
}

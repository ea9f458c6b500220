//! The interviewer's seat: an answer that somebody else gave is rated point by point and word by word, then laid beside
//! the rating that is shipped with it. Rating others is the best-supported way to rate oneself truly.

use std::sync::Arc;

use super::record::Mark;
use super::score::{agreed, agreed_next, mark_of};
use super::sheet::Sheet;
use crate::domain::dice::Dice;
use crate::domain::id::{DimensionId, ExemplarId, QuestionId};
use crate::domain::level::Level;
use crate::domain::library::{Dimension, Exemplar, Library, Question};

/// From so many rated answers on a habit is named.
const HABIT: usize = 5;

/// How somebody rated a sample answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sampled {
    /// Which.
    pub sample: ExemplarId,
    /// Points that they heard, from 1.
    pub hit: Vec<u8>,
    /// Points that they half heard, from 1.
    pub half: Vec<u8>,
    /// Red flags that they saw, from 1.
    pub flags: Vec<u8>,
    /// The word that they gave each dimension.
    pub levels: Vec<(DimensionId, Level)>,
}

/// Where the rating stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stand {
    /// The answer is heard.
    Listen,
    /// Points and red flags are ticked.
    Points,
    /// Each dimension gets its word.
    Words,
    /// Both ratings lie side by side.
    Beside,
}

/// A question with its sample answers, one of which is rated now.
#[derive(Debug, Clone)]
pub struct Hearing {
    question: Arc<Question>,
    samples: Vec<Arc<Exemplar>>,
    at: usize,
    step: Stand,
    sheet: Sheet,
}

/// One point, red flag or dimension with both ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair<T> {
    /// The point or flag, or the title of the dimension.
    pub what: String,
    /// As it was rated here.
    pub mine: T,
    /// As it is rated in the library.
    pub theirs: T,
    /// Why they did; empty where that is not told.
    pub why: String,
}

/// Both ratings of an answer.
#[derive(Debug, Clone)]
pub struct Both {
    /// What the rule table gives for each.
    pub level: Pair<Level>,
    /// The points.
    pub points: Vec<Pair<Mark>>,
    /// The red flags.
    pub flags: Vec<Pair<bool>>,
    /// The dimensions.
    pub words: Vec<Pair<Level>>,
    /// What the answer would need to stand higher.
    pub next: Option<String>,
}

/// The questions that have sample answers, in the order of the library, each with how many there are.
pub fn heard_questions(library: &Library) -> Vec<(QuestionId, Vec<ExemplarId>)> {
    let mut found: Vec<(QuestionId, Vec<ExemplarId>)> = Vec::new();
    for sample in library.exemplars.iter() {
        match found.iter_mut().find(|(id, _)| *id == sample.question) {
            Some((_, samples)) => samples.push(sample.id.clone()),
            None => found.push((sample.question.clone(), vec![sample.id.clone()])),
        }
    }
    found.retain(|(id, _)| library.card(id.as_str()).is_some());
    found
}

impl Hearing {
    /// Takes the seat at a question: at the first of its answers that was not `rated` yet, else at the first of all.
    /// `None` where the library has no sample answer to it.
    pub fn of(id: &QuestionId, library: &Library, rated: &[Sampled]) -> Option<Self> {
        let question = library.rated_question(id.as_str())?;
        let all = library.exemplars.iter().filter(|s| s.question == *id);
        let all: Vec<Arc<Exemplar>> = all.collect();
        // In the file they stand from the weakest to the strongest, which would tell.
        let order = Dice::stream(0, id.as_str(), 0).order(all.len());
        // What the library does not know has no line in which a word could be given.
        let known = |sample: &Arc<Exemplar>| {
            let mut sample = Exemplar::clone(sample);
            let dimensions = &library.dimensions;
            (sample.levels).retain(|(id, _)| dimensions.get(id.as_str()).is_some());
            Arc::new(sample)
        };
        let samples: Vec<Arc<Exemplar>> = order.into_iter().map(|n| known(&all[n])).collect();
        let open = |s: &Arc<Exemplar>| rated.iter().all(|r| r.sample != s.id);
        let at = samples.iter().position(open).unwrap_or(0);
        (!samples.is_empty()).then(|| {
            let mut hearing = Self {
                question,
                samples,
                at,
                step: Stand::Listen,
                sheet: Sheet::default(),
            };
            hearing.clear();
            hearing
        })
    }

    fn clear(&mut self) {
        self.step = Stand::Listen;
        let (question, levels) = (&self.question, self.sample().levels.len());
        self.sheet = Sheet::new(question.strong.len(), question.red_flags.len(), levels);
    }

    /// The question.
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// The answer that is rated now.
    pub fn sample(&self) -> &Exemplar {
        &self.samples[self.at]
    }

    /// Where the rating stands.
    pub const fn step(&self) -> Stand {
        self.step
    }

    /// Which answer it is, from 1, and how many there are.
    pub const fn position(&self) -> (usize, usize) {
        (self.at + 1, self.samples.len())
    }

    /// The sheet that is filled in.
    pub const fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// The dimensions with the word that each has so far.
    pub fn words(&self, library: &Library) -> Vec<(Arc<Dimension>, Option<Level>)> {
        let rated = self.sample().levels.iter().zip(self.sheet.words());
        let known = rated
            .filter_map(|((id, _), level)| Some((library.dimensions.get(id.as_str())?, *level)));
        known.collect()
    }

    /// Not said, said, half said, by the row of a point; a red flag, in the rows after them, is seen or not.
    pub fn tick(&mut self, row: usize) {
        if let Some(ticked) = self.sheet.next(row) {
            self.sheet.put(ticked);
        }
    }

    /// Gives a dimension, by its row, its word.
    pub fn rate(&mut self, row: usize, level: Level) {
        self.sheet.rate(row, level);
    }

    /// Goes on: to the points, to the words, to both ratings once every dimension has its word (the rating is then
    /// whole and given out, once), and to the next answer. After the last one it stays.
    pub fn on(&mut self) -> Option<Sampled> {
        match self.step {
            Stand::Listen => self.step = Stand::Points,
            Stand::Points => self.step = Stand::Words,
            Stand::Words if self.sheet.open_word().is_none() => {
                self.step = Stand::Beside;
                return Some(self.rating());
            }
            Stand::Words => {}
            Stand::Beside if self.is_last() => {}
            Stand::Beside => {
                self.at += 1;
                self.clear();
            }
        }
        None
    }

    /// Whether no answer comes after this one.
    pub const fn is_last(&self) -> bool {
        self.at + 1 == self.samples.len()
    }

    /// One step back within a rating; `false` where nothing comes before, or all is open already.
    pub const fn back(&mut self) -> bool {
        self.step = match self.step {
            Stand::Points => Stand::Listen,
            Stand::Words => Stand::Points,
            Stand::Listen | Stand::Beside => return false,
        };
        true
    }

    /// The same answer once more, from the beginning.
    pub fn again(&mut self) {
        self.clear();
    }

    fn rating(&self) -> Sampled {
        let levels = self.sample().levels.iter().zip(self.sheet.words());
        Sampled {
            sample: self.sample().id.clone(),
            hit: self.sheet.points(Mark::Hit),
            half: self.sheet.points(Mark::Half),
            flags: self.sheet.seen(),
            levels: levels
                .filter_map(|((id, _), level)| Some((id.clone(), (*level)?)))
                .collect(),
        }
    }

    /// Both ratings.
    pub fn both(&self, library: &Library) -> Both {
        let (sample, question) = (self.sample(), self.question());
        let known = |id: &DimensionId| library.dimensions.get(id.as_str());
        let mine = self.rating();
        let as_mine = Exemplar {
            hit: mine.hit,
            half: mine.half,
            flags: mine.flags,
            levels: mine.levels,
            ..sample.clone()
        };
        let (theirs, next) = agreed_next(sample, question, known);
        let marks = (1..=u8::MAX).zip(question.strong.iter().zip(self.sheet.marks()));
        let flags = (1..=u8::MAX).zip(question.red_flags.iter().zip(self.sheet.flags()));
        let words = sample.levels.iter().zip(self.sheet.words());
        Both {
            level: Pair {
                what: String::new(),
                mine: agreed(&as_mine, question, known).level,
                theirs: theirs.level,
                why: theirs.reason,
            },
            points: marks
                .map(|(n, (point, mine))| Pair {
                    what: point.text.clone(),
                    mine: *mine,
                    theirs: mark_of(sample, n),
                    why: String::new(),
                })
                .collect(),
            flags: flags
                .map(|(n, (flag, mine))| Pair {
                    what: flag.text.clone(),
                    mine: *mine,
                    theirs: sample.flags.contains(&n),
                    why: String::new(),
                })
                .collect(),
            words: words
                .filter_map(|((id, theirs), mine)| {
                    let why = sample.why.iter().find(|(of, _)| of == id);
                    Some(Pair {
                        what: known(id)?.reading_for(question.kind).title.clone(),
                        mine: (*mine)?,
                        theirs: *theirs,
                        why: why.map_or_else(String::new, |(_, why)| why.clone()),
                    })
                })
                .collect(),
            next,
        }
    }
}

/// Keeps a rating in the place of an earlier one of the same answer.
pub fn keep(rated: &mut Vec<Sampled>, new: Sampled) {
    rated.retain(|old| old.sample != new.sample);
    rated.push(new);
}

/// Which way somebody leans on one dimension: `Over 6 answers you were higher on Specific evidence 4 times, lower
/// never.` The one they lean on most; nothing under five answers, and nothing where they lean nowhere.
pub fn habit(rated: &[Sampled], library: &Library) -> Option<String> {
    let mut leans: Vec<(DimensionId, usize, usize, usize)> = Vec::new();
    for one in rated {
        let Some(sample) = library.exemplars.get(one.sample.as_str()) else {
            continue;
        };
        for (id, mine) in &one.levels {
            let Some((_, theirs)) = sample.levels.iter().find(|(of, _)| of == id) else {
                continue;
            };
            let at = leans.iter().position(|(of, ..)| of == id);
            let at = at.unwrap_or_else(|| {
                leans.push((id.clone(), 0, 0, 0));
                leans.len() - 1
            });
            let (_, all, higher, lower) = &mut leans[at];
            *all += 1;
            *higher += usize::from(mine > theirs);
            *lower += usize::from(mine < theirs);
        }
    }
    let leaning = leans.into_iter().filter(|(_, all, ..)| *all >= HABIT);
    let (id, all, higher, lower) = leaning.max_by_key(|(_, _, h, l)| h.abs_diff(*l))?;
    let title = &library.dimensions.get(id.as_str())?.reading.title;
    let [(more, most), (less, least)] = if higher >= lower {
        [("higher", higher), ("lower", lower)]
    } else {
        [("lower", lower), ("higher", higher)]
    };
    (most > least).then(|| {
        format!(
            "Over {all} answers you were {more} on {title} {}, {less} {}.",
            times(most),
            times(least)
        )
    })
}

fn times(n: usize) -> String {
    match n {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;

    const PROMISE: &str = "q-general-behavioral-promise-at-risk";

    fn hearing(rated: &[Sampled]) -> (Hearing, Library) {
        let library = shipped::library();
        let hearing = Hearing::of(&QuestionId::new(PROMISE), &library, rated).unwrap();
        (hearing, library)
    }

    /// Rates the answer in hand as it is rated.
    fn as_agreed(hearing: &mut Hearing) -> Sampled {
        let sample = hearing.sample().clone();
        assert_eq!(hearing.on(), None);
        for (row, n) in (0..hearing.sheet().marks().len()).zip(1..) {
            match mark_of(&sample, n) {
                Mark::Missed => {}
                Mark::Hit => hearing.tick(row),
                Mark::Half => (0..2).for_each(|_| hearing.tick(row)),
            }
        }
        for n in &sample.flags {
            hearing.tick(hearing.sheet().marks().len() + usize::from(*n) - 1);
        }
        assert_eq!(hearing.on(), None);
        for (row, (_, level)) in sample.levels.iter().enumerate() {
            assert_eq!((hearing.on(), hearing.step()), (None, Stand::Words));
            hearing.rate(row, *level);
        }
        hearing.on().unwrap()
    }

    #[test]
    fn who_rates_as_the_raters_did_stands_where_they_do_on_every_sample_there_is() {
        let library = shipped::library();
        let questions = heard_questions(&library);
        assert!(questions.len() >= 16);
        for (id, samples) in questions {
            let mut hearing = Hearing::of(&id, &library, &[]).unwrap();
            let mut seen = Vec::new();
            loop {
                seen.push(as_agreed(&mut hearing).sample);
                let both = hearing.both(&library);
                assert_eq!(both.level.mine, both.level.theirs);
                assert_eq!(both.level.theirs, hearing.sample().level);
                assert!(both.points.iter().all(|p| p.mine == p.theirs));
                assert!(both.flags.iter().all(|p| p.mine == p.theirs));
                assert!(both.words.iter().all(|p| p.mine == p.theirs));
                if hearing.is_last() {
                    break;
                }
                hearing.on();
            }
            seen.sort();
            let mut all = samples.clone();
            all.sort();
            assert_eq!(seen, all);
        }
    }

    #[test]
    fn it_goes_on_with_an_answer_that_was_not_rated_yet_and_steps_back_within_one() {
        let (mut first, _) = hearing(&[]);
        let rated = as_agreed(&mut first);
        assert!(!first.back(), "the agreed rating is open");
        let (mut next, _) = hearing(&[rated]);
        assert_eq!(next.position(), (2, 3));
        assert!(!next.back());
        next.on();
        next.tick(0);
        next.on();
        assert!(next.back() && next.step() == Stand::Points);
        assert_eq!(next.sheet().marks()[0], Mark::Hit, "what was ticked stays");
    }

    #[test]
    fn a_dimension_that_the_library_does_not_know_shifts_no_line_and_holds_nobody_up() {
        let mut library = shipped::library();
        let first = |library: &Library| {
            let hearing = Hearing::of(&QuestionId::new(PROMISE), library, &[]);
            hearing.expect("it has answers").sample().clone()
        };
        let mut sample = first(&library);
        let unknown = (DimensionId::new("of-a-pack-that-is-gone"), Level::Solid);
        sample.levels.insert(0, unknown);
        let id = sample.id.to_string();
        library.exemplars.put(&id, sample);
        let mut hearing = Hearing::of(&QuestionId::new(PROMISE), &library, &[]).unwrap();
        let rows = hearing.words(&library).len();
        for row in 0..rows {
            hearing.rate(row, Level::Strong);
            assert_eq!(hearing.words(&library)[row].1, Some(Level::Strong));
        }
        assert_eq!(hearing.sheet().open_word(), None);
    }

    #[test]
    fn a_habit_is_named_from_five_answers_on() {
        let library = shipped::library();
        let samples: Vec<_> = library.exemplars.iter().collect();
        let up = |level: Level| Level::ALL[(level.step() + 1).min(3)];
        let high = |s: &Arc<Exemplar>| Sampled {
            sample: s.id.clone(),
            hit: Vec::new(),
            half: Vec::new(),
            flags: Vec::new(),
            levels: (s.levels.iter())
                .filter(|(id, _)| id.as_str() == "structure")
                .map(|(id, level)| (id.clone(), up(*level)))
                .collect(),
        };
        let weak = |s: &&Arc<Exemplar>| {
            let of = s.levels.iter().find(|(id, _)| id.as_str() == "structure");
            of.is_some_and(|(_, level)| *level < Level::Strong)
        };
        let mut rated: Vec<Sampled> = samples.iter().filter(weak).take(4).map(high).collect();
        assert_eq!(habit(&rated, &library), None);
        rated.extend(samples.iter().filter(weak).skip(4).take(1).map(high));
        let said = habit(&rated, &library).unwrap();
        assert!(
            said.starts_with("Over 5 answers you were higher on "),
            "{said}"
        );
        assert!(said.ends_with(" 5 times, lower never."), "{said}");
    }
}

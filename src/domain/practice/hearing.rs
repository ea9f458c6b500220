//! The interviewer's seat: an answer that somebody else gave is rated point by point and word by word, then laid beside
//! the rating that is shipped with it. Rating others is the best-supported way to rate oneself truly.

use std::sync::Arc;

use super::bench::{Bench, Line, Stand};
use super::record::Mark;
use super::score::{agreed, agreed_next, mark_of};
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

/// A question with its sample answers, one of which is rated now.
#[derive(Debug, Clone)]
pub struct Hearing {
    question: Arc<Question>,
    samples: Vec<Arc<Exemplar>>,
    dimensions: Vec<Vec<Arc<Dimension>>>,
    at: usize,
    bench: Bench,
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
        let lines = |sample: &Arc<Exemplar>| {
            let levels = sample.levels.iter();
            let lines = levels.filter_map(|(id, _)| library.dimensions.get(id.as_str()));
            lines.collect::<Vec<_>>()
        };
        let dimensions: Vec<_> = samples.iter().map(lines).collect();
        let open = |s: &Arc<Exemplar>| rated.iter().all(|r| r.sample != s.id);
        let at = samples.iter().position(open).unwrap_or(0);
        let bench = bench(&question, samples.get(at)?, &dimensions[at]);
        Some(Self {
            question,
            samples,
            dimensions,
            at,
            bench,
        })
    }

    /// The answer that is rated now, with its rating.
    pub const fn bench(&self) -> &Bench {
        &self.bench
    }

    /// The same, to tick and to rate.
    pub const fn bench_mut(&mut self) -> &mut Bench {
        &mut self.bench
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
        self.bench.step()
    }

    /// Which answer it is, from 1, and how many there are.
    pub const fn position(&self) -> (usize, usize) {
        (self.at + 1, self.samples.len())
    }

    /// Goes on: to the points, to the words, to both ratings once every dimension has its word (the rating is then
    /// whole and given out, once), and to the next answer. After the last one it stays.
    pub fn on(&mut self) -> Option<Sampled> {
        if self.step() == Stand::Beside && !self.is_last() {
            self.at += 1;
            self.again();
        } else if self.bench.on() {
            return Some(self.rating());
        }
        None
    }

    /// Whether no answer comes after this one.
    pub const fn is_last(&self) -> bool {
        self.at + 1 == self.samples.len()
    }

    /// The same answer once more, from the beginning.
    pub fn again(&mut self) {
        self.bench = bench(&self.question, self.sample(), &self.dimensions[self.at]);
    }

    /// The rating as it stands.
    pub fn rating(&self) -> Sampled {
        let levels = self.bench.rated();
        Sampled {
            sample: self.sample().id.clone(),
            hit: self.bench.sheet().points(Mark::Hit),
            half: self.bench.sheet().points(Mark::Half),
            flags: self.bench.sheet().seen(),
            levels: levels
                .map(|(dimension, level)| (dimension.id.clone(), level))
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
        let marks = (1..=u8::MAX).zip(question.strong.iter().zip(self.bench.sheet().marks()));
        let flags = (1..=u8::MAX).zip(question.red_flags.iter().zip(self.bench.sheet().flags()));
        let words = sample.levels.iter().zip(self.bench.rated());
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
                .map(|((id, theirs), (dimension, mine))| {
                    let why = sample.why.iter().find(|(of, _)| of == id);
                    Pair {
                        what: dimension.reading_for(question.kind).title.clone(),
                        mine,
                        theirs: *theirs,
                        why: why.map_or_else(String::new, |(_, why)| why.clone()),
                    }
                })
                .collect(),
            next,
        }
    }
}

/// A sample answer that nothing is ticked of.
fn bench(question: &Arc<Question>, sample: &Exemplar, dimensions: &[Arc<Dimension>]) -> Bench {
    let lines = dimensions.iter().cloned().map(Line::Dimension).collect();
    Bench::new(Arc::clone(question), sample.text.clone(), lines)
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
        for (row, n) in (0..hearing.bench().sheet().marks().len()).zip(1..) {
            match mark_of(&sample, n) {
                Mark::Missed => {}
                Mark::Hit => hearing.bench_mut().tick(row),
                Mark::Half => (0..2).for_each(|_| hearing.bench_mut().tick(row)),
            }
        }
        for n in &sample.flags {
            let row = hearing.bench().sheet().marks().len() + usize::from(*n) - 1;
            hearing.bench_mut().tick(row);
        }
        assert_eq!(hearing.on(), None);
        for (row, (_, level)) in sample.levels.iter().enumerate() {
            assert_eq!((hearing.on(), hearing.step()), (None, Stand::Words));
            hearing.bench_mut().rate(row, *level);
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
        assert!(!first.bench_mut().back(), "the agreed rating is open");
        let (mut next, _) = hearing(&[rated]);
        assert_eq!(next.position(), (2, 3));
        assert!(!next.bench_mut().back());
        next.on();
        next.bench_mut().tick(0);
        next.on();
        assert!(next.bench_mut().back() && next.step() == Stand::Points);
        assert_eq!(
            next.bench().sheet().marks()[0],
            Mark::Hit,
            "what was ticked stays"
        );
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
        let rows = hearing.bench().words().count();
        for row in 0..rows {
            hearing.bench_mut().rate(row, Level::Strong);
            assert_eq!(hearing.bench().sheet().words()[row], Some(Level::Strong));
        }
        assert_eq!(hearing.bench().sheet().open_word(), None);
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

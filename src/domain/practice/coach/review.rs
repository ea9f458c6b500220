//! The coach's side: each answer of a hand-in is read, rated as in the interviewer's seat, and commented on.

use std::sync::Arc;

use super::{HandIn, Handed, Looked, Returned};
use crate::domain::id::{CompetencyId, FrameworkId, QuestionId};
use crate::domain::level::Level;
use crate::domain::library::{Library, Question, Window};
use crate::domain::practice::bench::{Bench, Line};
use crate::domain::practice::record::Answer;
use crate::domain::practice::score::{Evidence, Rated, judge};
use crate::domain::text::one_line;
use crate::domain::time::Wall;

/// What is written to one answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Keep this.
    pub keep: String,
    /// Change this.
    pub change: String,
    /// Anything else.
    pub text: String,
}

/// A hand-in on its way back.
#[derive(Debug, Clone)]
pub struct Coaching {
    hand_in: HandIn,
    benches: Vec<Bench>,
    words: Vec<Words>,
    /// Who looks at it.
    pub coach: String,
    /// A word to all of it.
    pub text: String,
}

impl Coaching {
    /// Takes a hand-in up; nothing is rated yet.
    pub fn of(hand_in: HandIn, library: &Library) -> Self {
        let bench = |handed: &Handed| {
            let kind = handed.kind;
            let fitting = library.dimensions.iter();
            // Nobody hears how a typed answer is said, nor one of which there are notes.
            let fitting = fitting.filter(|d| d.applies.contains(&kind) && !d.is_of_speech());
            let lines = fitting.map(Line::Dimension).collect();
            Bench::new(Arc::new(question(handed)), said(handed), lines)
        };
        Self {
            benches: hand_in.answers.iter().map(bench).collect(),
            words: vec![Words::default(); hand_in.answers.len()],
            coach: String::new(),
            text: String::new(),
            hand_in,
        }
    }

    /// Goes on with what was kept of it.
    pub fn put(&mut self, kept: &Returned) {
        self.coach.clone_from(&kept.coach);
        self.text.clone_from(&kept.text);
        for (at, handed) in self.hand_in.answers.iter().enumerate() {
            let same = |l: &&Looked| (l.index, l.answered) == (handed.index, handed.at);
            let Some(old) = kept.answers.iter().find(same) else {
                continue;
            };
            self.benches[at].put(&old.points, &old.flags, &old.dimensions);
            self.words[at] = Words {
                keep: old.keep.clone(),
                change: old.change.clone(),
                text: old.text.clone(),
            };
        }
    }

    /// What was handed in.
    pub const fn hand_in(&self) -> &HandIn {
        &self.hand_in
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.benches.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.benches.is_empty()
    }

    /// One of them with its rating.
    pub fn bench(&self, at: usize) -> Option<&Bench> {
        self.benches.get(at)
    }

    /// The same, to tick and to rate.
    pub fn bench_mut(&mut self, at: usize) -> Option<&mut Bench> {
        self.benches.get_mut(at)
    }

    /// What is written to one of them.
    pub fn words(&self, at: usize) -> Option<&Words> {
        self.words.get(at)
    }

    /// Writes something to one of them.
    pub fn write(&mut self, at: usize, words: Words) {
        if let Some(slot) = self.words.get_mut(at) {
            *slot = words;
        }
    }

    /// The word of an answer, by the same rules as everywhere; `None` until every line has its own.
    pub fn level(&self, at: usize) -> Option<Level> {
        let bench = self
            .benches
            .get(at)
            .filter(|b| b.is_whole() && b.sheet().is_begun())?;
        let rated: Vec<Rated> = bench
            .rated()
            .map(|(dimension, level)| Rated {
                dimension: Arc::clone(dimension),
                level,
            })
            .collect();
        let seen = Evidence {
            question: bench.question(),
            answer: &answer(self.hand_in.answers.get(at)?, bench.question()),
            marks: bench.sheet().marks(),
            flags: &bench.sheet().seen(),
            rated: &rated,
        };
        Some(judge(&seen).level)
    }

    /// Whether anything is said to an answer.
    pub fn is_looked_at(&self, at: usize) -> bool {
        let written = self.words.get(at).is_some_and(|w| *w != Words::default());
        written || self.level(at).is_some()
    }

    /// The next answer after one that nothing is said to; behind the last one where there is none.
    pub fn next_open(&self, after: usize) -> usize {
        let mut others = (after + 1..self.len()).chain(0..after);
        others
            .find(|at| !self.is_looked_at(*at))
            .unwrap_or(self.len())
    }

    /// How many answers something is said to.
    pub fn looked_at(&self) -> usize {
        (0..self.len()).filter(|at| self.is_looked_at(*at)).count()
    }

    /// How many answers have a rating that is begun and lacks a word: nobody is told of it.
    pub fn half_rated(&self) -> usize {
        let half = |at: &usize| {
            let bench = self.benches.get(*at);
            bench.is_some_and(|b| b.sheet().is_begun() && !b.is_whole())
        };
        (0..self.len()).filter(half).count()
    }

    /// As it stands.
    pub fn returned(&self, at: Wall) -> Returned {
        let looked = |(n, handed): (usize, &Handed)| {
            let (bench, words) = (&self.benches[n], &self.words[n]);
            let rated = bench.rated();
            Looked {
                index: handed.index,
                answered: handed.at,
                asked: handed.asked.clone(),
                points: bench.sheet().marks().to_vec(),
                flags: bench.sheet().seen(),
                dimensions: rated.map(|(d, level)| (d.id.clone(), level)).collect(),
                level: self.level(n),
                keep: one_line(&words.keep),
                change: one_line(&words.change),
                text: words.text.trim().to_owned(),
            }
        };
        Returned {
            sitting: self.hand_in.sitting,
            title: self.hand_in.title.clone(),
            coach: one_line(&self.coach),
            at,
            text: self.text.trim().to_owned(),
            answers: self
                .hand_in
                .answers
                .iter()
                .enumerate()
                .map(looked)
                .collect(),
        }
    }
}

/// The answer with what was asked beyond the question.
fn said(handed: &Handed) -> String {
    let more = handed.more.iter();
    let more = more.map(|(asked, said)| format!("\n\nThen: {asked}\n{said}"));
    format!("{}{}", handed.text, more.collect::<String>())
}

/// The question as far as a rating needs it.
fn question(handed: &Handed) -> Question {
    let (min, max) = handed.window.unwrap_or_default();
    let named = "handed-in";
    Question {
        setup: handed.setup.clone(),
        competencies: vec![CompetencyId::new(named)],
        window: Window {
            prep: 0,
            answer: max,
            min,
            max,
        },
        strong: handed.points.clone(),
        red_flags: handed.flags.clone(),
        framework: FrameworkId::new(named),
        ..Question::bare(QuestionId::new(named), handed.kind, handed.asked.clone())
    }
}

/// The answer as the rule table looks at it.
fn answer(handed: &Handed, question: &Question) -> Answer {
    Answer {
        input: handed.input,
        seconds: handed.seconds,
        length_s: handed.seconds,
        window: handed.window,
        ..Answer::heard(question, &handed.text)
    }
}

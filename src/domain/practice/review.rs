//! One question of a sitting, looked back at: what was said, the rating that counts, each point with its mark and its
//! proof, the reason and the one next step. The page of an answer, the Markdown page and the export all tell it.

use std::sync::Arc;

use super::eyes::{Eye, eyes};
use super::record::{Answer, Block, Mark, Rating, SittingRecord};
use super::results::{counted, counting};
use super::score::{Evidence, Rated, judge, next_step};
use crate::domain::level::Level;
use crate::domain::library::{Library, Question};

/// One question of a sitting with everything that was said to it.
#[derive(Debug, Clone)]
pub struct Review<'a> {
    /// The question with its points; `None` when the library no longer has it.
    pub question: Option<Arc<Question>>,
    /// What was said to it, in order: the answer, follow-ups, second tries.
    pub given: Vec<Given<'a>>,
    /// The rating that counts.
    pub rating: Option<&'a Rating>,
    /// The looks of others, and one's own of a later day.
    pub eyes: Vec<Eye<'a>>,
    /// What the rule table says; `None` where it is not rated, and where the library says another thing by now.
    told: Option<Told>,
}

/// One thing that was said.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// The answer.
    pub answer: &'a Answer,
    /// Whether a point that was tried again is said now, as one's own ear had it.
    pub said_now: Option<bool>,
}

/// One point of a rated answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointTold<'a> {
    /// The point.
    pub text: &'a str,
    /// How it was marked.
    pub mark: Mark,
    /// The words that prove it.
    pub proof: Option<&'a str>,
    /// Whether it was said in a second try.
    pub now: Option<bool>,
}

/// What the rule table says of the rating.
#[derive(Debug, Clone)]
struct Told {
    rated: Vec<Rated>,
    held: Vec<String>,
    reason: String,
    next: Option<String>,
}

/// The questions of a sitting in the order in which they were asked.
pub fn reviews<'a>(record: &'a SittingRecord, library: &Library) -> Vec<Review<'a>> {
    let mut seen: Vec<u16> = Vec::new();
    for block in &record.blocks {
        if let Block::Answer(answer) = block
            && !seen.contains(&answer.index)
        {
            seen.push(answer.index);
        }
    }
    let all = seen.into_iter().map(|n| Review::of(record, n, library));
    all.flatten().collect()
}

impl<'a> Review<'a> {
    /// What somebody else heard otherwise than oneself did: each point with their mark and one's own.
    pub fn otherwise(&self, eye: &Eye<'_>) -> Vec<(&str, Mark, Mark)> {
        let Some(theirs) = eye.rating.map(|r| &r.points) else {
            return Vec::new();
        };
        let own = self.points();
        if own.len() != theirs.len() {
            return Vec::new();
        }
        let both = own.into_iter().zip(theirs);
        let other = both.filter(|(own, theirs)| own.mark != **theirs);
        other
            .map(|(own, theirs)| (own.text, *theirs, own.mark))
            .collect()
    }

    /// Looks back at one question, by its place in the plan; `None` when nothing was said to it.
    pub fn of(record: &'a SittingRecord, index: u16, library: &Library) -> Option<Self> {
        let given = given(record, index);
        let question = library.rated_question(given.first()?.answer.question.as_str());
        let rating = counting(record, index);
        let told = (rating.zip(counted(record, index)).zip(question.as_deref())).and_then(
            |((rating, answer), question)| {
                let marks = (1..=u8::MAX).zip(&rating.points);
                let now = marks.map(|(n, mark)| mark.now(said_now(&given, question, n)));
                Told::of(rating, answer, question, &now.collect::<Vec<_>>(), library)
            },
        );
        Some(Self {
            eyes: eyes(record, index),
            question,
            given,
            rating,
            told,
        })
    }

    /// The words in which it was asked, behind its short name; its id where the library no longer has it.
    pub fn asked(&self, library: &Library) -> String {
        let Some(first) = self.given.first().map(|g| g.answer) else {
            return String::new();
        };
        let asked = library.asked(first.question.as_str(), first.wording);
        asked.unwrap_or_else(|| first.question.to_string())
    }

    /// The point that a second try was for.
    pub fn tried(&self, answer: &Answer) -> Option<&str> {
        let place = usize::from(answer.for_point?).checked_sub(1)?;
        let point = self.question.as_ref()?.strong.get(place)?;
        Some(&point.text)
    }

    /// The points with their marks; empty where none are known, or the question has others by now.
    pub fn points(&self) -> Vec<PointTold<'_>> {
        let (Some(question), Some(rating)) = (&self.question, self.rating) else {
            return Vec::new();
        };
        if question.strong.len() != rating.points.len() {
            return Vec::new();
        }
        let marked = question.strong.iter().zip(&rating.points).zip(1..=u8::MAX);
        let told = marked.map(|((point, mark), n)| PointTold {
            text: &point.text,
            mark: *mark,
            proof: (rating.proofs.iter())
                .find_map(|(p, words)| (*p == n).then_some(words.as_str())),
            now: said_now(&self.given, question, n),
        });
        told.collect()
    }

    /// Red flags that were seen.
    pub fn flags(&self) -> impl Iterator<Item = &str> {
        let seen = self.rating.map_or(&[][..], |r| &r.flags);
        let question = self.question.as_deref();
        seen.iter().filter_map(move |n| {
            let flag = question?.red_flags.get(usize::from(*n).checked_sub(1)?)?;
            Some(flag.text.as_str())
        })
    }

    /// The dimensions with their titles as they read for this kind, and their levels.
    pub fn dimensions(&self) -> impl Iterator<Item = (&str, Level)> {
        let rated = self.told.as_ref().map_or(&[][..], |t| &t.rated);
        let kind = self.question.as_ref().map(|q| q.kind);
        rated.iter().filter_map(move |r| {
            let title = r.dimension.reading_for(kind?).title.as_str();
            Some((title, r.level))
        })
    }

    /// Which of them cannot stand higher, and why.
    pub fn held(&self) -> &[String] {
        self.told.as_ref().map_or(&[], |t| &t.held)
    }

    /// Why it stands at its level.
    pub fn reason(&self) -> Option<&str> {
        self.told.as_ref().map(|t| t.reason.as_str())
    }

    /// The one thing to do differently.
    pub fn next(&self) -> Option<&str> {
        self.told.as_ref()?.next.as_deref()
    }
}

/// Whether a point (from 1) that was tried again is said now, by the last such try; `None` until that is judged.
fn said_now(given: &[Given<'_>], question: &Question, point: u8) -> Option<bool> {
    let mut of = (given.iter().rev()).filter(|g| g.answer.point(question) == Some(point));
    of.next()?.said_now
}

impl Told {
    /// What the table says; `None` where it would not say today what it said then. The next step is for what is open
    /// `now`.
    fn of(
        rating: &Rating,
        answer: &Answer,
        question: &Question,
        now: &[Mark],
        library: &Library,
    ) -> Option<Self> {
        let rated: Vec<Rated> = (rating.dimensions.iter())
            .filter_map(|(id, level)| {
                let dimension = library.dimensions.get(id.as_str())?;
                (dimension.applies.contains(&question.kind)).then_some(Rated {
                    dimension,
                    level: *level,
                })
            })
            .collect();
        let seen = Evidence {
            question,
            answer,
            marks: &rating.points,
            flags: &rating.flags,
            rated: &rated,
        };
        let verdict = judge(&seen);
        (verdict.line.id() == rating.line).then(|| Self {
            next: next_step(&Evidence { marks: now, ..seen }, &verdict).map(|step| step.text),
            held: verdict.held_words(question.kind).collect(),
            reason: lowered(rating).unwrap_or(verdict.reason),
            rated: verdict.rated,
        })
    }
}

/// That somebody counted it lower than the table.
fn lowered(rating: &Rating) -> Option<String> {
    let (own, table) = (rating.level.word(), rating.computed.word());
    (rating.level < rating.computed)
        .then(|| format!("You counted it as {own}; by the points it was {table}."))
}

/// What was said to a question, in order, each second try with what one's own ear had of it.
fn given(record: &SittingRecord, index: u16) -> Vec<Given<'_>> {
    let (mut given, mut last) = (Vec::<Given<'_>>::new(), None);
    for block in &record.blocks {
        match block {
            Block::Answer(answer) => {
                last = Some(answer.index);
                if answer.index == index {
                    given.push(Given {
                        answer,
                        said_now: None,
                    });
                }
            }
            Block::Event(event) if last == Some(index) => {
                let now = event.what.said_now();
                if let Some(tried) = given.last_mut().filter(|g| g.answer.is_beside()) {
                    tried.said_now = now.or(tried.said_now);
                }
            }
            _ => {}
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::library::Kind;
    use crate::domain::practice::record::{Event, EventKind};
    use crate::domain::practice::sample;

    #[test]
    fn a_point_tried_once_more_is_open_until_that_try_is_judged() {
        let question = sample::question("q-0", Kind::Behavioral);
        let mut record = sample::sitting("q-0", 0, Level::Partly);
        let again = Block::Answer(Answer {
            take: 2,
            for_point: Some(1),
            ..sample::answer("q-0", Kind::Behavioral)
        });
        let said = Block::Event(Event {
            at: record.head.started,
            what: EventKind::SaidNow,
            seconds: 0,
        });
        let now = |record: &SittingRecord| said_now(&given(record, 0), &question, 1);
        record.blocks.extend([again.clone(), said.clone()]);
        assert_eq!(now(&record), Some(true));
        record.blocks.push(again);
        assert_eq!(now(&record), None);
        record.blocks.push(said);
        assert_eq!(now(&record), Some(true));
    }
}

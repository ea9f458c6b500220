//! What of the takes of an answer becomes a story: the newest whole one, with what was said beside it.

use crate::domain::level::Level;
use crate::domain::library::Question;
use crate::domain::practice::record::{Answer, Block, Mark, SittingRecord};
use crate::domain::practice::results::{counted, counting};

/// What is taken over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    /// The words.
    pub words: String,
    /// Whether their first sentence may begin the story: nobody found it wanting.
    pub opens: bool,
    /// What it is, and what was left for the hand, in words.
    pub told: String,
}

/// A try that was given from the result, and whether what it was for is said now.
struct Try<'a> {
    answer: &'a Answer,
    now: Option<bool>,
}

/// Takes what was said to one question of a sitting: the newest whole take, then what was said to follow-ups and at a point
/// that is said now; takes that a fuller one replaced are left aside.
pub fn taken(record: &SittingRecord, index: u16, question: Option<&Question>) -> Taken {
    let Some(first) = counted(record, index) else {
        return Taken::default();
    };
    let tries = tries(record, first);
    // At the point alone a few words are enough; whoever said as much as before said all of it again.
    let is_whole = |t: &&Try<'_>| t.answer.words > 0 && t.answer.words >= first.words;
    let whole = tries.iter().rev().find(is_whole);
    let base = whole.map_or(first, |t| t.answer);
    let more: Vec<&Answer> = answers(record, index)
        .filter(|a| a.for_point.is_none() && !a.counts())
        .collect();
    let points = tries.iter().filter(|t| t.now == Some(true));
    let points: Vec<&Answer> = points
        .map(|t| t.answer)
        .filter(|a| a.take > base.take)
        .collect();
    let parts = [base]
        .into_iter()
        .chain(more.iter().copied())
        .chain(points.iter().copied());
    let words = parts.map(|a| a.text.trim()).filter(|text| !text.is_empty());
    let words: Vec<&str> = words.collect();
    let shut = shut(record, index, question, &tries, whole.is_some());
    let names = [
        Some(if whole.is_some() {
            "your second try"
        } else {
            "your answer"
        }),
        said(&more).then_some("what you said to a follow-up"),
        said(&points).then_some("what you said at the point"),
    ];
    let names: Vec<&str> = names.into_iter().flatten().collect();
    Taken {
        words: words.join("\n"),
        opens: shut.is_none(),
        told: told(&names, shut),
    }
}

fn said(answers: &[&Answer]) -> bool {
    answers.iter().any(|a| !a.text.trim().is_empty())
}

fn told(names: &[&str], shut: Option<&str>) -> String {
    let names = match names {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        names => names.concat(),
    };
    let begins = match shut {
        Some(why) => format!("How you begin is left empty: {why}."),
        None => "How you begin is its first sentence; see whether you would say it so.".to_owned(),
    };
    format!("Filled in from {names}. {begins}")
}

/// Why the first sentence is not taken; `None` where nothing speaks against it.
fn shut(
    record: &SittingRecord,
    index: u16,
    question: Option<&Question>,
    tries: &[Try<'_>],
    whole: bool,
) -> Option<&'static str> {
    let rating = counting(record, index)?;
    if rating.level == Level::NotYet && !whole {
        return Some("the answer was rated Not yet");
    }
    let points = question.map_or(&[][..], |q| q.strong.as_slice());
    let missed = (1..=u8::MAX).zip(points).any(|(n, point)| {
        let mark = rating.points.get(usize::from(n) - 1);
        let now = tries.iter().rev().find(|t| t.answer.for_point == Some(n));
        let first = point.text.to_lowercase().contains("first sentence");
        first && mark == Some(&Mark::Missed) && now.and_then(|t| t.now) != Some(true)
    });
    missed.then_some("the point about the first sentence was not said")
}

fn answers(record: &SittingRecord, index: u16) -> impl Iterator<Item = &Answer> {
    record.blocks.iter().filter_map(move |block| match block {
        Block::Answer(answer) if answer.index == index => Some(answer),
        _ => None,
    })
}

/// The second tries after the take that counts, in order.
fn tries<'a>(record: &'a SittingRecord, first: &Answer) -> Vec<Try<'a>> {
    let mut tries: Vec<Try<'a>> = Vec::new();
    let mut last = None;
    for block in &record.blocks {
        match block {
            Block::Answer(answer) => {
                let is_one = answer.index == first.index
                    && answer.for_point.is_some()
                    && answer.take > first.take;
                last = is_one.then_some(tries.len());
                if is_one {
                    tries.push(Try { answer, now: None });
                }
            }
            Block::Event(event) => {
                let open = last.and_then(|at: usize| tries.get_mut(at));
                if let Some((open, now)) = open.zip(event.what.said_now()) {
                    open.now = Some(now);
                }
            }
            _ => {}
        }
    }
    tries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::library::Kind;
    use crate::domain::practice::record::{Event, EventKind, Extra, To};
    use crate::domain::practice::sample;

    fn answer(text: &str, take: u8, for_point: Option<u8>, to: Option<To>) -> Block {
        let extra = to.map(|to| Extra {
            to,
            asked: String::new(),
        });
        let words = u32::try_from(text.split_whitespace().count()).unwrap_or_default();
        Block::Answer(Answer {
            text: text.to_owned(),
            words,
            take,
            for_point,
            extra,
            ..sample::answer("q-one", Kind::Behavioral)
        })
    }

    fn record(level: Level, blocks: Vec<Block>) -> SittingRecord {
        let mut record = sample::sitting("q-one", 1, level);
        record.blocks.retain(|b| matches!(b, Block::Rating(_)));
        record.blocks.splice(0..0, blocks);
        record
    }

    fn now() -> Block {
        Event::block(EventKind::SaidNow, 0, sample::at(0.0))
    }

    #[test]
    fn a_take_that_was_replaced_is_no_part_of_the_story() {
        let record = record(
            Level::Solid,
            vec![
                answer("The first take.", 1, None, None),
                answer("The second one.", 2, None, Some(To::Again)),
                answer("And then?", 2, None, Some(To::FollowUp)),
            ],
        );
        let taken = taken(&record, 0, None);
        assert_eq!(taken.words, "The second one.\nAnd then?");
        assert!(taken.opens, "{}", taken.told);
    }

    #[test]
    fn a_second_try_as_long_as_the_first_stands_in_its_place() {
        let record = record(
            Level::NotYet,
            vec![
                answer("Hm, well, I have not much.", 1, None, None),
                answer(
                    "I ran the oven alone from the second week on.",
                    2,
                    Some(2),
                    None,
                ),
                now(),
                answer("With the keys.", 3, None, Some(To::Afterward)),
            ],
        );
        let taken = taken(&record, 0, None);
        assert_eq!(
            taken.words,
            "I ran the oven alone from the second week on.\nWith the keys."
        );
        assert!(taken.opens);
        assert!(taken.told.starts_with("Filled in from your second try and"));
    }

    #[test]
    fn a_few_words_at_the_point_go_along_once_they_are_said_and_replace_nothing() {
        let first = answer(
            "We had one supplier and I cut the cost of it.",
            1,
            None,
            None,
        );
        let short = answer("By a third.", 2, Some(1), None);
        let untold = record(Level::Partly, vec![first.clone(), short.clone()]);
        let words = taken(&untold, 0, None).words;
        assert_eq!(words, "We had one supplier and I cut the cost of it.");
        let told = record(Level::Partly, vec![first, short, now()]);
        let taken = taken(&told, 0, None);
        assert!(taken.words.ends_with("of it.\nBy a third."), "{taken:?}");
        assert!(taken.told.contains("at the point"), "{taken:?}");
    }

    #[test]
    fn an_answer_rated_not_yet_does_not_begin_a_story() {
        let first = || vec![answer("Hm, well. I ran the oven.", 1, None, None)];
        let weak = taken(&record(Level::NotYet, first()), 0, None);
        assert!(!weak.opens);
        assert!(
            weak.told
                .contains("left empty: the answer was rated Not yet")
        );
        assert!(taken(&record(Level::Partly, first()), 0, None).opens);
    }

    #[test]
    fn nor_does_one_whose_point_about_it_was_missed() {
        let mut question = sample::question("q-one", Kind::Behavioral);
        question.strong[0].text = "Says in the first sentence what it was".to_owned();
        let mut record = record(
            Level::Partly,
            vec![answer("Hm, well. I ran the oven.", 1, None, None)],
        );
        for block in &mut record.blocks {
            if let Block::Rating(rating) = block {
                rating.points = vec![Mark::Missed];
            }
        }
        let taken = taken(&record, 0, Some(&question));
        assert!(!taken.opens);
        assert!(taken.told.contains("the point about the first sentence"));
    }
}

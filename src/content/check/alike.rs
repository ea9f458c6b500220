//! L11: no two questions ask the same.
//!
//! Each wording becomes a set of hashed words. A list of wordings for each word finds the pairs that share
//! enough of them, so that the work grows with real overlap and not with the square of all questions.

use std::collections::{HashMap, VecDeque};

use super::book::{Book, Placed};
use super::out::Out;
use crate::content::raw::Question;
use crate::content::words::Words;

/// Likeness in percent from which two questions are one.
const SAME: u32 = 60;

/// Likeness in percent from which they are too close.
const CLOSE: u32 = 45;

/// Words that two wordings must share at least.
const SHARED: usize = 4;

/// How many earlier places of one word are looked at; no word of the library stands in so many wordings.
const REMEMBERED: usize = 512;

/// Strong points that two questions of one kind and competency may not share.
const POINTS: usize = 3;

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    wordings(&book.questions, out);
    points(&book.questions, out);
}

/// One text of a question: 0 is the question, 1 and up its variants.
struct Wording<'q> {
    question: usize,
    number: usize,
    text: &'q str,
    words: Words,
}

fn wordings(questions: &[Placed<Question>], out: &mut Out<'_>) {
    let mut all = Vec::new();
    for (question, placed) in questions.iter().enumerate() {
        let texts = std::iter::once(&placed.record.text)
            .chain(&placed.record.variants)
            .enumerate();
        all.extend(texts.map(|(number, text)| Wording {
            question,
            number,
            text,
            words: Words::of(text),
        }));
    }
    let mut nearest: Vec<Option<Pair>> = vec![None; questions.len()];
    for pair in pairs(&all) {
        let known = all
            .get(pair.one)
            .and_then(|one| nearest.get_mut(one.question));
        match known {
            Some(known) if known.is_none_or(|known| known.alike < pair.alike) => {
                *known = Some(pair);
            }
            _ => {}
        }
    }
    // A question is told once, beside the one that it is most like.
    for pair in nearest.into_iter().flatten() {
        if let (Some(one), Some(other)) = (all.get(pair.one), all.get(pair.other)) {
            tell(questions, one, other, pair.alike, out);
        }
    }
}

/// Two wordings that are too close, the earlier one second.
#[derive(Debug, Clone, Copy)]
struct Pair {
    one: usize,
    other: usize,
    alike: u32,
}

/// Wordings of different questions that are too close.
fn pairs(all: &[Wording<'_>]) -> Vec<Pair> {
    let mut with: HashMap<u32, VecDeque<usize>> = HashMap::new();
    let mut tally = Tally::new(all.len());
    let mut pairs = Vec::new();
    for (one, wording) in all.iter().enumerate() {
        for word in wording.words.hashes() {
            let earlier = with.entry(*word).or_default();
            for other in earlier.iter() {
                tally.add(*other);
            }
            remember(earlier, one);
        }
        for (other, shared) in tally.take() {
            // Most share a word or two, and are not worth a closer look.
            let twin = all.get(other).filter(|_| shared >= SHARED);
            let Some(twin) = twin.filter(|twin| twin.question != wording.question) else {
                continue;
            };
            let alike = wording.words.likeness(&twin.words);
            if alike >= CLOSE {
                pairs.push(Pair { one, other, alike });
            }
        }
    }
    pairs
}

/// Keeps a list of earlier places short, so that a pack of a thousand like questions is no burden.
fn remember(earlier: &mut VecDeque<usize>, place: usize) {
    if earlier.len() == REMEMBERED {
        earlier.pop_front();
    }
    earlier.push_back(place);
}

/// Counts by place, emptied in the time of what was counted.
struct Tally {
    counts: Vec<usize>,
    touched: Vec<usize>,
}

impl Tally {
    fn new(places: usize) -> Self {
        Self {
            counts: vec![0; places],
            touched: Vec::new(),
        }
    }

    fn add(&mut self, place: usize) {
        if let Some(count) = self.counts.get_mut(place) {
            if *count == 0 {
                self.touched.push(place);
            }
            *count += 1;
        }
    }

    /// The places that were counted, in their order, with their counts.
    fn take(&mut self) -> Vec<(usize, usize)> {
        let mut touched = std::mem::take(&mut self.touched);
        touched.sort_unstable();
        let counted = touched
            .into_iter()
            .filter_map(|place| Some((place, std::mem::take(self.counts.get_mut(place)?))));
        counted.collect()
    }
}

fn tell(
    questions: &[Placed<Question>],
    one: &Wording<'_>,
    other: &Wording<'_>,
    alike: u32,
    out: &mut Out<'_>,
) {
    let (Some(placed), Some(twin)) = (questions.get(one.question), questions.get(other.question))
    else {
        return;
    };
    out.enter(&placed.record, placed.file);
    let what = format!(
        "This is {alike} percent like `{}`: \"{}\"",
        twin.record.id, other.text
    );
    let hint = "Ask for something else, or make it a variant of the other question.";
    placed.show(|_, at| {
        let variants = at.key("variants");
        let at = if one.number == 0 {
            at.key("text")
        } else {
            variants.item(one.number - 1)
        };
        if alike >= SAME {
            out.error("L11", &at, what, hint);
        } else {
            out.warn("L11", &at, what, hint);
        }
    });
}

/// Questions of one kind and competency that are rated by the same points.
fn points(questions: &[Placed<Question>], out: &mut Out<'_>) {
    let mut with: HashMap<(&str, &str, &str), VecDeque<usize>> = HashMap::new();
    let mut tally = Tally::new(questions.len());
    for (here, placed) in questions.iter().enumerate() {
        let question = &placed.record;
        let primary = question.competencies.first().map_or("", String::as_str);
        for point in question
            .strong
            .iter()
            .filter(|point| !point.text.is_empty())
        {
            let earlier = with
                .entry((&question.kind, primary, &point.text))
                .or_default();
            for other in earlier.iter().filter(|other| **other != here) {
                tally.add(*other);
            }
            remember(earlier, here);
        }
        let shared = tally.take();
        let twin = shared
            .into_iter()
            .find(|(_, points)| *points >= POINTS)
            .and_then(|(other, _)| questions.get(other));
        if let Some(twin) = twin {
            out.enter(question, placed.file);
            let what = format!(
                "It has at least {POINTS} strong points of `{}`.",
                twin.record.id
            );
            placed.show(|_, at| {
                out.warn(
                    "L11",
                    &at.key("strong"),
                    what,
                    "Write points that fit this question only.",
                );
            });
        }
    }
}

//! L11: no two questions ask the same.
//!
//! Each wording becomes a set of hashed words. A list of wordings for each word finds the pairs that share
//! enough of them, so that the work grows with real overlap and not with the square of all questions.

use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    let mut told = BTreeSet::new();
    for (a, b) in sharing(&all) {
        let (Some(one), Some(other)) = (all.get(a), all.get(b)) else {
            continue;
        };
        let alike = one.words.likeness(&other.words);
        if alike >= CLOSE && told.insert((one.question, other.question)) {
            tell(questions, one, other, alike, out);
        }
    }
}

/// Pairs of wordings of different questions with enough words in common, each pair once, the earlier second.
fn sharing(all: &[Wording<'_>]) -> Vec<(usize, usize)> {
    let mut with: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    for (here, wording) in all.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for word in wording.words.hashes() {
            let earlier = with.entry(*word).or_default();
            for other in earlier.iter() {
                *shared.entry(*other).or_default() += 1;
            }
            earlier.push(here);
        }
        let enough = shared
            .into_iter()
            .filter(|(_, words)| *words >= SHARED)
            .map(|(other, _)| other);
        pairs.extend(
            enough
                .filter(|other| {
                    all.get(*other)
                        .is_some_and(|o| o.question != wording.question)
                })
                .map(|other| (here, other)),
        );
    }
    pairs
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
    let mut with: HashMap<(&str, &str, &str), Vec<usize>> = HashMap::new();
    for (here, placed) in questions.iter().enumerate() {
        let question = &placed.record;
        let primary = question.competencies.first().map_or("", String::as_str);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for point in question
            .strong
            .iter()
            .filter(|point| !point.text.is_empty())
        {
            let earlier = with
                .entry((&question.kind, primary, &point.text))
                .or_default();
            for other in earlier.iter().filter(|other| **other != here) {
                *shared.entry(*other).or_default() += 1;
            }
            earlier.push(here);
        }
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

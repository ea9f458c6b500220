//! Cards between the lines of notes: `question::answer`, and a question over a line with nothing but `?`.
//!
//! Programs that ask again after some days read such lines out of notes. They become a question and an answer with
//! labels, as other people write them.

use crate::content::import::asking::{Asks, asks, ends_asking};
use crate::content::import::label::unlabelled;
use crate::content::import::tree::{Block, Item, Line, Text, What};

/// Fewest cards on a page whose sides stand in one line.
const FEW: usize = 3;

/// A page in which cards are labelled pairs.
pub fn labelled(mut blocks: Vec<Block>) -> Vec<Block> {
    let mut count = Count::default();
    each(&mut blocks, &mut |text| count.add(text));
    let sided = count.cards >= FEW
        && count.asking * 2 >= count.cards
        && count.cards * 10 >= count.signs * 8;
    if sided || count.parted > 0 {
        each(&mut blocks, &mut |text| {
            part_sides(text, sided);
            part_at_sign(text);
        });
    }
    blocks
}

/// How many lines of a page are cards.
#[derive(Default)]
struct Count {
    signs: usize,
    cards: usize,
    asking: usize,
    parted: usize,
}

impl Count {
    fn add(&mut self, text: &Text) {
        self.parted += usize::from(sign(text).is_some());
        for line in &text.lines {
            self.signs += usize::from(line.shown.contains("::"));
            if let Some((front, _)) = sides(line) {
                self.cards += 1;
                self.asking += usize::from(asks(unlabelled(front)) != Asks::No);
            }
        }
    }
}

/// Does something with every paragraph and item.
fn each(blocks: &mut [Block], act: &mut impl FnMut(&mut Text)) {
    for block in blocks {
        match &mut block.what {
            What::Para(text) => act(text),
            What::Quote(inner) | What::Fold(_, inner) => each(inner, act),
            What::List(list) => list
                .items
                .iter_mut()
                .for_each(|item: &mut Item| each(&mut item.blocks, act)),
            _ => {}
        }
    }
}

/// The two sides of a card in one line.
fn sides(line: &Line) -> Option<(&str, &str)> {
    if line.code > 0 {
        return None;
    }
    let (front, back) = line.shown.split_once("::")?;
    let back = back.strip_prefix(':').unwrap_or(back);
    let worded = |side: &str| side.chars().any(char::is_alphanumeric);
    let fits = front.split_whitespace().count() > 1 || front.chars().count() > 8;
    (fits && worded(front) && worded(back) && !back.contains("::") && !ends_asking(back))
        .then(|| (front.trim(), back.trim()))
}

/// The line with nothing but the sign that parts a question from its answer.
fn sign(text: &Text) -> Option<usize> {
    let at = text
        .lines
        .iter()
        .position(|line| matches!(line.shown.trim(), "?" | "??"))?;
    (at > 0).then_some(at)
}

/// Puts labels in front of both sides of each card.
fn part_sides(text: &mut Text, sided: bool) {
    if !sided {
        return;
    }
    let mut lines = Vec::with_capacity(text.lines.len());
    for line in std::mem::take(&mut text.lines) {
        match sides(&line) {
            Some((front, back)) => {
                lines.push(named(&line, "Q:", unlabelled(front)));
                lines.push(named(&line, "A:", back));
            }
            None => lines.push(line),
        }
    }
    text.lines = lines;
}

/// Puts a label in front of a question over the sign, and one in front of what stands below.
fn part_at_sign(text: &mut Text) {
    let Some(at) = sign(text) else { return };
    let first = &text.lines[0];
    text.lines[0] = named(first, "Q:", unlabelled(&first.shown));
    text.lines.remove(at);
    if let Some(line) = text.lines.get_mut(at) {
        *line = named(line, "A:", &line.shown);
    }
}

/// A line with a label in front.
fn named(line: &Line, label: &str, words: &str) -> Line {
    Line {
        number: line.number,
        shown: format!("{label} {words}"),
        all: words.chars().filter(|c| !c.is_whitespace()).count() + label.len(),
        ..Line::default()
    }
}

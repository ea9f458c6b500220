//! Which blocks of a section begin a question, and which belong to the question before them.

use super::Part;
use super::chains::Chains;
use crate::content::import::asking::Asks;
use crate::content::import::label::{Label, label};
use crate::content::import::ledger::Why;
use crate::content::import::markdown::body;
use crate::content::import::markdown::lists::{self, Count, Holds};
use crate::content::import::markdown::tables;
use crate::content::import::tree::{Block, Item, What};

/// How many questions of each shape there are.
#[derive(Debug, Default)]
struct Tally {
    marked: usize,
    folds: usize,
    bold: usize,
    items: usize,
    tables: usize,
    paras: usize,
}

impl Tally {
    fn of(blocks: &[Block], parts: &[Part]) -> Self {
        let mut tally = Self::default();
        for (block, part) in blocks.iter().zip(parts) {
            match part {
                Part::Marked => tally.marked += 1,
                Part::Fold | Part::Folder => tally.folds += 1,
                Part::Bold => tally.bold += 1,
                Part::Asking | Part::Lines => tally.paras += 1,
                Part::Table => tally.tables += 1,
                Part::List(Holds::Questions | Holds::Topics | Holds::Names | Holds::Marked) => {
                    tally.items +=
                        lists::of(block).map_or(0, |list| Count::of(list, true).surely().max(1));
                }
                _ => {}
            }
        }
        tally
    }

    /// Whether labels are how questions are written here. Among as many bold questions they are only some of those.
    const fn goes_by_labels(&self) -> bool {
        self.bold < self.marked
    }

    /// Whether paragraphs that ask are questions here, and not talk about those in lists and folds.
    const fn goes_by_paragraphs(&self) -> bool {
        self.bold == 0 && self.paras * 2 >= self.items + self.folds
    }

    /// Whether what asks behind a labelled question is part of its answer, as where every question has a label.
    const fn labels_hold(&self, on_page: usize) -> bool {
        let others = self.items + self.folds + self.tables + self.paras;
        on_page >= LABELS || self.marked * 2 >= others
    }
}

/// So many labels on a page are how its questions are written.
pub const LABELS: usize = 3;

/// Which blocks open a question here; `labels` is how many questions of the page have one.
pub fn of(blocks: &[Block], parts: &[Part], chains: &Chains, labels: usize) -> Vec<Option<Part>> {
    let tally = Tally::of(blocks, parts);
    let labelled = tally.marked > 0 && tally.labels_hold(labels);
    let in_turns = alternate(blocks, parts);
    let mut out: Vec<Option<Part>> = Vec::with_capacity(parts.len());
    let mut open: Option<Part> = None;
    let mut answered = false;
    for (i, part) in parts.iter().copied().enumerate() {
        let next = parts.get(i + 1).copied();
        let opens = match part {
            Part::Marked | Part::Fold | Part::Folder | Part::Left(Why::Own | Why::Page) => true,
            Part::Bold | Part::Lines if is_counted(&blocks[i]) => true,
            Part::Bold if tally.goes_by_labels() => false,
            Part::Bold => !is_over_list(&blocks[i], blocks.get(i + 1), next),
            Part::Topic => {
                is_plain(&blocks[i])
                    || !matches!(open, Some(Part::Bold | Part::Marked))
                    || matches!(next, Some(Part::List(Holds::Questions)))
                        && tally.bold < tally.items
                        && !(labelled && open == Some(Part::Marked))
            }
            Part::List(_) if in_turns && is_asked(parts, i) => false,
            Part::List(Holds::Questions | Holds::Topics | Holds::Marked) => {
                chains.holds(i) == Some(Holds::Questions) && open != Some(Part::Marked)
                    || list_opens(open, part, blocks, i, labelled)
            }
            Part::List(Holds::Names) => {
                matches!(open, None | Some(Part::Topic | Part::List(Holds::Names)))
            }
            Part::Table => {
                open.is_none_or(|open| !absorbs(open) || matches!(open, Part::List(_)))
                    || tables::is_named(&blocks[i])
            }
            Part::Asked => !labelled && (open.is_none() || answered || asks_at_all(&blocks[i])),
            Part::Asking | Part::Lines => {
                let leads_over = || is_over_questions(&blocks[i], blocks.get(i + 1), next);
                !labelled && (in_turns || tally.goes_by_paragraphs() && !leads_over())
            }
            Part::List(_) | Part::Answer | Part::Left(_) => false,
        };
        answered = !opens && (answered || part == Part::Answer);
        if opens {
            open = Some(part).filter(|part| !matches!(part, Part::Left(_)));
        } else if !open.is_some_and(|o| takes(o, part, blocks, parts, i)) {
            open = None;
        }
        out.push(if opens {
            Some(part)
        } else if open.is_some() {
            None
        } else {
            Some(stop(part))
        });
    }
    out
}

/// Whether a list of questions begins its own, and is not the answer to what is open.
fn list_opens(open: Option<Part>, part: Part, blocks: &[Block], at: usize, labelled: bool) -> bool {
    let block = &blocks[at];
    !is_answer_list(open, block)
        || open == Some(Part::Marked) && !labelled && asks_itself(part, block)
        || asks_by_number(block) && !is_led_to(blocks, at)
}

/// Whether a paragraph asks, however faintly.
fn asks_at_all(block: &Block) -> bool {
    matches!(&block.what, What::Para(text) if body::how(text) != Asks::No)
}

/// Whether a paragraph asks behind a number, which no answer does.
fn is_counted(block: &Block) -> bool {
    let What::Para(text) = &block.what else {
        return false;
    };
    let first = text.lines.first().map_or("", |line| line.shown.as_str());
    label(first).is_some_and(|(label, _)| label == Label::Number) && !text.is_bold()
}

/// Whether a line that is a heading in plain text names what follows.
pub fn is_plain(block: &Block) -> bool {
    matches!(&block.what, What::Para(text) if !text.is_bold())
}

/// Whether every item of a list asks, behind a number or a box.
fn asks_by_number(block: &Block) -> bool {
    lists::of(block).is_some_and(|list| {
        let texts = || list.items.iter().map(Item::text);
        (list.start.is_some() || list.items.iter().all(|item| item.ticked.is_some()))
            && texts().all(|text| text.is_some_and(body::surely))
    })
}

/// Whether the words right above lead over to a block: `I would ask:`.
fn is_led_to(blocks: &[Block], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|at| blocks.get(at));
    matches!(above.map(|b| &b.what), Some(What::Para(text)) if text.joined().ends_with([':', '：']))
}

/// Whether a paragraph that asks stands right above a block.
fn is_asked(parts: &[Part], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|at| parts.get(at));
    matches!(above, Some(Part::Asking))
}

/// Fewest paragraphs with a list of advice each.
const TURNS: usize = 2;

/// Whether paragraphs that ask and lists that hardly do stand by turns: each list is advice on the question above.
fn alternate(blocks: &[Block], parts: &[Part]) -> bool {
    let (mut all, mut below, mut count) = (0, 0, Count::default());
    for (at, (block, part)) in blocks.iter().zip(parts).enumerate() {
        let (Some(list), Part::List(_)) = (lists::of(block), part) else {
            continue;
        };
        all += 1;
        let over = at.checked_sub(1).and_then(|at| blocks.get(at));
        let leads = matches!(over.map(|b| &b.what), Some(What::Para(text)) if text.joined().ends_with([':', '：']));
        if is_asked(parts, at) && !leads {
            below += 1;
            count.add(list, false);
        }
    }
    below >= TURNS && below * 10 >= all * 8 && count.marks * 4 <= count.all
}

/// Whether questions stand right below, so that what asks above only leads over to them. A list of which hardly an
/// item asks is advice on the question above, and one of a single item goes on elsewhere.
fn is_over_questions(block: &Block, below: Option<&Block>, next: Option<Part>) -> bool {
    let introduces =
        matches!(&block.what, What::Para(text) if text.joined().ends_with([':', '：']));
    let asks = |block: &Block| {
        lists::of(block).is_some_and(|list| {
            let count = Count::of(list, false);
            list.items.len() > 1 && count.surely() * 2 >= count.all
        })
    };
    match next {
        Some(Part::List(Holds::Questions)) => introduces || below.is_some_and(asks),
        next => matches!(next, Some(Part::List(Holds::Topics) | Part::Table)),
    }
}

/// A block that ends what came before, and is no question itself.
const fn stop(part: Part) -> Part {
    match part {
        Part::Left(why) => Part::Left(why),
        Part::List(Holds::Contents) => Part::Left(Why::Contents),
        Part::List(Holds::Links) => Part::Left(Why::Links),
        Part::Asking | Part::Asked | Part::Lines => Part::Left(Why::Stray),
        _ => Part::Left(Why::Prose),
    }
}

/// Whether a block belongs to the question before it.
fn takes(open: Part, part: Part, blocks: &[Block], parts: &[Part], at: usize) -> bool {
    match open {
        Part::Marked | Part::Bold | Part::Asked | Part::Asking => true,
        Part::List(_) => {
            let directly = matches!(blocks[at].what, What::Code(_)) || part == Part::Answer;
            directly || part != Part::Topic && goes_on(blocks, parts, at)
        }
        _ => false,
    }
}

/// Whether the list that was broken off goes on further down: the next number, or one item after the other.
fn goes_on(blocks: &[Block], parts: &[Part], at: usize) -> bool {
    let before = blocks
        .get(..at)
        .unwrap_or_default()
        .iter()
        .rev()
        .find_map(|b| lists::of(b).filter(|l| !body::is_options(l)));
    let later = blocks
        .iter()
        .zip(parts)
        .skip(at)
        .find_map(|(b, part)| match part {
            Part::List(Holds::Questions) => lists::of(b),
            _ => None,
        });
    match (before, later) {
        (Some(one), Some(other)) => {
            one.start.is_some() == other.start.is_some()
                && (one.items.len() == 1 || other.start.is_some_and(|s| s > 1))
        }
        // The answer to the last one.
        (Some(one), None) => one.start.is_some_and(|s| s > 1) || one.items.len() == 1,
        _ => false,
    }
}

/// A bold line that asks is only a title when questions follow in a list.
fn is_over_list(block: &Block, next: Option<&Block>, part: Option<Part>) -> bool {
    let numbered = matches!(&block.what, What::Para(text) if label(&text.joined()).is_some());
    matches!(part, Some(Part::List(Holds::Questions)))
        && !numbered
        && next
            .and_then(lists::of)
            .is_some_and(|list| list.items.len() > 2 && Count::of(list, false).all_marks())
}

/// Whether a list that asks is part of the answer before it.
fn is_answer_list(open: Option<Part>, block: &Block) -> bool {
    match open {
        Some(Part::Marked | Part::Asked) => true,
        Some(Part::Bold | Part::Asking) => !lists::of(block)
            .is_some_and(|list| list.items.len() > 2 && Count::of(list, false).all_marks()),
        _ => false,
    }
}

/// Whether a list below a labelled question is one of questions, or of topics with questions below them.
fn asks_itself(part: Part, block: &Block) -> bool {
    let most = |count: Count| count.all >= 2 && count.surely() * 10 >= count.all * 6;
    part == Part::List(Holds::Topics) || lists::of(block).is_some_and(|l| most(Count::of(l, false)))
}

/// Code that stands before a labelled question and belongs to it.
pub fn lead<'b>(blocks: &'b [Block], openers: &[Option<Part>], at: usize) -> Option<&'b Block> {
    if openers.get(at).copied().flatten() != Some(Part::Marked) {
        return None;
    }
    let first = blocks.iter().find(|b| !matches!(b.what, What::Rule))?;
    let before = blocks.get(at.checked_sub(1)?)?;
    (matches!(first.what, What::Code(_)) && matches!(before.what, What::Code(_))).then_some(before)
}

/// Whether what follows a question of this shape belongs to it until the next one.
pub const fn absorbs(part: Part) -> bool {
    matches!(
        part,
        Part::Marked | Part::Bold | Part::Asking | Part::Asked | Part::List(_)
    )
}

//! What each block of a section is by itself.

use super::chains::Chains;
use super::plain;
use super::{NAMED, Part, settle};
use crate::content::import::asking::{Asks, asks, ends_asking};
use crate::content::import::furniture;
use crate::content::import::label::{Label, is_asked, is_bare_answer, label, unlabelled};
use crate::content::import::ledger::Why;
use crate::content::import::markdown::lists::{self, Count, Holds};
use crate::content::import::markdown::{Walk, body, key, marks, tables};
use crate::content::import::tree::{Block, Item, List, Text, What};
use crate::content::import::words::WORDS;

impl Walk<'_> {
    /// Looks at every block by itself.
    pub(super) fn parts(&self, blocks: &[Block]) -> Vec<Part> {
        let promised = self.expects();
        let chains = Chains::of(blocks, promised);
        let mut parts: Vec<Part> = blocks
            .iter()
            .enumerate()
            .map(|(i, block)| match &block.what {
                What::List(list) if self.are_headings(list.items.iter().filter_map(Item::text)) => {
                    Part::Left(Why::Contents)
                }
                What::Table(table) if self.lists_headings(table) => Part::Left(Why::Contents),
                What::Para(text) if is_over_probes(text, blocks, i) => Part::Answer,
                What::List(_) if is_answered_by(blocks, i) || is_probed(blocks, i) => Part::Answer,
                What::List(_) if self.is_apart(blocks, i) => Part::Left(Why::Prose),
                What::List(list) if is_asked_of(blocks, i) && !body::is_options(list) => {
                    Part::List(Holds::Names)
                }
                What::List(list) => Part::List(
                    chains
                        .holds(i)
                        .unwrap_or_else(|| self.holds_below(list, i > 0)),
                ),
                What::Para(text) => self.para(text, blocks.get(i + 1)),
                What::Fold(name, inner) => self.fold(name, inner),
                What::Table(table) if tables::holds(table, promised) => Part::Table,
                What::Table(table) => Part::Left(tables::why(table)),
                What::Layout(text) if text.is_link() => Part::Left(Why::Links),
                What::Rule | What::Front(_) => Part::Left(Why::Program),
                _ => Part::Left(Why::Prose),
            })
            .collect();
        settle::folds(&mut parts, blocks, self.folds);
        settle::paragraphs(&mut parts, blocks, promised);
        settle::topics(&mut parts);
        parts
    }

    /// Whether what stands over a block says that nothing there is asked.
    fn is_apart(&self, blocks: &[Block], at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| blocks.get(at));
        let named = before.and_then(|block| match &block.what {
            What::Para(text) => {
                let short = |name: &str| name.split_whitespace().count() <= 4 && !ends_asking(name);
                let joined = text.joined();
                let named = text.is_bold() || joined.ends_with([':', '：']) || short(&joined);
                named.then_some(joined)
            }
            _ => None,
        });
        let above = self.topics.last().map(|(_, topic)| topic);
        let is_apart = |name: &str| furniture::is_apart(name) || self.fields.contains(&key(name));
        match named {
            Some(name) => is_apart(&name),
            None => above.is_some_and(|topic| is_apart(topic)),
        }
    }

    pub(super) fn holds(&self, list: &List) -> Holds {
        self.holds_below(list, true)
    }

    /// What a list holds; boxes to tick are choices only where something stands above that asks.
    fn holds_below(&self, list: &List, above: bool) -> Holds {
        let offers = above && body::is_options(list);
        let mut count = Count::of(list, self.expects());
        if self.names_here() {
            count.weak = 0;
        }
        match lists::holds(&count, self.expects()) {
            Holds::Other
                if self.takes_names(list, &count) && lists::is_named(&count) && !offers =>
            {
                Holds::Names
            }
            _ if offers => Holds::Other,
            other => other,
        }
    }

    /// Whether names are questions here: the heading says so, or the page does and some in a numbered list ask.
    pub(super) fn takes_names(&self, list: &List, count: &Count) -> bool {
        self.names_here() || self.promised && list.start.is_some() && count.surely() > 0
    }

    pub(super) fn para(&self, text: &Text, next: Option<&Block>) -> Part {
        if text.is_empty() {
            let pictures = text.lines.iter().any(|line| line.pictures > 0);
            return Part::Left(if pictures {
                Why::Picture
            } else {
                Why::Wordless
            });
        }
        let joined = text.joined();
        if let Some(why) = left_at_once(text, &joined) {
            return Part::Left(why);
        }
        if self.marks && marks::is_marked(text) {
            return Part::Marked;
        }
        if self.marks && marks::is_cloze(text) {
            return Part::Left(Why::Cloze);
        }
        let own = unlabelled(&joined);
        if furniture::is_guide(own) {
            return Part::Left(Why::Beside);
        }
        if is_name(text, own, next) || plain::names(text, own, next) {
            return Part::Topic;
        }
        let answered = next.is_some_and(body::begins_answer);
        let how = body::how(text);
        let about = furniture::is_about(own);
        let numbered =
            text.bold_lead().is_some_and(is_asked) || text.is_bold() && is_asked(&joined);
        let counted = label(&joined).is_some_and(|(l, _)| l == Label::Number)
            && how.surely()
            && is_one(text, own, how);
        if numbered || !about && (counted || self.is_bold(text, how)) {
            return Part::Bold;
        }
        if answered && !about {
            return Part::Asked;
        }
        if text.is_bold() && own.split_whitespace().count() <= 8 {
            return Part::Topic;
        }
        if !about && is_lines(text) {
            return Part::Lines;
        }
        if !about && how.surely() && is_one(text, own, how) {
            return Part::Asking;
        }
        Part::Left(if text.is_link() {
            Why::Links
        } else {
            Why::Prose
        })
    }

    /// Whether a paragraph asks in bold. Under a heading over questions a task is enough, under one over advice only
    /// a question mark is.
    fn is_bold(&self, text: &Text, how: Asks) -> bool {
        let least = match (self.names_here(), self.advises_here()) {
            (true, _) => Asks::Task,
            (_, true) => Asks::Mark,
            _ => Asks::Stem,
        };
        let named = how.surely() || text.joined().split_whitespace().count() >= NAMED;
        let short = text.joined().chars().count() <= LONG;
        text.is_bold() && how >= least && named && short || lists::led_by(text, 0, least).is_some()
    }

    pub(super) fn fold(&self, name: &Text, inner: &[Block]) -> Part {
        let joined = name.joined();
        if furniture::is_contents(&joined)
            || !inner.is_empty() && inner.iter().all(|b| is_contents(b, self.expects()))
        {
            return Part::Left(Why::Contents);
        }
        if name.is_empty() || furniture::is_answer(&joined) {
            // With questions inside it is no answer, whatever it says.
            return if holds_folds(inner)
                || inner.iter().any(|b| {
                    lists::of(b).is_some_and(|l| {
                        self.holds(l) == Holds::Questions && Count::of(l, false).all_marks()
                    })
                }) {
                Part::Folder
            } else {
                Part::Answer
            };
        }
        if body::surely(name) && !furniture::is_about(&joined) && !holds_folds(inner) {
            return Part::Fold;
        }
        if self.folds && !holds_folds(inner) && asks_in_part(&joined) {
            return Part::Fold;
        }
        if holds_folds(inner)
            || inner.iter().any(|b| {
                matches!(b.what, What::Heading(..))
                    || lists::of(b).is_some_and(|l| {
                        // Where folds are the questions, a list in one says what is asked about.
                        self.holds(l) == Holds::Questions
                            && (!self.folds || Count::of(l, false).mostly_asks())
                    })
            })
        {
            return Part::Folder;
        }
        Part::Left(Why::Prose)
    }
}

/// Why a paragraph is left out by its own words.
fn left_at_once(text: &Text, joined: &str) -> Option<Why> {
    if furniture::is_own_note(joined) {
        return Some(Why::Own);
    }
    if furniture::is_page_number(joined) {
        return Some(Why::Page);
    }
    let program = joined.starts_with("import ") || joined.starts_with("export ");
    if furniture::is_way(joined) {
        Some(Why::Way)
    } else if text.is_inner_link() {
        Some(Why::Contents)
    } else {
        program.then_some(Why::Program)
    }
}

/// Whether a paragraph names the follow-ups in the list below it, and a question stands above.
fn is_over_probes(text: &Text, blocks: &[Block], at: usize) -> bool {
    let listed = blocks
        .get(at + 1)
        .is_some_and(|next| lists::of(next).is_some());
    at > 0 && listed && body::is_over_probes(text)
}

/// Whether follow-ups to what stands above are in a list.
fn is_probed(blocks: &[Block], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| blocks.get(at));
    matches!(before.map(|block| &block.what), Some(What::Para(text)) if is_over_probes(text, blocks, at - 1))
}

/// Whether nothing but a label for answers stands over a list.
fn is_answered_by(blocks: &[Block], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| blocks.get(at));
    matches!(before.map(|block| &block.what), Some(What::Para(text)) if is_bare_answer(&text.joined()))
}

/// Whether the words over a list say that it is what the candidate is asked: `Show the chart and ask: …`.
pub fn is_asked_of(blocks: &[Block], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| blocks.get(at));
    let Some(What::Para(text)) = before.map(|block| &block.what) else {
        return false;
    };
    let lower = text.joined().to_lowercase();
    lower.ends_with([':', '：']) && WORDS.naming.asked.stand_in(&lower)
}

/// Whether a bold line with a colon only names what follows: `Role play - cold call:`, `Why mention these:`.
fn is_name(text: &Text, own: &str, next: Option<&Block>) -> bool {
    let words = own.split_whitespace().count();
    let listed = next.is_some_and(|block| matches!(block.what, What::List(_)));
    let last = text.lines.last();
    text.is_bold()
        && last.is_some_and(|line| line.bold > 0)
        && own.ends_with([':', '：'])
        && asks(own) != Asks::Mark
        && (words <= NAMED
            || listed && words <= 6 && !body::points_down(own.trim_end_matches([':', '：'])))
}

/// Whether a paragraph is one question and not a story with one in it.
fn is_one(text: &Text, own: &str, how: Asks) -> bool {
    let sentences = own.matches(['.', '。', '!', '！']).count();
    let ends = ends_asking(own);
    text.lines.len() <= 3
        && own.chars().count() <= 300
        && (ends && sentences <= 2 || how == Asks::Stem && (sentences <= 1 || asks_throughout(own)))
}

/// Whether each of several wordings or sentences asks: `Tell me about yourself. / Tell me who you are.`
fn asks_throughout(text: &str) -> bool {
    let sentences = text.split_inclusive(['.', '!', '。', '！', '/']);
    let worded = sentences.filter(|s| s.chars().any(char::is_alphanumeric));
    let mut asked = worded.map(|sentence| asks(sentence.trim_start_matches(['/', ' '])).surely());
    asked.all(|asks| asks)
}

/// Whether a paragraph has a question in nearly each of several lines.
fn is_lines(text: &Text) -> bool {
    let worded: Vec<_> = text.lines.iter().filter(|l| !l.is_empty()).collect();
    let ends = worded
        .iter()
        .filter(|l| {
            ends_asking(&l.shown) || label(&l.shown).is_some_and(|(l, _)| l == Label::Number)
        })
        .count();
    worded.len() >= 2 && ends * 10 >= worded.len() * 8
}

/// Whether a block is part of a table of contents.
fn is_contents(block: &Block, promised: bool) -> bool {
    match &block.what {
        What::Para(text) => text.is_inner_link() || text.is_empty(),
        What::List(list) => lists::holds(&Count::of(list, promised), promised) == Holds::Contents,
        What::Table(table) => tables::why(table) == Why::Contents,
        What::Rule => true,
        _ => false,
    }
}

/// Whether one of several sentences asks.
fn asks_in_part(text: &str) -> bool {
    let mut sentences = text.split_inclusive(['.', '!', '。']);
    sentences.any(|sentence| asks(sentence.trim()).surely())
}

/// Whether something with a question over it is folded away inside.
fn holds_folds(blocks: &[Block]) -> bool {
    blocks
        .iter()
        .any(|b| matches!(&b.what, What::Fold(name, _) if body::surely(name)))
}

/// Longest bold paragraph that is one question, in characters.
const LONG: usize = 300;

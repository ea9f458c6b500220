//! A part of a page between two headings: which of its blocks are questions, and what belongs to each.
//!
//! First every block is looked at by itself; then it is decided which kinds of blocks carry the questions here,
//! since a paragraph in bold that asks is a question in one list and an aside in the next.

use super::lists::{self, Holds};
use super::{Walk, body};
use crate::content::import::asking::{self, Asks};
use crate::content::import::draft::{Draft, Shape};
use crate::content::import::label::unlabelled;
use crate::content::import::ledger::Why;
use crate::content::import::tree::{Block, Text, What};

mod chains;
pub mod openers;
mod parts;
mod plain;
mod settle;

use chains::Chains;

/// Fewest words of a question over something that is still to be written.
const NAMED: usize = 3;

/// What a block is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A paragraph with a labelled question.
    Marked,
    /// A folded answer under a question.
    Fold,
    /// A folded part of the page.
    Folder,
    /// A folded answer to what stands before.
    Answer,
    /// A bold or numbered line that asks.
    Bold,
    /// A bold line that names what follows.
    Topic,
    /// A list and what it holds.
    List(Holds),
    /// A table of questions.
    Table,
    /// A paragraph that asks.
    Asking,
    /// A paragraph right before an answer.
    Asked,
    /// Several questions, a line each.
    Lines,
    /// What is left out, and why.
    Left(Why),
}

impl Walk<'_> {
    /// Takes the questions of a part of the page.
    pub(super) fn section(&mut self, blocks: &[Block]) {
        let parts = self.parts(blocks);
        let chains = Chains::of(blocks, self.expects());
        let openers = openers::of(blocks, &parts, &chains, self.labels);
        let mut depth = self.topics.len();
        let run = is_run(&openers);
        // Lists that are parts of one are judged as one.
        let chained = self.lists + 1;
        self.lists += 2;
        let mut at = 0;
        while at < blocks.len() {
            let part = match openers[at] {
                None | Some(Part::Left(_)) => {
                    self.leave(&blocks[at], openers[at].unwrap_or(parts[at]));
                    at += 1;
                    continue;
                }
                Some(part) => part,
            };
            let end = (at + 1..blocks.len())
                .find(|i| openers[*i].is_some())
                .unwrap_or(blocks.len());
            let found = self.drafts.len();
            if part == Part::Topic && openers::is_plain(&blocks[at]) && self.has_questions(depth) {
                // A heading in plain text has no level; behind questions it stands beside the heading over them.
                depth -= 1;
            }
            self.lists += 1;
            self.list_of = match &blocks[at].what {
                What::List(list) if chains.holds(at).is_some() => {
                    chained + usize::from(list.start.is_some())
                }
                What::List(_)
                    if part != Part::List(Holds::Names) || !parts::is_asked_of(blocks, at) =>
                {
                    self.lists
                }
                _ => 0,
            };
            self.open(
                part,
                &blocks[at],
                blocks.get(at + 1..end).unwrap_or_default(),
                openers::lead(blocks, &openers, at),
                depth,
            );
            if run && part == Part::Asking {
                let new = self.drafts.iter_mut().skip(found);
                new.for_each(|draft| draft.shape = Shape::Sure);
            }
            at = if openers::absorbs(part) { end } else { at + 1 };
        }
        self.list_of = 0;
        self.topics.truncate(depth);
    }

    /// Whether the last question stands right under the heading before a depth, and that is not the title.
    fn has_questions(&self, depth: usize) -> bool {
        let heading = depth.checked_sub(1).and_then(|at| self.topics.get(at));
        let above = self.drafts.last().and_then(|draft| draft.tags.last());
        heading.is_some_and(|(level, name)| *level > 1 && above == Some(name))
    }

    /// Takes one question with what follows it.
    fn open(
        &mut self,
        part: Part,
        block: &Block,
        behind: &[Block],
        lead: Option<&Block>,
        depth: usize,
    ) {
        match (part, &block.what) {
            (Part::Marked, What::Para(text)) => self.marked(text, behind, lead),
            (Part::Fold, What::Fold(name, inner)) => {
                let mut draft = Draft::new(super::tidy(unlabelled(&name.joined())), block.first);
                body::add(&mut draft, inner);
                self.found(draft, block.first, block.last);
            }
            (Part::Folder, What::Fold(name, inner)) => {
                self.topics.push((u8::MAX, super::topic(&name.joined())));
                self.walk(inner);
                self.topics.pop();
            }
            (Part::Topic, What::Para(text)) => {
                self.ledger.take(block.first, block.last);
                self.topics.truncate(depth);
                self.topics.push((u8::MAX, super::topic(&text.joined())));
            }
            (Part::List(holds), What::List(list)) => {
                self.list(list, holds);
                self.behind_list(behind);
            }
            (Part::Table, What::Table(table)) => self.table(table),
            (Part::Lines, What::Para(text)) => self.lines(text),
            (_, What::Para(text)) => {
                let mut draft = para_draft(text, block.first, part);
                body::add(&mut draft, behind);
                let last = behind.last().map_or(block.last, |b| b.last);
                self.found(draft, block.first, last);
            }
            _ => self.leave(block, part),
        }
    }

    /// What stands behind a list belongs to its last question.
    fn behind_list(&mut self, behind: &[Block]) {
        let (Some(first), Some(last)) = (behind.first(), behind.last()) else {
            return;
        };
        if let Some(draft) = self.drafts.last_mut() {
            body::add(draft, behind);
            self.ledger.take(first.first, last.last);
        }
    }

    /// A question in each line of a paragraph.
    fn lines(&mut self, text: &Text) {
        for (i, line) in text.lines.iter().enumerate() {
            let own = text.part(i..i + 1);
            if body::how(&own) == Asks::No || line.is_link() && line.is_inner_link() {
                self.ledger.leave(line.number, line.number, Why::Prose);
            } else {
                let mut draft = Draft::new(super::tidy(unlabelled(&line.shown)), line.number);
                draft.shape = Shape::Para;
                self.found(draft, line.number, line.number);
            }
        }
    }

    fn leave(&mut self, block: &Block, part: Part) {
        let why = match part {
            Part::Left(why) => why,
            Part::List(Holds::Contents) => Why::Contents,
            Part::List(Holds::Links) => Why::Links,
            _ => Why::Prose,
        };
        self.ledger.leave(block.first, block.last, why);
    }
}

/// Fewest paragraphs that ask in a part of a page that is a list of them.
const RUN: usize = 3;

/// Whether paragraphs that ask are the only questions of a part, and there are several: they are meant as a list.
fn is_run(openers: &[Option<Part>]) -> bool {
    let paras = openers.iter().filter(|part| **part == Some(Part::Asking));
    let others = openers
        .iter()
        .flatten()
        .filter(|part| !matches!(part, Part::Asking | Part::Topic | Part::Left(_)));
    let prose = openers
        .iter()
        .filter(|part| **part == Some(Part::Left(Why::Prose)));
    let paras = paras.count();
    paras >= RUN && others.count() == 0 && prose.count() <= paras
}

/// A question from a paragraph.
fn para_draft(text: &Text, line: u32, part: Part) -> Draft {
    let (text, remarks) = lists::without_remarks(text);
    let mut draft = answered(&text, line, part);
    for remark in remarks {
        draft.note(&remark);
    }
    draft
}

/// A question from a paragraph without remarks.
fn answered(text: &Text, line: u32, part: Part) -> Draft {
    if part == Part::Bold
        && let Some(draft) = lists::led_by(text, line, Asks::Task)
    {
        return draft;
    }
    let whole = || Draft::new(super::tidy(unlabelled(&text.joined())), line);
    let broken = lists::broken(text, line);
    let mut draft = broken.or_else(|| led(text, line)).unwrap_or_else(whole);
    if part == Part::Asking {
        draft.shape = Shape::Para;
    }
    draft
}

/// The questions that a paragraph begins with, with what answers them.
fn led(text: &Text, line: u32) -> Option<Draft> {
    let joined = text.joined();
    let own = unlabelled(&joined);
    let (asked, answer) = own.split_at_checked(asking::led_until(own)?)?;
    let mut draft = Draft::new(super::tidy(asked), line);
    draft.note(answer.trim());
    Some(draft)
}

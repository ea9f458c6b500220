//! Lists: which of them hold questions, and the questions in them.

use std::fmt::Write as _;

use super::Walk;
use super::body;
use crate::content::import::asking::{Asks, is_mark};
use crate::content::import::furniture;
use crate::content::import::label::{Label, label, unlabelled};
use crate::content::import::ledger::Why;
use crate::content::import::tree::{Block, Item, List, Text, What};
use crate::content::import::words::WORDS;

mod item;

use item::item_draft;
pub use item::{broken, led_by, without_remarks};

/// What a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Questions.
    Questions,
    /// Topics with questions below them.
    Topics,
    /// Names that are questions only because the heading says so.
    Names,
    /// Questions and answers by turns, labelled.
    Marked,
    /// Places on the same page.
    Contents,
    /// Links to other pages.
    Links,
    /// Something else.
    Other,
}

/// How the items of one or several lists read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    pub all: usize,
    pub marks: usize,
    pub stems: usize,
    pub tasks: usize,
    pub topics: usize,
    inner: usize,
    outer: usize,
    links: usize,
    asked: usize,
    answers: usize,
    defined: usize,
    long: usize,
    names: usize,
    about: usize,
    story: usize,
    pub weak: usize,
}

/// Longest item that is taken for the name of something, in words.
const NAME: usize = 12;

/// Fewest items that are parts of a story, so that a list tells how to answer.
const STORY: usize = 3;

/// Longest item that may be a question without asking, in characters.
const LONG: usize = 300;

impl Count {
    /// Counts a list.
    pub fn of(list: &List, promised: bool) -> Self {
        let mut count = Self::default();
        count.add(list, promised);
        count
    }

    /// Adds a list.
    pub fn add(&mut self, list: &List, promised: bool) {
        for item in &list.items {
            let Some(text) = item.text().filter(|t| !t.is_empty()) else {
                continue;
            };
            self.all += 1;
            self.item(item, text, promised);
        }
    }

    fn item(&mut self, item: &Item, text: &Text, promised: bool) {
        let joined = text.joined();
        let own = unlabelled(&joined);
        if text.is_inner_link() {
            self.inner += 1;
            return;
        }
        self.outer += usize::from(text.is_link());
        match label(&joined).map(|(l, _)| l) {
            Some(Label::Question) => self.asked += 1,
            Some(Label::Answer) => self.answers += 1,
            _ => {}
        }
        match body::how(text) {
            Asks::Mark => self.marks += 1,
            Asks::Stem => self.stems += 1,
            Asks::Task => {
                self.tasks += 1;
                let lower = own.to_lowercase();
                self.weak += usize::from(WORDS.weak_tasks.begin(&lower));
            }
            Asks::No => {}
        }
        let asking = body::surely(text);
        self.links += usize::from(text.is_link() && !asking);
        let nested = nested(item).any(|list| {
            matches!(
                holds(&Self::of(list, promised), promised),
                Holds::Questions | Holds::Topics
            )
        });
        self.topics += usize::from(!asking && nested);
        let lead = text
            .bold_lead()
            .is_some_and(|lead| !furniture::is_answer(lead) && !own.starts_with('('));
        self.defined += usize::from(lead && !asking);
        self.about += usize::from(furniture::is_about(own));
        self.long += usize::from(!asking && own.chars().count() > LONG);
        self.story += usize::from(furniture::is_of_story(own));
        self.names += usize::from(own.split_whitespace().count() <= NAME);
    }

    /// Items that ask by themselves.
    pub const fn surely(&self) -> usize {
        self.marks + self.stems
    }

    /// Whether most of several items ask by themselves.
    pub const fn mostly_asks(&self) -> bool {
        self.all >= 3 && self.surely() * 10 >= self.all * 6
    }

    /// Whether nearly all of them end with a question mark, and there are several.
    pub const fn all_marks(&self) -> bool {
        self.marks >= 2 && self.marks * 10 >= self.all * 8
    }
}

/// Whether the list in an item is made of the parts of a story: situation, task, action, result.
fn tells_story(item: &Item) -> bool {
    nested(item).any(|list| {
        let texts = list.items.iter().filter_map(Item::text);
        texts
            .filter(|text| furniture::is_of_story(unlabelled(&text.joined())))
            .count()
            >= STORY
    })
}

/// The lists inside an item.
fn nested(item: &Item) -> impl Iterator<Item = &List> {
    item.blocks.iter().filter_map(|b| match &b.what {
        What::List(list) => Some(list),
        _ => None,
    })
}

/// What lists with such items hold; `promised` says that questions are to be expected here.
pub fn holds(count: &Count, promised: bool) -> Holds {
    if count.all == 0 {
        return Holds::Other;
    }
    if count.inner * 10 >= count.all * 6 {
        return Holds::Contents;
    }
    if (count.inner + count.outer) * 10 >= count.all * 8 && count.surely() * 10 < count.all * 6 {
        return Holds::Links;
    }
    if count.asked > 0 && count.answers > 0 {
        return Holds::Marked;
    }
    let surely = count.surely();
    // Situation, task, action, result: that is how to answer, whatever each of them asks.
    if count.story >= STORY && count.story * 10 >= count.all * 6 {
        return Holds::Other;
    }
    if count.topics > 0 && (count.topics + surely) * 2 >= count.all && surely * 10 < count.all * 6 {
        return Holds::Topics;
    }
    if count.links * 10 >= count.all * 6 {
        return Holds::Links;
    }
    // Tasks count as questions only where questions are.
    let several = surely * 4 >= count.all;
    let tasks = match (promised, several) {
        (true, true) => count.tasks,
        (true, false) => count.tasks - count.weak,
        (false, _) if surely * 3 >= count.all => count.tasks,
        (false, _) => 0,
    };
    // Where hardly an item asks, orders are advice as well, so most have to be some.
    let needed = if promised && several { 3 } else { 6 };
    let strays = (count.defined + count.long) * 10 > count.all * 4;
    if (surely + tasks) * 10 >= count.all * needed
        && surely + tasks > count.about
        && !(strays && surely * 2 < count.all)
    {
        Holds::Questions
    } else {
        Holds::Other
    }
}

/// Whether a list under a heading that promises questions or tasks holds them although none asks: a list of names.
pub fn is_named(count: &Count) -> bool {
    count.all >= 3
        && count.names * 10 >= count.all * 9
        && count.links + count.defined + count.inner + count.topics + count.about == 0
}

impl Walk<'_> {
    /// Takes the questions of a list.
    pub(super) fn list(&mut self, list: &List, what: Holds) {
        match what {
            Holds::Marked => self.marked_items(list),
            Holds::Topics => self.topics_of(list),
            Holds::Questions => list.items.iter().for_each(|item| self.one_of(item)),
            Holds::Names => list.items.iter().for_each(|item| self.item(item)),
            Holds::Contents => self.leave_items(list, Why::Contents),
            Holds::Links => self.leave_items(list, Why::Links),
            Holds::Other => self.leave_items(list, Why::Prose),
        }
    }

    /// An item among questions; one of nothing but code is what the question before it asks about.
    fn one_of(&mut self, item: &Item) {
        let code = item.text().filter(|text| text.is_code());
        let before = self.drafts.last_mut().filter(|d| {
            WORDS.points_at_list.stand_in(&d.text.to_lowercase()) && d.last < item.first
        });
        match (code, before) {
            (Some(code), Some(draft)) => {
                let gap = if draft.setup.is_empty() { "" } else { "\n" };
                let _ = write!(draft.setup, "{gap}- {}", code.joined());
                draft.last = item.last;
                self.ledger.take(item.first, item.last);
            }
            _ => self.item(item),
        }
    }

    fn leave_items(&mut self, list: &List, why: Why) {
        for item in &list.items {
            self.ledger.leave(item.first, item.last, why);
        }
    }

    /// Topics with their questions; an item that asks is a question itself.
    fn topics_of(&mut self, list: &List) {
        for item in &list.items {
            let Some(text) = item.text() else { continue };
            if body::surely(text) || nested(item).next().is_none() {
                if body::surely(text) {
                    self.item(item);
                } else {
                    self.ledger.leave(item.first, item.last, Why::Prose);
                }
                continue;
            }
            self.ledger.take(
                item.first,
                text.lines.last().map_or(item.first, |l| l.number),
            );
            let named = text.joined();
            if furniture::is_apart(unlabelled(&named)) || tells_story(item) {
                self.ledger.leave(item.first, item.last, Why::Prose);
                continue;
            }
            let depth = self.topics.len();
            self.topics.push((u8::MAX, super::topic(&named)));
            for list in nested(item) {
                let what = holds(&Count::of(list, true), true);
                self.list(list, what);
            }
            self.topics.truncate(depth);
        }
    }

    /// Questions and answers by turns.
    fn marked_items(&mut self, list: &List) {
        for item in &list.items {
            let Some(text) = item.text() else { continue };
            let joined = text.joined();
            match label(&joined) {
                Some((Label::Answer, rest)) if !self.drafts.is_empty() => {
                    let note = rest.to_owned();
                    self.ledger.take(item.first, item.last);
                    if let Some(draft) = self.drafts.last_mut() {
                        draft.note(&note);
                        draft.last = draft.last.max(item.last);
                        body::add(draft, item.blocks.get(1..).unwrap_or_default());
                    }
                }
                _ => self.item(item),
            }
        }
    }

    /// The question of one item.
    pub(super) fn item(&mut self, item: &Item) {
        let (Some(text), Some(first)) = (item.text(), item.blocks.first()) else {
            return self.ledger.leave(item.first, item.last, Why::Wordless);
        };
        if text.is_empty() {
            return self.ledger.leave(item.first, item.last, Why::Wordless);
        }
        if text.is_inner_link() {
            return self.ledger.leave(item.first, item.last, Why::Contents);
        }
        let joined = text.joined();
        if furniture::is_remark(unlabelled(&joined)) && !joined.trim_end().ends_with(is_mark) {
            return self.ledger.leave(item.first, item.last, Why::Prose);
        }
        if text.is_link() && furniture::is_way(&joined) {
            return self.ledger.leave(item.first, item.last, Why::Links);
        }
        let mut draft = item_draft(text, item.first);
        draft.last = item.last;
        if let What::Fold(_, inner) = &first.what {
            for block in inner {
                body::add(&mut draft, std::slice::from_ref(block));
            }
        }
        let (mut rest, mut lists) = (Vec::new(), Vec::new());
        for block in item.blocks.iter().skip(1) {
            match &block.what {
                What::List(list) if rest.is_empty() && !body::is_options(list) => lists.push(list),
                _ => rest.push(block.clone()),
            }
        }
        for list in lists {
            body::below(&mut draft, list);
        }
        body::add(&mut draft, &rest);
        self.found(draft, item.first, item.last);
    }
}

/// Whether a block is a list whose items begin with headings.
pub fn holds_headings(block: &Block) -> bool {
    let first = of(block).and_then(|list| list.items.first()?.blocks.first());
    first.is_some_and(|block| matches!(block.what, What::Heading(..)))
}

/// Whether a block is a list.
pub fn of(block: &Block) -> Option<&List> {
    match &block.what {
        What::List(list) => Some(list),
        _ => None,
    }
}

//! Questions in a Markdown page: headings, lists, tables, folded answers, labelled pairs, bold lines, paragraphs.

use std::collections::HashSet;

use super::asking;
use super::draft::{Draft, Shape};
use super::furniture;
use super::label::{Label, label, unlabelled};
use super::ledger::{Ledger, Why};
use super::tree::{self, Block, Item, Text, What};

mod body;
mod cards;
mod ends;
mod jury;
mod lists;
mod marks;
mod mend;
mod page;
mod section;
mod survey;
mod tables;

pub(super) use ends::tidy;
use ends::topic;
use page::{asks_in_folds, asks_in_lists, first_heading, front, has_marks, headings, key, labels};
use survey::Role;

/// What a page says about itself.
#[derive(Debug, Default)]
pub struct Page {
    /// Its questions, in order.
    pub drafts: Vec<Draft>,
    /// Its title.
    pub title: String,
    /// Its language, where it names one.
    pub language: String,
}

/// A way through a page.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that a page says of itself"
)]
pub(super) struct Walk<'l> {
    ledger: &'l mut Ledger,
    /// The name of the column that holds the answers, where somebody said it.
    answer: Option<&'l str>,
    drafts: Vec<Draft>,
    /// Headings above the place at hand, with their levels.
    topics: Vec<(u8, String)>,
    /// Whether the page says of itself that it holds questions.
    promised: bool,
    /// Whether it says that it holds tasks.
    tasks: bool,
    /// Whether labels for questions are used.
    marks: bool,
    /// How many questions have one.
    labels: usize,
    /// Whether folds are how questions are written: most of them ask.
    folds: bool,
    /// Whether a heading says which list holds questions, as on a page that tells more than them.
    said: bool,
    /// How many lists were met, and the one at hand; none is 0.
    lists: usize,
    list_of: usize,
    /// The headings of the page, as [`key`]s: a list of them is a table of contents, linked or not.
    headings: HashSet<String>,
    /// Names that stand over lists beside those of questions, as [`key`]s: nothing below them is asked.
    fields: HashSet<String>,
}

/// Finds the questions of a page; `named` is the name of the file, `answer` that of the column of its tables that holds
/// the answers, where somebody said it.
pub fn read(source: &str, named: &str, answer: Option<&str>, ledger: &mut Ledger) -> Page {
    let blocks = cards::labelled(mend::mended(tree::build(source)));
    let mut page = Page::default();
    front(&blocks, &mut page);
    let fronted = !page.title.is_empty();
    if !fronted {
        page.title = first_heading(&blocks);
    }
    let mut walk = Walk {
        promised: furniture::names_interviews(named)
            || furniture::names_interviews(&page.title)
            || furniture::names_tasks(named)
            || asks_in_lists(&blocks),
        tasks: furniture::names_tasks(named) || furniture::names_tasks(&page.title),
        marks: has_marks(&blocks),
        labels: labels(&blocks),
        folds: asks_in_folds(&blocks),
        said: survey::says_where(&blocks),
        lists: 0,
        list_of: 0,
        headings: headings(&blocks),
        fields: page::fields(&blocks),
        ledger,
        answer,
        drafts: Vec::new(),
        topics: Vec::new(),
    };
    let titled = blocks
        .first()
        .is_some_and(|b| matches!(b.what, What::Front(_)))
        && asking::asks(&page.title).surely();
    if titled
        && !furniture::is_about(&page.title)
        && !survey::roles(&blocks, walk.promised, false)
            .values()
            .any(|r| *r == Role::Question)
    {
        walk.single(&page.title, &blocks);
    } else {
        walk.walk(&blocks);
        walk.judge();
    }
    page.drafts = walk.drafts;
    let asked = page.drafts.iter().map(|draft| draft.line).min();
    if !fronted {
        page.title = page::heading_above(&blocks, asked.unwrap_or(0));
    }
    page
}

impl Walk<'_> {
    /// Whether questions are to be expected at this place.
    fn expects(&self) -> bool {
        self.promised
            || self
                .topics
                .iter()
                .any(|(_, topic)| furniture::names_questions(topic))
    }

    /// Whether names alone are questions at this place, because the heading right above says so.
    fn names_here(&self) -> bool {
        let above = self.topics.last();
        above.is_some_and(|(_, topic)| {
            !furniture::is_advice(topic)
                && !furniture::is_apart(topic)
                && (furniture::names_questions(topic)
                    || self.promised
                        && furniture::names_tasks(topic)
                        && asking::asks(topic) == asking::Asks::No)
        })
    }

    /// Whether the heading right above stands over advice.
    fn advises_here(&self) -> bool {
        let above = self.topics.last();
        above.is_some_and(|(_, topic)| furniture::is_advice(topic))
    }

    /// Whether most of some texts are headings of this page.
    fn are_headings<'t>(&self, texts: impl Iterator<Item = &'t Text>) -> bool {
        if self.headings.len() < 3 {
            return false;
        }
        let (mut all, mut known) = (0, 0);
        for text in texts.filter(|text| !text.is_empty()) {
            all += 1;
            known += usize::from(self.headings.contains(&key(&text.joined())));
        }
        known >= 3 && known * 10 >= all * 6
    }

    /// Takes the questions of some blocks with headings.
    fn walk(&mut self, blocks: &[Block]) {
        let roles = survey::roles(blocks, self.expects(), self.tasks);
        let is_outer = |at: usize| roles.get(&at).is_some_and(|role| *role != Role::Inner);
        let mut at = 0;
        while at < blocks.len() {
            let end = (at + 1..blocks.len())
                .find(|i| is_outer(*i))
                .unwrap_or(blocks.len());
            match (&blocks[at].what, roles.get(&at)) {
                (What::Heading(level, text), Some(role)) => {
                    self.heading(
                        &blocks[at],
                        *level,
                        text,
                        *role,
                        blocks.get(at + 1..end).unwrap_or_default(),
                    );
                }
                _ => self.section(blocks.get(at..end).unwrap_or_default()),
            }
            at = end;
        }
    }

    fn heading(&mut self, head: &Block, level: u8, text: &Text, role: Role, under: &[Block]) {
        self.topics
            .retain(|(above, _)| *above < level || *above == u8::MAX);
        let last = under.last().map_or(head.last, |b| b.last);
        match role {
            Role::Question | Role::Lone | Role::Inner => {
                let mut draft = Draft::new(tidy(unlabelled(&text.joined())), head.first);
                if role == Role::Lone {
                    draft.shape = Shape::Heading;
                }
                let mut under = under;
                if !body::ends_asking(text)
                    && let Some((asked, rest)) = body::asked_below(&draft.text, under)
                {
                    (draft.text, under) = (asked, rest);
                }
                if super::label::is_bare_question(&text.joined())
                    && let Some((
                        Block {
                            what: What::Para(first),
                            ..
                        },
                        rest,
                    )) = under.split_first()
                {
                    draft.text = tidy(&first.joined());
                    under = rest;
                }
                let others = own_below(text, under, self.labels < section::openers::LABELS);
                let (answer, others) = under.split_at(others.unwrap_or(under.len()));
                body::add(&mut draft, answer);
                let last = answer.last().map_or(head.last, |b| b.last);
                self.found(draft, head.first, last);
                self.section(others);
            }
            Role::Title => self.titled(head, text, under),
            Role::Topic => {
                self.ledger.take(head.first, head.last);
                self.topics.push((level, topic(&text.joined())));
                self.section(under);
            }
            Role::Contents => {
                // What the contents name may begin without a heading of its own.
                let end = under.iter().position(lists::holds_headings);
                let (contents, rest) = under.split_at(end.unwrap_or(under.len()));
                let last = contents.last().map_or(head.last, |b| b.last);
                self.ledger.leave(head.first, last, Why::Contents);
                self.section(rest);
            }
            Role::Beside => self.ledger.leave(head.first, last, Why::Beside),
        }
    }

    /// A question whose heading is only its title.
    fn titled(&mut self, head: &Block, text: &Text, under: &[Block]) {
        let title = tidy(unlabelled(&text.joined()));
        let (asked, rest) = body::with_paragraphs(&title, under);
        let mut draft = Draft::new(asked, head.first);
        body::add(&mut draft, rest);
        let last = under.last().map_or(head.last, |b| b.last);
        self.found(draft, head.first, last);
    }

    /// A page that is one question with its answer.
    fn single(&mut self, title: &str, blocks: &[Block]) {
        let mut draft = Draft::new(tidy(title), 1);
        let under: Vec<Block> = blocks
            .iter()
            .filter(|b| !matches!(b.what, What::Front(_)))
            .cloned()
            .collect();
        for block in &under {
            draft.note(&body::plain(block, 0));
        }
        let last = under.last().map_or(1, |b| b.last);
        self.found(draft, 1, last);
    }

    /// Keeps a question under the headings above it.
    fn found(&mut self, mut draft: Draft, first: u32, last: u32) {
        self.ledger.take(first, last);
        draft.last = draft.last.max(last);
        draft.list = self.list_of;
        let title = usize::from(
            self.topics.first().is_some_and(|(level, _)| *level == 1) && self.topics.len() > 1,
        );
        draft.tags = self
            .topics
            .iter()
            .skip(title)
            .map(|(_, topic)| topic.clone())
            .filter(|t| !t.is_empty())
            .collect();
        self.drafts.push(draft);
    }
}

/// Where the next question stands below one that is a heading: in bold with such a label as the heading has, as a
/// heading in a list, or, where a label is rare, in a table or fold behind the answer.
fn own_below(head: &Text, under: &[Block], rare: bool) -> Option<usize> {
    let is_asked = |text: &str| label(text).is_some_and(|(label, _)| label == Label::Question);
    let labelled = is_asked(&head.joined());
    let behind = labelled && rare && under.first().is_some_and(body::begins_answer);
    let asks = |block: &Block| match &block.what {
        What::Table(_) => behind && tables::is_named(block),
        What::Fold(name, _) => behind && body::surely(name) && !body::begins_answer(block),
        What::Para(text) => {
            labelled && text.is_bold() && is_asked(&text.joined())
                || !labelled && (marks::is_named(text) || is_addressed(text))
        }
        What::List(list) => {
            let first = list.items.first().and_then(Item::text);
            lists::holds_headings(block) && first.is_some_and(body::surely)
        }
        _ => false,
    };
    under.iter().position(asks)
}

/// Whether a bold line is a question to the reader, such as those that others have for a heading.
fn is_addressed(text: &Text) -> bool {
    let joined = text.joined().to_lowercase();
    let you = joined
        .split(|c: char| !c.is_alphabetic())
        .any(|word| word == "you" || word == "your");
    text.lines.len() == 1
        && text.is_bold()
        && asking::ends_asking(&joined)
        && asking::asks(&joined) == asking::Asks::Mark
        && you
        && joined.split_whitespace().count() > 5
}

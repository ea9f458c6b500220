//! Looks over the headings of a page and decides which of them are questions.
//!
//! A heading alone does not tell: `What is React?` may be a question with its answer below, or the title over a
//! list of questions. So the headings of a level are judged together, by how most of them read and by what
//! stands below them.

use std::collections::HashMap;

use crate::content::import::label::Label;
use crate::content::import::tree::{Block, What};

mod below;
mod head;

use head::Head;

/// What a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A question; what follows is its answer.
    Question,
    /// The title of a question that stands in the paragraphs below.
    Title,
    /// A question among headings that are none.
    Lone,
    /// A topic.
    Topic,
    /// Part of an answer.
    Inner,
    /// Over a table of contents.
    Contents,
    /// Over something about the list itself.
    Beside,
}

/// The headings of some blocks, by place, with what each of them is.
pub fn roles(blocks: &[Block], promised: bool, tasks: bool) -> HashMap<usize, Role> {
    let heads = heads(blocks, promised);
    let main = main_level(&heads).or_else(|| if tasks { task_level(&heads) } else { None });
    let rule = main.map(|main| Rule::of(&heads, main));
    let mut out = HashMap::new();
    let mut question: Option<u8> = None;
    let mut beside: Option<u8> = None;
    for (i, head) in heads.iter().enumerate() {
        let is_rule = rule.as_ref().is_some_and(|rule| rule.level == head.level);
        let what = if beside.is_some_and(|level| head.level > level)
            && head.is_question()
            && !is_rule
        {
            Role::Beside
        } else if question.is_some_and(|level| head.level > level)
            && !(head.label == Some(Label::Question) && head.asks)
            && !(is_rule && head.is_question() && question != rule.as_ref().map(|rule| rule.level))
        {
            Role::Inner
        } else if head.contents {
            Role::Contents
        } else if head.beside || head.about && head.counts() {
            Role::Beside
        } else if head.answer {
            if question.is_some() {
                Role::Inner
            } else {
                Role::Topic
            }
        } else {
            judge(&heads, i, rule.as_ref(), promised)
        };
        match what {
            Role::Question | Role::Title | Role::Lone => {
                (question, beside) = (Some(head.level), None);
            }
            Role::Topic | Role::Contents => (question, beside) = (None, None),
            Role::Beside => (question, beside) = (None, Some(beside.unwrap_or(head.level))),
            Role::Inner => {}
        }
        out.insert(head.at, what);
    }
    out
}

/// Whether a heading says that the list below it holds questions.
pub fn says_where(blocks: &[Block]) -> bool {
    heads(blocks, true).iter().any(|head| head.says_so)
}

/// How the headings of the level with most questions are written.
struct Rule {
    level: u8,
    titles: bool,
    /// Most of them carry this label.
    label: Option<Label>,
    /// Part of them that ask, in percent.
    share: usize,
    count: usize,
    /// All headings of the level, and those that ask or set a task.
    all: usize,
    asking: usize,
}

impl Rule {
    fn of(heads: &[Head], (level, titles): (u8, bool)) -> Self {
        let all: Vec<&Head> = heads
            .iter()
            .filter(|h| h.level == level && h.counts())
            .collect();
        let asking: Vec<&&Head> = all.iter().filter(|h| h.is_question()).collect();
        let labelled = |label| asking.iter().filter(|h| h.label == Some(label)).count();
        let most = [Label::Question, Label::Number]
            .into_iter()
            .find(|l| labelled(*l) * 10 >= asking.len() * 8 && labelled(*l) > 1);
        Self {
            level,
            titles,
            label: most,
            share: asking.len() * 100 / all.len().max(1),
            count: asking.len(),
            all: all.len(),
            asking: all.iter().filter(|head| head.sets()).count(),
        }
    }
}

fn heads(blocks: &[Block], promised: bool) -> Vec<Head> {
    let places: Vec<usize> = (0..blocks.len())
        .filter(|at| matches!(blocks[*at].what, What::Heading(..)))
        .collect();
    let ends = places.iter().skip(1).copied().chain([blocks.len()]);
    let spans = places.iter().copied().zip(ends);
    let mut heads: Vec<Head> = spans
        .filter_map(|(at, end)| match &blocks[at].what {
            What::Heading(level, text) => Some(Head::of(
                at,
                *level,
                text,
                blocks.get(at + 1..end).unwrap_or_default(),
                promised,
            )),
            _ => None,
        })
        .collect();
    settle_names(&mut heads);
    for i in 0..heads.len() {
        let over = below(&heads, i).any(|h| h.listed);
        heads[i].over = over;
        let next = heads
            .get(i + 1)
            .map(|next| (next.level > heads[i].level, next.answer));
        match next {
            Some((true, true)) => heads[i].answered = true,
            // The title over everything is not answered by what stands first.
            Some((true, false)) => heads[i].answered = false,
            _ => {}
        }
    }
    heads
}

/// A labelled question below a heading is what is asked, and the heading its name. A heading that asks itself is a
/// name only where most are.
fn settle_names(heads: &mut [Head]) {
    let named = heads.iter().filter(|h| h.named).count();
    let asking = heads.iter().filter(|h| h.asks && h.counts()).count();
    for head in heads.iter_mut() {
        head.named &= !head.asks || named * 10 >= asking * 6;
    }
}

/// The level whose headings are the questions of the page, and whether they are only their titles.
fn main_level(heads: &[Head]) -> Option<(u8, bool)> {
    let mut levels = Vec::new();
    // A page that says where its questions are listed has none of which the headings are titles.
    let said = heads.iter().any(|h| h.says_so);
    for level in 1..=6_u8 {
        let all: Vec<&Head> = heads
            .iter()
            .filter(|h| h.level == level && h.counts())
            .collect();
        let asking = all.iter().filter(|h| h.is_question() && !h.lists).count();
        let named = all
            .iter()
            .filter(|h| h.label == Some(Label::Question) && h.asks)
            .count();
        let titled = all
            .iter()
            .filter(|h| h.titled && !h.lists && !h.is_question())
            .count();
        let is_rule = asking > 0 && (asking * 2 >= all.len() || named > 1);
        let is_title = !said && titled >= 3 && (titled + asking) * 2 >= all.len();
        levels.push((
            level,
            if is_rule { asking } else { 0 },
            if is_title { titled + asking } else { 0 },
        ));
    }
    let most = levels.iter().map(|l| l.1).max().unwrap_or(0);
    let titled = levels.iter().max_by_key(|l| l.2).filter(|l| l.2 > most * 2);
    if let Some((level, ..)) = titled {
        return Some((*level, true));
    }
    let first = levels.iter().find(|l| l.1 > 0 && l.1 * 10 >= most * 3);
    first.map(|l| (l.0, false))
}

/// On a page of tasks the lowest headings with something below them name one each.
fn task_level(heads: &[Head]) -> Option<(u8, bool)> {
    if heads.iter().any(|h| h.listed) {
        return None;
    }
    let full = |level: u8| {
        heads
            .iter()
            .filter(|h| h.level == level && h.counts() && h.full && !h.lists)
            .count()
    };
    (1..=6)
        .rev()
        .find(|level| full(*level) >= 4)
        .map(|level| (level, true))
}

/// What a heading is that is neither part of an answer nor furniture.
fn judge(heads: &[Head], i: usize, rule: Option<&Rule>, promised: bool) -> Role {
    let head = &heads[i];
    if head.named {
        return Role::Topic;
    }
    if let Some(rule) = rule.filter(|rule| rule.level == head.level) {
        let title = head.full && !head.lists;
        return match (rule.titles, title) {
            (true, true) => Role::Title,
            (true, false) => Role::Topic,
            (false, _) if is_apart(heads, i, rule) => Role::Topic,
            (false, _) => at_level(head, rule),
        };
    }
    if head.label == Some(Label::Question) && head.asks {
        return Role::Question;
    }
    // Over other questions it is their topic.
    let holds = below(heads, i)
        .any(|h| h.is_question() || rule.is_some_and(|rule| rule.titles && rule.level == h.level));
    let told = heads
        .get(i + 1)
        .is_some_and(|next| next.story && next.level > head.level);
    if told && head.is_question() {
        return Role::Question;
    }
    if head.lists || holds || !head.full {
        return Role::Topic;
    }
    let siblings = siblings(heads, i);
    let asking = siblings.iter().filter(|h| h.is_question()).count();
    let alike = siblings
        .iter()
        .filter(|h| h.is_question() && h.label == head.label)
        .count();
    if asking > 1
        && asking * 2 >= siblings.len()
        && (head.is_question() || head.label.is_some() && alike * 10 >= asking * 8)
    {
        return Role::Question;
    }
    let named = rule.is_some_and(|rule| rule.label.is_some());
    if head.is_question() && !named && !head.over_list && (promised || rule.is_some()) {
        Role::Lone
    } else {
        Role::Topic
    }
}

/// Fewest headings of a part that tell by themselves whether they ask, and of all others.
const PART: usize = 3;
const OTHERS: usize = 6;

/// Whether none of the headings of a part asks although nearly all others of the level do: tips, steps or a summary
/// that are counted as the questions are.
fn is_apart(heads: &[Head], i: usize, rule: &Rule) -> bool {
    if heads[i].sets() {
        return false;
    }
    let own = siblings(heads, i);
    let all = rule.all.saturating_sub(own.len());
    own.len() >= PART
        && all >= OTHERS
        && !own.iter().any(|head| head.sets())
        && rule.asking * 10 >= all * 9
}

/// The headings of the same level under the same heading, this one among them.
fn siblings(heads: &[Head], i: usize) -> Vec<&Head> {
    let level = heads[i].level;
    let before = heads.iter().take(i).rev().take_while(|h| h.level >= level);
    let after = heads.iter().skip(i).take_while(|h| h.level >= level);
    before
        .chain(after)
        .filter(|h| h.level == level && h.counts())
        .collect()
}

fn at_level(head: &Head, rule: &Rule) -> Role {
    let same_label = rule.label.is_none() || head.label == rule.label;
    let is_question = if head.is_question() {
        (same_label || rule.count < 5) && !(head.lists && rule.share < 80)
    } else if rule.label.is_some() {
        head.label == rule.label && rule.share >= 50 && !head.lists
    } else {
        let enough = rule.share >= 75 && rule.count >= 5 && !head.aside
            || head.task && rule.share >= 60 && rule.count >= 3;
        // A task among questions needs no answer below it, as they have none.
        let full = head.full || head.task && rule.count >= 5;
        enough && !head.lists && !head.over && full
    };
    if is_question {
        Role::Question
    } else {
        Role::Topic
    }
}

/// The headings below one, up to the next that is not deeper.
fn below(heads: &[Head], i: usize) -> impl Iterator<Item = &Head> {
    let level = heads[i].level;
    heads
        .iter()
        .skip(i + 1)
        .take_while(move |h| h.level > level)
}

//! Gives a page the shape that its reader sees, where the rules of Markdown see another.
//!
//! People number questions without an empty line between them, set whole answers in as if they were code, put
//! questions into a fence, and write `Question:` over the words instead of in front of them. A reader goes by the
//! count and the labels; so does this.

use crate::content::import::asking::asks;
use crate::content::import::count;
use crate::content::import::label::{self, Label, label, unlabelled};
use crate::content::import::tree::{self, Block, Item, Line, List, Text, What};

mod typed;

/// Deepest page within a page that is read again.
const DEPTH: u8 = 4;

/// A page as its reader sees it.
pub fn mended(blocks: Vec<Block>) -> Vec<Block> {
    mend(blocks, DEPTH)
}

fn mend(blocks: Vec<Block>, depth: u8) -> Vec<Block> {
    labelled(counted(each(blocks, depth), true))
}

/// Every block mended by itself.
fn each(blocks: Vec<Block>, depth: u8) -> Vec<Block> {
    let blocks = blocks
        .into_iter()
        .flat_map(typed::parted)
        .flat_map(|block| opened(block, depth));
    blocks.collect()
}

/// A block with everything in it mended; code that is none becomes what its writer meant.
fn opened(mut block: Block, depth: u8) -> Vec<Block> {
    let Some(deeper) = depth.checked_sub(1) else {
        return vec![block];
    };
    match &mut block.what {
        What::Code(code) if is_page(code) => {
            let fence = block.last.saturating_sub(block.first) as usize > code.lines().count();
            let first = block.first + u32::from(fence);
            return mend(tree::build_at(code, first), deeper);
        }
        What::Quote(inner) | What::Fold(_, inner) => *inner = mend(std::mem::take(inner), depth),
        What::List(list) => {
            for item in &mut list.items {
                let inner = each(std::mem::take(&mut item.blocks), depth);
                item.blocks = labelled(counted(inner, false));
            }
        }
        _ => {}
    }
    vec![block]
}

/// Whether a block of code is a part of the page: its lines have labels, or numbers in order and question marks.
fn is_page(code: &str) -> bool {
    let lines = || code.lines().map(str::trim).filter(|line| !line.is_empty());
    let called = |wanted: Label| {
        let is_it = |line: &&str| {
            label(line).is_some_and(|(label, rest)| label == wanted && !rest.is_empty())
                && line.contains(char::is_whitespace)
        };
        lines().filter(is_it).count()
    };
    if called(Label::Question) > 0 && called(Label::Answer) > 0 {
        return true;
    }
    let numbered: Vec<&str> = lines()
        .filter(|line| count::number(line).is_some())
        .collect();
    let asking = numbered
        .iter()
        .filter(|line| asks(unlabelled(line)).surely());
    numbered.len() > 1 && asking.count() * 2 >= numbered.len()
}

/// Numbered questions that stand inside a paragraph, as items of the list that they go on with; where a count may `begin`
/// there, also as those of a new one.
fn counted(blocks: Vec<Block>, begin: bool) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut number: Option<u64> = None;
    let mut in_list = true;
    for mut block in blocks {
        match &mut block.what {
            What::List(list) => {
                if let Some(start) = list.start {
                    part_items(list, start);
                    number = Some(start + (list.items.len() as u64).saturating_sub(1));
                    in_list = true;
                }
                out.push(block);
            }
            What::Para(text) => {
                if let Some(own) = count::number(&text.joined()) {
                    (number, in_list) = (Some(own), false);
                }
                let mut parts = parts(text, number, in_list);
                if let (0 | 1, Some(first)) = (parts.len(), first_inside(text).filter(|_| begin)) {
                    (number, in_list) = (Some(first), true);
                    parts = self::parts(text, number, in_list);
                }
                if parts.len() < 2 && parts.first().is_none_or(|part| part.0.is_none()) {
                    out.push(block);
                    continue;
                }
                for (own, text) in parts {
                    number = own.or(number);
                    out.push(part_block(own.filter(|_| in_list), text));
                }
            }
            _ => out.push(block),
        }
    }
    joined(out)
}

/// The number before the first one with which a line inside a text begins to count questions.
fn first_inside(text: &Text) -> Option<u64> {
    let mut below = text.lines.iter().skip(1);
    let asked = |line: &&Line| asks(unlabelled(&line.shown)).surely();
    below
        .find_map(|line| {
            Some(line)
                .filter(asked)
                .and_then(|l| count::number(&l.shown))
        })?
        .checked_sub(1)
}

/// Lists of one count that follow each other at once, as one list.
fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if let (Some(What::List(before)), What::List(list)) =
            (out.last_mut().map(|b| &mut b.what), &block.what)
            && let (Some(from), Some(start)) = (before.start, list.start)
            && from + before.items.len() as u64 == start
        {
            before.items.extend(list.items.iter().cloned());
            if let Some(block_before) = out.last_mut() {
                block_before.last = block.last;
            }
            continue;
        }
        out.push(block);
    }
    out
}

/// Parts the items of a numbered list in which the next numbers stand.
fn part_items(list: &mut List, start: u64) {
    let mut number = start;
    let mut items: Vec<Item> = Vec::with_capacity(list.items.len());
    for mut item in std::mem::take(&mut list.items) {
        let [
            Block {
                what: What::Para(text),
                ..
            },
        ] = item.blocks.as_mut_slice()
        else {
            number += 1;
            items.push(item);
            continue;
        };
        let mut parts = parts(text, Some(number), true).into_iter();
        if let Some((_, own)) = parts.next() {
            *text = own;
        }
        items.push(item);
        number += 1;
        for (_, text) in parts {
            items.push(item_of(text));
            number += 1;
        }
    }
    list.items = items;
}

/// A text in parts, each from a number on that goes on with the count to the next such number; `bare` takes the
/// numbers off.
fn parts(text: &Text, last: Option<u64>, bare: bool) -> Vec<(Option<u64>, Text)> {
    let mut out: Vec<(Option<u64>, Text)> = vec![(None, Text::default())];
    let mut next = last.map(|last| last + 1);
    for (at, line) in text.lines.iter().enumerate() {
        let mut rest = line.clone();
        while let Some(place) = next.and_then(|next| count::next_at(&rest.shown, next)) {
            let (before, behind) = rest.split_at(place.from);
            let number = if bare { place.to - place.from } else { 0 };
            let (_, own) = behind.split_at(number);
            if before.shown.trim().is_empty() && at == 0 {
                out.clear();
            } else {
                push(&mut out, before);
            }
            out.push((next, Text::default()));
            next = next.map(|next| next + 1);
            rest = own;
        }
        push(&mut out, rest);
    }
    out.retain(|(number, text)| number.is_some() || !text.lines.is_empty());
    for (_, text) in &mut out {
        text.trim();
    }
    out
}

fn push(out: &mut [(Option<u64>, Text)], line: Line) {
    if let Some((_, text)) = out.last_mut().filter(|_| !line.shown.trim().is_empty()) {
        text.lines.push(line);
    }
}

fn lines_of(text: &Text) -> (u32, u32) {
    let number = |line: Option<&Line>| line.map_or(1, |line| line.number);
    (number(text.lines.first()), number(text.lines.last()))
}

fn part_block(number: Option<u64>, text: Text) -> Block {
    let (first, last) = lines_of(&text);
    let what = match number {
        None => What::Para(text),
        Some(_) => What::List(List {
            start: number,
            items: vec![item_of(text)],
        }),
    };
    Block { first, last, what }
}

/// An item with nothing but a text.
fn item_of(text: Text) -> Item {
    let (first, last) = lines_of(&text);
    let what = What::Para(text);
    Item {
        first,
        last,
        ticked: None,
        blocks: vec![Block { first, last, what }],
    }
}

/// Labels that stand alone over a list, together with what they are about: `Question:` over `- Why?` is `Question:
/// Why?`.
fn labelled(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut rest = blocks.into_iter().peekable();
    while let Some(mut block) = rest.next() {
        if let What::List(list) = &mut block.what {
            for item in &mut list.items {
                item.blocks = labelled(std::mem::take(&mut item.blocks));
            }
        }
        let next = rest.peek();
        // The list below may not be set in far enough to stand in the item that has the label.
        if let (What::List(list), Some(What::List(below))) =
            (&mut block.what, next.map(|next| &next.what))
            && let Some(item) = list.items.last_mut()
            && let [
                Block {
                    what: What::Para(text),
                    last,
                    ..
                },
            ] = item.blocks.as_mut_slice()
            && is_bare_label(text)
            && is_plain(below)
        {
            take_items(text, below);
            (*last, item.last) = (below.items.last().map_or(item.last, |i| i.last), block.last);
            block.last = next.map_or(block.last, |next| next.last);
            rest.next();
            out.push(block);
            continue;
        }
        match (&mut block.what, next.map(|next| &next.what)) {
            (What::Para(text), Some(What::List(list))) if is_bare_label(text) && is_plain(list) => {
                take_items(text, list);
                block.last = next.map_or(block.last, |next| next.last);
                rest.next();
            }
            (What::Para(text), Some(What::Para(below))) if is_bare_label(text) => {
                text.lines.extend(below.lines.clone());
                block.last = next.map_or(block.last, |next| next.last);
                over_first(text);
                rest.next();
            }
            _ => {}
        }
        out.push(block);
    }
    out
}

/// Most items below a lone label that are its one question: the words and the same in other tongues.
const MEANT: usize = 3;

/// Whether a text is nothing but a label for a question: `Question:`, `问题：`.
fn is_bare_label(text: &Text) -> bool {
    let joined = text.joined();
    joined.contains([':', '：']) && label::is_bare_question(&joined)
}

/// Whether a list is one question: a single item, or the same in several tongues.
fn is_plain(list: &List) -> bool {
    let plain = |item: &Item| item.blocks.len() == 1 && item.text().is_some();
    let tongues = list.items.iter().filter_map(Item::text);
    let tongues = tongues.filter(|text| label::tongue(&text.joined()).is_some());
    list.items.len() <= MEANT
        && list.items.iter().all(plain)
        && (list.items.len() == 1 || tongues.count() == list.items.len())
}

/// Puts the words of some items behind a label.
fn take_items(text: &mut Text, list: &List) {
    for item in &list.items {
        text.lines
            .extend(item.text().into_iter().flat_map(|t| t.lines.clone()));
    }
    over_first(text);
}

/// Puts the label of the first line in front of the second.
fn over_first(text: &mut Text) {
    if text.lines.len() < 2 {
        return;
    }
    let head = text.lines.remove(0);
    if let Some(line) = text.lines.first_mut() {
        let own = label::tongue(&line.shown).map_or(line.shown.clone(), |(_, own)| own.to_owned());
        line.shown = format!("{} {own}", head.shown.trim());
        line.lead = head.shown.len().min(line.shown.len());
        line.all += head.all;
        line.bold += head.bold;
    }
}

//! Lists whose items have a sign that people type and Markdown does not know.

use super::{item_of, part_block};
use crate::content::import::asking::asks;
use crate::content::import::label::unlabelled;
use crate::content::import::tree::{Block, Item, Line, List, Text, What};

/// The signs. Behind some of them an empty place is needed, since they mean other things as well.
const TYPED: &[char] = &['•', '☐'];
const TYPED_APART: &[char] = &['●', '○', '◦', '‣', '▪', '▫', '■', '□', '☑', '►', '➢', '⁃'];

/// A paragraph of which lines begin with the sign of an item, as what stands before them and a list.
pub fn parted(block: Block) -> Vec<Block> {
    let What::Para(text) = &block.what else {
        return vec![block];
    };
    let Some(from) = text.lines.iter().position(|line| sign(line).is_some()) else {
        return vec![block];
    };
    let items = text.lines.get(from..).unwrap_or_default();
    let items = items.chunk_by(|_, next| sign(next).is_none());
    let items: Vec<Item> = items.map(item).collect();
    // Signs among the words of an answer are read where that is.
    let mut texts = items.iter().filter_map(Item::text);
    if !texts.any(|text| asks(unlabelled(&text.joined())).surely()) {
        return vec![block];
    }
    let mut out = Vec::new();
    if from > 0 {
        out.push(part_block(None, text.part(0..from)));
    }
    out.push(Block {
        first: items.first().map_or(block.first, |item| item.first),
        last: block.last,
        what: What::List(List { start: None, items }),
    });
    out
}

/// The item that some lines are, of which the first has its sign.
fn item(lines: &[Line]) -> Item {
    let mut text = Text {
        lines: lines.to_vec(),
    };
    let mut boxed = false;
    if let Some(line) = text.lines.first_mut()
        && let Some(found) = sign(line)
    {
        boxed = matches!(found, '☐' | '□');
        *line = line
            .split_at(line.shown.find(found).unwrap_or(0) + found.len_utf8())
            .1;
    }
    text.trim();
    Item {
        ticked: boxed.then_some(false),
        ..item_of(text)
    }
}

/// The sign of an item that a line begins with, and words behind it.
fn sign(line: &Line) -> Option<char> {
    let mut chars = line.shown.trim_start().chars();
    let first = chars.next()?;
    let next = chars.next()?;
    let typed = TYPED.contains(&first) || TYPED_APART.contains(&first) && next.is_whitespace();
    typed.then_some(first)
}

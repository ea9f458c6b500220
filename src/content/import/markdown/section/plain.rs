//! Headings in plain text, which nothing but their place and their few words show.

use crate::content::guess;
use crate::content::import::asking::{Asks, asks};
use crate::content::import::furniture;
use crate::content::import::label::{is_asked, label, unlabelled};
use crate::content::import::markdown::lists::Count;
use crate::content::import::markdown::{body, tables};
use crate::content::import::tree::{Block, Item, Text, What};

/// Longest line that is a heading although nothing shows it, in words.
const PLAIN: usize = 5;

/// Whether a line by itself names the questions right below it: a few words that ask nothing, as people write headings
/// in plain text. What is numbered below it or ends with question marks leaves no doubt.
pub fn names(text: &Text, own: &str, next: Option<&Block>) -> bool {
    let short = own.split_whitespace().count() <= PLAIN || guess::is_asked_back(own);
    let ended = own.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ':' | '：' | ')'));
    let apart = furniture::is_answer(own)
        || furniture::is_remark(own)
        || furniture::is_of_story(own)
        || furniture::is_given(own)
        || furniture::is_apart(own)
        || body::is_over_probes(text)
        || label(own).is_some();
    text.lines.len() == 1
        && short
        && ended
        && own.starts_with(|c: char| c.is_uppercase())
        && asks(own) == Asks::No
        && !apart
        && next.is_some_and(is_asked_below)
}

/// Whether a block asks, behind a number or with question marks.
fn is_asked_below(block: &Block) -> bool {
    match &block.what {
        What::List(list) => {
            let first = list.items.first().and_then(Item::text);
            let count = Count::of(list, false);
            count.all > 0 && count.marks * 10 >= count.all * 8
                || list.start.is_some() && first.is_some_and(body::surely)
        }
        What::Para(text) => text
            .lines
            .first()
            .is_some_and(|line| is_asked(&line.shown) && asks(unlabelled(&line.shown)).surely()),
        What::Table(_) => tables::is_named(block),
        _ => false,
    }
}

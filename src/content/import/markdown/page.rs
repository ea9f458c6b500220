//! What a page says of itself as a whole, before a question of it is looked for.

use std::collections::{HashMap, HashSet};

use super::{Page, body, lists, marks};
use crate::content::import::asking;
use crate::content::import::furniture;
use crate::content::import::label::{Label, label, unlabelled};
use crate::content::import::tree::{Block, What};

pub fn front(blocks: &[Block], page: &mut Page) {
    let Some(Block {
        what: What::Front(front),
        ..
    }) = blocks.first()
    else {
        return;
    };
    for line in front.lines() {
        let Some((key, value)) = line.split_once([':', '=']) else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']);
        match key.trim() {
            "title" => value.clone_into(&mut page.title),
            "lang" | "language" => value.clone_into(&mut page.language),
            _ => {}
        }
    }
}

pub fn first_heading(blocks: &[Block]) -> String {
    let heading = blocks.iter().find_map(|b| match &b.what {
        What::Heading(_, text) => Some(text.joined()),
        _ => None,
    });
    heading.unwrap_or_default()
}

/// The first heading above a line; what names a part further down is no title of the whole.
pub fn heading_above(blocks: &[Block], line: u32) -> String {
    let above = blocks.iter().take_while(|block| block.first < line);
    let mut headings = above.filter_map(|block| match &block.what {
        What::Heading(_, text) => Some(text.joined()),
        _ => None,
    });
    headings.next().unwrap_or_default()
}

/// The letters of a text, by which two wordings of the same heading are known.
pub fn key(text: &str) -> String {
    let letters = unlabelled(text).chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

pub fn headings(blocks: &[Block]) -> HashSet<String> {
    let mut out = HashSet::new();
    for block in blocks {
        match &block.what {
            What::Heading(_, text) => {
                out.insert(key(&text.joined()));
            }
            What::Fold(_, inner) | What::Quote(inner) => out.extend(headings(inner)),
            _ => {}
        }
    }
    out
}

/// Whether questions with labels stand on the page.
pub fn has_marks(blocks: &[Block]) -> bool {
    blocks.iter().any(|b| match &b.what {
        What::Para(text) => marks::is_marked(text),
        What::Fold(_, inner) | What::Quote(inner) => has_marks(inner),
        What::List(list) => list.items.iter().any(|i| has_marks(&i.blocks)),
        _ => false,
    })
}

/// How many questions have a label, in headings and at the beginning of lines.
pub fn labels(blocks: &[Block]) -> usize {
    let is_asked = |text: &str| label(text).is_some_and(|(label, _)| label == Label::Question);
    let in_block = |block: &Block| match &block.what {
        What::Heading(_, text) => usize::from(is_asked(&text.joined())),
        What::Para(text) => text.lines.iter().filter(|l| is_asked(&l.shown)).count(),
        What::Fold(name, inner) => usize::from(is_asked(&name.joined())) + labels(inner),
        What::Quote(inner) => labels(inner),
        What::List(list) => list.items.iter().map(|item| labels(&item.blocks)).sum(),
        _ => 0,
    };
    blocks.iter().map(in_block).sum()
}

/// Whether lists make up a page and most of what stands in them asks, so that the rest of the lists may, too.
pub fn asks_in_lists(blocks: &[Block]) -> bool {
    let mut count = lists::Count::default();
    blocks
        .iter()
        .filter_map(lists::of)
        .for_each(|list| count.add(list, false));
    count.all >= 8 && count.mostly_asks()
}

/// Whether several things are folded away on the page and most of them under a question.
pub fn asks_in_folds(blocks: &[Block]) -> bool {
    fn count(blocks: &[Block], all: &mut usize, asking: &mut usize) {
        for block in blocks {
            match &block.what {
                What::Fold(name, inner) => {
                    *all += usize::from(!name.is_empty());
                    *asking += usize::from(body::surely(name));
                    count(inner, all, asking);
                }
                What::Quote(inner) => count(inner, all, asking),
                _ => {}
            }
        }
    }
    let (mut all, mut asking) = (0, 0);
    count(blocks, &mut all, &mut asking);
    asking >= 5 && asking * 10 >= all * 6
}

/// Fewest lists of questions under the same name that make the names of the other lists those of a form.
const FORM: usize = 2;

/// Names that stand over several lists of a page beside lists that are called questions: `Measure:` in a guide in
/// which each part has a list of that name and one called `Questions:`.
pub fn fields(blocks: &[Block]) -> HashSet<String> {
    let mut count: HashMap<String, usize> = HashMap::new();
    let mut questions = 0;
    for pair in blocks.windows(2) {
        let [name, list] = pair else { continue };
        let (What::Para(text) | What::Heading(_, text), Some(_)) = (&name.what, lists::of(list))
        else {
            continue;
        };
        let joined = text.joined();
        let named = matches!(name.what, What::Heading(..))
            || text.is_bold()
            || joined.ends_with([':', '：']);
        if named && furniture::is_asked(&joined) {
            questions += 1;
        } else if named && !furniture::names_questions(&joined) && !asking::ends_asking(&joined) {
            *count.entry(key(&joined)).or_default() += 1;
        }
    }
    let again = count.into_iter().filter(|(_, count)| *count >= FORM);
    let names = again.map(|(name, _)| name).filter(|name| !name.is_empty());
    if questions >= FORM {
        names.collect()
    } else {
        HashSet::new()
    }
}

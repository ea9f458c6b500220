//! What stands below a heading: questions of its own, lists of them, or the question that the heading only names.

use crate::content::import::asking::{Asks, asks};
use crate::content::import::label::{Label, is_asked, label, unlabelled};
use crate::content::import::markdown::{body, lists};
use crate::content::import::tree::{Block, Item, List, Text, What};

/// Whether a block below a heading is a question of its own.
pub fn is_own(block: &Block) -> bool {
    match &block.what {
        What::Para(text) => {
            text.is_bold() && body::surely(text)
                || text.bold_lead().is_some_and(is_asked)
                || label(&text.joined()).is_some_and(|(l, _)| l == Label::Question)
        }
        What::Fold(name, _) => body::surely(name),
        _ => false,
    }
}

/// Whether a block is a list of which an item has a label for questions.
pub fn is_labelled_list(block: &Block) -> bool {
    let asked = |item: &Item| {
        let text = item.text().map(Text::joined).unwrap_or_default();
        label(&text).is_some_and(|(l, _)| l == Label::Question)
    };
    lists::of(block).is_some_and(|list| list.items.iter().any(asked))
}

/// Whether several paragraphs ask and something else stands between them: they are questions of their own.
fn asks_by_turns(body: &[Block]) -> bool {
    let asks = |block: &Block| matches!(&block.what, What::Para(text) if body::surely(text));
    let asking: Vec<bool> = body.iter().map(asks).collect();
    let runs = asking.chunk_by(|one, next| one == next);
    runs.filter(|run| run.first() == Some(&true)).count() > 1
}

/// Whether the first paragraphs ask something or set a task, and are not several questions themselves.
pub fn begins_asking(body: &[Block]) -> bool {
    if body.iter().any(is_own) || asks_by_turns(body) {
        return false;
    }
    let texts = body
        .iter()
        .take_while(|b| !body::begins_answer(b))
        .filter_map(|b| match &b.what {
            What::Para(text) if !text.is_link() => Some(text.joined()),
            _ => None,
        });
    texts.take(3).any(|text| {
        let asking = |sentence: &str| asks(unlabelled(sentence)) != Asks::No;
        asks(&text) != Asks::No || text.split_inclusive(['.', '!', '?']).any(asking)
    })
}

/// Whether there is nothing but lists below a heading, and every item of them asks and leads nowhere.
pub fn only_asked_in_lists(body: &[Block]) -> bool {
    let items: Option<Vec<&Item>> = body
        .iter()
        .filter(|b| !matches!(b.what, What::Rule))
        .map(|b| lists::of(b).map(|list| &list.items))
        .collect::<Option<Vec<_>>>()
        .map(|lists| lists.into_iter().flatten().collect());
    let asks = |item: &&Item| {
        let text = item.text();
        text.is_some_and(|text| body::how(text) == Asks::Mark && !text.is_link())
    };
    items.is_some_and(|items| items.len() > 1 && items.iter().all(asks))
}

/// Whether lists of questions make up most of what stands below a heading; below one with a question mark only what
/// has a mark itself is a question.
pub fn mostly_asked_in_lists(body: &[Block], marked: bool) -> bool {
    let least = if marked { Asks::Mark } else { Asks::Stem };
    if body.iter().any(body::begins_answer) {
        return false;
    }
    let lists: Vec<&List> = body
        .iter()
        .filter_map(|b| match &b.what {
            What::List(list) if !body::is_options(list) => Some(list),
            _ => None,
        })
        .collect();
    let items = lists.iter().flat_map(|l| &l.items).filter_map(|i| i.text());
    let (mut all, mut asking) = (0, 0);
    for text in items {
        all += 1;
        asking += usize::from(body::how(text) >= least);
    }
    asking >= 3 && asking * 10 >= all * 7
}

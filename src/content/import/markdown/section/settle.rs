//! Looks at the blocks of a section once more: what a block is depends on what most of its kind are here.

use super::{NAMED, Part};
use crate::content::import::asking::{self, Asks};
use crate::content::import::furniture;
use crate::content::import::label::unlabelled;
use crate::content::import::ledger::Why;
use crate::content::import::markdown::body;
use crate::content::import::markdown::lists::Holds;
use crate::content::import::tree::{Block, Text, What};

/// Fewest paragraphs that begin with a question and go on with its answer, so that such are the questions of a part.
const LEADS: usize = 3;

/// Fewest paragraphs that ask, among which one that sets a task does too.
const RUN: usize = 5;

/// A fold that does not ask is a question where the others are, here or on the whole page, and it holds something.
pub fn folds(parts: &mut [Part], blocks: &[Block], page: bool) {
    let asking = parts.contains(&Part::Fold);
    for (part, block) in parts.iter_mut().zip(blocks) {
        if let (Part::Left(Why::Prose), What::Fold(name, inner)) = (*part, &block.what)
            && (!inner.is_empty() || page && name.joined().split_whitespace().count() >= NAMED)
            && (asking || page || body::how(name) == Asks::Task)
            && !furniture::is_beside(&name.joined())
            && !furniture::is_about(&name.joined())
        {
            *part = Part::Fold;
        }
    }
}

/// Paragraphs that begin with a question and go on with its answer are questions where most paragraphs do, and a task
/// is one among paragraphs that ask.
pub fn paragraphs(parts: &mut [Part], blocks: &[Block], promised: bool) {
    let is_led = |text: &Text| asking::led_until(unlabelled(&text.joined())).is_some();
    let is_task = |text: &Text| text.lines.len() == 1 && body::how(text) == Asks::Task;
    let each = |is_it: &dyn Fn(&Text) -> bool, also: Part| -> Vec<bool> {
        let sure = |part: &Part| *part == Part::Left(Why::Prose) || *part == also;
        let texts = parts.iter().zip(blocks);
        texts
            .map(|(part, block)| match &block.what {
                What::Para(text) => sure(part) && is_it(text),
                _ => false,
            })
            .collect()
    };
    let leads = each(&is_led, Part::Asking);
    let tasks = each(&is_task, Part::Left(Why::Prose));
    let is_prose = |part: &Part| *part == Part::Left(Why::Prose);
    let (mut asking, mut prose, mut led, mut led_prose) = (0, 0, 0, 0);
    for (part, lead) in parts.iter().zip(&leads) {
        let asks = *part == Part::Asking;
        asking += usize::from(asks);
        prose += usize::from(is_prose(part));
        led += usize::from(*lead && (asks || is_prose(part)));
        led_prose += usize::from(*lead && is_prose(part));
    }
    let all = asking + prose;
    let few = if promised { LEADS } else { LEADS * 2 };
    let by_leads = led >= few && (asking + led_prose) * 10 >= all * 6;
    let by_tasks = asking >= RUN && asking * 10 >= all * 7;
    for (part, (lead, task)) in parts.iter_mut().zip(leads.into_iter().zip(tasks)) {
        if is_prose(part) && (by_leads && lead || by_tasks && task) {
            *part = Part::Asking;
        }
    }
}

/// A bold line is a topic only right before questions, and a bold line that asks is one over a list of them.
pub fn topics(parts: &mut [Part]) {
    for i in 0..parts.len() {
        let next = parts.get(i + 1).copied();
        let before_list = matches!(
            next,
            Some(Part::List(Holds::Questions | Holds::Topics | Holds::Names) | Part::Table)
        );
        if parts[i] == Part::Topic
            && !before_list
            && !matches!(
                next,
                Some(
                    Part::Fold
                        | Part::Bold
                        | Part::Asking
                        | Part::Asked
                        | Part::Lines
                        | Part::Marked
                )
            )
        {
            parts[i] = Part::Left(Why::Prose);
        }
    }
}

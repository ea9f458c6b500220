//! Looks at all that was found on a page once more: what differs from nearly everything else is no question.
//!
//! On a page whose questions ask by themselves, a list of which hardly an item asks is one of traits, tips or steps,
//! whatever stands over it. And a heading may say that the questions below it are asked by the candidate.

use super::Walk;
use crate::content::guess;
use crate::content::import::asking::{Asks, asks};
use crate::content::import::draft::{Draft, Shape};
use crate::content::import::furniture;
use crate::content::import::label::unlabelled;
use crate::content::import::ledger::Why;
use crate::content::import::words::WORDS;

/// Fewest questions by which a page is judged.
const MANY: usize = 8;

/// Part of everything that asks where a list that does not is none of questions, in percent.
const MOST: usize = 70;

/// How some questions ask.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    all: usize,
    sure: usize,
    tasks: usize,
}

impl Count {
    fn add(&mut self, text: &str) {
        let how = asks(text);
        self.all += 1;
        self.sure += usize::from(how.surely());
        self.tasks +=
            usize::from(how == Asks::Task && !WORDS.weak_tasks.begin(&text.to_lowercase()));
    }
}

impl Walk<'_> {
    /// Takes back what the whole page speaks against.
    pub(super) fn judge(&mut self) {
        self.give_back_others();
        self.give_back_lists();
        self.prune();
    }

    /// Questions that the candidate asks, or that a referee is asked, where the page has any other.
    fn give_back_others(&mut self) {
        let why = |draft: &Draft| {
            let said = |is_it: fn(&str) -> bool| draft.tags.iter().any(|tag| is_it(tag));
            if said(guess::is_asked_back) {
                Some(Why::AskedBack)
            } else {
                said(furniture::is_of_referee).then_some(Why::OfReferee)
            }
        };
        if self.drafts.iter().all(|draft| why(draft).is_some()) {
            return;
        }
        for draft in self.drafts.extract_if(.., |draft| why(draft).is_some()) {
            let why = why(&draft).unwrap_or(Why::AskedBack);
            self.ledger.give_back(draft.line, draft.last, why);
        }
    }

    /// Lists of which hardly an item asks, where nearly everything else does.
    fn give_back_lists(&mut self) {
        while let Some(list) = self.stray_list() {
            for draft in self.drafts.extract_if(.., |draft| draft.list == list) {
                self.ledger.give_back(draft.line, draft.last, Why::Stray);
            }
        }
    }

    /// The first list of which hardly an item asks.
    fn stray_list(&self) -> Option<usize> {
        let mut counts = vec![Count::default(); self.lists + 1];
        let mut all = Count::default();
        for draft in &self.drafts {
            let text = unlabelled(&draft.text);
            counts[draft.list].add(text);
            all.add(text);
        }
        let stray = |(list, own): (usize, &Count)| {
            let others = all.all - own.all;
            let sure = all.sure - own.sure;
            let hardly = own.sure * 2 < own.all && (own.sure + own.tasks) * 10 < own.all * 8;
            (list > 0 && hardly && others >= MANY && sure * 100 >= others * MOST).then_some(list)
        };
        counts.iter().enumerate().find_map(stray)
    }

    /// Paragraphs and headings of another shape than nearly all of the page: talk about the list that happens to ask.
    fn prune(&mut self) {
        let all = self.drafts.len();
        for (shape, share) in [(Shape::Para, 3), (Shape::Heading, 10)] {
            let few = self.drafts.iter().filter(|d| d.shape == shape).count();
            let stray = few * share < all || self.said && few * 2 < all;
            if few == 0 || !stray {
                continue;
            }
            for draft in self.drafts.extract_if(.., |d| d.shape == shape) {
                self.ledger.give_back(draft.line, draft.last, Why::Stray);
            }
        }
    }
}

//! Looks at all that was found in plain lines once more, part by part: what stands under one name is one part.
//!
//! Where nearly everything else asks, a part of which hardly a line does is advice, a program of the day or a list of
//! things to bring.

use crate::content::import::asking::{Asks, asks};
use crate::content::import::draft::Draft;
use crate::content::import::label::unlabelled;
use crate::content::import::ledger::{Ledger, Why};

/// Fewest questions of the other parts by which one is judged.
const MANY: usize = 6;

/// Part of the others that ask, in percent.
const MOST: usize = 70;

/// How the questions of a part ask.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    all: usize,
    marks: usize,
    sure: usize,
    tasks: usize,
}

impl Count {
    fn add(&mut self, how: Asks) {
        self.all += 1;
        self.marks += usize::from(how == Asks::Mark);
        self.sure += usize::from(how.surely());
        self.tasks += usize::from(how == Asks::Task);
    }

    /// Whether hardly a line asks.
    const fn is_silent(self) -> bool {
        let hardly = self.sure * 5 <= self.all || self.marks == 0 && self.sure * 2 <= self.all;
        self.all > 1 && hardly && (self.sure + self.tasks) * 2 <= self.all
    }
}

/// Gives back the parts that ask nothing; the number of a part stands in `list`.
pub fn judge(found: &mut Vec<Draft>, ledger: &mut Ledger) {
    let parts = found.iter().map(|draft| draft.list).max().unwrap_or(0) + 1;
    let mut counts = vec![Count::default(); parts];
    for draft in found.iter() {
        counts[draft.list].add(asks(unlabelled(&draft.text)));
    }
    let others = counts.iter().filter(|part| !part.is_silent());
    let (all, sure) = others.fold((0, 0), |(all, sure), part| {
        (all + part.all, sure + part.sure)
    });
    if all < MANY || sure * 100 < all * MOST {
        return;
    }
    for draft in found.extract_if(.., |draft| counts[draft.list].is_silent()) {
        ledger.give_back(draft.line, draft.last, Why::Stray);
    }
}

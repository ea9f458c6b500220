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

/// Gives back the parts that ask nothing; the number of a part stands in `list`.
pub fn judge(found: &mut Vec<Draft>, ledger: &mut Ledger) {
    let parts = found.iter().map(|draft| draft.list).max().unwrap_or(0) + 1;
    let mut counts = vec![(0_usize, 0_usize, 0_usize); parts];
    for draft in found.iter() {
        let how = asks(unlabelled(&draft.text));
        let (all, sure, tasks) = &mut counts[draft.list];
        *all += 1;
        *sure += usize::from(how.surely());
        *tasks += usize::from(how == Asks::Task);
    }
    let sum = |one: fn(&(usize, usize, usize)) -> usize, of: &[(usize, usize, usize)]| {
        of.iter().map(one).sum::<usize>()
    };
    let silent = |(all, sure, tasks): &(usize, usize, usize)| {
        *all > 0 && sure * 5 <= *all && (sure + tasks) * 2 <= *all
    };
    let asking: Vec<_> = counts
        .iter()
        .filter(|part| !silent(part))
        .copied()
        .collect();
    let (all, sure) = (sum(|part| part.0, &asking), sum(|part| part.1, &asking));
    if all < MANY || sure * 100 < all * MOST {
        return;
    }
    for draft in found.extract_if(.., |draft| {
        silent(&counts[draft.list]) && counts[draft.list].0 > 1
    }) {
        ledger.give_back(draft.line, draft.last, Why::Stray);
    }
}

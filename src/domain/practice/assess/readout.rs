//! What can be said of a set without a score: how a judgment lies to the key, and where statements disagree.

use crate::domain::id::ItemId;
use crate::domain::level::Level;
use crate::domain::library::{Facet, Item, ItemOption, ItemTask, Judgment};
use crate::domain::practice::record::{Agreement, Response};

/// How an answer to a judgment question lies to the key of this program. Employers' keys differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// As the key has it.
    Same,
    /// One thing is otherwise.
    Near,
    /// More is otherwise.
    Other,
}

impl Fit {
    /// The words on the screen.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Same => "as we would",
            Self::Near => "nearly as we would",
            Self::Other => "otherwise than we would",
        }
    }
}

/// How an answer lies to the key; `None` where it does not belong to the question.
///
/// In an order, acts of the same level may stand either way; one pair of neighbors in the other order is close.
/// Of rated acts, one that is a step off is close.
pub fn fit(judgment: &Judgment, response: &Response) -> Option<Fit> {
    let options = &judgment.options;
    let option = |place: u8| options.get(usize::from(place).checked_sub(1)?);
    let off = match response {
        Response::BestWorst { .. } => {
            let (best, worst) = ends(judgment, response)?;
            usize::from(!best) + usize::from(!worst)
        }
        Response::Rank(order) => {
            let order: Option<Vec<&ItemOption>> = order.iter().map(|o| option(*o)).collect();
            let order = order.filter(|o| o.len() == options.len())?;
            let pairs = (0..order.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
            pairs
                .filter(|(a, b)| order[*a].level < order[*b].level)
                .count()
        }
        Response::Rate(levels) if levels.len() == options.len() => {
            let steps = levels.iter().zip(options);
            steps
                .map(|(mine, o)| mine.step().abs_diff(o.level.step()))
                .sum()
        }
        Response::Rate(_) | Response::Agree(_) => return None,
    };
    Some(match off {
        0 => Fit::Same,
        1 => Fit::Near,
        _ => Fit::Other,
    })
}

/// Whether the best act, and the worst, is the one that the key has; `None` where an answer names no such two.
pub fn ends(judgment: &Judgment, response: &Response) -> Option<(bool, bool)> {
    let Response::BestWorst { best, worst } = response else {
        return None;
    };
    let level = |place: u8| {
        let option = judgment.options.get(usize::from(place).checked_sub(1)?)?;
        Some(option.level)
    };
    Some((
        level(*best)? == Level::Strong,
        level(*worst)? == Level::NotYet,
    ))
}

/// Two statements that say the opposite, with both answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mirrored {
    /// The first.
    pub one: (String, Agreement),
    /// The one that says the opposite.
    pub other: (String, Agreement),
}

impl Mirrored {
    /// Steps between the first answer and the second one turned around.
    pub const fn distance(&self) -> u8 {
        let turned = 3 - self.other.1.step();
        self.one.1.step().abs_diff(turned)
    }
}

/// What statements say about oneself. There is no right answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreements {
    /// Statements with their answers, by facet.
    pub facets: Vec<(Facet, Vec<(String, Agreement)>)>,
    /// Pairs of which both were answered.
    pub pairs: Vec<Mirrored>,
}

impl Agreements {
    /// Whether the answers disagree: pairs lie more than one step apart on average.
    pub fn disagree(&self) -> bool {
        let steps: usize = self.pairs.iter().map(|p| usize::from(p.distance())).sum();
        steps > self.pairs.len()
    }

    /// Pairs that lie more than one step apart.
    pub fn apart(&self) -> impl Iterator<Item = &Mirrored> {
        self.pairs.iter().filter(|pair| pair.distance() > 1)
    }
}

/// Reads statements and their answers; judgment questions are passed over.
pub fn agreements<'a>(answered: impl IntoIterator<Item = (&'a Item, &'a Response)>) -> Agreements {
    let mut rows: Vec<(&ItemId, &str, Facet, Option<&ItemId>, Agreement)> = Vec::new();
    for (item, response) in answered {
        if let (ItemTask::Statement(s), Response::Agree(agreement)) = (&item.task, response) {
            rows.push((&item.id, &s.text, s.facet, s.mirror.as_ref(), *agreement));
        }
    }
    let mut out = Agreements::default();
    for facet in Facet::ALL {
        let of = rows.iter().filter(|(_, _, f, ..)| f == facet);
        let said: Vec<_> = of
            .map(|(_, text, .., a)| ((*text).to_owned(), *a))
            .collect();
        if !said.is_empty() {
            out.facets.push((*facet, said));
        }
    }
    for (place, (_, text, _, mirror, agreement)) in rows.iter().enumerate() {
        let other = rows
            .iter()
            .skip(place + 1)
            .find(|(id, ..)| Some(*id) == *mirror);
        if let Some((_, other, .., turned)) = other {
            out.pairs.push(Mirrored {
                one: ((*text).to_owned(), *agreement),
                other: ((*other).to_owned(), *turned),
            });
        }
    }
    out
}

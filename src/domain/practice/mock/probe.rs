//! Which follow-up comes next: by what the answer missed where that is known or plain, else by kind, rotating over the
//! kinds that were handled worst.

use crate::domain::dice::Dice;
use crate::domain::library::{Probe, Question, When};

/// What was asked in this mock so far, and what is known of the person.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The words of the follow-ups to this question.
    pub here: &'a [&'a str],
    /// The points (from 1) for which what was typed plainly has nothing.
    pub gaps: &'a [u8],
    /// The points (from 1) that what was typed plainly makes.
    pub met: &'a [u8],
    /// What the follow-ups of the whole mock tested, by id.
    pub tested: &'a [&'a str],
    /// What was handled worst before, the worst first, by id.
    pub weak: &'a [String],
    /// What this interviewer asks about more often, by id.
    pub bias: &'a [String],
}

/// The follow-up to a question whose answer is not rated yet; `None` when none is left to ask.
///
/// What was plainly said is not asked for again. What asks for a gap that is plain comes first, then what was tested least
/// often in this mock; of those what fits any answer, since nobody knows yet which other point it missed; then what was
/// handled worst before, then what the interviewer likes to ask about. A follow-up for strong answers comes last, since
/// nobody knows that it was one.
pub fn follow_up<'q>(
    question: &'q Question,
    asked: &Asked<'_>,
    dice: &mut Dice,
) -> Option<&'q Probe> {
    let order = dice.order(question.probes.len());
    let rank = |(n, probe): &(usize, &Probe)| {
        let tests = probe.tests.as_str();
        (
            probe.when == When::Strong,
            !matches!(probe.when, When::Missing(n) if asked.gaps.contains(&n)),
            asked.tested.iter().filter(|t| **t == tests).count(),
            probe.when != When::Always,
            place(asked.weak, tests),
            place(asked.bias, tests),
            order.get(*n).copied(),
        )
    };
    let open = |(_, probe): &(usize, &Probe)| {
        let met = matches!(probe.when, When::Missing(n) if asked.met.contains(&n));
        !met && !asked.here.contains(&probe.text.as_str())
    };
    (question.probes.iter().enumerate())
        .filter(open)
        .min_by_key(rank)
        .map(|(_, probe)| probe)
}

/// The place of an id in a list; what is not in it comes after.
fn place(list: &[String], id: &str) -> usize {
    list.iter().position(|one| one == id).unwrap_or(list.len())
}

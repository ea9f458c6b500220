//! What people name when they say what matters in a job, and what to ask an employer who has not said it.

use crate::domain::journey::offer::is_same;

/// More than so many weigh alike.
pub const MOST: usize = 8;

/// Fewer than so many do not tell two offers apart.
pub const LEAST: usize = 3;

/// What people name, each with the question that finds it out.
pub const KNOWN: [(&str, &str); 15] = [
    ("Pay", "What is the pay, and what comes on top of it?"),
    (
        "Hours and shifts",
        "Which hours and shifts would be mine, and who lays them out?",
    ),
    (
        "Place and travel",
        "Where would I work, and on how many days elsewhere or from home?",
    ),
    ("The work itself", "What would fill my first three months?"),
    (
        "The people there",
        "May I meet the people I would work with before I answer?",
    ),
    (
        "Who leads",
        "Who would I report to, and how often do you sit down together?",
    ),
    (
        "Enough hands",
        "How many are we on a usual day, and who comes when somebody is missing?",
    ),
    (
        "Learning",
        "What would I learn in the first year, and who pays for courses?",
    ),
    ("A way up", "Where are people now who had this job before?"),
    (
        "Security",
        "Is the post permanent, and how long is the probation?",
    ),
    (
        "Leave",
        "How many days of leave are there, and when can they be taken?",
    ),
    (
        "Pension and benefits",
        "What do you pay into a pension, and what else belongs to the package?",
    ),
    (
        "Targets and bonus",
        "What is the target, and how many reached it last year?",
    ),
    (
        "Room for life outside",
        "What happens on a day when somebody is needed at home?",
    ),
    (
        "Start date",
        "Which first day do you have in mind, and can it move?",
    ),
];

/// The question that finds out something that matters; of words of one's own one that asks for just that.
pub fn question(about: &str) -> String {
    let known = KNOWN.iter().find(|(name, _)| is_same(name, about));
    known.map_or_else(
        || format!("Can you tell me more about this: {about}?"),
        |(_, question)| (*question).to_owned(),
    )
}

/// Puts something among what matters, as the last of it, or takes it out.
pub fn turn(matters: &mut Vec<String>, about: &str) {
    let there = matters.iter().position(|one| is_same(one, about));
    match there {
        Some(at) => drop(matters.remove(at)),
        None => matters.push(about.trim().to_owned()),
    }
}

/// What can be chosen: what matters, in its order, then what else people name.
pub fn to_choose(matters: &[String]) -> Vec<String> {
    let known = KNOWN.iter().map(|(name, _)| (*name).to_owned());
    let rest = known.filter(|name| matters.iter().all(|one| !is_same(one, name)));
    matters.iter().cloned().chain(rest).collect()
}

/// Moves one of them up or down a place; where it goes to.
pub fn shift(matters: &mut [String], at: usize, up: bool) -> usize {
    let to = if up { at.checked_sub(1) } else { Some(at + 1) };
    match to.filter(|to| *to < matters.len() && at < matters.len()) {
        Some(to) => {
            matters.swap(at, to);
            to
        }
        None => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_go_in_at_the_end_move_and_go_out() {
        let mut matters = Vec::new();
        turn(&mut matters, "Pay");
        turn(&mut matters, "A dog at work");
        assert_eq!(shift(&mut matters, 1, true), 0);
        assert_eq!(shift(&mut matters, 0, true), 0, "the first stays the first");
        assert_eq!(matters, ["A dog at work", "Pay"]);
        let all = to_choose(&matters);
        assert_eq!(all.len(), KNOWN.len() + 1, "each stands there once");
        turn(&mut matters, "pay");
        assert_eq!(matters, ["A dog at work"]);
    }

    #[test]
    fn every_one_of_them_has_a_question_also_words_of_ones_own() {
        assert!(question("leave").contains("days of leave"));
        assert!(question("A dog at work").contains("A dog at work"));
        for (name, _) in KNOWN {
            assert!(name.chars().count() <= 22, "{name} has room in a column");
        }
    }
}

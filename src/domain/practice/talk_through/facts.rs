//! Which fact somebody asks for.

use crate::domain::search::fold;

/// Letters of a word that count; `spend` and `spending` then meet.
const STEM: usize = 5;

/// A word in the name of a fact weighs more than one in the fact itself.
const NAMED: usize = 3;

/// Fewest points for which a fact is told: one word of its name, or two of what it says.
const ENOUGH: usize = 2;

/// Words of a request that say nothing about what is wanted.
const EMPTY: &[&str] = &[
    "about", "and", "any", "are", "can", "could", "did", "does", "for", "from", "get", "give",
    "have", "how", "long", "other", "know", "many", "may", "more", "much", "need", "now", "our",
    "please", "some", "tell", "that", "the", "their", "there", "they", "this", "was", "were",
    "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
];

/// The place of the fact that a request is for; `None` when nobody could say.
///
/// `facts` are names and replies, as a question has them. A request that fits two alike gets the first.
pub fn asked_for(facts: &[(String, String)], request: &str) -> Option<usize> {
    let wanted = stems(request);
    let mut best: Option<(usize, usize)> = None;
    for (place, (name, reply)) in facts.iter().enumerate() {
        let points = NAMED * shared(&wanted, &stems(name)) + shared(&wanted, &stems(reply));
        if points >= ENOUGH && best.is_none_or(|(_, most)| points > most) {
            best = Some((place, points));
        }
    }
    best.map(|(place, _)| place)
}

/// The name of a fact as it is shown: the first of the words by which it may be asked for.
pub fn shown(name: &str) -> &str {
    name.split(" or ").next().unwrap_or(name)
}

fn shared(wanted: &[String], said: &[String]) -> usize {
    let meet = |a: &str, b: &str| a == b || (b.len() >= 4 && a.starts_with(b));
    let is_said = |stem: &&String| said.iter().any(|s| meet(stem, s) || meet(s, stem));
    wanted.iter().filter(is_said).count()
}

/// The beginnings of the words that mean something, each once.
fn stems(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in fold(text).split(|c: char| !c.is_alphanumeric()) {
        let one = word.strip_suffix('s').filter(|one| !one.ends_with('s'));
        let one = one.unwrap_or(word);
        let stem: String = one.chars().take(STEM).collect();
        let means = stem.chars().count() >= 3 && !EMPTY.contains(&word);
        if means && !out.contains(&stem) {
            out.push(stem);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coffee() -> Vec<(String, String)> {
        let fact = |name: &str, reply: &str| (name.to_owned(), reply.to_owned());
        vec![
            fact(
                "people who pass",
                "6,000 in the morning. Half of them before nine.",
            ),
            fact("share who buy", "One in twenty-five would buy a cup."),
            fact("spending", "4 a cup, with a pastry now and then included."),
            fact("costs", "Rent 600, wages 1,800, ingredients 1.50 a cup."),
            fact("how long it lasts", "Three years."),
        ]
    }

    #[test]
    fn a_fact_is_told_to_who_asks_for_it_in_any_words() {
        for (request, fact) in [
            ("How many people pass by?", Some(0)),
            ("passers in the morning", Some(0)),
            ("What share of them buys?", Some(1)),
            ("what do they spend?", Some(2)),
            ("COST", Some(3)),
            ("What are rent and wages?", Some(3)),
            ("how long does one last", Some(4)),
        ] {
            assert_eq!(asked_for(&coffee(), request), fact, "{request}");
        }
    }

    #[test]
    fn what_nobody_knows_is_not_told() {
        for request in [
            "",
            "weather?",
            "and what about it",
            "tell me more",
            "the the",
        ] {
            assert_eq!(asked_for(&coffee(), request), None, "{request}");
        }
        assert_eq!(asked_for(&[], "price"), None);
    }
}

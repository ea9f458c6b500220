//! L21 talks in which every way leads to an end, L22 replies that do not give themselves away.

use std::collections::{HashMap, HashSet};

use super::book::{Book, each};
use super::out::Out;
use crate::content::found::At;
use crate::content::lower::MAX_LIST;
use crate::content::raw::{Choice, Node, Scenario};
use crate::domain::level::Level;
use crate::domain::order::InOrder;

/// Most replies on the way to an end.
const STEPS: usize = 10;

/// Share of moments, in percent, in which the best reply may stand at one place or be the longest.
const LEAKS: usize = 50;

/// What a briefing for a negotiation says, and words that say it.
const BRIEFED: [(&str, &[&str]); 3] = [
    ("target", &["target"]),
    (
        "walk-away",
        &[
            "walk",
            "still say yes",
            "lower",
            "lowest",
            "at least",
            "limit",
            "below",
            "under ",
            "without",
        ],
    ),
    (
        "alternative",
        &[
            "alternative",
            "another",
            "other ",
            "second ",
            "current",
            "elsewhere",
            "where you are",
            "old job",
        ],
    ),
];

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.scenarios, out, |scenario, at, out| {
        if scenario.node.len() > MAX_LIST {
            return;
        }
        let graph = Graph::of(scenario);
        graph.choices(at, out);
        graph.reached(at, out);
        graph.ends(at, out);
        briefing(scenario, at, out);
        graph.leaks(at, out);
    });
}

/// The moments of a scenario by name. A name that leads nowhere has been told by lowering.
struct Graph<'s> {
    scenario: &'s Scenario,
    nodes: HashMap<&'s str, &'s Node>,
}

impl<'s> Graph<'s> {
    fn of(scenario: &'s Scenario) -> Self {
        let nodes = scenario.node.iter();
        let nodes = nodes.map(|node| (node.id.as_str(), node)).collect();
        Self { scenario, nodes }
    }

    fn next<'g>(&'g self, node: &'s Node) -> impl Iterator<Item = &'s Node> + use<'g, 's> {
        let choices = node.choices.iter();
        choices.filter_map(|choice| self.nodes.get(choice.to.as_str()).copied())
    }

    fn choices(&self, at: &At<'_>, out: &mut Out<'_>) {
        let mut names = HashSet::new();
        for (i, node) in self.scenario.node.iter().enumerate() {
            let nodes = at.key("node");
            let at = nodes.item(i);
            let count = node.choices.len();
            if node.end.is_none() && count > 0 && !(2..=4).contains(&count) {
                let at = at.key("choices");
                let what = format_args!("`{at}` has {count} replies.");
                out.error("L21", &at, what, "Write 2 to 4.");
            }
            if !names.insert(node.id.as_str()) {
                let what = format_args!("Two moments are called `{}`.", node.id);
                out.error("L21", &at.key("id"), what, "Give one another name.");
            }
        }
    }

    /// Every moment can come, and none comes after too many replies.
    fn reached(&self, at: &At<'_>, out: &mut Out<'_>) {
        let mut now: HashSet<&str> = HashSet::from([self.scenario.start.as_str()]);
        let mut seen: HashSet<&str> = HashSet::new();
        for _ in 0..=STEPS {
            seen.extend(&now);
            let nodes = now.iter().filter_map(|name| self.nodes.get(name));
            now = nodes
                .flat_map(|node| self.next(node))
                .map(|node| node.id.as_str())
                .collect();
        }
        if let Some(late) = now.iter().min() {
            let what = format_args!("After {STEPS} replies the talk can still go on, at `{late}`.");
            let hint =
                "Let every way end within ten replies; a way back to an earlier moment never ends.";
            out.error("L21", &at.key("node"), what, hint);
        }
        for (i, node) in self.scenario.node.iter().enumerate() {
            if !seen.contains(node.id.as_str()) && !now.contains(node.id.as_str()) {
                let what = format_args!("No reply leads to `{}`.", node.id);
                out.error(
                    "L21",
                    &at.key("node").item(i),
                    what,
                    "Lead a reply there, or take it out.",
                );
            }
        }
    }

    fn ends(&self, at: &At<'_>, out: &mut Out<'_>) {
        let ends = self.scenario.node.iter().filter_map(|n| n.end.as_ref());
        let levels: HashSet<&str> = ends.map(|end| end.level.as_str()).collect();
        for (wanted, says) in [
            (["strong", "solid"], "well"),
            (["partly", "partly"], "half well"),
            (["not-yet", "not-yet"], "badly"),
        ] {
            if !wanted.iter().any(|level| levels.contains(level)) {
                let what = format_args!("It cannot end {says}.");
                let hint = format!("Write an end with `level = \"{}\"`.", wanted[0]);
                out.error("L21", &at.key("node"), what, hint);
            }
        }
    }

    /// L22: whoever always takes the second reply, or the longest, must not win.
    fn leaks(&self, at: &At<'_>, out: &mut Out<'_>) {
        let ends = self.best_ends();
        let best = self.scenario.node.iter();
        let best: Vec<(usize, bool)> = best.filter_map(|node| best_reply(node, &ends)).collect();
        let too_many = |count: usize| best.len() > 1 && count * 100 > best.len() * LEAKS;
        let at = at.key("node");
        for place in 0..4 {
            let count = best.iter().filter(|(best, _)| *best == place).count();
            if too_many(count) {
                let what = format_args!(
                    "The best reply is number {} in {count} of {} moments.",
                    place + 1,
                    best.len()
                );
                out.warn("L22", &at, what, "Let it stand at different places.");
            }
        }
        let count = best.iter().filter(|(_, longest)| *longest).count();
        if too_many(count) {
            let what = format_args!(
                "The best reply is the longest in {count} of {} moments.",
                best.len()
            );
            out.warn(
                "L22",
                &at,
                what,
                "Let a weak reply be the longest now and then.",
            );
        }
    }

    /// The best end that can come from each moment, worked out backward from the ends.
    fn best_ends(&self) -> HashMap<&'s str, Level> {
        let mut best = HashMap::new();
        for _ in 0..=STEPS {
            for (name, node) in &self.nodes {
                let end = node.end.as_ref().and_then(|e| Level::from_id(&e.level));
                let after = node.choices.iter();
                let after = after.filter_map(|choice| best.get(choice.to.as_str()).copied());
                if let Some(level) = end.or(after.max()) {
                    best.insert(*name, level);
                }
            }
        }
        best
    }
}

/// The place of the best reply, and whether it is the longest; `None` when two are as good.
fn best_reply(node: &Node, ends: &HashMap<&str, Level>) -> Option<(usize, bool)> {
    let worth = |choice: &Choice| {
        let gain: i32 = choice.effects.values().map(|e| i32::from(*e)).sum();
        (ends.get(choice.to.as_str()).copied(), gain)
    };
    let mut ranked: Vec<(usize, &Choice)> = node.choices.iter().enumerate().collect();
    ranked.order_by_key(|(_, choice)| std::cmp::Reverse(worth(choice)));
    let [(place, best), (_, second), ..] = ranked.as_slice() else {
        return None;
    };
    let length = |choice: &Choice| choice.say.chars().count();
    let longest = node.choices.iter().all(|c| length(c) <= length(best));
    (worth(best) > worth(second)).then_some((*place, longest))
}

fn briefing(scenario: &Scenario, at: &At<'_>, out: &mut Out<'_>) {
    if scenario.group != "negotiation" || !out.scope.is_english() {
        return;
    }
    let text = scenario.briefing.to_lowercase();
    for (what, words) in BRIEFED {
        if !words.iter().any(|word| text.contains(word)) {
            out.error(
                "L21",
                &at.key("briefing"),
                format_args!("`briefing` does not say the {what}."),
                "A negotiation begins with three things known: target, walk-away and alternative.",
            );
        }
    }
}

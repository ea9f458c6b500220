//! Both ratings of a sample answer side by side, for the screen and for lines.

use crate::domain::level::Level;
use crate::domain::library::Library;
use crate::domain::practice::hearing::{Both, Hearing, Pair, Sampled, habit};
use crate::look::Role;
use crate::panes::bench::page::sign;
use crate::widgets::stops::Stops;

/// What no rating may follow from.
const MUST_NOT_COUNT: &str =
    "What must not count: length, accent, the name of an employer, the size of the numbers.";

/// Both ratings, and why the shipped one is as it is.
pub fn beside(hearing: &Hearing, library: &Library, rated: &[Sampled], page: &mut Stops) {
    let both = hearing.both(library);
    page.stop(|page| {
        let (mine, theirs) = (both.level.mine.word(), both.level.theirs.word());
        let line = if mine == theirs {
            format!("{theirs}, as in our rating.")
        } else {
            format!("You: {mine}. Our rating: {theirs}. {}", steps(&both.level))
        };
        page.say(&line, Role::Strong);
        page.say(&both.level.why, Role::Ink);
    });
    page.gap();
    page.stop(|page| heard(&both, page));
    for pair in &both.words {
        page.gap();
        page.stop(|page| dimension(pair, page));
    }
    page.gap();
    page.stop(|page| {
        if let Some(next) = &both.next {
            page.say("What it would need to stand higher", Role::Strong);
            page.say(next, Role::Ink);
            page.gap();
        }
        page.say(MUST_NOT_COUNT, Role::Dim);
        if let Some(habit) = habit(rated, library) {
            page.gap();
            page.say(&habit, Role::Strong);
        }
    });
}

/// The points and flags that were heard otherwise, those together that were so in the same way.
fn heard(both: &Both, page: &mut Stops) {
    let points = both.points.iter().filter(|p| p.mine != p.theirs);
    let flags = both.flags.iter().filter(|p| p.mine != p.theirs);
    let seen = |seen: bool| {
        if seen {
            "it happened"
        } else {
            "it did not happen"
        }
    };
    let otherwise = points
        .map(|p| (sign(p.mine).1, sign(p.theirs).1, &p.what))
        .chain(flags.map(|p| (seen(p.mine), seen(p.theirs), &p.what)));
    let mut ways: Vec<((&str, &str), Vec<&String>)> = Vec::new();
    for (mine, theirs, what) in otherwise {
        match ways.iter_mut().find(|(way, _)| *way == (mine, theirs)) {
            Some((_, all)) => all.push(what),
            None => ways.push(((mine, theirs), vec![what])),
        }
    }
    if ways.is_empty() {
        page.say("You heard every point as we did.", Role::Strong);
    }
    for ((mine, theirs), all) in ways {
        page.say(&format!("You: {mine}. Our rating: {theirs}."), Role::Strong);
        for what in all {
            page.hang("- ", what, Role::Ink);
        }
    }
}

/// One dimension with both words, and why it is so.
fn dimension(pair: &Pair<Level>, page: &mut Stops) {
    let (mine, theirs) = (pair.mine.word(), pair.theirs.word());
    let words = if mine == theirs {
        format!("{theirs}, as in our rating")
    } else {
        format!("you {mine}, our rating {theirs}")
    };
    page.say(&format!("{}: {words}.", pair.what), Role::Ink);
    page.hang("  ", &pair.why, Role::Dim);
}

/// `You are one word higher.`
fn steps(pair: &Pair<Level>) -> String {
    let by = match pair.mine.step().abs_diff(pair.theirs.step()) {
        1 => "one word",
        2 => "two words",
        _ => "three words",
    };
    let side = if pair.mine > pair.theirs {
        "higher"
    } else {
        "lower"
    };
    format!("You are {by} {side}.")
}

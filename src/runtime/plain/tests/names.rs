//! Names hidden: no line tells an employer, a person or how to reach one, wherever one goes.

use super::*;
use crate::runtime::{load, sample as world};

/// Words that stand for an employer or a person alone.
fn names(home: &Home) -> Vec<String> {
    let all = load::everything(home);
    let employers = all.applications.iter().map(|a| a.employer.as_str());
    let employers = employers.filter_map(|name| name.split(' ').next());
    let rounds = all.applications.iter().flat_map(|a| &a.rounds);
    let debriefs = all.entries.iter().filter_map(|e| e.debrief.as_deref());
    let people = rounds.flat_map(|r| &r.people);
    let people = people.chain(debriefs.flat_map(|d| &d.people));
    let people = people.flat_map(|p| p.name.split(' ').chain(p.contact.split(' ')));
    let telling =
        |word: &&str| word.len() > 3 && word.starts_with(char::is_uppercase) || word.contains('@');
    let mut names: Vec<String> = (employers.chain(people).filter(telling))
        .map(str::to_owned)
        .collect();
    names.push("r.castellano".to_owned());
    names.sort();
    names.dedup();
    names
}

/// Whether a word stands in a text as one of its own, however it is written.
fn has(text: &str, name: &str) -> bool {
    let (text, name) = (text.to_lowercase(), name.to_lowercase());
    let pieces: Vec<&str> = text.split(&name).collect();
    let letter = |c: char| c.is_alphanumeric();
    pieces
        .windows(2)
        .any(|p| !p[0].ends_with(letter) && !p[1].starts_with(letter))
}

#[test]
fn wherever_one_goes_in_the_sample_world_no_line_tells_a_name() {
    const SAID: [&str; 16] = [
        "", "", "1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "b", "b", "?", "y",
    ];
    const WAYS: [&str; 14] = [
        "0",
        "today",
        "journal",
        "jobs",
        "stages",
        "handbook",
        "sittings",
        "progress",
        "find Castellano",
        "find office",
        "debrief",
        "elsewhere",
        "questions",
        "u",
    ];
    let mut leaks = Vec::new();
    for seed in 0..8_u32 {
        let home = world::home(sample::at(0.0)).expect("a world in memory");
        let names = names(&home);
        assert!(names.len() > 6, "{names:?}");
        let trial = Trial {
            hide_names: true,
            world: Some(Arc::new(home)),
            ..Trial::default()
        };
        let mut chance = seed.wrapping_mul(2_654_435_761).wrapping_add(17);
        let (mut said, mut before) = (0, String::new());
        let (told, _) = trial.held(|new| {
            // What is typed is shown as it was typed.
            let typed = format!("{before}\n");
            let shown = new.strip_prefix(&typed).unwrap_or(new);
            for name in names.iter().filter(|name| has(shown, name)) {
                leaks.push(format!("{name} after {before:?}: {new}"));
            }
            said += 1;
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let n = (chance >> 8) as usize;
            let last = new.rsplit('\n').next().unwrap_or_default();
            let line = if new.ends_with("What now? ") {
                WAYS[n % WAYS.len()]
            } else if last.is_empty() || last.starts_with("  (") {
                "."
            } else {
                SAID[n % SAID.len()]
            };
            line.clone_into(&mut before);
            (said < 180).then(|| line.to_owned())
        });
        assert!(told.len() > 2_000, "{told}");
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n----\n"));
}

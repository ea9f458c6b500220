//! The rules of the house, kept by a test: layers, clocks, files, sizes, words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, in the order in which they may know each other.
const ROOMS: [&str; 13] = [
    "problem", "domain", "content", "store", "keys", "look", "widgets", "desk", "panes", "app",
    "runtime", "cli", "main",
];

/// Longest file without its tests, in lines.
const LONGEST_FILE: usize = 400;

/// Longest function, in lines.
const LONGEST_FUNCTION: usize = 60;

struct Source {
    path: PathBuf,
    name: String,
    text: String,
}

impl Source {
    /// The code without its tests: a `mod tests;` is left out, a `mod tests { … }` ends it.
    fn code(&self) -> String {
        let mut code = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once("#[cfg(test)]\nmod ") {
            code.push_str(before);
            let declared = after.find([';', '{']).unwrap_or(after.len());
            let (_, tail) = after.split_at(declared);
            rest = tail.strip_prefix(';').unwrap_or_default();
        }
        code + rest
    }

    /// The code without lines that are comments.
    fn bare(&self) -> String {
        let code = self.code();
        let lines = code.lines().filter(|l| !l.trim_start().starts_with("//"));
        lines.flat_map(|line| [line, "\n"]).collect()
    }

    fn is_test(&self) -> bool {
        self.name.ends_with("/tests.rs")
            || self.name.ends_with("_tests.rs")
            || self.name.contains("/tests/")
            || self.name.ends_with("robot.rs")
    }

    /// `domain::practice::clock` for `domain/practice/clock.rs`.
    fn module(&self) -> String {
        self.name.trim_end_matches(".rs").replace('/', "::")
    }

    fn room(&self) -> &str {
        self.name
            .trim_end_matches(".rs")
            .split('/')
            .next()
            .unwrap_or_default()
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path
                    .strip_prefix(&root)
                    .expect("below src")
                    .to_string_lossy()
                    .into_owned();
                let text = fs::read_to_string(&path).expect("a source file is text");
                found.push(Source { path, name, text });
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// Sources that belong to a room: not the build script, not `lib.rs`.
fn rooms() -> Vec<Source> {
    sources()
        .into_iter()
        .filter(|s| ROOMS.contains(&s.room()))
        .collect()
}

/// Lines with a word in them that is not allowed there, outside comments.
fn lines_with(source: &Source, words: &[&str]) -> Vec<String> {
    source
        .code()
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .filter(|(_, line)| words.iter().any(|w| line.contains(w)))
        .map(|(i, line)| format!("{}:{}: {}", source.name, i + 1, line.trim()))
        .collect()
}

fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<String> = sources()
        .iter()
        .filter(|s| !s.text.starts_with("//! "))
        .map(|s| s.name.clone())
        .collect();
    none(&silent, "a file opens with `//!` and a sentence");
}

#[test]
fn rooms_know_only_the_rooms_before_them() {
    let place = |room: &str| ROOMS.iter().position(|r| *r == room);
    let mut wrong = Vec::new();
    for source in rooms() {
        let own = place(source.room()).expect("a room");
        for used in uses(&source) {
            let room = used.split("::").next().unwrap_or_default();
            if place(room).is_some_and(|p| p > own) {
                wrong.push(format!("{} uses {used}", source.name));
            }
        }
    }
    none(&wrong, "imports go one way");
}

/// Modules and items that a source names by `crate::…` or `super::…`, without what stands in tests.
fn uses(source: &Source) -> BTreeSet<String> {
    let code = source.bare();
    let own = source.module();
    let mut found = BTreeSet::new();
    for (start, up) in [("crate::", 0), ("super::", 1)] {
        for (at, _) in code.match_indices(start) {
            let (before, rest) = code.split_at(at);
            // `super::super::` is read from its first word on.
            if before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let mut rest = rest.strip_prefix(start).unwrap_or_default();
            let mut above = own.as_str();
            for _ in 0..up {
                above = above.rsplit_once("::").map_or("", |(above, _)| above);
            }
            while let Some(more) = rest.strip_prefix("super::") {
                above = above.rsplit_once("::").map_or("", |(above, _)| above);
                rest = more;
            }
            let from = if up == 0 { "" } else { above };
            branches(from, rest, &mut found);
        }
    }
    found
}

/// The paths that a tree of imports names: `b::{c, d::e}` behind `a` are `a::b::c` and `a::b::d::e`. Returns what follows it.
fn branches<'a>(above: &str, tree: &'a str, found: &mut BTreeSet<String>) -> &'a str {
    let join = |name: &str| match above {
        "" => name.to_owned(),
        _ => format!("{above}::{name}"),
    };
    if let Some(mut rest) = tree.strip_prefix('{') {
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if let Some(behind) = rest.strip_prefix('}') {
                return behind;
            }
            let before = rest.len();
            rest = branches(above, rest, found);
            // Behind a name stands at most `as other`.
            rest = rest.split_at(rest.find([',', '}']).unwrap_or(rest.len())).1;
            if rest.len() == before {
                return rest;
            }
        }
    }
    let end = tree.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    let (name, rest) = tree.split_at(end.unwrap_or(tree.len()));
    if name.is_empty() {
        return rest;
    }
    if let Some(more) = rest.strip_prefix("::") {
        return branches(&join(name), more, found);
    }
    found.insert(join(name));
    rest
}

/// Circles that are known. None may come, and one that is untied leaves this list.
const CIRCLES: [&[&str]; 4] = [
    &["desk::bank", "desk::model", "desk::stories", "desk::undo"],
    &[
        "domain::practice::sitting::scene",
        "domain::practice::sitting::state",
    ],
    &[
        "panes::begin",
        "panes::begin::half",
        "panes::begin::solo",
        "panes::task",
    ],
    &[
        "runtime::plain::again",
        "runtime::plain::drill",
        "runtime::plain::results",
        "runtime::plain::set",
        "runtime::plain::stops",
        "runtime::plain::talk",
        "runtime::plain::whole",
    ],
];

#[test]
fn files_of_a_room_do_not_go_in_circles() {
    let all = rooms();
    let modules: BTreeSet<String> = all.iter().map(Source::module).collect();
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in all.iter().filter(|s| !s.is_test()) {
        let own = source.module();
        // What a file is made of belongs to it.
        let parts = modules.iter().filter(|m| {
            m.strip_prefix(&own)
                .and_then(|rest| rest.strip_prefix("::"))
                .is_some_and(|rest| !rest.contains("::"))
        });
        let known = edges.entry(own.clone()).or_default();
        known.extend(parts.cloned());
        for used in uses(source) {
            // The longest prefix that is a module is the file that is meant.
            let mut path = used.as_str();
            while !modules.contains(path) {
                match path.rsplit_once("::") {
                    Some((shorter, _)) => path = shorter,
                    None => break,
                }
            }
            if modules.contains(path) && path != own && !own.starts_with(&format!("{path}::")) {
                known.insert(path.to_owned());
            }
        }
    }
    let reach = |start: &String| {
        let mut seen = BTreeSet::new();
        let mut todo: Vec<&String> = edges[start].iter().collect();
        while let Some(next) = todo.pop() {
            if seen.insert(next.clone()) {
                todo.extend(edges.get(next).into_iter().flatten());
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> =
        edges.keys().map(|start| (start, reach(start))).collect();
    let circles: BTreeSet<Vec<&str>> = reached
        .iter()
        .filter(|(start, seen)| seen.contains(**start))
        .map(|(start, seen)| {
            let back = |other: &&String| reached.get(*other).is_some_and(|r| r.contains(*start));
            seen.iter().filter(back).map(String::as_str).collect()
        })
        .collect();
    let known: BTreeSet<Vec<&str>> = CIRCLES.iter().map(|c| c.to_vec()).collect();
    assert_eq!(circles, known, "files go in a circle, or do so no longer");
}

#[test]
fn clocks_are_read_in_one_file() {
    let words = [
        "Instant::now",
        "SystemTime::now",
        "Local::now",
        "Utc::now",
        ".elapsed()",
    ];
    let found: Vec<String> = rooms()
        .iter()
        .filter(|s| s.name != "runtime/clock.rs")
        .flat_map(|s| lines_with(s, &words))
        .collect();
    none(&found, "time is an argument");
}

#[test]
fn files_are_touched_only_by_the_store() {
    let words = [
        "std::fs",
        "File::open",
        "fs::read",
        "fs::write",
        "OpenOptions",
    ];
    let found: Vec<String> = rooms()
        .iter()
        .filter(|s| s.room() != "store" && !s.is_test())
        .flat_map(|s| lines_with(s, &words))
        .collect();
    none(&found, "only `store` touches the disk");
}

#[test]
fn the_terminal_is_touched_only_by_the_runtime() {
    let found: Vec<String> = rooms()
        .iter()
        .filter(|s| s.room() != "runtime" && !s.name.starts_with("keys/key"))
        .flat_map(|s| lines_with(s, &["crossterm"]))
        .collect();
    none(&found, "only `runtime` and `keys/key.rs` know crossterm");
}

#[test]
fn chance_is_seeded() {
    let words = [
        "rand::rng()",
        "thread_rng",
        "from_os_rng",
        "SysRng",
        "random()",
    ];
    let found: Vec<String> = rooms()
        .iter()
        .filter(|s| s.room() != "runtime")
        .flat_map(|s| lines_with(s, &words))
        .collect();
    none(&found, "randomness is an argument");
}

#[test]
fn property_tests_try_the_same_cases_each_time() {
    let opens = "proptest! {";
    let seeded = |block: &str| {
        let first = block.trim_start().lines().next().unwrap_or_default();
        first.starts_with("#![proptest_config(") && first.contains("cases(")
    };
    let found: Vec<String> = sources()
        .iter()
        .filter(|s| s.text.split(opens).skip(1).any(|block| !seeded(block)))
        .map(|s| s.name.clone())
        .collect();
    none(&found, "property tests begin with `seeded::cases`");
}

#[test]
fn only_the_screen_and_the_command_line_print() {
    let words = ["println!", "eprintln!", "print!(", "dbg!("];
    let found: Vec<String> = rooms()
        .iter()
        .filter(|s| !s.is_test())
        .flat_map(|s| lines_with(s, &words))
        .collect();
    none(
        &found,
        "printing panics on a closed pipe; write to the stream that was given",
    );
}

#[test]
fn no_rule_is_switched_off() {
    let words = ["#[allow(", "#![allow("];
    let found: Vec<String> = sources()
        .iter()
        .flat_map(|s| lines_with(s, &words))
        .collect();
    none(&found, "use `expect` with a reason");
}

#[test]
fn files_are_short() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|s| !s.is_test())
        .map(|s| (s.code().lines().count(), s))
        .filter(|(n, _)| *n > LONGEST_FILE)
        .map(|(n, s)| format!("{} has {n} lines", s.path.display()))
        .collect();
    none(&long, "a room is full at 400 lines");
}

#[test]
fn functions_are_short() {
    let mut long = Vec::new();
    for source in sources().iter().filter(|s| !s.is_test()) {
        let code = source.code();
        let lines: Vec<&str> = code.lines().collect();
        for (start, line) in lines.iter().enumerate() {
            let trimmed = line.trim_start();
            let is_fn = trimmed.contains("fn ")
                && !trimmed.starts_with("//")
                && (trimmed.starts_with("fn ") || trimmed.starts_with("pub"));
            if !is_fn {
                continue;
            }
            let indent = line.len() - trimmed.len();
            let close = format!("{}}}", " ".repeat(indent));
            let end = lines[start..].iter().position(|l| *l == close);
            let end = end.map_or(0, |at| at + 1);
            // A row of a table, which does one thing on one line, is no step to follow.
            let is_row = |l: &&&str| l.contains(" => Box::new(") && l.ends_with("),");
            let rows = lines[start..].iter().take(end).filter(is_row).count();
            if end - rows > LONGEST_FUNCTION {
                long.push(format!("{}:{}: {end} lines", source.name, start + 1));
            }
        }
    }
    none(&long, "a function fits on a screen");
}

#[test]
fn the_chrome_needs_no_special_font() {
    let odd =
        |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FFFF}');
    let mut found = Vec::new();
    for source in rooms().iter().filter(|s| !s.is_test()) {
        let code = source.code();
        let lines = code.lines().enumerate().filter(|(_, l)| l.chars().any(odd));
        found.extend(lines.map(|(i, _)| format!("{}:{}", source.name, i + 1)));
    }
    none(&found, "no emoji or private glyphs in the sources");
}

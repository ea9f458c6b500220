//! Packs as people write them, good and bad.

mod strangers;

use std::fmt::Write as _;

use crate::seeded::cases;
use proptest::prelude::*;

use super::*;
use crate::content::packed::SHELVES;
use crate::content::{check, shipped};
use crate::domain::id::TemplateId;
use crate::domain::library::{Kind, Link, Meter, StageId, Turn};
use crate::problem::Severity;

fn loaded(text: &str) -> Pack {
    load("a.toml", text).unwrap_or_else(|problems| panic!("{}", shown(&problems)))
}

fn shown(problems: &[Problem]) -> String {
    let mut out = String::new();
    for p in problems {
        writeln!(out, "{p}").expect("a string");
    }
    out
}

fn refused(text: &str) -> String {
    match load("a.toml", text) {
        Ok(pack) => panic!("accepted: {:?}", pack.cards()),
        Err(problems) => {
            assert!(problems.iter().any(|p| p.severity == Severity::Error));
            assert!(problems.iter().all(|p| p.place.line > 0), "{problems:?}");
            shown(&problems)
        }
    }
}

/// The shape in which a hasty person writes.
fn hasty(id: &str, text: &str, rest: &str) -> String {
    format!("title = \"T\"\n[[question]]\nid = {id}\ntext = {text}\n{rest}")
}

#[test]
fn a_bare_list_of_sentences_is_a_pack() {
    let pack = load(
        "Night shift.toml",
        "questions = [\"Why nights?\", \"Who covers for you?\"]\n",
    )
    .expect("a pack");
    assert_eq!(
        (pack.head.id.as_str(), pack.head.title.as_str()),
        ("night-shift", "Night shift")
    );
    let card = &pack.cards()[0];
    assert_eq!(
        card.id.as_str(),
        format!("night-shift/{}", short_id("Why nights?"))
    );
    assert_eq!(
        (card.kind, card.difficulty, card.max_s),
        (Kind::Motivation, 2, 100)
    );
    assert_eq!(card.stages[..], [StageId::InPerson]);
    assert_eq!(card.roles[0].as_str(), "general");
    assert_eq!(card.pack.as_deref(), Some("night-shift"));
}

const PORTERS: &str = r#"
[pack]
format = 1
id = "night-shift-porters"
title = "Night shift: hospital porters"
version = "1.0.0"
author = "A night team"
license = "CC-BY-4.0"
language = "en"
[defaults]
kind = "situational"
stages = ["in-person", "panel"]
roles = ["care"]
questions = [
  "Two wards call for you at the same minute. How do you decide?",
  "A patient asks you to keep a fall from the nurse. What do you do?",
]
[[question]]
id = "why-nights"
text = "Why nights?"
kind = "motivation"
competencies = ["night-sense"]
probes = [{ text = "What would make you stop?", tests = "night-sense", when = "always" }]
[[competency]]
id = "night-sense"
title = "Night sense"
"#;

#[test]
fn defaults_fill_what_a_question_leaves_out() {
    let pack = loaded(PORTERS);
    let [why, wards, fall] = pack.cards() else {
        panic!("three questions")
    };
    assert_eq!(
        (why.kind, wards.kind, fall.kind),
        (Kind::Motivation, Kind::Situational, Kind::Situational)
    );
    assert_eq!(why.stages[..], [StageId::InPerson, StageId::Panel]);
    assert_eq!(wards.roles[0].as_str(), "care");
    assert_eq!(wards.competencies[0].as_str(), "decision-making");
}

#[test]
fn a_pack_lies_over_the_library_under_its_own_name() {
    let mut library = shipped::library();
    let before = library.cards.len();
    let pack = loaded(PORTERS);
    lay_over(&mut library, &pack);
    assert_eq!(library.cards.len(), before + 3);
    let question = library
        .questions
        .get("night-shift-porters/why-nights")
        .expect("the question");
    assert_eq!(
        question.primary().as_str(),
        "night-shift-porters/night-sense"
    );
    assert_eq!(question.probes[0].tests, "night-shift-porters/night-sense");
    assert_eq!(
        library.competency_title("night-shift-porters/night-sense"),
        "Night sense"
    );

    lay_over(&mut library, &pack);
    assert_eq!(
        library.cards.len(),
        before + 3,
        "an update takes the place of the old one"
    );
    take_away(&mut library, &pack.head.id);
    assert_eq!(library.cards.len(), before);
    assert!(
        library
            .questions
            .get("night-shift-porters/why-nights")
            .is_none()
    );
    assert!(
        library
            .competencies
            .get("night-shift-porters/night-sense")
            .is_none()
    );
}

#[test]
fn a_question_without_points_borrows_those_of_its_framework() {
    let mut library = shipped::library();
    let pack = load(
        "a.toml",
        "questions = [\"How do you stay calm?\", \"Tell me about a time you failed.\"]",
    )
    .expect("a pack");
    lay_over(&mut library, &pack);
    // Nobody asks for an event where the words do not.
    for (card, id) in pack.cards().iter().zip(["plain-answer", "star-l"]) {
        let question = library
            .questions
            .get(card.id.as_str())
            .expect("the question");
        assert_eq!(question.framework.as_str(), id);
        let framework = library.frameworks.get(id).expect("shipped");
        assert_eq!(question.strong, framework.points);
        assert!(!question.strong.is_empty());
    }
}

#[test]
fn everything_wrong_with_a_pack_is_told_with_its_line() {
    let text = "\
[pack]
format = 1
id = \"Night Shift\"
title = \"T\"
version = \"1\"
author = \"A\"
license = \"private\"
[defaults]
kind = \"behavoral\"
[[question]]
id = \"a\"
text = \"\"
difficulty = 4
stages = [\"pannel\"]
probes = [{ text = \"Why?\", when = \"missing:2\" }]
[[question]]
id = \"a\"
text = \"Again?\"
answer_s = 0
";
    assert_eq!(
        refused(text),
        "\
a.toml:1:1: `language` is missing or empty in `[pack]`. Write a language tag, such as \"en\".
a.toml:3:6: The pack's id \"Night Shift\" is not a plain name. Use lower-case letters, digits and hyphens, such as `night-shift`.
a.toml:9:8: `defaults.kind` cannot be \"behavoral\". Did you mean `behavioral`?
a.toml:12:8: `text` is missing or empty. Write it: the record cannot be used without.
a.toml:13:14: `difficulty` is 4. Use 1 (warm-up), 2 (core) or 3 (stretch).
a.toml:14:11: `stages[1]` cannot be \"pannel\". Did you mean `panel`?
a.toml:15:35: `probes[1].when` is \"missing:2\"; the question has 0 strong points. Write `always`, `strong` or `missing:` and the number of a point, from 1.
a.toml:17:6: The id `a` is used twice. Give the second one another id.
a.toml:19:12: The answer time of 0 s is not between 0 and 90 s. Set min_s ≤ answer_s ≤ max_s, or leave out the edges.
"
    );
}

#[test]
fn a_pack_made_for_a_newer_version_says_only_that() {
    let told = refused("[pack]\nformat = 2\n[[question]]\nid = \"..\"\n");
    assert_eq!(
        told,
        "a.toml:2:10: The file is of format 2; this version reads format 1. Use a newer version of Greenroom, or write `format = 1`.\n"
    );
}

#[test]
fn the_names_of_greenroom_itself_are_kept() {
    for name in ["greenroom.toml", "mine.toml"] {
        assert!(load(name, "questions = [\"Why?\"]").is_err(), "{name}");
    }
    let mine = load_mine("questions/mine.toml", "format = 1\n").expect("an empty bank is fine");
    assert_eq!((mine.head.id.as_str(), mine.cards().len()), (MINE, 0));
}

/// A pack in a folder: its head with defaults, and two files more.
const FOLDER: [Named<'_>; 3] = [
    (
        "porters/a.toml",
        "[[question]]\nid = \"why-nights\"\ntext = \"Why nights?\"\ncompetencies = [\"night-sense\"]\n",
    ),
    (
        "porters/pack.toml",
        "[pack]\nformat = 1\nid = \"porters\"\ntitle = \"Porters\"\nversion = \"1\"\nauthor = \"A\"\nlicense = \"private\"\nlanguage = \"en\"\n[defaults]\nkind = \"situational\"\nroles = [\"care\"]\n",
    ),
    (
        "porters/taxonomy.toml",
        "questions = [\"Who covers for you?\"]\n[defaults]\nkind = \"culture\"\n[[competency]]\nid = \"night-sense\"\ntitle = \"Night sense\"\n",
    ),
];

#[test]
fn a_folder_with_one_head_is_one_pack() {
    let pack = load_all(&FOLDER).unwrap_or_else(|problems| panic!("{}", shown(&problems)));
    assert_eq!(pack.head.id, "porters");
    let [why, who] = pack.cards() else {
        panic!("two questions")
    };
    assert_eq!(why.competencies[0].as_str(), "porters/night-sense");
    assert_eq!(
        (why.kind, why.roles[0].as_str()),
        (Kind::Situational, "care"),
        "the defaults beside the head are for files without their own"
    );
    assert_eq!(
        (who.kind, who.roles[0].as_str()),
        (Kind::Culture, "general")
    );
    assert_eq!(pack.records(), [("question", 2), ("competency", 1)]);
}

#[test]
fn a_sentence_that_stands_twice_is_told_in_words_that_fit_a_list() {
    let told = refused("questions = [\"Why nights?\", \"Why nights\"]\n");
    assert_eq!(
        told,
        "a.toml:1:29: The same question stands in the pack twice. Take one of them out, or make it a record with an `id` of its own.\n"
    );
}

#[test]
fn a_record_that_is_only_a_sentence_goes_by_its_words() {
    let text = "[[question]]\ntext = \"Why nights?\"\n[[question]]\ntext = \"Why days?\"\nkind = \"culture\"\n";
    let pack = loaded(text);
    let ids: Vec<_> = pack.cards().iter().map(|card| card.id.as_str()).collect();
    let made = ["Why nights?", "Why days?"].map(|words| format!("a/{}", short_id(words)));
    assert_eq!(ids, made);
    assert_eq!(pack.warnings, []);
    let listed = loaded("questions = [\"Why nights?\"]\n");
    assert_eq!(
        listed.cards()[0].id,
        pack.cards()[0].id,
        "its history stays"
    );
    assert_eq!(
        refused(
            "[[question]]\ntext = \"Why?\"\n[[question]]\ntext = \"Why\"\n[[question]]\nkind = \"opener\"\n"
        ),
        "a.toml:3:1: The same question stands in the pack twice. Take one of them out, or make it a record with an `id` of its own.\n\
         a.toml:5:1: `text` is missing or empty. Write it: the record cannot be used without.\n"
    );
}

#[test]
fn records_without_an_id_are_offered_one_each() {
    let lists = "[[ask]]\ntext = \"Who?\"\n".repeat(2);
    let told = refused(&format!("{}{lists}", "questions = [\"Why?\"]\n"));
    assert!(
        told.contains("id = \"ask-1\"") && told.contains("id = \"ask-2\""),
        "{told}"
    );
}

#[test]
fn what_is_wrong_in_a_folder_is_told_with_its_file_and_line() {
    let mut files = FOLDER;
    files[2].1 = "[[question]]\nid = \"why-nights\"\ntext = \"Again?\"\n[[question]]\nid = \"x\"\ntext = \"\"\n";
    let told = shown(&load_all(&files).expect_err("two slips"));
    assert_eq!(
        told,
        "\
porters/taxonomy.toml:2:6: The id `why-nights` is used twice. Give the second one another id.
porters/taxonomy.toml:6:8: `text` is missing or empty. Write it: the record cannot be used without.
"
    );
    files[2].1 = "format = 2\n[[question]]\nid = \"..\"\n";
    let told = shown(&load_all(&files).expect_err("made for a newer version"));
    assert!(told.starts_with("porters/taxonomy.toml:1:"), "{told}");
    assert!(
        told.contains("format 2") && told.lines().count() == 1,
        "{told}"
    );
    files[2].1 = "id = [\n";
    let told = shown(&load_all(&files).expect_err("no TOML"));
    assert!(told.starts_with("porters/taxonomy.toml:"), "{told}");
}

/// A pack with nothing in it but a letter and a talk of one reply.
const TALK: &str = r#"
title = "T"
[[template]]
id = "t-thanks"
type = "thank-you"
channel = "email"
due = "PT24H"
tone = "warm"
body = """
Dear {name},
thank you.
"""
[[scenario]]
id = "call"
title = "A call"
group = "process"
counterpart = { name = "Mo" }
start = "a"
node = [
  { id = "a", line = "Hello?", choices = [{ say = "Hello.", to = "b", effects = { time = 1 } }] },
  { id = "b", line = "Bye.", end = { level = "solid", next = "t-thanks" } },
]
"#;

#[test]
fn a_pack_brings_talks_and_letters_and_takes_them_away_again() {
    let pack = loaded(TALK);
    let mut library = shipped::library();
    let before = (library.scenarios.len(), library.templates.len());
    lay_over(&mut library, &pack);
    lay_over(&mut library, &pack);
    assert_eq!(
        (library.scenarios.len(), library.templates.len()),
        (before.0 + 1, before.1 + 1)
    );
    let talk = library.scenarios.get("a/call").expect("the talk");
    let Turn::Reply(replies) = &talk.nodes[talk.start].turn else {
        panic!("{talk:?}")
    };
    assert_eq!(replies[0].effects, [(Meter::Time, 1)]);
    let next = &talk.nodes[replies[0].to];
    let Turn::End(end) = &next.turn else {
        panic!("{next:?}")
    };
    let letter = library.link(&end.next).expect("a link");
    assert_eq!(letter, Link::Template(TemplateId::new("a/t-thanks")));
    let letter = library.templates.get("a/t-thanks").expect("the letter");
    assert_eq!(letter.body, "Dear {name},\nthank you.");
    assert_eq!(letter.due.map(|due| due.hours), Some(24));
    take_away(&mut library, "a");
    assert_eq!((library.scenarios.len(), library.templates.len()), before);
}

#[test]
fn a_talk_that_leads_nowhere_keeps_a_pack_out() {
    let told = refused(&TALK.replace("to = \"b\"", "to = \"c\""));
    assert!(
        told.contains("leads to \"c\", which is no moment"),
        "{told}"
    );
    let told = refused(&TALK.replace("time = 1", "time = 100"));
    assert!(told.contains("is 100."), "{told}");
}

#[test]
fn the_example_pack_is_checked_without_a_word() {
    let pack = load("docs/example-pack.toml", EXAMPLE).unwrap_or_else(|p| panic!("{}", shown(&p)));
    assert_eq!(pack.cards().len(), 6);
    assert_eq!(shown(&check::pack("docs/example-pack.toml", EXAMPLE)), "");
    let arrays: Vec<&str> = pack.records().into_iter().map(|(array, _)| array).collect();
    let all = SHELVES.into_iter().filter(|array| *array != "stage");
    assert_eq!(arrays, all.collect::<Vec<_>>(), "one of everything");
}

#[test]
fn the_packs_of_the_documentation_load() {
    let page = include_str!("../../../docs/packs.md");
    let blocks = page
        .split("```toml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    let packs: Vec<&str> = blocks
        .filter(|block| !block.contains("disabled = true"))
        .collect();
    assert_eq!(packs.len(), 3);
    for text in packs {
        let pack = load("docs/packs.md", text).unwrap_or_else(|p| panic!("{}", shown(&p)));
        assert_eq!(shown(&pack.warnings), "");
    }
}

#[test]
fn an_id_that_is_written_and_empty_is_told_with_its_line() {
    let text = format!(
        "{}text = \"Who covers?\"\n",
        hasty("\"\"", "\"Why nights?\"", "[[question]]\n")
    );
    let told = loaded(&text).warnings;
    let told = told.iter().find(|p| p.what.contains("`id` is empty"));
    assert_eq!(told.map(|p| p.place.line), Some(3));
}

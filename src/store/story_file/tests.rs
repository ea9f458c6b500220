//! Stories as files: what comes back, and what a person may do to them.

use super::*;
use crate::store::samples::story;
use crate::store::weave::{fresh, weave};

const PATH: &str = "stories/the-night-rota.toml";

fn read_back(text: &str) -> Story {
    match Story::read(PATH, text.as_bytes()) {
        Ok((story, 1)) => story,
        other => panic!("{other:?}\n{text}"),
    }
}

#[test]
fn every_field_of_a_story_comes_back() {
    let story = story("the-night-rota");
    let text = fresh(&story);
    assert_eq!(read_back(&text), story, "{text}");
    assert_eq!(Story::proof(PATH, text.as_bytes()), []);
}

#[test]
fn a_title_is_enough_for_one_that_is_begun_in_an_editor() {
    let story = read_back("format = 1\ntitle = \"The night rota\"\n");
    assert_eq!(story.title, "The night rota");
    assert_eq!(
        fresh(&story),
        "format = 1\ntitle = \"The night rota\"\n",
        "and nothing is put in that is not there"
    );
}

#[test]
fn a_story_reads_well_in_an_editor() {
    let text = fresh(&story("the-night-rota"));
    for line in [
        "shows = [\"ownership\", \"planning\"]\n",
        "recall = [\n  { day = 2026-11-20, how = \"ok\" },\n",
        "[lengths]\n30 = \"\"\"\nTwo sick calls.\n",
        "[[told]]\nday = 2026-11-20\napplication = \"acme-engineer\"\n",
        "people = [\"Ann Okafor\"]\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn comments_order_and_unknown_lines_of_a_person_stay() {
    let text = "format = 1\n# My best one.\nnumber = \"11 nights\"   # from the rota\ntitle = \"The night rota\"\nmood = \"warm\"\n";
    let old = read_back(text);
    let new = Story {
        result: "All nights were covered.".to_owned(),
        ..old.clone()
    };
    let woven = weave(PATH, text, &old, &new).expect("it can be changed");
    let (kept, added) = woven.split_at(text.len());
    assert_eq!(kept, text);
    assert_eq!(added, "result = \"All nights were covered.\"\n");
}

#[test]
fn a_slip_is_told_with_its_line() {
    for (slip, line) in [
        ("recall = [{ day = 2026-11-20, how = \"good\" }]\n", 3),
        ("told = [{ day = 2026-02-30 }]\n", 3),
        ("actions = \"I called\"\n", 3),
    ] {
        let text = format!("format = 1\ntitle = \"x\"\n{slip}");
        let problem = Story::read(PATH, text.as_bytes()).expect_err(slip);
        assert_eq!(problem.place.line, line, "{problem}");
    }
    let empty = Story::read(PATH, b"").expect_err("nothing in it");
    assert!(empty.hint.contains("cut short"), "{empty}");
}

#[test]
fn a_length_that_there_is_not_stays_where_it_was_written() {
    let text = "format = 1\ntitle = \"x\"\n[lengths]\n45 = \"Told in 45.\"\n";
    let old = read_back(text);
    assert_eq!(
        old.other_lengths,
        [("45".to_owned(), "Told in 45.".to_owned())]
    );
    let mut new = old.clone();
    new.title = "y".to_owned();
    let woven = weave(PATH, text, &old, &new).expect("it can be changed");
    assert_eq!(woven, text.replace("\"x\"", "\"y\""));
}

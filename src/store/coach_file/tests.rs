//! Both files come back as they went, and whatever else comes is told and never harms.

use proptest::prelude::*;

use super::*;
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::library::{Kind, Part, Point, RedFlag};
use crate::domain::practice::coach::{Handed, Looked};
use crate::domain::practice::record::{Input, Mark};
use crate::domain::practice::sample;
use crate::domain::time::Wall;

fn at(minutes: f64) -> Wall {
    sample::at(minutes).wall
}

fn hand_in() -> HandIn {
    let handed = |index: u16| Handed {
        index,
        at: at(f64::from(index)),
        kind: Kind::Behavioral,
        asked: "Tell me about a \"no\".".to_owned(),
        setup: String::new(),
        points: vec![
            Point {
                text: "Names one event".to_owned(),
                core: true,
                part: Some(Part::Event),
            },
            Point {
                text: "Says what came of it".to_owned(),
                core: false,
                part: None,
            },
        ],
        flags: vec![RedFlag {
            text: "No event".to_owned(),
            code: Some("no-event".to_owned()),
            critical: true,
        }],
        input: Input::Typed,
        seconds: 95,
        window: Some((60, 130)),
        text: "On the ward, in May:\nI said \"no\".".to_owned(),
        more: vec![("And then?".to_owned(), "It held.".to_owned())],
    };
    HandIn {
        sitting: at(0.0),
        title: "Drill".to_owned(),
        from: "Mara".to_owned(),
        at: at(1.0),
        ask: "Does it sound rehearsed?".to_owned(),
        answers: vec![handed(0), handed(3)],
    }
}

fn returned() -> Returned {
    Returned {
        sitting: at(0.0),
        title: "Drill".to_owned(),
        coach: "Ines".to_owned(),
        at: at(2.0),
        text: "Good work.\n\nSlow down.".to_owned(),
        answers: vec![
            Looked {
                index: 0,
                answered: at(0.0),
                asked: "Why?".to_owned(),
                points: vec![Mark::Hit, Mark::Half],
                flags: vec![1],
                dimensions: vec![(DimensionId::new("structure"), Level::Solid)],
                level: Some(Level::Partly),
                keep: "The number".to_owned(),
                change: "Begin with the end".to_owned(),
                text: "A line.".to_owned(),
            },
            Looked {
                index: 3,
                answered: at(3.0),
                ..Looked::default()
            },
        ],
    }
}

#[test]
fn both_come_back_as_they_went() {
    let text = hand_in_text(&hand_in());
    assert_eq!(
        read("f", text.as_bytes()),
        Ok(Post::HandIn(Box::new(hand_in())))
    );
    let text = returned_text(&returned());
    let back = read("f", text.as_bytes());
    assert_eq!(back, Ok(Post::Returned(Box::new(returned()))));
}

#[test]
fn a_file_that_was_cut_anywhere_is_told() {
    for text in [hand_in_text(&hand_in()), returned_text(&returned())] {
        for end in 0..text.trim_end().len() {
            let cut = text.as_bytes().get(..end).unwrap_or_default();
            assert!(read("f", cut).is_err(), "cut at {end}");
        }
    }
}

#[test]
fn a_slip_is_told_with_its_line_and_the_mend() {
    let text = returned_text(&returned()).replace("level = \"partly\"", "level = \"good\"");
    let problem = read("return.toml", text.as_bytes()).expect_err("no such word");
    assert!(
        problem.place.line > 10 && problem.place.column > 0,
        "{problem}"
    );
    assert!(problem.line_text.contains("good"), "{problem:?}");
    assert!(problem.to_string().contains("partly"), "{problem}");
}

#[test]
fn another_file_is_told_to_be_one() {
    let problem = read("pack.toml", b"format = 1\nid = \"x\"\n").expect_err("a pack");
    assert!(problem.what.contains("neither a hand-in"), "{problem}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever bytes stand in such a file, also in the middle of a good one.
    #[test]
    fn any_bytes_give_a_file_or_a_problem(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        into in 0..900_usize,
        back in any::<bool>(),
    ) {
        let good = if back { returned_text(&returned()) } else { hand_in_text(&hand_in()) };
        let mut mixed = good.into_bytes();
        let place = into.min(mixed.len());
        mixed.splice(place..place, bytes.iter().copied());
        drop(read("f", &bytes));
        drop(read("f", &mixed));
    }
}

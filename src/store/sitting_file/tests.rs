//! Sittings as files: both readers, any text, any damage.

mod runs;

use crate::seeded::cases;
use proptest::prelude::*;

use super::*;
use crate::domain::id::{ItemId, ScenarioId};
use crate::domain::practice::assess::Agreement;
use crate::domain::practice::record::{
    Act, EventKind, Extra, Mark, Noted, Pair, Seat, Swap, To, Way, Who,
};
use crate::domain::practice::talk::StepBack;
use crate::domain::text::clean;
use crate::store::Sight;
use crate::store::pressed::{Press, Pressed};
use crate::store::samples::{answer, at, comment, event, head, rating, shape};

fn file(blocks: &[Block]) -> String {
    let blocks: String = blocks.iter().map(block_text).collect();
    head_text(&head()) + &blocks
}

fn read_back(text: &str) -> SittingRecord {
    let id = head().id;
    match read("practice/2026/x.toml", id, text.as_bytes(), Texts::Kept) {
        Ok((record, 1)) => record,
        other => panic!("{other:?}\n{text}"),
    }
}

#[test]
fn what_was_written_comes_back_in_its_order() {
    let blocks = vec![
        answer(0, "I told them on Monday."),
        rating(0),
        event(EventKind::Slept),
        answer(1, "Second \"\"\"try\"\"\" \\ with\n\ntwo paragraphs"),
        event(EventKind::Left),
        event(EventKind::Resumed),
        rating(1),
        event(EventKind::Finished),
        comment(Some(0)),
        comment(None),
    ];
    let record = read_back(&file(&blocks));
    assert_eq!(record.head, head());
    assert_eq!(record.blocks, blocks);
}

#[test]
fn a_file_reads_like_something_a_person_could_have_written() {
    let text = file(&[answer(0, &"I told them on Monday. ".repeat(5))]);
    assert!(
        text.starts_with("format = 1\nstarted = 2026-11-23T18:30:00+01:00\n"),
        "{text}"
    );
    assert!(text.contains("\nplan = [\n  { question = \"q-general-behavioral-missed-deadline\", wording = 1, why = \"due\", about = \"partly\" },\n"), "{text}");
    assert!(
        text.contains("]\nend = true\n\n[[answer]]\nindex = 0\n"),
        "{text}"
    );
    assert!(
        text.contains("\ntext = \"\"\"\nI told them on Monday. "),
        "{text}"
    );
    assert!(text.ends_with("\nend = true\n"), "{text}");
}

#[test]
fn every_text_survives_even_quotes_at_the_end_and_loses_only_its_controls() {
    for text in [
        "",
        "\n",
        "\"",
        "\"\"\"",
        "\"\"\"\"\"\"",
        "ends with \"quotes\"\"\"",
        "\\",
        "line\nends \\",
        "\n\nleading",
        "trailing\n\n",
        "tab\there",
        "nul\0 and esc\u{1b}[2J",
        "\r\n\r",
        "\u{202e}rtl",
        "日本語\n👩‍👩‍👧‍👦",
        "end = true\n\n[[answer]]\nend = true\n",
    ] {
        let found = read_back(&file(&[answer(0, text)])).blocks;
        assert_eq!(found, [answer(0, &clean(text))], "{text:?}");
    }
}

#[test]
fn a_file_without_its_last_line_is_not_whole() {
    let text = file(&[answer(0, "yes")]);
    assert!(is_whole(text.as_bytes()));
    let cut = text.strip_suffix("end = true\n").unwrap();
    assert!(!is_whole(cut.as_bytes()));
    assert!(!is_whole(b""));
}

#[test]
fn a_mistake_is_told_with_its_line() {
    let text = file(&[answer(0, "yes")]).replace("words = 210", "words = \"many\"");
    let problem = read(
        "practice/2026/x.toml",
        head().id,
        text.as_bytes(),
        Texts::Kept,
    )
    .unwrap_err();
    let line = text.lines().position(|l| l == "words = \"many\"").unwrap() + 1;
    assert_eq!(problem.place.line as usize, line, "{problem}");
    assert_eq!(problem.line_text, "words = \"many\"");
}

#[test]
fn a_newer_format_with_keys_of_its_own_still_reads() {
    let text = file(&[answer(0, "yes")]).replace("format = 1", "format = 2\nshiny = true");
    let (record, format) = read("x", head().id, text.as_bytes(), Texts::Kept).unwrap();
    assert_eq!((record.blocks.len(), format), (1, 2));
}

/// What the quick reader makes of a file, and what the full one makes of it.
fn both(text: &str) -> (Option<SittingRecord>, Option<SittingRecord>) {
    let id = head().id;
    let quick = quick::read(&id, text.as_bytes(), Texts::Kept);
    let full = open::<RawSitting>("x", text.as_bytes()).ok();
    (quick, full.map(|(raw, _)| raw.lower(id)))
}

#[test]
fn the_quick_reader_takes_what_this_version_writes() {
    let blocks = [
        answer(0, "short"),
        rating(0),
        event(EventKind::Left),
        answer(1, &"Long, with \"quotes\" and a \\ in it. ".repeat(9)),
        comment(Some(1)),
        comment(None),
    ];
    let (quick, full) = both(&file(&blocks).replace("Acme, \\\"panel\\\"", "Acme"));
    assert!(quick.is_some());
    assert_eq!(quick, full);
}

#[test]
fn a_whole_mock_comes_back_from_both_readers() {
    let further = |to, asked: &str| match answer(0, "Which day it was.") {
        Block::Answer(first) => Block::Answer(Answer {
            take: 2,
            for_point: None,
            extra: Some(Extra {
                to,
                asked: asked.to_owned(),
            }),
            ..first
        }),
        other => other,
    };
    let mock = SittingHead {
        shape: Some(shape()),
        warm_up: true,
        rung: Some(5),
        plan: vec![Planned {
            why: Why::Set,
            ..head().plan[0].clone()
        }],
        ..head()
    };
    let blocks = [
        event(EventKind::Nerves),
        answer(0, "On Monday."),
        event(EventKind::Turn),
        further(To::FollowUp, "Which day was it?"),
        further(To::Half, "And who heard of it?"),
        further(To::Part, "Estimate: load, size"),
        further(To::Again, ""),
        event(EventKind::CutIn),
        event(EventKind::Kept),
        event(EventKind::StopDone),
    ];
    let text = head_text(&mock) + &blocks.iter().map(block_text).collect::<String>();
    let (quick, full) = both(&text);
    let quick = quick.expect("it is as this version writes it");
    assert_eq!(quick.head, mock);
    assert_eq!(quick.blocks, blocks);
    assert_eq!(Some(quick), full);
}

#[test]
fn what_toml_forbids_is_left_to_the_full_reader() {
    let whole = file(&[answer(0, "a word here")]);
    for odd in ["\u{1}", "\u{1b}", "\u{7f}", "\r"] {
        let (quick, full) = both(&whole.replace("word", odd));
        assert_eq!((quick, full), (None, None), "{odd:?}");
    }
    let (quick, full) = both(&whole.replace('\n', "\r\n"));
    assert!(quick.is_none() && full.is_some());
}

#[test]
fn texts_that_are_left_leave_everything_else() {
    let text = file(&[answer(0, "short"), rating(0)]);
    let slow = text.replace("format = 1", "# mine\nformat = 1");
    for text in [&text, &slow] {
        let (record, _) = read("x", head().id, text.as_bytes(), Texts::Left).unwrap();
        let [Block::Answer(answer), Block::Rating(rating)] = record.blocks.as_slice() else {
            panic!("{record:?}");
        };
        assert_eq!((answer.text.as_str(), answer.words), ("", 210));
        assert_eq!(
            (
                rating.note.as_str(),
                rating.proofs.len(),
                rating.points.len()
            ),
            ("", 0, 3)
        );
    }
}

/// Words that may stand anywhere in an answer.
fn said() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "word",
        " ",
        "\n",
        "end = true\n",
        "\"\"\"",
        "\"",
        "'",
        "\\",
        "\\n",
        "[[answer]]\n",
        "é",
        ", ",
        " }",
        "#",
    ]);
    prop::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn any_answer_comes_back_from_both_readers(text in said(), note in said()) {
        let mut rated = rating(0);
        if let Block::Rating(rating) = &mut rated {
            rating.proofs = vec![(1, note.clone())];
            rating.note = note;
        }
        let blocks = vec![answer(0, &text), rated];
        let (quick, full) = both(&file(&blocks));
        let full = full.unwrap();
        prop_assert_eq!(&full.blocks, &blocks);
        prop_assert!(quick.is_none_or(|quick| quick == full));
    }

    /// One byte changed anywhere: the quick reader gives up or reads what the full one reads.
    #[test]
    fn the_readers_never_disagree(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let blocks = [answer(0, "Said \"no\".\nTwice, in a line that is long enough for its own lines here."), rating(0)];
        let mut bytes = file(&blocks).into_bytes();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] = byte;
        }
        if let Ok(text) = String::from_utf8(bytes)
            && let (Some(quick), full) = both(&text)
        {
            prop_assert_eq!(Some(quick), full, "{}", text);
        }
    }
}

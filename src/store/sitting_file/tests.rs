use super::*;
use crate::store::samples::{answer, event, head, rating};

fn file(blocks: &[Block]) -> String {
    let blocks: String = blocks.iter().map(block_text).collect();
    head_text(&head()) + &blocks
}

fn read_back(text: &str) -> SittingRecord {
    let id = head().id;
    match read("practice/2026/x.toml", id, text.as_bytes()) {
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
        answer(
            1,
            "Second \"\"\"try\"\"\" \\ with\n\ntwo paragraphs\tand a tab",
        ),
        event(EventKind::Left),
        event(EventKind::Resumed),
        rating(1),
        event(EventKind::Finished),
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
fn every_text_survives_even_quotes_at_the_end_and_controls() {
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
        "\u{202e}rtl",
        "日本語\n👩‍👩‍👧‍👦",
        "end = true\n\n[[answer]]\nend = true\n",
    ] {
        let blocks = [answer(0, text)];
        assert_eq!(read_back(&file(&blocks)).blocks, blocks, "{text:?}");
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
    let problem = read("practice/2026/x.toml", head().id, text.as_bytes()).unwrap_err();
    let line = text.lines().position(|l| l == "words = \"many\"").unwrap() + 1;
    assert_eq!(problem.place.line as usize, line, "{problem}");
    assert_eq!(problem.line_text, "words = \"many\"");
}

#[test]
fn a_newer_format_with_keys_of_its_own_still_reads() {
    let text = file(&[answer(0, "yes")]).replace("format = 1", "format = 2\nshiny = true");
    let (record, format) = read("x", head().id, text.as_bytes()).unwrap();
    assert_eq!((record.blocks.len(), format), (1, 2));
}

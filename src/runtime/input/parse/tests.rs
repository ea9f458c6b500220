//! Bytes as keys.

use crate::seeded::cases;
use proptest::prelude::*;

use super::*;

/// What bytes mean that come in pieces, nothing after the last one.
fn parse(pieces: &[&[u8]]) -> Vec<Parsed> {
    let (mut parser, mut out) = (Parser::default(), Vec::new());
    for piece in pieces {
        parser.feed(piece, &mut out);
    }
    if parser.patience().is_some() {
        parser.expire(&mut out);
    }
    out
}

fn keys(names: &str) -> Vec<Parsed> {
    names
        .split_whitespace()
        .map(|n| Parsed::Key(Key::parse(n).expect(n)))
        .collect()
}

fn paste(text: &str) -> Vec<Parsed> {
    vec![Parsed::Paste(text.to_owned())]
}

#[test]
fn keys_of_terminals_are_known() {
    for (bytes, name) in [
        (&b"a"[..], "a"),
        (b"G", "G"),
        (b" ", "space"),
        (b"\r", "enter"),
        (b"\n", "ctrl+j"),
        (b"\t", "tab"),
        (b"\x1b[Z", "shift+tab"),
        (b"\x7f", "backspace"),
        (b"\x08", "ctrl+h"),
        (b"\x1f", "ctrl+7"),
        (b"\x13", "ctrl+s"),
        (b"\x1b[A", "up"),
        (b"\x1bOA", "up"),
        (b"\x1b[1;5C", "ctrl+right"),
        (b"\x1b[1;3A", "alt+up"),
        (b"\x1b\x1b[A", "alt+up"),
        (b"\x1b[5~", "pgup"),
        (b"\x1b[6;2~", "shift+pgdn"),
        (b"\x1b[3~", "del"),
        (b"\x1b[H", "home"),
        (b"\x1b[1~", "home"),
        (b"\x1b[8~", "end"),
        (b"\x1bOP", "f1"),
        (b"\x1b[[A", "f1"),
        (b"\x1b[11~", "f1"),
        (b"\x1b[15~", "f5"),
        (b"\x1b[17~", "f6"),
        (b"\x1b[24~", "f12"),
        (b"\x1bb", "alt+b"),
        (b"\x1b\x7f", "alt+backspace"),
        (b"\x1b\r", "alt+enter"),
        (b"\x1b[13;5u", "ctrl+enter"),
        (b"\x1b[27;5;13~", "ctrl+enter"),
        (b"\x1b[99;5u", "ctrl+c"),
        ("é".as_bytes(), "é"),
        ("日".as_bytes(), "日"),
    ] {
        assert_eq!(parse(&[bytes]), keys(name), "{bytes:?}");
    }
}

#[test]
fn m79_a_torn_arrow_key_is_not_escape() {
    assert_eq!(parse(&[b"\x1b", b"[", b"A"]), keys("up"));
    assert_eq!(parse(&[b"\x1b[1", b";5", b"C"]), keys("ctrl+right"));
    assert_eq!(parse(&[b"\xe6", b"\x97", b"\xa5"]), keys("日"));
}

#[test]
fn m79_escape_alone_is_the_key_after_a_short_wait() {
    let (mut parser, mut out) = (Parser::default(), Vec::new());
    parser.feed(b"\x1b", &mut out);
    assert_eq!((out.len(), parser.patience()), (0, Some(PATIENCE)));
    assert!(PATIENCE.as_millis() < 60);
    parser.expire(&mut out);
    assert_eq!((out, parser.patience()), (keys("esc"), None));
    assert_eq!(parse(&[b"\x1b\x1b"]), keys("esc esc"));
    assert_eq!(parse(&[b"\x1b\x1b\x1b"]), keys("esc esc esc"));
}

#[test]
fn a_person_can_type_what_begins_a_sequence_with_alt() {
    assert_eq!(parse(&[b"\x1b["]), keys("alt+["));
    assert_eq!(parse(&[b"\x1b]"]), keys("alt+]"));
    assert_eq!(parse(&[b"\x1bO"]), keys("alt+O"));
}

#[test]
fn m40_answers_and_unknown_sequences_are_swallowed() {
    for bytes in [
        &b"\x1b]11;rgb:3030/3434/4646\x1b\\"[..],
        b"\x1b]11;rgb:3030/3434/4646\x07",
        b"\x1b[?62;22;52c",
        b"\x1b[?2026;2$y",
        b"\x1b[12;40R",
        b"\x1b[?1u",
        b"\x1bP1+r524742=38\x1b\\",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[I",
        b"\x1b[O",
        b"\x1b[8;24;80t",
        b"\x1b[99~",
        b"\x1b[97;1:3u",
        b"\xff\xfe",
        b"\xc3",
    ] {
        assert_eq!(parse(&[bytes]), [], "{:?}", String::from_utf8_lossy(bytes));
        assert_eq!(
            parse(&[bytes, b"j"]).last(),
            keys("j").last(),
            "{bytes:?} then j"
        );
    }
}

#[test]
fn m40_an_answer_in_pieces_is_swallowed_too() {
    assert_eq!(
        parse(&[b"\x1b]11;rg", b"b:3030/", b"3434/4646\x1b", b"\\j"]),
        keys("j")
    );
}

#[test]
fn an_answer_that_never_ends_does_not_take_the_keys_after_it() {
    let (mut parser, mut out) = (Parser::default(), Vec::new());
    parser.feed(b"\x1b]11;rgb:30", &mut out);
    parser.expire(&mut out);
    parser.feed(b"j", &mut out);
    assert_eq!(out, keys("j"));
}

#[test]
fn m58_a_paste_is_one_thing_with_its_line_ends() {
    assert_eq!(
        parse(&[b"\x1b[200~one\r\ntwo\rthree\n\x1b[201~"]),
        paste("one\ntwo\nthree\n")
    );
    assert_eq!(
        parse(&[b"\x1b[200~q?:/ \x1b[A x", b"\x1b[20", b"1~j"])[0],
        paste("q?:/ [A x")[0]
    );
    assert_eq!(parse(&[b"\x1b[200~never ended"]), paste("never ended"));
    assert_eq!(parse(&["\x1b[200~é日\x1b[201~".as_bytes()]), paste("é日"));
}

#[test]
fn m73_clicks_and_the_wheel_are_read_and_motion_is_not() {
    assert_eq!(
        parse(&[b"\x1b[<0;10;5M\x1b[<0;10;5m"]),
        [Parsed::Click(9, 4)]
    );
    assert_eq!(
        parse(&[b"\x1b[<64;1;1M\x1b[<65;1;1M"]),
        [Parsed::Wheel(true), Parsed::Wheel(false)]
    );
    assert_eq!(parse(&[b"\x1b[<35;10;5M"]), []);
    assert_eq!(parse(&[b"\x1b[<0;0;0M"]), []);
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_bytes_in_any_pieces_are_taken_and_then_keys_work_again(pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..8)) {
        let (mut parser, mut out) = (Parser::default(), Vec::new());
        for piece in &pieces {
            parser.feed(piece, &mut out);
        }
        parser.expire(&mut out);
        out.clear();
        parser.feed(b"j", &mut out);
        prop_assert_eq!(out, keys("j"));
    }

    #[test]
    fn pieces_make_no_difference(text in "[a-z\u{1b}\\[OA0-9;~é日]{0,60}", cuts in prop::collection::vec(0_usize..60, 0..6)) {
        let bytes = text.as_bytes();
        let mut cuts: Vec<usize> = cuts.into_iter().map(|c| c.min(bytes.len())).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let pieces: Vec<&[u8]> = cuts.windows(2).map(|w| &bytes[w[0]..w[1]]).collect();
        prop_assert_eq!(parse(&pieces), parse(&[bytes]));
    }
}

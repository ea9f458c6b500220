//! The editor as a writer meets it.

use crate::seeded::cases;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};

use super::*;
use crate::look::Look;

fn typed(text: &str) -> Editor {
    let mut e = Editor::new("");
    for c in text.chars() {
        e.type_char(c);
    }
    e
}

#[test]
fn undo_takes_back_word_by_word() {
    let mut e = typed("hello big world");
    e.command(Command::Undo, 80);
    assert_eq!(e.text(), "hello big ");
    e.command(Command::Undo, 80);
    assert_eq!(e.text(), "hello ");
    e.command(Command::Redo, 80);
    assert_eq!(e.text(), "hello big ");
}

#[test]
fn a_paste_is_one_step_and_keeps_line_ends() {
    let mut e = typed("a ");
    e.paste("one\r\ntwo\tthree");
    assert_eq!(e.text(), "a one\ntwo    three");
    e.command(Command::Undo, 80);
    assert_eq!(e.text(), "a ");
}

#[test]
fn one_key_removes_what_the_eye_sees_as_one_character() {
    let mut e = Editor::new("x👩‍👩‍👧‍👦🇩🇪");
    e.command(Command::DeleteLeft, 80);
    assert_eq!(e.text(), "x👩‍👩‍👧‍👦");
    e.command(Command::DeleteLeft, 80);
    assert_eq!(e.text(), "x");
}

#[test]
fn wraps_at_words_and_adds_no_line_break() {
    let e = typed("about a time you disagreed");
    let found: Vec<&str> = rows(e.text(), 12)
        .iter()
        .map(|r| e.text().get(r.start..r.end).expect("a row"))
        .collect();
    assert_eq!(found, ["about a time ", "you ", "disagreed"]);
    assert!(!e.text().contains('\n'));
}

#[test]
fn up_and_down_move_by_screen_row_and_remember_the_column() {
    let mut e = Editor::new("about a time you disagreed");
    e.command(Command::TextStart, 12);
    for _ in 0..6 {
        e.command(Command::CaretRight, 12);
    }
    e.command(Command::CaretDown, 12);
    assert_eq!(
        e.text().get(..e.caret()).expect("a place"),
        "about a time you"
    );
    e.command(Command::CaretDown, 12);
    assert_eq!(
        e.text().get(..e.caret()).expect("a place"),
        "about a time you disagr"
    );
    e.command(Command::CaretUp, 12);
    e.command(Command::CaretUp, 12);
    assert_eq!(e.text().get(..e.caret()).expect("a place"), "about ");
}

#[test]
fn a_single_line_stays_one() {
    let mut e = Editor::single("a\nb");
    e.paste("c\nd");
    e.command(Command::NewLine, 10);
    assert_eq!(e.text(), "a bc d");
}

const COMMANDS: [Command; 18] = [
    Command::NewLine,
    Command::DeleteLeft,
    Command::DeleteRight,
    Command::DeleteWordLeft,
    Command::DeleteLineStart,
    Command::DeleteLineEnd,
    Command::Undo,
    Command::Redo,
    Command::CaretLeft,
    Command::CaretRight,
    Command::WordLeft,
    Command::WordRight,
    Command::LineStart,
    Command::LineEnd,
    Command::TextStart,
    Command::CaretUp,
    Command::CaretDown,
    Command::PageUp,
];

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_keys_at_any_width_keep_the_caret_in_the_text(
        start in "\\PC{0,40}",
        keys in prop::collection::vec((0usize..COMMANDS.len() + 2, any::<char>()), 0..60),
        width in 1u16..30,
        height in 1u16..5,
    ) {
        let mut e = Editor::new(&start);
        for (key, c) in keys {
            match COMMANDS.get(key) {
                Some(command) => { e.command(*command, width); }
                None => e.type_char(c),
            }
            prop_assert!(e.text().is_char_boundary(e.caret()));
            let look = Look::default();
            let mut buf = Buffer::empty(ratatui::layout::Rect::new(0, 0, width, height));
            let area = buf.area;
            e.draw(&mut Canvas::new(&mut buf, &look), area, true);
        }
        while e.undo.undo(&mut e.text).is_some() {}
        prop_assert_eq!(e.text(), super::edit::tidy(&start, false));
    }
}

#[test]
fn a_text_with_more_lines_than_its_place_says_where_they_are() {
    let look = Look::default();
    let mut buf = Buffer::empty(Rect::new(0, 0, 12, 3));
    let e = Editor::new("Ms. Novak\na person from HR\na doctor\nan aunt");
    let mut out = Canvas::new(&mut buf, &look);
    e.draw(&mut out, Rect::new(0, 0, 9, 2), false);
    assert_eq!(buf.cell((10, 0)).map(Cell::symbol), Some("↑"));
    let mut e = e;
    e.command(Command::TextStart, 9);
    let mut buf = Buffer::empty(Rect::new(0, 0, 12, 3));
    let mut out = Canvas::new(&mut buf, &look);
    e.draw(&mut out, Rect::new(0, 0, 9, 2), false);
    assert_eq!(buf.cell((10, 0)).map(Cell::symbol), Some(" "));
    assert_eq!(buf.cell((10, 1)).map(Cell::symbol), Some("↓"));
}

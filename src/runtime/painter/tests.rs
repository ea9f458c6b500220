//! Frames are judged by a terminal: what it shows after the bytes is the page.

use crate::seeded::cases;
use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style};

use super::*;

const SIZE: (u16, u16) = (40, 6);

/// A painter with the terminal that it draws on.
struct Stage {
    painter: Painter,
    terminal: vt100::Parser,
}

impl Stage {
    fn new() -> Self {
        let (rows, columns) = (SIZE.1.try_into(), SIZE.0.try_into());
        Self {
            painter: Painter::new(SIZE),
            terminal: vt100::Parser::new(rows.expect("not zero"), columns.expect("not zero"), 0),
        }
    }

    /// Draws, checks that the terminal shows the page, and returns the bytes.
    fn draw(
        &mut self,
        cursor: Option<(u16, u16, bool)>,
        paint: impl FnOnce(&mut Buffer),
    ) -> Vec<u8> {
        let bytes = self.painter.frame(|buf| {
            paint(buf);
            cursor.map(|(x, y, shown)| (Position::new(x, y), shown))
        });
        let bytes = bytes.to_vec();
        self.terminal.process(&bytes);
        self.agrees();
        if let Some((x, y, shown)) = cursor {
            let screen = self.terminal.screen();
            assert_eq!(
                screen.cursor_position(),
                (y, x),
                "{:?}",
                String::from_utf8_lossy(&bytes)
            );
            assert_eq!(screen.hide_cursor(), !shown);
        }
        bytes
    }

    fn agrees(&self) {
        let page = self.painter.page();
        for y in 0..SIZE.1 {
            for x in 0..SIZE.0 {
                let (ours, theirs) = (
                    &page[(x, y)],
                    self.terminal.screen().cell(y, x).expect("inside"),
                );
                if theirs.is_wide_continuation() {
                    continue;
                }
                let seen = if theirs.contents().is_empty() {
                    " "
                } else {
                    theirs.contents()
                };
                if !is_doubtful(ours.symbol()) {
                    assert_eq!(ours.symbol(), seen, "at {x},{y}");
                }
                if !pen::is_blank(ours) {
                    assert_eq!(color(ours.fg), theirs.fgcolor(), "at {x},{y}");
                    assert_eq!(
                        ours.modifier.contains(Modifier::BOLD),
                        theirs.bold(),
                        "at {x},{y}"
                    );
                }
                assert_eq!(color(ours.bg), theirs.bgcolor(), "at {x},{y}");
                assert_eq!(
                    ours.modifier.contains(Modifier::REVERSED),
                    theirs.inverse(),
                    "at {x},{y}"
                );
            }
        }
    }
}

fn color(color: Color) -> vt100::Color {
    match color {
        Color::Reset => vt100::Color::Default,
        Color::Cyan => vt100::Color::Idx(6),
        Color::White => vt100::Color::Idx(15),
        Color::Indexed(n) => vt100::Color::Idx(n),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        other => panic!("{other} is not used in these tests"),
    }
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|w| w == part)
}

#[test]
fn a_typed_character_is_one_byte() {
    let mut stage = Stage::new();
    stage.draw(Some((5, 2, true)), |buf| {
        buf.set_string(0, 2, "so I ", Style::new());
    });
    let bytes = stage.draw(Some((6, 2, true)), |buf| {
        buf.set_string(0, 2, "so I p", Style::new());
    });
    assert_eq!(bytes, b"p");
}

#[test]
fn m86_a_sentence_reaches_a_listener_whole() {
    let mut stage = Stage::new();
    let bytes = stage.draw(None, |buf| {
        buf.set_string(2, 0, "Question 1 of 2, in the window", Style::new());
    });
    assert!(has(&bytes, b"Question 1 of 2, in the window"));
}

#[test]
fn a_page_that_did_not_change_is_no_byte() {
    let mut stage = Stage::new();
    let page = |buf: &mut Buffer| {
        buf.set_string(0, 0, "Today", Style::new().fg(Color::Indexed(30)));
    };
    stage.draw(Some((0, 0, false)), page);
    assert_eq!(stage.draw(Some((0, 0, false)), page), b"");
}

#[test]
fn m47_a_second_of_the_clock_stays_far_below_eighty_bytes() {
    let mut stage = Stage::new();
    let page = |clock: &'static str, gone: u16| {
        move |buf: &mut Buffer| {
            buf.set_string(30, 0, clock, Style::new());
            for x in 0..40 {
                let accent = Style::new().fg(Color::Indexed(30));
                buf.set_string(x, 1, if x < gone { "━" } else { "╌" }, accent);
            }
        }
    };
    stage.draw(Some((9, 3, true)), page("0:28", 14));
    let bytes = stage.draw(Some((9, 3, true)), page("0:29", 15));
    assert!(
        bytes.len() <= 60,
        "{}: {}",
        bytes.len(),
        String::from_utf8_lossy(&bytes)
    );
}

#[test]
fn m48_only_a_large_frame_of_several_rows_is_one_update_and_the_clear_is_outside() {
    let mut stage = Stage::new();
    let row = "where a row is as long as most are";
    let first = stage.draw(None, |buf| {
        buf.set_string(0, 0, row, Style::new());
        buf.set_string(0, 1, row, Style::new());
    });
    let clear = first
        .windows(4)
        .position(|w| w == b"\x1b[2J")
        .expect("a clear");
    let begin = first
        .windows(BEGIN.len())
        .position(|w| w == BEGIN)
        .expect("a beginning");
    assert!(clear < begin && first.ends_with(END));
    let one_row = stage.draw(None, |buf| {
        buf.set_string(0, 0, row, Style::new());
        buf.set_string(0, 1, row.replace("row", "page"), Style::new());
    });
    assert!(!has(&one_row, BEGIN) && !has(&one_row, b"\x1b[2J"));
    let two_letters = stage.draw(None, |buf| {
        buf.set_string(0, 0, row.replace("most", "lost"), Style::new());
        buf.set_string(0, 1, row.replace("row", "cage"), Style::new());
    });
    assert!(!has(&two_letters, BEGIN));
}

#[test]
fn m35_reverse_is_not_canceled_by_colors() {
    let mut stage = Stage::new();
    let bytes = stage.draw(None, |buf| {
        buf.set_string(
            0,
            0,
            "selected",
            Style::new().add_modifier(Modifier::REVERSED),
        );
    });
    assert!(
        has(&bytes, b"\x1b[7mselected"),
        "{}",
        String::from_utf8_lossy(&bytes)
    );
}

#[test]
fn m37_the_sixteen_are_written_with_their_own_numbers() {
    let mut stage = Stage::new();
    let style = Style::new().fg(Color::Cyan).bg(Color::White);
    let bytes = stage.draw(None, |buf| {
        buf.set_string(0, 0, "x", style);
    });
    assert!(
        has(&bytes, b"\x1b[36;107mx"),
        "{}",
        String::from_utf8_lossy(&bytes)
    );
}

#[test]
fn m82_the_cursor_is_placed_in_every_frame_also_when_hidden() {
    let mut stage = Stage::new();
    for (x, y, shown) in [
        (0, 3, false),
        (0, 4, false),
        (7, 4, true),
        (39, 5, true),
        (0, 0, false),
    ] {
        stage.draw(Some((x, y, shown)), |buf| {
            buf.set_string(2, y, "row", Style::new());
        });
    }
}

#[test]
fn what_a_cell_smuggles_in_never_reaches_the_terminal() {
    let mut stage = Stage::new();
    let bytes = stage.painter.frame(|buf| {
        buf[(0, 0)].set_symbol("\x1b]0;PWNED\x07");
        buf[(1, 0)].set_symbol("\u{202e}");
        buf[(2, 0)].set_symbol("\u{9b}2J");
        None
    });
    let text = String::from_utf8_lossy(bytes);
    assert!(
        !text.contains("\x1b]") && !text.contains('\u{202e}') && !text.contains('\u{9b}'),
        "{text:?}"
    );
}

#[test]
fn m43_a_picture_that_a_terminal_draws_wider_leaves_nothing_behind() {
    let mut stage = Stage::new();
    for text in ["👩‍💻 and more text", "👩‍💻!", "plain", "a 👩‍💻", ""] {
        stage.draw(None, |buf| {
            buf.set_string(0, 1, text, Style::new());
        });
    }
}

#[test]
fn after_a_change_of_size_everything_is_drawn_again() {
    let mut stage = Stage::new();
    let page = |buf: &mut Buffer| {
        buf.set_string(0, 0, "Today", Style::new());
    };
    stage.draw(None, page);
    stage.painter.renew(SIZE);
    let bytes = stage.draw(None, page);
    assert!(has(&bytes, b"\x1b[2J") && has(&bytes, b"Today"));
}

#[test]
fn a_terminal_without_cells_is_drawn_without_a_word() {
    for size in [(0, 0), (0, 5), (5, 0)] {
        let mut painter = Painter::new(size);
        painter.frame(|_| None);
        assert_eq!(painter.frame(|_| None), b"");
    }
}

/// One stroke of a page: place, text and style. No picture near the right edge, where it would wrap.
fn stroke() -> impl Strategy<Value = (u16, u16, &'static str, Style)> {
    let texts = [
        "a",
        "word",
        "              ",
        "        ",
        "日本",
        "é──",
        "x y  z",
        "e\u{301}",
    ];
    let styles = [
        Style::new(),
        Style::new().fg(Color::Indexed(30)),
        Style::new().add_modifier(Modifier::BOLD),
        Style::new().bg(Color::Rgb(1, 2, 3)),
        Style::new()
            .fg(Color::Cyan)
            .add_modifier(Modifier::REVERSED),
    ];
    let text = prop::sample::select(texts.to_vec());
    let place = prop_oneof![
        4 => (0..SIZE.0, text),
        1 => (0..SIZE.0 - 6, Just("👩‍💻!")),
    ];
    (place, 0..SIZE.1, prop::sample::select(styles.to_vec()))
        .prop_map(|((x, text), y, style)| (x, y, text, style))
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn the_terminal_shows_the_page_after_any_pages(pages in prop::collection::vec(prop::collection::vec(stroke(), 0..8), 1..6)) {
        let mut stage = Stage::new();
        for page in pages {
            stage.draw(Some((3, 3, true)), |buf| {
                for (x, y, text, style) in page {
                    buf.set_string(x, y, text, style);
                }
            });
        }
    }
}

//! How it looks: without color, without special letters, with one focus and one frame at most.

use greenroom::keys::{Command, Context};
use greenroom::look::{Depth, Look, Theme, glyphs};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::places::{self, ALL, Place};
use crate::visit::{Screen, Visit};

/// A terminal that has neither colors nor letters beyond ASCII.
pub fn plain() -> Look {
    Look {
        theme: Theme::terminal(Depth::None),
        glyphs: &glyphs::ASCII,
        depth: Depth::None,
    }
}

fn plain_at(place: &Place) -> Visit {
    let mut v = places::visit().look(plain());
    (place.go)(&mut v);
    v
}

/// Places of cells with a symbol.
fn cells(screen: &Screen, symbol: &str) -> Vec<(u16, u16)> {
    let area = screen.cells.area;
    let all =
        (area.top()..area.bottom()).flat_map(|y| (area.left()..area.right()).map(move |x| (x, y)));
    all.filter(|at| screen.cells.cell(*at).is_some_and(|c| c.symbol() == symbol))
        .collect()
}

#[test]
fn without_color_there_is_none() {
    for place in ALL {
        let mut v = plain_at(place);
        for cell in &v.screen().cells.content {
            assert_eq!(
                (cell.fg, cell.bg),
                (Color::Reset, Color::Reset),
                "{}",
                place.name
            );
        }
        let marked =
            v.screen().cells.content.iter().any(|c| {
                c.modifier.contains(Modifier::REVERSED) || c.symbol() == glyphs::ASCII.focus
            });
        assert!(marked, "{}: nothing is marked\n{}", place.name, v.screen());
    }
}

#[test]
fn without_special_letters_everything_is_ascii() {
    for place in ALL {
        let mut v = plain_at(place);
        for (width, height) in [(80, 24), (40, 10), (120, 40)] {
            v.resize(width, height);
            let odd: String = (v.screen().cells.content.iter())
                .map(Cell::symbol)
                .filter(|s| !s.bytes().all(|b| (0x20..0x7F).contains(&b)))
                .collect();
            assert!(odd.is_empty(), "{}: {odd}\n{}", place.name, v.screen());
        }
    }
}

#[test]
fn exactly_one_thing_has_the_focus() {
    let mut wrong = Vec::new();
    for place in ALL {
        for size in [(80, 24), (40, 10), (120, 40)] {
            let mut v = places::at_size(place, size);
            let marks = cells(v.screen(), glyphs::UNICODE.focus);
            let one = marks.first().is_some_and(|first| {
                (0..)
                    .zip(&marks)
                    .all(|(i, at)| *at == (first.0, first.1 + i))
            });
            if !one {
                wrong.push(format!(
                    "{} at {size:?}: {marks:?}\n{}",
                    place.name,
                    v.screen()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_real_cursor_stands_on_the_focus() {
    let mut wrong = Vec::new();
    for place in ALL {
        let mut v = places::at(place);
        let screen = v.screen().clone();
        if screen.shown {
            continue;
        }
        let marks = cells(&screen, glyphs::UNICODE.focus);
        if marks.first() != Some(&(screen.cursor.x, screen.cursor.y)) {
            wrong.push(format!("{}: {marks:?}\n{screen}", place.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn frames_are_only_around_what_floats() {
    for place in ALL {
        for size in [(80, 24), (40, 10)] {
            let mut v = places::at_size(place, size);
            let corners: usize = (glyphs::UNICODE.corners.iter())
                .map(|c| cells(v.screen(), c).len())
                .sum();
            let floats = matches!(
                place.context,
                Context::Sheet | Context::Palette | Context::Pick | Context::Help | Context::Goto
            ) || matches!(place.name, "help, find" | "stage, a line in full");
            let wanted = if floats { 4 } else { 0 };
            assert_eq!(
                corners,
                wanted,
                "{} at {size:?}\n{}",
                place.name,
                v.screen()
            );
        }
    }
}

#[test]
fn the_default_paints_no_ground_and_leaves_text_as_the_terminal_has_it() {
    let usual = [Color::Reset, Color::Indexed(30), Color::Indexed(166)];
    for place in ALL.iter().filter(|p| p.context != Context::Themes) {
        let mut v = places::at(place);
        for cell in &v.screen().cells.content {
            assert_eq!(cell.bg, Color::Reset, "{}", place.name);
            assert!(usual.contains(&cell.fg), "{}: {:?}", place.name, cell.fg);
        }
    }
}

#[test]
fn the_line_of_words_is_never_cut_on_a_usual_screen() {
    let mut cut = Vec::new();
    for place in ALL {
        let mut v = places::at(place);
        v.wait(crate::visit::secs(9));
        for row in v.screen().rows().split_off(21) {
            if row.trim_end().ends_with('…') {
                cut.push(format!("{}: {row}", place.name));
            }
        }
    }
    assert!(cut.is_empty(), "{}", cut.join("\n"));
}

#[test]
fn good_and_bad_differ_in_words() {
    let mut v = places::visit().look(plain());
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    v.sees("This answer:").sees("under the target time");
}

#[test]
fn every_theme_can_be_looked_at_and_left_again() {
    let place = ALL.iter().find(|p| p.name == "themes").expect("a place");
    let mut v = places::at(place);
    let before = v.screen().clone();
    for _ in 0..greenroom::look::theme::names().count() {
        v.press(greenroom::keys::Command::Down);
    }
    assert_ne!(v.screen().cells, before.cells);
    // Leaving it is no choice: nothing is written, and all is as it was.
    v.key("esc");
    assert_eq!(v.files("config.toml"), Vec::<String>::new());
    v.runs("theme");
    assert_eq!(v.screen().cells, before.cells);
}

#[test]
fn arrow_keys_are_words_where_there_are_no_arrows() {
    for place in ALL {
        let mut v = plain_at(place);
        v.sees_not("LtRt").sees_not(" Dn").sees_not(" Lt ");
    }
    let mut v = places::visit().look(plain());
    places::drill(&mut v, 1);
    v.sees("Left Right or 1-4");
}

#[test]
fn four_choices_never_read_as_one_sentence() {
    let mut v = places::visit().look(plain()).size(40, 10);
    places::drill(&mut v, 1);
    v.is_in(Context::Think)
        .sees("How will it go? Left Right or 1-4")
        .press_times(Command::Right, 2)
        .sees(" Not yet  [Partly]  Solid   Strong");
}

#[test]
fn the_signs_of_a_road_are_told_below_it() {
    let mut v = places::visit().look(plain());
    v.press(Command::Roadmap).sees("+ here   o ahead");
    v.press_times(Command::Down, 2).press(Command::Done);
    v.sees(". left out   + here   o ahead");
}

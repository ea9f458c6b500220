//! Golden frames: the main screens, whole, as text. They judge looks alone; what a screen does is told elsewhere.
//!
//! After a change that is meant, look at each of them: `INSTA_UPDATE=always cargo test --test it golden`, then `git diff`.

use crate::looks::plain;
use crate::places::{self, ALL, Place};
use crate::visit::Visit;

/// Screens at the usual size and on a note.
const EVERYWHERE: &[&str] = &[
    "today", "roadmap", "stage", "practice", "handbook", "journal", "progress", "answer", "results",
];

/// Screens at the usual size.
const USUAL: &[&str] = &[
    "settings", "set-up", "library", "evidence", "anchors", "after",
];

/// Screens that use the room of a large window.
const LARGE: &[&str] = &["today", "stage", "journal", "answer"];

/// Screens without color and special letters.
const PLAIN: &[&str] = &["today", "roadmap", "answer", "results"];

fn place(name: &str) -> &'static Place {
    let found = ALL.iter().find(|place| place.name == name);
    found.unwrap_or_else(|| panic!("no place is called {name}"))
}

fn hold(name: &str, v: &mut Visit) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, v.screen().text()));
}

fn hold_at(names: &[&str], (width, height): (u16, u16)) {
    for name in names {
        let mut v = places::at_size(place(name), (width, height));
        hold(&format!("{name} {width}x{height}"), &mut v);
    }
}

#[test]
fn the_first_day() {
    for (width, height) in [(80, 24), (40, 10), (120, 40)] {
        let mut v = Visit::new().size(width, height);
        hold(&format!("first day {width}x{height}"), v.opens());
    }
}

#[test]
fn the_main_screens() {
    hold_at(EVERYWHERE, (80, 24));
    hold_at(USUAL, (80, 24));
}

#[test]
fn the_main_screens_on_a_note() {
    hold_at(EVERYWHERE, (40, 10));
}

#[test]
fn the_main_screens_in_a_large_window() {
    hold_at(LARGE, (120, 40));
}

#[test]
fn the_main_screens_in_plain_letters() {
    for name in PLAIN {
        let mut v = places::visit().look(plain());
        (place(name).go)(&mut v);
        hold(&format!("{name} plain"), &mut v);
    }
}

//! Packs in a home: read, taken as they were pressed, changed, broken.

use std::hash::{DefaultHasher, Hasher as _};
use std::sync::Arc;

use super::*;
use crate::store::Store as _;
use crate::store::memory::Memory;

/// A home with two packs, together large enough to be pressed.
fn home() -> (Arc<Memory>, Home) {
    let store = Arc::new(Memory::default());
    for name in ["one", "two"] {
        store.meddle(&format!("packs/{name}.toml"), &pack(name, ""));
    }
    let home = Home::new(Arc::clone(&store) as _, Arc::clone(&store) as _);
    (store, home)
}

/// Twenty questions, and a long remark.
fn pack(name: &str, more: &str) -> String {
    let question =
        |n| format!("\"Why did the {name} shift number {n} take so long to hand over?\",");
    let questions: String = (0..20).map(question).collect();
    let remark = "#".repeat(128 << 10);
    format!("questions = [{questions}{more}]\n{remark}\n")
}

/// The packs as they were pressed; empty where they were not.
fn pressed_packs(home: &Home) -> Vec<u8> {
    let pile = home.pressed_packs();
    let bytes = pile.as_ref().and_then(|pile| pile.piece(0..pile.size()));
    bytes.unwrap_or_default().into_owned()
}

/// The questions of packs, and what is wrong.
fn read(home: &Home) -> (Vec<String>, Vec<Problem>) {
    let mut problems = Vec::new();
    let library = layers(home, &mut problems).library;
    home.press();
    let own = library.cards.iter().filter(|card| card.pack.is_some());
    let asked = own.map(|card| {
        let question = library
            .questions
            .get(card.id.as_str())
            .expect("on its shelf");
        format!("{} {}", card.id, question.text)
    });
    (asked.collect(), problems)
}

#[test]
fn pressed_packs_are_the_same_packs_until_somebody_changes_them() {
    let (store, home) = home();
    let first = read(&home);
    assert_eq!(first.0.len(), 40);
    let pressed = pressed_packs(&home);
    assert!(!pressed.is_empty());
    assert_eq!(read(&home), first);
    assert_eq!(
        pressed_packs(&home),
        pressed,
        "nothing changed, nothing is written"
    );

    store.meddle("packs/two.toml", &pack("two", "\"And who told you?\""));
    let (asked, problems) = read(&home);
    assert_eq!((asked.len(), problems), (41, Vec::new()));
    assert!(asked.iter().any(|text| text.ends_with("And who told you?")));
    assert_ne!(pressed_packs(&home), pressed);
    assert_eq!(read(&home).0, asked);
}

/// The sentence that asks for the shift, which has a name of three letters, in another home of just the same age.
fn lasting(name: &str) -> (Arc<Memory>, Home) {
    let store = Arc::new(Memory::default());
    store.meddle("packs/one.toml", &pack(name, ""));
    store.meddle("packs/two.toml", &pack("two", ""));
    store.wait(60);
    let home = Home::new(Arc::clone(&store) as _, Arc::clone(&store) as _);
    (store, home)
}

fn asks(home: &Home, shift: &str) -> bool {
    let (asked, problems) = read(home);
    assert_eq!(problems, Vec::new());
    asked
        .iter()
        .any(|text| text.contains(&format!("the {shift} shift")))
}

#[test]
fn packs_to_which_nothing_was_done_are_not_opened() {
    let (_, first) = lasting("day");
    assert!(asks(&first, "day"));
    // Seen from outside the same files, but they hold something else: whoever opens them tells the difference.
    let (store, home) = lasting("owl");
    store
        .write(
            &layout::pressed(layout::PACKS),
            &pressed_packs(&first),
            None,
        )
        .expect("written");
    assert!(asks(&home, "day") && !asks(&home, "owl"));

    // As a sync tool does it: length and time are those of before.
    store.sync("packs/one.toml", &pack("owl", ""), 0);
    assert!(asks(&home, "owl") && !asks(&home, "day"));
    store.vanish("packs/two.toml");
    assert!(asks(&home, "owl") && !asks(&home, "two"));
}

#[test]
fn packs_that_were_pressed_at_once_are_pressed_again_when_they_have_lain_a_while() {
    let (store, home) = home();
    let first = read(&home);
    let writes = store.writes();
    store.wait(60);
    assert_eq!(read(&home), first);
    assert_eq!(store.writes(), writes + 1);
    store.wait(60);
    assert_eq!(read(&home), first);
    assert_eq!(store.writes(), writes + 1, "now they tell by their looks");
}

#[test]
fn a_broken_pack_is_told_each_time_and_the_other_is_still_pressed() {
    let (store, home) = home();
    store.meddle("packs/broken.toml", "questions = [");
    let first = read(&home);
    assert_eq!((first.0.len(), first.1.len()), (40, 1));
    let pressed = pressed_packs(&home);
    assert!(!pressed.is_empty());
    assert_eq!(read(&home), first);
    assert_eq!(pressed_packs(&home), pressed);
}

#[test]
fn what_was_pressed_and_then_spoiled_is_not_used() {
    let (store, home) = home();
    let first = read(&home);
    for spoiled in [&b"no such thing"[..], b""] {
        store
            .write(&layout::pressed(layout::PACKS), spoiled, None)
            .expect("written");
        assert_eq!(read(&home), first);
    }
    assert!(pressed_packs(&home).len() > 1_000, "it is pressed anew");
}

#[test]
fn a_pressed_pack_that_is_whole_and_yet_none_is_read_anew() {
    let (store, home) = home();
    let first = read(&home);
    let mut bytes = pressed_packs(&home);
    // The last byte of the head, with a sum that fits.
    let length = bytes.get(8..12).and_then(|b| b.first_chunk());
    let length = u32::from_le_bytes(*length.expect("a length"));
    let end = 12 + usize::try_from(length).expect("small");
    bytes[end - 1] ^= 1;
    let mut hasher = DefaultHasher::new();
    hasher.write(&bytes[12..end]);
    let spoiled = [&hasher.finish().to_le_bytes(), &bytes[8..]].concat();
    store
        .write(&layout::pressed(layout::PACKS), &spoiled, None)
        .expect("written");
    assert_eq!(read(&home), first);
    assert_ne!(pressed_packs(&home), spoiled, "it is pressed anew");
}

#[test]
fn a_few_questions_are_not_pressed() {
    let (store, home) = home();
    store.meddle("packs/one.toml", "questions = [\"Why?\"]");
    store.meddle("packs/two.toml", "questions = [\"Who?\"]");
    assert_eq!(read(&home).0.len(), 2);
    assert!(pressed_packs(&home).is_empty());
}

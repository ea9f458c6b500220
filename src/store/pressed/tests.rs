//! Packed records: found while their files are as they were, and never taken from bytes that are not whole.

use super::*;

const SEEN: Sight = Sight {
    size: 9,
    modified: (100, 5),
    changed: 100,
};

const PACKED: Sight = Sight {
    size: 0,
    modified: (200, 0),
    changed: 200,
};

fn packed() -> Vec<u8> {
    let mut press = Press::default();
    for (name, text) in [("a.toml", "Acme"), ("b.toml", "Brill"), ("c.toml", "Acme")] {
        press.add(name, SEEN, |pen| {
            pen.name(text);
            pen.each(&[1_u16, 500], Pen::put);
        });
    }
    press.bytes()
}

fn found(bytes: &[u8], name: &str, sight: &Sight) -> Option<(String, Vec<u16>)> {
    let pressed = Pressed::open(bytes, &PACKED);
    let mut eye = pressed.find(name, sight)?;
    let record = (eye.text()?, eye.each(Eye::get)?);
    eye.is_done().then_some(record)
}

#[test]
fn a_record_is_found_while_its_file_is_as_it_was() {
    let bytes = packed();
    let record = |text: &str| Some((text.to_owned(), vec![1, 500]));
    assert_eq!(found(&bytes, "a.toml", &SEEN), record("Acme"));
    assert_eq!(found(&bytes, "b.toml", &SEEN), record("Brill"));
    assert_eq!(found(&bytes, "d.toml", &SEEN), None);
    let changed = [
        Sight { size: 10, ..SEEN },
        Sight {
            modified: (100, 6),
            ..SEEN
        },
        Sight {
            changed: 201,
            ..SEEN
        },
        // Within what a coarse disk calls the same moment.
        Sight {
            changed: 198,
            ..SEEN
        },
    ];
    for sight in changed {
        assert_eq!(found(&bytes, "a.toml", &sight), None, "{sight:?}");
    }
}

#[test]
fn bytes_that_are_not_whole_hold_nothing() {
    let bytes = packed();
    for at in 0..bytes.len() {
        assert_eq!(found(&bytes[..at], "a.toml", &SEEN), None, "cut at {at}");
        let mut bent = bytes.clone();
        bent[at] ^= 0x10;
        assert_eq!(found(&bent, "a.toml", &SEEN), None, "bent at {at}");
    }
}

#[test]
fn another_shape_holds_nothing() {
    let mut other = packed().split_off(8);
    let first = other.first().map(|byte| u32::from(*byte));
    assert_eq!(first, Some(SHAPE), "the shape stands first");
    other[0] += 1;
    let mut bytes = Stamp::of(&other, None).hash.to_le_bytes().to_vec();
    bytes.extend(other);
    assert_eq!(found(&bytes, "a.toml", &SEEN), None);
}

#[test]
fn moments_come_back_with_their_offset() {
    let at = Wall::parse_from_rfc3339("1969-03-01T02:30:00.25-07:30").unwrap();
    let mut press = Press::default();
    press.add("a.toml", SEEN, |pen| pen.moment(at));
    let bytes = press.bytes();
    let pressed = Pressed::open(&bytes, &PACKED);
    let back = pressed
        .find("a.toml", &SEEN)
        .and_then(|mut eye| eye.moment());
    assert_eq!(back.map(|b| b.to_rfc3339()), Some(at.to_rfc3339()));
}

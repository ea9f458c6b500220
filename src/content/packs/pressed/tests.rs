//! Pressed packs: the same as those that were read, and never half of one.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;
use crate::content::packs::{EXAMPLE, load};
use crate::domain::library::Library;

/// A pack with every kind of record and a warning.
fn example() -> (u64, Pack) {
    let text = format!("{EXAMPLE}\n[[stage]]\nid = \"mine\"\nname = \"Mine\"\norder = 9\n");
    let pack = load("packs/example.toml", &text).expect("a whole pack");
    assert!(!pack.warnings.is_empty());
    (digest(&bundle(&text)), pack)
}

fn bundle(text: &str) -> Bundle<'_> {
    Bundle::file(("packs/example.toml", text))
}

fn pressed_of(packs: &[(u64, &Pack)], looks: Option<u64>) -> Vec<u8> {
    let bundle = bundle("");
    let packs: Vec<_> = packs
        .iter()
        .map(|(key, pack)| (*key, &bundle, *pack))
        .collect();
    press(&packs, looks)
}

fn opened(bytes: &[u8]) -> Pressed {
    Pressed::open(Arc::new(bytes.to_vec()))
}

fn laid(pack: &Pack) -> Library {
    let mut library = Library::default();
    super::super::lay_over(&mut library, pack);
    library
}

#[test]
fn a_pressed_pack_is_the_same_pack() {
    let (key, pack) = example();
    let bytes = pressed_of(&[(7, &pack), (key, &pack)], Some(5));
    let pressed = opened(&bytes);
    assert!(pressed.holds(&[7, key], Some(5)) && !pressed.holds(&[key], Some(5)));
    assert!(pressed.pack(8).is_none());
    let again = pressed.pack(key).expect("it was pressed");
    assert!(pressed.all(6).is_none(), "other files");
    let all = pressed.all(5).expect("these files");
    let [_, (of, same)] = all.as_slice() else {
        panic!("two packs");
    };
    assert_eq!((of, &same.cards), (&bundle(""), &pack.cards));
    assert_eq!(again.head, pack.head);
    assert_eq!(again.warnings, pack.warnings);
    assert_eq!(again.cards, pack.cards);
    assert_eq!(again.records(), pack.records());
    assert_eq!(
        format!("{:?}", again.questions()),
        format!("{:?}", pack.questions())
    );
    let (one, other) = (laid(&again), laid(&pack));
    assert!(one.questions.ids().eq(other.questions.ids()));
    for (a, b) in one.scenarios.iter().zip(other.scenarios.iter()) {
        assert_eq!(format!("{a:?}"), format!("{b:?}"));
    }
}

#[test]
fn nothing_is_taken_of_what_is_not_whole() {
    let (key, pack) = example();
    let whole = pressed_of(&[(key, &pack)], None);
    assert!(opened(&whole).pack(key).is_some());
    for at in (0..whole.len()).step_by(97) {
        let mut bent = whole.clone();
        bent[at] ^= 0x10;
        assert!(opened(&bent).pack(key).is_none(), "byte {at}");
        assert!(opened(&whole[..at]).pack(key).is_none(), "cut at {at}");
    }
}

/// A file that something else writes over once it was looked through.
#[derive(Debug)]
struct Overwritten(Vec<u8>, AtomicBool);

impl Pile for Overwritten {
    fn size(&self) -> usize {
        self.0.len()
    }

    fn piece(&self, at: Range<usize>) -> Option<Cow<'_, [u8]>> {
        let piece = self.0.get(at)?;
        Some(if self.1.load(Ordering::Relaxed) {
            Cow::Owned(vec![0xff; piece.len()])
        } else {
            Cow::Borrowed(piece)
        })
    }
}

#[test]
fn records_whose_file_holds_something_else_by_now_are_not_there() {
    let (key, pack) = example();
    let whole = pressed_of(&[(key, &pack)], None);
    let file = Arc::new(Overwritten(whole, AtomicBool::new(false)));
    let library = laid(&Pressed::open(file.clone()).pack(key).expect("whole"));
    let id = pack.cards[0].id.as_str();
    assert!(library.questions.get(id).is_some());
    file.1.store(true, Ordering::Relaxed);
    assert!(library.questions.get(id).is_none());
    assert_eq!(library.scenarios.iter().count(), 0);
}

#[test]
fn other_texts_and_other_names_are_other_packs() {
    let digest_of = |name: &'static str, text: &'static str| digest(&Bundle::file((name, text)));
    let one = digest_of("packs/a.toml", "questions = [\"Why?\"]");
    assert_eq!(one, digest_of("packs/a.toml", "questions = [\"Why?\"]"));
    assert_ne!(one, digest_of("packs/a.toml", "questions = [\"Who?\"]"));
    assert_ne!(one, digest_of("packs/b.toml", "questions = [\"Why?\"]"));
}

/// When this fails, the example pack was changed, or packs come out of the reading in another way than before: raise
/// `SHAPE`, so that no home goes on with what was pressed before, and write the new sum here.
#[test]
fn the_shape_has_a_new_number_when_packs_read_differently() {
    let (key, pack) = example();
    let body = pressed_of(&[(key, &pack)], None);
    assert_eq!(
        (SHAPE, body.len(), sum(&body)),
        (10, 17_201, 168_719_708_931_559_971)
    );
}

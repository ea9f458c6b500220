//! What was packed is what reading gives, whoever changed whatever in between.

use std::io::ErrorKind;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::domain::practice::record::{Block, EventKind, SittingHead, SittingRecord};
use crate::seeded::cases;
use crate::store::memory::Memory;
use crate::store::samples::{answer, at, debrief, event, head, note, rating, shape};
use crate::store::sitting_file::{block_text, head_text};
use crate::store::weave::fresh;
use crate::store::{ItemKind, Store};

const FOLDER: &str = "practice/2026";
const PRESSED: &str = "practice/2026/.pressed";

fn studio(store: &Arc<Memory>) -> Home {
    let shared: Arc<dyn Store> = Arc::clone(store) as Arc<dyn Store>;
    Home::new(Arc::clone(&shared), shared)
}

fn path(n: usize) -> String {
    format!(
        "{FOLDER}/2026-03-{:02}T{:02}00-panel.toml",
        n / 24 + 1,
        n % 24
    )
}

/// A sitting of so many answers that went on in one of a few ways.
fn text(n: usize, way: u8) -> String {
    let head = SittingHead {
        seed: n as u64,
        shape: (way % 3 == 1).then(shape),
        ..head()
    };
    let mut blocks: Vec<Block> = (0..u16::from(way % 4))
        .flat_map(|i| [answer(i, "I told them on Monday."), rating(i)])
        .collect();
    blocks.extend((!way.is_multiple_of(5)).then(|| event(EventKind::Finished)));
    head_text(&head) + &blocks.iter().map(block_text).collect::<String>()
}

/// A home with so many sittings, which lie there for a while.
fn home(count: usize) -> Arc<Memory> {
    let store = Arc::new(Memory::new());
    for n in 0..count {
        store.meddle(&path(n), &text(n, u8::try_from(n % 250).unwrap()));
    }
    store.wait(60);
    store
}

/// Starts once and ends, a minute later.
fn start(store: &Arc<Memory>) -> Year {
    let home = studio(store);
    let year = home.recall_year(FOLDER);
    home.press();
    store.wait(60);
    year
}

fn assert_same(recalled: &Year, store: &Arc<Memory>) {
    let read = studio(store).load_year(FOLDER, Texts::Left);
    assert_eq!(recalled.sittings, read.sittings);
    assert_eq!(recalled.torn, read.torn);
    assert_eq!(recalled.problems, read.problems);
}

/// How many answers are in the file of a sitting, as this start sees it.
fn answers(store: &Arc<Memory>, n: usize) -> usize {
    let year = start(store);
    let id = layout::stem(&path(n)).to_owned();
    let of = |record: &&SittingRecord| record.head.id.as_str() == id;
    let record = year.sittings.iter().find(of).expect("it is there");
    let is_answer = |block: &&Block| matches!(block, Block::Answer(_));
    record.blocks.iter().filter(is_answer).count()
}

#[test]
fn sittings_that_nobody_touched_are_not_opened_again() {
    let store = home(40);
    assert_same(&start(&store), &store);
    assert!(store.text(PRESSED).is_some());
    let writes = store.writes();
    assert_same(&start(&store), &store);
    assert_eq!(
        store.writes(),
        writes,
        "nothing changed, nothing is written"
    );
    // Only a disk that lies about all it knows of a file could hide a change.
    let (old, new) = (text(3, 3), text(4, 3));
    assert_eq!(old.len(), new.len());
    store.wait(-150);
    store.sync(&path(3), &new, 0);
    store.wait(150);
    let year = start(&store);
    assert_eq!(year.sittings[36].head.seed, 3, "it was not looked into");
}

#[test]
fn what_another_computer_packed_does_no_harm_here() {
    let (there, here) = (home(40), home(40));
    start(&there);
    // The same names and lengths, and one of them with other words.
    let (old, new) = (text(3, 3), text(4, 3));
    assert_eq!(old.len(), new.len());
    here.meddle(&path(3), &new);
    here.wait(60);
    let (bytes, _) = there.read(PRESSED, Trust::OWN).expect("packed there");
    here.write(PRESSED, &bytes, None).expect("came over");
    assert_same(&start(&here), &here);
}

#[test]
fn an_edit_by_whomever_is_noticed() {
    let store = home(40);
    start(&store);
    assert_eq!(answers(&store, 3), 3);
    // By hand.
    store.meddle(&path(3), &text(3, 2));
    assert_eq!(answers(&store, 3), 2);
    // By a sync tool, with the very length and time that the file had.
    let (other, same) = (text(3, 3), text(4, 3));
    assert_eq!(other.len(), same.len());
    store.sync(&path(5), &text(5, 1), 0);
    assert_eq!(answers(&store, 5), 1);
    store.sync(&path(3), &other, 0);
    assert_eq!(answers(&store, 3), 3);
    // By a second studio that goes on with it.
    let id = SittingId::new(layout::stem(&path(2)));
    let second = studio(&store);
    second
        .append_block(&id, &answer(4, "More."), at(0))
        .unwrap();
    assert_eq!(answers(&store, 2), 3);
    // One that came and one that went.
    store.meddle(&path(60), &text(60, 1));
    store.vanish(&path(7));
    assert_same(&start(&store), &store);
}

#[test]
fn what_was_written_in_the_very_moment_of_packing_is_read_anew() {
    let store = home(40);
    let first = studio(&store);
    first.recall_year(FOLDER);
    // The same second, the same length.
    store.sync(&path(3), &text(4, 3), 0);
    first.press();
    store.wait(60);
    let year = start(&store);
    assert_eq!(year.sittings[36].head.seed, 4);
}

#[test]
fn a_few_new_sittings_are_not_worth_packing_all_anew() {
    let store = home(40);
    start(&store);
    let writes = store.writes();
    for n in 40..40 + WORTH - 1 {
        store.meddle(&path(n), &text(n, 2));
    }
    assert_same(&start(&store), &store);
    assert_eq!(store.writes(), writes);
    store.meddle(&path(100), &text(100, 2));
    assert_same(&start(&store), &store);
    assert_eq!(store.writes(), writes + 1);
}

#[test]
fn few_sittings_are_never_packed() {
    let store = home(WORTH - 1);
    assert_same(&start(&store), &store);
    assert_eq!(store.text(PRESSED), None);
}

#[test]
fn broken_torn_and_newer_files_are_told_at_each_start() {
    let store = home(40);
    store.meddle(&path(1), "format = 1\nstarted = \"no\"\n");
    let torn = text(2, 3);
    store.meddle(&path(2), torn.split_at(torn.len() - 9).0);
    store.meddle(&path(3), &text(3, 3).replace("format = 1", "format = 9"));
    store.wait(60);
    for _ in 0..3 {
        let year = start(&store);
        assert_same(&year, &store);
        assert_eq!(year.problems.len(), 3);
        assert_eq!(year.torn, [path(2)]);
    }
    let home = studio(&store);
    home.recall_year(FOLDER);
    let id = SittingId::new(layout::stem(&path(3)));
    assert!(home.append_block(&id, &answer(4, "No."), at(0)).is_err());
}

#[test]
fn a_disk_that_cannot_be_written_costs_only_time() {
    let store = home(40);
    store.fail_always(Some(ErrorKind::ReadOnlyFilesystem));
    assert_same(&start(&store), &store);
    assert_same(&start(&store), &store);
    assert_eq!(store.text(PRESSED), None);
}

#[test]
fn two_studios_pack_the_same() {
    let store = home(40);
    let (one, other) = (studio(&store), studio(&store));
    one.recall_year(FOLDER);
    other.recall_year(FOLDER);
    one.press();
    let first = store.read(PRESSED, Trust::OWN).unwrap().0;
    other.press();
    assert_eq!(store.read(PRESSED, Trust::OWN).unwrap().0, first);
    store.wait(60);
    assert_same(&start(&store), &store);
}

#[test]
fn packed_sittings_are_no_records_of_their_own() {
    let store = home(40);
    start(&store);
    let items = store.list(FOLDER).unwrap();
    assert!(
        items
            .iter()
            .any(|i| i.name == ".pressed" && i.kind == ItemKind::File)
    );
    let loaded = studio(&store).load_all(Texts::Kept);
    assert_eq!((loaded.sittings.len(), loaded.problems.len()), (40, 0));
}

const JOURNAL: &str = "journal/2026/.pressed";

fn note_path(n: usize) -> String {
    format!("journal/2026/2026-03-01-note-{n}.toml")
}

fn note_text(body: &str) -> String {
    fresh(&note("2026-03-01-note", body))
}

/// A journal with so many notes and a debrief, packed.
fn journal(count: usize) -> Arc<Memory> {
    let store = Arc::new(Memory::new());
    for n in 0..count {
        store.meddle(&note_path(n), &note_text(&format!("Day {n}.")));
    }
    store.meddle(
        "journal/2026/2026-11-23-acme-panel.toml",
        &fresh(&debrief()),
    );
    store.wait(60);
    open(&store);
    store
}

/// Opens the journal, as the next start does, a minute later.
fn open(store: &Arc<Memory>) -> (Home, Entries) {
    store.wait(60);
    let home = studio(store);
    let entries = home.recall_entries();
    home.press();
    let read = studio(store).load_entries();
    assert_eq!(entries.entries, read.entries);
    assert_eq!(entries.problems, read.problems);
    (home, entries)
}

#[test]
fn a_journal_that_nobody_touched_is_not_opened_again_and_can_be_edited() {
    let store = journal(30);
    let writes = store.writes();
    let (home, entries) = open(&store);
    assert_eq!(
        store.writes(),
        writes,
        "nothing changed, nothing is written"
    );
    let mut entry = entries.entries[3].clone();
    entry.body = "Changed.".into();
    let saved = home.save_entry(&entry).unwrap();
    assert_eq!((saved.id, saved.beside), (entry.id, None));
    open(&store);
}

#[test]
fn an_entry_that_changed_elsewhere_meanwhile_is_not_written_over() {
    let store = journal(30);
    let (home, entries) = open(&store);
    let mut entry = entries.entries[3].clone();
    let path = layout::entry(&entry.id);
    store.meddle(&path, &note_text("By hand."));
    entry.body = "In the studio.".into();
    assert_eq!(home.save_entry(&entry).unwrap().beside, Some(path.clone()));
    assert!(store.text(&path).unwrap().contains("By hand."));
    open(&store);
}

#[test]
fn the_words_of_an_entry_that_is_gone_are_kept_nowhere() {
    let store = journal(30);
    let packed = |word: &str| store.text(JOURNAL).unwrap().contains(word);
    assert!(packed("Day 7."));
    store.vanish(&note_path(7));
    store.meddle(&note_path(8), &note_text("Rewritten."));
    open(&store);
    assert!(!packed("Day 7.") && !packed("Day 8."));
    assert!(packed("Rewritten."));
}

#[test]
fn odd_entries_are_told_at_each_start() {
    let store = journal(30);
    store.meddle(
        "journal/2026/2026-01-01-broken.toml",
        "format = 1\nkind = \"no",
    );
    let newer = note_text("Later.").replace("format = 1", "format = 9");
    store.meddle("journal/2026/2026-01-02-newer.toml", &newer);
    // Not where its name says, and once more under the same name.
    store.meddle(
        "journal/2025/2026-03-01-note-3.toml",
        &note_text("Elsewhere."),
    );
    store.meddle(
        "journal/2026/a.sync-conflict-20260101-101010-ABCDEFG.toml",
        "x",
    );
    for _ in 0..3 {
        let (_, entries) = open(&store);
        assert_eq!(entries.problems.len(), 4, "{:?}", entries.problems);
    }
}

#[test]
fn a_packed_journal_that_is_bent_or_cut_is_not_used() {
    let store = journal(20);
    let (whole, _) = store.read(JOURNAL, Trust::OWN).unwrap();
    for at in (0..whole.len()).step_by(97) {
        let mut bent = whole.clone();
        bent[at] ^= 1;
        store.write(JOURNAL, &bent, None).unwrap();
        open(&store);
        store.write(JOURNAL, &whole[..at], None).unwrap();
        open(&store);
    }
}

/// What may happen to a home between two starts.
#[derive(Debug, Clone)]
enum Deed {
    Write(Index, u8),
    Sync(Index, u8, i64),
    Vanish(Index),
    Cut(Index, Index),
    Wait(i64),
    Start,
    Bend(Index, u8),
    Truncate(Index),
}

fn deed() -> impl Strategy<Value = Deed> {
    let one = any::<Index>;
    prop_oneof![
        (one(), any::<u8>()).prop_map(|(n, way)| Deed::Write(n, way)),
        (one(), any::<u8>(), -99..99_i64).prop_map(|(n, way, at)| Deed::Sync(n, way, at)),
        one().prop_map(Deed::Vanish),
        (one(), one()).prop_map(|(n, at)| Deed::Cut(n, at)),
        (0..9_i64).prop_map(Deed::Wait),
        Just(Deed::Start),
        (one(), 1_u8..).prop_map(|(at, bits)| Deed::Bend(at, bits)),
        one().prop_map(Deed::Truncate),
    ]
}

impl Deed {
    fn be_done(&self, store: &Arc<Memory>) {
        let spoil = |change: &dyn Fn(&mut Vec<u8>)| {
            if let Ok((mut bytes, _)) = store.read(PRESSED, Trust::OWN) {
                change(&mut bytes);
                store.write(PRESSED, &bytes, None).unwrap();
            }
        };
        match self {
            Self::Write(n, way) => store.meddle(&path(n.index(50)), &text(n.index(50), *way)),
            Self::Sync(n, way, at) => {
                store.sync(&path(n.index(50)), &text(n.index(50), *way), *at);
            }
            Self::Vanish(n) => store.vanish(&path(n.index(50))),
            Self::Cut(n, at) => {
                let whole = text(n.index(50), 3);
                store.meddle(&path(n.index(50)), whole.split_at(at.index(whole.len())).0);
            }
            Self::Wait(seconds) => store.wait(*seconds),
            Self::Start => drop(start(store)),
            Self::Bend(at, bits) => spoil(&|bytes| {
                let at = at.index(bytes.len());
                bytes[at] ^= bits;
            }),
            Self::Truncate(at) => spoil(&|bytes| bytes.truncate(at.index(bytes.len()))),
        }
    }
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn whatever_happens_between_two_starts_is_noticed(deeds in prop::collection::vec(deed(), 0..24)) {
        let store = home(40);
        start(&store);
        for deed in &deeds {
            deed.be_done(&store);
        }
        let home = studio(&store);
        assert_same(&home.recall_year(FOLDER), &store);
        home.press();
        assert_same(&studio(&store).recall_year(FOLDER), &store);
    }
}

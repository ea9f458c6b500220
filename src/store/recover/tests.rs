//! Torn and damaged files: what is kept, set aside, backed up.

use crate::seeded::cases;
use proptest::prelude::*;

use super::*;
use crate::domain::id::SittingId;
use crate::domain::practice::record::{Block, EventKind};
use crate::store::memory::Memory;
use crate::store::samples::{answer, at, event, head, rating};
use crate::store::sitting_file::Texts;

const FILE: &str = "practice/2026/2026-11-23T1830-panel.toml";

fn dead(_: u32) -> bool {
    false
}

fn text(blocks: &[Block]) -> String {
    let blocks: String = blocks.iter().map(sitting_file::block_text).collect();
    let mut head = head();
    head.plan.truncate(1);
    sitting_file::head_text(&head) + &blocks
}

fn blocks_in(bytes: &[u8]) -> Option<Vec<Block>> {
    let (record, _) = sitting_file::read(FILE, SittingId::new("x"), bytes, Texts::Kept).ok()?;
    Some(record.blocks)
}

/// Answers whose texts look like the marks of the file.
fn tricky() -> Vec<Block> {
    vec![
        answer(0, "end = true\n\n[[answer]]\nindex = 1\nend = true\n"),
        rating(0),
        answer(1, "Zweite Antwort, é, \"\"\" and \\"),
        event(EventKind::Finished),
    ]
}

/// Cuts a file everywhere in a range and looks at what is kept.
fn cut_everywhere(blocks: &[Block], at: impl Iterator<Item = usize>) {
    let whole = text(blocks);
    let ends: Vec<usize> = (0..=blocks.len())
        .map(|n| text(blocks.get(..n).unwrap()).len())
        .collect();
    for cut in at {
        let part = whole.as_bytes().get(..cut).unwrap();
        // The last line end of a block may be missing.
        let complete = ends.iter().filter(|end| cut + 1 >= **end).count();
        match whole_part(part) {
            None => assert_eq!(complete, 0, "cut at {cut}"),
            Some(kept) => {
                let found = blocks_in(kept).unwrap();
                assert_eq!(found.len() + 1, complete, "cut at {cut}");
                assert_eq!(found, blocks.get(..complete - 1).unwrap(), "cut at {cut}");
            }
        }
    }
}

/// T6, at every byte of one file.
#[test]
fn a_file_cut_at_any_byte_keeps_every_complete_block() {
    let blocks = tricky();
    let size = text(&blocks).len();
    cut_everywhere(&blocks, 0..=size);
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            "word",
            " ",
            "\n",
            "end = true",
            "\nend = true\n",
            "\"\"\"",
            "\"",
            "\\",
            "[[answer]]",
            "é",
            "'''",
        ]),
        0..24,
    )
    .prop_map(|parts| parts.concat())
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        (0_u16..9, words()).prop_map(|(n, text)| answer(n, &text)),
        (0_u16..9).prop_map(rating),
        Just(event(EventKind::Left)),
    ]
}

proptest! {
    #![proptest_config(cases(48))]

    /// T6, for any answers.
    #[test]
    fn any_file_cut_anywhere_keeps_every_complete_block(
        blocks in prop::collection::vec(block(), 0..6),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 6),
    ) {
        let size = text(&blocks).len();
        cut_everywhere(&blocks, cuts.iter().map(|cut| cut.index(size + 1)));
    }

    #[test]
    fn any_bytes_at_the_end_are_set_aside(tail in prop::collection::vec(any::<u8>(), 1..200)) {
        let whole = text(&tricky());
        let mut torn = whole.clone().into_bytes();
        torn.extend(b"\n[[answer]]\nindex = ");
        torn.extend(&tail);
        let kept = whole_part(&torn).unwrap();
        prop_assert_eq!(blocks_in(kept).unwrap(), tricky());
    }
}

fn torn_home() -> (Memory, String) {
    let store = Memory::new();
    let whole = text(&tricky());
    store.meddle(
        FILE,
        &format!("{whole}\n[[answer]]\nindex = 2\ntext = \"half a"),
    );
    (store, whole)
}

#[test]
fn mending_keeps_the_blocks_and_sets_the_tail_aside() {
    let (store, whole) = torn_home();
    let told = mend(&store, FILE, at(0)).unwrap();
    let aside = format!("{FILE}.torn-2026-11-23T183000");
    assert!(told.what.contains(&aside), "{told}");
    assert_eq!(store.text(FILE).unwrap(), whole);
    let tail = store.text(&aside).unwrap();
    assert!(tail.ends_with("text = \"half a"), "{tail}");
    store
        .append(FILE, sitting_file::block_text(&rating(1)).as_bytes())
        .unwrap();
}

#[test]
fn a_remark_after_the_last_block_is_no_damage() {
    let store = Memory::new();
    let whole = text(&tricky());
    store.meddle(FILE, &format!("{whole}\n# a good evening\n"));
    assert_eq!(plan(&store, &dead).unwrap(), []);
    mend(&store, FILE, at(0)).unwrap();
    let mended = store.text(FILE).unwrap();
    assert!(
        mended.ends_with("# a good evening\nend = true\n"),
        "{mended}"
    );
    assert_eq!(blocks_in(mended.as_bytes()).unwrap(), tricky());
    assert_eq!(store.paths(), [FILE]);
}

#[test]
fn a_failure_while_mending_loses_nothing() {
    for n in 1..=2 {
        let (store, _) = torn_home();
        let before = store.text(FILE).unwrap();
        store.fail_at(n, std::io::ErrorKind::StorageFull);
        assert!(mend(&store, FILE, at(0)).is_err(), "{n}");
        assert_eq!(store.text(FILE).unwrap(), before, "{n}");
    }
}

#[test]
fn the_plan_changes_nothing_and_names_everything() {
    let (store, _) = torn_home();
    store.meddle("journal/2026/.a.toml.4711-Ab3dEf.tmp", "half");
    store.meddle("journal/2026/nul.toml", "format = 1\0\0\0");
    store.meddle("journal/2026/empty.toml", "");
    store.meddle("journal/2026/typo.toml", "format = = 1");
    store.meddle("packs/broken.toml", "");
    let before = store.paths();
    let steps: Vec<String> = plan(&store, &dead)
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        steps,
        [
            "journal/2026/.a.toml.4711-Ab3dEf.tmp: remove, it was left by a run that ended early"
                .to_owned(),
            "journal/2026/empty.toml: set aside, it is damaged".to_owned(),
            "journal/2026/nul.toml: set aside, it is damaged".to_owned(),
            format!(
                "{FILE}: keep {} bytes of complete blocks, set 37 torn bytes aside",
                text(&tricky()).len() - 1
            ),
        ]
    );
    assert_eq!(store.paths(), before);
}

#[test]
fn a_repair_backs_up_first_and_then_finds_nothing_more() {
    let (store, whole) = torn_home();
    let torn = store.text(FILE).unwrap();
    store.meddle("journal/2026/.a.toml.4711-Ab3dEf.tmp", "half");
    store.meddle("journal/2026/nul.toml", "format = 1\0\0\0");
    let steps = plan(&store, &dead).unwrap();
    assert_eq!(apply(&store, &steps, at(0)).unwrap().len(), 3);
    assert_eq!(plan(&store, &dead).unwrap(), []);
    assert_eq!(store.text(FILE).unwrap(), whole);
    let backup = format!("trash/2026-11-23T183000/{FILE}.before-repair");
    assert_eq!(store.text(&backup).unwrap(), torn);
    let aside = store.text("journal/2026/nul.toml.broken-2026-11-23T183000");
    assert_eq!(aside.unwrap(), "format = 1\0\0\0");
}

#[test]
fn temporary_files_of_running_studios_stay() {
    let store = Memory::new();
    store.meddle(".a.toml.7-Ab3dEf.tmp", "");
    store.meddle("journal/.b.toml.8-Ab3dEf.tmp", "");
    store.meddle("journal/.swp.tmp", "somebody else's");
    assert_eq!(tidy(&store, &|process| process == 7).unwrap(), 1);
    assert_eq!(store.paths(), [".a.toml.7-Ab3dEf.tmp", "journal/.swp.tmp"]);
}

#[test]
fn this_process_is_alive() {
    assert!(is_alive(std::process::id()));
    assert!(!is_alive(0));
    assert!(!is_alive(u32::MAX));
}

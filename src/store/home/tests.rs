//! The home as studios use it: saves, conflicts, torn and newer files, drafts, packs.

mod packs;
mod stories;
mod trouble;

use std::io::ErrorKind;

use super::*;
use crate::domain::id::SittingId;
use crate::domain::journal::{Entry, EntryKind};
use crate::domain::level::Level;
use crate::domain::practice::record::{Block, EventKind};
use crate::problem::Severity;
use crate::store::draft_file::{Draft, Owner};
use crate::store::memory::Memory;
use crate::store::samples::{answer, application, at, debrief, event, head, note, rating};
use crate::store::weave::Edited as _;

const NOTE: &str = "journal/2026/2026-11-23-note.toml";

fn home() -> (Arc<Memory>, Home) {
    let store = Arc::new(Memory::new());
    let home = studio(&store);
    (store, home)
}

fn studio(store: &Arc<Memory>) -> Home {
    let shared: Arc<dyn Store> = Arc::clone(store) as Arc<dyn Store>;
    Home::new(Arc::clone(&shared), shared)
}

fn a_note(body: &str) -> Entry {
    note("2026-11-23-note", body)
}

fn words(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn an_empty_home_loads_and_stays_empty() {
    let (store, home) = home();
    let loaded = home.load_all(Texts::Kept);
    assert_eq!(loaded.profile, Profile::default());
    assert_eq!(words(&loaded.problems), Vec::<String>::new());
    assert!(store.paths().is_empty());
}

#[test]
fn what_was_saved_is_there_for_the_next_studio() {
    let (store, first) = home();
    first.save_entry(&debrief()).unwrap();
    first
        .save_application(&application("acme-engineer"))
        .unwrap();
    let profile = Profile {
        name: "Sam".into(),
        ..Profile::default()
    };
    first.save_profile(&profile).unwrap();
    let config = Config {
        bell: true,
        ..Config::default()
    };
    first.save_config(&config).unwrap();
    let id = first.begin_sitting(&head()).unwrap().id;
    for block in [answer(0, "yes"), rating(0), event(EventKind::Finished)] {
        first.append_block(&id, &block, at(0)).unwrap();
    }

    let loaded = studio(&store).load_all(Texts::Kept);
    assert_eq!(words(&loaded.problems), Vec::<String>::new());
    assert_eq!(loaded.entries, [debrief()]);
    assert_eq!(loaded.applications, [application("acme-engineer")]);
    assert_eq!((loaded.profile, loaded.config), (profile, config));
    assert_eq!(loaded.sittings[0].head, head());
    assert_eq!(loaded.sittings[0].blocks.len(), 3);
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let (store, home) = home();
    store.meddle(NOTE, "somebody else's");
    let saved = home.save_entry(&a_note("mine")).unwrap();
    assert_eq!(saved.id.as_str(), "2026-11-23-note-2");
    assert_eq!(saved.path, "journal/2026/2026-11-23-note-2.toml");
    assert_eq!(store.text(NOTE).unwrap(), "somebody else's");
    let first = home.begin_sitting(&head()).unwrap().id;
    let second = home.begin_sitting(&head()).unwrap().id;
    assert_eq!(second.as_str(), format!("{first}-2"));
}

#[test]
fn saving_again_changes_the_same_file() {
    let (store, home) = home();
    let saved = home.save_entry(&a_note("one")).unwrap();
    let again = home.save_entry(&a_note("two")).unwrap();
    assert_eq!(again, saved);
    assert_eq!(store.paths(), [NOTE]);
    assert!(store.text(NOTE).unwrap().contains("two"));
}

#[test]
fn saving_without_a_change_touches_nothing() {
    let (store, home) = home();
    home.save_entry(&a_note("one")).unwrap();
    let writes = store.writes();
    home.save_entry(&a_note("one")).unwrap();
    assert_eq!(store.writes(), writes);
}

#[test]
fn an_edit_from_outside_is_kept_and_both_are_told() {
    let (store, home) = home();
    home.save_entry(&a_note("one")).unwrap();
    let outside = store.text(NOTE).unwrap().replace("one", "edited outside");
    store.meddle(NOTE, &outside);
    let saved = home.save_entry(&a_note("two")).unwrap();
    assert_eq!(saved.beside.as_deref(), Some(NOTE));
    assert_eq!(saved.path, "journal/2026/2026-11-23-note-2.toml");
    assert_eq!(store.text(NOTE).unwrap(), outside);
    assert!(store.text(&saved.path).unwrap().contains("two"));
}

#[test]
fn an_entry_deleted_elsewhere_comes_back_when_it_is_saved() {
    let (store, home) = home();
    home.save_entry(&a_note("one")).unwrap();
    store.vanish(NOTE);
    let saved = home.save_entry(&a_note("two")).unwrap();
    assert_eq!((saved.path.as_str(), saved.beside), (NOTE, None));
}

#[test]
fn two_studios_do_not_undo_each_others_settings() {
    let (store, first) = home();
    let second = studio(&store);
    first.load_small();
    second.load_small();
    let quick = Profile {
        pace: 170,
        ..Profile::default()
    };
    let named = Profile {
        name: "Sam".into(),
        ..Profile::default()
    };
    first.save_profile(&quick).unwrap();
    second.save_profile(&named).unwrap();
    let (profile, _) = Profile::read("x", store.text("profile.toml").unwrap().as_bytes()).unwrap();
    assert_eq!((profile.name.as_str(), profile.pace), ("Sam", 170));
}

#[test]
fn keys_in_the_settings_survive_a_change_of_the_theme() {
    let (store, home) = home();
    let text = "theme = \"day\" # bright\n\n[keys.journal]\n\"ctrl+e\" = \"edit\"\n";
    store.meddle("config.toml", text);
    let (mut config, _) = home.load_config();
    config.theme = "night".into();
    home.save_config(&config).unwrap();
    assert_eq!(
        store.text("config.toml").unwrap(),
        text.replace("day", "night")
    );
}

#[test]
fn a_broken_file_is_told_and_never_written_over() {
    let (store, home) = home();
    store.meddle("profile.toml", "format = 1\nname = \"Sam\n");
    let small = home.load_small();
    assert_eq!(small.problems[0].place.line, 2);
    let error = home
        .save_profile(&Profile {
            pace: 99,
            ..Profile::default()
        })
        .unwrap_err();
    assert!(matches!(error, StoreError::Broken(_)), "{error}");
    assert_eq!(
        store.text("profile.toml").unwrap(),
        "format = 1\nname = \"Sam\n"
    );
}

#[test]
fn a_newer_file_is_shown_but_not_changed() {
    let (store, first) = home();
    first.save_entry(&a_note("one")).unwrap();
    first.begin_sitting(&head()).unwrap();
    for path in store.paths() {
        let newer = store
            .text(&path)
            .unwrap()
            .replace("format = 1", "format = 2\nshiny = 1");
        store.meddle(&path, &newer);
    }
    let home = studio(&store);
    let loaded = home.load_all(Texts::Kept);
    assert_eq!((loaded.entries.len(), loaded.sittings.len()), (1, 1));
    assert!(
        loaded
            .problems
            .iter()
            .all(|p| p.what.contains("newer Greenroom"))
    );
    assert_eq!(loaded.problems.len(), 2);
    let before: Vec<_> = store.paths().iter().map(|p| store.text(p)).collect();
    let error = home.save_entry(&a_note("two")).unwrap_err();
    assert!(
        matches!(error, StoreError::Newer { format: 2, .. }),
        "{error}"
    );
    let error = home
        .append_block(&head().id, &answer(0, "x"), at(0))
        .unwrap_err();
    assert!(
        matches!(error, StoreError::Newer { format: 2, .. }),
        "{error}"
    );
    let after: Vec<_> = store.paths().iter().map(|p| store.text(p)).collect();
    assert_eq!(after, before);
}

#[test]
fn one_broken_entry_does_not_hide_the_others() {
    let (store, first) = home();
    first.save_entry(&a_note("one")).unwrap();
    store.meddle(
        "journal/2025/2025-01-01-broken.toml",
        "format = 1\ndate = \n",
    );
    store.meddle("journal/2026/2026-11-24-cut.toml", "");
    let journal = studio(&store).load_entries();
    assert_eq!(journal.entries.len(), 1);
    let files: Vec<_> = journal.problems.iter().map(|p| p.file.as_str()).collect();
    assert_eq!(
        files,
        [
            "journal/2025/2025-01-01-broken.toml",
            "journal/2026/2026-11-24-cut.toml"
        ]
    );
}

#[test]
fn copies_of_sync_tools_are_told_and_neither_loaded_nor_deleted() {
    let (store, first) = home();
    first.save_entry(&a_note("one")).unwrap();
    let text = store.text(NOTE).unwrap();
    let copies = [
        "journal/2026/2026-11-23-note (conflicted copy 2026-11-01).toml",
        "journal/2026/2026-11-23-note.sync-conflict-20261101-101010-ABCDEFG.toml",
        "journal/2026/2026-11-23-note.toml~",
    ];
    for copy in copies {
        store.meddle(copy, &text);
    }
    let journal = studio(&store).load_entries();
    assert_eq!(journal.entries.len(), 1);
    let files: Vec<_> = journal.problems.iter().map(|p| p.file.as_str()).collect();
    assert_eq!(files, copies);
    assert_eq!(store.paths().len(), 4);
}

#[test]
fn a_file_in_another_folder_is_saved_where_it_lies() {
    let (store, first) = home();
    first.save_entry(&a_note("one")).unwrap();
    let text = store.text(NOTE).unwrap();
    store.vanish(NOTE);
    store.meddle("journal/2026-11-23-note.toml", &text);
    let home = studio(&store);
    home.load_entries();
    let saved = home.save_entry(&a_note("two")).unwrap();
    assert_eq!(saved.path, "journal/2026-11-23-note.toml");
    assert_eq!(store.paths(), ["journal/2026-11-23-note.toml"]);
    home.trash_entry(&saved.id, at(0)).unwrap();
    assert_eq!(
        store.paths(),
        ["trash/2026-11-23T183000/journal/2026-11-23-note.toml"]
    );
}

#[test]
fn the_same_name_in_two_folders_is_told_once_for_each_reading() {
    let (store, first) = home();
    first.save_entry(&a_note("one")).unwrap();
    let text = store.text(NOTE).unwrap();
    store.meddle("journal/2026-11-23-note.toml", &text);
    let home = studio(&store);
    for _ in 0..2 {
        let journal = home.load_entries();
        assert_eq!(journal.entries.len(), 1);
        assert_eq!(journal.problems[0].file, "journal/2026-11-23-note.toml");
        assert_eq!(journal.problems.len(), 1);
    }
}

#[test]
fn clearing_up_takes_only_what_is_dead_or_old() {
    let (store, home) = home();
    let saved = home.save_entry(&a_note("one")).unwrap();
    home.trash_entry(&saved.id, at(0)).unwrap();
    store.meddle("journal/2026/.x.toml.4294967295-Ab3dEf.tmp", "half");
    let own = format!("journal/2026/.y.toml.{}-Ab3dEf.tmp", std::process::id());
    store.meddle(&own, "half");
    let problems = home.tidy(crate::store::samples::day("2026-12-01"));
    assert_eq!(words(&problems), Vec::<String>::new());
    assert_eq!(store.paths().len(), 2);
    home.tidy(crate::store::samples::day("2027-02-01"));
    assert_eq!(store.paths(), [own]);
}

#[test]
fn entries_and_sittings_come_newest_first() {
    let (_store, home) = home();
    for (id, date) in [
        ("2025-01-01-a", "2025-01-01"),
        ("2026-11-23-b", "2026-11-23"),
    ] {
        let mut entry = note(id, "x");
        entry.date = crate::store::samples::day(date);
        home.save_entry(&entry).unwrap();
    }
    for id in [
        "2025-01-01T0900-a",
        "2026-01-01T0900-b",
        "2026-02-01T0900-c",
    ] {
        let mut head = head();
        head.id = SittingId::new(id);
        home.begin_sitting(&head).unwrap();
    }
    let loaded = home.load_all(Texts::Kept);
    let entries: Vec<_> = loaded.entries.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(entries, ["2026-11-23-b", "2025-01-01-a"]);
    let sittings: Vec<_> = loaded.sittings.iter().map(|s| s.head.id.as_str()).collect();
    assert_eq!(
        sittings,
        [
            "2026-02-01T0900-c",
            "2026-01-01T0900-b",
            "2025-01-01T0900-a"
        ]
    );
}

#[test]
fn words_can_be_left_on_the_disk_and_read_when_they_are_shown() {
    let (_store, home) = home();
    let id = home.begin_sitting(&head()).unwrap().id;
    home.append_block(&id, &answer(0, "a long answer"), at(0))
        .unwrap();
    let year = home.load_year("practice/2026", Texts::Left);
    let Block::Answer(left) = &year.sittings[0].blocks[0] else {
        panic!("no answer");
    };
    assert_eq!((left.text.as_str(), left.words), ("", 210));
    let whole = home.read_sitting(&id).unwrap();
    assert_eq!(whole.blocks, [answer(0, "a long answer")]);
}

#[test]
fn a_deleted_entry_comes_back_and_can_be_edited() {
    let (store, home) = home();
    let saved = home.save_entry(&a_note("one")).unwrap();
    let gone = home.trash_entry(&saved.id, at(0)).unwrap();
    assert!(home.load_entries().entries.is_empty());
    assert_eq!(home.trashed().unwrap(), std::slice::from_ref(&gone));
    let (path, _) = home.restore(&gone, crate::store::samples::at(90)).unwrap();
    let mut entry = home.read_entry(&path).unwrap();
    entry.kind = EntryKind::Debrief;
    home.save_entry(&entry).unwrap();
    assert_eq!(store.paths(), [NOTE]);
    assert_eq!(home.load_entries().entries, [entry]);
}

#[test]
fn levels_in_files_are_words() {
    let (store, home) = home();
    home.save_entry(&debrief()).unwrap();
    let text = store
        .text("journal/2026/2026-11-23-acme-panel.toml")
        .unwrap();
    for level in [Level::Partly, Level::Solid] {
        assert!(text.contains(&format!("level = \"{}\"", level.id())));
    }
}

//! The trash: there and back, and gone in time.

use super::*;
use crate::store::Trust;
use crate::store::memory::Memory;
use crate::store::samples::{at, day};

const FILE: &str = "journal/2026/a.toml";

fn home() -> Memory {
    let store = Memory::new();
    store.meddle(FILE, "a");
    store
}

#[test]
fn a_deleted_file_lies_under_its_moment_and_comes_back() {
    let store = home();
    let entry = trash(&store, FILE, at(5)).unwrap();
    assert_eq!(entry.path, "trash/2026-11-23T183005/journal/2026/a.toml");
    assert_eq!(store.paths(), [entry.path.as_str()]);
    assert_eq!(list(&store).unwrap(), std::slice::from_ref(&entry));
    assert_eq!(restore(&store, &entry).unwrap(), FILE);
    assert_eq!(store.paths(), [FILE]);
}

#[test]
fn what_took_its_place_meanwhile_stays() {
    let store = home();
    let entry = trash(&store, FILE, at(0)).unwrap();
    store.meddle(FILE, "new");
    assert_eq!(restore(&store, &entry).unwrap(), "journal/2026/a-2.toml");
    assert_eq!(store.text(FILE).unwrap(), "new");
}

#[test]
fn the_same_file_deleted_twice_in_a_second_is_kept_twice() {
    let store = home();
    trash(&store, FILE, at(0)).unwrap();
    store.meddle(FILE, "again");
    trash(&store, FILE, at(0)).unwrap();
    let froms: Vec<String> = list(&store).unwrap().into_iter().map(|e| e.from).collect();
    assert_eq!(froms, [FILE, FILE]);
}

#[test]
fn a_failed_deletion_leaves_the_file_where_it_was() {
    let store = home();
    store.fail_at(1, std::io::ErrorKind::StorageFull);
    let error = trash(&store, FILE, at(0)).unwrap_err();
    assert!(
        error.to_string().contains("It is still where it was."),
        "{error}"
    );
    assert_eq!(store.paths(), [FILE]);
}

#[test]
fn after_thirty_days_it_is_gone_and_not_a_day_before() {
    let store = home();
    trash(&store, FILE, at(0)).unwrap();
    assert_eq!(purge(&store, day("2026-12-23")).unwrap(), 0);
    assert_eq!(purge(&store, day("2026-12-24")).unwrap(), 1);
    assert!(store.paths().is_empty());
}

#[test]
fn a_clock_that_jumped_ahead_removes_nothing() {
    let store = home();
    trash(&store, FILE, at(0)).unwrap();
    assert_eq!(purge(&store, day("9999-12-31")).unwrap(), 0);
    assert_eq!(store.paths().len(), 1);
}

#[test]
fn a_clock_that_was_set_back_removes_nothing() {
    let store = home();
    trash(&store, FILE, at(0)).unwrap();
    store.meddle("trash/odd name/a.toml", "kept");
    assert_eq!(purge(&store, day("1999-01-01")).unwrap(), 0);
    assert_eq!(store.paths().len(), 2);
}

#[test]
fn on_a_real_disk_the_empty_folders_go_too() {
    let dir = tempfile::tempdir().unwrap();
    let disk = crate::store::disk::Disk::new(dir.path());
    disk.create(FILE, b"a").unwrap();
    let entry = trash(&disk, FILE, at(0)).unwrap();
    assert_eq!(disk.read(&entry.path, Trust::OWN).unwrap().0, b"a");
    assert_eq!(purge(&disk, day("2027-01-31")).unwrap(), 1);
    assert_eq!(disk.list("trash").unwrap(), []);
}

//! Nothing new ever takes the place of what is there, whatever the studio has read of the home so far.

use super::*;
use crate::domain::id::EntryId;
use crate::domain::journal::Entry;
use crate::domain::library::Kind;
use crate::domain::practice::sample::{answer, at, head};
use crate::store::Store;
use crate::store::disk::Disk;
use crate::store::layout;
use crate::store::memory::Memory;
use crate::store::samples::application;

const NOTE: &str = "journal/2026/2026-03-12-note.toml";
const BEFORE: &str = "format = 1\nkind = \"note\"\ndate = 2026-03-12\nbody = \"What was there.\"\n";

fn keeper() -> (Keeper, Arc<Memory>) {
    let memory = Arc::new(Memory::new());
    let store: Arc<dyn Store> = Arc::clone(&memory) as _;
    let home = Home::new(Arc::clone(&store), store);
    (Keeper::new(Arc::new(home)), memory)
}

fn note(body: &str) -> Box<Entry> {
    let id = EntryId::new("2026-03-12-note");
    Box::new(Entry {
        time: None,
        ..Entry::note(id, body.to_owned(), at(0.0))
    })
}

#[test]
fn a_new_entry_stands_beside_one_that_was_read_behind_its_back() {
    let (mut keeper, memory) = keeper();
    memory.meddle(NOTE, BEFORE);
    keeper.carry_out(&Effect::Load, at(0.0));
    let done = keeper.carry_out(&Effect::AddEntry(note("What is new.")), at(1.0));
    let [Outcome::Renamed(..), Outcome::Saved(Wrote::Entry(got), _)] = &done[..] else {
        panic!("{done:?}");
    };
    assert_eq!(got.as_str(), "2026-03-12-note-2");
    assert_eq!(memory.text(NOTE).as_deref(), Some(BEFORE));
    let second = memory.text("journal/2026/2026-03-12-note-2.toml").unwrap();
    assert!(second.contains("What is new."));
}

#[test]
fn a_sitting_whose_name_was_taken_writes_into_its_own_file() {
    let (mut first, memory) = keeper();
    let store: Arc<dyn Store> = Arc::clone(&memory) as _;
    let mut second = Keeper::new(Arc::new(Home::new(Arc::clone(&store), store)));
    let head = Box::new(head(&["q"]));
    let id = head.id.clone();
    for keeper in [&mut first, &mut second] {
        keeper.carry_out(&Effect::BeginSitting(head.clone()), at(0.0));
    }
    let mut said = answer("q", Kind::Behavioral);
    for (keeper, words) in [
        (&mut first, "The first one."),
        (&mut second, "The second one."),
    ] {
        words.clone_into(&mut said.text);
        let block = Box::new(Block::Answer(said.clone()));
        keeper.carry_out(&Effect::Append(id.clone(), block), at(9.0));
    }
    let text = |name: &str| memory.text(&format!("practice/2026/{name}.toml")).unwrap();
    let (one, two) = (
        text("2026-03-12T1830-panel"),
        text("2026-03-12T1830-panel-2"),
    );
    assert!(one.contains("The first one.") && !one.contains("The second one."));
    assert!(two.contains("The second one.") && !two.contains("The first one."));
}

#[test]
fn a_step_back_that_is_refused_in_one_part_is_carried_out_in_none() {
    let (mut keeper, memory) = keeper();
    let job = Box::new(application("acme"));
    let entry = note("What was asked.");
    for effect in [
        Effect::AddApplication(job.clone()),
        Effect::AddEntry(entry.clone()),
    ] {
        keeper.carry_out(&effect, at(0.0));
    }
    let path = layout::application(&job.id);
    let before = memory.text(&path).unwrap();
    memory.meddle(&path, &format!("{before}# mine\n"));
    let step = Effect::Step(vec![
        Effect::TakeEntry(entry.id.clone()),
        Effect::PutApplication(job.clone()),
    ]);
    let done = keeper.carry_out(&step, at(1.0));
    let refused = Wrote::Application(job.id.clone());
    assert!(matches!(&done[..], [Outcome::NotStepped(what)] if *what == refused));
    assert!(memory.text(NOTE).is_some());
    keeper.carry_out(&Effect::Load, at(2.0));
    let done = keeper.carry_out(&step, at(3.0));
    assert!(matches!(
        &done[..],
        [Outcome::Stepped(..), Outcome::Stepped(..)]
    ));
    assert_eq!(memory.text(NOTE), None);
}

#[test]
fn the_home_of_a_friend_lies_in_mine_and_what_is_kept_there_is_in_no_year_of_mine() {
    let folder = tempfile::tempdir().expect("a folder");
    let store: Arc<dyn Store> = Arc::new(Disk::new(folder.path()));
    let mut keeper = Keeper::new(Arc::new(Home::new(Arc::clone(&store), store)));
    let sam = Effect::Friend(Some("Sam".to_owned()));
    let out = keeper.carry_out(&sam, at(0.0));
    assert!(matches!(out.last(), Some(Outcome::Friend(Some(name))) if name == "Sam"));
    let begin = Effect::BeginSitting(Box::new(head(&[])));
    keeper.carry_out(&begin, at(1.0));
    let years = |of: &str| std::fs::read_dir(folder.path().join(of)).is_ok();
    assert!(years("friends/sam/practice") && !years("practice"));
    let profile = std::fs::read_to_string(folder.path().join("friends/sam/profile.toml"));
    assert!(profile.expect("written").contains("name = \"Sam\""));
    let out = keeper.carry_out(&Effect::Friend(None), at(2.0));
    assert!(matches!(out.last(), Some(Outcome::Friend(None))));
    let begin = Effect::BeginSitting(Box::new(head(&[])));
    keeper.carry_out(&begin, at(3.0));
    assert!(years("practice"));
}

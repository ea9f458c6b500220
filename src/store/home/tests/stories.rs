//! Stories: kept like everything that a person may edit, and back from the trash byte for byte.

use super::*;
use crate::store::samples::story;

const PATH: &str = "stories/the-night-rota.toml";

#[test]
fn a_story_is_there_for_the_next_studio_under_its_title() {
    let (store, first) = home();
    let one = story("the-night-rota");
    first.add_story(&one).unwrap();
    let again = first.add_story(&one).unwrap();
    assert_eq!(again.id.as_str(), "the-night-rota-2");
    assert_eq!(store.paths(), ["stories/the-night-rota-2.toml", PATH]);
    let loaded = studio(&store).load_small();
    assert_eq!(words(&loaded.problems), Vec::<String>::new());
    let titles: Vec<&str> = loaded.stories.iter().map(|s| s.title.as_str()).collect();
    assert_eq!(titles, ["The night rota", "The night rota"]);
}

#[test]
fn a_story_comes_back_from_the_trash_byte_for_byte() {
    let (store, home) = home();
    let text = "format = 1\ntitle = \"The night rota\"   # mine\nmood = \"warm\"\n";
    store.meddle(PATH, text);
    let one = home.load_small().stories.remove(0);
    home.take_story(&one.id, at(0)).unwrap();
    assert_eq!(store.text(PATH), None);
    assert_eq!(home.put_story(&one).unwrap(), one.id);
    assert_eq!(store.text(PATH).as_deref(), Some(text));
}

#[test]
fn a_broken_story_is_named_and_the_others_are_there() {
    let (store, home) = home();
    home.add_story(&story("the-night-rota")).unwrap();
    store.meddle("stories/form.toml", "format = 1\ntitle = 7\n");
    let loaded = home.load_small();
    assert_eq!(loaded.stories.len(), 1);
    assert!(
        words(&loaded.problems)[0].contains("stories/form.toml:2"),
        "{:?}",
        words(&loaded.problems)
    );
}

#[test]
fn two_studios_keep_both_versions_of_a_story() {
    let (store, first) = home();
    first.add_story(&story("the-night-rota")).unwrap();
    let second = studio(&store);
    let mut theirs = second.load_small().stories.remove(0);
    theirs.number = "12 nights".into();
    second.save_story(&theirs).unwrap();
    let mut mine = story("the-night-rota");
    mine.result = "Nobody was alone.".into();
    let saved = first.save_story(&mine).unwrap();
    assert_eq!(saved.beside.as_deref(), Some(PATH));
    assert_eq!(saved.id.as_str(), "the-night-rota-2");
    assert!(first.is_changed(PATH.to_owned(), true));
}

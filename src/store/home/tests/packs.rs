//! Packs and own questions as text.

use super::*;

#[test]
fn packs_and_own_questions_are_handed_on_as_text() {
    let (store, home) = home();
    store.meddle("questions/mine.toml", "\u{feff}questions = []\n");
    store.meddle("packs/night-shift.toml", "[pack]\n");
    store.meddle("packs/big/one.toml", "[pack]\n");
    store.meddle("packs/.hidden.toml", "[pack]\n");
    store.meddle("packs/huge.toml", &"#".repeat((1 << 20) + 1));
    let mut problems = Vec::new();
    let sources = home.load_sources(&mut problems);
    assert_eq!(sources.mine.unwrap().text, "questions = []\n");
    let packs: Vec<_> = sources.packs.iter().map(|p| p.path.as_str()).collect();
    assert_eq!(packs, ["packs/night-shift.toml", "packs/big/one.toml"]);
    assert_eq!(sources.overlay, None);
    assert_eq!(
        words(&problems),
        ["packs/huge.toml: This file is too large: at most 1 MiB are read. Split it. "]
    );
}

#[test]
fn all_packs_together_have_a_limit_that_is_checked_before_reading() {
    let (store, home) = home();
    let big = "#".repeat(1 << 20);
    for n in 0..65 {
        store.meddle(&format!("packs/p{n:02}.toml"), &big);
    }
    let mut problems = Vec::new();
    assert_eq!(home.load_sources(&mut problems).packs.len(), 64);
    assert_eq!(problems[0].file, "packs/p64.toml");
    assert_eq!(problems.len(), 1);
}

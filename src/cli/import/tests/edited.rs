//! Lists that were edited, in the list or by hand, and imported again.

use super::*;

#[test]
fn an_edited_list_says_what_is_new_what_is_worded_otherwise_and_what_is_gone() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let old = "Why do you want nights?\nWhat is a handover?\nTell us about a fall on your ward.\nWho covers for you?\n";
    let list = desk.list("ward.txt", old);
    trial.run(&["import", &list]);
    let new = "Why do you want to work nights?\nWhat is a handover?\nWho covers for you?\nWhat do you do when two bells ring?\n";
    desk.list("ward.txt", new);
    let dry = trial.run(&["import", &list, "--dry-run"]);
    assert!(
        dry.out.contains("1 question would be reworded"),
        "{}",
        dry.out
    );
    let done = trial.run(&["import", &list]);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    for line in [
        "1 question new",
        "1 question reworded; what you practiced stays with it:",
        "Why do you want to work nights?",
        "1 question is no longer in the list and is kept. --replace takes it out:",
        "Tell us about a fall on your ward.",
    ] {
        assert!(done.out.contains(line), "{line}\n{}", done.out);
    }
    let pack = trial.text("packs/ward.toml");
    assert!(pack.contains("version = \"1.1.0\""), "{pack}");
    assert!(pack.contains("id = \"q-why-do-you-want-nights"), "{pack}");
    let replaced = trial.run(&["import", &list, "--replace"]);
    assert!(
        replaced.out.contains("1 question taken out"),
        "{}",
        replaced.out
    );
    let pack = trial.text("packs/ward.toml");
    assert!(
        !pack.contains("a fall") && pack.contains("version = \"1.2.0\""),
        "{pack}"
    );
    let again = trial.run(&["import", &list, "--replace"]);
    assert!(again.out.contains("Nothing new for"), "{}", again.out);
    let both = trial.run(&["import", &list, "--replace", "--into", "mine"]);
    assert_eq!(both.code, 2, "{}", both.said());
}

/// The questions of two clients, with an answer each.
const TWO: &str = "# Bea\n\n1. What is your greatest weakness?\n   - On weekends too?\n\n   Answer: perfectionism\n2. Why nights?\n";

#[test]
fn an_answer_edited_in_the_list_comes_along() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("two.md", TWO);
    trial.run(&["import", &list]);
    let edited = TWO
        .replace("perfectionism", "one real thing and what you do about it")
        .replace("weekends", "work days")
        .replace("2. Why nights?", "2. Why nights?\n   Answer: the quiet");
    desk.list("two.md", &edited);
    let dry = trial.run(&["import", &list, "--dry-run"]);
    assert!(
        dry.out.contains("2 answers would be changed:") && dry.out.contains("Nothing was changed."),
        "{}",
        dry.out
    );
    let done = trial.run(&["import", &list]);
    for line in [
        "2 answers changed:",
        "What is your greatest weakness?",
        "Follow-ups of 1 question changed:",
        "saved",
    ] {
        assert!(done.out.contains(line), "{line}\n{}", done.out);
    }
    assert!(!done.out.contains("Nothing new"), "{}", done.out);
    let pack = trial.text("packs/two.toml");
    for line in [
        "notes = \"one real thing and what you do about it\"",
        "On work days too?",
        "notes = \"the quiet\"",
        "version = \"1.0.1\"",
    ] {
        assert!(pack.contains(line), "{line}\n{pack}");
    }
    let again = trial.run(&["import", &list]);
    assert!(again.out.contains("Nothing new for"), "{}", again.out);
    assert_eq!(trial.run(&["check"]).code, 0);
}

#[test]
fn an_answer_edited_by_hand_stays_until_the_list_is_chosen() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("two.md", TWO);
    trial.run(&["import", &list]);
    let pack = trial.text("packs/two.toml");
    let own = pack.replace("perfectionism", "my own words");
    trial.put("packs/two.toml", &own);
    let same = trial.run(&["import", &list]);
    assert!(
        same.out
            .contains("1 question in your pack is not as in the list and stays so")
            && !same.out.contains("Nothing new"),
        "{}",
        same.out
    );
    desk.list("two.md", TWO.replace("perfectionism", "haste"));
    let kept = trial.run(&["import", &list]);
    assert!(
        kept.out.contains("--replace takes what the list has:"),
        "{}",
        kept.out
    );
    assert_eq!(trial.text("packs/two.toml"), own);
    let chosen = trial.run(&["import", &list, "--replace"]);
    assert!(chosen.out.contains("1 answer changed:"), "{}", chosen.out);
    assert!(trial.text("packs/two.toml").contains("notes = \"haste\""));
    let again = trial.run(&["import", &list, "--replace"]);
    assert!(again.out.contains("Nothing new for"), "{}", again.out);
}

#[test]
fn points_added_by_hand_and_packs_of_old_imports_are_not_written_over() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("two.md", TWO);
    trial.run(&["import", &list]);
    let pack = trial.text("packs/two.toml");
    let pointed = format!("{pack}strong = [\"Says what the quiet is for\"]\n");
    trial.put("packs/two.toml", &pointed);
    for replace in [&["import", &list][..], &["import", &list, "--replace"]] {
        let done = trial.run(replace);
        assert!(done.out.contains("Nothing new for"), "{}", done.out);
        assert_eq!(trial.text("packs/two.toml"), pointed);
    }
    let lines = pack.split_inclusive('\n');
    let bare: String = lines
        .filter(|line| !line.starts_with("# As imported"))
        .collect();
    trial.put("packs/two.toml", &bare);
    desk.list("two.md", TWO.replace("perfectionism", "haste"));
    let kept = trial.run(&["import", &list]);
    assert!(kept.out.contains("stays so"), "{}", kept.out);
    assert_eq!(trial.text("packs/two.toml"), bare);
    let chosen = trial.run(&["import", &list, "--replace"]);
    assert!(chosen.out.contains("1 answer changed:"), "{}", chosen.out);
}

#[test]
fn a_changed_answer_reaches_the_pack_that_the_list_was_added_to() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("two.md", TWO);
    trial.run(&["import", &list, "--into", "mine"]);
    desk.list("two.md", TWO.replace("perfectionism", "haste"));
    let done = trial.run(&["import", &list, "--into", "mine"]);
    assert!(done.out.contains("1 answer changed:"), "{}", done.out);
    assert!(
        trial
            .text("questions/mine.toml")
            .contains("notes = \"haste\"")
    );
    let own = trial.text("questions/mine.toml").replace("haste", "my own");
    trial.put("questions/mine.toml", &own);
    let done = trial.run(&["import", &list, "--into", "mine"]);
    assert!(
        done.out.contains("stays so") && !done.out.contains("--replace"),
        "{}",
        done.out
    );
    let out = desk.named("out.toml");
    trial.run(&["import", &list, "--out", &out]);
    desk.list("two.md", TWO);
    let done = trial.run(&["import", &list, "--out", &out]);
    assert!(!done.out.contains("Nothing new"), "{}", done.out);
    assert!(done.said().contains("exists already"), "{}", done.err);
}

//! What the command says and saves.

use std::path::PathBuf;

use crate::cli::trial::Trial;

mod account;

/// A folder outside of the home, with lists in it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Puts a list there and gives its path.
    fn list(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), text).expect("written");
        self.named(name)
    }

    fn named(&self, name: &str) -> String {
        self.path(name).to_str().expect("a plain name").to_owned()
    }
}

const WARD: &str = "# Ward questions\n\n## Nights\n\n- Why do you want nights?\n  - And why here?\n- **What is a handover?** The talk between two shifts.\n\n## Contributing\n\n- Send a line.\n";

#[test]
fn a_list_becomes_a_pack_of_its_name() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let done = trial.run(&["import", &desk.list("My Ward.md", WARD)]);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    let said = "2 questions, 1 follow-up, 1 answer.";
    assert!(done.out.contains(said), "{}", done.out);
    assert!(
        done.out.contains("3 lines (about the list itself)"),
        "{}",
        done.out
    );
    let saved = "2 questions new\nsaved /home/sam/greenroom/packs/my-ward.toml\nPractice with it: `greenroom drill --pack my-ward`\n";
    assert!(done.out.ends_with(saved), "{}", done.out);
    let pack = trial.text("packs/my-ward.toml");
    for line in [
        "id = \"my-ward\"",
        "title = \"Ward questions\"",
        "tags = [\"Nights\"]",
        "text = \"Why do you want nights?\"",
        "kind = \"motivation\"",
        "{ text = \"And why here?\", tests = \"motivation\", when = \"always\" }",
        "notes = \"The talk between two shifts.\"",
    ] {
        assert!(pack.contains(line), "{line}\n{pack}");
    }
    let asked = trial.run(&["questions", "--search", "want nights"]);
    assert!(
        asked.out.contains("my-ward/q-why-do-you-want-nights"),
        "{}",
        asked.out
    );
    let checked = trial.run(&["check"]);
    assert_eq!(checked.code, 0, "{}", checked.out);
}

#[test]
fn the_same_list_again_changes_nothing_and_a_longer_one_adds_what_is_new() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("ward.md", WARD);
    trial.run(&["import", &list]);
    let once = trial.text("packs/ward.toml");
    let again = trial.run(&["import", &list]);
    assert_eq!(again.code, 0);
    assert!(
        again
            .out
            .ends_with("Nothing new for /home/sam/greenroom/packs/ward.toml\n")
    );
    assert_eq!(trial.text("packs/ward.toml"), once);
    trial.put("packs/ward.toml", &format!("# mine to keep\n{once}"));
    let longer = WARD.replace(
        "## Contributing",
        "- Who covers for you?\n\n## Contributing",
    );
    desk.list("ward.md", longer);
    let more = trial.run(&["import", &list]);
    assert!(more.out.contains("1 question new"), "{}", more.out);
    let grown = trial.text("packs/ward.toml");
    assert!(grown.starts_with("# mine to keep\n") && grown.contains("Who covers for you?"));
    let kept = trial.files().into_iter().find(|f| f.starts_with("trash/"));
    let kept = kept.expect("a copy of what was there");
    assert!(!trial.text(&kept).contains("Who covers for you?"));
}

#[test]
fn a_dry_run_names_every_line_and_changes_nothing() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("ward.md", WARD);
    let done = trial.run(&["import", &list, "--dry-run"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    for line in [
        format!("{list}:3: heading: Nights"),
        format!("{list}:5-6: question: Why do you want nights? (motivation; Nights; 1 follow-up)"),
        format!(
            "{list}:7: question: What is a handover? (knowledge; technical-assessment; Nights; with an answer)\n    answer: The talk between two shifts."
        ),
        format!("{list}:9-11: left out: about the list itself"),
        "2 questions would be new in /home/sam/greenroom/packs/ward.toml".to_owned(),
    ] {
        assert!(done.out.contains(&line), "{line}\n{}", done.out);
    }
    assert_eq!(trial.files(), Vec::<String>::new());
}

#[test]
fn questions_can_be_added_to_ones_own_and_to_a_pack() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("ward.md", WARD);
    let own = "# my bank\nformat = 1\n\n[[question]]\nid = \"a\"\ntext = \"What is a handover\"\nmood = \"odd\"\n";
    trial.put("questions/mine.toml", own);
    let done = trial.run(&["import", &list, "--into", "mine"]);
    assert!(done.out.contains("1 question new"), "{}", done.out);
    let bank = trial.text("questions/mine.toml");
    assert!(bank.starts_with(own), "what was there stays: {bank}");
    assert_eq!(bank.matches("[[question]]").count(), 2);
    trial.put("packs/deep/nights.toml", "questions = [\"Why?\"]\n");
    let done = trial.run(&["import", &list, "--into", "nights"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    assert!(
        trial
            .text("packs/deep/nights.toml")
            .contains("Why do you want nights?")
    );
    let done = trial.run(&["import", &list, "--into", "nigths"]);
    assert_eq!(done.code, 1);
    assert!(
        done.said().contains("Did you mean `nights`?"),
        "{}",
        done.err
    );
}

#[test]
fn a_pack_that_somebody_wrote_is_not_added_to_by_chance() {
    let (desk, trial) = (Desk::new(), Trial::new());
    trial.put("packs/ward.toml", "questions = [\"Why?\"]\n");
    let done = trial.run(&["import", &desk.list("ward.md", WARD)]);
    assert_eq!(done.code, 1);
    let said = done.said();
    assert!(said.contains("packs/ward.toml"), "{said}");
    assert!(said.contains("--into ward"), "{said}");
    assert_eq!(trial.text("packs/ward.toml"), "questions = [\"Why?\"]\n");
    let own = "[pack]\nformat = 1\nid = \"two\"\ntitle = \"Two\"\nversion = \"1\"\nauthor = \"a\"\nlicense = \"private\"\nlanguage = \"en\"\n";
    trial.put("packs/two/pack.toml", own);
    trial.put("packs/two/more.toml", "questions = [\"Why?\"]\n");
    let done = trial.run(&["import", &desk.list("a.md", WARD), "--into", "two"]);
    assert!(
        done.said().contains("lies in several files"),
        "{}",
        done.err
    );
}

#[test]
fn a_pack_can_be_made_anywhere_and_is_never_written_over() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("ward.md", WARD);
    let out = desk.named("out.toml");
    let done = trial.run(&["import", &list, "--out", &out]);
    assert!(
        done.out.contains(&format!(
            "saved {out}\nTo practice with it: `greenroom pack add "
        )),
        "{}",
        done.out
    );
    let again = trial.run(&["import", &list, "--out", &out]);
    assert_eq!(again.code, 0);
    assert!(again.out.ends_with(&format!("Nothing new for {out}\n")));
    let other = desk.list("other.md", "- Why days?\n- Why not?\n");
    let done = trial.run(&["import", &other, "--out", &out]);
    assert_eq!(done.code, 1);
    assert!(
        done.said().contains("exists already and was not touched"),
        "{}",
        done.err
    );
    let done = trial.run(&["import", &other, "--out", &desk.named("")]);
    assert!(done.out.contains("other.toml"), "{}", done.out);
    assert_eq!(
        trial.files(),
        Vec::<String>::new(),
        "the home is not touched"
    );
}

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

#[test]
fn a_document_says_what_it_is_and_how_to_save_it_as_text() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let word = desk.list("q.docx", b"PK\x03\x04....word/document.xml");
    let large = desk.list("q.pdf", vec![b' '; 3 << 20]);
    let done = trial.run(&["import", &word, &large]);
    assert_eq!(done.code, 1);
    let said = done.said();
    assert!(
        said.contains("This is a Word document, not text."),
        "{said}"
    );
    assert!(
        said.contains("This is a PDF, not text.") && said.contains("copy"),
        "{said}"
    );
}

#[test]
fn several_lists_become_several_packs_and_one_bad_list_stops_none() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let good = desk.list("a.md", WARD);
    let readme = desk.list("README.md", WARD);
    let cards = desk.list(
        "cards.txt",
        "#separator:Semicolon\nWhere?;Here\nWhen?;Now\n",
    );
    let links = desk.list(
        "links.md",
        "- [a](https://example.org)\n- [b](https://example.org)\n",
    );
    let torn = desk.list("torn.csv", b"question\nWh\xffy?\n");
    let missing = desk.named("no.md");
    let done = trial.run(&["import", &good, &readme, &cards, &links, &torn, &missing]);
    assert_eq!(done.code, 1);
    let packs = [
        "packs/a.toml",
        "packs/cards.toml",
        "packs/ward-questions.toml",
    ];
    assert_eq!(trial.files(), packs);
    let said = done.said();
    assert!(
        said.contains("links.md: there is nothing to import. Left out: 2 lines (only links)."),
        "{said}"
    );
    assert!(
        said.contains("torn.csv:2:1: The file has bytes that are not UTF-8."),
        "{said}"
    );
    assert!(said.contains("no.md"), "{said}");
}

#[test]
fn the_form_can_be_said() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("list", "Where?\tHere\nWhen?\tNow\n");
    let as_it_is = trial.run(&["import", &list, "--dry-run"]);
    assert!(
        as_it_is.out.contains("2 questions, 2 answers."),
        "{}",
        as_it_is.out
    );
    let lines = trial.run(&["import", &list, "--dry-run", "--as", "lines"]);
    assert!(lines.out.contains("2 questions."), "{}", lines.out);
    let prose = desk.list("prose.csv", "a,b,c\n1,2,3\n4,5,6\n");
    let done = trial.run(&["import", &prose]);
    assert!(
        done.said()
            .contains("No column of it seems to hold questions."),
        "{}",
        done.err
    );
}

#[test]
fn a_list_from_a_stranger_cannot_steer_the_terminal_or_the_pack() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let evil = "- What\u{1b}]0;PWN\u{7} is \u{202e}this?\n- \"\n[[question]]\nid = 'x'?\n- Why &#27;[31m me?\n\u{1b}[2J\n";
    let list = desk.list("evil.md", evil);
    for words in [&["import", &list, "--dry-run"][..], &["import", &list]] {
        let done = trial.run(words);
        let all = format!("{}{}", done.out, done.err);
        assert!(!all.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{all:?}");
    }
    let pack = trial.text("packs/evil.toml");
    assert!(!pack.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{pack:?}");
    assert!(pack.contains("What]0;PWN is this?"), "{pack}");
    assert_eq!(trial.run(&["check"]).code, 0);
}

#[test]
fn a_full_disk_is_told_and_nothing_is_half_done() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let list = desk.list("ward.md", WARD);
    trial.full_disk();
    let done = trial.run(&["import", &list]);
    assert_eq!(done.code, 1);
    assert!(done.said().contains("the disk is full"), "{}", done.err);
    assert!(!done.out.contains("saved"), "{}", done.out);
    assert_eq!(trial.files(), Vec::<String>::new());
}

#[test]
#[cfg(unix)]
fn pipes_folders_and_huge_files_are_refused() {
    let (desk, trial) = (Desk::new(), Trial::new());
    let pipe = desk.path("pipe.md");
    let made = rustix::fs::mknodat(
        rustix::fs::CWD,
        &pipe,
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::RUSR,
        0,
    );
    made.expect("a pipe");
    let huge = desk.list("huge.md", "What? ".repeat(1 << 19));
    for (list, why) in [
        (desk.named("pipe.md"), "not a plain file"),
        (desk.named(""), "not"),
        (huge, "at most 2 MiB"),
    ] {
        let done = trial.run(&["import", &list]);
        assert_eq!(done.code, 1, "{list}");
        assert!(done.said().contains(why), "{}", done.err);
    }
}

//! What the command says and saves.

mod edited;

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

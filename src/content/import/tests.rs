//! What holds for any list at all.

use crate::seeded::cases;
use proptest::prelude::*;

use super::*;
use crate::content::packs::load;
use crate::domain::text::clean;

/// Reads a list under a name.
fn read_as(name: &str, text: &str) -> Listing {
    read(name, text.as_bytes(), Said::default()).expect("it is text")
}

/// Pieces of which real lists are made.
const PIECES: &[&str] = &[
    "# Heading\n",
    "## What is this?\n",
    "### 3. Why?\n",
    "- What is a?\n",
    "  - And b?\n",
    "1. Tell me about c.\n",
    "* [x](#x)\n",
    "| Question | Answer |\n|---|---|\n| Why? | So |\n",
    "<details><summary>Why?</summary>\n",
    "</details>\n",
    "**How?**\n",
    "Q: Who?\n",
    "A: Me\n",
    "C: [gap]\n",
    "```\ncode\n```\n",
    "> quoted?\n",
    "---\n",
    "\n",
    "text\n",
    "<ul><li>Why?\n",
    "- [x] yes\n- [ ] no\n",
    "<table><tr><td>x\n",
    "&#27;[31m\n",
    "$$x$$\n",
    "![p](q)\n",
    "\u{202e}?\n",
    "#separator:tab\n",
    "a\tb\n",
    "\"\"\"\n",
    "'''\\\n",
    "<!-- x\n",
    "{{c1::x}}\n",
    "質問: 何？\n回答: 3\n",
];

/// A piece, so that chance puts together what means something.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => ".{0,12}",
    ]
}

fn list() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

/// Everything that a reader must keep to, whatever the list.
fn holds(name: &str, text: &str) -> Result<(), TestCaseError> {
    let Ok(listing) = read(name, text.as_bytes(), Said::default()) else {
        return Ok(());
    };
    for q in &listing.questions {
        for text in [&q.text, &q.setup, &q.notes]
            .into_iter()
            .chain(&q.probes)
            .chain(&q.tags)
        {
            prop_assert_eq!(&clean(text), text);
        }
        prop_assert!(!q.text.is_empty() && !q.text.contains('\n'));
    }
    let mut before = 0;
    for left in &listing.left {
        prop_assert!(before < left.first && left.first <= left.last, "{:?}", left);
        before = left.last;
    }
    let listings = [listing];
    let (pack, added) = pack("p", &listings);
    prop_assert_eq!(added, listings[0].questions.len());
    if added > 0 {
        let read = load("packs/p.toml", &pack);
        prop_assert!(read.is_ok(), "{:?}\n{}", read, pack);
        let kept: Vec<String> = read
            .expect("read")
            .cards()
            .iter()
            .map(|c| c.text.clone())
            .collect();
        let found: Vec<String> = listings[0]
            .questions
            .iter()
            .map(|q| q.text.clone())
            .collect();
        prop_assert_eq!(kept, found);
    }
    for how in [How::Into, How::Again, How::Replace] {
        let again = update("packs/p.toml", &pack, &listings, how);
        prop_assert_eq!(again, Ok((pack.clone(), Change::default())));
    }
    Ok(())
}

#[test]
fn questions_that_differ_in_signs_only_are_two() {
    let text = "- What is a?\n`\u{e000}`- What is a?\n";
    holds("a.csv", text).expect("two questions");
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn any_list_is_read_and_importing_twice_changes_nothing(text in list(), form in 0..4_usize) {
        holds(["a.md", "a.csv", "a.txt", "a"][form], &text)?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), form in 0..4_usize) {
        let form = [Form::Markdown, Form::Csv, Form::Anki, Form::Lines][form];
        if let Err(problem) = read("a.md", &bytes, Said { form: Some(form), answer: None }) {
            prop_assert_eq!(&problem.file, "a.md");
        }
    }

    #[test]
    fn the_notes_of_a_question_come_back_as_they_were(notes in "[ -~\n\"\\\\]{0,200}") {
        let listing = Listing {
            file: "a.md".to_owned(),
            form: Form::Lines,
            title: String::new(),
            language: "en".to_owned(),
            questions: gather::gather(
                vec![draft::Draft { notes, ..draft::Draft::new("Why?", 1) }],
                "",
                &mut Ledger::new("Why?"),
            ),
            columns: Vec::new(),
            headings: Vec::new(),
            left: Vec::new(),
        };
        let kept = listing.questions[0].notes.clone();
        let (text, _) = pack("p", &[listing]);
        let questions = load("packs/p.toml", &text).expect("a pack").questions();
        prop_assert_eq!(questions[0].notes.as_str(), kept.trim_start_matches('\n').trim_end());
    }
}

#[test]
fn every_line_of_a_page_is_a_question_an_answer_a_topic_or_told() {
    let text = "intro\n\n## Topic\n\n- Why?\n- How?\n\n<!-- note -->\n\n![x](y.png)\n\nbye\n";
    let listing = read_as("a.md", text);
    let told: Vec<(u32, String)> = listing
        .left
        .iter()
        .map(|l| (l.first, l.why.to_string()))
        .collect();
    let told: Vec<(u32, &str)> = told.iter().map(|(n, why)| (*n, why.as_str())).collect();
    assert_eq!(
        told,
        [
            (1, "asks nothing"),
            (8, "no words"),
            (10, "a picture or badge"),
            (12, "asks nothing")
        ]
    );
    assert_eq!(listing.questions[0].tags, ["Topic"]);
}

#[test]
fn code_that_a_question_is_about_is_shown_with_it_and_tells_questions_apart() {
    let text = "### What is the output?\n\n```\n1 + 1\n```\n\n**Answer:** 2\n\n### What is the output?\n\n```\n2 + 2\n```\n\n**Answer:** 4\n";
    let listing = read_as("quiz.md", text);
    let shown: Vec<(&str, &str)> = listing
        .questions
        .iter()
        .map(|q| (q.setup.as_str(), q.notes.as_str()))
        .collect();
    assert_eq!(shown, [("1 + 1", "2"), ("2 + 2", "4")]);
    assert_ne!(listing.questions[0].id, listing.questions[1].id);
}

#[test]
fn a_list_that_a_question_points_at_is_shown_and_the_answer_below_it_is_not() {
    let list = "# Questions\n\n<details>\n<summary>Explain each of the following:\n\n  * batten\n  * shackle</summary><br><b>\n  * batten: the pipe\n  * shackle: the link\n</b></details>\n\n- Fix these commands:\n  - mv a\n\n  ```\n  mv a b\n  ```\n- What are the parts of a knot?\n  - bight\n";
    let found = read_as("a.md", list).questions;
    let found: Vec<_> = found
        .iter()
        .map(|q| (q.setup.as_str(), q.notes.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (
                "- batten\n- shackle",
                "- batten: the pipe\n- shackle: the link"
            ),
            ("- mv a", "    mv a b"),
            ("", "- bight")
        ]
    );
}

#[test]
fn the_boxes_of_a_quiz_are_shown_and_the_right_one_is_kept_for_later() {
    let text = "#### Q1. What is red?\n\n- [ ] a leaf\n- [x] a rose\n\n#### Q2. What is green?\n\n- [x] a leaf\n- [ ] a rose\n";
    let listing = read_as("quiz.md", text);
    let first = &listing.questions[0];
    assert_eq!(
        (first.setup.as_str(), first.notes.as_str()),
        ("- a leaf\n- a rose", "Right: a rose")
    );
}

#[test]
fn questions_that_differ_in_signs_or_have_no_latin_words_keep_ids_of_their_own() {
    let text = "- What is `==` for?\n- What is `!=` for?\n- 什么是闭包？\n- 什么是原型？\n";
    let ids: std::collections::HashSet<String> = read_as("a.md", text)
        .questions
        .into_iter()
        .map(|q| q.id)
        .collect();
    assert_eq!(ids.len(), 4);
}

#[test]
fn kinds_and_stages_are_guessed_only_where_the_words_are_plain() {
    let text = "# Questions\n\n## Phone screen\n\n- Tell me about a time you failed.\n- What is a mutex?\n- Can you explain the difference between a fork and a thread?\n\n## Other\n\n- How would you lay out a page?\n- Have you ever shipped a bug?\n- Write a queue with two stacks.\n";
    let all = read_as("a.md", text).questions;
    let told: Vec<(&str, &str)> = all
        .iter()
        .map(|q| (q.kind.id(), q.stages.first().map_or("", |s| s.id())))
        .collect();
    assert_eq!(
        told,
        [
            ("behavioral", "phone-video"),
            ("knowledge", "phone-video"),
            ("knowledge", "phone-video"),
            ("knowledge", "technical-assessment"),
            ("behavioral", ""),
            ("technical", "technical-assessment"),
        ]
    );
}

#[test]
fn wide_text_is_read_and_what_is_no_text_is_refused() {
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(
            "question\r\nWhy nights?\r\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    assert_eq!(
        read("a.csv", &wide, Said::default())
            .expect("text")
            .questions
            .len(),
        1
    );
    let mut binary = b"\x7fELF".to_vec();
    binary.extend([1; 500]);
    assert!(read("a.csv", &binary, Said::default()).is_err());
}

#[test]
fn nesting_that_nobody_writes_costs_no_stack() {
    for deep in [
        ">".repeat(20_000) + " Why?",
        "<details><summary>Why?</summary>".repeat(3_000),
        "- ".repeat(5_000) + "Why?",
    ] {
        read_as("a.md", &deep);
    }
}

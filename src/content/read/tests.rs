//! Mistakes in files, told with place and mend.

use std::fmt::Write as _;

use crate::seeded::cases;
use proptest::prelude::*;

use super::*;
use crate::content::place;

/// Reads a file and tells its problems as `line:column severity what hint`.
fn told(text: &str) -> String {
    let mut sink = Sink::default();
    read(text, &mut sink);
    let mut out = String::new();
    for p in place::problems(&[("a.toml", text)], sink.found) {
        writeln!(
            out,
            "{}:{} {:?} {} {}",
            p.place.line, p.place.column, p.severity, p.what, p.hint
        )
        .expect("a string");
    }
    out
}

#[test]
fn all_slips_of_a_file_are_told_at_once() {
    let text = "\
[[question]]
id = 12
text = \"What?\"
strnog = []
probes = [{ text = \"Why?\", wehn = \"always\" }, { text = 3 }]
strong = [{ text = \"Names it\", part = \"actoin\" }]
answer_s = \"soon\"
[[ask]]
text = \"Where?\"
must_ask = \"yes\"
";
    assert_eq!(
        told(text),
        "\
2:6 Error Here stands the number `12`, but a text is needed. Put quotation marks around it: \"…\".
4:1 Error `strnog` is not a field of this record. Did you mean `strong`?
5:28 Error `wehn` is not a field here. Did you mean `when`?
5:56 Error Here stands the number `3`, but a text is needed. Put quotation marks around it: \"…\".
6:39 Error `actoin` is not one of the words allowed here. Did you mean `action`?
7:12 Error Here stands the text \"soon\", but a whole number is needed. Write a whole number, not below 0, such as 90.
10:12 Error Here stands the text \"yes\", but true or false is needed. Write true or false, without quotation marks.
"
    );
}

#[test]
fn a_single_bracket_is_explained() {
    assert!(
        told("[question]\nid = \"a\"\n").contains("Start each record with a line `[[question]]`")
    );
}

#[test]
fn a_record_named_in_the_plural_is_explained_once() {
    assert_eq!(
        told("[[questions]]\nid = \"a\"\n\n[[questions]]\ntext = \"Why?\"\n"),
        "1:1 Error `questions` is for plain sentences; here are records. Write `[[question]]` for each record, without the s.\n"
    );
}

#[test]
fn a_word_for_a_difficulty_is_told_the_numbers() {
    assert_eq!(
        told("[[question]]\nid = \"a\"\ndifficulty = \"hard\"\n"),
        "3:14 Error Here stands the text \"hard\", but a whole number is needed. Use 1 (warm-up), 2 (core) or 3 (stretch).\n"
    );
}

#[test]
fn what_holds_for_every_question_is_sent_to_the_defaults() {
    let mend = "Put it under a line `[defaults]`, where it holds for every question.";
    assert_eq!(
        told("[pack]\nid = \"a\"\nkind = \"knowledge\"\nstages = [\"panel\"]\n"),
        format!(
            "3:1 Warning `kind` does nothing in `[pack]`. {mend}\n4:1 Warning `stages` does nothing in `[pack]`. {mend}\n"
        )
    );
}

#[test]
fn a_word_nobody_knows_at_the_top_is_told() {
    let told = told("qestion = 1\n");
    assert_eq!(
        told,
        "1:1 Error `qestion` is not known at the top of a content file. Did you mean `question`?\n"
    );
}

#[test]
fn a_pack_of_a_newer_version_loads_with_a_warning_but_a_slip_does_not() {
    let text = "[[question]]\nid = \"a\"\nfuture_field = { a = [1, 2] }\ntexxt = \"b\"\n";
    assert_eq!(
        told(text),
        "3:1 Warning `future_field` is not a field that this version knows; it was left out. Take it out, or use a newer version.\n\
         4:1 Error `texxt` is not a field of this record. Did you mean `text`?\n"
    );
}

#[test]
fn every_syntax_error_of_a_file_is_told() {
    let told = told("title = hello\n\nid = \n[[question]\n");
    assert!(
        told.contains("1:9 Error This text has no quotation marks."),
        "{told}"
    );
    assert!(told.contains("\n3:"), "{told}");
    assert!(told.contains("\n4:"), "{told}");
}

#[test]
fn numbers_out_of_range_are_told() {
    for seconds in ["-1", "nan", "9223372036854775807", "1.5"] {
        let told = told(&format!("[[question]]\nid = \"a\"\nseconds = {seconds}\n"));
        let known = [
            "Here stands",
            "`-1` is below 0.",
            "`9223372036854775807` is too large.",
        ];
        let said = |words: &&str| told.starts_with(&format!("3:11 Error {words}"));
        assert!(known.iter().any(said), "{told}");
    }
}

#[test]
fn one_broken_record_keeps_the_others_in_their_places() {
    let text = "[[topic]]\nid = 1\n[[topic]]\nid = \"gap\"\n";
    let mut sink = Sink::default();
    let reading = read(text, &mut sink).expect("valid TOML");
    assert_eq!(reading.file.topic[1].id, "gap");
    assert_eq!(
        reading.broken,
        Broken::from([(("topic", 0), Torn::Names(vec!["id".to_owned()]))])
    );
}

#[test]
fn a_date_may_stand_with_or_without_quotation_marks() {
    for date in ["2026-05-01", "\"2026-05-01\""] {
        let file: File = toml::from_str(&format!("content_date = {date}\n")).expect("a date");
        assert_eq!(file.content_date.expect("a date").0, "2026-05-01");
    }
    assert!(told("content_date = 3\n").contains("a date such as 2026-05-01"));
}

#[test]
fn deep_nests_end_in_a_message() {
    let deep = [
        format!("x = {}{}\n", "[".repeat(100_000), "]".repeat(100_000)),
        format!("x = {}1{}\n", "{a=".repeat(50_000), "}".repeat(50_000)),
        format!("{}x = 1\n", "a.".repeat(50_000)),
        format!("[{}x]\n", "a.".repeat(5_000)),
    ];
    for text in deep {
        let told = told(&text);
        assert!(told.contains("Use fewer of them."), "{told:.300}");
    }
}

#[test]
fn a_yes_without_quotation_marks_is_understood() {
    for (value, meant) in [("yes", "true"), ("False", "false")] {
        let told = told(&format!("x = {{ core = {value} }}\n"));
        assert!(told.contains(&format!("Write `{meant}`")), "{told}");
    }
    let told = told("text = Why\n");
    assert!(told.contains("Put quotation marks around it"), "{told}");
}

fn soup() -> impl Strategy<Value = String> {
    let parts = [
        "[[question]]\n",
        "[pack]\n",
        "id = ",
        "text = ",
        "\"a\"",
        "3",
        "[",
        "]",
        "{",
        "}",
        "=",
        ",",
        "\n",
        "strong = [{ text = ",
        "'''",
        "\"\"\"",
        "\\u",
        "\u{1b}",
        "\u{202e}",
        "\r",
        "#",
        ".",
        "nan",
        "1979-05-27",
        "[[stage]]\n",
        "é",
    ];
    prop::collection::vec(prop_oneof![9 => prop::sample::select(parts.to_vec()).prop_map(str::to_owned), 1 => any::<String>()], 0..40)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_text_is_read_or_explained(text in soup()) {
        let mut sink = Sink::default();
        let read = read(&text, &mut sink);
        prop_assert!(read.is_some() || sink.has_errors());
        for problem in place::problems(&[("a.toml", &text)], sink.found) {
            prop_assert!(problem.place.line >= 1);
            let shown = format!("{problem}{}", problem.line_text);
            prop_assert!(!shown.chars().any(|c| c.is_control() || c == '\u{202e}'), "{shown:?}");
        }
    }
}

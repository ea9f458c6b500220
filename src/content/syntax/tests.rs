//! Slips that people make who write packs by hand, and what they are told.

use crate::problem::Place;

use super::*;

/// The faults of a text as `line:column what hint`.
fn told(text: &str) -> Vec<String> {
    let told = faults(text).into_iter().map(|fault| {
        let Place { line, column } = Place::at(text, fault.byte);
        format!("{line}:{column} {} {}", fault.what, fault.hint)
    });
    told.collect()
}

#[test]
fn toml_has_no_faults() {
    for text in [
        "",
        "questions = [\n  \"Why us?\", # she said \"no\" there\n  'It is \"so\"',\n]\n",
        "[[question]]\ntext = \"\"\"\nShe said \"no\". “So?” It's\n\"\"\"\nx = [[1], [true]]\n",
        "a = { b = 1,\n c = 2 }\n",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn curly_quotation_marks_are_named_once() {
    let one = "questions = [\n  “Why bookkeeping, and why now?”,\n  \"Why “us”?\",\n]\n";
    let mend = "Use straight ones: \"…\".";
    assert_eq!(
        told(one),
        [format!("2:3 These are curly quotation marks. {mend}")]
    );
    let many = "questions = [\n  “Why don’t you?”,\n  \"And then?”,\n]\n[[question]]\ntext = „Warum?“\nid = ‘a’\n";
    assert_eq!(
        told(many),
        [format!(
            "2:3 There are curly quotation marks here and in 3 more lines. {mend}"
        )]
    );
}

#[test]
fn quotation_marks_inside_of_a_text_are_one_slip() {
    let mend = "There are quotation marks inside this text. Write single ones there, 'so', or a backslash before each: \\\".";
    for (text, place) in [
        (
            "questions = [\n  \"She said \"no\" to me. Why?\",\n  \"And then?\",\n]\n",
            "2:13",
        ),
        (
            "[[question]]\ntext = \"Why \"now\"?\"\nid = \"a\"\n",
            "2:13",
        ),
        ("text = \"What is \"\"it\"\"?\"\n", "1:17"),
        ("text = \"\"No\", she said. Why?\"\n", "1:9"),
        (
            "text = \"What did you say to \"No, and \"never\"\"?\"\n",
            "1:29",
        ),
    ] {
        assert_eq!(told(text), [format!("{place} {mend}")], "{text}");
    }
    assert_eq!(
        told("[[question]]\ntext = 'Why don't you?'\nid = \"a\"\n"),
        [
            "2:16 There is an apostrophe inside this text. Put the whole text in double quotation marks: \"…\"."
        ]
    );
}

#[test]
fn a_name_is_one_word_and_stands_before_a_sign() {
    assert_eq!(
        told("[[question]]\nred flags = [\"x\"]\ntext: \"Why?\"\nid \"a\"\n"),
        [
            "2:1 A name has no blanks: `red flags`. Write `red_flags`.",
            "3:5 Behind `text` a `=` is missing. Write `text = …`.",
            "4:3 Behind `id` a `=` is missing. Write `id = …`.",
        ]
    );
}

#[test]
fn a_list_without_its_bracket_is_told_where_it_begins() {
    let record =
        "[[question]]\nred_flags = [\"a\", \"b\"\n\n[[question]]\nid = \"b\"\ntext = \"Why?\"\n";
    let field =
        "strong = [\n  { text = \"a\" },\nred_flags = [\"c\"]\n\n[[question]]\nid = \"b\"\n";
    let last = "questions = [\n  \"a?\",\n  \"b?\",\n";
    for (text, line) in [
        (
            record,
            "2:13 The list that begins here is not closed. Close it with `]` before line 4.",
        ),
        (
            field,
            "1:10 The list that begins here is not closed. Close it with `]` before line 3.",
        ),
        (
            last,
            "1:13 The list that begins here is not closed. Close it with `]` at its end.",
        ),
    ] {
        assert_eq!(told(text), [line], "{text}");
    }
}

#[test]
fn an_entry_without_its_brace_is_told_where_it_begins() {
    for (text, line) in [
        (
            "[[question]]\nstrong = [{ text = \"a\", core = true ]\nid = \"b\"\n",
            "2:11 The entry that begins here is not closed. Close it with `}` on the same line.",
        ),
        (
            "strong = [{ text = \"a\"\n\n[[question]]\nid = \"b\"\n",
            "1:10 The list that begins here is not closed. Close it with `}]` before line 3.",
        ),
    ] {
        assert_eq!(told(text), [line], "{text}");
    }
}

#[test]
fn several_slips_are_each_told_once() {
    let text =
        "questions = [\n  \"a?\n  \"b?\"\n  c?\",\n\n[defaults]\nkind = knowledge\nkind = \"x\"\n";
    assert_eq!(
        told(text),
        [
            "1:13 The list that begins here is not closed. Close it with `]` before line 6.",
            "2:3 This text has no quotation mark at its end. Close it on the same line.",
            "4:3 This text has no quotation mark at its beginning. Put quotation marks around it: \"…\".",
            "7:8 This text has no quotation marks. Put quotation marks around it: \"…\".",
            "8:1 `kind` stands here twice. Keep one of the two, or start a new record with its line in double brackets.",
        ]
    );
}

#[test]
fn a_list_in_plain_text_is_told_in_one_line() {
    for text in [
        "1. Why bookkeeping?\n2. What is accrual?\n\nNotes for me: be kind\n",
        "\nBEA\n\n• Why?\n“What do you do?”\nQ: And then?\nA: This = that, no?\n",
    ] {
        let told = told(text);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0]
                .contains("This is a list in plain text. Bring it in with `greenroom import FILE`"),
            "{told:?}"
        );
    }
}

#[test]
fn plain_lines_between_others_are_told_once() {
    let told = told("title = \"Bea\"\n1. Why bookkeeping?\n2. What is accrual?\n3) And then?\n");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("2:1 This line and 2 more are plain text"),
        "{told:?}"
    );
}

#[test]
fn nothing_is_told_in_words_of_the_reader() {
    let broken = [
        "a = 90s\nb = 1,5\nc = 007\nd = 2026-13-01\n",
        "[[question]\na = \"b\"\n",
        "[question]]\n",
        "[pack\n",
        "a = \"C:\\users\"\n",
        "a = \"\"\"x\n",
        "a == 1\n",
        "= 1\n",
        "[]\n",
        "]\n",
        "a = [1,,2]\n",
        "a = { b }\n",
        "a = \"b\"; c = 1\n",
        "a? = 1\n",
        "a = \"\u{1}\"\n",
        "a = \n",
        "a = [b = 1]\n",
    ];
    for text in broken {
        let told = told(text).join("\n");
        assert!(!told.is_empty(), "{text}");
        for word in [
            "TOML", "literal", "string", "array", "table", "key", "boolean", "expected",
        ] {
            assert!(!told.contains(word), "{told}");
        }
    }
}

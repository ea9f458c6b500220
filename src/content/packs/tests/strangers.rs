//! Packs that are too large, that would steer the terminal, or that are none.

use super::*;

#[test]
fn a_pack_may_not_have_too_many_records_or_too_many_bytes_in_all_its_files() {
    let asks = "[[ask]]\nid = \"a\"\ntext = \"Who?\"\n".repeat(MAX_RECORDS + 1);
    assert!(refused(&asks).contains("10000 are the limit"));
    let long = format!("# {}\nquestions = [\"Why?\"]\n", "x".repeat(MAX_BYTES - 64));
    let mut files = FOLDER.to_vec();
    files.extend(std::iter::repeat_n(("porters/x.toml", long.as_str()), 9));
    let told = shown(&load_all(&files).expect_err("9 MiB"));
    assert!(told.contains("8 MiB"), "{told}");
}

#[test]
fn text_that_would_steer_the_terminal_is_harmless() {
    let texts = [
        r#""red \u001b[31mRED \u001b]52;c;ZXZpbA==\u0007 \u001b]8;;http://x/\u0007link \u009b31m \u0007 \b \u001bP+q\u001b\\ end""#.to_owned(),
        "\"answer \u{202e}txt.exe\u{202c} \u{2066}x\u{2069}\"".to_owned(),
        "\"a\u{200b}b\u{200d}c\u{feff}d\u{e0041}\u{e0042}\"".to_owned(),
        format!("\"Z{}algo\"", "\u{301}".repeat(5000)),
        format!("\"{}\"", "漢字👨‍👩‍👧‍👦🏳️‍🌈".repeat(200)),
        r#""tab\tcr\rlf\nff\fbs\bdel\u007fnul\u0000end""#.to_owned(),
        "\"a\u{2028}b\u{2029}c\u{85}d\"".to_owned(),
        r#""$(touch /x) `touch /x`; %s {text} -rf --help""#.to_owned(),
    ];
    for text in texts {
        let pack = loaded(&hasty("\"q1\"", &text, ""));
        let shown = &pack.cards()[0].text;
        assert!(
            !shown
                .chars()
                .any(|c| c.is_control() || "\u{202e}\u{2066}\u{200b}\u{2028}".contains(c)),
            "{shown:?}"
        );
        assert!(!shown.is_empty());
    }
}

#[test]
fn a_title_an_id_and_tags_are_made_safe_too() {
    let text = "title = \"\\u001b]0;TITLEPWN\\u0007\"\n[[question]]\nid = \"i\\u001b[1m\"\ntext = \"t\"\ntags = [\"\\u001b[5m\"]\n";
    let pack = loaded(text);
    assert_eq!(pack.head.title, "]0;TITLEPWN");
    assert!(
        pack.cards()[0].id.as_str().starts_with("a/i-1m-"),
        "{}",
        pack.cards()[0].id
    );
    assert_eq!(pack.warnings.len(), 1, "the changed id is told");
}

#[test]
fn what_cannot_be_a_pack_is_refused_with_file_and_line() {
    let many = "[[question]]\nid = \"q\"\ntext = \"t\"\n".repeat(MAX_QUESTIONS + 1);
    let broken = [
        (String::new(), "There is no question in the file."),
        (
            "# nothing\n".to_owned(),
            "There is no question in the file.",
        ),
        (
            "title = \"a\"\r[[question]]\rid = \"q\"\r".to_owned(),
            "line ends of Linux or Windows",
        ),
        ("title = \"a\0b\"\n".to_owned(), "a sign in this text"),
        (hasty("\"q1\"", "\"x\u{1b}[2J\"", ""), "a sign in this text"),
        (
            format!("\"\\u001b[31mkey\" = 1\n{}", hasty("\"g\"", "\"t\"", "")),
            "is not known at the top",
        ),
        (
            hasty("[1, 2]", "12", "seconds = \"soon\"\ntags = 3\n"),
            "a text is needed",
        ),
        (hasty("\"q\"", "\"\"", ""), "`text` is missing or empty."),
        (
            "title = \"T\"\nquestion = \"x\"\n".to_owned(),
            "is not a list of records",
        ),
        (
            hasty("\"../../../CANARY/secret\"", "\"t\"", ""),
            "signs that an id cannot have",
        ),
        (
            hasty("\"x\\\"]\\n[[attempt]]\\ntoken=\\\"evil\"", "\"t\"", ""),
            "signs that an id cannot have",
        ),
        (
            hasty("\"a\\u0000b\\n[[question]]\"", "\"t\"", ""),
            "signs that an id cannot have",
        ),
        (hasty("\"..\"", "\"t\"", ""), "no letter and no digit"),
        (
            hasty("\"caf\u{e9}\"", "\"t\"", ""),
            "signs that an id cannot have",
        ),
        (
            format!("title=\"a\"\ntitle=\"b\"\n{}", hasty("\"g\"", "\"t\"", "")),
            "`title` stands here twice.",
        ),
        (
            "title = \"T\"\nname = \"../../x\"\n[[question]]\nid = \"a\"\ntext = \"t\"\n"
                .to_owned(),
            "`name` is not known",
        ),
        (
            hasty(
                "\"q\"",
                "\"t\"",
                &format!("tags = [{}]\n", "\"t\",".repeat(100_000)),
            ),
            "tags",
        ),
        (
            hasty("\"q\"", &format!("\"{}\"", "A".repeat(MAX_BYTES)), ""),
            "1 MiB",
        ),
        (many, "5000 are the limit"),
    ];
    for (text, why) in broken {
        let told = refused(&text);
        assert!(told.contains(why), "{told:.400} should say {why}");
        assert!(
            !told.chars().any(|c| c.is_control() && c != '\n'),
            "{told:?}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_name_their_line() {
    let problem = text_of("a.toml", b"title = \"ok\"\n[[question]]\ntext = \"\xff\"\n")
        .expect_err("not UTF-8");
    assert_eq!(
        problem.to_string(),
        "a.toml:3:1: The file has bytes that are not UTF-8. Save it as UTF-8."
    );
    assert!(text_of("a.toml", &[0xFF, 0xFE, b't', 0]).is_err());
}

#[test]
fn packs_may_be_written_on_any_system_and_by_newer_versions() {
    let ok = hasty("\"g1\"", "\"Good?\"", "future_field = { a = [1, 2] }\n");
    for text in [format!("\u{feff}{ok}"), ok.replace('\n', "\r\n"), ok] {
        let pack = loaded(&text);
        assert_eq!(pack.warnings.len(), 1);
        assert_eq!(pack.warnings[0].place.line, 5);
    }
    let twins = loaded(&format!(
        "{}[[question]]\nid=\"q\"\ntext=\"b\"\n",
        hasty("\"Q\"", "\"a\"", "")
    ));
    assert_eq!(twins.cards().len(), 2);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_bytes_are_a_pack_or_problems(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = text_of("a.toml", &bytes)
            && let Err(problems) = load("a.toml", text)
        {
            prop_assert!(problems.iter().any(|p| p.severity == Severity::Error && p.place.line > 0));
        }
    }
}

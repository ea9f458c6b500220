//! Rules on dimensions, voices, questions to ask and checklists, each broken by one record.

use super::*;

#[test]
fn l24_anchors_can_be_told_apart() {
    breaks(
        DIMENSION,
        "L24",
        "Names an outcome that nobody could check.",
        "Names an outcome, and who saw it!",
        "says nearly the same as `partly`",
    );
    breaks(
        DIMENSION,
        "L24",
        "Names an outcome that nobody",
        "Names a good outcome that nobody",
        "tells a mood: \"good\"",
    );
    breaks(
        DIMENSION,
        "L24",
        "Ends with the effort; the listener has to guess what came of it.",
        "Does not name an outcome.",
        "says only what is missing",
    );
}

/// Two cards on one topic that keep every rule; the file lacks all other topics.
fn voices() -> String {
    let body = "word ".repeat(50);
    let card = |id: &str, voice: &str, pair: &str| {
        format!(
            "[[perspective]]\nid = \"{id}\"\nstatus = \"ready\"\nvoice = \"{voice}\"\nspeaker = \"returner\"\ntopic = \"success\"\ninsight = \"One\"\nbody = \"{}\"\ndo = [\"Ask\"]\ncontext = \"Clinic\"\noutcome = \"good\"\nbasis = \"blended\"\nevidence = \"practice\"\npair = \"{pair}\"\nchanged = \"The end\"\n",
            body.trim()
        )
    };
    card("p-a", "seeker", "p-b") + &card("p-b", "manager", "p-a")
}

/// What is told about the cards themselves, without what is missing in the whole.
fn about_cards(text: &str) -> Vec<Problem> {
    lint(&[("p.toml", text)])
        .into_iter()
        .filter(|p| p.record.is_some())
        .collect()
}

#[test]
fn l25_voices_come_in_pairs_blended_and_dated() {
    let fine = voices();
    assert_eq!(about_cards(&fine), []);
    for (from, to, says) in [
        (
            "pair = \"p-a\"",
            "pair = \"\"",
            "names another card as its pair",
        ),
        (
            "voice = \"manager\"",
            "voice = \"seeker\"",
            "has the same voice",
        ),
        ("changed = \"The end\"\n", "", "what the person changed"),
        ("body = \"word word", "body = \"x", "`body` has"),
        (
            "topic = \"success\"",
            "topic = \"succes\"",
            "cannot be \"succes\"",
        ),
        (
            "topic = \"success\"",
            "topic = \"trends\"\nas_of = 2024-01-01",
            "held 34 months before",
        ),
        (
            "body = \"word",
            "body = \"“No,” said Maria",
            "quotes somebody by name",
        ),
    ] {
        let broken = fine.replacen(from, to, 1).replace("\"x word", "\"x").replacen(&"word ".repeat(30), if says.contains("has") && says.contains("body") { "" } else { "word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word " }, 1);
        let found = about_cards(&broken);
        assert!(
            found
                .iter()
                .any(|p| p.rule == Some("L25") && p.what.contains(says)),
            "{says}: {found:?}"
        );
    }
    let missing = lint(&[("p.toml", &fine)]);
    assert!(missing.iter().any(|p| {
        p.what
            .contains("`lessons` has no card in the voice `seeker`")
    }));
}

/// Five questions to ask that keep every rule.
fn asks() -> String {
    let ask = |n: u8| {
        format!(
            "[[ask]]\nid = \"ask-{n}\"\nstatus = \"ready\"\ntext = \"What comes next?\"\ntopic = \"process\"\naudience = [\"hr\"]\nbest_when = \"end\"\nstages = [\"panel\"]\ndo_first = \"Look it up.\"\nlisten_for = [{{ good = \"a\", worry = \"b\" }}, {{ good = \"c\", worry = \"d\" }}]\nmust_ask = true\n"
        )
    };
    (1..=5).map(ask).collect()
}

#[test]
fn l26_questions_to_ask_are_questions() {
    breaks(
        &asks(),
        "L26",
        "What comes next?",
        "Ask what comes next",
        "does not end with a question mark",
    );
    breaks(
        &asks(),
        "L26",
        "do_first = \"Look it up.\"\n",
        "",
        "`do_first` is missing",
    );
    let four = asks().replacen("must_ask = true", "must_ask = false", 1);
    assert!(
        lint(&[("a.toml", &four)])[0]
            .what
            .contains("4 questions are marked `must_ask`")
    );
}

#[test]
fn l28_checklists_are_short_lists_of_commands() {
    let items: String = ["Ask for it", "Bring it", "Check it", "Do it", "Eat"]
        .map(|text| format!("  {{ text = \"{text}\", why = \"So\" }},\n"))
        .concat();
    let fine = format!(
        "[[checklist]]\nid = \"c\"\nstatus = \"ready\"\ntitle = \"T\"\nwhen = \"any\"\nitems = [\n{items}]\n"
    );
    let about = |text: &str| -> Vec<Problem> {
        lint(&[("c.toml", text)])
            .into_iter()
            .filter(|p| p.rule == Some("L28"))
            .collect()
    };
    assert_eq!(about(&fine), []);
    assert!(
        about(&fine.replace("Bring it", "The bag"))[0]
            .what
            .contains("does not start with what to do")
    );
    assert!(
        about(&fine.replace("  { text = \"Eat\", why = \"So\" },\n", ""))[0]
            .what
            .contains("has 4 items")
    );
    assert!(
        about(&fine.replace("Bring it", "Ask for it"))[0]
            .what
            .contains("stands in `c` too")
    );
}

//! Entries as files: what comes back, and what does not pass as an entry.

use super::*;
use crate::store::samples::{debrief, note};
use crate::store::weave::fresh;

fn read_back(path: &str, text: &str) -> Entry {
    match Entry::read(path, text.as_bytes()) {
        Ok((entry, 1)) => entry,
        other => panic!("{other:?}\n{text}"),
    }
}

#[test]
fn every_field_of_a_debrief_comes_back() {
    let entry = debrief();
    let text = fresh(&entry);
    assert_eq!(
        read_back("journal/2026/2026-11-23-acme-panel.toml", &text),
        entry,
        "{text}"
    );
}

#[test]
fn a_short_note_is_a_short_file() {
    let text = fresh(&note("2026-11-23-note", "Ask for the agenda."));
    assert_eq!(
        text,
        "format = 1\nkind = \"note\"\ndate = 2026-11-23\ntitle = \"\"\nbody = \"Ask for the agenda.\"\n"
    );
}

#[test]
fn the_name_of_the_file_is_the_name_of_the_entry() {
    let text = fresh(&note("x", "y"));
    assert_eq!(
        read_back("journal/2026/my own name.toml", &text)
            .id
            .as_str(),
        "my own name"
    );
}

#[test]
fn dates_may_be_written_as_text() {
    let text =
        "format = 1\nkind = \"note\"\ndate = \"2026-11-23\"\ntime = \"09:05\"\nbody = \"\"\n";
    let entry = read_back("journal/x.toml", text);
    assert_eq!(entry.date.to_string(), "2026-11-23");
    assert_eq!(entry.time.unwrap().to_string(), "09:05:00");
}

#[test]
fn a_date_that_does_not_exist_is_told_and_never_panics() {
    for date in ["2026-02-30", "\"yesterday\"", "12:00:00", "7"] {
        let text = format!("format = 1\nkind = \"note\"\ndate = {date}\nbody = \"\"\n");
        let problem = Entry::read("journal/x.toml", text.as_bytes()).unwrap_err();
        assert_eq!(problem.place.line, 3, "{date}: {problem}");
    }
}

#[test]
fn an_empty_or_cut_file_does_not_pass_as_an_entry() {
    let whole = fresh(&note("x", "the body"));
    let before_body = whole.split("body").next().unwrap();
    for cut in ["", "\n", before_body] {
        let problem = Entry::read("journal/x.toml", cut.as_bytes()).unwrap_err();
        assert!(problem.hint.contains("cut short"), "{cut:?}: {problem}");
    }
}

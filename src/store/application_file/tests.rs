//! Applications as files: what comes back, and what a mistake says.

use super::*;
use crate::store::samples::offered;
use crate::store::weave::fresh;

#[test]
fn every_field_of_an_application_comes_back() {
    let before = offered("acme-engineer");
    let text = fresh(&before);
    let (after, _) = Application::read("applications/acme-engineer.toml", text.as_bytes()).unwrap();
    assert_eq!(after, before, "{text}");
}

#[test]
fn four_lines_by_hand_are_an_application() {
    let text = "format = 1\nemployer = \"Acme\"\nstage = \"panel\"\nsince = 2026-11-01\n";
    let (read, _) = Application::read("applications/acme.toml", text.as_bytes()).unwrap();
    assert_eq!((read.id.as_str(), read.title().as_str()), ("acme", "Acme"));
    assert_eq!(read.outcome, Outcome::Pending);
}

#[test]
fn an_unknown_stage_is_told_at_its_word() {
    let text = "format = 1\nemployer = \"Acme\"\nstage = \"pannel\"\nsince = 2026-11-01\n";
    let problem = Application::read("applications/acme.toml", text.as_bytes()).unwrap_err();
    assert_eq!(
        (problem.place.line, problem.place.column),
        (3, 9),
        "{problem}"
    );
    assert_eq!(problem.line_text, "stage = \"pannel\"");
}

#[test]
fn a_file_from_before_has_no_scorecard_and_nothing_told() {
    let text = "format = 1\nemployer = \"Acme\"\nstage = \"panel\"\nsince = 2026-11-01\n";
    let (read, _) = Application::read("applications/acme.toml", text.as_bytes()).unwrap();
    assert!(read.advert.is_empty() && read.scorecard.is_empty() && read.told.is_empty());
    assert!(!fresh(&read).contains("advert"), "nothing empty is written");
}

#[test]
fn a_statement_about_an_unknown_thing_is_told_at_its_word() {
    let text = "format = 1\nemployer = \"Acme\"\nstage = \"panel\"\nsince = 2026-11-01\n\n[[told]]\n\
                about = \"salery\"\nwords = \"52,000\"\n";
    let problem = Application::read("applications/acme.toml", text.as_bytes()).unwrap_err();
    assert_eq!(problem.place.line, 7, "{problem}");
}

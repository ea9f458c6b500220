//! Offers go along, and where somebody says no does not.

use super::*;

/// The same home with an offer.
fn offered() -> Trial {
    let trial = full();
    let job = samples::offered("acme-engineer");
    let home = trial.home();
    home.save_application(&job).expect("saved");
    trial
}

#[test]
fn an_offer_is_in_it_and_the_talk_about_terms_stays_at_home() {
    let trial = offered();
    let done = trial.run(&["export", "json", "--what", "applications"]);
    let all: Value = serde_json::from_str(&done.out).expect("it is JSON");
    let offer = &all["applications"][0]["offer"];
    assert_eq!(offer["answer_by"], "2026-12-08");
    assert_eq!(offer["says"][0]["mark"], "not-good");
    assert!(
        done.err.contains("1 private talk about terms left out."),
        "{}",
        done.err
    );
    let page = trial.run(&["export", "md", "--what", "applications"]).out;
    assert!(
        page.contains("Pay: 50,000 and a bonus (not good)"),
        "{page}"
    );
    for out in [&done.out, &page] {
        assert!(!out.contains("51,000"), "the point of a no: {out}");
        assert!(!out.contains("Stay till summer"), "{out}");
    }
    let hidden = trial.run(&["export", "md", "--what", "applications", "--hide-names"]);
    assert!(!hidden.out.contains("Lee T."), "{}", hidden.out);
}

#[test]
fn the_day_of_an_answer_is_in_the_calendar() {
    let whole = offered().run(&["export", "ics"]).out.replace("\r\n ", "");
    for line in [
        "UID:acme-engineer-2-answer@greenroom",
        "DTSTART;VALUE=DATE:20261208",
        "SUMMARY:Answer the offer of Acme",
    ] {
        assert!(whole.split("\r\n").any(|l| l == line), "{line}: {whole}");
    }
}

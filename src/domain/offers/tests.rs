//! Offers side by side: what decides, what is not known, what is due.

use super::*;
use crate::domain::id::ApplicationId;
use crate::domain::library::StageId;

fn says(all: &[(&str, &str, Mark)]) -> Vec<Says> {
    let one = |(about, words, mark): &(&str, &str, Mark)| Says {
        about: (*about).to_owned(),
        words: (*words).to_owned(),
        mark: *mark,
    };
    all.iter().map(one).collect()
}

fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|name| (*name).to_owned()).collect()
}

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, n).expect("a day of March")
}

fn job(employer: &str, answer_by: Option<NaiveDate>) -> Application {
    Application {
        offer: Some(Offer {
            answer_by,
            ..Offer::default()
        }),
        ..Application::new(
            ApplicationId::new(employer),
            employer.to_owned(),
            StageId::FinalOffer,
            day(1),
        )
    }
}

#[test]
fn what_matters_more_decides_before_what_differs_more() {
    use Mark::{AllRight, Good, NotGood};
    let matters = names(&["Hours and shifts", "Pay", "Leave"]);
    let ward = says(&[
        ("Pay", "24.10", NotGood),
        ("Leave", "30", Good),
        ("Hours and shifts", "two nights", Good),
    ]);
    let clinic = says(&[
        ("Leave", "27", NotGood),
        ("Pay", "26.00", Good),
        ("Hours and shifts", "five nights", AllRight),
    ]);
    let rows = rows(&matters, &[&ward, &clinic]);
    let said = decides(&rows, &names(&["St. Mary's", "Hill Clinic"]));
    assert_eq!(
        said,
        [
            "Hours and shifts decides first: St. Mary's good, Hill Clinic all right.",
            "Pay comes next: St. Mary's not good, Hill Clinic good."
        ]
    );
}

#[test]
fn what_is_not_known_decides_nothing_and_is_named() {
    use Mark::{Good, NotGood, Unknown};
    let matters = names(&["Pay", "Leave"]);
    let one = says(&[("Pay", "", Unknown), ("Leave", "30", Good)]);
    let two = says(&[("Pay", "52,000", Good), ("Leave", "25", NotGood)]);
    let rows = rows(&matters, &[&one, &two]);
    assert!(!rows[0].differs());
    assert_eq!(unknown(&rows, 0), ["Pay"]);
    assert!(unknown(&rows, 1).is_empty());
    let said = decides(&rows, &names(&["Acme", "Bolt"]));
    assert_eq!(said[1], "Pay matters more and is not known of each.");
}

#[test]
fn what_is_alike_is_said_to_be_alike_and_an_empty_page_says_what_to_do() {
    let matters = names(&["Pay"]);
    let pair = names(&["Acme", "Bolt"]);
    let good = says(&[("Pay", "52,000", Mark::Good)]);
    let alike = rows(&matters, &[&good, &good]);
    assert!(decides(&alike, &pair)[0].starts_with("So far they are marked alike"));
    let empty = rows(&matters, &[&[], &[]]);
    assert!(decides(&empty, &pair)[0].starts_with("Mark what each says"));
}

#[test]
fn something_said_that_is_not_in_the_order_stands_below_it_and_can_differ() {
    let one = says(&[("Parking", "free", Mark::Good)]);
    let rows = rows(&names(&["Pay"]), &[&one, &[]]);
    let about: Vec<_> = rows
        .iter()
        .map(|row| (row.about.as_str(), row.matters))
        .collect();
    assert_eq!(about, [("Pay", true), ("Parking", false)]);
    assert_eq!(
        unknown(&rows, 1),
        ["Pay"],
        "what is no wish is not asked for"
    );
}

#[test]
fn one_offer_alone_is_read_by_its_marks() {
    let one = says(&[
        ("Pay", "41,000", Mark::NotGood),
        ("Leave", "30", Mark::Good),
    ]);
    let rows = rows(&names(&["Pay", "Leave", "Security"]), &[&one]);
    assert_eq!(
        decides(&rows, &names(&["Acme"])),
        ["Good: Leave.", "Not good: Pay."]
    );
}

#[test]
fn the_answer_that_is_wanted_first_stands_first_and_a_closed_job_has_none() {
    let mut closed = job("Closed", Some(day(2)));
    closed.closed = true;
    let all = [
        job("Later", Some(day(20))),
        job("Open", None),
        closed,
        job("Soon", Some(day(13))),
    ];
    let order: Vec<_> = open_offers(&all)
        .iter()
        .map(|(job, _)| job.employer.clone())
        .collect();
    assert_eq!(order, ["Soon", "Later", "Open"]);
    assert_eq!(due(&all[2], &[], day(1)), None);
}

#[test]
fn an_answer_is_due_a_week_before_its_day_and_says_why() {
    let matters = names(&["Pay", "Leave"]);
    let acme = job("Acme", Some(day(13)));
    let title = |on| due(&acme, &matters, day(on)).map(|(title, _)| title);
    assert_eq!(title(5), None, "eight days are far");
    assert_eq!(title(10).as_deref(), Some("Answer Acme by Friday"));
    assert_eq!(title(12).as_deref(), Some("Answer Acme tomorrow"));
    assert_eq!(title(13).as_deref(), Some("Answer Acme today"));
    let why = |on| due(&acme, &matters, day(on)).map(|(_, why)| why);
    assert_eq!(why(10).as_deref(), Some("not known yet: Pay and Leave"));
    assert_eq!(why(16).as_deref(), Some("they asked for it by Fri 13 Mar"));
    assert_eq!(
        due(&acme, &[], day(10)).map(|(_, why)| why).as_deref(),
        Some("they asked for it by then; you have it by word only")
    );
}

#[test]
fn the_facts_of_an_offer_say_until_when_and_whether_it_is_on_paper() {
    let offer = Offer {
        came: Some(day(9)),
        by: "R. Castellano".to_owned(),
        answer_by: Some(day(13)),
        ..Offer::default()
    };
    assert_eq!(
        facts(&offer, day(10)),
        [
            "answer by Friday",
            "by word only",
            "came Mon 9 Mar, by R. Castellano"
        ]
    );
    assert_eq!(facts(&offer, day(14))[0], "answer was due Fri 13 Mar");
}

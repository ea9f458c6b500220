//! What follows an interview, in the words of somebody who waits.

use chrono::NaiveDate;

use super::*;
use crate::domain::id::EntryId;
use crate::domain::journal::{Debrief, EntryKind};
use crate::domain::journey::Tick;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

/// A job whose panel was on 3 December.
fn ward() -> Application {
    let round = Round::of(StageId::Panel, Some(day("2026-12-03")), None);
    Application {
        role: "Nurse".to_owned(),
        rounds: vec![round],
        ..Application::new(
            ApplicationId::new("st-mary"),
            "St. Mary".to_owned(),
            StageId::Panel,
            day("2026-11-20"),
        )
    }
}

/// Its debrief: they decide by 11 December.
fn debrief() -> Entry {
    Entry {
        id: EntryId::new("panel"),
        kind: EntryKind::Debrief,
        date: day("2026-12-03"),
        time: None,
        title: String::new(),
        application: Some(ApplicationId::new("st-mary")),
        stage: Some(StageId::Panel),
        feeling: String::new(),
        tags: Vec::new(),
        private: false,
        body: String::new(),
        beside: None,
        debrief: Some(Box::new(Debrief {
            decision: Some(day("2026-12-11")),
            ..Debrief::default()
        })),
    }
}

fn titles(applications: &[Application], today: &str) -> Vec<String> {
    let letters = to_send(applications, &[debrief()], day(today));
    letters.into_iter().map(|s| s.title).collect()
}

#[test]
fn the_day_of_the_decision_is_known_until_it_is_past_and_then_asking_is_due() {
    let words = |today| decision_words(&ward(), &[debrief()], day(today));
    assert_eq!(words("2026-12-04"), "they decide by Fri 11 Dec");
    assert_eq!(words("2026-12-11"), "they decide today");
    assert_eq!(words("2026-12-14"), "they wanted to decide by Fri 11 Dec");
    let jobs = [ward()];
    assert_eq!(titles(&jobs, "2026-12-11"), [""; 0]);
    assert_eq!(
        titles(&jobs, "2026-12-12"),
        ["Ask St. Mary where it stands"]
    );
    let sends = to_send(&jobs, &[debrief()], day("2026-12-12"));
    assert_eq!(sends[0].reason, "they said Fri 11 Dec");
    assert_eq!(
        titles(&jobs, "2027-01-12"),
        [""; 0],
        "it is too late to ask"
    );
    let mut asked = ward();
    asked.ticks.push(Tick::of(sends[0].stage, sends[0].letter));
    assert_eq!(titles(&[asked], "2026-12-12"), [""; 0], "it was sent");
}

#[test]
fn nobody_waits_for_a_decision_when_the_next_interview_is_agreed_on() {
    let mut job = ward();
    let mut next = job.rounds[0].clone();
    next.date = Some(day("2026-12-15"));
    job.rounds.push(next);
    assert_eq!(decision(&job, &[debrief()]), None);
}

#[test]
fn silence_means_one_note_and_then_to_go_on() {
    let mut job = ward();
    let told = |job: &Application, today| {
        silence_words(job, StageId::Panel, &[debrief()], day(today)).unwrap_or_default()
    };
    let then = "After Fri 1 Jan: stop waiting and go on.";
    for (today, words) in [
        (
            "2026-12-05",
            format!("If you hear nothing by Fri 11 Dec: one note. {then}"),
        ),
        (
            "2026-12-11",
            format!("If you hear nothing by Fri 11 Dec: one note. {then}"),
        ),
        (
            "2026-12-12",
            format!("The day that they named has gone by: send one note. {then}"),
        ),
        (
            "2027-01-02",
            "They have not written in weeks: stop waiting and go on.".to_owned(),
        ),
    ] {
        let told = told(&job, today).replace(" 2027", "");
        assert_eq!(told, words, "{today}");
    }
    let other = silence_words(&job, StageId::Screening, &[debrief()], day("2026-12-05"));
    assert_eq!(other, None, "nobody waits after that one");
    job.ticks.push(Tick::of(StageId::Panel, STATUS));
    assert!(told(&job, "2026-12-13").starts_with("Your one note is sent. After"));
    job.rounds[0].outcome = Outcome::Offer;
    assert_eq!(told(&job, "2026-12-13"), "", "they have written");
}

#[test]
fn a_no_leads_to_two_letters_and_a_talk_for_two_weeks() {
    let mut job = ward();
    (job.closed, job.outcome) = (true, Outcome::Rejected);
    job.ended = Some(day("2026-12-14"));
    let wanted = ["Reply to St. Mary", "Ask St. Mary for feedback"];
    assert_eq!(titles(std::slice::from_ref(&job), "2026-12-14"), wanted);
    assert_eq!(
        news_words(&job, day("2026-12-15")).as_deref(),
        Some("St. Mary: they chose somebody else. What you wrote stays.")
    );
    assert_eq!(
        talk(Outcome::Rejected),
        Some(ScenarioId::new("feedback-call"))
    );
    assert_eq!(titles(std::slice::from_ref(&job), "2026-12-28"), [""; 0]);
}

#[test]
fn a_yes_leads_to_the_letter_that_says_it_and_to_those_who_still_wait() {
    let mut job = ward();
    (job.closed, job.outcome) = (true, Outcome::Accepted);
    job.ended = Some(day("2026-12-04"));
    let mut other = ward();
    other.id = ApplicationId::new("hill");
    other.employer = "Hill Clinic".to_owned();
    assert_eq!(
        titles(&[job, other], "2026-12-04"),
        [
            "Say yes to St. Mary in writing",
            "Tell Hill Clinic that you are no longer looking"
        ]
    );
}

#[test]
fn an_offer_that_comes_weeks_after_the_interview_leads_on_until_somebody_decides() {
    let mut job = ward();
    job.rounds[0].outcome = Outcome::Offer;
    let there = |job: &Application, today| news(job, day(today));
    assert_eq!(there(&job, "2026-12-24"), Some(Outcome::Offer));
    assert_eq!(there(&job, "2027-03-01"), None, "by then it is forgotten");
    let late = job.rounds[0].clone();
    job.rounds[0] = Round {
        outcome: Outcome::Pending,
        ..late.clone()
    }
    .ended(Outcome::Offer, day("2027-02-20"));
    assert_eq!(
        there(&job, "2027-03-01"),
        Some(Outcome::Offer),
        "it came late"
    );
    job.rounds[0] = Round { date: None, ..late };
    assert_eq!(
        there(&job, "2027-06-01"),
        None,
        "one without a day is forgotten, too"
    );
    job.closed = true;
    job.outcome = Outcome::Accepted;
    job.ended = Some(day("2026-12-26"));
    assert_eq!(there(&job, "2026-12-27"), Some(Outcome::Accepted));
}

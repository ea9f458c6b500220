//! When a round is, in words.

use chrono::NaiveDate;

use crate::domain::journey::{Application, Round};
use crate::domain::library::StageId;
use crate::domain::text::capital;
use crate::domain::time::day_and_date;

/// What a round of a stage is called.
pub const fn talk(stage: StageId) -> &'static str {
    match stage {
        StageId::Screening => "screening",
        StageId::PhoneVideo => "phone or video interview",
        StageId::InPerson => "interview in person",
        StageId::BehavioralAssessment => "work-style test",
        StageId::TechnicalAssessment => "skills test",
        StageId::Panel => "panel interview",
        StageId::FinalOffer => "final talk",
        StageId::Checks => "checks",
    }
}

/// `today`, `tomorrow`, `in six days`, `in 20 days`; `gone by` for the past.
pub fn days_words(date: NaiveDate, today: NaiveDate) -> String {
    const SMALL: [&str; 11] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    match (date - today).num_days() {
        ..0 => "gone by".to_owned(),
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        n => {
            let small = usize::try_from(n - 2).ok().and_then(|n| SMALL.get(n));
            small.map_or_else(|| format!("in {n} days"), |word| format!("in {word} days"))
        }
    }
}

/// When a round is, as somebody would say it: `tomorrow at 10:00`, `Wednesday`, `Wed 9 Dec at 10:00`.
pub fn when(round: &Round, today: NaiveDate) -> Option<String> {
    let date = round.date?;
    let day = match (date - today).num_days() {
        0 | 1 => days_words(date, today),
        2..=6 => date.format("%A").to_string(),
        _ => day_and_date(date, today),
    };
    let at = round
        .time
        .map_or_else(String::new, |t| format!(" at {}", t.format("%H:%M")));
    Some(format!("{day}{at}"))
}

/// What something is for that gets one ready: `for Wednesday at 10:00, Acme`.
pub fn getting_ready(application: &Application, round: &Round, today: NaiveDate) -> String {
    format!("for {}", when_and_where(application, round, today))
}

/// `Acme, panel interview: Wednesday at 10:00, in six days`.
pub fn coming(application: &Application, round: &Round, today: NaiveDate) -> String {
    let what = format!("{}, {}", application.employer, talk(round.stage));
    let (Some(date), Some(when)) = (round.date, when(round, today)) else {
        return what;
    };
    let rest = match (date - today).num_days() {
        2.. => format!(", {}", days_words(date, today)),
        _ => String::new(),
    };
    format!("{what}: {when}{rest}")
}

/// The same in a few words: `Acme: Wednesday at 10:00`.
pub fn coming_briefly(application: &Application, round: &Round, today: NaiveDate) -> String {
    let when = when(round, today).map_or_else(String::new, |when| format!(": {when}"));
    format!("{}{when}", application.employer)
}

/// The same with what must not be cut first: `Wednesday at 10:00, Acme`.
pub fn coming_at_once(application: &Application, round: &Round, today: NaiveDate) -> String {
    capital(&when_and_where(application, round, today))
}

fn when_and_where(application: &Application, round: &Round, today: NaiveDate) -> String {
    let when = when(round, today).map_or_else(String::new, |when| format!("{when}, "));
    format!("{when}{}", application.employer)
}

//! The calendar (RFC 5545): each interview that has a day, and what is to be sent on a day. Days of a plan are not in it;
//! they are laid out anew each time.
//!
//! Times are those of the place of the interview, without a zone. One's own notes stay at home.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::folded::{Folded, stable};
use crate::domain::flow_back::FlowBack;
use crate::domain::follow;
use crate::domain::journey::{Application, Outcome, Round, minutes_in};
use crate::domain::next::talk;
use crate::domain::offers::open_offers;
use crate::domain::person::Person;
use crate::domain::time::Now;
use crate::store::home::Loaded;

/// Minutes of an interview of which nobody said how long it is.
const USUAL: u32 = 60;

/// Everything with a day.
pub fn text(loaded: &Loaded, flow: &FlowBack, now: Now) -> String {
    let mut out = Folded::default();
    let version = env!("CARGO_PKG_VERSION");
    out.line("BEGIN:VCALENDAR")
        .line("VERSION:2.0")
        .line(&format!("PRODID:-//greenroom//greenroom {version}//EN"))
        .line("CALSCALE:GREGORIAN");
    for application in &loaded.applications {
        for (at, round) in application.rounds.iter().enumerate() {
            interview(&mut out, application, (at, round), now);
        }
    }
    for application in &loaded.applications {
        let day = follow::ask_on(application, &loaded.entries);
        if let Some(day) = day.filter(|day| *day >= now.date()) {
            let words = format!("Ask {} where it stands, once", application.employer);
            let name = format!("{}-where-it-stands", application.id);
            all_day(&mut out, &name, day, &words, now);
        }
    }
    for (job, offer) in open_offers(&loaded.applications) {
        if let Some(day) = offer.answer_by.filter(|day| *day >= now.date()) {
            let words = format!("Answer the offer of {}", job.employer);
            all_day(&mut out, &format!("{}-answer", job.id), day, &words, now);
        }
    }
    for thanks in flow.thanks.iter().filter(|t| t.best_by >= now.date()) {
        let words = format!("Thank {}", thanks.person.name);
        let name = format!("{}-thank-{}", thanks.entry, stable(&thanks.person.name));
        all_day(&mut out, &name, thanks.best_by, &words, now);
    }
    out.line("END:VCALENDAR");
    out.done()
}

/// One interview; none without a day, none that was called off, and none to come of a job that is over.
fn interview(out: &mut Folded, application: &Application, (at, round): (usize, &Round), now: Now) {
    let off = [Outcome::RoundCanceled, Outcome::ProcessCanceled].contains(&round.outcome);
    let over = |date: &NaiveDate| application.closed && *date > now.date();
    let Some(date) = round.date.filter(|date| !off && !over(date)) else {
        return;
    };
    // Moved to another day it is still the same one.
    let before = application.rounds.iter().take(at);
    let nth = before.filter(|r| r.stage == round.stage).count() + 1;
    let name = format!("{}-{}-{nth}", application.id, round.stage.id());
    begin(out, &name, now);
    match round.time {
        Some(time) => {
            let minutes = minutes_in(&round.length).unwrap_or(USUAL);
            out.line(&format!("DTSTART:{}", moment(date, time)))
                .line(&format!("DURATION:PT{minutes}M"));
        }
        None => on_day(out, date),
    }
    out.words(
        "SUMMARY",
        &format!("{}: {}", application.title(), talk(round.stage)),
    )
    .words("LOCATION", &round.place)
    .words("DESCRIPTION", &about(round))
    .line("END:VEVENT");
}

/// Whom, how long, and what to bring.
fn about(round: &Round) -> String {
    let people: Vec<String> = round.people.iter().map(Person::with_title).collect();
    let parts = [
        ("With", people.join("; ")),
        ("Length", round.length.clone()),
        ("Bring", round.bring.clone()),
    ];
    let told = parts.into_iter().filter(|(_, words)| !words.is_empty());
    let told: Vec<String> = told
        .map(|(what, words)| format!("{what}: {words}"))
        .collect();
    told.join("\n")
}

fn all_day(out: &mut Folded, name: &str, day: NaiveDate, words: &str, now: Now) {
    begin(out, name, now);
    on_day(out, day);
    out.words("SUMMARY", words)
        .line("TRANSP:TRANSPARENT")
        .line("END:VEVENT");
}

fn begin(out: &mut Folded, name: &str, now: Now) {
    let stamp = now.wall.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ");
    out.line("BEGIN:VEVENT")
        .words("UID", &format!("{name}@greenroom"))
        .line(&format!("DTSTAMP:{stamp}"));
}

fn on_day(out: &mut Folded, day: NaiveDate) {
    let next = day.succ_opt().unwrap_or(day);
    out.line(&format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")))
        .line(&format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
}

fn moment(date: NaiveDate, time: NaiveTime) -> String {
    let at: NaiveDateTime = date.and_time(time);
    at.format("%Y%m%dT%H%M%S").to_string()
}

//! What follows an interview or an ending: the day on which they decide, letters, and a talk to rehearse.

use chrono::{Duration, NaiveDate};

use super::id::{ApplicationId, ScenarioId};
use super::journal::Entry;
use super::journey::{Application, Outcome, Round};
use super::letter::last_debrief;
use super::library::StageId;
use super::time::day_and_date;

/// Days after the one that they named in which asking is worth a letter. Later it only hurts.
const ASK: i64 = 21;

/// Days in which an ending leads on.
const LEADS: i64 = 14;

/// Days in which an offer does: it stands until somebody decides.
const OFFER: i64 = 60;

/// Asks where it stands.
const STATUS: &str = "t-status";

/// A letter that has its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToSend {
    /// The job.
    pub application: ApplicationId,
    /// The letter, by id.
    pub letter: &'static str,
    /// The stage it is about. A letter that is sent is a tick of that stage.
    pub stage: StageId,
    /// What it is, with the employer.
    pub title: String,
    /// Why now, without a full stop.
    pub reason: String,
    /// Whether it is due today. Others have their time, and are better for a day of rest.
    pub due: bool,
}

/// The day on which they want to decide, as their last debrief says; none where another interview follows it.
pub fn decision(application: &Application, entries: &[Entry]) -> Option<NaiveDate> {
    let entry = last_debrief(entries, &application.id).filter(|_| !application.closed)?;
    let later = |r: &Round| r.date.is_some_and(|d| d > entry.date);
    if application.rounds.iter().any(later) {
        return None;
    }
    entry.debrief.as_ref()?.decision
}

/// `they decide by Fri 11 Dec`, later `they wanted to decide by Fri 11 Dec`; empty where no day was named.
pub fn decision_words(application: &Application, entries: &[Entry], today: NaiveDate) -> String {
    let Some(day) = decision(application, entries) else {
        return String::new();
    };
    let when = match day {
        day if day == today => return "they decide today".to_owned(),
        day => day_and_date(day, today),
    };
    if day > today {
        format!("they decide by {when}")
    } else {
        format!("they wanted to decide by {when}")
    }
}

/// The day from which asking where it stands is in place, while no letter asks it yet.
pub fn ask_on(application: &Application, entries: &[Entry]) -> Option<NaiveDate> {
    let day = decision(application, entries)?.succ_opt()?;
    let stage = stage_waited_for(application, entries);
    (!application.has_ticked(stage, STATUS)).then_some(day)
}

/// The stage whose interview they decide after.
fn stage_waited_for(application: &Application, entries: &[Entry]) -> StageId {
    let stage = last_debrief(entries, &application.id).and_then(|e| e.stage);
    stage.unwrap_or(application.stage)
}

/// When silence means one note, and when it is time to go on: `If you hear nothing by Tue 8 Dec: one note. After Tue 29
/// Dec: stop waiting and go on.` `None` where nobody waits after an interview of this stage.
pub fn silence_words(
    application: &Application,
    stage: StageId,
    entries: &[Entry],
    today: NaiveDate,
) -> Option<String> {
    let day = decision(application, entries)?;
    let waits = news(application, today).is_none();
    if !waits || stage_waited_for(application, entries) != stage {
        return None;
    }
    let last = day + Duration::days(ASK);
    let then = format!(
        "After {}: stop waiting and go on.",
        day_and_date(last, today)
    );
    Some(if today > last {
        "They have not written in weeks: stop waiting and go on.".to_owned()
    } else if application.has_ticked(stage, STATUS) {
        format!("Your one note is sent. {then}")
    } else if today > day {
        format!("The day that they named has gone by: send one note. {then}")
    } else {
        let day = day_and_date(day, today);
        format!("If you hear nothing by {day}: one note. {then}")
    })
}

/// What became of a job that ended, or that has an offer; `None` while it simply goes on, or when that is long ago.
pub fn news(application: &Application, today: NaiveDate) -> Option<Outcome> {
    let (outcome, days) = if application.closed {
        (application.outcome, LEADS)
    } else {
        (Outcome::Offer, OFFER)
    };
    let recent = came(application)? > today - Duration::days(days);
    recent.then_some(outcome)
}

/// The day on which the ending came, or else the last offer.
pub fn came(application: &Application) -> Option<NaiveDate> {
    if application.closed {
        return application.ended;
    }
    let offers = application.rounds.iter();
    let offers = offers.filter(|r| r.outcome == Outcome::Offer);
    // Where nobody wrote down when it came, the interview, or else the stage, is the nearest day that is known.
    let came = |r: &Round| r.outcome_on.or(r.date).unwrap_or(application.since);
    let offer = application.offer.as_ref();
    let offer = offer.map(|offer| offer.came.unwrap_or(application.since));
    offers.map(came).chain(offer).max()
}

/// The same as a sentence about them.
pub fn news_words(application: &Application, today: NaiveDate) -> Option<String> {
    let words = match news(application, today)? {
        Outcome::Rejected => "they chose somebody else. What you wrote stays.",
        Outcome::Accepted => "you said yes. May it be a good place.",
        Outcome::Declined => "you said no to their offer.",
        Outcome::Withdrew => "you withdrew.",
        Outcome::NoReply => "nothing was heard.",
        Outcome::Offer => "they made you an offer.",
        Outcome::Pending
        | Outcome::Advanced
        | Outcome::RoundCanceled
        | Outcome::ProcessCanceled => return None,
    };
    Some(format!("{}: {words}", application.employer))
}

/// What is said when an ending, or an offer, was just written down.
pub const fn told(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Rejected => Some("I am sorry. What you wrote stays; here are three steps."),
        Outcome::Accepted => Some("Good news. What is left to send stands here."),
        Outcome::Offer => Some("An offer. Three steps stand here."),
        Outcome::Declined | Outcome::Withdrew | Outcome::NoReply => {
            Some("Saved. What is left to send stands here.")
        }
        Outcome::Pending
        | Outcome::Advanced
        | Outcome::RoundCanceled
        | Outcome::ProcessCanceled => None,
    }
}

/// The talk that is worth rehearsing after it.
pub fn talk(outcome: Outcome) -> Option<ScenarioId> {
    match outcome {
        Outcome::Rejected => Some(ScenarioId::new("feedback-call")),
        Outcome::Offer => Some(ScenarioId::new("offer-below-range")),
        _ => None,
    }
}

/// The letters of an ending or an offer: which, what it is called, and why now.
const fn letters_of(outcome: Outcome) -> &'static [(&'static str, &'static str, &'static str)] {
    match outcome {
        Outcome::Rejected => &[
            ("t-reply-rejection", "Reply to {}", "a day later is best"),
            (
                "t-feedback-request",
                "Ask {} for feedback",
                "once you have slept on it",
            ),
        ],
        Outcome::Accepted => &[("t-accept", "Say yes to {} in writing", "your yes, on paper")],
        Outcome::Declined => &[(
            "t-decline",
            "Say no to {} in writing",
            "so that they can go on",
        )],
        Outcome::Withdrew => &[(
            "t-withdraw",
            "Tell {} that you withdraw",
            "so that they can go on",
        )],
        Outcome::NoReply => &[(STATUS, "Ask {} one last time", "before you let it go")],
        Outcome::Offer => &[
            ("t-negotiate", "Talk terms with {}", "before you say yes"),
            (
                "t-extension",
                "Ask {} for time to decide",
                "early, not on the last day",
            ),
        ],
        Outcome::Pending
        | Outcome::Advanced
        | Outcome::RoundCanceled
        | Outcome::ProcessCanceled => &[],
    }
}

/// Every letter that has its time, of all jobs.
pub fn to_send(applications: &[Application], entries: &[Entry], today: NaiveDate) -> Vec<ToSend> {
    let mut letters = Vec::new();
    for application in applications {
        letters.extend(status(application, entries, today));
        let outcome = news(application, today);
        for (letter, title, why) in outcome.map_or(&[][..], letters_of) {
            letters.push(send(application, letter, application.stage, title, why));
        }
        if outcome == Some(Outcome::Accepted) {
            let others = applications.iter().filter(|a| !a.closed);
            letters.extend(others.map(|a| {
                let title = "Tell {} that you are no longer looking";
                send(a, "t-withdraw", a.stage, title, "still open")
            }));
        }
    }
    let is_sent = |send: &ToSend| {
        let job = applications.iter().find(|a| a.id == send.application);
        job.is_some_and(|a| a.has_ticked(send.stage, send.letter))
    };
    letters.retain(|send| !is_sent(send));
    letters
}

/// The question where it stands, from the day after the one that they named.
fn status(application: &Application, entries: &[Entry], today: NaiveDate) -> Option<ToSend> {
    let day = decision(application, entries)?;
    let late = (1..=ASK).contains(&(today - day).num_days());
    late.then(|| {
        let why = format!("they said {}", day_and_date(day, today));
        let stage = stage_waited_for(application, entries);
        send(application, STATUS, stage, "Ask {} where it stands", &why)
    })
}

fn send(
    application: &Application,
    letter: &'static str,
    stage: StageId,
    title: &str,
    why: &str,
) -> ToSend {
    ToSend {
        application: application.id.clone(),
        letter,
        stage,
        title: title.replace("{}", &application.employer),
        reason: why.to_owned(),
        due: application.outcome != Outcome::Rejected,
    }
}

#[cfg(test)]
mod tests;

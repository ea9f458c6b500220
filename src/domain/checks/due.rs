//! What has its time, and why: somebody who has to be told before an employer calls, a paper that runs out too soon.

use chrono::{Days, NaiveDate};

use super::{Checks, Document, Referee};
use crate::domain::ahead;
use crate::domain::dates::{self, Toward};
use crate::domain::id::{ApplicationId, DocumentId, RefereeId};
use crate::domain::journal::Entry;
use crate::domain::journey::{About, Application};
use crate::domain::library::StageId;
use crate::domain::order::InOrder;
use crate::domain::time::{Wall, short_date};

/// Within so many days a paper that runs out is told of in any case.
const SOON: u64 = 8 * 7;

/// Somebody who said yes and does not know that an employer may call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToBrief {
    /// Who.
    pub referee: RefereeId,
    /// Of which job.
    pub job: ApplicationId,
    /// `Tell Ms. Okafor that Acme may call`.
    pub title: String,
    /// Why now.
    pub reason: String,
}

/// A paper that runs out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunsOut {
    /// Which.
    pub document: DocumentId,
    /// `Your registration runs out on 3 Jan`.
    pub words: String,
    /// The same where the day stands beside it: `Registration runs out`.
    pub briefly: String,
    /// Why that matters: `before the job at Acme`.
    pub reason: String,
    /// The last day on which it holds.
    pub until: NaiveDate,
}

/// Whether an employer may ask for names now: at the last talk, or at the checks.
pub fn wants_references(job: &Application) -> bool {
    !job.closed && job.stage >= StageId::FinalOffer
}

/// Who has to be told, the first job first; one at a time is enough for anybody who reads it.
pub fn to_brief(checks: &Checks, jobs: &[Application]) -> Vec<ToBrief> {
    let of_job = |job: &Application| -> Vec<ToBrief> {
        let told = |referee: &&Referee| {
            let named = referee.call(&job.id).is_some_and(|c| c.named.is_some());
            (wants_references(job) || named && !job.closed) && !referee.knows(&job.id)
        };
        let row = |referee: &Referee| ToBrief {
            referee: referee.id.clone(),
            job: job.id.clone(),
            title: format!(
                "Tell {} that {} may call",
                referee.person.name, job.employer
            ),
            reason: reason(referee, job).to_owned(),
        };
        checks.speakers().filter(told).map(row).collect()
    };
    // Whose name is with the employer already may be called today.
    let mut all: Vec<ToBrief> = jobs.iter().flat_map(of_job).collect();
    all.order_by_key(|one| one.reason != HAVE_IT);
    all
}

const HAVE_IT: &str = "they have the name already";

fn reason(referee: &Referee, job: &Application) -> &'static str {
    match referee.call(&job.id) {
        Some(call) if call.named.is_some() => HAVE_IT,
        _ if job.stage == StageId::Checks => "references are checked now",
        _ => "many employers call after the final talk",
    }
}

/// Papers that run out before an interview, before the first day at work, or within eight weeks; the soonest first. One
/// for which a new one is asked for needs nothing more.
pub fn runs_out(
    checks: &Checks,
    jobs: &[Application],
    entries: &[Entry],
    at: Wall,
) -> Vec<RunsOut> {
    let today = at.date_naive();
    let row = |document: &Document| {
        let until = document.until.filter(|_| !document.is_renewed())?;
        let reason = why(until, jobs, entries, at)?;
        let verb = if until < today { "ran" } else { "runs" };
        Some(RunsOut {
            document: document.id.clone(),
            words: format!(
                "Your {} {verb} out on {}",
                small(&document.title),
                short_date(until, today)
            ),
            briefly: format!("{} {verb} out", document.title),
            reason,
            until,
        })
    };
    let mut rows: Vec<RunsOut> = checks.documents.iter().filter_map(row).collect();
    rows.order_by_key(|row| row.until);
    rows
}

/// Why the last day of a paper matters; `None` while it does not.
fn why(until: NaiveDate, jobs: &[Application], entries: &[Entry], at: Wall) -> Option<String> {
    let today = at.date_naive();
    if until < today {
        return Some("ask for a new one".to_owned());
    }
    let interviews = ahead::to_come(jobs, entries, at);
    let mut interviews = interviews.iter();
    if let Some((job, _)) = interviews.find(|(_, round)| round.date > Some(until)) {
        return Some(format!("before the interview at {}", job.employer));
    }
    let open = jobs.iter().filter(|job| !job.closed);
    let mut starts = open.filter_map(|job| Some((job, start(job, today)?)));
    if let Some((job, _)) = starts.find(|(_, day)| *day > until) {
        return Some(format!("before the job at {}", job.employer));
    }
    let soon = today.checked_add_days(Days::new(SOON))?;
    (until <= soon).then(|| match (until - today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        2..=13 => format!("in {} days", (until - today).num_days()),
        days => format!("in {} weeks", days / 7),
    })
}

/// The first day at work, where an employer was told one that can be read.
fn start(job: &Application, today: NaiveDate) -> Option<NaiveDate> {
    let told = job.told.iter().filter(|one| one.about == About::Start);
    let last = told.max_by_key(|one| one.date)?;
    let said = last.date.unwrap_or(today);
    dates::read(&last.words, said, Toward::Future).ok()
}

/// A title in the middle of a sentence; `NMC card` keeps its letters.
fn small(title: &str) -> String {
    let mut chars = title.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(title.chars().skip(1)).collect()
        }
        _ => title.to_owned(),
    }
}

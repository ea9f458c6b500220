//! Somebody who would speak for me: what they said to it, and what they know of each job.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::{ApplicationId, RefereeId};
use crate::domain::person::Person;
use crate::domain::time::short_date;

/// What they said when they were asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Nothing yet.
    #[default]
    Open,
    /// They will.
    Yes,
    /// They would rather not.
    RatherNot,
}

/// What somebody has to do with one job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The job.
    pub job: ApplicationId,
    /// When they were told of it.
    pub briefed: Option<NaiveDate>,
    /// When the employer got their name.
    pub named: Option<NaiveDate>,
    /// When one heard that they had been called.
    pub heard: Option<NaiveDate>,
    /// When they were thanked.
    pub thanked: Option<NaiveDate>,
}

impl Call {
    /// Nothing of a job has been done yet.
    pub const fn of(job: ApplicationId) -> Self {
        Self {
            job,
            briefed: None,
            named: None,
            heard: None,
            thanked: None,
        }
    }

    /// Whether nothing of it is written down.
    pub const fn is_empty(&self) -> bool {
        self.briefed.is_none()
            && self.named.is_none()
            && self.heard.is_none()
            && self.thanked.is_none()
    }
}

/// A step on the way, in its order: nobody is named before they know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// They were asked whether they would.
    Asked,
    /// They said yes.
    SaidYes,
    /// They know about the job.
    Briefed,
    /// The employer has their name.
    Named,
    /// They were called.
    Heard,
    /// They were thanked.
    Thanked,
}

impl Step {
    /// Whether it is about one job.
    pub const fn is_of_job(self) -> bool {
        !matches!(self, Self::Asked | Self::SaidYes)
    }

    /// What is so once it is done: `said yes`, `knows about Acme`.
    pub fn words(self, employer: &str) -> String {
        match self {
            Self::Asked => "asked".to_owned(),
            Self::SaidYes => "said yes".to_owned(),
            Self::Briefed => format!("knows about {employer}"),
            Self::Named => format!("{employer} has the name"),
            Self::Heard => format!("{employer} called"),
            Self::Thanked => "thanked".to_owned(),
        }
    }
}

/// Somebody who would speak for me.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referee {
    /// Their name in the file.
    pub id: RefereeId,
    /// Who they are: the title says who they were to me.
    pub person: Person,
    /// What they saw and can speak of.
    pub speaks_of: String,
    /// When they were asked.
    pub asked: Option<NaiveDate>,
    /// What they said.
    pub answer: Answer,
    /// When they said it.
    pub answered: Option<NaiveDate>,
    /// What they have to do with each job.
    pub calls: Vec<Call>,
}

impl Referee {
    /// Somebody of whom only the name is known.
    pub fn called(id: RefereeId, name: &str) -> Self {
        Self {
            id,
            person: Person::called(name),
            speaks_of: String::new(),
            asked: None,
            answer: Answer::Open,
            answered: None,
            calls: Vec::new(),
        }
    }

    /// What they have to do with a job.
    pub fn call(&self, job: &ApplicationId) -> Option<&Call> {
        self.calls.iter().find(|call| call.job == *job)
    }

    /// The same, to be changed.
    pub fn call_mut(&mut self, job: &ApplicationId) -> &mut Call {
        let at = self.calls.iter().position(|call| call.job == *job);
        let at = at.unwrap_or_else(|| {
            self.calls.push(Call::of(job.clone()));
            self.calls.len() - 1
        });
        &mut self.calls[at]
    }

    /// Whether they know about a job.
    pub fn knows(&self, job: &ApplicationId) -> bool {
        self.call(job).is_some_and(|call| call.briefed.is_some())
    }

    /// The next step, with the job where it is about one; `None` where nothing is left to do.
    pub fn next(&self, job: Option<&ApplicationId>) -> Option<Step> {
        match (self.answer, self.asked) {
            (Answer::RatherNot, _) => return None,
            (Answer::Open, None) => return Some(Step::Asked),
            (Answer::Open, Some(_)) => return Some(Step::SaidYes),
            (Answer::Yes, _) => {}
        }
        let empty = Call::of(job?.clone());
        let call = self.call(job?).unwrap_or(&empty);
        [
            (Step::Briefed, call.briefed),
            (Step::Named, call.named),
            (Step::Heard, call.heard),
            (Step::Thanked, call.thanked),
        ]
        .into_iter()
        .find_map(|(step, on)| on.is_none().then_some(step))
    }

    /// Where it stands with them, also for a job with the name of its employer: `said yes, knows about Acme`.
    pub fn stands(&self, job: Option<(&ApplicationId, &str)>, today: NaiveDate) -> String {
        match (self.answer, self.asked) {
            (Answer::RatherNot, _) => return "would rather not".to_owned(),
            (Answer::Open, None) => return "not asked yet".to_owned(),
            (Answer::Open, Some(on)) => return format!("asked {}", short_date(on, today)),
            (Answer::Yes, _) => {}
        }
        let Some((id, employer)) = job else {
            return "said yes".to_owned();
        };
        let call = self.call(id);
        let of = |on: fn(&Call) -> Option<NaiveDate>| call.and_then(on).is_some();
        let words = if of(|call| call.thanked) {
            "thanked".to_owned()
        } else if of(|call| call.heard) {
            Step::Heard.words(employer)
        } else if !of(|call| call.briefed) {
            format!("does not know about {employer} yet")
        } else if of(|call| call.named) {
            format!("knows, and {}", Step::Named.words(employer))
        } else {
            Step::Briefed.words(employer)
        };
        format!("said yes, {words}")
    }

    /// Takes a step on a day.
    pub fn take(&mut self, step: Step, job: Option<&ApplicationId>, on: NaiveDate) {
        match (step, job) {
            (Step::Asked, _) => self.asked = Some(on),
            (Step::SaidYes, _) => self.say(Answer::Yes, on),
            (Step::Briefed, Some(job)) => self.call_mut(job).briefed = Some(on),
            (Step::Named, Some(job)) => self.call_mut(job).named = Some(on),
            (Step::Heard, Some(job)) => self.call_mut(job).heard = Some(on),
            (Step::Thanked, Some(job)) => self.call_mut(job).thanked = Some(on),
            (Step::Briefed | Step::Named | Step::Heard | Step::Thanked, None) => {}
        }
    }

    /// They said something on a day; what they had said before keeps its day.
    pub fn say(&mut self, answer: Answer, on: NaiveDate) {
        if self.answer != answer {
            self.answered = (answer != Answer::Open).then_some(on);
            self.answer = answer;
        }
    }
}

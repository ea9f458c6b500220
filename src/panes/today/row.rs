//! A line of Today that can be marked, and what Enter does there.

use chrono::NaiveDate;

use crate::domain::follow::ToSend;
use crate::domain::id::{ApplicationId, DocumentId, EntryId, SittingId, StoryId};
use crate::domain::journal::Beside;
use crate::domain::journey::Slot;
use crate::domain::next::Todo;
use crate::domain::text::{capital, full_stop};
use crate::domain::time::short_date;
use crate::panes::checks_form;
use crate::widgets::canvas::cells;

/// Cells of a text that stands whole on every page that has a line of words.
const LONG: u16 = 30;

/// A part of the page; the mark goes from one to the next with Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What to do.
    Next,
    /// What is still to be sent.
    Send,
    /// The other interviews to come.
    Coming,
    /// How the last answers went.
    Recent,
    /// Where the nearest application stands.
    Road,
    /// The newest entry.
    Note,
}

/// What Enter does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Something the program proposes.
    Do(Todo),
    /// List the other sittings that wait.
    Unfinished,
    /// Go on with an entry that was half written; `None` is a new one.
    Draft(Option<EntryId>),
    /// Go on with a debrief that was taken back.
    Debrief(EntryId),
    /// Go on with a note on a sitting or a question that was half written.
    NoteBeside(Beside),
    /// Go on with an application that was half filled in; `None` is a new one.
    Job(Option<ApplicationId>),
    /// Go on with an interview of an application that was half filled in, by its place; `None` is a new one.
    Interview(ApplicationId, Option<usize>),
    /// Go on with something an employer was told that was half written, by its place; `None` is a new one.
    Tell(ApplicationId, Option<usize>),
    /// Go on with the offer of a job that was half filled in.
    Offer(ApplicationId),
    /// Go on with what is wanted of the talk about terms with a job.
    Terms(ApplicationId),
    /// Open what an employer was told, at something that was promised to them, by its place.
    Promised(ApplicationId, usize),
    /// Go on with a referee or a paper that was half written.
    Checks(checks_form::About),
    /// Look at a paper that runs out.
    Paper(DocumentId),
    /// Go on with a story that was half written; `None` is a new one.
    Story(Option<StoryId>),
    /// Go on with a question of one's own that was half written.
    Question,
    /// Go on with a mock of one's own that was half written.
    Mock,
    /// Say what one's work is.
    Work,
    /// Say how much time there is on the evening before an interview.
    Tonight,
    /// Look at the days until the next interview.
    Days,
    /// Read the letter that thanks somebody of a debrief, by name; empty where it goes to all of them.
    Thank(EntryId, String),
    /// Read another letter that has its time.
    Letter(ToSend),
    /// Open the page of an interview.
    Meet(ApplicationId, Slot),
    /// Read an answer again.
    Answer(SittingId),
    /// Look at the end of a talk or a set of items again.
    Ended(SittingId),
    /// Open the roadmap.
    Road,
    /// Open the journal.
    Note,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub part: Part,
    /// What.
    pub text: String,
    /// Minutes, or a level.
    pub middle: String,
    /// Why, or when.
    pub fact: String,
    /// What Enter does.
    pub act: Act,
}

impl Row {
    /// A line.
    pub fn new(part: Part, text: String, middle: String, fact: String, act: Act) -> Self {
        Self {
            part,
            text,
            middle,
            fact,
            act,
        }
    }

    /// The line for the clipboard.
    pub fn plain(&self) -> String {
        let parts = [&self.text, &self.middle, &self.fact].map(String::as_str);
        let parts = parts.into_iter().filter(|p| !p.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }

    /// What the line of words says while it is marked: what may be cut in the line, or what the keys do.
    pub fn hint(&self) -> String {
        match self.act {
            Act::Do(Todo::Doubt(..)) => {
                "Enter: its page, where you can answer it. Space: it is cleared up.".to_owned()
            }
            Act::Do(Todo::Tell(..)) => {
                format!("{} Enter: a letter. Space: told.", sentence(&self.fact))
            }
            Act::Do(Todo::Step { .. }) => {
                format!("{} Space: it is done.", full_stop(&self.text))
            }
            Act::Do(_) | Act::Answer(_) if cells(&self.text) > LONG => self.text.clone(),
            Act::Do(_) => sentence(&self.fact),
            Act::Unfinished => "Enter lists all that were left or interrupted.".to_owned(),
            Act::Draft(_)
            | Act::Debrief(_)
            | Act::NoteBeside(_)
            | Act::Job(_)
            | Act::Interview(..)
            | Act::Tell(..)
            | Act::Offer(_)
            | Act::Terms(_)
            | Act::Checks(_)
            | Act::Story(_)
            | Act::Question
            | Act::Mock => {
                format!("{} x throws it away.", sentence(&self.fact))
            }
            Act::Work => {
                "Enter opens the settings there; x: general questions are enough.".to_owned()
            }
            Act::Days => {
                "Enter: what is to be done on each day, and your minutes a day.".to_owned()
            }
            Act::Tonight => "A mock or a drill that does not fit leaves the list.".to_owned(),
            Act::Thank(..) | Act::Letter(_) => {
                "Enter opens a letter to copy. Space: it is sent.".to_owned()
            }
            Act::Promised(..) => "Space: it is sent. Enter opens what you told them.".to_owned(),
            Act::Paper(_) => {
                format!("{} Space: a new one is asked for.", sentence(&self.fact))
            }
            Act::Meet(..) => "Enter opens its page.".to_owned(),
            Act::Answer(_) => "Enter opens the sitting with this answer.".to_owned(),
            Act::Ended(_) => "Enter opens it at its end.".to_owned(),
            Act::Road => "Enter opens the Roadmap.".to_owned(),
            Act::Note => "Enter opens the Journal.".to_owned(),
        }
    }
}

/// A reason as a sentence: `partly the last time` becomes `Partly the last time.`
fn sentence(reason: &str) -> String {
    full_stop(&capital(reason))
}

/// `today`, `yesterday`, `9 Mar`.
pub fn when(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        _ => short_date(day, today),
    }
}

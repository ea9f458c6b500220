//! `journal/<year>/<id>.toml`: one entry.

use serde::Deserialize;
use toml_edit::Table;

use super::layout;
use super::toml_in::{Clock, Day, FORMAT, Formatted, all_shown, open, proof, shown};
use super::toml_out::{Lines, clock, day, prose, word};
use super::weave::{Edited, fresh};
use crate::content::proof::fields_of;
use crate::domain::id::{ApplicationId, EntryId, QuestionId, SittingId, StoryId};
use crate::domain::journal::{
    Asked, Beside, Cleared, Concern, Debrief, Entry, EntryKind, Heard, Reaction,
};
use crate::domain::level::Level;
use crate::domain::library::StageId;
use crate::domain::person::Person;
use crate::problem::Problem;

impl Edited for Entry {
    fn read(file: &str, bytes: &[u8]) -> Result<(Self, i64), Box<Problem>> {
        let (raw, format): (RawEntry, i64) = open(file, bytes)?;
        Ok((raw.lower(EntryId::new(layout::stem(file))), format))
    }

    fn proof(file: &str, bytes: &[u8]) -> Vec<Problem> {
        proof::<RawEntry>(file, bytes)
    }

    fn names() -> &'static [&'static str] {
        fields_of::<RawEntry>()
    }

    fn table(&self) -> Table {
        Lines::new()
            .put("format", FORMAT)
            .put("kind", word(self.kind))
            .put("date", day(self.date))
            .maybe("time", self.time.map(clock))
            .put("title", self.title.as_str())
            .maybe(
                "application",
                self.application.as_ref().map(ApplicationId::as_str),
            )
            .maybe("stage", self.stage.map(StageId::id))
            .text("feeling", &self.feeling)
            .texts("tags", &self.tags)
            .maybe("private", self.private.then_some(true))
            .put("body", prose(&self.body))
            .maybe(
                "sitting",
                beside(self, |b| match b {
                    Beside::Sitting(id) => Some(id.as_str()),
                    Beside::Question(_) => None,
                }),
            )
            .maybe(
                "question",
                beside(self, |b| match b {
                    Beside::Question(id) => Some(id.as_str()),
                    Beside::Sitting(_) => None,
                }),
            )
            .table("debrief", self.debrief.as_deref().map(debrief_lines))
            .done()
    }
}

/// The text of a new file.
pub fn text(entry: &Entry) -> String {
    fresh(entry)
}

/// The entry of this name that a text holds; `None` where it holds none.
pub fn of_text(id: &EntryId, text: &str) -> Option<Entry> {
    let read = Entry::read(&layout::entry(id), text.as_bytes());
    read.ok().map(|(entry, _)| entry)
}

/// What a note was written beside, if it is that.
fn beside(entry: &Entry, id: fn(&Beside) -> Option<&str>) -> Option<&str> {
    entry.beside.as_ref().and_then(id)
}

fn debrief_lines(d: &Debrief) -> Lines {
    Lines::new()
        .texts("went_well", &d.again)
        .texts("went_badly", &d.slipped)
        .text("body_language", &d.body_language)
        .text("close", &d.closed)
        .text("next_step", &d.next_step)
        .maybe("decision_date", d.decision.map(day))
        .text("documents", &d.documents)
        .text("contact", &d.contact)
        .text("story", &d.story)
        .texts("improve", &d.improve)
        .maybe("level", d.level.map(Level::id))
        .maybe("chance", d.chance.map(i64::from))
        .tables("questions", d.questions.iter().map(asked_lines))
        .tables("concerns", d.concerns.iter().map(concern_lines))
        .tables("my_questions", d.heard.iter().map(heard_lines))
        .texts("thanked", &d.thanked)
        .tables("people", d.people.iter().map(person_lines))
        .tables("feedback", d.feedback.iter().map(feedback_lines))
}

fn asked_lines(a: &Asked) -> Lines {
    Lines::new()
        .put("text", prose(&a.text))
        .maybe("level", a.level.map(Level::id))
        .maybe("reaction", a.reaction.map(word))
        .maybe("card", a.card.as_ref().map(QuestionId::as_str))
        .maybe("story", a.story.as_ref().map(StoryId::as_str))
}

fn concern_lines(c: &Concern) -> Lines {
    Lines::new()
        .put("text", prose(&c.text))
        .text("my_reply", &c.reply)
        .put("cleared", word(c.cleared))
}

fn heard_lines(h: &Heard) -> Lines {
    Lines::new()
        .put("question", prose(&h.question))
        .text("answer", &h.answer)
}

fn feedback_lines((from, text): &(String, String)) -> Lines {
    Lines::new()
        .put("from", from.as_str())
        .put("text", prose(text))
}

/// A person as entries and applications write them.
pub fn person_lines(p: &Person) -> Lines {
    Lines::new()
        .put("name", p.with_said())
        .text("title", &p.title)
        .text("contact", &p.contact)
}

#[derive(Deserialize)]
struct RawEntry {
    format: i64,
    kind: EntryKind,
    date: Day,
    time: Option<Clock>,
    #[serde(default)]
    title: String,
    application: Option<String>,
    stage: Option<StageId>,
    #[serde(default)]
    feeling: String,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    private: bool,
    body: String,
    sitting: Option<String>,
    question: Option<String>,
    debrief: Option<RawDebrief>,
}

impl Formatted for RawEntry {
    fn format(&self) -> i64 {
        self.format
    }
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct RawDebrief {
    questions: Vec<RawAsked>,
    went_well: Vec<String>,
    went_badly: Vec<String>,
    concerns: Vec<RawConcern>,
    my_questions: Vec<RawHeard>,
    body_language: String,
    close: String,
    next_step: String,
    decision_date: Option<Day>,
    documents: String,
    contact: String,
    people: Vec<RawPerson>,
    thanked: Vec<String>,
    story: String,
    feedback: Vec<RawFeedback>,
    improve: Vec<String>,
    level: Option<Level>,
    chance: Option<u8>,
}

#[derive(Deserialize)]
struct RawAsked {
    text: String,
    level: Option<Level>,
    reaction: Option<Reaction>,
    card: Option<String>,
    story: Option<String>,
}

#[derive(Deserialize)]
struct RawConcern {
    text: String,
    #[serde(default)]
    my_reply: String,
    #[serde(default)]
    cleared: Cleared,
}

#[derive(Deserialize)]
struct RawHeard {
    question: String,
    #[serde(default)]
    answer: String,
}

#[derive(Deserialize)]
struct RawFeedback {
    #[serde(default)]
    from: String,
    text: String,
}

/// A person as entries and applications write them.
#[derive(Deserialize)]
pub struct RawPerson {
    name: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    contact: String,
}

impl RawPerson {
    /// The person, safe to show.
    pub fn lower(self) -> Person {
        Person {
            title: shown(self.title),
            contact: shown(self.contact),
            ..Person::called(&shown(self.name))
        }
    }
}

impl RawEntry {
    fn lower(self, id: EntryId) -> Entry {
        let sitting = self
            .sitting
            .map(|id| Beside::Sitting(SittingId::new(shown(id))));
        let question = self
            .question
            .map(|id| Beside::Question(QuestionId::new(shown(id))));
        Entry {
            id,
            kind: self.kind,
            date: self.date.0,
            time: self.time.map(|t| t.0),
            title: shown(self.title),
            application: self.application.map(|a| ApplicationId::new(shown(a))),
            stage: self.stage,
            feeling: shown(self.feeling),
            tags: all_shown(self.tags),
            private: self.private,
            body: shown(self.body),
            beside: sitting.or(question),
            debrief: self.debrief.map(|raw| Box::new(raw.lower())),
        }
    }
}

impl RawDebrief {
    fn lower(self) -> Debrief {
        let feedback = |raw: RawFeedback| (shown(raw.from), shown(raw.text));
        Debrief {
            questions: self.questions.into_iter().map(RawAsked::lower).collect(),
            again: all_shown(self.went_well),
            slipped: all_shown(self.went_badly),
            concerns: self.concerns.into_iter().map(RawConcern::lower).collect(),
            heard: self.my_questions.into_iter().map(RawHeard::lower).collect(),
            body_language: shown(self.body_language),
            closed: shown(self.close),
            next_step: shown(self.next_step),
            decision: self.decision_date.map(|d| d.0),
            documents: shown(self.documents),
            contact: shown(self.contact),
            people: self.people.into_iter().map(RawPerson::lower).collect(),
            thanked: all_shown(self.thanked),
            story: shown(self.story),
            feedback: self.feedback.into_iter().map(feedback).collect(),
            improve: all_shown(self.improve),
            level: self.level,
            chance: self.chance.map(|percent| percent.min(100)),
        }
    }
}

impl RawAsked {
    fn lower(self) -> Asked {
        Asked {
            text: shown(self.text),
            level: self.level,
            reaction: self.reaction,
            card: self.card.map(|id| QuestionId::new(shown(id))),
            story: self.story.map(|id| StoryId::new(shown(id))),
        }
    }
}

impl RawConcern {
    fn lower(self) -> Concern {
        Concern {
            text: shown(self.text),
            reply: shown(self.my_reply),
            cleared: self.cleared,
        }
    }
}

impl RawHeard {
    fn lower(self) -> Heard {
        Heard {
            question: shown(self.question),
            answer: shown(self.answer),
        }
    }
}

#[cfg(test)]
mod tests;

//! The form for something that an employer was told.

use chrono::NaiveDate;

use super::formed::OnPaper;
use super::paper::Paper;
use super::words::{hide_names, read_back};
use crate::desk::{Desk, Effect, Go, View, jobs};
use crate::domain::dates::{self, Toward};
use crate::domain::id::ApplicationId;
use crate::domain::journey::{About, Application, Statement, differs};
use crate::domain::library::StageId;
use crate::domain::search::fold;
use crate::store::draft_file::{Draft, DraftKey, Owner};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};

const ABOUT: usize = 0;
const WORDS: usize = 1;
const TO: usize = 2;
const WHEN: usize = 3;

/// What a new one that is half filled in is kept as, and what begins the name of one that is there.
const NEW: &str = "new-told";
const ONE: &str = "told-";

/// People whose names are offered, at most.
const PEOPLE: usize = 3;

/// When something was said: the day, and the round.
type When = (Option<NaiveDate>, Option<StageId>);

/// The form.
pub struct StatementForm {
    job: ApplicationId,
    /// Its place among those of the job; `None` for a new one.
    at: Option<usize>,
    /// When a new one was said, where that is known.
    said: Option<When>,
    before: Option<Statement>,
    paper: Paper<Application>,
}

/// What one that is there is kept as while its form is half filled in: by what it says, since its place is another one as
/// soon as one before it goes.
fn field(told: &[Statement], at: usize) -> Option<String> {
    let name = |one: &Statement| {
        let day = one.date.map_or_else(String::new, |day| day.to_string());
        let about = one.about.word().replace(' ', "-").to_lowercase();
        format!("{ONE}{about}-{day}-{}", one.words)
    };
    let own = name(told.get(at)?);
    let before = told.iter().take(at).filter(|one| name(one) == own).count();
    Some(match before {
        0 => own,
        before => format!("{own}-no-{}", before + 1),
    })
}

/// Whether a draft is one of something that was told.
pub fn is_of_told(draft: &Draft) -> bool {
    draft.field == NEW || draft.field.starts_with(ONE)
}

/// The place of the statement that a draft is about; where it is not there any more, its words go on as a new one.
pub fn place_of(draft: &Draft, told: &[Statement]) -> Option<usize> {
    (0..told.len()).find(|at| field(told, *at).as_ref() == Some(&draft.field))
}

impl StatementForm {
    /// A form for a new one, or for one that is there.
    pub fn new(job: ApplicationId, at: Option<usize>) -> Self {
        let owner = Owner::Application(job.clone());
        Self {
            job,
            at,
            said: None,
            before: None,
            paper: Paper::new((owner, NEW.to_owned()), WORDS),
        }
    }

    /// The same, said on this day in this round.
    #[must_use]
    pub fn of(self, (day, stage): (NaiveDate, Option<StageId>)) -> Self {
        Self {
            said: Some((Some(day), stage)),
            ..self
        }
    }

    /// What it is kept as from now on while it is half filled in.
    fn key(&self, told: &[Statement]) -> DraftKey {
        let field = self.at.and_then(|at| field(told, at));
        let owner = Owner::Application(self.job.clone());
        (owner, field.unwrap_or_else(|| NEW.to_owned()))
    }

    /// The day and the round that the field says; the round where it names one, or one of that day.
    fn when(&self, job: &Application, today: NaiveDate) -> Result<When, String> {
        let text = self.paper.form.fields[WHEN].text().trim();
        if text.is_empty() {
            return Ok((None, None));
        }
        let named = |stage: &&StageId| fold(stage.short()) == fold(text);
        if let Some(stage) = StageId::ALL.iter().find(named).copied() {
            let of_stage = job.rounds.iter().filter(|round| round.stage == stage);
            let day = of_stage
                .filter_map(|round| round.date)
                .filter(|day| *day <= today);
            return Ok((day.max(), Some(stage)));
        }
        let day = dates::read(text, today, Toward::Past)?;
        let of_day = job.rounds.iter().find(|round| round.date == Some(day));
        let known = self.said.filter(|(said, _)| *said == Some(day));
        let stage = known.and_then(|(_, stage)| stage);
        Ok((Some(day), stage.or(of_day.map(|round| round.stage))))
    }

    /// Says beside the field how the day was read.
    fn check(&mut self, desk: &Desk<'_>) {
        let Some(job) = desk.model.journey.get(&self.job) else {
            return;
        };
        let today = desk.now.date();
        let read = self.when(job, today);
        let field = &mut self.paper.form.fields[WHEN];
        field.error.clear();
        match read {
            Ok((day, stage)) => {
                let day = day.map(|day| read_back(day, today));
                let stage = stage.map(|stage| stage.short().to_lowercase());
                let parts: Vec<String> = day.into_iter().chain(stage).collect();
                field.note = match parts.as_slice() {
                    [] => "20 feb, yesterday, or the round: screening".to_owned(),
                    parts => parts.join(", "),
                };
            }
            Err(words) => {
                field.note.clear();
                field.error = words;
            }
        }
    }

    /// The statement as the form says it.
    fn statement(&self, job: &Application, today: NaiveDate) -> Result<Statement, (usize, String)> {
        let fields = &self.paper.form.fields;
        let words = fields[WORDS].text().trim().to_owned();
        if words.is_empty() {
            return Err((WORDS, "Write what you said first.".to_owned()));
        }
        let (date, stage) = self.when(job, today).map_err(|words| (WHEN, words))?;
        let about = About::ALL[fields[ABOUT].chosen().min(About::ALL.len() - 1)];
        Ok(Statement {
            about,
            words,
            to: fields[TO].text().trim().to_owned(),
            stage,
            date,
            sent: self.before.as_ref().is_some_and(|one| one.sent) && about == About::Promised,
        })
    }
}

/// What is said of a line that is saved: where it differs from another one, from which, and what that says.
fn told(all: &[Statement], at: usize, desk: &Desk<'_>) -> String {
    let Some(other) = differs(all, at) else {
        return "Saved.".to_owned();
    };
    let when = match other.to_whom(desk.now.date()).as_str() {
        "" => String::new(),
        when => format!(" ({when})"),
    };
    let words = format!(
        "Saved. It differs from the other line{when}: {}.",
        other.words
    );
    hide_names(desk.model, &words)
}

/// Who may have heard it.
fn people(job: &Application) -> String {
    let all = job.rounds.iter().rev().flat_map(|round| &round.people);
    let mut names: Vec<&str> = Vec::new();
    for person in all.filter(|person| person.is_named()) {
        if !names.contains(&person.name.as_str()) {
            names.push(&person.name);
        }
    }
    names.truncate(PEOPLE);
    names.join(", ")
}

impl OnPaper for StatementForm {
    type Record = Application;

    fn paper(&self) -> &Paper<Application> {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper<Application> {
        &mut self.paper
    }

    fn fill(&mut self, desk: &mut Desk<'_>) {
        if !self.paper.form.fields.is_empty() {
            return;
        }
        let Some(job) = desk.model.journey.get(&self.job) else {
            return;
        };
        self.before = self.at.and_then(|at| job.told.get(at)).cloned();
        self.paper.key = self.key(&job.told);
        // Of a line that is not there any more the words go on as a new one.
        let mut drafts = desk.model.drafts.iter();
        let of_this = |draft: &&Draft| {
            draft.owner == self.paper.key.0
                && is_of_told(draft)
                && place_of(draft, &job.told) == self.at
        };
        if let Some(draft) = drafts.find(of_this) {
            self.paper.key = draft.key();
        }
        let known = self.before.as_ref();
        let line = |text: &str| Value::Line(Editor::single(text));
        let abouts = About::ALL.map(|about| about.word().to_owned()).to_vec();
        let about = known.and_then(|one| About::ALL.iter().position(|about| *about == one.about));
        let when = known.map_or_else(
            || self.said.unwrap_or((Some(desk.now.date()), None)),
            |one| (one.date, one.stage),
        );
        let written = match when {
            (Some(day), _) => day.to_string(),
            (None, stage) => stage.map_or_else(String::new, |stage| stage.short().to_owned()),
        };
        self.paper.form = Form::of(vec![
            Field::new("About", Value::Choice(abouts, about.unwrap_or(0))),
            Field::new("What you said", line(known.map_or("", |one| &one.words))),
            Field::new("To whom", line(known.map_or("", |one| &one.to)))
                .with_note(hide_names(desk.model, &people(job))),
            Field::new("When", line(&written)),
        ]);
        self.paper.go_on(desk.model);
        self.check(desk);
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        let Some(mut job) = desk.model.journey.get(&self.job).cloned() else {
            return desk.say("This application is not there any more.");
        };
        let one = match self.statement(&job, desk.now.date()) {
            Ok(one) => one,
            Err(why) => return self.paper.save(Err(why), Effect::SaveApplication, desk),
        };
        let place = self.at.and_then(|at| job.told.get_mut(at));
        let same = place.filter(|place| Some(&**place) == self.before.as_ref());
        if let Some(place) = same {
            *place = one;
        } else {
            // What it was opened from, if anything, is another line now: nothing is written over.
            self.at = Some(job.told.len());
            job.told.push(one);
        }
        self.paper.save(Ok(job), Effect::SaveApplication, desk);
    }

    fn saved(&mut self, job: Application, say: bool, desk: &mut Desk<'_>) {
        let at = self.at.unwrap_or(0);
        let words = told(&job.told, at, desk);
        self.before = job.told.get(at).cloned();
        let key = self.key(&job.told);
        if let Some(before) = desk.model.journey.put(job) {
            jobs::note(before, "what you told them", desk);
        }
        if self.paper.stays(key, desk) {
            return;
        }
        if say {
            desk.say(words);
        }
        desk.go(Go::Back);
    }

    fn follow(&mut self, desk: &mut Desk<'_>) {
        self.check(desk);
    }

    fn title(&self, view: &View<'_>) -> String {
        let job = view.model.journey.get(&self.job);
        let name = job.map_or_else(String::new, |job| view.model.employer(job));
        format!("What you told {name}")
    }

    fn advice(&self) -> String {
        "Ctrl+S saves; only what you said is needed.".to_owned()
    }
}

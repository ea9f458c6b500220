//! The form for a journal entry: one page, no wizard, a draft from the first character.

use chrono::NaiveDate;

use super::beside;
use super::formed::OnPaper;
use super::paper::Paper;
use super::words::read_back;
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, View, undo};
use crate::domain::dates::{self, Toward};
use crate::domain::id::{ApplicationId, EntryId};
use crate::domain::journal::{Beside, Entry, EntryKind, THANKED};
use crate::domain::library::StageId;
use crate::domain::time::day_and_date;
use crate::store::draft_file::{DraftKey, Owner};
use crate::store::layout;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Value};

/// The place of the day.
pub const DATE: usize = 0;
const APPLICATION: usize = 1;
const STAGE: usize = 2;
const FEELING: usize = 3;
const TAGS: usize = 4;
const BODY: usize = 5;

/// What is said of the draft of a new entry when its form closes, true wherever it was opened.
const CLOSED: &str = "Closed. The draft is kept; a goes on with it.";

/// What an entry that is there is kept as while it is half changed, and what is said of that.
fn kept_as(id: &EntryId) -> (DraftKey, &'static str) {
    let key = (Owner::Entry(id.clone()), beside::BODY.to_owned());
    let closed = "Closed. The draft is kept and comes back when you edit this entry.";
    (key, closed)
}

/// The form.
pub struct EntryForm {
    editing: Option<EntryId>,
    /// What a new note is about, with its name.
    about: Option<(Beside, String)>,
    paper: Paper<Entry>,
    applications: Vec<ApplicationId>,
    /// The field that has the focus first.
    start: usize,
}

impl EntryForm {
    /// A form for a new entry, or for one that is there.
    pub fn new(editing: Option<EntryId>) -> Self {
        Self::with(editing, None)
    }

    /// A form for a new note on a sitting or a question.
    pub fn beside(beside: Beside) -> Self {
        Self::with(None, Some(beside))
    }

    fn with(editing: Option<EntryId>, about: Option<Beside>) -> Self {
        let (key, closed) = match &editing {
            None => (beside::draft_key(about.as_ref()), CLOSED),
            Some(id) => kept_as(id),
        };
        let mut paper = Paper::new(key, BODY);
        paper.closed = closed;
        Self {
            paper,
            editing,
            about: about.map(|beside| (beside, String::new())),
            applications: Vec::new(),
            start: BODY,
        }
    }

    /// The form for the tags of an entry.
    pub fn tags(id: EntryId) -> Self {
        Self {
            start: TAGS,
            ..Self::new(Some(id))
        }
    }

    /// The employers to choose from, and the one that is chosen: the entry's, or the only one there is.
    fn employers(&mut self, entry: Option<&Entry>, desk: &Desk<'_>) -> (Vec<String>, usize) {
        let mut names = vec!["none".to_owned()];
        let journey = &desk.model.journey;
        for a in journey.choices() {
            let end = if a.closed { ", closed" } else { "" };
            names.push(format!("{}{end}", desk.model.employer(a)));
            self.applications.push(a.id.clone());
        }
        let mut open = journey.open().map(|a| &a.id);
        let only = open.next().filter(|_| open.next().is_none());
        let chosen = match entry {
            Some(entry) => entry.application.as_ref(),
            None => only,
        };
        let place = chosen.and_then(|id| self.applications.iter().position(|a| a == id));
        (names, place.map_or(0, |i| i + 1))
    }

    /// Keeps the notes beside the fields true.
    fn recount(&mut self, today: NaiveDate) {
        let words = match &self.paper.form.fields[BODY].value {
            Value::Area(e) => e.words(),
            _ => 0,
        };
        self.paper.form.fields[BODY].note = match words {
            1 => "1 word".to_owned(),
            n => format!("{n} words"),
        };
        let date = &mut self.paper.form.fields[DATE];
        match dates::read(date.text(), today, Toward::Past) {
            Ok(read) => {
                date.note = read_back(read, today);
                date.error.clear();
            }
            Err(words) => {
                date.note.clear();
                date.error = words;
            }
        }
    }

    fn entry(&self, desk: &Desk<'_>) -> Result<Entry, String> {
        let fields = &self.paper.form.fields;
        let date = dates::read(fields[DATE].text(), desk.now.date(), Toward::Past)?;
        let before = self
            .editing
            .as_ref()
            .and_then(|id| desk.model.journal.get(id));
        let application = fields[APPLICATION]
            .chosen()
            .checked_sub(1)
            .and_then(|i| self.applications.get(i))
            .cloned();
        let employer = application
            .as_ref()
            .and_then(|id| desk.model.journey.get(id))
            .map_or("note", |a| a.employer.as_str());
        let tags = fields[TAGS].text().split(',');
        let tags = tags.map(|t| t.trim().to_lowercase());
        let sent = before.filter(|e| e.is_thanked());
        let sent = sent.map(|_| THANKED.to_owned());
        let tags = tags.filter(|t| !t.is_empty()).chain(sent).collect();
        let (title, beside) = match before {
            Some(before) => (before.title.clone(), before.beside.clone()),
            None => (self.about.clone())
                .map_or_else(Default::default, |(beside, name)| (name, Some(beside))),
        };
        Ok(Entry {
            id: self.editing.clone().unwrap_or_else(|| {
                let taken = |id: &str| desk.model.journal.get(&EntryId::new(id)).is_some();
                EntryId::new(layout::free_name(
                    &layout::entry_name(date, employer),
                    taken,
                ))
            }),
            kind: before.map_or(EntryKind::Note, |e| e.kind),
            date,
            // The clock of today says nothing about another day.
            time: before.map_or_else(
                || (date == desk.now.date()).then_some(desk.now.time()),
                |e| e.time,
            ),
            title,
            application,
            stage: fields[STAGE]
                .chosen()
                .checked_sub(1)
                .and_then(|i| StageId::ALL.get(i))
                .copied(),
            feeling: fields[FEELING].text().trim().to_owned(),
            tags,
            private: before.is_some_and(|e| e.private),
            body: fields[BODY].text().trim_end().to_owned(),
            beside,
            debrief: before.and_then(|e| e.debrief.clone()),
        })
    }

    /// Whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        let written = [FEELING, TAGS, BODY].map(|at| self.paper.form.fields[at].text());
        written.iter().all(|text| text.trim().is_empty())
    }
}

impl OnPaper for EntryForm {
    type Record = Entry;

    fn paper(&self) -> &Paper<Entry> {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper<Entry> {
        &mut self.paper
    }

    /// Fills the form once, when it comes to the front.
    fn fill(&mut self, desk: &mut Desk<'_>) {
        if !self.paper.form.fields.is_empty() {
            return;
        }
        let today = desk.now.date();
        if let Some((beside, name)) = &mut self.about {
            *name = beside::name(beside, desk.model);
        }
        let entry = self
            .editing
            .as_ref()
            .and_then(|id| desk.model.journal.get(id))
            .cloned();
        let (names, application) = self.employers(entry.as_ref(), desk);
        let mut stages = vec!["none".to_owned()];
        stages.extend(StageId::ALL.iter().map(|s| s.short().to_owned()));
        let stage = entry
            .as_ref()
            .and_then(|e| e.stage)
            .map_or(0, StageId::order);
        let date = entry.as_ref().map_or(today, |e| e.date);
        let body = entry.as_ref().map_or_else(String::new, |e| e.body.clone());
        let line = |text: &str| Value::Line(Editor::single(text));
        let feeling = line(entry.as_ref().map_or("", |e| &e.feeling));
        let tags = entry.as_ref().map(|e| e.own_tags().join(", "));
        let tags = tags.unwrap_or_default();
        self.paper.form.fields = vec![
            Field::new("Date", line(&date.format("%Y-%m-%d").to_string()))
                .with_note(Toward::Past.forms()),
            Field::new("Application", Value::Choice(names, application)),
            Field::new("Stage", Value::Choice(stages, stage)),
            Field::new("In one word", feeling).with_note("how you feel, if you like"),
            Field::new("Tags", line(&tags)).with_note("with commas between"),
            Field::new("What happened", Value::Area(Editor::new(&body))),
        ];
        self.paper.go_on(desk.model);
        self.paper.form.at = self.start;
        self.recount(today);
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        let entry = self.entry(desk).map_err(|words| (DATE, words));
        if entry.is_ok() && self.is_blank() {
            return desk.say("There is nothing to keep yet. Esc closes.");
        }
        let write = match self.editing {
            Some(_) => Effect::SaveEntry,
            None => Effect::AddEntry,
        };
        self.paper.save(entry, write, desk);
    }

    /// The entry is on disk: it joins the journal and the form closes.
    fn saved(&mut self, entry: Entry, say: bool, desk: &mut Desk<'_>) {
        let id = entry.id.clone();
        let day = day_and_date(entry.date, desk.now.date());
        let before = desk.model.journal.put(entry);
        let step = undo::Step::back(Wrote::Entry(id.clone()), before);
        (desk.model.undo).note(format!("writing the entry of {day}"), step);
        let (key, closed) = kept_as(&id);
        self.paper.closed = closed;
        self.editing = Some(id);
        if self.paper.stays(key, desk) {
            return;
        }
        if say {
            desk.say("Saved.");
        }
        desk.go(Go::Back);
    }

    fn follow(&mut self, desk: &mut Desk<'_>) {
        self.recount(desk.now.date());
    }

    fn title(&self, _view: &View<'_>) -> String {
        match (&self.about, &self.editing) {
            (Some((_, name)), _) => format!("A note on: {name}"),
            (None, Some(_)) => "Entry".to_owned(),
            (None, None) => "New entry".to_owned(),
        }
    }

    fn advice(&self) -> String {
        String::new()
    }
}

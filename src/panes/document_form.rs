//! The form for a paper that employers may ask for.

use chrono::NaiveDate;

use super::checks_form::{self, About, check, day, line, read};
use super::formed::OnPaper;
use super::paper::Paper;
use crate::desk::{Desk, Effect, Go, View, checks};
use crate::domain::checks::{Change, Checks, Document, USUAL};
use crate::domain::dates::Toward;
use crate::domain::id::DocumentId;
use crate::widgets::form::{Field, Form, Value};

const TITLE: usize = 0;
const STANDS: usize = 1;
const ASKED: usize = 2;
const LIES: usize = 3;
const UNTIL: usize = 4;

/// Whether it is there, as it is chosen.
const HAVE: [&str; 3] = ["I have it", "asked for", "to ask for"];

/// The form.
pub struct DocumentForm {
    id: Option<DocumentId>,
    before: Option<Document>,
    paper: Paper<Change>,
}

impl DocumentForm {
    /// A form for a new one, or for one that is there or often asked for.
    pub fn new(id: Option<DocumentId>) -> Self {
        let key = checks_form::key(&About::Paper(id.clone()));
        Self {
            id,
            before: None,
            paper: Paper::new(key, TITLE),
        }
    }

    /// Says beside each day how it was read.
    fn check(&mut self, desk: &Desk<'_>) {
        let today = desk.now.date();
        let fields = &mut self.paper.form.fields;
        let asked = match fields[STANDS].chosen() {
            0 => "only where a new one is on its way",
            _ => "20 feb, yesterday",
        };
        check(&mut fields[ASKED], today, Toward::Past, asked);
        check(
            &mut fields[UNTIL],
            today,
            Toward::Future,
            "its last day, where it has one: 2027-01-03",
        );
    }

    fn day(
        &self,
        at: usize,
        toward: Toward,
        today: NaiveDate,
    ) -> Result<Option<NaiveDate>, (usize, String)> {
        read(&self.paper.form.fields[at], today, toward).map_err(|words| (at, words))
    }

    /// The paper as the form says it.
    fn document(&self, all: &Checks, today: NaiveDate) -> Result<Document, (usize, String)> {
        let fields = &self.paper.form.fields;
        let title = fields[TITLE].text().trim().to_owned();
        if title.is_empty() {
            return Err((TITLE, "Write what it is first.".to_owned()));
        }
        let id = self.id.clone().unwrap_or_else(|| all.name_of_paper(&title));
        let asked = self.day(ASKED, Toward::Past, today)?;
        let chosen = fields[STANDS].chosen();
        Ok(Document {
            id,
            title,
            have: chosen == 0,
            asked: match chosen {
                1 => asked.or(Some(today)),
                2 => None,
                _ => asked,
            },
            lies: fields[LIES].text().trim().to_owned(),
            until: self.day(UNTIL, Toward::Future, today)?,
        })
    }
}

impl OnPaper for DocumentForm {
    type Record = Change;

    fn paper(&self) -> &Paper<Change> {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper<Change> {
        &mut self.paper
    }

    fn fill(&mut self, desk: &mut Desk<'_>) {
        if !self.paper.form.fields.is_empty() {
            return;
        }
        let id = self.id.as_ref();
        let known = id.and_then(|id| desk.model.checks.document(id)).cloned();
        let usual = id.and_then(|id| USUAL.iter().find(|usual| usual.id == id.as_str()));
        let title = usual.map_or("", |usual| usual.title);
        let new = Document::called(DocumentId::new(""), title);
        let one = known.as_ref().unwrap_or(&new);
        let stands = match (one.have, one.asked) {
            (true, _) => 0,
            (false, Some(_)) => 1,
            (false, None) if known.is_none() => 0,
            (false, None) => 2,
        };
        let have = HAVE.map(str::to_owned).to_vec();
        self.paper.form = Form::of(vec![
            line("What it is", &one.title),
            Field::new("Do you have it", Value::Choice(have, stands)),
            day("Asked for on", one.asked),
            line("Where it lies", &one.lies).with_note("blue folder; never the number"),
            day("Holds until", one.until),
        ]);
        self.paper.filled = self.paper.form.values();
        if known.is_none() && usual.is_none() {
            self.paper.filled.clear();
        } else {
            self.paper.form.at = STANDS;
        }
        self.before = known;
        self.paper.go_on(desk.model);
        self.check(desk);
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        let all = &desk.model.checks;
        let read = self.document(all, desk.now.date()).map(|one| {
            self.id = Some(one.id.clone());
            all.with(|all| all.put_document(one))
        });
        self.paper.save(read, Effect::SaveChecks, desk);
    }

    fn saved(&mut self, change: Change, say: bool, desk: &mut Desk<'_>) {
        let one = self
            .id
            .as_ref()
            .and_then(|id| change.now.document(id))
            .cloned();
        let title = one
            .as_ref()
            .map_or_else(String::new, |one| one.title.clone());
        self.before.clone_from(&one);
        self.paper.filled = self.paper.sent.clone();
        if let Some(one) = one {
            desk.model.checks.put_document(one);
        }
        checks::note(change.before, &format!("what is known of {title}"), desk);
        let key = checks_form::key(&About::Paper(self.id.clone()));
        if self.paper.stays(key, desk) {
            return;
        }
        if say {
            desk.say("Saved.");
        }
        desk.go(Go::Back);
    }

    fn follow(&mut self, desk: &mut Desk<'_>) {
        self.check(desk);
    }

    fn title(&self, _view: &View<'_>) -> String {
        let title = self
            .before
            .as_ref()
            .map_or("A document", |one| one.title.as_str());
        title.to_owned()
    }

    fn advice(&self) -> String {
        "Ctrl+S saves. What it is and whether you have it is enough.".to_owned()
    }
}

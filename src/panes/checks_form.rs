//! What the forms for a referee and for a paper have in common: days that may stay empty, and which draft is whose.

use chrono::NaiveDate;

use super::saving::Record;
use super::words::read_back;
use crate::desk::Model;
use crate::desk::effect::Wrote;
use crate::domain::checks::Change;
use crate::domain::dates::{self, Toward};
use crate::domain::id::{ApplicationId, DocumentId, RefereeId};
use crate::store::draft_file::{Draft, DraftKey, Owner};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Value};

/// What begins the name of a draft.
const REFEREE: &str = "referee";
const PAPER: &str = "document";

/// What stands there for one that is not saved yet.
const NEW: &str = "new";

impl Record for Change {
    fn wrote(&self) -> Wrote {
        Wrote::Checks
    }

    /// There is one file of it.
    fn rename(&mut self, _to: &Wrote) {}
}

/// What a half-filled form is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// Somebody, or somebody new, and the job of which it asks.
    Referee(Option<RefereeId>, Option<ApplicationId>),
    /// A paper, or a new one.
    Paper(Option<DocumentId>),
}

/// Under which name a form is kept while it is half filled in. The job stands in it, since the days are about that one.
pub fn key(about: &About) -> DraftKey {
    let field = match about {
        About::Referee(id, job) => {
            let id = id.as_ref().map_or(NEW, RefereeId::as_str);
            let job = job.as_ref().map_or("", ApplicationId::as_str);
            format!("{REFEREE} {id} {job}")
        }
        About::Paper(id) => format!("{PAPER} {}", id.as_ref().map_or(NEW, DocumentId::as_str)),
    };
    (Owner::Checks, field.trim_end().to_owned())
}

/// What a draft is about.
pub fn of_draft(draft: &Draft) -> Option<About> {
    if draft.owner != Owner::Checks {
        return None;
    }
    let mut parts = draft.field.split(' ');
    let (kind, id) = (parts.next()?, parts.next()?);
    let known = Some(id).filter(|id| *id != NEW);
    match kind {
        REFEREE => Some(About::Referee(
            known.map(RefereeId::new),
            parts.next().map(ApplicationId::new),
        )),
        PAPER => Some(About::Paper(known.map(DocumentId::new))),
        _ => None,
    }
}

/// The job that a form about somebody asks of: that of its draft, where it is half filled in, else this one.
pub fn job_of(
    id: Option<&RefereeId>,
    job: Option<ApplicationId>,
    model: &Model,
) -> Option<ApplicationId> {
    let drafts = model.drafts.iter().filter_map(of_draft);
    let mut jobs = drafts.filter_map(|about| match about {
        About::Referee(of, job) if of.as_ref() == id => Some(job),
        _ => None,
    });
    jobs.next().unwrap_or(job)
}

/// A field of one line.
pub fn line(label: &str, text: &str) -> Field {
    Field::new(label, Value::Line(Editor::single(text)))
}

/// A field for a day that may stay empty.
pub fn day(label: &str, day: Option<NaiveDate>) -> Field {
    line(label, &day.map_or_else(String::new, |day| day.to_string()))
}

/// The day that a field says; none where it is empty.
///
/// # Errors
/// A sentence that says what to write instead.
pub fn read(field: &Field, today: NaiveDate, toward: Toward) -> Result<Option<NaiveDate>, String> {
    match field.text().trim() {
        "" => Ok(None),
        text => dates::read(text, today, toward).map(Some),
    }
}

/// Says beside a field how its day was read, or these words where it is empty.
pub fn check(field: &mut Field, today: NaiveDate, toward: Toward, empty: &str) {
    let read = read(field, today, toward);
    field.error.clear();
    match read {
        Ok(Some(day)) => field.note = read_back(day, today),
        Ok(None) => empty.clone_into(&mut field.note),
        Err(words) => {
            field.note.clear();
            field.error = words;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::sample::at;

    #[test]
    fn a_draft_tells_what_it_is_about() {
        for about in [
            About::Referee(None, None),
            About::Referee(
                Some(RefereeId::new("ana")),
                Some(ApplicationId::new("acme")),
            ),
            About::Referee(None, Some(ApplicationId::new("acme"))),
            About::Paper(None),
            About::Paper(Some(DocumentId::new("card"))),
        ] {
            let (owner, field) = key(&about);
            let draft = Draft {
                owner,
                field,
                text: String::new(),
                facts: String::new(),
                caret: 0,
                saved_at: at(0.0).wall,
            };
            assert_eq!(of_draft(&draft), Some(about));
        }
    }
}

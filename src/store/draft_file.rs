//! `drafts/<name>.toml`: text that was being typed when it was last looked at.

use serde::Deserialize;

use super::toml_in::{FORMAT, Formatted, Moment, open, shown};
use super::toml_out::{Lines, moment, prose};
use crate::domain::id::{ApplicationId, EntryId, SittingId, StoryId, slug};
use crate::domain::time::Wall;
use crate::problem::Problem;

/// What a draft belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// The answer that runs in a sitting.
    Answer {
        /// The sitting.
        sitting: SittingId,
        /// Place in the plan, from 0.
        index: u16,
        /// 1 for the first attempt.
        take: u8,
    },
    /// An entry that has a file already.
    Entry(EntryId),
    /// An entry that is not yet saved.
    NewEntry,
    /// An application that has a file already.
    Application(ApplicationId),
    /// An application that is not yet saved.
    NewApplication,
    /// A story that has a file already.
    Story(StoryId),
    /// A story that is not yet saved.
    NewStory,
    /// A question of the user's own that is not yet saved.
    NewQuestion,
    /// A mock of the user's own that is not yet saved; the field says which.
    NewMock,
    /// A letter that is being filled in; the field says which.
    NewLetter,
    /// A referee or a paper; the field says which.
    Checks,
    /// What goes with answers to a coach; the field says of which sitting.
    HandIn,
    /// What a coach says to answers that were handed in; the field says to which.
    Review,
}

/// What is being made, where that is no entry.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Making {
    Application,
    Story,
    Question,
    Mock,
    Letter,
    Checks,
    HandIn,
    Review,
}

/// Text that was being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it belongs to.
    pub owner: Owner,
    /// Which field of it: `text`, `body`, `questions.2.text`.
    pub field: String,
    /// The text.
    pub text: String,
    /// What else belongs to it, as one line: hints opened, seconds so far. Empty where there is nothing.
    pub facts: String,
    /// Where the caret stands, in characters from the start.
    pub caret: u32,
    /// When it was kept.
    pub saved_at: Wall,
}

/// Which draft: what it belongs to and which field.
pub type DraftKey = (Owner, String);

impl Draft {
    /// Which draft it is.
    pub fn key(&self) -> DraftKey {
        (self.owner.clone(), self.field.clone())
    }
}

/// A name for the file, without folder and end; several drafts may want the same one.
pub fn name((owner, field): &DraftKey) -> String {
    let field = slug(field, "text");
    match owner {
        Owner::Answer {
            sitting,
            index,
            take,
        } => {
            format!("{sitting}-{}-{take}-{field}", index + 1)
        }
        Owner::Entry(id) => format!("{id}-{field}"),
        Owner::NewEntry => format!("new-entry-{field}"),
        Owner::Application(id) => format!("{id}-{field}"),
        Owner::NewApplication => format!("new-application-{field}"),
        Owner::Story(id) => format!("{id}-{field}"),
        Owner::NewStory => format!("new-story-{field}"),
        Owner::NewQuestion => format!("new-question-{field}"),
        Owner::NewMock => format!("new-mock-{field}"),
        Owner::NewLetter => format!("new-letter-{field}"),
        Owner::Checks => format!("checks-{field}"),
        Owner::HandIn => format!("hand-in-{field}"),
        Owner::Review => format!("review-{field}"),
    }
}

/// The text of the file.
pub fn text(draft: &Draft) -> String {
    let lines = Lines::new().put("format", FORMAT);
    let lines = match &draft.owner {
        Owner::Answer {
            sitting,
            index,
            take,
        } => lines
            .put("sitting", sitting.as_str())
            .put("index", i64::from(*index))
            .put("take", i64::from(*take)),
        Owner::Entry(id) => lines.put("entry", id.as_str()),
        Owner::NewEntry => lines,
        Owner::Application(id) => lines.put("application", id.as_str()),
        Owner::NewApplication => lines.put("new", "application"),
        Owner::Story(id) => lines.put("story", id.as_str()),
        Owner::NewStory => lines.put("new", "story"),
        Owner::NewQuestion => lines.put("new", "question"),
        Owner::NewMock => lines.put("new", "mock"),
        Owner::NewLetter => lines.put("new", "letter"),
        Owner::Checks => lines.put("new", "checks"),
        Owner::HandIn => lines.put("new", "hand-in"),
        Owner::Review => lines.put("new", "review"),
    };
    lines
        .put("field", draft.field.as_str())
        .put("saved_at", moment(draft.saved_at))
        .put("caret", i64::from(draft.caret))
        .text("facts", &draft.facts)
        .put("text", prose(&draft.text))
        .file()
}

/// Reads a file.
///
/// # Errors
///
/// A [`Problem`] with the place.
pub fn read(file: &str, bytes: &[u8]) -> Result<Draft, Box<Problem>> {
    open::<RawDraft>(file, bytes).map(|(raw, _)| raw.lower())
}

#[derive(Deserialize)]
struct RawDraft {
    format: i64,
    sitting: Option<String>,
    #[serde(default)]
    index: u16,
    #[serde(default = "first")]
    take: u8,
    entry: Option<String>,
    application: Option<String>,
    story: Option<String>,
    new: Option<Making>,
    field: String,
    saved_at: Moment,
    caret: u32,
    #[serde(default)]
    facts: String,
    text: String,
}

const fn first() -> u8 {
    1
}

impl Formatted for RawDraft {
    fn format(&self) -> i64 {
        self.format
    }
}

impl RawDraft {
    fn lower(self) -> Draft {
        let owner = if let Some(sitting) = self.sitting {
            Owner::Answer {
                sitting: SittingId::new(shown(sitting)),
                index: self.index,
                take: self.take,
            }
        } else if let Some(entry) = self.entry {
            Owner::Entry(EntryId::new(shown(entry)))
        } else if let Some(application) = self.application {
            Owner::Application(ApplicationId::new(shown(application)))
        } else if let Some(story) = self.story {
            Owner::Story(StoryId::new(shown(story)))
        } else {
            match self.new {
                Some(Making::Application) => Owner::NewApplication,
                Some(Making::Story) => Owner::NewStory,
                Some(Making::Question) => Owner::NewQuestion,
                Some(Making::Mock) => Owner::NewMock,
                Some(Making::Letter) => Owner::NewLetter,
                Some(Making::Checks) => Owner::Checks,
                Some(Making::HandIn) => Owner::HandIn,
                Some(Making::Review) => Owner::Review,
                None => Owner::NewEntry,
            }
        };
        Draft {
            owner,
            field: shown(self.field),
            text: shown(self.text),
            facts: shown(self.facts),
            caret: self.caret,
            saved_at: self.saved_at.0,
        }
    }
}

#[cfg(test)]
mod tests;

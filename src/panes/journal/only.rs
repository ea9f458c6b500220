//! Which entries the journal lists.

use crate::desk::Model;
use crate::domain::id::ApplicationId;
use crate::domain::journal::{Entry, EntryKind};
use crate::widgets::sheet::Sheet;

/// Which entries are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Only {
    /// All of them.
    #[default]
    All,
    /// Notes.
    Notes,
    /// Debriefs.
    Debriefs,
    /// Those of one employer, with the name as shown.
    Application(ApplicationId, String),
    /// Those with a tag.
    Tag(String),
}

impl Only {
    /// Goes back to all; `true` when there was a choice.
    pub fn clear(&mut self) -> bool {
        std::mem::take(self) != Self::All
    }

    /// Whether an entry is listed.
    pub fn takes(&self, entry: &Entry) -> bool {
        match self {
            Self::All => true,
            Self::Notes => entry.kind == EntryKind::Note,
            Self::Debriefs => entry.kind == EntryKind::Debrief,
            Self::Application(id, _) => entry.application.as_ref() == Some(id),
            Self::Tag(tag) => entry.tags.contains(tag),
        }
    }

    /// What is listed, in words; empty for everything.
    pub fn words(&self) -> String {
        match self {
            Self::All => String::new(),
            Self::Notes => "notes".to_owned(),
            Self::Debriefs => "debriefs".to_owned(),
            Self::Application(_, name) => name.clone(),
            Self::Tag(tag) => format!("tag {tag}"),
        }
    }
}

/// The sheet that chooses among them.
pub fn sheet(model: &Model) -> Sheet<Only> {
    let mut rows = vec![
        ("Everything".to_owned(), Only::All),
        ("Notes".to_owned(), Only::Notes),
        ("Debriefs".to_owned(), Only::Debriefs),
    ];
    for a in model.journey.choices() {
        let name = model.employer(a);
        rows.push((name.clone(), Only::Application(a.id.clone(), name)));
    }
    let entries = model.journal.entries.iter();
    let mut tags: Vec<&str> = entries.flat_map(Entry::own_tags).collect();
    tags.sort_unstable();
    tags.dedup();
    rows.extend(
        tags.into_iter()
            .map(|t| (format!("Tag: {t}"), Only::Tag(t.to_owned()))),
    );
    Sheet::new("Show", rows)
}

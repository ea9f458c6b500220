//! What a step back can put back whole, or take away, and what has to be written for it.

use super::effect::{Effect, Wrote};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::library::Blueprint;
use crate::domain::practice::record::SittingRecord;
use crate::domain::story::Story;
use crate::store::draft_file::Draft;

/// Something of the user's.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// An application.
    Application(Box<Application>),
    /// An entry.
    Entry(Box<Entry>),
    /// A story.
    Story(Box<Story>),
    /// A sitting that waits to be gone on with.
    Sitting(Box<SittingRecord>),
    /// A mock of one's own.
    Mock(Box<Blueprint>),
    /// Half-written text.
    Draft(Box<Draft>),
}

impl Record {
    /// Which one it is.
    pub fn what(&self) -> Wrote {
        match self {
            Self::Application(application) => Wrote::Application(application.id.clone()),
            Self::Entry(entry) => Wrote::Entry(entry.id.clone()),
            Self::Story(story) => Wrote::Story(story.id.clone()),
            Self::Sitting(record) => Wrote::Sitting(record.head.id.clone()),
            Self::Mock(mock) => Wrote::Mock(mock.id.clone()),
            Self::Draft(draft) => Wrote::Draft(draft.key()),
        }
    }

    /// What is to be carried out where it was put back. A mock is in the library again once the home has been read, and
    /// what was answered in a sitting counts again.
    pub fn put(self) -> Vec<Effect> {
        match self {
            Self::Application(application) => vec![Effect::PutApplication(application)],
            Self::Entry(entry) => vec![Effect::PutEntry(entry)],
            Self::Story(story) => vec![Effect::PutStory(story)],
            Self::Sitting(record) => vec![Effect::RestoreSitting(record.head.id), Effect::Load],
            Self::Mock(mock) => vec![Effect::SaveMock(mock)],
            Self::Draft(draft) => vec![Effect::SaveDraft(draft)],
        }
    }

    /// What is to be carried out where it was taken away.
    pub fn taken(&self) -> Vec<Effect> {
        match self {
            Self::Application(application) => {
                vec![Effect::TakeApplication(application.id.clone())]
            }
            Self::Entry(entry) => vec![Effect::TakeEntry(entry.id.clone())],
            Self::Story(story) => vec![Effect::TakeStory(story.id.clone())],
            Self::Sitting(record) => {
                vec![Effect::TrashSitting(record.head.id.clone()), Effect::Load]
            }
            Self::Mock(mock) => vec![Effect::RemoveMock(mock.id.clone())],
            Self::Draft(draft) => vec![Effect::DropDraft(draft.key())],
        }
    }
}

macro_rules! from {
    ($($kind:ident $type:ty,)+) => {
        $(impl From<$type> for Record {
            fn from(record: $type) -> Self {
                Self::$kind(Box::new(record))
            }
        })+
    };
}

from! {
    Application Application,
    Entry Entry,
    Story Story,
    Sitting SittingRecord,
    Mock Blueprint,
    Draft Draft,
}

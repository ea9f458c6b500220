//! Names of records, one type for each kind of record so that they cannot be mixed up.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Longest id in characters.
pub const MAX_ID: usize = 64;

/// Whether `text` is kebab-case: `a-z`, `0-9`, single inner hyphens, at most [`MAX_ID`] characters.
///
/// Ids are used as file names and printed raw, so nothing else may pass.
pub fn is_kebab(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= MAX_ID
        && text.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// Turns free words into kebab-case: `Acme, Inc.` becomes `acme-inc`; never empty (`fallback` is used then).
pub fn slug(words: &str, fallback: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        let c = c.to_ascii_lowercase();
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() >= 40 {
            break;
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() {
        fallback.to_owned()
    } else {
        out.to_owned()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes the text as it is; loaders check its shape with [`is_kebab`] before.
            pub fn new(text: impl AsRef<str>) -> Self {
                Self(Arc::from(text.as_ref()))
            }

            /// Takes a text that is shared already.
            pub fn shared(text: &Arc<str>) -> Self {
                Self(Arc::clone(text))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, shared and not copied.
            pub fn share(&self) -> Arc<str> {
                Arc::clone(&self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )+};
}

ids! {
    /// A question: `q-…` in the library, `pack-id/q-…` in a pack.
    QuestionId;
    /// A competency, such as `conflict`.
    CompetencyId;
    /// A rubric dimension, such as `specificity`.
    DimensionId;
    /// An answer framework, such as `star-l`.
    FrameworkId;
    /// A role family, such as `nursing`.
    FamilyId;
    /// A topic inside a kind, such as `gap`.
    TopicId;
    /// A checklist.
    ChecklistId;
    /// A perspective card.
    PerspectiveId;
    /// A question to ask them.
    AskId;
    /// A persona of an interviewer.
    PersonaId;
    /// A calibration answer.
    ExemplarId;
    /// An assessment item.
    ItemId;
    /// A branching talk.
    ScenarioId;
    /// A panel.
    PanelId;
    /// The plan of a whole mock.
    BlueprintId;
    /// A letter with blanks.
    TemplateId;
    /// A plan of preparation.
    PlanId;
    /// A nudge to find a story.
    StoryPromptId;
    /// An application; also the stem of its file.
    ApplicationId;
    /// Somebody who would speak for the user.
    RefereeId;
    /// A paper that employers ask for.
    DocumentId;
    /// A story of the user's; also the stem of its file.
    StoryId;
    /// A journal entry; also the stem of its file.
    EntryId;
    /// A sitting; also the stem of its file.
    SittingId;
}

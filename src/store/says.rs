//! What is said about something that matters, as it stands in files: in offers, and of staying where one is.

use serde::Deserialize;
use toml_edit::Value;

use super::toml_in::shown;
use super::toml_out::{inline, word};
use crate::domain::journey::{Mark, Says};

/// One of them in a line.
pub(super) fn says(one: &Says) -> Value {
    let about = [("about", one.about.as_str().into())];
    let words = (!one.words.is_empty()).then(|| ("words", one.words.as_str().into()));
    let mark = (one.mark != Mark::Unknown).then(|| ("mark", word(one.mark).into()));
    inline(about.into_iter().chain(words).chain(mark))
}

#[derive(Deserialize)]
pub(super) struct RawSays {
    about: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    mark: Mark,
}

impl RawSays {
    pub(super) fn lower(self) -> Says {
        Says {
            about: shown(self.about),
            words: shown(self.words),
            mark: self.mark,
        }
    }
}

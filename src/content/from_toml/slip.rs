//! What keeps a text or value from being read.

use std::fmt::{self, Display};
use std::ops::Range;

use serde::de;

/// Why a text or value could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip(Box<(String, Option<Range<usize>>)>);

impl Slip {
    /// What is wrong, in the words of the reader.
    pub fn message(&self) -> &str {
        &self.0.0
    }

    /// The bytes of the key or value that is meant.
    pub fn span(&self) -> Option<Range<usize>> {
        self.0.1.clone()
    }

    /// The same at a place, where it has none yet.
    pub(super) fn at(mut self, span: &Range<usize>) -> Self {
        self.0.1.get_or_insert_with(|| span.clone());
        self
    }
}

impl Display for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for Slip {}

impl de::Error for Slip {
    fn custom<T: Display>(message: T) -> Self {
        Self(Box::new((message.to_string(), None)))
    }
}

impl From<toml::de::Error> for Slip {
    fn from(error: toml::de::Error) -> Self {
        Self(Box::new((error.message().to_owned(), error.span())))
    }
}

//! What every record has in common, and the shape that declares it.

use serde::{Deserialize, Serialize};

/// A rule that does not apply to a record, and why.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Allow {
    /// `L15` and the like.
    pub rule: String,
    /// Why it does not apply here.
    pub reason: String,
}

/// One text for each level.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Levels {
    /// The listener would have to start again.
    pub not_yet: String,
    /// Answers, with a gap that has to be probed.
    pub partly: String,
    /// Carries: what a good hire gives.
    pub solid: String,
    /// Carries, with proof beyond what was asked.
    pub strong: String,
}

impl Levels {
    /// The four texts with their words in files, lowest first.
    pub fn each(&self) -> [(&'static str, &str); 4] {
        [
            ("not-yet", &self.not_yet),
            ("partly", &self.partly),
            ("solid", &self.solid),
            ("strong", &self.strong),
        ]
    }
}

/// The fields that every record has.
pub trait Record {
    /// The array in the file: `question`.
    const ARRAY: &'static str;
    fn id(&self) -> &str;
    fn set_id(&mut self, id: String);
    /// `draft` or `ready`; nothing means draft.
    fn status(&self) -> &str;
    fn tags(&self) -> &[String];
    fn lint_allow(&self) -> &[Allow];
    fn jurisdiction(&self) -> &[String];
    fn reviewed(&self) -> Option<&str>;
}

/// Declares a record: the common fields first, then its own.
macro_rules! record {
    ($(#[$about:meta])* $name:ident, $array:literal, {$($(#[$why:meta])* $field:ident: $type:ty,)*}) => {
        $(#[$about])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            /// Its name: lower-case letters, digits, hyphens. It is never changed later, since history is kept
            /// under it.
            pub id: String,
            /// `draft` or `ready`; nothing means draft.
            pub status: String,
            /// Free words; `two-part` allows two questions in one text.
            pub tags: Vec<String>,
            /// The day a person last checked it; needed where law is involved.
            pub reviewed: Option<super::loose::Date>,
            /// Countries or regions whose law it is about.
            pub jurisdiction: Vec<String>,
            /// Rules that do not apply to this record, with the reason.
            pub lint_allow: Vec<super::record::Allow>,
            $($(#[$why])* pub $field: $type,)*
        }

        impl super::record::Record for $name {
            const ARRAY: &'static str = $array;
            fn id(&self) -> &str {
                &self.id
            }
            fn set_id(&mut self, id: String) {
                self.id = id;
            }
            fn status(&self) -> &str {
                &self.status
            }
            fn tags(&self) -> &[String] {
                &self.tags
            }
            fn lint_allow(&self) -> &[super::record::Allow] {
                &self.lint_allow
            }
            fn jurisdiction(&self) -> &[String] {
                &self.jurisdiction
            }
            fn reviewed(&self) -> Option<&str> {
                self.reviewed.as_ref().map(|date| date.0.as_str())
            }
        }
    };
}
pub(super) use record;

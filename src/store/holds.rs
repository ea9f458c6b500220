//! What a file of the user's folder holds: its place there says it, and elsewhere the names that stand in it.

use super::weave::Edited;
use super::{layout, sitting_file};
use crate::content::proof::{names_of_packs, names_of_text};
use crate::domain::checks::Checks;
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::settings::{Config, Profile};
use crate::domain::story::Story;
use crate::problem::Problem;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Looks, manners and keys.
    Config,
    /// Who practices.
    Profile,
    /// Who would speak for them, and their papers.
    Checks,
    /// An application.
    Application,
    /// A story.
    Story,
    /// An entry of the journal.
    Entry,
    /// A sitting.
    Sitting,
    /// The user's own questions.
    Mine,
    /// What the user changed on library records.
    Overlay,
    /// Questions of others, or a part of them.
    Pack,
}

impl Holds {
    /// What the file at this path of the user's folder holds.
    pub fn at(path: &str) -> Option<Self> {
        let top = path.split('/').next().unwrap_or(path);
        match (path, top) {
            (layout::CONFIG, _) => Some(Self::Config),
            (layout::PROFILE, _) => Some(Self::Profile),
            (layout::CHECKS, _) => Some(Self::Checks),
            (layout::MINE, _) => Some(Self::Mine),
            (layout::OVERLAY, _) => Some(Self::Overlay),
            (_, layout::APPLICATIONS) => Some(Self::Application),
            (_, layout::STORIES) => Some(Self::Story),
            (_, layout::JOURNAL) => Some(Self::Entry),
            (_, layout::PRACTICE) => Some(Self::Sitting),
            (_, layout::PACKS) => Some(Self::Pack),
            _ => None,
        }
    }

    /// What a text most likely holds: that of which it has the most names.
    pub fn looks(text: &str) -> Self {
        let names = names_of_text(text);
        let known = |of: &[&str]| {
            let of_it = |name: &&String| *name != "format" && of.contains(&name.as_str());
            names.iter().filter(of_it).count()
        };
        let records = [
            (Self::Application, known(Application::names())),
            (Self::Story, known(Story::names())),
            (Self::Entry, known(Entry::names())),
            (Self::Sitting, known(sitting_file::names())),
            (Self::Profile, known(Profile::names())),
            (Self::Config, known(Config::names())),
            (Self::Checks, known(Checks::names())),
        ];
        let pack = (Self::Pack, known(names_of_packs()));
        let most = records
            .into_iter()
            .fold(pack, |most, one| if one.1 > most.1 { one } else { most });
        most.0
    }

    /// Everything that is wrong in such a file, in the order of lines; nothing for what holds questions, which is
    /// checked together with others.
    pub fn proof(self, name: &str, bytes: &[u8]) -> Option<Vec<Problem>> {
        match self {
            Self::Config => Some(Config::proof(name, bytes)),
            Self::Profile => Some(Profile::proof(name, bytes)),
            Self::Checks => Some(Checks::proof(name, bytes)),
            Self::Application => Some(Application::proof(name, bytes)),
            Self::Story => Some(Story::proof(name, bytes)),
            Self::Entry => Some(Entry::proof(name, bytes)),
            Self::Sitting => Some(sitting_file::proof(name, bytes)),
            Self::Mine | Self::Overlay | Self::Pack => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_place_or_by_its_names() {
        assert_eq!(Holds::at("journal/2026/a.toml"), Some(Holds::Entry));
        assert_eq!(Holds::at("drafts/a.toml"), None);
        for (text, holds) in [
            ("employer = \"A\"\nstage = \"panel\"\n", Holds::Application),
            ("kind = \"note\"\ndate = 2026-13-01\n", Holds::Entry),
            ("situation = \"\"\nshows = []\n", Holds::Story),
            ("family = \"general\"\npace = 140\n", Holds::Profile),
            ("theme = \"dark\"\n[keys.nav]\n", Holds::Config),
            ("started = 1\nplan = []\n", Holds::Sitting),
            ("[referees.ana]\nname = \"Ana\"\n", Holds::Checks),
            (
                "title = \"T\"\n[[question]]\ntext = \"Why?\"\n",
                Holds::Pack,
            ),
            ("", Holds::Pack),
        ] {
            assert_eq!(Holds::looks(text), holds, "{text}");
        }
    }
}

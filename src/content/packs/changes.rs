//! What an update of a pack brings: records that are new, changed and gone.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Pack;

/// What differs between two versions of a pack; each record by the id that its author wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Records that were not there before.
    pub new: Vec<String>,
    /// Records with the same id and other contents.
    pub changed: Vec<String>,
    /// Records that are no more.
    pub gone: Vec<String>,
}

impl Changes {
    /// Compares a pack with its update.
    pub fn between(old: &Pack, new: &Pack) -> Self {
        let (before, after) = (Records::of(old), Records::of(new));
        let mut changes = Self::default();
        for (array, id, bytes) in new.shelves.each() {
            match before.0.get(&(array, id)) {
                None => changes.new.push(own(id)),
                Some(known) if *known != bytes => changes.changed.push(own(id)),
                Some(_) => {}
            }
        }
        let gone = old.shelves.each();
        let gone = gone.filter(|(array, id, _)| !after.0.contains_key(&(*array, *id)));
        changes.gone.extend(gone.map(|(_, id, _)| own(id)));
        changes
    }
}

/// The records of a pack by array and id.
struct Records<'p>(HashMap<(&'static str, &'p str), Cow<'p, [u8]>>);

impl<'p> Records<'p> {
    fn of(pack: &'p Pack) -> Self {
        let each = pack.shelves.each();
        Self(
            each.map(|(array, id, bytes)| ((array, id), bytes))
                .collect(),
        )
    }
}

/// The id without the name of the pack.
fn own(id: &str) -> String {
    id.split_once('/').map_or(id, |(_, own)| own).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::packs::load;

    #[test]
    fn an_update_says_what_is_new_changed_and_gone() {
        let pack = |text: &str| load("a.toml", text).expect("a pack");
        let old = pack(
            "[[question]]\nid = \"a\"\ntext = \"Why?\"\n[[question]]\nid = \"b\"\ntext = \"Who?\"\n[[ask]]\nid = \"b\"\ntext = \"When?\"\n",
        );
        let new = pack(
            "[[question]]\nid = \"c\"\ntext = \"What?\"\n[[question]]\nid = \"a\"\ntext = \"Why nights?\"\n[[ask]]\nid = \"b\"\ntext = \"When?\"\n",
        );
        let changes = Changes::between(&old, &new);
        let words = |list: &[&str]| list.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        assert_eq!(changes.new, words(&["c"]));
        assert_eq!(changes.changed, words(&["a"]));
        assert_eq!(
            changes.gone,
            words(&["b"]),
            "the question, not the question to ask"
        );
        assert_eq!(Changes::between(&old, &old), Changes::default());
    }
}

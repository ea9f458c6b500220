//! What packs bring beside the bank that is checked: a mock of one's own may ask what they hold, and name it.

use std::collections::{HashMap, HashSet};

use crate::content::packed::shelves;
use crate::content::packs::MINE;
use crate::domain::library::{Card, Library};

/// The records of packs, as far as references and draws look at them.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    ids: HashMap<&'static str, HashSet<String>>,
    /// Facts of their questions.
    pub cards: Vec<Card>,
}

impl Beside {
    /// What packs laid over a library; the shipped records and those of the bank itself are left out.
    pub fn of(library: &Library) -> Self {
        let lent = |card: &&Card| card.pack.as_deref().is_some_and(|pack| pack != MINE);
        let of_pack = |id: &&str| id.split_once('/').is_some_and(|(pack, _)| pack != MINE);
        let mut ids = HashMap::new();
        macro_rules! collect {
            ({} $($array:ident $type:ident $shelf:ident,)+) => {
                $({
                    let known = library.$shelf.ids().filter(of_pack).map(str::to_owned);
                    ids.insert(stringify!($array), known.collect());
                })+
            };
        }
        shelves!(collect! {});
        Self {
            ids,
            cards: library.cards.iter().filter(lent).cloned().collect(),
        }
    }

    /// Whether a pack has a record of an array with this id.
    pub fn has(&self, array: &str, id: &str) -> bool {
        self.ids.get(array).is_some_and(|ids| ids.contains(id))
    }
}

//! Everything that is wrong in a file that holds one record, told at once and in the order of its lines.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::found::{Sink, Spot};
use super::hint::nearest;
use super::place;
use super::raw::File;
pub use super::read::fields_of;
use super::read::{salvage, tree};
use crate::problem::{Problem, Severity};

/// The names at the top of a text, as far as it can be read.
pub fn names_of_text(text: &str) -> Vec<String> {
    let (tree, _) = DeTable::parse_recoverable(text);
    let keys = tree.get_ref().keys();
    keys.map(|key| key.get_ref().to_string()).collect()
}

/// The names that can stand at the top of a pack.
pub fn names_of_packs() -> &'static [&'static str] {
    fields_of::<File>()
}

/// What keeps a file from being read as this type, and names in it that are likely misspelled. Other names that the
/// type does not know are left to whoever wrote them.
pub fn proof<T: DeserializeOwned>(name: &str, text: &str) -> Vec<Problem> {
    let mut sink = Sink::default();
    if let Some(tree) = tree(text, &mut sink) {
        let whole = Spanned::new(0..text.len(), DeValue::Table(tree));
        for stranger in salvage::<T>(whole, &mut sink).strangers {
            let Some(near) = nearest(&stranger.name, stranger.fields.iter().copied()) else {
                continue;
            };
            let what = format!("`{}` is not known here and does nothing.", stranger.name);
            let hint = format!("Did you mean `{near}`?");
            let spot = Spot::Byte(stranger.at);
            sink.push(Severity::Warning, None, spot, what, hint);
        }
    }
    // Rules are for those who write packs.
    for finding in &mut sink.found {
        finding.rule = None;
    }
    place::problems(&[(name, text)], sink.found)
}

//! Ids of a pack's records: made for bare sentences, tidied where they are safe, refused where they are not.

use std::collections::HashMap;
use std::fmt::Display;

use crate::content::found::{At, Sink, Step};
use crate::content::raw::Record;
use crate::domain::id::{MAX_ID, is_kebab};
use crate::domain::text::{clean, one_line};

use super::SHIPPED;
use crate::problem::Severity;

/// Words of the text that a short-form id carries.
const WORDS: usize = 6;

/// Hex digits of the hash at the end of a made id.
const DIGITS: usize = 6;

/// The id of a question that is only a sentence: `q-` + its first six words + six hex digits of a hash.
///
/// The hash is FNV-1a (64 bit) of the text in lower case without punctuation, so that moving a sentence keeps
/// its history, and a different sentence gets another id.
pub fn short_id(text: &str) -> String {
    let text = plain_words(text);
    let mut id = String::from("q");
    for word in text.split(' ').take(WORDS) {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if !word.is_empty() && id.len() + word.len() + 1 + DIGITS < MAX_ID {
            id.push('-');
            id.push_str(&word);
        }
    }
    id.push('-');
    id.push_str(&hash(&text));
    id
}

/// The id of a question in a list of many, where [`short_id`] would not tell all of them apart.
///
/// Texts without Latin words have nothing but the hash, and `==` has no letters to be hashed; both get a second one.
pub fn long_id(text: &str) -> String {
    let short = short_id(text);
    let plain = plain_words(text);
    let latin = plain
        .split(' ')
        .filter(|word| word.is_ascii() && !word.is_empty())
        .count();
    let signs = text.split('`').skip(1).step_by(2);
    let mut more: String = signs
        .filter(|code| !code.chars().any(char::is_alphanumeric))
        .collect();
    if latin < 3 {
        more.push_str(&plain);
        more.push(' ');
        more.push_str(&plain);
    }
    if more.is_empty() {
        return short;
    }
    let (words, own) = short.rsplit_once('-').unwrap_or(("q", &short));
    let room = MAX_ID - 2 * (DIGITS + 1);
    let words = words.get(..room).unwrap_or(words).trim_end_matches('-');
    format!("{words}-{own}-{}", hash(&more))
}

/// The words of a text in lower case without punctuation, one space between them.
fn plain_words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split_whitespace().map(|word| {
        word.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    });
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A short sum of a text: the last six hex digits of its FNV-1a hash (64 bit).
pub fn hash(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{:06x}", hash & 0xff_ffff)
}

/// The ids of a pack, as written and as they are from outside.
#[derive(Debug, Default)]
pub struct Ids {
    prefix: String,
    /// Array and id as written, to the id with its prefix.
    own: HashMap<(&'static str, String), String>,
}

impl Ids {
    /// The ids of a pack that has none yet.
    pub fn of(pack: &str) -> Self {
        Self {
            prefix: format!("{pack}/"),
            own: HashMap::new(),
        }
    }

    /// Gives a record its id from outside; tells the sink when it has none that can be used. `is_made` says that
    /// its id comes from its words.
    pub fn take<R: Record>(&mut self, record: &mut R, is_made: bool, at: &At<'_>, sink: &mut Sink) {
        let written = record.id().to_owned();
        sink.record = Some(written.clone());
        let tidy = match tidy(&written) {
            Ok(tidy) => tidy,
            Err(why) => return tell(sink, at, why, proposal(record, at)),
        };
        if tidy != written {
            let what = format_args!("The id {:?} is taken as `{tidy}`.", one_line(&written));
            sink.rule(
                ("L01", Severity::Warning),
                &at.key("id"),
                what,
                "Write ids in lower-case letters, digits and hyphens.",
            );
        }
        let outside = format!("{}{tidy}", self.prefix);
        if self.own.contains_key(&(R::ARRAY, written.clone())) {
            if is_made {
                let what = "The same question stands in the pack twice.";
                let hint = "Take one of them out, or make it a record with an `id` of its own.";
                return tell(sink, at, what, hint);
            }
            let what = format_args!("The id `{tidy}` is used twice.");
            return tell(sink, at, what, "Give the second one another id.");
        }
        self.own.insert((R::ARRAY, written), outside.clone());
        record.set_id(outside);
    }

    /// Turns a reference of the pack into one that holds outside: the pack's own record, else a shipped one.
    pub fn resolve(&self, arrays: &'static [&'static str], id: &mut String) {
        let own = arrays
            .iter()
            .find_map(|array| self.own.get(&(*array, id.clone())));
        if let Some(outside) = own {
            id.clone_from(outside);
        } else if let Some(shipped) = id.strip_prefix(SHIPPED).and_then(|id| id.strip_prefix('/')) {
            *id = shipped.to_owned();
        }
    }
}

/// What a record without a usable id could be called: by what is written there, else by its place.
fn proposal<R: Record>(record: &R, at: &At<'_>) -> String {
    let place = match at.steps().last() {
        Some(Step::Item(i)) => i + 1,
        _ => 1,
    };
    let id = if record.id().is_ascii() {
        tidy(&record.id().replace(['/', '\\', '"', '\n'], "-")).ok()
    } else {
        None
    };
    let id = id.unwrap_or_else(|| format!("{}-{place}", R::ARRAY.replace('_', "-")));
    format!("Use at most {MAX_ID} lower-case letters, digits and hyphens: id = \"{id}\".")
}

fn tell(sink: &mut Sink, at: &At<'_>, what: impl Display, hint: impl Display) {
    sink.rule(("L01", Severity::Error), &at.key("id"), what, hint);
}

/// A safe id from one that is written with capitals or signs; why not, where it could name something else.
fn tidy(written: &str) -> Result<String, &'static str> {
    if is_kebab(written) {
        return Ok(written.to_owned());
    }
    let clean = clean(written);
    let clean = clean.trim();
    if clean.is_empty() {
        return Err("`id` is missing or empty.");
    }
    if clean.len() > MAX_ID {
        return Err("`id` is too long.");
    }
    if clean.contains(['/', '\\', '"', '\n']) || !clean.is_ascii() {
        return Err("`id` has signs that an id cannot have.");
    }
    let words = clean.to_ascii_lowercase();
    let words = words
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty());
    let mut tidy = words.collect::<Vec<_>>().join("-");
    if tidy.is_empty() {
        return Err("`id` has no letter and no digit.");
    }
    // Two ids that differ only in signs or capitals stay two.
    tidy.truncate(MAX_ID - DIGITS - 1);
    Ok(format!("{}-{}", tidy.trim_end_matches('-'), hash(clean)))
}

#[cfg(test)]
mod tests {
    use crate::seeded::cases;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_sentence_gets_the_same_id_wherever_it_stands_and_however_it_is_pointed() {
        let id = short_id("Two wards call for you at the same minute. How do you decide?");
        assert_eq!(id, "q-two-wards-call-for-you-at-ae520e");
        assert_eq!(
            short_id("two wards call for you at the same minute - how do you decide"),
            id
        );
        assert_ne!(short_id("Two wards call for you at the same minute."), id);
    }

    #[test]
    fn a_list_of_many_gets_ids_that_tell_more_apart() {
        let plain = "Two wards call for you at the same minute. How do you decide?";
        assert_eq!(long_id(plain), short_id(plain));
        assert_eq!(
            short_id("What does `==` do here?"),
            short_id("What does `!=` do here?")
        );
        assert_ne!(
            long_id("What does `==` do here?"),
            long_id("What does `!=` do here?")
        );
        let id = long_id("なぜ夜に働きたいのですか？");
        assert_eq!(
            (id.len(), id.as_str()),
            (15, long_id("なぜ夜に働きたいのですか").as_str())
        );
        let long = long_id(&"Extraordinarily `==`".repeat(20));
        assert!(is_kebab(&long) && long.len() <= MAX_ID, "{long}");
    }

    #[test]
    fn the_hash_is_the_published_one() {
        // Test vectors of the FNV authors (draft-eastlake-fnv): "" and "foobar".
        assert_eq!(hash(""), "222325");
        assert_eq!(hash("foobar"), "3967e8");
    }

    #[test]
    fn ids_that_differ_in_capitals_stay_two() {
        let (big, small) = (tidy("Q").expect("safe"), tidy("q").expect("safe"));
        assert_eq!(small, "q");
        assert!(big.starts_with("q-") && is_kebab(&big), "{big}");
    }

    #[test]
    fn ids_that_could_name_something_else_are_refused() {
        for id in [
            "",
            "..",
            "../x",
            "/tmp/x",
            "..\\x",
            "a\n[[question]]",
            "x\"]",
            "café",
            &"i".repeat(300),
        ] {
            assert!(tidy(id).is_err(), "{id:?}");
        }
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn every_made_id_is_a_plain_name(text in any::<String>()) {
            let id = short_id(&text);
            prop_assert!(is_kebab(&id), "{id}");
        }

        #[test]
        fn every_tidied_id_is_a_plain_name(text in "[ -~]{0,70}") {
            if let Ok(id) = tidy(&text) {
                prop_assert!(is_kebab(&id), "{id}");
            }
        }
    }
}

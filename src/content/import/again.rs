//! The same list once more: what is new in it, what is only worded otherwise, and what stands in it no longer.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use toml_edit::{DocumentMut, Item, Table, value};

use super::gather::id_of;
use super::write::{asked, known, record, words_of};
use super::{Listing, Question};
use crate::content::edited::{opened, records};
use crate::content::words::Words;
use crate::problem::Problem;

/// What importing a list changes in a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// How many questions are new.
    pub added: usize,
    /// Questions of which the list changed the words: the old ones and the new.
    pub reworded: Vec<(String, String)>,
    /// Questions that the list no longer has and that are kept.
    pub gone: Vec<String>,
    /// Those that were taken out.
    pub taken_out: Vec<String>,
}

impl Change {
    /// Whether the pack stays as it is.
    pub const fn is_nothing(&self) -> bool {
        self.added == 0 && self.reworded.is_empty() && self.taken_out.is_empty()
    }
}

/// Likeness in percent from which two wordings are one question, and from which they are where its neighbors in the
/// list are the same.
const SAME: u32 = 60;
const SAME_BETWEEN: u32 = 40;

/// A word that stands in more new questions than this tells none of them from the others.
const COMMON: usize = 256;

/// Brings a pack that was made from a list up to date with it. A question that plainly is the same one keeps its id,
/// and with it all that was practiced; one that is gone stays, unless `replace` takes it out. What somebody wrote by
/// hand stays as it is.
///
/// # Errors
///
/// When the file cannot be read as TOML, or has something else under `question`.
pub fn update(
    file: &str,
    existing: &str,
    listings: &[Listing],
    replace: bool,
) -> Result<(String, Change), Box<Problem>> {
    let mut document = opened(file, existing)?;
    let there = known(&document);
    let listed: Vec<&Question> = listings.iter().flat_map(|l| &l.questions).collect();
    let mut new: Vec<usize> = Vec::new();
    let mut seen = HashSet::new();
    for (at, question) in listed.iter().enumerate() {
        if !is_known(question, &there) && seen.insert(question.id.as_str()) {
            new.push(at);
        }
    }
    let mut change = Change::default();
    let records = records(file, existing, &mut document, "question")?;
    let mut gone = unlisted(records.iter(), &listed);
    for (place, at) in pairs(&gone, &new, &listed) {
        if let Some(table) = records.get_mut(place) {
            let text = listed[at].text.as_str();
            change.reworded.push((asked(table), text.to_owned()));
            table["text"] = value(text);
        }
        gone.retain(|old| old.place != place);
        new.retain(|new| *new != at);
    }
    gone.retain(|old| old.is_made);
    for old in gone.iter().rev() {
        if replace {
            records.remove(old.place);
            change.taken_out.insert(0, old.text.clone());
        } else {
            change.gone.insert(0, old.text.clone());
        }
    }
    change.added = new.len();
    records.extend(new.iter().map(|at| record(listed[*at])));
    if change.is_nothing() {
        return Ok((existing.to_owned(), change));
    }
    raise(&mut document, change.added + change.taken_out.len() > 0);
    Ok((document.to_string(), change))
}

/// Whether a question is among ids and wordings.
fn is_known(question: &Question, there: &HashSet<String>) -> bool {
    words_of(question).is_some_and(|words| there.contains(&words)) || there.contains(&question.id)
}

/// A record that the list does not have.
struct Unlisted {
    /// Which of the records it is.
    place: usize,
    text: String,
    /// Whether it is as an import made it, so that it was in the list once.
    is_made: bool,
    /// Whether the records around it are in the list.
    before: Option<String>,
    behind: Option<String>,
}

/// The records that a list does not have.
fn unlisted<'r>(records: impl Iterator<Item = &'r Table>, listed: &[&Question]) -> Vec<Unlisted> {
    let ids: HashSet<&str> = listed.iter().map(|q| q.id.as_str()).collect();
    let words: HashSet<String> = listed.iter().filter_map(|q| words_of(q)).collect();
    let text = |record: &Table, key: &str| {
        let text = record.get(key).and_then(Item::as_str).unwrap_or_default();
        text.trim_matches('\n').trim_end().to_owned()
    };
    let records: Vec<(String, String, String)> = records
        .map(|r| (text(r, "id"), text(r, "text"), text(r, "setup")))
        .collect();
    let is_listed = |(id, text, setup): &(String, String, String)| {
        let own = id_of(text, setup);
        ids.contains(id.as_str())
            || ids.contains(own.as_str())
            || setup.is_empty() && words.contains(&crate::content::packs::short_id(text))
    };
    let neighbor = |at: Option<usize>| {
        let record = at.and_then(|at| records.get(at));
        record.filter(|r| is_listed(r)).map(|r| r.1.clone())
    };
    let missing = records.iter().enumerate().filter(|(_, r)| !is_listed(r));
    missing
        .map(|(place, (id, text, setup))| Unlisted {
            place,
            text: text.clone(),
            is_made: *id == id_of(text, setup),
            before: neighbor(place.checked_sub(1)),
            behind: neighbor(Some(place + 1)),
        })
        .collect()
}

/// Records and new questions that are the same question in other words, the most alike first.
fn pairs(gone: &[Unlisted], new: &[usize], listed: &[&Question]) -> Vec<(usize, usize)> {
    let mut with: HashMap<u32, Vec<usize>> = HashMap::new();
    let words: Vec<Words> = new.iter().map(|at| shape(&listed[*at].text)).collect();
    for (i, words) in words.iter().enumerate() {
        for word in words.hashes() {
            with.entry(*word).or_default().push(i);
        }
    }
    let mut all: Vec<(u32, usize, usize)> = Vec::new();
    for old in gone {
        let own = shape(&old.text);
        let near: BTreeSet<usize> = own
            .hashes()
            .iter()
            .filter_map(|word| with.get(word))
            .filter(|places| places.len() <= COMMON)
            .flatten()
            .copied()
            .collect();
        for i in near {
            let (alike, at) = (own.likeness(&words[i]), new[i]);
            let least = if stands_between(old, at, listed) {
                SAME_BETWEEN
            } else {
                SAME
            };
            if alike >= least {
                all.push((alike, old.place, at));
            }
        }
    }
    all.sort_by_key(|(alike, place, at)| (Reverse(*alike), *place, *at));
    let (mut places, mut taken) = (HashSet::new(), HashSet::new());
    let mut out = Vec::new();
    for (_, place, at) in all {
        if !places.contains(&place) && !taken.contains(&at) {
            places.insert(place);
            taken.insert(at);
            out.push((place, at));
        }
    }
    out.sort_unstable();
    out
}

/// Whether a new question stands where an old one did: a neighbor of it in the pack is one in the list.
fn stands_between(old: &Unlisted, at: usize, listed: &[&Question]) -> bool {
    let is = |text: Option<&String>, place: Option<usize>| {
        let there = place.and_then(|place| listed.get(place)).map(|q| &q.text);
        text.is_some() && text == there
    };
    is(old.before.as_ref(), at.checked_sub(1)) || is(old.behind.as_ref(), Some(at + 1))
}

/// What a wording is about: its words, or pairs of letters where words are not parted.
fn shape(text: &str) -> Words {
    if text.split_whitespace().count() > 1 {
        Words::of(text)
    } else {
        Words::of_pairs(text)
    }
}

/// Raises the version of a pack: the second number where questions came or went, else the third.
fn raise(document: &mut DocumentMut, more: bool) {
    let Some(head) = document.get_mut("pack").and_then(Item::as_table_mut) else {
        return;
    };
    let version = head.get("version").and_then(Item::as_str);
    let numbers = version.map(|version| version.split('.').map(str::parse::<u32>));
    let numbers: Option<Result<Vec<u32>, _>> = numbers.map(Iterator::collect);
    if let Some(Ok(numbers)) = numbers
        && let [major, minor, patch] = numbers[..]
    {
        let raised = if more {
            format!("{major}.{}.0", minor.saturating_add(1))
        } else {
            format!("{major}.{minor}.{}", patch.saturating_add(1))
        };
        head["version"] = value(raised);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::import::{pack, read};

    fn list(text: &str) -> Listing {
        read("ward.txt", text.as_bytes(), None).expect("a list")
    }

    const OLD: &str = "1. Why do you want nights?\n2. What is a handover?\n3. Tell us about a fall on your ward.\n4. What do you do when two bells ring?\n";

    #[test]
    fn a_question_in_other_words_keeps_its_id_and_one_that_is_gone_stays() {
        let (made, _) = pack("ward", &[list(OLD)]);
        let edited = "1. Why do you want to work nights?\n2. What is a handover?\n3. What do you do when two bells ring?\n4. Who covers for you?\n";
        let (text, change) = update("w", &made, &[list(edited)], false).expect("read");
        assert_eq!(
            (change.added, change.reworded.len(), change.gone.len()),
            (1, 1, 1),
            "{change:?}"
        );
        assert_eq!(change.gone, ["Tell us about a fall on your ward."]);
        assert!(
            text.contains("id = \"q-why-do-you-want-nights")
                && text.contains("text = \"Why do you want to work nights?\""),
            "{text}"
        );
        assert!(
            text.contains("version = \"1.1.0\"") && text.contains("Who covers for you?"),
            "{text}"
        );
        let (again, change) = update("w", &text, &[list(edited)], false).expect("read");
        assert!(change.is_nothing() && again == text, "{change:?}");
        let (text, change) = update("w", &text, &[list(edited)], true).expect("read");
        assert_eq!(change.taken_out, ["Tell us about a fall on your ward."]);
        assert!(
            !text.contains("a fall") && text.contains("version = \"1.2.0\""),
            "{text}"
        );
    }

    #[test]
    fn another_question_of_the_same_shape_is_a_new_one() {
        let (made, _) = pack("ward", &[list(OLD)]);
        let edited = OLD.replace("What is a handover?", "What is a sluice?");
        let (_, change) = update("w", &made, &[list(&edited)], false).expect("read");
        assert_eq!(
            (change.added, change.reworded.len(), change.gone.len()),
            (1, 0, 1)
        );
    }

    #[test]
    fn what_was_written_by_hand_is_never_gone() {
        let (made, _) = pack("ward", &[list(OLD)]);
        let own = format!("{made}\n[[question]]\nid = \"mine-1\"\ntext = \"Which shoes?\"\n");
        let (text, change) = update("w", &own, &[list(OLD)], true).expect("read");
        assert!(change.is_nothing() && text == own, "{change:?}");
    }

    #[test]
    fn scripts_without_gaps_are_compared_too() {
        let likeness = |one: &str, other: &str| shape(one).likeness(&shape(other));
        assert!(likeness("请说说你的优点是什么？", "请说说你的优点和特长是什么？") >= SAME_BETWEEN);
        assert!(likeness("你为什么选择我们？", "什么是先进先出？") < SAME_BETWEEN);
    }
}

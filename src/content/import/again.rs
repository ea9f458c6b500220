//! The same list once more: what is new in it, what is said otherwise, and what stands in it no longer.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::gather::id_of;
use super::sums::{self, Part};
use super::write::{asked, known, record, words_of};
use super::{Listing, Question};
use crate::content::edited::{opened, records};
use crate::content::packs::short_id;
use crate::content::words::Words;
use crate::problem::Problem;

/// What importing a list changes in a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// How many questions are new.
    pub added: usize,
    /// Questions of which the list changed the words: the old ones and the new.
    pub reworded: Vec<(String, String)>,
    /// Parts of questions that the list changed, with the words of the question.
    pub changed: Vec<(Part, String)>,
    /// Questions with a part that is not as in the list and is kept, since somebody may have written it by hand.
    pub kept: Vec<String>,
    /// Whether the list may be let to decide over those.
    pub may_replace: bool,
    /// Questions that the list no longer has and that are kept.
    pub gone: Vec<String>,
    /// Those that were taken out.
    pub taken_out: Vec<String>,
}

impl Change {
    /// Whether the pack stays as it is.
    pub const fn is_nothing(&self) -> bool {
        self.added == 0
            && self.reworded.is_empty()
            && self.changed.is_empty()
            && self.taken_out.is_empty()
    }

    /// Whether the pack says what the list says.
    pub const fn is_same(&self) -> bool {
        self.is_nothing() && self.kept.is_empty()
    }
}

/// What a list may do to a file that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Add to it; other things stand in it, too.
    Into,
    /// Bring it up to date; it was made from the list.
    Again,
    /// The same, and the list decides where both differ.
    Replace,
}

/// Likeness in percent from which two wordings are one question, and from which they are where its neighbors in the
/// list are the same.
const SAME: u32 = 60;
const SAME_BETWEEN: u32 = 40;

/// A word that stands in more new questions than this tells none of them from the others.
const COMMON: usize = 256;

/// Brings a file with questions up to date with a list. A question that plainly is the same one keeps its id, and with
/// it all that was practiced; one that is gone stays, unless the list decides. What somebody wrote by hand stays as it
/// is, as far as the sums above the records show it.
///
/// # Errors
///
/// When the file cannot be read as TOML, or has something else under `question`.
pub fn update(
    file: &str,
    existing: &str,
    listings: &[Listing],
    how: How,
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
    for (place, at) in same(records, &listed) {
        if let Some(table) = records.get_mut(place) {
            follow(table, listed[at], (how, false), &mut change);
        }
    }
    if how != How::Into {
        let mut gone = unlisted(records.iter(), &listed);
        for (place, at) in pairs(&gone, &new, &listed) {
            if let Some(table) = records.get_mut(place) {
                follow(table, listed[at], (how, true), &mut change);
            }
            gone.retain(|old| old.place != place);
            new.retain(|new| *new != at);
        }
        gone.retain(|old| old.is_made);
        for old in gone.iter().rev() {
            if how == How::Replace {
                records.remove(old.place);
                change.taken_out.insert(0, old.text.clone());
            } else {
                change.gone.insert(0, old.text.clone());
            }
        }
    }
    change.may_replace = how != How::Into && !change.kept.is_empty();
    change.added = new.len();
    records.extend(new.iter().map(|at| record(listed[*at])));
    if change.is_nothing() {
        return Ok((existing.to_owned(), change));
    }
    raise(&mut document, change.added + change.taken_out.len() > 0);
    Ok((document.to_string(), change))
}

/// Records with the questions of the list that they are.
fn same(records: &ArrayOfTables, listed: &[&Question]) -> Vec<(usize, usize)> {
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    let mut by_words: HashMap<String, usize> = HashMap::new();
    for (at, question) in listed.iter().enumerate().rev() {
        by_id.insert(question.id.as_str(), at);
        by_words.extend(words_of(question).map(|words| (words, at)));
    }
    let mut taken = HashSet::new();
    let mut out = Vec::new();
    for (place, record) in records.iter().enumerate() {
        let words = || {
            let bare = field(record, "setup").is_empty();
            bare.then(|| by_words.get(&short_id(field(record, "text"))))
        };
        let found = by_id.get(field(record, "id")).or_else(|| words().flatten());
        out.extend(found.filter(|at| taken.insert(**at)).map(|at| (place, *at)));
    }
    out
}

/// Gives a record what the list has otherwise now. What somebody changed by hand since the last import stays, unless
/// the list decides; so does what differs where no import left a sum, but for the words of a `reworded` question.
fn follow(
    table: &mut Table,
    question: &Question,
    (how, reworded): (How, bool),
    change: &mut Change,
) {
    let noted = sums::noted(table);
    if noted.is_none() && !reworded && (how == How::Into || !is_made(table)) {
        return;
    }
    let listed = record(question);
    let (own, wanted) = (sums::of(table), sums::of(&listed));
    let (mut sums, mut kept, old) = (own.clone(), false, asked(table));
    for (at, part) in Part::ALL.into_iter().enumerate() {
        let was = noted.as_ref().map(|sums| &sums[at]);
        if own[at] == wanted[at] {
            continue;
        }
        // Points and topics are added by hand as a matter of course: only where the list moved is there a choice.
        let differs = part != Part::More || was.is_some_and(|was| *was != wanted[at]);
        let is_lists = was.map_or(reworded && part == Part::Text, |was| *was == own[at]);
        if is_lists || how == How::Replace && differs {
            take(table, &listed, part);
            sums[at].clone_from(&wanted[at]);
            if part != Part::Text {
                change.changed.push((part, question.text.clone()));
            }
        } else {
            kept |= differs;
            was.unwrap_or(&wanted[at]).clone_into(&mut sums[at]);
        }
    }
    let text = asked(table);
    if old != text {
        change.reworded.push((old, text.clone()));
    }
    change.kept.extend(kept.then_some(text));
    sums::note(table, &sums);
}

/// Puts a part as the list has it into a record.
fn take(table: &mut Table, listed: &Table, part: Part) {
    for key in part.keys() {
        match listed.get(key) {
            // A value in the place of another keeps the remark behind it.
            Some(item) => table[key] = item.clone(),
            None => {
                table.remove(key);
            }
        }
    }
}

/// Whether a record comes from a list: it is noted, or it has the id that its words make.
fn is_made(record: &Table) -> bool {
    let own = || id_of(field(record, "text"), field(record, "setup"));
    sums::noted(record).is_some() || field(record, "id") == own()
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
    let is_listed = |record: &&Table| {
        let (text, setup) = (field(record, "text"), field(record, "setup"));
        ids.contains(field(record, "id"))
            || ids.contains(id_of(text, setup).as_str())
            || setup.is_empty() && words.contains(&short_id(text))
    };
    let records: Vec<&Table> = records.collect();
    let neighbor = |at: Option<usize>| {
        let record = at.and_then(|at| records.get(at));
        record.filter(|r| is_listed(r)).map(|r| asked(r))
    };
    let missing = records.iter().enumerate().filter(|(_, r)| !is_listed(r));
    missing
        .map(|(place, record)| Unlisted {
            place,
            text: field(record, "text").to_owned(),
            is_made: is_made(record),
            before: neighbor(place.checked_sub(1)),
            behind: neighbor(Some(place + 1)),
        })
        .collect()
}

/// What stands under a name of a record, without the blanks around it.
fn field<'r>(record: &'r Table, key: &str) -> &'r str {
    let text = record.get(key).and_then(Item::as_str).unwrap_or_default();
    text.trim_matches('\n').trim_end()
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
    use crate::content::import::{Said, pack, read};

    fn list(text: &str) -> Listing {
        read("ward.txt", text.as_bytes(), Said::default()).expect("a list")
    }

    const OLD: &str = "1. Why do you want nights?\n2. What is a handover?\n3. Tell us about a fall on your ward.\n4. What do you do when two bells ring?\n";

    #[test]
    fn a_question_in_other_words_keeps_its_id_and_one_that_is_gone_stays() {
        let (made, _) = pack("ward", &[list(OLD)]);
        let edited = "1. Why do you want to work nights?\n2. What is a handover?\n3. What do you do when two bells ring?\n4. Who covers for you?\n";
        let (text, change) = update("w", &made, &[list(edited)], How::Again).expect("read");
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
        let (again, change) = update("w", &text, &[list(edited)], How::Again).expect("read");
        assert!(change.is_nothing() && again == text, "{change:?}");
        let (text, change) = update("w", &text, &[list(edited)], How::Replace).expect("read");
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
        let (_, change) = update("w", &made, &[list(&edited)], How::Again).expect("read");
        assert_eq!(
            (change.added, change.reworded.len(), change.gone.len()),
            (1, 0, 1)
        );
    }

    #[test]
    fn what_was_written_by_hand_is_never_gone() {
        let (made, _) = pack("ward", &[list(OLD)]);
        let own = format!("{made}\n[[question]]\nid = \"mine-1\"\ntext = \"Which shoes?\"\n");
        let (text, change) = update("w", &own, &[list(OLD)], How::Replace).expect("read");
        assert!(change.is_nothing() && text == own, "{change:?}");
    }

    #[test]
    fn scripts_without_gaps_are_compared_too() {
        let likeness = |one: &str, other: &str| shape(one).likeness(&shape(other));
        assert!(likeness("请说说你的优点是什么？", "请说说你的优点和特长是什么？") >= SAME_BETWEEN);
        assert!(likeness("你为什么选择我们？", "什么是先进先出？") < SAME_BETWEEN);
    }
}

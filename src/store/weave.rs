//! Changing a file that a person edits: only what changed is touched.
//!
//! The record as the file has it and the record as it should be are both laid out as tables; where the two
//! differ, the file is changed, and nowhere else. Comments, order, unknown keys and the way a value is
//! written survive, and a record that did not change leaves every byte as it was.

mod lists;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, Value};

use crate::problem::Problem;

/// A record that lives in a file which a person may edit.
pub trait Edited: Sized + PartialEq {
    /// Reads the record and the format number of its file. The name of the record is the name of the file.
    ///
    /// # Errors
    ///
    /// A [`Problem`] with the place.
    fn read(file: &str, bytes: &[u8]) -> Result<(Self, i64), Box<Problem>>;

    /// Everything that is wrong in its file, in the order of lines.
    fn proof(file: &str, bytes: &[u8]) -> Vec<Problem>;

    /// The names at the top of its file.
    fn names() -> &'static [&'static str];

    /// Lays the record out as it is written.
    fn table(&self) -> Table;
}

/// The text of a new file.
pub fn fresh<T: Edited>(record: &T) -> String {
    DocumentMut::from(record.table()).to_string()
}

/// The text of a file after the change from `old`, which it holds, to `new`.
///
/// # Errors
///
/// A [`Problem`] when the file is built in a way that cannot be changed without touching more.
pub fn weave<T: Edited>(file: &str, text: &str, old: &T, new: &T) -> Result<String, Box<Problem>> {
    let woven = weave_onto(file, text, old, new)?;
    match T::read(file, woven.as_bytes()) {
        Ok((read, _)) if same_table(&read.table(), &new.table()) => Ok(woven),
        _ => Err(stuck(file)),
    }
}

/// The text of a file after the change from `base` to `new`, whatever else somebody changed in it since it
/// was `base`.
///
/// # Errors
///
/// A [`Problem`] when the file is not TOML.
pub fn weave_onto<T: Edited>(
    file: &str,
    text: &str,
    base: &T,
    new: &T,
) -> Result<String, Box<Problem>> {
    let (base, new) = (base.table(), new.table());
    if same_table(&base, &new) {
        return Ok(text.to_owned());
    }
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    let crlf = body.contains("\r\n");
    let plain = if crlf {
        body.replace("\r\n", "\n")
    } else {
        body.to_owned()
    };
    let mut doc: DocumentMut = plain.parse().map_err(|_unread| stuck(file))?;
    change(doc.as_table_mut(), &base, &new);
    let mut woven = doc.to_string();
    woven
        .parse::<DocumentMut>()
        .map_err(|_unread| stuck(file))?;
    if !plain.ends_with('\n') {
        woven.truncate(woven.trim_end_matches('\n').len());
    }
    if crlf {
        woven = woven.replace('\n', "\r\n");
    }
    Ok(format!("{mark}{woven}"))
}

/// Whether a file holds just this record, in whatever way it is written.
pub fn holds<T: Edited>(file: &str, bytes: &[u8], record: &T) -> bool {
    let read = T::read(file, bytes);
    read.is_ok_and(|(read, _)| same_table(&read.table(), &record.table()))
}

fn stuck(file: &str) -> Box<Problem> {
    Box::new(Problem::in_file(
        file,
        "This file is built in a way that Greenroom cannot change without touching more than it should.",
        "Write its values in the usual form, one key on a line.",
    ))
}

fn change(doc: &mut dyn TableLike, old: &Table, new: &Table) {
    for (key, _) in old {
        if !new.contains_key(key) {
            doc.remove(key);
        }
    }
    for (key, item) in new {
        let before = old.get(key);
        if before.is_some_and(|before| same(before, item)) {
            continue;
        }
        match doc.get_mut(key) {
            Some(place) => change_item(place, before, item),
            None => {
                doc.insert(key, item.clone());
            }
        }
    }
}

fn change_item(place: &mut Item, before: Option<&Item>, new: &Item) {
    match (place, before, new) {
        (Item::ArrayOfTables(rows), Some(Item::ArrayOfTables(old)), Item::ArrayOfTables(new))
            if rows.len() == old.len() =>
        {
            change_rows(rows, old, new);
        }
        (Item::Value(Value::InlineTable(place)), Some(Item::Table(old)), Item::Table(new)) => {
            change(place, old, new);
        }
        (Item::Table(place), Some(Item::Table(old)), Item::Table(new)) => change(place, old, new),
        (
            Item::Value(Value::Array(place)),
            Some(Item::Value(Value::Array(old))),
            Item::Value(Value::Array(new)),
        ) if place.len() == old.len() => lists::change(place, old, new),
        (Item::Value(place), _, Item::Value(new)) => {
            let mut new = new.clone();
            // The space and the comment after a value belong to its decor.
            *new.decor_mut() = place.decor().clone();
            *place = new;
        }
        (place, _, new) => *place = new.clone(),
    }
}

/// Keeps the rows at both ends that did not change, so that a row taken out or put in moves no other.
fn change_rows(rows: &mut ArrayOfTables, old: &ArrayOfTables, new: &ArrayOfTables) {
    let (back_old, back_new): (Vec<_>, Vec<_>) = (old.iter().collect(), new.iter().collect());
    let (head, tail) = ends(&back_old, &back_new, same_table);
    let (old_middle, new_middle) = (old.len() - head - tail, new.len() - head - tail);
    for i in head..head + old_middle.min(new_middle) {
        if let (Some(row), Some(old), Some(new)) = (rows.get_mut(i), old.get(i), new.get(i)) {
            change(row, old, new);
        }
    }
    for _ in new_middle..old_middle {
        rows.remove(head + new_middle);
    }
    for i in head + old_middle..head + new_middle {
        if let Some(row) = new.get(i) {
            rows.insert(i, row.clone());
        }
    }
}

/// How many at the beginning and at the end are the same before and after.
fn ends<T: Copy>(old: &[T], new: &[T], same: impl Fn(T, T) -> bool) -> (usize, usize) {
    let equal = |(a, b): &(&T, &T)| same(**a, **b);
    let head = old.iter().zip(new).take_while(equal).count();
    let most = old.len().min(new.len()) - head;
    let back = old.iter().rev().zip(new.iter().rev()).take(most);
    (head, back.take_while(equal).count())
}

fn same(a: &Item, b: &Item) -> bool {
    match (a, b) {
        (Item::Value(a), Item::Value(b)) => a.to_string() == b.to_string(),
        (Item::Table(a), Item::Table(b)) => same_table(a, b),
        (Item::ArrayOfTables(a), Item::ArrayOfTables(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| same_table(a, b))
        }
        (Item::None, Item::None) => true,
        _ => false,
    }
}

fn same_table(a: &Table, b: &Table) -> bool {
    a.len() == b.len()
        && a.iter()
            .all(|(key, item)| b.get(key).is_some_and(|other| same(item, other)))
}

#[cfg(test)]
mod tests;

//! Changing a list in brackets: what stays in it keeps its remarks, its shape, and what the program does not know of it.
//!
//! The library counts what stands behind a comma as the beginning of the next value, so that a remark beside a value is
//! found in front of the one after it, and the last one in the end of the list.

use toml_edit::{Array, InlineTable, Value};

/// Changes the values between those that are the same at both ends.
pub fn change(place: &mut Array, old: &Array, new: &Array) {
    let (was, is): (Vec<_>, Vec<_>) = (old.iter().collect(), new.iter().collect());
    let (head, tail) = super::ends(&was, &is, alike);
    let (old_middle, new_middle) = (was.len() - head - tail, is.len() - head - tail);
    end_apart(place);
    for i in head..head + old_middle.min(new_middle) {
        if let Some(value) = place.get_mut(i) {
            change_value(value, was[i], is[i]);
        }
    }
    for _ in new_middle..old_middle {
        take_out(place, head + new_middle);
    }
    for (i, value) in is
        .iter()
        .enumerate()
        .take(head + new_middle)
        .skip(head + old_middle)
    {
        put_in(place, i, (*value).clone());
    }
}

/// Whether two values are the same but for the blanks around them.
fn alike(a: &Value, b: &Value) -> bool {
    a.to_string().trim() == b.to_string().trim()
}

fn change_value(place: &mut Value, old: &Value, new: &Value) {
    if let (Value::InlineTable(place), Value::InlineTable(old), Value::InlineTable(new)) =
        (&mut *place, old, new)
    {
        let end = place.iter().last();
        let end = end.map_or_else(String::new, |(_, last)| {
            text(last.decor().suffix()).to_owned()
        });
        super::change(place, &old.clone().into_table(), &new.clone().into_table());
        end_with(place, &end);
    } else {
        let decor = place.decor().clone();
        *place = new.clone();
        *place.decor_mut() = decor;
    }
}

/// The blanks before the closing brace stay there, also where the last value is another one now.
fn end_with(table: &mut InlineTable, end: &str) {
    let last = table.len().saturating_sub(1);
    for (at, (_, value)) in table.iter_mut().enumerate() {
        if text(value.decor().suffix()).trim().is_empty() {
            let end = if at == last { end } else { "" };
            value.decor_mut().set_suffix(end);
        }
    }
}

/// What stands behind the last value belongs to the end of the list, with a comma between them or without.
fn end_apart(list: &mut Array) {
    if list.trailing_comma() {
        return;
    }
    if let Some(last) = list.len().checked_sub(1).and_then(|at| list.get_mut(at)) {
        let behind = text(last.decor().suffix()).to_owned();
        last.decor_mut().set_suffix("");
        list.set_trailing(behind);
    }
}

fn text(raw: Option<&toml_edit::RawString>) -> &str {
    raw.and_then(toml_edit::RawString::as_str)
        .unwrap_or_default()
}

/// What stands in front of a value, or of the end of the list: the rest of the row before, and its own rows.
fn before(list: &Array, at: usize) -> (String, String) {
    let whole = match list.get(at) {
        Some(value) => text(value.decor().prefix()),
        None => text(Some(list.trailing())),
    };
    let row = whole.find('\n').unwrap_or(0);
    let (beside, own) = whole.split_at(row);
    (beside.to_owned(), own.to_owned())
}

fn set_before(list: &mut Array, at: usize, words: &str) {
    match list.get_mut(at) {
        Some(value) => value.decor_mut().set_prefix(words),
        None => list.set_trailing(words),
    }
}

/// Takes a value out with its own remarks: those in the rows above it, and the one beside it.
fn take_out(list: &mut Array, at: usize) {
    let (beside, own) = before(list, at);
    let (_, next) = before(list, at + 1);
    list.remove(at);
    let in_a_row = list.get(at).is_some() && !next.contains('\n');
    let next = if in_a_row { own } else { next };
    // A remark ends with its row.
    let parted = if beside.contains('#') && !next.starts_with('\n') {
        "\n"
    } else {
        ""
    };
    set_before(list, at, &format!("{beside}{parted}{next}"));
}

/// Puts a value in, in a row of its own where the others have one.
fn put_in(list: &mut Array, at: usize, value: Value) {
    let (beside, next) = before(list, at);
    let like = if at == 0 { at } else { at - 1 };
    let (_, row) = before(list, like);
    let lead = match row.rsplit_once('\n') {
        Some((_, blanks)) => format!("{beside}\n{blanks}"),
        None if beside.contains('#') => format!("{beside}\n  "),
        None if at == 0 => String::new(),
        None => " ".to_owned(),
    };
    let first_in_a_row = at == 0 && !list.is_empty() && !row.contains('\n');
    let next = if first_in_a_row { " ".to_owned() } else { next };
    list.insert_formatted(at, value.decorated(lead, ""));
    set_before(list, at + 1, &next);
}

//! What the user changed about one question, put into the overlay or taken out of it again.
//!
//! The file belongs to the user: comments, order, and whatever else stands there stay as they are.

use toml_edit::{Item, Table, value};

use crate::content::edited::{opened, records};
use crate::domain::library::Kind;
use crate::problem::Problem;

/// The user's own words for a question, and whether it is out of the way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// Its words; `None` are those of its pack.
    pub text: Option<String>,
    /// Its kind; `None` is that of its pack.
    pub kind: Option<Kind>,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// What an overlay says of a question; `id` is its full name, `pack-id/record-id`.
///
/// # Errors
///
/// When the file cannot be read as TOML, or has something else under `question`.
pub fn of(file: &str, existing: Option<&str>, id: &str) -> Result<Own, Box<Problem>> {
    let text = existing.unwrap_or_default();
    let mut overlay = opened(file, text)?;
    let records = records(file, text, &mut overlay, "question")?;
    let record = records.iter().find(|record| is_called(record, id));
    Ok(record.map_or_else(Own::default, |record| Own {
        text: record.get("text").and_then(Item::as_str).map(str::to_owned),
        kind: (record.get("kind").and_then(Item::as_str)).and_then(Kind::from_id),
        hidden: record.get("disabled").and_then(Item::as_bool) == Some(true),
    }))
}

/// The overlay in which a question is as the user wants it. A record that says nothing any more is taken out.
///
/// # Errors
///
/// As [`of`].
pub fn put(
    file: &str,
    existing: Option<&str>,
    id: &str,
    own: &Own,
) -> Result<String, Box<Problem>> {
    let text = existing.unwrap_or("format = 1\n");
    let mut overlay = opened(file, text)?;
    let records = records(file, text, &mut overlay, "question")?;
    let there = records.iter().position(|record| is_called(record, id));
    let at = there.unwrap_or_else(|| {
        let mut record = Table::new();
        record.decor_mut().set_prefix("\n");
        record["id"] = value(id);
        records.push(record);
        records.len() - 1
    });
    let Some(record) = records.get_mut(at) else {
        return Ok(text.to_owned());
    };
    match &own.text {
        Some(words) => record["text"] = value(words),
        None => drop(record.remove("text")),
    }
    put_kind(record, own.kind);
    if own.hidden {
        record["disabled"] = value(true);
    } else {
        record.remove("disabled");
    }
    if record.len() < 2 {
        records.remove(at);
    }
    if records.is_empty() {
        overlay.remove("question");
    }
    Ok(overlay.to_string())
}

/// A kind goes with the shape of an answer that is its own, and with the points that come from it.
fn put_kind(record: &mut Table, kind: Option<Kind>) {
    match kind {
        Some(kind) => {
            record["kind"] = value(kind.id());
            record["framework"] = value(kind.framework());
        }
        None if record.remove("kind").is_some() => drop(record.remove("framework")),
        None => {}
    }
}

fn is_called(record: &Table, id: &str) -> bool {
    record.get("id").and_then(Item::as_str) == Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "overlay.toml";

    fn reworded(words: &str) -> Own {
        Own {
            text: Some(words.to_owned()),
            ..Own::default()
        }
    }

    #[test]
    fn words_are_put_in_and_taken_out_and_the_rest_stays() {
        let written =
            "# mine\nformat = 1\n\n[[question]]\nid = \"a/x\"\nnote = \"Slowly.\" # keep\n";
        let once = put(FILE, Some(written), "a/y", &reworded("Why us?")).expect("put");
        assert!(once.starts_with(written), "{once}");
        assert_eq!(
            of(FILE, Some(&once), "a/y").expect("read"),
            reworded("Why us?")
        );
        let back = put(FILE, Some(&once), "a/y", &Own::default()).expect("put");
        assert_eq!(back, written);
        let noted = put(FILE, Some(written), "a/x", &reworded("Why?")).expect("put");
        let noted = put(FILE, Some(&noted), "a/x", &Own::default()).expect("put");
        assert!(noted.contains("note = \"Slowly.\" # keep"), "{noted}");
    }

    #[test]
    fn a_kind_brings_its_shape_and_takes_it_along() {
        let written = "format = 1\n\n[[question]]\nid = \"a/x\"\nnote = \"Slowly.\"\n";
        let knowledge = Own {
            kind: Some(Kind::Knowledge),
            ..Own::default()
        };
        let once = put(FILE, Some(written), "a/x", &knowledge).expect("put");
        assert!(once.contains("framework = \"define-use-limit\""), "{once}");
        assert_eq!(of(FILE, Some(&once), "a/x").expect("read"), knowledge);
        let back = put(FILE, Some(&once), "a/x", &Own::default()).expect("put");
        assert_eq!(back, written);
    }

    #[test]
    fn the_first_change_makes_the_file() {
        let hidden = Own {
            hidden: true,
            ..Own::default()
        };
        let text = put(FILE, None, "a/x", &hidden).expect("put");
        assert_eq!(
            text,
            "format = 1\n\n[[question]]\nid = \"a/x\"\ndisabled = true\n"
        );
        assert_eq!(of(FILE, Some(&text), "a/x").expect("read"), hidden);
        assert_eq!(of(FILE, None, "a/x").expect("read"), Own::default());
    }

    #[test]
    fn a_broken_file_is_named() {
        let problem = put(FILE, Some("a = 1\n[[question\n"), "a/x", &Own::default());
        assert_eq!(problem.expect_err("broken").place.line, 2);
    }
}

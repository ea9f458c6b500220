//! What the user changed about one question, put into the overlay or taken out of it again.
//!
//! The file belongs to the user: comments, order, and whatever else stands there stay as they are.

use toml_edit::{Item, Table, Value, value};

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
    /// The framework that its answers are rated by; `None` is that of its pack.
    pub framework: Option<String>,
    /// Whether it is hidden.
    pub hidden: bool,
}

impl Own {
    /// The same as another kind: it brings its framework along, unless the user wrote one there themselves.
    #[must_use]
    pub fn of_kind(&self, kind: Kind) -> Self {
        let brought = self.kind.map(Kind::framework);
        let by_hand = (self.framework.clone()).filter(|there| Some(there.as_str()) != brought);
        Self {
            kind: Some(kind),
            framework: by_hand.or_else(|| Some(kind.framework().to_owned())),
            ..self.clone()
        }
    }
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
        text: words(record, "text").map(str::to_owned),
        kind: words(record, "kind").and_then(Kind::from_id),
        framework: words(record, "framework").map(str::to_owned),
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
    set(record, "text", own.text.as_deref());
    set(record, "kind", own.kind.map(Kind::id));
    set(record, "framework", own.framework.as_deref());
    match (own.hidden, record.contains_key("disabled")) {
        (true, false) => record["disabled"] = value(true),
        (false, true) => drop(record.remove("disabled")),
        (true, true) | (false, false) => {}
    }
    if record.len() < 2 {
        records.remove(at);
    }
    if records.is_empty() {
        overlay.remove("question");
    }
    Ok(overlay.to_string())
}

/// Puts words under a key, or takes the key out. Words that are there already are left as they stand.
fn set(record: &mut Table, key: &str, to: Option<&str>) {
    let there = words(record, key);
    match to {
        Some(to) if there == Some(to) => {}
        Some(to) => {
            let mut new = Value::from(to);
            if let Some(old) = record.get(key).and_then(Item::as_value) {
                *new.decor_mut() = old.decor().clone();
            }
            record[key] = Item::Value(new);
        }
        None => drop(record.remove(key)),
    }
}

fn words<'r>(record: &'r Table, key: &str) -> Option<&'r str> {
    record.get(key).and_then(Item::as_str)
}

fn is_called(record: &Table, id: &str) -> bool {
    words(record, "id") == Some(id)
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
        let knowledge = Own::default().of_kind(Kind::Knowledge);
        let once = put(FILE, Some(written), "a/x", &knowledge).expect("put");
        assert!(once.contains("framework = \"define-use-limit\""), "{once}");
        assert_eq!(of(FILE, Some(&once), "a/x").expect("read"), knowledge);
        let back = put(FILE, Some(&once), "a/x", &Own::default()).expect("put");
        assert_eq!(back, written);
    }

    #[test]
    fn a_shape_that_was_written_by_hand_stays_whatever_kind_comes_and_goes() {
        let written =
            "format = 1\n\n[[question]]\nid = \"a/x\"\nframework = \"define-use-limit\" # mine\n";
        let before = of(FILE, Some(written), "a/x").expect("read");
        for kind in [Kind::Knowledge, Kind::Behavioral] {
            let own = before.of_kind(kind);
            let once = put(FILE, Some(written), "a/x", &own).expect("put");
            assert!(
                once.contains("framework = \"define-use-limit\" # mine"),
                "{once}"
            );
            let twice = of(FILE, Some(&once), "a/x").expect("read");
            assert_eq!(twice, own);
            let back = put(FILE, Some(&once), "a/x", &before).expect("put");
            assert_eq!(back, written);
        }
        let again = Own::default()
            .of_kind(Kind::Knowledge)
            .of_kind(Kind::Behavioral);
        assert_eq!(
            again.framework.as_deref(),
            Some(Kind::Behavioral.framework())
        );
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

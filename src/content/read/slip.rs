//! What the reader says of a value of the wrong shape, in the words of a person who writes a pack.

use crate::content::hint::{DIFFICULTY, did_you_mean};

/// Fields that hold a list of entries, each with a text of its own.
const ENTRIES: [&str; 4] = ["strong", "red_flags", "probes", "points"];

/// How to mend a value under a name, where more can be said of it than of any other.
pub fn hint_for(name: &str, message: &str) -> Option<String> {
    let is_list = message.ends_with("expected a sequence");
    match name {
        "difficulty" => Some(DIFFICULTY.to_owned()),
        _ if is_list && ENTRIES.contains(&name) => Some(format!(
            "Write a list of entries: {name} = [{{ text = \"…\" }}]."
        )),
        _ => None,
    }
}

/// What a record's shape has wrong: a sentence, and how to mend it.
pub fn shape(message: &str) -> (String, String) {
    let words = quoted(message);
    let name = words.first().copied().unwrap_or_default();
    let allowed = || words.iter().skip(1).copied();
    if message.starts_with("unknown field") {
        return (
            format!("`{name}` is not a field here."),
            did_you_mean(name, allowed()),
        );
    }
    if message.starts_with("unknown variant") {
        return (
            format!("`{name}` is not one of the words allowed here."),
            did_you_mean(name, allowed()),
        );
    }
    if message.starts_with("missing field") {
        let line = if name == "format" {
            "the line `format = 1`".to_owned()
        } else {
            format!("a line `{name} = …`")
        };
        return (
            format!("`{name}` is missing."),
            format!("Add {line}, or put back an older copy where the file was cut short."),
        );
    }
    if message.contains("string or table") || message.contains("exactly one key") {
        return (
            "Here one of a few words is needed.".to_owned(),
            "Write it in quotation marks: \"…\".".to_owned(),
        );
    }
    let Some((found, expected)) = message.split_once(", expected ") else {
        // Own words name the mend behind a semicolon.
        return match message.split_once("; ") {
            Some((what, hint)) => (sentence(what), sentence(hint)),
            None => (
                sentence(message),
                "Write the value in the form that this field has elsewhere.".to_owned(),
            ),
        };
    };
    if let Some(told) = out_of_bounds(found, expected) {
        return told;
    }
    let found = found
        .trim_start_matches("invalid type: ")
        .trim_start_matches("invalid value: ");
    let (wanted, hint) = wanted(expected);
    let what = format!("Here stands {}, but {wanted} is needed.", plain(found));
    (what, hint.to_owned())
}

/// A whole number that is too small or too large for its field.
fn out_of_bounds(found: &str, expected: &str) -> Option<(String, String)> {
    let number = found.strip_prefix("invalid value: integer `")?;
    let number = number.strip_suffix('`')?;
    let most = match expected {
        "u8" => " at most 255",
        "u16" => " at most 65535",
        "u32" => " such as 90",
        _ => return None,
    };
    let what = if number.starts_with('-') {
        format!("`{number}` is below 0.")
    } else {
        format!("`{number}` is too large.")
    };
    let hint = format!("Write a whole number, not below 0,{most}.");
    Some((what, hint))
}

/// What was found, in plain words.
fn plain(found: &str) -> String {
    const WORDS: [(&str, &str); 6] = [
        ("string ", "the text "),
        ("integer ", "the number "),
        ("floating point ", "the number "),
        ("boolean ", ""),
        ("sequence", "a list"),
        ("map", "an entry with names of its own"),
    ];
    let word = WORDS.into_iter().find(|(word, _)| found.starts_with(word));
    word.map_or_else(
        || found.to_owned(),
        |(word, plain)| found.replacen(word, plain, 1),
    )
}

/// What was expected in plain words, and how it is written.
fn wanted(expected: &str) -> (&str, &'static str) {
    match expected {
        "a string" => ("a text", "Put quotation marks around it: \"…\"."),
        "u8" | "u16" | "u32" | "i8" => (
            "a whole number",
            "Write a whole number, not below 0, such as 90.",
        ),
        "f64" => ("a number", "Write a number, such as 0.5."),
        "a boolean" => (
            "true or false",
            "Write true or false, without quotation marks.",
        ),
        "a sequence" => ("a list", "Write a list in brackets: [\"…\", \"…\"]."),
        "a map" => ("an entry", "Write it in braces: { name = \"…\" }."),
        "a date" => ("a date", "Write it as 2026-12-10."),
        "a time of day" => ("a time of day", "Write it as 09:30."),
        "a moment" => ("a moment", "Write it as 2026-12-10T09:30:00+01:00."),
        other if other.starts_with("struct ") => {
            ("an entry", "Write it in braces: { text = \"…\" }.")
        }
        other => (other, "Write the value in that form."),
    }
}

/// The words in backticks of a message.
fn quoted(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    let text: String = first.into_iter().chain(chars).collect();
    format!("{}.", text.trim_end_matches('.'))
}

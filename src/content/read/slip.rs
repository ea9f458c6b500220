//! The messages of serde and of the TOML parser in the words of a person who writes a pack.

use crate::content::hint::did_you_mean;

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
    let Some((found, expected)) = message.split_once(", expected ") else {
        return (
            sentence(message),
            "Write the value in the form that this field has elsewhere.".to_owned(),
        );
    };
    let found = found
        .trim_start_matches("invalid type: ")
        .trim_start_matches("invalid value: ");
    let (wanted, hint) = wanted(expected);
    (
        format!("Here stands {found}, but {wanted} is needed."),
        hint.to_owned(),
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
        "a map" => ("a table", "Write a table: { key = \"…\" }."),
        other if other.starts_with("struct ") => ("a table", "Write a table: { text = \"…\" }."),
        other => (other, "Write the value in that form."),
    }
}

/// Parts of what the reader of TOML says, and how to mend each.
const KNOWN: &[(&str, &str)] = &[
    (
        "duplicate key",
        "Keep one of the two, or start a new record with its line in double brackets.",
    ),
    (
        "string values must be quoted",
        "Put quotation marks around the text: \"…\".",
    ),
    (
        "invalid basic string",
        "Close the text with a quotation mark on the same line; write \\\" inside it.",
    ),
    ("unclosed array", "Close the list with `]`."),
    ("missing comma", "Put a comma between the entries."),
    ("extra comma", "Take out one comma."),
    ("unclosed inline table", "Close the table with `}`."),
    (
        "unclosed table",
        "Close the heading with `]`, or `]]` for a record.",
    ),
    ("unclosed array table", "Close the heading with `]]`."),
    (
        "key with no value",
        "Write `key = value`, or take the line out.",
    ),
    ("missing value", "Write a value after the `=`."),
    (
        "carriage return",
        "Save the file with the line ends of Linux or Windows.",
    ),
    ("recurs", "Nest fewer lists and tables."),
    ("escape", "Write \\\\ for a backslash."),
    (
        "invalid comment character",
        "Take the control character out of the comment.",
    ),
];

/// What is wrong with the TOML itself, at something that is `written` there: a sentence, and how to mend it.
pub fn syntax(message: &str, written: &str) -> (String, String) {
    let written = written.trim();
    let one_of = |words: &[&str]| words.iter().any(|word| written.eq_ignore_ascii_case(word));
    let meant = if one_of(&["yes", "true", "on"]) {
        Some("true")
    } else if one_of(&["no", "false", "off"]) {
        Some("false")
    } else {
        None
    };
    if let Some(meant) =
        meant.filter(|_| message.contains("must be quoted") || message.contains("invalid boolean"))
    {
        return (
            format!("`{written}` is no value here."),
            format!("Write `{meant}` if a yes or no is meant, else put quotation marks around it."),
        );
    }
    let hint = KNOWN.iter().find(|(part, _)| message.contains(part)).map_or(
        "Texts stand in quotation marks, lists in brackets, and every line is `key = value` or a heading.",
        |(_, hint)| hint,
    );
    (
        format!("This is not valid TOML: {}.", message.trim_end_matches('.')),
        hint.to_owned(),
    )
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

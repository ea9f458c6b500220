//! What the reader of TOML says, in the words of a person who writes by hand.

/// Parts of what the reader says, what that is, and how to mend it.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "string values must be quoted",
        "This text has no quotation marks.",
        "Put quotation marks around it: \"…\".",
    ),
    (
        "missing opening quote",
        "This text has no quotation mark at its beginning.",
        "Put quotation marks around it: \"…\".",
    ),
    (
        "multi-line basic string",
        "This long text has no end.",
        "Close it with three quotation marks: \"\"\".",
    ),
    (
        "multi-line literal string",
        "This long text has no end.",
        "Close it with three quotation marks: '''.",
    ),
    (
        "basic string",
        "There is a sign in this text that cannot stand there.",
        "Take it out, or write the text anew.",
    ),
    (
        "literal string",
        "There is a sign in this text that cannot stand there.",
        "Take it out, or write the text anew.",
    ),
    (
        "escape",
        "A backslash stands in this text.",
        "Write two of them, \\\\, or put the text in single quotation marks: '…'.",
    ),
    (
        "missing comma",
        "A comma is missing.",
        "Put a comma between the entries.",
    ),
    (
        "extra comma",
        "There is one comma too many.",
        "Take it out.",
    ),
    (
        "unclosed array table",
        "The heading is not closed.",
        "Close it with `]]`.",
    ),
    (
        "unclosed array",
        "The list is not closed.",
        "Close it with `]`.",
    ),
    (
        "inline table element",
        "The entry is not closed.",
        "Close it with `}`.",
    ),
    (
        "unclosed inline table",
        "The entry is not closed.",
        "Close it with `}`.",
    ),
    (
        "unclosed table",
        "The heading is not closed.",
        "Close it with `]`, or `]]` for a record.",
    ),
    (
        "missing table open",
        "A bracket stands here that closes nothing.",
        "Take it out.",
    ),
    (
        "missing array opening",
        "A bracket stands here that closes nothing.",
        "Take it out.",
    ),
    (
        "missing inline table opening",
        "A brace stands here that closes nothing.",
        "Take it out.",
    ),
    (
        "unexpected key or value",
        "Something more stands behind the value.",
        "Write one value on a line, and several in brackets: [\"…\", \"…\"].",
    ),
    ("extra `=`", "There is one `=` too many.", "Take it out."),
    (
        "extra assignment",
        "There is one `=` too many.",
        "Take it out.",
    ),
    (
        "unexpected `=` in array",
        "A name with a value stands in a list.",
        "Close the list with `]` before it, or put it in braces: { text = \"…\" }.",
    ),
    (
        "missing assignment",
        "A `=` is missing.",
        "Write `name = \"…\"`.",
    ),
    (
        "missing value",
        "There is nothing behind the `=`.",
        "Write a value there.",
    ),
    (
        "keys cannot be empty",
        "The name is missing.",
        "Write `name = \"…\"`.",
    ),
    (
        "unquoted key",
        "The name has a sign that cannot stand there.",
        "Use letters, digits, `_` and `-`; a remark begins with `#`.",
    ),
    (
        "carriage return",
        "A line ends in a way that cannot be read.",
        "Save the file with the line ends of Linux or Windows.",
    ),
    (
        "recurs",
        "Too many brackets stand inside of each other.",
        "Use fewer of them.",
    ),
    (
        "comment",
        "There is a sign in this remark that cannot stand there.",
        "Take it out.",
    ),
    (
        "invalid key-value pair",
        "This line cannot be read.",
        "Write `name = \"…\"`, or start a remark with `#`.",
    ),
];

/// Parts of what the reader says about numbers.
const NUMBERS: [&str; 7] = [
    "digit",
    "integer",
    "float",
    "sign",
    "leading zero",
    "radix",
    "datetime",
];

/// What is wrong at something that is `written` there: a sentence, and how to mend it.
pub fn told(message: &str, written: &str) -> (String, String) {
    let written = written.trim();
    let is_one_of = |words: &[&str]| words.iter().any(|word| written.eq_ignore_ascii_case(word));
    if let Some(meant) = [
        ("true", ["yes", "true", "on"]),
        ("false", ["no", "false", "off"]),
    ]
    .into_iter()
    .find_map(|(meant, words)| is_one_of(&words).then_some(meant))
    {
        return (
            format!("`{written}` cannot stand here without quotation marks."),
            format!("Write `{meant}` if a yes or no is meant, else put quotation marks around it."),
        );
    }
    if message.contains("duplicate key") && !written.is_empty() {
        return (
            format!("`{written}` stands here twice."),
            "Keep one of the two, or start a new record with its line in double brackets."
                .to_owned(),
        );
    }
    if message.contains("must be quoted") && written.is_empty() {
        return told("missing value", "=");
    }
    let known = KNOWN.iter().find(|(part, ..)| message.contains(part));
    let (what, hint) = match known {
        Some((_, what, hint)) => (*what, *hint),
        None if NUMBERS.iter().any(|part| message.contains(part)) => (
            "This number or date cannot be read.",
            "Write a number such as 90, a date such as 2026-05-01, a time such as 09:30, and a text in quotation marks.",
        ),
        None => (
            "This cannot be read.",
            "Texts stand in quotation marks, lists in brackets, and every line is `name = value` or a heading.",
        ),
    };
    (what.to_owned(), hint.to_owned())
}

//! L26 questions to ask, L28 checklists.

use std::collections::HashMap;

use super::book::{Book, each};
use super::out::{Out, Scope};
use super::tokens::first_word;
use crate::content::found::At;
use crate::content::raw::{Ask, Checklist};

/// How many questions nobody leaves without asking.
const MUST_ASK: usize = 5;

/// First words that end in s and are commands all the same.
const HISSING: [&str; 14] = [
    "Press", "Discuss", "Pass", "Dress", "Address", "Focus", "Guess", "Process", "Assess",
    "Express", "Cross", "Stress", "Witness", "Toss",
];

/// First words that are no command.
const NO_COMMANDS: [&str; 22] = [
    "The", "A", "An", "You", "Your", "My", "I", "We", "It", "There", "This", "That", "These", "Is",
    "Are", "Was", "What", "How", "Why", "Which", "Who", "They",
];

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.asks, out, ask);
    if out.scope == Scope::Shipped {
        must_ask(book, out);
    }
    each(&book.checklists, out, checklist);
    duplicates(book, out);
}

fn ask(a: &Ask, at: &At<'_>, out: &mut Out<'_>) {
    if !a.text.trim_end().ends_with('?') {
        out.error(
            "L26",
            &at.key("text"),
            "`text` does not end with a question mark.",
            "Ask.",
        );
    }
    if a.do_first.is_empty() && !matches!(a.topic.as_str(), "housekeeping" | "concern") {
        let hint = "Write `do_first`: what to look up before asking.";
        out.error("L26", &at.key("do_first"), "`do_first` is missing.", hint);
    }
}

fn must_ask(book: &Book, out: &mut Out<'_>) {
    let marked = book.asks.iter().filter(|a| a.record.must_ask).count();
    let Some(last) = book.asks.last().filter(|_| marked != MUST_ASK) else {
        return;
    };
    out.leave(last.file);
    let what = format_args!("{marked} questions are marked `must_ask`.");
    out.error(
        "L26",
        &At::top("ask"),
        what,
        format_args!("Mark exactly {MUST_ASK}."),
    );
}

fn checklist(c: &Checklist, at: &At<'_>, out: &mut Out<'_>) {
    let count = c.items.len();
    if !(5..=14).contains(&count) {
        out.error(
            "L28",
            &at.key("items"),
            format_args!("The checklist has {count} items."),
            "Write 5 to 14.",
        );
    }
    if !out.scope.is_english() {
        return;
    }
    for (i, item) in c.items.iter().enumerate() {
        let items = at.key("items");
        let at = items.item(i);
        if !commands(&item.text) {
            let at = at.key("text");
            let what = format_args!(
                "`{at}` does not start with what to do: \"{}\".",
                first_word(&item.text)
            );
            out.error(
                "L28",
                &at,
                what,
                "Start with a command: Write, Ask, Check, Practice, Bring…",
            );
        }
    }
}

/// Whether a line starts with a command, as far as its first word can tell.
fn commands(text: &str) -> bool {
    let first = first_word(text);
    let command = first.strip_suffix("ing").is_none_or(|stem| stem.len() < 3) || first == "Bring";
    let third_person = first.ends_with('s') && !HISSING.contains(&first);
    first.starts_with(char::is_uppercase)
        && command
        && !third_person
        && !NO_COMMANDS.contains(&first)
}

/// The same line in two checklists would be ticked twice.
fn duplicates(book: &Book, out: &mut Out<'_>) {
    let mut seen: HashMap<String, String> = HashMap::new();
    each(&book.checklists, out, |checklist, at, out| {
        for (i, item) in checklist.items.iter().enumerate() {
            let other = seen.insert(item.text.to_lowercase(), checklist.id.clone());
            if let Some(other) = other.filter(|_| !item.text.is_empty()) {
                let what = format_args!("`items[{}]` stands in `{other}` too.", i + 1);
                out.warn(
                    "L28",
                    &at.key("items").item(i).key("text"),
                    what,
                    "Keep it where it belongs.",
                );
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_told_by_its_first_word() {
        for line in [
            "Ask for the date",
            "Bring two pens",
            "Press record once",
            "Do it aloud",
            "Sing the scale",
        ] {
            assert!(commands(line), "{line}");
        }
        for line in [
            "The date",
            "Asking for the date",
            "Asks for the date",
            "your shoes",
            "",
        ] {
            assert!(!commands(line), "{line}");
        }
    }
}

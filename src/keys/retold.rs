//! What is said names keys as they are shipped; who has other ones is told of those.
//!
//! A sentence names a key by its label, before what the key does: `u takes it back`. Only a user with keys of their own
//! ever gets another sentence than the one that stands in the source.

use super::command::Command;
use super::context::Context;
use super::key::Arrows;
use super::keymap::Keymap;
use super::shipped::table;

/// What becomes of the name of a key.
enum Named {
    /// It holds.
    Same,
    /// The key of the user.
    Other(String),
    /// No key does that any more.
    Gone,
}

impl Keymap {
    /// The same words with the keys of the user, as they hold in a context. A part that speaks of a key which was taken
    /// away is left out.
    pub fn retold(&self, words: &str, context: Context, arrows: Arrows) -> String {
        if self.own.is_empty() {
            return words.to_owned();
        }
        let parts = parts(words);
        let told: Vec<String> = parts
            .iter()
            .filter_map(|part| self.part(part, context, arrows))
            .collect();
        let left_out = told.len() < parts.len();
        let words = told.join(" ");
        match words.strip_suffix([';', ':', ',']) {
            Some(cut) if left_out => format!("{cut}."),
            _ => words,
        }
    }

    fn part(&self, part: &str, context: Context, arrows: Arrows) -> Option<String> {
        let words: Vec<&str> = part.split(' ').collect();
        let mut told = Vec::new();
        let mut after_goto = false;
        for (at, word) in words.iter().enumerate() {
            let (name, end) = bare(word);
            let next = words.get(at + 1).copied().unwrap_or_default();
            // Two letters in a row are a place and the key that leads to places.
            let leads = is_letter(name) && is_letter(next);
            let place = if after_goto { Context::Goto } else { context };
            let named = if leads || is_named(name, next) {
                self.named(name, place, arrows)
            } else {
                Named::Same
            };
            match named {
                Named::Same => told.push((*word).to_owned()),
                Named::Other(key) => told.push(format!("{key}{end}")),
                Named::Gone => return None,
            }
            after_goto = leads;
        }
        Some(told.join(" "))
    }

    /// The key that does now what the shipped key of this name does here, or else on the first screen that has it.
    fn named(&self, name: &str, context: Context, arrows: Arrows) -> Named {
        let shipped = Self::default();
        let here = shipped.of_label(context, name, arrows);
        let found = here.map(|command| (context, command)).or_else(|| {
            let mut screens = Context::ALL.iter().filter(|c| !table(**c).layer);
            screens.find_map(|c| Some((*c, shipped.of_label(*c, name, arrows)?)))
        });
        let Some((place, command)) = found else {
            return Named::Same;
        };
        if self.of_label(place, name, arrows) == Some(command) {
            return Named::Same;
        }
        match self.first_key(place, command, arrows) {
            key if key.is_empty() => Named::Gone,
            key => Named::Other(key),
        }
    }

    /// The command of the key with this label.
    fn of_label(&self, context: Context, name: &str, arrows: Arrows) -> Option<Command> {
        let rows = self.rows(context).into_iter();
        let has = |keys: &[super::Key]| keys.iter().any(|key| key.label(arrows) == name);
        rows.filter(|row| has(&row.keys))
            .map(|row| row.command)
            .next()
    }
}

/// The sentences of words, and the halves of those with a semicolon.
fn parts(words: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut ended = true;
    for word in words.split(' ') {
        match parts.last_mut().filter(|_| !ended) {
            Some(part) => *part = format!("{part} {word}"),
            None => parts.push(word.to_owned()),
        }
        ended = word.ends_with(['.', ';', '?', '!']);
    }
    parts
}

/// A word without the marks behind it, and those.
fn bare(word: &str) -> (&str, &str) {
    let name = word.trim_end_matches(['.', ',', ';', ':']);
    if name.is_empty() {
        return (word, "");
    }
    word.split_at_checked(name.len()).unwrap_or((word, ""))
}

/// Whether a word can name a key: a longer name does, a letter only before what it does: `n writes one`.
fn is_named(name: &str, next: &str) -> bool {
    if is_letter(name) {
        bare(next).0.ends_with('s')
    } else {
        name.contains('+') || matches!(name, "Enter" | "Esc" | "Space" | "Tab")
    }
}

fn is_letter(name: &str) -> bool {
    name.len() == 1 && name.starts_with(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::KeyLine;
    use crate::look::Look;

    fn retold(lines: &[(&str, &str, &str)], words: &str, context: Context) -> String {
        let line = |(context, key, command): &(&str, &str, &str)| KeyLine {
            context: (*context).to_owned(),
            key: (*key).to_owned(),
            command: (*command).to_owned(),
            ..KeyLine::default()
        };
        let lines: Vec<KeyLine> = lines.iter().map(line).collect();
        let (map, problems) = Keymap::with("config.toml", &lines);
        assert_eq!(problems, []);
        map.retold(words, context, Look::default().arrows())
    }

    #[test]
    fn a_place_that_two_keys_lead_to_is_named_by_those_of_the_user() {
        let own = [("browse", "f8", "goto"), ("browse", "g", "")];
        let words = "mine.toml needs a look. g m tells what and where.";
        assert_eq!(
            retold(&own, words, Context::Journal),
            "mine.toml needs a look. F8 m tells what and where."
        );
    }

    const DRAFT: &str = "There is a draft from before. n goes on with it.";

    #[test]
    fn words_name_the_keys_of_the_user() {
        let own = [("journal", "w", "new"), ("journal", "n", "")];
        assert_eq!(
            retold(&own, DRAFT, Context::Journal),
            "There is a draft from before. w goes on with it."
        );
        // Elsewhere the key is what it was.
        assert_eq!(retold(&own, DRAFT, Context::Roadmap), DRAFT);
        assert_eq!(retold(&[], DRAFT, Context::Journal), DRAFT);
        let own = [("area", "f2", "save"), ("area", "ctrl+s", "")];
        assert_eq!(
            retold(
                &own,
                "Saved up to there. Ctrl+S saves the rest.",
                Context::Area
            ),
            "Saved up to there. F2 saves the rest."
        );
    }

    #[test]
    fn a_key_that_was_taken_away_is_not_named() {
        let own = [("journal", "n", "")];
        assert_eq!(
            retold(&own, DRAFT, Context::Journal),
            "There is a draft from before."
        );
        let halves = "v lists them; n adds the job you are after.";
        let own = [("roadmap", "n", "")];
        assert_eq!(retold(&own, halves, Context::Roadmap), "v lists them.");
    }

    #[test]
    fn a_letter_that_is_a_word_is_no_key() {
        let own = [("browse", "f7", "note"), ("browse", "a", "")];
        let words = "Closed; a goes on with it. A note has a thought in it, a call.";
        assert_eq!(
            retold(&own, words, Context::Journal),
            "Closed; F7 goes on with it. A note has a thought in it, a call."
        );
    }
}

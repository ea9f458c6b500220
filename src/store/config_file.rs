//! `config.toml`: looks, manners and keys.
//!
//! Written by hand more often than any other file, so nothing in it stops the program: what cannot be
//! understood is told with its line and the nearest name, and the rest counts.

use serde::Deserialize;
use serde::de::IntoDeserializer as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_edit::{Array, Table};

use super::toml_in::{self, FORMAT, shown};
use super::toml_out::{Lines, word};
use super::weave::Edited;
use crate::content::hint::nearest;
use crate::content::place;
use crate::domain::order::InOrder;
use crate::domain::settings::{Config, KeyLine};
use crate::domain::sound::KEPT_DAYS;
use crate::problem::{Place, Problem, Severity};

/// Every key of the top level, in the order they are written.
const KEYS: [&str; 14] = [
    "format",
    "theme",
    "glyphs",
    "announce",
    "bell",
    "mouse",
    "editor",
    "record",
    "keep_recordings",
    "read_aloud",
    "recorder",
    "player",
    "reader",
    "keys",
];

/// Reads the settings: what can be understood, and everything that cannot.
pub fn read(file: &str, bytes: &[u8]) -> (Config, Vec<Problem>) {
    let mut config = Config::default();
    let text = match toml_in::utf8(file, bytes) {
        Ok(text) => text,
        Err(problem) => return (config, vec![*problem]),
    };
    let (root, _) = DeTable::parse_recoverable(text);
    let mut problems = place::broken(file, text);
    // After a mistake in the syntax the reader guesses; what it guessed is not worth warnings of its own.
    let guessed = !problems.is_empty();
    let mut reader = Reader {
        file,
        text,
        problems: Vec::new(),
    };
    for (key, value) in root.get_ref() {
        reader.entry(&mut config, key, value);
    }
    if !guessed {
        problems.append(&mut reader.problems);
    }
    problems.order_by_key(|problem| problem.place);
    (config, problems)
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

type Key<'i> = Spanned<toml::de::DeString<'i>>;
type Held<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    fn warn(&mut self, at: usize, what: &str, hint: &str) {
        self.problems.push(place::at_byte(
            self.file,
            self.text,
            at,
            Severity::Warning,
            what,
            hint,
        ));
    }

    fn entry(&mut self, config: &mut Config, key: &Key<'_>, value: &Held<'_>) {
        let sound = &mut config.sound;
        match key.get_ref().as_ref() {
            "format" => self.format(value),
            "theme" => {
                if let Some(theme) = self.value::<String>(value, "the name of a theme") {
                    config.theme = shown(theme);
                }
            }
            "glyphs" => {
                let words = "\"auto\", \"unicode\" or \"ascii\"";
                config.glyphs = self.value(value, words).unwrap_or(config.glyphs);
            }
            "announce" => {
                let words = "\"seconds\", \"minutes\" or \"marks\"";
                config.announce = self.value(value, words).unwrap_or(config.announce);
            }
            "bell" => config.bell = self.value(value, "true or false").unwrap_or(config.bell),
            "mouse" => config.mouse = self.value(value, "true or false").unwrap_or(config.mouse),
            "editor" => self.program(&mut config.editor, value, "[\"code\", \"--wait\"]"),
            "record" => sound.record = self.value(value, "true or false").unwrap_or(sound.record),
            "keep_recordings" => {
                let words = "a number of days, or 0 for always";
                sound.kept_days = self.value(value, words).unwrap_or(sound.kept_days);
            }
            "read_aloud" => {
                sound.reads = self.value(value, "true or false").unwrap_or(sound.reads);
            }
            "recorder" => self.program(&mut sound.recorder, value, "[\"parec\", \"--raw\"]"),
            "player" => self.program(&mut sound.player, value, "[\"aplay\", \"{file}\"]"),
            "reader" => self.program(&mut sound.reader, value, "[\"espeak-ng\", \"--stdin\"]"),
            "keys" => self.contexts(config, value),
            unknown => self.unknown(key, unknown),
        }
    }

    fn unknown(&mut self, key: &Key<'_>, name: &str) {
        let hint = match nearest(name, KEYS.into_iter()) {
            Some(known) => format!("Did you mean `{known}`?"),
            None => "It is left as it is and does nothing.".to_owned(),
        };
        self.warn(
            key.span().start,
            &format!("There is no setting `{name}`."),
            &hint,
        );
    }

    fn format(&mut self, value: &Held<'_>) {
        match self.value::<i64>(value, "1") {
            Some(format) if format > FORMAT => {
                self.problems.push(toml_in::newer(self.file, format));
            }
            _ => {}
        }
    }

    /// A list of a program and its arguments, or one string that is cut at blanks.
    fn program(&mut self, program: &mut Vec<String>, value: &Held<'_>, such: &str) {
        let words = format!("a list such as {such}");
        if let DeValue::String(line) = value.get_ref() {
            *program = line.split_whitespace().map(str::to_owned).collect();
        } else if let Some(list) = self.value::<Vec<String>>(value, &words) {
            *program = list;
        }
    }

    /// `[keys.<context>]` tables: a key, and the name of a command or nothing to unbind it.
    fn contexts(&mut self, config: &mut Config, value: &Held<'_>) {
        let hint = "Write [keys.journal] and under it: \"ctrl+e\" = \"edit\".";
        let DeValue::Table(contexts) = value.get_ref() else {
            self.warn(
                value.span().start,
                "`keys` holds a section for each screen.",
                hint,
            );
            return;
        };
        for (context, bindings) in contexts {
            let DeValue::Table(bindings) = bindings.get_ref() else {
                let what = format!(
                    "`{}` stands outside of a section for a screen.",
                    context.get_ref()
                );
                self.warn(context.span().start, &what, hint);
                continue;
            };
            let heading = self.line_at(context);
            for (key, command) in bindings {
                if let Some(command) = self.value::<String>(command, "the name of a command") {
                    config.keys.push(KeyLine {
                        context: shown(context.get_ref().to_string()),
                        key: shown(key.get_ref().to_string()),
                        command: shown(command),
                        at: self.line_at(key),
                        heading: heading.clone(),
                    });
                }
            }
        }
        config.keys.order_by_key(|line| line.at.0);
    }

    /// The place of a key with its line.
    fn line_at(&self, key: &Key<'_>) -> (Place, String) {
        let at = key.span().start;
        let seen = place::at_byte(self.file, self.text, at, Severity::Warning, "", "");
        (seen.place, seen.line_text)
    }

    /// A value of a type; a warning and nothing when it is another one.
    fn value<T: for<'de> Deserialize<'de>>(&mut self, value: &Held<'_>, words: &str) -> Option<T> {
        let read = T::deserialize(value.clone().into_deserializer());
        if read.is_err() {
            let what = "This value is not one of those that are understood; the usual one is used.";
            self.warn(value.span().start, what, &format!("Write {words}."));
        }
        read.ok()
    }
}

impl Edited for Config {
    fn read(file: &str, bytes: &[u8]) -> Result<(Self, i64), Box<Problem>> {
        let (config, problems) = read(file, bytes);
        if let Some(error) = problems.into_iter().find(|p| p.severity == Severity::Error) {
            return Err(Box::new(error));
        }
        let text = toml_in::utf8(file, bytes)?;
        Ok((config, toml_in::stated_format(text).unwrap_or(FORMAT)))
    }

    fn proof(file: &str, bytes: &[u8]) -> Vec<Problem> {
        read(file, bytes).1
    }

    fn names() -> &'static [&'static str] {
        &KEYS
    }

    /// Without the `[keys]`: only a person writes those.
    fn table(&self) -> Table {
        let program = |words: &Vec<String>| (!words.is_empty()).then(|| Array::from_iter(words));
        let sound = &self.sound;
        // What nobody has changed is not written: most people never need it.
        let days = Some(i64::from(sound.kept_days));
        Lines::new()
            .put("format", FORMAT)
            .put("theme", self.theme.as_str())
            .put("glyphs", word(self.glyphs))
            .put("announce", word(self.announce))
            .put("bell", self.bell)
            .put("mouse", self.mouse)
            .maybe("editor", program(&self.editor))
            .maybe("record", sound.record.then_some(true))
            .maybe(
                "keep_recordings",
                days.filter(|_| sound.kept_days != KEPT_DAYS),
            )
            .maybe("read_aloud", sound.reads.then_some(true))
            .maybe("recorder", program(&sound.recorder))
            .maybe("player", program(&sound.player))
            .maybe("reader", program(&sound.reader))
            .done()
    }
}

#[cfg(test)]
mod tests;

//! Turns `assets/keymap.toml` into a table of plain rows.
//!
//! The program's own tables of commands and contexts and its parser of key names are compiled in here, so a
//! name that does not exist stops the build with the place where it stands.

#[path = "../keys/command.rs"]
#[expect(dead_code, reason = "the program uses the rest of it")]
mod command;
#[path = "../keys/context.rs"]
#[expect(dead_code, reason = "the program uses the rest of it")]
mod context;
#[path = "../keys/key.rs"]
#[expect(dead_code, reason = "the program uses the rest of it")]
mod key;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use command::Command;
use context::Context;
use key::Key;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const FILE: &str = "assets/keymap.toml";

/// Entries of a context's table that are not keys.
const WORDS: [&str; 7] = [
    "layer", "inherits", "letters", "alias", "override", "say", "hints",
];

/// Writes the rows into the build folder.
pub fn prepare() {
    let text = fs::read_to_string(FILE).unwrap_or_else(|e| panic!("{FILE}: {e}"));
    let root = DeTable::parse(&text).unwrap_or_else(|e| panic!("{FILE}: {e}"));
    let map = Map {
        text: &text,
        root: root.get_ref(),
    };
    let folder = env::var("OUT_DIR").expect("cargo gives build scripts a folder");
    let file = Path::new(&folder).join("keymap.rs");
    fs::write(&file, map.rows()).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
}

type Value<'a> = Spanned<DeValue<'a>>;

/// The parsed file with its text, which places in messages are counted in.
struct Map<'a> {
    text: &'a str,
    root: &'a DeTable<'a>,
}

impl<'a> Map<'a> {
    fn rows(&self) -> String {
        for (name, value) in self.root {
            let known = Context::named(name.get_ref()).is_some()
                || matches!(&**name.get_ref(), "rules" | "letters");
            assert!(
                known,
                "{}: there is no context `{}`",
                self.place(value),
                name.get_ref()
            );
        }
        let mut out = self.rules();
        let count = Context::ALL.len();
        writeln!(out, "pub(super) static TABLES: [Table; {count}] = [")
            .expect("a string takes all");
        for &context in Context::ALL {
            let table = self.root.get(context.name());
            let table = table
                .unwrap_or_else(|| panic!("{FILE}: the context `{}` has no table", context.name()));
            out.push_str(&self.table(context, self.as_table(table)));
        }
        out.push_str("];\n");
        out
    }

    fn table(&self, context: Context, table: &'a DeTable<'a>) -> String {
        let strings = |word: &str| table.get(word).map(|v| self.strings(v)).unwrap_or_default();
        let mut out = String::from("Table {\n");
        let mut field = |name: &str, value: String| {
            writeln!(out, "    {name}: {value},").expect("a string takes all");
        };
        let layer = table.get("layer").is_some();
        field("layer", layer.to_string());
        field(
            "letters",
            format!("Letters::{}", self.letters(context, table)),
        );
        field(
            "inherits",
            list(strings("inherits").iter().map(|(v, s)| {
                let layer = Context::named(s)
                    .unwrap_or_else(|| panic!("{}: there is no layer `{s}`", self.place(v)));
                format!("Context::{}", layer.variant())
            })),
        );
        field(
            "aliases",
            list(strings("alias").iter().map(|(v, s)| self.key(v, s))),
        );
        field("says", list(self.says(table)));
        field(
            "hints",
            list(strings("hints").iter().map(|(v, s)| self.hint(v, s))),
        );
        field("bindings", list(self.bindings(table)));
        out.push_str("},\n");
        out
    }

    fn rules(&self) -> String {
        let rules = self.as_table(self.root.get("rules").expect("[rules] of the keymap"));
        let keys =
            |value: &'a Value<'a>| list(self.strings(value).iter().map(|(v, s)| self.key(v, s)));
        let never = list(
            ordered(self.as_table(rules.get("never").expect("`never` of [rules]"))).map(
                |(name, value)| {
                    let sent = self.key(value, self.string(value));
                    format!("({}, {sent})", self.key(value, name.get_ref()))
                },
            ),
        );
        let avoid = keys(rules.get("avoid").expect("`avoid` of [rules]"));
        let only = list(
            ordered(self.as_table(rules.get("only").expect("`only` of [rules]"))).map(
                |(name, value)| {
                    let command = self.command(value, self.string(value));
                    format!("({}, {command})", self.key(value, name.get_ref()))
                },
            ),
        );
        let text = list(
            ordered(
                self.as_table(
                    rules
                        .get("text-exceptions")
                        .expect("`text-exceptions` of [rules]"),
                ),
            )
            .map(|(name, value)| {
                let context =
                    Context::named(name.get_ref()).expect("a context of `text-exceptions`");
                format!("(Context::{}, {})", context.variant(), keys(value))
            }),
        );
        format!(
            "pub(super) static NEVER: &[(Key, Key)] = {never};\n\
             #[cfg(test)]\n\
             pub(super) static AVOID: &[Key] = {avoid};\n\
             pub(super) static ONLY: &[(Key, Command)] = {only};\n\
             pub(super) static TEXT_EXCEPTIONS: &[(Context, &[Key])] = {text};\n"
        )
    }

    fn bindings(&self, table: &'a DeTable<'a>) -> Vec<String> {
        ordered(table)
            .filter(|(name, _)| !WORDS.contains(&&**name.get_ref()))
            .map(|(name, value)| {
                let command = self.command(value, self.string(value));
                format!("({}, {command})", self.key(value, name.get_ref()))
            })
            .collect()
    }

    fn says(&self, table: &'a DeTable<'a>) -> Vec<String> {
        let Some(says) = table.get("say") else {
            return Vec::new();
        };
        ordered(self.as_table(says))
            .map(|(name, value)| {
                format!(
                    "({}, {:?})",
                    self.command(value, name.get_ref()),
                    self.string(value)
                )
            })
            .collect()
    }

    /// `main start`, `up+down choose` or `level-1..level-4 rate`.
    fn hint(&self, value: &Value<'_>, hint: &str) -> String {
        let (what, label) = hint
            .split_once(' ')
            .unwrap_or_else(|| panic!("{}: a hint needs a label", self.place(value)));
        let command = |name: &str| self.command(value, name);
        let hinted = if let Some((a, b)) = what.split_once("..") {
            format!("Hinted::Range({}, {})", command(a), command(b))
        } else if let Some((a, b)) = what.split_once('+') {
            format!("Hinted::Pair({}, {})", command(a), command(b))
        } else {
            format!("Hinted::One({})", command(what))
        };
        format!("({hinted}, {label:?})")
    }

    fn letters(&self, context: Context, table: &'a DeTable<'a>) -> &'static str {
        let value = table
            .get("letters")
            .unwrap_or_else(|| panic!("{FILE}: [{}] needs `letters`", context.name()));
        match self.string(value) {
            "command" => "Command",
            "text" => "Text",
            "search" => "Search",
            "dead" => "Dead",
            "next-line" => "NextLine",
            other => panic!("{}: `letters` cannot be `{other}`", self.place(value)),
        }
    }

    fn command(&self, at: &Value<'_>, name: &str) -> String {
        let command = Command::named(name)
            .unwrap_or_else(|| panic!("{}: there is no command `{name}`", self.place(at)));
        format!("Command::{}", command.variant())
    }

    fn key(&self, at: &Value<'_>, name: &str) -> String {
        let key = Key::parse(name)
            .unwrap_or_else(|| panic!("{}: there is no key `{name}`", self.place(at)));
        let Key {
            code,
            ctrl,
            alt,
            shift,
        } = key;
        format!("Key {{ code: Code::{code:?}, ctrl: {ctrl}, alt: {alt}, shift: {shift} }}")
    }

    fn as_table(&self, value: &'a Value<'a>) -> &'a DeTable<'a> {
        match value.get_ref() {
            DeValue::Table(table) => table,
            _ => panic!("{}: a table is wanted here", self.place(value)),
        }
    }

    fn string(&self, value: &'a Value<'a>) -> &'a str {
        match value.get_ref() {
            DeValue::String(string) => string,
            _ => panic!("{}: a string is wanted here", self.place(value)),
        }
    }

    fn strings(&self, value: &'a Value<'a>) -> Vec<(&'a Value<'a>, &'a str)> {
        match value.get_ref() {
            DeValue::Array(array) => array.iter().map(|v| (v, self.string(v))).collect(),
            _ => panic!("{}: a list is wanted here", self.place(value)),
        }
    }

    fn place(&self, value: &Value<'_>) -> String {
        let before = self.text.as_bytes().iter().take(value.span().start);
        format!("{FILE}:{}", before.filter(|b| **b == b'\n').count() + 1)
    }
}

/// Entries as they stand in the file: the first key of a command is the one that is shown.
fn ordered<'a>(
    table: &'a DeTable<'a>,
) -> impl Iterator<Item = (&'a Spanned<std::borrow::Cow<'a, str>>, &'a Value<'a>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries.into_iter()
}

fn list(items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<_> = items.into_iter().collect();
    format!("&[{}]", items.join(", "))
}

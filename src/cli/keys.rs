//! `greenroom keys`: every key, as it works with the user's settings.

use super::args::KeysArgs;
use super::words::hanging;
use super::world::{Exit, World};
use crate::keys::command::{Command, Flag};
use crate::keys::context::Context;
use crate::keys::key::{Arrows, Key};
use crate::keys::keymap::{Keymap, Row};
use crate::look::glyphs::{ASCII, UNICODE};
use crate::store::layout;

/// Columns of the keys before the sentence.
const KEY_COLUMNS: usize = 22;

/// Prints the tables.
pub fn run(args: &KeysArgs, world: &mut World<'_, '_>) -> Exit {
    let (config, mut problems) = world.home.load_config();
    let (keymap, clashes) = Keymap::with(layout::CONFIG, &config.keys);
    problems.extend(clashes);
    let arrows = arrows(args.markdown, world);
    for &context in Context::ALL {
        let rows = own_rows(&keymap, context);
        if !rows.is_empty() {
            let lines = rows
                .iter()
                .map(|r| (keys(r, arrows, args.markdown), r.sentence, r.command.name()));
            let title = format!("{}  [keys.{}]", context.title(), context.name());
            table(args.markdown, &title, lines, world);
        }
    }
    let keyless = Command::ALL.iter().filter(|c| c.is(Flag::Keyless));
    let lines = keyless.map(|c| (String::new(), c.sentence(), c.name()));
    table(args.markdown, "In the command palette", lines, world);
    world.warn(&problems);
    Exit::Done
}

/// Arrows as the terminal can show them; in Markdown as everybody can.
fn arrows(markdown: bool, world: &World<'_, '_>) -> Arrows {
    if !markdown && world.env.terminal().wants_ascii() {
        ASCII.arrows
    } else {
        UNICODE.arrows
    }
}

/// The rows that speak of a context, without those of the layers under it that mean the same everywhere.
fn own_rows(keymap: &Keymap, context: Context) -> Vec<Row> {
    let mut rows = keymap.rows(context);
    rows.retain(|row| row.is_of(context));
    rows
}

fn keys(row: &Row, arrows: Arrows, markdown: bool) -> String {
    let label = |key: &Key| {
        let label = key.label(arrows);
        if markdown {
            format!("`{}`", label.replace('|', "\\|"))
        } else {
            label
        }
    };
    let labels: Vec<String> = row.keys.iter().map(label).collect();
    labels.join(if markdown { " " } else { ", " })
}

fn table<'a>(
    markdown: bool,
    title: &str,
    lines: impl Iterator<Item = (String, &'a str, &'a str)>,
    world: &mut World<'_, '_>,
) {
    if markdown {
        let title = title.replacen("  [", " `[", 1).replace(']', "]`");
        world.out.text(format_args!(
            "## {title}\n\n| Key | What it does | Name |\n|---|---|---|\n"
        ));
    } else {
        world.out.line(title);
    }
    for (keys, sentence, name) in lines {
        if markdown {
            let row = format_args!("| {keys} | {sentence} | `{name}` |");
            world.out.line(row);
        } else {
            let head = format!("{keys:KEY_COLUMNS$} ");
            let sentence = format!("{sentence} ({name})");
            world
                .out
                .line(hanging(&head, &sentence.replace('…', "..."), 2));
        }
    }
    world.out.blank();
}

#[cfg(test)]
mod tests {
    use crate::cli::trial::Trial;

    #[test]
    fn every_table_is_printed_and_fits() {
        let done = Trial::new().run(&["keys"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        for word in [
            "Everywhere  [keys.any]\n",
            "While typing  [keys.text]\n",
            "Ctrl+S",
            "In the command palette",
            "(half-down)",
            "(talks)",
        ] {
            assert!(done.out.contains(word), "{word}");
        }
        let wide = done.out.lines().find(|l| l.chars().count() > 80);
        assert_eq!(wide, None);
    }

    #[test]
    fn keys_of_ones_own_are_in_it_and_a_clash_is_told_with_its_line() {
        let trial = Trial::new();
        let config = "format = 1\n[keys.journal]\n\"f7\" = \"edit\"\n\"f8\" = \"no-such\"\n";
        trial.put("config.toml", config);
        let done = trial.run(&["keys", "--markdown"]);
        assert!(done.out.contains("`F7`"), "{}", done.out);
        assert!(done.err.contains("config.toml:4"), "{}", done.err);
    }

    #[test]
    fn plain_terminals_get_plain_arrows() {
        let done = Trial::new().with_env("TERM", "linux").run(&["keys"]);
        assert!(done.out.is_ascii());
    }
}

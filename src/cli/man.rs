//! `greenroom man`: the manual page, from the same definitions as the help.

use std::io;

use clap::{Arg, Command, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};

use super::args::Cli;
use super::paper::Paper;
use super::world::Exit;

const DESCRIPTION: &[&str] = &[
    "Greenroom is a practice studio for job interviews: a roadmap of the stages, timed mock questions in random \
     order, and a journal for after the interview. Without a command it opens the studio; ? shows the keys of \
     every screen.",
    "It works offline. There is no account, no network code and no telemetry. Everything you write stays in \
     plain TOML files in one folder of yours.",
];

/// What may never break, in plain words.
const PROMISES: &[&str] = &[
    "When the screen says saved, it is on the disk and survives a kill, a power cut and a full disk.",
    "Typed text older than two seconds survives a kill as a draft, which the next start offers.",
    "A save that cannot be done says so and why; the text stays on the screen and the old file stays whole.",
    "Every file is plain TOML that you may edit. Comments and unknown keys stay. A broken file is named with its \
     line, and the rest still loads.",
    "Two studios, an editor and a sync tool may work on the folder: nothing is overwritten unseen.",
    "Deleting goes to a dated trash. A repair keeps a copy first.",
    "Packs are data: they run nothing, reach no file outside their folder, and cannot steer your terminal.",
    "No network socket is ever opened.",
    "However it ends, your terminal is usable afterward.",
];

const FILES: &[(&str, &str)] = &[
    (
        "~/.local/share/greenroom/",
        "Your files: journal, practice, applications, own questions, packs, drafts, trash. \
         Another folder with --home or $GREENROOM_HOME.",
    ),
    (
        "~/.config/greenroom/config.toml",
        "Settings: theme, symbols, clock, keys, editor. With --home or $GREENROOM_HOME it lies in that folder.",
    ),
];

const ENVIRONMENT: &[(&str, &str)] = &[
    ("GREENROOM_HOME", "The folder with your files and settings."),
    (
        "XDG_DATA_HOME, XDG_CONFIG_HOME",
        "Where the folders above lie.",
    ),
    (
        "VISUAL, EDITOR",
        "Your editor, where the settings name none.",
    ),
    ("NO_COLOR", "Any value: no colors."),
    ("TERM", "With dumb, lines instead of a screen."),
];

const EXITS: &[(&str, &str)] = &[
    ("0", "Done."),
    (
        "1",
        "Something was found or failed; it is said on standard error with what to do.",
    ),
    ("2", "Wrong usage, or the studio without a terminal."),
];

/// Prints the page.
pub fn run(out: &mut Paper<'_>) -> Exit {
    match page() {
        Ok(page) => {
            out.text(String::from_utf8_lossy(&page));
            Exit::Done
        }
        Err(_) => Exit::Found,
    }
}

fn page() -> io::Result<Vec<u8>> {
    let mut command = Cli::command();
    command.build();
    let man = Man::new(command.clone()).manual("Greenroom");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    let mut roff = Roff::new();
    section(&mut roff, "DESCRIPTION", DESCRIPTION);
    roff.control("SH", ["OPTIONS"]);
    options(&mut roff, command.get_arguments());
    roff.control("SH", ["COMMANDS"]);
    for sub in told(&command) {
        subcommand(&mut roff, "greenroom", sub);
    }
    list(&mut roff, "EXIT STATUS", EXITS);
    list(&mut roff, "FILES", FILES);
    list(&mut roff, "ENVIRONMENT", ENVIRONMENT);
    roff.control("SH", ["PROMISES"]);
    for promise in PROMISES {
        roff.control("IP", ["\\(bu", "2"]);
        roff.text([roman(*promise)]);
    }
    roff.to_writer(&mut page)?;
    Ok(page)
}

fn section(roff: &mut Roff, title: &str, paragraphs: &[&str]) {
    roff.control("SH", [title]);
    for paragraph in paragraphs {
        roff.control("PP", []);
        roff.text([roman(*paragraph)]);
    }
}

fn list(roff: &mut Roff, title: &str, rows: &[(&str, &str)]) {
    roff.control("SH", [title]);
    for (name, text) in rows {
        roff.control("TP", []);
        roff.text([bold(*name)]);
        roff.text([roman(*text)]);
    }
}

/// One sub-command: what it does, its own options, its examples; then those below it.
fn subcommand(roff: &mut Roff, name: &str, command: &Command) {
    let name = format!("{name} {}", command.get_name());
    roff.control("SS", [name.as_str()]);
    if let Some(about) = command.get_about() {
        roff.text([roman(format!("{about}."))]);
    }
    options(roff, command.get_arguments().filter(|a| !a.is_global_set()));
    if let Some(examples) = command.get_before_help() {
        roff.control("PP", []);
        roff.control("nf", []);
        for line in examples.to_string().lines() {
            roff.text([roman(line)]);
        }
        roff.control("fi", []);
    }
    for below in told(command) {
        subcommand(roff, &name, below);
    }
}

/// The sub-commands of a command that are worth telling.
fn told(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|c| c.get_name() != "help")
}

fn options<'a>(roff: &mut Roff, arguments: impl Iterator<Item = &'a Arg>) {
    let told = arguments
        .filter(|a| !a.is_hide_set() && !matches!(a.get_id().as_str(), "help" | "version"));
    for argument in told {
        roff.control("TP", []);
        let mut head = Vec::new();
        if let Some(long) = argument.get_long() {
            head.push(bold(format!("--{long}")));
        }
        if argument.get_action().takes_values() {
            let names = argument.get_value_names().unwrap_or_default();
            let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
            head.push(roman(if head.is_empty() { "" } else { " " }));
            head.push(italic(names.join(" ")));
        }
        roff.text(head);
        let help = argument
            .get_help()
            .map(ToString::to_string)
            .unwrap_or_default();
        let values = argument.get_possible_values();
        let names: Vec<&str> = values
            .iter()
            .map(clap::builder::PossibleValue::get_name)
            .collect();
        let closed = argument.get_action().takes_values() && !names.is_empty();
        let one_of = if closed {
            format!(" One of: {}.", names.join(", "))
        } else {
            String::new()
        };
        roff.text([roman(format!("{help}.{one_of}"))]);
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::trial::Trial;

    #[test]
    fn m89_the_page_has_every_command_exit_code_and_promise() {
        let done = Trial::new().run(&["man"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        for word in [
            ".SS \"greenroom drill\"",
            ".SS \"greenroom export\"",
            ".SS \"greenroom pack add\"",
            "\\-\\-dry\\-run",
            ".SH \"EXIT STATUS\"",
            ".SH PROMISES",
            "GREENROOM_HOME",
            "behavioral\\-assessment",
        ] {
            assert!(done.out.contains(word), "{word}\n{}", done.out);
        }
    }
}

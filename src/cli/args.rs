//! What may stand on the command line. Help, manual page and completions all come from these definitions.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::domain::library::{Kind, StageId};

mod drill;
mod pack;
mod print;
mod review;

pub use drill::DrillArgs;
pub use pack::{PackAddArgs, PackArgs, PackCommand, PackNewArgs, PackPreviewArgs, PackRemoveArgs};
pub use print::{PrintArgs, Printed};
pub use review::ReviewArgs;

const EXAMPLES: &str = "\
Examples:
  greenroom                           open the studio
  greenroom drill --stage panel       practice at once
  greenroom next                      what to do now, and why
  greenroom add \"She asked about X.\"  a note, saved before it returns
  greenroom --home ~/mara             another person's folder";

const HOME: &str = "Folder with your files (default: $GREENROOM_HOME, else your data folder)";

/// What the exit codes mean; also in the manual page.
pub const EXITS: &str = "\
Exit codes: 0 done; 1 something was found or failed, said on standard error
with what to do; 2 wrong usage.";

const ABOUT: &str = "A practice studio for job interviews, in the terminal. Offline.";

/// The whole command line.
#[derive(Debug, Default, Parser)]
#[command(
    name = "greenroom",
    version,
    about = ABOUT,
    before_help = EXAMPLES,
    after_help = EXITS,
    max_term_width = 80,
    propagate_version = true,
    subcommand_value_name = "COMMAND"
)]
pub struct Cli {
    /// What counts for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do; without one the studio opens.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What counts for every command.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// Folder with your files
    #[arg(long, value_name = "DIR", global = true, help = HOME)]
    pub home: Option<PathBuf>,
    /// Draw the same questions in the same order again
    #[arg(long, value_name = "N", global = true)]
    pub seed: Option<u64>,
    /// Lines instead of a screen, for screen readers and pipes
    #[arg(long, global = true)]
    pub plain: bool,
    /// Theme for this run
    #[arg(long, value_name = "NAME", global = true)]
    pub theme: Option<String>,
    /// Hide names of people and employers
    #[arg(long, global = true)]
    pub hide_names: bool,
}

/// The sub-commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Go straight into a sitting
    #[command(before_help = "\
Examples:
  greenroom drill
  greenroom drill --stage panel --minutes 20
  greenroom drill --blueprint panel-45
  greenroom drill --scenario exploding-offer
  greenroom drill --items self-report --count 24
  greenroom drill --kind behavioral --competency conflict --count 3 --seed 7")]
    Drill(DrillArgs),
    /// The one best thing to do now, and why
    #[command(before_help = "Example:\n  greenroom next")]
    Next(JsonArgs),
    /// What is coming up and due
    #[command(before_help = "Example:\n  greenroom today")]
    Today(JsonArgs),
    /// Write a quick note into the journal
    #[command(before_help = "\
Examples:
  greenroom add \"The panel wants numbers.\" --at acme
  pbpaste | greenroom add -")]
    Add(AddArgs),
    /// List and search the questions
    #[command(before_help = "\
Examples:
  greenroom questions --stage panel
  greenroom questions --kind behavioral --search deadline
  greenroom questions --json > questions.json")]
    Questions(QuestionsArgs),
    /// Write, add, look at and take away question packs
    #[command(
        before_help = "\
Examples:
  greenroom pack new
  greenroom pack add night-shift.toml
  greenroom pack preview night-shift.toml | less",
        subcommand_value_name = "COMMAND"
    )]
    Pack(PackArgs),
    /// Look for mistakes in packs and your files
    #[command(before_help = "\
Examples:
  greenroom check
  greenroom check my-pack.toml
  greenroom check packs/ --format short")]
    Check(CheckArgs),
    /// Recover torn files and remove what a killed run left behind
    #[command(before_help = "\
Examples:
  greenroom repair --dry-run
  greenroom repair")]
    Repair(RepairArgs),
    /// Write what you have down in a form for other programs or people
    #[command(before_help = "\
Examples:
  greenroom export md --what journal --out journal.md
  greenroom export md --sitting last
  greenroom export anki --pack mine --out cards.txt
  greenroom export ics --out interviews.ics
  greenroom export vcf --out people.vcf
  greenroom export json > everything.json")]
    Export(ExportArgs),
    /// A page about an interview, as text for paper
    #[command(before_help = "\
Examples:
  greenroom print last-ten | lpr
  greenroom print brief --for acme
  greenroom print scorecard --for acme
  greenroom print questions > questions.txt")]
    Print(PrintArgs),
    /// Make practice questions of a list, or take in what a coach sent back
    #[command(before_help = "\
Examples:
  greenroom import questions.md --dry-run
  greenroom import questions.md deck.txt
  greenroom import export.csv --into mine
  greenroom import return-2026-11-30-panel.toml")]
    Import(ImportArgs),
    /// Look at answers that were handed in, and write the file that goes back
    #[command(before_help = "Example:\n  greenroom review hand-in-2026-11-30-panel.toml")]
    Review(ReviewArgs),
    /// Every key, as it works with your settings
    #[command(before_help = "Example:\n  greenroom keys --markdown > keys.md")]
    Keys(KeysArgs),
    /// What this computer and your settings look like, to paste into a report
    #[command(before_help = "Example:\n  greenroom doctor")]
    Doctor,
    /// The JSON Schema of packs, so that editors complete and check them
    #[command(before_help = "\
Examples:
  greenroom schema > pack.json
  greenroom schema --markdown")]
    Schema(SchemaArgs),
    /// Print completions for a shell
    #[command(before_help = "\
Examples:
  greenroom completions bash > ~/.local/share/bash-completion/completions/greenroom
  greenroom completions fish > ~/.config/fish/completions/greenroom.fish")]
    Completions(CompletionsArgs),
    /// Print the manual page
    #[command(before_help = "Example:\n  greenroom man | man -l -")]
    Man,
}

/// `greenroom next` and `greenroom today`.
#[derive(Debug, Default, Args)]
pub struct JsonArgs {
    /// For programs
    #[arg(long)]
    pub json: bool,
}

/// `greenroom add`.
#[derive(Debug, Default, Args)]
pub struct AddArgs {
    /// The note; - reads it from standard input
    #[arg(required = true, value_name = "TEXT|-")]
    pub text: Vec<String>,
    /// The application it belongs to: its id or the employer
    #[arg(long, value_name = "APPLICATION")]
    pub at: Option<String>,
}

/// `greenroom questions`.
#[derive(Debug, Default, Args)]
pub struct QuestionsArgs {
    /// Asked at this stage
    #[arg(long, value_name = "ID", value_parser = stages())]
    pub stage: Option<StageId>,
    /// Of this kind; may be given several times
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    pub kind: Vec<Kind>,
    /// About this competency; may be given several times
    #[arg(long, value_name = "ID")]
    pub competency: Vec<String>,
    /// For this field of work, such as nursing
    #[arg(long, value_name = "ID")]
    pub role: Option<String>,
    /// Of this pack; may be given several times
    #[arg(long, value_name = "ID")]
    pub pack: Vec<String>,
    /// With all these words
    #[arg(long, value_name = "WORDS", num_args = 1..)]
    pub search: Vec<String>,
    /// For programs
    #[arg(long)]
    pub json: bool,
}

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// With the line and how to mend it
    #[default]
    Human,
    /// For programs
    Json,
    /// One line each, with the place
    Short,
}

/// `greenroom check`.
#[derive(Debug, Default, Args)]
pub struct CheckArgs {
    /// Packs, folders of packs or your own files (default: everything of yours)
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Also the library inside the program, and first tables of what it covers
    #[arg(long)]
    pub coverage: bool,
    /// How findings are told
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
}

/// `greenroom repair`.
#[derive(Debug, Default, Args)]
pub struct RepairArgs {
    /// Only say what would be done
    #[arg(long)]
    pub dry_run: bool,
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For programs
    Json,
    /// Markdown, for people
    Md,
    /// A table for spreadsheets
    Csv,
    /// Cards for Anki, as text
    Anki,
    /// A calendar with your interviews, and with what is to be sent on a day
    Ics,
    /// Contacts: the people of your interviews
    Vcf,
}

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Questions with what is kept with them (csv and anki)
    Questions,
    /// Answers with their ratings
    Answers,
    /// Journal entries that are not private
    Journal,
    /// Applications with their rounds
    Applications,
    /// Stories that are not private
    Stories,
    /// Answers, journal, stories and applications (json and md)
    All,
}

/// `greenroom export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The form
    #[arg(value_enum)]
    pub form: Form,
    /// What to write down (default: all, or questions for csv and anki)
    #[arg(long, value_enum)]
    pub what: Option<What>,
    /// One sitting: its id, or the beginning of it; `last` is the newest one (md)
    #[arg(long, value_name = "ID", conflicts_with_all = ["what", "pack"])]
    pub sitting: Option<String>,
    /// Questions of this pack only, `mine` for your own; may be given several times
    #[arg(long, value_name = "ID")]
    pub pack: Vec<String>,
    /// A new file for it (default: standard output)
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// How a list is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum As {
    /// Markdown
    Md,
    /// Rows of cells
    Csv,
    /// Notes that Anki exported as text
    Anki,
    /// A question a line
    Lines,
}

/// `greenroom import`.
#[derive(Debug, Default, Args)]
pub struct ImportArgs {
    /// Lists of questions; files from a coach
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to read them (default: by name and content)
    #[arg(long = "as", value_enum, value_name = "FORM")]
    pub form: Option<As>,
    /// The column of a table that holds the answers
    #[arg(long, value_name = "COLUMN")]
    pub answer: Option<String>,
    /// Add them to this pack, or to your own questions with `mine`
    #[arg(long, value_name = "ID")]
    pub into: Option<String>,
    /// Make the pack here instead of in your home
    #[arg(long, value_name = "PACK.toml", conflicts_with = "into")]
    pub out: Option<PathBuf>,
    /// The list decides: what it no longer has is taken out, what you changed in the pack is as in the list again
    #[arg(long, conflicts_with_all = ["into", "out"])]
    pub replace: bool,
    /// Only show what would be taken, and why the rest would not
    #[arg(long)]
    pub dry_run: bool,
}

/// `greenroom keys`.
#[derive(Debug, Default, Args)]
pub struct KeysArgs {
    /// As Markdown tables
    #[arg(long)]
    pub markdown: bool,
}

/// `greenroom schema`.
#[derive(Debug, Default, Args)]
pub struct SchemaArgs {
    /// As Markdown tables
    #[arg(long)]
    pub markdown: bool,
}

/// `greenroom completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

fn stages() -> impl TypedValueParser<Value = StageId> {
    let ids = StageId::ALL.map(StageId::id);
    PossibleValuesParser::new(ids)
        .try_map(|id| StageId::from_id(&id).ok_or("there is no such stage"))
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    let ids = Kind::ALL.iter().map(|kind| kind.id());
    PossibleValuesParser::new(ids).try_map(|id| Kind::from_id(&id).ok_or("there is no such kind"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    /// The help of every command and of what is below it, with its name.
    fn helps() -> Vec<(String, String)> {
        let mut all = Cli::command();
        all.build();
        let mut helps = Vec::new();
        help(&mut all, &mut helps);
        helps
    }

    fn help(command: &mut clap::Command, helps: &mut Vec<(String, String)>) {
        let name = command.get_name().to_owned();
        if name == "help" {
            return;
        }
        helps.push((name.clone(), command.render_help().to_string()));
        helps.push((name, command.render_long_help().to_string()));
        for below in command.get_subcommands_mut() {
            help(below, helps);
        }
    }

    #[test]
    fn m89_help_fits_80_columns_and_starts_with_examples() {
        Cli::command().debug_assert();
        for (name, help) in helps() {
            assert!(help.starts_with("Example"), "{name}: {help}");
            for line in help.lines() {
                assert!(line.chars().count() <= 80, "{name}: {line}");
            }
        }
    }

    /// The words of an example as a shell would hand them on.
    fn typed(line: &str) -> Vec<String> {
        let command = line.split(['|', '>', '<']).next().unwrap_or_default();
        let command = command.trim().split("   ").next().unwrap_or_default();
        let mut words = Vec::new();
        for (i, part) in command.split('"').enumerate() {
            if i % 2 == 1 {
                words.push(part.to_owned());
            } else {
                words.extend(part.split_whitespace().map(str::to_owned));
            }
        }
        words
    }

    #[test]
    fn every_example_can_be_typed() {
        for (_, help) in helps() {
            let examples = help.lines().take_while(|l| !l.starts_with("Usage"));
            for line in examples.filter(|l| l.trim_start().starts_with("greenroom")) {
                let parsed = Cli::try_parse_from(typed(line));
                assert!(parsed.is_ok(), "{line}: {parsed:?}");
            }
        }
    }

    #[test]
    fn the_page_of_commands_has_each_of_them_and_its_examples_can_be_typed() {
        let page = include_str!("../../docs/commands.md");
        let mut all = Cli::command();
        all.build();
        for command in all.get_subcommands().filter(|c| c.get_name() != "help") {
            let name = command.get_name();
            assert!(page.contains(&format!("\n## {name}\n")), "{name}");
            for below in command.get_subcommands().filter(|c| c.get_name() != "help") {
                let below = format!("greenroom {name} {}", below.get_name());
                assert!(page.contains(&below), "{below}");
            }
        }
        let examples = page.lines().filter(|l| l.starts_with("greenroom"));
        for line in examples {
            let parsed = Cli::try_parse_from(typed(line));
            assert!(parsed.is_ok(), "{line}: {parsed:?}");
        }
    }

    #[test]
    fn closed_lists_are_told_when_a_word_is_wrong() {
        let wrong = Cli::try_parse_from(["greenroom", "drill", "--stage", "pannel"]);
        let said = wrong.expect_err("no such stage").to_string();
        assert!(said.contains("'panel'"), "{said}");
    }
}

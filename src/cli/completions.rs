//! `greenroom completions`: a script that completes commands, options and the ids they take in a shell.
//!
//! The ids stand in the script as they are when it is printed, so that completing costs no start of the program.

use clap::Command;
use clap::CommandFactory as _;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::args::{Cli, CompletionsArgs};
use super::named;
use super::paper::Paper;
use super::world::Exit;
use crate::content::shipped;
use crate::domain::library::Library;
use crate::domain::practice::pick::{MINE, SHIPPED};
use crate::look::theme;
use crate::store::home::Home;

/// Prints the script, with the ids of packs and mocks of one's own where there is a home.
pub fn run(args: &CompletionsArgs, home: Option<&Home>, out: &mut Paper<'_>) -> Exit {
    let library = home.map_or_else(shipped::library, |home| named::library(home).0);
    let mut command = with_ids(Cli::command(), &library);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "greenroom", &mut script);
    out.text(String::from_utf8_lossy(&script));
    Exit::Done
}

/// The command line with the ids that its options take.
fn with_ids(command: Command, library: &Library) -> Command {
    let themes = theme::names().map(PossibleValue::new);
    let roles = ids(library.families.ids());
    let competencies = ids(library.competencies.ids());
    let packs = packs(library);
    let asked = |command: Command| {
        command
            .mut_arg("role", takes(&roles))
            .mut_arg("competency", takes(&competencies))
            .mut_arg("pack", takes(&packs))
    };
    command
        .mut_arg("theme", takes(&themes.collect::<Vec<_>>()))
        .mut_subcommand("drill", |drill| {
            asked(drill)
                .mut_arg("blueprint", takes(&ids(library.blueprints.ids())))
                .mut_arg("scenario", takes(&ids(library.scenarios.ids())))
        })
        .mut_subcommand("questions", asked)
        .mut_subcommand("export", |export| {
            export
                .mut_arg("pack", takes(&packs))
                .mut_arg("sitting", takes(&[PossibleValue::new("last")]))
        })
        .mut_subcommand("import", |import| import.mut_arg("into", takes(&packs)))
}

/// Gives an option these values.
fn takes(values: &[PossibleValue]) -> impl FnOnce(clap::Arg) -> clap::Arg + use<> {
    let parser = PossibleValuesParser::new(values.to_vec());
    move |arg| arg.value_parser(parser)
}

/// Ids that a shell takes as they are; a pack cannot bring others into somebody's script.
fn ids<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<PossibleValue> {
    let plain = |id: &&str| {
        id.chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'))
    };
    let ids = ids.filter(plain);
    ids.map(|id| PossibleValue::new(id.to_owned())).collect()
}

/// Every pack that has questions, the library and the own questions among them.
fn packs(library: &Library) -> Vec<PossibleValue> {
    let mut known = vec![SHIPPED, MINE];
    for id in library.cards.iter().filter_map(|card| card.pack.as_deref()) {
        if !known.contains(&id) {
            known.push(id);
        }
    }
    ids(known.into_iter())
}

#[cfg(test)]
mod tests {
    use crate::cli::trial::Trial;

    #[test]
    fn every_shell_learns_the_commands() {
        for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
            let done = Trial::new().run(&["completions", shell]);
            assert_eq!(done.code, 0);
            for word in ["questions", "hide-names", "dry-run"] {
                assert!(done.out.contains(word), "{shell}: {word}");
            }
        }
    }

    #[test]
    fn every_shell_learns_the_ids_of_the_library_and_of_ones_own_packs() {
        let trial = Trial::new();
        let pack = "format = 1\ntitle = \"Night\"\nquestions = [\"Who hands over?\"]\n";
        trial.put("packs/night-shift.toml", pack);
        for shell in ["bash", "zsh", "fish"] {
            let done = trial.run(&["completions", shell]);
            for id in [
                "panel-45",
                "nursing",
                "self-report",
                "conflict",
                "exploding-offer",
                "night-shift",
                "last",
            ] {
                assert!(done.out.contains(id), "{shell}: {id}");
            }
        }
    }

    #[test]
    fn an_id_that_a_shell_would_read_as_more_stays_out() {
        let ids = super::ids(["a-b", "mine/m-x", "$(x)", "a b", "a;b", "`x`"].into_iter());
        let names: Vec<&str> = (ids.iter().map(clap::builder::PossibleValue::get_name)).collect();
        assert_eq!(names, ["a-b", "mine/m-x"]);
    }

    #[test]
    fn a_shell_that_nobody_knows_is_wrong_usage() {
        let done = Trial::new().run(&["completions", "cmd.exe"]);
        assert_eq!(done.code, 2);
        assert!(done.err.contains("bash"), "{}", done.err);
    }
}

//! `greenroom completions`: a script that completes commands and options in a shell.

use clap::CommandFactory as _;

use super::args::{Cli, CompletionsArgs};
use super::paper::Paper;
use super::world::Exit;

/// Prints the script.
pub fn run(args: &CompletionsArgs, out: &mut Paper<'_>) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "greenroom", &mut script);
    out.text(String::from_utf8_lossy(&script));
    Exit::Done
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
    fn a_shell_that_nobody_knows_is_wrong_usage() {
        let done = Trial::new().run(&["completions", "cmd.exe"]);
        assert_eq!(done.code, 2);
        assert!(done.err.contains("bash"), "{}", done.err);
    }
}

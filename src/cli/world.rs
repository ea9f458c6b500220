//! What a command may touch: the user's folder, the environment, one moment, and what it prints on.

use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::sync::Arc;

use serde::Serialize;

use super::args::Global;
use super::paper::Paper;
use super::words::wrapped;
use crate::domain::time::Now;
use crate::look::detect::Environment;
use crate::problem::Problem;
use crate::store::error::StoreError;
use crate::store::home::Home;
use crate::store::layout::Places;

/// What the process ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// Something was found or failed, and was told with what to do.
    Found,
    /// The command line cannot be understood.
    Usage,
    /// What the studio was left with.
    Studio(u8),
}

impl Exit {
    /// The number that the shell sees.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Found => 1,
            Self::Usage => 2,
            Self::Studio(code) => code,
        }
    }
}

/// The variables of the environment.
#[derive(Debug, Clone, Default)]
pub struct Env(Vec<(OsString, OsString)>);

impl Env {
    /// Takes the variables as they are.
    pub fn new(variables: impl IntoIterator<Item = (OsString, OsString)>) -> Self {
        Self(variables.into_iter().collect())
    }

    /// One variable; `None` when it is not set.
    pub fn get(&self, name: &str) -> Option<&OsStr> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_os_str())
    }

    /// One variable as text; `None` when it is not set, empty or no text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.to_str().filter(|text| !text.is_empty())
    }

    /// What they say about the terminal.
    pub fn terminal(&self) -> Environment<'_> {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"];
        Environment {
            term: self.text("TERM"),
            colorterm: self.text("COLORTERM"),
            no_color: self.text("NO_COLOR"),
            locale: locale.iter().find_map(|name| self.text(name)),
        }
    }

    /// All that are text.
    pub fn texts(&self) -> Vec<(String, String)> {
        let text = |s: &OsString| s.to_str().map(str::to_owned);
        let pairs = self.0.iter();
        pairs
            .filter_map(|(k, v)| Some((text(k)?, text(v)?)))
            .collect()
    }
}

/// The world of one command.
pub struct World<'a, 'p> {
    /// Where the user's files are.
    pub places: Places,
    /// The user's files.
    pub home: Arc<Home>,
    /// The environment.
    pub env: &'a Env,
    /// When the command was given.
    pub now: Now,
    /// Reads the clocks, for what lasts.
    pub clock: &'a dyn Fn() -> Now,
    /// What counts for every command.
    pub global: Global,
    /// Columns and rows, when standard input and output are both a terminal.
    pub terminal: Option<(u16, u16)>,
    /// Standard input.
    pub input: &'a mut dyn Read,
    /// Standard output.
    pub out: &'a mut Paper<'p>,
    /// Standard error.
    pub err: &'a mut Paper<'p>,
}

/// Most problems of files that a command names which was asked for something else.
const FEW: usize = 3;

impl World<'_, '_> {
    /// Tells what failed, and that it did.
    pub fn fail(&mut self, error: &StoreError) -> Exit {
        self.refuse(&error.to_string())
    }

    /// Tells why nothing was done.
    pub fn refuse(&mut self, why: &str) -> Exit {
        self.err.line(wrapped(why, 0));
        Exit::Found
    }

    /// Tells what is wrong with the command line.
    pub fn misused(&mut self, why: &str) -> Exit {
        self.refuse(why);
        Exit::Usage
    }

    /// Prints a value for programs.
    pub fn print_json(&mut self, value: &impl Serialize) {
        // Only a map with keys that are no text could fail, and there are none.
        let text = serde_json::to_string_pretty(value).unwrap_or_default();
        self.out.exact(text + "\n");
    }

    /// Names the first few files that did not load. The rest loaded, so the command goes on.
    pub fn warn(&mut self, problems: &[Problem]) {
        for problem in problems.iter().take(FEW) {
            self.err
                .line(super::words::wrapped(&problem.to_string(), 0));
        }
        if problems.len() > FEW {
            let more = problems.len() - FEW;
            self.err.line(format_args!(
                "{more} more. `greenroom check` tells them all."
            ));
        }
    }
}

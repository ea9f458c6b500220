//! The command line: what may be asked for, and who answers.
//!
//! Each sub-command is a file with one function. It gets the parsed arguments and a `World` (places, files,
//! environment, one moment, paper to print on) and gives an [`Exit`]; it reads no clock and knows no terminal,
//! so tests call it with a home in memory.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::sync::Arc;

use clap::Parser as _;

use crate::domain::text::clean;
use crate::domain::time::Now;
use crate::runtime::here::Here;
use crate::store::error::StoreError;
use crate::store::home::Home;
use crate::store::layout::{self, Places, Wishes};

mod add;
pub mod args;
mod check;
mod completions;
mod doctor;
mod export;
mod glance;
mod import;
mod keys;
mod man;
mod named;
mod next;
mod pack;
mod paper;
mod print;
mod questions;
mod repair;
mod review;
mod schema;
mod studio;
mod today;
#[cfg(test)]
mod trial;
mod words;
mod world;

use args::{Cli, Command, Global};
use paper::Paper;
use world::World;
pub use world::{Env, Exit};

/// What the command line gets from the real world.
pub struct Outside<'a> {
    /// The environment.
    pub env: &'a Env,
    /// Reads the clocks.
    pub clock: &'a dyn Fn() -> Now,
    /// Columns and rows, when standard input and output are both a terminal.
    pub terminal: Option<(u16, u16)>,
    /// Standard input.
    pub input: &'a mut dyn Read,
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
}

/// Reads the arguments, does what they ask for, and gives the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>, outside: &mut Outside<'_>) -> u8 {
    run_in(args, outside, |global, env| {
        let places = places(global, env)?;
        Ok((Home::at(&places), places))
    })
}

/// The same in a home that may be any.
fn run_in(
    args: impl IntoIterator<Item = OsString>,
    outside: &mut Outside<'_>,
    home: impl FnOnce(&Global, &Env) -> Result<(Home, Places), StoreError>,
) -> u8 {
    let (mut out, mut err) = (Paper::new(outside.out), Paper::new(outside.err));
    let cli = match understood(args.into_iter().collect()) {
        Ok(cli) => cli,
        Err(error) => return misunderstood(&error, out, err),
    };
    for paper in [&mut out, &mut err] {
        paper.here = Here::of(cli.global.home.as_deref());
    }
    let mut used = None;
    // These need no home, and must work where there is none.
    let exit = match cli.command {
        Some(Command::Completions(args)) => {
            let home = home(&cli.global, outside.env).ok().map(|(home, _)| home);
            completions::run(&args, home.as_ref(), &mut out)
        }
        Some(Command::Man) => man::run(&mut out),
        Some(Command::Schema(args)) => schema::run(&args, &mut out),
        command => match home(&cli.global, outside.env) {
            Ok((home, places)) => {
                let home = Arc::new(home);
                used = Some(Arc::clone(&home));
                let mut world = World {
                    home,
                    places,
                    env: outside.env,
                    now: (outside.clock)(),
                    clock: outside.clock,
                    global: cli.global,
                    terminal: outside.terminal,
                    input: outside.input,
                    out: &mut out,
                    err: &mut err,
                };
                act(command, &mut world)
            }
            Err(error) => {
                err.line(&error);
                Exit::Found
            }
        },
    };
    let code = ended(exit, out.end(), err);
    // All that was asked for is printed.
    if let Some(home) = used {
        home.press();
    }
    code
}

/// Has the right command act.
fn act(command: Option<Command>, world: &mut World<'_, '_>) -> Exit {
    match command {
        None => studio::open(None, world),
        Some(Command::Drill(args)) => studio::open(Some(&args), world),
        Some(Command::Next(args)) => next::run(&args, world),
        Some(Command::Today(args)) => today::run(&args, world),
        Some(Command::Add(args)) => add::run(&args, world),
        Some(Command::Questions(args)) => questions::run(&args, world),
        Some(Command::Pack(args)) => pack::run(&args.what, world),
        Some(Command::Check(args)) => check::run(&args, world),
        Some(Command::Repair(args)) => repair::run(&args, world),
        Some(Command::Export(args)) => export::run(&args, world),
        Some(Command::Print(args)) => print::run(&args, world),
        Some(Command::Import(args)) => import::run(&args, world),
        Some(Command::Review(args)) => review::run(&args, world),
        Some(Command::Keys(args)) => keys::run(&args, world),
        Some(Command::Doctor) => doctor::run(world),
        Some(Command::Completions(args)) => completions::run(&args, Some(&world.home), world.out),
        Some(Command::Man) => man::run(world.out),
        Some(Command::Schema(args)) => schema::run(&args, world.out),
    }
}

/// What the arguments ask for. The name alone asks for the studio, and nothing of the command line need be laid out,
/// and stay in memory, for that.
fn understood(args: Vec<OsString>) -> Result<Cli, clap::Error> {
    if args.len() < 2 {
        return Ok(Cli::default());
    }
    Cli::try_parse_from(args)
}

/// Says what is wrong with the arguments, or what was asked for with `--help` and `--version`.
fn misunderstood(error: &clap::Error, mut out: Paper<'_>, mut err: Paper<'_>) -> u8 {
    let said = clean(&error.render().to_string());
    if error.use_stderr() {
        err.text(&said);
    } else {
        out.text(&said);
    }
    let exit = if error.use_stderr() {
        Exit::Usage
    } else {
        Exit::Done
    };
    ended(exit, out.end(), err)
}

/// The exit code, once all words are out.
fn ended(exit: Exit, printed: std::io::Result<()>, mut err: Paper<'_>) -> u8 {
    let exit = match printed {
        Ok(()) => exit,
        Err(e) => {
            err.line(format_args!("Not everything could be printed: {e}."));
            Exit::Found
        }
    };
    // Nobody is left to tell when standard error fails.
    let _ = err.end();
    exit.code()
}

fn places(global: &Global, env: &Env) -> Result<Places, StoreError> {
    let wishes = Wishes {
        flag: global.home.clone(),
        greenroom_home: env.get("GREENROOM_HOME").map(ToOwned::to_owned),
        xdg_data_home: env.get("XDG_DATA_HOME").map(ToOwned::to_owned),
        xdg_config_home: env.get("XDG_CONFIG_HOME").map(ToOwned::to_owned),
    };
    layout::places(&wishes, layout::platform_folders)
}

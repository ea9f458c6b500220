//! Greenroom: arguments in, exit code out.

use std::io::{self, BufWriter};
use std::process::ExitCode;

use greenroom::cli::{self, Env, Outside};
use greenroom::runtime::clock::Clock;
use greenroom::runtime::screen::is_terminal;
use greenroom::runtime::signals;
use greenroom::runtime::tty;

fn main() -> ExitCode {
    // Without the handler a write beyond the limit ends the program; with it the write fails and is told.
    drop(signals::outlive_file_limits());
    let clock = Clock::start();
    let code = cli::run(
        std::env::args_os(),
        &mut Outside {
            env: &Env::new(std::env::vars_os()),
            clock: &|| clock.now(),
            terminal: is_terminal().then(tty::size),
            input: &mut io::stdin(),
            out: &mut BufWriter::new(io::stdout()),
            err: &mut io::stderr(),
        },
    );
    ExitCode::from(code)
}

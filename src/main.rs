//! Greenroom: arguments in, exit code out.

use std::io::{self, BufWriter};
use std::process::ExitCode;

use greenroom::cli::{self, Env, Outside};
use greenroom::runtime::clock::Clock;

fn main() -> ExitCode {
    let code = cli::run(
        std::env::args_os(),
        Outside {
            env: &Env::new(std::env::vars_os()),
            now: Clock::start().now(),
            input: &mut io::stdin(),
            out: &mut BufWriter::new(io::stdout()),
            err: &mut io::stderr(),
        },
    );
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}

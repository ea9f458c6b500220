//! `greenroom print`.

use clap::{Args, ValueEnum};

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Printed {
    /// Your card for the last ten minutes before it
    LastTen,
    /// All about it: day, people, notes, what to expect, what is prepared
    Brief,
    /// Your days until it: what is to be done on each
    Plan,
    /// What their advert asks for, with what shows each point and room to write
    Scorecard,
    /// Offers side by side, by what matters to you, and your talk about terms
    Offers,
    /// The questions you want to ask, with room to write
    Questions,
    /// Who would speak for you, to hand over: only those who said yes
    References,
}

/// `greenroom print`.
#[derive(Debug, Args)]
pub struct PrintArgs {
    /// What to print about an interview
    #[arg(value_enum)]
    pub what: Printed,
    /// The application: its id or the employer, with the hour or the stage where it has several interviews, as in
    /// "acme 10:00" or "acme panel" (default: the next interview of all)
    #[arg(long = "for", value_name = "APPLICATION")]
    pub application: Option<String>,
}

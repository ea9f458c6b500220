//! `greenroom review`.

use std::path::PathBuf;

use clap::Args;

/// `greenroom review`.
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// The file with the answers: hand-in-….toml
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

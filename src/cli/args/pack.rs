//! What may stand behind `greenroom pack`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{JsonArgs, kinds, stages};
use crate::domain::library::{Kind, StageId};

/// `greenroom pack`.
#[derive(Debug, Args)]
pub struct PackArgs {
    /// What to do
    #[command(subcommand)]
    pub what: PackCommand,
}

/// What can be done with packs.
#[derive(Debug, Subcommand)]
pub enum PackCommand {
    /// Write a new pack: asks for what it needs, or takes it from the options
    #[command(before_help = "\
Examples:
  greenroom pack new
  greenroom pack new --title \"Night shift\" --question \"Why nights?\"
  greenroom pack new --title Nights --kind situational --add < questions.txt
  greenroom pack new --example --out every-field.toml")]
    New(PackNewArgs),
    /// Add a pack to yours, or put its update in its place
    #[command(before_help = "\
Examples:
  greenroom pack add night-shift.toml
  greenroom pack add night-shift/")]
    Add(PackAddArgs),
    /// Your packs, with what they hold and what is wrong with them
    #[command(before_help = "Example:\n  greenroom pack list")]
    List(JsonArgs),
    /// Move a pack into the trash; what you practiced with it stays
    #[command(before_help = "Example:\n  greenroom pack remove night-shift")]
    Remove(PackRemoveArgs),
    /// See a pack as whoever practices with it will
    #[command(before_help = "\
Examples:
  greenroom pack preview night-shift.toml
  greenroom pack preview night-shift | less")]
    Preview(PackPreviewArgs),
}

/// `greenroom pack new`.
#[derive(Debug, Default, Args)]
pub struct PackNewArgs {
    /// Its title; with it nothing is asked
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Who made it (default: your name in the settings)
    #[arg(long, value_name = "NAME", requires = "title")]
    pub author: Option<String>,
    /// What it is about
    #[arg(long, value_name = "TEXT", requires = "title")]
    pub description: Option<String>,
    /// A license, such as CC-BY-4.0 (default: private)
    #[arg(long, value_name = "LICENSE", requires = "title")]
    pub license: Option<String>,
    /// Language of the questions (default: en)
    #[arg(long, value_name = "TAG", requires = "title")]
    pub language: Option<String>,
    /// Kind of its questions (default: behavioral)
    #[arg(long, value_name = "KIND", value_parser = kinds(), requires = "title")]
    pub kind: Option<Kind>,
    /// Where they are asked; may be given several times (default: in-person)
    #[arg(long, value_name = "ID", value_parser = stages(), requires = "title")]
    pub stage: Vec<StageId>,
    /// For which work; may be given several times (default: general)
    #[arg(long, value_name = "ID", requires = "title")]
    pub role: Vec<String>,
    /// A question; may be given several times (default: lines of standard input)
    #[arg(long, value_name = "TEXT", requires = "title")]
    pub question: Vec<String>,
    /// Write the pack that shows every field instead
    #[arg(long, conflicts_with = "title")]
    pub example: bool,
    /// A new file for it (default: its id, in this folder)
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Also add it to your packs
    #[arg(long, requires = "title")]
    pub add: bool,
}

/// `greenroom pack add`.
#[derive(Debug, Default, Args)]
pub struct PackAddArgs {
    /// Packs, as files or folders
    #[arg(required = true, value_name = "FILE|FOLDER")]
    pub paths: Vec<PathBuf>,
}

/// `greenroom pack remove`.
#[derive(Debug, Default, Args)]
pub struct PackRemoveArgs {
    /// Ids of packs, as `greenroom pack list` names them
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
}

/// `greenroom pack preview`.
#[derive(Debug, Default, Args)]
pub struct PackPreviewArgs {
    /// A file, a folder, or the id of one of your packs
    #[arg(value_name = "FILE|ID")]
    pub pack: PathBuf,
}

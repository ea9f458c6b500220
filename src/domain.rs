//! What interview practice is, as plain values: no files, no clock, no terminal.

pub mod ahead;
pub mod arithmetic;
pub mod card;
pub mod dates;
pub mod dice;
pub mod doubts;
pub mod field;
pub mod flow_back;
pub mod follow;
pub mod id;
pub mod journal;
pub mod journey;
pub mod letter;
pub mod level;
pub mod library;
pub mod next;
pub mod person;
pub mod practice;
pub mod prepare;
pub mod progress;
pub mod scorecard;
pub mod search;
pub mod settings;
pub mod story;
pub mod text;
pub mod time;

//! Greenroom: a practice studio for job interviews in the terminal.

pub mod app;
pub mod cli;
pub mod content;
pub mod desk;
pub mod domain;
pub mod keys;
pub mod look;
pub mod panes;
pub mod problem;
pub mod runtime;
pub mod store;
pub mod widgets;

//! Greenroom: a practice studio for job interviews in the terminal.

pub mod domain;
pub mod problem;

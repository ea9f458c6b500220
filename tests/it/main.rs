//! The one test binary: the rules of the house, and the program as a user meets it.

mod house;
mod terminal;
mod tree;
#[expect(dead_code, reason = "a language for all tests, of which more come")]
mod visit;

mod first_run;
mod sample_world;
mod two_studios;

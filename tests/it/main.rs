//! The one test binary: the rules of the house, and the program as a user meets it.

mod house;
mod places;
mod terminal;
mod tree;
#[expect(
    dead_code,
    reason = "a language for tests, some words of which wait for theirs"
)]
mod visit;

mod clock;
mod discovery;
mod docs;
mod drill;
mod first_run;
mod rating;
mod resume;
mod sample_world;
mod text_rule;
mod two_studios;
mod ways_out;

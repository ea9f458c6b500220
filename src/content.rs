//! What ships and what people add, read from TOML, lowered to domain types, checked.

mod arrays;
mod found;
mod guess;
pub mod hint;
pub mod layers;
mod lower;
pub mod mine;
pub mod overlay;
mod packed;
pub mod packs;
pub mod place;
mod raw;
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "the linter, which comes next, uses the rest")
)]
mod read;
mod refs;
pub mod shipped;
mod words;

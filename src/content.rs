//! What ships and what people add, read from TOML, lowered to domain types, checked.

mod arrays;
pub mod check;
mod edited;
mod found;
pub mod from_toml;
mod guess;
pub mod hint;
pub mod import;
pub mod layers;
mod lower;
pub mod mine;
pub mod moment;
pub mod near;
pub mod overlay;
mod packed;
pub mod packs;
pub mod place;
pub mod proof;
mod raw;
mod read;
mod refs;
pub mod report;
pub mod schema;
pub mod shipped;
mod syntax;
pub mod tags;
mod words;

//! Two chairs: two friends at one laptop ask each other, rate behind a cover, and open both ratings together.
//!
//! ```text
//! Cover ─ Card ─ Points ─ Words ─ Lines ─ Cover ─ Points ─ Anchors ─ Lines ─ Cover ─ Reveal ─ next question … Over
//!         └── the one who asks ──────┘          └── the one who answers ──┘        └ both ┘
//! ```
//!
//! Nothing that one of them rated can be had before both ratings are sealed: [`Chairs::beside`] gives nothing until
//! then, and the ratings reach the file as such with the second seal. Every tap, tick and word is a block of its own, so
//! where it stands follows from the blocks, and whoever takes it up again finds a cover first.

mod commands;
mod keeping;
mod machine;
mod page;
mod turn;

pub use machine::{Chairs, Draft, Phase, Rules, Takes};
pub use page::{heard, lines};
pub use turn::{Beside, Turn};

#[cfg(test)]
mod tests;

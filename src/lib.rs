//! Greenroom: a practice studio for job interviews in the terminal.
//!
//! # The house
//!
//! Rooms know only the rooms before them; a test (`tests/it/house.rs`) keeps it so.
//!
//! ```text
//! problem   a mistake in a file, told so that a person can mend it
//! domain    what practice is: plain values, no files, no clock, no terminal
//! content   what ships and what people add: TOML read, lowered, checked, laid over
//! store     the user's files: durable writes, append-only logs, drafts, trash, recovery
//! keys      keys, the table of commands, and the map between them
//! look      styles by meaning, symbols with their plain twins
//! widgets   parts of a screen that know nothing of interviews
//! desk      what a pane may touch: the model, effects, toasts, where to go
//! panes     the screens; they never see each other and meet in the model
//! app       handles an event, draws a frame, says when it wants to be woken
//! runtime   the loop: clock, terminal, input, and the thread that carries effects out
//! cli       the command line
//! ```
//!
//! # The way of a key
//!
//! `runtime::input` joins bytes into keys → [`app::App::handle`] → the pane in front gives its context →
//! `Keymap::find` → a command, or text → the pane says why not, or updates → the domain → an `Effect` →
//! `runtime::keeper` carries it out → an `Outcome` comes back the same way → [`app::App::draw`].
//!
//! # The way of a tick
//!
//! [`app::App::next_wake`] is the soonest wish of panes and toasts; nothing running means no wake at all. On waking,
//! a clock is worked out from its start, never counted down, so a laptop that slept or a clock that was set comes
//! out right.
//!
//! # Where do I add …
//!
//! - a screen: a file in `panes`, a `Place` in `desk::go`, a context and its keys in `assets/keymap.toml`, a test
//! - a command: one row in `keys::command`, its keys in `assets/keymap.toml`
//! - a field of a question: `content::raw` → `domain::library` → `content::lower` → the screen that shows it
//! - a rule of the linter: a file in `content::check`, with a record that breaks just that rule
//! - a kind of file of the user: `store::layout` and one file for its format
//! - a question, a stage, a voice: `assets/library`; `greenroom check assets/library` tells what is missing

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
#[cfg(test)]
mod seeded;
pub mod store;
pub mod widgets;

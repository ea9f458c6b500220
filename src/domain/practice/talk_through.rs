//! Working a problem aloud: facts that are told only when asked for, figures that can be checked, phases of the time.

mod facts;
mod figures;
mod phases;

pub use facts::{asked_for, shown};
pub use figures::{grouped, right_figure};
pub use phases::{Step, steps};

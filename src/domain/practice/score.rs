//! From evidence to one level: a table of rules read from top to bottom, nothing added up to a total.
//!
//! What goes in are the points, the red flags, the picked anchors, the window and the hints of one answer. The
//! first line that fits decides, and its sentence names the fact that decided. The cut-offs are decisions of
//! this program, to be tuned with use; they are not published results.

mod advice;
mod agreed;
mod evidence;
mod judge;
mod line;
mod written;

pub use advice::{
    NextStep, SECOND_TRY, as_told, next_step, point_to_retry, probe_among, probe_for,
};
pub use agreed::{agreed, agreed_next, mark_of};
pub use evidence::{Evidence, Rated, Said};
pub use judge::{Held, Verdict, judge};
pub use line::Line;
pub use written::written;

#[cfg(test)]
mod tests;

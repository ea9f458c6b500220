//! Whole mocks: a blueprint laid out for a person, its clock, its people, and what an interviewer would say of it.
//!
//! The same blueprint, seed, field, level and library lay out the same interview on every machine, whatever was
//! practiced there; that is what a code stands for.

mod asked;
mod beside;
mod cast;
mod choose;
mod code;
mod course;
mod cut;
mod debrief;
mod gaps;
mod glance;
mod halves;
mod lay_out;
mod leaving;
mod moments;
mod own_people;
mod pace;
mod page;
mod probe;
mod thanks;
mod weak;

pub use beside::{BesideLine, beside, beside_words};
pub use cast::{Cast, Speaker};
pub use choose::{Taste, choose};
pub use code::{CodeProblem, LETTERS_OF_A_CODE, SEEDS, Ticket, letters};
pub use course::Course;
pub use cut::{ONE_SENTENCE, cut_in};
pub use debrief::{Debrief, ItemsLine, PartLine, Stood, TaskLine, debrief, nerves};
pub use gaps::{gaps, met};
pub use halves::halves;
pub use lay_out::{Laid, Seat, lay_out};
pub use moments::{About, Moment, What};
pub use own_people::{seated, table};
pub use pace::{FOLLOW_UP, Need, comes, deadline, late_s};
pub use page::{PageLine, page};
pub use probe::{Asked, follow_up};
pub use thanks::{Thanks, thanks, thanks_note};
pub use weak::weak;

#[cfg(test)]
mod field_tests;
#[cfg(test)]
mod heard_tests;
#[cfg(test)]
mod leaving_tests;
#[cfg(test)]
mod page_tests;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

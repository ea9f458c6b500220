//! Sitting a drill: what is asked, the clock, the answer, the rating and what follows from it.

pub mod assess;
pub mod bench;
pub mod chairs;
pub mod clock;
pub mod coach;
pub mod countdown;
pub mod delivery;
pub mod eyes;
pub mod handout;
pub mod hearing;
pub mod history;
pub mod ladder;
pub mod mock;
pub mod nerves;
pub mod past;
pub mod pick;
pub mod proof;
pub mod rate;
pub mod record;
pub mod results;
pub mod review;
pub mod schedule;
pub mod score;
pub mod second;
pub mod shape;
pub mod sheet;
pub mod sitting;
pub mod solo;
pub mod step;
pub mod talk;
pub mod talk_through;
pub mod tally;
pub mod task;
pub mod told;
pub mod waiting;

#[cfg(test)]
pub(crate) mod sample;

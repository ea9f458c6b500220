//! The one test binary: the rules of the house, and the program as a user meets it.

mod golden;
mod house;
mod places;
#[path = "../../src/seeded.rs"]
mod seeded;
mod terminal;
mod tree;
mod visit;

mod bad_disk;
mod clock;
mod codes;
mod debrief;
mod discovery;
mod docs;
mod drill;
mod first_run;
mod items;
mod journal;
mod kept;
mod later;
mod library;
mod lists;
mod looks;
mod mock_parts;
mod mocks;
mod mocks_kept;
mod names;
mod packs;
mod problems;
mod promises;
mod rating;
mod results;
mod resume;
mod roadmap;
mod sample_world;
mod settings;
mod sizes;
mod slow_disk;
mod storm;
mod talks;
mod text_rule;
mod thinking;
mod two_studios;
mod ways_out;
mod words_kept;

//! The one test binary: the rules of the house, and the program as a user meets it.

mod house;
mod tree;

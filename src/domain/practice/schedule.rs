//! When a question comes back: spaced repetition.

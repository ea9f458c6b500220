//! The one best thing to do now, and why.

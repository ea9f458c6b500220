//! From evidence to one level.

//! The filter that every list uses.

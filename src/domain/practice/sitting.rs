//! The state machine of a sitting.

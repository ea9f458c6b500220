//! The outer loop: clock, terminal, input, effects.

//! One program: handles an event, draws a frame.

//! The clock of one answer: deadlines, pauses, sleep.

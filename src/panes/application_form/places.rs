//! The places of the fields in the form.

/// Every application has it.
pub const EMPLOYER: usize = 0;

/// What one would be there.
pub const ROLE: usize = 1;

/// Where it stands.
pub const STAGE: usize = 2;

/// Of a new application: its first interview, in the same form.
pub const DATE: usize = 3;

/// And its hour.
pub const TIME: usize = 4;

/// Whom one meets there.
pub const WHO: usize = 5;

/// What to bring, after where it is and how long it takes.
pub const BRING: usize = 8;

//! Tags that the program gives to questions of the user, by which it knows them again.

/// The tag of a question as it was noted down of a real interview.
pub const ASKED: &str = "asked";

/// The tag of a question that the user thought of.
pub const OWN: &str = "own";

/// The tags of questions as a person noted them down: those need not be well put.
pub const NOTED: [&str; 2] = [ASKED, OWN];

/// The tag of a doubt that they had.
pub const DOUBT: &str = "doubt";

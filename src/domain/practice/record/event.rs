//! What happens to a sitting as a whole, besides answers and ratings.

use serde::{Deserialize, Serialize};

use crate::domain::time::Wall;

/// Something that happened to the sitting as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// Left, to be gone on with later.
    Left,
    /// Taken up again.
    Resumed,
    /// The computer slept during an answer.
    Slept,
    /// Finished.
    Finished,
    /// Thrown away by the user; kept on disk until the trash is emptied.
    ThrownAway,
    /// The interviewer let an answer stand for so long.
    Turn,
    /// The interviewer cut in, so many seconds into the answer.
    CutIn,
    /// The last take was kept though another was free.
    Kept,
    /// A break, a checklist or another stop without a question is over.
    StopDone,
    /// How nervous the user was, 0 to 10, as told before or after.
    Nerves,
    /// The point of the second try before it is said now.
    SaidNow,
    /// The point of the second try before it is still not said.
    NotSaidNow,
}

/// An event with its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Wall,
    /// What.
    pub what: EventKind,
    /// Seconds it lasted, where that means something; for nerves the figure that was told.
    pub seconds: u32,
}

impl EventKind {
    /// What it tells of a second try: whether the point is said now.
    pub const fn said_now(self) -> Option<bool> {
        match self {
            Self::SaidNow => Some(true),
            Self::NotSaidNow => Some(false),
            _ => None,
        }
    }

    /// Whether a sitting is over with it.
    pub const fn closes(self) -> bool {
        matches!(self, Self::Finished | Self::ThrownAway)
    }
}

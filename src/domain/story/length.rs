//! How long a story is told.

/// The lengths that interviews leave room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// A half minute: what a follow-up or a form has room for.
    Half,
    /// One minute.
    One,
    /// A minute and a half: the usual answer.
    OneAndHalf,
    /// Three minutes: when they ask for all of it.
    Three,
}

/// One story takes no more than one part in so many of an interview.
const SHARE: u32 = 10;

/// Words a minute at which a story is told without hurry, below the usual pace of talk.
const QUIET: u16 = 120;

/// The seconds in which so many words are told without hurry, by somebody who speaks so many a minute.
pub fn quiet_seconds(words: usize, pace: u16) -> usize {
    (words * 60).div_ceil(usize::from(pace.clamp(1, QUIET)))
}

impl Length {
    /// All, shortest first.
    pub const ALL: [Self; 4] = [Self::Half, Self::One, Self::OneAndHalf, Self::Three];

    /// Its seconds.
    pub const fn seconds(self) -> u16 {
        match self {
            Self::Half => 30,
            Self::One => 60,
            Self::OneAndHalf => 90,
            Self::Three => 180,
        }
    }

    /// How many words that is at a quiet pace, for somebody who speaks so many a minute.
    pub fn words(self, pace: u16) -> u16 {
        pace.min(QUIET) * (self.seconds() / 30) / 2
    }

    /// Whether an interview of so many minutes has room for it: nobody is listened to for more than a tenth of one.
    pub fn fits(self, minutes: u32) -> bool {
        u32::from(self.seconds()) <= minutes.saturating_mul(60 / SHARE)
    }
}

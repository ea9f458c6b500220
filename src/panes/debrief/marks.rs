//! The two marks of a remembered question, in words.

use crate::domain::id::StoryId;
use crate::domain::journal::Reaction;
use crate::domain::level::Level;
use crate::domain::library::StageId;
use crate::keys::Command;
use crate::widgets::prose;

/// Below this width the answers stand closer, so that all of them have room.
const NARROW: u16 = 50;

/// A space at which no line breaks.
const TIED: &str = "\u{a0}";

/// A story of the ledger, and what it is called.
pub type Named = (StoryId, String);

/// Which mark is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// How it went.
    Level,
    /// How they took it.
    Reaction,
    /// Which story was told.
    Story,
}

impl Asking {
    /// The question with all its answers, none of them torn apart, the one that was chosen in brackets.
    pub fn lines(
        self,
        shown: Option<usize>,
        (stage, stories): (Option<StageId>, &[Named]),
        width: u16,
    ) -> Vec<String> {
        let (question, answers): (&str, Vec<String>) = match self {
            Self::Level => (
                "How did it go?",
                Level::ALL.map(|l| l.word().to_lowercase()).into(),
            ),
            Self::Reaction => (
                "And they?",
                Reaction::ALL.map(|r| r.words(stage).to_owned()).into(),
            ),
            Self::Story => (
                if stories.len() > Command::PICKS.len() {
                    "With which story? 1 to 9, left and right for the others:"
                } else {
                    "With which story?"
                },
                stories.iter().map(|(_, name)| name.clone()).collect(),
            ),
        };
        let narrow = width < NARROW;
        let option = |(i, word): (usize, &String)| {
            let option = match (shown == Some(i), narrow) {
                (true, _) => format!("[{} {word}]", i + 1),
                (false, true) => format!("{} {word}", i + 1),
                (false, false) => format!(" {} {word} ", i + 1),
            };
            option.replace(' ', TIED)
        };
        let options: Vec<String> = answers.iter().enumerate().map(option).collect();
        let between = if narrow { "  " } else { " " };
        let line = format!("{}  {}", question.replace(' ', TIED), options.join(between));
        let lines = prose::wrap(&line, width).into_iter();
        lines.map(|line| line.replace(TIED, " ")).collect()
    }
}

//! One line of the card, and where it is kept.

use crate::domain::id::{EntryId, QuestionId, StoryId};

/// What a line is about, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Day and hour, and how long.
    When,
    /// The place, or the link.
    Where,
    /// Whom one meets.
    Who,
    /// What their advert asks for.
    Wanted,
    /// First sentences.
    First,
    /// Figures.
    Numbers,
    /// What they were told of pay, notice, reasons.
    Told,
    /// Who speaks for the user and which papers there are, before the checks.
    Ready,
    /// What is asked of them.
    Ask,
    /// What one says to oneself.
    Yourself,
    /// What to bring.
    Bring,
}

impl Part {
    /// Its word at the left.
    pub const fn title(self) -> &'static str {
        match self {
            Self::When => "When",
            Self::Where => "Where",
            Self::Who => "Who",
            Self::Wanted => "They want",
            Self::First => "Say first",
            Self::Numbers => "Numbers",
            Self::Told => "Told them",
            Self::Ready => "Ready",
            Self::Ask => "Ask",
            Self::Yourself => "To yourself",
            Self::Bring => "Bring",
        }
    }
}

/// Where a line is kept, which is where it is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// With the interview.
    Round,
    /// In the notes of the application.
    Job,
    /// In a note of the journal.
    Entry(EntryId),
    /// In a debrief.
    Debrief(EntryId),
    /// In an answer to this question.
    Question(QuestionId),
    /// In a story.
    Story(StoryId),
    /// On the scorecard of the job.
    Scorecard,
    /// Among what they were told.
    Told,
    /// Among referees and papers.
    References,
    /// Among the questions that are kept to be asked.
    Asks,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub part: Part,
    /// A word before it, such as what a first sentence answers; may be empty.
    pub about: String,
    /// The user's words; empty where they are still to be written.
    pub words: String,
    /// Where they are kept.
    pub kept: Kept,
}

impl Line {
    /// Whether it is still to be written.
    pub const fn is_open(&self) -> bool {
        self.words.is_empty()
    }

    /// The line as it is read: with the word before it, a first sentence in quotes.
    pub fn told(&self) -> String {
        if self.is_open() {
            return "not written yet".to_owned();
        }
        let quoted = self.part == Part::First;
        let words = if quoted {
            format!("\"{}\"", self.words)
        } else {
            self.words.clone()
        };
        match self.about.as_str() {
            "" => words,
            about => format!("{about}: {words}"),
        }
    }
}

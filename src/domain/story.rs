//! A true event of the user's, told as an answer; six to ten of them cover what interviews ask for.

mod answer;
mod cover;
mod drill;
mod heard;
mod length;
mod recall;
mod taken;
mod told;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{ApplicationId, CompetencyId, EntryId, StoryId};
use super::journey::{Application, Round};
use super::level::Level;
use super::library::StageId;
use super::person::names;
use super::text::beginning;

pub use answer::from_answer;
pub use cover::{
    Carried, Cover, asked_at, asking, cover, fitting, for_its_first, holes, told_kinds,
};
pub use drill::{Prompt, SECONDS, prompts};
pub use heard::{Heard, heard, instead};
pub use length::{Length, quiet_seconds};
pub use recall::{due, next_due};
pub use taken::{Taken, taken};
pub use told::told_in;

/// What a story says about a competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Nothing.
    Neither,
    /// It comes up on the way.
    Touches,
    /// The story is proof of it.
    Shows,
}

impl Mark {
    /// What one key makes of it: shows, touches, neither, and from the start again.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Neither => Self::Shows,
            Self::Shows => Self::Touches,
            Self::Touches => Self::Neither,
        }
    }

    /// The words on the screen: `shows it`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Shows => "shows it",
            Self::Touches => "touches it",
            Self::Neither => "neither",
        }
    }
}

/// A part that a story is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What it is called among one's own.
    Title,
    /// How it begins when it is told.
    First,
    /// When and where it was.
    Situation,
    /// What had to be reached.
    Task,
    /// What I did.
    Actions,
    /// What came of it.
    Result,
    /// The figure in it.
    Number,
    /// What I do today because of it.
    Learning,
}

impl Part {
    /// All, as they are told; the title first.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Situation,
        Self::Task,
        Self::Actions,
        Self::Result,
        Self::Number,
        Self::Learning,
        Self::First,
    ];

    /// The words on the screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::First => "First sentence",
            Self::Situation => "Situation",
            Self::Task => "Task",
            Self::Actions => "What I did",
            Self::Result => "Result",
            Self::Number => "Number",
            Self::Learning => "Learning",
        }
    }
}

/// One time a story was told in a real interview.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// To which employer; `None` where no application tells of it.
    pub application: Option<ApplicationId>,
    /// At which stage.
    pub stage: Option<StageId>,
    /// The day.
    pub day: NaiveDate,
    /// Names of those who heard it; empty where nobody wrote them down.
    pub people: Vec<String>,
    /// How it went.
    pub level: Option<Level>,
    /// The debrief that tells it, so that a change of one finds the other.
    pub debrief: Option<EntryId>,
}

impl Told {
    /// As it was told in an interview of an application.
    pub fn in_round(application: &Application, round: &Round, today: NaiveDate) -> Self {
        Self {
            application: Some(application.id.clone()),
            stage: Some(round.stage),
            day: round.date.unwrap_or(today),
            people: names(&round.people),
            level: None,
            debrief: None,
        }
    }
}

/// How naming the story went in the drill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Named {
    /// Within ten seconds.
    Ok,
    /// It took longer.
    Slow,
    /// Another one was named, or none.
    Missed,
}

impl Named {
    /// The word on the screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ok => "there at once",
            Self::Slow => "slow",
            Self::Missed => "missed",
        }
    }
}

/// One time it was to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recalled {
    /// The day.
    pub day: NaiveDate,
    /// How it went.
    pub how: Named,
}

/// A story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Also the stem of its file: `the-queue-i-kept`.
    pub id: StoryId,
    /// What it is called.
    pub title: String,
    /// How it begins when it is told.
    pub first_sentence: String,
    /// When and where it was.
    pub situation: String,
    /// What had to be reached, and what made it hard.
    pub task: String,
    /// What I did, step by step.
    pub actions: Vec<String>,
    /// What came of it.
    pub result: String,
    /// The figure in it.
    pub number: String,
    /// What I do today because of it.
    pub learning: String,
    /// Competencies that it is proof of.
    pub shows: Vec<CompetencyId>,
    /// Competencies that come up on the way.
    pub touches: Vec<CompetencyId>,
    /// What is told in 30, 90 … seconds, in the user's words; empty where nothing was written for that.
    pub lengths: [String; Length::ALL.len()],
    /// What stands in its file under a length that is none of these, by its name: nothing asks for it, and it stays.
    pub other_lengths: Vec<(String, String)>,
    /// Where it was told.
    pub told: Vec<Told>,
    /// How naming it went, oldest first.
    pub recall: Vec<Recalled>,
    /// The day it was written down.
    pub created: Option<NaiveDate>,
    /// Left out of exports.
    pub private: bool,
}

impl Story {
    /// An empty one.
    pub fn new(id: StoryId, today: NaiveDate) -> Self {
        Self {
            id,
            title: String::new(),
            first_sentence: String::new(),
            situation: String::new(),
            task: String::new(),
            actions: Vec::new(),
            result: String::new(),
            number: String::new(),
            learning: String::new(),
            shows: Vec::new(),
            touches: Vec::new(),
            lengths: Default::default(),
            other_lengths: Vec::new(),
            told: Vec::new(),
            recall: Vec::new(),
            created: Some(today),
            private: false,
        }
    }

    /// What lists are sorted by, so that a story keeps its number: the day it was written down, then its file.
    pub fn order(&self) -> (Option<NaiveDate>, StoryId) {
        (self.created, self.id.clone())
    }

    /// The title, or the first words of what there is.
    pub fn name(&self) -> String {
        let texts = [&self.title, &self.first_sentence, &self.situation];
        let filled = texts.into_iter().find(|text| !text.trim().is_empty());
        filled.map_or_else(|| self.id.to_string(), |text| beginning(text))
    }

    /// What it says about a competency.
    pub fn mark(&self, competency: &str) -> Mark {
        let has = |list: &[CompetencyId]| list.iter().any(|c| c.as_str() == competency);
        if has(&self.shows) {
            Mark::Shows
        } else if has(&self.touches) {
            Mark::Touches
        } else {
            Mark::Neither
        }
    }

    /// Says what it says about a competency.
    pub fn set_mark(&mut self, competency: &CompetencyId, mark: Mark) {
        self.shows.retain(|c| c != competency);
        self.touches.retain(|c| c != competency);
        match mark {
            Mark::Shows => self.shows.push(competency.clone()),
            Mark::Touches => self.touches.push(competency.clone()),
            Mark::Neither => {}
        }
    }

    /// How well it fits a question that asks for these competencies, of which the first is what it asks for most.
    pub fn fits(&self, competencies: &[CompetencyId]) -> Mark {
        let mut marks = competencies.iter().map(|c| self.mark(c.as_str()));
        match marks.next() {
            Some(Mark::Shows) => Mark::Shows,
            first => first
                .into_iter()
                .chain(marks)
                .max()
                .map_or(Mark::Neither, |mark| mark.min(Mark::Touches)),
        }
    }

    /// Whether a part has nothing in it.
    pub fn lacks(&self, part: Part) -> bool {
        let text = match part {
            Part::Title => &self.title,
            Part::First => &self.first_sentence,
            Part::Situation => &self.situation,
            Part::Task => &self.task,
            Part::Actions => return self.actions.iter().all(|a| a.trim().is_empty()),
            Part::Result => &self.result,
            Part::Number => &self.number,
            Part::Learning => &self.learning,
        };
        text.trim().is_empty()
    }

    /// What is told in this length, where the user wrote that down.
    pub fn told_in(&self, length: Length) -> Option<&str> {
        let text = self.lengths[length as usize].as_str();
        (!text.trim().is_empty()).then_some(text)
    }

    /// The lengths that were written down.
    pub fn written_lengths(&self) -> Vec<Length> {
        let all = Length::ALL.into_iter();
        all.filter(|length| self.told_in(*length).is_some())
            .collect()
    }

    /// How it went the last time that somebody said so.
    pub fn level(&self) -> Option<Level> {
        let rated = self.told.iter().filter(|t| t.level.is_some());
        rated.max_by_key(|t| t.day)?.level
    }

    /// `told to nobody yet`, `told once`, `told 3 times`.
    pub fn told_words(&self) -> String {
        match self.told.len() {
            0 => "told to nobody yet".to_owned(),
            1 => "told once".to_owned(),
            2 => "told twice".to_owned(),
            n => format!("told {n} times"),
        }
    }

    /// Its text for finding it: every word of it.
    pub fn words(&self) -> String {
        let parts = [
            &self.title,
            &self.first_sentence,
            &self.situation,
            &self.task,
            &self.result,
            &self.number,
            &self.learning,
        ];
        let parts = parts.into_iter().chain(&self.actions).chain(&self.lengths);
        let parts: Vec<&str> = parts.map(String::as_str).collect();
        parts.join("\n")
    }
}

#[cfg(test)]
mod tests;

//! One thing to do.

use crate::domain::id::{ApplicationId, BlueprintId, EntryId, ScenarioId, SittingId};
use crate::domain::library::StageId;
use crate::domain::practice::pick::Filter;
use crate::domain::text::{capital, full_stop};

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Todo {
    /// Take up a sitting that was left or killed.
    GoOn(SittingId),
    /// Rate the answers of a sitting that wait for it.
    Rate(SittingId),
    /// Have an answer ready to a doubt: the debrief that tells it, and its place there.
    Doubt(EntryId, usize),
    /// Write down how a round went.
    Debrief {
        /// The employer.
        application: ApplicationId,
        /// The stage of the round.
        stage: StageId,
    },
    /// The two questions of the five-minute mock.
    FiveMinuteMock,
    /// The whole mock that was chosen for the next round.
    Mock(BlueprintId),
    /// Two easy questions that nothing is rated of.
    WarmUp,
    /// The page of the next interview: its day, one's own notes and questions, and how to prepare.
    Sheet(ApplicationId, StageId),
    /// Rehearse a talk.
    Talk(ScenarioId),
    /// A drill.
    Drill {
        /// Which questions.
        filter: Filter,
        /// How many.
        count: usize,
    },
}

/// One thing to do, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What.
    pub todo: Todo,
    /// What it is called.
    pub title: String,
    /// About how long it takes; 0 where nobody can say.
    pub minutes: u32,
    /// Why now, without a full stop.
    pub reason: String,
}

impl Thing {
    /// `Conflict with a peer, 10 minutes.`; without the minutes where nobody can say, or the title says them already.
    pub fn head(&self) -> String {
        let (title, minutes) = (&self.title, self.minutes);
        let length = match minutes {
            0 => String::new(),
            _ if title.contains("minute") => String::new(),
            1 => "1 minute".to_owned(),
            _ => format!("{minutes} minutes"),
        };
        match title.ends_with(['?', '.', '!']) {
            _ if length.is_empty() => full_stop(title),
            true => format!("{title} {}.", capital(&length)),
            false => format!("{title}, {length}."),
        }
    }

    /// `Partly the last time.`
    pub fn why(&self) -> String {
        full_stop(&capital(&self.reason))
    }

    /// Both in one line.
    pub fn told(&self) -> String {
        format!("{} {}", self.head(), self.why())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minutes_are_told_once_and_only_where_somebody_can_say() {
        let told = |title: &str, minutes: u32| {
            let thing = Thing {
                todo: Todo::WarmUp,
                title: title.to_owned(),
                minutes,
                reason: "for tomorrow, Acme".to_owned(),
            };
            thing.told()
        };
        for (title, minutes, line) in [
            (
                "Prepare: 0 of 8 steps done",
                0,
                "Prepare: 0 of 8 steps done.",
            ),
            ("Debrief: Acme", 2, "Debrief: Acme, 2 minutes."),
            ("Rate: Drill", 1, "Rate: Drill, 1 minute."),
            ("Why nights?", 10, "Why nights? 10 minutes."),
            ("Five-minute mock", 5, "Five-minute mock."),
        ] {
            assert_eq!(told(title, minutes), format!("{line} For tomorrow, Acme."));
        }
    }
}

//! One thing to do.

use crate::domain::id::{
    ApplicationId, BlueprintId, CompetencyId, EntryId, QuestionId, RefereeId, ScenarioId, SittingId,
};
use crate::domain::journey::Slot;
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
        /// Which of its interviews.
        slot: Slot,
    },
    /// The two questions of the five-minute mock.
    FiveMinuteMock,
    /// The whole mock that was chosen for the next round.
    Mock(BlueprintId),
    /// Two easy questions that nothing is rated of.
    WarmUp,
    /// A step of the plan for the days before an interview.
    Step {
        /// The job.
        application: ApplicationId,
        /// The stage of the interview, where its tick is kept.
        stage: StageId,
        /// What it is done with, as the plan has it.
        link: String,
        /// Its words.
        text: String,
    },
    /// The page of the next interview: its day, one's own notes and questions, and how to prepare.
    Sheet(ApplicationId, StageId),
    /// The same page from its top: when, where and whom, one's own notes and questions.
    Notes(ApplicationId, Slot),
    /// The card of an interview, for the last ten minutes before it.
    Card(ApplicationId, Slot),
    /// Answer the offer of a job.
    Answer(ApplicationId),
    /// Write a story that shows this.
    Story(CompetencyId),
    /// Rate answers of an earlier day again.
    SecondLook,
    /// Name the stories whose day has come.
    Recall,
    /// Tell somebody who would speak for the user that this employer may call.
    Tell(RefereeId, ApplicationId),
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

impl Todo {
    /// Its name for programs; names are only ever added.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::GoOn(_) => "go-on",
            Self::Rate(_) => "rate",
            Self::Doubt(..) => "doubt",
            Self::Debrief { .. } => "debrief",
            Self::FiveMinuteMock | Self::Mock(_) => "mock",
            Self::WarmUp => "warm-up",
            Self::Step { .. } => "step",
            Self::Sheet(..) => "prepare",
            Self::Notes(..) => "notes",
            Self::Card(..) => "card",
            Self::Answer(_) => "answer-offer",
            Self::Story(_) => "story",
            Self::SecondLook => "second-look",
            Self::Recall => "recall",
            Self::Tell(..) => "tell",
            Self::Talk(_) => "talk",
            Self::Drill { .. } => "drill",
        }
    }

    /// What starts it from a shell, after the name of the program; `None` for what begins on Today, where it stands
    /// first. `name` tells what names an interview there.
    pub fn command(&self, name: impl Fn(&ApplicationId, Slot) -> String) -> Option<String> {
        match self {
            Self::Talk(id) => Some(format!("drill --scenario {id}")),
            Self::Card(id, slot) => Some(format!("print last-ten --for {}", name(id, *slot))),
            Self::Answer(id) => Some(format!("print offers --for {id}")),
            Self::Mock(id) => Some(format!("drill --blueprint {id}")),
            Self::Drill { filter, count } => drill(filter, *count),
            Self::GoOn(_)
            | Self::Rate(_)
            | Self::Doubt(..)
            | Self::Debrief { .. }
            | Self::FiveMinuteMock
            | Self::WarmUp
            | Self::Step { .. }
            | Self::Sheet(..)
            | Self::Notes(..)
            | Self::Story(_)
            | Self::SecondLook
            | Self::Recall
            | Self::Tell(..) => None,
        }
    }

    /// The questions that it is about, where it is about certain ones.
    pub fn questions(&self) -> &[QuestionId] {
        match self {
            Self::Drill { filter, .. } => filter.ticked.as_slice(),
            Self::GoOn(_)
            | Self::Rate(_)
            | Self::Doubt(..)
            | Self::Debrief { .. }
            | Self::FiveMinuteMock
            | Self::Mock(_)
            | Self::WarmUp
            | Self::Step { .. }
            | Self::Sheet(..)
            | Self::Notes(..)
            | Self::Card(..)
            | Self::Answer(_)
            | Self::Story(_)
            | Self::SecondLook
            | Self::Recall
            | Self::Tell(..)
            | Self::Talk(_) => &[],
        }
    }
}

/// A drill as it is asked for; `None` where no option tells of what it draws from.
fn drill(filter: &Filter, count: usize) -> Option<String> {
    if !filter.ticked.is_empty() {
        let asked = filter.ticked.iter().map(|id| format!(" --question {id}"));
        return Some(format!("drill{}", asked.collect::<String>()));
    }
    if !filter.last.is_empty() {
        return None;
    }
    let stage = filter.stage.map(|stage| format!(" --stage {}", stage.id()));
    let kinds = filter
        .kinds
        .iter()
        .map(|kind| format!(" --kind {}", kind.id()));
    let about = filter.competencies.iter();
    let about = about.map(|id| format!(" --competency {id}"));
    let asked = stage.into_iter().chain(kinds).chain(about);
    Some(format!(
        "drill{} --count {count}",
        asked.collect::<String>()
    ))
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
    /// `Conflict with a peer, 10 minutes.`; without the minutes where nobody can say, or the title of a mock says them
    /// already. The words of a question are about other minutes.
    pub fn head(&self) -> String {
        let (title, minutes) = (&self.title, self.minutes);
        let names_minutes = matches!(self.todo, Todo::Mock(_) | Todo::FiveMinuteMock);
        let left = matches!(self.todo, Todo::GoOn(_)) && title.contains(" minutes");
        let length = match minutes {
            0 => String::new(),
            // The title of a mock that was left says how long the whole is.
            _ if left && title.ends_with(&format!(" {minutes} minutes")) => String::new(),
            _ if left => format!("{minutes} left"),
            _ if names_minutes && title.contains("minute") => String::new(),
            1 => "1 minute".to_owned(),
            _ => format!("{minutes} minutes"),
        };
        let whole = full_stop(title);
        if length.is_empty() {
            whole
        } else if whole == *title {
            format!("{title} {}.", capital(&length))
        } else {
            format!("{title}, {length}.")
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
                todo: if title.ends_with("mock") {
                    Todo::FiveMinuteMock
                } else {
                    Todo::WarmUp
                },
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
            (
                "Go on with: Five-minute mock, left",
                2,
                "Go on with: Five-minute mock, left, 2 minutes.",
            ),
            (
                "You are forty minutes late. What do you do?",
                3,
                "You are forty minutes late. What do you do? 3 minutes.",
            ),
        ] {
            assert_eq!(told(title, minutes), format!("{line} For tomorrow, Acme."));
        }
    }

    #[test]
    fn an_employer_with_a_stop_in_its_name_gets_no_second_one() {
        let thing = Thing {
            todo: Todo::WarmUp,
            title: "Warm-up".to_owned(),
            minutes: 0,
            reason: "for tomorrow, Acme Inc.".to_owned(),
        };
        assert_eq!(thing.told(), "Warm-up. For tomorrow, Acme Inc.");
    }
}

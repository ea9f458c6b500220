//! Stories: one that the next interview asks for and that is not there yet, and those that are to be named again.

use super::outlook::{AHEAD, Outlook};
use super::thing::{Thing, Todo};
use super::words::talk;
use crate::domain::scorecard;
use crate::domain::story::holes;

/// Minutes in which one is written down.
const STORY: u32 = 5;

/// Stories that are named in a minute.
const A_MINUTE: usize = 4;

impl Outlook<'_> {
    /// In the week before, for somebody who keeps stories: what the stage of the next interview asks for most and none
    /// shows. On the eve it is too late for a new one.
    pub(super) fn missing_story(&self) -> Option<Thing> {
        self.days_to().filter(|days| (2..=AHEAD).contains(days))?;
        let (job, round) = self.next_round()?;
        if self.stories.is_empty() {
            return None;
        }
        let asked = scorecard::asked(Some(job), self.library, round.stage, self.family);
        let hole = holes(self.stories, &asked).first().copied()?.clone();
        let title = self.library.competency_title(hole.as_str());
        let by_advert = job.scorecard.iter().any(|point| point.competency == hole);
        let who = if by_advert {
            "their advert".to_owned()
        } else {
            format!("the {}", talk(round.stage))
        };
        Some(Thing {
            title: format!("A story for: {title}"),
            todo: Todo::Story(hole),
            minutes: STORY,
            reason: format!("{who} asks for it, and no story shows it"),
        })
    }

    /// The stories whose day to be named has come, in one line.
    pub(super) fn stories_to_name(&self) -> Option<Thing> {
        let due = self.stories_due;
        (due > 0).then(|| Thing {
            title: format!("Name your stories: {due} due"),
            todo: Todo::Recall,
            minutes: u32::try_from(due.div_ceil(A_MINUTE)).unwrap_or(u32::MAX),
            reason: "so that each is there at once".to_owned(),
        })
    }
}

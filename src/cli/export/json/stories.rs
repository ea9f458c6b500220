//! Stories for programs.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::id::{ApplicationId, CompetencyId, EntryId, StoryId};
use crate::domain::level::Level;
use crate::domain::library::StageId;
use crate::domain::story::{self, Length, Named};

#[derive(Serialize)]
pub(super) struct Story<'a> {
    id: &'a StoryId,
    title: &'a str,
    created: Option<NaiveDate>,
    first_sentence: &'a str,
    situation: &'a str,
    task: &'a str,
    actions: &'a [String],
    result: &'a str,
    number: &'a str,
    learning: &'a str,
    shows: &'a [CompetencyId],
    touches: &'a [CompetencyId],
    /// By seconds.
    lengths: BTreeMap<String, &'a str>,
    told: Vec<Told<'a>>,
    recall: Vec<Recalled>,
}

#[derive(Serialize)]
struct Told<'a> {
    day: NaiveDate,
    application: Option<&'a ApplicationId>,
    stage: Option<StageId>,
    people: &'a [String],
    level: Option<Level>,
    debrief: Option<&'a EntryId>,
}

#[derive(Serialize)]
struct Recalled {
    day: NaiveDate,
    how: Named,
}

impl<'a> Story<'a> {
    pub(super) fn of(story: &'a story::Story) -> Self {
        let length = |length: Length| Some((length.seconds().to_string(), story.told_in(length)?));
        let others = story.other_lengths.iter();
        let others = others.map(|(name, text)| (name.clone(), text.as_str()));
        let told = |told: &'a story::Told| Told {
            day: told.day,
            application: told.application.as_ref(),
            stage: told.stage,
            people: &told.people,
            level: told.level,
            debrief: told.debrief.as_ref(),
        };
        let recalled = |recalled: &story::Recalled| Recalled {
            day: recalled.day,
            how: recalled.how,
        };
        Self {
            id: &story.id,
            title: &story.title,
            created: story.created,
            first_sentence: &story.first_sentence,
            situation: &story.situation,
            task: &story.task,
            actions: &story.actions,
            result: &story.result,
            number: &story.number,
            learning: &story.learning,
            shows: &story.shows,
            touches: &story.touches,
            lengths: (Length::ALL.into_iter().filter_map(length))
                .chain(others)
                .collect(),
            told: story.told.iter().map(told).collect(),
            recall: story.recall.iter().map(recalled).collect(),
        }
    }
}

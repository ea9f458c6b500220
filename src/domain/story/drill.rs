//! Ten seconds to name the story: a question as it may be asked, and which of one's own stories answers it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Mark, Named, Story, due, fitting, for_its_first};
use crate::domain::dice::Dice;
use crate::domain::id::{CompetencyId, QuestionId, StoryId};
use crate::domain::library::{Card, StageId};

/// Seconds in which it should be there. Nothing happens when they are over.
pub const SECONDS: u32 = 10;

/// Most questions of a drill.
const MOST: usize = 10;

/// A question to which a story is to be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The question.
    pub question: QuestionId,
    /// Its words.
    pub text: String,
    /// What it asks for, most of all the first.
    asks: Arc<[CompetencyId]>,
    /// The story that it was drawn for.
    pub story: StoryId,
}

impl Prompt {
    /// How naming went, and of which story: whichever shows what is asked for is as good as the one that was meant.
    /// When another one was named, or none, it is the one that was meant which comes back. `limit`: the seconds in which
    /// it should be there, extra time included.
    pub fn judge(
        &self,
        stories: &[Story],
        named: Option<&StoryId>,
        (seconds, limit): (u32, u32),
    ) -> (StoryId, Named) {
        let named = named.and_then(|id| stories.iter().find(|s| s.id == *id));
        match named.filter(|story| story.fits(&self.asks) == Mark::Shows) {
            Some(story) if seconds <= limit => (story.id.clone(), Named::Ok),
            Some(story) => (story.id.clone(), Named::Slow),
            None => (self.story.clone(), Named::Missed),
        }
    }

    /// The stories that show what is asked for, with their places.
    pub fn shown_by<'a>(&self, stories: &'a [Story]) -> Vec<(usize, &'a Story)> {
        let fitting = fitting(stories, &self.asks).into_iter();
        let shows = fitting.filter(|(.., mark)| *mark == Mark::Shows);
        shows.map(|(at, story, _)| (at, story)).collect()
    }
}

/// The questions of a drill: one for each story that is to be named now, from those that the next interview asks where
/// there are such. When none of these can be asked for, all come that were not named today, and then all of them.
pub fn prompts(
    stories: &[Story],
    pool: &[&Card],
    next: (Option<StageId>, Option<NaiveDate>),
    today: NaiveDate,
    seed: u64,
) -> Vec<Prompt> {
    let (stage, aim) = next;
    let due: Vec<&Story> = due(stories, pool, aim, today)
        .into_iter()
        .map(|d| d.1)
        .collect();
    let named = |story: &&Story| story.recall.last().is_some_and(|last| last.day == today);
    let open: Vec<&Story> = stories.iter().filter(|story| !named(story)).collect();
    let turns = [due, open, stories.iter().collect()];
    let mut drawn = turns.iter().map(|turn| draw(turn, pool, stage, seed));
    let mut prompts = drawn.find(|found| !found.is_empty()).unwrap_or_default();
    // In the order of the ledger the numbers would name themselves.
    Dice::stream(seed, "stories in turn", 0).shuffle(&mut prompts);
    prompts
}

/// A question for each of some stories; none for one that no question asks for.
fn draw(stories: &[&Story], pool: &[&Card], stage: Option<StageId>, seed: u64) -> Vec<Prompt> {
    let mut prompts: Vec<Prompt> = Vec::new();
    for story in stories {
        let fits = |card: &&Card| {
            story.fits(&card.competencies) == Mark::Shows
                && prompts.iter().all(|prompt| prompt.question != card.id)
        };
        let of_stage = |card: &&Card| stage.is_some_and(|stage| card.stages.contains(&stage));
        let fitting = for_its_first(story, pool.iter().copied().filter(fits).collect());
        let mut asked: Vec<_> = fitting.iter().copied().filter(of_stage).collect();
        if asked.is_empty() {
            asked = fitting;
        }
        if asked.is_empty() {
            continue;
        }
        let mut dice = Dice::stream(seed, "a question for a story", prompts.len() as u64);
        let card = asked[dice.below(asked.len())];
        prompts.push(Prompt {
            question: card.id.clone(),
            text: card.text.clone(),
            asks: Arc::clone(&card.competencies),
            story: story.id.clone(),
        });
        if prompts.len() == MOST {
            break;
        }
    }
    prompts
}

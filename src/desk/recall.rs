//! Naming a story in ten seconds: what is asked, and what is written down of it. Each one is kept at once, so that a drill
//! that was broken off goes on with the rest.

use super::effect::Effect;
use super::model::Model;
use super::undo::Step;
use crate::domain::id::StoryId;
use crate::domain::library::Card;
use crate::domain::practice::pick::Filter;
use crate::domain::practice::schedule::Aim;
use crate::domain::story::{
    Named, Prompt, Recalled, SECONDS, Story, due, next_due, prompts, told_kinds,
};
use crate::domain::time::{Now, day_and_date};

/// One story that was named, or was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Of which story it is noted.
    pub story: StoryId,
    /// How it went; `None` where none of them fits the question, which is no miss, and nothing is noted of it.
    pub how: Option<Named>,
    /// The one that was named.
    pub named: Option<StoryId>,
    /// Seconds until it was named.
    pub seconds: u32,
}

impl Taken {
    /// What is kept in hand where none of the stories fits a question.
    pub fn none_fits(prompt: &Prompt) -> Self {
        Self {
            story: prompt.story.clone(),
            how: None,
            named: None,
            seconds: 0,
        }
    }
}

impl Model {
    /// The questions of a drill as of now.
    pub fn story_prompts(&mut self, now: Now) -> Vec<Prompt> {
        let seed = self.next_seed();
        let pool = self.story_questions();
        let stage = self.next_interview(now.wall).map(|(_, round)| round.stage);
        let next = (stage, self.story_aim(now));
        prompts(&self.stories.list, &pool, next, now.date(), seed)
    }

    /// The stories to be named now, with their places.
    pub fn stories_due(&self, now: Now) -> Vec<(usize, &Story)> {
        if self.stories.list.is_empty() {
            return Vec::new();
        }
        let (pool, aim) = (self.story_questions(), self.story_aim(now));
        due(&self.stories.list, &pool, aim, now.date())
    }

    /// The questions that are answered with a story.
    fn story_questions(&self) -> Vec<&Card> {
        let filter = Filter {
            kinds: told_kinds(),
            family: Some(self.profile.family.clone()),
            seniority: self.profile.seniority,
            ..Filter::default()
        };
        filter.matches(&self.library, &self.practice.history)
    }

    /// Seconds in which a story should be there, extra time included.
    pub fn seconds_to_name(&self) -> u32 {
        self.profile.factor.apply(SECONDS)
    }

    /// The day by which all stories come back.
    fn story_aim(&self, now: Now) -> Option<chrono::NaiveDate> {
        let aim = Aim::of(&self.journey.applications, &self.journal.entries, now.wall);
        aim.map(|aim| aim.date)
    }

    /// When a story comes back: `tomorrow`, `on Thu 10 Dec`.
    pub fn story_comes_back(&self, id: &StoryId, now: Now) -> String {
        let Some(story) = self.stories.get(id) else {
            return String::new();
        };
        let due = next_due(story, self.story_aim(now), now.date());
        match (due - now.date()).num_days() {
            ..=0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            _ => format!("on {}", day_and_date(due, now.date())),
        }
    }

    /// Notes how naming went: of the story that was named, or of the one that was meant. Gives what is to be written.
    pub fn note_named(
        &mut self,
        prompt: &Prompt,
        named: Option<&StoryId>,
        seconds: u32,
        now: Now,
    ) -> Option<(Taken, Effect)> {
        let limit = self.seconds_to_name();
        let (id, how) = prompt.judge(&self.stories.list, named, (seconds, limit));
        let mut story = self.stories.get(&id)?.clone();
        story.recall.push(Recalled {
            day: now.date(),
            how,
        });
        let effect = Effect::SaveStory(Box::new(story.clone()));
        let words = format!("naming \"{}\"", story.name());
        let before = self.stories.put(story)?;
        self.undo.note(words, Step::put(before));
        let taken = Taken {
            story: id,
            how: Some(how),
            named: named.cloned(),
            seconds,
        };
        Some((taken, effect))
    }

    /// Takes that back again; whatever else was changed of the story stays.
    pub fn take_named_back(&mut self, taken: &Taken) -> Option<Effect> {
        let mut story = self.stories.get(&taken.story)?.clone();
        let how = taken.how?;
        let at = story.recall.iter().rposition(|r| r.how == how)?;
        story.recall.remove(at);
        let before = Step::put(story.clone());
        self.undo.forget_newest(|step| *step == before);
        self.stories.put(story.clone());
        Some(Effect::SaveStory(Box::new(story)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;
    use crate::desk::undo::undo;
    use crate::domain::library::Kind;
    use crate::domain::practice::sample;
    use crate::store::samples;

    #[test]
    fn taking_a_naming_back_takes_no_other_change_of_the_story_back() {
        let now = sample::at(0.0);
        let library = shipped::library();
        let card = (library.cards.iter()).find(|card| card.kind == Kind::Behavioral);
        let card = card.expect("a question");
        let mut story = samples::story("rota");
        story.shows = card.competencies.to_vec();
        let mut model = Model::default();
        model.stories.put(story.clone());
        let words = "marking \"The night rota\"";
        model.undo.note(words, Step::put(story));
        let asked = prompts(&model.stories.list, &[card], (None, None), now.date(), 3);
        let id = StoryId::new("rota");
        let noted = model.note_named(&asked[0], Some(&id), 3, now);
        let (taken, _) = noted.expect("it was named");
        model.take_named_back(&taken).expect("it is taken back");
        let (told, _) = undo(&mut model).expect("the mark can still be taken back");
        assert!(told.contains(words), "{told}");
    }
}

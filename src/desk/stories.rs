//! The user's stories, and what they are asked for.

use super::{Desk, Effect, undo};
use crate::domain::id::StoryId;
use crate::domain::story::Story;

/// Stories.
#[derive(Debug, Default)]
pub struct Stories {
    /// Oldest first; the place of one, from 1, is its number in the ledger.
    pub list: Vec<Story>,
}

impl Stories {
    /// One story.
    pub fn get(&self, id: &StoryId) -> Option<&Story> {
        self.list.iter().find(|s| s.id == *id)
    }

    /// Its place in the ledger.
    pub fn place(&self, id: &StoryId) -> Option<usize> {
        self.list.iter().position(|s| s.id == *id)
    }

    /// Puts a story in its place; returns what stood there.
    pub fn put(&mut self, story: Story) -> Option<Story> {
        let old = self.remove(&story.id);
        let order = story.order();
        let at = self.list.partition_point(|s| s.order() < order);
        self.list.insert(at, story);
        old
    }

    /// Takes a story away.
    pub fn remove(&mut self, id: &StoryId) -> Option<Story> {
        let at = self.place(id)?;
        Some(self.list.remove(at))
    }
}

/// Changes a story at once, on the disk, too, and in one step back; `words` say what was done to it.
pub fn change(desk: &mut Desk<'_>, id: &StoryId, words: &str, change: impl FnOnce(&mut Story)) {
    let Some(mut story) = desk.model.stories.get(id).cloned() else {
        return;
    };
    change(&mut story);
    desk.perform(Effect::SaveStory(Box::new(story.clone())));
    if let Some(before) = desk.model.stories.put(story) {
        desk.model.undo.note(words, undo::Step::put(before));
    }
}

/// Moves a story to the trash.
pub fn remove(desk: &mut Desk<'_>, id: &StoryId) {
    if let Some(story) = desk.model.stories.remove(id) {
        let words = format!("removing the story {}", story.name());
        desk.model.undo.note(words, undo::Step::put(story));
        desk.perform(Effect::TrashStory(id.clone()));
        desk.say_undoable("Moved to the trash. u takes it back.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;
    use crate::desk::effect::{Everything, Wrote};
    use crate::desk::undo::{self, Step};
    use crate::desk::{Effect, Model, Outcome};
    use crate::domain::id::FamilyId;
    use crate::domain::library::StageId;
    use crate::domain::story::{asked_at, cover, holes};
    use crate::store::samples;

    #[test]
    fn every_stage_asks_for_at_most_seven_competencies_that_the_library_knows() {
        let library = shipped::library();
        let nurse = FamilyId::new("nursing");
        for stage in StageId::ALL {
            let asked = asked_at(&library, stage, &nurse);
            assert!(asked.len() <= 7, "{stage:?}");
            assert!(asked.iter().all(|c| library.competencies.has(c.as_str())));
        }
        let asked = asked_at(&library, StageId::Panel, &nurse);
        assert_eq!(holes(&[], &asked).len(), 7, "{asked:?}");
        let all = cover(&[], &asked, &library);
        assert_eq!(all.len(), library.competencies.len());
        assert_eq!(all[0].competency, asked[0]);
    }

    /// A home with a story whose deletion can be taken back.
    fn trashed() -> Model {
        let mut model = Model::default();
        let story = samples::story("rota");
        model.stories.put(story.clone());
        model.stories.remove(&story.id);
        model.undo.note("removing the story", Step::put(story));
        model
    }

    #[test]
    fn a_story_comes_back_in_a_step_and_goes_again() {
        let mut model = trashed();
        let (words, effects) = undo::undo(&mut model).expect("a step");
        assert_eq!(words, "Taken back: removing the story (Stories)");
        assert!(matches!(effects[..], [Effect::PutStory(_)]));
        assert_eq!(model.stories.list.len(), 1);
        let (_, effects) = undo::redo(&mut model).expect("a step");
        assert!(matches!(effects[..], [Effect::TakeStory(_)]));
        assert!(model.stories.list.is_empty());
    }

    #[test]
    fn what_somebody_else_wrote_is_taken_in_and_no_step_undoes_it() {
        let mut model = trashed();
        model.refresh(Everything {
            stories: vec![samples::story("rota")],
            ..Everything::default()
        });
        assert_eq!(model.stories.list.len(), 1);
        assert!(undo::undo(&mut model).is_none());
    }

    #[test]
    fn a_step_that_somebody_else_was_before_is_forgotten() {
        let mut model = trashed();
        let id = StoryId::new("rota");
        model.absorb(&mut Outcome::NotStepped(Wrote::Story(id)));
        assert!(undo::undo(&mut model).is_none());
    }

    #[test]
    fn a_story_keeps_its_number_by_the_day_it_was_written_down() {
        let mut model = Model::default();
        let mut late = samples::story("a-late-one");
        late.created = late.created.map(|day| day + chrono::Days::new(3));
        model.stories.put(late.clone());
        model.stories.put(samples::story("rota"));
        late.title = "Another title".to_owned();
        assert!(model.stories.put(late.clone()).is_some());
        assert_eq!(model.stories.place(&late.id), Some(1));
    }
}

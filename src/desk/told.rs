//! Which stories a debrief says were told: they learn it when it is saved, and forget it in the same step back.

use super::effect::Effect;
use super::model::Model;
use super::undo::Step;
use crate::domain::journal::Entry;
use crate::domain::story::{Story, told_in};

/// The stories learn what a debrief says of them now. Gives them as they were, and what is to be written.
pub fn follow(model: &mut Model, entry: &Entry) -> (Vec<Step>, Vec<Effect>) {
    let changed: Vec<Story> = (model.stories.list.iter())
        .filter_map(|story| told_in(story, entry))
        .collect();
    let mut before = Vec::new();
    let mut effects = Vec::new();
    for story in changed {
        effects.push(Effect::SaveStory(Box::new(story.clone())));
        let old = model.stories.put(story);
        before.extend(old.map(Step::put));
    }
    (before, effects)
}

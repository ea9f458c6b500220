//! What a debrief says of a story: that it was told there.

use super::{Story, Told};
use crate::domain::journal::Entry;
use crate::domain::person::names;

/// The story with what a debrief says of it now; `None` where that changes nothing. The debrief speaks for its interview:
/// what was marked by hand about the same one is that time, not another.
pub fn told_in(story: &Story, entry: &Entry) -> Option<Story> {
    let debrief = entry.debrief.as_deref()?;
    let asked = debrief.questions.iter();
    let mut asked = asked.filter(|asked| asked.story.as_ref() == Some(&story.id));
    let said = asked.next().map(|first| Told {
        application: entry.application.clone(),
        stage: entry.stage,
        day: entry.date,
        people: names(&debrief.people),
        // Told to several questions, it went as well as it did the first time that somebody said so.
        level: first.level.or_else(|| asked.find_map(|asked| asked.level)),
        debrief: Some(entry.id.clone()),
    });
    let of_it = |told: &Told| told.debrief.as_ref() == Some(&entry.id);
    let by_hand = |told: &Told| {
        told.debrief.is_none()
            && told.day == entry.date
            && (&told.application, told.stage) == (&entry.application, entry.stage)
    };
    let mut changed = story.clone();
    let known = story.told.iter().position(of_it);
    let known = known.or_else(|| {
        story
            .told
            .iter()
            .position(by_hand)
            .filter(|_| said.is_some())
    });
    match (known, said) {
        (Some(at), Some(said)) => changed.told[at] = said,
        (Some(at), None) => drop(changed.told.remove(at)),
        (None, Some(said)) => changed.told.push(said),
        (None, None) => {}
    }
    (changed != *story).then_some(changed)
}

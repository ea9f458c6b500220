//! The ways into the drill: whether there is one, and how many stories wait.

use crate::desk::{Desk, Go, Model, Place};
use crate::domain::practice::clock::{Announce, Pacing};
use crate::domain::time::Now;
use crate::panes::Reason;
use crate::panes::words::count;

/// What is said where nothing can be asked.
const NO_STORY: &str = "There is no story yet. Write one first, then name it in ten seconds.";
const SHOWS_NOTHING: &str = "No story says yet which competency it shows. Mark that first.";

/// Opens the drill, or says why there is none.
pub fn open(desk: &mut Desk<'_>) {
    match barred(desk.model) {
        Some(reason) => desk.say(reason),
        None => desk.go(Go::Open(Place::Recall)),
    }
}

/// Why no story can be named.
pub fn barred(model: &Model) -> Option<Reason> {
    let stories = &model.stories.list;
    let bare = || stories.iter().all(|story| story.shows.is_empty());
    if stories.is_empty() {
        Some(NO_STORY.to_owned())
    } else {
        bare().then(|| SHOWS_NOTHING.to_owned())
    }
}

/// `7 stories, 3 due`, once there are stories to be named.
pub fn stories_due(model: &Model, now: Now) -> Option<String> {
    let all = model.stories.list.len();
    let stories = count(all, "story", "stories");
    let fact = match model.stories_due(now).len() {
        0 => stories,
        due => format!("{stories}, {due} due"),
    };
    (all > 0).then_some(fact)
}

/// Whether the clock is seen to move; who practices without one is only measured.
pub fn ticks(model: &Model) -> bool {
    model.profile.pacing != Pacing::None && model.config.announce == Announce::Seconds
}

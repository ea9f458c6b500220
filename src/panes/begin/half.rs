//! Half-done answers: which draft they are kept in, what is kept, and how they come back.

use super::solo;
use crate::desk::{Desk, Model};
use crate::domain::id::SittingId;
use crate::domain::practice::record::Input;
use crate::domain::practice::sitting::{self, Sitting};
use crate::domain::time::Now;
use crate::store::draft_file::{Draft, DraftKey, Owner};

/// What was half done when a sitting was left or killed.
pub(super) fn newest_draft(id: &SittingId, model: &Model) -> Option<Draft> {
    let mine = |d: &&Draft| matches!(&d.owner, Owner::Answer { sitting, .. } if sitting == id);
    let drafts = model.drafts.iter().filter(mine);
    drafts.max_by_key(|d| d.saved_at).cloned()
}

/// Puts half-done work back into a sitting, and says so.
pub(super) fn bring_back(sitting: &mut Sitting, draft: &Draft, desk: &mut Desk<'_>) {
    let now = desk.now;
    if sitting.task().is_some() {
        let back = sitting.in_task(|task| solo::restore(task, draft, now), now);
        if back.is_ok() {
            desk.say(solo::found_words(draft));
        }
        return;
    }
    let Some(half) = half(draft) else { return };
    let back = sitting.restore(&half, now).is_ok();
    if back && half.ticks.is_some() {
        desk.say("The rating goes on where you left it.");
    } else if back && !half.text.is_empty() {
        desk.say(solo::found_words(draft));
    }
}

/// Which draft belongs to the answer in hand.
pub fn draft_key(sitting: &Sitting) -> Option<DraftKey> {
    let owner = Owner::Answer {
        sitting: sitting.head().id.clone(),
        index: u16::try_from(sitting.position().0 - 1).ok()?,
        take: sitting.take(),
    };
    Some((owner, "answer".to_owned()))
}

/// The half-done answer as a draft, words and clock; `None` when nothing is half done.
pub fn draft_of(sitting: &Sitting, caret: u32, now: Now) -> Option<Draft> {
    let half = sitting.draft(now)?;
    let (owner, field) = draft_key(sitting)?;
    Some(Draft {
        owner,
        field,
        facts: facts_of(&half),
        text: half.text,
        caret,
        saved_at: now.wall,
    })
}

/// What else is kept of a half-done answer, as one line; the words stand beside it in the draft.
fn facts_of(half: &sitting::Draft) -> String {
    let facts = sitting::Draft {
        text: String::new(),
        ..half.clone()
    };
    serde_json::to_string(&facts).unwrap_or_default()
}

/// A half-done answer out of a draft file; a draft without its facts still gives the words back.
fn half(draft: &Draft) -> Option<sitting::Draft> {
    let Owner::Answer { index, take, .. } = &draft.owner else {
        return None;
    };
    let facts = serde_json::from_str(&draft.facts).unwrap_or(sitting::Draft {
        index: *index,
        take: *take,
        input: Input::Typed,
        begun: true,
        ..sitting::Draft::default()
    });
    Some(sitting::Draft {
        text: draft.text.clone(),
        ..facts
    })
}

//! What was sent to the disk and is not there yet: what comes next, a question or the rating, waits for it.
//!
//! Usually that takes a few milliseconds. On a slow disk it is said, so that nobody goes on in the belief that an
//! answer is safe.

use ratatui::layout::Rect;

use super::{Room, sitting};
use crate::desk::{Desk, Model};
use crate::domain::practice::sitting::{Phase, Sitting, Step};
use crate::domain::time::Now;
use crate::look::Role;
use crate::panes::{begin, drafting};
use crate::store::draft_file::DraftKey;
use crate::widgets::{Canvas, prose};

/// What is told meanwhile.
pub const WORDS: &str = "Your answer is being written to the disk. It goes on right after.";

/// Blocks under way, and whether what comes next waits for them.
#[derive(Debug, Default)]
pub struct Keeping {
    under_way: usize,
    /// What is on the screen: the place in the plan, from 1, the take, and the step.
    at: (usize, u8, Option<Phase>),
    waits: bool,
}

impl Keeping {
    /// A block was sent.
    pub fn sent(&mut self) {
        self.under_way += 1;
    }

    /// A block is on the disk, or it was told that it is not. What a key was told meanwhile is not so any more.
    pub fn told(&mut self, desk: &mut Desk<'_>) {
        self.under_way = self.under_way.saturating_sub(1);
        self.waits = self.waits && self.under_way > 0;
        if !self.waits {
            desk.unsay(WORDS);
        }
    }

    /// Looks whether something else came up after an answer; the steps of one rating, and starting to answer, are
    /// nothing else.
    pub fn follow(&mut self, sitting: &Sitting) {
        let step = match sitting.phase() {
            Phase::Ready | Phase::Answering => Phase::Ready,
            Phase::Flags | Phase::Anchors { .. } => Phase::Evidence,
            Phase::Retry | Phase::After | Phase::Finished => return,
            other => other,
        };
        let at = (sitting.position().0, sitting.take(), Some(step));
        if self.at != at {
            self.at = at;
            self.waits = self.under_way > 0;
        }
    }

    /// Whether what comes next is not shown yet.
    pub const fn waits(&self) -> bool {
        self.waits
    }
}

impl Room {
    pub(super) fn key(model: &Model) -> Option<DraftKey> {
        begin::draft_key(sitting(model)?)
    }

    /// Writes what is half done, words and clock, so that a kill costs neither.
    pub(super) fn keep_draft(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        let caret = self.editor.caret_chars();
        let draft = sitting(desk.model).and_then(|s| begin::draft_of(s, caret, desk.now));
        let Some(draft) = draft else { return };
        drafting::keep(draft, desk);
    }

    /// Gives a command of the rating: what is ticked is kept as long as there is something
    /// and it is not saved.
    pub(super) fn rate(
        &mut self,
        desk: &mut Desk<'_>,
        command: impl FnOnce(&mut Sitting, Now) -> Step,
    ) -> bool {
        let key = Self::key(desk.model);
        let done = self.act(desk, command);
        if sitting(desk.model).is_some_and(|s| s.phase().is_rating() && s.draft(desk.now).is_some())
        {
            self.drafting.touch(desk.now);
        } else {
            self.drafting.take();
            Self::drop_draft(key, desk);
        }
        done
    }

    pub(super) fn drop_draft(key: Option<DraftKey>, desk: &mut Desk<'_>) {
        if let Some(key) = key {
            drafting::forget(key, desk);
        }
    }
}

/// Draws the words in the place of the question.
pub fn draw(area: Rect, out: &mut Canvas<'_>) {
    out.focus(area.x, area.y, 1);
    prose::draw(out, area, WORDS, Role::Ink);
}

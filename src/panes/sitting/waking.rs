//! Time went by: what the machine does of itself, and the bell at the edges of the window.

use super::{Room, Shown, sitting};
use crate::desk::{Desk, Effect};
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::domain::time::Now;
use crate::widgets::list::Cursor;

impl Room {
    /// Steps that begin a new screen start at its top.
    pub(super) fn fresh(&mut self, now: Now) {
        self.since = now.mono;
        self.row = Cursor::default();
        self.none_said = false;
        self.anchor = Cursor::default();
        self.sentence = 0;
        self.own.clear();
        self.scroll = 0;
        self.ticked.clear();
        self.shown = Shown::Nothing;
        self.line = None;
        self.asking = None;
    }

    /// The machine moves past deadlines that have gone by.
    pub(super) fn wake(&mut self, desk: &mut Desk<'_>) {
        let before = sitting(desk.model).map(Sitting::phase);
        let key = Self::key(desk.model);
        self.act(desk, |_, _| Ok(Vec::new()));
        let after = sitting(desk.model).map(Sitting::phase);
        if after != before {
            self.fresh(desk.now);
        }
        let on = after != before || Self::key(desk.model) != key;
        if before == Some(Phase::Answering) && on {
            // The clock has ended the answer; it is written down, and not half done any more.
            self.drafting.take();
            Self::drop_draft(key, desk);
        }
        if self.drafting.due(desk.now) {
            self.keep_draft(desk);
        }
    }

    /// Rings where the window opens and where it ends, for those who want that.
    pub(super) fn ring(&mut self, desk: &mut Desk<'_>) {
        let edge = sitting(desk.model).and_then(|s| s.edge(desk.now));
        let before = std::mem::replace(&mut self.edge, edge);
        let crossed = matches!((before, edge), (Some(was), Some(is)) if was < is);
        if crossed && desk.model.config.bell {
            desk.perform(Effect::Bell);
        }
    }
}

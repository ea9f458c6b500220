//! Screens that are a form: plain mode fills them in line by line, and those that write a record are alike but for what
//! they ask.

use ratatui::layout::Rect;

use super::paper::{Happened, Paper};
use super::saving::Record;
use super::{Head, Pane, column};
use crate::desk::{Desk, Model, Msg, View};
use crate::domain::time::{Mono, Now};
use crate::keys::Context;
use crate::widgets::Canvas;
use crate::widgets::form::Form;

/// A screen that is a form.
pub trait Formed: Pane {
    /// Its fields.
    fn form(&mut self) -> &mut Form;

    /// The field with the focus holds something else now.
    fn filled_in(&mut self, desk: &mut Desk<'_>);
}

/// A form that writes a record. What is common to all of them its paper does.
pub trait OnPaper {
    /// What it writes.
    type Record: Record;

    /// What it is filled in on.
    fn paper(&self) -> &Paper<Self::Record>;

    /// The same, to be changed.
    fn paper_mut(&mut self) -> &mut Paper<Self::Record>;

    /// Puts what is known into the fields, when it comes to the front.
    fn fill(&mut self, desk: &mut Desk<'_>);

    /// What stands beside the fields follows what is in them.
    fn follow(&mut self, desk: &mut Desk<'_>);

    /// Reads the fields and sends them to be saved.
    fn save(&mut self, desk: &mut Desk<'_>);

    /// It is on the disk; `say`: that is still to be said.
    fn saved(&mut self, record: Self::Record, say: bool, desk: &mut Desk<'_>);

    /// The focused button was pressed.
    fn pressed(&mut self, _desk: &mut Desk<'_>) {}

    /// It closes; `kept`: half filled in.
    fn closed(&mut self, _kept: bool, _desk: &mut Desk<'_>) {}

    /// What it is called.
    fn title(&self, view: &View<'_>) -> String;

    /// What is said above the keys while nothing else is.
    fn advice(&self) -> String;

    /// Draws it in its column.
    fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        self.paper().form.draw(out, area);
    }
}

impl<F: OnPaper> Formed for F {
    fn form(&mut self) -> &mut Form {
        &mut self.paper_mut().form
    }

    fn filled_in(&mut self, desk: &mut Desk<'_>) {
        self.paper_mut().changed(desk.now);
        self.follow(desk);
    }
}

impl<F: OnPaper> Pane for F {
    fn context(&self, _model: &Model) -> Context {
        self.paper().form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match self.paper_mut().update(msg, desk) {
            Happened::Shown => self.fill(desk),
            Happened::Changed => self.follow(desk),
            Happened::Pressed => self.pressed(desk),
            Happened::Save => self.save(desk),
            Happened::Saved(record, say) => self.saved(record, say, desk),
            Happened::Closed(kept) => self.closed(kept, desk),
            Happened::Nothing => {}
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        self.paper().head(self.title(view))
    }

    fn status(&self, _view: &View<'_>) -> String {
        self.paper().status(self.advice())
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.paper().next_wake()
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        OnPaper::draw(self, column(area), out);
    }
}

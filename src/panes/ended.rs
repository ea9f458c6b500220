//! The end of a talk, of a set of items or of two chairs: what came of it, and from where it can be taken again.

mod chairs;
mod items;
mod talk;

use ratatui::layout::Rect;

use super::begin::solo as begin;
use super::{Head, Pane, Reason, step_of, words};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, View};
use crate::domain::id::{ScenarioId, SittingId};
use crate::domain::journal::Beside;
use crate::domain::practice::handout::handout;
use crate::domain::practice::record::{Block, Form, SittingRecord};
use crate::domain::practice::task::Task;
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::Canvas;
use crate::widgets::list::Step;
use crate::widgets::prose;
use crate::widgets::stops::{Eye, Stops};

/// The page.
pub struct Page {
    id: SittingId,
    eye: Eye,
    /// Why the sitting could not be read.
    unread: String,
}

impl Page {
    /// The end of a sitting; its words are read when they are not in memory.
    pub fn new(id: SittingId) -> Self {
        Self {
            id,
            eye: Eye::default(),
            unread: String::new(),
        }
    }

    fn record<'a>(&self, model: &'a Model) -> Option<&'a SittingRecord> {
        let shown = model.practice.shown.as_deref();
        shown.filter(|r| r.head.id == self.id)
    }

    fn stops(&self, model: &Model, now: Now, width: u16) -> Stops {
        let Some(record) = self.record(model) else {
            return Stops::default();
        };
        stops(record, model, now, width)
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let on = (command == Command::Main).then_some(Step::PageDown);
        if let Some(step) = step_of(command).or(on) {
            let width = super::text_width(desk.screen);
            let stops = self.stops(desk.model, desk.now, width);
            let before = self.eye;
            stops.step(&mut self.eye, step, super::text_height(desk));
            if on.is_some() && self.eye == before {
                desk.say("That was all of it.");
            }
            return;
        }
        match command {
            Command::Retry => self.again(desk),
            Command::Save => self.write(desk),
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }

    /// The marked turn again, or another set of the same kind and length.
    fn again(&self, desk: &mut Desk<'_>) {
        let Some(record) = self.record(desk.model).cloned() else {
            return;
        };
        match &record.head.form {
            Form::Talk(id) if !has_turns(&record) => {
                begin::talk(id, record.head.rate_each, Go::Instead, desk);
            }
            Form::Talk(_) => begin::talk_again(&record, self.eye.at.max(1), desk),
            Form::Items(items) => {
                let first = items.first();
                let item = first.and_then(|id| desk.model.library.items.get(id.as_str()));
                if let Some(item) = item {
                    begin::items(item.kind(), items.len(), Go::Instead, desk);
                }
            }
            Form::Chairs(_) => desk.go(Go::Instead(Place::SetupChairs)),
            Form::Drill => {}
        }
    }

    /// Whether it is the end of a sitting of two friends.
    fn is_of_two(&self, model: &Model) -> bool {
        let form = self.record(model).map(|record| &record.head.form);
        matches!(form, Some(Form::Chairs(_)))
    }

    /// The page for both, as Markdown.
    fn for_both(&self, model: &Model) -> Option<String> {
        let record = self.record(model).filter(|_| self.is_of_two(model))?;
        Some(handout(record, &model.library, "", 1))
    }

    fn write(&self, desk: &mut Desk<'_>) {
        if let Some(text) = self.for_both(desk.model) {
            desk.perform(Effect::WritePage(self.id.to_string(), text));
        }
    }
}

/// The page of a record, for the screen and for lines.
pub fn stops(record: &SittingRecord, model: &Model, now: Now, width: u16) -> Stops {
    let tasks = Task::all(record, &model.library, now);
    let mut page = Stops::new(width);
    if tasks.is_empty() {
        talk::write_bare(record, &mut page);
    }
    let several = tasks.len() > 1;
    for (n, (title, task)) in tasks.iter().enumerate() {
        if several {
            if n > 0 {
                page.gap();
            }
            page.say(title, Role::Dim);
            page.gap();
        }
        match task {
            Task::Talk(it) => talk::write(it, record, model, &mut page),
            Task::Items(set) => items::write(set, &model.library, &mut page),
            Task::Chairs(_) => chairs::write(record, model, &mut page),
        }
    }
    page
}

fn has_turns(record: &SittingRecord) -> bool {
    record.blocks.iter().any(|b| matches!(b, Block::Reply(_)))
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        Context::Ended
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown if self.record(desk.model).is_none() => {
                desk.perform(Effect::ReadSitting(self.id.clone()));
            }
            Msg::Outcome(Outcome::SittingRead(record)) if record.head.id == self.id => {
                desk.model.practice.shown = Some(record.clone());
            }
            Msg::Outcome(Outcome::Failed(words)) if self.record(desk.model).is_none() => {
                self.unread.clone_from(words);
            }
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let reason = match command {
            Command::Main | Command::Retry | Command::Save if self.record(model).is_none() => {
                "It is being read."
            }
            Command::Save if !self.is_of_two(model) => {
                "A page for both comes of two chairs; y copies what is here."
            }
            Command::Save if model.sample => {
                "This is the sample world: nothing of it is written. y copies it."
            }
            Command::Save if model.names_hidden => {
                "Names are hidden. H shows them, then the page can be written."
            }
            _ => return None,
        };
        Some(reason.to_owned())
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let stops = self.stops(view.model, view.now, prose::MEASURE);
        let page = self.for_both(view.model);
        page.or_else(|| Some(stops.text()).filter(|text| !text.is_empty()))
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let idle = command == Command::Save && !self.is_of_two(view.model);
        (!idle).then_some(label)
    }

    fn beside(&self) -> Option<Beside> {
        Some(Beside::Sitting(self.id.clone()))
    }

    fn head(&self, view: &View<'_>) -> Head {
        let Some(record) = self.record(view.model) else {
            return Head::untitled("The end");
        };
        let right = match &record.head.form {
            Form::Talk(id) => ends_words(view.model, id),
            _ => String::new(),
        };
        Head::Title {
            left: words::hide_names(view.model, &format!("{}: the end", record.head.title)),
            middle: String::new(),
            right,
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        match self.record(view.model).map(|r| &r.head.form) {
            Some(Form::Talk(_)) if self.eye.at > 0 => {
                "r takes this turn again. What you said stays in the file.".to_owned()
            }
            Some(Form::Talk(_)) => "r takes the first turn again, or the one you mark.".to_owned(),
            Some(Form::Items(_)) => "r starts another set.".to_owned(),
            Some(Form::Chairs(_)) => {
                "w writes it into a file for both; r takes your seats again.".to_owned()
            }
            Some(Form::Drill) | None => String::new(),
        }
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        if self.record(view.model).is_none() {
            let words = match self.unread.as_str() {
                "" => "Reading it.",
                words => words,
            };
            prose::draw(out, super::column(area), words, Role::Ink);
            return;
        }
        let body = super::column(area);
        let stops = self.stops(view.model, view.now, body.width);
        stops.draw(self.eye, body, out);
    }
}

/// `2 of 4 ends seen`; empty before the first.
pub fn ends_words(model: &Model, id: &ScenarioId) -> String {
    let seen = model.practice.past.ends(id);
    let all = model.library.scenarios.get(id.as_str());
    let all = all.map_or(0, |s| s.ends().count());
    match (seen, all) {
        (0, _) => String::new(),
        (seen, all) => format!(
            "{} of {} seen",
            seen.min(all),
            words::count(all, "end", "ends")
        ),
    }
}

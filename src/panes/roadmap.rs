//! Roadmap: the eight stages as a road, and where each application stands on it.

mod road;
mod table;

use ratatui::layout::Rect;

use super::today::nearest;
use super::{Head, Pane, Reason, step_of, unreadable};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, Section, View, undo};
use crate::domain::ahead::move_to;
use crate::domain::id::ApplicationId;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::time::{Now, day_and_date};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

use table::Row;

/// The section: one road, or all applications.
#[derive(Default)]
pub struct Roadmap {
    stage: Cursor,
    application: usize,
    all: bool,
    row: Cursor,
    /// Whether the closed ones are listed.
    unfolded: bool,
    started: bool,
    /// How many were open when another one was to be added.
    adding: Option<usize>,
    /// The application that was meant last, wherever it stands now.
    held: Option<ApplicationId>,
}

impl Roadmap {
    fn current<'a>(&self, model: &'a Model) -> Option<&'a Application> {
        if self.all {
            return self.row(model)?.job();
        }
        table::open(model).get(self.application).copied()
    }

    /// The marked row among all applications.
    fn row<'a>(&self, model: &'a Model) -> Option<Row<'a>> {
        let rows = table::rows(model, self.unfolded);
        rows.get(self.row.at).copied()
    }

    fn marked_stage(&self) -> StageId {
        StageId::ALL[self.stage.at.min(StageId::ALL.len() - 1)]
    }

    /// Puts the mark on the stage where the application stands.
    fn settle(&mut self, model: &Model) {
        let open = table::open(model);
        let here = open.get(self.application).map(|a| &a.id);
        if !self.all && self.held.is_some() && here != self.held.as_ref() {
            self.started = false;
        }
        self.application = self.application.min(open.len().saturating_sub(1));
        let rows = table::rows(model, self.unfolded).len();
        self.row.clamp(rows);
        self.all = self.all && rows > 0;
        if let Some(a) = open.get(self.application)
            && !self.started
        {
            self.started = true;
            self.stage.at = a.stage as usize;
        }
    }

    /// Another program may have added or closed an application: the same one stays in sight.
    fn find_again(&mut self, model: &Model) {
        let held = |a: &Application| Some(&a.id) == self.held.as_ref();
        if self.all {
            let rows = table::rows(model, self.unfolded);
            if let Some(at) = rows.iter().position(|row| row.job().is_some_and(held)) {
                self.row.at = at;
            }
        } else if let Some(at) = table::open(model).into_iter().position(held) {
            self.application = at;
        }
    }

    /// The first one to look at is the one that Today speaks of.
    fn begin(&mut self, model: &Model, now: Now) {
        if !self.started && self.adding.is_none() {
            let soonest = model.next_interview(now.wall).map(|(a, _)| &a.id);
            let nearest = nearest(model, soonest).map(|a| &a.id);
            let open = table::open(model);
            let at = open.iter().position(|a| Some(&a.id) == nearest);
            self.application = at.unwrap_or(0);
        }
    }

    fn add(&mut self, desk: &mut Desk<'_>) {
        self.adding = Some(table::open(desk.model).len());
        desk.go(Go::Open(Place::EditApplication(None)));
    }

    /// One that was just added is the one to look at; it stands behind the others.
    fn show_added(&mut self, model: &Model) {
        let before = self.adding.take();
        let now = table::open(model).len();
        if before.is_some_and(|before| now > before) {
            self.application = now - 1;
            self.row.at = now - 1;
            self.started = false;
        }
    }

    fn turn(&mut self, by: isize, model: &Model) {
        let count = table::open(model).len();
        if count > 0 {
            self.application = (self.application + count).saturating_add_signed(by) % count;
            self.started = false;
            self.settle(model);
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            if self.all {
                let rows = table::rows(desk.model, self.unfolded);
                self.row.step(step, rows.len());
            } else {
                self.stage.step(step, StageId::ALL.len());
            }
            return;
        }
        let current = self.current(desk.model).cloned();
        match (command, current) {
            (Command::Main, None) if self.all => self.unfolded = !self.unfolded,
            // What a closed one holds is in its form, and its ending can be taken back there.
            (Command::Main, Some(a)) if self.all && a.closed => {
                desk.go(Go::Open(Place::EditApplication(Some(a.id))));
            }
            (Command::Main, Some(_)) if self.all => {
                self.application = self.row.at;
                self.all = false;
                self.started = false;
                self.settle(desk.model);
            }
            (Command::Main, current) => {
                desk.go(Go::Open(Place::Stage(
                    self.marked_stage(),
                    current.map(|a| a.id),
                )));
            }
            (Command::Left, _) if !self.all => self.turn(-1, desk.model),
            (Command::Right, _) if !self.all => self.turn(1, desk.model),
            (Command::View, _) => {
                self.all = !self.all;
                self.row.at = self.application;
                self.settle(desk.model);
            }
            (Command::New, _) => self.add(desk),
            (Command::Edit, Some(a)) => desk.go(Go::Open(Place::EditApplication(Some(a.id)))),
            (Command::Done, Some(a)) => self.move_along(&a, desk),
            (Command::Remove, Some(a)) => remove(a, desk),
            (Command::Practice, current) => {
                let stage = if self.all {
                    current.map(|a| a.stage)
                } else {
                    Some(self.marked_stage())
                };
                desk.go(Go::Open(Place::Setup(SetupFor {
                    stage,
                    ..SetupFor::default()
                })));
            }
            (Command::Debrief, current) => {
                desk.go(Go::Open(Place::Debrief(None, current.map(|a| a.id))));
            }
            (Command::Back, _) => desk.go(Go::Back),
            (Command::Close, _) => desk.go(Go::Quit),
            _ => {}
        }
    }

    /// One road: the application stands at the marked stage now. All: it moves to the next stage.
    fn move_along(&mut self, application: &Application, desk: &mut Desk<'_>) {
        let to = if self.all {
            application.stage.next()
        } else {
            Some(self.marked_stage())
        };
        let to = to.unwrap_or(application.stage);
        stand_at(application, to, desk);
    }
}

/// The application stands at a stage from now on.
pub fn stand_at(application: &Application, to: StageId, desk: &mut Desk<'_>) {
    let name = desk.model.employer(application);
    if to == application.stage {
        return desk.say(format!("{name} stands there already."));
    }
    let mut moved = application.clone();
    let along = move_to(&mut moved, to, desk.now);
    desk.perform(Effect::SaveApplication(Box::new(moved.clone())));
    if let Some(before) = desk.model.journey.put(moved) {
        desk.model.undo.note(
            format!("moving {name}"),
            undo::Step::Application(Box::new(before)),
        );
    }
    let today = desk.now.date();
    let along = along.map_or_else(String::new, |day| {
        format!(", the interview of {} with it", day_and_date(day, today))
    });
    desk.say_undoable(format!(
        "{name} stands at: {}{along}. u takes it back.",
        to.short()
    ));
}

/// The application goes into the trash.
pub fn remove(application: Application, desk: &mut Desk<'_>) {
    let name = desk.model.employer(&application);
    desk.model.journey.remove(&application.id);
    desk.perform(Effect::TrashApplication(application.id.clone()));
    desk.model.undo.note(
        format!("removing {name}"),
        undo::Step::Application(Box::new(application)),
    );
    desk.say_undoable(format!("{name} is in the trash. u takes it back."));
}

impl Pane for Roadmap {
    fn context(&self, _model: &Model) -> Context {
        Context::Roadmap
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Command(command) => self.command(*command, desk),
            Msg::Shown => {
                self.begin(desk.model, desk.now);
                self.show_added(desk.model);
            }
            Msg::Outcome(Outcome::Refreshed(..)) => self.find_again(desk.model),
            _ => {}
        }
        self.settle(desk.model);
        self.held = self.current(desk.model).map(|a| a.id.clone());
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let needs_one = matches!(command, Command::Edit | Command::Done | Command::Remove);
        let current = self.current(model);
        if model.journey.applications.is_empty() && (needs_one || command == Command::View) {
            return Some("There is no application yet. n adds the job you are after.".to_owned());
        }
        match current {
            None if needs_one && self.all => {
                Some("These are closed. Enter lists them, and e opens the marked one.".to_owned())
            }
            None if needs_one => Some(
                "All of them are closed. v lists them; n adds the job you are after.".to_owned(),
            ),
            Some(a) if a.closed && command == Command::Done => {
                Some("It is closed. e opens it, and its ending can be taken back there.".to_owned())
            }
            _ => None,
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let count = table::open(view.model).len();
        let g = view.look.glyphs;
        let fact = match count {
            0 => String::new(),
            _ if self.all => format!("{count} open"),
            _ => format!(
                "{} {}/{count} {}",
                g.value[0],
                self.application + 1,
                g.value[1]
            ),
        };
        Head::Sections {
            active: Section::Roadmap,
            fact,
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        if let Some(words) = unreadable::words(view.model) {
            return words;
        }
        match (table::open(view.model).len(), self.all) {
            (_, true) if self.row(view.model).is_some_and(|row| row.job().is_none()) => {
                let how = if self.unfolded { "folds" } else { "lists" };
                format!("Enter {how} the closed ones. v shows one road at a time.")
            }
            (0, false) if !view.model.journey.applications.is_empty() => {
                "n adds the job you are after. v lists the closed ones.".to_owned()
            }
            (0, _) => "n adds the job you are after; then the road is yours.".to_owned(),
            (_, true) => "v shows one road at a time.".to_owned(),
            (1, false) => {
                "Space: move to the marked stage. e: its notes, days and ending.".to_owned()
            }
            (_, false) => {
                let arrows = view.look.glyphs.left_right();
                format!("{arrows} next application. Space: to this stage. e: notes, days, ending.")
            }
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        if self.all {
            table::draw(view, area, (self.row, self.unfolded), out);
        } else {
            road::draw(view, area, self.stage, self.current(view.model), out);
        }
    }
}

//! Roadmap: the eight stages as a road, and where each application stands on it.

mod along;
mod finding;
mod road;
mod table;

use ratatui::layout::Rect;

use super::finder::Finder;
use super::today::nearest;
use super::{Head, Pane, Reason, step_of, unreadable};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::ApplicationId;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::time::{Now, Wall};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

pub use along::{remove, stand_at};
pub use table::findable;
use table::{Row, Shown};

/// What is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Shows {
    /// The road of one open application.
    #[default]
    Road,
    /// All applications.
    All,
    /// One road that was opened by itself, also that of a closed application.
    Alone,
}

/// The section: one road, or all applications.
#[derive(Default)]
pub struct Roadmap {
    stage: Cursor,
    application: usize,
    shows: Shows,
    row: Cursor,
    /// Whether the closed ones are listed.
    unfolded: bool,
    started: bool,
    /// How many there were when another one was to be added.
    adding: Option<usize>,
    /// The application that was meant last, wherever it stands now.
    held: Option<ApplicationId>,
    finder: Finder,
    /// When the last message came: what is next depends on it.
    at: Option<Wall>,
}

impl Roadmap {
    /// The road of one application.
    pub fn of(id: ApplicationId) -> Self {
        Self {
            held: Some(id),
            shows: Shows::Alone,
            ..Self::default()
        }
    }

    fn is_all(&self) -> bool {
        self.shows == Shows::All
    }

    fn is_alone(&self) -> bool {
        self.shows == Shows::Alone
    }

    /// The applications whose roads are gone through.
    fn roads<'a>(&self, model: &'a Model) -> Vec<&'a Application> {
        let held = self.held.as_ref().filter(|_| self.is_alone());
        let held = held.and_then(|id| model.journey.get(id));
        if held.is_some_and(|a| a.closed) {
            model.journey.closed()
        } else {
            table::open(model, self.at)
        }
    }

    fn current<'a>(&self, model: &'a Model) -> Option<&'a Application> {
        if self.is_all() {
            return self.row(model)?.job();
        }
        self.roads(model).get(self.application).copied()
    }

    /// The rows among all applications.
    fn rows<'a>(&self, model: &'a Model) -> Vec<Row<'a>> {
        table::rows(model, self.at, self.unfolded, &self.finder.query())
    }

    /// The marked row among all applications.
    fn row<'a>(&self, model: &'a Model) -> Option<Row<'a>> {
        self.rows(model).get(self.row.at).copied()
    }

    fn marked_stage(&self) -> StageId {
        StageId::ALL[self.stage.at.min(StageId::ALL.len() - 1)]
    }

    /// Puts the mark on the stage where the application stands.
    fn settle(&mut self, model: &Model) {
        let roads = self.roads(model);
        let here = roads.get(self.application).map(|a| &a.id);
        if !self.is_all() && self.held.is_some() && here != self.held.as_ref() {
            self.started = false;
        }
        self.application = self.application.min(roads.len().saturating_sub(1));
        let rows = self.rows(model).len();
        self.row.clamp(rows);
        let looks = self.finder.is_open() || !self.finder.words().is_empty();
        if self.is_all() && rows == 0 && !looks {
            self.shows = Shows::Road;
        }
        if let Some(a) = roads.get(self.application)
            && !self.started
        {
            self.started = true;
            self.stage.at = a.stage as usize;
        }
    }

    /// Rows come, go and change places: the same application stays in sight.
    fn find_again(&mut self, model: &Model) {
        let held = |a: &Application| Some(&a.id) == self.held.as_ref();
        if self.is_all() {
            let rows = self.rows(model);
            if let Some(at) = rows.iter().position(|row| row.job().is_some_and(held)) {
                self.row.at = at;
            }
        } else if let Some(at) = self.roads(model).into_iter().position(held) {
            self.application = at;
        }
    }

    /// The first one to look at is the one that Today speaks of.
    fn begin(&mut self, model: &Model, now: Now) {
        if !self.started && self.adding.is_none() && self.held.is_none() {
            let soonest = model.next_interview(now.wall).map(|(a, _)| &a.id);
            let nearest = nearest(model, soonest).map(|a| &a.id);
            let open = table::open(model, self.at);
            let at = open.iter().position(|a| Some(&a.id) == nearest);
            self.application = at.unwrap_or(0);
        }
    }

    fn add(&mut self, desk: &mut Desk<'_>) {
        self.adding = Some(desk.model.journey.applications.len());
        desk.go(Go::Open(Place::EditApplication(None)));
    }

    /// One that was just added is the one to look at.
    fn show_added(&mut self, model: &Model) {
        let before = self.adding.take();
        let all = &model.journey.applications;
        if before.is_some_and(|before| all.len() > before) {
            self.held = all.last().map(|a| a.id.clone());
            self.started = false;
            // Words from before may not be in it.
            self.finder.clear();
            self.find_again(model);
        }
    }

    fn turn(&mut self, by: isize, model: &Model) {
        let count = self.roads(model).len();
        if count > 0 {
            self.application = (self.application + count).saturating_add_signed(by) % count;
            self.started = false;
            self.settle(model);
        }
    }

    /// Opens the marked row or stage; a closed application is read before it is changed.
    fn open_marked(&mut self, current: Option<Application>, desk: &mut Desk<'_>) {
        match current {
            None if self.is_all() => {
                self.unfolded ^= matches!(self.row(desk.model), Some(Row::Closed(_)));
            }
            Some(a) if self.is_all() && a.closed => desk.go(Go::Open(Place::Road(a.id))),
            Some(_) if self.is_all() => {
                self.shows = Shows::Road;
                self.started = false;
                self.find_again(desk.model);
                self.settle(desk.model);
            }
            current => {
                let id = current.map(|a| a.id);
                desk.go(Go::Open(Place::Stage(self.marked_stage(), id)));
            }
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            if self.is_all() {
                self.row.step(step, self.rows(desk.model).len());
            } else {
                self.stage.step(step, StageId::ALL.len());
            }
            return;
        }
        let current = self.current(desk.model).cloned();
        match (command, current) {
            (Command::Main, current) => self.open_marked(current, desk),
            (Command::Left, _) if !self.is_all() => self.turn(-1, desk.model),
            (Command::Right, _) if !self.is_all() => self.turn(1, desk.model),
            (Command::View, _) if self.is_alone() => desk.go(Go::Section(Section::Roadmap)),
            (Command::View, _) => {
                self.shows = if self.is_all() {
                    Shows::Road
                } else {
                    Shows::All
                };
                self.find_again(desk.model);
                self.settle(desk.model);
            }
            (Command::Find, _) => self.find(desk),
            (Command::New, _) => self.add(desk),
            (Command::Edit, Some(a)) => desk.go(Go::Open(Place::EditApplication(Some(a.id)))),
            (Command::Done, Some(a)) => self.move_along(&a, desk),
            (Command::Remove, Some(a)) => {
                remove(a, desk);
                if self.is_alone() {
                    desk.go(Go::Back);
                }
            }
            (Command::Practice, current) => {
                let stage = match &current {
                    _ if !self.is_all() => Some(self.marked_stage()),
                    current => current.as_ref().map(|a| a.stage),
                };
                desk.go(Go::Open(Place::Setup(SetupFor {
                    stage,
                    job: current.map(|a| a.id),
                    ..SetupFor::default()
                })));
            }
            (Command::Debrief, current) => self.debrief(current, desk),
            (Command::Days, a) => desk.go(Go::Open(Place::Days(self.meant(a, desk)))),
            (Command::Scorecard, Some(a)) => desk.go(Go::Open(Place::Scorecard(Some(a.id)))),
            (Command::Told, Some(a)) => desk.go(Go::Open(Place::Told(Some(a.id)))),
            (Command::Offers, a) => desk.go(Go::Open(Place::Offers(a.map(|a| a.id)))),
            (Command::References, a) => desk.go(Go::Open(Place::References(a.map(|a| a.id)))),
            (Command::Card, a) => desk.go(Go::Open(Place::Card(self.meant(a, desk)))),
            (Command::Back, _) if self.is_all() && self.finder.clear() => {
                self.show_found(desk.model);
            }
            (Command::Close, _) if !self.is_alone() => desk.go(Go::Quit),
            (Command::Back | Command::Close, _) => desk.go(Go::Back),
            _ => {}
        }
    }

    /// One road: the application stands at the marked stage now. All: it moves to the next stage.
    fn move_along(&mut self, application: &Application, desk: &mut Desk<'_>) {
        let to = if self.is_all() {
            application.stage.next()
        } else {
            Some(self.marked_stage())
        };
        let to = to.unwrap_or(application.stage);
        stand_at(application, to, desk);
    }
}

impl Pane for Roadmap {
    fn context(&self, _model: &Model) -> Context {
        if self.finder.is_open() {
            Context::Find
        } else {
            Context::Roadmap
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        self.at = Some(desk.now.wall);
        self.find_again(desk.model);
        match msg {
            Msg::Shown => {
                self.begin(desk.model, desk.now);
                self.show_added(desk.model);
            }
            _ if self.finder.is_open() => self.in_find(msg, desk),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
        self.settle(desk.model);
        self.held = self.current(desk.model).map(|a| a.id.clone());
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let needs_one = matches!(
            command,
            Command::Edit | Command::Done | Command::Remove | Command::Scorecard | Command::Told
        );
        let current = self.current(model);
        if self.finder.is_open() {
            return None;
        }
        if model.journey.applications.is_empty() && (needs_one || command == Command::View) {
            return Some("There is no application yet. n adds the job you are after.".to_owned());
        }
        match current {
            None if self.is_all()
                && !self.finder.words().is_empty()
                && (needs_one || command == Command::Main) =>
            {
                Some(format!("{} Esc shows all again.", table::NONE))
            }
            None if needs_one && self.is_all() => {
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

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let of_a_job = matches!(command, Command::Scorecard | Command::Told);
        (!of_a_job || self.current(view.model).is_some()).then_some(label)
    }

    fn head(&self, view: &View<'_>) -> Head {
        let roads = self.roads(view.model).len();
        let g = view.look.glyphs;
        let fact = if self.is_all() && !self.finder.words().is_empty() {
            let all = view.model.journey.applications.len();
            format!("{} of {all}", self.rows(view.model).len())
        } else {
            match roads {
                0 => String::new(),
                _ if self.is_all() => format!("{roads} open"),
                _ => format!(
                    "{} {}/{roads} {}",
                    g.value[0],
                    self.application + 1,
                    g.value[1]
                ),
            }
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
        let roads = self.roads(view.model).len();
        if self.is_all() {
            return self.status_of_all(view.model);
        }
        if self.current(view.model).is_some_and(|a| a.closed) {
            return "e: its notes, days and ending. v leads to the Roadmap.".to_owned();
        }
        match roads {
            0 if !view.model.journey.applications.is_empty() => {
                "n adds the job you are after. v lists the closed ones.".to_owned()
            }
            0 => "n adds the job you are after; then the road is yours.".to_owned(),
            1 => {
                "Space: move to the marked stage. e: its notes, days, ending. n: a job.".to_owned()
            }
            _ => {
                let arrows = view.look.glyphs.left_right();
                format!("{arrows} next application. Space: to this stage. e: notes, days, ending.")
            }
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        if self.is_all() {
            let shown = Shown {
                rows: self.rows(view.model),
                cursor: self.row,
                unfolded: self.unfolded,
                finder: &self.finder,
            };
            shown.draw(view, area, out);
        } else {
            road::draw(view, area, self.stage, self.current(view.model), out);
        }
    }
}

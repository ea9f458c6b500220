//! Their scorecard: the advert of a job, and the competencies that the user reads out of it.

mod page;
mod typing;

use ratatui::layout::Rect;

use super::words::{HERE, NO_JOB};
use super::{Head, Pane, Reason, begin, points, step_of, stories};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View, jobs};
use crate::domain::id::{ApplicationId, CompetencyId};
use crate::domain::journey::{Application, Which};
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

use page::Row;
use typing::{Typing, What};

/// The page.
pub struct Page {
    wanted: Option<ApplicationId>,
    job: Option<ApplicationId>,
    /// All competencies: what is ticked, then what the advert points to, then the rest. The order holds while the page stands
    /// and the advert stays, so that a tick moves no line.
    rows: Vec<Row>,
    /// The advert that the order is made for.
    advert: Option<String>,
    cursor: Cursor,
    typing: Option<Typing>,
}

impl Page {
    /// Of this job, or of the next interview.
    pub fn new(wanted: Option<ApplicationId>) -> Self {
        Self {
            wanted,
            job: None,
            rows: Vec::new(),
            advert: None,
            cursor: Cursor::default(),
            typing: None,
        }
    }

    fn job<'a>(&self, model: &'a Model) -> Option<&'a Application> {
        model.journey.get(self.job.as_ref()?)
    }

    fn marked(&self) -> Option<&CompetencyId> {
        self.rows.get(self.cursor.at).map(|row| &row.competency)
    }

    fn marks_ticked(&self, model: &Model) -> bool {
        let job = self.job(model).zip(self.marked());
        job.is_some_and(|(job, id)| points::is_ticked(job, id))
    }

    /// Takes in the job and its advert as they are now; what another advert points to is read from its top.
    fn look(&mut self, model: &Model, now: Now) {
        if self.job(model).is_none() {
            let meant = jobs::meant(model, self.wanted.as_ref(), now);
            self.job = meant.map(|job| job.id.clone());
            self.advert = None;
        }
        let Some(job) = self.job(model).cloned() else {
            return self.rows.clear();
        };
        if self.advert.as_ref() == Some(&job.advert) && !self.rows.is_empty() {
            return;
        }
        self.rows = page::rows(model, &job);
        self.cursor = Cursor::default();
        self.advert = Some(job.advert);
    }

    /// Ticks the marked point, or takes the tick away.
    fn tick(&mut self, desk: &mut Desk<'_>) {
        let (Some(job), Some(id)) = (self.job.clone(), self.marked().cloned()) else {
            return;
        };
        points::turn(&job, &id, desk);
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, self.rows.len());
        }
        let (job, marked) = (self.job.clone(), self.marked().cloned());
        match (command, marked) {
            (Command::Tick, _) => self.tick(desk),
            (Command::Main, _) if !self.marks_ticked(desk.model) => self.tick(desk),
            (Command::Main, Some(id)) => self.write(What::Proof(id), desk.model),
            (Command::Edit, _) => self.write(What::Advert, desk.model),
            (Command::New, Some(id)) => {
                let start = stories::start_for(desk.model, &id);
                desk.go(Go::Open(Place::NewStory(start)));
            }
            (Command::Practice, Some(id)) => begin::wished(
                &SetupFor {
                    job,
                    competencies: vec![id],
                    count: Some(1),
                    ..SetupFor::default()
                },
                desk,
            ),
            (Command::Card, _) => desk.go(Go::Open(Place::Card(job.map(|id| (id, Which::Next))))),
            (Command::Days, _) => desk.go(Go::Open(Place::Days(job.map(|id| (id, Which::Next))))),
            (Command::Told, _) => desk.go(Go::Open(Place::Told(job))),
            (Command::Offers, _) => desk.go(Go::Open(Place::Offers(job))),
            (Command::References, _) => desk.go(Go::Open(Place::References(job))),
            (Command::Back | Command::Close, _) => desk.go(Go::Back),
            _ => {}
        }
    }

    fn write(&mut self, what: What, model: &Model) {
        self.typing = self.job(model).map(|job| Typing::new(job, what, model));
    }
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        let typing = self.typing.as_ref();
        typing.map_or(Context::Scorecard, Typing::context)
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let open = self.typing.as_mut().filter(|_| !matches!(msg, Msg::Shown));
        if let Some(typing) = open {
            if !typing.take(msg, desk) {
                self.typing = None;
                self.look(desk.model, desk.now);
            }
            return;
        }
        match msg {
            Msg::Shown | Msg::Outcome(_) => self.look(desk.model, desk.now),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        if self.typing.is_some() {
            let moves = matches!(command, Command::NextField | Command::PrevField);
            return moves.then(|| "This page has one field. Ctrl+S keeps it.".to_owned());
        }
        let reason = match (command, self.job(model)) {
            (Command::Scorecard, _) => HERE,
            (Command::Find, _) => "All of them stand in this list.",
            (
                Command::Main
                | Command::Tick
                | Command::Edit
                | Command::New
                | Command::Practice
                | Command::Card
                | Command::Told,
                None,
            ) => NO_JOB,
            _ => return None,
        };
        Some(reason.to_owned())
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let ticked = self.marks_ticked(view.model);
        match command {
            _ if self.job(view.model).is_none() => (command == Command::Back).then_some(label),
            // One key for it is named.
            Command::Main if self.typing.is_none() && !ticked => Some("tick"),
            Command::Tick if !ticked => None,
            Command::Tick => Some("untick"),
            Command::NextField | Command::PrevField => None,
            Command::Save if self.typing.is_some() => Some("done"),
            _ => Some(label),
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let job = self.job(view.model);
        Head::Sections {
            active: Section::Roadmap,
            fact: job.map_or_else(String::new, |job| view.model.employer(job)),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        match (self.job(view.model), self.marked()) {
            (Some(_), _) if self.typing.is_some() => "Kept as you type, with the job.".to_owned(),
            (Some(job), _) if job.advert.is_empty() => {
                "e: paste the advert, and what its words point to stands first.".to_owned()
            }
            (Some(job), Some(id))
                if points::is_ticked(job, id) && points::proofs(view.model, job, id).is_empty() =>
            {
                "n writes a story that shows it, Enter a line; p practices a question.".to_owned()
            }
            _ => String::new(),
        }
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.typing.as_ref().and_then(Typing::next_wake)
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let job = self.job(view.model)?;
        let leaflet = points::leaflet(view.model, job);
        (!leaflet.parts.is_empty()).then(|| leaflet.printed())
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        match &self.typing {
            Some(typing) if typing.fills_page() => typing.draw(area, out),
            typing => {
                page::draw(
                    view,
                    self.job(view.model),
                    &self.rows,
                    self.cursor,
                    area,
                    out,
                );
                if let Some(typing) = typing {
                    typing.draw(area, out);
                }
            }
        }
    }
}

//! The sheet of a stage: what to expect, how to prepare, what they listen for, what to ask, both voices.

mod laid;
mod own;
pub mod parts;

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, doubt, step_of, ticks};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::ApplicationId;
use crate::domain::journey::Which;
use crate::domain::library::StageId;
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Step;
use crate::widgets::{Canvas, prose};

use laid::{draw_full, draw_parts};
use own::Own;
use parts::{Act, PREPARE, Part, Row};

/// The sheet, with the mark on one row of one part.
pub struct Sheet {
    stage: StageId,
    application: Option<ApplicationId>,
    part: usize,
    row: usize,
    reading: bool,
    /// What is on it; put together when something may have changed, not for each key.
    parts: Vec<Part>,
    /// When that was, and whether names were hidden then.
    at: Option<(Now, bool)>,
    /// Whether it opens at its top, as the page of an interview that is near.
    at_top: bool,
    /// Whether steps that are all done take one line.
    folds: bool,
    /// The question of one's own that is being written.
    own: Option<Own>,
}

impl Sheet {
    /// The sheet of a stage, for one application or for all.
    pub fn new(stage: StageId, application: Option<ApplicationId>) -> Self {
        Self {
            stage,
            application,
            part: 0,
            row: 0,
            reading: false,
            parts: Vec::new(),
            at: None,
            at_top: false,
            folds: false,
            own: None,
        }
    }

    /// The sheet of an interview, from its top: when, where and whom, one's own notes and questions.
    pub fn of_interview(stage: StageId, application: ApplicationId) -> Self {
        Self {
            at_top: true,
            ..Self::new(stage, Some(application))
        }
    }

    fn collect(&self, model: &Model, now: Now) -> Vec<Part> {
        let mut parts = parts::collect(model, self.stage, self.application.as_ref(), now);
        if self.folds {
            parts::fold(&mut parts);
        }
        parts
    }

    /// Puts the parts together; the mark stays on its line, wherever that stands now.
    fn refresh(&mut self, model: &Model, now: Now) {
        let before = self.parts.get(self.part).map(|p| p.title.clone());
        let line = self.marked().map(|row| row.text.clone());
        self.parts = self.collect(model, now);
        if self.at.is_none() {
            // What is done is no place to begin at; what is ticked while the page stands stays in sight.
            let steps = self.parts.iter().find(|p| p.title == PREPARE);
            self.folds = self.application.is_some() && steps.is_some_and(Part::is_done);
            self.at_top |= self.folds;
            self.parts = self.collect(model, now);
        }
        self.at = Some((now, model.names_hidden));
        if before.is_none() && self.at_top {
            return;
        }
        let title = before.unwrap_or_else(|| PREPARE.to_owned());
        let Some(at) = self.parts.iter().position(|p| p.title == title) else {
            self.part = self.part.min(self.parts.len().saturating_sub(1));
            return;
        };
        self.part = at;
        let rows = &self.parts[at].rows;
        let place = match &line {
            Some(line) => rows.iter().position(|row| row.text == *line),
            // It opens at the first step that is still to be done.
            None => rows.iter().position(|row| row.ticked == Some(false)),
        };
        self.row = place.unwrap_or(self.row).min(rows.len().saturating_sub(1));
    }

    /// What is on it, with names hidden or shown as they are to be now.
    fn parts(&self, model: &Model) -> Cow<'_, [Part]> {
        match self.at.filter(|(_, hidden)| *hidden != model.names_hidden) {
            None => Cow::Borrowed(&self.parts),
            Some((now, _)) => self.collect(model, now).into(),
        }
    }

    fn marked(&self) -> Option<&Row> {
        self.parts.get(self.part)?.rows.get(self.row)
    }

    fn step(&mut self, step: Step) {
        let len = self.parts.get(self.part).map_or(0, |p| p.rows.len());
        match step {
            Step::Up if self.row == 0 => self.turn(-1, true),
            Step::Down if self.row + 1 >= len => self.turn(1, false),
            Step::Up => self.row -= 1,
            Step::Down => self.row += 1,
            // Part by part, as page down: to the top of this one, then to that of the one before.
            Step::PageUp if self.row > 0 => self.row = 0,
            Step::PageUp => self.turn(-1, false),
            Step::PageDown => self.turn(1, false),
            Step::First => (self.part, self.row) = (0, 0),
            Step::Last => {
                self.part = self.parts.len().saturating_sub(1);
                self.row = self
                    .parts
                    .last()
                    .map_or(0, |p| p.rows.len().saturating_sub(1));
            }
        }
    }

    fn turn(&mut self, by: isize, at_end: bool) {
        let to = self
            .part
            .saturating_add_signed(by)
            .min(self.parts.len().saturating_sub(1));
        if to != self.part {
            self.part = to;
            self.row = if at_end {
                self.parts[to].rows.len().saturating_sub(1)
            } else {
                0
            };
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.reading {
            self.reading = false;
            if matches!(command, Command::Main | Command::Back | Command::Close) {
                return;
            }
        }
        if let Some(step) = step_of(command) {
            return self.step(step);
        }
        match command {
            Command::NextPane | Command::Right => self.turn(1, false),
            Command::PrevPane | Command::Left => self.turn(-1, false),
            Command::Done => self.tick(desk),
            Command::Main => match self.marked().cloned() {
                Some(Row {
                    voice: Some(id), ..
                }) => desk.go(Go::Open(Place::Voices(id))),
                Some(Row {
                    doubt: Some((entry, at)),
                    ..
                }) => doubt::open(&entry, at, desk),
                Some(Row { act: Some(act), .. }) => self.act(act, desk),
                Some(row) if row.has_more() => self.reading = true,
                _ => self.tick(desk),
            },
            Command::View => {
                if let Some(at) = self
                    .parts
                    .iter()
                    .position(|p| p.rows.iter().any(|r| r.voice.is_some()))
                {
                    (self.part, self.row) = (at, 0);
                }
            }
            Command::Practice => {
                let stage = Some(self.stage);
                desk.go(Go::Open(Place::Setup(SetupFor {
                    stage,
                    job: self.application.clone(),
                    ..SetupFor::default()
                })));
            }
            Command::Scorecard => self.act(Act::Scorecard, desk),
            Command::Told => self.act(Act::Told, desk),
            Command::Offers => self.act(Act::Offers, desk),
            Command::References => self.act(Act::References, desk),
            Command::Card | Command::Days => {
                let which = Which::Of(self.stage);
                let of = self.application.clone().map(|id| (id, which));
                let is_card = command == Command::Card;
                let place = if is_card { Place::Card } else { Place::Days };
                desk.go(Go::Open(place(of)));
            }
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }
}

impl Sheet {
    fn act(&mut self, act: Act, desk: &mut Desk<'_>) {
        match act {
            Act::Ask => {
                let job = self.application.as_ref();
                let job = job.and_then(|id| desk.model.journey.get(id)).cloned();
                self.own = job.map(|job| Own::new(self.stage, job));
            }
            Act::Scorecard => desk.go(Go::Open(Place::Scorecard(self.application.clone()))),
            Act::Told => desk.go(Go::Open(Place::Told(self.application.clone()))),
            Act::Offers => desk.go(Go::Open(Place::Offers(self.application.clone()))),
            Act::References => desk.go(Go::Open(Place::References(self.application.clone()))),
            Act::Unfold => {
                self.folds = false;
                self.refresh(desk.model, desk.now);
                self.row = 0;
            }
        }
    }

    /// Ticks the marked step, or keeps the marked question to be asked.
    fn tick(&mut self, desk: &mut Desk<'_>) {
        let Some(row) = self.marked().filter(|row| row.ticked.is_some()) else {
            return desk.say("Space ticks steps and keeps questions to ask. Tab goes there.");
        };
        let text = row.text.clone();
        ticks::toggle(desk, self.stage, self.application.as_ref(), &text);
        self.refresh(desk.model, desk.now);
    }
}

impl Pane for Sheet {
    fn context(&self, _model: &Model) -> Context {
        if self.own.is_some() {
            Context::Jot
        } else {
            Context::Stage
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(_) => self.refresh(desk.model, desk.now),
            msg => match &mut self.own {
                Some(own) => {
                    if !own.take(msg, desk) {
                        self.own = None;
                        self.refresh(desk.model, desk.now);
                    }
                }
                None => {
                    if let Msg::Command(command) = msg {
                        self.command(*command, desk);
                    }
                }
            },
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        let of_a_job = matches!(command, Command::Scorecard | Command::Told);
        if of_a_job && self.application.is_none() {
            return Some(
                "That is kept with a job. On the Roadmap, n adds the one you are after.".to_owned(),
            );
        }
        let inert = |row: &Row| row.ticked.is_none() && !row.has_more();
        let reads = self.reading || self.own.is_some();
        let nothing = command == Command::Main && !reads && self.marked().is_some_and(inert);
        nothing.then(|| "The line says all there is. Tab goes to the next part.".to_owned())
    }

    fn hint(
        &self,
        command: Command,
        label: &'static str,
        _view: &View<'_>,
    ) -> Option<&'static str> {
        let more = self.marked().is_some_and(Row::has_more);
        let ticks = self.marked().is_some_and(|row| row.ticked.is_some());
        match command {
            Command::Main if !more => ticks.then_some("tick"),
            Command::Scorecard if self.application.is_none() => None,
            // One key for it is named, the first where it has both.
            Command::Done if !(more && ticks) => None,
            _ => Some(label),
        }
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.own.as_ref().and_then(Own::next_wake)
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let parts = self.parts(view.model);
        let row = parts.get(self.part)?.rows.get(self.row)?;
        Some(row.text.clone())
    }

    fn head(&self, view: &View<'_>) -> Head {
        let fact = self
            .application
            .as_ref()
            .and_then(|id| view.model.journey.get(id))
            .map(|a| view.model.employer(a));
        Head::Sections {
            active: Section::Roadmap,
            fact: fact.unwrap_or_default(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        if self.reading {
            return "Enter closes it.".to_owned();
        }
        let leads = |row: &Row| row.ticked.is_some() && row.act == Some(Act::Scorecard);
        if self.marked().is_some_and(leads) {
            return "Enter opens their scorecard, where that is done. Space ticks it.".to_owned();
        }
        let part = self.parts.get(self.part);
        let about = part.map_or_else(String::new, |p| p.about.clone());
        if about.is_empty() && self.marked().is_some_and(Row::has_more) {
            "Enter reads more about the marked line.".to_owned()
        } else {
            about
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(sheet) = view.model.library.stage(self.stage) else {
            out.put(
                area.x,
                area.y,
                "The library is still being read.",
                area.width,
                Role::Ink,
            );
            return;
        };
        let fact = self
            .length(view)
            .unwrap_or_else(|| format!("{} to {} minutes", sheet.minutes_min, sheet.minutes_max));
        let used = out.put_right(area.right(), area.y, &fact, area.width / 2, Role::Dim);
        let title = format!("Stage {} of 8: {}", self.stage.order(), sheet.title);
        out.put(
            area.x,
            area.y,
            &title,
            area.width.saturating_sub(used + 2),
            Role::Strong,
        );
        let mut y = area.y + 1;
        let top = Rect::new(area.x, y, area.width, if area.height >= 12 { 2 } else { 0 });
        y += prose::draw(out, top, &sheet.summary, Role::Ink) + 1;
        let below = Rect::new(area.x, y, area.width, area.bottom().saturating_sub(y));
        let parts = self.parts(view.model);
        draw_parts(&parts, (self.part, self.row), below, out);
        if self.reading
            && let Some(row) = parts.get(self.part).and_then(|p| p.rows.get(self.row))
        {
            draw_full(row, area, out);
        }
        if let Some(own) = &self.own {
            own.draw(area, out);
        }
    }
}

impl Sheet {
    /// How long it takes here, where somebody said so.
    fn length(&self, view: &View<'_>) -> Option<String> {
        let job = view.model.journey.get(self.application.as_ref()?)?;
        let rounds = job.by_day().into_iter().map(|(_, round)| round);
        let told = rounds.filter(|r| r.stage == self.stage && !r.length.is_empty());
        // Of several the next one, or else the one that was last.
        let (been, ahead): (Vec<_>, Vec<_>) =
            told.partition(|r| r.date.is_some_and(|day| day < view.now.date()));
        let round = ahead.first().or(been.last())?;
        Some(round.length.clone())
    }
}

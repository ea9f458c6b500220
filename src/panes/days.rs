//! Your days until an interview: what is to be done on each, laid out from now; each step leads to where it is done.

pub mod lines;
mod page;
pub mod time;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::card::gathered::{self, Wanted};
use super::today::{self, ahead::Ahead};
use super::{Head, Pane, Reason, step_of, ticks};
use crate::desk::go::SetupFor;
use crate::desk::model::Loaded;
use crate::desk::{Desk, Effect, Go, Model, Msg, Place, View};
use crate::domain::ahead::to_come;
use crate::domain::journey::{Application, Outcome, Round, Which};
use crate::domain::next::{Day, Days, Kind, Part, Step, when};
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::store::layout;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

use lines::{Line, Of, hint, leaflet, lines, title, turns};

/// What the page is called in a file.
pub const NAME: &str = "Your days";

/// Below this width of the screen the title leaves room only for the hour.
const NARROW: u16 = 72;

/// The page.
pub struct Page {
    wanted: Wanted,
    ahead: Ahead,
    days: Option<Days>,
    /// The place of their interview among those of its job, which stays when its hour is another one.
    at: Option<usize>,
    /// Other interviews that are to come.
    others: usize,
    lines: Vec<Line>,
    cursor: Cursor,
}

/// The interview that is meant: the next one of all, or one of a job.
pub fn meant<'a>(
    model: &'a Model,
    wanted: &Wanted,
    now: Now,
) -> Option<(&'a Application, &'a Round)> {
    let (journey, entries) = (&model.journey.applications, &model.journal.entries);
    let all = to_come(journey, entries, now.wall);
    let Some((id, which)) = wanted else {
        return all.first().copied();
    };
    let there = || all.iter().filter(|(a, _)| a.id == *id).copied();
    let at = there().find(|(_, r)| which.fits(r));
    at.or_else(|| there().next())
}

/// What is said where no interview has a day, and where `e` leads then.
pub fn none(model: &Model, wanted: &Wanted) -> (String, Go) {
    let is_meant = |a: &&Application| wanted.as_ref().is_none_or(|(id, _)| a.id == *id);
    let jobs = model.journey.open().filter(is_meant);
    let without_day = jobs.into_iter().find_map(|job| {
        let at = job.rounds.iter().position(|round| {
            let pending = round.outcome == Outcome::Pending;
            pending && round.date.is_none()
        })?;
        Some((job, at))
    });
    if let Some((job, at)) = without_day {
        let words = format!(
            "Give the interview a day, and the days until then are laid out here: e opens it, {}.",
            model.employer(job)
        );
        return (words, Go::Open(Place::EditRound(job.id.clone(), Some(at))));
    }
    let (words, go) = gathered::none(model, wanted);
    (words.to_owned(), go)
}

impl Page {
    /// The days until the next interview, or until the one that is meant.
    pub fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            ahead: Ahead::default(),
            days: None,
            at: None,
            others: 0,
            lines: Vec::new(),
            cursor: Cursor::default(),
        }
    }

    /// Works the days out anew.
    fn look(&mut self, desk: &Desk<'_>) {
        self.ahead = Ahead::of(desk.model, desk.now);
        self.lay_out(desk.model, desk.now);
    }

    fn lay_out(&mut self, model: &Model, now: Now) {
        self.wanted = gathered::still(model, self.wanted.take(), self.at);
        let meant = meant(model, &self.wanted, now);
        self.at = meant.and_then(|(a, r)| a.rounds.iter().position(|round| std::ptr::eq(round, r)));
        let of = self.marked().map(|line| line.of.clone());
        self.days = meant.and_then(|(a, r)| self.ahead.days(model, (a, r), now));
        self.others = self.ahead.coming.len().saturating_sub(1);
        let days = self.days.as_ref();
        self.lines = days.map_or_else(Vec::new, |days| lines(model, days, now));
        // A step that moved to another day takes the mark along; one that is ticked leaves it where it was.
        let same = |line: &Line| match (&line.of, &of) {
            (Of::Step(now), Some(Of::Step(before))) => {
                now.todo == before.todo && now.text == before.text && now.done == before.done
            }
            (Of::Day(now), Some(Of::Day(before))) => now == before,
            (Of::LeftOut, Some(Of::LeftOut)) => true,
            _ => false,
        };
        let moved = self.lines.iter().position(same);
        self.cursor.at = moved.unwrap_or(self.cursor.at);
        self.settle(true);
    }

    /// Keeps the mark on a line that can have it.
    fn settle(&mut self, down: bool) {
        self.cursor.clamp(self.lines.len());
        let at = self.cursor.at;
        let after = || (at..self.lines.len()).find(|&n| self.lines[n].is_marked());
        let before = || {
            let upto = at.min(self.lines.len().saturating_sub(1));
            (0..=upto)
                .rev()
                .find(|&n| self.lines.get(n).is_some_and(Line::is_marked))
        };
        let found = if down {
            after().or_else(before)
        } else {
            before().or_else(after)
        };
        self.cursor.at = found.unwrap_or(0);
    }

    fn marked(&self) -> Option<&Line> {
        self.lines.get(self.cursor.at)
    }

    fn step(&self) -> Option<&Step> {
        match &self.marked()?.of {
            Of::Step(step) => Some(step),
            Of::Day(_) | Of::LeftOut | Of::Words => None,
        }
    }

    /// The day before the last one that is marked, which can be a free one.
    fn day(&self) -> Option<NaiveDate> {
        let Of::Day(at) = self.marked()?.of else {
            return None;
        };
        let day = self.days.as_ref()?.list.get(at)?;
        (day.part == Part::Before).then_some(day.date)
    }

    fn has_days_before(&self) -> bool {
        let is_before = |day: &Day| day.part == Part::Before;
        self.days
            .as_ref()
            .is_some_and(|days| days.list.iter().any(is_before))
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            self.cursor.step(step, self.lines.len());
            return self.settle(!matches!(
                command,
                Command::Up | Command::PageUp | Command::HalfUp | Command::Last
            ));
        }
        match command {
            Command::Back | Command::Close => desk.go(Go::Back),
            Command::Edit => desk.go(self.kept(desk.model)),
            Command::Main => self.open(desk),
            Command::Done => self.tick(desk),
            Command::Left | Command::Right => {
                time::turn(command == Command::Right, desk);
                self.lay_out(desk.model, desk.now);
            }
            Command::NextPane => self.turn(true),
            Command::PrevPane => self.turn(false),
            Command::View => self.next_interview(desk),
            Command::Save => self.write(desk),
            Command::Practice => desk.go(Go::Open(Place::Setup(SetupFor {
                stage: self.days.as_ref().map(|days| days.round.stage),
                ..SetupFor::default()
            }))),
            Command::Card => desk.go(Go::Open(Place::Card(self.interview()))),
            _ => {}
        }
    }

    /// To the heading of the day after, or of the one before.
    fn turn(&mut self, on: bool) {
        let is_day = |n: &usize| matches!(self.lines[*n].of, Of::Day(_));
        let at = self.cursor.at;
        let to = if on {
            (at + 1..self.lines.len()).find(is_day)
        } else {
            (0..at).rev().find(is_day)
        };
        let first = || (0..self.lines.len()).find(is_day);
        self.cursor.at = to.or_else(first).unwrap_or(0);
    }

    fn interview(&self) -> Wanted {
        let days = self.days.as_ref()?;
        Some((days.application.clone(), Which::At(days.round.slot())))
    }

    /// Where the interview is changed, or gets its day.
    fn kept(&self, model: &Model) -> Go {
        let Some(days) = &self.days else {
            return none(model, &self.wanted).1;
        };
        Go::Open(Place::EditRound(days.application.clone(), self.at))
    }

    fn open(&self, desk: &mut Desk<'_>) {
        match (self.step().cloned(), &self.days) {
            (Some(step), _) => today::do_it(&step.todo, desk),
            (None, Some(days)) => {
                let id = days.application.clone();
                desk.go(Go::Open(Place::Interview(days.round.stage, id)));
            }
            (None, None) => {}
        }
    }

    /// Ticks the step that is marked, or makes the day that is marked a free one.
    fn tick(&mut self, desk: &mut Desk<'_>) {
        if let Some(day) = self.day() {
            time::turn_free(day, desk);
        } else if let (Some(step), Some(days)) = (self.step(), &self.days) {
            let (id, stage) = (days.application.clone(), days.round.stage);
            let text = step.text.clone();
            ticks::toggle(desk, stage, Some(&id), &text);
        }
        self.lay_out(desk.model, desk.now);
    }

    /// The days until the interview after this one; after the last one the first.
    fn next_interview(&mut self, desk: &Desk<'_>) {
        let here = self.days.as_ref();
        self.wanted = here.and_then(|days| {
            let of = (&days.application, days.round.slot());
            gathered::next(desk.model, of, desk.now)
        });
        self.cursor = Cursor::default();
        self.lay_out(desk.model, desk.now);
    }

    fn write(&self, desk: &mut Desk<'_>) {
        let Some(days) = &self.days else { return };
        let name = layout::entry_name(desk.now.date(), NAME);
        let text = leaflet(desk.model, days, desk.now).markdown();
        desk.perform(Effect::WritePage(name, text));
    }

    /// Why the marked line is not ticked.
    fn no_tick(&self) -> Option<&'static str> {
        match self.step() {
            Some(step) if step.kind == Kind::Opened => Some("Enter opens it; it needs no tick."),
            Some(step) if step.kind == Kind::Rest => Some("A rest needs no tick."),
            Some(step) if step.done.is_some_and(|done| done.by_itself) => {
                Some("It is known to be done, without a tick.")
            }
            Some(_) => None,
            None if self.day().is_some() => None,
            None => Some("Space ticks a step, or makes a day before the last one a free one."),
        }
    }
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        Context::Days
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(_) => self.look(desk),
            Msg::Command(command) => {
                if !self.ahead.holds(desk.now) {
                    self.look(desk);
                }
                self.command(*command, desk);
            }
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        let reason = match command {
            Command::Main
            | Command::Done
            | Command::Save
            | Command::Copy
            | Command::View
            | Command::Left
            | Command::Right
                if self.days.is_none() =>
            {
                "No interview has a day yet: e leads to where it gets one."
            }
            Command::View if self.others == 0 => "It is the only interview that is to come.",
            Command::Done => self.no_tick()?,
            Command::Left | Command::Right if !self.has_days_before() => {
                "There is no day before the last evening any more."
            }
            _ => return None,
        };
        Some(reason.to_owned())
    }

    fn hint(
        &self,
        command: Command,
        label: &'static str,
        _view: &View<'_>,
    ) -> Option<&'static str> {
        match command {
            Command::View if self.others == 0 => None,
            Command::Done if self.no_tick().is_some() => None,
            Command::Done => self.marked().map(|line| turns(line, self.days.as_ref())),
            Command::Left | Command::Right if !self.has_days_before() => None,
            _ if self.days.is_none() => {
                matches!(command, Command::Edit | Command::Close).then_some(label)
            }
            _ => Some(label),
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let days = self.days.as_ref();
        let job = days.and_then(|days| view.model.journey.get(&days.application));
        let (left, right) = match (days, job) {
            (Some(days), Some(job)) => {
                let stage = days.round.stage.short().to_lowercase();
                let at = when(&days.round, view.now.date()).unwrap_or_default();
                let whole = format!("{}, {stage} {at}", view.model.employer(job));
                let narrow = view.screen.0 < NARROW;
                let right = if narrow { String::new() } else { whole };
                (title(days, view.now), right)
            }
            _ => (NAME.to_owned(), String::new()),
        };
        Head::Title {
            left,
            middle: String::new(),
            right,
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        match (&self.days, self.marked()) {
            (Some(days), Some(line)) => hint(line, view.model, days, view.now),
            _ => String::new(),
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let days = self.days.as_ref()?;
        Some(leaflet(view.model, days, view.now).printed())
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        match &self.days {
            Some(days) => {
                let lines = lines(view.model, days, view.now);
                page::draw(&lines, self.cursor.at, area, out);
            }
            None if view.model.loaded == Loaded::All => {
                out.focus(area.x, area.y, 1);
                let (words, _) = none(view.model, &self.wanted);
                prose::draw(out, area, &words, Role::Ink);
            }
            None => {
                prose::draw(out, area, "Your files are still being read.", Role::Ink);
            }
        }
    }
}

#[cfg(test)]
mod tests;

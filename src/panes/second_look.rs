//! The second look: a few answers of earlier days, rated again without the first rating; then each word side by side.

mod beside;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::bench::page::OWN;
use super::bench::{self, Did, Sight, said_beside};
use super::{Head, Pane, Reason, column, pair, pair_width, step_of, text_height};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
use crate::domain::practice::bench::{Bench, Stand};
use crate::domain::practice::record::{Block, SittingRecord};
use crate::domain::practice::review::Review;
use crate::domain::practice::second::{Second, ready};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::stops::Stops;
use crate::widgets::{Canvas, prose};

/// What is said where no answer waits.
const NONE: &str = "No answer waits for a second look. Typed answers of an earlier day come back here, two at a time.";

/// Why a rating is not changed once the first one lies beside it.
const ONCE: &str = "A second look is taken once.";

/// The room.
#[derive(Default)]
pub struct Room {
    looks: Vec<Second>,
    at: usize,
    record: Option<Box<SittingRecord>>,
    bench: Option<Bench>,
    sight: Sight,
    begun: bool,
    unread: String,
}

impl Room {
    fn begin(&mut self, desk: &mut Desk<'_>) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        let model = &desk.model;
        self.looks = ready(&model.practice.history, &model.library, desk.now.date());
        self.read(desk);
    }

    fn read(&mut self, desk: &mut Desk<'_>) {
        self.sight.turn();
        self.bench = None;
        self.record = None;
        if let Some(look) = self.looks.get(self.at) {
            desk.perform(Effect::ReadSitting(look.sitting.clone()));
        }
    }

    fn take(&mut self, record: &SittingRecord, model: &Model) {
        let look = self.looks.get(self.at).filter(|_| self.bench.is_none());
        let Some(look) = look.filter(|look| look.sitting == record.head.id) else {
            return;
        };
        self.bench = look.bench(record, &model.library);
        self.record = Some(Box::new(record.clone()));
        if self.bench.is_none() {
            "This answer or its question is not here any more.".clone_into(&mut self.unread);
        }
    }

    /// Keeps the rating, as of this day.
    fn keep(&mut self, desk: &mut Desk<'_>) {
        let (Some(look), Some(bench)) = (self.looks.get(self.at), &self.bench) else {
            return;
        };
        let (Some(rating), Some(record)) = (look.rating(bench, desk.now.wall), &mut self.record)
        else {
            return;
        };
        let block = Block::Rating(rating);
        record.blocks.push(block.clone());
        let practice = &mut desk.model.practice;
        practice.history.hear(&record.head, &block);
        if let Some(shown) = practice
            .shown
            .as_mut()
            .filter(|r| r.head.id == record.head.id)
        {
            shown.blocks.push(block.clone());
        }
        desk.perform(Effect::Append(look.sitting.clone(), Box::new(block)));
    }

    /// What is said where no answer lies open.
    fn instead(&self) -> &str {
        match (self.looks.is_empty(), self.unread.as_str()) {
            (true, _) => NONE,
            (false, "") => "Reading the answer.",
            (false, unread) => unread,
        }
    }

    fn is_done(&self) -> bool {
        self.bench
            .as_ref()
            .is_some_and(|b| b.step() == Stand::Beside)
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.is_done() && !self.sight.reading {
            return self.beside(command, desk);
        }
        let room = bench::Space::of(desk);
        let Some(bench) = &mut self.bench else {
            return match command {
                Command::Main | Command::Back | Command::Close => desk.go(Go::Back),
                _ => desk.say(self.instead()),
            };
        };
        let (did, said) = self.sight.command(command, bench, OWN, room);
        match said {
            Some(said) => desk.say(said),
            None if step_of(command).is_none() => desk.turns_page(),
            None => {}
        }
        match did {
            Did::Whole => self.keep(desk),
            Did::Left => desk.go(Go::Back),
            Did::Nothing | Did::Rated | Did::Other => {}
        }
    }

    /// While all words lie side by side.
    fn beside(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            let page = self.both(desk.model, desk.now.date(), pair_width(desk.screen));
            return page.step(&mut self.sight.eye, step, text_height(desk));
        }
        match command {
            Command::Main if self.at + 1 < self.looks.len() => {
                self.at += 1;
                self.read(desk);
            }
            Command::Main | Command::Back | Command::Close => desk.go(Go::Back),
            Command::View => {
                self.sight.turn();
                self.sight.reading = true;
            }
            _ => {}
        }
    }

    /// Each word that the answer got, and what was heard otherwise.
    fn both(&self, model: &Model, today: NaiveDate, width: u16) -> Stops {
        let index = self.looks.get(self.at).map_or(0, |look| look.index);
        let record = self.record.as_deref();
        let review = record.and_then(|r| Review::of(r, index, &model.library));
        review.map_or_else(Stops::default, |r| beside::page(&r, model, today, width))
    }
}

impl Pane for Room {
    fn context(&self, _model: &Model) -> Context {
        Context::Seat
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => self.begin(desk),
            Msg::Outcome(Outcome::SittingRead(record)) => self.take(record, desk.model),
            Msg::Outcome(Outcome::Failed(words)) if self.bench.is_none() => {
                self.unread.clone_from(words);
            }
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        let Some(bench) = &self.bench else {
            let needs_one =
                bench::rates(command) || command == Command::Retry || step_of(command).is_some();
            return needs_one.then(|| self.instead().to_owned());
        };
        match command {
            Command::Undo | Command::Redo if bench.step() == Stand::Beside => Some(ONCE.to_owned()),
            Command::Retry => Some(ONCE.to_owned()),
            _ => self
                .sight
                .unavailable(command, bench.step())
                .map(str::to_owned),
        }
    }

    fn takes_back(&self, _model: &Model) -> bool {
        self.bench.is_some()
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let step = self.bench.as_ref().map(Bench::step);
        match (command, step) {
            (Command::Main, _) if self.sight.reading => Some("back"),
            _ if self.unavailable(command, view.model).is_some() => None,
            (Command::Main, Some(Stand::Listen)) => Some("rate it"),
            (Command::Main, Some(Stand::Points)) => Some("next"),
            (Command::Main, Some(Stand::Words)) => Some("compare"),
            (Command::Main, Some(Stand::Beside)) if self.at + 1 < self.looks.len() => {
                Some("next answer")
            }
            (Command::Main, _) => Some("done"),
            _ => Some(label),
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Second look".to_owned(),
            middle: match self.looks.len() {
                0 => String::new(),
                of => format!("answer {} of {of}", self.at + 1),
            },
            right: String::new(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        let step = self.bench.as_ref().map(Bench::step);
        match step.filter(|_| !self.sight.reading) {
            Some(Stand::Listen) => {
                "Your first rating stays out of sight until this one is done.".to_owned()
            }
            Some(Stand::Beside) => "All of this stays with the answer.".to_owned(),
            Some(step) => self.sight.status(step).to_owned(),
            None => String::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(bench) = &self.bench else {
            let area = column(area);
            out.focus(area.x, area.y, 1);
            prose::draw(out, area, self.instead(), Role::Ink);
            return;
        };
        // Own words may name an employer.
        let bench = bench.masked(|text| view.model.hide(text));
        if bench.step() != Stand::Beside || self.sight.reading {
            return self.sight.draw(&bench, OWN, area, out);
        }
        let (left, beside) = pair(area);
        self.both(view.model, view.now.date(), left.width)
            .draw(self.sight.eye, left, out);
        said_beside(&bench, OWN, beside, out);
    }
}

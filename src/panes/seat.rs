//! The interviewer's seat: an answer that somebody else gave is heard, ticked point by point, given its words; then our
//! rating opens beside it.

pub mod page;

use ratatui::layout::Rect;

use super::heading::heading;
use super::{Head, Pane, Reason, seats, step_of};
use crate::desk::{Desk, Effect, Go, Model, Msg, View, undo};
use crate::domain::id::QuestionId;
use crate::domain::level::Level;
use crate::domain::practice::hearing::{Hearing, Sampled, Stand, keep};
use crate::domain::practice::step::Refusal;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::stops::{Eye, Stops};
use crate::widgets::{Canvas, prose};

/// The room: where the eye is.
pub struct Room {
    question: QuestionId,
    eye: Eye,
    /// The answer is read again over a step of the rating.
    reading: bool,
}

impl Room {
    /// Takes the seat at a question.
    pub fn new(question: QuestionId) -> Self {
        Self {
            question,
            eye: Eye::default(),
            reading: false,
        }
    }

    fn hearing<'a>(&self, model: &'a Model) -> Option<&'a Hearing> {
        model.practice.hearings.get(&self.question)
    }

    /// Changes what is rated.
    fn change<T>(&self, desk: &mut Desk<'_>, with: impl FnOnce(&mut Hearing) -> T) -> Option<T> {
        let hearing = desk.model.practice.hearings.get_mut(&self.question);
        hearing.map(with)
    }

    /// Where it was left it goes on; else it begins.
    fn sit_down(&self, desk: &mut Desk<'_>) {
        if self.hearing(desk.model).is_none() {
            let model = &desk.model;
            let begun = Hearing::of(&self.question, &model.library, &model.profile.sampled);
            let begun = begun.map(|hearing| (self.question.clone(), hearing));
            desk.model.practice.hearings.extend(begun);
        }
    }

    fn turn_page(&mut self, desk: &mut Desk<'_>) {
        self.eye = Eye::default();
        self.reading = false;
        desk.turns_page();
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let Some(hearing) = self.hearing(desk.model) else {
            return desk.go(Go::Back);
        };
        let step = hearing.step();
        if let Some(to) = step_of(command) {
            let page = self.stops(desk.model, super::pair_width(desk.screen));
            return page.step(&mut self.eye, to, super::text_height(desk));
        }
        match command {
            Command::Main | Command::Back | Command::Close | Command::View if self.reading => {
                self.turn_page(desk);
            }
            Command::View => {
                self.turn_page(desk);
                self.reading = true;
            }
            Command::Main => self.on(step, desk),
            Command::Back | Command::Close => self.back(desk),
            Command::Retry => {
                self.change(desk, Hearing::again);
                self.turn_page(desk);
            }
            Command::Tick => {
                let row = self.eye.at;
                self.change(desk, |hearing| hearing.tick(row));
            }
            Command::Level1 => self.rate(Level::NotYet, desk),
            Command::Level2 => self.rate(Level::Partly, desk),
            Command::Level3 => self.rate(Level::Solid, desk),
            Command::Level4 => self.rate(Level::Strong, desk),
            _ => {}
        }
    }

    /// The marked dimension gets its word, and the next one is marked.
    fn rate(&mut self, level: Level, desk: &mut Desk<'_>) {
        let row = self.eye.at;
        self.change(desk, |hearing| hearing.rate(row, level));
        let page = self.stops(desk.model, super::pair_width(desk.screen));
        self.eye = Eye::default();
        self.eye.at = (row + 1).min(page.len().saturating_sub(1));
    }

    fn on(&mut self, step: Stand, desk: &mut Desk<'_>) {
        let hearing = self.hearing(desk.model);
        let open = hearing.and_then(|h| h.sheet().open_word().filter(|_| step == Stand::Words));
        if let Some(row) = open {
            self.eye = Eye::default();
            self.eye.at = row;
            return desk.say(Refusal::NoWord.sentence());
        }
        if step == Stand::Beside && hearing.is_some_and(Hearing::is_last) {
            return self.back(desk);
        }
        if let Some(rated) = self.change(desk, Hearing::on).flatten() {
            save(rated, desk);
        }
        self.turn_page(desk);
    }

    /// One step back; what is ticked stays. Out of the room from the first step, and once both ratings are open.
    fn back(&mut self, desk: &mut Desk<'_>) {
        if self.change(desk, Hearing::back) == Some(true) {
            return self.turn_page(desk);
        }
        if self
            .hearing(desk.model)
            .is_some_and(|h| h.step() == Stand::Beside)
        {
            desk.model.practice.hearings.remove(&self.question);
        }
        desk.go(Go::Back);
    }

    fn stops(&self, model: &Model, width: u16) -> Stops {
        let Some(hearing) = self.hearing(model) else {
            return Stops::default();
        };
        let mut page = Stops::new(width);
        match hearing.step() {
            _ if self.reading => page::listen(hearing, &mut page),
            Stand::Listen => page::listen(hearing, &mut page),
            Stand::Points => page::points(hearing.question(), hearing.sheet(), &mut page),
            Stand::Words => {
                let (rated, kind) = (hearing.words(&model.library), hearing.question().kind);
                page::words(rated, kind, self.eye.at, &mut page);
            }
            Stand::Beside => {
                page::beside(hearing, &model.library, &model.profile.sampled, &mut page);
            }
        }
        page
    }
}

/// Keeps a rating with what is known of this person.
pub fn save(rated: Sampled, desk: &mut Desk<'_>) {
    let before = desk.model.profile.clone();
    keep(&mut desk.model.profile.sampled, rated);
    let after = Box::new(desk.model.profile.clone());
    desk.perform(Effect::SaveProfile(after));
    let step = undo::Step::Profile(Box::new(before));
    desk.model.undo.note("the rating of that answer", step);
}

impl Pane for Room {
    fn context(&self, _model: &Model) -> Context {
        Context::Seat
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => self.sit_down(desk),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let step = self.hearing(model)?.step();
        let reason = match command {
            Command::Tick if step != Stand::Points || self.reading => {
                "Points are ticked one step later, or earlier: Enter goes on, Esc back."
            }
            Command::Level1 | Command::Level2 | Command::Level3 | Command::Level4
                if step != Stand::Words || self.reading =>
            {
                "The words come after the points. Enter goes on."
            }
            Command::View if step == Stand::Listen => "You are reading it.",
            Command::Retry if step != Stand::Beside => {
                "It is not rated yet. Esc goes one step back."
            }
            _ => return None,
        };
        Some(reason.to_owned())
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let hearing = self.hearing(view.model)?;
        let step = hearing.step();
        match command {
            Command::Main if self.reading => Some("back"),
            _ if self.unavailable(command, view.model).is_some() => None,
            Command::Main => Some(match step {
                Stand::Listen => "rate it",
                Stand::Points => "next",
                Stand::Words => "compare",
                Stand::Beside if hearing.is_last() => "done",
                Stand::Beside => "next answer",
            }),
            _ => Some(label),
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let stops = self.stops(view.model, prose::MEASURE);
        Some(stops.text()).filter(|text| !text.is_empty())
    }

    fn head(&self, view: &View<'_>) -> Head {
        let middle = self.hearing(view.model).map_or_else(String::new, |h| {
            let (at, of) = h.position();
            format!("answer {at} of {of}")
        });
        Head::Title {
            left: seats::TITLE.to_owned(),
            middle,
            right: "no clock".to_owned(),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let step = self.hearing(view.model).map(Hearing::step);
        match step.filter(|_| !self.reading) {
            Some(Stand::Listen) => "You ask; this is what they say. Listen once, then rate it.",
            Some(Stand::Points) => "Space: not said, said, half said. The words come next.",
            Some(Stand::Words) => {
                "1 to 4 give the marked line its word. Our rating opens at the end."
            }
            Some(Stand::Beside) => "The next time you rate yourself, look for what you heard here.",
            None => "",
        }
        .to_owned()
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let (left, beside) = super::pair(area);
        self.stops(view.model, left.width).draw(self.eye, left, out);
        let hearing = self.hearing(view.model).filter(|_| !self.reading);
        let rated = hearing.filter(|h| h.step() != Stand::Listen);
        if let (Some(hearing), Some(beside)) = (rated, beside) {
            heading(beside, page::SAID, "", out);
            let text = Rect {
                y: beside.y + 1,
                height: beside.height.saturating_sub(1),
                ..beside
            };
            prose::draw(out, text, &hearing.sample().text, Role::Ink);
        }
    }
}

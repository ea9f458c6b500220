//! The interviewer's seat: an answer that somebody else gave is heard, ticked point by point, given its words; then our
//! rating opens beside it.

pub mod page;

use ratatui::layout::Rect;

use super::bench::page::THEIRS;
use super::bench::{self, Did, Sight, said_beside};
use super::{Head, Pane, Reason, pair, pair_width, seats, step_of, text_height};
use crate::desk::{Desk, Effect, Go, Model, Msg, View, undo};
use crate::domain::id::QuestionId;
use crate::domain::practice::bench::Stand;
use crate::domain::practice::hearing::{Hearing, Sampled, keep};
use crate::keys::{Command, Context};
use crate::widgets::stops::Stops;
use crate::widgets::{Canvas, prose};

/// The room: where the eye is.
pub struct Room {
    question: QuestionId,
    sight: Sight,
}

impl Room {
    /// Takes the seat at a question.
    pub fn new(question: QuestionId) -> Self {
        Self {
            question,
            sight: Sight::default(),
        }
    }

    fn hearing<'a>(&self, model: &'a Model) -> Option<&'a Hearing> {
        model.practice.hearings.get(&self.question)
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
        self.sight.turn();
        desk.turns_page();
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let room = bench::Space::of(desk);
        let Some(hearing) = desk.model.practice.hearings.get_mut(&self.question) else {
            return desk.go(Go::Back);
        };
        if hearing.step() == Stand::Beside && !self.sight.reading {
            return self.beside(command, desk);
        }
        let (did, words) = self
            .sight
            .command(command, hearing.bench_mut(), THEIRS, room);
        let rated = (did == Did::Whole).then(|| hearing.rating());
        match words {
            Some(words) => desk.say(words),
            None if step_of(command).is_none() => desk.turns_page(),
            None => {}
        }
        if let Some(rated) = rated {
            save(rated, desk);
        }
        if did == Did::Left {
            desk.go(Go::Back);
        }
    }

    /// While both ratings lie side by side.
    fn beside(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(to) = step_of(command) {
            let page = self.stops(desk.model, pair_width(desk.screen));
            return page.step(&mut self.sight.eye, to, text_height(desk));
        }
        let Some(hearing) = desk.model.practice.hearings.get_mut(&self.question) else {
            return;
        };
        match command {
            Command::Main if !hearing.is_last() => {
                hearing.on();
            }
            Command::Main | Command::Back | Command::Close => {
                desk.model.practice.hearings.remove(&self.question);
                desk.go(Go::Back);
            }
            Command::Retry => hearing.again(),
            Command::View => {
                self.turn_page(desk);
                self.sight.reading = true;
                return;
            }
            _ => return,
        }
        self.turn_page(desk);
    }

    fn stops(&self, model: &Model, width: u16) -> Stops {
        let Some(hearing) = self.hearing(model) else {
            return Stops::default();
        };
        if hearing.step() != Stand::Beside || self.sight.reading {
            return self.sight.stops(hearing.bench(), THEIRS, width);
        }
        let mut page = Stops::new(width);
        page::beside(hearing, &model.library, &model.profile.sampled, &mut page);
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
            Command::Retry if step != Stand::Beside => {
                "It is not rated yet. Esc goes one step back."
            }
            _ => self.sight.unavailable(command, step)?,
        };
        Some(reason.to_owned())
    }

    /// Once both ratings lie open, undo takes back the one that was kept.
    fn takes_back(&self, model: &Model) -> bool {
        let step = self.hearing(model).map(Hearing::step);
        step.is_some_and(|step| step != Stand::Beside)
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let hearing = self.hearing(view.model)?;
        let step = hearing.step();
        match command {
            Command::Main if self.sight.reading => Some("back"),
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
        match step.filter(|_| !self.sight.reading) {
            Some(Stand::Listen) => "You ask; this is what they say. Listen once, then rate it.",
            Some(Stand::Words) => {
                "1 to 4 give the marked line its word. Our rating opens at the end."
            }
            Some(Stand::Beside) => "The next time you rate yourself, look for what you heard here.",
            Some(step) => self.sight.status(step),
            None => "",
        }
        .to_owned()
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(hearing) = self.hearing(view.model) else {
            return;
        };
        if hearing.step() != Stand::Beside || self.sight.reading {
            return self.sight.draw(hearing.bench(), THEIRS, area, out);
        }
        let (left, beside) = pair(area);
        let page = self.stops(view.model, left.width);
        page.draw(self.sight.eye, left, out);
        said_beside(hearing.bench(), THEIRS, beside, out);
    }
}

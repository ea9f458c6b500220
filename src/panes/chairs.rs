//! Two chairs: two friends at one laptop. A cover stands between them, and nothing that one of them rated is drawn before
//! both ratings are sealed.

mod card;
mod cover;
mod keys;
mod lines;
mod rate;
mod reveal;
mod saying;

use ratatui::layout::Rect;

use super::begin::solo as begin;
use super::bench::level;
use super::drafting::Drafting;
use super::sitting::anchors;
use super::task::{self, Door, Left};
use super::{Head, Pane, Reason, step_of, words};
use crate::desk::{Desk, Go, Model, Msg, Outcome, View};
use crate::domain::practice::chairs::{Chairs, Phase, Takes};
use crate::domain::practice::record::Seat;
use crate::domain::practice::sitting::Step;
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::form::Form;
use crate::widgets::list::Cursor;
use crate::widgets::sheet::Sheet;
use crate::widgets::stops::{Eye, Stops};

/// So often the running clock is kept for the case of a kill.
const KEPT_EVERY: u32 = 10;

/// The room: where the eye is, and what is being typed.
#[derive(Default)]
pub struct Room {
    eye: Eye,
    anchor: Cursor,
    sheet: Option<Sheet<Door>>,
    drafting: Drafting,
    /// The line that is noted while listening.
    note: Option<Editor>,
    /// The lines before the seal, or those that both change after it.
    form: Form,
    /// Whether what to keep and to change is being edited beside both ratings.
    editing: bool,
    /// Whether the question, or what strong and weak sound like, lies over the page.
    reading: bool,
    /// The screen that is shown: the step, the question and the chair.
    shown: Option<(Phase, usize, Seat)>,
}

fn chairs(model: &Model) -> Option<&Chairs> {
    task::held(model)?.chairs()
}

/// A text with the names of both, hidden where names are.
fn named(model: &Model, text: &str) -> String {
    words::hide_names(model, text)
}

/// What is noted while somebody speaks: it goes on whatever lies over the card.
const fn listens(phase: Phase, command: Command) -> bool {
    use Command::{Pick1, Pick2, Pick3, Pick4, Undo};
    matches!(phase, Phase::Card) && matches!(command, Pick1 | Pick2 | Pick3 | Pick4 | Undo)
}

/// Whether a command changes the rating that is in hand.
const fn rates(command: Command) -> bool {
    use Command::{Left, Right, Tick, Undo};
    level(command).is_some() || matches!(command, Tick | Undo | Left | Right)
}

impl Room {
    fn act(&mut self, desk: &mut Desk<'_>, command: impl FnOnce(&mut Chairs, Now) -> Step) -> bool {
        let done = task::act(desk, |task, now| {
            task.in_chairs(|chairs| command(chairs, now))
        });
        self.follow(desk);
        done
    }

    /// The same, where it does not matter whether it was refused.
    fn does(&mut self, desk: &mut Desk<'_>, command: impl FnOnce(&mut Chairs, Now) -> Step) {
        self.act(desk, command);
    }

    /// A command after which what was half done is written down: its draft is not needed any more.
    fn ends(
        &mut self,
        desk: &mut Desk<'_>,
        command: impl FnOnce(&mut Chairs, Now) -> Step,
    ) -> bool {
        let key = begin::draft_key(desk.model);
        let done = self.act(desk, command);
        if done {
            self.drafting.take();
            task::drop_draft(key, desk);
        }
        done
    }

    /// A new screen begins at its top; after the last question comes the end.
    fn follow(&mut self, desk: &mut Desk<'_>) {
        let Some(chairs) = chairs(desk.model) else {
            return;
        };
        let now = (chairs.phase(), chairs.position().0, chairs.seat());
        if self.shown == Some(now) {
            return;
        }
        self.shown = Some(now);
        self.eye = Eye::default();
        self.note = None;
        self.editing = false;
        self.reading = false;
        self.anchor.at = chairs.anchors().and_then(|(_, picked)| picked).unwrap_or(0);
        match chairs.phase() {
            Phase::Lines => self.form = lines::form(chairs),
            Phase::Card => self.note = card::left_note(chairs),
            Phase::Reveal => {
                self.eye.at = chairs.widest().unwrap_or(0);
                // What to keep and to change was half typed when it was left.
                self.editing = !chairs.typed().is_empty();
                self.form = lines::both(chairs);
            }
            _ => {}
        }
        let over = chairs.phase() == Phase::Over;
        desk.turns_page();
        if over {
            task::close(desk);
        }
    }

    fn pause(&mut self, desk: &mut Desk<'_>) {
        task::keep_draft(&mut self.drafting, 0, desk);
        let answered = chairs(desk.model).and_then(Chairs::turn);
        let answered = answered.is_none_or(|turn| turn.answer().is_some());
        self.sheet = task::pause((!answered).then_some("Skip this question"), desk);
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.sheet.is_some() {
            if task::in_sheet(&mut self.sheet, command, desk) == Left::Own {
                self.ends(desk, Chairs::skip);
            }
            return;
        }
        let Some(phase) = chairs(desk.model).map(Chairs::phase) else {
            return desk.go(Go::Back);
        };
        if self.is_typing(phase) {
            return self.in_text(&Msg::Command(command), desk);
        }
        if self.reading && matches!(command, Command::Main | Command::View | Command::Pause) {
            self.reading = false;
            self.eye = Eye::default();
            return;
        }
        if let Some(step) = step_of(command) {
            if matches!(phase, Phase::Anchors(_)) && !self.reading {
                return self.anchor.step(step, 4);
            }
            let height = super::text_height(desk);
            let stops = self.stops(desk.model, (super::pair_width(desk.screen), height));
            return stops.step(&mut self.eye, step, height);
        }
        match (phase, command) {
            (Phase::Cover, Command::Pause) if task::is_fresh(desk.model) => task::turn_back(desk),
            (_, Command::Pause | Command::Back | Command::Close) => self.pause(desk),
            (Phase::Cover, Command::Main) => {
                task::begin_file(desk);
                self.act(desk, |chairs, _| chairs.take_laptop());
            }
            (_, Command::View) => {
                self.reading = true;
                self.eye = Eye::default();
            }
            (Phase::Card, Command::NextPane) => {
                self.reading = false;
                self.in_card(command, desk);
            }
            (Phase::Card, _) => self.in_card(command, desk),
            _ if self.reading => {}
            (Phase::Points | Phase::Words | Phase::Anchors(_), _) => self.in_rating(command, desk),
            (Phase::Reveal, _) => self.in_reveal(command, desk),
            _ => {}
        }
    }

    /// Whether letters are text on this screen.
    const fn is_typing(&self, phase: Phase) -> bool {
        self.note.is_some() || self.editing || matches!(phase, Phase::Lines)
    }

    /// A letter or a command in a line.
    fn in_text(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let Some(phase) = chairs(desk.model).map(Chairs::phase) else {
            return;
        };
        if self.note.is_some() {
            card::in_note(self, msg, desk);
        } else if self.is_typing(phase) {
            lines::take(self, msg, desk);
        }
    }

    /// Keeps what is typed for the case of a kill.
    fn typed(&mut self, typed: Vec<String>, desk: &mut Desk<'_>) {
        self.drafting.touch(desk.now);
        self.act(desk, |chairs, _| {
            chairs.keep_typed(typed);
            Ok(Vec::new())
        });
    }

    fn stops(&self, model: &Model, size: (u16, u16)) -> Stops {
        let Some(chairs) = chairs(model) else {
            return Stops::default();
        };
        match chairs.phase() {
            Phase::Card if self.reading => card::sounds(chairs, model, size.0),
            _ if self.reading => card::question(chairs, size.0),
            Phase::Card => card::stops(chairs, model, size),
            Phase::Points | Phase::Words => rate::stops(chairs, self.eye.at, size.0),
            Phase::Reveal => reveal::stops(chairs, model, size.0),
            Phase::Cover | Phase::Anchors(_) | Phase::Lines | Phase::Over => Stops::default(),
        }
    }
}

impl Pane for Room {
    fn context(&self, model: &Model) -> Context {
        let Some(chairs) = chairs(model) else {
            return Context::Ended;
        };
        match chairs.phase() {
            _ if self.sheet.is_some() => Context::Sheet,
            _ if self.note.is_some() => Context::Jot,
            phase if self.is_typing(phase) => self.form.context(),
            Phase::Cover | Phase::Over => Context::Cover,
            Phase::Card => Context::Interviewer,
            Phase::Anchors(_) if !self.reading => Context::Fits,
            Phase::Reveal => Context::Reveal,
            _ => Context::Ticks,
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            // A new room: somebody went elsewhere and came back.
            Msg::Shown if self.shown.is_none() => {
                self.act(desk, |chairs, now| {
                    chairs.cover(now);
                    Ok(Vec::new())
                });
            }
            Msg::Shown => {
                task::resume(desk);
                self.follow(desk);
            }
            Msg::Command(command) => self.command(*command, desk),
            Msg::Type(_) | Msg::Paste(_) | Msg::Outcome(Outcome::Edited(_))
                if self.sheet.is_none() =>
            {
                self.in_text(msg, desk);
            }
            Msg::Wake => {
                self.act(desk, |_, _| Ok(Vec::new()));
                let clock = chairs(desk.model).and_then(Chairs::clock);
                let kept = clock.is_some_and(|c| c.seconds(desk.now).is_multiple_of(KEPT_EVERY));
                if self.drafting.due(desk.now) || kept {
                    task::keep_draft(&mut self.drafting, 0, desk);
                }
            }
            Msg::Leaving if chairs(desk.model).is_some() => {
                task::keep_draft(&mut self.drafting, 0, desk);
            }
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let phase = chairs(model)?.phase();
        let reason = match (phase, command) {
            (Phase::Card, Command::Tick) if self.reading => {
                "Points are ticked on the card. v goes back to it."
            }
            (Phase::Points | Phase::Words | Phase::Anchors(_), _)
                if self.reading && rates(command) =>
            {
                "This is the question. v goes back to the rating."
            }
            (Phase::Points, _) if level(command).is_some() => {
                "The words come after the points. Enter goes on."
            }
            (Phase::Words, Command::Tick) => "Points are ticked one step back: the left arrow.",
            (Phase::Points, Command::Left) => "This is the first step of the rating.",
            (Phase::Cover | Phase::Anchors(_), Command::Copy) => "There is nothing to copy here.",
            _ => return None,
        };
        Some(reason.to_owned())
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let chairs = chairs(view.model)?;
        match command {
            Command::Main if self.reading => return Some("back"),
            command if self.reading && !listens(chairs.phase(), command) => return None,
            _ => {}
        }
        if self.unavailable(command, view.model).is_some() {
            return None;
        }
        match (chairs.phase(), command) {
            (Phase::Cover, Command::Main) if chairs.takes() == Takes::Both => Some("open them"),
            (Phase::Card, Command::Main) if chairs.clock().is_none() => Some("start the clock"),
            (Phase::Reveal, Command::Main) if chairs.position().0 == chairs.position().1 => {
                Some("to the end")
            }
            (Phase::Anchors(_), Command::View) => Some("view question"),
            (Phase::Lines, Command::Save) => Some("seal"),
            (Phase::Lines, Command::Back) => Some("one step back"),
            _ => Some(label),
        }
    }

    fn picks(&self, model: &Model) -> Option<usize> {
        let question = chairs(model)?.turn()?.question()?;
        Some(question.probes.len().min(4))
    }

    fn head(&self, view: &View<'_>) -> Head {
        chairs(view.model).map_or_else(|| Head::untitled("Two chairs"), |c| saying::head(c, view))
    }

    fn status(&self, view: &View<'_>) -> String {
        match chairs(view.model) {
            Some(chairs) if self.reading && chairs.phase() == Phase::Card => {
                named(view.model, &card::last(chairs).unwrap_or_default())
            }
            Some(chairs) if !self.reading => saying::status(chairs, view),
            _ => String::new(),
        }
    }

    fn next_wake(&self, model: &Model, now: Now) -> Option<Mono> {
        task::next_wake(model, &self.drafting, now)
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(chairs) = chairs(view.model) else {
            return;
        };
        match (chairs.phase(), chairs.takes()) {
            (Phase::Cover | Phase::Over, takes) => cover::draw(chairs, takes, view, area, out),
            (Phase::Card, _) if !self.reading => card::draw(self, chairs, view, area, out),
            (Phase::Anchors(row), _) if !self.reading => {
                rate::draw_anchors(chairs, row, self.anchor.at, area, out);
            }
            (Phase::Lines, _) => lines::draw(self, chairs, view, super::column(area), out),
            (Phase::Reveal, Takes::Both) if self.editing => {
                lines::draw(self, chairs, view, super::column(area), out);
            }
            _ => {
                let body = super::pair(area).0;
                let stops = self.stops(view.model, (body.width, body.height));
                stops.draw(self.eye, body, out);
            }
        }
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}

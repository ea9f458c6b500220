//! From place to place.

use super::App;
use crate::desk::{Effect, Go, Msg, Place, undo};
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::waiting::waiting;
use crate::domain::time::Now;
use crate::keys::{Command, Context, Flag};

use crate::panes;
use crate::panes::goto::GotoMenu;
use crate::panes::help::Help;
use crate::panes::palette::{Palette, Row};

impl App {
    /// Takes steps, in order.
    pub(super) fn navigate(&mut self, going: Vec<Go>, now: Now, effects: &mut Vec<Effect>) {
        if !going.is_empty() {
            self.toasts.hide_before(now);
        }
        for go in going {
            match go {
                Go::Section(section) => {
                    self.overlay = None;
                    self.stack.clear();
                    self.section = section;
                    self.ensure_section();
                }
                Go::Open(place) => {
                    self.overlay = None;
                    self.stack.push(panes::open(&place));
                }
                Go::Instead(place) => {
                    self.overlay = None;
                    self.stack.pop();
                    self.stack.push(panes::open(&place));
                }
                Go::Back => self.step_back(now),
                Go::Run(command) => {
                    self.overlay = None;
                    self.run(command, now, effects);
                    continue;
                }
                Go::Quit => {
                    self.quit(now, effects);
                    continue;
                }
            }
            self.tell(&Msg::Shown, now, effects);
        }
    }

    fn step_back(&mut self, now: Now) {
        if self.overlay.take().is_none() && self.stack.pop().is_none() {
            let (_, name) = self.section.label();
            self.say(format!("You are in {name}. q leaves greenroom."), now);
        }
    }

    /// Commands that open a place from every screen; `true` when the command was one of these.
    pub(super) fn open_common(
        &mut self,
        command: Command,
        now: Now,
        effects: &mut Vec<Effect>,
    ) -> bool {
        let place = match command {
            Command::Mocks => Place::Mocks,
            Command::Ladder => Place::Ladder,
            Command::Past => Place::Past,
            Command::Unfinished => Place::Unfinished,
            Command::Library => Place::Library,
            Command::Handbook => Place::Handbook,
            Command::Packs => Place::Packs,
            Command::Trash => Place::Trash,
            Command::Messages => Place::Messages,
            Command::Talks => Place::Talks,
            Command::Code => Place::Code,
            Command::Sets => Place::Sets,
            Command::Seat => Place::Seats,
            Command::Chairs => Place::SetupChairs,
            Command::Posts => Place::Posts,
            Command::SecondLook => Place::SecondLook,
            Command::HandIn if !matches!(self.context(), Context::Results | Context::Opened) => {
                return self.hand_in(now, effects);
            }
            Command::Settings => Place::Settings,
            Command::Themes => Place::Themes,
            // Today, the roadmap and the page of a stage know which interview is meant.
            Command::Card if !knows_job(self.context()) => Place::Card(None),
            Command::Days if !knows_job(self.context()) => Place::Days(None),
            Command::Scorecard if !knows_job(self.context()) => Place::Scorecard(None),
            Command::Told if !knows_job(self.context()) => Place::Told(None),
            Command::Offers if !knows_job(self.context()) => Place::Offers(None),
            Command::Matters => Place::Matters,
            Command::References if !knows_job(self.context()) => Place::References(None),
            Command::Note if !self.context().is_sitting() => {
                let front = self.stack.last();
                let beside = front.and_then(|pane| pane.beside());
                beside.map_or(Place::EditEntry(None), Place::NoteBeside)
            }
            // The roadmap knows which application is meant, and Today which interview is due.
            Command::Debrief if !matches!(self.context(), Context::Roadmap | Context::Today) => {
                Place::Debrief(None, None)
            }
            _ => return self.switch(command, now, effects),
        };
        self.navigate(vec![Go::Open(place)], now, effects);
        true
    }

    /// Switches that work from every screen; `true` when the command was one of these.
    fn switch(&mut self, command: Command, now: Now, effects: &mut Vec<Effect>) -> bool {
        match command {
            Command::Sample | Command::OwnHome if self.model.sample => {
                self.say("The sample world is open. X throws it away.", now);
            }
            Command::Sample => effects.push(Effect::Sample(true)),
            Command::LeaveSample if self.model.sample => effects.push(Effect::Sample(false)),
            Command::LeaveSample => self.say("This is your own home, not the sample world.", now),
            Command::OwnHome if self.model.friend.is_some() => effects.push(Effect::Friend(None)),
            Command::OwnHome => self.say("This is your own practice.", now),
            Command::Rate => self.rate_waiting(now, effects),
            Command::Clock => self.turn_clock(now, effects),
            Command::Mouse => self.turn_mouse(now, effects),
            Command::Where => self.say(
                format!("Your files are in {}", self.model.home.display()),
                now,
            ),
            _ => return false,
        }
        true
    }

    /// Opens the newest answers that wait for their rating, however long they do.
    fn rate_waiting(&mut self, now: Now, effects: &mut Vec<Effect>) {
        let (practice, library) = (&self.model.practice, &self.model.library);
        let all = waiting(&practice.sittings, &practice.history, library, None);
        match all.first().map(|newest| newest.head.id.clone()) {
            Some(id) => self.navigate(vec![Go::Open(Place::Rate(id))], now, effects),
            None => self.say("Every answer is rated.", now),
        }
    }

    /// Opens the newest sitting for a coach.
    fn hand_in(&mut self, now: Now, effects: &mut Vec<Effect>) -> bool {
        let newest = self.model.practice.sittings.last();
        match newest.map(|head| head.id.clone()) {
            _ if self.model.sample => self.say(panes::hand_in::SAMPLE, now),
            Some(id) => self.navigate(vec![Go::Open(Place::HandIn(id, None))], now, effects),
            None => self.say(
                "There is no sitting yet whose answers could be handed in.",
                now,
            ),
        }
        true
    }

    /// The next time factor, then no clock, then the first again.
    fn turn_clock(&mut self, now: Now, effects: &mut Vec<Effect>) {
        let before = self.model.profile.clone();
        let profile = &mut self.model.profile;
        (profile.pacing, profile.factor) = match (profile.pacing, profile.factor) {
            (Pacing::None, _) => (Pacing::Window, Factor::X1),
            (pacing, Factor::X1) => (pacing, Factor::X125),
            (pacing, Factor::X125) => (pacing, Factor::X15),
            (pacing, Factor::X15) => (pacing, Factor::X2),
            (_, Factor::X2) => (Pacing::None, Factor::X1),
        };
        let words = match profile.pacing {
            Pacing::None => "Time: no clock.".to_owned(),
            _ => format!("Time: {}.", profile.factor.label()),
        };
        effects.push(Effect::SaveProfile(Box::new(profile.clone())));
        self.model
            .undo
            .note("the clock", undo::Step::Profile(Box::new(before)));
        self.say(format!("{words} It holds from the next sitting on."), now);
    }

    fn turn_mouse(&mut self, now: Now, effects: &mut Vec<Effect>) {
        let before = self.model.config.clone();
        let on = !before.mouse;
        self.model.config.mouse = on;
        effects.push(Effect::Mouse(on));
        effects.push(Effect::SaveConfig(Box::new(self.model.config.clone())));
        self.model
            .undo
            .note("the mouse", undo::Step::Config(Box::new(before)));
        self.say(
            if on {
                "Mouse on. Hold Shift to select text."
            } else {
                "Mouse off."
            },
            now,
        );
    }

    /// Opens the list of all commands that this screen can reach.
    pub(super) fn open_palette(&mut self) {
        let context = self.context();
        let arrows = self.look.arrows();
        let bound: Vec<Command> = self
            .keymap
            .rows(context)
            .iter()
            .map(|r| r.command)
            .collect();
        let roaming = !context.is_sitting() && !context.takes_text();
        let rows = Command::ALL
            .iter()
            .copied()
            .filter(|c| !c.is(Flag::Quiet) && !matches!(c, Command::Palette | Command::Goto))
            .filter(|c| bound.contains(c) || (roaming && everywhere(*c)))
            .filter(|c| self.is_there(*c))
            .map(|command| Row {
                command,
                say: self.keymap.sentence(context, command),
                keys: self.keymap.first_key(context, command, arrows),
                reason: self
                    .front()
                    .and_then(|pane| pane.unavailable(command, &self.model))
                    .map(|words| self.keymap.retold(&words, context, arrows)),
            })
            .collect();
        let things = if roaming {
            panes::palette::things(&self.model)
        } else {
            Vec::new()
        };
        self.overlay = Some(Box::new(Palette::new(rows, things)));
    }

    /// Whether a command makes sense in this world: the sample world has a way in or a way out, not both.
    fn is_there(&self, command: Command) -> bool {
        match command {
            Command::Sample => !self.model.sample,
            Command::LeaveSample => self.model.sample,
            Command::OwnHome => self.model.friend.is_some(),
            _ => true,
        }
    }

    /// Opens the keys of this screen.
    pub(super) fn open_help(&mut self) {
        let mut rows = self.keymap.rows(self.context());
        rows.retain(|row| self.is_there(row.command));
        let help = Help::new(self.context(), rows, self.look.arrows());
        self.overlay = Some(Box::new(help));
    }

    /// Opens the list of places.
    pub(super) fn open_goto(&mut self) {
        self.overlay = Some(Box::new(GotoMenu::new(&self.keymap, self.look.arrows())));
    }
}

/// Whether the screen knows which job, or which interview of one, is meant.
const fn knows_job(context: Context) -> bool {
    matches!(
        context,
        Context::Today
            | Context::Roadmap
            | Context::Stage
            | Context::Scorecard
            | Context::Told
            | Context::Offers
            | Context::References
    )
}

/// Commands that make sense from every screen outside a sitting.
fn everywhere(command: Command) -> bool {
    command.is(Flag::Keyless)
        || matches!(
            command,
            Command::Today
                | Command::Roadmap
                | Command::PracticeHome
                | Command::Journal
                | Command::Stories
                | Command::Progress
                | Command::Mocks
                | Command::Ladder
                | Command::Chairs
                | Command::Card
                | Command::Days
                | Command::Scorecard
                | Command::Told
                | Command::Offers
                | Command::References
                | Command::Library
                | Command::Handbook
                | Command::Packs
                | Command::Trash
                | Command::Messages
                | Command::Note
                | Command::Debrief
                | Command::HandIn
        )
}

//! One program: handles an event, draws a frame, says when it wants to be woken.
//!
//! The way of a key: an overlay or the pane in front gives the context; the key map turns the key into a command
//! or into text; the pane says whether the command can run; then it updates and may ask for effects.

mod absorb;
mod draw;
mod look;
mod navigate;
mod notice;
mod route;

use std::collections::BTreeMap;
use std::time::Duration;

use crate::desk::effect::Wrote;
use crate::desk::go::SetupFor;
use crate::desk::model::Loaded;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, Section, Toasts, View};
use crate::domain::library::Library;
use crate::domain::time::{Mono, Now};
use crate::keys::{Context, Key, Keymap};
use crate::look::{Look, Theme};
use crate::panes::{Pane, mocking};
use notice::Notice;

/// After a change of screen that no key of the user asked for, printable keys are ignored for this long, so that
/// words typed on do not become commands.
const SETTLE: Duration = Duration::from_millis(400);

/// Pause between two tries to write what could not be written, though no key comes: there may be room again.
const RETRY: Duration = Duration::from_secs(5);

/// The same removal again within this time is a key that is held down: systems wait at most so long before they
/// repeat it.
const HELD: Duration = Duration::from_millis(700);

/// Two presses of the way out within this time leave the program.
const TWICE: Duration = Duration::from_secs(2);

/// The same where leaving loses something: that takes longer to read.
const TWICE_LOSING: Duration = Duration::from_secs(10);

/// Most bytes that are pasted at once: more is no answer and no note, and would soon be more than a file may hold.
const MOST_PASTED: usize = 2 << 20;

/// What is said of more.
const TOO_MUCH: &str =
    "Nothing was pasted: that text is longer than two million letters. Paste a part of it.";

/// Smallest screen that is drawn, in cells.
pub const SMALLEST: (u16, u16) = (40, 10);

/// Exit code after leaving with the interrupt key, as shells use it.
const INTERRUPTED: i32 = 130;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// A block of text was pasted.
    Paste(String),
    /// The screen has another size.
    Resize(u16, u16),
    /// An effect has been carried out.
    Outcome(Box<Outcome>),
    /// A moment that [`App::next_wake`] asked for.
    Wake,
    /// Somebody changed a file in the home.
    Changed,
    /// The system tells of such changes from now on.
    Watched,
    /// The program is about to be left or stopped.
    Leaving,
}

/// The whole program without its surroundings.
pub struct App {
    model: Model,
    look: Look,
    keymap: Keymap,
    sections: BTreeMap<Section, Box<dyn Pane>>,
    section: Section,
    stack: Vec<Box<dyn Pane>>,
    overlay: Option<Box<dyn Pane>>,
    toasts: Toasts,
    size: (u16, u16),
    leaving_until: Option<Mono>,
    removed_at: Option<Mono>,
    /// It was told that leaving loses something; the same key again leaves.
    warned: bool,
    /// When it was last tried to write what could not be written.
    tried: Option<Mono>,
    deaf_until: Option<Mono>,
    /// A drill that waits for the home to be read.
    waiting: Option<SetupFor>,
    looking: look::Looking,
    /// What is said of each step back once all that it is about is on disk: somebody else may have changed a file of it
    /// meanwhile.
    steps: Vec<(Vec<Wrote>, String)>,
    /// Problems that were told: the file of each, and what it is.
    told: Vec<(String, String)>,
}

impl App {
    /// Opens at Today.
    pub fn new(mut model: Model, look: Look, keymap: Keymap, size: (u16, u16)) -> Self {
        model.meet();
        Self {
            model,
            look,
            keymap,
            sections: BTreeMap::new(),
            section: Section::Today,
            stack: Vec::new(),
            overlay: None,
            toasts: Toasts::default(),
            size,
            leaving_until: None,
            removed_at: None,
            warned: false,
            tried: None,
            deaf_until: None,
            waiting: None,
            looking: look::Looking::default(),
            steps: Vec::new(),
            told: Vec::new(),
        }
    }

    /// Facts, for tests and for the runtime.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The toast on the screen, if any.
    pub fn toast(&self) -> Option<&str> {
        self.toasts.current().map(|t| t.words.as_str())
    }

    /// The context of the pane in front.
    pub fn context(&self) -> Context {
        let front = self
            .front()
            .map_or(Context::Today, |pane| pane.context(&self.model));
        if self.too_small() && !front.is_written() {
            return Context::Toosmall;
        }
        front
    }

    /// Asks for the first effects.
    pub fn start(&mut self, now: Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.ensure_section();
        self.tell(&Msg::Shown, now, &mut effects);
        effects
    }

    /// Goes to a place before the first key, for `greenroom drill`.
    pub fn go(&mut self, go: Go, now: Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.navigate(vec![go], now, &mut effects);
        effects
    }

    /// Takes one event; returns what has to be carried out, in order.
    pub fn handle(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.settle(now);
        let key = matches!(event, Event::Key(_));
        match event {
            Event::Key(key) => self.key(key, now, &mut effects),
            Event::Paste(text) if text.len() > MOST_PASTED => self.say(TOO_MUCH, now),
            Event::Paste(text) => self.tell(&Msg::Paste(text), now, &mut effects),
            Event::Resize(width, height) => self.size = (width, height),
            Event::Outcome(outcome) => self.outcome(*outcome, now, &mut effects),
            Event::Wake => self.wake(now, &mut effects),
            Event::Changed => self.was_told(),
            Event::Watched => self.is_told(),
            Event::Leaving => {
                self.tell_all(&Msg::Leaving, now, &mut effects);
                effects.push(Effect::CatchUp);
            }
        }
        self.model.meet();
        self.toasts.bring_up(now);
        if self.look.theme.name != self.model.config.theme {
            self.retheme();
        }
        self.try_again(now, &mut effects);
        self.count_changes(&effects);
        self.look_around(key, now, &mut effects);
        effects
    }

    /// Takes the shipped library before the home has been read.
    pub fn take_library(&mut self, library: Library) {
        self.model.library = library;
    }

    /// Begins at a place that the command line named.
    pub fn begin_at(&mut self, place: Place, now: Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.navigate(vec![Go::Open(place)], now, &mut effects);
        effects
    }

    /// Begins a drill as asked for on the command line, once the home is read: who asks, what they have answered and
    /// how they like to practice decide what it is.
    pub fn begin_drill(&mut self, wish: &SetupFor, now: Now) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.model.loaded != Loaded::All {
            self.waiting = Some(wish.clone());
            return effects;
        }
        let mut going = Vec::new();
        let mut desk = Desk {
            model: &mut self.model,
            now,
            screen: self.size,
            notice: 0,
            effects: &mut effects,
            toasts: &mut self.toasts,
            going: &mut going,
        };
        mocking::wished(wish, &mut desk);
        self.navigate(going, now, &mut effects);
        effects
    }

    /// The theme of the settings; one that is unknown changes nothing.
    fn retheme(&mut self) {
        let name = &self.model.config.theme;
        self.look.theme = Theme::shipped(name, self.look.depth).unwrap_or_else(|| Theme {
            name: name.clone(),
            ..self.look.theme.clone()
        });
    }

    /// The soonest moment that somebody waits for; `None` when nothing runs.
    pub fn next_wake(&self, now: Now) -> Option<Mono> {
        let pane = self.front().and_then(|p| p.next_wake(&self.model, now));
        let below = self
            .stack
            .last()
            .filter(|_| self.overlay.is_some())
            .and_then(|p| p.next_wake(&self.model, now));
        let again = self.tried.map(|tried| tried + RETRY);
        [pane, below, self.toasts.next_wake(), again]
            .into_iter()
            .flatten()
            .min()
    }

    fn too_small(&self) -> bool {
        self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1
    }

    fn settle(&mut self, now: Now) {
        self.toasts.settle(now);
        if self.leaving_until.is_some_and(|until| now.mono >= until) {
            self.leaving_until = None;
        }
        if self.deaf_until.is_some_and(|until| now.mono >= until) {
            self.deaf_until = None;
        }
    }

    /// Tries from time to time to write what waits for room on the disk.
    fn try_again(&mut self, now: Now, effects: &mut Vec<Effect>) {
        if !self.model.unsaved.is_tried_again() {
            self.tried = None;
        } else if now.mono.since(*self.tried.get_or_insert(now.mono)) >= RETRY {
            self.tried = Some(now.mono);
            effects.push(Effect::CatchUp);
        }
    }

    /// Wakes the pane below an overlay too: its clock goes on.
    fn wake(&mut self, now: Now, effects: &mut Vec<Effect>) {
        let before = self.context();
        self.tell(&Msg::Wake, now, effects);
        if self.overlay.is_some()
            && let Some(mut pane) = self.stack.pop()
        {
            self.update(pane.as_mut(), &Msg::Wake, now, effects);
            self.stack.push(pane);
        }
        if self.context() != before {
            self.deaf_until = Some(now.mono + SETTLE);
        }
    }

    fn view(&self, now: Now) -> View<'_> {
        View {
            model: &self.model,
            look: &self.look,
            keymap: &self.keymap,
            now,
            screen: self.size,
        }
    }

    /// The pane that has the focus.
    fn front(&self) -> Option<&dyn Pane> {
        self.overlay
            .as_ref()
            .or_else(|| self.stack.last())
            .or_else(|| self.sections.get(&self.section))
            .map(AsRef::as_ref)
    }

    /// Sends a message to the pane in front.
    fn tell(&mut self, msg: &Msg, now: Now, effects: &mut Vec<Effect>) {
        let Some(mut pane) = self.take_front() else {
            return;
        };
        let going = self.update_quietly(pane.1.as_mut(), msg, now, effects);
        self.put_front(pane);
        self.navigate(going, now, effects);
    }

    fn update(&mut self, pane: &mut dyn Pane, msg: &Msg, now: Now, effects: &mut Vec<Effect>) {
        let going = self.update_quietly(pane, msg, now, effects);
        debug_assert!(going.is_empty(), "a pane in the back goes nowhere");
    }

    fn update_quietly(
        &mut self,
        pane: &mut dyn Pane,
        msg: &Msg,
        now: Now,
        effects: &mut Vec<Effect>,
    ) -> Vec<Go> {
        let mut going = Vec::new();
        let notice = Notice::of(self, pane, &self.view(now)).beyond();
        let mut desk = Desk {
            model: &mut self.model,
            now,
            screen: self.size,
            notice,
            effects,
            toasts: &mut self.toasts,
            going: &mut going,
        };
        pane.update(msg, &mut desk);
        going
    }

    fn take_front(&mut self) -> Option<(Front, Box<dyn Pane>)> {
        if let Some(pane) = self.overlay.take() {
            return Some((Front::Overlay, pane));
        }
        if let Some(pane) = self.stack.pop() {
            return Some((Front::Stack, pane));
        }
        self.sections
            .remove(&self.section)
            .map(|pane| (Front::Section, pane))
    }

    fn put_front(&mut self, (front, pane): (Front, Box<dyn Pane>)) {
        match front {
            Front::Overlay => self.overlay = Some(pane),
            Front::Stack => self.stack.push(pane),
            Front::Section => {
                self.sections.insert(self.section, pane);
            }
        }
    }

    fn ensure_section(&mut self) {
        self.sections
            .entry(self.section)
            .or_insert_with(|| crate::panes::section(self.section));
    }
}

/// Where the pane in front lies.
#[derive(Debug, Clone, Copy)]
enum Front {
    Overlay,
    Stack,
    Section,
}

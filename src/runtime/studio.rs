//! The studio: the loop between terminal, app and disk.
//!
//! It waits for one of three things: something came in, an effect was carried out, a moment has come that somebody
//! waits for. It takes in everything that is there, up to what a flood of keys brings, then draws once.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use super::clock::Clock;
use super::here::Here;
use super::incoming::Incoming;
use super::input::Reader;
use super::keeper::Keeper;
use super::screen::{self, Screen};
use super::voice::Voice;
use super::{editor, signals, watch};
use crate::app::{App, Event};
use crate::content::shipped;
use crate::desk::model::Loaded;
use crate::desk::voice::Heard;
use crate::desk::{Effect, Model, Outcome, Place};
use crate::domain::time::Now;
use crate::keys::{Code, Key, Keymap};
use crate::store::handover::Aside;
use crate::store::home::Home;
use crate::store::layout::{self, Places};

mod looks;
mod wish;

pub use wish::DrillWish;

/// How the studio is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the files are.
    pub places: Places,
    /// Seed of the draws; `None` takes one from the system.
    pub seed: Option<u64>,
    /// A theme for this time only.
    pub theme: Option<String>,
    /// Whether names are hidden from the start.
    pub hide_names: bool,
    /// A drill to begin with.
    pub drill: Option<DrillWish>,
    /// Answers that were handed in, to begin with.
    pub review: Option<PathBuf>,
    /// Which home the commands that are told in lines name.
    pub here: Here,
    /// The environment, as names and values.
    pub env: Vec<(String, String)>,
}

/// What a shell reports for a program whose terminal went away: 128 and SIGHUP.
const HUNG_UP: i32 = 129;

/// Events that are taken in before the next draw: a paste of keys is one draw, a flood is many, and each is seen.
const BEFORE_A_DRAW: usize = 4096;

/// What reaches the loop.
enum Message {
    Incoming(Vec<Incoming>),
    Done(Vec<Outcome>),
    /// Somebody changed a file in the home.
    Changed,
    /// The system tells of such changes.
    Watched,
    /// What came of something with sound.
    Heard(Heard),
}

impl From<Vec<Incoming>> for Message {
    fn from(batch: Vec<Incoming>) -> Self {
        Self::Incoming(batch)
    }
}

/// Opens the studio; returns the exit code.
///
/// # Errors
/// When the terminal cannot be taken; a sentence says why.
pub fn run(options: &Options) -> std::io::Result<u8> {
    let clock = Clock::start();
    let home = Arc::new(Home::at(&options.places));
    let (mut config, problems) = home.load_config();
    if let Some(theme) = &options.theme {
        config.theme.clone_from(theme);
    }
    let (keymap, clashes) = Keymap::with(layout::CONFIG, &config.keys);
    let look = looks::of(&config, &options.env);
    screen::guard_panics(options.places.home.display().to_string());
    let (to, from) = mpsc::channel();
    signals::watch::<Message>(to.clone())?;
    let mut screen = Screen::enter("greenroom", config.mouse)?;
    let mut aside = Aside::new()?;
    screen.divert_errors(aside.writer()?)?;
    let bare = home.store().list("").is_ok_and(|items| items.is_empty());
    let model = Model {
        config,
        names_hidden: options.hide_names,
        home: options.places.home.clone(),
        folder: options.places.name(),
        problems: problems.into_iter().chain(clashes).collect(),
        loaded: if bare { Loaded::All } else { Loaded::Nothing },
        seed: options.seed.unwrap_or_else(super::chance::seed),
        ..Model::default()
    };
    let mut app = App::new(model, look, keymap, screen.size());
    paint(&app, &mut screen, clock.now())?;
    app.take_library(shipped::library());
    let reader = Reader::start(clock, to.clone())?;
    let watched = (&*options.places.home, &*options.places.settings);
    watch::start(watched, to.clone(), Message::Watched, || Message::Changed)?;
    let voice = {
        let to = to.clone();
        Voice::new(options.places.home.clone(), move |heard| {
            drop(to.send(Message::Heard(heard)));
        })
    };
    let orders = keep(home, to)?;
    let mut studio = Studio {
        app,
        screen,
        clock,
        reader,
        voice,
        orders,
        from,
        waiting: 0,
        leaving: None,
    };
    studio.begin(options);
    let code = studio.turn();
    let Studio { app, screen, .. } = studio;
    drop(screen);
    // The process ends now, and with it its memory; to free a home of ten years piece by piece takes 50 ms.
    std::mem::forget(app);
    // What others printed meanwhile is not lost; it only had to wait.
    drop(std::io::stderr().write_all(aside.text().as_bytes()));
    code
}

fn paint(app: &App, screen: &mut Screen, now: Now) -> std::io::Result<()> {
    screen.set_title(&app.title())?;
    screen.draw(|buf| Some(app.draw(now, buf)))
}

/// Starts the thread that works on files; it ends when nobody sends effects any more.
fn keep(home: Arc<Home>, to: Sender<Message>) -> std::io::Result<Sender<(Effect, Now)>> {
    let (orders, taken) = mpsc::channel::<(Effect, Now)>();
    let work = move || {
        let mut keeper = Keeper::new(home);
        while let Ok((effect, now)) = taken.try_recv().or_else(|_| {
            keeper.rest();
            taken.recv()
        }) {
            let outcomes = keeper.carry_out(&effect, now);
            if to.send(Message::Done(outcomes)).is_err() {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("keeper".to_owned())
        .spawn(work)?;
    Ok(orders)
}

struct Studio {
    app: App,
    screen: Screen,
    clock: Clock,
    reader: Reader,
    voice: Voice,
    orders: Sender<(Effect, Now)>,
    from: Receiver<Message>,
    /// Effects that are not carried out yet.
    waiting: usize,
    /// The exit code, once somebody has asked to leave.
    leaving: Option<i32>,
}

impl Studio {
    fn begin(&mut self, options: &Options) {
        let now = self.clock.now();
        let programs = self.voice.programs(&self.app.model().config.sound);
        self.heard(Heard::Found(programs));
        self.perform(Effect::Load, now);
        let mut effects = self.app.start(now);
        if let Some(wish) = &options.drill {
            effects.extend(self.app.begin_drill(&wish.clone().into(), now));
        }
        if let Some(file) = &options.review {
            effects.extend(self.app.begin_at(Place::Review(file.clone()), now));
        }
        self.perform_all(effects, now);
    }

    /// Turns until somebody leaves and everything is written.
    fn turn(&mut self) -> std::io::Result<u8> {
        loop {
            if paint(&self.app, &mut self.screen, self.clock.now()).is_err() {
                self.leave(HUNG_UP);
            }
            if let Some(code) = self.leaving.filter(|_| self.waiting == 0) {
                return Ok(u8::try_from(code).unwrap_or(1));
            }
            let mut taken = 0;
            match self.wait() {
                Some(message) => taken += self.take(message)?,
                None => self.event(Event::Wake),
            }
            while taken < BEFORE_A_DRAW
                && let Ok(message) = self.from.try_recv()
            {
                taken += self.take(message)?;
            }
        }
    }

    /// The next message, or `None` when a moment has come that somebody waits for.
    fn wait(&self) -> Option<Message> {
        let now = self.clock.now();
        let Some(wake) = self.app.next_wake(now) else {
            return self.from.recv().ok();
        };
        let pause = wake.since(now.mono).max(Duration::from_millis(1));
        self.from.recv_timeout(pause).ok()
    }

    /// Takes a message; returns how many events of the terminal it brought.
    fn take(&mut self, message: Message) -> std::io::Result<usize> {
        match message {
            Message::Incoming(batch) => {
                let events = batch.len();
                self.reader.took(events);
                batch.into_iter().try_for_each(|one| self.incoming(one))?;
                Ok(events)
            }
            Message::Done(outcomes) => {
                self.waiting = self.waiting.saturating_sub(1);
                for outcome in outcomes {
                    self.event(Event::Outcome(Box::new(outcome)));
                }
                Ok(0)
            }
            Message::Changed => {
                self.event(Event::Changed);
                Ok(0)
            }
            Message::Watched => {
                self.event(Event::Watched);
                Ok(0)
            }
            Message::Heard(heard) => {
                self.heard(heard);
                Ok(0)
            }
        }
    }

    fn incoming(&mut self, one: Incoming) -> std::io::Result<()> {
        if self.leaving.is_some() {
            // The terminal is the shell's again: what comes now is not ours, and must not take it back.
            return Ok(());
        }
        match one {
            Incoming::Key(key) => self.event(Event::Key(key)),
            Incoming::Paste(text) => self.event(Event::Paste(text)),
            Incoming::Wheel { up } => {
                let code = if up { Code::Up } else { Code::Down };
                self.event(Event::Key(Key::new(code, false, false, false)));
            }
            Incoming::Click { .. } => {}
            Incoming::Resized => {
                self.screen.resized();
                let (width, height) = self.screen.size();
                self.event(Event::Resize(width, height));
            }
            Incoming::Stop(code) => self.leave(code),
            Incoming::Suspend => self.suspend()?,
            Incoming::Continued => self.screen.enter_again()?,
        }
        Ok(())
    }

    fn event(&mut self, event: Event) {
        let now = self.clock.now();
        let effects = self.app.handle(event, now);
        self.perform_all(effects, now);
    }

    fn heard(&mut self, heard: Heard) {
        self.event(Event::Outcome(Box::new(Outcome::Sound(heard))));
    }

    fn perform_all(&mut self, effects: Vec<Effect>, now: Now) {
        for effect in effects {
            self.perform(effect, now);
        }
    }

    /// Effects about the terminal are carried out here, all others by the thread that works on files.
    fn perform(&mut self, effect: Effect, now: Now) {
        match effect {
            Effect::Quit(code) => self.leave(code),
            Effect::Suspend => drop(self.suspend()),
            Effect::Redraw => self.screen.resized(),
            Effect::Bell => drop(self.screen.ring()),
            Effect::Mouse(on) => drop(self.screen.set_mouse(on)),
            Effect::Copy(text) => {
                let count = text.chars().count();
                drop(self.screen.copy(&text));
                self.event(Event::Outcome(Box::new(Outcome::Copied(count))));
            }
            Effect::OpenEditor(text) => self.edit(&text),
            Effect::Sound(what) => {
                let sound = &self.app.model().config.sound;
                self.voice.carry_out(&what, sound);
            }
            other => {
                self.waiting += 1;
                if self.orders.send((other, now)).is_err() {
                    self.waiting -= 1;
                }
            }
        }
    }

    /// Gives the terminal back at once, keeps what is half typed, and leaves as soon as everything is written.
    fn leave(&mut self, code: i32) {
        if self.leaving.is_none() {
            self.leaving = Some(code);
            self.screen.leave();
            self.event(Event::Leaving);
            self.voice.end();
        }
    }

    fn suspend(&mut self) -> std::io::Result<()> {
        self.event(Event::Leaving);
        self.voice.end();
        self.reader.park();
        let gone = signals::suspend(&mut self.screen);
        self.reader.resume();
        if !gone? {
            self.event(Event::Outcome(Box::new(Outcome::Failed(
                "There is no shell to go back to here.".to_owned(),
            ))));
        }
        Ok(())
    }

    /// Hands a text to the user's editor; the reader waits meanwhile, so every key goes to the editor.
    fn edit(&mut self, text: &str) {
        self.reader.park();
        self.screen.leave();
        let outcome = match editor::hand_over(
            text,
            &self.app.model().config.editor,
            &self.app.model().home,
        ) {
            Ok(text) => Outcome::Edited(text),
            Err(words) => Outcome::NotEdited(words),
        };
        if self.screen.enter_again().is_err() {
            self.leaving = Some(1);
        }
        self.reader.resume();
        self.event(Event::Outcome(Box::new(outcome)));
        self.forget_job_control();
    }

    /// Ctrl+Z in the editor was for the editor: it is not done a second time.
    fn forget_job_control(&mut self) {
        let came: Vec<Message> = self.from.try_iter().collect();
        for message in came {
            let message = match message {
                Message::Incoming(mut batch) => {
                    batch.retain(|one| !matches!(one, Incoming::Suspend | Incoming::Continued));
                    Message::Incoming(batch)
                }
                other => other,
            };
            if self.take(message).is_err() {
                self.leaving = Some(1);
            }
        }
    }
}

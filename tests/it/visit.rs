//! A visit: the whole program over a fake clock and a folder in memory, driven as a person drives it.
//!
//! It presses commands, not letters; it looks only at the screen, at toasts and at files. Time passes with every
//! key as it does under a hand, and [`Visit::wait`] walks from one wish to be woken to the next, so nothing sleeps.
//! At the end every toast must have been looked at.

mod file;
mod screen;

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use greenroom::app::{App, Event};
use greenroom::content::shipped;
use greenroom::desk::go::SetupFor;
use greenroom::desk::model::Loaded;
use greenroom::desk::voice::{Heard, Sounding};
use greenroom::desk::{Effect, Model, Outcome};
use greenroom::domain::time::{Mono, Now, Wall};
use greenroom::keys::{Code, Command, Context, Key, Keymap};
use greenroom::look::Look;
use greenroom::runtime::keeper::Keeper;
use greenroom::store::Store;
use greenroom::store::home::Home;
use greenroom::store::memory::Memory;

pub use file::File;
pub use screen::Screen;

/// Between two letters of somebody who types well.
const LETTER: Duration = Duration::from_millis(40);

/// Before a command: somebody looks first.
const LOOK: Duration = Duration::from_millis(700);

/// More wakes than this within one wait is a program that spins.
const MOST_WAKES: usize = 20_000;

/// Seconds.
pub const fn secs(n: u64) -> Duration {
    Duration::from_secs(n)
}

/// Minutes.
pub const fn mins(n: u64) -> Duration {
    Duration::from_secs(60 * n)
}

/// One person in front of one studio.
pub struct Visit {
    disk: Arc<Memory>,
    now: Now,
    size: (u16, u16),
    seed: u64,
    look: Look,
    names_hidden: bool,
    folder: Option<String>,
    studio: Option<Studio>,
    screen: Screen,
    /// Toasts that nobody has looked at.
    unheard: Vec<String>,
    last_toast: Option<String>,
    /// What a slow disk has not done yet.
    held: Option<VecDeque<Effect>>,
    deaf_to_toasts: bool,
    /// What the user's own editor makes of a text.
    editor: fn(&str) -> Result<String, String>,
    /// What was asked for of sound, in order; a test says itself what comes of it.
    pub asked_of_sound: Vec<Sounding>,
    /// What was copied last.
    pub copied: Option<String>,
    /// How often the bell rang.
    pub rings: usize,
    /// How often the whole home was read.
    pub times_read: usize,
    /// The exit code, once the program was left.
    pub left: Option<i32>,
}

/// The running program.
struct Studio {
    app: App,
    keeper: Keeper,
    keymap: Keymap,
}

impl Visit {
    /// A fresh machine: an empty home, a Monday morning, a terminal of the usual size.
    pub fn new() -> Self {
        Self::over(Arc::new(Memory::new()))
    }

    /// The system tells of changes in the home from now on.
    pub fn is_watched(&mut self) -> &mut Self {
        self.event(Event::Watched);
        self
    }

    /// The system tells of a change.
    pub fn is_told(&mut self) -> &mut Self {
        self.event(Event::Changed);
        self
    }

    /// A second studio on the same home.
    pub fn beside(&self) -> Self {
        let mut other = Self::over(Arc::clone(&self.disk));
        other.now = self.now;
        other.seed = self.seed + 1;
        other
    }

    fn over(disk: Arc<Memory>) -> Self {
        let wall = chrono::DateTime::parse_from_rfc3339("2026-03-02T09:00:00+01:00");
        Self {
            disk,
            now: Now {
                mono: Mono::default(),
                wall: wall.expect("a date"),
            },
            size: (80, 24),
            seed: 7,
            look: Look::default(),
            names_hidden: false,
            folder: None,
            studio: None,
            screen: Screen::default(),
            unheard: Vec::new(),
            last_toast: None,
            held: None,
            deaf_to_toasts: false,
            editor: |_| Err("There is no editor here.".to_owned()),
            asked_of_sound: Vec::new(),
            copied: None,
            rings: 0,
            times_read: 0,
            left: None,
        }
    }

    // What is so before the program starts.

    /// On this day.
    pub fn on(mut self, date: &str) -> Self {
        let time = self.now.wall.format("%H:%M:%S").to_string();
        self.now.wall = wall(date, &time);
        self
    }

    /// At this time of day.
    pub fn at(mut self, time: &str) -> Self {
        let date = self.now.wall.format("%Y-%m-%d").to_string();
        self.now.wall = wall(&date, &format!("{time}:00"));
        self
    }

    /// In a terminal of this size.
    pub fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// With this seed.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// In a terminal that looks like this.
    pub fn look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    /// With a folder of this name that is not the usual one.
    pub fn in_folder(mut self, name: &str) -> Self {
        self.folder = Some(name.to_owned());
        self
    }

    /// With names hidden from the start.
    pub fn hides_names(mut self) -> Self {
        self.names_hidden = true;
        self
    }

    /// With a file in the home already.
    pub fn with_file(self, path: &str, text: &str) -> Self {
        self.disk.meddle(path, text);
        self
    }

    /// With these files in the home already.
    pub fn with_home(self, files: &[File]) -> Self {
        for file in files {
            self.disk.meddle(&file.path, &file.text);
        }
        self
    }

    /// With an editor of one's own.
    pub fn editor(mut self, editor: fn(&str) -> Result<String, String>) -> Self {
        self.editor = editor;
        self
    }

    /// This visit is not about toasts.
    pub fn ignore_toasts(mut self) -> Self {
        self.deaf_to_toasts = true;
        self
    }

    // What the person does.

    /// Starts the program, if it does not run; every other step does so too.
    pub fn opens(&mut self) -> &mut Self {
        self.studio();
        self
    }

    /// Starts the program straight into a drill, as `greenroom drill` does.
    pub fn drills(&mut self, wish: &SetupFor) -> &mut Self {
        let now = self.now;
        let effects = self.studio().app.begin_drill(wish, now);
        self.carry_out(effects);
        self
    }

    /// Presses the key of a command. Fails when the screen in front has none.
    pub fn press(&mut self, command: Command) -> &mut Self {
        let context = self.context();
        let keys = self.studio().keymap.keys_for(context, command);
        let Some(key) = keys.first().copied() else {
            panic!(
                "{} has no key for {command:?}.\n{}",
                context.name(),
                self.screen
            );
        };
        self.pass(LOOK);
        self.strike(key);
        self
    }

    /// Presses a command some times.
    pub fn press_times(&mut self, command: Command, times: usize) -> &mut Self {
        for _ in 0..times {
            self.press(command);
        }
        self
    }

    /// Presses a key by its name.
    pub fn key(&mut self, name: &str) -> &mut Self {
        self.pass(LOOK);
        self.key_at_once(name)
    }

    /// Presses a key without looking first.
    pub fn key_at_once(&mut self, name: &str) -> &mut Self {
        let key = Key::parse(name).unwrap_or_else(|| panic!("no key is called {name}"));
        self.strike(key);
        self
    }

    /// Runs a command by its words in the palette.
    pub fn runs(&mut self, words: &str) -> &mut Self {
        self.press(Command::Palette)
            .types(words)
            .press(Command::Main)
    }

    /// Types, letter by letter.
    pub fn types(&mut self, words: &str) -> &mut Self {
        for c in words.chars() {
            self.pass(LETTER);
            self.strike(letter(c));
        }
        self
    }

    /// Pastes a block.
    pub fn pastes(&mut self, text: &str) -> &mut Self {
        self.pass(LOOK);
        self.event(Event::Paste(text.to_owned()));
        self
    }

    /// Waits; the program is woken whenever it wants to be.
    pub fn wait(&mut self, time: Duration) -> &mut Self {
        self.studio();
        self.pass(time);
        self.redraw();
        self
    }

    /// Closes the laptop for a while: the wall clock goes on, the other one does not.
    pub fn sleeps(&mut self, time: Duration) -> &mut Self {
        self.now.wall += time;
        self.event(Event::Wake);
        self
    }

    /// Somebody sets the clock on the wall, by so many seconds.
    pub fn wall_jumps(&mut self, seconds: i64) -> &mut Self {
        self.now.wall += chrono::Duration::seconds(seconds);
        self.event(Event::Wake);
        self
    }

    /// Something comes of what sounds.
    pub fn hears(&mut self, heard: Heard) -> &mut Self {
        self.event(Event::Outcome(Box::new(Outcome::Sound(heard))));
        self
    }

    /// Drags the window to another size.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.studio();
        self.size = (width, height);
        self.event(Event::Resize(width, height));
        self
    }

    /// Leaves in good order and starts again, over the same files.
    pub fn restart(&mut self) -> &mut Self {
        if self.studio.is_some() && self.left.is_none() {
            self.event(Event::Leaving);
        }
        self.kill()
    }

    /// Ends the program from outside, without a word, and starts it again over the same files.
    pub fn kill(&mut self) -> &mut Self {
        self.studio = None;
        self.left = None;
        self.last_toast = None;
        self.held = None;
        self.now.mono = Mono::default();
        self.now.wall += secs(5);
        self.opens()
    }

    // What the person looks at.

    /// Reads these words on the screen, wherever lines break.
    pub fn sees(&mut self, words: &str) -> &mut Self {
        self.studio();
        assert!(self.screen.has(words), "not seen: {words}\n{}", self.screen);
        self
    }

    /// These words are nowhere on the screen.
    pub fn sees_not(&mut self, words: &str) -> &mut Self {
        self.studio();
        assert!(!self.screen.has(words), "seen: {words}\n{}", self.screen);
        self
    }

    /// Was told these words in a toast.
    pub fn toast(&mut self, words: &str) -> &mut Self {
        let found = self.unheard.iter().position(|t| t.contains(words));
        let Some(at) = found else {
            panic!(
                "no toast said: {words}\nsaid: {:#?}\n{}",
                self.unheard, self.screen
            );
        };
        self.unheard.remove(at);
        self
    }

    /// Whether a toast was told that nobody has looked at yet; looks at all of them.
    pub fn hears_something(&mut self) -> bool {
        !std::mem::take(&mut self.unheard).is_empty()
    }

    /// The context that keys are pressed in.
    pub fn is_in(&mut self, context: Context) -> &mut Self {
        let found = self.context();
        assert_eq!(found, context, "\n{}", self.screen);
        self
    }

    /// The context that keys are pressed in.
    pub fn context(&mut self) -> Context {
        self.studio().app.context()
    }

    /// The screen.
    pub fn screen(&mut self) -> &Screen {
        self.studio();
        &self.screen
    }

    /// The one file with a path like this; `…` stands for anything. Fails when there is none, or more than one.
    pub fn file(&self, like: &str) -> File {
        let paths = self.files(like);
        match paths.as_slice() {
            [path] => File {
                path: path.clone(),
                text: self.disk.text(path).unwrap_or_default(),
            },
            [] => panic!("no file like {like}; there are {:#?}", self.disk.paths()),
            more => panic!("several files like {like}: {more:#?}"),
        }
    }

    /// The paths like this; `…` stands for anything.
    pub fn files(&self, like: &str) -> Vec<String> {
        let all = self.disk.paths();
        all.into_iter().filter(|p| file::fits(p, like)).collect()
    }

    /// Every file with its text.
    pub fn everything(&self) -> Vec<File> {
        let files = self.disk.paths().into_iter().map(|path| File {
            text: self.disk.text(&path).unwrap_or_default(),
            path,
        });
        files.collect()
    }

    // What happens to the machine.

    /// An editor or a sync tool changes a file behind the program's back.
    pub fn meddles(&mut self, path: &str, text: &str) -> &mut Self {
        self.disk.meddle(path, text);
        self
    }

    /// From now on nothing can be written.
    pub fn disk_fills_up(&mut self) -> &mut Self {
        self.disk.fail_always(Some(ErrorKind::StorageFull));
        self
    }

    /// There is room again.
    pub fn disk_has_room(&mut self) -> &mut Self {
        self.disk.fail_always(None);
        self
    }

    /// From now on the disk takes its time.
    pub fn disk_is_slow(&mut self) -> &mut Self {
        self.held = Some(VecDeque::new());
        self
    }

    /// The disk has done all it was asked for, and is as fast as ever.
    pub fn disk_catches_up(&mut self) -> &mut Self {
        let waiting = self.held.take().unwrap_or_default();
        self.carry_out(waiting.into());
        self
    }

    /// The time, as the program is told it.
    pub const fn now(&self) -> Now {
        self.now
    }

    /// The program, for the few tests that need more than a person sees.
    pub fn app(&mut self) -> &App {
        &self.studio().app
    }

    // The machine room.

    fn studio(&mut self) -> &mut Studio {
        if self.studio.is_none() {
            self.start();
        }
        self.studio.as_mut().expect("it was just started")
    }

    /// As `runtime::studio` does it, but one after the other.
    fn start(&mut self) {
        let store: Arc<dyn Store> = Arc::clone(&self.disk) as Arc<dyn Store>;
        let home = Arc::new(Home::new(Arc::clone(&store), store));
        let (config, problems) = home.load_config();
        let (keymap, clashes) = Keymap::with("config.toml", &config.keys);
        let bare = self.disk.paths().is_empty();
        let model = Model {
            config,
            names_hidden: self.names_hidden,
            home: PathBuf::from("/home/me/greenroom"),
            folder: self.folder.clone(),
            problems: problems.into_iter().chain(clashes).collect(),
            loaded: if bare { Loaded::All } else { Loaded::Nothing },
            seed: self.seed,
            ..Model::default()
        };
        let mut app = App::new(model, self.look.clone(), keymap.clone(), self.size);
        app.take_library(shipped::library());
        let mut effects = vec![Effect::Load];
        effects.extend(app.start(self.now));
        self.studio = Some(Studio {
            app,
            keeper: Keeper::new(home),
            keymap,
        });
        self.carry_out(effects);
    }

    /// Lets time pass, with every wake that falls into it.
    fn pass(&mut self, time: Duration) {
        let end = self.now.after(time);
        for _ in 0..MOST_WAKES {
            let now = self.now;
            let wake = self.studio().app.next_wake(now);
            let Some(wake) = wake.filter(|w| *w <= end.mono) else {
                self.now = end;
                return;
            };
            self.now = now.after(wake.since(now.mono).max(Duration::from_millis(1)));
            if self.now.mono > end.mono {
                self.now = end;
                return;
            }
            let effects = self.handle(Event::Wake);
            self.carry_out_quietly(effects);
        }
        panic!("the program spins: {MOST_WAKES} wakes in {time:?}");
    }

    fn strike(&mut self, key: Key) {
        self.event(Event::Key(key));
    }

    fn event(&mut self, event: Event) {
        let effects = self.handle(event);
        self.carry_out(effects);
    }

    /// Hands one event over and listens to what is said.
    fn handle(&mut self, event: Event) -> Vec<Effect> {
        let now = self.now;
        let studio = self.studio();
        let effects = studio.app.handle(event, now);
        let said = studio.app.toast().map(str::to_owned);
        if let Some(words) = said.as_ref().filter(|_| said != self.last_toast) {
            self.unheard.push(words.clone());
        }
        self.last_toast = said;
        effects
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        self.carry_out_quietly(effects);
        self.redraw();
    }

    /// Carries effects out in order; what comes of them is told in order.
    fn carry_out_quietly(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            for outcome in self.perform(&effect) {
                waiting.extend(self.handle(Event::Outcome(Box::new(outcome))));
            }
            if self.left.is_some() && matches!(effect, Effect::Quit(_)) {
                waiting.extend(self.handle(Event::Leaving));
            }
        }
    }

    fn perform(&mut self, effect: &Effect) -> Vec<Outcome> {
        match effect {
            Effect::Quit(code) => {
                self.left = self.left.or(Some(*code));
                Vec::new()
            }
            Effect::Bell => {
                self.rings += 1;
                Vec::new()
            }
            Effect::Copy(text) => {
                self.copied = Some(text.clone());
                vec![Outcome::Copied(text.chars().count())]
            }
            Effect::Sound(what) => {
                self.asked_of_sound.push(what.clone());
                Vec::new()
            }
            Effect::OpenEditor(text) => vec![match (self.editor)(text) {
                Ok(text) => Outcome::Edited(text),
                Err(words) => Outcome::NotEdited(words),
            }],
            other => {
                if let Some(held) = &mut self.held {
                    held.push_back(other.clone());
                    return Vec::new();
                }
                let now = self.now;
                let out = self.studio().keeper.carry_out(other, now);
                let read = |o: &&Outcome| matches!(o, Outcome::Loaded(_) | Outcome::Refreshed(..));
                self.times_read += out.iter().filter(read).count();
                out
            }
        }
    }

    fn redraw(&mut self) {
        let (now, size) = (self.now, self.size);
        self.screen = Screen::of(&self.studio().app, now, size);
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        if !std::thread::panicking() && !self.deaf_to_toasts {
            assert!(
                self.unheard.is_empty(),
                "toasts that nobody looked at: {:#?}",
                self.unheard
            );
        }
    }
}

fn wall(date: &str, time: &str) -> Wall {
    let text = format!("{date}T{time}+01:00");
    chrono::DateTime::parse_from_rfc3339(&text).unwrap_or_else(|_| panic!("{text} is no time"))
}

/// The key that types a character.
fn letter(c: char) -> Key {
    match c {
        '\n' => Key::plain(Code::Enter),
        c => Key::plain(Code::Char(c)),
    }
}

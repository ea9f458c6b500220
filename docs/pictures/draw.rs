//! Draws the pictures of the README: the real program over the sample world, as SVG.
//!
//! `cargo run --example pictures` makes them anew in `docs/pictures`. Every picture is taken at the same moment and
//! with the same seed, so a change of a picture is a change of the program.

#[path = "svg.rs"]
mod svg;

use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use greenroom::app::{App, Event};
use greenroom::content::shipped;
use greenroom::desk::{Effect, Model};
use greenroom::domain::settings::Config;
use greenroom::domain::time::{Mono, Now};
use greenroom::keys::{Code, Key, Keymap};
use greenroom::look::{Depth, Look, Theme};
use greenroom::runtime::keeper::Keeper;
use greenroom::runtime::sample;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// When the pictures are taken: a Thursday evening.
const MOMENT: &str = "2026-03-12T18:40:00+01:00";

/// Columns and rows.
const SIZE: (u16, u16) = (100, 30);

/// One key press, or a text that is typed, or a wait.
enum Do {
    Key(&'static str),
    Type(&'static str),
    Wait(u64),
}

use Do::{Key as K, Type as T, Wait as W};

/// What is typed into the picture of a sitting.
const ANSWER: &str = "We rented a sixth room for 160 a month, and it stood empty on three days of five. It was \
    not my money, so I asked M. what the room was for before I counted anything. For four weeks I wrote down who \
    used it, and when. Then I laid two ways beside each other: keep it and let the evening group pay half, or give \
    it back and move two hours into the hall.";

/// Name of each picture, what it shows in words, and the way to it from Today.
const SCENES: &[(&str, &str, &[Do])] = &[
    (
        "today",
        "Today: what is next and why, what is coming up, minutes of this week, the road of the application",
        &[],
    ),
    (
        "roadmap",
        "Roadmap: one application as a road of eight stages, the marked one described beside it",
        &[K("2")],
    ),
    (
        "sitting",
        "A question, half answered, with the time line above it and the window marked on the line",
        &[
            // The question that the answer above is for.
            K("g"),
            K("l"),
            K("/"),
            T("money that was not your own"),
            K("enter"),
            K("enter"),
            K("enter"),
            W(9),
            K("enter"),
            W(2),
            T(ANSWER),
            W(3),
        ],
    ),
    (
        "journal",
        "Journal: notes and debriefs, the marked one beside the list",
        &[K("4")],
    ),
    (
        "stories",
        "Stories: competencies that the next interview asks for, each against the stories that show it",
        &[K("5")],
    ),
    (
        "progress",
        "Progress: competencies with a dot for each answer and the usual level in words",
        &[K("6")],
    ),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    for theme in ["light", "dark"] {
        for (name, words, way) in SCENES {
            let mut studio = Studio::open(theme)?;
            for step in *way {
                studio.take(step);
            }
            let path = folder.join(format!("{name}-{theme}.svg"));
            std::fs::write(&path, svg::of(&studio.frame(), &studio.look, words))?;
            println!("{}", path.display());
        }
    }
    Ok(())
}

/// The program without a terminal.
struct Studio {
    app: App,
    keeper: Keeper,
    look: Look,
    now: Now,
}

impl Studio {
    /// Opens it over the sample world.
    fn open(theme: &str) -> Result<Self, Box<dyn std::error::Error>> {
        let now = Now {
            mono: Mono::default(),
            wall: chrono::DateTime::parse_from_rfc3339(MOMENT)?,
        };
        let depth = Depth::True;
        let look = Look {
            theme: Theme::shipped(theme, depth).ok_or("the theme ships with the program")?,
            depth,
            ..Look::default()
        };
        let model = Model {
            config: Config {
                theme: theme.to_owned(),
                ..Config::default()
            },
            seed: 7,
            ..Model::default()
        };
        let (keymap, _) = Keymap::with("config.toml", &[]);
        let mut app = App::new(model, look.clone(), keymap, SIZE);
        app.take_library(shipped::library());
        let mut effects = vec![Effect::Load];
        effects.extend(app.start(now));
        let mut studio = Self {
            app,
            keeper: Keeper::new(Arc::new(sample::home(now)?)),
            look,
            now,
        };
        studio.carry_out(effects);
        Ok(studio)
    }

    fn take(&mut self, step: &Do) {
        match step {
            K(name) => {
                self.wait(Duration::from_millis(700));
                let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
                self.event(Event::Key(key));
            }
            T(words) => {
                for c in words.chars() {
                    self.wait(Duration::from_millis(90));
                    self.event(Event::Key(Key::plain(Code::Char(c))));
                }
            }
            W(seconds) => self.wait(Duration::from_secs(*seconds)),
        }
    }

    /// Lets time pass; whoever wants to be woken is.
    fn wait(&mut self, time: Duration) {
        let end = self.now.after(time);
        while let Some(wake) = self.app.next_wake(self.now).filter(|w| *w < end.mono) {
            let pause = wake.since(self.now.mono).max(Duration::from_millis(1));
            self.now = self.now.after(pause);
            self.event(Event::Wake);
        }
        self.now = end;
    }

    fn event(&mut self, event: Event) {
        let effects = self.app.handle(event, self.now);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            for outcome in self.keeper.carry_out(&effect, self.now) {
                let outcome = Event::Outcome(Box::new(outcome));
                waiting.extend(self.app.handle(outcome, self.now));
            }
        }
    }

    fn frame(&self) -> svg::Frame {
        let mut cells = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        let (at, shown) = self.app.draw(self.now, &mut cells);
        svg::Frame {
            cells,
            caret: shown.then_some(at),
        }
    }
}

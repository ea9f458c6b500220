//! For tests of panes: sends messages to one and draws it as lines of text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Pane;
use crate::desk::model::Loaded;
use crate::desk::{Desk, Effect, Go, Model, Msg, Toasts, View};
use crate::domain::id::{CompetencyId, SittingId};
use crate::domain::level::Level;
use crate::domain::library::Kind;
use crate::domain::practice::record::{Block, Event, EventKind, Rater, Rating, SittingRecord};
use crate::domain::practice::sample;
use crate::domain::time::{Now, Wall};
use crate::keys::{Command, Keymap};
use crate::look::{Look, glyphs};
use crate::widgets::Canvas;

/// The questions of an invented library; the first two are about conflict, the third about ownership.
const QUESTIONS: [&str; 3] = ["q-one", "q-two", "q-three"];

/// A home that has been read and holds nothing.
pub(crate) fn empty_home() -> Model {
    let questions = QUESTIONS.map(|id| sample::question(id, Kind::Behavioral));
    Model {
        library: sample::library(&questions),
        home: "/home/sam/.local/share/greenroom".into(),
        loaded: Loaded::All,
        ..Model::default()
    }
}

/// A sitting was finished at ten on this day, each question with its level; Solid was expected.
pub(crate) fn practiced(model: &mut Model, day: &str, answers: &[(&str, Level)]) {
    let at = format!("{day}T10:00:00+01:00");
    let at = chrono::DateTime::parse_from_rfc3339(&at).expect("a time in a test");
    let mut head = sample::head(&QUESTIONS);
    head.id = SittingId::new(format!("{day}T1000-drill"));
    let mut blocks = Vec::new();
    for (index, (question, level)) in (0..).zip(answers) {
        blocks.extend(answered(index, question, *level, at));
    }
    blocks.push(Block::Event(Event {
        at,
        what: EventKind::Finished,
        seconds: 0,
    }));
    let record = SittingRecord { head, blocks };
    model.practice.history.learn([&record]);
    model.practice.sittings.push(record.head);
}

fn answered(index: u16, question: &str, level: Level, at: Wall) -> [Block; 2] {
    let mut answer = sample::answer(question, Kind::Behavioral);
    (answer.index, answer.at) = (index, at);
    answer.expected = Some(Level::Solid);
    if question == QUESTIONS[2] {
        answer.competency = CompetencyId::new("ownership");
    }
    let rating = Rating {
        index,
        question: answer.question.clone(),
        rater: Rater::Now,
        at,
        points: Vec::new(),
        proofs: Vec::new(),
        flags: Vec::new(),
        dimensions: Vec::new(),
        computed: level,
        line: "d1".to_owned(),
        level,
        note: String::new(),
    };
    [Block::Answer(answer), Block::Rating(rating)]
}

/// A pane with everything around it.
pub(crate) struct Easel<P> {
    pub pane: P,
    pub model: Model,
    pub now: Now,
    pub size: (u16, u16),
    pub ascii: bool,
    /// Where the pane wanted to go, in order.
    pub going: Vec<Go>,
    /// What it asked for, in order.
    pub effects: Vec<Effect>,
}

impl<P: Pane> Easel<P> {
    /// The pane comes to the front of a screen of 80 by 24.
    pub fn new(pane: P, model: Model, now: Now) -> Self {
        let mut easel = Self {
            pane,
            model,
            now,
            size: (80, 24),
            ascii: false,
            going: Vec::new(),
            effects: Vec::new(),
        };
        easel.tell(&Msg::Shown);
        easel
    }

    /// Sends a message.
    pub fn tell(&mut self, msg: &Msg) {
        let mut desk = Desk {
            model: &mut self.model,
            now: self.now,
            screen: self.size,
            notice: 0,
            effects: &mut self.effects,
            toasts: &mut Toasts::default(),
            going: &mut self.going,
        };
        self.pane.update(msg, &mut desk);
        self.model.meet();
    }

    /// Presses a key with this command.
    pub fn press(&mut self, command: Command) {
        self.tell(&Msg::Command(command));
    }

    /// The body of the page as lines without spaces at their ends, the margin with the focus mark included.
    pub fn lines(&self) -> Vec<String> {
        let look = Look {
            glyphs: if self.ascii {
                &glyphs::ASCII
            } else {
                &glyphs::UNICODE
            },
            ..Look::default()
        };
        let (keymap, _) = Keymap::with("config.toml", &[]);
        let view = self.view(&look, &keymap);
        let margin = if self.size.0 >= 100 { 4 } else { 2 };
        let foot = if self.size.1 >= 15 { 5 } else { 3 };
        let body = Rect::new(margin, 0, self.size.0 - 2 * margin, self.size.1 - foot);
        let mut buf = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1 - foot));
        self.pane
            .draw(&view, body, &mut Canvas::new(&mut buf, &look));
        let row = |y: u16| -> String {
            let cells = (0..buf.area.width).map(|x| buf[(x, y)].symbol());
            cells.collect::<String>().trim_end().to_owned()
        };
        (0..buf.area.height).map(row).collect()
    }

    /// The same as one text.
    pub fn text(&self) -> String {
        self.lines().join("\n")
    }

    /// The first line with the focus mark, without the mark.
    pub fn marked(&self) -> String {
        let lines = self.lines();
        let line = lines.iter().find_map(|l| l.trim_start().strip_prefix('▌'));
        line.unwrap_or_default().trim().to_owned()
    }

    /// The line of words of the pane.
    pub fn status(&self) -> String {
        let (look, (keymap, _)) = (Look::default(), Keymap::with("config.toml", &[]));
        self.pane.status(&self.view(&look, &keymap))
    }

    /// What the copy key would copy.
    pub fn copied(&self) -> Option<String> {
        let (look, (keymap, _)) = (Look::default(), Keymap::with("config.toml", &[]));
        self.pane.copied(&self.view(&look, &keymap))
    }

    /// What a pane looks at while it draws.
    pub fn view<'a>(&'a self, look: &'a Look, keymap: &'a Keymap) -> View<'a> {
        View {
            model: &self.model,
            look,
            keymap,
            now: self.now,
            screen: self.size,
        }
    }
}

//! A coach looks at answers that were handed in: each is read, rated as from the interviewer's seat, and gets one thing to
//! keep, one to change and a comment. What is done is kept while it is done; the answer is one file beside the hand-in.

mod front;
pub mod paper;

use std::path::PathBuf;

use ratatui::layout::Rect;

use super::bench::page::Whose;
use super::bench::{self, Did, Sight};
use super::drafting::{self, Drafting};
use super::filling::{self, Took};
use super::{Head, Pane, Reason, column, step_of, text_height, text_width, words};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
use crate::domain::level::Level;
use crate::domain::practice::bench::Stand;
use crate::domain::practice::coach::{Coaching, HandIn, Words};
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::store::coach_file::{Post, read_returned, returned_text};
use crate::widgets::form::{Field, Form};
use crate::widgets::stops::Eye;
use crate::widgets::{Canvas, prose};

/// Whose answers they are.
const CLIENT: Whose = Whose {
    said: "Their answer",
    asks: "What did they say?",
};

/// What the coach sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Face {
    /// What they want to know, and the answers.
    Front,
    /// One answer is rated.
    Rate(usize),
    /// Something is written to one answer.
    Write(usize),
    /// Something is written to all of it.
    Whole,
}

/// The room.
pub struct Room {
    path: PathBuf,
    coaching: Option<Coaching>,
    face: Face,
    sight: Sight,
    /// The marked answer of the front.
    eye: Eye,
    form: Form,
    drafting: Drafting,
    /// Why the file could not be read.
    unread: String,
    /// The file, once it is written.
    written: Option<PathBuf>,
    /// It was written as it stands, now or earlier.
    sent: bool,
}

impl Room {
    /// Takes up the hand-in in this file.
    pub fn new(path: PathBuf) -> Self {
        Self {
            path,
            coaching: None,
            face: Face::Front,
            sight: Sight::default(),
            eye: Eye::default(),
            form: Form::default(),
            drafting: Drafting::default(),
            unread: String::new(),
            written: None,
            sent: false,
        }
    }

    /// Takes a hand-in up where it was left.
    fn take(&mut self, hand_in: HandIn, model: &Model) {
        let key = paper::key(&hand_in);
        let mut coaching = Coaching::of(hand_in, &model.library);
        coaching.coach.clone_from(&model.profile.name);
        let kept = model.drafts.iter().find(|d| d.key() == key);
        self.sent = kept.is_some_and(|draft| paper::begun(draft).1);
        let kept = kept.and_then(|d| read_returned("draft", d.text.as_bytes()).ok());
        if let Some(kept) = kept {
            coaching.put(&kept);
        }
        self.coaching = Some(coaching);
    }

    fn turn(&mut self, face: Face, desk: &mut Desk<'_>) {
        self.face = face;
        self.sight.turn();
        desk.turns_page();
    }

    fn keep(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        let Some(coaching) = &self.coaching else {
            return;
        };
        let draft = paper::draft(coaching, &self.path, self.sent, desk.now);
        drafting::keep(draft, desk);
    }

    fn touch(&mut self, desk: &Desk<'_>) {
        self.written = None;
        self.sent = false;
        self.drafting.touch(desk.now);
    }

    /// What stands in the form joins what is kept.
    fn gather(&mut self) {
        let text = |n: usize| self.form.fields.get(n).map_or("", Field::text).to_owned();
        let Some(coaching) = &mut self.coaching else {
            return;
        };
        match self.face {
            Face::Write(at) => coaching.write(
                at,
                Words {
                    keep: text(0),
                    change: text(1),
                    text: text(2),
                },
            ),
            Face::Whole => {
                coaching.text = text(0);
                coaching.coach = text(1);
            }
            Face::Front | Face::Rate(_) => {}
        }
    }

    fn write_to(&mut self, at: usize, desk: &mut Desk<'_>) {
        let words = self.coaching.as_ref().and_then(|c| c.words(at)).cloned();
        self.form = paper::of_answer(&words.unwrap_or_default());
        self.turn(Face::Write(at), desk);
    }

    fn write_whole(&mut self, desk: &mut Desk<'_>) {
        if let Some(coaching) = &self.coaching {
            self.form = paper::of_all(coaching);
        }
        self.turn(Face::Whole, desk);
    }

    fn finish(&mut self, desk: &mut Desk<'_>) {
        let Some(coaching) = &self.coaching else {
            return;
        };
        if coaching.looked_at() == 0 {
            return desk.say("Nothing is said to any answer yet. Enter opens the marked one.");
        }
        let text = returned_text(&coaching.returned(desk.now.wall));
        desk.perform(Effect::WriteReturn(self.path.clone(), text));
    }

    fn close(&mut self, desk: &mut Desk<'_>) {
        if self.drafting.next_wake().is_some() {
            self.keep(desk);
        }
        desk.go(Go::Back);
    }

    fn in_front(&mut self, command: Command, desk: &mut Desk<'_>) {
        let Some(coaching) = &self.coaching else {
            return self.close(desk);
        };
        if let Some(step) = step_of(command) {
            let page = front::front(coaching, self.written.as_deref(), text_width(desk.screen));
            return page.step(&mut self.eye, step, text_height(desk));
        }
        let (marked, answers) = (self.eye.at, coaching.len());
        match command {
            Command::Main if marked < answers => self.rate(marked, desk),
            Command::Edit if marked < answers => self.write_to(marked, desk),
            Command::Main if marked == answers => self.write_whole(desk),
            Command::Main | Command::Save => self.finish(desk),
            Command::Edit => self.write_whole(desk),
            Command::Back | Command::Close => self.close(desk),
            _ => {}
        }
    }

    fn rate(&mut self, at: usize, desk: &mut Desk<'_>) {
        if let Some(bench) = self.coaching.as_mut().and_then(|c| c.bench_mut(at)) {
            bench.listen();
        }
        self.turn(Face::Rate(at), desk);
    }

    fn in_rating(&mut self, at: usize, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Edit => return self.write_to(at, desk),
            Command::Save => return self.finish(desk),
            _ => {}
        }
        let room = bench::Space::of(desk);
        let Some(bench) = self.coaching.as_mut().and_then(|c| c.bench_mut(at)) else {
            return;
        };
        let (did, said) = self.sight.command(command, bench, CLIENT, room);
        match said {
            Some(said) => desk.say(said),
            None if step_of(command).is_none() => desk.turns_page(),
            None => {}
        }
        match did {
            Did::Rated => self.touch(desk),
            Did::Whole => self.write_to(at, desk),
            Did::Left => self.turn(Face::Front, desk),
            Did::Nothing | Did::Other => {}
        }
    }

    fn in_form(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match filling::take(&mut self.form, msg, desk) {
            took @ (Took::Save | Took::Back) => {
                self.gather();
                self.keep(desk);
                self.leave_form(took, desk);
            }
            Took::Changed => {
                self.gather();
                self.touch(desk);
            }
            Took::Pressed | Took::Moved | Took::Nothing => {}
        }
    }

    /// After an answer the next one that nothing is said to is marked.
    fn leave_form(&mut self, took: Took, desk: &mut Desk<'_>) {
        if let (Face::Write(at), Took::Save) = (self.face, took) {
            self.eye = Eye::default();
            self.eye.at = self.coaching.as_ref().map_or(0, |c| c.next_open(at));
        }
        self.turn(Face::Front, desk);
    }
}

impl Pane for Room {
    fn context(&self, _model: &Model) -> Context {
        match self.face {
            Face::Front | Face::Rate(_) => Context::Review,
            Face::Write(_) | Face::Whole => self.form.context(),
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown if self.coaching.is_none() => {
                desk.perform(Effect::ReadPost(self.path.clone()));
            }
            Msg::Outcome(Outcome::PostRead(path, post)) if *path == self.path => {
                match (&**post, &self.coaching) {
                    (Post::HandIn(hand_in), None) => self.take((**hand_in).clone(), desk.model),
                    (Post::Returned(_), None) => {
                        "This is what a coach sent back, not a hand-in."
                            .clone_into(&mut self.unread);
                    }
                    _ => {}
                }
            }
            Msg::Outcome(Outcome::Failed(words)) if self.coaching.is_none() => {
                self.unread.clone_from(words);
            }
            Msg::Outcome(Outcome::ReturnWritten(path)) => {
                self.sent = true;
                self.keep(desk);
                self.written = Some(path.clone());
                self.eye = Eye::default();
                self.turn(Face::Front, desk);
            }
            Msg::Wake if self.drafting.due(desk.now) => self.keep(desk),
            Msg::Leaving if self.drafting.take() => self.keep(desk),
            msg => match (self.face, msg) {
                (Face::Write(_) | Face::Whole, msg) => self.in_form(msg, desk),
                (Face::Front, Msg::Command(command)) => self.in_front(*command, desk),
                (Face::Rate(at), Msg::Command(command)) => self.in_rating(at, *command, desk),
                _ => {}
            },
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        let Face::Rate(at) = self.face else {
            let rates = bench::rates(command);
            return (rates && self.face == Face::Front)
                .then(|| "Enter opens the marked answer; it is rated there.".to_owned());
        };
        let step = self.coaching.as_ref()?.bench(at)?.step();
        self.sight.unavailable(command, step).map(str::to_owned)
    }

    fn takes_back(&self, _model: &Model) -> bool {
        matches!(self.face, Face::Rate(_))
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        match (self.face, command) {
            _ if self.unavailable(command, view.model).is_some() => None,
            (Face::Front, Command::Main) => Some("open"),
            (Face::Rate(_), Command::Main) if self.sight.reading => Some("back"),
            (Face::Rate(at), Command::Main) => {
                let bench = self.coaching.as_ref()?.bench(at)?;
                Some(match bench.step() {
                    Stand::Listen => "rate it",
                    Stand::Points => "next",
                    Stand::Words | Stand::Beside => "comment",
                })
            }
            _ => Some(label),
        }
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.drafting.next_wake()
    }

    fn head(&self, _view: &View<'_>) -> Head {
        let (middle, right) = match (&self.coaching, self.face) {
            (Some(c), Face::Rate(at) | Face::Write(at)) => {
                (format!("answer {} of {}", at + 1, c.len()), String::new())
            }
            (Some(c), _) => {
                let all = words::count(c.len(), "answer", "answers");
                (
                    String::new(),
                    format!("{} of {all} looked at", c.looked_at()),
                )
            }
            (None, _) => (String::new(), String::new()),
        };
        Head::Title {
            left: "Answers handed in".to_owned(),
            middle,
            right,
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        match self.face {
            Face::Front if self.coaching.is_none() => String::new(),
            Face::Front if self.written.is_some() => {
                "Nothing else of your folder was changed.".to_owned()
            }
            Face::Front => {
                "What you do here is kept as you go; you can leave at any time.".to_owned()
            }
            Face::Rate(at) => {
                let bench = self.coaching.as_ref().and_then(|c| c.bench(at));
                bench.map_or_else(String::new, |b| self.sight.status(b.step()).to_owned())
            }
            Face::Write(at) => {
                let level = self.coaching.as_ref().and_then(|c| c.level(at));
                match level.map(Level::word) {
                    Some(word) => format!(
                        "By points and words: {word}. One thing each; they read it at the next try."
                    ),
                    None => "One thing each; they read the change at the next try.".to_owned(),
                }
            }
            Face::Whole => "It stands above their answers.".to_owned(),
        }
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(coaching) = &self.coaching else {
            let words = match self.unread.as_str() {
                "" => "Reading the file.",
                words => words,
            };
            let area = column(area);
            out.focus(area.x, area.y, 1);
            prose::draw(out, area, words, Role::Ink);
            return;
        };
        match self.face {
            Face::Front => {
                let area = column(area);
                let page = front::front(coaching, self.written.as_deref(), area.width);
                page.draw(self.eye, area, out);
            }
            Face::Rate(at) => {
                if let Some(bench) = coaching.bench(at) {
                    self.sight.draw(bench, CLIENT, area, out);
                }
            }
            Face::Write(_) | Face::Whole => self.form.draw(out, column(area)),
        }
    }
}

//! Results of a sitting: how the answers stood, what has most to gain, and each question with its word.

mod answer;
mod answers;
mod dimensions;
mod saying;
mod thanks;
mod whole;

use ratatui::layout::Rect;

use answers::Above;
use saying::{is_answered, not_rated, question_text, sums};
use whole::Look;

use super::{Head, Pane, Reason, begin, hand_in, keep_story, step_of, voice_words};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, View};
use crate::domain::id::SittingId;
use crate::domain::journal::{Beside, Entry};
use crate::domain::practice::coach::to_hand_in;
use crate::domain::practice::handout::handout;
use crate::domain::practice::nerves::Nerves;
use crate::domain::practice::record::SittingRecord;
use crate::domain::practice::results::{ResultRow, Results};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::mocking;
use crate::widgets::Canvas;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::prose;
use crate::widgets::stops::Eye;

/// What somebody opened the page for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Read,
    /// Its answers that wait are rated as soon as it is read.
    Rate,
}

/// The page.
pub struct Page {
    id: SittingId,
    row: Cursor,
    /// The eye is above the rows: on a small screen the table is read first.
    above: Above,
    table: bool,
    reading: bool,
    scroll: usize,
    look: Look,
    /// Where the eye is in its talks and sets of items.
    eye: Eye,
    /// Nerves after a mock, until they are kept.
    nerves: Option<Nerves>,
    /// The sitting has only just ended.
    fresh: bool,
    /// The mock that is to stand beside this one.
    beside: Option<SittingId>,
    /// The one that was read for that last.
    other: Option<Box<SittingRecord>>,
    /// Why what was asked for could not be read.
    unread: String,
    wish: Wish,
    /// The note with thank-you lines, until it is on disk.
    thanks: Option<Box<Entry>>,
    /// When the next interview is, where that is within two days.
    next: Option<String>,
}

impl Page {
    /// Results of a sitting; its words are read when they are not in memory.
    pub fn new(id: SittingId) -> Self {
        Self {
            id,
            row: Cursor::default(),
            above: Above::default(),
            table: false,
            reading: false,
            scroll: 0,
            look: Look::default(),
            eye: Eye::default(),
            nerves: None,
            fresh: false,
            beside: None,
            other: None,
            unread: String::new(),
            wish: Wish::Read,
            thanks: None,
            next: None,
        }
    }

    /// The same, to rate first what waits in it.
    pub fn to_rate(id: SittingId) -> Self {
        Self {
            wish: Wish::Rate,
            ..Self::new(id)
        }
    }

    /// Rates what waits; the results come back after it.
    fn rate(&mut self, desk: &mut Desk<'_>) {
        // First, so that the record which is rated has them.
        self.keep_nerves(desk);
        if let Some(record) = self.record(desk.model).cloned() {
            self.wish = Wish::Read;
            begin::the_rest(&record, desk);
        }
    }

    /// Takes in a sitting that was read: the one of this page, or the one that is to stand beside it.
    fn take(&mut self, record: &SittingRecord, desk: &mut Desk<'_>) {
        self.unread.clear();
        if record.head.id == self.id {
            desk.model.practice.shown = Some(Box::new(record.clone()));
            self.begin(desk);
        } else if Some(&record.head.id) == self.beside.as_ref() {
            self.other = Some(Box::new(record.clone()));
        }
    }

    /// Whether something is still being read.
    fn waits(&self, model: &Model) -> bool {
        let beside = self.beside.as_ref();
        self.record(model).is_none() || beside != self.other.as_ref().map(|r| &r.head.id)
    }

    /// What the page was opened for, once it is read.
    fn begin(&mut self, desk: &mut Desk<'_>) {
        if self.wish == Wish::Rate {
            return self.rate(desk);
        }
        self.look_how_fresh(desk);
        self.begin_at_top(desk);
    }

    fn record<'a>(&self, model: &'a Model) -> Option<&'a SittingRecord> {
        model
            .practice
            .shown
            .as_deref()
            .filter(|r| r.head.id == self.id)
    }

    fn marked(&self, model: &Model) -> Option<ResultRow> {
        let record = self.record(model).filter(|_| !self.above.is_read());
        record.and_then(|r| Results::of(r).rows.get(self.row.at).cloned())
    }

    /// Why there is no answer to try again; `None` when one is marked in sight.
    fn none_marked(&self, model: &Model) -> Option<Reason> {
        let record = self.record(model)?;
        if Results::of(record).rows.is_empty() {
            return Some(saying::NOTHING.to_owned());
        }
        if !self.reading && self.look(record) != Look::Answers {
            return Some("v leads to the answers; there r tries the marked one again.".to_owned());
        }
        let none = self.marked(model).is_none();
        none.then(|| "No answer is marked yet: Down goes to them.".to_owned())
    }

    /// The rows that come back soon: those that did not carry, and those that were skipped.
    fn weak(&self, model: &Model) -> Vec<ResultRow> {
        let rows = self.record(model).map(|r| Results::of(r).rows);
        let comes_back = |r: &ResultRow| r.skipped || r.level.is_some_and(|l| !l.carries());
        let rows = rows.unwrap_or_default().into_iter();
        rows.filter(comes_back).collect()
    }

    /// Moves the mark, or what is read.
    fn step(&mut self, step: Step, whole: bool, desk: &Desk<'_>) {
        match step {
            _ if whole => self.scroll_whole(step, desk),
            _ if self.reading => self.scroll_answer(step, desk),
            _ => self.step_answers(step, desk),
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let takes_along = matches!(command, Command::KeepStory | Command::HandIn);
        if self.reading && !takes_along && step_of(command).is_none() {
            let leads_back = matches!(
                command,
                Command::Main | Command::Back | Command::Close | Command::View | Command::Show
            );
            voice_words::hush(desk);
            return self.reading = !leads_back;
        }
        let look = self.record(desk.model).map(|r| self.look(r));
        let whole = look.is_some_and(|l| l != Look::Answers);
        if let Some(step) = step_of(command) {
            return self.step(step, whole, desk);
        }
        match command {
            Command::Main if whole => self.look_closer(desk),
            Command::Left | Command::Right if look == Some(Look::Beside) => {
                self.turn_beside(command == Command::Right, desk);
            }
            Command::Left if self.asks_nerves(desk.model) => self.nerves_by(-1),
            Command::Right if self.asks_nerves(desk.model) => self.nerves_by(1),
            Command::Main if self.above.is_read() => self.above = Above::default(),
            Command::Main => {
                self.reading = true;
                self.scroll = 0;
            }
            Command::Save => self.write(desk),
            Command::KeepStory => self.keep_story(desk),
            Command::HandIn => self.hand_in(desk),
            Command::Edit => self.rate(desk),
            Command::New => self.keep_thanks(desk),
            Command::Retry => {
                if let Some(row) = self.marked(desk.model) {
                    begin::once_more([(row.question, row.wording)], "Once more", desk);
                }
            }
            Command::RetryWeak => {
                let weak = self.weak(desk.model);
                let weak = weak.into_iter().map(|r| (r.question, r.wording));
                begin::once_more(weak, "The weak ones again", desk);
            }
            Command::Practice => {
                let questions = self
                    .record(desk.model)
                    .map(|r| r.head.plan.iter().map(|p| p.question.clone()).collect());
                let questions = questions.unwrap_or_default();
                desk.go(Go::Open(Place::Setup(crate::desk::go::SetupFor {
                    questions,
                    ..crate::desk::go::SetupFor::default()
                })));
            }
            Command::View => self.look_on(desk),
            Command::Back | Command::Close => {
                self.keep_nerves(desk);
                desk.go(Go::Back);
            }
            _ => {}
        }
    }

    /// Opens the form for a coach: with the answer that is read, or with all of them.
    fn hand_in(&self, desk: &mut Desk<'_>) {
        let read = self.marked(desk.model).filter(|_| self.reading);
        let only = read.map(|row| row.index);
        desk.go(Go::Open(Place::HandIn(self.id.clone(), only)));
    }

    /// Opens the form of a story with the words of the marked answer.
    fn keep_story(&self, desk: &mut Desk<'_>) {
        let record = self.record(desk.model);
        if let Some((record, row)) = record.zip(self.marked(desk.model)) {
            let record = record.clone();
            keep_story::open(&record, row.index, desk);
        }
    }

    /// Writes the page into a file, as Markdown.
    fn write(&self, desk: &mut Desk<'_>) {
        let Some(record) = self.record(desk.model) else {
            return;
        };
        let text = page(record, desk.model);
        desk.perform(Effect::WritePage(record.head.id.to_string(), text));
    }
}

/// The page that can be handed to somebody; names that are hidden are hidden in it, too.
fn page(record: &SittingRecord, model: &Model) -> String {
    model.hide(&handout(record, &model.library, &model.profile.name, 1))
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        if self.reading {
            Context::Opened
        } else {
            Context::Results
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if matches!(msg, Msg::Shown) {
            self.next = saying::next_interview(desk);
        }
        match msg {
            Msg::Shown if self.record(desk.model).is_none() => {
                desk.perform(Effect::ReadSitting(self.id.clone()));
            }
            Msg::Shown => self.begin(desk),
            Msg::Outcome(Outcome::SittingRead(record)) => self.take(record, desk),
            Msg::Outcome(Outcome::Failed(words)) if self.waits(desk.model) => {
                self.unread.clone_from(words);
            }
            Msg::Command(Command::Play) => voice_words::hear(self.to_hear(desk.model), desk),
            Msg::Command(command) => self.command(*command, desk),
            Msg::Leaving => self.keep_nerves(desk),
            Msg::Outcome(outcome) => self.hear(outcome, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let record = self.record(model);
        match command {
            Command::New => thanks::reason(record, model),
            Command::Save if model.sample => {
                Some("This is the sample world: nothing of it is written. y copies it.".to_owned())
            }
            Command::HandIn if model.sample => Some(hand_in::SAMPLE.to_owned()),
            Command::HandIn if record.is_some_and(|r| to_hand_in(r, &model.library).is_empty()) => {
                Some(hand_in::NOTHING.to_owned())
            }
            Command::Save if record.is_none_or(|r| !is_answered(r)) => {
                Some("Nothing was answered here, so there is no page to write.".to_owned())
            }
            Command::RetryWeak if self.weak(model).is_empty() => Some(saying::none_weak(record)),
            Command::Edit if record.is_none_or(|r| not_rated(r, model) == 0) => {
                Some(saying::none_to_rate(record))
            }
            Command::Main | Command::View if self.is_all(command, model) => {
                Some(saying::NOTHING.to_owned())
            }
            Command::Retry | Command::KeepStory => self.none_marked(model),
            _ => None,
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let beside = self.plain_beside(view);
        let page = self.record(view.model).map(|r| page(r, view.model));
        beside.or(page)
    }

    fn beside(&self) -> Option<Beside> {
        Some(Beside::Sitting(self.id.clone()))
    }

    fn head(&self, view: &View<'_>) -> Head {
        let Some(record) = self.record(view.model) else {
            return Head::Title {
                left: "Results".to_owned(),
                middle: String::new(),
                right: String::new(),
            };
        };
        Head::Title {
            left: record.head.title.clone(),
            middle: saying::how_it_ended(record, &view.model.library).to_owned(),
            right: sums(record, &view.model.library),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        if self.asks_nerves(view.model) {
            return mocking::nerves_words(self.nerves);
        }
        if self.reading {
            return self.heard_words(view);
        }
        if self.record(view.model).map(|r| self.look(r)) == Some(Look::Beside) {
            return "Left and right put another mock beside it. v is the page again.".to_owned();
        }
        String::new()
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(record) = self.record(view.model) else {
            let words = match self.unread.as_str() {
                "" => "Reading the sitting.",
                words => words,
            };
            prose::draw(out, super::column(area), words, Role::Ink);
            return;
        };
        if self.reading {
            self.draw_answer(view, record, super::column(area), out);
            return;
        }
        match self.look(record) {
            Look::Page | Look::Parts | Look::Beside => {
                self.draw_whole(view, record, super::column(area), out);
            }
            Look::Answers => self.draw_answers(view.model, record, area, out),
        }
    }
}

//! Results of a sitting: how the answers stood, what has most to gain, and each question with its word.

mod answer;
mod dimensions;
mod saying;
mod thanks;
mod whole;

use ratatui::layout::Rect;

use saying::{comes_back, left_words, level_word, not_rated, question_text, summary, sums};
use whole::Look;

use super::{Head, Pane, Reason, begin, step_of};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, View};
use crate::domain::id::SittingId;
use crate::domain::journal::Entry;
use crate::domain::level::Level;
use crate::domain::practice::handout::handout;
use crate::domain::practice::record::{Block, SittingRecord};
use crate::domain::practice::results::{ResultRow, Results};
use crate::domain::time::clock_text;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::stops::Eye;
use crate::widgets::{Canvas, prose};

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
    table: bool,
    reading: bool,
    scroll: usize,
    look: Look,
    /// Where the eye is in its talks and sets of items.
    eye: Eye,
    /// Nerves after a mock, until they are kept.
    nerves: Option<u8>,
    /// The sitting has only just ended.
    fresh: bool,
    /// The mock that stands beside this one.
    beside: Option<SittingId>,
    wish: Wish,
    /// The note with thank-you lines, until it is on disk.
    thanks: Option<Box<Entry>>,
}

impl Page {
    /// Results of a sitting; its words are read when they are not in memory.
    pub fn new(id: SittingId) -> Self {
        Self {
            id,
            row: Cursor::default(),
            table: false,
            reading: false,
            scroll: 0,
            look: Look::default(),
            eye: Eye::default(),
            nerves: None,
            fresh: false,
            beside: None,
            wish: Wish::Read,
            thanks: None,
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

    fn record<'a>(&self, model: &'a Model) -> Option<&'a SittingRecord> {
        model
            .practice
            .shown
            .as_deref()
            .filter(|r| r.head.id == self.id)
    }

    fn marked(&self, model: &Model) -> Option<ResultRow> {
        self.record(model)
            .and_then(|r| Results::of(r).rows.get(self.row.at).cloned())
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
        let answers = |r: &SittingRecord| Results::of(r).rows.len();
        match step {
            _ if whole => self.scroll_whole(step, desk),
            _ if self.reading => self.scroll_answer(step, desk),
            _ => {
                let len = self.record(desk.model).map_or(0, answers);
                self.row.step(step, len);
            }
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
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
            Command::Main => {
                self.reading = !self.reading;
                self.scroll = 0;
            }
            Command::Save => self.write(desk),
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
            Command::View => {
                self.reading = false;
                self.look_on(desk);
            }
            Command::Back | Command::Close if self.reading => self.reading = false,
            Command::Back | Command::Close => {
                self.keep_nerves(desk);
                desk.go(Go::Back);
            }
            _ => {}
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

/// The page that can be handed to somebody.
fn page(record: &SittingRecord, model: &Model) -> String {
    handout(record, &model.library, &model.profile.name, 1)
}

/// Whether anything was said in a sitting.
fn is_answered(record: &SittingRecord) -> bool {
    let said = |block: &Block| match block {
        Block::Answer(answer) => !answer.skipped,
        Block::Reply(_) | Block::Item(_) => true,
        Block::Rating(_) | Block::Event(_) | Block::Back(_) => false,
    };
    record.blocks.iter().any(said)
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        Context::Results
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown if self.record(desk.model).is_none() => {
                desk.perform(Effect::ReadSitting(self.id.clone()));
            }
            Msg::Shown | Msg::Outcome(Outcome::SittingRead(_)) if self.wish == Wish::Rate => {
                self.rate(desk);
            }
            Msg::Shown => self.look_how_fresh(desk),
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
            Command::Save if model.names_hidden => {
                Some("Names are hidden. H shows them, then the page can be written.".to_owned())
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
            Command::Retry if self.marked(model).is_none() => {
                Some("No answer is marked.".to_owned())
            }
            _ => None,
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let beside = self.plain_beside(view);
        let page = self.record(view.model).map(|r| page(r, view.model));
        beside.or(page)
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
            return self.nerves_words();
        }
        if self.record(view.model).map(|r| self.look(r)) == Some(Look::Beside) {
            return "Left and right put another mock beside it. v is the page again.".to_owned();
        }
        comes_back(&self.weak(view.model))
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(record) = self.record(view.model) else {
            out.put(
                area.x,
                area.y,
                "Reading the sitting.",
                area.width,
                Role::Ink,
            );
            return;
        };
        if self.reading {
            self.draw_answer(view, record, super::column(area), out);
            return;
        }
        match self.look(record) {
            Look::Page | Look::Parts | Look::Beside => {
                return self.draw_whole(view, record, super::column(area), out);
            }
            Look::Answers => {}
        }
        let results = Results::of(record);
        let mut y = area.y;
        y += prose::draw(
            out,
            Rect { height: 2, ..area },
            &format!("{}{}", summary(&results), left_words(record, view.model)),
            Role::Mark,
        );
        let rows = u16::try_from(results.rows.len()).unwrap_or(0);
        let dimensions = u16::try_from(results.dimensions.len()).unwrap_or(0);
        if dimensions > 0 && area.height >= rows.min(6) + dimensions + 7 {
            y += 1;
            y += dimensions::draw(
                view,
                &results,
                self.table,
                Rect {
                    y,
                    height: dimensions + 2,
                    ..area
                },
                out,
            );
        }
        y += 1;
        let list = Rect {
            y,
            height: area.bottom().saturating_sub(y),
            ..area
        };
        self.draw_rows(view, &results, list, out);
    }
}

impl Page {
    fn draw_rows(&self, view: &View<'_>, results: &Results, area: Rect, out: &mut Canvas<'_>) {
        let facts = if area.width >= 64 { 28 } else { 9 };
        let text = area.width.saturating_sub(facts + 2);
        out.put(area.x, area.y, "Question", text, Role::Dim);
        if facts > 9 {
            out.put(area.right() - facts, area.y, "time", 6, Role::Dim);
            out.put(area.right() - facts + 8, area.y, "level", 9, Role::Dim);
            out.put(area.right() - facts + 18, area.y, "expected", 10, Role::Dim);
        }
        let (from, to) = self.row.window(
            results.rows.len(),
            usize::from(area.height.saturating_sub(1)),
        );
        for (y, i) in (area.y + 1..).zip(from..to) {
            let row = &results.rows[i];
            let marked = i == self.row.at;
            if marked {
                out.focus(area.x, y, 1);
            }
            let role = if marked { Role::Mark } else { Role::Ink };
            // Room for it is only where times are shown, too.
            let again = if row.retries > 0 && facts > 9 {
                "second try"
            } else {
                ""
            };
            let used = out.put_right(area.x + text, y, again, text / 2, Role::Dim);
            let width = text.saturating_sub(used + u16::from(used > 0));
            out.put(area.x, y, &question_text(view.model, row), width, role);
            let level = level_word(row);
            if facts > 9 {
                out.put(
                    area.right() - facts,
                    y,
                    &clock_text(u64::from(row.length_s)),
                    6,
                    Role::Ink,
                );
                out.put(area.right() - facts + 8, y, level, 9, Role::Ink);
                out.put(
                    area.right() - facts + 18,
                    y,
                    row.expected.map_or("", Level::word),
                    10,
                    Role::Dim,
                );
            } else {
                out.put_right(area.right(), y, level, 9, Role::Ink);
            }
        }
    }
}

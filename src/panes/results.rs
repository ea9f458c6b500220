//! Results of a sitting: how the answers stood, what has most to gain, and each question with its word.

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, begin, step_of, words};
use crate::desk::{Desk, Effect, Go, Model, Msg, Place, View};
use crate::domain::id::{QuestionId, SittingId};
use crate::domain::level::Level;
use crate::domain::practice::record::{SittingRecord, Why};
use crate::domain::practice::sitting::{DimensionRow, ResultRow, Results};
use crate::domain::time::clock_text;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, chart, prose};

/// The page.
pub struct Page {
    id: SittingId,
    row: Cursor,
    table: bool,
    reading: bool,
    scroll: usize,
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

    fn weak(&self, model: &Model) -> Vec<QuestionId> {
        let rows = self
            .record(model)
            .map(|r| Results::of(r).rows)
            .unwrap_or_default();
        rows.into_iter()
            .filter(|r| r.level.is_some_and(|l| !l.carries()))
            .map(|r| r.question)
            .collect()
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let len = self
            .record(desk.model)
            .map_or(0, |r| Results::of(r).rows.len());
        if let Some(step) = step_of(command) {
            if self.reading {
                self.scroll = if step == crate::widgets::list::Step::Up {
                    self.scroll.saturating_sub(1)
                } else {
                    self.scroll + 1
                };
            } else {
                self.row.step(step, len);
            }
            return;
        }
        match command {
            Command::Main => {
                self.reading = !self.reading;
                self.scroll = 0;
            }
            Command::Retry => {
                if let Some(row) = self.marked(desk.model) {
                    begin::these(vec![row.question], &Why::Again, "Once more", desk);
                }
            }
            Command::RetryWeak => {
                let weak = self.weak(desk.model);
                begin::these(weak, &Why::Again, "The weak ones again", desk);
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
            Command::View => self.table = !self.table,
            Command::Back | Command::Close if self.reading => self.reading = false,
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }
}

/// The results as plain text, for the clipboard.
fn plain(record: &SittingRecord, model: &Model) -> String {
    let results = Results::of(record);
    let rows = results.rows.iter().map(|row| {
        let level = row.level.map_or("not rated", Level::word);
        format!(
            "{}  {level}  {}",
            clock_text(u64::from(row.length_s)),
            question_text(model, row)
        )
    });
    let mut lines = vec![record.head.title.clone(), summary(&results)];
    lines.extend(rows);
    lines.join("\n")
}

fn summary(results: &Results) -> String {
    match results.carried() {
        (_, 0) => "Nothing was rated.".to_owned(),
        (carried, all) => format!(
            "{carried} of {} Solid or Strong.",
            words::count(all, "answer", "answers")
        ),
    }
}

fn question_text(model: &Model, row: &ResultRow) -> String {
    model
        .library
        .card(row.question.as_str())
        .map_or_else(|| row.question.to_string(), |c| c.text.clone())
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
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        match command {
            Command::RetryWeak if self.weak(model).is_empty() => {
                Some("Every rated answer is Solid or Strong.".to_owned())
            }
            Command::Retry if self.marked(model).is_none() => {
                Some("No answer is marked.".to_owned())
            }
            _ => None,
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        self.record(view.model)
            .map(|record| plain(record, view.model))
    }

    fn head(&self, view: &View<'_>) -> Head {
        let Some(record) = self.record(view.model) else {
            return Head::Title {
                left: "Results".to_owned(),
                middle: String::new(),
                right: String::new(),
            };
        };
        let results = Results::of(record);
        let minutes = usize::try_from(results.spent_s.div_ceil(60)).unwrap_or(0);
        let answers = words::count(results.rows.len(), "answer", "answers");
        let time = words::count(minutes, "minute", "minutes");
        Head::Title {
            left: format!("{}: finished", record.head.title),
            middle: String::new(),
            right: format!("{answers}, {time}"),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let weak = self.weak(view.model).len();
        match weak {
            0 => String::new(),
            n => format!(
                "{} back in the next days. R tries them again now.",
                words::count(n, "answer comes", "answers come")
            ),
        }
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
        let results = Results::of(record);
        let mut y = area.y;
        y += prose::draw(
            out,
            Rect { height: 2, ..area },
            &summary(&results),
            Role::Mark,
        );
        let rows = u16::try_from(results.rows.len()).unwrap_or(0);
        let dimensions = u16::try_from(results.dimensions.len()).unwrap_or(0);
        if dimensions > 0 && area.height >= rows.min(6) + dimensions + 7 {
            y += 1;
            y += draw_dimensions(
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

fn draw_dimensions(
    view: &View<'_>,
    results: &Results,
    table: bool,
    area: Rect,
    out: &mut Canvas<'_>,
) -> u16 {
    let name = if area.width >= 60 { 22 } else { 14 };
    let cell = (area.width.saturating_sub(name + 14) / 4).clamp(7, 11);
    for (i, level) in (0..).zip(Level::ALL) {
        out.put(
            area.x + name + i * cell,
            area.y,
            level.word(),
            cell,
            Role::Dim,
        );
    }
    let gain = results.most_to_gain().map(|d| d.dimension.clone());
    for (y, row) in (area.y + 1..).zip(&results.dimensions) {
        let title = view
            .model
            .library
            .dimensions
            .get(row.dimension.as_str())
            .map_or_else(|| row.dimension.to_string(), |d| d.reading.title.clone());
        out.put(area.x, y, &title, name - 1, Role::Ink);
        draw_counts(
            row,
            table,
            Rect {
                x: area.x + name,
                y,
                width: cell,
                height: 1,
            },
            out,
        );
        if gain.as_ref() == Some(&row.dimension) {
            out.put_right(area.right(), y, "most to gain", 12, Role::Ink);
        }
    }
    let mut used = 1 + u16::try_from(results.dimensions.len()).unwrap_or(0);
    if let (inside, with @ 1..) = results.inside() {
        out.put(area.x, area.y + used, "Time", name, Role::Ink);
        let words = format!("{inside} of {with} inside the window");
        out.put(
            area.x + name,
            area.y + used,
            &words,
            area.width.saturating_sub(name),
            Role::Ink,
        );
        used += 1;
    }
    used
}

fn draw_counts(row: &DimensionRow, table: bool, cell: Rect, out: &mut Canvas<'_>) {
    for (i, count) in (0..).zip(row.counts) {
        let text = if table {
            count.to_string()
        } else {
            chart::dots(usize::from(count), out.look().glyphs)
        };
        out.put(
            cell.x + i * cell.width,
            cell.y,
            &text,
            cell.width,
            if table { Role::Ink } else { Role::Accent },
        );
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
            out.put(area.x, y, &question_text(view.model, row), text, role);
            let level = match row.level {
                _ if row.skipped => "skipped",
                Some(level) => level.word(),
                None => "not rated",
            };
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

    /// One answer with its words, its notes and its second tries.
    fn draw_answer(
        &self,
        view: &View<'_>,
        record: &SittingRecord,
        area: Rect,
        out: &mut Canvas<'_>,
    ) {
        use crate::domain::practice::record::Block;
        let Some(row) = Results::of(record).rows.get(self.row.at).cloned() else {
            return;
        };
        let mut lines: Vec<(String, Role)> = Vec::new();
        let mut say = |text: &str, role: Role| {
            lines.extend(prose::wrap(text, area.width).into_iter().map(|l| (l, role)));
        };
        say(&question_text(view.model, &row), Role::Mark);
        for block in &record.blocks {
            match block {
                Block::Answer(a) if a.index == row.index => {
                    say(" ", Role::Ink);
                    say(
                        if a.take > 1 {
                            "Second try"
                        } else {
                            "Your answer"
                        },
                        Role::Dim,
                    );
                    say(
                        if a.text.is_empty() {
                            "Spoken, without notes."
                        } else {
                            &a.text
                        },
                        Role::Ink,
                    );
                }
                Block::Rating(r) if r.index == row.index => {
                    say(" ", Role::Ink);
                    say(
                        &format!("{}, {}", r.level.word(), rated_when(r.at, view)),
                        Role::Dim,
                    );
                    for (_, words) in &r.proofs {
                        say(&format!("\"{words}\""), Role::Ink);
                    }
                    if !r.note.is_empty() {
                        say(&format!("To yourself: {}", r.note), Role::Ink);
                    }
                }
                _ => {}
            }
        }
        let from = self
            .scroll
            .min(lines.len().saturating_sub(usize::from(area.height)));
        out.focus(area.x, area.y, 1);
        for (y, (line, role)) in (area.y..area.bottom()).zip(&lines[from..]) {
            out.put(area.x, y, line, area.width, *role);
        }
    }
}

fn rated_when(at: crate::domain::time::Wall, view: &View<'_>) -> String {
    crate::domain::time::short_date(at.date_naive(), view.now.date())
}

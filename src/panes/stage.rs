//! The sheet of a stage: what to expect, how to prepare, what they listen for, what to ask, both voices.

mod parts;

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::{Head, Pane, step_of, ticks};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::ApplicationId;
use crate::domain::library::StageId;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Step;
use crate::widgets::{Canvas, frame, prose};

use parts::{Part, Row};

/// From this width on two parts stand side by side.
const TWO: u16 = 100;

/// The sheet, with the mark on one row of one part.
pub struct Sheet {
    stage: StageId,
    application: Option<ApplicationId>,
    part: usize,
    row: usize,
    reading: bool,
    /// What is on it; put together when something may have changed, not for each key.
    parts: Vec<Part>,
    /// Whether names were hidden then.
    hidden: bool,
}

impl Sheet {
    /// The sheet of a stage, for one application or for all.
    pub fn new(stage: StageId, application: Option<ApplicationId>) -> Self {
        Self {
            stage,
            application,
            part: 0,
            row: 0,
            reading: false,
            parts: Vec::new(),
            hidden: false,
        }
    }

    fn refresh(&mut self, model: &Model) {
        self.parts = parts::collect(model, self.stage, self.application.as_ref());
        self.hidden = model.names_hidden;
    }

    /// What is on it, with names hidden or shown as they are to be now.
    fn parts(&self, model: &Model) -> Cow<'_, [Part]> {
        if self.hidden == model.names_hidden {
            return Cow::Borrowed(&self.parts);
        }
        parts::collect(model, self.stage, self.application.as_ref()).into()
    }

    fn marked(&self) -> Option<&Row> {
        self.parts.get(self.part)?.rows.get(self.row)
    }

    fn step(&mut self, step: Step) {
        let len = self.parts.get(self.part).map_or(0, |p| p.rows.len());
        match step {
            Step::Up if self.row == 0 => self.turn(-1, true),
            Step::Down if self.row + 1 >= len => self.turn(1, false),
            Step::Up | Step::PageUp => self.row = self.row.saturating_sub(1),
            Step::Down => self.row += 1,
            Step::PageDown => self.turn(1, false),
            Step::First => (self.part, self.row) = (0, 0),
            Step::Last => {
                self.part = self.parts.len().saturating_sub(1);
                self.row = self
                    .parts
                    .last()
                    .map_or(0, |p| p.rows.len().saturating_sub(1));
            }
        }
    }

    fn turn(&mut self, by: isize, at_end: bool) {
        let to = self
            .part
            .saturating_add_signed(by)
            .min(self.parts.len().saturating_sub(1));
        if to != self.part {
            self.part = to;
            self.row = if at_end {
                self.parts[to].rows.len().saturating_sub(1)
            } else {
                0
            };
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.reading {
            self.reading = false;
            if matches!(command, Command::Main | Command::Back | Command::Close) {
                return;
            }
        }
        if let Some(step) = step_of(command) {
            return self.step(step);
        }
        match command {
            Command::NextPane | Command::Right => self.turn(1, false),
            Command::PrevPane | Command::Left => self.turn(-1, false),
            Command::Done => match self.marked().cloned() {
                Some(Row {
                    ticked: Some(_),
                    text,
                    ..
                }) => {
                    ticks::toggle(desk, self.stage, self.application.as_ref(), &text);
                    self.refresh(desk.model);
                }
                _ => desk.say("Only the steps of preparation are ticked. Tab goes to them."),
            },
            Command::Main => match self.marked().cloned() {
                Some(Row {
                    voice: Some(id), ..
                }) => desk.go(Go::Open(Place::Voices(id))),
                Some(Row {
                    doubts: Some(id), ..
                }) => desk.go(Go::Open(Place::Doubts(id))),
                marked => self.reading = marked.is_some(),
            },
            Command::View => {
                if let Some(at) = self
                    .parts
                    .iter()
                    .position(|p| p.rows.iter().any(|r| r.voice.is_some()))
                {
                    (self.part, self.row) = (at, 0);
                }
            }
            Command::Practice => {
                let stage = Some(self.stage);
                desk.go(Go::Open(Place::Setup(SetupFor {
                    stage,
                    ..SetupFor::default()
                })));
            }
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }
}

impl Pane for Sheet {
    fn context(&self, _model: &Model) -> Context {
        Context::Stage
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Command(command) => self.command(*command, desk),
            Msg::Shown | Msg::Outcome(_) => self.refresh(desk.model),
            _ => {}
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let parts = self.parts(view.model);
        let row = parts.get(self.part)?.rows.get(self.row)?;
        Some(row.text.clone())
    }

    fn head(&self, view: &View<'_>) -> Head {
        let fact = self
            .application
            .as_ref()
            .and_then(|id| view.model.journey.get(id))
            .map(|a| view.model.employer(a));
        Head::Sections {
            active: Section::Roadmap,
            fact: fact.unwrap_or_default(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        let part = self
            .parts
            .get(self.part)
            .map_or_else(String::new, |p| p.about.clone());
        if part.is_empty() {
            "Enter reads the marked line in full.".to_owned()
        } else {
            part
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(sheet) = view.model.library.stage(self.stage) else {
            out.put(
                area.x,
                area.y,
                "The library is still being read.",
                area.width,
                Role::Ink,
            );
            return;
        };
        let fact = format!("{} to {} minutes", sheet.minutes_min, sheet.minutes_max);
        let used = out.put_right(area.right(), area.y, &fact, area.width / 2, Role::Dim);
        let title = format!("Stage {} of 8: {}", self.stage.order(), sheet.title);
        out.put(
            area.x,
            area.y,
            &title,
            area.width.saturating_sub(used + 2),
            Role::Mark,
        );
        let mut y = area.y + 1;
        let top = Rect::new(area.x, y, area.width, if area.height >= 12 { 2 } else { 0 });
        y += prose::draw(out, top, &sheet.summary, Role::Ink) + 1;
        let below = Rect::new(area.x, y, area.width, area.bottom().saturating_sub(y));
        let parts = self.parts(view.model);
        self.draw_parts(&parts, below, out);
        if self.reading
            && let Some(row) = parts.get(self.part).and_then(|p| p.rows.get(self.row))
        {
            draw_full(row, area, out);
        }
    }
}

impl Sheet {
    /// Lays the parts out in one or two columns and shows the piece around the mark.
    fn draw_parts(&self, parts: &[Part], area: Rect, out: &mut Canvas<'_>) {
        let columns: u16 = if area.width >= TWO { 2 } else { 1 };
        let gap = 3;
        let width = area.width.saturating_sub(gap * (columns - 1)) / columns;
        let laid: Vec<Laid> = parts.iter().map(|p| Laid::of(p, width)).collect();
        let mut tops = Vec::new();
        let mut total = 0;
        for pair in laid.chunks(usize::from(columns)) {
            tops.extend(pair.iter().map(|_| total));
            total += pair.iter().map(Laid::height).max().unwrap_or(0) + 2;
        }
        let top = tops.get(self.part).copied().unwrap_or(0);
        let (before, own) = laid.get(self.part).map_or((0, 1), |l| l.place(self.row));
        let (first, last) = (top + 1 + before, top + 1 + before + own);
        let skip = if last <= area.height {
            0
        } else {
            top.min(total.saturating_sub(area.height + 1))
                .max((last + 1).saturating_sub(area.height))
                .min(first)
        };
        for (i, (part, top)) in parts.iter().zip(&tops).enumerate() {
            let column = u16::try_from(i).unwrap_or(0) % columns;
            let x = area.x + column * (width + gap);
            let marked = (i == self.part).then_some(self.row);
            laid[i].draw(
                part,
                (*top, skip),
                Rect::new(x, area.y, width, area.height),
                marked,
                out,
            );
        }
    }
}

/// The rows of a part, wrapped to a width.
struct Laid {
    rows: Vec<Vec<String>>,
}

/// Cells of a tick with its space.
const TICK: u16 = 4;

impl Laid {
    fn of(part: &Part, width: u16) -> Self {
        let indent = |row: &Row| if row.ticked.is_some() { TICK } else { 0 };
        let lines = |row: &Row| {
            let hang = if row.voice.is_some() { parts::LABEL } else { 2 };
            let hang = if row.ticked.is_some() { 0 } else { hang };
            prose::hang(&row.text, width.saturating_sub(indent(row)), hang)
        };
        Self {
            rows: part.rows.iter().map(lines).collect(),
        }
    }

    fn height(&self) -> u16 {
        self.rows
            .iter()
            .map(|r| u16::try_from(r.len()).unwrap_or(1))
            .sum()
    }

    /// Lines before a row, and lines of it.
    fn place(&self, row: usize) -> (u16, u16) {
        let lines = |rows: &[Vec<String>]| {
            u16::try_from(rows.iter().map(Vec::len).sum::<usize>()).unwrap_or(0)
        };
        let row = row.min(self.rows.len());
        (
            lines(&self.rows[..row]),
            self.rows
                .get(row)
                .map_or(1, |r| u16::try_from(r.len()).unwrap_or(1)),
        )
    }

    fn draw(
        &self,
        part: &Part,
        (top, skip): (u16, u16),
        area: Rect,
        marked: Option<usize>,
        out: &mut Canvas<'_>,
    ) {
        let place =
            |line: u16| (line >= skip && line - skip < area.height).then(|| area.y + line - skip);
        if let Some(y) = place(top) {
            let used = out.put_right(area.right(), y, &part.fact, area.width / 2, Role::Dim);
            out.put(
                area.x,
                y,
                part.title,
                area.width.saturating_sub(used + 1),
                Role::Mark,
            );
        }
        let mut line = top + 1;
        for (i, (row, lines)) in part.rows.iter().zip(&self.rows).enumerate() {
            let is_marked = marked == Some(i);
            let indent = if row.ticked.is_some() { TICK } else { 0 };
            for (n, text) in lines.iter().enumerate() {
                if let Some(y) = place(line) {
                    if n == 0
                        && let Some(ticked) = row.ticked
                    {
                        out.put(area.x, y, if ticked { "[x]" } else { "[ ]" }, 3, Role::Ink);
                    }
                    if is_marked && n == 0 {
                        let height = u16::try_from(lines.len())
                            .unwrap_or(1)
                            .min(area.bottom() - y);
                        out.focus(area.x, y, height);
                    }
                    let role = if is_marked { Role::Mark } else { Role::Ink };
                    out.put(
                        area.x + indent,
                        y,
                        text,
                        area.width.saturating_sub(indent),
                        role,
                    );
                }
                line += 1;
            }
        }
    }
}

fn draw_full(row: &Row, area: Rect, out: &mut Canvas<'_>) {
    let width = area.width.min(70);
    let mut lines = prose::wrap(&row.text, width.saturating_sub(8));
    for more in &row.more {
        lines.push(String::new());
        lines.extend(prose::wrap(more, width.saturating_sub(8)));
    }
    let height = u16::try_from(lines.len()).unwrap_or(10) + 4;
    let inside = frame::float(out, area, width, height);
    let text = Rect {
        y: inside.y + 1,
        height: inside.height.saturating_sub(1),
        ..inside
    };
    out.focus(text.x, text.y, 1);
    prose::draw_lines(out, text, &lines, Role::Ink);
}

//! The talks that can be rehearsed, by what they are about; those for the next interview come first.

use ratatui::layout::Rect;

use super::begin::solo as begin;
use super::ended::ends_words;
use super::heading::heading;
use super::{Head, Pane, Reason, step_of};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::ScenarioId;
use crate::domain::library::{Scenario, ScenarioGroup, StageId};
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// From this height on what is marked is told below the list.
const TOLD: u16 = 14;

/// One talk of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub id: ScenarioId,
    /// Its title.
    pub title: String,
    /// The part that it stands in.
    pub part: String,
}

/// All talks: those for the stage of the next interview, then the others by what they are about.
pub fn rows(model: &Model, now: Now) -> Vec<Row> {
    let stage = next_stage(model, now);
    let mut first = Vec::new();
    let mut groups: Vec<(ScenarioGroup, Vec<Row>)> = ScenarioGroup::ALL
        .iter()
        .map(|g| (*g, Vec::new()))
        .collect();
    for scenario in model.library.scenarios.iter() {
        let row = |part: String| Row {
            id: scenario.id.clone(),
            title: scenario.title.clone(),
            part,
        };
        if let Some(stage) = stage.filter(|stage| scenario.stages.contains(stage)) {
            let part = format!("For your next: {}", stage.short().to_lowercase());
            first.push(row(part));
        } else if let Some((group, rows)) = groups.iter_mut().find(|(g, _)| *g == scenario.group) {
            rows.push(row(group.word().to_owned()));
        }
    }
    first.extend(groups.into_iter().flat_map(|(_, rows)| rows));
    first
}

/// The stage of the next interview that has a date.
fn next_stage(model: &Model, now: Now) -> Option<StageId> {
    model.next_interview(now.wall).map(|(_, r)| r.stage)
}

/// The list.
pub struct Talks {
    cursor: Cursor,
    /// Whether reasons come after each reply, or all at the end.
    reasons: bool,
}

impl Default for Talks {
    fn default() -> Self {
        Self {
            cursor: Cursor::default(),
            reasons: true,
        }
    }
}

impl Talks {
    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let rows = rows(desk.model, desk.now);
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, rows.len());
        }
        match command {
            Command::Main => {
                if let Some(row) = rows.get(self.cursor.at) {
                    begin::talk(&row.id, self.reasons, Go::Open, desk);
                }
            }
            Command::View => {
                self.reasons = !self.reasons;
                desk.say(if self.reasons {
                    "Reasons come after each reply."
                } else {
                    "Reasons come all at the end."
                });
            }
            Command::Practice => desk.go(Go::Open(Place::Setup(SetupFor::default()))),
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }

    fn marked(&self, view: &View<'_>) -> Option<std::sync::Arc<Scenario>> {
        let rows = rows(view.model, view.now);
        let row = rows.get(self.cursor.at)?;
        view.model.library.scenarios.get(row.id.as_str())
    }
}

impl Pane for Talks {
    fn context(&self, _model: &Model) -> Context {
        Context::List
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if let Msg::Command(command) = msg {
            self.command(*command, desk);
        }
        self.cursor.clamp(rows(desk.model, desk.now).len());
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        (command == Command::Main && model.library.scenarios.is_empty())
            .then(|| "There are no talks in the library.".to_owned())
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Sections {
            active: Section::Practice,
            fact: "Talks".to_owned(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        if self.reasons {
            "Reasons come after each reply; v has them come at the end.".to_owned()
        } else {
            "Reasons come at the end; v has them come after each reply.".to_owned()
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let scenario = self.marked(view)?;
        Some(format!("{}\n{}", scenario.title, scenario.briefing))
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let told = self.marked(view).filter(|_| area.height >= TOLD);
        let lines = told.map(|s| prose::wrap(&s.briefing, area.width));
        let below = lines
            .as_ref()
            .map_or(0, |l| u16::try_from(l.len()).unwrap_or(0) + 2);
        let list = Rect {
            height: area.height.saturating_sub(below),
            ..area
        };
        self.draw_list(view, list, out);
        if let Some(lines) = lines {
            let y = list.bottom() + 1;
            heading(Rect { y, ..area }, "What you know", "", out);
            let text = Rect {
                y: y + 1,
                height: area.bottom().saturating_sub(y + 1),
                ..area
            };
            prose::draw_lines(out, text, &lines, Role::Ink);
        }
    }
}

impl Talks {
    fn draw_list(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let rows = rows(view.model, view.now);
        // A part takes a row of its own, as an entry of the list does.
        let mut lines: Vec<(Option<usize>, &str)> = Vec::new();
        for (i, row) in rows.iter().enumerate() {
            if i == 0 || rows[i - 1].part != row.part {
                lines.push((None, &row.part));
            }
            lines.push((Some(i), &row.title));
        }
        let marked = lines.iter().position(|(i, _)| *i == Some(self.cursor.at));
        let at = marked.unwrap_or(0);
        let (from, to) = Cursor { at }.window(lines.len(), usize::from(area.height));
        for (y, (i, text)) in (area.y..).zip(&lines[from..to]) {
            let Some(i) = i else {
                out.put(area.x, y, text, area.width, Role::Dim);
                continue;
            };
            let marked = *i == self.cursor.at;
            if marked {
                out.focus(area.x, y, 1);
            }
            let fact = ends_words(view.model, &rows[*i].id);
            let used = out.put_right(area.right(), y, &fact, area.width / 3, Role::Dim);
            let role = if marked { Role::Mark } else { Role::Ink };
            let room = area.width.saturating_sub(used + 4);
            out.put(area.x + 2, y, text, room, role);
        }
    }
}

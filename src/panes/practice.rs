//! Practice: the ways to practice, the best one first, with its reason.

mod counted;
mod rows;

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, begin, mocking, recall, step_of, words};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Effect, Go, Model, Msg, Place, Section, View};
use crate::domain::practice::record::Why;
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

use counted::Counted;
use rows::{Row, Way};

/// Cells that it takes at most: its lines are short.
const WIDEST: u16 = 88;

/// The section.
#[derive(Default)]
pub struct Practice {
    cursor: Cursor,
    counted: Counted,
}

impl Practice {
    fn rows(&self, model: &Model, now: Now) -> Vec<Row> {
        let mut rows = rows::rows(model, &self.counted, now);
        rows.extend(back(model));
        rows
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let rows = self.rows(desk.model, desk.now);
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, rows.len());
        }
        match command {
            Command::Main => {
                if let Some(row) = rows.get(self.cursor.at) {
                    start(&row.way, desk);
                }
            }
            Command::Practice => start(&Way::Setup, desk),
            Command::Retry => begin::like_the_last(desk),
            Command::Find => {
                start(&Way::Library, desk);
                desk.go(Go::Run(Command::Find));
            }
            Command::Back => desk.go(Go::Back),
            Command::Close => desk.go(Go::Quit),
            _ => {}
        }
    }
}

/// The way back from the practice of a friend.
fn back(model: &Model) -> Option<Row> {
    let friend = model.friend.as_ref()?;
    Some(Row {
        group: "Whose it is",
        text: "Back to your own practice".to_owned(),
        fact: words::hide_names(model, &friend.name),
        why: "What was practiced here stays here, for the next time.".to_owned(),
        way: Way::Own,
    })
}

fn start(way: &Way, desk: &mut Desk<'_>) {
    match way {
        Way::Resume => begin::resume(desk),
        Way::Unfinished => desk.go(Go::Open(Place::Unfinished)),
        Way::Rate(id) => desk.go(Go::Open(Place::Rate(id.clone()))),
        Way::Mock => begin::five_minutes(desk),
        Way::Whole => desk.go(Go::Open(Place::Mocks)),
        Way::WarmUp => mocking::warm_up(desk),
        Way::Code => desk.go(Go::Open(Place::Code)),
        Way::Ladder => desk.go(Go::Open(Place::Ladder)),
        Way::Chosen(id) => desk.go(Go::Open(Place::Mock(id.clone()))),
        Way::Stage(stage) => begin::stage(*stage, desk),
        Way::Again => {
            let mut rough = counted::rough(desk.model);
            rough.truncate(counted::SITTING);
            begin::these(rough, &Why::Again, "Worth another go", desk);
        }
        Way::Pack(id) => desk.go(Go::Open(Place::Setup(SetupFor {
            packs: vec![id.clone()],
            ..SetupFor::default()
        }))),
        Way::Setup => desk.go(Go::Open(Place::Setup(SetupFor::default()))),
        Way::Settings => desk.go(Go::Open(Place::Settings)),
        Way::Talks => desk.go(Go::Open(Place::Talks)),
        Way::Sets => desk.go(Go::Open(Place::Sets)),
        Way::Chairs => desk.go(Go::Open(Place::SetupChairs)),
        Way::Own => desk.perform(Effect::Friend(None)),
        Way::Seats => desk.go(Go::Open(Place::Seats)),
        Way::Posts => desk.go(Go::Open(Place::Posts)),
        Way::Recall => recall::open(desk),
        Way::Handbook => desk.go(Go::Open(Place::Handbook)),
        Way::Library => desk.go(Go::Open(Place::Library)),
    }
}

impl Pane for Practice {
    fn context(&self, _model: &Model) -> Context {
        Context::Practice
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Command(command) => self.command(*command, desk),
            Msg::Shown | Msg::Outcome(_) => self.counted = Counted::of(desk.model, desk.now),
            _ => {}
        }
        self.cursor.clamp(self.rows(desk.model, desk.now).len());
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        (command == Command::Retry && model.practice.sittings.is_empty())
            .then(|| "There is no sitting yet to sit again.".to_owned())
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Sections {
            active: Section::Practice,
            fact: String::new(),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        self.rows(view.model, view.now)
            .get(self.cursor.at)
            .map_or_else(String::new, |r| r.why.clone())
    }

    fn widest(&self) -> u16 {
        WIDEST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let rows = self.rows(view.model, view.now);
        let narrow = area.width < 60;
        let left = if narrow { 0 } else { 16 };
        let roomy = usize::from(area.height) >= rows.len() * 2;
        let (from, to) = self.cursor.window(
            rows.len(),
            usize::from(area.height) / (1 + usize::from(roomy)),
        );
        let mut y = area.y;
        for (i, row) in rows.iter().enumerate().take(to).skip(from) {
            if roomy && i > from && !row.group.is_empty() {
                y += 1;
            }
            let marked = i == self.cursor.at;
            if marked {
                out.focus(area.x, y, 1);
            }
            let again = i > from && rows[i - 1].group == row.group;
            if !narrow && !again {
                out.put(area.x, y, row.group, left - 1, Role::Dim);
            }
            let fact = words::fact_beside(&row.text, &row.fact, area.width);
            let used = out.put_right(area.right(), y, fact, 34, Role::Dim);
            let role = if marked { Role::Mark } else { Role::Ink };
            out.put(
                area.x + left,
                y,
                &row.text,
                area.width.saturating_sub(left + used + 2),
                role,
            );
            y += 1;
        }
    }
}

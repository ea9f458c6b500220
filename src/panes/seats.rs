//! The questions whose sample answers can be rated from the interviewer's seat: those of one's own field come first, and
//! of these the ones that are not rated yet.

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, step_of};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::QuestionId;
use crate::domain::order::InOrder;
use crate::domain::practice::hearing::heard_questions;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose, roll};

/// What it is called.
pub const TITLE: &str = "Interviewer's seat";

/// What it is for.
pub const ABOUT: &str = "Three answers to each question, written as people speak. You tick what you hear and give your \
                         words; then our rating opens, with its reasons. Rating others trains the ear for your own \
                         answers.";

/// One question of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub id: QuestionId,
    /// Its words.
    pub text: String,
    /// How many of its answers were rated, and how many there are.
    pub rated: (usize, usize),
}

impl Row {
    /// `2 of 3 rated`; empty before the first.
    pub fn fact(&self) -> String {
        match self.rated {
            (0, _) => String::new(),
            (rated, all) => format!("{rated} of {all} rated"),
        }
    }
}

/// All of them.
pub fn rows(model: &Model) -> Vec<Row> {
    let mut rows: Vec<(bool, u8, Row)> = Vec::new();
    for (id, samples) in heard_questions(&model.library) {
        let Some(card) = model.library.card(id.as_str()) else {
            continue;
        };
        let known = |s: &_| model.profile.sampled.iter().any(|r| r.sample == *s);
        let rated = samples.iter().filter(|s| known(s)).count();
        let row = Row {
            text: card.listed().into_owned(),
            rated: (rated, samples.len()),
            id,
        };
        let general = card.roles.iter().any(|role| role.as_str() == "general");
        let fields: &[_] = if general { &[] } else { &card.roles };
        rows.push((rated == samples.len(), model.profile.distance(fields), row));
    }
    rows.order_by_key(|(done, far, _)| (*done, *far));
    rows.into_iter().map(|(.., row)| row).collect()
}

/// The list.
#[derive(Default)]
pub struct Seats {
    cursor: Cursor,
}

impl Seats {
    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let rows = rows(desk.model);
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, rows.len());
        }
        match command {
            Command::Main => {
                if let Some(row) = rows.get(self.cursor.at) {
                    desk.go(Go::Open(Place::Seat(row.id.clone())));
                }
            }
            Command::Practice => desk.go(Go::Open(Place::Setup(SetupFor::default()))),
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }
}

impl Pane for Seats {
    fn context(&self, _model: &Model) -> Context {
        Context::List
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if let Msg::Command(command) = msg {
            self.command(*command, desk);
        }
        self.cursor.clamp(rows(desk.model).len());
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        match command {
            Command::View => Some("There is one way to show these.".to_owned()),
            Command::Main if rows(model).is_empty() => {
                Some("There are no sample answers in the library.".to_owned())
            }
            _ => None,
        }
    }

    fn hint(
        &self,
        command: Command,
        label: &'static str,
        _view: &View<'_>,
    ) -> Option<&'static str> {
        (command != Command::View).then_some(label)
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Sections {
            active: Section::Practice,
            fact: TITLE.to_owned(),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let rows = rows(view.model);
        rows.get(self.cursor.at)
            .map_or_else(String::new, |row| row.text.clone())
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let about = prose::wrap(ABOUT, area.width.min(prose::MEASURE));
        let needed = u16::try_from(about.len()).unwrap_or(u16::MAX) + 1;
        let told = area.height >= needed + 8;
        let list = Rect {
            height: area.height - if told { needed } else { 0 },
            ..area
        };
        let rows = rows(view.model);
        let (from, to) = self.cursor.window(rows.len(), usize::from(list.height));
        roll::draw_signs(out, list, from, rows.len());
        let mut end = list.y;
        for (y, (i, row)) in (list.y..).zip(rows.iter().enumerate().take(to).skip(from)) {
            let marked = i == self.cursor.at;
            if marked {
                out.focus(list.x, y, 1);
            }
            let fact = row.fact();
            let used = out.put_right(list.right(), y, &fact, list.width / 3, Role::Dim);
            let role = if marked { Role::Mark } else { Role::Ink };
            let room = list.width.saturating_sub(used + 2);
            out.put(list.x, y, &row.text, room, role);
            end = y + 1;
        }
        if told {
            let y = (end + 1).min(area.bottom());
            let text = Rect {
                y,
                height: area.bottom() - y,
                ..area
            };
            prose::draw_lines(out, text, &about, Role::Dim);
        }
    }
}

//! The sets of assessment items that can be sat.

use ratatui::layout::Rect;

use super::begin::solo as begin;
use super::{Head, Pane, step_of};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::library::ItemKind;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// The sets: which kind, and how many items.
pub const SETS: [(ItemKind, usize); 6] = [
    (ItemKind::Judgment, 6),
    (ItemKind::Judgment, 12),
    (ItemKind::Judgment, 24),
    (ItemKind::SelfReport, 6),
    (ItemKind::SelfReport, 12),
    (ItemKind::SelfReport, 24),
];

/// `12 judgment questions: what would you do?`
pub fn words(kind: ItemKind, count: usize) -> String {
    match kind {
        ItemKind::Judgment => format!("{count} judgment questions: what would you do?"),
        ItemKind::SelfReport => format!("{count} work-style statements: what are you like?"),
    }
}

/// What a set is for, with what to know about the tests of employers.
pub const fn about(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Judgment => {
            "Employers use these before or between interviews. Each question says how it is answered: the best and the \
             worst thing to do, all in order, or how much each one helps. Employers weigh the same acts differently; here \
             each has its reason. There is no score."
        }
        ItemKind::SelfReport => {
            "Private: what you answer stays in your folder, in no export, and there is no score. It shows where two \
             answers to opposite statements disagree, which such tests look for."
        }
    }
}

/// The list.
#[derive(Default)]
pub struct Sets {
    cursor: Cursor,
}

impl Sets {
    fn marked(&self) -> (ItemKind, usize) {
        SETS.get(self.cursor.at).copied().unwrap_or(SETS[0])
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, SETS.len());
        }
        match command {
            Command::Main => {
                let (kind, count) = self.marked();
                begin::items(kind, count, Go::Open, desk);
            }
            Command::Practice => desk.go(Go::Open(Place::Setup(SetupFor::default()))),
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }
}

impl Pane for Sets {
    fn context(&self, _model: &Model) -> Context {
        Context::List
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if let Msg::Command(command) = msg {
            self.command(*command, desk);
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<super::Reason> {
        (command == Command::View).then(|| "There is one way to show these.".to_owned())
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Sections {
            active: Section::Practice,
            fact: "Work style and judgment".to_owned(),
        }
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let mut y = area.y;
        for (i, (kind, count)) in SETS.iter().enumerate() {
            if i > 0 && SETS[i - 1].0 != *kind && area.height >= 12 {
                y += 1;
            }
            let marked = i == self.cursor.at;
            if marked {
                out.focus(area.x, y, 1);
            }
            let role = if marked { Role::Mark } else { Role::Ink };
            out.put(area.x, y, &words(*kind, *count), area.width, role);
            y += 1;
        }
        let text = Rect {
            y: y + 1,
            height: area.bottom().saturating_sub(y + 1),
            ..area
        };
        prose::draw(out, text, about(self.marked().0), Role::Dim);
    }
}

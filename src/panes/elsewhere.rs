//! A sitting that was taken up while it is open in another window: who goes on with it is asked, and nothing is lost
//! either way.

use ratatui::layout::Rect;

use super::{Head, Pane, begin};
use crate::desk::{Desk, Go, Model, Msg, View};
use crate::domain::practice::record::SittingRecord;
use crate::domain::time::Wall;
use crate::keys::Context;
use crate::widgets::Canvas;
use crate::widgets::sheet::{Chosen, Sheet};

/// What can be done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Leave,
    GoOn,
}

/// The question, and the sitting as it is on the disk.
pub struct Elsewhere {
    sheet: Sheet<Way>,
    record: SittingRecord,
}

impl Elsewhere {
    /// Asks about a sitting that is open elsewhere since then.
    pub fn new(record: SittingRecord, since: Wall) -> Self {
        let rows = vec![
            ("Leave it to the other window".to_owned(), Way::Leave),
            ("Go on here all the same".to_owned(), Way::GoOn),
        ];
        Self {
            sheet: Sheet::new(words(since), rows),
            record,
        }
    }
}

/// `Open elsewhere since 02:18`
pub fn words(since: Wall) -> String {
    format!("Open elsewhere since {}", since.format("%H:%M"))
}

impl Pane for Elsewhere {
    fn context(&self, _model: &Model) -> Context {
        Context::Sheet
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let Msg::Command(command) = msg else { return };
        match self.sheet.command(*command) {
            Chosen::Open => {}
            Chosen::Closed | Chosen::This(Way::Leave) => {
                desk.go(Go::Back);
                begin::let_go(desk);
            }
            Chosen::This(Way::GoOn) => {
                desk.go(Go::Back);
                begin::take_over(&self.record, desk);
            }
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::untitled("Open elsewhere")
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        self.sheet.draw(out, area);
    }
}

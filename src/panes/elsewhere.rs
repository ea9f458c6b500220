//! A sitting that was taken up while it is open in another window: who goes on with it is asked, and nothing is lost
//! either way.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::{Head, Pane, begin};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
use crate::domain::id::SittingId;
use crate::domain::time::{Wall, day_and_date};
use crate::keys::Context;
use crate::widgets::Canvas;
use crate::widgets::sheet::{Chosen, Sheet};

/// What can be done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Leave,
    GoOn,
}

/// The question about a sitting.
pub struct Elsewhere {
    sheet: Sheet<Way>,
    id: SittingId,
}

impl Elsewhere {
    /// Asks about a sitting that is open elsewhere since then.
    pub fn new(id: SittingId, since: Wall, today: NaiveDate) -> Self {
        let rows = vec![
            ("Leave it to the other window".to_owned(), Way::Leave),
            ("Go on here all the same".to_owned(), Way::GoOn),
        ];
        Self {
            sheet: Sheet::new(words(since, today), rows),
            id,
        }
    }
}

/// `Open elsewhere since 02:18`; with the day where it is not today.
pub fn words(since: Wall, today: NaiveDate) -> String {
    let day = since.date_naive();
    let day = if day == today {
        String::new()
    } else {
        format!("{}, ", day_and_date(day, today))
    };
    format!("Open elsewhere since {day}{}", since.format("%H:%M"))
}

impl Pane for Elsewhere {
    fn context(&self, _model: &Model) -> Context {
        Context::Sheet
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Command(command) => match self.sheet.command(*command) {
                Chosen::Open => {}
                Chosen::Closed | Chosen::This(Way::Leave) => {
                    desk.go(Go::Back);
                    begin::let_go(desk);
                }
                // The other window may have gone on while this was read.
                Chosen::This(Way::GoOn) => desk.perform(Effect::ReadSitting(self.id.clone())),
            },
            Msg::Outcome(Outcome::SittingRead(record)) if record.head.id == self.id => {
                desk.go(Go::Back);
                begin::take_over(record, desk);
            }
            _ => {}
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::untitled("Open elsewhere")
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        self.sheet.draw(out, area);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::sample;

    #[test]
    fn the_day_is_told_where_it_is_not_today() {
        let since = sample::at(0.0).wall;
        let day = since.date_naive();
        let hour = since.format("%H:%M");
        assert_eq!(words(since, day), format!("Open elsewhere since {hour}"));
        let told = day_and_date(day, day);
        let tomorrow = day.succ_opt().expect("there is one");
        assert_eq!(
            words(since, tomorrow),
            format!("Open elsewhere since {told}, {hour}")
        );
    }
}

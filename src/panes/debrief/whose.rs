//! Which interview a debrief is about, asked where that is open: the ones on the roadmap are all still to come.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::fresh;
use crate::desk::{Desk, Model, Msg};
use crate::domain::id::ApplicationId;
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::next::talk;
use crate::domain::time::{Now, day_and_date};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::filling::{self, Took};
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};
use crate::widgets::sheet::{Chosen, Sheet};

const EMPLOYER: usize = 0;
const STAGE: usize = 1;

/// The row that stands for an interview that is not on the roadmap.
const ANOTHER: &str = "Another interview";

/// What is asked.
pub enum Ask {
    /// Which of them.
    Which(Sheet<Option<ApplicationId>>),
    /// With whom, and at which stage.
    Another(Form),
}

/// What came of it.
pub enum Said {
    /// Still asked.
    Open,
    /// Closed without an answer.
    Closed,
    /// The debrief of the interview that was meant.
    Of(Box<Entry>),
}

impl Ask {
    /// Asks, unless the interview that was most likely meant has been.
    pub fn of(application: Option<&ApplicationId>, model: &Model, now: Now) -> Option<Self> {
        let all = fresh::meetings(model, now);
        let open = || all.iter().filter(|(a, _)| !a.closed);
        let meant = fresh::meant(application, model, now);
        let asks = match meant {
            Some(meant) => open().any(|(a, to_come)| a.id == meant.id && *to_come),
            None => open().any(|(_, to_come)| *to_come),
        };
        let row = |(a, to_come): &(&Application, bool)| {
            (words(a, *to_come, model, now), Some(a.id.clone()))
        };
        // The first row is marked, and no interview that is still to come is taken by mistake.
        let been = open().filter(|(_, to_come)| !to_come).map(row);
        let another = std::iter::once((ANOTHER.to_owned(), None));
        let to_come = open().filter(|(_, to_come)| *to_come).map(row);
        let rows = been.chain(another).chain(to_come).collect();
        asks.then(|| Self::Which(Sheet::new("Which interview was it?", rows)))
    }

    /// The keys that apply.
    pub fn context(&self) -> Context {
        match self {
            Self::Which(_) => Context::Sheet,
            Self::Another(form) => form.context(),
        }
    }

    /// Takes a key.
    pub fn take(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> Said {
        let chosen = match (&mut *self, msg) {
            (Self::Which(sheet), Msg::Command(command)) => sheet.command(*command),
            (Self::Which(_), _) => Chosen::Open,
            (Self::Another(form), msg) => return in_form(form, msg, desk),
        };
        match chosen {
            Chosen::Open => Said::Open,
            Chosen::Closed => Said::Closed,
            Chosen::This(Some(id)) => Said::Of(Box::new(fresh::entry(Some(&id), desk))),
            Chosen::This(None) => {
                *self = Self::Another(another());
                Said::Open
            }
        }
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        match self {
            Self::Which(sheet) => sheet.draw(out, area),
            Self::Another(form) => {
                let words = "With whom? Both may stay empty; Ctrl+S goes on.";
                out.put(area.x, area.y, words, area.width, Role::Ink);
                let below = Rect {
                    y: area.y + 2,
                    height: area.height.saturating_sub(2),
                    ..area
                };
                form.draw(out, below);
            }
        }
    }
}

fn in_form(form: &mut Form, msg: &Msg, desk: &mut Desk<'_>) -> Said {
    let is_listing = form.is_listing();
    // The stage is the last thing that is asked.
    let is_last = form.at == STAGE && !is_listing;
    match filling::take(form, msg, desk) {
        Took::Changed if is_listing => answered(form, desk),
        Took::Moved if is_last && matches!(msg, Msg::Command(Command::NextField)) => {
            answered(form, desk)
        }
        Took::Save => answered(form, desk),
        Took::Back => Said::Closed,
        Took::Changed | Took::Moved | Took::Pressed | Took::Nothing => Said::Open,
    }
}

fn answered(form: &Form, desk: &Desk<'_>) -> Said {
    let stage = form.fields[STAGE].chosen().checked_sub(1);
    let stage = stage.and_then(|at| StageId::ALL.get(at)).copied();
    let employer = form.fields[EMPLOYER].text();
    Said::Of(Box::new(fresh::of_another(employer, stage, desk)))
}

fn another() -> Form {
    let stages = StageId::ALL.iter().map(|s| s.short().to_owned());
    let stages = std::iter::once("none".to_owned()).chain(stages).collect();
    Form::of(vec![
        Field::new("Employer", Value::Line(Editor::single(""))),
        Field::new("Stage", Value::Choice(stages, 0)),
    ])
}

/// `Thu 3 Dec, to come: Riverside Trust, screening`; the day comes first, since a small screen cuts the end.
fn words(application: &Application, to_come: bool, model: &Model, now: Now) -> String {
    let round = if to_come {
        model.next_round(application, now.wall)
    } else {
        fresh::last_round(application, now.date())
    };
    let stage = round.map_or(application.stage, |r| r.stage);
    let whose = format!("{}, {}", model.employer(application), talk(stage));
    let day = |date: NaiveDate| day_and_date(date, now.date());
    match round.and_then(|r| r.date).map(day) {
        Some(day) if to_come => format!("{day}, to come: {whose}"),
        Some(day) => format!("{day}: {whose}"),
        None => whose,
    }
}

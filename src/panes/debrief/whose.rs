//! Which interview a debrief is about, asked where that is open: the ones on the roadmap are all still to come.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::{drafted, fresh};
use crate::desk::{Desk, Model, Msg};
use crate::domain::id::{ApplicationId, EntryId};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::next::talk;
use crate::domain::time::{Mono, Now, day_and_date};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::drafting::{self, Drafting};
use crate::panes::filling::{self, Took};
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};
use crate::widgets::sheet::{Chosen, Sheet};

const EMPLOYER: usize = 0;
const STAGE: usize = 1;

/// What is said when it is closed with something typed in it.
const CLOSED: &str = "Closed. What you typed is kept; Today goes on with it.";

/// The row that stands for an interview that is not on the roadmap.
const ANOTHER: &str = "Another interview";

/// What is asked.
pub enum Ask {
    /// Which of them.
    Which(Sheet<Option<ApplicationId>>),
    /// With whom, and at which stage.
    Another(Another),
}

/// An interview that is not on the roadmap. With whom it was is kept as a debrief that holds no more yet.
pub struct Another {
    form: Form,
    drafting: Drafting,
    kept: Option<EntryId>,
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
            Self::Another(another) => another.form.context(),
        }
    }

    /// When it has to be looked at again.
    pub fn next_wake(&self) -> Option<Mono> {
        match self {
            Self::Which(_) => None,
            Self::Another(another) => another.drafting.next_wake(),
        }
    }

    /// Takes a key.
    pub fn take(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> Said {
        let chosen = match (&mut *self, msg) {
            (Self::Which(sheet), Msg::Command(command)) => sheet.command(*command),
            (Self::Which(_), _) => Chosen::Open,
            (Self::Another(another), msg) => return another.take(msg, desk),
        };
        match chosen {
            Chosen::Open => Said::Open,
            Chosen::Closed => Said::Closed,
            Chosen::This(Some(id)) => Said::Of(Box::new(fresh::entry(Some(&id), desk))),
            Chosen::This(None) => {
                *self = Self::Another(Another::new());
                Said::Open
            }
        }
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        match self {
            Self::Which(sheet) => sheet.draw(out, area),
            Self::Another(Another { form, .. }) => {
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

impl Another {
    fn new() -> Self {
        let stages = StageId::ALL.iter().map(|s| s.short().to_owned());
        let stages = std::iter::once("none".to_owned()).chain(stages).collect();
        let form = Form::of(vec![
            Field::new("Employer", Value::Line(Editor::single(""))),
            Field::new("Stage", Value::Choice(stages, 0)),
        ]);
        Self {
            form,
            drafting: Drafting::default(),
            kept: None,
        }
    }

    fn take(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> Said {
        match msg {
            Msg::Wake if self.drafting.due(desk.now) => self.keep(desk),
            Msg::Leaving if self.drafting.take() => self.keep(desk),
            _ => {}
        }
        let before = self.form.values();
        let said = in_form(&mut self.form, msg, desk);
        if self.form.values() != before {
            self.drafting.touch(desk.now);
        }
        if !matches!(said, Said::Open) && self.drafting.take() {
            self.keep(desk);
        }
        if matches!(said, Said::Closed) && self.kept.is_some() {
            desk.say(CLOSED);
        }
        said
    }

    /// Keeps what is typed, under the name that the debrief would have by now.
    fn keep(&mut self, desk: &mut Desk<'_>) {
        let debrief = of_form(&self.form, desk);
        let id = Some(debrief.id.clone())
            .filter(|_| !self.form.fields[EMPLOYER].text().trim().is_empty());
        if let Some(old) = self.kept.take().filter(|old| id.as_ref() != Some(old)) {
            drafted::forget(&old, desk);
        }
        if id.is_some() {
            drafting::keep(drafted::of(&debrief, desk.now), desk);
        }
        self.kept = id;
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
    Said::Of(Box::new(of_form(form, desk)))
}

fn of_form(form: &Form, desk: &Desk<'_>) -> Entry {
    let stage = form.fields[STAGE].chosen().checked_sub(1);
    let stage = stage.and_then(|at| StageId::ALL.get(at)).copied();
    let employer = form.fields[EMPLOYER].text();
    fresh::of_another(employer, stage, desk)
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

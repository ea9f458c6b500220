//! Past sittings: every mock, drill, talk and set of items that came to its end, the newest first; Enter opens its
//! results again.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use ratatui::layout::Rect;

use super::finder::{Finder, put_marked};
use super::{Head, Pane, Reason, step_of, words};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, View};
use crate::domain::id::SittingId;
use crate::domain::level::Level;
use crate::domain::practice::history::{Fact, Source};
use crate::domain::practice::past;
use crate::domain::practice::pick::drill_name;
use crate::domain::practice::record::{Form, SittingHead};
use crate::domain::practice::waiting::waiting;
use crate::domain::time::{Wall, short_date};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

/// From this width on a row says how its answers went.
const ROOMY: u16 = 60;

/// Cells of the date, and of how it went.
const DATE: u16 = 13;
const WENT: u16 = 24;

/// Which sittings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Only {
    #[default]
    All,
    Mocks,
    Drills,
    Talks,
}

/// What a sitting was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Mock,
    Drill,
    /// A talk or a set of items, held by itself.
    Solo,
}

impl Only {
    const fn next(self) -> Self {
        match self {
            Self::All => Self::Mocks,
            Self::Mocks => Self::Drills,
            Self::Drills => Self::Talks,
            Self::Talks => Self::All,
        }
    }

    const fn lets_through(self, what: What) -> bool {
        match self {
            Self::All => true,
            Self::Mocks => matches!(what, What::Mock),
            Self::Drills => matches!(what, What::Drill),
            Self::Talks => matches!(what, What::Solo),
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::All => "All of them. f shows the mocks alone.",
            Self::Mocks => "Whole mocks only. f shows the drills alone.",
            Self::Drills => "Drills only. f shows talks, situations and statements.",
            Self::Talks => "Talks, situations and statements. f shows all of them.",
        }
    }
}

/// One sitting.
pub struct Row {
    /// Its name.
    pub id: SittingId,
    /// What it was and for which stage, with names hidden where they are.
    pub title: String,
    /// What it began with, which tells it from others of its kind: the first question of a drill.
    pub about: String,
    /// When it began.
    pub started: Wall,
    /// How its answers went, in words.
    pub went: String,
    what: What,
}

impl Row {
    /// What it is found by.
    pub fn findable(&self) -> String {
        let day = self.started.format("%-d %B %Y %A %Y-%m-%d");
        format!("{} {day} {}", self.title, self.about)
    }
}

/// The list.
#[derive(Default)]
pub struct Past {
    rows: Vec<Row>,
    shown: Vec<usize>,
    cursor: Cursor,
    finder: Finder,
    only: Only,
}

/// What is known of the answers of a sitting.
#[derive(Default)]
struct Answers<'a> {
    /// How many carry.
    carried: usize,
    /// How many have a level.
    rated: usize,
    /// The one to the first question.
    first: Option<&'a Fact>,
}

/// The answers of each sitting.
fn answers(model: &Model) -> HashMap<&str, Answers<'_>> {
    let history = &model.practice.history;
    let mut answers: HashMap<&str, Answers<'_>> = HashMap::new();
    let facts = history.facts().iter();
    for fact in facts.filter(|f| f.source == Source::Practice) {
        let of = answers.entry(history.text(fact.origin)).or_default();
        if of.first.is_none_or(|first| fact.index < first.index) {
            of.first = Some(fact);
        }
        of.carried += usize::from(fact.level.is_some_and(Level::carries));
        of.rated += usize::from(fact.level.is_some());
    }
    answers
}

/// The day, with the time of day where there is room for it; on a narrow screen the time stands for today.
fn day_words(started: Wall, today: NaiveDate, roomy: bool) -> String {
    let (date, time) = (started.date_naive(), started.format("%H:%M"));
    match (date.year() == today.year(), roomy) {
        (true, true) => format!("{} {time}", short_date(date, today)),
        (_, false) if date == today => time.to_string(),
        _ => short_date(date, today),
    }
}

/// The title of a sitting; of a drill that says no more than that its stage, too.
fn title(head: &SittingHead) -> &str {
    if head.title == drill_name(None) {
        drill_name(head.stage)
    } else {
        &head.title
    }
}

/// The first question of a drill, or what it was about where that is not there any more; empty for a mock, whose title
/// is known.
fn about(model: &Model, head: &SittingHead, first: Option<&Fact>) -> String {
    let Some(first) = first.filter(|_| head.shape.is_none()) else {
        return String::new();
    };
    let name = |name| model.practice.history.text(name);
    let question = model.library.questions.get(name(first.question));
    question.map_or_else(
        || model.library.competency_title(name(first.competency)),
        |question| words::hide_names(model, &question.text),
    )
}

/// Every sitting that came to its end, the newest first.
pub fn rows(model: &Model) -> Vec<Row> {
    let answers = answers(model);
    let practice = &model.practice;
    let waits = waiting(&practice.sittings, &practice.history, &model.library, None);
    let waits: HashMap<&str, usize> = (waits.iter())
        .map(|w| (w.head.id.as_str(), w.left))
        .collect();
    let left = |id: &SittingId| waits.get(id.as_str()).copied().unwrap_or(0);
    let of = |id: &SittingId| answers.get(id.as_str());
    let went = |id: &SittingId| match (of(id).filter(|of| of.rated > 0), left(id)) {
        (Some(of), 0) => format!("{} of {} Solid or Strong", of.carried, of.rated),
        (Some(of), left) => format!("{} of {}, {left} not rated", of.carried, of.rated),
        (None, 0) => "nothing rated".to_owned(),
        (None, left) => format!("{left} not rated"),
    };
    let row = |head: &SittingHead| Row {
        id: head.id.clone(),
        title: words::hide_names(model, title(head)),
        about: about(model, head, of(&head.id).and_then(|of| of.first)),
        started: head.started,
        what: if head.shape.is_some() {
            What::Mock
        } else {
            What::Drill
        },
        went: went(&head.id),
    };
    let solo = |past: &past::Past| Row {
        id: past.sitting.clone(),
        title: words::hide_names(model, &past.title),
        about: String::new(),
        started: past.at,
        what: What::Solo,
        went: match (&past.form, past.level) {
            (_, Some(level)) => level.word().to_owned(),
            (Form::Talk(_), None) => "left before its end".to_owned(),
            _ => String::new(),
        },
    };
    let questions = practice.sittings.iter().map(row);
    let mut rows: Vec<Row> = questions.chain(practice.past.newest().map(solo)).collect();
    rows.sort_by_key(|r| std::cmp::Reverse(r.started));
    rows
}

impl Past {
    fn fill(&mut self, model: &Model) {
        self.rows = rows(model);
        self.finder.forget();
        self.refresh();
    }

    fn refresh(&mut self) {
        let (rows, only) = (&self.rows, self.only);
        let text = |n: usize| rows[n].findable();
        self.shown = self.finder.find(rows.len(), text);
        self.shown.retain(|n| only.lets_through(rows[*n].what));
        self.cursor.clamp(self.shown.len());
    }

    fn marked(&self) -> Option<&Row> {
        let n = self.shown.get(self.cursor.at)?;
        self.rows.get(*n)
    }

    fn in_find(&mut self, msg: &Msg) {
        let rows = self.shown.len();
        if self.finder.take(msg, &mut self.cursor, rows) {
            self.refresh();
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, self.shown.len());
        }
        match command {
            Command::Main => {
                if let Some(row) = self.marked() {
                    let id = row.id.clone();
                    desk.go(Go::Open(match row.what {
                        What::Mock | What::Drill => Place::Results(id),
                        What::Solo => Place::Ended(id),
                    }));
                }
            }
            Command::Filter => {
                self.only = self.only.next();
                self.refresh();
            }
            Command::Practice => desk.go(Go::Open(Place::Setup(SetupFor::default()))),
            Command::Find => self.finder.open(),
            Command::Back if self.finder.clear() => self.refresh(),
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }
}

impl Pane for Past {
    fn context(&self, _model: &Model) -> Context {
        if self.finder.is_open() {
            Context::Find
        } else {
            Context::Past
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(_) => self.fill(desk.model),
            _ if self.finder.is_open() => self.in_find(msg),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        let none = command == Command::Main && !self.finder.is_open() && self.marked().is_none();
        none.then(|| "No sitting is shown. p sets up a drill.".to_owned())
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Past sittings".to_owned(),
            middle: String::new(),
            right: format!("{} of {} shown", self.shown.len(), self.rows.len()),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        self.only.words().to_owned()
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let mut list = area;
        if self.finder.draw_field(Rect { height: 1, ..area }, out) {
            list.y += 2;
            list.height = list.height.saturating_sub(2);
        }
        if self.shown.is_empty() {
            let words = if self.rows.is_empty() {
                "Nothing was sat to its end yet. What is unfinished waits in Practice."
            } else {
                "None of them fits. Esc and f show the others."
            };
            out.focus(list.x, list.y, 1);
            crate::widgets::prose::draw(out, list, words, Role::Ink);
        }
        let query = self.finder.query();
        let (from, to) = self
            .cursor
            .window(self.shown.len(), usize::from(list.height));
        for (y, n) in (list.y..list.bottom()).zip(from..to) {
            let row = &self.rows[self.shown[n]];
            let marked = n == self.cursor.at;
            if marked {
                self.finder.draw_mark(list.x, y, out);
            }
            let day = day_words(row.started, view.now.date(), list.width >= ROOMY);
            let date = if list.width < ROOMY { DATE - 5 } else { DATE };
            out.put(list.x, y, &day, date - 1, Role::Dim);
            let used = if list.width < ROOMY {
                0
            } else {
                out.put_right(list.right(), y, &row.went, WENT, Role::Dim) + 2
            };
            let role = if marked { Role::Mark } else { Role::Ink };
            let width = list.width.saturating_sub(date + used);
            let words = match row.about.as_str() {
                "" => row.title.clone(),
                about => format!("{}: {about}", row.title),
            };
            put_marked(out, (list.x + date, y), &words, width, role, &query);
        }
    }
}

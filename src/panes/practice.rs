//! Practice: the ways to practice, the best one first, with its reason.

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, step_of, words};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::QuestionId;
use crate::domain::library::StageId;
use crate::domain::practice::history::Fact;
use crate::domain::practice::record::Why;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::begin;
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

/// Questions of one sitting.
const SITTING: usize = 6;

/// What a row does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    Resume,
    Mock,
    Stage(StageId),
    Again,
    Setup,
    Library,
}

struct Row {
    group: &'static str,
    text: String,
    fact: String,
    why: String,
    way: Way,
}

/// The section.
#[derive(Default)]
pub struct Practice {
    cursor: Cursor,
}

impl Practice {
    fn rows(model: &Model, now: crate::domain::time::Now) -> Vec<Row> {
        let mut rows = Vec::new();
        let row = |group, text: &str, fact: String, why: &str, way| Row {
            group,
            text: text.to_owned(),
            fact,
            why: why.to_owned(),
            way,
        };
        if model.practice.sitting.is_some() || !model.practice.open.is_empty() {
            let why = "It was left or interrupted; every answer so far is kept.";
            rows.push(row(
                "Go on",
                "The sitting you left",
                String::new(),
                why,
                Way::Resume,
            ));
        }
        let next = model
            .journey
            .open()
            .filter_map(|a| a.next_round(now.date()).map(|r| (a, r)))
            .min_by_key(|(_, r)| (r.date, r.time));
        if let Some((application, round)) = next {
            let text = format!(
                "{} for {}",
                round.stage.short(),
                model.employer(application)
            );
            let when = round
                .date
                .map_or_else(String::new, |d| words::in_days(d, now.date()));
            rows.push(row(
                "Coming up",
                &text,
                when,
                "It is your next interview.",
                Way::Stage(round.stage),
            ));
        }
        let why = "Two questions a recruiter would ask, typed or aloud.";
        rows.push(row(
            "Any time",
            "Five-minute mock",
            "2 questions".to_owned(),
            why,
            Way::Mock,
        ));
        let rough = rough(model).len();
        if rough > 0 {
            let fact = words::count(rough, "question", "questions");
            rows.push(row(
                "",
                "Worth another go",
                fact,
                "Answers that were Not yet or Partly the last time.",
                Way::Again,
            ));
        }
        let total = words::count(model.library.cards.len(), "question", "questions");
        rows.push(row(
            "Choose",
            "Drill: stage, kind, competency, number",
            total,
            "Set it up your way.",
            Way::Setup,
        ));
        let seen = model
            .library
            .cards
            .iter()
            .filter(|c| model.practice.history.knows(c.id.as_str()))
            .count();
        let fact = format!("{seen} of {} seen", model.library.cards.len());
        rows.push(row(
            "Look things up",
            "Question library",
            fact,
            "Every question, by any word.",
            Way::Library,
        ));
        rows
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let rows = Self::rows(desk.model, desk.now);
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
            Command::Find => start(&Way::Library, desk),
            Command::Back => desk.go(Go::Back),
            Command::Close => desk.go(Go::Quit),
            _ => {}
        }
    }
}

/// Questions whose last answer did not carry, the latest first; at most a sitting of them.
fn rough(model: &Model) -> Vec<QuestionId> {
    let mut facts: Vec<_> = model
        .practice
        .history
        .newest()
        .filter(|f| f.level.is_some_and(|l| !l.carries()))
        .collect();
    facts.sort_by_key(|f| std::cmp::Reverse(f.at));
    let known = |f: &&Fact| {
        let id = model.practice.history.text(f.question);
        model.library.card(id).map(|c| c.id.clone())
    };
    facts.iter().filter_map(known).take(SITTING).collect()
}

fn start(way: &Way, desk: &mut Desk<'_>) {
    match way {
        Way::Resume => begin::resume(desk),
        Way::Mock => begin::five_minutes(desk),
        Way::Stage(stage) => begin::stage(*stage, desk),
        Way::Again => {
            let rough = rough(desk.model);
            begin::these(rough, &Why::Again, "Worth another go", desk);
        }
        Way::Setup => desk.go(Go::Open(Place::Setup(SetupFor::default()))),
        Way::Library => desk.go(Go::Open(Place::Library)),
    }
}

impl Pane for Practice {
    fn context(&self, _model: &Model) -> Context {
        Context::Practice
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if let Msg::Command(command) = msg {
            self.command(*command, desk);
        }
        self.cursor.clamp(Self::rows(desk.model, desk.now).len());
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
        Self::rows(view.model, view.now)
            .get(self.cursor.at)
            .map_or_else(String::new, |r| r.why.clone())
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let rows = Self::rows(view.model, view.now);
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
            if !narrow {
                out.put(area.x, y, row.group, left - 1, Role::Dim);
            }
            let used = out.put_right(area.right(), y, &row.fact, 24, Role::Dim);
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

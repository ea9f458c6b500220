//! Practice: the ways to practice, the best one first, with its reason.

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, begin, mocking, step_of, words};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::{BlueprintId, QuestionId};
use crate::domain::library::StageId;
use crate::domain::next::talk;
use crate::domain::practice::history::Fact;
use crate::domain::practice::record::Why;
use crate::domain::time::{Now, short_date};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::library_words::family_title;
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

/// Questions of one sitting.
const SITTING: usize = 6;

/// What a row does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    Resume,
    Mock,
    Whole,
    WarmUp,
    Code,
    Ladder,
    Stage(StageId),
    Chosen(BlueprintId),
    Again,
    Setup,
    Settings,
    Library,
    Handbook,
    Talks,
    Sets,
}

struct Row {
    group: &'static str,
    text: String,
    fact: String,
    why: String,
    way: Way,
}

impl Row {
    fn new(
        group: &'static str,
        text: impl Into<String>,
        fact: impl Into<String>,
        why: &str,
        way: Way,
    ) -> Self {
        Self {
            group,
            text: text.into(),
            fact: fact.into(),
            why: why.to_owned(),
            way,
        }
    }
}

fn sitting_left(model: &Model) -> Option<Row> {
    let why = "It was left or interrupted; every answer so far is kept.";
    model
        .practice
        .is_left()
        .then(|| Row::new("Go on", "The sitting you left", "", why, Way::Resume))
}

/// The stage of the next interview that has a date.
fn coming_up(model: &Model, now: Now) -> Option<Row> {
    let (application, round) = model
        .journey
        .open()
        .filter_map(|a| a.next_round(now.date()).map(|r| (a, r)))
        .min_by_key(|(_, r)| (r.date, r.time))?;
    let text = format!(
        "{} for {}",
        round.stage.short(),
        model.employer(application)
    );
    let when = round
        .date
        .map_or_else(String::new, |d| words::in_days(d, now.date()));
    let why = "It is your next interview.";
    Some(Row::new(
        "Coming up",
        text,
        when,
        why,
        Way::Stage(round.stage),
    ))
}

/// The mock that was chosen for the next interview.
fn chosen(model: &Model, now: Now) -> Option<Row> {
    let rounds = model
        .journey
        .open()
        .filter_map(|a| a.next_round(now.date()));
    let round = rounds.min_by_key(|r| (r.date, r.time))?;
    let mock = model
        .library
        .blueprints
        .get(round.mock.as_ref()?.as_str())?;
    let when = round.date.map_or_else(String::new, |d| {
        format!(" on {}", short_date(d, now.date()))
    });
    let stage = talk(round.stage);
    let text = format!("Your {stage}{when}: {}", mock.title);
    let minutes = words::count(mock.minutes as usize, "minute", "minutes");
    let why = "You chose it for that interview, to rehearse its very format.";
    let way = Way::Chosen(mock.id.clone());
    Some(Row::new("Coming up", text, minutes, why, way))
}

fn mock() -> Row {
    let why = "Two questions a recruiter would ask, typed or aloud.";
    Row::new(
        "Any time",
        "Five-minute mock",
        "2 questions",
        why,
        Way::Mock,
    )
}

fn whole(model: &Model) -> Row {
    let family = &model.profile.family;
    let mine = model.library.blueprints.iter().filter(|b| b.is_for(family));
    let fact = words::count(mine.count(), "mock", "mocks");
    let why = "From the first word to your own questions, with people, parts and a clock.";
    Row::new("", "Whole mocks", fact, why, Way::Whole)
}

fn code() -> Row {
    let why = "Fifteen letters, from the end of a mock or from a friend: the same questions again.";
    Row::new(
        "",
        "Sit an interview again by its code",
        "15 letters",
        why,
        Way::Code,
    )
}

fn warm_up() -> Row {
    let why = "To hear your own voice first. Nothing is rated and nothing counts.";
    Row::new("", "Warm-up, unrated", "2 questions", why, Way::WarmUp)
}

fn ladder(model: &Model) -> Row {
    let offer = model.practice.ladder.offer();
    let fact = offer.rung().words().to_lowercase();
    Row::new("", "Ladder against nerves", fact, offer.why(), Way::Ladder)
}

fn another_go(model: &Model) -> Option<Row> {
    let rough = rough(model).len();
    let fact = words::count(rough, "question", "questions");
    let why = "Answers that were Not yet or Partly the last time.";
    (rough > 0).then(|| Row::new("", "Worth another go", fact, why, Way::Again))
}

fn drill(model: &Model) -> Row {
    Row::new(
        "Choose",
        "Drill: stage, kind, competency, number",
        words::count(model.library.cards.len(), "question", "questions"),
        "Set it up your way.",
        Way::Setup,
    )
}

fn talks(model: &Model) -> Row {
    Row::new(
        "",
        "Talks",
        words::count(model.library.scenarios.len(), "talk", "talks"),
        "An offer, a doubt, an improper question: reply by reply.",
        Way::Talks,
    )
}

fn sets(model: &Model) -> Row {
    Row::new(
        "",
        "Work-style and judgment questions",
        words::count(model.library.items.len(), "item", "items"),
        "As online tests ask them; no score, and they stay here.",
        Way::Sets,
    )
}

fn about_me(model: &Model) -> Row {
    Row::new(
        "",
        "Field of work, level, time",
        family_title(model, &model.profile.family),
        "Chosen once; what is drawn and asked follows it.",
        Way::Settings,
    )
}

fn library(model: &Model) -> Row {
    let cards = &model.library.cards;
    let history = &model.practice.history;
    let seen = cards
        .iter()
        .filter(|c| history.knows(c.id.as_str()))
        .count();
    Row::new(
        "Look things up",
        "Question library",
        format!("{seen} of {} seen", cards.len()),
        "Every question, by any word.",
        Way::Library,
    )
}

fn handbook() -> Row {
    Row::new(
        "",
        "Handbook",
        "",
        "Checklists, letters, questions to ask them, shapes of an answer, voices from both sides.",
        Way::Handbook,
    )
}

/// The section.
#[derive(Default)]
pub struct Practice {
    cursor: Cursor,
}

impl Practice {
    fn rows(model: &Model, now: Now) -> Vec<Row> {
        [
            sitting_left(model),
            chosen(model, now),
            coming_up(model, now),
            Some(mock()),
            Some(warm_up()),
            Some(whole(model)),
            Some(code()),
            Some(ladder(model)),
            another_go(model),
            Some(drill(model)),
            Some(talks(model)),
            Some(sets(model)),
            Some(about_me(model)),
            Some(library(model)),
            Some(handbook()),
        ]
        .into_iter()
        .flatten()
        .collect()
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
        Way::Whole => desk.go(Go::Open(Place::Mocks)),
        Way::WarmUp => mocking::warm_up(desk),
        Way::Code => desk.go(Go::Open(Place::Code)),
        Way::Ladder => desk.go(Go::Open(Place::Ladder)),
        Way::Chosen(id) => desk.go(Go::Open(Place::Mock(id.clone()))),
        Way::Stage(stage) => begin::stage(*stage, desk),
        Way::Again => {
            let rough = rough(desk.model);
            begin::these(rough, &Why::Again, "Worth another go", desk);
        }
        Way::Setup => desk.go(Go::Open(Place::Setup(SetupFor::default()))),
        Way::Settings => desk.go(Go::Open(Place::Settings)),
        Way::Talks => desk.go(Go::Open(Place::Talks)),
        Way::Sets => desk.go(Go::Open(Place::Sets)),
        Way::Handbook => desk.go(Go::Open(Place::Handbook)),
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

    fn widest(&self) -> u16 {
        super::ONE_LIST
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

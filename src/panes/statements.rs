//! What one employer was told: pay, notice, reasons, promises, each with to whom and when.

use ratatui::layout::Rect;

use super::words::{HERE, NO_JOB, count, hide_names};
use super::{Head, Pane, Reason, column, step_of, unreadable};
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View, jobs};
use crate::domain::card::told_in_notes;
use crate::domain::id::ApplicationId;
use crate::domain::journey::statement::{facts, line};
use crate::domain::journey::{Application, Which, differs, in_order};
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose, roll};

/// What is said where nothing is written down yet.
const NOTHING: &str = "Nothing yet. What you tell them of pay, notice or other offers is asked again in a later round, often by \
                       somebody else. n writes it down: it stands on your card, and what differs from it later says so.";

/// Cells of the word before a statement, where there is room for it.
const LABEL: u16 = 14;
const BESIDE: u16 = 60;

/// Below this height the lines need every row; the head says whose they are.
const LOW: u16 = 10;

/// The page.
pub struct Page {
    wanted: Option<ApplicationId>,
    job: Option<ApplicationId>,
    cursor: Cursor,
}

/// Ticks a promise as sent, or takes that back.
pub fn sent(job: &ApplicationId, at: usize, desk: &mut Desk<'_>) {
    let known = desk.model.journey.get(job);
    let Some(one) = known.and_then(|job| job.told.get(at)).cloned() else {
        return;
    };
    let words = hide_names(desk.model, &one.words);
    let change = format!("the tick at \"{words}\"");
    jobs::change(desk, job, &change, |job| {
        if let Some(one) = job.told.get_mut(at) {
            one.sent = !one.sent;
        }
    });
    let said = if one.sent { "Not sent yet" } else { "Sent" };
    desk.say_undoable(format!("{said}: {words}. u takes it back."));
}

impl Page {
    /// Of this job, or of the next interview.
    pub fn new(wanted: Option<ApplicationId>) -> Self {
        Self {
            wanted,
            job: None,
            cursor: Cursor::default(),
        }
    }

    fn job<'a>(&self, model: &'a Model) -> Option<&'a Application> {
        model.journey.get(self.job.as_ref()?)
    }

    /// The place of the marked statement among those of the job.
    fn marked(&self, model: &Model) -> Option<usize> {
        let told = &self.job(model)?.told;
        in_order(told).get(self.cursor.at).copied()
    }

    fn look(&mut self, model: &Model, now: Now) {
        if self.job(model).is_none() {
            let meant = jobs::meant(model, self.wanted.as_ref(), now);
            self.job = meant.map(|job| job.id.clone());
        }
        let rows = self.job(model).map_or(0, |job| job.told.len());
        self.cursor.clamp(rows);
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let Some(job) = self.job(desk.model) else {
            return match command {
                Command::Days => desk.go(Go::Open(Place::Days(None))),
                Command::Offers => desk.go(Go::Open(Place::Offers(None))),
                Command::References => desk.go(Go::Open(Place::References(None))),
                Command::Back | Command::Close => desk.go(Go::Back),
                _ => {}
            };
        };
        let (rows, id) = (job.told.len(), job.id.clone());
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, rows);
        }
        match (command, self.marked(desk.model)) {
            (Command::Main | Command::Edit, Some(at)) => {
                desk.go(Go::Open(Place::EditTold(id, Some(at))));
            }
            (Command::New | Command::Main, _) => desk.go(Go::Open(Place::EditTold(id, None))),
            (Command::Done, Some(at)) => sent(&id, at, desk),
            (Command::Remove, Some(at)) => {
                jobs::change(desk, &id, "taking out what you told them", |job| {
                    if at < job.told.len() {
                        job.told.remove(at);
                    }
                });
                desk.say_undoable("The line is out. u takes it back.");
                self.look(desk.model, desk.now);
            }
            (Command::Card, _) => desk.go(Go::Open(Place::Card(Some((id, Which::Next))))),
            (Command::Days, _) => desk.go(Go::Open(Place::Days(Some((id, Which::Next))))),
            (Command::Scorecard, _) => desk.go(Go::Open(Place::Scorecard(Some(id)))),
            (Command::Offers, _) => desk.go(Go::Open(Place::Offers(Some(id)))),
            (Command::References, _) => desk.go(Go::Open(Place::References(Some(id)))),
            (Command::Practice, _) => {
                desk.say("p sets up a drill from the Roadmap, Practice, or the scorecard.");
            }
            (Command::Back | Command::Close, _) => desk.go(Go::Back),
            _ => {}
        }
    }
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        Context::Told
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(_) => self.look(desk.model, desk.now),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let job = self.job(model);
        let marked = job.and_then(|job| job.told.get(self.marked(model)?));
        let reason = match (command, job, marked) {
            (Command::Told, ..) => HERE,
            (Command::Find, ..) => "All of them stand in this list.",
            (Command::Main | Command::New | Command::Card | Command::Scorecard, None, _) => NO_JOB,
            (Command::Edit | Command::Remove | Command::Done, _, None) => {
                "Nothing is written down yet. n writes what you told them."
            }
            (Command::Done, _, Some(one)) if !one.is_open() && !one.sent => {
                "Space ticks what you promised to send. e changes this line."
            }
            _ => return None,
        };
        Some(reason.to_owned())
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let job = self.job(view.model);
        let marked = job.and_then(|job| job.told.get(self.marked(view.model)?));
        match (command, marked) {
            (Command::Main | Command::Remove | Command::Done, None) => None,
            (Command::Done, Some(one)) if !one.is_open() && !one.sent => None,
            (Command::Done, Some(one)) if one.sent => Some("not sent"),
            _ => Some(label),
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let job = self.job(view.model);
        Head::Sections {
            active: Section::Roadmap,
            fact: job.map_or_else(String::new, |job| view.model.employer(job)),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let told = self.job(view.model).map_or(&[][..], |job| &job.told);
        let differs = self.marked(view.model).and_then(|at| differs(told, at));
        differs.map_or_else(String::new, |other| {
            let words = hide_names(view.model, &other.words);
            format!("On the other line: {words}.")
        })
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let told = &self.job(view.model)?.told;
        let words = line(told, self.marked(view.model)?, view.now.date());
        Some(hide_names(view.model, &words))
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = column(area);
        let Some(job) = self.job(view.model) else {
            let words = unreadable::words(view.model).unwrap_or_else(|| NO_JOB.to_owned());
            prose::draw(out, area, &words, Role::Ink);
            return;
        };
        let top = if area.height < LOW { 0 } else { 2 };
        if top > 0 {
            let title = format!("What you told {}", view.model.employer(job));
            let lines = count(job.told.len(), "line", "lines");
            let used = out.put_right(area.right(), area.y, &lines, area.width / 2, Role::Dim);
            let room = area.width.saturating_sub(used + 2);
            out.put(area.x, area.y, &title, room, Role::Strong);
        }
        let body = Rect {
            y: area.y + top,
            height: area.height.saturating_sub(top),
            ..area
        };
        let mut rows = rows(view, job, body.width);
        if job.told.is_empty() {
            let words = prose::wrap(NOTHING, body.width);
            rows.extend(words.into_iter().map(|text| Row::of_page(text, Role::Ink)));
        }
        rows.extend(notes(view.model, job, body.width));
        draw_rows(&rows, self.cursor.at, body, out);
    }
}

/// One row of the page.
struct Row {
    label: &'static str,
    text: String,
    /// At the right.
    fact: String,
    role: Role,
    /// The statement that it is of, counted from the top.
    of: Option<usize>,
}

impl Row {
    const fn of_page(text: String, role: Role) -> Self {
        Self {
            label: "",
            text,
            fact: String::new(),
            role,
            of: None,
        }
    }
}

/// The rows of all statements: the facts beside the words, or below them where both do not fit.
fn rows(view: &View<'_>, job: &Application, width: u16) -> Vec<Row> {
    let beside = width >= BESIDE;
    let room = if beside { width - LABEL } else { width };
    let mut rows = Vec::new();
    for (of, at) in in_order(&job.told).into_iter().enumerate() {
        let one = &job.told[at];
        let facts = hide_names(
            view.model,
            &facts(&job.told, at, view.now.date()).join(", "),
        );
        let label = one.about.word();
        let words = if beside {
            one.words.clone()
        } else {
            format!("{label}: {}", one.words)
        };
        let words = hide_names(view.model, &words);
        let fits = cells(&words) + 2 + cells(&facts) <= room;
        let texts = prose::hang(&words, room, if beside { 0 } else { 2 });
        for (n, text) in texts.into_iter().enumerate() {
            let first = n == 0;
            rows.push(Row {
                label: if beside && first { label } else { "" },
                text,
                fact: if fits && first {
                    facts.clone()
                } else {
                    String::new()
                },
                role: Role::Ink,
                of: Some(of),
            });
        }
        if !fits && !facts.is_empty() {
            let indent = if beside { 0 } else { 2 };
            let below = prose::wrap(&facts, room.saturating_sub(indent)).into_iter();
            rows.extend(below.map(|text| Row {
                text: format!("{:width$}{text}", "", width = usize::from(indent)),
                of: Some(of),
                ..Row::of_page(String::new(), Role::Dim)
            }));
        }
    }
    rows
}

/// What only the notes of the job say.
fn notes(model: &Model, job: &Application, width: u16) -> Vec<Row> {
    let noted = told_in_notes(job);
    if noted.is_empty() {
        return Vec::new();
    }
    let lines = noted
        .iter()
        .flat_map(|line| prose::hang(&hide_names(model, line), width, 2));
    let head = [String::new(), "In your notes on the job".to_owned()];
    let rows = head.into_iter().chain(lines);
    rows.map(|text| Row::of_page(text, Role::Dim)).collect()
}

/// Draws as many rows as there is room for, those of the marked statement among them.
fn draw_rows(rows: &[Row], marked: usize, area: Rect, out: &mut Canvas<'_>) {
    let is_marked = |row: &Row| row.of == Some(marked);
    let first = rows.iter().position(is_marked).unwrap_or(0);
    let after = rows.iter().rposition(is_marked).map_or(0, |last| last + 1);
    let from = roll::first(&(first..after), rows.len(), area.height);
    roll::draw_signs(out, area, from, rows.len());
    let beside = rows.iter().any(|row| !row.label.is_empty());
    for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(from)) {
        let role = if is_marked(row) && row.role == Role::Ink {
            Role::Mark
        } else {
            row.role
        };
        if is_marked(row) {
            out.focus(area.x, y, 1);
        }
        let indent = if beside && row.of.is_some() { LABEL } else { 0 };
        out.put(area.x, y, row.label, LABEL, Role::Dim);
        let used = out.put_right(area.right(), y, &row.fact, area.width, Role::Dim);
        let room = area.width.saturating_sub(indent + used);
        out.put(area.x + indent, y, &row.text, room, role);
    }
}

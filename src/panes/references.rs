//! References and documents: who would speak for me and what they know, and the papers that employers ask for.

pub mod handed_over;
pub mod rows;

use ratatui::layout::Rect;

use super::layout::list_and_text;
use super::words::{HERE, count};
use super::{Head, Pane, Reason, step_of};
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::{ApplicationId, DocumentId};
use crate::domain::journey::{Application, Which};
use crate::domain::letter::of_referee;
use crate::domain::text::{capital, full_stop};
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::store::layout;
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose, roll};

use rows::Row;

/// From this width on the marked line is told beside the list.
const BESIDE: u16 = 74;

/// A screen narrower than this has no room beside the list.
const NARROW: u16 = BESIDE + 4;

/// Below this height every row is needed for the list.
const LOW: u16 = 10;

/// What is said where nobody is there yet.
const NOBODY: &str =
    "Nobody yet. n adds somebody who saw you at work: a boss, a colleague, a teacher.";

/// The headings of the two parts.
const PEOPLE: &str = "Who would speak for you";
const PAPERS: &str = "Documents";

/// The page.
pub struct Page {
    wanted: Option<ApplicationId>,
    job: Option<ApplicationId>,
    cursor: Cursor,
    /// The line that was marked, which may move.
    marked: Option<Row>,
    /// The lines that were there: one that is new gets the mark.
    seen: Vec<Row>,
}

/// What cannot be read of it, in words.
fn broken(model: &Model) -> Option<String> {
    let problem = model.problems.iter().find(|p| p.file == layout::CHECKS)?;
    let line = problem.place.line;
    Some(format!(
        "{}, line {line}, cannot be read, and is left as it is. {} g m tells more.",
        problem.file, problem.hint
    ))
}

impl Page {
    /// With what concerns this job, or the one that may call next.
    pub fn new(wanted: Option<ApplicationId>) -> Self {
        Self {
            wanted,
            job: None,
            cursor: Cursor::default(),
            marked: None,
            seen: Vec::new(),
        }
    }

    fn job<'a>(&self, model: &'a Model) -> Option<&'a Application> {
        model.journey.get(self.job.as_ref()?)
    }

    fn row(&self, model: &Model) -> Option<Row> {
        rows::rows(model).get(self.cursor.at).cloned()
    }

    fn look(&mut self, model: &Model, now: Now) {
        if self.job(model).is_none() {
            let first = || rows::jobs_of(model, now).first().map(|job| job.id.clone());
            self.job = self.wanted.clone().or_else(first);
        }
        let rows = rows::rows(model);
        let marked = self.marked.as_ref();
        if let Some(at) = marked.and_then(|marked| rows.iter().position(|row| row == marked)) {
            self.cursor.at = at;
        }
        let is_new = |row: &Row| !self.seen.contains(row);
        if let Some(at) = rows
            .iter()
            .position(is_new)
            .filter(|_| !self.seen.is_empty())
        {
            self.cursor.at = at;
        }
        self.cursor.clamp(rows.len());
        self.marked = rows.get(self.cursor.at).cloned();
        self.seen = rows;
    }

    /// Another job, one before (`false`) or after.
    fn turn(&mut self, on: bool, desk: &Desk<'_>) {
        let jobs = rows::jobs_of(desk.model, desk.now);
        let at = jobs
            .iter()
            .position(|job| Some(&job.id) == self.job.as_ref());
        let to = match at {
            Some(at) if on => (at + 1) % jobs.len(),
            Some(at) => (at + jobs.len() - 1) % jobs.len(),
            None => 0,
        };
        self.job = jobs.get(to).map(|job| job.id.clone()).or(self.job.take());
    }

    fn open(&self, row: &Row, desk: &mut Desk<'_>) {
        desk.go(Go::Open(match row {
            Row::Referee(id) => Place::EditReferee(Some(id.clone()), self.job.clone()),
            Row::Paper(id) => Place::EditDocument(Some(id.clone())),
            Row::Usual(usual) => Place::EditDocument(Some(DocumentId::new(usual.id))),
        }));
    }

    fn add(&self, row: Option<&Row>, desk: &mut Desk<'_>) {
        let nobody = desk.model.checks.referees.is_empty();
        let person = nobody || row.is_none_or(Row::is_person);
        desk.go(Go::Open(if person {
            Place::EditReferee(None, self.job.clone())
        } else {
            Place::EditDocument(None)
        }));
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let row = self.row(desk.model);
        if let Some(step) = step_of(command) {
            self.cursor.step(step, rows::rows(desk.model).len());
            self.marked = self.row(desk.model);
            return;
        }
        let job = self.job(desk.model).cloned();
        match (command, row) {
            (Command::New, row) => self.add(row.as_ref(), desk),
            (Command::Main | Command::Edit, Some(row)) => self.open(&row, desk),
            (Command::Done, Some(row)) => rows::step(&row, job.as_ref(), desk),
            (Command::Remove, Some(row)) => rows::remove(&row, desk),
            (Command::View, Some(row)) => {
                if let Some((letter, about)) = rows::letter(desk.model, &row, job.as_ref()) {
                    desk.go(Go::Open(Place::Letter(letter, about)));
                }
            }
            (Command::NextPane | Command::PrevPane, Some(row)) => self.other_part(&row, desk.model),
            (Command::Left | Command::Right, _) => self.turn(command == Command::Right, desk),
            (Command::Card | Command::Days, _) => {
                let is_card = command == Command::Card;
                let place = if is_card { Place::Card } else { Place::Days };
                desk.go(Go::Open(place(job.map(|job| (job.id, Which::Next)))));
            }
            (Command::Told, _) => desk.go(Go::Open(Place::Told(job.map(|job| job.id)))),
            (Command::Scorecard, _) => desk.go(Go::Open(Place::Scorecard(job.map(|job| job.id)))),
            (Command::Offers, _) => desk.go(Go::Open(Place::Offers(job.map(|job| job.id)))),
            (Command::Practice, _) => {
                desk.say("p sets up a drill from the Roadmap, Practice, or the scorecard.");
            }
            (Command::Back | Command::Close, _) => desk.go(Go::Back),
            _ => {}
        }
        self.look(desk.model, desk.now);
    }

    /// The first line of the other part.
    fn other_part(&mut self, row: &Row, model: &Model) {
        let rows = rows::rows(model);
        let other = |one: &Row| one.is_person() != row.is_person();
        self.cursor.at = rows.iter().position(other).unwrap_or(self.cursor.at);
        self.marked = rows.get(self.cursor.at).cloned();
    }
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        Context::References
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(_) => self.look(desk.model, desk.now),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let row = self.row(model);
        let job = self.job(model).map(|job| &job.id);
        let person = match &row {
            Some(Row::Referee(id)) => model.checks.referee(id),
            _ => None,
        };
        let reason = match (command, &row, person) {
            (Command::References, ..) => HERE,
            (Command::Find, ..) => "All of them stand in this list.",
            (Command::Remove, Some(Row::Usual(_)), _) => {
                "Nothing is written down of it. It only reminds you."
            }
            (Command::View, _, None) => "A letter goes to a person. The mark is on a document.",
            (Command::View | Command::Done, _, Some(one))
                if one.next(job).is_none() && one.asked.is_some() && job.is_none() =>
            {
                "They said yes. On the Roadmap, n adds the job that they are to speak for."
            }
            (Command::Done, _, Some(one)) if one.next(job).is_none() => {
                "Nothing is left to do with them here. Enter changes what is written down."
            }
            (Command::View, _, Some(one)) if of_referee(one, job).is_none() => {
                "They would rather not. No letter is needed any more."
            }
            (Command::Left | Command::Right, ..) if model.journey.open().count() < 2 => {
                "There is one job only."
            }
            _ => return None,
        };
        Some(reason.to_owned())
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let row = self.row(view.model);
        let stands = self.unavailable(command, view.model).is_none();
        match (command, row) {
            (Command::New, Some(Row::Paper(_) | Row::Usual(_)))
                if !view.model.checks.referees.is_empty() =>
            {
                Some("new document")
            }
            (Command::Done | Command::View | Command::Remove, _) => stands.then_some(label),
            _ => Some(label),
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let job = self.job(view.model);
        let fact = job.map_or_else(String::new, |job| view.model.employer(job));
        Head::Sections {
            active: Section::Roadmap,
            fact,
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        if let Some(words) = broken(view.model) {
            return words;
        }
        let Some(row) = self.row(view.model) else {
            return String::new();
        };
        let job = self.job(view.model);
        let next = rows::next(view.model, &row, job, view.now.wall);
        let next = next.map(|next| format!("Space: {next}."));
        // Where nothing stands beside the list, it has no room for all that is said of a line.
        let (_, fact) = rows::told(view.model, &row, job, view.now.date());
        let fact =
            Some(full_stop(&capital(&fact))).filter(|_| !fact.is_empty() && view.screen.0 < NARROW);
        let words: Vec<String> = fact.into_iter().chain(next).collect();
        words.join(" ")
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let row = self.row(view.model)?;
        let lines = rows::page(view.model, &row, self.job(view.model), view.now);
        let lines = lines.iter().filter(|line| !line.starts_with("Space:"));
        let text: Vec<&str> = lines.map(String::as_str).collect();
        Some(text.join("\n").trim_end().to_owned())
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let body = Self::draw_title(view, area, out);
        if body.width < BESIDE {
            return self.draw_list(view, body, out);
        }
        let (list, text) = list_and_text(body);
        self.draw_list(view, list, out);
        let Some(row) = self.row(view.model) else {
            return;
        };
        let lines = rows::page(view.model, &row, self.job(view.model), view.now);
        let mut y = text.y;
        for (n, line) in lines.iter().enumerate() {
            let role = if n == 0 { Role::Strong } else { Role::Ink };
            let below = Rect {
                y,
                height: text.bottom().saturating_sub(y),
                ..text
            };
            y += prose::draw(out, below, line, role).max(1);
        }
    }
}

/// One row of the list as it is drawn.
enum Line {
    Gap,
    Words(String),
    Of(usize, String, String),
}

impl Page {
    /// Draws the title, where there is room for it; gives what is left.
    fn draw_title(view: &View<'_>, area: Rect, out: &mut Canvas<'_>) -> Rect {
        if area.height < LOW {
            return area;
        }
        let yes = view.model.checks.speakers().count();
        let fact = match yes {
            0 => String::new(),
            yes => count(yes, "has said yes", "have said yes"),
        };
        let used = out.put_right(area.right(), area.y, &fact, area.width / 2, Role::Dim);
        let room = area.width.saturating_sub(used + 2);
        out.put(
            area.x,
            area.y,
            "References and documents",
            room,
            Role::Strong,
        );
        Rect {
            y: area.y + 2,
            height: area.height - 2,
            ..area
        }
    }

    fn lines(&self, view: &View<'_>, width: u16) -> Vec<Line> {
        let rows = rows::rows(view.model);
        let job = self.job(view.model);
        let today = view.now.date();
        let mut lines = vec![Line::Words(PEOPLE.to_owned())];
        let told = |(at, row): (usize, &Row)| {
            let (words, fact) = rows::told(view.model, row, job, today);
            Line::Of(at, words, fact)
        };
        let (people, papers): (Vec<_>, Vec<_>) = rows
            .iter()
            .enumerate()
            .partition(|(_, row)| row.is_person());
        if people.is_empty() {
            let words = prose::wrap(NOBODY, width);
            lines.extend(words.into_iter().map(Line::Words));
        }
        lines.extend(people.into_iter().map(told));
        lines.extend([Line::Gap, Line::Words(PAPERS.to_owned())]);
        lines.extend(papers.into_iter().map(told));
        lines
    }

    fn draw_list(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let lines = self.lines(view, area.width);
        let is_marked = |line: &Line| matches!(line, Line::Of(at, ..) if *at == self.cursor.at);
        let at = lines.iter().position(is_marked).unwrap_or(0);
        let from = roll::first(&(at..at + 1), lines.len(), area.height);
        roll::draw_signs(out, area, from, lines.len());
        for (y, line) in (area.y..area.bottom()).zip(lines.iter().skip(from)) {
            match line {
                Line::Gap => {}
                Line::Words(words) => drop(out.put(area.x, y, words, area.width, Role::Dim)),
                Line::Of(_, words, fact) => {
                    let role = if is_marked(line) {
                        out.focus(area.x, y, 1);
                        Role::Mark
                    } else {
                        Role::Ink
                    };
                    let whole = cells(words) + 2 + cells(fact) <= area.width;
                    let fact = if whole { fact.as_str() } else { "" };
                    let used = out.put_right(area.right(), y, fact, area.width / 2, Role::Dim);
                    out.put(area.x, y, words, area.width.saturating_sub(used + 1), role);
                }
            }
        }
    }
}

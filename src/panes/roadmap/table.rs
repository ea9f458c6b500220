//! All applications, each a road along the eight stages.

use ratatui::layout::Rect;

use crate::desk::{Model, View};
use crate::domain::follow;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::order::InOrder;
use crate::domain::search::Query;
use crate::domain::time::{Wall, short_date};
use crate::look::Role;
use crate::panes::application_form::endings::{ended_words, ending_words};
use crate::panes::finder::{Finder, put_marked};
use crate::panes::words::hide_names;
use crate::panes::{rounds, station};
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose, roll};

/// Cells of a day with its hour: `Thu 12 Mar 10:00`.
const WHEN: u16 = 16;

/// Cells of a name where how it ended stands beside it in little room.
const SHORT_NAME: u16 = 14;

/// Where the words are in none.
pub const NONE: &str = "None of them has these words.";

/// Names of the columns, at most six cells each.
const COLUMNS: [&str; 8] = [
    "Screen", "Phone", "Person", "Style", "Skills", "Panel", "Final", "Checks",
];
/// A row that can be marked.
#[derive(Debug, Clone, Copy)]
pub enum Row<'a> {
    /// An application.
    Job(&'a Application),
    /// How many are closed; they unfold below.
    Closed(usize),
}

impl<'a> Row<'a> {
    /// The application of the row.
    pub const fn job(self) -> Option<&'a Application> {
        match self {
            Self::Job(application) => Some(application),
            Self::Closed(_) => None,
        }
    }
}

/// Open applications, those with the soonest interview first, those without one as they were added.
pub fn open(model: &Model, at: Option<Wall>) -> Vec<&Application> {
    let mut open: Vec<&Application> = model.journey.open().collect();
    open.order_by_cached_key(|a| {
        let next = at.and_then(|at| model.next_round(a, at));
        (next.is_none(), next.map(|round| (round.date, round.time)))
    });
    open
}

/// The open applications, then the closed ones, folded into a row of their own or unfolded below it; with words those
/// of both that have them.
pub fn rows<'a>(model: &'a Model, at: Option<Wall>, unfolded: bool, words: &Query) -> Vec<Row<'a>> {
    let (open, closed) = (open(model, at), model.journey.closed());
    if !words.is_empty() {
        let found = open.into_iter().chain(closed);
        let found = found.filter(|a| words.matches(&findable(a, model)));
        return found.map(Row::Job).collect();
    }
    let mut rows: Vec<Row<'_>> = open.into_iter().map(Row::Job).collect();
    if !closed.is_empty() {
        rows.push(Row::Closed(closed.len()));
    }
    if unfolded {
        rows.extend(closed.into_iter().map(Row::Job));
    }
    rows
}

/// What an application is found by: its names, its stage, its notes, its days with what one knows of them, and how it
/// ended.
pub fn findable(application: &Application, model: &Model) -> String {
    let days = application.rounds.iter().filter_map(|r| r.date);
    let days = days
        .chain([application.since])
        .chain(application.ended_on());
    let days: Vec<String> = days.map(|d| d.format("%-d %B %Y").to_string()).collect();
    let rounds = application.rounds.iter();
    let known = rounds.flat_map(|r| rounds::to_know(r).into_iter().chain([r.note.clone()]));
    let known: Vec<String> = known.map(|words| hide_names(model, &words)).collect();
    let told = application.told.iter();
    let told = told.map(|one| format!("{} {} {}", one.about.word(), one.words, one.to));
    let told: Vec<String> = told.map(|words| hide_names(model, &words)).collect();
    let words = [
        model.employer(application),
        hide_names(model, &application.role),
        application.stage.short().to_owned(),
        hide_names(model, &application.notes),
        hide_names(model, &application.advert),
        told.join(" "),
        ending_words(application).to_owned(),
        days.join(" "),
        known.join(" "),
    ];
    words.join(" ")
}

/// Cells of the columns at a width: of the name, and from one stage of the road to the next; where there is little
/// room the road gives way to the day.
const fn columns(width: u16) -> (u16, u16) {
    let step = match width {
        97.. => 7,
        62.. => 3,
        _ => 0,
    };
    (width.saturating_sub(WHEN + 2 + 8 * step), step)
}

/// The table as it is to be drawn.
pub struct Shown<'a> {
    /// Its rows.
    pub rows: Vec<Row<'a>>,
    /// The marked one.
    pub cursor: Cursor,
    /// Whether the closed ones are listed.
    pub unfolded: bool,
    /// What is looked for.
    pub finder: &'a Finder,
}

impl Shown<'_> {
    /// Draws the table and, below, the marked application.
    pub fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let rows = &self.rows;
        self.draw_head(area, out);
        let list = u16::try_from(4 + rows.len() * 2).unwrap_or(u16::MAX);
        let foot = if area.height >= 14 {
            area.height.saturating_sub(list).clamp(7, 16)
        } else {
            0
        };
        let room = area.height.saturating_sub(2 + foot);
        let gap = if room >= u16::try_from(rows.len() * 2).unwrap_or(u16::MAX) {
            2
        } else {
            1
        };
        let (from, to) = self.cursor.window(rows.len(), usize::from(room / gap));
        let list = Rect {
            y: area.y + 2,
            height: room,
            ..area
        };
        for (y, n) in (list.y..).step_by(usize::from(gap)).zip(from..to) {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            self.draw_row(view, row, n, out);
        }
        if rows.is_empty() {
            out.put(list.x, list.y, NONE, list.width, Role::Ink);
        }
        if gap == 1 {
            roll::draw_signs(out, list, from, rows.len());
        }
        let marked = rows.get(self.cursor.at).and_then(|row| row.job());
        if let Some(application) = marked.filter(|_| foot > 0) {
            let below = Rect::new(area.x, area.bottom() - foot, area.width, foot);
            detail(view, below, application, out);
        }
    }

    /// What is looked for, or the names of the columns.
    fn draw_head(&self, area: Rect, out: &mut Canvas<'_>) {
        if self.finder.draw_field(Rect { height: 1, ..area }, out) {
            return;
        }
        let (name, step) = columns(area.width);
        match self.finder.words() {
            "" => out.put(area.x, area.y, "Your applications", name, Role::Dim),
            words => out.put(area.x, area.y, &format!("/ {words}"), name, Role::Ink),
        };
        if step >= 7 {
            for (i, words) in (0..).zip(COLUMNS) {
                out.put(area.x + name + i * step, area.y, words, step - 1, Role::Dim);
            }
        }
    }

    fn draw_row(&self, view: &View<'_>, row: Rect, n: usize, out: &mut Canvas<'_>) {
        let marked = n == self.cursor.at;
        if marked {
            self.finder.draw_mark(row.x, row.y, out);
        }
        let role = |plain| if marked { Role::Mark } else { plain };
        match self.rows[n] {
            Row::Closed(count) => {
                let how = if self.unfolded {
                    String::new()
                } else {
                    format!(": {}", endings(view.model))
                };
                let words = format!("Closed, {count}{how}");
                out.put(row.x, row.y, &words, row.width, role(Role::Dim));
            }
            Row::Job(a) if a.closed => self.draw_closed(view, row, a, role(Role::Dim), out),
            Row::Job(a) => {
                let (name, step) = columns(row.width);
                let room = name.saturating_sub(if step > 0 { 2 } else { 0 });
                self.draw_name(view, (row.x, row.y, room), a, role(Role::Ink), out);
                if step > 0 {
                    road(out, (row.x + name, row.y), step, a);
                }
                let next = view.model.next_round(a, view.now.wall);
                let (when, role) = match next {
                    Some(round) => (rounds::short_when(round, view.now.date()), Role::Ink),
                    None => ("no date yet".to_owned(), Role::Dim),
                };
                out.put_right(row.right(), row.y, &when, WHEN, role);
            }
        }
    }

    /// A closed one with the month of its end and how that was.
    fn draw_closed(
        &self,
        view: &View<'_>,
        row: Rect,
        application: &Application,
        role: Role,
        out: &mut Canvas<'_>,
    ) {
        let (name, step) = columns(row.width);
        let name = if step > 0 { name } else { SHORT_NAME };
        let place = (row.x, row.y, name.saturating_sub(1));
        self.draw_name(view, place, application, role, out);
        let words = ended_words(application);
        let room = row.width.saturating_sub(name);
        out.put(row.x + name, row.y, &words, room, Role::Dim);
    }

    /// Employer and role, the employer alone where both do not fit.
    fn draw_name(
        &self,
        view: &View<'_>,
        (x, y, room): (u16, u16, u16),
        application: &Application,
        role: Role,
        out: &mut Canvas<'_>,
    ) {
        let title = title(view.model, application);
        let words = if cells(&title) > room {
            view.model.employer(application)
        } else {
            title
        };
        put_marked(out, (x, y), &words, room, role, &self.finder.query());
    }
}

/// Employer and role, as they may be shown.
fn title(model: &Model, application: &Application) -> String {
    if model.names_hidden {
        model.employer(application)
    } else {
        application.title()
    }
}

/// The closed ones with their endings: `Oakline (they chose somebody else), Brill (I withdrew)`.
fn endings(model: &Model) -> String {
    let closed = model.journey.closed().into_iter();
    let told: Vec<String> = closed
        .map(|a| format!("{} ({})", model.employer(a), ending_words(a)))
        .collect();
    told.join(", ")
}

fn road(out: &mut Canvas<'_>, (x, y): (u16, u16), step: u16, application: &Application) {
    let g = out.look().glyphs;
    let at = u16::try_from(application.stage as usize).unwrap_or(0);
    out.line(x, y, at * step, g.rule, Role::Dim);
    for (i, stage) in (0..=at).zip(StageId::ALL) {
        let (symbol, role) = station::sign(application, stage, g);
        out.put(x + i * step, y, symbol, 1, role);
    }
}

fn detail(view: &View<'_>, area: Rect, application: &Application, out: &mut Canvas<'_>) {
    let today = view.now.date();
    out.line(
        area.x,
        area.y,
        area.width,
        out.look().glyphs.rule,
        Role::Dim,
    );
    let since = format!("since {}", short_date(application.since, today));
    let title = title(view.model, application);
    let used = out.put_right(area.right(), area.y + 1, &since, 24, Role::Dim);
    out.put(
        area.x,
        area.y + 1,
        &title,
        area.width.saturating_sub(used + 2),
        Role::Strong,
    );
    let next = next_words(view, application);
    let (stood, next) = if application.closed {
        ("Ended at", ("Ending", ended_words(application)))
    } else {
        ("Stands at", ("Next", next))
    };
    let lines = [
        (stood, application.stage.short().to_owned()),
        next,
        ("Notes", hide_names(view.model, &application.notes)),
    ];
    let mut y = area.y + 2;
    for (name, text) in lines.iter().filter(|l| !l.1.is_empty()) {
        if y >= area.bottom() {
            break;
        }
        out.put(area.x, y, name, 12, Role::Ink);
        let room = Rect::new(
            area.x + 14,
            y,
            area.width.saturating_sub(14),
            area.bottom() - y,
        );
        y += prose::draw(out, room, text, Role::Ink);
    }
}

/// When the next interview is, or when they decide.
fn next_words(view: &View<'_>, application: &Application) -> String {
    let today = view.now.date();
    let Some(round) = view.model.next_round(application, view.now.wall) else {
        let words = follow::decision_words(application, &view.model.journal.entries, today);
        return match words.as_str() {
            "" => "no date yet".to_owned(),
            _ => words,
        };
    };
    let stage = round.stage.short().to_lowercase();
    format!("{stage}, {}", rounds::when_words(round, today))
}

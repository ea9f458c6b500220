//! All applications, each a road along the eight stages.

use ratatui::layout::Rect;

use crate::desk::{Model, View};
use crate::domain::follow;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::time::short_date;
use crate::look::Role;
use crate::panes::application_form::endings::ending_words;
use crate::panes::words::hide_names;
use crate::panes::{rounds, station};
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// Cells of the column with the employer's name.
const NAME: u16 = 21;

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

/// Open applications, in order.
pub fn open(model: &Model) -> Vec<&Application> {
    model.journey.open().collect()
}

/// The open applications, then the closed ones, folded into a row of their own or unfolded below it.
pub fn rows(model: &Model, unfolded: bool) -> Vec<Row<'_>> {
    let closed = model.journey.closed();
    let mut rows: Vec<Row<'_>> = model.journey.open().map(Row::Job).collect();
    if !closed.is_empty() {
        rows.push(Row::Closed(closed.len()));
    }
    if unfolded {
        rows.extend(closed.into_iter().map(Row::Job));
    }
    rows
}

/// Draws the table and, below, the marked application.
pub fn draw(view: &View<'_>, area: Rect, (cursor, unfolded): (Cursor, bool), out: &mut Canvas<'_>) {
    let rows = rows(view.model, unfolded);
    let step = area.width.saturating_sub(NAME) / 8;
    out.put(area.x, area.y, "Your applications", NAME, Role::Dim);
    if step >= 3 {
        for (i, name) in (0..).zip(COLUMNS) {
            out.put(
                area.x + NAME + i * step,
                area.y,
                name,
                step.saturating_sub(1),
                Role::Dim,
            );
        }
    }
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
    let (from, to) = cursor.window(rows.len(), usize::from(room / gap));
    let mut y = area.y + 2;
    for (i, row) in rows.iter().enumerate().take(to).skip(from) {
        let marked = i == cursor.at;
        if marked {
            out.focus(area.x, y, 1);
        }
        draw_row(
            view,
            (area.x, y, area.width),
            step,
            (*row, marked, unfolded),
            out,
        );
        y += gap;
    }
    let marked = rows.get(cursor.at).and_then(|row| row.job());
    if let Some(application) = marked.filter(|_| foot > 0) {
        let below = Rect::new(area.x, area.bottom() - foot, area.width, foot);
        detail(view, below, application, out);
    }
}

fn draw_row(
    view: &View<'_>,
    (x, y, width): (u16, u16, u16),
    step: u16,
    (row, marked, unfolded): (Row<'_>, bool, bool),
    out: &mut Canvas<'_>,
) {
    let plain = match row {
        Row::Job(application) if !application.closed => Role::Ink,
        _ => Role::Dim,
    };
    let role = if marked { Role::Mark } else { plain };
    match row {
        Row::Closed(count) => {
            let how = if unfolded {
                String::new()
            } else {
                format!(": {}", endings(view.model))
            };
            out.put(x, y, &format!("Closed, {count}{how}"), width, role);
        }
        Row::Job(application) => {
            out.put(x, y, &view.model.employer(application), NAME - 2, role);
            road(out, (x + NAME, y), step, application);
        }
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
    let title = if view.model.names_hidden {
        view.model.employer(application)
    } else {
        application.title()
    };
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
        ("Ended at", ("Ending", ending_words(application).to_owned()))
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

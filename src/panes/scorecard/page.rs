//! The page itself: the list of competencies, and what shows the marked one.

use ratatui::layout::Rect;

use crate::desk::{Model, View};
use crate::domain::id::CompetencyId;
use crate::domain::journey::Application;
use crate::domain::scorecard::judged;
use crate::look::Role;
use crate::panes::words::{NO_JOB, fact_beside, hide_names};
use crate::panes::{points, unreadable};
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose, roll};

/// From this width on what shows the marked point stands beside the list.
const BESIDE: u16 = 100;

/// Cells between the two.
const APART: u16 = 3;

/// From this height on there is room for what is said of the number ticked.
const TALL: u16 = 12;

/// Cells of a tick, and where the words of the advert begin.
const TICK: u16 = 4;
const WORDS: u16 = 28;

/// Below this width they stand only with the marked point.
const NARROW: u16 = 56;

/// Rows below the list, at least and at most.
const BELOW: (u16, u16) = (2, 6);

/// One competency.
pub struct Row {
    /// Which.
    pub competency: CompetencyId,
    title: String,
    /// The words of the advert that point to it.
    words: String,
}

/// All of them, in the order of the page.
pub fn rows(model: &Model, job: &Application) -> Vec<Row> {
    let row = |(competency, words): (CompetencyId, String)| Row {
        title: model.library.competency_title(competency.as_str()),
        competency,
        words,
    };
    points::all(model, job).into_iter().map(row).collect()
}

/// Draws the page, or why there is nothing on it.
pub fn draw(
    view: &View<'_>,
    job: Option<&Application>,
    rows: &[Row],
    cursor: Cursor,
    area: Rect,
    out: &mut Canvas<'_>,
) {
    let Some(job) = job else {
        let words = unreadable::words(view.model).unwrap_or_else(|| NO_JOB.to_owned());
        prose::draw(out, area, &words, Role::Ink);
        return;
    };
    let used = draw_top(view, job, area, out);
    let body = Rect {
        y: area.y + used,
        height: area.height.saturating_sub(used),
        ..area
    };
    let marked = rows.get(cursor.at);
    let lines = marked.map_or_else(Vec::new, |row| about(view.model, job, row));
    if area.width >= BESIDE {
        let list = Rect {
            width: body.width * 3 / 5,
            ..body
        };
        let text = Rect {
            x: list.right() + APART,
            width: body.width.saturating_sub(list.width + APART),
            ..body
        };
        draw_list(view.model, job, rows, cursor, list, out);
        draw_about(&lines, text, out);
        return;
    }
    let wrapped = lines
        .iter()
        .map(|(text, _)| prose::wrap(text, area.width).len());
    let needed = u16::try_from(wrapped.sum::<usize>()).unwrap_or(BELOW.1);
    let most = if area.height < TALL { BELOW.0 } else { BELOW.1 };
    let below = needed.clamp(BELOW.0, most);
    let rule = u16::from(area.height >= TALL);
    let list = Rect {
        height: body.height.saturating_sub(below + rule),
        ..body
    };
    draw_list(view.model, job, rows, cursor, list, out);
    if rule > 0 {
        out.line(
            area.x,
            list.bottom(),
            area.width,
            out.look().glyphs.rule,
            Role::Dim,
        );
    }
    let text = Rect::new(area.x, list.bottom() + rule, area.width, below);
    draw_about(&lines, text, out);
}

/// What it is and what is to be said of the number ticked; the rows that it takes.
fn draw_top(view: &View<'_>, job: &Application, area: Rect, out: &mut Canvas<'_>) -> u16 {
    let ticked = job.scorecard.len();
    if area.height < TALL {
        let short = format!("{ticked} ticked; 4 to 8 is right");
        out.put(area.x, area.y, &short, area.width, Role::Dim);
        return 1;
    }
    let whole = judged(ticked);
    let kept = if job.advert.is_empty() {
        "no advert yet"
    } else {
        "advert kept"
    };
    let used = out.put_right(area.right(), area.y, kept, area.width / 2, Role::Dim);
    let title = format!("Their scorecard, {}", view.model.employer(job));
    out.put(
        area.x,
        area.y,
        &title,
        area.width.saturating_sub(used + 2),
        Role::Strong,
    );
    let text = Rect::new(area.x, area.y + 1, area.width, 3);
    1 + prose::draw(out, text, &whole, Role::Ink) + 1
}

fn draw_list(
    model: &Model,
    job: &Application,
    rows: &[Row],
    cursor: Cursor,
    area: Rect,
    out: &mut Canvas<'_>,
) {
    let (from, to) = cursor.window(rows.len(), usize::from(area.height));
    roll::draw_signs(out, area, from, rows.len());
    for (y, at) in (area.y..).zip(from..to) {
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        draw_row(model, job, &rows[at], at == cursor.at, line, out);
    }
}

fn draw_row(
    model: &Model,
    job: &Application,
    row: &Row,
    marked: bool,
    line: Rect,
    out: &mut Canvas<'_>,
) {
    let ticked = points::is_ticked(job, &row.competency);
    let role = if marked { Role::Mark } else { Role::Ink };
    if marked {
        out.focus(line.x, line.y, 1);
    }
    out.put(
        line.x,
        line.y,
        if ticked { "[x]" } else { "[ ]" },
        TICK,
        role,
    );
    let shows = if ticked {
        points::shortly(model, job, &row.competency)
    } else {
        String::new()
    };
    let fact = fact_beside(&row.title, &shows, line.width.saturating_sub(TICK));
    let used = out.put_right(line.right(), line.y, fact, line.width / 2, Role::Dim);
    let room = line.width.saturating_sub(used + u16::from(used > 0) * 2);
    let title = room.saturating_sub(TICK);
    out.put(line.x + TICK, line.y, &row.title, title, role);
    if line.width >= NARROW && cells(&row.title) + TICK < WORDS {
        let words = hide_names(model, &row.words);
        let room = room.saturating_sub(WORDS);
        out.put(line.x + WORDS, line.y, &words, room, Role::Dim);
    }
}

/// What the marked point is, which words point to it, and what shows it.
fn about(model: &Model, job: &Application, row: &Row) -> Vec<(String, Role)> {
    let record = model.library.competencies.get(row.competency.as_str());
    // Only of what they ask for something is missing.
    let proofs = if points::is_ticked(job, &row.competency) {
        points::proofs_or_none(model, job, &row.competency)
    } else {
        points::proofs(model, job, &row.competency)
    };
    let mut lines: Vec<(String, Role)> = proofs.into_iter().map(|l| (l, Role::Ink)).collect();
    if !row.words.is_empty() {
        let words = hide_names(model, &format!("The advert: {}.", row.words));
        lines.push((words, Role::Dim));
    }
    if let Some(record) = record {
        lines.push((
            format!("{}: {}.", record.title, record.definition),
            Role::Dim,
        ));
    }
    lines
}

fn draw_about(lines: &[(String, Role)], area: Rect, out: &mut Canvas<'_>) {
    let mut y = area.y;
    for (text, role) in lines {
        let room = Rect {
            y,
            height: area.bottom().saturating_sub(y),
            ..area
        };
        if room.height == 0 {
            break;
        }
        y += prose::draw(out, room, text, *role);
    }
}

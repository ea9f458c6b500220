//! One road: the eight stages as stations, the marked one described below or beside.

use ratatui::layout::Rect;

use crate::desk::View;
use crate::domain::follow;
use crate::domain::journey::{Application, Round};
use crate::domain::library::{Stage, StageId};
use crate::domain::prepare::Prepared;
use crate::look::Role;
use crate::panes::application_form::endings::ended_words;
use crate::panes::words::{hide_names, in_days};
use crate::panes::{rounds, station, ticks, unreadable};
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// From this width on the description stands beside the road.
const BESIDE: u16 = 100;

/// Where the words of a stage begin.
const WORDS: u16 = 23;

/// The same below this width, where each cell counts.
const NARROW: (u16, u16) = (50, 19);

/// Draws the road of an application, or the eight stages where there is none.
pub fn draw(
    view: &View<'_>,
    area: Rect,
    cursor: Cursor,
    application: Option<&Application>,
    out: &mut Canvas<'_>,
) {
    let beside = area.width >= BESIDE;
    let left = if beside {
        beside_width(view, area.width, application)
    } else {
        area.width
    };
    let road = Rect {
        width: left,
        ..area
    };
    draw_title(view, road, application, out);
    let below = if beside || area.height < 14 {
        0
    } else {
        6.min(area.height.saturating_sub(11))
    };
    let stations = Rect {
        y: road.y + 2,
        height: road.height.saturating_sub(2 + below),
        ..road
    };
    draw_stations(view, stations, cursor, application, out);
    let rows = u16::try_from(StageId::ALL.len()).unwrap_or(0) * gap(stations);
    if let Some(application) = application.filter(|_| stations.height > rows + 1) {
        let key = station::key(application, out.look().glyphs);
        let y = stations.y + rows + 1;
        out.put(road.x, y, &key, road.width, Role::Dim);
    }
    let about = if beside {
        Rect::new(
            area.x + left + 4,
            area.y,
            area.width - left - 4,
            area.height,
        )
    } else {
        Rect::new(area.x, area.bottom() - below, area.width, below)
    };
    if beside || below > 0 {
        let stage = StageId::ALL[cursor.at.min(7)];
        draw_about(view, about, below > 0, stage, application, out);
    }
}

/// Cells of a road with its description beside it: two fifths, or more where what is known of a stage wants it.
fn beside_width(view: &View<'_>, width: u16, application: Option<&Application>) -> u16 {
    let words = StageId::ALL.map(|stage| cells(&station_words(view, stage, application, false)));
    let longest = words.into_iter().max().unwrap_or(0);
    (WORDS + longest).clamp(width * 2 / 5, width * 4 / 7)
}

/// What the marked stage is about; below the road a line parts the two.
fn draw_about(
    view: &View<'_>,
    about: Rect,
    below: bool,
    stage: StageId,
    application: Option<&Application>,
    out: &mut Canvas<'_>,
) {
    if below {
        out.line(
            about.x,
            about.y,
            about.width,
            out.look().glyphs.rule,
            Role::Dim,
        );
    }
    let inside = Rect {
        y: about.y + u16::from(below),
        height: about.height.saturating_sub(u16::from(below)),
        ..about
    };
    describe(view, inside, stage, application, out);
}

/// The application, or that there is none, and when its next round is.
fn draw_title(
    view: &View<'_>,
    road: Rect,
    application: Option<&Application>,
    out: &mut Canvas<'_>,
) {
    let title = match application {
        Some(a) if view.model.names_hidden => view.model.employer(a),
        Some(a) => a.title(),
        None => unreadable::words(view.model)
            .unwrap_or_else(|| "The eight stages of an interview process".to_owned()),
    };
    let whole = application.map_or_else(String::new, |a| next_words(view, a));
    // The road says of which stage it is, and the day, too.
    let days = application.and_then(|a| next_days(view, a));
    let fits = |fact: &&str| cells(&title) + 2 + cells(fact) <= road.width;
    let told = days.is_some() || road.width < NARROW.0;
    let least = if told { "" } else { whole.as_str() };
    let mut forms = [Some(whole.as_str()), days.as_deref()]
        .into_iter()
        .flatten();
    let fact = forms.find(fits).unwrap_or(least);
    let used = out.put_right(road.right(), road.y, fact, road.width / 2, Role::Dim);
    out.put(
        road.x,
        road.y,
        &title,
        road.width.saturating_sub(used + 2),
        Role::Strong,
    );
}

/// When the next round is, `panel in six days`, or how it ended.
fn next_words(view: &View<'_>, application: &Application) -> String {
    if application.closed {
        return ended_words(application);
    }
    let next = view.model.next_round(application, view.now.wall);
    if let (Some(round), Some(days)) = (next, next_days(view, application)) {
        return format!("{} {days}", round.stage.short().to_lowercase());
    }
    let entries = &view.model.journal.entries;
    follow::decision_words(application, entries, view.now.date())
}

/// The days until the next round: `in six days`.
fn next_days(view: &View<'_>, application: &Application) -> Option<String> {
    let next = view.model.next_round(application, view.now.wall);
    let next = next.filter(|_| !application.closed)?;
    Some(in_days(next.date?, view.now.date()))
}

/// Rows from one station to the next.
const fn gap(stations: Rect) -> u16 {
    if stations.height >= 15 { 2 } else { 1 }
}

fn draw_stations(
    view: &View<'_>,
    area: Rect,
    cursor: Cursor,
    application: Option<&Application>,
    out: &mut Canvas<'_>,
) {
    let gap = gap(area);
    let (from, to) = cursor.window(
        StageId::ALL.len(),
        usize::from(area.height.max(1).div_ceil(gap)),
    );
    for (y, i) in (area.y..).step_by(usize::from(gap)).zip(from..to) {
        let stage = StageId::ALL[i];
        draw_station(
            view,
            Rect {
                y,
                height: 1,
                ..area
            },
            stage,
            i == cursor.at,
            application,
            out,
        );
        if gap > 1 && i + 1 < to {
            out.put(area.x, y + 1, out.look().glyphs.edge, 1, Role::Dim);
        }
    }
}

fn draw_station(
    view: &View<'_>,
    row: Rect,
    stage: StageId,
    marked: bool,
    application: Option<&Application>,
    out: &mut Canvas<'_>,
) {
    let g = out.look().glyphs;
    let (symbol, role) = match application {
        Some(a) => station::sign(a, stage, g),
        None => (g.ahead, Role::Dim),
    };
    if marked {
        out.focus(row.x, row.y, 1);
    }
    out.put(row.x, row.y, symbol, 1, role);
    out.put(
        row.x + 3,
        row.y,
        stage.short(),
        18,
        if marked { Role::Mark } else { Role::Ink },
    );
    let narrow = row.width < NARROW.0;
    let at = if narrow { NARROW.1 } else { WORDS };
    let room = row.width.saturating_sub(at);
    let words = station_words(view, stage, application, narrow);
    let words = if narrow { short(&words, room) } else { words };
    out.put(row.x + at, row.y, &words, room, Role::Ink);
}

/// The same words where each cell counts.
fn short(words: &str, room: u16) -> String {
    let words = words.replace(" minutes", " min");
    if cells(&words) > room {
        words.replace(" prepared", "")
    } else {
        words
    }
}

/// What is known of a stage: the round's date and how it went, else how long it usually takes.
/// Where each cell counts it is the day of one interview, in short: of the next one there, else of the last.
fn station_words(
    view: &View<'_>,
    stage: StageId,
    application: Option<&Application>,
    narrow: bool,
) -> String {
    let today = view.now.date();
    let here = |r: &&Round| r.stage == stage && r.date.is_some();
    let rounds = application.map_or_else(Vec::new, Application::by_day);
    let rounds = rounds.into_iter().map(|(_, round)| round);
    let rounds: Vec<&Round> = rounds.filter(here).collect();
    let mut parts = Vec::new();
    let days: Vec<String> = if narrow {
        let next = application.and_then(|a| view.model.next_round(a, view.now.wall));
        let one = next.filter(here).or(rounds.last().copied());
        one.map(|r| rounds::short_when(r, today))
            .into_iter()
            .collect()
    } else {
        let words = rounds.iter().map(|r| rounds::when_words(r, today));
        words.collect()
    };
    parts.extend((!days.is_empty()).then(|| days.join("; ")));
    if let Some(round) = rounds.last() {
        parts.extend(round.level.map(|l| l.word().to_owned()));
    }
    if application.is_some_and(|a| station::is_left_out(a, stage)) {
        parts.push(station::LEFT_OUT.to_owned());
    }
    let Prepared { done, all, .. } = ticks::count(view.model, stage, application, view.now);
    if done > 0 {
        parts.push(format!("{done} of {all} prepared"));
    }
    if parts.is_empty()
        && let Some(sheet) = view.model.library.stage(stage)
    {
        parts.push(format!(
            "{} to {} minutes",
            sheet.minutes_min, sheet.minutes_max
        ));
    }
    parts.join(", ")
}

/// The interviews of a stage with their practice, and where the application stands its notes.
fn own_lines(view: &View<'_>, stage: StageId, application: Option<&Application>) -> Vec<String> {
    let Some(application) = application else {
        return Vec::new();
    };
    let today = view.now.date();
    let here = application.by_day().into_iter().map(|(_, round)| round);
    let mut lines: Vec<String> = here
        .filter(|r| r.stage == stage)
        .filter(|r| r.mock.is_some() || !r.people.is_empty())
        .map(|r| rounds::told(r, today, view.model))
        .collect();
    let notes = application.notes.lines().find(|l| !l.trim().is_empty());
    let notes = notes.filter(|_| stage == application.stage);
    lines.extend(notes.map(|words| format!("Notes: {words}")));
    let entries = &view.model.journal.entries;
    lines.extend(follow::silence_words(application, stage, entries, today));
    lines
        .iter()
        .map(|line| hide_names(view.model, line))
        .collect()
}

fn describe(
    view: &View<'_>,
    area: Rect,
    stage: StageId,
    application: Option<&Application>,
    out: &mut Canvas<'_>,
) {
    let Some(sheet) = view.model.library.stage(stage) else {
        return;
    };
    let minutes = format!("{} to {} minutes", sheet.minutes_min, sheet.minutes_max);
    let used = out.put_right(area.right(), area.y, &minutes, area.width / 2, Role::Dim);
    out.put(
        area.x,
        area.y,
        &sheet.title,
        area.width.saturating_sub(used + 2),
        Role::Strong,
    );
    let mut y = area.y + 1;
    let room = |y: u16| Rect::new(area.x, y, area.width, area.bottom().saturating_sub(y));
    for line in own_lines(view, stage, application) {
        if y < area.bottom() {
            y += prose::draw(out, room(y), &line, Role::Ink);
        }
    }
    if y < area.bottom() {
        y += prose::draw(out, room(y), &sheet.summary, Role::Ink);
    }
    if y < area.bottom() {
        y += prose::draw(
            out,
            room(y),
            &format!("They decide: {}", sheet.decides),
            Role::Ink,
        );
    }
    if area.height < 12 {
        return;
    }
    let below = room(y + 1);
    if below.height == 0 {
        return;
    }
    draw_steps(view, below, &sheet, application, out);
}

/// What is to be prepared for a stage, step by step.
fn draw_steps(
    view: &View<'_>,
    area: Rect,
    sheet: &Stage,
    application: Option<&Application>,
    out: &mut Canvas<'_>,
) {
    let mut y = area.y;
    let room = |y: u16| Rect::new(area.x, y, area.width, area.bottom().saturating_sub(y));
    out.put(area.x, y, "To do", area.width, Role::Dim);
    y += 1;
    for step in &sheet.steps {
        let tick = if ticks::is_done(view.model, sheet.id, application, step, view.now) {
            "[x]"
        } else {
            "[ ]"
        };
        let left = room(y);
        if left.height == 0 {
            break;
        }
        out.put(left.x, y, tick, 3, Role::Ink);
        let text = Rect {
            x: left.x + 4,
            width: left.width.saturating_sub(4),
            ..left
        };
        y += prose::draw(out, text, step, Role::Ink);
    }
}

//! The interviewer's card: everything that somebody needs who has never asked these questions before.

use ratatui::layout::Rect;

use super::{Room, named};
use crate::desk::{Desk, Model, Msg, View};
use crate::domain::level::Level;
use crate::domain::library::Question;
use crate::domain::practice::chairs::{Chairs, Turn};
use crate::domain::practice::clock::Edge;
use crate::domain::practice::record::{Act, Noted, Seat};
use crate::domain::practice::talk_through::shown;
use crate::domain::time::{Now, clock_text};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::bench::page::sign;
use crate::panes::heading::heading;
use crate::panes::{layout, pair};
use crate::widgets::editor::Editor;
use crate::widgets::stops::{Eye, Stops};
use crate::widgets::{Canvas, prose, timeline};

/// Fewer rows than this show the question, one point and the clock.
const LOW: u16 = 12;

/// Below this width a line has room for a few words.
const NARROW: u16 = 60;

/// What no rating may follow from.
const MUST_NOT_COUNT: &str = "Accent, pauses, how much you like them.";

fn clock(seconds: u32) -> String {
    clock_text(seconds.into())
}

/// What stands at the right of the title.
pub fn clock_words(chairs: &Chairs, now: Now) -> String {
    let gone = clock(chairs.seconds(now));
    let span = chairs.turn().and_then(|turn| turn.span(chairs.factor()));
    match span.filter(|_| chairs.is_timed()) {
        None => gone,
        Some(span) if chairs.seconds(now) == 0 => {
            format!("aim {} to {}", clock(span.min), clock(span.max))
        }
        Some(span) => match span.edge(chairs.seconds(now)) {
            Edge::Before => format!("{gone}, aim {}", clock(span.min)),
            Edge::Inside => format!("{gone}, in the target time"),
            Edge::Over => format!("{gone}, over the target time"),
        },
    }
}

/// What to do now.
fn advice(chairs: &Chairs) -> String {
    let name = chairs.name(Seat::Answers);
    if chairs.clock().is_none() {
        return match chairs.stands_at() {
            0 => format!("Read it aloud to {name}. Enter starts the clock."),
            gone => format!("The clock stands at {}. Enter goes on.", clock(gone)),
        };
    }
    let Some(turn) = chairs.turn() else {
        return String::new();
    };
    let probes = turn.question().map_or(0, |question| question.probes.len());
    let open = (1..=u8::MAX)
        .take(probes)
        .find(|n| turn.asked_at(*n).is_none());
    let least = turn.span(chairs.factor()).map_or(0, |span| span.min);
    match open.filter(|_| least > 0 && chairs.is_timed()) {
        Some(n) => format!(
            "Let the silence be. If {name} stops before {}, ask {n}.",
            clock(least)
        ),
        None => "Let the silence be.".to_owned(),
    }
}

/// What was noted, in a word or two.
fn noted_words(noted: &Noted) -> String {
    match noted.what {
        Act::Filler => "filler".to_owned(),
        Act::We => "\"we\" for \"I\"".to_owned(),
        Act::Lost => "lost me".to_owned(),
        Act::Landed => "landed".to_owned(),
        Act::Probe => format!("asked {}", noted.n),
        Act::Note => noted.text.clone(),
        Act::Point => format!(
            "point {}, {}",
            noted.n,
            noted.mark.unwrap_or_default().word()
        ),
        _ => String::new(),
    }
}

/// The last tap, in a sentence.
pub fn last(chairs: &Chairs) -> Option<String> {
    let noted = chairs.turn()?.last_tap(Seat::Asks)?;
    let (words, at) = (noted_words(noted), clock(noted.second));
    Some(format!("Last: {words}, at {at}. u takes it back."))
}

/// What the line of words says: the last tap, else where more is told.
pub fn status(chairs: &Chairs) -> String {
    last(chairs)
        .unwrap_or_else(|| "v opens the question with all that is written to it.".to_owned())
}

/// The question, as it is read aloud.
pub fn question(chairs: &Chairs, width: u16) -> Stops {
    let mut page = Stops::new(width);
    if let Some((turn, question)) = chairs.turn().and_then(|t| Some((t, t.question()?))) {
        page.stop(|page| {
            page.say(&question.setup, Role::Ink);
            page.say(turn.asked(), Role::Strong);
        });
    }
    page
}

/// What to ask where something is missing, each by its number, with when it was asked.
fn probes(turn: &Turn, question: &Question, page: &mut Stops) {
    if !question.probes.is_empty() {
        page.line("If it is missing, ask", Role::Dim);
    }
    for (n, probe) in (1..=u8::MAX).zip(&question.probes) {
        let asked = turn.asked_at(n).map(|s| format!("  asked {}", clock(s)));
        let text = format!("{}{}", probe.text, asked.unwrap_or_default());
        page.hang(&format!("{n}  "), &text, Role::Ink);
    }
}

/// The follow-ups, what is told when they ask for it, what strong and weak sound like, as far as that is known, and what must not count.
pub fn sounds(chairs: &Chairs, model: &Model, width: u16) -> Stops {
    let mut page = question(chairs, width);
    let asked = chairs.turn().and_then(Turn::question);
    if let Some((turn, question)) = chairs
        .turn()
        .zip(asked)
        .filter(|(_, q)| !q.probes.is_empty())
    {
        page.gap();
        page.stop(|page| probes(turn, question, page));
    }
    for (n, (ask, reply)) in asked.iter().flat_map(|q| q.data.iter().enumerate()) {
        page.gap();
        page.stop(|page| {
            if n == 0 {
                page.say("Only if they ask for it", Role::Dim);
            }
            page.say(shown(ask), Role::Strong);
            page.say(shown(reply), Role::Ink);
        });
    }
    let id = asked.map(|question| &question.id);
    let samples = model.library.exemplars.iter();
    let samples = samples.filter(|sample| Some(&sample.question) == id);
    let mut samples: Vec<_> = samples.collect();
    samples.sort_by_key(|sample| std::cmp::Reverse(sample.level));
    for sample in samples {
        let head = match sample.level {
            Level::Strong | Level::Solid => "Strong sounds like",
            Level::NotYet | Level::Partly => "Weak sounds like",
        };
        page.gap();
        page.stop(|page| {
            page.say(head, Role::Dim);
            page.say(&sample.text, Role::Ink);
        });
    }
    page.gap();
    page.stop(|page| {
        page.say("Must not count", Role::Dim);
        page.say(MUST_NOT_COUNT, Role::Ink);
    });
    page
}

/// The card as a page: as roomy as it can be, else without gaps.
pub fn stops(chairs: &Chairs, model: &Model, (width, height): (u16, u16)) -> Stops {
    let roomy = written(chairs, model, width, true);
    if roomy.text().lines().count() <= usize::from(height) {
        return roomy;
    }
    written(chairs, model, width, false)
}

fn written(chairs: &Chairs, model: &Model, width: u16, roomy: bool) -> Stops {
    let mut page = Stops::new(width);
    let Some((turn, question)) = chairs.turn().and_then(|t| Some((t, t.question()?))) else {
        return page;
    };
    let gap = |page: &mut Stops| {
        if roomy {
            page.gap();
        }
    };
    page.say(&question.setup, Role::Ink);
    page.say(turn.asked(), Role::Strong);
    gap(&mut page);
    if roomy {
        page.line("Listen for", Role::Dim);
    }
    let sheet = turn.sheet(Seat::Asks);
    for (point, mark) in question.strong.iter().zip(sheet.marks()) {
        page.stop(|page| page.hang(sign(*mark).0, &point.text, Role::Ink));
    }
    gap(&mut page);
    probes(turn, question, &mut page);
    gap(&mut page);
    page.say(&named(model, &advice(chairs)), Role::Dim);
    page
}

/// The tap keys with their counts, in one line or two.
fn taps(turn: &Turn, view: &View<'_>, width: u16) -> Vec<String> {
    let tap = |command: Command, act: Act, what: &str| {
        let key = view.key(Context::Interviewer, command);
        format!("{key} {what} {}", turn.taps(act))
    };
    let all = [
        tap(Command::TapFiller, Act::Filler, "filler"),
        tap(Command::TapWe, Act::We, "\"we\" for \"I\""),
        tap(Command::TapLost, Act::Lost, "lost me"),
        tap(Command::TapLanded, Act::Landed, "landed"),
    ];
    prose::wrap(&all.join("   "), width)
}

/// Draws the card; on a wide screen with the notes beside it.
pub fn draw(room: &Room, chairs: &Chairs, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
    let Some(turn) = chairs.turn() else { return };
    let span = turn.span(chairs.factor()).filter(|_| chairs.is_timed());
    if let (Some(row), Some(span)) = (layout::time_row(area), span) {
        let gone = chairs.seconds(view.now);
        timeline::draw(out, row, gone, (span.min, span.max));
    }
    let (left, beside) = pair(area);
    let low = left.height < LOW;
    let taps = taps(turn, view, left.width);
    let foot = if low { 1 } else { taps.len() + 1 };
    let foot = u16::try_from(foot).unwrap_or(1).min(left.height);
    let body = Rect {
        height: left.height - foot,
        ..left
    };
    if low {
        draw_low(room, chairs, body, out);
    } else {
        let stops = stops(chairs, view.model, (body.width, body.height));
        stops.draw(room.eye, body, out);
        for (y, line) in (body.bottom()..).zip(&taps) {
            out.put(left.x, y, line, left.width, Role::Dim);
        }
    }
    draw_note(
        room,
        chairs,
        view,
        Rect {
            y: left.bottom() - 1,
            height: 1,
            ..left
        },
        out,
    );
    if let Some(beside) = beside {
        draw_notes(turn, view, beside, out);
    }
}

/// Where there is little room: the question as far as it goes, and the point that is marked.
fn draw_low(room: &Room, chairs: &Chairs, area: Rect, out: &mut Canvas<'_>) {
    let Some((turn, question)) = chairs.turn().and_then(|t| Some((t, t.question()?))) else {
        return;
    };
    let marks = turn.sheet(Seat::Asks);
    let row = room.eye.at.min(question.strong.len().saturating_sub(1));
    let point = question.strong.get(row).map_or("", |point| &point.text);
    let mark = marks.marks().get(row).copied().unwrap_or_default();
    let mut page = Stops::new(area.width);
    let text = format!("{} of {}: {point}", row + 1, question.strong.len());
    page.hang(sign(mark).0, &text, Role::Mark);
    let rows = page.text().lines().count().min(3);
    let rows = u16::try_from(rows).unwrap_or(1);
    let above = Rect {
        height: area.height.saturating_sub(rows),
        ..area
    };
    prose::draw(out, above, turn.asked(), Role::Strong);
    let below = Rect {
        y: above.bottom(),
        height: rows,
        ..area
    };
    page.draw(Eye::default(), below, out);
}

/// What stands below the card: on a narrow screen the last tap, or what to do; else the last note.
fn foot(chairs: &Chairs, width: u16) -> (String, Role) {
    let turn = chairs.turn();
    let last = turn.and_then(|turn| turn.last_tap(Seat::Asks));
    let note = turn.and_then(|turn| turn.of(Act::Note, Seat::Asks).next_back());
    match (last, note) {
        (Some(last), _) if width < NARROW => {
            let (words, at) = (noted_words(last), clock(last.second));
            (format!("{at} {words}; u takes it back"), Role::Ink)
        }
        (_, Some(note)) => (format!("Notes  {}", note.text), Role::Ink),
        _ if width >= NARROW => (String::new(), Role::Dim),
        _ if chairs.clock().is_none() => ("Read it aloud, then Enter.".to_owned(), Role::Dim),
        _ => ("Let the silence be.".to_owned(), Role::Dim),
    }
}

/// The line of the note that is written, else what stands there.
fn draw_note(room: &Room, chairs: &Chairs, view: &View<'_>, row: Rect, out: &mut Canvas<'_>) {
    let Some(note) = &room.note else {
        let (line, role) = foot(chairs, row.width);
        out.put(row.x, row.y, &named(view.model, &line), row.width, role);
        return;
    };
    let used = out.put(row.x, row.y, "Note  ", row.width, Role::Dim);
    let field = Rect {
        x: row.x + used,
        width: row.width.saturating_sub(used),
        ..row
    };
    out.clear(field);
    note.draw_caret(out, field);
}

/// Everything that was noted so far, the newest last.
fn draw_notes(turn: &Turn, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
    heading(area, "Notes", "", out);
    let acts = [
        Act::Note,
        Act::Probe,
        Act::Lost,
        Act::Landed,
        Act::We,
        Act::Filler,
    ];
    let mut all: Vec<&Noted> = acts
        .iter()
        .flat_map(|act| turn.of(*act, Seat::Asks))
        .collect();
    all.sort_by_key(|noted| (noted.at, noted.second));
    let lines = all.iter().flat_map(|noted| {
        let text = format!("{}  {}", clock(noted.second), noted_words(noted));
        prose::hang(&named(view.model, &text), area.width, 6)
    });
    let lines: Vec<String> = lines.collect();
    let room = usize::from(area.height.saturating_sub(4));
    let from = lines.len().saturating_sub(room);
    for (y, line) in (area.y + 1..).zip(lines.iter().skip(from)) {
        out.put(area.x, y, line, area.width, Role::Ink);
    }
    let y = area.bottom().saturating_sub(2);
    out.put(area.x, y, "Must not count", area.width, Role::Dim);
    out.put(area.x, y + 1, MUST_NOT_COUNT, area.width, Role::Dim);
}

/// The note that was being written when it was left.
pub fn left_note(chairs: &Chairs) -> Option<Editor> {
    let text = chairs.typed().first().filter(|text| !text.is_empty())?;
    let mut editor = Editor::single("");
    editor.start_with(text);
    Some(editor)
}

/// Takes letters and commands while a note is written. Enter and Esc both keep it.
pub fn in_note(room: &mut Room, msg: &Msg, desk: &mut Desk<'_>) {
    let Some(note) = &mut room.note else { return };
    match msg {
        Msg::Type(c) => note.type_char(*c),
        Msg::Paste(text) => note.paste(text),
        Msg::Command(Command::Save | Command::Back | Command::NextField) => {
            let line = note.text().to_owned();
            room.note = None;
            if !line.trim().is_empty() {
                room.ends(desk, |chairs, now| chairs.jot(&line, now));
            }
            return;
        }
        Msg::Command(command) => {
            note.command(*command, 60);
        }
        _ => return,
    }
    let typed = vec![note.text().to_owned()];
    room.typed(typed, desk);
}

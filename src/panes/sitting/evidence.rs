//! Rating, step 1: what was said, each with words of the answer as proof; then the red flags.

use ratatui::layout::Rect;

use super::{Room, Shown};
use crate::desk::Desk;
use crate::domain::practice::proof;
use crate::domain::practice::record::Mark;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::keys::Command;
use crate::look::Role;
use crate::panes::step_of;
use crate::widgets::editor::Editor;
use crate::widgets::{Canvas, prose};

/// Rows: the points, then the flags.
fn rows(sitting: &Sitting) -> (usize, usize) {
    (sitting.points().len(), sitting.flags().len())
}

/// The sentences of the answer, the nearest to a point first.
fn sentences(sitting: &Sitting, point: usize) -> Vec<String> {
    let points = sitting.points();
    let text = points.get(point).map_or("", |p| p.text);
    proof::nearest(text, &sitting.said())
        .into_iter()
        .map(str::to_owned)
        .collect()
}

impl Room {
    /// Closes what lies open over the step; `false` when nothing does.
    pub(super) fn closes(&mut self) -> bool {
        std::mem::take(&mut self.shown) != Shown::Nothing
    }
}

/// Runs a command of this step.
pub fn command(room: &mut Room, command: Command, desk: &mut Desk<'_>) {
    if room.line.is_some() {
        return in_words(room, command, desk);
    }
    let Some(sitting) = super::sitting(desk.model) else {
        return;
    };
    let (points, flags) = rows(sitting);
    if let Some(step) = step_of(command) {
        room.row.step(step, points + flags);
        room.sentence = 0;
        return;
    }
    match command {
        Command::Tick => tick(room, points, desk),
        Command::Left | Command::Right if room.row.at < points => {
            let count = sentences(sitting, room.row.at).len().max(1);
            let by = if command == Command::Left {
                count - 1
            } else {
                1
            };
            room.sentence = (room.sentence + by) % count;
            retake(room, desk);
        }
        Command::Edit if room.row.at < points => {
            let words = sitting
                .points()
                .get(room.row.at)
                .and_then(|p| p.proof)
                .unwrap_or_default()
                .to_owned();
            room.line = Some(Editor::single(&words));
            room.shown = Shown::Nothing;
        }
        Command::Edit => desk.say("A red flag needs no proof. Space says that it happened."),
        Command::View => room.shown.toggle(Shown::Answer),
        Command::Main => {
            room.fresh(desk.now);
            if room.rate(desk, Sitting::next)
                && super::sitting(desk.model).is_some_and(|s| s.phase() == Phase::Flags)
            {
                room.rate(desk, Sitting::next);
            }
        }
        Command::Back | Command::Close if room.closes() => {}
        Command::Back | Command::Close => room.pause(desk),
        _ => {}
    }
}

/// A few words of one's own as proof, for answers that were spoken.
fn in_words(room: &mut Room, command: Command, desk: &mut Desk<'_>) {
    let Some(line) = &mut room.line else { return };
    if !matches!(command, Command::Save | Command::Back) {
        line.command(command, 60);
        return;
    }
    let words = line.text().trim().to_owned();
    room.line = None;
    let at = room.row.at;
    let mark = super::sitting(desk.model).and_then(|s| s.points().get(at).map(|p| p.mark));
    let mark = mark.filter(|m| *m != Mark::Missed).unwrap_or(Mark::Hit);
    if !words.is_empty() {
        room.rate(desk, |s, _| s.mark_point(at, mark, Some(&words)));
    }
}

/// Not said, said, half said; a flag is yes or no.
fn tick(room: &mut Room, points: usize, desk: &mut Desk<'_>) {
    let at = room.row.at;
    let Some(sitting) = super::sitting(desk.model) else {
        return;
    };
    if at >= points {
        let seen = sitting.flags().get(at - points).is_some_and(|f| f.seen);
        room.rate(desk, |s, _| s.flag(at - points, !seen));
        return;
    }
    let mark = match sitting.points().get(at).map(|p| p.mark) {
        Some(Mark::Missed) => Mark::Hit,
        Some(Mark::Hit) => Mark::Half,
        _ => Mark::Missed,
    };
    let kept = sitting.points().get(at).and_then(|p| p.proof);
    let words = kept.map(str::to_owned);
    let words = words.or_else(|| sentences(sitting, at).get(room.sentence).cloned());
    let words = words.filter(|_| mark != Mark::Missed);
    room.rate(desk, |s, _| s.mark_point(at, mark, words.as_deref()));
}

/// Another sentence becomes the proof of a point that is marked already.
fn retake(room: &mut Room, desk: &mut Desk<'_>) {
    let at = room.row.at;
    let Some(sitting) = super::sitting(desk.model) else {
        return;
    };
    let Some(mark) = sitting
        .points()
        .get(at)
        .map(|p| p.mark)
        .filter(|m| *m != Mark::Missed)
    else {
        return;
    };
    let words = sentences(sitting, at).get(room.sentence).cloned();
    room.rate(desk, |s, _| s.mark_point(at, mark, words.as_deref()));
}

/// What the line of words says.
pub fn status(sitting: &Sitting) -> String {
    let points = sitting.points();
    let count = |mark| points.iter().filter(|p| p.mark == mark).count();
    let more = if sitting.rating_place().is_some_and(|(_, of)| of > 2) {
        "Esc: the rest can wait."
    } else {
        "A tick takes the sentence shown as its proof."
    };
    format!(
        "{} said, {} half, {} not said. {more}",
        count(Mark::Hit),
        count(Mark::Half),
        count(Mark::Missed)
    )
}

/// Draws the step.
pub fn draw(room: &Room, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let asked = sitting.prompt().map_or("", |p| p.text);
    if room.shown == Shown::Answer {
        return draw_answer(sitting, asked, area, out);
    }
    let (points, flags) = rows(sitting);
    let small = area.height < u16::try_from(points + flags).unwrap_or(0) + 9;
    let mut y = area.y;
    if small {
        // Which question it is says more than what to do with the rows.
        out.put(area.x, y, asked, area.width, Role::Mark);
        y += 1;
    } else {
        let room = Rect { height: 2, ..area };
        y += prose::draw(out, room, asked, Role::Ink) + 1;
        let note = "in no special order";
        let used = out.put_right(area.right(), y, note, area.width / 2, Role::Dim);
        let width = area.width.saturating_sub(used + 2);
        out.put(area.x, y, "What did you say?", width, Role::Mark);
        y += 2;
    }
    let list = |sentence: u16| Rect {
        y,
        height: area.bottom().saturating_sub(y + sentence),
        ..area
    };
    if room.row.at >= points {
        return draw_rows(room, sitting, list(0), small, out);
    }
    // The sentence has the lines that it needs, where the rows leave them free.
    let needs = sentence_rows(room, sitting, area.width);
    let rows = whole_rows(sitting, area.width);
    let free = list(0).height.saturating_sub(rows);
    let sentence = 1 + needs.min(free.saturating_sub(2)).clamp(1, 3);
    draw_rows(room, sitting, list(sentence), small, out);
    let below = Rect {
        y: area.bottom().saturating_sub(sentence),
        height: sentence,
        ..area
    };
    draw_sentence(room, sitting, below, out);
}

/// Lines of the sentence that is offered as a proof.
fn sentence_rows(room: &Room, sitting: &Sitting, width: u16) -> u16 {
    let words = offered(room, sitting).unwrap_or_default();
    let lines = prose::wrap(&format!("\"{words}\""), width).len();
    u16::try_from(lines).unwrap_or(u16::MAX)
}

/// Lines that all points and flags take when none of them is cut, with the heading of the flags.
fn whole_rows(sitting: &Sitting, width: u16) -> u16 {
    let (points, flags) = rows(sitting);
    let width = width.saturating_sub(MARK);
    let lines = |row| prose::wrap(row_words(sitting, row).1, width).len();
    let lines: usize = (0..points + flags).map(lines).sum();
    let heading = if flags > 0 { 3 } else { 0 };
    u16::try_from(lines + heading).unwrap_or(u16::MAX)
}

/// The words that prove the marked point: those kept with it, else the sentence that is shown.
fn offered(room: &Room, sitting: &Sitting) -> Option<String> {
    let points = sitting.points();
    let kept = points.get(room.row.at).and_then(|p| p.proof);
    let shown = || sentences(sitting, room.row.at).get(room.sentence).cloned();
    kept.map(str::to_owned).or_else(shown)
}

/// The answer below its question, in place of the rows.
fn draw_answer(sitting: &Sitting, asked: &str, area: Rect, out: &mut Canvas<'_>) {
    let question = Rect { height: 2, ..area };
    out.focus(area.x, area.y, 1);
    let used = prose::draw(out, question, asked, Role::Mark) + 1;
    let below = Rect {
        y: area.y + used,
        height: area.height.saturating_sub(used),
        ..area
    };
    let said = sitting.said();
    let words = match said.as_str() {
        "" => "Spoken, without notes.",
        said => said,
    };
    prose::draw(out, below, words, Role::Ink);
}

/// Cells of a mark with its word.
const MARK: u16 = 14;

fn draw_rows(room: &Room, sitting: &Sitting, area: Rect, small: bool, out: &mut Canvas<'_>) {
    let points = sitting.points().len();
    let total = points + sitting.flags().len();
    // One row more for the marked line, which is shown whole.
    let spare = if small { 1 } else { 4 };
    let height = usize::from(area.height).saturating_sub(spare).max(1);
    // Where all of them fit whole, nothing is cut.
    let whole = !small && whole_rows(sitting, area.width) <= area.height;
    let (from, to) = if whole {
        (0, total)
    } else {
        room.row.window(total, height)
    };
    let mut y = area.y;
    for i in from..to {
        if i == points && !small {
            out.put(
                area.x,
                y + 1,
                "Did any of this happen?",
                area.width,
                Role::Mark,
            );
            y += 3;
        }
        let (mark, text) = row_words(sitting, i);
        let marked = i == room.row.at;
        let width = area.width.saturating_sub(MARK);
        let lines = if marked || whole {
            prose::wrap(text, width)
        } else {
            vec![text.to_owned()]
        };
        let rows = u16::try_from(lines.len())
            .unwrap_or(1)
            .min(area.bottom().saturating_sub(y));
        if marked {
            out.focus(area.x, y, rows);
        }
        let role = if marked { Role::Mark } else { Role::Ink };
        out.put(area.x, y, &mark, MARK - 1, Role::Ink);
        let room = Rect {
            x: area.x + MARK,
            y,
            width,
            height: rows,
        };
        prose::draw_lines(out, room, &lines, role);
        y += rows;
    }
}

/// The mark with its word, and the text of a row.
fn row_words(sitting: &Sitting, row: usize) -> (String, &str) {
    let (points, flags) = (sitting.points(), sitting.flags());
    let (mark, word, text) = match (points.get(row), flags.get(row.saturating_sub(points.len()))) {
        (Some(p), _) => match p.mark {
            Mark::Hit => ("[x]", "said", p.text),
            Mark::Half => ("[~]", "half", p.text),
            Mark::Missed => ("[ ]", "not said", p.text),
        },
        (None, Some(flag)) if flag.seen => ("[x]", "yes", flag.text),
        (None, Some(flag)) => ("[ ]", "no", flag.text),
        (None, None) => ("", "", ""),
    };
    (format!("{mark} {word}"), text)
}

fn draw_sentence(room: &Room, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    if let Some(line) = &room.line {
        out.put(
            area.x,
            area.y,
            "In your own words, what proves it?",
            area.width,
            Role::Dim,
        );
        return line.draw_caret(
            out,
            Rect {
                y: area.y + 1,
                height: 1,
                ..area
            },
        );
    }
    let Some(words) = offered(room, sitting) else {
        return;
    };
    let g = out.look().glyphs;
    let note = if sentences(sitting, room.row.at).len() > 1 {
        format!("{}{} another", g.arrows[2], g.arrows[3])
    } else {
        String::new()
    };
    let used = out.put_right(area.right(), area.y, &note, 14, Role::Dim);
    out.put(
        area.x,
        area.y,
        "The nearest sentence of your answer",
        area.width.saturating_sub(used + 2),
        Role::Dim,
    );
    let text = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    prose::draw(out, text, &format!("\"{words}\""), Role::Ink);
}

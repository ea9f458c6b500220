//! Rating, step 1: what was said, each with words of the answer as proof; then the red flags.

use ratatui::layout::Rect;

use super::marks::List;
use super::{Room, Shown, anchors, opened};
use crate::desk::Desk;
use crate::domain::practice::proof;
use crate::domain::practice::record::{Input, Mark};
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::domain::text::number;
use crate::keys::Command;
use crate::look::Role;
use crate::panes::step_of;
use crate::widgets::editor::Editor;
use crate::widgets::{Canvas, prose};

/// What redoing is answered with: every mark is a key away.
pub const AGAIN: &str = "What was taken back is set again as it was set before.";

/// Rows: the points, then the flags.
fn rows(sitting: &Sitting) -> (usize, usize) {
    (sitting.points().len(), sitting.flags().len())
}

/// What can be the proof of a point: the sentences of the answer, the nearest first; none at all before them where none
/// is sure, and where it was spoken: notes are not what was said.
fn choices(sitting: &Sitting, point: usize) -> Vec<Option<String>> {
    let points = sitting.points();
    let text = points.get(point).map_or("", |p| p.text);
    let said = sitting.said();
    let sure = proof::fitting(text, &said).filter(|_| !is_spoken(sitting));
    let none = sure.is_none().then_some(None);
    let all = proof::nearest(text, &said).into_iter();
    none.into_iter()
        .chain(all.map(|s| Some(s.to_owned())))
        .collect()
}

fn is_spoken(sitting: &Sitting) -> bool {
    let answer = sitting.answer();
    answer.is_some_and(|a| a.input == Input::Aloud)
}

/// The sentence that is chosen as the proof of a point.
fn chosen(room: &Room, sitting: &Sitting) -> Option<String> {
    choices(sitting, room.row.at)
        .into_iter()
        .nth(room.sentence)
        .flatten()
}

impl Room {
    /// Takes the last step of the rating back.
    pub(super) fn takes_back(&mut self, desk: &mut Desk<'_>) {
        let before = super::sitting(desk.model).map(Sitting::phase);
        if !self.rate(desk, Sitting::undo_rating) {
            return desk.say("Nothing of this rating is left to take back.");
        }
        self.anchor.at = anchors::picked(desk);
        let words = match (before, super::sitting(desk.model).map(Sitting::phase)) {
            (Some(Phase::After), _) => "Back at the last description. Enter goes on from here.",
            (Some(before), Some(now)) if before == now => "Taken back.",
            _ => "One step back.",
        };
        desk.say(words);
    }

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
        if room.shown != Shown::Nothing {
            return opened::scroll(room, step, desk);
        }
        room.row.step(step, points + flags);
        room.sentence = 0;
        return;
    }
    match command {
        Command::Tick => tick(room, points, desk),
        Command::Left | Command::Right if room.row.at < points => {
            let count = choices(sitting, room.row.at).len().max(1);
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
        Command::View => {
            room.shown.toggle(Shown::Answer);
            room.scroll = 0;
        }
        Command::Main => {
            room.fresh(desk.now);
            if room.rate(desk, Sitting::next)
                && super::sitting(desk.model).is_some_and(|s| s.phase() == Phase::Flags)
            {
                room.rate(desk, Sitting::next);
            }
        }
        Command::Undo => room.takes_back(desk),
        Command::Redo => desk.say(AGAIN),
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
    let words = words.or_else(|| chosen(room, sitting));
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
    let words = chosen(room, sitting);
    room.rate(desk, |s, _| s.mark_point(at, mark, words.as_deref()));
}

/// What the line of words says.
pub fn status(sitting: &Sitting) -> String {
    let points = sitting.points();
    let count = |mark| points.iter().filter(|p| p.mark == mark).count();
    // A whole mock has just ended: that is said before anything is rated.
    if let Some((1, of)) = sitting.rating_place().filter(|(_, of)| *of > 2)
        && points.iter().all(|p| p.mark == Mark::Missed)
    {
        let minutes = number(of * 3 / 2);
        return format!("It is over. Rating takes about {minutes} minutes. Esc: it can wait.");
    }
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

/// Draws the step: as much of the question as there is room for, the rows, which scroll where they are too many, and
/// the sentence that proves the marked one.
pub fn draw(room: &Room, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let asked = prose::wrap(sitting.prompt().map_or("", |p| p.text), area.width);
    let (list, head) = lay_out(room, sitting, &asked, area);
    let question = Rect {
        height: head,
        ..area
    };
    let role = if list.gaps { Role::Ink } else { Role::Mark };
    prose::draw_lines(out, question, &asked, role);
    let y = area.y + head + u16::from(list.gaps);
    let free = area.bottom().saturating_sub(y);
    let sentence = sentence_rows(room, sitting, &list, area.width, free);
    let rows = Rect {
        y,
        height: free.saturating_sub(sentence),
        ..area
    };
    list.draw(rows, out);
    let below = Rect {
        y: rows.bottom(),
        height: sentence,
        ..area
    };
    if sentence > 0 {
        draw_sentence(room, sitting, below, out);
    }
}

/// The rows with the most air for which there is room, and how many lines of the question stand above them: all of
/// it, or one where even close together not everything has a place.
fn lay_out(room: &Room, sitting: &Sitting, asked: &[String], area: Rect) -> (List, u16) {
    let whole = u16::try_from(asked.len()).unwrap_or(u16::MAX);
    for gaps in [true, false] {
        let list = List::of(sitting, room.row.at, area.width, gaps);
        let lines = u16::try_from(list.lines.len()).unwrap_or(u16::MAX);
        let needed = lines
            .saturating_add(whole)
            .saturating_add(u16::from(gaps) + SENTENCE);
        if needed <= area.height {
            return (list, whole);
        }
    }
    (List::of(sitting, room.row.at, area.width, false), 1)
}

/// Lines that a sentence takes at least, with what stands above it.
const SENTENCE: u16 = 2;

/// Lines below the rows for the sentence that is offered as a proof, or for words of one's own; a flag has none.
fn sentence_rows(room: &Room, sitting: &Sitting, list: &List, width: u16, free: u16) -> u16 {
    if room.line.is_some() {
        return SENTENCE.min(free);
    }
    if room.row.at >= rows(sitting).0
        || choices(sitting, room.row.at).len() < 2 && offered(room, sitting).is_none()
    {
        return 0;
    }
    let wanted = offered(room, sitting).map_or(1, |words| {
        let lines = prose::wrap(&format!("\"{words}\""), width).len();
        1 + u16::try_from(lines).unwrap_or(u16::MAX).clamp(1, 3)
    });
    let taken = |n: usize| free.saturating_sub(u16::try_from(n).unwrap_or(u16::MAX));
    // Where not all rows are seen anyway, the marked one and one line of the sentence are what counts.
    match taken(list.lines.len()) {
        left if left >= SENTENCE => wanted.min(left),
        _ if taken(list.marked.len()) >= SENTENCE => SENTENCE,
        _ => 0,
    }
}

/// The words that prove the marked point: those kept with it, else the sentence that is shown.
fn offered(room: &Room, sitting: &Sitting) -> Option<String> {
    let points = sitting.points();
    let kept = points.get(room.row.at).and_then(|p| p.proof);
    kept.map(str::to_owned).or_else(|| chosen(room, sitting))
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
    let g = out.look().glyphs;
    let words = offered(room, sitting);
    let (label, note) = match (is_spoken(sitting), words.is_some()) {
        (false, true) => ("The nearest sentence of your answer", "another"),
        (false, false) => ("No sentence of your answer is near it.", "choose one"),
        (true, true) => ("From your notes", "another"),
        (true, false) => ("You spoke. Your notes may hold a proof.", "choose one"),
    };
    let note = if choices(sitting, room.row.at).len() > 1 {
        format!("{}{} {note}", g.arrows[2], g.arrows[3])
    } else {
        String::new()
    };
    let used = out.put_right(area.right(), area.y, &note, 14, Role::Dim);
    out.put(
        area.x,
        area.y,
        label,
        area.width.saturating_sub(used + 2),
        Role::Dim,
    );
    let text = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    if let Some(words) = words {
        prose::draw(out, text, &format!("\"{words}\""), Role::Ink);
    }
}

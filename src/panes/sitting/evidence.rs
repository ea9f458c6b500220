//! Rating, step 1: what was said, each with words of the answer as proof; then the red flags.

use ratatui::layout::Rect;

use super::above::setup_role;
use super::marks::{Air, LINES, List, NARROW};
use super::{Room, Shown, anchors, opened, slipped, voice};
use crate::desk::{Desk, Model, View};
use crate::domain::practice::record::{Input, Mark};
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::domain::practice::{proof, rate};
use crate::domain::text::number;
use crate::keys::{Command, Context, pair};
use crate::look::Role;
use crate::panes::step_of;
use crate::widgets::canvas::cells;
use crate::widgets::editor::Editor;
use crate::widgets::{Canvas, prose};

/// Rows: the points, then the flags.
fn rows(sitting: &Sitting) -> (usize, usize) {
    (sitting.points().len(), sitting.flags().len())
}

/// The words of one's own that prove a point: those just written, or those kept with it.
fn own(room: &Room, sitting: &Sitting, point: usize) -> Option<String> {
    let said = sitting.said();
    let sentences = proof::sentences(&said);
    let points = sitting.points();
    let kept = points.get(point).and_then(|p| p.proof);
    let kept = kept.filter(|words| !sentences.contains(words));
    kept.map(str::to_owned)
        .or_else(|| room.own.get(&point).cloned())
}

fn is_spoken(sitting: &Sitting) -> bool {
    let answer = sitting.answer();
    answer.is_some_and(|a| a.input == Input::Aloud)
}

/// What can be the proof of a point: words of one's own, then the sentences of the answer, the nearest first; none at
/// all before them where none is sure, and where it was spoken: notes are not what was said.
fn choices(room: &Room, sitting: &Sitting, point: usize) -> Vec<Option<String>> {
    let points = sitting.points();
    let text = points.get(point).map_or("", |p| p.text);
    let said = sitting.said();
    let own = own(room, sitting, point);
    let sure = proof::fitting(text, &said).filter(|_| !is_spoken(sitting));
    let none = own.is_none() && sure.is_none();
    let all = proof::nearest(text, &said).into_iter();
    own.map(Some)
        .into_iter()
        .chain(none.then_some(None))
        .chain(all.map(|s| Some(s.to_owned())))
        .collect()
}

/// Which of them stands below the rows: the one kept with the point, else the one that was gone to.
fn at_choice(room: &Room, sitting: &Sitting, choices: &[Option<String>]) -> usize {
    let points = sitting.points();
    let kept = points.get(room.row.at).and_then(|p| p.proof);
    let is_kept = |choice: &Option<String>| choice.as_deref() == kept;
    let kept = kept.and_then(|_| choices.iter().position(is_kept));
    kept.unwrap_or(room.sentence)
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
    let none_said = std::mem::take(&mut room.none_said);
    if let Some(step) = step_of(command) {
        room.row.step(step, points + flags);
        room.sentence = 0;
        return;
    }
    match command {
        Command::Tick => tick(room, points, desk),
        Command::Left | Command::Right if room.row.at < points => {
            let choices = choices(room, sitting, room.row.at);
            let count = choices.len().max(1);
            let by = if command == Command::Left {
                count - 1
            } else {
                1
            };
            room.sentence = (at_choice(room, sitting, &choices) + by) % count;
            let words = choices.into_iter().nth(room.sentence).flatten();
            retake(room, words.as_deref(), desk);
        }
        Command::Edit if room.row.at < points => {
            let words = own(room, sitting, room.row.at).unwrap_or_default();
            room.line = Some(Editor::single(&words));
        }
        Command::Edit => desk.say("A red flag needs no proof. Space says that it happened."),
        Command::View => {
            room.shown = Shown::Answer;
            room.scroll = 0;
        }
        Command::Main if !none_said && is_bare(sitting) => room.none_said = true,
        Command::Main => {
            room.fresh(desk.now);
            if room.rate(desk, Sitting::next)
                && super::sitting(desk.model).is_some_and(|s| s.phase() == Phase::Flags)
            {
                room.rate(desk, Sitting::next);
            }
        }
        Command::Describe if room.rate(desk, Sitting::describe) => room.fresh(desk.now),
        Command::Undo => room.takes_back(desk),
        Command::Redo => desk.say(super::AGAIN),
        Command::Back | Command::Close => room.pause(desk),
        _ => {}
    }
}

/// Whether nothing at all is ticked, though there are points.
fn is_bare(sitting: &Sitting) -> bool {
    let points = sitting.points();
    let missed = points.iter().all(|p| p.mark == Mark::Missed);
    !points.is_empty() && missed && !sitting.flags().iter().any(|f| f.seen)
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
            (Some(Phase::After), Some(Phase::Flags)) => "Back at the points. Enter goes on.",
            (Some(Phase::After), _) => "Back at the last description. Enter goes on from here.",
            (Some(before), Some(now)) if before == now => "Taken back.",
            _ => "One step back.",
        };
        desk.say(words);
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
        room.own.insert(at, words);
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
    let words = offered(room, sitting);
    room.rate(desk, |s, _| s.mark_point(at, mark, words.as_deref()));
}

/// Another sentence becomes the proof of a point that is marked already, or was.
fn retake(room: &mut Room, words: Option<&str>, desk: &mut Desk<'_>) {
    let at = room.row.at;
    let points = super::sitting(desk.model).map(Sitting::points);
    let point = points.as_ref().and_then(|points| points.get(at));
    let marked = point.filter(|p| p.mark != Mark::Missed || p.proof.is_some());
    if let Some(mark) = marked.map(|p| p.mark) {
        room.rate(desk, |s, _| s.mark_point(at, mark, words));
    }
}

/// What the line of words says.
pub fn status(room: &Room, sitting: &Sitting, view: &View<'_>) -> String {
    if room.none_said {
        let key = |command| view.key(Context::Evidence, command);
        let (tick, enter) = (key(Command::Tick), key(Command::Main));
        return format!(
            "Did you say none of these? {tick} ticks one; {enter} again goes on without."
        );
    }
    let points = sitting.points();
    let count = |mark| points.iter().filter(|p| p.mark == mark).count();
    // A whole mock has just ended: that is said before anything is rated.
    if let Some((1, of)) = sitting.rating_place().filter(|(_, of)| *of > 2)
        && points.iter().all(|p| p.mark == Mark::Missed)
    {
        let minutes = number(rate::minutes(of, sitting.rates_by_points()));
        return format!("It is over. Rating takes about {minutes} minutes. Esc: it can wait.");
    }
    let unmarked = points.iter().all(|p| p.mark == Mark::Missed);
    if unmarked && is_spoken(sitting) && voice::to_hear(sitting).is_some() {
        let key = |command| view.key(Context::Evidence, command);
        let (play, tick) = (key(Command::Play), key(Command::Tick));
        return format!(
            "Hear yourself first: {play} plays what you said. {tick} ticks what is there."
        );
    }
    let more = if sitting.rating_place().is_some_and(|(_, of)| of > 2) {
        "Esc: the rest can wait.".to_owned()
    } else if offered(room, sitting).is_some() {
        "A tick takes the sentence shown as its proof.".to_owned()
    } else {
        let key = |command| view.key(Context::Evidence, command);
        let tick = key(Command::Tick);
        match choices(room, sitting, room.row.at).len() {
            0 | 1 => format!("{tick} ticks."),
            _ => {
                let arrows = pair(&key(Command::Left), &key(Command::Right));
                format!("{tick} ticks. {arrows} choose a sentence as proof.")
            }
        }
    };
    format!(
        "{} said, {} half, {} not said. {more}",
        count(Mark::Hit),
        count(Mark::Half),
        count(Mark::Missed)
    )
}

/// Draws the step: as much of the question as there is room for, the rows, which scroll where they are too many, and
/// the sentence that proves the marked one. Beside it, where there is room, the whole answer.
pub fn draw(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let area = opened::draw_beside(view.model, sitting, area, out);
    let area = opened::from_row_above(area);
    let area = slipped::draw(room, view.model, sitting, area, out);
    let asked = sitting.prompt().map_or("", |p| p.text);
    let asked = prose::wrap(&view.model.hide(asked), area.width);
    let setup = view.model.setup_of(sitting);
    let told = prose::wrap(&setup, area.width);
    let (list, [told_rows, head]) = lay_out(room, sitting, [&told, &asked], area);
    let rect = |y, height| Rect { y, height, ..area };
    prose::draw_lines(out, rect(area.y, told_rows), &told, setup_role(&setup));
    prose::draw_lines(out, rect(area.y + told_rows, head), &asked, Role::Strong);
    let y = area.y + told_rows + head + u16::from(list.air != Air::Tight);
    let free = area.bottom().saturating_sub(y);
    let sentence = sentence_rows(room, (view.model, sitting), &list, area.width, free);
    let rows = Rect {
        y,
        height: free.saturating_sub(sentence),
        ..area
    };
    list.draw(rows, room.line.is_none(), out);
    // Near what it proves, not at the foot of a tall screen.
    let lines = u16::try_from(list.lines.len()).unwrap_or(u16::MAX);
    let below = Rect {
        y: rows
            .bottom()
            .min(rows.y.saturating_add(lines).saturating_add(2)),
        height: sentence,
        ..area
    };
    if sentence > 0 {
        draw_sentence(room, (view.model, sitting), below, out);
    }
}

/// The rows with the most air for which there is room, and how many lines of the situation and of the question stand
/// above them: all of both, or one of the question where even close together not everything has a place.
fn lay_out(room: &Room, sitting: &Sitting, above: [&[String]; 2], area: Rect) -> (List, [u16; 2]) {
    let [told, asked] = above.map(|lines| u16::try_from(lines.len()).unwrap_or(u16::MAX));
    for (air, told) in [
        (Air::Roomy, told),
        (Air::Above, told),
        (Air::Tight, told),
        (Air::Tight, told.min(1)),
    ] {
        let list = List::of(sitting, room.row.at, area.width, air);
        if list.needed([told, asked], area.width) <= area.height {
            return (list, [told, asked]);
        }
    }
    let list = List::of(sitting, room.row.at, area.width, Air::Tight);
    (list, [0, 1])
}

/// Lines below the rows for the sentence that is offered as a proof, or for words of one's own; a flag has none. The
/// marked row is whole before the sentence is.
fn sentence_rows(
    room: &Room,
    (model, sitting): (&Model, &Sitting),
    list: &List,
    width: u16,
    free: u16,
) -> u16 {
    let offered = offered(room, sitting);
    let nothing = offered.is_none() && choices(room, sitting, room.row.at).len() < 2;
    if room.line.is_none() && (room.row.at >= rows(sitting).0 || nothing) {
        return 0;
    }
    let lines = match (&room.line, offered) {
        (Some(_), _) => usize::from(LINES - 1),
        (None, Some(words)) => prose::wrap(&quoted(&model.hide(&words)), width).len(),
        (None, None) => 0,
    };
    let wanted = 1 + u16::try_from(lines).unwrap_or(u16::MAX).min(LINES);
    let marked = u16::try_from(list.marked.len()).unwrap_or(u16::MAX);
    wanted.min(free.saturating_sub(marked).max(1))
}

/// The words that prove the marked point: those kept with it, else what is chosen.
fn offered(room: &Room, sitting: &Sitting) -> Option<String> {
    let choices = choices(room, sitting, room.row.at);
    let at = at_choice(room, sitting, &choices);
    choices.into_iter().nth(at).flatten()
}

fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}

fn draw_sentence(
    room: &Room,
    (model, sitting): (&Model, &Sitting),
    area: Rect,
    out: &mut Canvas<'_>,
) {
    let text = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    if let Some(line) = &room.line {
        let ask = "In your own words, what proves it?";
        out.put(area.x, area.y, ask, area.width, Role::Dim);
        return line.draw(out, text, true);
    }
    let words = offered(room, sitting);
    let lines = words.as_deref().map(|words| quoted(&model.hide(words)));
    let lines = lines.map_or_else(Vec::new, |words| prose::wrap(&words, area.width));
    // Where not all has room, what is read is the sentence, not what it is called.
    if lines.len() > usize::from(text.height) && text.height < LINES - 1 {
        prose::draw_lines(out, area, &lines, Role::Ink);
        return;
    }
    let arrows = out.look().glyphs.left_right();
    let own = own(room, sitting, room.row.at);
    let (label, note) = match &words {
        None if is_spoken(sitting) => ("You spoke. Your notes may hold a proof.", "choose one"),
        None if area.width < NARROW => ("No sentence is near.", "choose one"),
        None => ("None of your sentences was matched.", "choose one"),
        words if *words == own => ("In your own words", "another"),
        Some(_) if is_spoken(sitting) => ("From your notes", "another"),
        Some(_) if area.width < NARROW => ("The nearest sentence", "another"),
        Some(_) => ("The nearest sentence of your answer", "another"),
    };
    let note = if choices(room, sitting, room.row.at).len() > 1 {
        format!("{arrows} {note}")
    } else {
        String::new()
    };
    let used = out.put_right(area.right(), area.y, &note, cells(&note), Role::Dim);
    let width = area.width.saturating_sub(used + 2);
    out.put(area.x, area.y, label, width, Role::Dim);
    prose::draw_lines(out, text, &lines, Role::Ink);
}

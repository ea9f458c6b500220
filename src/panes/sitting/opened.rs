//! What lies open over a step of the rating: the question with the answer, or what a strong answer has. It scrolls.

use ratatui::layout::Rect;

use super::{Room, Shown, sitting, storing, whole};
use crate::desk::{Desk, Model, View};
use crate::domain::practice::record::Input;
use crate::domain::practice::sitting::{After, Sitting};
use crate::domain::practice::talk_through::shown;
use crate::keys::Command;
use crate::look::Role;
use crate::panes::{handbook, inside, own_words, pair, step_of, text_height, text_width, words};
use crate::widgets::list::Step;
use crate::widgets::{Canvas, prose};

/// From this row on a step has a free row above it.
const ROOM_ABOVE: u16 = 3;

/// Why nothing is handed in yet.
pub const LATER: &str = "Answers are handed in from the result, once it is over.";

/// Runs a command on the page: it scrolls or leads back; nothing behind it changes.
pub fn command(room: &mut Room, command: Command, desk: &mut Desk<'_>) {
    match command {
        Command::Main
        | Command::Back
        | Command::Close
        | Command::View
        | Command::Show
        | Command::OpenLink => {
            room.shown = Shown::Nothing;
        }
        Command::KeepStory => storing::open(desk),
        other => {
            if let Some(step) = step_of(other) {
                scroll(room, step, desk);
            }
        }
    }
}

fn scroll(room: &mut Room, step: Step, desk: &Desk<'_>) {
    let (width, height) = (text_width(desk.screen), text_height(desk));
    let count = |s| lines(room.shown, desk.model, s, width).len();
    let count = sitting(desk.model).map_or(0, count);
    whole::scroll(room, step, count, height);
}

/// What the line of words says.
pub fn status() -> String {
    "Enter leads back; nothing is changed here.".to_owned()
}

/// Draws the page in place of the step.
pub fn draw(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let lines = lines(room.shown, view.model, sitting, area.width);
    prose::draw_page(out, area, &lines, room.scroll);
}

fn lines(open: Shown, model: &Model, sitting: &Sitting, width: u16) -> Vec<(String, Role)> {
    let after = sitting.after();
    match (open, after) {
        (Shown::Strong, Some(after)) => wrapped(inside::lines(model, after.question, true), width),
        (Shown::Shape, Some(after)) => {
            let page = handbook::shape_page(&model.library, &after.question.framework);
            wrapped(page, width)
        }
        (_, after) => question(model, sitting, after.as_ref(), width),
    }
}

/// The question and the answer, which is looked for first; then what was told before and on the way.
fn question(
    model: &Model,
    sitting: &Sitting,
    after: Option<&After<'_>>,
    width: u16,
) -> Vec<(String, Role)> {
    let mut lines: Vec<(String, Role)> = Vec::new();
    let prompt = sitting.prompt();
    let asked = prompt.as_ref().map_or("", |p| p.text);
    let line = |text: &str, role| {
        let wrapped = prose::wrap(&model.hide(text), width).into_iter();
        wrapped.map(move |l| (l, role))
    };
    lines.extend(line(asked, Role::Strong));
    lines.extend([(String::new(), Role::Ink)]);
    lines.extend(line(&heading(sitting), Role::Dim));
    match after {
        Some(after) => lines.extend(own(model, after, width)),
        None => lines.extend(said(model, &sitting.said_words(), width)),
    }
    let told = sitting
        .told()
        .map(|(name, reply)| format!("They said, {}: {reply}", shown(name)));
    let setup = std::iter::once(model.setup_of(sitting).into_owned());
    let before: Vec<String> = setup.chain(told).filter(|t| !t.is_empty()).collect();
    if !before.is_empty() {
        lines.extend([(String::new(), Role::Ink)]);
        lines.extend(line("What you were told", Role::Dim));
    }
    for text in before {
        lines.extend(line(&text, Role::Ink));
    }
    let own = prompt.map_or_else(Vec::new, |p| own_words::about(model, p.id));
    if !own.is_empty() {
        lines.extend([(String::new(), Role::Ink)]);
        lines.extend(line(own_words::HEADING, Role::Dim));
    }
    for text in own {
        lines.extend(line(&text, Role::Ink));
    }
    lines
}

fn said(model: &Model, text: &str, width: u16) -> impl Iterator<Item = (String, Role)> + use<> {
    let lines = prose::wrap(&model.hide(text), width).into_iter();
    lines.map(|l| (l, Role::Ink))
}

/// Draws what a step of the rating is about: the question in the free row above it, and beside it the answer. Returns
/// the column of the step.
pub fn draw_around(model: &Model, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) -> Rect {
    let step = draw_beside(model, sitting, area, out);
    let asked = sitting.prompt().map_or("", |p| p.text);
    if from_row_above(area).y < area.y {
        let right = pair(area).1.unwrap_or(step).right();
        out.put(
            step.x,
            area.y - 1,
            &model.hide(asked),
            right - step.x,
            Role::Ink,
        );
    }
    step
}

/// The area with the free row above it, where there is one: the question stands there in every step.
pub fn from_row_above(area: Rect) -> Rect {
    let above = u16::from(area.y >= ROOM_ABOVE);
    Rect {
        y: area.y - above,
        height: area.height + above,
        ..area
    }
}

/// The answer that is rated, in a column of its own; above it, once it is rated, how a strong one can sound. What has no
/// room is on the page of the question. Returns the column of the step.
pub fn draw_beside(model: &Model, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) -> Rect {
    let (step, beside) = pair(area);
    let Some(area) = beside else { return step };
    let after = sitting.after();
    let mut lines = Vec::new();
    if let Some(after) = &after {
        let example = inside::example(&model.library, after.question);
        if !example.is_empty() {
            lines.push((inside::EXAMPLE.to_owned(), Role::Dim));
            lines.extend(wrapped(vec![(example, Role::Ink)], area.width));
            lines.push((String::new(), Role::Ink));
        }
    }
    lines.push((heading(sitting), Role::Dim));
    match &after {
        Some(after) => lines.extend(own(model, after, area.width)),
        None => lines.extend(said(model, &sitting.said_words(), area.width)),
    }
    let room = usize::from(area.height);
    let cut = lines.len() > room;
    for (n, (y, (line, role))) in (area.y..area.bottom()).zip(&lines).enumerate() {
        let sign = out.look().glyphs.cut;
        let last = cut && n + 1 == room;
        let line = if last { sign } else { line };
        out.put(area.x, y, line, area.width, *role);
    }
    step
}

/// What was written down of an answer: all of a typed one, of a spoken one the notes.
fn heading(sitting: &Sitting) -> String {
    let Some(answer) = sitting.answer() else {
        return "Your answer".to_owned();
    };
    let count = words::count(answer.words as usize, "word", "words");
    match answer.input {
        Input::Aloud => "Your notes".to_owned(),
        Input::Typed => format!("Your answer, {count}"),
    }
}

/// Paragraphs as lines.
fn wrapped(paragraphs: Vec<(String, Role)>, width: u16) -> Vec<(String, Role)> {
    let mut out = Vec::new();
    for (words, role) in paragraphs {
        match words.as_str() {
            "" => out.push((words, role)),
            words => out.extend(prose::wrap(words, width).into_iter().map(|l| (l, role))),
        }
    }
    out
}

/// The answer, what was said to follow-ups, and the second tries.
fn own(model: &Model, after: &After<'_>, width: u16) -> Vec<(String, Role)> {
    let mut out: Vec<(String, Role)> = said(model, after.answer.told_words(), width).collect();
    let mut part = |heading: &str, text: &str| {
        out.push((String::new(), Role::Ink));
        let heading = prose::wrap(&model.hide(heading), width);
        out.extend(heading.into_iter().map(|l| (l, Role::Dim)));
        out.extend(said(model, text, width));
    };
    for more in after.more {
        let asked = more.extra.as_ref().map_or("", |e| e.asked.as_str());
        part(&format!("They went on: {asked}"), more.told_words());
    }
    for retry in after.retries {
        let place = retry.for_point.map(|n| usize::from(n).saturating_sub(1));
        let point = place.and_then(|n| after.question.strong.get(n));
        let heading = point.map_or_else(
            || "Your second try".to_owned(),
            |p| format!("Your second try, at the point \"{}\"", p.text),
        );
        part(&heading, retry.told_words());
    }
    out
}

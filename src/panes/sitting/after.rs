//! Rating, step 3: the word with its reason, one next step, and only now what a strong answer has.

use std::time::Duration;

use ratatui::layout::Rect;

use super::AGAIN;
use super::{Room, Shown, opened, result, storing, voice, whole};
use crate::desk::{Desk, Model, View};
use crate::domain::level::Level;
use crate::domain::library::Group;
use crate::domain::practice::sitting::{After, Phase, Refusal, Sitting, Step as MachineStep};
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::{Reason, handbook, pair_width, step_of, text_height};
use crate::widgets::editor::Editor;
use crate::widgets::list::Step;
use crate::widgets::{Canvas, roll};

/// An Enter within this time after the result came up was meant for the screen before.
const SETTLE: Duration = Duration::from_millis(400);

/// Runs a command of this step.
pub fn command(room: &mut Room, command: Command, desk: &mut Desk<'_>) {
    if let Some(line) = &mut room.line {
        match command {
            Command::Save | Command::Back => {
                let text = line.text().trim().to_owned();
                room.line = None;
                room.act(desk, |s, now| s.note(&text, now));
            }
            other => {
                line.command(other, 60);
            }
        }
        return;
    }
    match command {
        // The result is what it was all for: an Enter meant for the last anchor does not pass it over.
        Command::Main if desk.now.mono.since(room.since) < SETTLE => {}
        Command::Main => {
            if room.act(desk, Sitting::next) {
                room.fresh(desk.now);
                start_if_straight(room, desk);
            }
        }
        Command::Retry => on(room, desk, Sitting::retry_point),
        Command::RateAnew => on(room, desk, Sitting::rate_anew),
        Command::Describe => on(room, desk, Sitting::describe),
        Command::KeepStory => storing::open(desk),
        Command::FollowUp => on(room, desk, Sitting::answer_follow_up),
        Command::Tick => hear_again(room, desk),
        Command::Show => {
            room.shown = Shown::Strong;
            room.scroll = 0;
        }
        Command::OpenLink => {
            room.shown = Shown::Shape;
            room.scroll = 0;
        }
        Command::View => {
            room.shown = Shown::Answer;
            room.scroll = 0;
        }
        Command::Edit => {
            let note = super::sitting(desk.model)
                .and_then(Sitting::after)
                .map_or_else(String::new, |a| a.rating.note.clone());
            room.line = Some(Editor::single(&note));
        }
        Command::Left => step_level(room, -1, desk),
        Command::Right => step_level(room, 1, desk),
        Command::Undo => room.takes_back(desk),
        Command::Redo => desk.say(AGAIN),
        Command::Back | Command::Close => room.pause(desk),
        other => {
            if let Some(step) = step_of(other) {
                scroll(room, step, desk);
            }
        }
    }
}

/// Goes from the result to what is done about it.
fn on(
    room: &mut Room,
    desk: &mut Desk<'_>,
    command: impl FnOnce(&mut Sitting, Now) -> MachineStep,
) {
    if room.act(desk, command) {
        room.fresh(desk.now);
    }
}

/// Why no shape opens; `None` where the question names one, and at any other step.
pub fn shapeless(sitting: &Sitting, model: &Model) -> Option<Reason> {
    let after = sitting
        .after()
        .filter(|_| sitting.phase() == Phase::After)?;
    let none = handbook::shape(&model.library, &after.question.framework).is_none();
    none.then(|| handbook::NO_SHAPE.to_owned())
}

/// Why nothing can be said of a point; `None` where one was tried again, and at any other step.
pub fn untried(sitting: &Sitting) -> Option<Reason> {
    let after = sitting
        .after()
        .filter(|_| sitting.phase() == Phase::After)?;
    let none = after.tried.is_none();
    none.then(|| "Try the point again first; then say whether it is said now.".to_owned())
}

/// Why no second try is rated; `None` where there is one, and at any other step.
pub fn not_again(sitting: &Sitting) -> Option<Reason> {
    let after = sitting
        .after()
        .filter(|_| sitting.phase() == Phase::After)?;
    let none = after.retries.is_empty();
    none.then(|| Refusal::NotTried.sentence().to_owned())
}

/// Why no follow-up is answered; `None` where one is named, and at any other step.
pub fn unasked(sitting: &Sitting) -> Option<Reason> {
    let after = sitting
        .after()
        .filter(|_| sitting.phase() == Phase::After)?;
    let none = after.probe.is_none();
    none.then(|| Refusal::NothingAsked.sentence().to_owned())
}

/// Why nothing is described; `None` where the points alone were rated, and at any other step.
pub fn described(sitting: &Sitting) -> Option<Reason> {
    let after = sitting
        .after()
        .filter(|_| sitting.phase() == Phase::After)?;
    let all = !after.is_by_points();
    all.then(|| Refusal::Described.sentence().to_owned())
}

/// Says that the point of the second try is said now, or takes that back.
fn hear_again(room: &mut Room, desk: &mut Desk<'_>) {
    let after = super::sitting(desk.model).and_then(Sitting::after);
    let said = after.and_then(|a| a.tried?.now) == Some(true);
    room.act(desk, |s, now| s.hear_again(!said, now));
}

/// The user may count an answer lower than the table does, never higher, and take that back.
fn step_level(room: &mut Room, by: isize, desk: &mut Desk<'_>) {
    let level = super::sitting(desk.model)
        .and_then(Sitting::after)
        .map(|a| a.level());
    let next = level.and_then(|l| Level::ALL.get(l.step().checked_add_signed(by)?));
    let moved = next.is_some_and(|next| room.act(desk, |s, now| s.lower_level(*next, now)));
    if !moved {
        let words = if by < 0 {
            "Not yet is the lowest word."
        } else {
            "No higher than what you ticked and chose. u goes back to the last description."
        };
        desk.say(words);
    }
}

/// In a short mock the next answer starts at once.
fn start_if_straight(room: &mut Room, desk: &mut Desk<'_>) {
    let ready = super::sitting(desk.model).is_some_and(|s| s.phase() == Phase::Ready);
    // Where it is read aloud, the clock begins when it has been read.
    if desk.model.practice.straight && ready && !voice::reads(desk.model) {
        room.act(desk, Sitting::start_answer);
    }
}

/// Scrolls the result.
fn scroll(room: &mut Room, step: Step, desk: &Desk<'_>) {
    let (width, height) = (pair_width(desk.screen), page_height(text_height(desk)));
    let after = super::sitting(desk.model).and_then(Sitting::after);
    let lines = after.map_or(0, |after| {
        let shape = handbook::shape(&desk.model.library, &after.question.framework);
        let keys = result::Keys {
            shape: shape.as_deref(),
            heard: &desk.model.voice.delivery(after.answer),
            ..result::Keys::default()
        };
        result::lines(&after, keys, width, height).len()
    });
    whole::scroll(room, step, lines, height);
}

/// The last row is kept for the line to oneself.
const fn page_height(height: u16) -> u16 {
    height.saturating_sub(1)
}

/// What the line of words says.
pub fn status(room: &Room, view: &View<'_>) -> String {
    if room.line.is_some() {
        return "A line to yourself; it comes back when the question does.".to_owned();
    }
    let [lower, back] = [Command::Left, Command::Undo].map(|c| view.key(Context::After, c));
    let after = super::sitting(view.model).and_then(Sitting::after);
    let may_fall = after.is_some_and(|after| after.rating.level != Level::NotYet);
    let lower = if may_fall {
        format!("{lower} counts it one word lower. ")
    } else {
        String::new()
    };
    let rest = format!("{lower}{back} goes back into the rating.");
    let tells = |s: &Sitting| {
        let after = s.after();
        after.is_some_and(|a| a.question.kind.group() == Group::Story) && !s.said().is_empty()
    };
    if super::sitting(view.model).is_some_and(tells) {
        let keep = view.key(Context::After, Command::KeepStory);
        return format!("{keep} keeps it as a story. {rest}");
    }
    rest
}

/// Draws the step.
pub fn draw(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let Some(after) = sitting.after() else { return };
    let area = opened::draw_around(view.model, sitting, area, out);
    let page = Rect {
        height: page_height(area.height),
        ..area
    };
    let key = |command| view.key(Context::After, command);
    let [retry, tick] = [Command::Retry, Command::Tick].map(key);
    let [follow, describe] = [Command::FollowUp, Command::Describe].map(key);
    let whole = key(Command::RateAnew);
    let open = key(Command::OpenLink);
    let shape = handbook::shape(&view.model.library, &after.question.framework);
    let keys = result::Keys {
        retry: &retry,
        tick: &tick,
        follow: &follow,
        time: &sitting.beside_words(),
        describe: &describe,
        whole: &whole,
        open: &open,
        shape: shape.as_deref(),
        heard: &view.model.voice.delivery(after.answer),
    };
    let lines = result::lines(&after, keys, area.width, page.height);
    let from = room
        .scroll
        .min(lines.len().saturating_sub(usize::from(page.height)));
    // The next step has the focus; where it is scrolled away, the page.
    let seen = || (page.y..page.bottom()).zip(lines.iter().skip(from));
    let mut marked = seen().filter(|(_, line)| line.marked).map(|(y, _)| y);
    let top = marked.next();
    let height = u16::try_from(marked.count() + 1).unwrap_or(1);
    out.focus(page.x, top.unwrap_or(page.y), height);
    for (y, line) in seen() {
        line.draw(
            out,
            Rect {
                y,
                height: 1,
                ..page
            },
        );
    }
    roll::draw_signs(out, page, from, lines.len());
    draw_line(room, &after, area, out);
}

/// Below this width the line that is written has more room than what it is called.
const NARROW: u16 = 60;

fn draw_line(room: &Room, after: &After<'_>, area: Rect, out: &mut Canvas<'_>) {
    let label = if area.width < NARROW {
        "To yourself:  "
    } else {
        "A line to yourself:  "
    };
    let y = area.bottom().saturating_sub(1);
    let used = out.put(area.x, y, label, area.width, Role::Dim);
    let field = Rect {
        x: area.x + used,
        y,
        width: area.width.saturating_sub(used),
        height: 1,
    };
    if let Some(line) = &room.line {
        line.draw_caret(out, field);
    } else {
        let note = if after.rating.note.is_empty() {
            "e writes one"
        } else {
            &after.rating.note
        };
        out.put(field.x, y, note, field.width, Role::Ink);
    }
}

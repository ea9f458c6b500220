//! Before the answer: the question, why it is asked, and how it is expected to go.

use ratatui::layout::Rect;

use crate::desk::View;
use crate::domain::level::Level;
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::history::Fact;
use crate::domain::practice::pick::why_words;
use crate::domain::practice::record::{Input, Planned, Why};
use crate::domain::practice::sitting::Sitting;
use crate::domain::practice::tally;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::told_words::drawn_for;
use crate::panes::words;
use crate::widgets::Canvas;
use crate::widgets::canvas::cells;

use super::answer::ROOMY;
use super::{Room, above, clock, table};

/// The reason for the question in hand, as a sentence: a plain fact of it.
pub fn why(planned: &Planned, sitting: &Sitting, view: &View<'_>) -> String {
    let model = view.model;
    let history = &model.practice.history;
    match &planned.why {
        Why::Weakest(id) => {
            let title = model.library.competency_title(id.as_str());
            let same =
                |fact: &Fact| (fact.shown()).is_some_and(|name| history.text(name) == id.as_str());
            let last = tally::recent(history, view.now.date()).find(|(fact, _)| same(fact));
            match last {
                Some((_, level)) => format!("{title}: {} the last time.", level.word()),
                None => format!("To practice: {}.", title.to_lowercase()),
            }
        }
        Why::Familiar if sitting.position().0 < sitting.position().1 => {
            let last = history.last(planned.question.as_str());
            let why = last.map_or(Why::Drawn, |(level, _)| Why::Due(level));
            why_words(&why, &model.library).sentence
        }
        why @ Why::Story(_) => {
            let words = drawn_for(why, model);
            words.unwrap_or_else(|| why_words(why, &model.library).sentence)
        }
        why if model.names_hidden => why_words(&why.nameless(), &model.library).sentence,
        why => why_words(why, &model.library).sentence,
    }
}

/// Where the next answer is typed a letter begins it; where it is spoken letters are commands.
pub const fn context(sitting: &Sitting) -> Context {
    match sitting.input() {
        Input::Typed => Context::Think,
        Input::Aloud => Context::Ready,
    }
}

/// Why a letter does not begin the answer: where the clock of the format decides. `None` where it does.
pub fn holds_back(sitting: &Sitting) -> Option<&'static str> {
    let hard = sitting.pacing() == Pacing::Hard;
    let ends = sitting.clock().is_some_and(Countdown::is_hard);
    match (hard, ends) {
        (false, _) if sitting.input() == Input::Typed => None,
        (true, true) => {
            Some("The answer starts by itself when thinking time is over; Enter starts it now.")
        }
        _ => Some("Enter starts the answer, and its clock."),
    }
}

/// What the line of words says while notes are made.
pub const NOTED: &str = "Your notes stay in sight while you speak.";

/// What the line of words says.
pub fn status(sitting: &Sitting, view: &View<'_>) -> String {
    if let Some(prep) = clock::long_prep(sitting) {
        let gone = sitting.clock().map_or(0, |c| c.seconds(view.now));
        if gone >= prep {
            let minutes = words::count((prep / 60) as usize, "minute", "minutes");
            return format!("Time to prepare is over ({minutes}). Enter starts.");
        }
        if sitting.thinks_aloud() {
            let notes = view.key(Context::Ready, Command::NextPane);
            return format!("{notes} opens notes; they stay in sight while you speak.");
        }
    }
    let stage = clock::stage_words(sitting, view);
    if !stage.is_empty() && sitting.pacing() != Pacing::Hard {
        return stage;
    }
    if sitting.pacing() == Pacing::Hard {
        return "In this format the answer starts by itself when thinking time is over.".to_owned();
    }
    let typed = sitting.input() == Input::Typed;
    if !sitting.facts().is_empty() {
        let key = view.key(context(sitting), Command::Ask);
        let start = if typed { "Enter, or typing," } else { "Enter" };
        return format!("There are facts for who asks: {key}. {start} starts the answer.");
    }
    let start = if typed {
        "Just type, or press Enter:"
    } else {
        "Enter starts the answer;"
    };
    format!("Take your time. {start} nothing cuts you off.")
}

/// Rows of what is asked beforehand.
const STEP: u16 = 3;

/// The same on a page of this height.
pub const fn least(height: u16) -> u16 {
    if height < ROOMY { STEP - 1 } else { STEP }
}

/// Rows of notes with a gap and their heading.
const NOTES: u16 = 6;

/// Draws the step.
pub fn draw(room: &Room, view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) {
    let noted = sitting.thinks_aloud() && (room.notes_open || !sitting.text().is_empty());
    let least = least(area.height) + if noted { NOTES } else { 0 };
    let y = above::draw(view, sitting, area, least, out).y;
    // Where nothing is rated, nobody is asked for a rating beforehand.
    let row = if sitting.head().warm_up {
        y
    } else {
        draw_expectation(sitting, area, y, out)
    };
    if !room.notes_open {
        out.focus(area.x, row, 1);
    }
    let below = |row: u16| Rect {
        y: row,
        height: area.bottom().saturating_sub(row),
        ..area
    };
    if noted {
        let gap = u16::from(area.height >= ROOMY);
        let head = row + 1 + gap;
        out.put(area.x, head, "Notes", area.width, Role::Dim);
        let text = room.editor.sized(below(head + 1), NOTES - 2);
        return room.editor.draw(out, text, room.notes_open);
    }
    table::draw(view, sitting, below(row + 2), out);
}

/// How it is expected to go, from row `y`; returns the row of the words.
fn draw_expectation(sitting: &Sitting, area: Rect, y: u16, out: &mut Canvas<'_>) -> u16 {
    let narrow = area.width < 60;
    let arrows = out.look().glyphs.left_right();
    let (ask, note) = if narrow {
        let ask = format!("How will it go? {arrows} 1-4 or leave out");
        let fits = cells(&ask) <= area.width;
        let short = || format!("How will it go? {arrows} or 1-4");
        (if fits { ask } else { short() }, String::new())
    } else {
        let note = format!("{arrows} or 1-4; you may leave this out");
        ("How will this go?".to_owned(), note)
    };
    let taken = out.put_right(area.right(), y, &note, area.width * 2 / 3, Role::Dim);
    let kept = if taken > 0 { taken + 2 } else { 0 };
    let width = area.width.saturating_sub(kept);
    out.put(area.x, y, &ask, width, Role::Ink);
    let row = (y + 2).min(area.bottom().saturating_sub(1));
    let mut x = area.x;
    // Where there is little room the question has told the numbers.
    let gap = if narrow { 1 } else { 4 };
    for (level, key) in Level::ALL.into_iter().zip(1..) {
        let word = if narrow {
            level.word().to_owned()
        } else {
            format!("{key} {}", level.word())
        };
        let (text, role) = if sitting.expected() == Some(level) {
            (format!("[{word}]"), Role::Mark)
        } else {
            (format!(" {word} "), Role::Ink)
        };
        x += out.put(x, row, &text, area.right().saturating_sub(x), role) + gap;
    }
    row
}

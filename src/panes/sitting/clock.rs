//! The clock in words, and as a line under the title.

use ratatui::layout::Rect;

use crate::domain::practice::clock::{Edge, Pacing};
use crate::domain::practice::record::{Block, EventKind, Input};
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::domain::time::{Now, clock_text};
use crate::widgets::{Canvas, timeline};

fn text(seconds: u32) -> String {
    clock_text(u64::from(seconds))
}

/// What stands at the right of the title.
pub fn head_words(sitting: &Sitting, now: Now) -> String {
    let pacing = sitting.head().pacing;
    match sitting.phase() {
        Phase::Ready => thinking(sitting, now),
        Phase::Answering | Phase::Retry => match (sitting.span(), sitting.edge(now)) {
            (Some(span), _) if pacing == Pacing::Hard => {
                let gone = sitting.clock().map_or(0, |c| c.seconds(now));
                format!("{} of {}", text(gone), text(span.max))
            }
            (Some(span), Some(edge)) => {
                let length = sitting.length(now);
                let typed = sitting.input() == Input::Typed;
                match edge {
                    Edge::Before if typed => {
                        format!("aim {} to {} aloud", text(span.min), text(span.max))
                    }
                    Edge::Before => format!(
                        "{}, aim {} to {}",
                        text(length),
                        text(span.min),
                        text(span.max)
                    ),
                    Edge::Inside => format!("{}, in the window", text(length)),
                    Edge::Over => format!("{} over", text(span.over_by(length))),
                }
            }
            _ => "no clock".to_owned(),
        },
        Phase::Evidence | Phase::Flags => "rating, step 1 of 3".to_owned(),
        Phase::Anchors { .. } => "rating, step 2 of 3".to_owned(),
        Phase::After | Phase::Finished => "rating, step 3 of 3".to_owned(),
    }
}

fn thinking(sitting: &Sitting, now: Now) -> String {
    let gone = sitting.clock().map_or(0, |c| c.seconds(now));
    let prep = sitting.prompt().map_or(0, |p| p.prep_s);
    match sitting.head().pacing {
        Pacing::None => "no clock".to_owned(),
        Pacing::Hard if prep > 0 => format!("think {} of {}", text(gone), text(prep)),
        Pacing::Window | Pacing::Hard => format!("thinking, {}", text(gone)),
    }
}

/// `Paused (asleep), 12:00; not counted.` for a block that notes sleep of the computer.
pub fn slept_words(block: &Block) -> Option<String> {
    match block {
        Block::Event(e) if e.what == EventKind::Slept => Some(format!(
            "Paused (asleep), {}; it is not counted.",
            text(e.seconds)
        )),
        _ => None,
    }
}

/// `at 6:42`, for the pause sheet.
pub fn at_words(sitting: &Sitting, now: Now) -> String {
    sitting
        .clock()
        .map_or_else(String::new, |c| format!("at {}", text(c.seconds(now))))
}

/// Draws the time line in the row below the title; `body` is the area below it.
pub fn draw(sitting: &Sitting, now: Now, body: Rect, out: &mut Canvas<'_>) {
    let Some(y) = body.y.checked_sub(if body.y >= 3 { 2 } else { 1 }) else {
        return;
    };
    let row = Rect {
        y,
        height: 1,
        ..body
    };
    let Some(clock) = sitting.clock() else { return };
    match (sitting.phase(), sitting.head().pacing) {
        (_, Pacing::None) => {}
        (Phase::Ready, Pacing::Hard) => {
            let prep = sitting.prompt().map_or(0, |p| p.prep_s);
            timeline::draw_limit(out, row, clock.seconds(now), prep);
        }
        (Phase::Answering | Phase::Retry, pacing) => {
            let Some(span) = sitting.span() else { return };
            if pacing == Pacing::Hard {
                timeline::draw_limit(out, row, clock.seconds(now), span.max);
            } else {
                timeline::draw(out, row, sitting.length(now), (span.min, span.max));
            }
        }
        _ => {}
    }
}

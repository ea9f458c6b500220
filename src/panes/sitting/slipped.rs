//! Rating, step 1: what was written after the interview that asked the same, below the points.

use ratatui::layout::Rect;

use super::Room;
use super::marks::{Air, List};
use crate::desk::Model;
use crate::domain::practice::sitting::Sitting;
use crate::look::Role;
use crate::panes::own_words;
use crate::widgets::{Canvas, prose};

/// What was written after the interview that asked this, at the foot where everything else has its room; returns what
/// is left. The page of the question and the answer has it anyway.
pub fn draw(
    room: &Room,
    model: &Model,
    sitting: &Sitting,
    area: Rect,
    out: &mut Canvas<'_>,
) -> Rect {
    let Some(prompt) = sitting.prompt() else {
        return area;
    };
    let own = own_words::about(model, prompt.id).into_iter();
    let own: Vec<String> = own
        .flat_map(|words| prose::wrap(&words, area.width))
        .collect();
    let rows = u16::try_from(own.len()).unwrap_or(u16::MAX);
    let left = Rect {
        height: area.height.saturating_sub(rows.saturating_add(2)),
        ..area
    };
    let above = [model.setup_of(sitting).as_ref(), prompt.text]
        .map(|words| height(&model.hide(words), area.width));
    let close = List::of(sitting, room.row.at, area.width, Air::Tight);
    if own.is_empty() || close.needed(above, area.width) > left.height {
        return area;
    }
    let foot = Rect {
        y: area.bottom() - rows - 1,
        height: rows,
        ..area
    };
    prose::draw_lines(out, foot, &own, Role::Ink);
    left
}

/// Lines of a text.
fn height(words: &str, width: u16) -> u16 {
    u16::try_from(prose::wrap(words, width).len()).unwrap_or(u16::MAX)
}

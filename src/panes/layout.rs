//! Where things stand on a screen: the margins, what lies between head and foot, the column of running text.

use ratatui::layout::Rect;

use crate::desk::Desk;
use crate::widgets::prose::MEASURE;

/// Widest content in cells; the rest of a huge screen is margin.
const WIDEST: u16 = 176;

/// From this width on the margins are wider.
const ROOMY: u16 = 100;

/// From this height on there is a free row below the head, and one for words above the keys.
pub const TALL: u16 = 15;

/// Cells of one list with a fact at the right of each line: the eye still finds the way from one to the other.
pub const ONE_LIST: u16 = 112;

/// Cells between a list and the text beside it.
const APART: u16 = 3;

/// A list and the text beside it: the list has what running text leaves free, and two fifths at least.
pub fn list_and_text(area: Rect) -> (Rect, Rect) {
    let free = area.width.saturating_sub(MEASURE + APART);
    let width = (area.width * 2 / 5).max(free);
    let text = Rect {
        x: area.x + width + APART,
        width: area.width.saturating_sub(width + APART),
        ..area
    };
    (Rect { width, ..area }, text)
}

/// The page inside the margins, in the middle of a huge screen.
pub fn page(screen: Rect) -> Rect {
    let margin = if screen.width >= ROOMY { 4 } else { 2 };
    let width = screen.width.saturating_sub(2 * margin).min(WIDEST);
    Rect {
        x: screen.x + (screen.width - width) / 2,
        width,
        ..screen
    }
}

/// The part of the page between head and foot. What a notice needs beyond its one free row is the page's no more, so
/// that it covers nothing.
pub fn body(page: Rect, notice: u16) -> Rect {
    let (top, foot) = if page.height >= TALL { (3, 2) } else { (2, 1) };
    Rect {
        y: page.y + top,
        height: page.height.saturating_sub(top + foot + notice),
        ..page
    }
}

/// The row below the title, where a time line goes: as wide as the text below it. `body` is the area below the title.
pub fn time_row(body: Rect) -> Option<Rect> {
    let y = body.y.checked_sub(if body.y >= 3 { 2 } else { 1 })?;
    Some(Rect {
        y,
        height: 1,
        ..column(body)
    })
}

/// The body on the screen in front: what a page that scrolls can show.
pub fn room(desk: &Desk<'_>) -> Rect {
    let (width, height) = desk.screen;
    body(page(Rect::new(0, 0, width, height)), desk.notice)
}

/// A column of prose in the middle of an area, as forms and answers use it.
pub fn column(area: Rect) -> Rect {
    let width = area.width.min(MEASURE);
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}

/// The width of that column on a screen: what a text being written is wrapped to.
pub fn text_width(screen: (u16, u16)) -> u16 {
    column(page(Rect::new(0, 0, screen.0, screen.1))).width
}

/// Cells of a text that has something beside it.
const LEFT: u16 = 72;

/// Cells of what stands beside a text, at least and at most.
const BESIDE: (u16, u16) = (44, 60);

/// Cells between the two; the text gives up so many of its own before it stands alone.
const BETWEEN: u16 = 4;
const GIVEN: u16 = 12;

/// A text with something beside it that one needs for it: the two columns of an area, where it has room for both; else
/// the column of prose alone.
pub fn pair(area: Rect) -> (Rect, Option<Rect>) {
    if area.width < LEFT - GIVEN + BETWEEN + BESIDE.0 {
        return (column(area), None);
    }
    let left = LEFT.min(area.width - BETWEEN - BESIDE.0);
    let beside = (area.width - BETWEEN - left).min(BESIDE.1);
    let x = area.x + (area.width - left - BETWEEN - beside) / 2;
    let at = |x, width| Rect { x, width, ..area };
    (at(x, left), Some(at(x + left + BETWEEN, beside)))
}

/// The width of the first of them on a screen.
pub fn pair_width(screen: (u16, u16)) -> u16 {
    pair(page(Rect::new(0, 0, screen.0, screen.1))).0.width
}

/// The height of the body on the screen in front.
pub fn text_height(desk: &Desk<'_>) -> u16 {
    room(desk).height
}

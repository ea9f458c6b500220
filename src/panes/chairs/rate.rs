//! Rating behind the cover, with the pages of the interviewer's seat: points and red flags, then a word for each line;
//! who answered picks descriptions instead, as after any answer of one's own.

use ratatui::layout::Rect;

use super::{anchors, chairs};
use crate::desk::Model;
use crate::domain::practice::bench::Line;
use crate::domain::practice::chairs::{Chairs, Phase};
use crate::domain::practice::record::Seat;
use crate::panes::bench::page::{self, OWN, THEIRS};
use crate::widgets::Canvas;
use crate::widgets::stops::Stops;

/// The first line without a word, where words are given.
pub fn open_word(model: &Model) -> Option<usize> {
    let chairs = chairs(model)?;
    let turn = chairs.turn().filter(|_| chairs.phase() == Phase::Words)?;
    turn.sheet(Seat::Asks).open_word()
}

/// The row of the word that was given last: it is open again once that is taken back.
pub fn last_word(chairs: &Chairs) -> Option<usize> {
    let turn = chairs.turn().filter(|_| chairs.phase() == Phase::Words)?;
    let last = turn.last_tap(chairs.seat())?;
    let mut rows = turn.dimensions().iter();
    rows.position(|dimension| Some(&dimension.id) == last.dimension.as_ref())
}

/// The page of points or of words.
pub fn stops(chairs: &Chairs, marked: usize, width: u16) -> Stops {
    let mut page = Stops::new(width);
    let Some((turn, question)) = chairs.turn().and_then(|t| Some((t, t.question()?))) else {
        return page;
    };
    let sheet = turn.sheet(chairs.seat());
    if chairs.phase() == Phase::Points {
        let whose = match chairs.seat() {
            Seat::Asks => THEIRS,
            Seat::Answers => OWN,
        };
        page::points(question, &sheet, whose, &mut page);
    } else {
        let lines: Vec<Line> = (turn.dimensions().iter().cloned())
            .map(Line::Dimension)
            .collect();
        let words = lines.iter().zip(sheet.words().iter().copied());
        page::words(words, question.kind, marked, &mut page);
    }
    page
}

/// The descriptions of one dimension.
pub fn draw_anchors(chairs: &Chairs, row: usize, marked: usize, area: Rect, out: &mut Canvas<'_>) {
    let Some((turn, (shown, _))) = chairs.turn().zip(chairs.anchors()) else {
        return;
    };
    let Some((dimension, question)) = turn.dimensions().get(row).zip(turn.question()) else {
        return;
    };
    let fact = format!("question {} of {}", row + 1, turn.dimensions().len());
    let reading = dimension.reading_for(question.kind);
    let area = crate::panes::column(area);
    anchors::draw_dimension((reading, &fact), shown, marked, area, out);
}

//! Where the nearest application stands: a strip of stations, or a short list of them.

use ratatui::layout::Rect;

use crate::desk::View;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::time::day_and_date;
use crate::look::Role;
use crate::panes::heading::heading;
use crate::panes::station;
use crate::widgets::Canvas;
use crate::widgets::canvas::cells;

/// Cells between two stations of the strip.
const BETWEEN: u16 = 3;

/// Draws the heading and, below it, the strip, or the list where there are at least two rows.
pub fn draw(view: &View<'_>, area: Rect, a: &Application, marked: bool, out: &mut Canvas<'_>) {
    let name = view.model.employer(a);
    let fact = format!(
        "{name}, stage {} of {}",
        a.stage.order(),
        StageId::ALL.len()
    );
    heading(area, "Roadmap", &fact, out);
    let below = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    if below.height == 0 {
        return;
    }
    if marked {
        out.focus(below.x, below.y, below.height);
    }
    if below.height == 1 {
        draw_strip(below, a, out);
    } else {
        draw_list(view, below, a, out);
    }
}

fn draw_strip(row: Rect, a: &Application, out: &mut Canvas<'_>) {
    let mut x = row.x;
    for stage in around(
        a.stage,
        |s| cells(s.short()) + 2 + BETWEEN,
        row.width + BETWEEN,
    ) {
        let (symbol, role) = station::sign(a, stage, out.look().glyphs);
        out.put(x, row.y, symbol, 1, role);
        let room = row.right().saturating_sub(x + 2);
        x += 2 + out.put(x + 2, row.y, stage.short(), room, Role::Ink) + BETWEEN;
    }
}

fn draw_list(view: &View<'_>, area: Rect, a: &Application, out: &mut Canvas<'_>) {
    let stages = around(a.stage, |_| 1, area.height);
    for (y, stage) in (area.y..).zip(stages) {
        let (symbol, role) = station::sign(a, stage, out.look().glyphs);
        out.put(area.x, y, symbol, 1, role);
        let round = a.rounds.iter().rev().find(|r| r.stage == stage);
        let level = round.and_then(|r| r.level).map(|l| l.word().to_owned());
        let date = round.and_then(|r| r.date);
        let date = date.map(|d| day_and_date(d, view.now.date()));
        let fact: Vec<String> = date.into_iter().chain(level).collect();
        let used = out.put_right(area.right(), y, &fact.join("  "), 24, Role::Ink);
        let room = area.width.saturating_sub(used + 5);
        out.put(area.x + 3, y, stage.short(), room, Role::Ink);
    }
}

/// The stages around one that fit: itself, then in turn one ahead and one behind.
fn around(here: StageId, size: impl Fn(StageId) -> u16, room: u16) -> Vec<StageId> {
    let mut kept = std::collections::VecDeque::from([here]);
    let mut used = size(here);
    loop {
        let before = kept.len();
        let ahead = kept.back().and_then(|s| s.next());
        if let Some(stage) = ahead.filter(|s| used + size(*s) <= room) {
            used += size(stage);
            kept.push_back(stage);
        }
        let behind = kept.front().and_then(|s| s.previous());
        if let Some(stage) = behind.filter(|s| used + size(*s) <= room) {
            used += size(stage);
            kept.push_front(stage);
        }
        if kept.len() == before {
            return kept.into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stage_where_i_stand_is_always_shown_with_its_neighbors() {
        assert_eq!(
            around(StageId::Panel, |_| 1, 3),
            [
                StageId::TechnicalAssessment,
                StageId::Panel,
                StageId::FinalOffer
            ]
        );
        assert_eq!(
            around(StageId::Checks, |_| 1, 2),
            [StageId::FinalOffer, StageId::Checks]
        );
        assert_eq!(around(StageId::Panel, |_| 9, 3), [StageId::Panel]);
        assert_eq!(around(StageId::Screening, |_| 1, 99), StageId::ALL);
    }
}

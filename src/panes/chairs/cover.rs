//! The cover: who takes the laptop now, and nothing else.

use ratatui::layout::Rect;

use super::named;
use crate::desk::View;
use crate::domain::practice::chairs::{Chairs, Takes};
use crate::domain::practice::record::Seat;
use crate::look::Role;
use crate::widgets::{Canvas, prose};

/// Widest line of it.
const WIDE: u16 = 44;

/// What it says, one paragraph after the other; the last one is what is to be done.
fn words(chairs: &Chairs, takes: Takes) -> [String; 3] {
    let Takes::One(seat) = takes else {
        return [
            "Both ratings are sealed.".to_owned(),
            "Sit where both of you can see the screen.".to_owned(),
            "Both: press Space to open them together.".to_owned(),
        ];
    };
    let (name, other) = (chairs.name(seat), chairs.name(other(seat)));
    let chair = match seat {
        Seat::Asks => format!("{name} has the interviewer's chair."),
        Seat::Answers => format!("{other} is done. Now {name} rates the answer."),
    };
    [
        chair,
        format!("Please pass the laptop to {name}."),
        format!("{name}: press Space when you have it."),
    ]
}

const fn other(seat: Seat) -> Seat {
    match seat {
        Seat::Asks => Seat::Answers,
        Seat::Answers => Seat::Asks,
    }
}

/// Draws it in the middle of the screen.
pub fn draw(chairs: &Chairs, takes: Takes, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
    let width = area.width.min(WIDE);
    let x = area.x + (area.width - width) / 2;
    let gap = u16::from(area.height > 8);
    let above = area.height.saturating_sub(8 + 3 * gap) / 2;
    let mut y = area.y + above;
    let below = match takes {
        Takes::One(_) => "Nothing about the other person is on this screen.",
        Takes::Both => "Until then nobody sees the other one's.",
    };
    let [chair, pass, press] = words(chairs, takes).map(|line| named(view.model, &line));
    for (n, line) in [&chair, &pass, &press, below].iter().enumerate() {
        if y >= area.bottom() {
            return;
        }
        let role = match n {
            0 | 1 => Role::Strong,
            2 => Role::Mark,
            _ => Role::Dim,
        };
        let here = Rect {
            x,
            y,
            width,
            height: area.bottom() - y,
        };
        if n == 2 {
            out.focus(x, y, 1);
        }
        y += prose::draw(out, here, line, role) + gap;
    }
}

//! Both ratings side by side, the widest gap first to be talked about.

use super::named;
use crate::desk::Model;
use crate::domain::practice::chairs::{Beside, Chairs, heard};
use crate::domain::practice::record::{Act, Seat};
use crate::look::Role;
use crate::widgets::stops::Stops;

/// Cells of a title and of a word, where each has a column.
const TITLE: usize = 26;
const WORD: usize = 12;

/// From this width on each word has a column.
const WIDE: u16 = 70;

/// The page: the rows first, each a stop.
pub fn stops(chairs: &Chairs, model: &Model, width: u16) -> Stops {
    let mut page = Stops::new(width);
    let Some(turn) = chairs.turn() else {
        return page;
    };
    let own = named(model, chairs.name(Seat::Answers));
    let asker = named(model, chairs.name(Seat::Asks));
    if width >= WIDE {
        let head = format!("{:TITLE$}{own:WORD$}{asker:WORD$}{:WORD$}", "", "agreed");
        page.line(head.trim_end(), Role::Dim);
    }
    let rows = chairs.beside();
    let widest = chairs.widest();
    for (n, row) in rows.iter().enumerate() {
        page.stop(|page| {
            if width >= WIDE {
                page.line(&in_columns(row), Role::Ink);
            } else {
                page.say(&row.title, Role::Ink);
                page.hang("  ", &in_a_line(row, &own, &asker), Role::Dim);
            }
            if Some(n) == widest && row.is_wide() {
                page.hang(
                    "  ",
                    "Talk about this one first. Two minutes are plenty.",
                    Role::Strong,
                );
            }
        });
    }
    page.gap();
    let wrote = [(Seat::Asks, &asker), (Seat::Answers, &own)];
    for (seat, name) in wrote {
        let line = turn.line(Act::Line, seat);
        if !line.is_empty() {
            page.say(&format!("{name} wrote: {}", named(model, line)), Role::Ink);
        }
    }
    for (flag, seat) in turn.seen_once() {
        let name = if seat == Seat::Asks { &asker } else { &own };
        page.say(&format!("Only {name} saw it: {flag}"), Role::Ink);
    }
    let heard = heard(turn);
    if !heard.is_empty() {
        page.gap();
        page.say(&format!("While {asker} listened"), Role::Dim);
        page.say(&heard.join(" "), Role::Ink);
    }
    page.gap();
    for (act, head) in [(Act::Keep, "Keep     "), (Act::Change, "Change   ")] {
        let line = turn.line(act, Seat::Asks);
        let line = if line.is_empty() {
            "not written yet"
        } else {
            line
        };
        page.hang(head, &named(model, line), Role::Ink);
    }
    page
}

fn in_columns(row: &Beside) -> String {
    let agreed = row.agreed.map_or("", |level| level.word());
    format!(
        "{:TITLE$}{:WORD$}{:WORD$}{agreed:WORD$}{}",
        row.title,
        row.own.word(),
        row.theirs.word(),
        row.apart_words()
    )
}

fn in_a_line(row: &Beside, own: &str, asker: &str) -> String {
    let agreed = row.agreed.map(|level| format!(", agreed {}", level.word()));
    format!(
        "{own} {}, {asker} {}, {}{}",
        row.own.word(),
        row.theirs.word(),
        row.apart_words(),
        agreed.unwrap_or_default()
    )
}

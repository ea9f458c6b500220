//! Both ratings side by side, the widest gap first to be talked about.

use super::named;
use crate::desk::Model;
use crate::domain::level::Level;
use crate::domain::practice::chairs::{Beside, Chairs, Turn, heard};
use crate::domain::practice::record::{Act, Seat};
use crate::look::Role;
use crate::widgets::canvas::cells;
use crate::widgets::stops::Stops;

/// Heads of the columns that stand behind both names.
const AGREED: &str = "agreed";

/// How wide the columns are: as wide as what stands in them.
struct Columns {
    title: u16,
    own: u16,
    theirs: u16,
    agreed: u16,
}

impl Columns {
    /// `None` where they do not fit side by side: nothing is cut.
    fn of(rows: &[Beside], own: &str, asker: &str, width: u16) -> Option<Self> {
        const GAP: u16 = 2;
        let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(cells).max().unwrap_or(0);
        let word = widest(&mut Level::ALL.iter().map(|level| level.word()));
        let columns = Self {
            title: widest(&mut rows.iter().map(|row| row.title.as_str())) + GAP,
            own: word.max(cells(own)) + GAP,
            theirs: word.max(cells(asker)) + GAP,
            agreed: word.max(cells(AGREED)) + GAP,
        };
        let apart = widest(&mut rows.iter().map(Beside::apart_words));
        let sum = columns.title + columns.own + columns.theirs + columns.agreed + apart;
        (sum <= width).then_some(columns)
    }

    fn line(&self, title: &str, [own, theirs, agreed]: [&str; 3], apart: &str) -> String {
        let cell = |text: &str, width: u16| {
            let rest = usize::from(width.saturating_sub(cells(text)));
            format!("{text}{}", " ".repeat(rest))
        };
        let line = [
            cell(title, self.title),
            cell(own, self.own),
            cell(theirs, self.theirs),
            cell(agreed, self.agreed),
            apart.to_owned(),
        ];
        line.concat().trim_end().to_owned()
    }
}

/// The page: the rows first, each a stop.
pub fn stops(chairs: &Chairs, model: &Model, width: u16) -> Stops {
    let mut page = Stops::new(width);
    let Some(turn) = chairs.turn() else {
        return page;
    };
    let own = named(model, chairs.name(Seat::Answers));
    let asker = named(model, chairs.name(Seat::Asks));
    let rows = chairs.beside();
    let columns = Columns::of(&rows, &own, &asker, width);
    if let Some(columns) = &columns {
        page.line(&columns.line("", [&own, &asker, AGREED], ""), Role::Dim);
    }
    let widest = chairs.widest();
    for (n, row) in rows.iter().enumerate() {
        page.stop(|page| {
            if let Some(columns) = &columns {
                page.line(&in_columns(row, columns), Role::Ink);
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
    what_they_wrote(turn, [&own, &asker], model, &mut page);
    let heard = heard(turn);
    let heard = heard.iter().map(|line| named(model, line));
    listed(&format!("While {asker} listened"), heard, &mut page);
    let unheard = turn.heard_by_neither().into_iter();
    listed("Heard by neither", unheard.map(str::to_owned), &mut page);
    page
}

/// The lines of both, red flags that one of them saw, and what to keep and change.
fn what_they_wrote(turn: &Turn, [own, asker]: [&str; 2], model: &Model, page: &mut Stops) {
    page.gap();
    let wrote = [(Seat::Asks, asker), (Seat::Answers, own)];
    for (seat, name) in wrote {
        let line = turn.line(Act::Line, seat);
        if !line.is_empty() {
            page.say(&format!("{name} wrote: {}", named(model, line)), Role::Ink);
        }
    }
    for (flag, seat) in turn.seen_once() {
        let name = if seat == Seat::Asks { asker } else { own };
        page.say(&format!("Only {name} saw it: {flag}"), Role::Ink);
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
}

/// A list under its head; nothing where there is none.
fn listed(head: &str, lines: impl Iterator<Item = String>, page: &mut Stops) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        page.gap();
        page.say(head, Role::Dim);
    }
    for line in lines {
        page.hang("- ", &line, Role::Ink);
    }
}

fn in_columns(row: &Beside, columns: &Columns) -> String {
    let agreed = row.agreed.map_or("", |level| level.word());
    let words = [row.own.word(), row.theirs.word(), agreed];
    columns.line(&row.title, words, row.apart_words())
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

//! How an answer is rated by somebody who did not just give it: the same keys, pages and reasons for the interviewer's
//! seat, for a coach and for the second look.

pub mod page;

use ratatui::layout::Rect;

use page::Whose;

use super::heading::heading;
use super::{pair, pair_width, step_of, text_height};
use crate::desk::Desk;
use crate::domain::level::Level;
use crate::domain::practice::bench::{Bench, Stand};
use crate::keys::Command;
use crate::look::Role;
use crate::widgets::stops::{Eye, Stops};
use crate::widgets::{Canvas, prose};

/// What is said where a line has no word.
const NO_WORD: &str = "This line has no word yet: 1 Not yet, 2 Partly, 3 Solid, 4 Strong.";

/// What is said where nothing of a rating is left to take back, or to do again.
const NOTHING_BACK: &str = "Nothing of this rating is left to take back.";
const NOTHING_AGAIN: &str = "Nothing was taken back that could be done again.";

/// Where the eye of whoever rates is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sight {
    /// On which line.
    pub eye: Eye,
    /// The answer is read again over a step of the rating.
    pub reading: bool,
}

/// What a command did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// Nothing that the pane has to know.
    Nothing,
    /// Something was ticked or got its word.
    Rated,
    /// Every line has its word now: the answer is rated.
    Whole,
    /// One step back from the first page.
    Left,
    /// It was none of the commands of a rating.
    Other,
}

/// The cells that a page has: its width and its height.
#[derive(Debug, Clone, Copy)]
pub struct Space {
    width: u16,
    height: u16,
}

impl Space {
    /// Those of this moment.
    pub fn of(desk: &Desk<'_>) -> Self {
        Self {
            width: pair_width(desk.screen),
            height: text_height(desk),
        }
    }
}

/// The level that a key stands for.
pub const fn level(command: Command) -> Option<Level> {
    Some(match command {
        Command::Level1 => Level::NotYet,
        Command::Level2 => Level::Partly,
        Command::Level3 => Level::Solid,
        Command::Level4 => Level::Strong,
        _ => return None,
    })
}

/// Whether a command is one of a rating alone.
pub const fn rates(command: Command) -> bool {
    level(command).is_some() || matches!(command, Command::Tick | Command::View)
}

impl Sight {
    /// From the top of another page.
    pub fn turn(&mut self) {
        *self = Self::default();
    }

    /// Runs a command; where a line has no word yet it is marked, and a sentence says so.
    pub fn command(
        &mut self,
        command: Command,
        bench: &mut Bench,
        whose: Whose,
        space: Space,
    ) -> (Did, Option<&'static str>) {
        if let Some(to) = step_of(command) {
            let page = self.stops(bench, whose, space.width);
            page.step(&mut self.eye, to, space.height);
            return (Did::Nothing, None);
        }
        if let Some(level) = level(command) {
            let row = self.eye.at;
            bench.rate(row, level);
            let last = bench.words().count().saturating_sub(1);
            self.turn();
            self.eye.at = (row + 1).min(last);
            return (Did::Rated, None);
        }
        if matches!(command, Command::Undo | Command::Redo) {
            return self.step_back(command, bench);
        }
        let did = match command {
            Command::Main | Command::Back | Command::Close | Command::View if self.reading => {
                self.turn();
                Did::Nothing
            }
            Command::View => {
                self.turn();
                self.reading = true;
                Did::Nothing
            }
            Command::Tick => {
                bench.tick(self.eye.at);
                Did::Rated
            }
            Command::Main => return self.on(bench),
            Command::Back | Command::Close => {
                self.turn();
                if bench.back() {
                    Did::Nothing
                } else {
                    Did::Left
                }
            }
            _ => Did::Other,
        };
        (did, None)
    }

    /// One tick or word back, or forth again; the eye goes where it was.
    fn step_back(&mut self, command: Command, bench: &mut Bench) -> (Did, Option<&'static str>) {
        let (row, none) = match command {
            Command::Redo => (bench.do_again(), NOTHING_AGAIN),
            _ => (bench.take_back(), NOTHING_BACK),
        };
        let Some(row) = row else {
            return (Did::Nothing, Some(none));
        };
        self.turn();
        self.eye.at = row;
        (Did::Rated, None)
    }

    fn on(&mut self, bench: &mut Bench) -> (Did, Option<&'static str>) {
        self.turn();
        match bench.sheet().open_word() {
            Some(row) if bench.step() == Stand::Words => {
                self.eye.at = row;
                (Did::Nothing, Some(NO_WORD))
            }
            _ if bench.on() => (Did::Whole, None),
            _ => (Did::Nothing, None),
        }
    }

    /// The page of this step.
    pub fn stops(&self, bench: &Bench, whose: Whose, width: u16) -> Stops {
        let mut page = Stops::new(width);
        match bench.step() {
            _ if self.reading => page::listen(bench, whose, &mut page),
            Stand::Listen | Stand::Beside => page::listen(bench, whose, &mut page),
            Stand::Points => page::points(bench.question(), bench.sheet(), whose, &mut page),
            Stand::Words => {
                page::words(bench.words(), bench.question().kind, self.eye.at, &mut page);
            }
        }
        page
    }

    /// Why a command of the rating cannot run at this step.
    pub fn unavailable(&self, command: Command, step: Stand) -> Option<&'static str> {
        Some(match command {
            Command::Tick if step != Stand::Points || self.reading => {
                "Points are ticked one step later, or earlier: Enter goes on, Esc back."
            }
            _ if level(command).is_some() && (step != Stand::Words || self.reading) => {
                "The words come after the points. Enter goes on."
            }
            Command::View if step == Stand::Listen => "You are reading it.",
            _ => return None,
        })
    }

    /// What the keys of this step do, above the answer beside them.
    pub fn status(&self, step: Stand) -> &'static str {
        match step {
            _ if self.reading => "",
            Stand::Listen => "Read it once as an interviewer hears it, then rate it.",
            Stand::Points => "Space: not said, said, half said. The words come next.",
            Stand::Words => "1 to 4 give the marked line its word.",
            Stand::Beside => "",
        }
    }

    /// Draws the page of this step, the answer beside it where there is room.
    pub fn draw(&self, bench: &Bench, whose: Whose, area: Rect, out: &mut Canvas<'_>) {
        let (left, beside) = pair(area);
        self.stops(bench, whose, left.width)
            .draw(self.eye, left, out);
        if !self.reading && bench.step() != Stand::Listen {
            said_beside(bench, whose, beside, out);
        }
    }
}

/// The answer in the room beside a page, where there is one.
pub fn said_beside(bench: &Bench, whose: Whose, beside: Option<Rect>, out: &mut Canvas<'_>) {
    if let Some(beside) = beside {
        heading(beside, whose.said, "", out);
        let text = Rect {
            y: beside.y + 1,
            height: beside.height.saturating_sub(1),
            ..beside
        };
        prose::draw(out, text, bench.said(), Role::Ink);
    }
}

//! The remembered questions, one line each, with two marks that may both be left out.

mod digits;
mod draw;
mod mark;

use super::marks::{Asking, Named};
use crate::domain::id::QuestionId;
use crate::domain::journal::Asked;
use crate::domain::library::StageId;
use crate::domain::time::Mono;
use crate::keys::{Command, Context};
use crate::widgets::editor::Editor;

use digits::Digits;

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// Nothing that matters to the file.
    Nothing,
    /// The words or marks changed.
    Changed,
    /// A line was closed or marked: worth keeping at once.
    Kept,
    /// Up from the first line: to what stands before the lines.
    Before,
    /// Enter on an empty line: go on with the other parts.
    GoOn,
    /// One step back.
    Back,
}

/// A line.
struct Row {
    asked: Asked,
    /// Whether its marks were asked for, whatever came of it. A pasted line still waits for them.
    offered: bool,
}

impl Row {
    /// One that was just written.
    fn new(text: &str) -> Self {
        Self {
            asked: Asked {
                text: text.to_owned(),
                ..Asked::default()
            },
            offered: false,
        }
    }

    const fn is_bare(&self) -> bool {
        self.asked.level.is_none() && self.asked.reaction.is_none()
    }

    const fn waits(&self) -> bool {
        !self.offered && self.is_bare()
    }
}

/// The lines, the last one open for typing.
pub struct Lines {
    rows: Vec<Row>,
    at: usize,
    field: Editor,
    asking: Option<Asking>,
    shown: Option<usize>,
    digits: Option<Digits>,
    /// The stage, which has its own words.
    stage: Option<StageId>,
    /// The stories that can be named, in the order of the ledger.
    stories: Vec<Named>,
}

impl Lines {
    /// Starts from what is there, with an open line below.
    pub fn new(rows: Vec<Asked>, stage: Option<StageId>, stories: Vec<Named>) -> Self {
        let at = rows.len();
        let row = |asked| Row {
            asked,
            offered: true,
        };
        Self {
            rows: rows.into_iter().map(row).collect(),
            at,
            field: Editor::single(""),
            asking: None,
            shown: None,
            digits: None,
            stage,
            stories,
        }
    }

    /// The keys that apply.
    pub const fn context(&self) -> Context {
        match self.asking {
            Some(Asking::Level | Asking::Reaction) => Context::Mark,
            Some(Asking::Story) => Context::Used,
            None => Context::Debrief,
        }
    }

    /// The questions so far, the open line included.
    pub fn asked(&self) -> Vec<Asked> {
        let mut rows: Vec<Asked> = self.rows.iter().map(|r| r.asked.clone()).collect();
        let text = self.field.text().trim();
        match rows.get_mut(self.at) {
            Some(row) if row.text != text => {
                text.clone_into(&mut row.text);
                row.card = None;
            }
            None if !text.is_empty() => rows.push(Asked {
                text: text.to_owned(),
                ..Asked::default()
            }),
            _ => {}
        }
        rows.retain(|r| !r.text.is_empty());
        rows
    }

    /// Puts other questions in place, one for each line of a text; those that were there keep their marks.
    pub fn set_text(&mut self, text: &str) {
        let mut before = self.asked();
        let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
        let rows = lines.map(|line| {
            // Each of them once: two lines may have the same words.
            match before.iter().position(|q| q.text == line) {
                Some(at) => before.remove(at),
                None => Asked {
                    text: line.to_owned(),
                    ..Asked::default()
                },
            }
        });
        let stories = std::mem::take(&mut self.stories);
        *self = Self::new(rows.collect(), self.stage, stories);
    }

    /// Types a letter; while a mark is asked for, it begins the next line.
    pub fn type_char(&mut self, c: char, now: Mono) -> Did {
        let begun = self.digits.take().filter(|digits| digits.goes_on(c, now));
        if let Some(begun) = &begun
            && let Some(row) = self.rows.get_mut(begun.row)
        {
            row.asked.clone_from(&begun.before);
        }
        if self.asking.take().is_some() {
            self.open(self.rows.len());
        }
        if let Some(begun) = begun {
            self.field.paste(begun.text());
        }
        self.field.type_char(c);
        Did::Changed
    }

    /// Pastes; each line of the block becomes a line here.
    pub fn paste(&mut self, text: &str) -> Did {
        self.digits = None;
        if self.asking.take().is_some() {
            self.open(self.rows.len());
        }
        let mut pieces = text
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .peekable();
        while let Some(piece) = pieces.next() {
            self.field.paste(piece);
            if pieces.peek().is_some() {
                self.close();
                self.open(self.rows.len());
            }
        }
        Did::Kept
    }

    /// Runs a command.
    pub fn command(&mut self, command: Command, now: Mono) -> Did {
        let before = self.digits.take();
        match self.asking {
            Some(asking) => {
                self.digits = self.digit(before, command, now);
                self.mark(asking, command)
            }
            None => self.write(command),
        }
    }

    fn write(&mut self, command: Command) -> Did {
        match command {
            Command::Main if self.field.is_blank() && self.at >= self.rows.len() => {
                match self.next_waiting() {
                    Some(next) => self.ask(next),
                    None => return Did::GoOn,
                }
                Did::Nothing
            }
            Command::Main if self.field.is_blank() => {
                self.rows.remove(self.at);
                self.open(self.at.min(self.rows.len()));
                Did::Kept
            }
            Command::Main => {
                self.close();
                self.ask(self.at);
                Did::Kept
            }
            Command::Up => {
                let first = self.at == 0;
                self.close();
                self.open(self.at.saturating_sub(1));
                if first { Did::Before } else { Did::Changed }
            }
            Command::Down => {
                self.close();
                self.open((self.at + 1).min(self.rows.len()));
                Did::Changed
            }
            Command::PrevField => {
                self.close();
                self.open(self.at);
                Did::Before
            }
            Command::Back => Did::Back,
            other => {
                if self.field.command(other, 60) {
                    Did::Changed
                } else {
                    Did::Nothing
                }
            }
        }
    }

    /// The next line whose marks nobody has asked for yet, from the open one on and then from the top.
    fn next_waiting(&self) -> Option<usize> {
        let all = self.rows.len();
        let places = (0..all).map(|n| (self.at + n) % all);
        places.into_iter().find(|at| self.rows[*at].waits())
    }

    /// The next line below the open one that has no mark.
    fn next_bare(&self) -> Option<usize> {
        let below = self.at + 1..self.rows.len();
        below.into_iter().find(|at| self.rows[*at].is_bare())
    }

    /// Asks for the marks of a line.
    fn ask(&mut self, at: usize) {
        self.open(at);
        if let Some(row) = self.rows.get_mut(at) {
            row.offered = true;
        }
        self.asking = Some(Asking::Level);
        self.shown = None;
    }

    /// Puts the open line into its row.
    fn close(&mut self) {
        let text = self.field.text().trim().to_owned();
        match self.rows.get_mut(self.at) {
            Some(row) if !text.is_empty() && row.asked.text != text => {
                row.asked.text = text;
                row.asked.card = None;
            }
            None if !text.is_empty() => {
                self.rows.push(Row::new(&text));
                self.at = self.rows.len() - 1;
            }
            _ => {}
        }
    }

    /// The words of the line that is being written, while no card is known for them.
    pub fn unknown(&self) -> Option<&str> {
        let text = self.field.text().trim();
        let known = self.rows.get(self.at).map(|row| &row.asked);
        let known = known.is_some_and(|asked| asked.card.is_some() && asked.text == text);
        (self.asking.is_none() && !text.is_empty() && !known).then_some(text)
    }

    /// The line that is being written asks what this card asks.
    pub fn is_card(&mut self, card: QuestionId) {
        self.close();
        if let Some(row) = self.rows.get_mut(self.at) {
            row.asked.card = Some(card);
        }
        self.ask(self.at);
    }

    fn open(&mut self, at: usize) {
        self.at = at;
        self.field = Editor::single(self.rows.get(at).map_or("", |r| &r.asked.text));
        self.asking = None;
    }
}

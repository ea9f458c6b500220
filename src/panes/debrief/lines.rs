//! The remembered questions, one line each, with two marks that may both be left out.

use std::time::Duration;

use ratatui::layout::Rect;

use super::marks::Asking;
use crate::domain::journal::{Asked, Reaction};
use crate::domain::level::Level;
use crate::domain::time::Mono;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::editor::Editor;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// From so many rows on a free one stands before the marks.
const ROOMY: u16 = 6;

/// A letter so soon after a digit goes on with what the digit began: "3D printing" is no mark.
const TYPED_ON: Duration = Duration::from_millis(500);

/// A space does for longer, since no line begins with one: "2 wards".
const SPACED: Duration = Duration::from_secs(2);

impl Digits {
    /// Whether a letter makes a word of them. Two marks in a row are two marks, unless a space follows.
    fn goes_on(&self, c: char, now: Mono) -> bool {
        let gone = now.since(self.at);
        if c == ' ' {
            gone < SPACED
        } else {
            gone < TYPED_ON && self.text.len() == 1
        }
    }
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// Nothing that matters to the file.
    Nothing,
    /// The words or marks changed.
    Changed,
    /// A line was closed or marked: worth keeping at once.
    Kept,
    /// Enter on an empty line: go on with the other parts.
    GoOn,
    /// One step back.
    Back,
}

/// Digits that were taken as marks just now, and the marks that the line had before.
struct Digits {
    text: String,
    row: usize,
    before: (Option<Level>, Option<Reaction>),
    at: Mono,
}

/// The lines, the last one open for typing.
pub struct Lines {
    rows: Vec<Asked>,
    at: usize,
    field: Editor,
    asking: Option<Asking>,
    shown: Option<usize>,
    digits: Option<Digits>,
}

impl Lines {
    /// Starts from what is there, with an open line below.
    pub fn new(rows: Vec<Asked>) -> Self {
        let at = rows.len();
        Self {
            rows,
            at,
            field: Editor::single(""),
            asking: None,
            shown: None,
            digits: None,
        }
    }

    /// The keys that apply.
    pub fn context(&self) -> Context {
        if self.asking.is_some() {
            Context::Mark
        } else {
            Context::Debrief
        }
    }

    /// The questions so far, the open line included.
    pub fn asked(&self) -> Vec<Asked> {
        let mut rows = self.rows.clone();
        let text = self.field.text().trim();
        match rows.get_mut(self.at) {
            Some(row) => text.clone_into(&mut row.text),
            None if !text.is_empty() => rows.push(Asked {
                text: text.to_owned(),
                ..Asked::default()
            }),
            None => {}
        }
        rows.retain(|r| !r.text.is_empty());
        rows
    }

    /// Puts other questions in place, one for each line of a text; those that were there keep their marks.
    pub fn set_text(&mut self, text: &str) {
        let before = self.asked();
        let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
        let rows = lines.map(|line| {
            let known = before.iter().find(|q| q.text == line).cloned();
            known.unwrap_or_else(|| Asked {
                text: line.to_owned(),
                ..Asked::default()
            })
        });
        *self = Self::new(rows.collect());
    }

    /// Types a letter; while a mark is asked for, it begins the next line.
    pub fn type_char(&mut self, c: char, now: Mono) -> Did {
        let begun = self.digits.take().filter(|digits| digits.goes_on(c, now));
        if let Some(row) = begun.as_ref().and_then(|d| self.rows.get_mut(d.row)) {
            (row.level, row.reaction) = begun.as_ref().map_or((None, None), |d| d.before);
        }
        if self.asking.take().is_some() {
            self.open(self.rows.len());
        }
        if let Some(begun) = begun {
            self.field.paste(&begun.text);
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

    /// The digits that were pressed in a row, this one included; `None` after any other key.
    fn digit(&self, before: Option<Digits>, command: Command, now: Mono) -> Option<Digits> {
        let digit = match command {
            Command::Level1 => '1',
            Command::Level2 => '2',
            Command::Level3 => '3',
            Command::Level4 => '4',
            _ => return None,
        };
        let row = self.rows.get(self.at)?;
        let mut digits = before.unwrap_or_else(|| Digits {
            text: String::new(),
            row: self.at,
            before: (row.level, row.reaction),
            at: now,
        });
        digits.text.push(digit);
        digits.at = now;
        Some(digits)
    }

    fn write(&mut self, command: Command) -> Did {
        match command {
            Command::Main if self.field.is_blank() && self.at >= self.rows.len() => Did::GoOn,
            Command::Main if self.field.is_blank() => {
                self.rows.remove(self.at);
                self.open(self.at.min(self.rows.len()));
                Did::Kept
            }
            Command::Main => {
                self.close();
                self.asking = Some(Asking::Level);
                self.shown = None;
                Did::Kept
            }
            Command::Up => {
                self.close();
                self.open(self.at.saturating_sub(1));
                Did::Changed
            }
            Command::Down => {
                self.close();
                self.open((self.at + 1).min(self.rows.len()));
                Did::Changed
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

    fn mark(&mut self, asking: Asking, command: Command) -> Did {
        let number = match command {
            Command::Level1 => Some(0),
            Command::Level2 => Some(1),
            Command::Level3 => Some(2),
            Command::Level4 => Some(3),
            Command::Main => self.shown,
            _ => None,
        };
        match command {
            Command::Left => self.shown = Some(self.shown.map_or(3, |s| s.saturating_sub(1))),
            Command::Right => self.shown = Some(self.shown.map_or(0, |s| (s + 1).min(3))),
            Command::Back => {
                self.asking = None;
                self.open(self.at);
            }
            Command::ClearMark => {
                if let Some(row) = self.rows.get_mut(self.at) {
                    (row.level, row.reaction) = (None, None);
                }
                self.asking = Some(Asking::Level);
                return Did::Kept;
            }
            Command::Up | Command::Down => {
                self.asking = None;
                let to = if command == Command::Up {
                    self.at.saturating_sub(1)
                } else {
                    self.at + 1
                };
                self.open(to.min(self.rows.len()));
            }
            Command::Main if number.is_none() => return self.next_mark(asking),
            _ => {}
        }
        let Some(number) = number else {
            return Did::Nothing;
        };
        if let Some(row) = self.rows.get_mut(self.at) {
            match asking {
                Asking::Level => row.level = Level::ALL.get(number).copied(),
                Asking::Reaction => row.reaction = Reaction::ALL.get(number).copied(),
            }
        }
        self.next_mark(asking)
    }

    fn next_mark(&mut self, asking: Asking) -> Did {
        self.shown = None;
        self.asking = match asking {
            Asking::Level => Some(Asking::Reaction),
            Asking::Reaction => None,
        };
        if self.asking.is_none() {
            self.open(self.rows.len());
        }
        Did::Kept
    }

    /// Puts the open line into its row.
    fn close(&mut self) {
        let text = self.field.text().trim().to_owned();
        match self.rows.get_mut(self.at) {
            Some(row) if !text.is_empty() => row.text = text,
            None if !text.is_empty() => {
                self.rows.push(Asked {
                    text,
                    ..Asked::default()
                });
                self.at = self.rows.len() - 1;
            }
            _ => {}
        }
    }

    fn open(&mut self, at: usize) {
        self.at = at;
        self.field = Editor::single(self.rows.get(at).map_or("", |r| &r.text));
        self.asking = None;
    }

    /// What the line of words says.
    pub fn status(&self) -> &'static str {
        match self.asking {
            Some(_) => "Kept. Or type the next question; the first letter starts its line.",
            None if self.field.is_blank() => {
                "Enter on an empty line goes on. Nothing here has to be filled in."
            }
            None => "Enter keeps the line.",
        }
    }

    /// Draws the lines with their marks.
    pub fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        let marks = if area.width >= 66 { 24 } else { 0 };
        let asked = self
            .asking
            .map_or_else(Vec::new, |asking| asking.lines(self.shown, area.width));
        let gap = u16::from(area.height >= ROOMY);
        let ask_rows = match u16::try_from(asked.len()) {
            Ok(0) | Err(_) => 0,
            Ok(rows) => rows + gap,
        };
        if marks > 0 {
            out.put_right(area.right() - 14, area.y, "how it went", 11, Role::Dim);
            out.put_right(area.right(), area.y, "they", 12, Role::Dim);
        }
        let room = usize::from(area.height.saturating_sub(1 + ask_rows));
        let len = self.rows.len() + 1;
        let (from, to) = Cursor { at: self.at }.window(len, room);
        let mut y = area.y + 1;
        for i in from..to {
            let row = Rect::new(area.x, y, area.width.saturating_sub(marks + 1), 1);
            self.draw_row(i, row, area.right(), marks, out);
            y += 1;
        }
        let below = Rect::new(
            area.x,
            y + gap,
            area.width,
            area.bottom().saturating_sub(y + gap),
        );
        prose::draw_lines(out, below, &asked, Role::Ink);
    }

    fn draw_row(&self, i: usize, row: Rect, right: u16, marks: u16, out: &mut Canvas<'_>) {
        let focused = i == self.at;
        if focused {
            out.focus(row.x, row.y, 1);
        }
        let known = self.rows.get(i);
        if focused && self.asking.is_none() {
            self.field.draw_caret(out, row);
        } else if let Some(asked) = known {
            out.put(
                row.x,
                row.y,
                &asked.text,
                row.width,
                if focused { Role::Mark } else { Role::Ink },
            );
        }
        if let Some(asked) = known.filter(|_| marks > 0) {
            let level = asked.level.map_or("", Level::word);
            out.put_right(right - 14, row.y, level, 10, Role::Ink);
            out.put_right(
                right,
                row.y,
                asked.reaction.map_or("", Reaction::words),
                12,
                Role::Ink,
            );
        }
    }
}

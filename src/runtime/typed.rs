//! Lines as they are typed at a terminal, however long they are.
//!
//! A terminal that hands over whole lines cuts each of them after some thousand characters and says nothing. So the keys
//! are taken one by one, and the little that such a terminal does for a line is done here.

use std::collections::VecDeque;
use std::io::{self, Read};

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use super::plain::page::BROKEN_OFF;
use super::{signals, tty};

/// A line that is emptied is wiped up to so many cells; a longer one has gone over the edge of the terminal, where
/// nothing is wiped.
const WIPED: usize = 40;

/// Bytes that are read at once.
const PIECE: usize = 4096;

/// The keys of a terminal as lines.
pub struct Typed<'a> {
    keys: &'a mut dyn Read,
    line: Line,
}

impl<'a> Typed<'a> {
    /// Takes the terminal key by key until it is dropped.
    ///
    /// # Errors
    /// When the terminal cannot be set so.
    pub fn new(keys: &'a mut dyn Read) -> io::Result<Self> {
        signals::give_back()?;
        tty::key_by_key()?;
        let line = Line::default();
        Ok(Self { keys, line })
    }
}

impl Drop for Typed<'_> {
    fn drop(&mut self) {
        tty::as_found();
    }
}

impl Read for Typed<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let mut piece = [0; PIECE];
        loop {
            if let Some(n) = self.line.hand_over(to) {
                return Ok(n);
            }
            // An editor that was opened, or a shell that was gone to, has set the terminal its own way.
            tty::key_by_key()?;
            let n = self.keys.read(&mut piece)?;
            if n == 0 {
                return Ok(0);
            }
            let echo = self.line.take(piece.get(..n).unwrap_or_default());
            // What came as a whole line after all was shown by the terminal.
            if !tty::key_by_key()? {
                tty::write(echo.as_bytes())?;
            }
            if std::mem::take(&mut self.line.stops) && signals::stop()? {
                // The shell has written over what was typed so far.
                tty::write(self.line.text.as_bytes())?;
            }
        }
    }
}

/// Where a sequence of a key that is no letter stands; arrows and the like do nothing.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Sequence {
    /// In none.
    #[default]
    None,
    /// After Esc.
    Begun,
    /// Up to a letter or a tilde.
    Long,
    /// One more letter.
    Short,
}

/// The line that is being typed, and those that are done.
#[derive(Debug, Default)]
struct Line {
    text: String,
    /// Bytes of a letter that has not come whole.
    torn: Vec<u8>,
    sequence: Sequence,
    /// Lines to be handed over; an empty one is the end.
    done: VecDeque<Vec<u8>>,
    /// Whether the user wants to go to the shell.
    stops: bool,
}

impl Line {
    /// Hands over bytes of the lines that are done, none of them at the end; `None` while no line is done.
    fn hand_over(&mut self, to: &mut [u8]) -> Option<usize> {
        let line = self.done.front_mut()?;
        let n = line.len().min(to.len());
        for (to, byte) in to.iter_mut().zip(line.drain(..n)) {
            *to = byte;
        }
        if line.is_empty() {
            self.done.pop_front();
        }
        Some(n)
    }

    /// Takes bytes of keys; gives what is to be shown for them.
    fn take(&mut self, bytes: &[u8]) -> String {
        let mut echo = String::new();
        for byte in bytes {
            self.torn.push(*byte);
            match std::str::from_utf8(&self.torn).map(|s| s.chars().next()) {
                Ok(Some(c)) => {
                    self.torn.clear();
                    echo += &self.key(c);
                }
                Ok(None) => {}
                Err(why) if why.error_len().is_none() => {}
                Err(_) => {
                    self.torn.clear();
                    echo += &self.key(char::REPLACEMENT_CHARACTER);
                }
            }
        }
        echo
    }

    fn key(&mut self, c: char) -> String {
        let within = std::mem::take(&mut self.sequence);
        self.sequence = match (within, c) {
            (Sequence::None | Sequence::Begun, '\u{1b}') => Sequence::Begun,
            (Sequence::Begun, '[') => Sequence::Long,
            (Sequence::Begun, 'O') => Sequence::Short,
            (Sequence::Long, c) if !('@'..='~').contains(&c) => Sequence::Long,
            _ => Sequence::None,
        };
        // Esc that begins no sequence stands for itself, and what is typed after it counts.
        let in_one = matches!(within, Sequence::Long | Sequence::Short);
        if in_one || self.sequence != Sequence::None {
            return String::new();
        }
        match c {
            '\n' | '\r' => self.end(""),
            BROKEN_OFF => {
                self.text.push(BROKEN_OFF);
                self.end("^C")
            }
            '\u{4}' if self.text.is_empty() => {
                self.done.push_back(Vec::new());
                String::new()
            }
            '\u{4}' => {
                let echo = self.end("");
                self.done.push_back(Vec::new());
                echo
            }
            '\u{7f}' | '\u{8}' => {
                let last = self.text.graphemes(true).next_back().map_or(0, str::len);
                self.cut(self.text.len() - last)
            }
            // Ctrl+W: the last word.
            '\u{17}' => {
                let words = self.text.trim_end();
                let kept = words.trim_end_matches(|c: char| !c.is_whitespace()).len();
                self.cut(kept)
            }
            // Ctrl+U: all of it.
            '\u{15}' => self.cut(0),
            // Ctrl+Z: to the shell.
            '\u{1a}' => {
                self.stops = true;
                String::new()
            }
            '\t' => self.letter(' '),
            c if c.is_control() => String::new(),
            c => self.letter(c),
        }
    }

    fn letter(&mut self, c: char) -> String {
        self.text.push(c);
        c.to_string()
    }

    fn end(&mut self, shown: &str) -> String {
        let mut line = std::mem::take(&mut self.text);
        line.push('\n');
        self.done.push_back(line.into_bytes());
        format!("{shown}\n")
    }

    /// Leaves so many bytes of the line; the rest is wiped.
    fn cut(&mut self, kept: usize) -> String {
        let cells = self.text.split_off(kept).width();
        if cells > WIPED {
            return format!("\n{}", self.text);
        }
        "\u{8} \u{8}".repeat(cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is shown for these keys, and the lines that they make.
    fn typed(keys: &str) -> (String, String) {
        let mut line = Line::default();
        let mut echo = String::new();
        // Letters may come in pieces.
        for piece in keys.as_bytes().chunks(3) {
            echo += &line.take(piece);
        }
        let mut lines = Vec::new();
        let mut piece = [0; 5];
        while let Some(n) = line.hand_over(&mut piece) {
            match n {
                0 => lines.extend(b"(end)"),
                n => lines.extend(&piece[..n]),
            }
        }
        (echo, String::from_utf8(lines).expect("whole letters"))
    }

    #[test]
    fn a_line_of_any_length_is_whole() {
        let long = "I wrote the plan with the family. ".repeat(300);
        let (echo, lines) = typed(&format!("{long}\n.\n"));
        assert_eq!(lines, format!("{long}\n.\n"));
        assert_eq!(echo, lines);
    }

    #[test]
    fn letters_words_and_lines_are_taken_off() {
        assert_eq!(typed("nurze\u{7f}\u{7f}se\n").1, "nurse\n");
        assert_eq!(typed("Zoë\u{7f}e 好\u{7f}\n").1, "Zoe \n");
        assert_eq!(typed("two words \u{17}lines\n").1, "two lines\n");
        assert_eq!(typed("nothing\u{15}\u{7f}\u{17}\u{15}all\n").1, "all\n");
        let (echo, _) = typed("好\u{7f}");
        assert_eq!(echo, "好\u{8} \u{8}\u{8} \u{8}", "as wide as it was shown");
    }

    #[test]
    fn arrows_and_other_keys_are_no_letters() {
        assert_eq!(
            typed("a\u{1b}[Ab\u{1b}[1;5Dc\u{1b}OPd\te\u{1}\n").1,
            "abcd e\n"
        );
    }

    #[test]
    fn esc_alone_swallows_no_key() {
        assert_eq!(typed("\u{1b}b\n").1, "b\n", "back");
        assert_eq!(typed("\u{1b}\n\u{1b}.\n").1, "\n.\n");
        assert_eq!(typed("\u{1b}\u{3}").1, "\u{3}\n");
        assert_eq!(typed("\u{1b}\u{1b}[Aq\n").1, "q\n");
    }

    #[test]
    fn ctrl_z_is_a_key_that_stops_and_keeps_the_line() {
        let mut line = Line::default();
        assert_eq!(line.take(b"half\x1a"), "half");
        assert!(line.stops);
        line.take(b" a line\n");
        let mut to = [0; 20];
        let n = line.hand_over(&mut to).expect("a line");
        assert_eq!(to.get(..n), Some(&b"half a line\n"[..]));
    }

    #[test]
    fn the_end_is_told_after_the_words_before_it() {
        assert_eq!(typed("\u{4}").1, "(end)");
        assert_eq!(typed("half a line\u{4}").1, "half a line\n(end)");
        assert_eq!(typed("half a line\u{3}").1, "half a line\u{3}\n");
    }
}

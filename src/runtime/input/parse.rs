//! Joins bytes of a terminal into keys, pastes and clicks.
//!
//! A machine fed with bytes as they come, in pieces of any size. What is not understood is swallowed whole,
//! never typed: answers of the terminal that nobody asked for look just like that.

mod table;

use std::time::Duration;

use super::Parsed;
use crate::keys::{Code, Key};

/// How long an unfinished sequence waits for its rest. Then a lone Esc is the key.
const PATIENCE: Duration = Duration::from_millis(50);
/// How long an unfinished paste waits: its text is worth more than a prompt answer.
const PASTE_PATIENCE: Duration = Duration::from_secs(1);
/// Longest control sequence or answer, in bytes, that is waited for.
const LONGEST: usize = 4096;
const PASTE_END: &[u8] = b"\x1b[201~";

/// Where the machine is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    /// Between keys.
    #[default]
    Ground,
    /// Inside a character of several bytes.
    Char,
    /// After ESC.
    Esc,
    /// After ESC ESC: Alt with a sequence, or the key twice.
    EscEsc,
    /// After ESC `[`.
    Csi,
    /// After ESC `O`.
    Ss3,
    /// Inside an answer: ESC with `]`, `P`, `X`, `^` or `_`, up to BEL or ESC `\`.
    Answer,
    /// After ESC `[ 200 ~`.
    Paste,
}

/// The machine.
#[derive(Debug, Default)]
pub struct Parser {
    state: State,
    /// Bytes of what is unfinished, without the introducing ESC.
    held: Vec<u8>,
    /// ESC came before what is unfinished.
    alt: bool,
}

impl Parser {
    /// Takes bytes and appends what they mean.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<Parsed>) {
        for &byte in bytes {
            self.byte(byte, out);
        }
    }

    /// How long to wait for more bytes before [`Parser::expire`]; `None` when nothing is unfinished.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Paste => Some(PASTE_PATIENCE),
            _ => Some(PATIENCE),
        }
    }

    /// Says that no more bytes came in time: what is unfinished is taken for what it is, or dropped.
    pub fn expire(&mut self, out: &mut Vec<Parsed>) {
        let first = self.held.first().copied();
        match (self.state, self.held.len()) {
            (State::Esc, _) => out.push(key(Code::Esc)),
            (State::EscEsc, _) => out.extend([key(Code::Esc), key(Code::Esc)]),
            (State::Csi, 0) => out.push(alt('[')),
            (State::Ss3, 0) => out.push(alt('O')),
            (State::Answer, 1) => out.extend(first.map(|b| alt(char::from(b)))),
            (State::Paste, _) => out.push(Parsed::Paste(text(&self.held))),
            _ => {}
        }
        self.rest();
    }

    fn rest(&mut self) {
        self.state = State::Ground;
        self.held.clear();
        self.alt = false;
    }

    fn byte(&mut self, byte: u8, out: &mut Vec<Parsed>) {
        match self.state {
            State::Ground => self.ground(byte, out),
            State::Char => self.char(byte, out),
            State::Esc => self.esc(byte, out),
            State::EscEsc => self.esc_esc(byte, out),
            State::Csi => self.csi(byte, out),
            State::Ss3 => self.ss3(byte, out),
            State::Answer => self.answer(byte),
            State::Paste => self.paste(byte, out),
        }
    }

    fn ground(&mut self, byte: u8, out: &mut Vec<Parsed>) {
        match byte {
            0x1b => self.state = State::Esc,
            0x80.. => {
                self.state = State::Char;
                self.held.push(byte);
                self.settle_char(out);
            }
            _ => out.extend(table::control_or_ascii(byte).map(|k| self.finish(k))),
        }
    }

    /// A character of several bytes; a broken one is dropped, and its breaker looked at again.
    fn char(&mut self, byte: u8, out: &mut Vec<Parsed>) {
        if byte & 0xc0 == 0x80 {
            self.held.push(byte);
            self.settle_char(out);
        } else {
            self.rest();
            self.ground(byte, out);
        }
    }

    fn settle_char(&mut self, out: &mut Vec<Parsed>) {
        match std::str::from_utf8(&self.held) {
            Ok(text) => {
                let c = text.chars().next().filter(|c| !c.is_control());
                out.extend(c.map(|c| self.finish(Key::plain(Code::Char(c)))));
                self.rest();
            }
            Err(e) if e.error_len().is_some() => self.rest(),
            Err(_) => {}
        }
    }

    fn esc(&mut self, byte: u8, out: &mut Vec<Parsed>) {
        self.held.clear();
        self.state = match byte {
            0x1b => State::EscEsc,
            b'[' => State::Csi,
            b'O' => State::Ss3,
            b']' | b'P' | b'X' | b'^' | b'_' => {
                self.held.push(byte);
                State::Answer
            }
            _ => {
                self.state = State::Ground;
                self.alt = true;
                self.ground(byte, out);
                return;
            }
        };
    }

    fn esc_esc(&mut self, byte: u8, out: &mut Vec<Parsed>) {
        match byte {
            b'[' | b'O' => {
                self.alt = true;
                self.state = if byte == b'[' { State::Csi } else { State::Ss3 };
            }
            0x1b => out.push(key(Code::Esc)),
            _ => {
                out.push(key(Code::Esc));
                self.esc(byte, out);
            }
        }
    }

    fn csi(&mut self, byte: u8, out: &mut Vec<Parsed>) {
        match byte {
            // The Linux console sends F1 to F5 as ESC [ [ A to E.
            b'[' if self.held.is_empty() => self.held.push(byte),
            b'A'..=b'E' if self.held == b"[" => {
                out.push(key(Code::F(byte - b'A' + 1)));
                self.rest();
            }
            0x20..=0x3f if self.held.len() < LONGEST => self.held.push(byte),
            b'~' if self.held == b"200" => {
                self.rest();
                self.state = State::Paste;
            }
            0x40..=0x7e => {
                let meant = table::csi(&self.held, byte);
                out.extend(meant.map(|m| self.modified(m)));
                self.rest();
            }
            _ => self.start_over(byte, out),
        }
    }

    fn ss3(&mut self, byte: u8, out: &mut Vec<Parsed>) {
        if byte == 0x1b {
            return self.start_over(byte, out);
        }
        out.extend(table::ss3(byte).map(|k| self.finish(k)));
        self.rest();
    }

    fn answer(&mut self, byte: u8) {
        let closed = byte == 0x07 || (byte == b'\\' && self.held.last() == Some(&0x1b));
        if closed || self.held.len() >= LONGEST {
            self.rest();
        } else {
            self.held.push(byte);
        }
    }

    fn paste(&mut self, byte: u8, out: &mut Vec<Parsed>) {
        self.held.push(byte);
        if byte == b'~' && self.held.ends_with(PASTE_END) {
            self.held.truncate(self.held.len() - PASTE_END.len());
            out.push(Parsed::Paste(text(&self.held)));
            self.rest();
        }
    }

    /// Drops a sequence that was broken off by another beginning or a control.
    fn start_over(&mut self, byte: u8, out: &mut Vec<Parsed>) {
        self.rest();
        self.ground(byte, out);
    }

    fn finish(&mut self, key: Key) -> Parsed {
        self.modified(Parsed::Key(key))
    }

    fn modified(&mut self, parsed: Parsed) -> Parsed {
        match (std::mem::take(&mut self.alt), parsed) {
            (true, Parsed::Key(key)) => Parsed::Key(Key { alt: true, ..key }),
            (_, other) => other,
        }
    }
}

fn key(code: Code) -> Parsed {
    Parsed::Key(Key::plain(code))
}

fn alt(c: char) -> Parsed {
    Parsed::Key(Key::new(Code::Char(c), false, true, false))
}

/// A paste as text: lines end in `\n`, other controls are dropped.
fn text(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes)
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

#[cfg(test)]
mod tests;

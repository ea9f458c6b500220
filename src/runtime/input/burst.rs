//! Tells a paste from typing where the terminal does not mark it.
//!
//! Nobody types more than eight characters within ten milliseconds. Such a burst is one paste, and Enter in it
//! is a new line, so that a pasted page is never a row of commands.

use std::time::Duration;

use super::Parsed;
use crate::domain::time::Mono;
use crate::keys::{Code, Key};
use crate::runtime::incoming::Incoming;

/// Keys that follow each other within this time are one burst.
const GAP: Duration = Duration::from_millis(10);
/// A burst of more characters than this is a paste.
const TYPED: usize = 8;
/// A paste of more keys than this goes out in pieces: one that never ends does not fill the memory.
const PIECE: usize = 256 * 1024;

/// Keys that may be the beginning of a paste.
#[derive(Debug, Default)]
pub struct Burst {
    held: Vec<Key>,
    last: Option<Mono>,
    /// A piece of this paste went out before.
    goes_on: bool,
}

impl Burst {
    /// Takes what was read at once, and appends what is certain.
    pub fn feed(
        &mut self,
        parsed: impl IntoIterator<Item = Parsed>,
        now: Mono,
        out: &mut Vec<Incoming>,
    ) {
        let fresh = self.last.is_none_or(|last| now.since(last) >= GAP);
        if fresh {
            self.flush(out);
        }
        for one in parsed {
            match one {
                Parsed::Key(key) if typed(key).is_some() => {
                    self.held.push(key);
                    self.last = Some(now);
                }
                other => {
                    self.flush(out);
                    out.push(incoming(other));
                }
            }
        }
        if self.held.len() >= PIECE {
            self.flush(out);
            self.goes_on = true;
        }
        // A key by itself is typing and goes out at once; so does a key that is held down.
        if (fresh && self.held.len() == 1) || self.is_held_key() {
            self.flush(out);
        }
    }

    /// When what is held is certain; `None` when nothing is held.
    pub fn deadline(&self) -> Option<Mono> {
        self.last
            .filter(|_| !self.held.is_empty())
            .map(|last| last + GAP)
    }

    /// Lets go of what is held.
    pub fn flush(&mut self, out: &mut Vec<Incoming>) {
        let characters = self.held.iter().filter(|k| k.is_printable()).count();
        let rest = std::mem::take(&mut self.goes_on) && !self.held.is_empty();
        if rest || (characters > TYPED && !self.is_held_key()) {
            let text = self.held.drain(..).filter_map(typed).collect();
            out.push(Incoming::Paste(text));
        } else {
            out.extend(self.held.drain(..).map(Incoming::Key));
        }
    }

    /// Whether all keys are the same one: held down on a slow link, not pasted.
    fn is_held_key(&self) -> bool {
        self.held.len() > 1 && self.held.windows(2).all(|w| w.first() == w.last())
    }
}

/// What a key stands for in a paste.
fn typed(key: Key) -> Option<char> {
    match key.code {
        Code::Enter if key == Key::plain(Code::Enter) => Some('\n'),
        Code::Tab if key == Key::plain(Code::Tab) => Some('\t'),
        // A bare line feed, as pastes of some terminals have it.
        Code::Char('j') if key.ctrl && !key.alt => Some('\n'),
        _ => key.printable(),
    }
}

fn incoming(parsed: Parsed) -> Incoming {
    match parsed {
        Parsed::Key(key) => Incoming::Key(key),
        Parsed::Paste(text) => Incoming::Paste(text),
        Parsed::Click(x, y) => Incoming::Click { x, y },
        Parsed::Wheel(up) => Incoming::Wheel { up },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes out of texts read at times in milliseconds, after all waiting is over.
    fn run(reads: &[(u64, &str)]) -> Vec<Incoming> {
        let (mut burst, mut out) = (Burst::default(), Vec::new());
        for (at, text) in reads {
            let keys = text.chars().map(|c| Parsed::Key(key(c)));
            burst.feed(keys, Mono(Duration::from_millis(*at)), &mut out);
        }
        burst.flush(&mut out);
        out
    }

    fn key(c: char) -> Key {
        Key::plain(match c {
            '\n' => Code::Enter,
            '\t' => Code::Tab,
            c => Code::Char(c),
        })
    }

    fn typed_keys(text: &str) -> Vec<Incoming> {
        text.chars().map(|c| Incoming::Key(key(c))).collect()
    }

    #[test]
    fn a_key_by_itself_goes_out_at_once() {
        let (mut burst, mut out) = (Burst::default(), Vec::new());
        burst.feed([Parsed::Key(key('x'))], Mono::default(), &mut out);
        assert_eq!((out, burst.deadline()), (typed_keys("x"), None));
    }

    #[test]
    fn fast_typing_stays_typing() {
        assert_eq!(
            run(&[(0, "q"), (11, "ui"), (25, "z\n")]),
            typed_keys("quiz\n")
        );
        assert_eq!(run(&[(0, "eight ch")]), typed_keys("eight ch"));
    }

    #[test]
    fn m58_a_page_without_marks_is_one_paste_and_no_command() {
        let page = "Dear Ana,\n\tthank you for your time.\nSam\n";
        assert_eq!(run(&[(0, page)]), [Incoming::Paste(page.to_owned())]);
        assert_eq!(
            run(&[(0, "Dear Ana"), (4, ",\nthank"), (13, " you")]),
            [Incoming::Paste("Dear Ana,\nthank you".to_owned())]
        );
    }

    #[test]
    fn a_paste_without_end_goes_out_in_pieces_and_its_last_line_is_no_command() {
        let page = "yes\n".repeat(PIECE / 4);
        let out = run(&[(0, &page), (4, "q\n")]);
        assert_eq!(
            out,
            [Incoming::Paste(page), Incoming::Paste("q\n".to_owned())]
        );
        assert_eq!(run(&[(0, "q\n")]), typed_keys("q\n"));
    }

    #[test]
    fn a_slow_paste_loses_only_its_first_character_to_typing() {
        let reads: Vec<(u64, &str)> = (0..20)
            .zip("remove everything now".split(""))
            .skip(1)
            .map(|(i, c)| (i * 2, c))
            .collect();
        let out = run(&reads);
        assert_eq!(out.len(), 2, "{out:?}");
        assert!(matches!(&out[1], Incoming::Paste(text) if text.starts_with("emove")));
    }

    #[test]
    fn a_key_that_is_held_down_is_no_paste() {
        assert_eq!(
            run(&[(0, "jjjjjjjjjjjjjjjjjjjj")]),
            typed_keys("jjjjjjjjjjjjjjjjjjjj")
        );
    }

    #[test]
    fn other_keys_end_a_burst_in_order() {
        let (mut burst, mut out) = (Burst::default(), Vec::new());
        let up = Key::plain(Code::Up);
        burst.feed(
            [
                Parsed::Key(key('a')),
                Parsed::Key(key('b')),
                Parsed::Key(up),
            ],
            Mono::default(),
            &mut out,
        );
        assert_eq!(
            out,
            [
                Incoming::Key(key('a')),
                Incoming::Key(key('b')),
                Incoming::Key(up)
            ]
        );
    }
}

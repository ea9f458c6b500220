//! The terminal, guarded: every mode that is set is noted, and undone once, on every way out.
//!
//! Nothing is ever asked of the terminal: a question costs a round trip, and a late answer reads like keys.

use std::io::{self, IsTerminal as _};
use std::panic;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::painter::Painter;
use super::stderr::{self, Log};
use super::tty;

/// Modes that are on. Static, because the panic hook and the last resort of a signal must undo them too.
static MODES: AtomicU8 = AtomicU8::new(0);
const RAW: u8 = 1;
const PAGE: u8 = 2;
const MOUSE: u8 = 4;

/// Puts the title of the window aside; once only, since each time is undone on its own.
const TITLE_ASIDE: &str = "\x1b[22;0t";
/// Alternate screen, pastes marked as such.
const PAGE_ON: &str = "\x1b[?1049h\x1b[?2004h";
/// Ends a frame, then undoes the above in reverse; style and cursor as they were found. The page is emptied
/// first, so that its words stay on no terminal that has only one page.
const PAGE_OFF: &str = "\x1b[?2026l\x1b[?2004l\x1b[m\x1b[H\x1b[2J\x1b[?25h\x1b[?1049l\x1b[23;0t";
/// Clicks and wheel only; never motion, which floods slow links.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// The terminal while greenroom has it.
#[derive(Debug)]
pub struct Screen {
    painter: Painter,
    title: String,
    mouse: bool,
    /// Where standard error goes meanwhile.
    log: Option<Log>,
}

impl Screen {
    /// Takes the terminal: raw mode, alternate screen, title; the mouse only if it is wanted.
    ///
    /// # Errors
    /// When the terminal cannot be set up; it is then as it was before.
    pub fn enter(title: &str, mouse: bool) -> io::Result<Self> {
        let mut screen = Self {
            painter: Painter::new(tty::size()),
            title: plain(title),
            mouse,
            log: None,
        };
        screen.enter_again()?;
        Ok(screen)
    }

    /// Takes the terminal again after [`Screen::leave`], or after somebody else may have changed its modes.
    ///
    /// # Errors
    /// As [`Screen::enter`].
    pub fn enter_again(&mut self) -> io::Result<()> {
        if MODES.fetch_or(RAW, Ordering::SeqCst) & RAW != 0 {
            // What is on may have been changed from outside, as a shell does after a stop.
            let _ = disable_raw_mode();
        }
        let taken = enable_raw_mode().and_then(|()| {
            let was = MODES.fetch_or(PAGE, Ordering::SeqCst);
            tty::write(page_on(was, &self.title).as_bytes())?;
            self.set_mouse(self.mouse)
        });
        if taken.is_err() {
            restore();
        } else if let Some(log) = &self.log {
            stderr::divert(log)?;
        }
        self.resized();
        taken
    }

    /// Sends what anybody writes to standard error into a log while the terminal is taken, so that it does not
    /// spoil the page.
    ///
    /// # Errors
    /// When standard error cannot be put aside.
    pub fn divert_errors(&mut self, log: impl Into<Log>) -> io::Result<()> {
        stderr::divert(self.log.insert(log.into()))
    }

    /// Gives the terminal back, for an editor or the shell. Nothing is drawn until it is taken again.
    pub fn leave(&mut self) {
        restore();
    }

    /// Draws a page. `paint` returns where the cursor stands and whether it is shown.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(
        &mut self,
        paint: impl FnOnce(&mut Buffer) -> Option<(Position, bool)>,
    ) -> io::Result<()> {
        if MODES.load(Ordering::SeqCst) & PAGE == 0 {
            return Ok(());
        }
        tty::write(self.painter.frame(paint))
    }

    /// Looks up the size; the next page is drawn from scratch. Also for a screen that others have spoiled.
    pub fn resized(&mut self) {
        self.painter.renew(tty::size());
    }

    /// Columns and rows that are drawn.
    pub fn size(&self) -> (u16, u16) {
        self.painter.size()
    }

    /// Sets the title of the window, if it is another one.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn set_title(&mut self, text: &str) -> io::Result<()> {
        let text = plain(text);
        if text == self.title {
            return Ok(());
        }
        self.title = text;
        tty::write(title(&self.title).as_bytes())
    }

    /// Takes clicks and the wheel, or leaves them to the terminal.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        let was = if on {
            MODES.fetch_or(MOUSE, Ordering::SeqCst)
        } else {
            MODES.fetch_and(!MOUSE, Ordering::SeqCst)
        };
        match (was & MOUSE != 0, on) {
            (_, true) => tty::write(MOUSE_ON.as_bytes()),
            (true, false) => tty::write(MOUSE_OFF.as_bytes()),
            (false, false) => Ok(()),
        }
    }

    /// Puts a text into the clipboard of the terminal (OSC 52), where it has one.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut sequence = String::new();
        let written = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
        written.map_err(io::Error::other)?;
        tty::write(sequence.as_bytes())
    }

    /// Rings the bell.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn ring(&mut self) -> io::Result<()> {
        tty::write(b"\x07")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Whether keys can be read and pages drawn: standard input and output are both a terminal.
pub fn is_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Undoes every mode that is on. Safe to call at any time, from any thread, and twice.
pub fn restore() {
    let modes = MODES.swap(0, Ordering::SeqCst);
    if modes != 0 {
        // Nothing can be done about a terminal that is gone.
        let _ = tty::write(undo(modes).as_bytes());
    }
    if modes & RAW != 0 {
        let _ = disable_raw_mode();
    }
    stderr::bring_back();
}

/// Has a panic of this thread give the terminal back and leave a message that helps.
///
/// A panic of another thread leaves the screen alone and goes to the log: whoever waits for it reports it. `home` is the
/// folder where everything typed is kept.
pub fn guard_panics(home: String) {
    let drawing = thread::current().id();
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == drawing {
            restore();
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            let what = info.payload_as_str().unwrap_or("no words").to_owned();
            last_words(&home, &what, &place);
        } else if MODES.load(Ordering::SeqCst) == 0 || stderr::is_diverted() {
            before(info);
        }
    }));
}

fn last_words(home: &str, what: &str, place: &str) {
    use std::io::Write as _;

    let words = format!(
        "greenroom has stopped because of a mistake of its own, not of yours.\n\
         What you typed is kept in {home}; start greenroom again to go on.\n\
         Please report these two lines:\n  {what}\n  {place}\n"
    );
    let _ = io::stderr().write_all(words.as_bytes());
}

fn page_on(was: u8, name: &str) -> String {
    let aside = if was & PAGE == 0 { TITLE_ASIDE } else { "" };
    format!("{PAGE_ON}{aside}{}", title(name))
}

fn undo(modes: u8) -> String {
    let mut out = String::new();
    if modes & MOUSE != 0 {
        out.push_str(MOUSE_OFF);
    }
    if modes & PAGE != 0 {
        out.push_str(PAGE_OFF);
    }
    out
}

fn title(text: &str) -> String {
    format!("\x1b]2;{text}\x07")
}

/// A title without anything that could end it early.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Private modes that a text switches on, less those that it switches off again.
    fn left_on(text: &str) -> Vec<&str> {
        let mut on = Vec::new();
        for part in text.split("\x1b[?").skip(1) {
            if let Some((mode, _)) = part.split_once('h') {
                on.push(mode);
            } else if let Some((mode, _)) = part.split_once('l') {
                on.retain(|m| *m != mode);
            }
        }
        on
    }

    #[test]
    fn m69_every_mode_that_is_set_is_undone() {
        let all = format!("{PAGE_ON}{MOUSE_ON}\x1b[?25l{}", undo(RAW | PAGE | MOUSE));
        assert_eq!(
            left_on(&all.replace("\x1b[?25h", "\x1b[?25l")),
            Vec::<&str>::new()
        );
        assert!(all.ends_with("\x1b[?25h\x1b[?1049l\x1b[23;0t"));
        assert_eq!(undo(RAW), "");
        assert!(!undo(RAW | PAGE).contains("1000"));
    }

    #[test]
    fn m77_the_title_is_put_aside_once_and_comes_back() {
        let count = |text: &str, part: &str| text.matches(part).count();
        let all = [page_on(0, "x"), page_on(RAW | PAGE, "x"), undo(RAW | PAGE)].concat();
        assert_eq!(
            (count(&all, "\x1b[22;0t"), count(&all, "\x1b[23;0t")),
            (1, 1)
        );
    }

    #[test]
    fn m73_the_mouse_reports_clicks_and_never_motion() {
        assert_eq!(left_on(MOUSE_ON), ["1000", "1006"]);
    }

    #[test]
    fn a_title_cannot_smuggle_in_a_sequence() {
        assert_eq!(
            title(&plain("Acme\x07\x1b]52;c;x")),
            "\x1b]2;Acme]52;c;x\x07"
        );
    }
}

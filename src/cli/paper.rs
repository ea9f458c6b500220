//! Paper to print on: lines that go to standard output or standard error.
//!
//! `println!` panics when the reader of a pipe has gone (`greenroom questions | head -1`); here that is the end
//! of what anybody wants to read, and nothing else. Any other failure, such as a full disk behind `>`, is kept
//! and told once at the end.

use std::fmt::Display;
use std::io::{self, Write};

use crate::runtime::here::Here;

/// One of the two streams a command prints to.
pub struct Paper<'a> {
    to: &'a mut dyn Write,
    /// What commands in words for people say about the home.
    pub here: Here,
    failed: Option<io::Error>,
}

impl<'a> Paper<'a> {
    /// Prints to `to`.
    pub fn new(to: &'a mut dyn Write) -> Self {
        Self {
            to,
            here: Here::default(),
            failed: None,
        }
    }

    /// The stream itself, for what talks back and forth.
    pub fn stream(&mut self) -> &mut dyn Write {
        &mut *self.to
    }

    /// Prints text and ends the line.
    pub fn line(&mut self, text: impl Display) {
        self.text(format_args!("{text}\n"));
    }

    /// Ends the line, or leaves one blank.
    pub fn blank(&mut self) {
        self.text("\n");
    }

    /// Prints words for people.
    pub fn text(&mut self, text: impl Display) {
        let text = text.to_string();
        let told = self.here.told(&text).into_owned();
        self.exact(told);
    }

    /// Prints text for programs, as it is.
    pub fn exact(&mut self, text: impl Display) {
        self.try_to(|to| write!(to, "{text}"));
    }

    /// Sends on what was printed so far, for words that somebody waits for.
    pub fn flush(&mut self) {
        self.try_to(|to| to.flush());
    }

    /// Sends the rest on and says whether all of it could be printed.
    ///
    /// # Errors
    ///
    /// The first failure that was not a closed pipe.
    pub fn end(&mut self) -> io::Result<()> {
        self.flush();
        match self.failed.take() {
            Some(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(e),
            _ => Ok(()),
        }
    }

    fn try_to(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        if self.failed.is_none() {
            self.failed = write(self.to).err();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stream that fails after some bytes.
    struct Ends(usize, io::ErrorKind);

    impl Write for Ends {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 < bytes.len() {
                return Err(self.1.into());
            }
            self.0 -= bytes.len();
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn printed(kind: io::ErrorKind) -> io::Result<()> {
        let mut stream = Ends(8, kind);
        let mut paper = Paper::new(&mut stream);
        paper.line("one");
        paper.line("two and more");
        paper.line("three");
        paper.end()
    }

    #[test]
    fn a_closed_pipe_is_success() {
        assert!(printed(io::ErrorKind::BrokenPipe).is_ok());
    }

    #[test]
    fn a_full_disk_behind_the_output_is_told() {
        let failed = printed(io::ErrorKind::StorageFull).expect_err("the disk was full");
        assert_eq!(failed.kind(), io::ErrorKind::StorageFull);
    }
}

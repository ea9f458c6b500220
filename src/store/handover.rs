//! Private files for a while: a text on its way to an editor, and what others print meanwhile.

use std::fs;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::Path;

use tempfile::{Builder, TempPath};

/// What is written to standard error while the screen is taken; a file without a name, gone with the program.
#[derive(Debug)]
pub struct Aside {
    file: File,
}

impl Aside {
    /// An empty one.
    ///
    /// # Errors
    /// What the system says.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            file: tempfile::tempfile()?,
        })
    }

    /// Another handle on it, to write to.
    ///
    /// # Errors
    /// What the system says.
    pub fn writer(&self) -> io::Result<File> {
        self.file.try_clone()
    }

    /// What was written so far; what cannot be read is left out.
    pub fn text(&mut self) -> String {
        let mut bytes = Vec::new();
        if self.file.rewind().is_ok() {
            drop(self.file.read_to_end(&mut bytes));
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// A text on its way to an editor and back; the file goes when this does.
#[derive(Debug)]
pub struct Handover {
    path: TempPath,
}

impl Handover {
    /// Writes the text into a private file of the system's temporary folder, or of `home` where there is none.
    ///
    /// # Errors
    /// What the system says.
    pub fn new(home: &Path, text: &str) -> io::Result<Self> {
        let mut builder = Builder::new();
        builder.prefix("greenroom-").suffix(".md");
        let mut file = builder
            .tempfile_in(home.join("drafts"))
            .or_else(|_| builder.tempfile())?;
        file.write_all(text.as_bytes())?;
        Ok(Self {
            path: file.into_temp_path(),
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the text back. An end of line that the editor added goes away.
    ///
    /// # Errors
    /// What the system says; also when it is not text.
    pub fn take(self) -> io::Result<String> {
        let text = fs::read_to_string(&self.path)?;
        Ok(text.strip_suffix('\n').map(str::to_owned).unwrap_or(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_print_is_kept_for_later() {
        let mut aside = Aside::new().expect("a file for a test");
        aside
            .writer()
            .and_then(|mut w| w.write_all(b"a warning"))
            .expect("written");
        assert_eq!(aside.text(), "a warning");
    }

    #[test]
    fn the_text_comes_back_and_the_file_goes() {
        let home = tempfile::tempdir().expect("a folder for a test");
        let handover = Handover::new(home.path(), "one\ntwo").expect("written");
        let path = handover.path().to_owned();
        fs::write(&path, "one\ntwo\nthree\n").expect("edited");
        assert_eq!(handover.take().expect("read"), "one\ntwo\nthree");
        assert!(!path.exists());
    }
}

//! The real program in a real pseudo-terminal: start, type, quit, kill, resize, signals.

use std::io::{Read as _, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Longest wait for something to show; far more than it takes, for loaded machines.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running studio.
struct Seat {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    raw: Vec<u8>,
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

impl Seat {
    fn at(home: &Path) -> Self {
        Self::with(home, &[])
    }

    fn with(home: &Path, arguments: &[&str]) -> Self {
        let pair = native_pty_system()
            .openpty(size(24, 80))
            .expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_greenroom"));
        command.args(arguments);
        command.env_clear();
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env("GREENROOM_HOME", home);
        command.env("HOME", home);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (to, bytes) = mpsc::channel();
        thread::spawn(move || {
            let mut piece = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut piece) {
                if to.send(piece[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer().expect("a writer");
        let rows = std::num::NonZeroU16::new(24).expect("not zero");
        let cols = std::num::NonZeroU16::new(80).expect("not zero");
        let screen = vt100::Parser::new(rows, cols, 0);
        Self {
            master: pair.master,
            child,
            writer,
            bytes,
            screen,
            raw: Vec::new(),
        }
    }

    fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("written");
        self.writer.flush().expect("written");
    }

    /// Types like a person: one key after the other, never a burst that looks like a paste.
    fn types(&mut self, text: &str) {
        for c in text.chars() {
            self.press(&c.to_string());
            self.sees_soon(Duration::from_millis(12));
        }
    }

    fn sees_soon(&mut self, for_long: Duration) {
        let end = Instant::now() + for_long;
        while let Ok(bytes) = self
            .bytes
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            self.screen.process(&bytes);
            self.raw.extend(bytes);
        }
    }

    /// Waits until words are on the screen.
    fn sees(&mut self, words: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.screen.screen().contents().contains(words) {
            let left = end.saturating_duration_since(Instant::now());
            let bytes = self.bytes.recv_timeout(left.max(Duration::from_millis(1)));
            let Ok(bytes) = bytes else {
                panic!(
                    "no {words:?} on the screen:\n{}",
                    self.screen.screen().contents()
                );
            };
            self.screen.process(&bytes);
            self.raw.extend(bytes);
        }
    }

    /// Waits until the terminal was sent these bytes.
    fn is_sent(&mut self, bytes: &str) {
        let end = Instant::now() + PATIENCE;
        while !String::from_utf8_lossy(&self.raw).contains(bytes) {
            assert!(Instant::now() < end, "{bytes:?} was not sent");
            self.sees_soon(Duration::from_millis(1));
        }
    }

    fn is_terminated(&self) {
        let id = i32::try_from(self.child.process_id().expect("a process")).expect("a number");
        let id = rustix::process::Pid::from_raw(id).expect("a process");
        rustix::process::kill_process(id, rustix::process::Signal::TERM).expect("sent");
    }

    /// Waits for the end; the exit code, and what the terminal was sent altogether.
    fn ends(mut self) -> (u32, String) {
        let end = Instant::now() + PATIENCE;
        loop {
            self.sees_soon(Duration::from_millis(20));
            if let Some(status) = self.child.try_wait().expect("waited") {
                self.sees_soon(Duration::from_millis(100));
                return (
                    status.exit_code(),
                    String::from_utf8_lossy(&self.raw).into_owned(),
                );
            }
            assert!(
                Instant::now() < end,
                "it does not end:\n{}",
                self.screen.screen().contents()
            );
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        drop(self.child.kill());
    }
}

/// A studio in which the first answer is being given.
fn answering(home: &Path) -> Seat {
    let mut seat = Seat::at(home);
    seat.sees("Start a five-minute mock");
    seat.press("\r");
    seat.sees("Your answer");
    seat
}

/// What the only draft says.
fn draft(home: &Path) -> String {
    let mut drafts = std::fs::read_dir(home.join("drafts")).expect("drafts");
    let draft = drafts.next().expect("a draft").expect("a draft");
    std::fs::read_to_string(draft.path()).expect("a draft")
}

/// Every mode that was set is unset again, in the bytes of the terminal.
fn clean(sent: &str) {
    for (on, off) in [
        ("\x1b[?1049h", "\x1b[?1049l"),
        ("\x1b[?2004h", "\x1b[?2004l"),
    ] {
        let (last_on, last_off) = (sent.rfind(on), sent.rfind(off));
        assert!(last_on.is_some() && last_on < last_off, "{on:?} stays on");
    }
    let (hidden, shown) = (sent.rfind("\x1b[?25l"), sent.rfind("\x1b[?25h"));
    assert!(
        hidden < shown || hidden.is_none(),
        "the cursor stays hidden"
    );
    assert!(
        !sent.contains("\x1b[6n") && !sent.contains("\x1b]11;?"),
        "the terminal is asked nothing"
    );
}

#[test]
fn from_nothing_to_a_rated_answer_and_out() {
    let home = tempfile::tempdir().expect("a folder");
    let mut seat = answering(&home.path().join("home"));
    seat.types("I led the night shift");
    seat.press("\x13");
    seat.sees("What did you say?");
    seat.press("\x1b");
    seat.sees("Leave, keep it for later");
    seat.press("\x03");
    seat.sees("Press Ctrl+C again to quit");
    seat.press("\x03");
    let (code, bytes) = seat.ends();
    assert_eq!(code, 130);
    clean(&bytes);
    let file = std::fs::read_dir(home.path().join("home/practice"))
        .expect("a year")
        .count();
    assert_eq!(file, 1, "the sitting is on disk");
}

#[test]
fn killed_while_typing_the_words_come_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let mut seat = answering(&home);
    seat.types("a sentence that must survive");
    seat.sees("Saved.");
    seat.child.kill().expect("killed");
    drop(seat);
    let mut seat = Seat::at(&home);
    seat.sees("Go on with: Five-minute mock");
    seat.press("\r");
    seat.sees("a sentence that must survive");
}

#[test]
fn an_editor_that_is_stopped_does_not_take_the_terminal_along() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    std::fs::create_dir_all(&home).expect("a home");
    let editor = r#"["/bin/sh", "-c", "kill -STOP $$; echo and the rest. >> \"$0\""]"#;
    std::fs::write(
        home.join("config.toml"),
        format!("format = 1\neditor = {editor}\n"),
    )
    .expect("written");
    let mut seat = answering(&home);
    seat.types("The first sentence, ");
    seat.press("\u{7}");
    seat.sees("and the rest.");
}

#[test]
fn a_termination_signal_saves_and_leaves_the_terminal_clean() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let mut seat = answering(&home);
    seat.types("half a word");
    seat.is_terminated();
    let (code, bytes) = seat.ends();
    assert_eq!(code, 143);
    clean(&bytes);
    let text = draft(&home);
    assert!(text.contains("half a word"), "{text}");
}

#[test]
fn a_slow_disk_does_not_keep_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let mut seat = answering(&home);
    seat.types("a first word");
    seat.sees("Saved.");
    let drafts = std::fs::File::open(home.join("drafts")).expect("drafts");
    drafts.lock().expect("nobody else writes now");
    seat.types(" and a last");
    seat.is_terminated();
    seat.is_sent("\x1b[?1049l");
    let over = seat.child.try_wait().expect("waited").is_some();
    assert!(!over, "it still writes");
    drop(drafts);
    let (code, bytes) = seat.ends();
    assert_eq!(code, 143);
    clean(&bytes);
    let text = draft(&home);
    assert!(text.contains("a first word and a last"), "{text}");
}

#[test]
fn resizing_to_a_stamp_and_back_keeps_the_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut seat = Seat::at(&folder.path().join("home"));
    seat.sees("Start a five-minute mock");
    seat.press("4");
    seat.sees("Nothing written yet");
    seat.press("n");
    seat.sees("What happened");
    seat.types("kept across sizes");
    for (rows, cols) in [(8, 30), (10, 40), (60, 200), (24, 80)] {
        seat.master.resize(size(rows, cols)).expect("resized");
        seat.screen.set_size(
            std::num::NonZeroU16::new(rows).expect("not zero"),
            std::num::NonZeroU16::new(cols).expect("not zero"),
        );
        seat.sees(if rows == 8 {
            "A little larger"
        } else {
            "kept across sizes"
        });
    }
    seat.press("\x13");
    seat.sees("Saved.");
}

/// The only file of the journal.
fn entry(home: &Path) -> String {
    let only = |folder: &Path| {
        let mut inside = std::fs::read_dir(folder).expect("a folder");
        inside.next().expect("one").expect("one").path()
    };
    std::fs::read_to_string(only(&only(&home.join("journal")))).expect("an entry")
}

#[test]
fn a_line_of_plain_mode_is_whole_however_long_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let mut seat = Seat::with(&home, &["--plain"]);
    seat.sees("What now?");
    seat.press("nite\u{7f}\u{7f}\u{7f}ote\r");
    seat.sees("Write the note.");
    let long = "I wrote the plan with the family. ".repeat(250);
    let long = long.trim();
    seat.press(&format!("{long}\r.\r"));
    seat.sees("Saved.");
    let file = entry(&home);
    assert!(file.contains(long), "{} characters", file.len());
    seat.press("\u{3}");
    let (code, _) = seat.ends();
    assert_eq!(code, 0);
}

#[test]
fn ctrl_c_in_a_line_of_a_note_keeps_the_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let mut seat = Seat::with(&home, &["--plain"]);
    seat.sees("What now?");
    seat.press("note\r");
    seat.sees("Write the note.");
    seat.types("They want numbers");
    seat.press("\u{3}");
    seat.ends();
    let file = entry(&home);
    assert!(file.contains("They want numbers"), "{file}");
}

#[test]
fn without_a_terminal_it_says_so_and_names_plain() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_greenroom"))
        .env("GREENROOM_HOME", folder.path())
        .output()
        .expect("it runs");
    assert_eq!(out.status.code(), Some(2));
    let words = String::from_utf8_lossy(&out.stderr);
    assert!(words.contains("--plain"), "{words}");
    assert!(!out.stdout.contains(&0x1b), "no escapes into a pipe");
}

/// The watch of the system: no key is pressed.
#[test]
#[cfg(target_os = "linux")]
fn a_note_of_another_studio_shows_without_a_key() {
    let home = tempfile::tempdir().expect("a folder");
    let year = home.path().join("journal/2026");
    std::fs::create_dir_all(&year).expect("made");
    let note = |words: &str| {
        format!("format = 1\nkind = \"note\"\ndate = 2026-03-02\nbody = \"{words}\"\n")
    };
    std::fs::write(year.join("2026-03-02-note.toml"), note("The first.")).expect("written");
    let mut seat = Seat::at(home.path());
    seat.sees("Today");
    seat.press("4");
    seat.sees("The first.");
    std::fs::write(year.join("2026-03-02-note-2.toml"), note("From elsewhere.")).expect("written");
    seat.sees("From elsewhere.");
}

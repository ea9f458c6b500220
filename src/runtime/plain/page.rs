//! Lines out and lines in.

mod level;
mod numbers;

use std::io::{self, BufRead, Read as _, Write};
use std::sync::Arc;

use super::dots::{self, Standing};
use super::named::{choice, listed, named};
use crate::desk::mask::Mask;
use crate::domain::text::{clean, one_line};
use crate::runtime::here::Here;
use crate::widgets::prose;

/// Most columns of a line.
const COLUMNS: u16 = 80;

/// Longest line that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// What a step back does.
const BACK: &str = "b goes one step back";

/// The same in a sitting.
const BACK_OR_OUT: &str = "b goes one step back or, where there is none, leaves it for later";

/// The other ways that lead on from every prompt.
const WAYS: &str = "u undoes the last change, hide hides names of people and employers or shows them again, q quits; what you \
                    have written is kept.";

/// The same in a sitting.
const AGAIN: &str = ".q reads the question again, .r what you have said.";

/// What can be typed where a line is asked for.
const LINE: &str = "Type a line, or only Enter.";

/// Stands at the end of a line that was broken off at the terminal, with Ctrl+C.
pub const BROKEN_OFF: char = '\u{3}';

/// Why a question was not answered.
#[derive(Debug)]
pub enum Away {
    /// One step back.
    Back,
    /// Take the last change back.
    Undo,
    /// Out of a sitting that is left for later.
    Later,
    /// Leave plain mode, or nothing more can be read.
    Quit,
    /// Nothing can be read or printed any more.
    Gone(io::Error),
}

/// An answer, or why there is none.
pub type Said<T> = Result<T, Away>;

/// The two streams, and the names that are not printed while they are hidden.
pub struct Page<'a> {
    input: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
    failed: Option<io::Error>,
    /// Whether lines that were read are printed too, since no terminal shows them.
    echo: bool,
    /// The last line was broken off: it is kept where it belongs to a text, and then the user leaves.
    broken_off: bool,
    /// How many lines were asked for so far.
    pub asked: usize,
    /// The ways on that a question mark tells besides what can be typed there, where they are not the usual ones.
    pub ways: Option<&'static str>,
    /// What is asked in the sitting that runs.
    pub standing: Standing,
    /// Which home the commands that are told name.
    pub here: Here,
    /// What stands for names while they are hidden.
    pub names: Arc<Mask>,
    /// Whether names are hidden.
    pub hidden: bool,
}

impl<'a> Page<'a> {
    /// Reads from `input` and prints to `out`.
    ///
    /// With `echo` lines that were read are printed too: a terminal shows what is typed, a pipe does not.
    pub fn new(input: &'a mut dyn BufRead, out: &'a mut dyn Write, echo: bool) -> Self {
        Self {
            input,
            out,
            failed: None,
            echo,
            broken_off: false,
            asked: 0,
            ways: None,
            standing: Standing::default(),
            here: Here::default(),
            names: Arc::default(),
            hidden: false,
        }
    }

    /// Prints a paragraph, wrapped.
    pub fn say(&mut self, text: &str) {
        self.hanging("", text);
    }

    /// Prints words of the program: a command in them names the home. What the user wrote stands as it is.
    pub fn tell(&mut self, words: &str) {
        let words = self.here.told(words).into_owned();
        self.say(&words);
    }

    /// Prints a paragraph whose first line begins with `head`; the others are set in under it.
    pub fn hanging(&mut self, head: &str, text: &str) {
        let text = self.shown(text);
        let indent = head.chars().count();
        let width = COLUMNS.saturating_sub(u16::try_from(indent).unwrap_or(0));
        let mut lines = prose::wrap(&text, width).into_iter();
        let first = lines.next().unwrap_or_default();
        self.print(&format!("{head}{first}\n"));
        for line in lines {
            self.print(&format!("{:indent$}{line}\n", ""));
        }
    }

    /// Prints a blank line, which sets what follows apart.
    pub fn gap(&mut self) {
        self.print("\n");
    }

    /// Prints choices with their numbers.
    pub fn choices<T: AsRef<str>>(&mut self, choices: &[T]) {
        for (choice, n) in choices.iter().zip(1..) {
            self.hanging(&format!("{n}. "), choice.as_ref());
        }
    }

    /// Asks for one line.
    ///
    /// # Errors
    /// When the user wants to go somewhere else, or nothing can be read.
    pub fn ask(&mut self, question: &str) -> Said<String> {
        self.ask_for(question, LINE)
    }

    /// The same, with what a question mark tells: what can be typed here.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn ask_for(&mut self, question: &str, what: &str) -> Said<String> {
        loop {
            let question = self.shown(question);
            self.print(&format!("{} ", prose::wrap(&question, COLUMNS).join("\n")));
            let line = one_line(&self.line()?);
            self.asked += 1;
            if self.broken_off {
                return Err(Away::Quit);
            }
            match line.as_str() {
                "?" | ".?" => self.help(what),
                "b" => return Err(Away::Back),
                "u" => return Err(Away::Undo),
                "q" => return Err(Away::Quit),
                "hide" => {
                    self.hidden = !self.hidden;
                    let state = if self.hidden { "hidden" } else { "shown" };
                    self.say(&format!("Names are {state}."));
                }
                word if dots::is_word(word) => {
                    if !self.recall(word) {
                        self.say(&format!("Not taken: {word}. ? tells what can be typed."));
                    }
                }
                _ => return Ok(line),
            }
        }
    }

    /// Reads the question again, or what was said to it; `false` when that is not asked for.
    pub fn recall(&mut self, word: &str) -> bool {
        let Standing { asked, said } = &self.standing;
        if asked.is_empty() {
            return false;
        }
        let words = match word {
            dots::AGAIN => asked.clone(),
            dots::SO_FAR if said.trim().is_empty() => "Nothing is written so far.".to_owned(),
            dots::SO_FAR => format!("So far: {said}"),
            _ => return false,
        };
        self.say(&words);
        true
    }

    /// What can be typed here, and the ways on.
    fn help(&mut self, what: &str) {
        let (back, again) = match self.standing.asked.as_str() {
            "" => (BACK, ""),
            _ => (BACK_OR_OUT, AGAIN),
        };
        let apart = if what.contains('\n') { "\n" } else { " " };
        let usual = || format!("{back}, {WAYS}");
        let ways = self.ways.map_or_else(usual, str::to_owned);
        self.say(format!("{what}{apart}{ways} {again}").trim_end());
    }

    /// Says choices and asks for one of them, by its number or by words of it; nothing means `usual`.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn pick<T: AsRef<str>>(&mut self, choices: &[T], usual: Option<usize>) -> Said<usize> {
        self.choices(choices);
        self.pick_of("", choices, usual)
    }

    /// The same where the choices were read a moment ago.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn pick_again<T: AsRef<str>>(
        &mut self,
        choices: &[T],
        usual: Option<usize>,
    ) -> Said<usize> {
        self.pick_of(", ? reads them", choices, usual)
    }

    fn pick_of<T: AsRef<str>>(
        &mut self,
        more: &str,
        choices: &[T],
        usual: Option<usize>,
    ) -> Said<usize> {
        let end = usual.map_or_else(String::new, |n| format!(" [{}]", n + 1));
        loop {
            let help = choice(usual);
            let question = format!("Choice{end}{more}:");
            match (self.one_of(&question, choices, &help)?, usual) {
                (Some(n), _) | (None, Some(n)) => return Ok(n),
                (None, None) => self.say(&help),
            }
        }
    }

    /// Asks for one of the choices that were read already; `None` for nothing.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn which<T: AsRef<str>>(&mut self, question: &str, choices: &[T]) -> Said<Option<usize>> {
        self.one_of(question, choices, &choice(None))
    }

    fn one_of<T: AsRef<str>>(
        &mut self,
        question: &str,
        choices: &[T],
        help: &str,
    ) -> Said<Option<usize>> {
        let help = format!("{help}\n{}", listed(choices));
        loop {
            let said = self.ask_for(question, &help)?;
            match named(choices, &said) {
                _ if said.is_empty() => return Ok(None),
                Ok(n) => return Ok(Some(n)),
                Err(words) => self.say(&words),
            }
        }
    }

    /// Asks yes or no; nothing means `usual`.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn yes(&mut self, question: &str, usual: bool) -> Said<bool> {
        const YES: &str = "Type y or n, or nothing for the one in brackets.";
        let end = if usual { "y" } else { "n" };
        loop {
            let said = self.ask_for(&format!("{question} [{end}]:"), YES)?;
            match said.to_lowercase().as_str() {
                "y" | "yes" => return Ok(true),
                "n" | "no" => return Ok(false),
                "" => return Ok(usual),
                _ => self.say(YES),
            }
        }
    }

    /// Asks whether what was chosen is to go into the trash; whoever says no hears that it stays.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn sure(&mut self) -> Said<bool> {
        let sure = self.yes("Put it into the trash?", false)?;
        if !sure {
            self.say("It stays.");
        }
        Ok(sure)
    }

    /// Asks for one line of several; an empty one ends them, and so does a dot, which ends every text.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn one_more(&mut self, question: &str) -> Said<Option<String>> {
        let line = self.ask_for(question, "Type a line; an empty one ends.")?;
        Ok(Some(line).filter(|l| !l.is_empty() && l != "."))
    }

    /// Reads a line as it is, for a text that is being written.
    ///
    /// # Errors
    /// At the end of what there is to read, and when reading or printing fails.
    pub fn line(&mut self) -> Said<String> {
        self.flush();
        if let Some(error) = self.failed.take() {
            return Err(Away::Gone(error));
        }
        if self.broken_off {
            return Err(Away::Quit);
        }
        let mut bytes = Vec::new();
        let mut part = (&mut *self.input).take(LONGEST);
        match part.read_until(b'\n', &mut bytes) {
            Ok(0) => Err(Away::Quit),
            Ok(_) => {
                let text = String::from_utf8_lossy(&bytes);
                let text = text.trim_end_matches(['\n', '\r']);
                self.broken_off = text.ends_with(BROKEN_OFF);
                let text = clean(text);
                if self.echo {
                    self.print(&format!("{text}\n"));
                }
                Ok(text)
            }
            Err(error) => Err(Away::Gone(error)),
        }
    }

    /// Sends on what was printed so far.
    pub fn flush(&mut self) {
        if self.failed.is_none() {
            self.failed = self.out.flush().err();
        }
    }

    fn print(&mut self, text: &str) {
        if self.failed.is_none() {
            self.failed = self.out.write_all(text.as_bytes()).err();
        }
    }

    /// Text as it may be printed: nothing that steers a terminal, hidden names as letters.
    fn shown(&self, text: &str) -> String {
        let text = clean(text);
        if self.hidden {
            self.names.hide(&text)
        } else {
            text
        }
    }
}

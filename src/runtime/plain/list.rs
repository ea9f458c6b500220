//! A long list: some lines at a time, found by any word.

use super::page::{Away, Said};
use super::seat::Seat;
use crate::domain::search::{Found, Whose};
use crate::domain::text::capital;
use crate::panes::finder::Finder;

/// Lines that are read at a time.
const AT_A_TIME: usize = 10;

/// A list with the words it is looked through for.
pub struct List {
    lines: Vec<String>,
    texts: Vec<String>,
    /// Whose each line is; everybody's where nothing is said.
    whose: Vec<Whose>,
    finder: Finder,
    shown: Found,
    from: usize,
    /// Whether the lines from here on were read out.
    read: bool,
}

impl List {
    /// Lines, each with all the words that it is found by.
    pub fn new(rows: impl IntoIterator<Item = (String, String)>) -> Self {
        let (lines, texts): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        Self {
            shown: Found {
                rows: (0..lines.len()).collect(),
                near: false,
            },
            lines,
            texts,
            whose: Vec::new(),
            finder: Finder::default(),
            from: 0,
            read: false,
        }
    }

    /// Says whose the lines are, in their order.
    pub fn whose(self, whose: Vec<Whose>) -> Self {
        Self { whose, ..self }
    }

    /// Reads those that are chosen, until reading one leads away from the list (`true`); going back from one leads to
    /// the list.
    ///
    /// # Errors
    /// When the user goes away.
    pub fn read(
        &mut self,
        seat: &mut Seat<'_>,
        mut one: impl FnMut(&mut Seat<'_>, usize) -> Said<bool>,
    ) -> Said<()> {
        while let Some(at) = self.choose(seat)? {
            match one(seat, at) {
                Ok(true) => return Ok(()),
                Ok(false) | Err(Away::Back) => {}
                Err(away) => return Err(away),
            }
        }
        Ok(())
    }

    /// Reads some lines and lets the user look further; gives the place of the one that is chosen.
    fn choose(&mut self, seat: &mut Seat<'_>) -> Said<Option<usize>> {
        const HELP: &str = "The number of a line reads it, words look for those that have all of them, + reads on, \
                            all shows every line again.";
        loop {
            if !std::mem::replace(&mut self.read, true) {
                self.read_out(seat);
            }
            let said = seat
                .page
                .ask_for("A number, words to find, or Enter to leave:", HELP)?;
            let number = said.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            match (said.as_str(), number) {
                ("", _) => return Ok(None),
                ("+", _) if self.from + AT_A_TIME >= self.shown.rows.len() => {
                    seat.page.say("That was the last one.");
                }
                ("+", _) => (self.from, self.read) = (self.from + AT_A_TIME, false),
                ("all", _) => self.find(""),
                (_, Some(n)) => match self.shown.rows.get(n) {
                    Some(at) => return Ok(Some(*at)),
                    None => seat.page.say("There is no such number."),
                },
                (words, None) => self.find(words),
            }
        }
    }

    /// Looks for words.
    pub fn find(&mut self, words: &str) {
        self.finder.seek(words);
        let (lines, texts) = (&self.lines, &self.texts);
        let text = |n: usize| texts[n].clone();
        let whose = |n: usize| self.whose.get(n).copied().unwrap_or(Whose::Everybody);
        self.shown = (self.finder).look(lines.len(), text, |_| true, |n| &lines[n], whose);
        (self.from, self.read) = (0, false);
    }

    fn read_out(&self, seat: &mut Seat<'_>) {
        let rest = self.shown.rows.iter().enumerate().skip(self.from);
        for (n, at) in rest.take(AT_A_TIME) {
            seat.page.hanging(&format!("{}. ", n + 1), &self.lines[*at]);
        }
        let all = self.shown.rows.len();
        let more = all.saturating_sub(self.from + AT_A_TIME);
        if let Some(near) = self.shown.words() {
            seat.page.say(&format!("{}.", capital(&near)));
        }
        seat.page.say(&match (all, more) {
            (0, _) => "Nothing has these words.".to_owned(),
            (_, 0) => format!("{all} in all."),
            _ => format!("{all} in all, {more} more: + reads on."),
        });
    }
}

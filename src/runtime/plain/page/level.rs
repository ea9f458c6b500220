//! Asking for one of the four words.

use super::{Page, Said};
use crate::domain::level::Level;

/// What can be typed where a level is asked for.
const LEVEL: &str = "Type a number from 1 to 4, or nothing.";

impl Page<'_> {
    /// Asks for one of the four words; nothing leaves it out.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn level(&mut self, question: &str) -> Said<Option<Level>> {
        loop {
            if let Ok(level) = self.level_or_words(question)? {
                return Ok(level);
            }
            self.say(LEVEL);
        }
    }

    /// The same where what is typed instead of a number may be meant: the words come back.
    ///
    /// # Errors
    /// As [`Page::ask`].
    pub fn level_or_words(&mut self, question: &str) -> Said<Result<Option<Level>, String>> {
        self.say(&format!(
            "{question} 1 Not yet, 2 Partly, 3 Solid, 4 Strong. Enter leaves it out."
        ));
        loop {
            let said = self.ask_for("Choice:", LEVEL)?;
            if said.is_empty() {
                return Ok(Ok(None));
            }
            if said.contains(char::is_alphabetic) {
                return Ok(Err(said));
            }
            let step = said.parse().ok().and_then(|n: usize| n.checked_sub(1));
            match step.and_then(|n| Level::ALL.get(n)) {
                Some(level) => return Ok(Ok(Some(*level))),
                None => self.say(LEVEL),
            }
        }
    }
}

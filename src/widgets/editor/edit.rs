//! Steps through a text, changes to it, and the log that takes them back word by word.

use unicode_segmentation::UnicodeSegmentation;

/// Text as an editor keeps it: line ends as line feeds, tabs as spaces, no control or direction characters.
pub fn tidy(text: &str, single: bool) -> String {
    let clean = crate::domain::text::clean(text);
    if single {
        clean.replace('\n', " ")
    } else {
        clean
    }
}

/// The start of the character before a place.
pub fn left(text: &str, place: usize) -> usize {
    text.get(..place)
        .and_then(|before| before.grapheme_indices(true).next_back())
        .map_or(0, |(at, _)| at)
}

/// The end of the character after a place.
pub fn right(text: &str, place: usize) -> usize {
    text.get(place..)
        .and_then(|after| after.graphemes(true).next())
        .map_or(text.len(), |g| place + g.len())
}

/// The start of the word before a place.
pub fn word_left(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or_default();
    before
        .split_word_bound_indices()
        .rfind(|(_, piece)| !piece.trim().is_empty())
        .map_or(0, |(at, _)| at)
}

/// The end of the word after a place.
pub fn word_right(text: &str, place: usize) -> usize {
    let after = text.get(place..).unwrap_or_default();
    after
        .split_word_bound_indices()
        .find(|(_, piece)| !piece.trim().is_empty())
        .map_or(text.len(), |(at, piece)| place + at + piece.len())
}

/// The start of the line (up to the last line break).
pub fn line_start(text: &str, place: usize) -> usize {
    text.get(..place)
        .and_then(|t| t.rfind('\n'))
        .map_or(0, |at| at + 1)
}

/// The end of the line (up to the next line break).
pub fn line_end(text: &str, place: usize) -> usize {
    text.get(place..)
        .and_then(|t| t.find('\n'))
        .map_or(text.len(), |at| place + at)
}

/// One change: at a place, one piece went and another came.
#[derive(Debug, Clone)]
struct Change {
    at: usize,
    gone: String,
    came: String,
}

/// Changes that can be taken back and done again.
#[derive(Debug, Clone, Default)]
pub struct Log {
    back: Vec<Change>,
    forth: Vec<Change>,
    open: bool,
}

impl Log {
    /// Ends the running step: what is typed next can be taken back apart from it.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// Changes a text. Typing joins the running step until a new word begins.
    pub fn replace(
        &mut self,
        text: &mut String,
        from: usize,
        to: usize,
        with: &str,
        may_join: bool,
    ) {
        let gone = text.get(from..to).unwrap_or_default().to_owned();
        text.replace_range(from..to, with);
        self.forth.clear();
        if !(may_join && self.open && self.join(from, &gone, with)) {
            self.back.push(Change {
                at: from,
                gone,
                came: with.to_owned(),
            });
        }
        self.open = may_join;
    }

    fn join(&mut self, from: usize, gone: &str, with: &str) -> bool {
        let Some(last) = self.back.last_mut() else {
            return false;
        };
        if gone.is_empty() && last.gone.is_empty() && from == last.at + last.came.len() {
            let new_word = last.came.ends_with(char::is_whitespace) && !with.trim().is_empty();
            if new_word {
                return false;
            }
            last.came.push_str(with);
            return true;
        }
        if with.is_empty() && last.came.is_empty() && from + gone.len() == last.at {
            last.at = from;
            last.gone.insert_str(0, gone);
            return true;
        }
        false
    }

    /// Takes the last step back; returns where the caret goes.
    pub fn undo(&mut self, text: &mut String) -> Option<usize> {
        let change = self.back.pop()?;
        text.replace_range(change.at..change.at + change.came.len(), &change.gone);
        let caret = change.at + change.gone.len();
        self.forth.push(change);
        self.open = false;
        Some(caret)
    }

    /// Does the last step again that was taken back; returns where the caret goes.
    pub fn redo(&mut self, text: &mut String) -> Option<usize> {
        let change = self.forth.pop()?;
        text.replace_range(change.at..change.at + change.gone.len(), &change.came);
        let caret = change.at + change.came.len();
        self.back.push(change);
        self.open = false;
        Some(caret)
    }
}

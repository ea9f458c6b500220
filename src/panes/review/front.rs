//! The first page of a hand-in: what they want to know, each answer with what is said to it, and what goes back.

use std::path::Path;

use crate::domain::practice::coach::{Coaching, Words};
use crate::domain::practice::record::Input;
use crate::domain::time::clock_text;
use crate::look::Role;
use crate::widgets::stops::Stops;

/// What is said of ratings that are begun and not whole.
const HALF: &str = "A rating that is begun and not whole is left out of it. Give each line its word, and write the file again.";

/// The page, for so many cells; `written` is the file that goes back, once it is there.
pub fn front(coaching: &Coaching, written: Option<&Path>, width: u16) -> Stops {
    let mut page = Stops::new(width);
    let hand_in = coaching.hand_in();
    if let Some(path) = written {
        page.say("The answer is written. Send this file back:", Role::Strong);
        page.say(&path.display().to_string(), Role::Ink);
        if coaching.half_rated() > 0 {
            page.say(HALF, Role::Warn);
        }
        page.gap();
    }
    let from = match hand_in.from.as_str() {
        "" => String::new(),
        from => format!(", from {from}"),
    };
    let day = hand_in.at.format("%-d %B %Y");
    page.say(&format!("{}{from}, {day}", hand_in.title), Role::Dim);
    if !hand_in.ask.is_empty() {
        page.say("What they want to know", Role::Dim);
        page.say(&hand_in.ask, Role::Strong);
    }
    page.gap();
    for (at, handed) in hand_in.answers.iter().enumerate() {
        page.stop(|page| {
            page.hang(&format!("{}  ", at + 1), &handed.asked, Role::Ink);
            page.hang("   ", &facts(coaching, at), Role::Dim);
        });
    }
    page.gap();
    let text = match (coaching.text.trim(), coaching.coach.trim()) {
        ("", "") => "A word to all of it, and your name".to_owned(),
        ("", name) => format!("A word to all of it; signed {name}"),
        (text, name) => format!("{text} {name}"),
    };
    page.stop(|page| page.hang("", &text, Role::Ink));
    page.stop(|page| page.line("Write the file that goes back", Role::Ink));
    page
}

/// `Typed, 1:35, aim 1:00 to 2:10. Partly; a comment.`
fn facts(coaching: &Coaching, at: usize) -> String {
    let Some(handed) = coaching.hand_in().answers.get(at) else {
        return String::new();
    };
    let how = match handed.input {
        Input::Typed => "Typed",
        Input::Aloud => "Spoken, notes only",
    };
    let length = clock_text(handed.seconds.into());
    let aim = handed.window.map_or_else(String::new, |(low, high)| {
        format!(
            ", aim {} to {}",
            clock_text(low.into()),
            clock_text(high.into())
        )
    });
    let begun = coaching
        .bench(at)
        .is_some_and(|bench| bench.sheet().is_begun());
    let rated = match coaching.level(at) {
        Some(level) => level.word(),
        None if begun => "Rating begun",
        None => "Not rated",
    };
    let written = coaching.words(at).is_some_and(|w| *w != Words::default());
    let comment = if written { "; commented" } else { "" };
    format!("{how}, {length}{aim}. {rated}{comment}.")
}

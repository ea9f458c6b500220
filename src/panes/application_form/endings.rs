//! How an application can end, in the form and in lists.

use crate::desk::{Desk, Go, Section};
use crate::domain::follow;
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Outcome as Ending};
use crate::widgets::form::{Field, Value};

/// How an application can end, with the words in the form.
pub const ENDINGS: [(&str, Option<Ending>); 6] = [
    ("it goes on", None),
    ("offer accepted", Some(Ending::Accepted)),
    ("offer declined", Some(Ending::Declined)),
    ("they chose somebody else", Some(Ending::Rejected)),
    ("I withdrew", Some(Ending::Withdrew)),
    ("nothing was heard", Some(Ending::NoReply)),
];

/// How an application ended, in words; empty while it goes on.
pub fn ending_words(application: &Application) -> &'static str {
    let ended = ENDINGS.iter().find(|e| e.1 == Some(application.outcome));
    ended.map_or("", |e| e.0)
}

/// The month of its end and how that was: `Mar 2024, I withdrew`.
pub fn ended_words(application: &Application) -> String {
    let month = application.ended_on().map(|d| d.format("%b %Y, "));
    let month = month.map_or_else(String::new, |words| words.to_string());
    format!("{month}{}", ending_words(application))
}

/// How it ended, or that it goes on.
pub fn ending(before: Option<&Application>) -> Field {
    let words = ENDINGS.iter().map(|e| e.0.to_owned()).collect();
    let place = |a: &Application| ENDINGS.iter().position(|e| e.1 == Some(a.outcome));
    let at = before.filter(|a| a.closed).and_then(place).unwrap_or(0);
    Field::new("Ending", Value::Choice(words, at))
}

/// Says that it is saved, or, where it has just come to an end, what became of it, and leads on: what an ending leads to
/// stands on Today.
pub fn lead_on(id: &ApplicationId, was_closed: bool, saved: Option<&String>, desk: &mut Desk<'_>) {
    let today = desk.now.date();
    let news = (desk.model.journey.get(id)).and_then(|a| follow::news(a, today));
    let news = news.filter(|_| !was_closed).and_then(follow::told);
    if let Some(words) = saved {
        desk.say_undoable(news.unwrap_or(words));
    }
    desk.go(news.map_or(Go::Back, |_| Go::Section(Section::Today)));
}

//! The title and the line of words of each screen.

use super::{card, named};
use crate::desk::View;
use crate::domain::practice::chairs::{Chairs, Phase};
use crate::domain::practice::record::Seat;
use crate::panes::Head;

/// The title: who asks whom, and how far it is.
pub fn head(chairs: &Chairs, view: &View<'_>) -> Head {
    let (asks, answers) = (chairs.name(Seat::Asks), chairs.name(Seat::Answers));
    let (at, of) = chairs.position();
    let (left, right) = match (chairs.phase(), chairs.seat()) {
        (Phase::Cover | Phase::Over, _) => ("Two chairs".to_owned(), String::new()),
        (Phase::Card, _) => (
            format!("{asks} asks, {answers} answers"),
            card::clock_words(chairs, view.now),
        ),
        (Phase::Reveal, _) => (
            "Both ratings, open now".to_owned(),
            format!("{answers} answered"),
        ),
        (_, Seat::Asks) => (format!("{asks} rates {answers}"), "sealed".to_owned()),
        (_, Seat::Answers) => (format!("{answers}, your own answer"), "sealed".to_owned()),
    };
    Head::Title {
        left: named(view.model, &left),
        middle: format!("{at} of {of}"),
        right: named(view.model, &right),
    }
}

/// What the line of words says.
pub fn status(chairs: &Chairs, view: &View<'_>) -> String {
    let words = match (chairs.phase(), chairs.seat()) {
        (Phase::Card, _) => card::status(chairs),
        (Phase::Points, _) => "Space: not said, said, half said. Nobody else sees it yet.".into(),
        (Phase::Words, _) => {
            "1 to 4 give the marked line its word. It is sealed after that.".into()
        }
        (Phase::Anchors(_), _) => "In no special order. Which fits your answer best?".into(),
        (Phase::Lines, Seat::Asks) => {
            "One thing to keep and one to change; any may stay empty.".into()
        }
        (Phase::Lines, Seat::Answers) => "It may stay empty. Sealed, both ratings open.".into(),
        (Phase::Reveal, _) => "An agreed word stands above both ratings.".into(),
        (Phase::Cover | Phase::Over, _) => String::new(),
    };
    named(view.model, &words)
}

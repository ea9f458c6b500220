//! The end of a second look: each word that the answer got, in one table with the gap; what others wrote to it; and
//! what was heard otherwise than then.

use chrono::NaiveDate;

use crate::desk::Model;
use crate::domain::level::Level;
use crate::domain::practice::eyes::{Eye, apart};
use crate::domain::practice::record::{Mark, Rater, Rating};
use crate::domain::practice::review::Review;
use crate::domain::text::capital;
use crate::domain::time::short_date;
use crate::look::Role;
use crate::widgets::stops::Stops;

/// Cells of a word of the scale, before who gave it.
const WORD: usize = 9;

/// The page, for so many cells; empty before the second look is kept.
pub fn page(review: &Review<'_>, model: &Model, today: NaiveDate, width: u16) -> Stops {
    let mut page = Stops::new(width);
    let cold = review.eyes.iter().find(|eye| eye.rater == Rater::Cold);
    let Some(cold) = cold else {
        return page;
    };
    page.stop(|page| table(review, model, today, page));
    for eye in &review.eyes {
        written(eye, model, &mut page);
    }
    otherwise(review, cold, model, &mut page);
    page
}

/// `Partly   Your first word, 2 Mar`, and under it each other one with how far it lies from that.
fn table(review: &Review<'_>, model: &Model, today: NaiveDate, page: &mut Stops) {
    let line = |page: &mut Stops, level: Level, words: &str, role: Role| {
        page.hang(&format!("{:WORD$}", level.word()), &model.hide(words), role);
    };
    let own = review.rating;
    if let Some(own) = own {
        let words = format!("{}, {}", whose(own), day(own, today));
        line(page, own.level, &words, Role::Ink);
    }
    let mut eyes: Vec<&Eye<'_>> = review.eyes.iter().collect();
    eyes.sort_by_key(|eye| eye.rater);
    for eye in eyes {
        let Some(rating) = eye.rating else { continue };
        let gap = own.map_or_else(String::new, |own| {
            format!(": {}", apart(own.level, rating.level))
        });
        let words = format!("{}, {}{gap}", eye.who(), day(rating, today));
        let role = match eye.rater {
            Rater::Cold => Role::Strong,
            _ => Role::Ink,
        };
        line(page, rating.level, &words, role);
    }
}

/// Whose word the first one is.
const fn whose(own: &Rating) -> &'static str {
    match own.rater {
        Rater::Agreed => "What you both settled on",
        _ => "Your first word",
    }
}

fn day(rating: &Rating, today: NaiveDate) -> String {
    match rating.at.date_naive() {
        day if day == today => "today".to_owned(),
        day => short_date(day, today),
    }
}

/// What somebody wrote to it.
fn written(eye: &Eye<'_>, model: &Model, page: &mut Stops) {
    let Some(comment) = eye.comment else { return };
    let lines = [("Keep: ", &comment.keep), ("Change: ", &comment.change)];
    page.gap();
    page.stop(|page| {
        page.say(&model.hide(&eye.who()), Role::Dim);
        for (head, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
            page.hang(head, &model.hide(text), Role::Ink);
        }
        for paragraph in comment.text.lines() {
            page.say(&model.hide(paragraph), Role::Ink);
        }
    });
}

/// The points that were heard otherwise than then, under one head for all that went the same way.
fn otherwise(review: &Review<'_>, cold: &Eye<'_>, model: &Model, page: &mut Stops) {
    let points = review.otherwise(cold);
    if points.is_empty() && !review.points().is_empty() {
        page.gap();
        page.say("You ticked every point as you did then.", Role::Ink);
    }
    let mut ways: Vec<(Mark, Mark)> = Vec::new();
    for (_, now, then) in &points {
        if !ways.contains(&(*now, *then)) {
            ways.push((*now, *then));
        }
    }
    for (now, then) in ways {
        page.gap();
        let mut head = format!("{} then, {} now", capital(then.word()), now.word());
        for (point, ..) in points.iter().filter(|p| (p.1, p.2) == (now, then)) {
            page.stop(|page| {
                page.say(&std::mem::take(&mut head), Role::Strong);
                page.hang("- ", &model.hide(point), Role::Ink);
            });
        }
    }
}

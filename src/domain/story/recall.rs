//! When a story is to be named again: the same memory model as for questions.
//!
//! Nothing is stored but how it went; the day it comes back is worked out as of today.

use chrono::{Days, NaiveDate};

use super::{Mark, Named, Story};
use crate::domain::library::Card;
use crate::domain::order::InOrder;
use crate::domain::practice::schedule::{Grade, Review, next_day};

/// Longest interval in days: each story should be there once in two weeks.
const LONGEST: u64 = 14;

/// The day on which a story is to be named again, as it looks now; one that never was is due on the day after it was
/// written down. All come back before the day of an interview.
pub fn next_due(story: &Story, aim: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    let reviews: Vec<Review> = (story.recall.iter())
        .map(|recalled| Review {
            day: recalled.day,
            grade: match recalled.how {
                Named::Ok => Grade::Good,
                Named::Slow => Grade::Hard,
                Named::Missed => Grade::Again,
            },
            retried: recalled.how == Named::Missed,
        })
        .collect();
    let before = aim.filter(|date| *date >= today);
    let Some(due) = next_day(&reviews, before) else {
        return story.created.map_or(today, |day| day + Days::new(1));
    };
    let last = reviews.last().map_or(today, |review| review.day);
    due.min(last + Days::new(LONGEST))
}

/// The stories to be named now, with their places: those that were missed first, then what waits longest. One that no
/// question of the pool asks for waits until one does.
pub fn due<'a>(
    stories: &'a [Story],
    pool: &[&Card],
    aim: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<(usize, &'a Story)> {
    let asks = |card: &&Card, story: &Story| story.fits(&card.competencies) == Mark::Shows;
    let all = stories.iter().enumerate();
    let all = all.filter(|(_, story)| pool.iter().any(|card| asks(card, story)));
    let mut due: Vec<_> = all
        .map(|(at, story)| (next_due(story, aim, today), at, story))
        .filter(|(day, ..)| *day <= today)
        .collect();
    due.order_by_key(|(day, at, story)| {
        let missed = (story.recall.last()).is_some_and(|last| last.how == Named::Missed);
        (!missed, *day, *at)
    });
    due.into_iter().map(|(_, at, story)| (at, story)).collect()
}

//! What of the days stands on Today, and what stands on the last ones.

use chrono::NaiveDate;

use super::{Kind, Part, Step};
use crate::domain::journey::{Application, Round};
use crate::domain::next::near::{CARD, NOTES};
use crate::domain::next::outlook::Outlook;
use crate::domain::next::thing::{Thing, Todo};
use crate::domain::next::words::getting_ready;
use crate::domain::practice::pick::{Filter, minutes};
use crate::domain::practice::schedule::Due;

impl Outlook<'_> {
    /// Today's share of the days until the next interview: the steps of its stage in one line, each other step in its own.
    pub(in crate::domain::next) fn share(&self) -> Vec<Thing> {
        let Some((application, round)) = self.next_round() else {
            return Vec::new();
        };
        let today = self.now.date();
        let days = self.days(application, round);
        let first = days.and_then(|days| days.list.into_iter().next());
        let Some(first) = first.filter(|d| d.part == Part::Before && d.date == today) else {
            return Vec::new();
        };
        let open = |step: &Step| step.done.is_none() && step.kind == Kind::Ticked;
        let steps = first.steps.into_iter().filter(open);
        let (of_stage, steps): (Vec<_>, Vec<_>) =
            steps.partition(|step| matches!(step.todo, Todo::Sheet(..)));
        let minutes = of_stage.iter().map(|step| step.minutes).sum();
        let prepare = self.preparation(minutes).filter(|_| !of_stage.is_empty());
        let things = steps.into_iter().map(|step| Thing {
            todo: step.todo,
            title: step.text,
            minutes: step.minutes,
            reason: getting_ready(application, round, today),
        });
        prepare.into_iter().chain(things).collect()
    }

    /// What comes back by itself on a day, as much as its minutes hold; `due`: the answers that come back until then.
    pub(super) fn comes_back(&self, date: NaiveDate, due: &[Due<'_>], mut left: u32) -> Vec<Step> {
        let things = if date == self.now.date() {
            let mut things = self.asked();
            things.extend(self.due());
            things.extend(self.stories_to_name());
            things
        } else {
            self.due_on(date, due).into_iter().collect()
        };
        let mut steps = Vec::new();
        for thing in things {
            if thing.minutes <= left {
                left -= thing.minutes;
                steps.push(opened(thing));
            }
        }
        steps
    }

    /// The answers that come back on a later day.
    fn due_on(&self, date: NaiveDate, due: &[Due<'_>]) -> Option<Thing> {
        let due = due.iter().filter(|d| d.since == date);
        let cards: Vec<_> = due.filter_map(|d| self.library.card(d.question)).collect();
        if cards.is_empty() {
            return None;
        }
        let filter = Filter {
            ticked: cards.iter().map(|card| card.id.clone()).collect(),
            ..Filter::default()
        };
        let count = cards.len();
        Some(Thing {
            title: match count {
                1 => "An answer that comes back".to_owned(),
                _ => format!("{count} answers that come back"),
            },
            minutes: minutes(cards, self.factor),
            todo: Todo::Drill { filter, count },
            reason: String::new(),
        })
    }

    /// What belongs to the last evening.
    pub(super) fn evening(
        &self,
        (application, round): (&Application, &Round),
        steps: Vec<Step>,
        eve: NaiveDate,
    ) -> Vec<Step> {
        let now = eve == self.now.date();
        let fits = |mock: &Thing| {
            let limit = self.minutes_on(eve);
            limit.is_none_or(|limit| mock.minutes <= limit.into())
        };
        let mock = self
            .mock((application, round))
            .filter(|mock| now && fits(mock));
        let mut all = steps;
        all.extend(mock.map(opened));
        all.extend(kept(application, round, true));
        all
    }
}

/// A thing as a step that needs no tick.
pub(super) fn opened(thing: Thing) -> Step {
    Step {
        todo: thing.todo,
        kind: Kind::Opened,
        text: thing.title,
        minutes: thing.minutes,
        done: None,
    }
}

/// The card, and one's own notes.
pub(super) fn kept(application: &Application, round: &Round, notes: bool) -> Vec<Step> {
    let id = || application.id.clone();
    let notes = notes.then(|| (Todo::Notes(id(), round.slot()), NOTES));
    let card = (Todo::Card(id(), round.slot()), CARD);
    let both = notes.into_iter().chain([card]);
    both.map(|(todo, text)| Step {
        todo,
        kind: Kind::Opened,
        text: text.to_owned(),
        minutes: 0,
        done: None,
    })
    .collect()
}

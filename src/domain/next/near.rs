//! The days around an interview: the week before it, its eve, its own day, and what an ending leads to.

use chrono::{Duration, NaiveDate, Timelike};

use super::left::Left;
use super::outlook::{FIVE_MINUTES, Outlook, SMALL, SOON, five_minute_mock};
use super::thing::{Thing, Todo};
use super::words::{getting_ready, talk};
use crate::domain::ahead::{is_near, next_of_all, to_come};
use crate::domain::card::in_last_hour;
use crate::domain::follow;
use crate::domain::journey::{Application, Outcome, Round};
use crate::domain::practice::past::Past;
use crate::domain::practice::pick::Filter;
use crate::domain::practice::record::{Form, SittingHead};
use crate::domain::prepare::{Prepared, prepared};

/// Questions of a drill for a stage.
const STAGE: usize = 6;

/// Days of rest after the mock of a round was sat.
const MOCK_REST: i64 = 2;

/// Minutes that a mock may take on the last evening.
const EVENING: u32 = 60;

/// Minutes of the warm-up, and of a talk.
const WARM_UP: u32 = 3;
const TALK: u32 = 10;

/// Hours before the interview up to which steps of preparation are still offered on its day, and the hour from which
/// the rest of a day is called tonight.
const STEPS: i64 = 2;
const TONIGHT: u32 = 17;

/// The page of the interview from its top, and its card.
pub(super) const NOTES: &str = "Your notes and your questions to them";
pub(super) const CARD: &str = "The last ten minutes: your card";

/// Days ahead from which weak answers are taken where they do not wait for their day.
const COMES_BACK: i64 = 14;

/// An interview, with its job.
type Of<'a> = (&'a Application, &'a Round);

impl<'a> Outlook<'a> {
    /// The next round of all that is not over yet.
    pub(super) fn next_round(&self) -> Option<(&'a Application, &'a Round)> {
        next_of_all(self.applications, self.entries, self.now.wall)
    }

    /// All rounds that are to come on the day of the next one, the soonest first.
    fn rounds_of_its_day(&self) -> Vec<Of<'a>> {
        let coming = to_come(self.applications, self.entries, self.now.wall);
        let day = coming.first().and_then(|(_, round)| round.date);
        let same = |(_, round): &Of<'_>| round.date == day;
        coming.into_iter().filter(same).collect()
    }

    /// The cards of those after the next one.
    fn later_cards(&self) -> impl Iterator<Item = Thing> {
        let later = self.rounds_of_its_day().into_iter().skip(1);
        later.map(|of| self.card(of))
    }

    /// Days to the next round.
    pub(super) fn days_to(&self) -> Option<i64> {
        let (_, round) = self.next_round()?;
        Some((round.date? - self.now.date()).num_days())
    }

    /// On the day itself, until it is over: no exam any more, only what one wrote oneself, steps there is time for, and a
    /// warm-up.
    pub(super) fn before_the_hour(&self) -> Vec<Thing> {
        let warm_up = Thing {
            todo: Todo::WarmUp,
            title: "Warm-up".to_owned(),
            minutes: WARM_UP,
            reason: "two easy questions, nothing is rated".to_owned(),
        };
        let today = self.now.date();
        let warm = |h: &SittingHead| h.warm_up && h.started.date_naive() == today;
        let warm_up = (!self.sittings.iter().any(warm)).then_some(warm_up);
        let steps = self.preparation_near().filter(|_| self.has_time());
        let last = (self.next_round()).is_some_and(|(_, round)| in_last_hour(round, self.now.wall));
        let card = self.next_round().map(|of| self.card(of));
        let things = if last {
            // The card has the notes on it.
            [card, None, warm_up, None]
        } else {
            [self.notes(), steps, warm_up, card]
        };
        let things = things.into_iter().flatten();
        things.chain(self.later_cards()).collect()
    }

    /// Whether there is time left on the day itself for steps of preparation.
    fn has_time(&self) -> bool {
        let hour = self.next_round().and_then(|(_, r)| r.time);
        hour.is_none_or(|hour| hour - self.now.time() >= Duration::hours(STEPS))
    }

    /// What gets one ready for just this interview: before its last day the share of this day. On the last evening one's
    /// notes belong to it, and once all is prepared they come first, with a line that this is enough.
    pub(super) fn ready(&self) -> Vec<Thing> {
        if self.days_to().is_none_or(|days| days > 1) {
            return self.share();
        }
        let near = self
            .next_round()
            .is_some_and(|(_, r)| is_near(r, self.now.wall));
        let notes = self.notes().filter(|_| near).into_iter();
        let cards = self.rounds_of_its_day().into_iter().filter(|_| near);
        let cards = cards.map(|of| self.card(of));
        let mocks = self.rounds_of_its_day().into_iter();
        let mocks = mocks.filter_map(|of| self.mock(of));
        if let Some(enough) = self.enough().filter(|_| near) {
            return notes.chain(cards).chain([enough]).chain(mocks).collect();
        }
        let steps = self.preparation_near().into_iter();
        steps.chain(mocks).chain(notes).chain(cards).collect()
    }

    /// The page of the next round from its top: when, where and whom, one's own notes and questions.
    fn notes(&self) -> Option<Thing> {
        let sheet = self.sheet(NOTES.to_owned())?;
        let (application, round) = self.next_round()?;
        let todo = Todo::Notes(application.id.clone(), round.slot());
        Some(Thing { todo, ..sheet })
    }

    /// The one page for the last ten minutes before a round.
    fn card(&self, (application, round): Of<'_>) -> Thing {
        Thing {
            todo: Todo::Card(application.id.clone(), round.slot()),
            title: CARD.to_owned(),
            minutes: 0,
            reason: getting_ready(application, round, self.now.date()),
        }
    }

    /// The line that ends the preparation, once every step is done.
    fn enough(&self) -> Option<Thing> {
        let Prepared { done, all, .. } = self.prepared()?;
        let tonight = if self.now.time().hour() < TONIGHT {
            "today"
        } else {
            "tonight"
        };
        let words = || format!("{done} of {all} done. That is enough for {tonight}.");
        (all > 0 && done == all)
            .then(words)
            .and_then(|w| self.sheet(w))
    }

    /// The day of the last yes, while that is news and nothing new has begun: from then on nobody has to practice.
    pub(super) fn said_yes(&self) -> Option<NaiveDate> {
        let today = self.now.date();
        let yes = |a: &&Application| follow::news(a, today) == Some(Outcome::Accepted);
        let said = self.applications.iter().filter(yes);
        let day = said.filter_map(follow::came).max()?;
        let goes_on = |a: &Application| !a.closed && a.since > day;
        let next = self.next_round().is_some() || self.applications.iter().any(goes_on);
        (!next).then_some(day)
    }

    /// On the day before: what gets one ready for this interview, then weak answers before anything new; what has nothing
    /// to do with it comes last.
    pub(super) fn eve(&self) -> Vec<Thing> {
        let mut things = self.ready();
        things.extend(self.go_on(true));
        things.extend(self.doubts(false));
        things.extend(self.first_steps());
        things.extend(self.stories_to_name());
        let mut weak: Vec<Thing> = self.asked();
        weak.extend(self.due());
        weak.extend(self.weak(SMALL));
        weak.truncate(SMALL);
        things.extend(weak);
        things.extend(self.stage());
        things.extend(self.ratings());
        things.extend(self.talks());
        things
    }

    /// The five-minute mock, for somebody who has not answered anything yet.
    pub(super) fn first_steps(&self) -> Option<Thing> {
        let left = |l: Left<'_>| l.head.title == FIVE_MINUTES;
        let new = self.history.facts().is_empty() && !self.unfinished.is_some_and(left);
        new.then(five_minute_mock)
    }

    /// How far the preparation of the next round is.
    fn prepared(&self) -> Option<Prepared> {
        let (application, round) = self.next_round()?;
        let sheet = self.library.stage(round.stage)?;
        let near = is_near(round, self.now.wall);
        Some(prepared(&sheet, Some(application), near, |step| {
            application.tick_for(round, step).is_some()
        }))
    }

    /// The page of the next round.
    fn sheet(&self, title: String) -> Option<Thing> {
        let (application, round) = self.next_round()?;
        Some(Thing {
            todo: Todo::Sheet(application.id.clone(), round.stage),
            title,
            minutes: 0,
            reason: getting_ready(application, round, self.now.date()),
        })
    }

    /// The steps of preparation that are open, of which so many minutes are for today.
    pub(super) fn preparation(&self, minutes: u32) -> Option<Thing> {
        let Prepared { done, all, .. } = self.prepared()?;
        let words = || format!("Prepare: {done} of {all} steps done");
        let sheet = (done < all).then(words).and_then(|w| self.sheet(w))?;
        Some(Thing { minutes, ..sheet })
    }

    /// The same on the last day and on its own. How long they take counts on the last evening, when all of them are for
    /// one day.
    fn preparation_near(&self) -> Option<Thing> {
        let (_, round) = self.next_round()?;
        let minutes = self.prepared()?.minutes;
        let near = is_near(round, self.now.wall);
        self.preparation(if near { minutes } else { 0 })
    }

    /// In the last days before: answers that were weak and would come back only once the interview is over. On the eve
    /// those of today as well, since there is no other day.
    pub(super) fn weak(&self, most: usize) -> Vec<Thing> {
        let today = self.now.date();
        let Some(days) = self.days_to().filter(|n| *n <= SOON) else {
            return Vec::new();
        };
        let rests = |id: &str| {
            let last = self.history.of(id).next();
            days > 1 && last.is_some_and(|f| f.day >= today)
        };
        let later = self
            .schedule
            .due(self.history, today + Duration::days(COMES_BACK));
        later
            .into_iter()
            .filter(|d| (d.since - today).num_days() >= days)
            .filter(|d| d.level.is_none_or(|l| !l.carries()))
            .filter(|d| !rests(d.question) && !self.has_line(d.question))
            .filter_map(|d| Some((self.library.card(d.question)?, d.why())))
            .take(most)
            .map(|(card, why)| self.question(card, &why))
            .collect()
    }

    /// The mock that was chosen for a round, on the last day before it.
    pub(super) fn mock(&self, (application, round): Of<'_>) -> Option<Thing> {
        let today = self.now.date();
        let mock = self.library.blueprints.get(round.mock.as_ref()?.as_str())?;
        let sat = |h: &SittingHead| {
            let same = h.shape.as_ref().is_some_and(|s| s.blueprint == mock.id);
            same && (today - h.started.date_naive()).num_days() < MOCK_REST
        };
        let minutes = self.factor.minutes(mock.minutes);
        // A whole day of it is nothing for the last evening.
        let fits = mock.minutes <= EVENING || !is_near(round, self.now.wall);
        (fits && !self.sittings.iter().any(sat)).then(|| Thing {
            todo: Todo::Mock(mock.id.clone()),
            title: format!("Mock: {}", mock.title),
            minutes,
            reason: getting_ready(application, round, today),
        })
    }

    /// A drill for the next round.
    pub(super) fn stage(&self) -> Option<Thing> {
        let (application, round) = self.next_round()?;
        let filter = Filter {
            stage: Some(round.stage),
            family: Some(self.family.clone()),
            ..Filter::default()
        };
        self.drill(
            filter,
            STAGE,
            format!("Drill: {}", talk(round.stage)),
            getting_ready(application, round, self.now.date()),
        )
    }

    /// The talk that an ending or an offer leads to, until it was rehearsed.
    pub(super) fn talks(&self) -> Vec<Thing> {
        let today = self.now.date();
        let thing = |application: &Application| {
            let outcome = follow::news(application, today)?;
            let talk = self
                .library
                .scenarios
                .get(follow::talk(outcome)?.as_str())?;
            let since = follow::came(application).map_or(today, |day| day.min(today));
            let held = |past: &Past| {
                let day = past.at.date_naive();
                past.form == Form::Talk(talk.id.clone()) && day >= since
            };
            (!self.past.newest().any(held)).then(|| Thing {
                todo: Todo::Talk(talk.id.clone()),
                title: format!("Talk: {}", talk.title),
                minutes: TALK,
                reason: format!("for the time after {}", application.employer),
            })
        };
        self.applications.iter().filter_map(thing).collect()
    }
}

//! What there is to do, best first.

use chrono::{Duration, NaiveDate};

use super::left::{Left, left_words};
use super::outlook::{AHEAD, FIVE_MINUTES, Outlook, SMALL, SOON, five_minute_mock};
use super::thing::{Thing, Todo};
use super::undebriefed::{FRESH, to_debrief};
use super::words::talk;
use crate::domain::debriefed::debrief_of;
use crate::domain::id::{CompetencyId, QuestionId};
use crate::domain::library::Card;
use crate::domain::practice::assess::seconds_of;
use crate::domain::practice::history::{Fact, Source};
use crate::domain::practice::pick::{Filter, LastTime, minutes, typical, why_words};
use crate::domain::practice::record::{Form, SittingHead, Why};
use crate::domain::practice::second;
use crate::domain::practice::tally;
use crate::domain::practice::waiting::{self, Waiting};

/// Longest list.
const MOST: usize = 5;

/// Days after a round that count ahead of another interview; lines of such rounds before the rest.
const FADES: i64 = 2;
const DEBRIEFS: usize = 2;

/// What to do, best first, as much as the minutes of a day hold; never empty.
pub fn next_up(outlook: &Outlook<'_>) -> Vec<Thing> {
    let mut things: Vec<Thing> = Vec::new();
    let days = outlook.days_to();
    let (first, later) = outlook.debriefs();
    things.extend(first);
    things.extend(outlook.answers(true));
    if days == Some(0) {
        things.extend(outlook.before_the_hour());
        things.extend(later);
        things.truncate(MOST);
        return things;
    }
    if let Some(since) = outlook.said_yes() {
        things.extend(after_a_yes(outlook, since));
        return things;
    }
    if days == Some(1) {
        things.extend(outlook.eve());
        things.extend(outlook.tell());
    } else {
        things.extend(outlook.go_on(true));
        things.extend(outlook.tell());
        // What a real interview asked comes first, however full the days before the next one are.
        things.extend(outlook.asked());
        let (ready, doubts) = (outlook.ready(), outlook.doubts(false));
        let soon = days.is_some_and(|days| days <= SOON);
        let of_the_next = if soon {
            [ready, doubts]
        } else {
            [doubts, ready]
        };
        things.extend(of_the_next.into_iter().flatten());
        things.extend(outlook.answers(false));
        things.extend(outlook.talks());
        things.extend(outlook.ratings());
        things.extend(outlook.missing_story());
        things.extend(outlook.stories_to_name());
        things.extend(outlook.first_steps());
        things.extend(outlook.due());
        things.extend(outlook.weak(SMALL));
        things.extend(outlook.stage());
        things.extend(outlook.second_look());
        things.extend(outlook.weakest());
        things.extend(outlook.new_ones());
    }
    things.extend(later);
    things.extend(outlook.doubts(true));
    things.extend(outlook.go_on(false));
    if things.is_empty() {
        things.push(five_minute_mock());
    }
    let said = outlook.minutes_on(outlook.now.date());
    let eve = days == Some(1);
    let budget = said.unwrap_or(outlook.minutes_a_day);
    within(things, budget.into(), eve, eve && said.is_some())
}

/// What is left since the day of a yes to an offer: what was begun after it, and nothing that has to be.
fn after_a_yes(outlook: &Outlook<'_>, since: NaiveDate) -> impl Iterator<Item = Thing> {
    let asked = |l: &Left<'_>| l.head.started.date_naive() >= since;
    let begun = outlook.unfinished.filter(asked).and(outlook.go_on(true));
    let free = Thing {
        reason: "only if you want to; nothing is due".to_owned(),
        ..five_minute_mock()
    };
    begun.into_iter().chain([free])
}

/// The first ones that fit into the minutes of a day, at least one; `all_of_it`: a mock has to fit, too.
fn within(things: Vec<Thing>, budget: u32, eve: bool, all_of_it: bool) -> Vec<Thing> {
    let mut spent = 0;
    let mut kept: Vec<Thing> = Vec::new();
    for thing in things {
        // A mock that somebody chose, the steps of the days before an interview, its ratings, what was begun, doubts and what an ending leads to come whatever a usual day holds, and
        // are theirs to put off.
        let mock = matches!(thing.todo, Todo::Mock(_)) && !all_of_it;
        let chosen = mock
            || matches!(
                thing.todo,
                Todo::Rate(_)
                    | Todo::Doubt(..)
                    | Todo::Talk(_)
                    | Todo::Sheet(..)
                    | Todo::Step { .. }
                    | Todo::Notes(..)
                    | Todo::Card(..)
                    | Todo::Answer(_)
                    | Todo::Tell(..)
                    | Todo::GoOn(_)
            );
        let fits = chosen || spent + thing.minutes <= budget;
        // Of two interviews of one day each has its card, however much there is to do.
        let room = kept.len() < MOST || matches!(thing.todo, Todo::Card(..));
        if room && (kept.is_empty() || fits) {
            // On the last evening steps are taken one by one; only who says how long it is has them counted.
            let by_steps = matches!(thing.todo, Todo::Sheet(..)) && eve && !all_of_it;
            spent += if by_steps { 0 } else { thing.minutes };
            kept.push(thing);
        }
    }
    kept
}

impl Outlook<'_> {
    /// What was begun and not finished; apart from it, what was opened and left without an answer.
    pub(super) fn go_on(&self, begun: bool) -> Option<Thing> {
        let Left {
            head,
            left,
            minutes: time,
            begun: _,
        } = self.unfinished.filter(|left| left.begun == begun)?;
        let items = match &head.form {
            Form::Items(items) => items.as_slice(),
            Form::Drill | Form::Talk(_) | Form::Chairs(_) => &[],
        };
        let items = items.iter().rev().take(left);
        let items = items.filter_map(|id| self.library.items.get(id.as_str()));
        let seconds = items.map(|item| seconds_of(item.kind())).sum();
        let items = head.factor.apply(seconds).div_ceil(60);
        let cards = head.plan.iter().rev().take(left);
        let cards = cards.filter_map(|p| self.library.card(p.question.as_str()));
        Some(Thing {
            todo: Todo::GoOn(head.id.clone()),
            title: format!("Go on with: {}", self.name_of(head)),
            minutes: match time {
                Some(minutes) => minutes.max(2),
                None if items > 0 => items,
                None if head.title == FIVE_MINUTES => minutes(cards, head.factor).clamp(2, 5),
                None => minutes(cards, head.factor).max(2),
            },
            reason: left_words(head, left),
        })
    }

    /// What a sitting that was left is called: one of a single question goes by its words.
    fn name_of(&self, head: &SittingHead) -> String {
        let only = match head.plan.as_slice() {
            [only] if head.shape.is_none() => {
                self.library.asked(only.question.as_str(), only.wording)
            }
            _ => None,
        };
        only.unwrap_or_else(|| head.title.clone())
    }

    /// Rounds of the last days that nothing was written about: a few that come first, and those that can wait, which the
    /// older ones do when another interview is near.
    fn debriefs(&self) -> (Vec<Thing>, Vec<Thing>) {
        let days = match self.days_to() {
            Some(0) => 0,
            Some(days) if days <= AHEAD => FADES,
            _ => FRESH,
        };
        let since = self.now.date() - Duration::days(days);
        let (mut first, mut later) = (Vec::new(), Vec::new());
        for (application, round) in to_debrief(self.applications, self.entries, self.now) {
            let slot = round.slot();
            let time = application.telling_time(slot);
            let time = time.map_or_else(String::new, |t| t.format(" at %H:%M").to_string());
            let what = talk(round.stage);
            let does = match debrief_of(self.entries, application, slot) {
                Some(_) => "Go on with the debrief",
                None => "Debrief",
            };
            let thing = Thing {
                todo: Todo::Debrief {
                    application: application.id.clone(),
                    slot,
                },
                title: format!("{does}: {}, {what}{time}", application.employer),
                minutes: 2,
                reason: "while it is fresh".to_owned(),
            };
            if first.len() < DEBRIEFS && round.date >= Some(since) {
                first.push(thing);
            } else {
                later.push(thing);
            }
        }
        (first, later)
    }

    /// The newest answers that wait for their rating.
    pub(super) fn ratings(&self) -> Option<Thing> {
        let from = self.now.date() - Duration::days(waiting::DAYS);
        let all = waiting::waiting(self.sittings, self.history, self.library, Some(from));
        let newest = all.first()?;
        // One answer goes by its question: a drill of that name says nothing.
        let title = match self.first_of(newest).filter(|_| newest.left == 1) {
            Some(question) => format!("{} to: {question}", newest.words()),
            None => format!("{} of: {}", newest.words(), newest.head.title),
        };
        Some(Thing {
            todo: Todo::Rate(newest.head.id.clone()),
            title,
            minutes: u32::try_from(newest.left).unwrap_or(u32::MAX),
            reason: "given, and not rated yet".to_owned(),
        })
    }

    /// Answers of an earlier day to be rated again, without their first rating.
    fn second_look(&self) -> Option<Thing> {
        let due = second::due(self.history, self.library, self.now.date());
        let answers = match due {
            0 => return None,
            1 => "1 answer".to_owned(),
            n => format!("{n} answers"),
        };
        Some(Thing {
            todo: Todo::SecondLook,
            title: format!("Second look at {answers}"),
            minutes: second::MINUTES * u32::try_from(due).unwrap_or(1),
            reason: "of an earlier day; your first rating stays out of sight".to_owned(),
        })
    }

    /// The first question of a sitting whose answer waits for its rating.
    fn first_of(&self, waiting: &Waiting<'_>) -> Option<String> {
        let history = self.history;
        let of_it = |f: &&Fact| {
            let open = f.level.is_none() && !f.skipped && f.source == Source::Practice;
            open && history.text(f.origin) == waiting.head.id.as_str()
        };
        let fact = history.facts().iter().find(of_it)?;
        self.library
            .asked(history.text(fact.question), fact.wording)
    }

    /// What real interviews asked and what was rough there.
    pub(super) fn asked(&self) -> Vec<Thing> {
        let asked = self.flow.steer.asked.iter();
        asked
            .filter(|(id, _)| !self.is_doubt(id.as_str()))
            .take(SMALL)
            .filter_map(|(id, employer)| {
                let card = self.library.card(id.as_str())?;
                Some(self.question(card, &Why::Asked(employer.clone())))
            })
            .collect()
    }

    /// The lowest of what is due, one line each.
    pub(super) fn due(&self) -> Vec<Thing> {
        let due = self.schedule.due(self.history, self.now.date());
        due.into_iter()
            .filter(|d| !self.has_line(d.question))
            .filter_map(|d| Some((self.library.card(d.question)?, d.why())))
            .take(SMALL)
            .map(|(card, why)| self.question(card, &why))
            .collect()
    }

    /// The competency that somebody doubted, else the weakest.
    fn weakest(&self) -> Option<Thing> {
        let doubted = self.flow.steer.competencies.first();
        let weak = tally::weakest(self.history, self.now.date());
        let (id, reason) = match (doubted, weak.first()) {
            (Some(id), _) => (id.clone(), "doubted in a real interview".to_owned()),
            (None, Some(id)) => (CompetencyId::new(id), self.standing(id)?),
            (None, None) => return None,
        };
        let title = self.library.competency_title(id.as_str());
        let filter = Filter {
            competencies: vec![id],
            family: Some(self.family.clone()),
            ..Filter::default()
        };
        self.drill(filter, SMALL, title, reason)
    }

    /// How it stands with a competency: `1 of 4 Solid or Strong`, or the last level while that is too early to
    /// say.
    fn standing(&self, competency: &str) -> Option<String> {
        let tallies = tally::competencies(self.history, self.now.date());
        let (_, tally) = tallies.into_iter().find(|(id, _)| *id == competency)?;
        let last = tally.levels.first()?.word();
        Some(match tally.state() {
            tally::State::TooEarly => format!("{last} the last time"),
            _ => tally.share(),
        })
    }

    /// Something that was never asked.
    fn new_ones(&self) -> Option<Thing> {
        let filter = Filter {
            family: Some(self.family.clone()),
            last: vec![LastTime::New],
            ..Filter::default()
        };
        let (title, reason) = ("New questions", "nothing is due, so something new");
        self.drill(filter, SMALL, title.to_owned(), reason.to_owned())
    }

    /// A drill of so many questions; `None` when none fits.
    pub(super) fn drill(
        &self,
        filter: Filter,
        count: usize,
        title: String,
        reason: String,
    ) -> Option<Thing> {
        let cards = typical(filter.matches(self.library, self.history), count);
        (!cards.is_empty()).then(|| Thing {
            minutes: minutes(cards, self.factor),
            todo: Todo::Drill { filter, count },
            title,
            reason,
        })
    }

    /// The words of a question as somebody knows them: those in which it was asked the last time.
    fn as_asked(&self, card: &Card) -> String {
        let mut facts = self.history.of(card.id.as_str());
        let last = facts.find(|f| f.source == Source::Practice);
        let asked = last.and_then(|f| self.library.asked(card.id.as_str(), f.wording));
        asked.unwrap_or_else(|| card.text.clone())
    }

    /// A drill of one question.
    pub(super) fn question(&self, card: &Card, why: &Why) -> Thing {
        let ticked: Vec<QuestionId> = vec![card.id.clone()];
        Thing {
            todo: Todo::Drill {
                filter: Filter {
                    ticked,
                    ..Filter::default()
                },
                count: 1,
            },
            title: self.as_asked(card),
            minutes: minutes([card], self.factor),
            reason: why_words(why, self.library).phrase,
        }
    }
}

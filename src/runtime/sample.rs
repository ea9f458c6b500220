//! The sample world: an invented job hunt, halfway through, to look around in.
//!
//! `assets/sample` is a home folder like any other, written as of one Thursday. It is read through the same code
//! as the user's files and moved to today, record by record, into a folder in memory. What stands on a working
//! day (a round, an entry, a date to decide) stays on one, whatever day it is today.

use std::sync::Arc;

use chrono::{Datelike as _, Days, FixedOffset, NaiveDate, Weekday};

use crate::content::mine::{self, Noted};
use crate::domain::checks::Checks;
use crate::domain::id::{EntryId, SittingId};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::practice::record::{Block, SittingRecord, Theirs};
use crate::domain::story::Story;
use crate::domain::time::{Now, Wall};
use crate::store::home::{Home, Texts};
use crate::store::memory::Memory;
use crate::store::{Result, Store, layout};

/// Path and text of every file of the sample world.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/sample_files.rs"));

/// The Thursday on which the files stand still.
const WRITTEN: (i32, u32, u32) = (2026, 3, 12);

/// The last year that can be written.
const LAST_YEAR: i32 = 9999;

/// Length of `2026-03-12-` before the words of an entry's name.
const ENTRY_DATE: usize = 11;

/// Length of `2026-03-12T1930-` before the words of a sitting's name.
const SITTING_DATE: usize = 16;

/// Opens the sample world as of today, in memory.
///
/// # Errors
///
/// What the store says; one in memory has no reason to.
pub fn home(now: Now) -> Result<Home> {
    let (written, world) = (in_memory(), in_memory());
    for (path, text) in FILES {
        written.store().create(path, text.as_bytes())?;
    }
    let calendar = Calendar::of(now);
    let small = written.load_small();
    world.save_profile(&small.profile)?;
    let checks = calendar.checks(small.checks);
    world.save_checks(&Checks::default().with(|all| *all = checks))?;
    let mut bank = None;
    for entry in written.load_entries().entries.into_iter().rev() {
        let mut moved = calendar.entry(entry);
        note_asked(&mut moved, &small.applications, &mut bank);
        world.save_entry(&moved)?;
    }
    if let Some(text) = bank {
        world.store().create(layout::MINE, text.as_bytes())?;
    }
    for application in small.applications {
        world.save_application(&calendar.application(application))?;
    }
    for story in small.stories {
        world.save_story(&calendar.story(story))?;
    }
    for folder in written.practice_folders()? {
        for sitting in written.load_year(&folder, Texts::Kept).sittings {
            put(&world, &calendar.sitting(sitting))?;
        }
    }
    Ok(world)
}

fn in_memory() -> Home {
    let store: Arc<dyn Store> = Arc::new(Memory::new());
    Home::new(Arc::clone(&store), store)
}

/// What a debrief names that is no card of the library becomes one of Sam's own, as it does in the studio.
fn note_asked(entry: &mut Entry, applications: &[Application], bank: &mut Option<String>) {
    let application = applications
        .iter()
        .find(|a| Some(&a.id) == entry.application.as_ref());
    let place = application.map_or("", |a| a.employer.as_str());
    let asked = entry.debrief.iter_mut().flat_map(|d| &mut d.questions);
    for question in asked.filter(|q| q.card.is_none()) {
        let noted = Noted {
            text: &question.text,
            kind: None,
            place,
            stage: entry.stage,
            on: Some(entry.date),
            doubt: false,
        };
        if let Ok((text, card)) = mine::add(bank.as_deref(), &noted) {
            *bank = Some(text);
            question.card = Some(card);
        }
    }
}

/// Writes a sitting down as it is written while it is sat.
fn put(world: &Home, sitting: &SittingRecord) -> Result<()> {
    let id = world.begin_sitting(&sitting.head)?.id;
    for block in &sitting.blocks {
        world.append_block(&id, block, sitting.head.started)?;
    }
    Ok(())
}

/// Moves dates from the day on which the files stand still to today.
struct Calendar {
    today: NaiveDate,
    days: i64,
    offset: FixedOffset,
}

impl Calendar {
    fn of(now: Now) -> Self {
        let (year, month, day) = WRITTEN;
        let today = now.date();
        let written = NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
        Self {
            today,
            days: (today - written).num_days(),
            offset: *now.wall.offset(),
        }
    }

    /// The same distance from today; a date that no calendar has becomes today.
    fn day(&self, date: NaiveDate) -> NaiveDate {
        chrono::Duration::try_days(self.days)
            .and_then(|by| date.checked_add_signed(by))
            .unwrap_or(self.today)
    }

    /// The same, but never on a weekend: what is over moves to the Friday, what is ahead to the Monday.
    fn workday(&self, date: NaiveDate) -> NaiveDate {
        let day = self.day(date);
        let (back, on) = match day.weekday() {
            Weekday::Sat => (1, 2),
            Weekday::Sun => (2, 1),
            _ => return day,
        };
        let moved = if day < self.today {
            day.checked_sub_days(Days::new(back))
        } else {
            day.checked_add_days(Days::new(on))
        };
        moved.unwrap_or(day)
    }

    /// The same time of day where the user is.
    fn moment(&self, at: Wall) -> Wall {
        let local = self.day(at.date_naive()).and_time(at.time());
        local.and_local_timezone(self.offset).single().unwrap_or(at)
    }

    fn application(&self, application: Application) -> Application {
        let mut moved = application;
        moved.since = self.workday(moved.since);
        moved.ended = moved.ended.map(|d| self.workday(d));
        for round in &mut moved.rounds {
            round.date = round.date.map(|d| self.workday(d));
        }
        for tick in &mut moved.ticks {
            tick.on = tick.on.map(|d| self.workday(d));
        }
        for one in &mut moved.told {
            one.date = one.date.map(|d| self.workday(d));
        }
        if let Some(offer) = &mut moved.offer {
            offer.came = offer.came.map(|d| self.workday(d));
            offer.answer_by = offer.answer_by.map(|d| self.workday(d));
        }
        moved.terms.instead_on = moved.terms.instead_on.map(|d| self.workday(d));
        for step in &mut moved.moves {
            step.date = self.workday(step.date);
        }
        moved
    }

    fn entry(&self, entry: Entry) -> Entry {
        let date = self.workday(entry.date);
        let mut moved = Entry {
            id: moved_id(&entry.id, date),
            date,
            ..entry
        };
        if let Some(debrief) = &mut moved.debrief {
            debrief.decision = debrief.decision.map(|d| self.workday(d));
        }
        moved
    }

    fn checks(&self, checks: Checks) -> Checks {
        let mut moved = checks;
        let back = |date: &mut Option<NaiveDate>| *date = date.map(|d| self.workday(d));
        for referee in &mut moved.referees {
            back(&mut referee.asked);
            back(&mut referee.answered);
            for call in &mut referee.calls {
                back(&mut call.briefed);
                back(&mut call.named);
                back(&mut call.heard);
                back(&mut call.thanked);
            }
        }
        for document in &mut moved.documents {
            back(&mut document.asked);
            document.until = document.until.map(|d| self.day(d));
            document.until = document.until.filter(|d| d.year() <= LAST_YEAR);
        }
        moved
    }

    fn story(&self, story: Story) -> Story {
        let mut moved = story;
        moved.created = moved.created.map(|d| self.day(d));
        for told in &mut moved.told {
            told.day = self.workday(told.day);
            // A debrief is of the day on which the story was told.
            told.debrief = (told.debrief.as_ref()).map(|id| moved_id(id, told.day));
        }
        for recalled in &mut moved.recall {
            recalled.day = self.day(recalled.day);
        }
        moved
    }

    fn sitting(&self, sitting: SittingRecord) -> SittingRecord {
        let SittingRecord {
            mut head,
            mut blocks,
        } = sitting;
        let words = head.id.as_str().get(SITTING_DATE..).unwrap_or_default();
        head.started = self.moment(head.started);
        head.id = SittingId::new(layout::sitting_name(head.started, words));
        for block in &mut blocks {
            let at = match block {
                Block::Answer(answer) => &mut answer.at,
                Block::Rating(rating) => &mut rating.at,
                Block::Event(event) => &mut event.at,
                Block::Reply(reply) => &mut reply.at,
                Block::Back(back) => &mut back.at,
                Block::Item(item) => &mut item.at,
                Block::Noted(noted) => &mut noted.at,
                Block::Theirs(theirs) => match theirs.as_mut() {
                    Theirs::Answer(answer) => &mut answer.at,
                    Theirs::Rating(rating) => &mut rating.at,
                },
                Block::Comment(comment) => &mut comment.at,
            };
            *at = self.moment(*at);
        }
        SittingRecord { head, blocks }
    }
}

/// The name of an entry on the day that it was moved to.
fn moved_id(id: &EntryId, date: NaiveDate) -> EntryId {
    let words = id.as_str().get(ENTRY_DATE..).unwrap_or_default();
    EntryId::new(layout::entry_name(date, words))
}

#[cfg(test)]
mod tests;

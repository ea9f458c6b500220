//! The sample world is whole, believable on any day, and rated by the program's own rules.

use std::collections::HashSet;
use std::time::Duration;

use super::*;
use crate::content::shipped;
use crate::domain::ahead::next_round;
use crate::domain::library::Library;
use crate::domain::practice::record::{Answer, Rating};
use crate::domain::practice::score::{Evidence, Rated, judge};
use crate::domain::story::told_in;
use crate::domain::time::Mono;
use crate::runtime::load;

fn on(date: &str) -> Now {
    let wall = Wall::parse_from_rfc3339(&format!("{date}T09:30:00-05:00")).unwrap();
    Now {
        mono: Mono(Duration::from_secs(1)),
        wall,
    }
}

struct World {
    applications: Vec<Application>,
    entries: Vec<Entry>,
    sittings: Vec<SittingRecord>,
    stories: Vec<Story>,
}

/// Opens the world and reads it back as the studio does.
fn open(now: Now) -> World {
    let home = home(now).unwrap();
    let small = home.load_small();
    let entries = home.load_entries();
    let mut problems = small.problems;
    problems.extend(entries.problems);
    let mut sittings = Vec::new();
    for folder in home.practice_folders().unwrap() {
        let year = home.load_year(&folder, Texts::Kept);
        sittings.extend(year.sittings);
        problems.extend(year.problems);
    }
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(small.profile.name, "Sam");
    World {
        applications: small.applications,
        entries: entries.entries,
        sittings,
        stories: small.stories,
    }
}

/// Every day of a week, and days at the ends of what calendars can do.
const DAYS: [&str; 10] = [
    "2026-03-09",
    "2026-03-10",
    "2026-03-11",
    "2026-03-12",
    "2026-03-13",
    "2026-03-14",
    "2026-03-15",
    "2028-02-29",
    "1970-01-01",
    "9999-11-30",
];

#[test]
fn it_is_whole_on_every_day_of_the_week() {
    for day in DAYS {
        let world = open(on(day));
        assert_eq!(world.applications.len(), 4, "{day}");
        assert_eq!(world.applications.iter().filter(|a| a.closed).count(), 1);
        assert_eq!(world.entries.len(), 12, "{day}");
        assert_eq!(
            world.entries.iter().filter(|e| e.debrief.is_some()).count(),
            2
        );
        assert_eq!(world.sittings.len(), 8, "{day}");
    }
}

#[test]
fn what_was_lies_behind_and_a_panel_lies_a_week_ahead() {
    for day in DAYS {
        let now = on(day);
        let today = now.date();
        let world = open(now);
        for sitting in &world.sittings {
            assert!(sitting.head.started < now.wall, "{day}");
        }
        for entry in &world.entries {
            assert!(entry.date < today, "{day}: {}", entry.id);
        }
        let ahead: Vec<i64> = world
            .applications
            .iter()
            .filter_map(|a| next_round(a, &world.entries, now.wall)?.date)
            .map(|date| (date - today).num_days())
            .collect();
        assert!(matches!(ahead[..], [6..=8]), "{day}: {ahead:?}");
    }
}

#[test]
fn nobody_interviews_on_a_weekend() {
    for day in &DAYS[..8] {
        let world = open(on(day));
        let rounds = world.applications.iter().flat_map(|a| &a.rounds);
        for date in rounds.filter_map(|r| r.date) {
            assert!(date.weekday().number_from_monday() <= 5, "{day}: {date}");
        }
    }
}

#[test]
fn files_are_named_by_the_day_they_were_moved_to() {
    let world = open(on("2028-02-29"));
    let names: Vec<&str> = world.entries.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(
        names[..2],
        [
            "2028-02-28-northlight-phone-video",
            "2028-02-25-four-people-four-questions"
        ],
        "two days before a Tuesday is a Sunday, so it becomes the Friday"
    );
    for sitting in &world.sittings {
        let started = sitting.head.started.format("%Y-%m-%dT%H%M-").to_string();
        assert!(sitting.head.id.as_str().starts_with(&started));
    }
}

#[test]
fn a_story_knows_the_debriefs_that_tell_it_and_saving_one_takes_nothing_away() {
    for day in DAYS {
        let world = open(on(day));
        let told: Vec<_> = (world.stories.iter().flat_map(|s| &s.told))
            .filter_map(|told| told.debrief.as_ref())
            .collect();
        assert_eq!(told.len(), 2, "{day}");
        for id in told {
            assert!(world.entries.iter().any(|e| e.id == *id), "{day}: {id}");
        }
        for (entry, story) in
            (world.entries.iter()).flat_map(|e| world.stories.iter().map(move |s| (e, s)))
        {
            assert_eq!(
                told_in(story, entry),
                None,
                "{day}: {}, {}",
                entry.id,
                story.id
            );
        }
    }
}

#[test]
fn everything_it_names_is_there() {
    let library = load::everything(&home(on("2026-03-12")).unwrap()).library;
    let world = open(on("2026-03-12"));
    let known: HashSet<_> = world.applications.iter().map(|a| &a.id).collect();
    for entry in &world.entries {
        assert!(entry.application.as_ref().is_none_or(|a| known.contains(a)));
        let asked = entry.debrief.iter().flat_map(|d| &d.questions);
        for question in asked {
            let card = question.card.as_ref().expect("every question is a card");
            assert!(library.card(card.as_str()).is_some(), "{card}");
        }
    }
    for tick in world.applications.iter().flat_map(|a| &a.ticks) {
        let sheet = library.stage(tick.stage).unwrap();
        let mut planned = library.plans.iter().flat_map(|p| p.steps.clone());
        let known = sheet.steps.contains(&tick.step);
        assert!(
            known || planned.any(|step| step.text == tick.step),
            "{}",
            tick.step
        );
    }
    for planned in world.sittings.iter().flat_map(|s| &s.head.plan) {
        assert!(library.card(planned.question.as_str()).is_some());
    }
}

#[test]
fn its_answers_are_rated_by_the_rule_table() {
    let library = shipped::library();
    for sitting in open(on("2026-03-12")).sittings {
        let mut rated = 0;
        let mut answers: Vec<Answer> = Vec::new();
        for block in sitting.blocks {
            match block {
                Block::Answer(answer) if answer.take == 1 => answers.push(answer),
                Block::Rating(rating) => {
                    agree(&library, answers.last().unwrap(), &rating);
                    rated += 1;
                }
                _ => {}
            }
        }
        assert_eq!(answers.len(), sitting.head.plan.len());
        assert!(rated >= answers.len());
    }
}

/// The level in the file is the one that the table gives for the library's question.
fn agree(library: &Library, answer: &Answer, rating: &Rating) {
    let question = library.questions.get(rating.question.as_str()).unwrap();
    assert_eq!(answer.question, rating.question);
    assert_eq!(rating.points.len(), question.strong.len());
    let rated: Vec<Rated> = rating
        .dimensions
        .iter()
        .map(|(id, level)| Rated {
            dimension: library.dimensions.get(id.as_str()).unwrap(),
            level: *level,
        })
        .collect();
    let verdict = judge(&Evidence {
        question: &question,
        answer,
        marks: &rating.points,
        flags: &rating.flags,
        rated: &rated,
    });
    assert_eq!(
        (verdict.level, verdict.line.id()),
        (rating.computed, rating.line.as_str()),
        "{}",
        rating.question
    );
    for (_, words) in &rating.proofs {
        assert!(answer.text.contains(words), "{words}");
    }
}

#[test]
fn practice_pays() {
    let world = open(on("2026-03-12"));
    let carries = |sitting: &SittingRecord| {
        let ratings = sitting.blocks.iter().filter_map(|b| match b {
            Block::Rating(rating) => Some(rating.level.carries()),
            _ => None,
        });
        ratings.filter(|c| *c).count()
    };
    let mut sittings: Vec<&SittingRecord> = world.sittings.iter().collect();
    sittings.sort_by_key(|s| s.head.started);
    let (before, after) = sittings.split_at(4);
    let count = |half: &[&SittingRecord]| half.iter().map(|s| carries(s)).sum::<usize>();
    assert!(count(after) > 2 * count(before));
}

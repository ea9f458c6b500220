//! Records for the tests of this room.

mod checks;
mod told;

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::id::{
    ApplicationId, BlueprintId, ChecklistId, CompetencyId, DimensionId, EntryId, ItemId, PanelId,
    PersonaId, QuestionId, ScenarioId, SittingId, StoryId,
};
use crate::domain::journal::{Asked, Cleared, Concern, Debrief, Entry, EntryKind, Heard, Reaction};
use crate::domain::journey::{Application, Moved, Outcome, Round, Terms, Tick};
use crate::domain::level::Level;
use crate::domain::library::{Condition, ItemKind, Kind, StageId};
use crate::domain::person::Person;
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::record::{
    Answer, Block, Comment, Event, EventKind, Form, Hint, Input, Mark, Planned, Rater, Rating,
    SittingHead, Way, Why,
};
use crate::domain::practice::shape::{Shape, Sitter, Stop, Stretch};
use crate::domain::story::{Named, Recalled, Story, Told};
use crate::domain::time::Wall;

pub use checks::checks;

/// A moment on 23 November 2026, `seconds` after half past six in the evening.
pub fn at(seconds: i64) -> Wall {
    let start = Wall::parse_from_rfc3339("2026-11-23T18:30:00+01:00").unwrap();
    start + chrono::Duration::seconds(seconds)
}

/// A day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The head of a sitting with a question for every reason.
pub fn head() -> SittingHead {
    let whys = [
        Why::Due(Level::Partly),
        Why::Weakest(CompetencyId::new("conflict")),
        Why::Asked("Acme, \"panel\"".into()),
        Why::Advert,
        Why::New,
        Why::Familiar,
        Why::Drawn,
        Why::Listed,
        Why::Picked,
        Why::Story(StoryId::new("rota")),
        Why::Again,
        Why::Field,
    ];
    let planned = |why| Planned {
        question: QuestionId::new("q-general-behavioral-missed-deadline"),
        wording: 1,
        why,
    };
    SittingHead {
        id: SittingId::new("2026-11-23T1830-panel"),
        started: at(0),
        title: "Drill for the panel".into(),
        stage: Some(StageId::Panel),
        seed: u64::MAX,
        library: "1.0.0".into(),
        pacing: Pacing::Window,
        factor: Factor::X125,
        input: Input::Typed,
        strict: false,
        probes: true,
        rate_each: true,
        warm_up: false,
        rung: None,
        shape: None,
        form: Form::Drill,
        plan: whys.into_iter().map(planned).collect(),
    }
}

/// The shape of a mock in which everything is said.
pub fn shape() -> Arc<Shape> {
    let section = |title: &str, stops: Vec<Stop>| Stretch {
        title: title.into(),
        ask: String::new(),
        minutes: 12,
        probes: 2,
        takes: None,
        prep_s: None,
        answer_s: None,
        persona: None,
        keeps: false,
        stops,
    };
    Arc::new(Shape {
        blueprint: BlueprintId::new("panel-45"),
        code: "4K7QM-2XR9T-0ABCD".into(),
        panel: Some(PanelId::new("panel-cross-functional")),
        people: vec![Sitter {
            seat: 1,
            name: "Ms. \"Jo\" Okafor".into(),
            title: "ward manager".into(),
        }],
        conditions: vec![Condition::SecondHalf, Condition::LateStart],
        must: vec![Kind::Behavioral, Kind::Closing],
        weak: vec!["impact".into(), "conflict".into()],
        sections: vec![
            section("Plans and problems", vec![Stop::Fixed, Stop::Question]),
            section("Stand \"up\", drink", vec![Stop::Break]),
            Stretch {
                ask: "And \"now\" the same, in the dark.".into(),
                takes: Some(2),
                prep_s: Some(30),
                answer_s: Some(90),
                persona: Some(PersonaId::new("silent")),
                keeps: true,
                ..section(
                    "The room",
                    vec![
                        Stop::Checklist(ChecklistId::new("one-way-video")),
                        Stop::GoOn,
                        Stop::Scenario(ScenarioId::new("two-offers")),
                        Stop::Items(ItemKind::Judgment, vec![ItemId::new("sjt-late-shift")]),
                    ],
                )
            },
        ],
    })
}

/// An answer.
pub fn answer(index: u16, text: &str) -> Block {
    Block::Answer(Answer {
        index,
        question: QuestionId::new("night-shift/q-care-motivation-why-nights"),
        wording: 0,
        take: 1,
        for_point: (index > 0).then_some(2),
        extra: None,
        kind: Kind::Behavioral,
        competency: CompetencyId::new("conflict"),
        input: Input::Typed,
        at: at(90),
        think_s: 12,
        first_word_s: Some(3),
        seconds: 95,
        length_s: 88,
        paused_s: 0,
        window: (index == 0).then_some((60, 130)),
        words: 210,
        fillers: 4,
        hints: vec![Hint::Shape, Hint::Outline],
        way: Way {
            facts: vec![3, 1],
            steps: 2,
            recording: Some("2026-11-23T1830-panel-1".into()),
        },
        expected: Some(Level::Solid),
        skipped: false,
        text: text.into(),
    })
}

/// A rating.
pub fn rating(index: u16) -> Block {
    Block::Rating(Rating {
        index,
        question: QuestionId::new("q-general-behavioral-missed-deadline"),
        rater: Rater::Now,
        at: at(120),
        points: vec![Mark::Hit, Mark::Half, Mark::Missed],
        proofs: vec![(1, "I said \"no\" on Monday".into())],
        flags: vec![2],
        dimensions: vec![
            (DimensionId::new("structure"), Level::Solid),
            (DimensionId::new("evidence"), Level::NotYet),
        ],
        computed: Level::Partly,
        line: "p1".into(),
        level: Level::Partly,
        note: "Name the number earlier.".into(),
    })
}

/// What a coach says to an answer, or to all of them.
pub fn comment(index: Option<u16>) -> Block {
    Block::Comment(Comment {
        index,
        rater: Rater::Coach,
        by: "Ines".into(),
        at: at(140),
        keep: "The \"no\"".into(),
        change: "Begin with what came of it".into(),
        text: "Warm and clear.\n\nSlow down.".into(),
    })
}

/// An event.
pub fn event(what: EventKind) -> Block {
    Block::Event(Event {
        at: at(150),
        what,
        seconds: 8,
    })
}

/// A note.
pub fn note(id: &str, body: &str) -> Entry {
    Entry {
        id: EntryId::new(id),
        kind: EntryKind::Note,
        date: day("2026-11-23"),
        time: None,
        title: String::new(),
        application: None,
        stage: None,
        feeling: String::new(),
        tags: Vec::new(),
        private: false,
        body: body.into(),
        beside: None,
        debrief: None,
    }
}

/// A debrief in which every field says something.
pub fn debrief() -> Entry {
    let person = Person {
        title: "Head of design".into(),
        contact: "ann@example.com".into(),
        ..Person::called("Ann Okafor (oh-KAH-for)")
    };
    Entry {
        kind: EntryKind::Debrief,
        time: NaiveTime::from_hms_opt(9, 5, 0),
        title: "Acme panel".into(),
        application: Some(ApplicationId::new("acme-engineer")),
        stage: Some(StageId::Panel),
        feeling: "rested".into(),
        tags: vec!["panel".into(), "numbers".into()],
        private: true,
        debrief: Some(Box::new(Debrief {
            questions: vec![
                Asked {
                    text: "Why us?".into(),
                    level: Some(Level::Partly),
                    reaction: Some(Reaction::PushedBack),
                    card: Some(QuestionId::new("mine/q-why-us")),
                    story: Some(StoryId::new("the-night-rota")),
                },
                Asked {
                    text: "What would you change here?".into(),
                    ..Asked::default()
                },
            ],
            again: vec!["The queue story".into()],
            slipped: vec!["Rambled on pay".into(), "No number".into()],
            concerns: vec![Concern {
                text: "Never led a team".into(),
                reply: "Led the move".into(),
                cleared: Cleared::InPart,
            }],
            heard: vec![Heard {
                question: "Who decides?".into(),
                answer: "The lead".into(),
            }],
            body_language: "Sat still".into(),
            closed: "Asked for doubts".into(),
            next_step: "Call on Friday".into(),
            decision: Some(day("2026-11-27")),
            documents: "Two references".into(),
            contact: "Mail to Ann".into(),
            people: vec![person],
            thanked: vec!["Ann Okafor".into()],
            story: "The queue".into(),
            feedback: vec![("friend".into(), "Slower".into())],
            improve: vec!["Open with the result".into()],
            level: Some(Level::Solid),
            chance: Some(60),
        })),
        ..note(
            "2026-11-23-acme-panel",
            "Four people.\n\nOne \"designer\" \\ \u{e9}.\n",
        )
    }
}

/// A story in which every field says something.
pub fn story(id: &str) -> Story {
    let named = |date, how| Recalled {
        day: day(date),
        how,
    };
    Story {
        title: "The night rota".into(),
        first_sentence: "Two sick calls came at six, and the night began at nine.".into(),
        situation: "In May, on a ward of thirty.".into(),
        task: "Cover eleven nights without agency.".into(),
        actions: vec![
            "I asked each one \"which\" night.".into(),
            "I took one.".into(),
        ],
        result: "All nights were covered.".into(),
        number: "11 nights".into(),
        learning: "I ask before I plan.".into(),
        shows: ["ownership", "planning"].map(CompetencyId::new).into(),
        touches: vec![CompetencyId::new("conflict")],
        lengths: [
            "Two sick calls.\nEleven nights.".into(),
            String::new(),
            "All of it.".into(),
            String::new(),
        ],
        other_lengths: vec![("45".into(), "Told in 45.".into())],
        told: vec![
            Told {
                application: Some(ApplicationId::new("acme-engineer")),
                stage: Some(StageId::Panel),
                day: day("2026-11-20"),
                people: vec!["Ann Okafor".into()],
                level: Some(Level::Solid),
                debrief: Some(EntryId::new("2026-11-20-acme-panel")),
            },
            Told {
                day: day("2026-11-21"),
                ..Told::default()
            },
        ],
        recall: vec![
            named("2026-11-20", Named::Ok),
            named("2026-11-21", Named::Slow),
            named("2026-11-22", Named::Missed),
        ],
        private: true,
        ..Story::new(StoryId::new(id), day("2026-11-02"))
    }
}

/// An application with two rounds.
pub fn application(id: &str) -> Application {
    let round = |stage, date: &str| Round {
        stage,
        date: Some(day(date)),
        time: NaiveTime::from_hms_opt(14, 30, 0),
        people: vec![Person {
            name: "Ann".into(),
            ..Person::default()
        }],
        place: "Harbor Street 12".into(),
        length: "about an hour".into(),
        bring: "ID, certificates".into(),
        mock: None,
        note: "On site".into(),
        level: Some(Level::Solid),
        outcome: Outcome::Advanced,
        outcome_on: Some(day("2026-11-05")),
    };
    Application {
        id: ApplicationId::new(id),
        employer: "Acme".into(),
        role: "Engineer".into(),
        stage: StageId::Panel,
        since: day("2026-11-01"),
        closed: false,
        outcome: Outcome::Pending,
        ended: Some(day("2026-11-30")),
        rounds: vec![
            round(StageId::Screening, "2026-11-10"),
            round(StageId::Panel, "2026-11-23"),
        ],
        ticks: vec![Tick {
            on: Some(day("2026-11-22")),
            ..Tick::of(StageId::Panel, "Read the advert again")
        }],
        asks: vec![(StageId::Panel, "How many of us on a shift?".into())],
        notes: String::new(),
        advert: "You settle complaints.\nWe are a team.".into(),
        scorecard: told::scorecard(),
        told: told::told(),
        offer: None,
        terms: Terms::default(),
        moves: vec![Moved {
            from: StageId::Screening,
            to: StageId::Panel,
            date: day("2026-11-12"),
        }],
    }
}

/// The same with an offer, and what is wanted of the talk about it.
pub fn offered(id: &str) -> Application {
    Application {
        offer: Some(told::offer()),
        terms: told::terms(),
        ..application(id)
    }
}

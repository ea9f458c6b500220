//! A small invented library for tests.

use std::time::Duration;

use super::clock::{Factor, Pacing};
use super::record::{
    Answer, Block, Form, Input, Planned, Rater, Rating, SittingHead, SittingRecord, Way, Why,
};
use crate::domain::id::{CompetencyId, DimensionId, FamilyId, FrameworkId, QuestionId, SittingId};
use crate::domain::level::Level;
use crate::domain::library::{
    Card, Competency, Dimension, Kind, Library, Part, Point, Probe, Question, Reading, RedFlag,
    StageId, When, Window,
};
use crate::domain::time::{Mono, Now};

/// A moment on Thursday 12 March 2026, `seconds` after half past six in the evening.
pub(crate) fn at(seconds: f64) -> Now {
    let start = chrono::DateTime::parse_from_rfc3339("2026-03-12T18:30:00+01:00").unwrap();
    let start = Now {
        mono: Mono(Duration::from_secs(50)),
        wall: start,
    };
    start.after(Duration::from_secs_f64(seconds))
}

fn point(text: &str, core: bool, part: Part) -> Point {
    Point {
        text: text.to_owned(),
        core,
        part: Some(part),
    }
}

fn flag(text: &str, code: Option<&str>, critical: bool) -> RedFlag {
    RedFlag {
        text: text.to_owned(),
        code: code.map(str::to_owned),
        critical,
    }
}

fn probe(text: &str, when: When) -> Probe {
    Probe {
        text: text.to_owned(),
        tests: "integrity".to_owned(),
        when,
    }
}

/// A complete question; its points are event (core), action, result (core), insight, action.
pub(crate) fn question(id: &str, kind: Kind) -> Question {
    Question {
        competencies: vec![CompetencyId::new("conflict")],
        stages: vec![StageId::InPerson, StageId::Panel],
        roles: vec![FamilyId::new("general")],
        window: Window {
            prep: 30,
            answer: 105,
            min: 60,
            max: 130,
        },
        strong: vec![
            point("Names one event", true, Part::Event),
            point("Says what was done", false, Part::Action),
            point("Gives a result", true, Part::Result),
            point("Draws a lesson", false, Part::Insight),
            point("Names a second step", false, Part::Action),
        ],
        red_flags: vec![
            flag("Tells what usually happens", Some("no-event"), false),
            flag("Blames everybody", None, false),
            flag("Hides the harm", None, true),
        ],
        probes: vec![
            probe("Which day was it?", When::Missing(1)),
            probe("How would I have seen it?", When::Missing(3)),
            probe("What did they say?", When::Always),
            probe("And with a bigger team?", When::Strong),
        ],
        framework: FrameworkId::new("star-l"),
        outline: vec!["The event".to_owned(), "The result".to_owned()],
        variants: vec![format!("Tell me of {id}.")],
        tests_note: format!("The note of {id}."),
        ..Question::bare(QuestionId::new(id), kind, format!("What about {id}?"))
    }
}

/// The card of a question.
pub(crate) fn card(q: &Question) -> Card {
    Card {
        id: q.id.clone(),
        text: q.text.clone(),
        title: None,
        kind: q.kind,
        topic: None,
        competencies: q.competencies.as_slice().into(),
        stages: q.stages.as_slice().into(),
        roles: q.roles.as_slice().into(),
        seniority: q.seniority.as_slice().into(),
        difficulty: q.difficulty,
        max_s: q.window.max,
        variants: u8::try_from(q.variants.len()).unwrap(),
        standard: q.standard,
        pack: None,
    }
}

/// A dimension for behavioral and situational questions.
pub(crate) fn dimension(id: &str, weight: u8) -> Dimension {
    let anchors = ["lost", "thin", "good", "best"].map(|word| format!("{id} is {word}"));
    Dimension {
        id: DimensionId::new(id),
        reading: Reading {
            title: format!("Title of {id}"),
            question: format!("How is {id}?"),
            anchors: anchors.clone(),
            next_step: anchors.map(|a| format!("Because {a}, do this.")),
        },
        applies: vec![Kind::Behavioral, Kind::Situational],
        weight,
        not_this: String::new(),
        reads_as: Vec::new(),
        next_step_in: Vec::new(),
    }
}

/// The six core dimensions and these questions.
pub(crate) fn library(questions: &[Question]) -> Library {
    let mut library = Library {
        version: "1.0.0".to_owned(),
        ..Library::default()
    };
    let dimensions = [
        ("relevance", 2),
        ("structure", 2),
        ("specificity", 3),
        ("impact", 3),
        ("insight", 1),
        ("delivery", 1),
    ];
    for (id, weight) in dimensions {
        library.dimensions.put(id, dimension(id, weight));
    }
    let competencies = [
        ("conflict", "Conflict", "Faces it early"),
        ("ownership", "Ownership", "Carries it through"),
    ];
    for (id, title, definition) in competencies {
        let competency = Competency {
            id: CompetencyId::new(id),
            title: title.to_owned(),
            definition: definition.to_owned(),
            anchors: Default::default(),
            listen_for: Vec::new(),
            related: Vec::new(),
        };
        library.competencies.put(id, competency);
    }
    for q in questions {
        library.cards.push(card(q));
        library.questions.put(q.id.as_str(), q.clone());
    }
    library
}

/// The head of a drill of these questions, with the usual clock.
pub(crate) fn head(questions: &[&str]) -> SittingHead {
    SittingHead {
        id: SittingId::new("2026-03-12T1830-panel"),
        started: at(0.0).wall,
        title: "Drill for the panel".to_owned(),
        stage: Some(StageId::Panel),
        seed: 7,
        library: "1.0.0".to_owned(),
        pacing: Pacing::Window,
        factor: Factor::X1,
        input: Input::Typed,
        strict: false,
        probes: true,
        rate_each: true,
        warm_up: false,
        rung: None,
        shape: None,
        form: Form::Drill,
        plan: questions
            .iter()
            .map(|id| Planned {
                question: QuestionId::new(id),
                wording: 0,
                why: Why::New,
            })
            .collect(),
    }
}

/// A typed answer of 1:04 in a window of 1:00 to 2:10.
pub(crate) fn answer(question: &str, kind: Kind) -> Answer {
    Answer {
        index: 0,
        question: QuestionId::new(question),
        wording: 0,
        take: 1,
        for_point: None,
        extra: None,
        kind,
        competency: CompetencyId::new("conflict"),
        input: Input::Typed,
        at: at(400.0).wall,
        think_s: 20,
        first_word_s: Some(3),
        seconds: 300,
        length_s: 64,
        paused_s: 0,
        window: Some((60, 130)),
        words: 149,
        fillers: 0,
        hints: Vec::new(),
        way: Way::default(),
        expected: None,
        skipped: false,
        text: "We kept the queue.".to_owned(),
    }
}

/// A sitting of one behavioral question about conflict, answered and rated `days` before that Thursday.
pub(crate) fn sitting(question: &str, days: u64, level: Level) -> SittingRecord {
    let wall = at(0.0).wall - chrono::Days::new(days);
    let answer = Answer {
        at: wall,
        ..answer(question, Kind::Behavioral)
    };
    let rating = Rating {
        index: 0,
        question: answer.question.clone(),
        rater: Rater::Now,
        at: wall,
        points: Vec::new(),
        proofs: Vec::new(),
        flags: Vec::new(),
        dimensions: Vec::new(),
        computed: level,
        line: String::new(),
        level,
        note: String::new(),
    };
    SittingRecord {
        head: SittingHead {
            id: SittingId::new(format!("{question}-{days}")),
            started: wall,
            ..head(&[question])
        },
        blocks: vec![Block::Answer(answer), Block::Rating(rating)],
    }
}

/// The answer in such a sitting.
pub(crate) fn answer_of(record: &mut SittingRecord) -> &mut Answer {
    match &mut record.blocks[0] {
        Block::Answer(answer) => answer,
        _ => panic!("an answer comes first"),
    }
}

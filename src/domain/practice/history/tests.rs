//! What is remembered of past answers, and how much room it takes.

use super::*;
use crate::domain::id::{CompetencyId, DimensionId, QuestionId, SittingId};
use crate::domain::level::Level;
use crate::domain::library::Kind;
use crate::domain::practice::clock::{Edge, Factor, Pacing};
use crate::domain::practice::record::{
    Answer, Block, Comment, Event, EventKind, Form, Input, Mark, Rater, Rating, SittingHead,
    SittingRecord, Way,
};
use crate::domain::practice::score::Said;
use crate::domain::time::Wall;

fn wall(text: &str) -> Wall {
    chrono::DateTime::parse_from_rfc3339(text).expect("a date")
}

fn head(id: &str, started: Wall) -> SittingHead {
    SittingHead {
        id: SittingId::new(id),
        started,
        title: "A drill".to_owned(),
        stage: None,
        seed: 7,
        library: "1".to_owned(),
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
        plan: Vec::new(),
    }
}

fn answer(index: u16, question: &str, at: Wall) -> Answer {
    Answer {
        index,
        question: QuestionId::new(question),
        wording: 0,
        take: 1,
        for_point: None,
        extra: None,
        kind: Kind::Behavioral,
        competency: CompetencyId::new("conflict"),
        input: Input::Typed,
        at,
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
        expected: Some(Level::Solid),
        skipped: false,
        text: "We kept the queue.".to_owned(),
    }
}

fn rating(answer: &Answer, rater: Rater, level: Level) -> Rating {
    Rating {
        index: answer.index,
        question: answer.question.clone(),
        rater,
        at: answer.at,
        points: vec![Mark::Hit, Mark::Half, Mark::Missed],
        proofs: Vec::new(),
        flags: Vec::new(),
        dimensions: vec![
            (DimensionId::new("relevance"), Level::Solid),
            (DimensionId::new("impact"), level),
        ],
        computed: level,
        line: "d1".to_owned(),
        level,
        note: String::new(),
    }
}

fn sitting(id: &str, day: &str, question: &str, level: Level) -> SittingRecord {
    let at = wall(&format!("{day}T18:30:00+01:00"));
    let answer = answer(0, question, at);
    let rating = rating(&answer, Rater::Now, level);
    SittingRecord {
        head: head(id, at),
        blocks: vec![Block::Answer(answer), Block::Rating(rating)],
    }
}

#[test]
fn an_answer_is_remembered_with_its_level_window_and_points() {
    let mut history = History::default();
    history.learn([sitting("s1", "2026-03-03", "q-a", Level::Partly)]);
    let fact = history.of("q-a").next().expect("remembered");
    assert_eq!(fact.level, Some(Level::Partly));
    assert_eq!(fact.edge, Some(Edge::Inside));
    assert_eq!((fact.spent_s, fact.length_s), (320, 64));
    assert_eq!(
        fact.said,
        Said {
            hit: 1,
            half: 1,
            missed: 1
        }
    );
    assert_eq!(history.text(fact.competency), "conflict");
    let rated: Vec<_> = (history.dimensions(fact))
        .map(|(d, l)| (d.as_str(), l))
        .collect();
    assert_eq!(
        rated,
        [("relevance", Level::Solid), ("impact", Level::Partly)]
    );
    assert!(!history.knows("q-b"));
}

#[test]
fn sittings_come_out_in_the_order_of_time_however_they_were_read() {
    let mut history = History::default();
    history.learn([
        sitting("s3", "2026-03-09", "q-a", Level::Solid),
        sitting("s1", "2026-03-01", "q-a", Level::NotYet),
    ]);
    history.learn([sitting("s2", "2026-03-05", "q-a", Level::Partly)]);
    let levels: Vec<_> = history.of("q-a").filter_map(|f| f.level).collect();
    assert_eq!(levels, [Level::Solid, Level::Partly, Level::NotYet]);
    let before: Vec<_> = history.dimension_of("q-a", "impact").skip(1).collect();
    assert_eq!(before, [Level::Partly, Level::NotYet]);
}

#[test]
fn what_was_answered_and_not_rated_is_answered_all_the_same() {
    let mut history = History::default();
    let mut record = sitting("s1", "2026-03-03", "q-a", Level::Partly);
    record.blocks.retain(|b| matches!(b, Block::Answer(_)));
    history.learn([&record]);
    assert!(history.answered("q-a") && history.last("q-a").is_none());
    for block in &mut record.blocks {
        if let Block::Answer(answer) = block {
            answer.skipped = true;
        }
    }
    history.learn([&record]);
    assert!(history.knows("q-a") && !history.answered("q-a"));
}

#[test]
fn a_sitting_read_twice_counts_once_and_one_thrown_away_not_at_all() {
    let mut history = History::default();
    let mut record = sitting("s1", "2026-03-03", "q-a", Level::Partly);
    history.learn([&record]);
    history.learn([&record]);
    assert_eq!(history.times("q-a"), 1);
    record.blocks.push(Block::Event(Event {
        at: record.head.started,
        what: EventKind::ThrownAway,
        seconds: 0,
    }));
    history.learn([&record]);
    assert!(!history.knows("q-a"));
    assert_eq!(history.facts().len(), 0);
}

#[test]
fn a_running_sitting_is_heard_block_by_block() {
    let record = sitting("s1", "2026-03-03", "q-a", Level::Partly);
    let (mut heard, mut learned) = (History::default(), History::default());
    for block in &record.blocks {
        heard.hear(&record.head, block);
    }
    learned.learn([record]);
    assert_eq!(heard.facts(), learned.facts());
}

#[test]
fn a_second_try_changes_no_level_and_a_settled_level_outranks_the_own() {
    let mut record = sitting("s1", "2026-03-03", "q-a", Level::Partly);
    let Block::Answer(first) = record.blocks[0].clone() else {
        panic!("an answer comes first")
    };
    record.blocks.push(Block::Answer(Answer {
        take: 2,
        for_point: Some(3),
        seconds: 40,
        ..first.clone()
    }));
    record
        .blocks
        .push(Block::Rating(rating(&first, Rater::Partner, Level::NotYet)));
    record
        .blocks
        .push(Block::Rating(rating(&first, Rater::Agreed, Level::Solid)));
    record
        .blocks
        .push(Block::Rating(rating(&first, Rater::Now, Level::Strong)));
    let mut history = History::default();
    history.learn([record]);
    let fact = history.facts()[0];
    assert_eq!(history.facts().len(), 1);
    assert!(fact.retried);
    assert_eq!(fact.spent_s, 360);
    assert_eq!(fact.level, Some(Level::Solid));
    assert_eq!(fact.own, Some(Level::Strong));
    assert_eq!(fact.other, Some(Level::NotYet));
}

#[test]
fn a_question_asked_in_an_interview_is_remembered_apart_from_practice() {
    let mut history = History::default();
    let day = wall("2026-03-06T10:00:00+01:00").date_naive();
    history.hear_asked([Asked {
        entry: "2026-03-06-acme",
        day,
        time: None,
        question: "q-a",
        competency: "conflict",
        kind: Kind::Behavioral,
        level: Some(Level::NotYet),
    }]);
    assert_eq!(history.last("q-a"), Some((Level::NotYet, day)));
    assert_eq!(history.times("q-a"), 0);
    history.forget("2026-03-06-acme");
    assert_eq!(history.last("q-a"), None);
}

/// The sitting with what a coach would change about its answer.
fn with_advice(mut record: SittingRecord, at: &str) -> SittingRecord {
    record.blocks.push(Block::Comment(Comment {
        index: Some(0),
        rater: Rater::Coach,
        by: "Ines Kuhn".to_owned(),
        at: wall(at),
        keep: String::new(),
        change: "name the number".to_owned(),
        text: String::new(),
    }));
    record
}

#[test]
fn advice_stands_until_the_next_try_wherever_the_coach_lives() {
    // An hour later, by a clock six hours behind.
    let first = sitting("s1", "2026-03-03", "q-a", Level::Partly);
    let first = with_advice(first, "2026-03-03T13:30:00-05:00");
    let mut history = History::default();
    history.learn([&first]);
    let advice = history.advice("q-a").map(|a| a.change.as_str());
    assert_eq!(advice, Some("name the number"));
    history.learn([sitting("s2", "2026-03-04", "q-a", Level::Solid)]);
    // Before the next try, by a clock that is ahead.
    history.learn([with_advice(first, "2026-03-04T23:00:00+13:00")]);
    assert!(history.advice("q-a").is_none());
    assert_eq!(history.raters().collect::<Vec<_>>(), ["Ines Kuhn"]);
}

#[test]
fn twenty_thousand_answers_fit_into_two_and_a_half_megabytes() {
    let start = wall("2016-01-01T08:00:00+01:00");
    let records = (0..4000u16).map(|n| {
        let at = start + chrono::Duration::hours(20 * i64::from(n));
        let blocks = (0..5u16)
            .flat_map(|i| {
                let question = format!("q-general-behavioral-number-{}", n % 2108 * 5 + i);
                let answer = answer(i, &question, at);
                let rating = rating(&answer, Rater::Now, Level::Solid);
                [Block::Answer(answer), Block::Rating(rating)]
            })
            .collect();
        SittingRecord {
            head: head(&format!("2026-11-23T1830-{n}"), at),
            blocks,
        }
    });
    let mut history = History::default();
    history.learn(records);
    assert_eq!(history.facts().len(), 20_000);
    assert_eq!(history.newest().count(), 10_540);
    assert!(history.bytes() <= 2_500_000, "{}", history.bytes());
}

//! Moments, seconds, and where no answer carries.

use super::*;

#[test]
fn what_was_skipped_has_no_level_anywhere() {
    let (mut record, library) = record(&MIXED);
    record.blocks.retain(|b| matches!(b, Block::Answer(_)));
    answers(&mut record).for_each(|a| a.skipped = true);
    let page = words(&record, &library);
    assert!(!page.contains("Not yet"), "{page}");
    assert!(page.contains("Hello: skipped. "), "{page}");
    assert!(page.contains("2 skipped"), "{page}");
    assert!(page.contains("Change: you skipped 8 questions."), "{page}");
    let results = crate::domain::practice::results::Results::of(&record);
    assert_eq!((results.given(), results.carried()), ((0, 8), (0, 0)));
}

#[test]
fn where_no_answer_carries_the_highest_dimension_is_named() {
    let (mut record, mut library) = record(&[Level::Partly, Level::Partly, Level::NotYet]);
    let dimension = sample::dimension("structure", 2);
    library.dimensions.put("structure", dimension);
    let mut levels = [Level::Strong, Level::Strong, Level::Partly].into_iter();
    for block in &mut record.blocks {
        if let Block::Rating(rating) = block {
            let id = crate::domain::id::DimensionId::new("structure");
            rating.dimensions.push((id, levels.next().unwrap()));
        }
    }
    // The only one is the lowest, too: it is not praised.
    let page = words(&record, &library);
    assert!(!page.starts_with("Went well: \""), "{page}");
    let lower = sample::dimension("relevance", 2);
    library.dimensions.put("relevance", lower);
    for block in &mut record.blocks {
        if let Block::Rating(rating) = block {
            let id = crate::domain::id::DimensionId::new("relevance");
            rating.dimensions.push((id, Level::NotYet));
        }
    }
    let page = words(&record, &library);
    let title = library.dimensions.get("structure").unwrap();
    let title = &title.reading.title;
    let line = format!("Went well: \"{title}\" was Strong 2 of 3 times.");
    assert!(page.starts_with(&line), "{page}");
}

#[test]
fn no_question_has_two_moments_and_a_follow_up_is_let_go_once() {
    let (mut record, library) = record(&[Level::Solid, Level::Partly, Level::Solid, Level::Solid]);
    let asked: Vec<Answer> = answers(&mut record).map(|a| a.clone()).collect();
    for answer in asked {
        let more = Answer {
            take: 2,
            extra: Some(Extra {
                to: To::FollowUp,
                asked: "Which day was it?".to_owned(),
            }),
            skipped: true,
            ..answer
        };
        record.blocks.push(Block::Answer(more));
    }
    if let Block::Answer(first) = &mut record.blocks[0] {
        first.length_s = 900;
    }
    let found = debrief(&record, &library).unwrap().moments;
    let about: Vec<_> = found.iter().map(|m| format!("{:?}", m.about)).collect();
    let mut once = about.clone();
    once.sort();
    once.dedup();
    assert_eq!(about.len(), once.len(), "{found:?}");
    let let_go = found.iter().filter(|m| m.what == What::LetGo).count();
    assert!(let_go <= 1, "{found:?}");
}

#[test]
fn a_second_try_at_a_point_is_told_where_the_point_is() {
    let (mut record, library) = record(&MIXED);
    let least = answers(&mut record).nth(4).unwrap().clone();
    record.blocks.push(Block::Answer(Answer {
        take: 2,
        for_point: Some(3),
        ..least
    }));
    let page = words(&record, &library);
    assert!(page.contains("; you tried that point again."), "{page}");
}

#[test]
fn under_a_minute_seconds_are_told() {
    let (mut record, library) = record(&MIXED);
    answers(&mut record).for_each(|a| (a.think_s, a.length_s, a.seconds) = (0, 31, 2));
    let page = words(&record, &library);
    assert!(page.contains("Hello: Solid. 0:31 of 3:00."), "{page}");
}

#[test]
fn one_minute_is_one_minute() {
    let (mut record, library) = record(&MIXED);
    let mut shape = Shape::clone(record.head.shape.as_ref().unwrap());
    shape.sections[0].minutes = 1;
    record.head.shape = Some(Arc::new(shape));
    let page = words(&record, &library);
    assert!(page.contains(" of 1 minute."), "{page}");
}

#[test]
fn a_code_is_promised_elsewhere_only_where_its_mock_is() {
    let said = |id: &str| super::page::where_again(&crate::domain::id::BlueprintId::new(id));
    assert_eq!(said("panel-45"), "here or elsewhere");
    assert_eq!(said("night-shift/ward"), "here, or where its pack is");
    assert!(said("mine/m-corner-shop").contains("your mock"));
}

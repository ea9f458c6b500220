//! What a kill, an early end or an odd file leaves.

use super::*;

#[test]
fn a_killed_rating_goes_on_with_every_tick() {
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    sitting.mark_point(1, Mark::Hit, Some("my words")).unwrap();
    sitting.flag(0, true).unwrap();
    let kill = |sitting: &Sitting, draft: &Draft| {
        let mut again = Sitting::replay(sitting.record(), &library(), Manner::default(), at(900.0));
        again.restore(draft, at(900.0)).unwrap();
        again
    };
    let again = kill(&sitting, &sitting.draft(at(30.0)).expect("a rating"));
    assert_eq!(again.phase(), Phase::Evidence);
    assert_eq!(again.points(), sitting.points());
    assert_eq!(again.flags(), sitting.flags());

    sitting.next(at(31.0)).unwrap();
    sitting.next(at(32.0)).unwrap();
    sitting.choose_anchor(2, at(33.0)).unwrap();
    let mut draft = sitting.draft(at(34.0)).expect("a rating");
    let mut again = kill(&sitting, &draft);
    assert_eq!(again.phase(), sitting.phase());
    assert_eq!(again.anchors(), sitting.anchors());

    let ticks = draft.ticks.as_mut().expect("ticks");
    ticks.flags.push(200);
    ticks.proofs.push((0, "of no point".to_owned()));
    let mut odd = kill(&sitting, &draft);
    while let Phase::Anchors { .. } = odd.phase() {
        odd.choose_anchor(0, at(35.0)).unwrap();
        again.choose_anchor(0, at(35.0)).unwrap();
    }
    assert_eq!(
        odd.record(),
        again.record(),
        "what fits nothing is left out"
    );
    assert_eq!(odd.restore(&draft, at(36.0)), Err(Refusal::NotNow));
}

#[test]
fn a_killed_answer_comes_back_with_its_words_time_and_hints() {
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    rate(&mut sitting, Mark::Hit, Level::Solid, 30.0);
    sitting.next(at(40.0)).unwrap();
    sitting.expect(Some(Level::Partly)).unwrap();
    sitting.open_hint(false).unwrap();
    sitting.start_answer(at(50.0)).unwrap();
    sitting.set_text("Half an answer", at(60.0)).unwrap();
    let draft = sitting.draft(at(75.0)).expect("half-done work");

    let later = at(9000.0);
    let mut again = Sitting::replay(sitting.record(), &library(), Manner::default(), later);
    assert_eq!(
        again.phase(),
        Phase::After,
        "the last thing that was written down"
    );
    again.restore(&draft, later).unwrap();
    assert_eq!((again.phase(), again.position().0), (Phase::Answering, 2));
    assert!(again.is_paused());
    assert_eq!(again.text(), "Half an answer");
    again.resume(at(9010.0)).unwrap();
    again.finish_answer(at(9015.0)).unwrap();
    let answer = again.answer().unwrap();
    assert_eq!(
        (answer.think_s, answer.first_word_s, answer.seconds),
        (10, Some(10), 30)
    );
    assert_eq!(answer.hints, [Hint::Shape]);
    assert_eq!(answer.expected, Some(Level::Partly));
    assert_eq!(
        again.restore(&draft, later),
        Err(Refusal::NotNow),
        "it is finished"
    );
}

#[test]
fn ending_early_keeps_the_answer_under_way() {
    let mut sitting = begin(|_| ());
    sitting.start_answer(at(1.0)).unwrap();
    sitting.set_text(WORDS, at(2.0)).unwrap();
    let blocks = sitting.finish(at(9.0)).unwrap();
    assert!(matches!(
        blocks.as_slice(),
        [Block::Answer(_), Block::Event(_)]
    ));
    assert_eq!(sitting.phase(), Phase::Finished);
    assert_eq!(sitting.finish(at(10.0)), Err(Refusal::NotNow));
}

#[test]
fn a_question_that_left_the_library_is_passed_over() {
    let head = sample::head(&["q-gone", "q-b"]);
    let mut sitting = Sitting::begin(head, &library(), Manner::default(), at(0.0));
    assert_eq!(sitting.prompt().unwrap().id.as_str(), "q-b");
    sitting.skip(at(1.0)).unwrap();
    assert_eq!(sitting.phase(), Phase::Finished);
    let nothing = Sitting::begin(sample::head(&[]), &library(), Manner::default(), at(0.0));
    assert_eq!(nothing.phase(), Phase::Finished);
    assert!(nothing.prompt().is_none());
}

#[test]
fn blocks_that_make_no_sense_do_no_harm() {
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    rate(&mut sitting, Mark::Hit, Level::Solid, 30.0);
    let mut blocks = sitting.record().blocks.clone();
    blocks.reverse();
    for block in &mut blocks {
        if let Block::Answer(a) = block {
            a.index = 77;
        }
    }
    let record = SittingRecord {
        blocks,
        ..sitting.record().clone()
    };
    let again = Sitting::replay(&record, &library(), Manner::default(), at(0.0));
    assert_eq!(again.phase(), Phase::Ready);
}

#[test]
fn absurd_figures_in_a_file_do_no_harm() {
    use crate::domain::practice::history::History;
    use crate::domain::practice::schedule::Schedule;
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    rate(&mut sitting, Mark::Hit, Level::Solid, 30.0);
    let mut record = sitting.record().clone();
    for block in &mut record.blocks {
        match block {
            Block::Answer(a) => {
                (a.think_s, a.seconds, a.length_s) = (u32::MAX, u32::MAX, u32::MAX);
                a.window = Some((u32::MAX, 0));
            }
            Block::Rating(r) => {
                r.points = vec![Mark::Hit; 300];
                r.flags = vec![0, 7, 255];
                r.dimensions = vec![(DimensionId::new("odd"), Level::Solid); 9];
            }
            _ => (),
        }
    }
    let twice = record.blocks.clone();
    record.blocks.extend(twice);
    let again = Sitting::replay(&record, &library(), Manner::default(), at(0.0));
    assert_eq!(again.phase(), Phase::After);
    assert!(again.after().is_some());
    assert_eq!(Results::of(&record).spent_s, u32::MAX);
    let mut history = History::default();
    history.learn([record]);
    drop(Schedule::of(&history, &library(), None, at(0.0).date()));
    let draft = Draft {
        index: 1,
        begun: true,
        think_s: u32::MAX,
        seconds: u32::MAX,
        paused_s: u32::MAX,
        first_word_s: Some(u32::MAX),
        text: WORDS.to_owned(),
        ..Draft::default()
    };
    let mut again = again;
    again.restore(&draft, at(0.0)).unwrap();
    again.resume(at(1.0)).unwrap();
    again.finish_answer(at(2.0)).unwrap();
    assert_eq!(again.answer().unwrap().seconds, u32::MAX);
}

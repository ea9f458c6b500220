//! What the clock does to an answer.

use super::*;

#[test]
fn a_strict_sitting_has_no_pause_no_skip_and_no_hints() {
    let mut sitting = begin(|h| h.strict = true);
    assert_eq!(sitting.open_hint(false), Err(Refusal::StrictHints));
    assert_eq!(sitting.skip(at(1.0)), Err(Refusal::StrictSkip));
    sitting.start_answer(at(1.0)).unwrap();
    assert_eq!(sitting.pause(at(2.0)), Err(Refusal::StrictPause));
}

#[test]
fn the_usual_clock_cuts_nobody_off() {
    let mut sitting = begin(|h| h.input = Input::Aloud);
    sitting.start_answer(at(600.0)).unwrap();
    assert!(sitting.settle(at(900.0)).is_empty());
    assert_eq!(sitting.phase(), Phase::Answering);
    assert_eq!(sitting.edge(at(900.0)), Some(Edge::Over));
}

#[test]
fn a_typed_answer_is_judged_by_its_words_not_by_the_time_of_typing() {
    let mut sitting = begin(|_| ());
    sitting.start_answer(at(0.0)).unwrap();
    sitting.set_text(&"word ".repeat(140), at(5.0)).unwrap();
    assert_eq!(sitting.length(at(900.0)), 60);
    assert_eq!(sitting.edge(at(900.0)), Some(Edge::Inside));
}

#[test]
fn a_hard_clock_ends_thinking_and_answer_at_their_moments_however_late_it_is_noticed() {
    let mut sitting = begin(|h| {
        h.pacing = Pacing::Hard;
        h.input = Input::Aloud;
    });
    assert!(sitting.settle(at(29.9)).is_empty());
    assert_eq!(sitting.phase(), Phase::Ready);
    let blocks = sitting.settle(at(500.0));
    let [Block::Answer(answer)] = blocks.as_slice() else {
        panic!("{blocks:?}")
    };
    assert_eq!((answer.think_s, answer.seconds), (30, 130));
    assert_eq!(answer.at, at(160.0).wall);
    assert_eq!(sitting.phase(), Phase::Evidence);
}

#[test]
fn pauses_and_sleep_are_not_in_the_answer() {
    let mut sitting = begin(|h| h.input = Input::Aloud);
    sitting.start_answer(at(0.0)).unwrap();
    sitting.pause(at(10.0)).unwrap();
    assert!(sitting.is_paused());
    assert_eq!(sitting.next_wake(at(20.0), Announce::Seconds), None);
    sitting.resume(at(40.0)).unwrap();
    let asleep = Now {
        wall: at(765.0).wall,
        ..at(45.0)
    };
    let blocks = sitting.settle(asleep);
    assert!(
        matches!(blocks.as_slice(), [Block::Event(e)] if e.what == EventKind::Slept && e.seconds == 720),
        "{blocks:?}"
    );
    let end = Now {
        wall: at(770.0).wall,
        ..at(50.0)
    };
    sitting.finish_answer(end).unwrap();
    let answer = sitting.answer().unwrap();
    assert_eq!((answer.seconds, answer.paused_s), (20, 750));
}

#[test]
fn extra_time_moves_the_window_and_nothing_else_of_the_record() {
    let answer_at = |factor| {
        let mut sitting = begin(|h| h.factor = factor);
        answer(&mut sitting, 1.0);
        sitting.answer().cloned().unwrap()
    };
    let (plain, mut twice) = (answer_at(Factor::X1), answer_at(Factor::X2));
    assert_eq!(twice.window, Some((60, 260)));
    twice.window = plain.window;
    assert_eq!(twice, plain);
}

#[test]
fn without_a_clock_there_is_no_window_and_no_wake() {
    let mut sitting = begin(|h| h.pacing = Pacing::None);
    sitting.start_answer(at(1.0)).unwrap();
    assert_eq!(sitting.next_wake(at(2.0), Announce::Seconds), None);
    assert_eq!((sitting.span(), sitting.edge(at(2.0))), (None, None));
    sitting.set_text(WORDS, at(3.0)).unwrap();
    sitting.finish_answer(at(9.0)).unwrap();
    assert_eq!(sitting.answer().unwrap().window, None);
}

#[test]
fn a_case_worked_out_in_writing_is_never_too_short_and_a_story_still_can_be() {
    let said = |kind: Kind, input: Input| {
        let library = sample::library(&[sample::question("q-a", kind)]);
        let mut head = sample::head(&["q-a"]);
        head.input = input;
        let mut sitting = Sitting::begin(head, &library, Manner::default(), at(0.0));
        sitting.start_answer(at(0.0)).unwrap();
        if input == Input::Typed {
            sitting.set_text(WORDS, at(5.0)).unwrap();
        }
        sitting.edge(at(20.0))
    };
    for kind in [
        Kind::Case,
        Kind::Technical,
        Kind::Design,
        Kind::Presentation,
    ] {
        assert_eq!(said(kind, Input::Typed), Some(Edge::Inside), "{kind:?}");
        assert_eq!(said(kind, Input::Aloud), Some(Edge::Before), "{kind:?}");
    }
    assert_eq!(said(Kind::Behavioral, Input::Typed), Some(Edge::Before));
}

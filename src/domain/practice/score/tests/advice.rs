//! The next step, the probe and the point to try again.

use super::*;

#[test]
fn where_every_point_was_said_the_advice_names_the_description_and_asks_for_no_point() {
    let mut case = case(Kind::Situational);
    case.rated[3].level = NotYet;
    let step = next_step(&case.seen(), &case.verdict()).expect("a step");
    let reading = case.rated[3].dimension.reading_for(Kind::Situational);
    let named = format!("\"{}\": {}", reading.title, reading.anchors[0]);
    assert!(step.text.ends_with(&named), "{}", step.text);
    assert!(!step.text.contains(&reading.next_step[0]), "{}", step.text);
    case.marks[4] = Missed;
    let step = next_step(&case.seen(), &case.verdict()).expect("a step");
    let reading = case.rated[3].dimension.reading_for(Kind::Situational);
    assert_eq!(
        step.text, reading.next_step[0],
        "something can still be added"
    );
}

#[test]
fn the_next_step_is_a_core_point_then_from_the_lowest_dimension_then_any_missed_point() {
    let step = |spoil: fn(&mut Case)| {
        let mut case = case(Kind::Behavioral);
        spoil(&mut case);
        let step = next_step(&case.seen(), &case.verdict()).expect("a step");
        (step.text, step.point)
    };
    let (text, _) = step(|c| {
        c.marks[4] = Missed;
        c.rated = rated([Partly, Solid, Strong, Partly, Partly]);
    });
    assert_eq!(
        text, "Because impact is thin, do this.",
        "more weight first"
    );
    let (text, point) = step(|c| (c.marks[1], c.marks[2]) = (Missed, Missed));
    assert_eq!(
        text, "Add this: a strong candidate gives a result.",
        "core first"
    );
    assert_eq!(point, Some(3));
    let (_, point) = step(|c| {
        c.marks[2] = Missed;
        c.rated = rated([Partly, Solid, Strong, Partly, Partly]);
    });
    assert_eq!(point, Some(3), "what is asked for before how it was said");
    let (_, point) = step(|c| {
        (c.marks[1], c.marks[3], c.marks[4]) = (Missed, Missed, Missed);
        c.rated = rated([Partly, Solid, Strong, Partly, Partly]);
    });
    assert_eq!(point, Some(2), "too few points");
    let (_, point) = step(|c| (c.marks[0], c.marks[2]) = (Missed, Missed));
    assert_eq!(point, Some(1), "all else is built on the event");
    let (text, _) = step(|c| c.rated = rated([Strong, Strong, Strong, Strong, Solid]));
    assert_eq!(text, "Because insight is good, do this.");
}

#[test]
fn a_point_is_told_as_what_somebody_strong_does_and_other_words_as_they_stand() {
    let told = |point| super::as_told(point);
    assert_eq!(
        told("Says what they do now."),
        "a strong candidate says what they do now"
    );
    assert_eq!(told("Did it alone"), "a strong candidate did it alone");
    assert_eq!(told("The budget"), "\"The budget\"");
    assert_eq!(told("12 tickets"), "\"12 tickets\"");
    for own in [
        "Numbers from the last year",
        "Focus on the team",
        "Steps in order",
    ] {
        assert_eq!(told(own), format!("\"{own}\""), "no word of a candidate");
    }
    assert_eq!(told("Use a name."), "\"Use a name\"");
}

#[test]
fn what_only_the_time_holds_down_says_so_and_a_short_answer_is_never_told_to_shorten() {
    let mut case = case(Kind::Behavioral);
    case.answer.length_s = 37;
    let verdict = case.verdict();
    assert_eq!((verdict.level, verdict.line.id()), (Solid, "d1"));
    assert!(
        verdict.reason.contains("At 0:37 it was shorter than 1:00"),
        "{}",
        verdict.reason
    );
    let step = |case: &Case| {
        next_step(&case.seen(), &case.verdict())
            .expect("a step")
            .text
    };
    assert_eq!(
        step(&case),
        "Take the time there is, at least 1:00: add one detail, or what came of it."
    );
    case.answer.length_s = 140;
    assert!(case.verdict().reason.contains("longer than 2:10"));
    assert!(step(&case).starts_with("Say it in 2:10"));
    case.answer.length_s = 170;
    assert_eq!(case.verdict().line.id(), "p6");
    assert!(step(&case).starts_with("Say it in 2:10"), "{}", step(&case));
    case.answer.length_s = 20;
    let held: Vec<String> = case.verdict().held_words(Kind::Behavioral).collect();
    assert!(
        held.iter()
            .any(|h| h.contains("counts as Solid at most. The length")),
        "{held:?}"
    );
}

#[test]
fn a_few_seconds_over_a_short_target_do_not_hold_an_answer_down() {
    let mut case = case(Kind::Behavioral);
    case.answer.window = Some((10, 40));
    case.answer.length_s = 52;
    assert_eq!(case.verdict().line.id(), "d1", "twelve seconds over");
    case.answer.length_s = 61;
    assert_eq!(case.verdict().line.id(), "p6", "more than twenty");
}

#[test]
fn the_probe_opens_what_was_missed() {
    let ask = |marks: [Mark; 5]| {
        let mut case = case(Kind::Behavioral);
        case.marks = marks;
        probe_for(&case.seen())
            .map(|p| p.text.clone())
            .expect("a probe")
    };
    assert_eq!(
        ask([Hit, Hit, Missed, Missed, Hit]),
        "How would I have seen it?"
    );
    assert_eq!(ask([Missed, Hit, Missed, Hit, Hit]), "Which day was it?");
    assert_eq!(ask([Hit, Missed, Hit, Hit, Hit]), "What did they say?");
    assert_eq!(ask([Hit; 5]), "And with a bigger team?");
}

#[test]
fn the_point_to_try_again_is_the_first_core_one_missed() {
    let mut case = case(Kind::Behavioral);
    assert_eq!(point_to_retry(&case.seen()), None);
    case.marks = [Hit, Missed, Half, Hit, Hit];
    assert_eq!(point_to_retry(&case.seen()), Some(2));
    case.marks = [Hit, Missed, Missed, Hit, Hit];
    assert_eq!(point_to_retry(&case.seen()), Some(3));
    case.marks = [Hit, Hit, Half, Hit, Hit];
    assert_eq!(point_to_retry(&case.seen()), Some(3));
}

#[test]
fn the_level_is_the_same_at_any_extra_time() {
    use crate::domain::practice::clock::{Factor, Span};
    let plain = case(Kind::Behavioral).verdict();
    for factor in Factor::ALL {
        let mut case = case(Kind::Behavioral);
        let span = Span { min: 60, max: 130 }.with(factor);
        case.answer.window = Some((span.min, span.max));
        assert_eq!(case.verdict(), plain);
    }
}

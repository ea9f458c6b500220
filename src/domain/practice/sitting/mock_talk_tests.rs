//! Who asks into an answer in a mock, and what is said after it.

use super::mock_tests::{begin, plain, speak};
use super::*;
use crate::domain::id::PersonaId;
use crate::domain::library::{Blueprint, Kind};
use crate::domain::practice::mock::sample as mocks;
use crate::domain::practice::record::{Input, Mark, SittingHead};
use crate::domain::practice::sample::at;

/// Sits a mock to its end with answers of so many seconds; what was asked into each kind, and what was said after it.
fn sat(blueprint: &Blueprint, seconds: f64) -> Vec<(Kind, Vec<String>, Vec<String>)> {
    let (mut s, _) = begin(blueprint, Input::Aloud);
    let mut clock = 0.0;
    let mut heard: Vec<(Kind, Vec<String>, Vec<String>)> = Vec::new();
    while s.phase() != Phase::Evidence {
        let now = at(clock);
        match s.phase() {
            Phase::Ready => {
                heard.push((s.prompt().unwrap().kind, Vec::new(), Vec::new()));
                speak(&mut s, &mut clock, seconds);
            }
            Phase::FollowUp => {
                let asked = s.asked_now().unwrap().to_owned();
                heard.last_mut().unwrap().2.push(asked);
                speak(&mut s, &mut clock, seconds);
            }
            Phase::Turn => {
                let by = s.stage(now).unwrap().speaker.member.map(|m| m.name.clone());
                let words = s.turn().unwrap().words;
                let words = format!("{}: {words}", by.unwrap_or_default());
                heard.last_mut().unwrap().1.push(words);
                s.pass_turn(now).unwrap();
            }
            _ => drop(s.next(now).or_else(|_| s.stop_done(now)).unwrap()),
        }
        clock += 1.0;
    }
    heard
}

#[test]
fn a_neighbor_asks_what_belongs_to_the_question_and_only_where_something_happened() {
    let mut blueprint = mocks::panel_mock();
    blueprint.conditions.clear();
    for section in &mut blueprint.sections {
        section.probes = 2;
    }
    let (mut s, _) = begin(&blueprint, Input::Aloud);
    let own = [
        "Which day was it?",
        "How would I have seen it?",
        "What did they say?",
    ];
    let (mut clock, mut asker, mut last, mut into) = (0.0, None, None, 0);
    while s.phase() != Phase::Evidence {
        let by = |s: &Sitting| s.stage(at(clock))?.speaker.member.map(|m| m.name.clone());
        match s.phase() {
            Phase::Ready => {
                asker = by(&s);
                last.clone_from(&asker);
                speak(&mut s, &mut clock, 25.0);
            }
            Phase::FollowUp => {
                last = by(&s);
                if last != asker {
                    into += 1;
                    let words = s.asked_now().unwrap();
                    assert!(own.contains(&words), "{words}");
                    assert_eq!(s.prompt().unwrap().kind, Kind::Behavioral);
                }
                speak(&mut s, &mut clock, 25.0);
            }
            Phase::Turn => {
                assert_eq!(by(&s), last, "whoever asked last reacts");
                s.pass_turn(at(clock)).unwrap();
            }
            _ => drop(
                s.next(at(clock))
                    .or_else(|_| s.stop_done(at(clock)))
                    .unwrap(),
            ),
        }
        clock += 1.0;
    }
    assert!(into > 0);
}

#[test]
fn a_neighbor_has_words_of_their_own_where_the_question_has_none_left() {
    let mut blueprint = mocks::panel_mock();
    blueprint.conditions.clear();
    for section in &mut blueprint.sections {
        section.minutes = 60;
        section.probes = 5;
    }
    let heard = sat(&blueprint, 25.0);
    let cross = |asked: &&String| asked.starts_with("What does") && asked.ends_with("into it?");
    let into = |kind: Kind| {
        let of = heard.iter().filter(|(k, ..)| *k == kind);
        of.flat_map(|(.., asked)| asked).filter(cross).count()
    };
    assert_ne!(into(Kind::Behavioral), 0, "{heard:?}");
    for kind in [Kind::Opener, Kind::Situational, Kind::Closing] {
        assert_eq!(into(kind), 0, "{heard:?}");
    }
}

#[test]
fn whoever_asked_last_reacts_and_nobody_says_the_same_twice_running() {
    let mut blueprint = mocks::panel_mock();
    blueprint.conditions.clear();
    let heard = sat(&blueprint, 3.0);
    let said: Vec<&str> = (heard.iter())
        .filter(|(kind, ..)| *kind != Kind::Closing)
        .flat_map(|(_, said, _)| said)
        .filter_map(|said| said.split_once(": ").map(|(_, words)| words))
        .collect();
    assert!(said.len() > 2, "{heard:?}");
    assert!(said.windows(2).all(|w| w[0] != w[1]), "{said:?}");
    for (_, said, asked) in &heard {
        let last = asked.last().and_then(|a| a.strip_prefix("What does "));
        if let Some(name) = last.and_then(|a| a.split_whitespace().next()) {
            let said = said.last().map_or(name, String::as_str);
            assert!(said.starts_with(name), "{said} after {asked:?}");
        }
    }
}

#[test]
fn who_played_an_angry_parent_does_not_say_that_they_see_it_now() {
    let mut blueprint = plain();
    blueprint.sections[0] = mocks::section("A talk to hold", 3, Kind::RolePlay, 1);
    blueprint.sections[0].persona = Some(PersonaId::new("silent"));
    let heard = sat(&blueprint, 30.0);
    assert_eq!(heard[0].0, Kind::RolePlay);
    let left = |said: &String| said == ": Thank you. We leave the scene here.";
    assert!(
        !heard[0].1.is_empty() && heard[0].1.iter().all(left),
        "{heard:?}"
    );
}

#[test]
fn a_played_scene_is_left_once_after_the_last_thing_that_is_played() {
    let mut blueprint = plain();
    blueprint.sections[0] = mocks::section("A talk to hold", 5, Kind::RolePlay, 1);
    blueprint.sections[0].probes = 2;
    blueprint.sections[0].persona = Some(PersonaId::new("silent"));
    let heard = sat(&blueprint, 30.0);
    assert_eq!(heard[0].2.len(), 2, "both follow-ups are played: {heard:?}");
    assert_eq!(heard[0].1.len(), 1, "and the scene is left once: {heard:?}");
}

#[test]
fn a_played_scene_is_rated_once_it_is_over_and_played_again_with_what_was_missing() {
    let mut blueprint = plain();
    blueprint.sections[0] = mocks::section("The call", 8, Kind::RolePlay, 1);
    blueprint.sections[0].probes = 2;
    let again = &mut blueprint.sections[1];
    (again.pick, again.fixed) = (None, Vec::new());
    (again.ask, again.answer_s) = ("Once more, please.".to_owned(), Some(120));
    let library = mocks::library();
    let head = SittingHead {
        input: Input::Aloud,
        rate_each: true,
        ..super::mock_robot::head(&blueprint, &library, 11)
    };
    let mut s = Sitting::begin(head, &library, Manner::default(), at(0.0));
    let mut clock = 0.0;
    speak(&mut s, &mut clock, 30.0);
    for reply in 0..2 {
        assert_eq!(
            s.phase(),
            Phase::FollowUp,
            "reply {reply} before any rating"
        );
        speak(&mut s, &mut clock, 30.0);
    }
    assert_eq!(s.phase(), Phase::Evidence, "rated when the scene is over");
    s.mark_point(1, Mark::Hit, None).unwrap();
    while s.phase() != Phase::FollowUp {
        clock += 1.0;
        let now = at(clock);
        if s.anchors().is_some() {
            s.choose_anchor(1, now).unwrap();
        }
        s.next(now).or_else(|_| s.stop_done(now)).unwrap();
    }
    let asked = s.asked_now().unwrap();
    assert!(
        asked.starts_with("I was listening for one more thing: \"")
            && asked.ends_with("\". Once more, please."),
        "{asked}"
    );
}

#[test]
fn that_an_answer_was_short_is_said_once_in_a_part() {
    let mut blueprint = mocks::panel_mock();
    blueprint.conditions.clear();
    for section in &mut blueprint.sections {
        section.probes = 3;
    }
    let heard = sat(&blueprint, 3.0);
    let short: Vec<usize> = (heard.chunk_by(|a, b| a.0 == b.0))
        .map(|part| {
            let said = part.iter().flat_map(|(_, said, _)| said);
            said.filter(|s| s.ends_with(": Go on.")).count()
        })
        .collect();
    assert!(short.contains(&1), "{heard:?}");
    assert!(short.iter().all(|n| *n <= 1), "{heard:?}");
}

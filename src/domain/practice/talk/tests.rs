//! A talk from its briefing to its end: clocks, steps back, kills.

use std::sync::Arc;

use super::*;
use crate::domain::id::ScenarioId;
use crate::domain::level::Level;
use crate::domain::library::{
    Choice, End, Meter, Node, Persona, Scenario, ScenarioGroup, StageId, Turn,
};
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::record::{Block, Event, EventKind, Input};
use crate::domain::practice::sample::at;
use crate::domain::practice::sitting::Refusal;
use crate::domain::time::Now;

fn choice(to: usize, skill: &str, effects: &[(Meter, i8)]) -> Choice {
    Choice {
        say: format!("Words of {skill}."),
        to,
        skill: skill.to_owned(),
        why: format!("Why {skill}."),
        effects: effects.to_vec(),
    }
}

fn node(id: &str, seconds: Option<u32>, turn: Turn) -> Node {
    Node {
        id: id.to_owned(),
        speaker: String::new(),
        line: format!("Line of {id}."),
        seconds,
        turn,
    }
}

fn end(level: Level) -> Turn {
    Turn::End(End {
        level,
        debrief: "What made the difference.".to_owned(),
        next: String::new(),
    })
}

/// Two moments with a clock on the first, and three ends.
fn scenario() -> Arc<Scenario> {
    let first = Turn::Reply(vec![
        choice(
            1,
            "ask-first",
            &[(Meter::Information, 2), (Meter::Relationship, 1)],
        ),
        choice(4, "accept", &[(Meter::Value, -2)]),
    ]);
    let second = Turn::Reply(vec![
        choice(2, "range", &[(Meter::Value, 2)]),
        choice(3, "vague", &[(Meter::Value, 0), (Meter::Relationship, -1)]),
    ]);
    Arc::new(Scenario {
        id: ScenarioId::new("offer"),
        title: "An offer".to_owned(),
        group: ScenarioGroup::Negotiation,
        stages: vec![StageId::FinalOffer],
        roles: Vec::new(),
        briefing: "Target 50, walk away at 47.".to_owned(),
        counterpart: Persona {
            name: "Mireille".to_owned(),
            mood: "kind".to_owned(),
            goal: String::new(),
            calms: String::new(),
            escalates: String::new(),
        },
        counterpart_title: "people team".to_owned(),
        hidden: "She may go to 49.".to_owned(),
        meters: vec![Meter::Value, Meter::Relationship, Meter::Information],
        nodes: vec![
            node("call", Some(40), first),
            node("why", None, second),
            node("end-strong", None, end(Level::Strong)),
            node("end-partly", None, end(Level::Partly)),
            node("end-early", None, end(Level::NotYet)),
        ],
        start: 0,
    })
}

const RULES: Rules = Rules {
    pacing: Pacing::Window,
    factor: Factor::X1,
    reasons: true,
    input: Input::Typed,
};

fn started(rules: Rules) -> Talk {
    let mut talk = Talk::new(scenario(), rules);
    talk.start(at(0.0)).unwrap();
    talk
}

fn give(talk: &mut Talk, words: &str, choice: usize, now: Now) -> Vec<Block> {
    talk.set_text(words).unwrap();
    talk.said(now).unwrap();
    talk.say(choice, now).unwrap()
}

fn finished() -> Block {
    Block::Event(Event {
        at: at(90.0).wall,
        what: EventKind::Finished,
        seconds: 0,
    })
}

/// What a person sees of it.
fn seen(talk: &Talk) -> (Phase, String, Vec<Reply>, Vec<Reply>) {
    let ended = talk.story().to_vec();
    (
        talk.phase(),
        talk.node().id.clone(),
        talk.path().to_vec(),
        ended,
    )
}

#[test]
fn replies_are_hidden_until_own_words_were_given() {
    let mut talk = Talk::new(scenario(), RULES);
    assert_eq!(talk.phase(), Phase::Briefing);
    assert_eq!(talk.say(0, at(0.0)), Err(Refusal::NotNow));
    talk.start(at(0.0)).unwrap();
    assert_eq!(talk.phase(), Phase::Own);
    assert_eq!(talk.say(0, at(1.0)), Err(Refusal::NotNow));
    talk.said(at(2.0)).unwrap();
    assert_eq!(talk.phase(), Phase::Choosing);
    talk.own_words(at(2.0)).unwrap();
    talk.set_text("May I ask why?").unwrap();
    talk.said(at(12.0)).unwrap();
    let blocks = talk.say(0, at(12.0)).unwrap();
    let [Block::Reply(reply)] = blocks.as_slice() else {
        panic!("{blocks:?}");
    };
    assert_eq!(
        (reply.choice, reply.seconds, reply.limit),
        (1, 12, Some(40))
    );
    assert_eq!(
        (reply.skill.as_str(), reply.to.as_str()),
        ("ask-first", "why")
    );
    assert_eq!((reply.text.as_str(), reply.level), ("May I ask why?", None));
    assert!(!reply.is_late());
}

#[test]
fn reasons_come_after_each_reply_or_all_at_the_end() {
    let mut talk = started(RULES);
    give(&mut talk, "", 0, at(3.0));
    assert_eq!(talk.phase(), Phase::Heard);
    talk.go_on(at(4.0)).unwrap();
    assert_eq!(talk.node().id, "why");
    let mut talk = started(Rules {
        reasons: false,
        ..RULES
    });
    give(&mut talk, "", 0, at(3.0));
    assert_eq!((talk.phase(), talk.node().id.as_str()), (Phase::Own, "why"));
    give(&mut talk, "", 0, at(9.0));
    assert_eq!(talk.phase(), Phase::Ended);
    let (_, end) = talk.end().unwrap();
    assert_eq!(end.level, Level::Strong);
}

#[test]
fn meters_are_words_and_follow_the_path() {
    let mut talk = started(Rules {
        reasons: false,
        ..RULES
    });
    let words = |talk: &Talk| -> Vec<&str> {
        let meters = talk.meters(talk.path());
        meters.into_iter().map(|(m, by)| standing(m, by)).collect()
    };
    assert_eq!(
        words(&talk),
        ["as it was offered", "polite", "what the briefing says"]
    );
    give(&mut talk, "", 0, at(3.0));
    assert_eq!(
        words(&talk),
        ["as it was offered", "friendly", "you know what drives them"]
    );
    let effects = &talk.picked(&talk.path()[0]).unwrap().effects;
    assert_eq!(
        moved(effects),
        "Information much clearer, relationship a little warmer"
    );
    assert_eq!(moved(&[(Meter::Time, 0)]), "");
    for meter in Meter::ALL {
        for by in -20..20 {
            let words = standing(*meter, by);
            assert!(!words.is_empty() && !words.contains(char::is_numeric));
        }
    }
}

#[test]
fn a_usual_clock_cuts_nobody_off_and_a_hard_one_shows_the_replies() {
    let mut talk = started(RULES);
    talk.set_text("Still thinking").unwrap();
    assert!(talk.settle(at(70.0)).is_empty());
    assert_eq!(talk.phase(), Phase::Own);
    let reply = give(&mut talk, "Late.", 0, at(75.0));
    assert!(matches!(&reply[..], [Block::Reply(r)] if r.is_late()));

    let hard = Rules {
        pacing: Pacing::Hard,
        factor: Factor::X15,
        ..RULES
    };
    let mut talk = started(hard);
    talk.set_text("Still thinking").unwrap();
    assert!(talk.settle(at(59.0)).is_empty());
    assert_eq!((talk.phase(), talk.limit()), (Phase::Own, Some(60)));
    talk.settle(at(60.5));
    assert_eq!(
        (talk.phase(), talk.text()),
        (Phase::Choosing, "Still thinking")
    );
    assert_eq!(talk.own_words(at(61.0)), Err(Refusal::NoTime));
    let blocks = talk.say(0, at(62.0)).unwrap();
    assert!(
        matches!(&blocks[..], [Block::Reply(r)] if r.text == "Still thinking" && r.seconds == 60)
    );

    let none = started(Rules {
        pacing: Pacing::None,
        ..RULES
    });
    assert_eq!(none.limit(), None);
    assert_eq!(
        none.next_wake(at(1.0), crate::domain::settings::Announce::Seconds),
        None
    );
}

#[test]
fn pauses_and_sleep_are_not_counted() {
    let mut talk = started(RULES);
    talk.pause(at(10.0)).unwrap();
    talk.resume(at(50.0)).unwrap();
    let asleep = Now {
        wall: at(3600.0).wall,
        ..at(55.0)
    };
    let blocks = talk.settle(asleep);
    assert!(matches!(&blocks[..], [Block::Event(e)] if e.what == EventKind::Slept));
    let blocks = give(
        &mut talk,
        "",
        0,
        Now {
            wall: at(3605.0).wall,
            ..at(60.0)
        },
    );
    assert!(matches!(&blocks[..], [Block::Reply(r)] if r.seconds == 20));
}

#[test]
fn a_step_back_gives_the_words_back_and_keeps_the_end_that_was_seen() {
    let mut talk = started(Rules {
        reasons: false,
        ..RULES
    });
    assert_eq!(talk.take_back(at(1.0)), Err(Refusal::NothingBack));
    give(&mut talk, "Why so soon?", 0, at(3.0));
    give(&mut talk, "Something more.", 1, at(9.0));
    assert_eq!(talk.phase(), Phase::Ended);
    talk.take_again(2, at(12.0)).unwrap();
    assert_eq!((talk.phase(), talk.text()), (Phase::Own, "Something more."));
    assert_eq!(talk.story().len(), 2);
    talk.take_back(at(13.0)).unwrap();
    assert_eq!(
        (talk.node().id.as_str(), talk.text()),
        ("call", "Why so soon?")
    );
    assert_eq!(talk.take_again(1, at(14.0)), Err(Refusal::NothingBack));
    give(&mut talk, "Yes.", 1, at(20.0));
    assert_eq!(talk.end().unwrap().1.level, Level::NotYet);
}

#[test]
fn a_second_path_that_was_only_begun_leaves_the_first_one() {
    let mut talk = started(Rules {
        reasons: false,
        ..RULES
    });
    let mut blocks = give(&mut talk, "", 0, at(3.0));
    blocks.extend(give(&mut talk, "", 0, at(9.0)));
    blocks.push(finished());
    blocks.extend(talk.take_again(1, at(12.0)).unwrap());
    blocks.push(finished());
    let again = Talk::replay(scenario(), RULES, &blocks, at(20.0));
    assert_eq!((again.phase(), again.path().len()), (Phase::Ended, 2));
    assert_eq!(again.end().unwrap().1.level, Level::Strong);
}

#[test]
fn the_blocks_alone_give_the_same_state_at_every_step() {
    for reasons in [true, false] {
        let rules = Rules { reasons, ..RULES };
        let mut talk = started(rules);
        let mut blocks = Vec::new();
        let picks = [0, 1, 9, 0, 9, 9, 1, 8, 1];
        for (step, pick) in (1_u32..).zip(picks) {
            let now = at(f64::from(step) * 10.0);
            match pick {
                9 => blocks.extend(talk.take_back(now).unwrap()),
                8 => blocks.extend(talk.take_again(1, now).unwrap()),
                choice => {
                    if talk.phase() == Phase::Heard {
                        talk.go_on(now).unwrap();
                    }
                    blocks.extend(give(&mut talk, &format!("Words {step}"), choice, now));
                }
            }
            let again = Talk::replay(scenario(), rules, &blocks, now);
            assert_eq!(seen(&again), seen(&talk), "{blocks:#?}");
            assert_eq!(again.steps(), talk.steps());
        }
    }
}

#[test]
fn a_killed_reply_comes_back_with_its_words_and_its_clock() {
    for choosing in [false, true] {
        let mut talk = started(RULES);
        let blocks = give(&mut talk, "First.", 0, at(5.0));
        talk.go_on(at(6.0)).unwrap();
        talk.set_text("Half a sent").unwrap();
        if choosing {
            talk.said(at(18.0)).unwrap();
        }
        let draft = talk.draft(at(18.0)).unwrap();
        let text = serde_json::to_string(&draft).unwrap();
        let draft = serde_json::from_str(&text).unwrap();
        let mut again = Talk::replay(scenario(), RULES, &blocks, at(100.0));
        again.restore(&draft, at(100.0)).unwrap();
        assert_eq!((again.phase(), again.text()), (talk.phase(), "Half a sent"));
        assert!(!again.clock().unwrap().is_running());
        assert_eq!(again.resume(at(101.0)).is_ok(), !choosing);
        if !choosing {
            again.said(at(103.0)).unwrap();
        }
        let blocks = again.say(0, at(103.0)).unwrap();
        assert!(
            matches!(&blocks[..], [Block::Reply(r)] if r.seconds == if choosing { 12 } else { 14 } && r.text == "Half a sent")
        );
        assert_eq!(again.restore(&draft, at(104.0)), Err(Refusal::NotNow));
    }
}

#[test]
fn a_talk_that_has_changed_since_ends_where_it_stood() {
    let mut talk = started(RULES);
    let mut blocks = give(&mut talk, "First.", 0, at(5.0));
    let Block::Reply(reply) = &mut blocks[0] else {
        panic!("a reply");
    };
    reply.to = "gone".to_owned();
    reply.choice = 9;
    let again = Talk::replay(scenario(), RULES, &blocks, at(9.0));
    assert!(again.is_lost());
    assert_eq!(again.phase(), Phase::Ended);
    assert_eq!(again.path()[0].text, "First.");
    assert!(again.picked(&again.path()[0]).is_none());
    assert!(again.end().is_none());
}

#[test]
fn the_clock_stands_still_while_the_written_replies_are_read() {
    let mut talk = started(RULES);
    talk.said(at(9.0)).unwrap();
    talk.resume(at(30.0)).unwrap_err();
    let blocks = talk.say(0, at(60.0)).unwrap();
    assert!(matches!(&blocks[..], [Block::Reply(r)] if r.seconds == 9));
}

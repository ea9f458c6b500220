//! Talks: own words before the replies, every end of every talk, and nothing lost to a kill.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use greenroom::content::shipped;
use greenroom::desk::go::SetupFor;
use greenroom::domain::id::{ScenarioId, SittingId};
use greenroom::domain::library::{Library, Scenario, Turn};
use greenroom::domain::practice::clock::{Factor, Pacing};
use greenroom::domain::practice::record::{Form, Input, SittingHead};
use greenroom::domain::practice::solo::Solo;
use greenroom::domain::practice::talk::{Phase, Reply};
use greenroom::domain::time::{Mono, Now};
use greenroom::keys::{Command, Context};

use crate::visit::{Visit, mins, secs};

fn now(seconds: u64) -> Now {
    let wall = chrono::DateTime::parse_from_rfc3339("2026-03-02T09:00:00+01:00");
    let start = Now {
        mono: Mono::default(),
        wall: wall.expect("a date"),
    };
    start.after(secs(seconds))
}

fn head(scenario: &Scenario, reasons: bool) -> SittingHead {
    SittingHead {
        id: SittingId::new("2026-03-02T0900-talk"),
        started: now(0).wall,
        title: scenario.title.clone(),
        stage: None,
        seed: 7,
        library: "1".to_owned(),
        pacing: Pacing::Window,
        factor: Factor::X1,
        input: Input::Typed,
        strict: false,
        probes: false,
        rate_each: reasons,
        warm_up: false,
        rung: None,
        shape: None,
        plan: Vec::new(),
        form: Form::Talk(scenario.id.clone()),
    }
}

/// For each moment that can be reached the shortest row of choices that leads there.
fn ways(scenario: &Scenario) -> BTreeMap<usize, Vec<usize>> {
    let mut ways = BTreeMap::from([(scenario.start, Vec::new())]);
    let mut waiting = VecDeque::from([scenario.start]);
    while let Some(at) = waiting.pop_front() {
        let Turn::Reply(choices) = &scenario.nodes[at].turn else {
            continue;
        };
        for (n, choice) in choices.iter().enumerate() {
            if !ways.contains_key(&choice.to) {
                let mut way = ways[&at].clone();
                way.push(n);
                ways.insert(choice.to, way);
                waiting.push_back(choice.to);
            }
        }
    }
    ways
}

/// A row of choices through every reply of a talk, each followed to an end.
fn walks(scenario: &Scenario) -> Vec<Vec<usize>> {
    let mut walks = Vec::new();
    for (at, way) in ways(scenario) {
        let Turn::Reply(choices) = &scenario.nodes[at].turn else {
            continue;
        };
        for (n, choice) in choices.iter().enumerate() {
            let mut walk = way.clone();
            walk.push(n);
            let (mut here, mut turn) = (choice.to, n);
            while let Turn::Reply(choices) = &scenario.nodes[here].turn {
                // Another place on each step, so that the walks differ.
                turn = (turn + 1) % choices.len();
                walk.push(turn);
                here = choices[turn].to;
            }
            walks.push(walk);
        }
    }
    walks
}

type Seen = (Phase, String, String, Vec<Reply>);

fn seen(solo: &Solo) -> Seen {
    let talk = solo.talk().expect("a talk");
    let node = talk.node().id.clone();
    (
        talk.phase(),
        node,
        talk.text().to_owned(),
        talk.path().to_vec(),
    )
}

/// Walks a talk; after every step the blocks alone give the same state, and a kill in the middle of a reply costs
/// no word of it.
fn walk(library: &Library, scenario: &Scenario, walk: &[usize], reasons: bool) -> Solo {
    let head = head(scenario, reasons);
    let mut solo = Solo::begin(head, library, now(0)).expect("it is in the library");
    let mut at = 0;
    let mut tick = || {
        at += 7;
        now(at)
    };
    let t = tick();
    solo.in_task(|task| task.in_talk(|talk| talk.start(t)), t)
        .expect("it starts");
    for (turn, choice) in walk.iter().enumerate() {
        let words = format!("My words of turn {turn}");
        let t = tick();
        solo.in_task(|task| task.in_talk(|talk| talk.set_text(&words)), t)
            .expect("words");
        let draft = solo.talk().and_then(|talk| talk.draft(t));
        let mut killed = Solo::replay(solo.record(), library, t).expect("it is there");
        killed
            .in_task(
                |task| task.in_talk(|talk| talk.restore(&draft.expect("a draft"), t)),
                t,
            )
            .expect("it comes back");
        assert_eq!(seen(&killed), seen(&solo));
        solo.in_task(|task| task.in_talk(|talk| talk.said(t)), t)
            .expect("said");
        let t = tick();
        solo.in_task(|task| task.in_talk(|talk| talk.say(*choice, t)), t)
            .expect("it leads on");
        let killed = Solo::replay(solo.record(), library, t).expect("it is there");
        if solo.record().is_over() {
            // What is over opens at its end.
            assert_eq!(seen(&killed).0, Phase::Ended);
            assert_eq!(seen(&killed).3, seen(&solo).3);
        } else {
            assert_eq!(seen(&killed), seen(&solo), "{} {walk:?}", scenario.id);
        }
        if solo.talk().is_some_and(|t| t.phase() == Phase::Heard) {
            let t = tick();
            solo.in_task(|task| task.in_talk(|talk| talk.go_on(t)), t)
                .expect("on");
        }
    }
    assert_eq!(seen(&solo).0, Phase::Ended, "{} {walk:?}", scenario.id);
    assert!(solo.record().is_over());
    solo
}

#[test]
fn every_reply_and_every_end_of_every_talk_is_reached_and_comes_back_from_its_blocks() {
    let library = shipped::library();
    assert!(library.scenarios.len() >= 12, "{}", library.scenarios.len());
    for scenario in library.scenarios.iter() {
        let mut ends = BTreeSet::new();
        for (n, path) in walks(&scenario).iter().enumerate() {
            let solo = walk(&library, &scenario, path, n % 2 == 0);
            let talk = solo.talk().expect("a talk");
            let (node, end) = talk.end().expect("an end");
            assert!(!end.debrief.is_empty());
            assert_eq!(talk.story().len(), path.len());
            assert!(
                talk.story()
                    .iter()
                    .all(|reply| talk.picked(reply).is_some())
            );
            ends.insert(node.id.clone());
        }
        assert_eq!(ends.len(), scenario.ends().count(), "{}", scenario.id);
        assert!(ends.len() >= 3, "{} has three different ends", scenario.id);
    }
}

fn offer() -> SetupFor {
    SetupFor {
        scenario: Some(ScenarioId::new("exploding-offer")),
        ..SetupFor::default()
    }
}

/// In front of the first line.
fn begun() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    v.drills(&offer()).press(Command::Main);
    v.is_in(Context::Ownwords);
    v
}

/// One turn: words, then the marked reply.
fn reply(v: &mut Visit, words: &str, pick: Command) {
    v.is_in(Context::Ownwords)
        .types(words)
        .press(Command::Save)
        .is_in(Context::Scenario)
        .press(pick)
        .press(Command::Main)
        .press(Command::Main);
}

#[test]
fn a_talk_from_the_list_to_its_end_and_again_from_a_turn() {
    let mut v = Visit::new().ignore_toasts();
    v.runs("talks: an offer")
        .sees("Negotiation")
        .sees("What you know")
        .press(Command::Main)
        .sees("the briefing")
        .sees("Reply in your own words first")
        .press(Command::Main);
    v.is_in(Context::Ownwords)
        .sees("turn 1")
        .sees("You, in your own words");
    while v.context() != Context::Ended {
        v.types("That is how I would say it.")
            .press(Command::Save)
            .sees("You said That is how I would say it.")
            .sees("Where it stands")
            .press(Command::Pick1)
            .press(Command::Main)
            .sees("Nearest")
            .press(Command::Main);
    }
    v.sees("ends seen").sees("What you could not know");
    let file = v.file("practice/2026/…-talk-….toml");
    let first = file.count("[[reply]]");
    file.contains("text = \"That is how I would say it.\"")
        .contains("what = \"finished\"");
    v.press(Command::Main)
        .press(Command::Down)
        .sees("r takes this turn again")
        .press(Command::Retry)
        .is_in(Context::Ownwords)
        .sees("That is how I would say it.");
    v.file("practice/2026/…-talk-….toml").contains("[[back]]");
    v.press(Command::Save)
        .press(Command::Pick2)
        .press(Command::Main)
        .press(Command::Main);
    while v.context() != Context::Ended {
        reply(&mut v, "Once more.", Command::Pick2);
    }
    let file = v.file("practice/2026/…-talk-….toml");
    assert!(file.count("[[reply]]") > first);
    v.press(Command::Close).press(Command::Today);
    v.sees("Recent answers");
}

#[test]
fn written_replies_stay_hidden_until_the_own_words_are_given() {
    let library = shipped::library();
    let scenario = library.scenarios.get("exploding-offer").expect("shipped");
    let first = scenario.nodes[scenario.start].line.clone();
    let Turn::Reply(choices) = &scenario.nodes[scenario.start].turn else {
        panic!("a talk begins with a line");
    };
    let mut v = begun();
    v.sees(&first);
    for choice in choices {
        v.sees_not(&choice.say);
    }
    // Said aloud: nothing is typed.
    v.press(Command::Save);
    for choice in choices {
        v.sees(&choice.say).sees_not(&choice.why);
    }
    v.press(Command::Pick2)
        .press(Command::Main)
        .sees("ask first")
        .sees("Information much clearer");
}

#[test]
fn who_speaks_writes_notes_and_they_are_not_called_what_was_said() {
    let mut v = Visit::new()
        .with_file("profile.toml", "format = 1\ninput = \"aloud\"\n")
        .ignore_toasts();
    v.drills(&offer()).press(Command::Main);
    v.sees("Say it aloud; what you write are notes");
    v.types("ask for Friday").press(Command::Save);
    v.is_in(Context::Scenario)
        .sees("Notes     ask for Friday")
        .sees_not("You said");
}

#[test]
fn a_reply_is_taken_back_and_its_words_with_it() {
    let mut v = begun();
    v.types("May I ask why?")
        .press(Command::Save)
        .press(Command::Pick2)
        .press(Command::Main)
        .press(Command::Undo)
        .is_in(Context::Ownwords)
        .sees("May I ask why?")
        .sees("turn 1");
    v.press(Command::Save)
        .press(Command::Edit)
        .is_in(Context::Ownwords)
        .types(" Really.")
        .press(Command::Save)
        .sees("May I ask why? Really.");
}

#[test]
fn they_wait_and_a_late_reply_is_only_told() {
    let mut v = begun();
    v.sees("0:45 to reply").wait(mins(1));
    v.is_in(Context::Ownwords).sees("longer than they wait");
    v.press(Command::Save)
        .press(Command::Pick1)
        .press(Command::Main)
        .sees("longer than they usually do");
}

#[test]
fn a_hard_clock_shows_the_replies_and_keeps_the_words() {
    let profile = "format = 1\npacing = \"hard\"\n";
    let mut v = Visit::new()
        .with_file("profile.toml", profile)
        .ignore_toasts();
    v.drills(&offer()).press(Command::Main).types("Half a rep");
    v.wait(mins(1))
        .is_in(Context::Scenario)
        .sees("You said Half a rep");
}

#[test]
fn looking_at_a_briefing_leaves_no_file() {
    let mut v = Visit::new().ignore_toasts();
    v.drills(&offer()).press(Command::Pause);
    v.is_in(Context::Firstrun);
    assert_eq!(v.files("practice/…"), Vec::<String>::new());
}

/// Takes the open talk up again, as a person would.
fn go_on(v: &mut Visit) -> &mut Visit {
    v.press(Command::PracticeHome)
        .sees("The sitting you left")
        .press(Command::Main)
}

#[test]
fn killed_at_every_step_it_goes_on_there_with_every_word() {
    // Before the first reply the briefing comes again.
    let mut v = begun();
    v.kill();
    go_on(&mut v).sees("the briefing").press(Command::Main);
    v.is_in(Context::Ownwords);
    // While typing.
    v.types("These words were typed").wait(secs(2)).kill();
    go_on(&mut v)
        .is_in(Context::Ownwords)
        .sees("These words were typed");
    // While choosing.
    v.types(" before.").press(Command::Save).kill();
    go_on(&mut v)
        .is_in(Context::Scenario)
        .sees("You said These words were typed before.");
    // After the reply, where it says what it did.
    v.press(Command::Pick2).press(Command::Main).kill();
    go_on(&mut v).is_in(Context::Heard).sees("turn 1");
    // With the sheet open.
    v.press(Command::Main)
        .types("half")
        .press(Command::Pause)
        .kill();
    go_on(&mut v).is_in(Context::Ownwords).sees("half");
    // At the end.
    v.press(Command::Save)
        .press(Command::Pick1)
        .press(Command::Main)
        .press(Command::Main);
    while v.context() != Context::Ended {
        reply(&mut v, "on", Command::Pick1);
    }
    v.kill();
    v.press(Command::PracticeHome)
        .sees_not("The sitting you left");
    let file = v.file("practice/2026/…-talk-….toml");
    file.contains("These words were typed before.");
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
    v.press(Command::Today).sees("An answer by tomorrow noon");
}

#[test]
fn left_ended_early_and_thrown_away() {
    let mut v = begun();
    v.types("So far").press(Command::Pause);
    v.sees("Read the briefing again")
        .press_times(Command::Down, 2)
        .press(Command::Main);
    go_on(&mut v).is_in(Context::Ownwords).sees("So far");
    v.press(Command::Pause)
        .press_times(Command::Down, 3)
        .press(Command::Main);
    v.is_in(Context::Ended).sees("You left it before its end");
    let mut v = begun();
    v.press(Command::Pause)
        .press_times(Command::Down, 4)
        .press(Command::Main)
        .press(Command::Down)
        .press(Command::Main);
    v.file("practice/2026/….toml").contains("thrown-away");
    v.press(Command::PracticeHome)
        .sees_not("The sitting you left");
}

#[test]
fn talks_for_the_next_interview_come_first() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Acme")
        .press(Command::NextField)
        .types("Nurse")
        .press(Command::NextField);
    for _ in 0..6 {
        v.press(Command::NextValue);
    }
    v.press(Command::NextField)
        .types("18 mar")
        .press(Command::Save);
    v.runs("talks: an offer").sees("For your next:");
}

#[test]
fn a_number_without_a_reply_leaves_nothing_marked_and_the_hint_counts_the_replies() {
    let mut v = Visit::new().ignore_toasts();
    v.drills(&offer())
        .press(Command::Main)
        .press(Command::Save)
        .is_in(Context::Scenario);
    let replies = (1..=4)
        .filter(|n| v.screen().has(&format!("{n}  \"")))
        .count();
    // Behind the replies stands that none of them is it.
    let lines = replies + 1;
    v.sees(&format!("1-{lines} by number"));
    v.press(Command::Main).is_in(Context::Scenario);
    if lines < 5 {
        v.press(Command::Pick1).press(Command::Pick5);
        v.toast("There are only").press(Command::Main);
        v.is_in(Context::Scenario);
    }
    v.press(Command::Down)
        .press(Command::Main)
        .is_in(Context::Heard);
}

#[test]
fn a_reply_that_is_none_of_the_written_ones_keeps_its_words_and_is_marked() {
    let mut v = Visit::new().ignore_toasts();
    v.drills(&SetupFor {
        scenario: Some(ScenarioId::new("exploding-offer")),
        ..SetupFor::default()
    });
    v.press(Command::Main)
        .types("I would sleep on it.")
        .press(Command::Save);
    v.sees("None of these is what I said");
    v.press(Command::Last).press(Command::Main);
    v.is_in(Context::Scenario)
        .sees("Your words stay. Which one leads on?");
    v.press(Command::Pick1).press(Command::Main);
    v.sees("Led on by")
        .sees("None of the written replies was yours.");
    v.file("practice/2026/…-talk-….toml")
        .contains("apart = true")
        .contains("text = \"I would sleep on it.\"");
    while v.context() != Context::Ended {
        if v.context() == Context::Ownwords {
            v.press(Command::Save);
        } else if v.context() == Context::Scenario {
            v.press(Command::Pick1).press(Command::Main);
        } else {
            v.press(Command::Main);
        }
    }
    v.sees("In 1 turn none of the written replies was yours");
}

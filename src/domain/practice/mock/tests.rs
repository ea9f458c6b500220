//! Laying out, codes, the clock of sections and who asks.

use std::collections::HashSet;

use super::code::SEEDS;
use super::*;
use crate::domain::dice::Dice;
use crate::domain::id::{BlueprintId, FamilyId, QuestionId};
use crate::domain::library::{Blueprint, Kind, Library, Seniority, When};
use crate::domain::practice::clock::Factor;
use crate::domain::practice::shape::Stop;

fn seat() -> Seat {
    Seat {
        family: FamilyId::new("general"),
        seniority: Some(Seniority::Mid),
        weak: Vec::new(),
    }
}

fn laid(library: &Library, seed: u32) -> Laid {
    lay_out(&sample::panel_mock(), library, &seat(), seed)
}

#[test]
fn the_same_seed_lays_out_the_same_and_another_one_does_not() {
    let library = sample::library();
    assert_eq!(laid(&library, 5), laid(&library, 5));
    assert_ne!(laid(&library, 5).plan, laid(&library, 6).plan);
}

#[test]
fn questions_never_repeat_and_are_of_the_kinds_of_their_sections() {
    let library = sample::library();
    for seed in 0..50 {
        let laid = laid(&library, seed);
        let ids: HashSet<_> = laid.plan.iter().map(|p| p.question.as_str()).collect();
        assert_eq!(ids.len(), laid.plan.len());
        assert!(laid.short.is_empty());
        let kinds: Vec<Kind> = (laid.plan.iter())
            .map(|p| library.questions.get(p.question.as_str()).unwrap().kind)
            .collect();
        assert_eq!(kinds[0], Kind::Opener);
        assert_eq!(kinds[1..4], [Kind::Behavioral; 3]);
        assert_eq!(kinds[4..6], [Kind::Situational; 2]);
        assert_eq!(kinds[6..], [Kind::Closing; 2]);
    }
}

#[test]
fn a_section_that_draws_nothing_is_a_break_or_goes_on_and_fixed_records_come_first() {
    let library = sample::library();
    let shape = laid(&library, 1).shape;
    assert_eq!(shape.sections[2].stops, [Stop::Break]);
    assert_eq!(shape.sections[4].stops, [Stop::GoOn]);
    let one_way = lay_out(&sample::one_way(), &library, &seat(), 1).shape;
    let list = crate::domain::id::ChecklistId::new("room");
    assert_eq!(one_way.sections[0].stops, [Stop::Checklist(list)]);
    assert!(one_way.sections[1].is_one_way());
    assert!(shape.sections[5].keeps && !shape.sections[1].keeps);
}

#[test]
fn a_section_that_wants_more_than_there_is_says_so() {
    let library = sample::library();
    let mut blueprint = sample::panel_mock();
    blueprint.sections[0].pick.as_mut().unwrap().count = 99;
    let laid = lay_out(&blueprint, &library, &seat(), 1);
    assert_eq!(laid.short, ["Hello"]);
    assert_eq!(laid.shape.sections[0].asks(), 8);
}

#[test]
fn a_mock_of_another_field_asks_what_that_field_is_asked() {
    let mut library = sample::library();
    for card in &mut library.cards {
        if card.kind == Kind::Behavioral && card.difficulty > 1 {
            card.roles = [FamilyId::new("nursing")].into();
        }
    }
    let mut blueprint = sample::panel_mock();
    blueprint.families = vec![FamilyId::new("nursing")];
    let own = |seat: &Seat, blueprint| {
        let plan = lay_out(blueprint, &library, seat, 3).plan;
        let nursing = |id: &str| library.card(id).unwrap().roles[0].as_str() == "nursing";
        plan.iter().filter(|p| nursing(p.question.as_str())).count()
    };
    assert!(own(&seat(), &blueprint) > 0);
    assert_eq!(
        own(&seat(), &sample::panel_mock()),
        0,
        "general is not nursing"
    );
}

#[test]
fn a_code_sits_the_same_interview_again() {
    let library = sample::library();
    let mut dice = Dice::new(1);
    for _ in 0..200 {
        let seat = Seat {
            family: FamilyId::new(["general", "nursing"][dice.below(2)]),
            seniority: Seniority::ALL.get(dice.below(6)).copied(),
            weak: Vec::new(),
        };
        let seed = u32::try_from(dice.below(SEEDS as usize)).unwrap();
        let first = lay_out(&sample::panel_mock(), &library, &seat, seed);
        let code = &first.shape.code;
        assert_eq!(code.chars().filter(|c| *c != '-').count(), 15, "{code}");
        let typed = code.to_lowercase().replace('-', " ").replace('0', "o");
        let ticket = Ticket::read(&typed, &library).unwrap();
        assert_eq!(
            (&ticket.family, ticket.seniority),
            (&seat.family, seat.seniority)
        );
        let blueprint = library.blueprints.get(ticket.blueprint.as_str()).unwrap();
        let again = lay_out(&blueprint, &library, &seat, ticket.seed);
        assert_eq!(again, first);
    }
}

#[test]
fn a_slip_in_a_code_is_noticed() {
    let library = sample::library();
    let code = laid(&library, 77).shape.code;
    let letters: Vec<char> = code.chars().filter(|c| *c != '-').collect();
    for at in 0..letters.len() {
        for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
            let mut slip = letters.clone();
            slip[at] = other;
            let text: String = slip.iter().collect();
            let same = slip == letters;
            assert_eq!(Ticket::read(&text, &library).is_ok(), same, "{text}");
        }
    }
    for odd in [
        "",
        "-",
        "0",
        "hello",
        "4K7QM-2XR9T-0ABC",
        "4K7QM-2XR9T-0ABCD-0",
    ] {
        assert_eq!(
            Ticket::read(odd, &library),
            Err(CodeProblem::Misread),
            "{odd}"
        );
    }
}

#[test]
fn what_changed_in_the_library_is_said() {
    let mut library = sample::library();
    let before = laid(&library, 9).shape.code;
    assert_eq!(Ticket::changed(&before, &before), None);
    "1.1.0".clone_into(&mut library.version);
    let renamed = laid(&library, 9).shape.code;
    let words = Ticket::changed(&before, &renamed).unwrap();
    assert!(words.contains("questions are the same"), "{words}");
    let old: Vec<String> = (0..20).map(|n| laid(&library, n).shape.code).collect();
    "1.2.0".clone_into(&mut library.version);
    library.cards.retain(|c| c.difficulty != 2);
    let words = (0..20).map(|n| {
        let here = laid(&library, n).shape.code;
        Ticket::changed(&old[n as usize], &here).unwrap()
    });
    // The mark of the plan is short: one change in five hundred looks like none.
    let noticed = words.filter(|w| w.contains("some questions are not the same"));
    assert!(noticed.count() >= 18);
    library.blueprints.remove("panel-mock");
    assert_eq!(
        Ticket::read(&before, &library),
        Err(CodeProblem::NoBlueprint)
    );
}

#[test]
fn what_runs_over_takes_from_the_end_of_what_comes_next() {
    let need = |always| Need {
        seconds: 120,
        always,
    };
    assert!(comes(600, 660, need(false)), "half of it still fits");
    assert!(!comes(601, 660, need(false)));
    assert!(comes(9000, 660, need(true)), "the closing always comes");
    let shape = laid(&sample::library(), 1).shape;
    assert_eq!(deadline(&shape, 1, Factor::X1), 15 * 60);
    assert_eq!(deadline(&shape, 5, Factor::X15), 37 * 90);
}

#[test]
fn somebody_cuts_in_after_six_tenths_of_the_window_and_no_more_often_than_their_manner_says() {
    let shape = laid(&sample::library(), 1).shape;
    for seed in 0..100 {
        let moments: Vec<u32> = (1..4)
            .filter_map(|at| cut_in(&shape, seed, at, 2, 100))
            .collect();
        assert_eq!(moments.len(), 2);
        assert!(moments.iter().all(|m| (60..=90).contains(m)), "{moments:?}");
        assert_eq!(cut_in(&shape, seed, 0, 0, 100), None);
    }
}

#[test]
fn askers_rotate_and_the_chair_closes() {
    let library = sample::library();
    let laid = laid(&library, 4);
    let questions: Vec<_> = (laid.plan.iter())
        .map(|p| library.questions.get(p.question.as_str()))
        .collect();
    let questions: Vec<_> = questions.iter().map(|q| q.as_deref()).collect();
    let cast = Cast::of(&laid.shape, &library, &questions, 4);
    let seats: Vec<usize> = (0..laid.plan.len())
        .map(|n| cast.seat_of(n).unwrap())
        .collect();
    assert_eq!(seats[6..], [0, 0], "the chair takes the closing");
    assert!(seats.iter().collect::<HashSet<_>>().len() >= 2, "{seats:?}");
    assert_eq!(cast.asker(5, 6).member.unwrap().name, "Ann");
    assert_eq!(cast.asks_into(0, 0, "What does Cy ask into it?"), Some(2));
}

#[test]
fn follow_ups_rotate_over_what_was_handled_worst() {
    let mut question = crate::domain::practice::sample::question("q-a", Kind::Behavioral);
    for (probe, tests) in
        question
            .probes
            .iter_mut()
            .zip(["impact", "structure", "insight", "impact"])
    {
        tests.clone_into(&mut probe.tests);
    }
    let weak = ["insight".to_owned(), "structure".to_owned()];
    let ask = |here: &[&str], tested: &[&str]| {
        let asked = Asked {
            here,
            gaps: &[],
            met: &[],
            tested,
            weak: &weak,
            bias: &[],
        };
        let probe = follow_up(&question, &asked, &mut Dice::new(3)).unwrap();
        probe.tests.clone()
    };
    assert_eq!(ask(&[], &[]), "insight", "the worst first");
    assert_eq!(
        ask(&[], &["insight"]),
        "structure",
        "then the next, since it had its turn"
    );
    assert_eq!(
        ask(&["What did they say?"], &[]),
        "structure",
        "none twice to one question"
    );
    let only = ["structure".to_owned()];
    let asked = Asked {
        here: &[],
        gaps: &[],
        met: &[],
        tested: &[],
        weak: &only,
        bias: &[],
    };
    let probe = follow_up(&question, &asked, &mut Dice::new(3)).unwrap();
    assert_eq!(probe.when, When::Always, "what fits any answer comes first");
    let heard = Asked {
        gaps: &[3],
        ..asked
    };
    let probe = follow_up(&question, &heard, &mut Dice::new(3)).unwrap();
    assert_eq!(
        probe.text, "How would I have seen it?",
        "but what was plainly not said is asked for before it"
    );
    let said = Asked { met: &[3], ..heard };
    let probe = follow_up(&question, &said, &mut Dice::new(3)).unwrap();
    assert_ne!(
        probe.text, "How would I have seen it?",
        "and what was plainly said is not asked for"
    );
}

#[test]
fn a_talk_takes_its_time_from_the_part_that_it_is_held_in() {
    use crate::domain::id::ScenarioId;
    use crate::domain::practice::record::{Block, Event, EventKind};
    use crate::domain::practice::sample::at;
    use crate::domain::practice::talk::Reply;

    let mut shape = laid(&sample::library(), 1).shape;
    shape.sections[2].stops = vec![Stop::Scenario(ScenarioId::new("offer"))];
    let before: usize = shape.sections[..2].iter().map(|s| s.stops.len()).sum();
    let mut course = Course::of(&shape, 1, Factor::X1);
    course.done = before;
    let reply = |seconds| {
        Block::Reply(Reply {
            scenario: ScenarioId::new("offer"),
            node: "start".to_owned(),
            at: at(0.0).wall,
            seconds,
            limit: None,
            choice: 1,
            apart: false,
            skill: "ask-first".to_owned(),
            to: "why".to_owned(),
            level: None,
            text: String::new(),
        })
    };
    for block in [reply(30), reply(45)] {
        course.take(&shape, Factor::X1, &block);
    }
    assert_eq!((course.spent[2], course.done), (75, before));
    let done = Event::block(EventKind::StopDone, 0, at(0.0));
    course.take(&shape, Factor::X1, &done);
    assert_eq!((course.spent[2], course.done), (75, before + 1));
}

#[test]
fn what_a_person_added_is_asked_by_mocks_of_their_own_and_by_no_shipped_one() {
    let mut library = sample::library();
    let mut added = |id: &str, pack: &str| {
        let mut card = library.cards.first().expect("a card").clone();
        card.id = QuestionId::new(id);
        card.pack = Some(pack.into());
        card.kind = Kind::Behavioral;
        card.stages = [].into();
        library.cards.push(card);
    };
    added("mine/q-own", "mine");
    added("night/q-lent", "night");
    let asked = |id: &str| {
        let blueprint = Blueprint {
            id: BlueprintId::new(id),
            ..sample::panel_mock()
        };
        let plans = (1..60).flat_map(|seed| lay_out(&blueprint, &library, &seat(), seed).plan);
        let ids = plans.map(|p| p.question.to_string());
        let mut ids: Vec<String> = ids.filter(|id| id.contains('/')).collect();
        ids.sort();
        ids.dedup();
        ids
    };
    assert_eq!(
        asked("panel"),
        Vec::<String>::new(),
        "a code holds elsewhere"
    );
    assert_eq!(asked("night/panel"), ["night/q-lent"]);
    assert_eq!(asked("mine/m-panel"), ["mine/q-own", "night/q-lent"]);
}

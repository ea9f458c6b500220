//! What a drill is mixed of, how it begins and how it ends.

use super::*;

#[test]
fn a_sitting_mixes_due_weak_and_new_and_ends_well() {
    let mut world = world();
    // Ownership is weak; of conflict some went well, long ago.
    for n in [18, 19, 20, 21] {
        answered(&mut world.history, &format!("q-{n}"), 1, NotYet);
    }
    for n in 0..10 {
        answered(&mut world.history, &format!("q-{n:02}"), 40, Solid);
    }
    let plan = world.plan(12);
    assert_eq!(plan.len(), 12);
    assert_eq!(whys(&plan, |w| matches!(w, Why::Due(_))), 6, "{plan:?}");
    assert_eq!(
        whys(
            &plan,
            |w| matches!(w, Why::Weakest(c) if c.as_str() == "ownership")
        ),
        3
    );
    assert_eq!(whys(&plan[..11], |w| *w == Why::New), 1);
    assert_eq!(plan[10].why, Why::Familiar);
    assert_eq!(world.kinds(&plan)[11], Kind::Closing);
    assert!(
        plan.iter().any(|p| p.why == Why::Due(NotYet)),
        "the lowest first"
    );
}

#[test]
fn with_nothing_remembered_all_of_it_is_new() {
    let world = world();
    let plan = world.plan(6);
    assert_eq!(whys(&plan, |w| *w == Why::New), 6);
    assert_eq!(*world.kinds(&plan).last().unwrap(), Kind::Closing);
}

#[test]
fn where_kinds_would_crowd_the_end_gives_way() {
    let mut world = world();
    let kept = |c: &Card| match c.kind {
        Kind::Situational => true,
        Kind::Behavioral | Kind::Closing => c.id.as_str() < "q-06",
        _ => false,
    };
    world.library.cards.retain(kept);
    answered(&mut world.history, "q-00", 40, Strong);
    for days in 1..4 {
        answered(
            &mut world.history,
            &format!("q-{:02}", days * 6 + 1),
            days,
            NotYet,
        );
    }
    let plan = world.plan(5);
    let kinds = world.kinds(&plan);
    assert!(kinds.contains(&Kind::Behavioral), "{kinds:?}");
    assert!(
        kinds.windows(3).all(|w| w != [Kind::Situational; 3]),
        "{kinds:?}"
    );
}

#[test]
fn nothing_sensitive_is_the_end_that_goes_well() {
    let mut world = world();
    answered(&mut world.history, "q-00", 40, Strong);
    assert_eq!(whys(&world.plan(6), |w| *w == Why::Familiar), 1);
    for card in &mut world.library.cards {
        if card.id.as_str() == "q-00" {
            card.kind = Kind::Sensitive;
        }
    }
    assert_eq!(whys(&world.plan(6), |w| *w == Why::Familiar), 0);
}

#[test]
fn a_short_drill_has_no_arranged_end() {
    let mut world = world();
    answered(&mut world.history, "q-00", 1, Strong);
    let plan = world.plan(3);
    assert_eq!(whys(&plan, |w| *w == Why::Familiar), 0);
}

#[test]
fn what_a_real_interview_asked_comes_first_and_what_it_doubted_more_often() {
    let mut world = world();
    world.steer.asked = vec![(QuestionId::new("q-19"), "Acme".to_owned())];
    world.steer.competencies = vec![CompetencyId::new("conflict")];
    let plan = world.plan(8);
    let acme = plan.iter().find(|p| p.question.as_str() == "q-19").unwrap();
    assert_eq!(
        why_words(&acme.why, &world.library).phrase,
        "Acme asked this"
    );
    let doubted = |w: &Why| matches!(w, Why::Weakest(c) if c.as_str() == "conflict");
    assert!(whys(&plan, doubted) >= 2);
    world.filter.kinds = vec![Kind::Opener];
    assert!(
        !world.ids(8).contains(&"q-19".to_owned()),
        "what does not fit stays out"
    );
}

#[test]
fn the_first_drill_for_a_stage_begins_with_who_you_are_and_why_you_are_here() {
    let mut world = world();
    world.filter.stage = Some(StageId::InPerson);
    for seed in 0..20 {
        world.seed = seed;
        let kinds = world.kinds(&world.plan(6));
        assert_eq!(kinds[..2], [Kind::Opener, Kind::Motivation], "{seed}");
        let more = kinds[2..].iter();
        let again = more.filter(|k| matches!(k, Kind::Opener | Kind::Motivation));
        assert_eq!(again.count(), 0, "{kinds:?}");
    }
    let opener = world.ids(6)[0].clone();
    answered(&mut world.history, &opener, 1, Solid);
    assert_eq!(world.kinds(&world.plan(6))[0], Kind::Motivation);
}

#[test]
fn what_their_advert_asks_for_comes_first_and_says_so() {
    let mut world = world();
    world.steer.advert = vec![CompetencyId::new("ownership")];
    let plan = world.plan(6);
    let asked: Vec<&Planned> = plan.iter().filter(|p| p.why == Why::Advert).collect();
    assert!(asked.len() >= 4, "{plan:?}");
    for planned in asked {
        let card = world.library.card(planned.question.as_str()).unwrap();
        assert_eq!(card.competencies[0].as_str(), "ownership");
    }
}

#[test]
fn beside_the_advert_there_is_room_for_what_is_due() {
    let mut world = world();
    for n in 0..12 {
        answered(&mut world.history, &format!("q-{n:02}"), 40, NotYet);
    }
    world.steer.advert = vec![CompetencyId::new("ownership")];
    let plan = world.plan(10);
    assert!(
        whys(&plan, |why| matches!(why, Why::Due(_))) >= 3,
        "{plan:?}"
    );
    assert!(whys(&plan, |why| *why == Why::Advert) >= 4, "{plan:?}");
}

#[test]
fn who_asked_for_one_competency_is_led_to_none_of_the_advert() {
    let mut world = world();
    world.filter.competencies = vec![CompetencyId::new("conflict")];
    world.steer.advert = vec![CompetencyId::new("ownership")];
    let plan = world.plan(4);
    assert_eq!(whys(&plan, |why| *why == Why::Advert), 0, "{plan:?}");
}

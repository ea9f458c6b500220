//! Who is asked what: by field, by trade, by how far along somebody is, and by what they lived.

use super::*;

#[test]
fn a_question_of_another_trade_than_the_role_names_comes_last() {
    let mut world = world();
    let topics = [
        ("welding", "welder"),
        ("electrical", "electrician"),
        ("queue", ""),
    ];
    let mut questions = Vec::new();
    for (topic, name) in topics {
        let names = Some(name.to_owned()).filter(|n| !n.is_empty());
        let (id, title) = (TopicId::new(topic), String::new());
        let (kinds, names) = (Vec::new(), names.into_iter().collect());
        world.library.topics.put(
            topic,
            Topic {
                id,
                title,
                kinds,
                names,
            },
        );
        questions.extend((0..3).map(|n| {
            let mut q = sample::question(&format!("{topic}-{n}"), Kind::Situational);
            q.topic = Some(TopicId::new(topic));
            q
        }));
    }
    world.library.cards = sample::library(&questions).cards;
    for (card, question) in world.library.cards.iter_mut().zip(&questions) {
        card.topic.clone_from(&question.topic);
    }
    let role = |role: &'static str, world: &World| other_trades(&world.library, [role]);
    assert_eq!(role("Nurse", &world), []);
    world.steer.other_trades = role("Maintenance Electrician, shifts", &world);
    assert_eq!(world.steer.other_trades, [TopicId::new("welding")]);
    for (seed, order) in (0..20).flat_map(|n| [(n, Order::Helps), (n, Order::Random)]) {
        (world.seed, world.order) = (seed, order);
        let welding = |ids: &[String]| ids.iter().filter(|id| id.starts_with("welding")).count();
        assert_eq!(welding(&world.ids(6)), 0, "{seed}");
        assert_eq!(welding(&world.ids(8)), 2, "they make up the number: {seed}");
    }
}

#[test]
fn first_jobs_fit_first_years_in_any_field_and_ones_own_level_comes_first() {
    let mut world = world();
    world.library.cards[0].roles = [FamilyId::new("early-career")].into();
    world.filter.family = Some(FamilyId::new("nursing"));
    let fits = |world: &World| world.filter.matches(&world.library, &world.history).len();
    assert_eq!(fits(&world), 29);
    world.filter.seniority = Some(Seniority::Mid);
    assert_eq!(fits(&world), 29);
    world.filter.seniority = Some(Seniority::Entry);
    assert_eq!(fits(&world), 30);
    for n in [1, 8, 14] {
        world.library.cards[n].seniority = [Seniority::Entry].into();
    }
    world.order = Order::Random;
    for seed in 0..20 {
        world.seed = seed;
        let level = |id: &String| ["q-01", "q-08", "q-14"].contains(&id.as_str());
        let own = world.ids(4).iter().filter(|id| level(id)).count();
        assert!(own >= 2, "half are for that level, seed {seed}: {own}");
    }
}

#[test]
fn nobody_is_asked_about_a_life_that_they_did_not_live() {
    let mut world = world();
    for (n, card) in world.library.cards.iter_mut().enumerate() {
        card.topic = (n % 6 == 3).then(|| TopicId::new("career-change"));
    }
    for order in [Order::Helps, Order::Random] {
        world.order = order;
        for seed in 0..20 {
            world.seed = seed;
            let openers = |ids: &[String]| {
                let opener = |id: &&String| world.library.card(id).unwrap().topic.is_some();
                ids.iter().filter(opener).count()
            };
            assert_eq!(openers(&world.ids(8)), 0, "seed {seed}");
            let all = world.ids(30);
            assert_eq!(all.len(), 30);
            assert_eq!(openers(&all[..24]), 0, "they only make up the number");
        }
    }
    world.order = Order::Helps;
    answered(&mut world.history, "q-03", 9, NotYet);
    assert!(world.ids(6).contains(&"q-03".to_owned()), "it was met");
}

#[test]
fn five_people_across_the_table_sit_only_in_a_panel() {
    let mut world = world();
    for card in &mut world.library.cards {
        card.stages = match card.kind {
            Kind::Opener => [StageId::Panel].into(),
            _ => [StageId::InPerson, StageId::Panel].into(),
        };
    }
    let openers = |world: &World| {
        let plan = world.plan(12);
        let kinds = world.kinds(&plan);
        kinds.iter().filter(|k| **k == Kind::Opener).count()
    };
    assert_eq!(openers(&world), 0);
    world.filter.stage = Some(StageId::Panel);
    assert_ne!(openers(&world), 0);
}

#[test]
fn a_drill_for_a_nurse_asks_a_fair_share_of_what_nurses_are_asked() {
    let mut world = world();
    for n in [0, 1, 6, 7] {
        world.library.cards[n].roles = [FamilyId::new("nursing")].into();
    }
    world.filter.family = Some(FamilyId::new("nursing"));
    world.filter.kinds = vec![Kind::Behavioral, Kind::Situational];
    for order in [Order::Helps, Order::Random] {
        world.order = order;
        let mut own = 0;
        for seed in 0..100 {
            world.seed = seed;
            let of_field = |id: &&String| ["q-00", "q-01", "q-06", "q-07"].contains(&id.as_str());
            own += world.ids(4).iter().filter(of_field).count();
        }
        assert!(own >= 200, "half of them or more, {own} of 400");
    }
}

#[test]
fn nobody_on_site_is_asked_about_days_at_home_and_a_lens_is_spoken_to_only_on_video() {
    let mut world = world();
    let family = Family {
        id: FamilyId::new("nursing"),
        title: String::new(),
        summary: String::new(),
        not_asked: vec![QuestionId::new("q-06")],
        seniority: vec![Seniority::Entry, Seniority::Mid],
    };
    world.library.families.put("nursing", family);
    world.library.cards[7].seniority = [Seniority::Senior].into();
    world.library.cards[9].topic = Some(TopicId::new("recorded"));
    let asks = |world: &mut World, id: &str| {
        (0..40).any(|seed| {
            world.seed = seed;
            world.ids(12).contains(&id.to_owned())
        })
    };
    for order in [Order::Helps, Order::Random] {
        world.order = order;
        world.filter = Filter::default();
        assert!(asks(&mut world, "q-06"), "others are asked it");
        assert!(!asks(&mut world, "q-09"), "no lens is there");
        world.filter.family = Some(FamilyId::new("nursing"));
        assert!(!asks(&mut world, "q-06"));
        assert!(!asks(&mut world, "q-07"), "nobody there is so far along");
    }
    for card in &mut world.library.cards {
        card.stages = [&card.stages[..], &[StageId::PhoneVideo]].concat().into();
    }
    world.filter.stage = Some(StageId::PhoneVideo);
    assert!(asks(&mut world, "q-09"));
}

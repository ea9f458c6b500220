//! Draws: the same for the same seed, mixed, and never improper unasked.

use crate::seeded::cases;
use proptest::prelude::*;

use super::*;
use crate::domain::id::{CompetencyId, FamilyId, QuestionId, TopicId};
use crate::domain::level::Level::{self, NotYet, Partly, Solid, Strong};
use crate::domain::library::{
    Card, Family, Kind, Library, Seniority, Stage, StageId, StageKind, Topic,
};
use crate::domain::practice::clock::Factor;
use crate::domain::practice::history::History;
use crate::domain::practice::record::{Planned, Why};
use crate::domain::practice::sample::{self, at};
use crate::domain::practice::schedule::Schedule;

const KINDS: [Kind; 6] = [
    Kind::Behavioral,
    Kind::Situational,
    Kind::Motivation,
    Kind::Opener,
    Kind::Closing,
    Kind::Inappropriate,
];

/// Thirty-six questions, six of each kind, half for conflict and half for ownership.
fn library() -> Library {
    let questions: Vec<_> = (0..36)
        .map(|n| {
            let mut q = sample::question(&format!("q-{n:02}"), KINDS[n % 6]);
            if n >= 18 {
                q.competencies = vec![CompetencyId::new("ownership")];
            }
            q
        })
        .collect();
    sample::library(&questions)
}

/// Remembers that `question` was answered `days` ago.
fn answered(history: &mut History, question: &str, days: u64, level: Level) {
    let library = library();
    let card = library.card(question).unwrap();
    let mut record = sample::sitting(question, days, level);
    let answer = sample::answer_of(&mut record);
    answer.kind = card.kind;
    answer.competency = card.competencies[0].clone();
    history.learn([record]);
}

struct World {
    library: Library,
    history: History,
    steer: Steer,
    filter: Filter,
    order: Order,
    seed: u64,
}

fn world() -> World {
    World {
        library: library(),
        history: History::default(),
        steer: Steer::default(),
        filter: Filter::default(),
        order: Order::Helps,
        seed: 7,
    }
}

impl World {
    fn plan(&self, count: usize) -> Vec<Planned> {
        let today = at(0.0).date();
        let schedule = Schedule::of(&self.history, &self.library, None, today);
        let draw = Draw {
            library: &self.library,
            history: &self.history,
            schedule: &schedule,
            steer: &self.steer,
            filter: &self.filter,
            order: self.order,
            count,
            seed: self.seed,
            today,
        };
        draw.plan()
    }

    fn ids(&self, count: usize) -> Vec<String> {
        let plan = self.plan(count);
        plan.iter().map(|p| p.question.to_string()).collect()
    }

    fn kinds(&self, plan: &[Planned]) -> Vec<Kind> {
        let kind = |p: &Planned| self.library.card(p.question.as_str()).unwrap().kind;
        plan.iter().map(kind).collect()
    }
}

fn whys(plan: &[Planned], like: fn(&Why) -> bool) -> usize {
    plan.iter().filter(|p| like(&p.why)).count()
}

#[test]
fn the_same_seed_draws_the_same_questions_on_every_machine() {
    // A promise to everybody who passes a seed on: never change these lists.
    let mut world = world();
    assert_eq!(
        world.ids(6),
        ["q-18", "q-19", "q-09", "q-02", "q-26", "q-04"]
    );
    world.order = Order::Random;
    assert_eq!(
        world.ids(6),
        ["q-04", "q-16", "q-32", "q-03", "q-30", "q-08"]
    );
    let drawn = world.ids(6);
    world.seed = 8;
    assert_ne!(world.ids(6), drawn);
}

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
fn what_was_seen_in_a_warm_up_is_not_called_new() {
    let mut world = world();
    world.filter.stage = Some(StageId::Panel);
    let opener = |world: &World| {
        let plan = world.plan(6);
        let kind =
            |p: &&Planned| world.library.card(p.question.as_str()).unwrap().kind == Kind::Opener;
        plan.iter().find(kind).unwrap().clone()
    };
    let first = opener(&world);
    assert_eq!(first.why, Why::New);
    world.steer.warmed_up = vec![first.question.clone()];
    assert_ne!(
        opener(&world).question,
        first.question,
        "another opener is new"
    );
    let warmed = world.library.cards.iter().map(|card| card.id.clone());
    world.steer.warmed_up = warmed.collect();
    assert_eq!(whys(&world.plan(6), |w| *w == Why::New), 0);
}

#[test]
fn filters_ask_for_all_of_their_fields_at_once() {
    let mut world = world();
    let fits = |world: &World| world.filter.matches(&world.library, &world.history).len();
    assert_eq!(fits(&world), 30, "improper ones only when asked for");
    world.filter.improper = true;
    assert_eq!(fits(&world), 36);
    world.filter.kinds = vec![Kind::Behavioral, Kind::Opener];
    assert_eq!(fits(&world), 12);
    world.filter.competencies = vec![CompetencyId::new("ownership")];
    assert_eq!(fits(&world), 6);
    world.filter.stage = Some(StageId::Panel);
    world.filter.difficulty = vec![2];
    world.filter.packs = vec![SHIPPED.to_owned()];
    world.filter.seniority = Some(Seniority::Mid);
    world.filter.family = Some(FamilyId::new("nursing"));
    assert_eq!(
        fits(&world),
        6,
        "general questions fit every field and everybody"
    );
    world.library.cards[18].roles = [FamilyId::new("software")].into();
    world.library.cards[21].seniority = [Seniority::Executive].into();
    world.library.cards[24].pack = Some("acme".into());
    world.library.cards[27].stages = [StageId::Checks].into();
    world.library.cards[30].difficulty = 3;
    assert_eq!(world.ids(9), ["q-33"]);
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
fn the_last_time_is_a_filter_too() {
    let mut world = world();
    answered(&mut world.history, "q-00", 5, Partly);
    answered(&mut world.history, "q-01", 5, Strong);
    world.filter.last = vec![LastTime::At(Partly)];
    assert_eq!(world.ids(9), ["q-00"]);
    world.filter.last = vec![LastTime::New];
    assert_eq!(
        world.filter.matches(&world.library, &world.history).len(),
        28
    );
}

#[test]
fn ticked_questions_come_as_ticked_whatever_the_rest_says() {
    let mut world = world();
    world.filter.ticked = ["q-05", "q-02", "q-09"].map(QuestionId::new).to_vec();
    world.filter.kinds = vec![Kind::Closing];
    world.order = Order::Listed;
    let plan = world.plan(6);
    assert_eq!(world.ids(6), ["q-05", "q-02", "q-09"]);
    assert_eq!(whys(&plan, |w| *w == Why::Picked), 3);
}

#[test]
fn no_question_comes_again_until_the_set_is_used() {
    let mut world = world();
    world.order = Order::Random;
    world.filter.kinds = vec![Kind::Behavioral];
    let mut asked = Vec::new();
    for round in 0..3 {
        world.seed = round;
        let ids = world.ids(2);
        for id in &ids {
            answered(&mut world.history, id, 9 - round, Solid);
        }
        asked.extend(ids);
    }
    asked.sort();
    asked.dedup();
    assert_eq!(asked.len(), 6, "all six before one comes again");
    assert_eq!(world.ids(2).len(), 2, "then they begin anew");
    assert_eq!(world.ids(99).len(), 6, "each once in one sitting");
}

#[test]
fn wordings_rotate_with_each_time() {
    let mut world = world();
    let wording = |world: &World| {
        let plan = world.plan(99);
        let mine = plan.iter().find(|p| p.question == QuestionId::new("q-00"));
        mine.map(|p| p.wording)
    };
    assert_eq!(wording(&world), Some(0));
    answered(&mut world.history, "q-00", 9, Solid);
    assert_eq!(wording(&world), Some(1));
    answered(&mut world.history, "q-00", 5, Solid);
    assert_ne!(wording(&world), Some(1));
}

#[test]
fn what_was_chosen_by_its_words_is_asked_in_them_each_time() {
    let mut world = world();
    world.filter.ticked = vec![QuestionId::new("q-00")];
    let wording = |world: &World| world.plan(1)[0].wording;
    assert_eq!(wording(&world), 0);
    answered(&mut world.history, "q-00", 9, Solid);
    assert_eq!(wording(&world), 0);
    answered(&mut world.history, "q-00", 5, Solid);
    assert_eq!(wording(&world), 0);
}

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
fn a_stage_draws_its_kinds_as_often_as_they_come_up_there() {
    let mut world = world();
    world.order = Order::Random;
    world.filter.stage = Some(StageId::Panel);
    let weights = [(Kind::Behavioral, 5), (Kind::Situational, 1)];
    world.library.stages.put("panel", panel(&weights));
    let mut behavioral = 0;
    for seed in 0..300 {
        world.seed = seed;
        behavioral += usize::from(world.kinds(&world.plan(1)) == [Kind::Behavioral]);
    }
    // Five of 5 + 1 + 1 + 1 + 1: the kinds that the stage does not name come up, rarely.
    assert!((140..195).contains(&behavioral), "{behavioral} of 300");
}

fn panel(kinds: &[(Kind, u8)]) -> Stage {
    Stage {
        expect_in: Vec::new(),
        id: StageId::Panel,
        title: String::new(),
        summary: String::new(),
        expect: Vec::new(),
        formats: Vec::new(),
        minutes_min: 0,
        minutes_max: 0,
        decides: String::new(),
        interviewers: Vec::new(),
        prepare: Vec::new(),
        steps: Vec::new(),
        step_minutes: Vec::new(),
        evening: Vec::new(),
        asks_names: None,
        signals: Vec::new(),
        red_flags: Vec::new(),
        kinds: (kinds.iter())
            .map(|(kind, weight)| StageKind {
                kind: *kind,
                weight: *weight,
            })
            .collect(),
        asks: Vec::new(),
        after: Vec::new(),
        perspectives: Vec::new(),
        blueprints: Vec::new(),
        scenarios: Vec::new(),
        virtual_note: String::new(),
        adjust_note: String::new(),
        if_canceled: String::new(),
    }
}

#[test]
fn a_warm_up_begins_with_what_went_well_and_leaves_alone_what_was_weak() {
    let world = world();
    let general = FamilyId::new("general");
    let first = |history: &History| {
        let plan = warm_up(&world.library, history, &general, 3);
        plan[0].question.to_string()
    };
    let usual = first(&world.history);
    assert_eq!(world.library.card(&usual).unwrap().kind, Kind::Opener);
    let mut history = History::default();
    history.learn([sample::sitting(&usual, 1, Level::NotYet)]);
    let other = first(&history);
    assert_ne!(other, usual, "it was weak");
    history.learn([sample::sitting(&other, 1, Level::Solid)]);
    assert_eq!(first(&history), other);
}

#[test]
fn the_five_minute_mock_is_two_questions_of_a_recruiter() {
    let mut world = world();
    let general = FamilyId::new("general");
    let plan = five_minute_mock(&world.library, &world.history, &general, 3);
    assert_eq!(world.kinds(&plan), [Kind::Opener, Kind::Motivation]);
    for n in [14, 15] {
        world.library.cards[n].stages = [StageId::Screening].into();
        world.library.cards[n].standard = true;
    }
    let plan = five_minute_mock(&world.library, &world.history, &general, 3);
    let ids: Vec<&str> = plan.iter().map(|p| p.question.as_str()).collect();
    assert_eq!(ids, ["q-15", "q-14"], "what everybody is asked");
    world.library.cards.retain(|c| c.kind == Kind::Situational);
    let plan = five_minute_mock(&world.library, &world.history, &general, 3);
    assert_eq!(plan.len(), 2, "something, whatever the packs hold");
    assert_ne!(plan[0].question, plan[1].question);
}

#[test]
fn a_set_up_drill_says_how_long_it_takes_and_what_it_is() {
    let world = world();
    let setup = Setup {
        filter: Filter {
            stage: Some(StageId::Panel),
            ..Filter::default()
        },
        ..Setup::default()
    };
    assert_eq!(minutes(&world.library.cards[..6], Factor::X1), 19);
    let head = setup.head(world.plan(6), 7, "1.0.0", at(0.0));
    assert_eq!(head.id.as_str(), "2026-03-12T1830-panel");
    assert_eq!(head.title, "Drill for the panel");
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn any_draw_has_each_question_once_and_never_three_of_a_kind_where_that_can_be(
        seed: u64, count in 1usize..14, order in 0usize..3,
        past in prop::collection::vec((0usize..36, 0u64..60, 0usize..4), 0..12),
    ) {
        let mut world = world();
        world.seed = seed;
        world.order = [Order::Helps, Order::Random, Order::Listed][order];
        for (n, days, level) in past {
            answered(&mut world.history, &format!("q-{n:02}"), days, Level::ALL[level]);
        }
        let plan = world.plan(count);
        prop_assert_eq!(plan.len(), count);
        let mut ids: Vec<_> = plan.iter().map(|p| p.question.clone()).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
        let kinds = world.kinds(&plan);
        prop_assert!(!kinds.contains(&Kind::Inappropriate));
        let most = Kind::ALL.iter().map(|k| kinds.iter().filter(|x| *x == k).count()).max();
        let most = most.unwrap_or(0);
        let can_be = most <= 2 * (count - most) + 2;
        if world.order != Order::Listed && can_be {
            prop_assert!(kinds.windows(3).all(|w| w[0] != w[1] || w[1] != w[2]), "{:?}", kinds);
        }
        prop_assert_eq!(plan, world.plan(count));
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

//! A set from its first item to its end: picks, clocks, kills, and what is read out of it.

use super::*;
use crate::domain::id::{FamilyId, ItemId};
use crate::domain::level::Level::{self, NotYet, Partly, Solid, Strong};
use crate::domain::library::{
    Facet, Item, ItemKind, ItemMode, ItemOption, ItemTask, Judgment, Library, Statement,
};
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::record::Block;
use crate::domain::practice::sample::at;
use crate::domain::practice::sitting::Refusal;

fn judgment(mode: ItemMode, levels: &[Level]) -> Judgment {
    Judgment {
        situation: "What now?".to_owned(),
        family: Some(FamilyId::new("general")),
        competency: None,
        mode,
        options: (levels.iter())
            .map(|level| ItemOption {
                text: format!("An act that is {}", level.id()),
                level: *level,
                why: "Because".to_owned(),
            })
            .collect(),
    }
}

fn statement(text: &str, mirror: &str) -> ItemTask {
    ItemTask::Statement(Statement {
        text: text.to_owned(),
        facet: Facet::Pace,
        mirror: Some(ItemId::new(mirror)),
    })
}

const LEVELS: [Level; 4] = [Partly, Strong, NotYet, Solid];

/// A question of each kind, and two pairs of statements.
fn library() -> Library {
    let mut library = Library::default();
    let judged = |mode| ItemTask::Judgment(judgment(mode, &LEVELS));
    let tasks = [
        ("best", judged(ItemMode::BestWorst)),
        ("rank", judged(ItemMode::Rank)),
        ("rate", judged(ItemMode::Rate)),
        ("fast", statement("I am fast.", "slow")),
        ("slow", statement("I take my time.", "fast")),
        ("lead", statement("I speak first.", "follow")),
        ("follow", statement("I speak last.", "lead")),
    ];
    for (id, task) in tasks {
        let item = Item {
            id: ItemId::new(id),
            task,
        };
        library.items.put(id, item);
    }
    library
}

const RULES: Rules = Rules {
    pacing: Pacing::Window,
    factor: Factor::X1,
    reasons: true,
    back: true,
    seed: 7,
};

fn ids(names: &[&str]) -> Vec<ItemId> {
    names.iter().map(ItemId::new).collect()
}

fn started(names: &[&str], rules: Rules) -> Set {
    let mut set = Set::new(&ids(names), &library(), rules);
    set.start(at(0.0)).unwrap();
    set
}

/// The place on the screen of an act with this level.
fn shown(set: &Set, level: Level) -> usize {
    set.acts()
        .iter()
        .position(|a| a.option.level == level)
        .unwrap()
}

/// Answers whatever is asked as the key has it.
fn answer(set: &mut Set) {
    match set.item().unwrap().task.clone() {
        ItemTask::Statement(_) => drop(set.agree(Agreement::Mostly).unwrap()),
        ItemTask::Judgment(judgment) => match judgment.mode {
            ItemMode::BestWorst => {
                for level in [Strong, NotYet] {
                    set.pick(shown(set, level)).unwrap();
                }
            }
            ItemMode::Rank => {
                for level in [Strong, Solid, Partly] {
                    set.pick(shown(set, level)).unwrap();
                }
            }
            ItemMode::Rate => {
                for level in Level::ALL {
                    set.rate(shown(set, level), level).unwrap();
                }
            }
        },
    }
}

#[test]
fn each_way_to_answer_is_written_by_the_place_in_the_record() {
    let mut set = started(&["best", "rank", "rate", "fast"], RULES);
    let mut responses = Vec::new();
    while set.phase() != Phase::Finished {
        if set.phase() == Phase::Asking {
            answer(&mut set);
        }
        for block in set.next(at(5.0)).unwrap() {
            if let Block::Item(item) = block {
                responses.push(item.response);
            }
        }
    }
    let wanted = [
        Response::BestWorst { best: 2, worst: 3 },
        Response::Rank(vec![2, 4, 1, 3]),
        Response::Rate(LEVELS.to_vec()),
        Response::Agree(Agreement::Mostly),
    ];
    assert_eq!(responses, wanted);
}

#[test]
fn acts_are_shuffled_by_the_seed_and_statements_are_not_touched() {
    let orders = |seed| {
        let set = Set::new(
            &ids(&["best", "rank", "fast"]),
            &library(),
            Rules { seed, ..RULES },
        );
        set.slots()
            .iter()
            .map(|s| s.order.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(orders(7), orders(7));
    assert!((0..9).any(|seed| orders(seed) != orders(7)));
    assert!(orders(7)[2].is_empty());
}

#[test]
fn half_an_answer_is_none_and_a_pick_can_be_taken_back() {
    let mut set = started(&["best"], RULES);
    assert_eq!(set.next(at(1.0)), Err(Refusal::HalfAnswered));
    set.pick(0).unwrap();
    assert_eq!(set.next(at(1.0)), Err(Refusal::HalfAnswered));
    set.pick(1).unwrap();
    assert!(set.is_whole());
    set.take_back().unwrap();
    assert_eq!(
        (set.acts()[0].mark, set.acts()[1].mark),
        (Mark::Best, Mark::None)
    );
    set.pick(0).unwrap();
    assert!(set.picks().is_empty());
    assert_eq!(set.take_back(), Err(Refusal::NotNow));
    assert_eq!(set.pick(9), Err(Refusal::NoSuchLine));
    assert_eq!(set.agree(Agreement::Mostly), Err(Refusal::NotNow));

    let mut set = started(&["rank"], RULES);
    for n in [3, 1, 0] {
        set.pick(n).unwrap();
    }
    assert_eq!(
        set.acts()[2].mark,
        Mark::Place(4),
        "the last one needs no key"
    );
    set.take_back().unwrap();
    assert_eq!(set.acts()[0].mark, Mark::None);
    set.pick(3).unwrap();
    assert_eq!(
        set.acts()[1].mark,
        Mark::Place(1),
        "what came after it moves up"
    );
    set.take_back().unwrap();
    assert!(set.picks().is_empty());
    for n in [3, 1, 0, 1] {
        set.pick(n).unwrap();
    }
    let marks: Vec<Mark> = set.acts().iter().map(|act| act.mark).collect();
    let expected = [Mark::Place(2), Mark::None, Mark::None, Mark::Place(1)];
    assert_eq!(marks, expected, "the last one goes, too: it came by itself");
}

#[test]
fn one_clock_runs_over_the_set_and_stands_still_while_reasons_are_read() {
    let mut set = started(&["best", "fast"], RULES);
    assert_eq!(set.limit(), Some(120));
    answer(&mut set);
    set.next(at(30.0)).unwrap();
    assert_eq!(set.phase(), Phase::Reasons);
    set.next(at(500.0)).unwrap();
    assert_eq!(set.clock().unwrap().seconds(at(510.0)), 40);
    answer(&mut set);
    let blocks = set.next(at(512.0)).unwrap();
    assert!(matches!(&blocks[..], [Block::Item(i)] if i.seconds == 12));
}

#[test]
fn a_hard_clock_ends_the_set_and_a_usual_one_does_not() {
    let mut set = started(&["fast", "slow"], RULES);
    set.settle(at(70.0));
    assert_eq!(set.phase(), Phase::Asking);
    let hard = Rules {
        pacing: Pacing::Hard,
        factor: Factor::X15,
        ..RULES
    };
    let mut set = started(&["fast", "slow"], hard);
    set.settle(at(89.0));
    assert_eq!(set.phase(), Phase::Asking);
    set.settle(at(91.0));
    assert_eq!(set.phase(), Phase::Finished);
    assert_eq!(set.answers().count(), 0);
}

#[test]
fn one_goes_back_where_the_format_does_and_a_changed_answer_counts() {
    let mut set = started(&["fast", "slow"], RULES);
    assert_eq!(set.previous(at(1.0)), Err(Refusal::NoWayBack));
    answer(&mut set);
    let mut blocks = set.next(at(2.0)).unwrap();
    set.previous(at(3.0)).unwrap();
    assert_eq!(set.picks(), &Picks::Agree(Some(Agreement::Mostly)));
    assert!(set.next(at(4.0)).unwrap().is_empty(), "left as it was");
    set.previous(at(5.0)).unwrap();
    set.agree(Agreement::NotLikeMe).unwrap();
    blocks.extend(set.next(at(6.0)).unwrap());
    let again = Set::replay(&ids(&["fast", "slow"]), &library(), RULES, &blocks, at(9.0));
    assert_eq!(again.position(), (2, 2));
    let said: Vec<&Response> = again.answers().map(|(_, r)| r).collect();
    assert_eq!(said, [&Response::Agree(Agreement::NotLikeMe)]);
    let mut strict = started(
        &["fast", "slow"],
        Rules {
            back: false,
            ..RULES
        },
    );
    answer(&mut strict);
    strict.next(at(2.0)).unwrap();
    assert_eq!(strict.previous(at(3.0)), Err(Refusal::NoWayBack));
}

#[test]
fn what_was_passed_over_comes_again_at_the_end() {
    let mut set = started(&["fast", "slow", "lead"], RULES);
    set.skip(at(1.0)).unwrap();
    assert_eq!(set.position(), (2, 3));
    for now in [2.0, 3.0] {
        answer(&mut set);
        set.next(at(now)).unwrap();
    }
    assert_eq!(set.position(), (1, 3));
    answer(&mut set);
    set.next(at(4.0)).unwrap();
    assert_eq!(set.phase(), Phase::Finished);
}

#[test]
fn the_blocks_alone_give_the_same_state_at_every_step() {
    let names = ["best", "fast", "rank", "slow", "gone", "rate", "lead"];
    for reasons in [true, false] {
        let rules = Rules { reasons, ..RULES };
        let mut set = started(&names, rules);
        let mut blocks = Vec::new();
        let mut now = 0.0;
        while set.phase() != Phase::Finished {
            now += 4.0;
            if set.phase() == Phase::Asking {
                answer(&mut set);
            }
            let more = set.next(at(now)).unwrap();
            if more.is_empty() {
                continue;
            }
            blocks.extend(more);
            let again = Set::replay(&ids(&names), &library(), rules, &blocks, at(now));
            let marks = |s: &Set| s.acts().iter().map(|a| a.mark).collect::<Vec<_>>();
            assert_eq!(again.phase(), set.phase());
            assert_eq!(again.position(), set.position());
            assert_eq!((again.steps(), marks(&again)), (set.steps(), marks(&set)));
        }
        assert_eq!(blocks.len(), 6);
    }
}

#[test]
fn a_killed_item_comes_back_with_its_picks_and_its_clock() {
    let names = ["fast", "rank", "slow"];
    let mut set = started(&names, RULES);
    answer(&mut set);
    let blocks = set.next(at(10.0)).unwrap();
    set.pick(2).unwrap();
    let draft = set.draft(at(17.0)).unwrap();
    let text = serde_json::to_string(&draft).unwrap();
    let draft = serde_json::from_str(&text).unwrap();
    let mut again = Set::replay(&ids(&names), &library(), RULES, &blocks, at(100.0));
    again.restore(&draft, at(100.0)).unwrap();
    assert_eq!(again.acts()[2].mark, Mark::Place(1));
    again.resume(at(101.0)).unwrap();
    assert_eq!(again.clock().unwrap().seconds(at(103.0)), 19);
    again.pick(0).unwrap();
    again.pick(1).unwrap();
    let blocks = again.next(at(103.0)).unwrap();
    assert!(matches!(&blocks[..], [Block::Item(i)] if i.seconds == 9));
    assert_eq!(again.restore(&draft, at(104.0)), Err(Refusal::NotNow));
}

#[test]
fn an_answer_lies_to_the_key_in_words() {
    let of = |mode, response: &Response| fit(&judgment(mode, &LEVELS), response);
    let best = |best, worst| of(ItemMode::BestWorst, &Response::BestWorst { best, worst });
    assert_eq!(best(2, 3), Some(Fit::Same));
    assert_eq!(best(2, 1), Some(Fit::Near));
    assert_eq!(best(3, 2), Some(Fit::Other));
    assert_eq!(best(9, 2), None);
    let rank = |order: [u8; 4]| of(ItemMode::Rank, &Response::Rank(order.to_vec()));
    assert_eq!(rank([2, 4, 1, 3]), Some(Fit::Same));
    assert_eq!(rank([4, 2, 1, 3]), Some(Fit::Near));
    assert_eq!(rank([3, 1, 4, 2]), Some(Fit::Other));
    let rate = |levels: [Level; 4]| of(ItemMode::Rate, &Response::Rate(levels.to_vec()));
    assert_eq!(rate(LEVELS), Some(Fit::Same));
    assert_eq!(rate([Partly, Solid, NotYet, Solid]), Some(Fit::Near));
    assert_eq!(rate([Strong, NotYet, NotYet, Solid]), Some(Fit::Other));
    // Two acts of the same level may stand either way.
    let even = judgment(ItemMode::Rank, &[Strong, Partly, Partly, NotYet]);
    for order in [[1, 2, 3, 4], [1, 3, 2, 4]] {
        assert_eq!(fit(&even, &Response::Rank(order.to_vec())), Some(Fit::Same));
    }
}

fn read(answers: [(&str, Agreement); 4]) -> Agreements {
    let library = library();
    let items = answers.map(|(id, a)| (library.items.get(id).unwrap(), Response::Agree(a)));
    agreements(items.iter().map(|(item, response)| (&**item, response)))
}

#[test]
fn opposite_statements_agree_when_one_is_the_other_turned_around() {
    use Agreement::{ALittle, Mostly, NotLikeMe, VeryLikeMe};
    let out = read([
        ("fast", VeryLikeMe),
        ("lead", Mostly),
        ("slow", NotLikeMe),
        ("follow", ALittle),
    ]);
    assert_eq!(out.pairs.len(), 2);
    assert!(!out.disagree() && out.apart().count() == 0);
    // One step apart on average is still fine; more is not.
    let out = read([
        ("fast", VeryLikeMe),
        ("lead", Mostly),
        ("slow", Mostly),
        ("follow", ALittle),
    ]);
    assert!(!out.disagree());
    assert_eq!(out.apart().count(), 1);
    let out = read([
        ("fast", VeryLikeMe),
        ("lead", Mostly),
        ("slow", VeryLikeMe),
        ("follow", ALittle),
    ]);
    assert!(out.disagree());
    assert_eq!(out.facets.len(), 1);
}

#[test]
fn a_set_is_drawn_by_its_seed_with_mirrors_far_apart() {
    let wanted = |seed| Wanted {
        kind: ItemKind::SelfReport,
        count: 4,
        family: FamilyId::new("general"),
        seed,
    };
    let library = library();
    for seed in 0..20 {
        let set = draw(&library, &wanted(seed), |_| 0);
        assert_eq!(set, draw(&library, &wanted(seed), |_| 0));
        assert_eq!(set.len(), 4);
        for (one, other) in [("fast", "slow"), ("lead", "follow")] {
            let place = |id: &str| set.iter().position(|i| i.as_str() == id).unwrap();
            assert_eq!(place(one).abs_diff(place(other)), 2, "{set:?}");
        }
    }
    let two = draw(
        &library,
        &Wanted {
            count: 2,
            ..wanted(1)
        },
        |id| u32::from(id.as_str() == "fast" || id.as_str() == "slow"),
    );
    assert!(
        two.iter()
            .all(|id| ["lead", "follow"].contains(&id.as_str())),
        "{two:?}"
    );
    let judged = Wanted {
        kind: ItemKind::Judgment,
        count: 12,
        ..wanted(3)
    };
    assert_eq!(
        draw(&library, &judged, |_| 0).len(),
        3,
        "as many as there are"
    );
}

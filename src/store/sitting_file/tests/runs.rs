//! Talks, items and two chairs, and the packing of all.

use super::*;

/// A talk and a set of items, with every kind of block they write.
fn talk_and_items() -> Vec<(SittingHead, Vec<Block>)> {
    let reply = |text: &str, limit, level| {
        Block::Reply(Reply {
            scenario: ScenarioId::new("exploding-offer"),
            node: "call".into(),
            at: at(60),
            seconds: 31,
            limit,
            choice: 2,
            apart: limit.is_none(),
            skill: "ask-first".into(),
            to: "why".into(),
            level,
            text: text.into(),
        })
    };
    let back = Block::Back(StepBack {
        scenario: ScenarioId::new("exploding-offer"),
        at: at(70),
        turn: 1,
    });
    let item = |index, response| {
        Block::Item(ItemAnswer {
            index,
            item: ItemId::new("sjt-general-two-silent"),
            at: at(80),
            seconds: 12,
            response,
        })
    };
    let of = |form| SittingHead {
        form,
        plan: Vec::new(),
        ..head()
    };
    let talk = Form::Talk(ScenarioId::new("exploding-offer"));
    let items = ["sjt-general-two-silent", "self-pace-one-thing"].map(ItemId::new);
    let said = "May I ask \"why\"?\n".repeat(6);
    vec![
        (
            of(talk),
            vec![
                reply(&said, Some(45), None),
                reply("", None, Some(Level::Strong)),
                event(EventKind::Finished),
                back,
                reply("Friday.", None, None),
            ],
        ),
        (
            of(Form::Items(items.to_vec())),
            vec![
                item(0, Response::BestWorst { best: 4, worst: 3 }),
                item(1, Response::Rank(vec![2, 4, 1, 3])),
                item(2, Response::Rate(vec![Level::Partly, Level::NotYet])),
                item(3, Response::Agree(Agreement::VeryLikeMe)),
                event(EventKind::Left),
            ],
        ),
    ]
}

#[test]
fn talks_and_items_come_back_and_both_readers_agree() {
    for (head, blocks) in talk_and_items() {
        let text: String = head_text(&head) + &blocks.iter().map(block_text).collect::<String>();
        let (quick, full) = both(&text);
        let wanted = SittingRecord { head, blocks };
        assert_eq!(quick.as_ref(), Some(&wanted), "{text}");
        assert_eq!(full.as_ref(), Some(&wanted), "{text}");
        assert!(!wanted.is_over(), "a step back opens it again");
    }
}

/// A sitting of two friends: what was noted, and what belongs to the other one.
fn two_chairs() -> (SittingHead, Vec<Block>) {
    let head = SittingHead {
        form: Form::Chairs(Box::new(Pair {
            me: "Sam".to_owned(),
            friend: "Ana \"the judge\"".to_owned(),
            first: Who::Friend,
            swap: Swap::Half,
        })),
        ..head()
    };
    let noted = |what, seat| Noted {
        index: 1,
        seat,
        at: at(61),
        second: 61,
        what,
        n: 0,
        mark: None,
        dimension: None,
        level: None,
        text: String::new(),
    };
    let word = Noted {
        dimension: Some(DimensionId::new("impact")),
        level: Some(Level::Partly),
        ..noted(Act::Word, Seat::Answers)
    };
    let point = Noted {
        n: 2,
        mark: Some(Mark::Half),
        ..noted(Act::Point, Seat::Asks)
    };
    let line = Noted {
        text: "One week, and \"measured\".".to_owned(),
        ..noted(Act::Note, Seat::Asks)
    };
    let theirs = |block| match block {
        Block::Answer(answer) => Block::Theirs(Box::new(Theirs::Answer(answer))),
        Block::Rating(rating) => Block::Theirs(Box::new(Theirs::Rating(rating))),
        other => other,
    };
    let noted_all = [noted(Act::Started, Seat::Asks), point, line, word];
    let mut blocks: Vec<Block> = noted_all.map(Block::Noted).to_vec();
    blocks.extend([theirs(answer(0, "On Monday.")), theirs(rating(0))]);
    blocks.extend([answer(1, "On Tuesday."), rating(1)]);
    blocks.push(Block::Noted(noted(Act::Passed, Seat::Asks)));
    (head, blocks)
}

#[test]
fn two_chairs_come_back_with_every_tap_in_its_order() {
    let (head, blocks) = two_chairs();
    let text: String = head_text(&head) + &blocks.iter().map(block_text).collect::<String>();
    let (quick, full) = both(&text);
    assert_eq!(quick, None, "the full reader takes it");
    assert_eq!(full, Some(SittingRecord { head, blocks }), "{text}");
}

#[test]
fn every_record_comes_back_from_its_packing_without_its_words() {
    let further = |to| match answer(1, "Once more.") {
        Block::Answer(first) => Block::Answer(Answer {
            take: 2,
            for_point: Some(3),
            extra: Some(Extra {
                to,
                asked: "Which day was it?".to_owned(),
            }),
            window: None,
            first_word_s: None,
            way: Way {
                facts: vec![2, 1],
                steps: 4,
                recording: None,
            },
            ..first
        }),
        other => other,
    };
    let mock = SittingHead {
        shape: Some(shape()),
        rung: Some(5),
        stage: None,
        warm_up: true,
        ..head()
    };
    let blocks = vec![
        answer(0, "On Monday."),
        rating(0),
        further(To::Half),
        event(EventKind::CutIn),
        comment(Some(0)),
        comment(None),
    ];
    let mut all = talk_and_items();
    all.push(two_chairs());
    all.extend([(mock, blocks), (head(), Vec::new())]);
    for (head, blocks) in all {
        let record = SittingRecord { head, blocks };
        let mut left = record.clone();
        leave_texts(&mut left);
        let sight = |changed| Sight {
            size: 1,
            modified: (7, 0),
            changed,
        };
        let mut press = Press::default();
        press.add("x.toml", sight(7), |pen| pressed::put(pen, &record));
        let bytes = press.bytes();
        let packed = Pressed::open(&bytes, &sight(70));
        let eye = packed.find("x.toml", &sight(7)).expect("it was packed");
        let id = record.head.id.clone();
        assert_eq!(pressed::take(eye, id), Some(left));
    }
}

#[test]
fn a_torn_reply_or_item_costs_only_itself() {
    for (head, blocks) in talk_and_items() {
        let whole = head_text(&head);
        let text = whole.clone() + &blocks.iter().map(block_text).collect::<String>();
        for cut in whole.len()..text.len() {
            let part = crate::store::recover::whole_part(&text.as_bytes()[..cut]).unwrap();
            let (quick, full) = both(std::str::from_utf8(part).unwrap());
            let full = full.expect("a whole part reads");
            assert_eq!(full.blocks, blocks[..full.blocks.len()]);
            assert!(quick.is_none_or(|quick| quick == full));
        }
    }
}

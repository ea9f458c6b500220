//! A seeded robot that sits whole drills: random commands, pauses, sleeps, and a kill after every block.

use super::*;
use crate::domain::dice::Dice;
use crate::domain::level::Level;
use crate::domain::library::{Kind, Library};
use crate::domain::practice::clock::{Announce, Factor, Pacing};
use crate::domain::practice::record::{
    Block, EventKind, Form, Input, Mark, SittingHead, SittingRecord,
};
use crate::domain::practice::results::Results;
use crate::domain::practice::sample::{self, at};
use crate::domain::time::Now;

const QUESTIONS: [&str; 4] = ["q-a", "q-b", "q-c", "q-d"];

fn library() -> Library {
    let kinds = [
        Kind::Behavioral,
        Kind::Situational,
        Kind::Logistics,
        Kind::Behavioral,
    ];
    let mut questions: Vec<_> = (QUESTIONS.iter().zip(kinds))
        .map(|(id, kind)| sample::question(id, kind))
        .collect();
    questions[2].window.prep = 0;
    questions[3].red_flags.clear();
    sample::library(&questions)
}

fn head(dice: &mut Dice, seed: u64) -> SittingHead {
    let pick = |dice: &mut Dice| dice.below(2) == 0;
    SittingHead {
        seed,
        pacing: [Pacing::Window, Pacing::Hard, Pacing::None][dice.below(3)],
        factor: Factor::ALL[dice.below(4)],
        input: [Input::Typed, Input::Aloud][dice.below(2)],
        strict: pick(dice),
        rate_each: pick(dice),
        form: Form::Drill,
        ..sample::head(&QUESTIONS)
    }
}

/// The clocks of the robot's world: wall time may run away from monotonic time.
struct World {
    dice: Dice,
    mono: f64,
    wall: f64,
}

impl World {
    fn now(&self) -> Now {
        Now {
            mono: at(self.mono).mono,
            wall: at(self.wall).wall,
        }
    }

    fn some_time_goes_by(&mut self) {
        let step = [0.2, 1.0, 7.0, 45.0, 200.0][self.dice.below(5)];
        self.mono += step;
        self.wall += step;
        match self.dice.below(20) {
            0 => self.wall += 3600.0,
            1 => self.wall -= 3600.0,
            _ => (),
        }
    }
}

/// Everything that a screen could show of a sitting and that a kill must not change.
fn picture(s: &Sitting) -> String {
    let prompt = s.prompt().map(|p| (p.id.clone(), p.text.to_owned()));
    let after = s.after().map(|a| {
        let step = a.next_step.clone().map(|n| n.text);
        (a.level(), a.verdict.clone(), step, a.retry, a.retries.len())
    });
    format!(
        "{:?}\n{:?}\n{prompt:?}\n{:?}\n{:?}\n{:?}\n{after:?}\n{:?}\n{:?}",
        s.phase(),
        s.position(),
        s.points(),
        s.flags(),
        s.anchors(),
        (
            s.expected(),
            s.hints(),
            s.text(),
            s.fillers(),
            s.clock().map(|_| s.input())
        ),
        (
            s.answer(),
            s.asked_now(),
            s.turn(),
            s.aside(),
            s.cut_words(),
            s.take()
        ),
    )
}

/// One random command. Most are legal at this step; the others must be refused without harm.
fn command(s: &mut Sitting, world: &mut World) -> Step {
    let now = world.now();
    let (a, b) = (world.dice.below(5), world.dice.below(4));
    let level = Level::ALL[b];
    match (s.phase(), world.dice.below(12)) {
        (_, 0) => s.pause(now),
        (_, 1) => s.resume(now),
        (_, 2) => s.back(now),
        (Phase::Ready, 3) => s.expect(Some(level)),
        (Phase::Ready | Phase::Answering, 4) => s.open_hint(false),
        (_, 5) => s.switch_input(),
        (Phase::Answering | Phase::FollowUp, 6) if a == 0 => s.skip(now),
        (Phase::Ready, _) => s.start_answer(now),
        (Phase::Answering | Phase::Retry | Phase::FollowUp, 7) => s.tap_filler(),
        (Phase::Answering | Phase::Retry | Phase::FollowUp, 8..) => s.finish_answer(now),
        (Phase::Answering | Phase::Retry | Phase::FollowUp, _) => {
            let text = format!("{}some more words ", s.text());
            s.set_text(&text, now)
        }
        (Phase::Evidence | Phase::Flags, 6 | 7) => s.flag(b, a == 0),
        (Phase::Evidence, 8..) | (Phase::Flags, 9..) => s.next(now),
        (Phase::Evidence | Phase::Flags, _) => {
            let mark = [Mark::Missed, Mark::Half, Mark::Hit][b % 3];
            s.mark_point(a, mark, Some("words"))
        }
        (Phase::Anchors { .. }, _) => s.choose_anchor(b, now),
        (Phase::After, 6) => s.lower_level(level, now),
        (Phase::After, 7) => s.note(&format!("Note {a}"), now),
        (Phase::After, 8) => s.retry_point(now),
        (Phase::After, _) | (Phase::Keep, 7) => s.next(now),
        (Phase::Turn, 5..8) => s.pass_turn(now),
        (Phase::Keep, 6) => s.take_again(now),
        (Phase::Keep, _) => s.keep_take(now),
        (Phase::Aside, 6) if !s.head().rate_each => s.leave(now),
        (Phase::Aside, 8..) => s.stop_done(now),
        (Phase::Turn | Phase::Aside, _) => Ok(Vec::new()),
        (Phase::Finished, _) => Err(Refusal::NotNow),
    }
}

/// Appends the blocks to the disk, then kills the sitting and takes it up again from there.
fn written(
    s: Sitting,
    blocks: Vec<Block>,
    disk: &mut SittingRecord,
    library: &Library,
    now: Now,
) -> Sitting {
    if blocks.is_empty() {
        return s;
    }
    disk.blocks.extend(blocks);
    assert_eq!(s.record(), &*disk, "what was returned is what was kept");
    let mut again = Sitting::replay(disk, library, Manner::default(), now);
    if let Some(draft) = s.draft(now) {
        again.restore(&draft, now).expect("a draft comes back");
        if again.is_paused() && !s.is_paused() {
            again.resume(now).expect("the restored clock stands still");
        }
    }
    assert_eq!(picture(&again), picture(&s));
    again
}

fn sit(seed: u64) -> SittingRecord {
    let library = library();
    let mut dice = Dice::new(seed);
    let head = head(&mut dice, seed);
    sit_out(head, dice, &library)
}

/// Sits whatever begins with this head to its end.
pub(super) fn sit_out(head: SittingHead, dice: Dice, library: &Library) -> SittingRecord {
    let seed = head.seed;
    let mut world = World {
        dice,
        mono: 0.0,
        wall: 1_000_000.0,
    };
    let mut disk = SittingRecord {
        head: head.clone(),
        blocks: Vec::new(),
    };
    let mut s = Sitting::begin(head, library, Manner::default(), world.now());
    for _ in 0..9000 {
        if s.phase() == Phase::Finished {
            break;
        }
        world.some_time_goes_by();
        let now = world.now();
        let settled = s.settle(now);
        s = written(s, settled, &mut disk, library, now);
        let before = picture(&s);
        let done = command(&mut s, &mut world).unwrap_or_else(|_| {
            assert_eq!(picture(&s), before, "a refusal changes nothing");
            Vec::new()
        });
        let wake = s.next_wake(now, Announce::Seconds);
        assert!(wake.is_none_or(|w| w > now.mono), "a wake lies ahead");
        s = written(s, done, &mut disk, library, now);
    }
    assert_eq!(s.phase(), Phase::Finished, "seed {seed} comes to an end");
    disk
}

/// What must hold of any finished record.
fn check(record: &SittingRecord) {
    for (n, id) in QUESTIONS.iter().enumerate() {
        let answers: Vec<_> = (record.blocks.iter())
            .filter_map(|b| match b {
                Block::Answer(a) if usize::from(a.index) == n => Some(a),
                _ => None,
            })
            .collect();
        let takes: Vec<u8> = answers.iter().map(|a| a.take).collect();
        let expected: Vec<u8> = (1..=u8::try_from(takes.len()).unwrap()).collect();
        assert_eq!(
            takes, expected,
            "one first answer, then second tries in order"
        );
        for a in &answers {
            assert_eq!(a.question.as_str(), *id);
            assert_eq!(a.window.is_none(), record.head.pacing == Pacing::None);
            assert!(a.skipped || a.words > 0 || a.input == Input::Aloud);
            if record.head.pacing == Pacing::Hard && a.take == 1 {
                assert!(a.seconds <= a.window.unwrap().1, "cut at the edge");
            }
        }
        let ratings = record.blocks.iter().filter_map(|b| match b {
            Block::Rating(r) if usize::from(r.index) == n => Some(r),
            _ => None,
        });
        let ratings: Vec<_> = ratings.collect();
        assert_eq!(
            ratings.is_empty(),
            answers[0].skipped,
            "all but skipped are rated"
        );
        assert!(ratings.iter().all(|r| r.level <= r.computed));
    }
    let last = record.blocks.last();
    assert!(matches!(last, Some(Block::Event(e)) if e.what == EventKind::Finished));
    if !record.head.rate_each {
        let last_first = (record.blocks.iter())
            .rposition(|b| matches!(b, Block::Answer(a) if a.take == 1))
            .unwrap();
        let first_rating = (record.blocks.iter()).position(|b| matches!(b, Block::Rating(_)));
        assert!(
            first_rating.is_none_or(|r| r > last_first),
            "ratings follow the last answer"
        );
    }
    assert_eq!(Results::of(record).rows.len(), QUESTIONS.len());
}

#[test]
fn whatever_the_robot_does_the_record_is_right() {
    for seed in 0..300 {
        let record = sit(seed);
        check(&record);
        assert_eq!(record, sit(seed), "the same seed sits the same");
    }
}

//! Two friends from the first cover to the last page: seals, kills, and whose answer it is.

use super::*;
use crate::domain::level::Level;
use crate::domain::library::Kind;
use crate::domain::library::Library;
use crate::domain::practice::history::History;
use crate::domain::practice::record::{
    Act, Block, Form, Mark, Pair, Rater, Seat, SittingHead, SittingRecord, Swap, Theirs, Who,
};
use crate::domain::practice::sample::{at, head, library, question};
use crate::domain::practice::solo::Solo;
use crate::domain::practice::step::Refusal;
use crate::domain::time::Now;

/// Sam, whose home it is, answers first; Ana asks.
struct Two {
    library: Library,
    record: SittingRecord,
    chairs: Chairs,
    seconds: f64,
}

impl Two {
    fn new(questions: usize) -> Self {
        let library = library(&[question("q-0", Kind::Behavioral)]);
        let pair = Pair {
            me: "Sam".to_owned(),
            friend: "Ana".to_owned(),
            first: Who::Me,
            swap: Swap::Each,
        };
        let record = SittingRecord {
            head: SittingHead {
                form: Form::Chairs(Box::new(pair.clone())),
                ..head(&vec!["q-0"; questions])
            },
            blocks: Vec::new(),
        };
        let chairs = Chairs::replay(&pair, &record, &library);
        Self {
            library,
            record,
            chairs,
            seconds: 0.0,
        }
    }

    fn now(&self) -> Now {
        at(self.seconds)
    }

    fn does(
        &mut self,
        command: impl FnOnce(&mut Chairs, Now) -> Result<Vec<Block>, Refusal>,
    ) -> &mut Self {
        self.seconds += 1.0;
        let now = self.now();
        let blocks = command(&mut self.chairs, now).expect("it can be done now");
        self.record.blocks.extend(blocks);
        self
    }

    fn refuses(
        &mut self,
        command: impl FnOnce(&mut Chairs, Now) -> Result<Vec<Block>, Refusal>,
    ) -> Refusal {
        let now = self.now();
        command(&mut self.chairs, now).expect_err("it cannot be done now")
    }

    /// As after a kill.
    fn again(&self) -> Chairs {
        let Form::Chairs(pair) = &self.record.head.form else {
            panic!("two friends");
        };
        Chairs::replay(pair, &self.record, &self.library)
    }

    fn listens(&mut self) -> &mut Self {
        self.does(|c, _| c.take_laptop()).does(Chairs::run_clock);
        self.seconds += 60.0;
        self.does(|c, now| c.tick(0, now));
        self.does(|c, now| c.tap(Act::Lost, now));
        self.does(|c, now| c.probe(1, now)).does(Chairs::run_clock)
    }

    fn asker_seals(&mut self, level: Level) -> &mut Self {
        self.does(|c, _| c.on());
        let rows = self.chairs.turn().map_or(0, |t| t.dimensions().len());
        for row in 0..rows {
            self.does(|c, now| c.rate(row, level, now));
        }
        self.does(|c, _| c.on());
        self.does(|c, now| c.seal(&[(Act::Line, "heard"), (Act::Keep, "")], now))
    }

    fn answerer_seals(&mut self) -> &mut Self {
        self.does(|c, _| c.take_laptop());
        self.does(|c, now| c.tick(0, now)).does(|c, _| c.on());
        while matches!(self.chairs.phase(), Phase::Anchors(_)) {
            self.does(|c, now| c.pick(0, now));
        }
        self.does(|c, now| c.seal(&[(Act::Line, "")], now))
    }

    fn whole(&mut self) -> &mut Self {
        self.listens().asker_seals(Level::Strong).answerer_seals();
        self.does(|c, _| c.take_laptop())
    }

    fn raters(&self) -> Vec<Rater> {
        let ratings = self.record.blocks.iter().filter_map(|b| match b {
            Block::Rating(rating) => Some(rating.rater),
            Block::Theirs(theirs) => match theirs.as_ref() {
                Theirs::Rating(rating) => Some(rating.rater),
                Theirs::Answer(_) => None,
            },
            _ => None,
        });
        ratings.collect()
    }
}

#[test]
fn both_ratings_open_and_are_written_down_with_the_second_seal_and_not_before() {
    let mut two = Two::new(2);
    two.listens().asker_seals(Level::Strong);
    assert_eq!(two.chairs.takes(), Takes::One(Seat::Answers));
    assert!(two.chairs.beside().is_empty() && two.raters().is_empty());
    two.does(|c, _| c.take_laptop());
    let own = two.chairs.turn().unwrap().sheet(two.chairs.seat());
    assert!(own.marks().iter().all(|mark| *mark == Mark::Missed));
    two.chairs = two.again();
    two.answerer_seals();
    assert_eq!(two.raters(), [Rater::Partner, Rater::Now]);
    assert_eq!(two.chairs.takes(), Takes::Both);
    let rows = two.chairs.beside();
    assert!(rows.len() > 3);
    assert!(rows.iter().skip(1).all(|row| row.theirs == Level::Strong));
}

#[test]
fn a_kill_after_any_block_leads_back_to_a_cover_with_everything_that_was_noted() {
    let mut two = Two::new(2);
    two.whole().does(|c, now| c.agree(1, Level::Solid, now));
    two.does(Chairs::pass).whole();
    let all = two.record.blocks.clone();
    for n in 0..=all.len() {
        two.record.blocks.truncate(0);
        two.record.blocks.extend(all.iter().take(n).cloned());
        let mut again = two.again();
        assert_eq!(again.phase(), Phase::Cover, "after block {n}");
        let more = again.settle(two.now());
        let turn = again.turn().filter(|turn| turn.is_open_to_both());
        let both = |turn: &Turn| [Rater::Partner, Rater::Now].map(|r| turn.level_by(r).is_some());
        assert_eq!(turn.map_or([true; 2], both), [true; 2], "after block {n}");
        let written = turn.map_or(0, |turn| turn.ratings.len());
        let agreed = turn.is_some_and(|turn| turn.level_by(Rater::Agreed).is_some());
        assert!(written <= 2 + usize::from(agreed) && more.len() <= 2);
    }
    assert_eq!(two.again().steps(), two.chairs.steps());
}

#[test]
fn an_answer_of_the_friend_is_theirs_and_one_of_mine_counts_with_the_agreed_word() {
    let mut two = Two::new(2);
    two.whole().does(|c, now| c.agree(0, Level::NotYet, now));
    two.does(Chairs::pass).whole().does(Chairs::pass);
    assert_eq!(two.chairs.phase(), Phase::Over);
    assert!(two.chairs.is_done());
    let mut history = History::default();
    history.learn([&two.record]);
    assert_eq!(history.facts().len(), 1);
    let fact = &history.facts()[0];
    assert_eq!(fact.level, Some(Level::NotYet));
    assert!(fact.agreed && fact.other.is_some() && fact.own.is_some());
    let theirs = |b: &&Block| matches!(b, Block::Theirs(_));
    assert_eq!(two.record.blocks.iter().filter(theirs).count(), 3);
    let page = lines(&two.record, &two.library).unwrap();
    assert!(page.len() > 8, "{page:?}");
}

#[test]
fn what_is_taken_back_belongs_to_the_screen_in_hand() {
    let mut two = Two::new(1);
    two.does(|c, _| c.take_laptop()).does(Chairs::run_clock);
    assert_eq!(two.refuses(Chairs::take_back), Refusal::NoTap);
    two.does(|c, now| c.tick(0, now))
        .does(|c, now| c.tap(Act::We, now));
    two.does(Chairs::take_back);
    let turn = two.chairs.turn().unwrap();
    assert_eq!(
        (turn.taps(Act::We), turn.sheet(Seat::Asks).marks()[0]),
        (0, Mark::Hit)
    );
    two.does(|c, now| c.tap(Act::Landed, now));
    assert_eq!(two.refuses(|c, now| c.probe(9, now)), Refusal::NoSuchLine);
    two.does(Chairs::run_clock);
    assert_eq!(two.refuses(Chairs::take_back), Refusal::NoTap);
    assert_eq!(two.chairs.turn().unwrap().taps(Act::Landed), 1);
    two.does(|c, _| c.on());
    assert_eq!(two.refuses(|c, _| c.on()), Refusal::NoWord);
}

#[test]
fn an_agreed_word_can_be_changed_and_taken_back_before_the_question_is_left() {
    let mut two = Two::new(1);
    two.whole().does(|c, now| c.agree(1, Level::Partly, now));
    two.does(|c, now| c.agree(1, Level::Solid, now));
    assert_eq!(two.chairs.beside()[1].agreed, Some(Level::Solid));
    two.does(Chairs::take_back).does(Chairs::take_back);
    assert_eq!(two.chairs.beside()[1].agreed, None);
    two.does(Chairs::pass);
    assert_eq!(two.raters(), [Rater::Partner, Rater::Now]);
}

#[test]
fn a_word_that_both_agreed_on_counts_once_the_question_is_passed_or_the_sitting_ended() {
    let mut two = Two::new(1);
    two.whole().does(|c, now| c.agree(1, Level::Solid, now));
    let again = |two: &Two| Solo::replay(&two.record, &two.library, two.now()).expect("two");
    let rated = |blocks: &[Block]| blocks.iter().any(|b| matches!(b, Block::Rating(_)));
    assert!(!rated(&again(&two).leave(two.now())));
    assert!(rated(&again(&two).finish(two.now())));
    two.chairs = two.again();
    two.does(|c, _| c.take_laptop()).does(Chairs::take_back);
    assert!(!rated(&again(&two).finish(two.now())));
}

#[test]
fn a_question_that_is_left_out_is_passed_over_and_never_rated() {
    let mut two = Two::new(2);
    two.does(Chairs::skip);
    assert_eq!(two.chairs.position(), (2, 2));
    assert_eq!(two.chairs.name(Seat::Answers), "Ana");
    two.whole().does(Chairs::pass);
    assert!(two.chairs.is_done());
}

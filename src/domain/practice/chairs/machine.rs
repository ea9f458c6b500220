//! Where two friends stand, and how that follows from their blocks.

use serde::{Deserialize, Serialize};

use super::turn::{Beside, Turn};
use crate::domain::library::Library;
use crate::domain::practice::clock::{Announce, Factor, Pacing};
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::record::{
    Act, Answer, Block, Noted, Pair, Rating, Seat, SittingHead, SittingRecord, Theirs, Who,
};
use crate::domain::practice::sheet::anchor_order;
use crate::domain::time::{Mono, Now};

/// Which screen it stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Between two people.
    Cover,
    /// The one who asks reads aloud, listens and ticks.
    Card,
    /// Points and red flags are ticked, by the one who has the laptop.
    Points,
    /// The one who asked gives each dimension its word.
    Words,
    /// The one who answered picks the description that fits, for one dimension after the other.
    Anchors(usize),
    /// A line or three, then the seal.
    Lines,
    /// Both ratings lie side by side.
    Reveal,
    /// No question is left.
    Over,
}

/// Who takes the laptop behind the cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// The one in this chair.
    One(Seat),
    /// Both look at the screen.
    Both,
}

/// How the clock runs, and the seed of what is shuffled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Clock.
    pub pacing: Pacing,
    /// Extra time.
    pub factor: Factor,
    /// Seed.
    pub seed: u64,
}

impl Rules {
    /// As a sitting says it. Nobody is cut off: the one who asks stops the clock.
    pub const fn of(head: &SittingHead) -> Self {
        let pacing = match head.pacing {
            Pacing::None => Pacing::None,
            Pacing::Window | Pacing::Hard => Pacing::Window,
        };
        Self {
            pacing,
            factor: head.factor,
            seed: head.seed,
        }
    }
}

/// What is not written down yet: how far the clock is, and lines that are being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// How many steps were written down before.
    pub step: u16,
    /// Seconds of the answer.
    #[serde(default)]
    pub seconds: u32,
    /// What is typed, field by field.
    #[serde(default)]
    pub typed: Vec<String>,
}

/// Two friends at one laptop.
#[derive(Debug, Clone)]
pub struct Chairs {
    pub(super) pair: Pair,
    pub(super) rules: Rules,
    pub(super) turns: Vec<Turn>,
    pub(super) at: usize,
    pub(super) phase: Phase,
    /// The clock of the answer, once it runs.
    pub(super) clock: Option<Countdown>,
    /// What a draft brought back or is being typed.
    pub(super) draft: Draft,
}

impl Chairs {
    /// Rebuilds the state after the last block of a record, behind the next cover.
    pub fn replay(pair: &Pair, record: &SittingRecord, library: &Library) -> Self {
        let plan = record.head.plan.iter();
        let mut chairs = Self {
            pair: pair.clone(),
            rules: Rules::of(&record.head),
            turns: plan.map(|planned| Turn::new(planned, library)).collect(),
            at: 0,
            phase: Phase::Cover,
            clock: None,
            draft: Draft::default(),
        };
        record.blocks.iter().for_each(|block| chairs.fold(block));
        chairs.go_on();
        chairs
    }

    /// The two.
    pub const fn pair(&self) -> &Pair {
        &self.pair
    }

    /// The screen it stands at.
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// The question in hand.
    pub fn turn(&self) -> Option<&Turn> {
        self.turns.get(self.at)
    }

    /// All questions.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Which question it is, from 1, and how many there are.
    pub const fn position(&self) -> (usize, usize) {
        (self.at + 1, self.turns.len())
    }

    /// Who sits in a chair at a question.
    pub fn who_at(&self, question: usize, seat: Seat) -> Who {
        let answers = self.pair.answers(question, self.turns.len());
        match seat {
            Seat::Answers => answers,
            Seat::Asks => answers.other(),
        }
    }

    /// The name of the one who sits in a chair now.
    pub fn name(&self, seat: Seat) -> &str {
        self.pair.name(self.who_at(self.at, seat))
    }

    /// The chair whose turn it is.
    pub fn seat(&self) -> Seat {
        match self.turn() {
            Some(turn) if turn.is_sealed(Seat::Asks) => Seat::Answers,
            _ => Seat::Asks,
        }
    }

    /// Who takes the laptop next, or has it.
    pub fn takes(&self) -> Takes {
        match self.turn() {
            Some(turn) if turn.is_open_to_both() => Takes::Both,
            _ => Takes::One(self.seat()),
        }
    }

    /// The clock of the answer, once it runs.
    pub const fn clock(&self) -> Option<&Countdown> {
        self.clock.as_ref()
    }

    /// Seconds of the answer in hand so far.
    pub fn seconds(&self, now: Now) -> u32 {
        let clock = self.clock.as_ref();
        clock.map_or_else(|| self.stands_at(), |clock| clock.seconds(now))
    }

    /// Where the clock goes on when it does not run: 0 before it was started.
    pub fn stands_at(&self) -> u32 {
        let open = self.turn().filter(|turn| turn.answer.is_none());
        open.map_or(0, |turn| turn.last_second().max(self.draft.seconds))
    }

    /// Extra time.
    pub const fn factor(&self) -> Factor {
        self.rules.factor
    }

    /// Whether answers have a window.
    pub fn is_timed(&self) -> bool {
        self.rules.pacing != Pacing::None
    }

    /// The descriptions of the dimension in hand, in the order in which they are shown, and the place of the one that was
    /// picked before.
    pub fn anchors(&self) -> Option<([&str; 4], Option<usize>)> {
        let Phase::Anchors(row) = self.phase else {
            return None;
        };
        let turn = self.turn()?;
        let reading = (turn.dimensions().get(row)?).reading_for(turn.question()?.kind);
        let order = self.order(row);
        let picked = turn.sheet(Seat::Answers).words().get(row).copied();
        let place = |level: crate::domain::level::Level| {
            let mut order = order.iter();
            order.position(|anchor| *anchor == level.step())
        };
        let shown = order.map(|anchor| reading.anchors[anchor].as_str());
        Some((shown, picked.flatten().and_then(place)))
    }

    pub(super) fn order(&self, row: usize) -> [usize; 4] {
        anchor_order(self.rules.seed, self.at, row)
    }

    /// Both ratings of the question in hand, the widest gap first to be talked about; nothing before both are sealed.
    pub fn beside(&self) -> Vec<Beside> {
        self.turn().map_or_else(Vec::new, Turn::beside)
    }

    /// The row that lies widest apart; what weighs more goes first.
    pub fn widest(&self) -> Option<usize> {
        let weight = |row: &Beside| {
            let dimensions = self.turn().map_or(&[][..], Turn::dimensions);
            let of = dimensions
                .iter()
                .find(|d| Some(&d.id) == row.dimension.as_ref());
            of.map_or(0, |dimension| dimension.weight)
        };
        let rows = self.beside();
        let rows = rows
            .iter()
            .enumerate()
            .skip(1)
            .filter(|(_, row)| row.apart() > 0);
        let widest = rows.max_by_key(|(n, row)| (row.apart(), weight(row), std::cmp::Reverse(*n)));
        widest.map(|(n, _)| n)
    }

    /// What is being typed, or was when it was left.
    pub fn typed(&self) -> &[String] {
        &self.draft.typed
    }

    /// How many steps were written down: which half-done work a draft belongs to.
    pub fn steps(&self) -> u16 {
        let done = |turn: &Turn| {
            usize::from(turn.answer.is_some())
                + usize::from(turn.is_sealed(Seat::Asks))
                + usize::from(turn.is_sealed(Seat::Answers))
                + usize::from(turn.has(Act::Passed, Seat::Asks))
        };
        u16::try_from(self.turns.iter().map(done).sum::<usize>()).unwrap_or(u16::MAX)
    }

    /// What is not written down yet; nothing where there is none.
    pub fn draft(&self, now: Now) -> Option<Draft> {
        let draft = Draft {
            step: self.steps(),
            seconds: self.seconds(now),
            typed: self.draft.typed.clone(),
        };
        let typed = draft.typed.iter().any(|line| !line.is_empty());
        (typed || draft.seconds > 0).then_some(draft)
    }

    /// The next moment at which the screen changes by itself.
    pub fn next_wake(&self, now: Now, announce: Announce) -> Option<Mono> {
        self.clock.as_ref()?.next_wake(now, announce)
    }

    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        !self.turns.iter().any(Turn::is_open)
    }

    /// Takes a block in.
    pub(super) fn fold(&mut self, block: &Block) {
        match block {
            Block::Noted(noted) => self.at_turn(noted.index, |turn| turn.take(noted)),
            Block::Answer(answer) => self.take_answer(answer),
            Block::Rating(rating) => self.take_rating(rating),
            Block::Theirs(theirs) => match theirs.as_ref() {
                Theirs::Answer(answer) => self.take_answer(answer),
                Theirs::Rating(rating) => self.take_rating(rating),
            },
            Block::Event(_)
            | Block::Reply(_)
            | Block::Back(_)
            | Block::Item(_)
            | Block::Comment(_) => {}
        }
    }

    fn take_answer(&mut self, answer: &Answer) {
        self.at_turn(answer.index, |turn| turn.answer = Some(answer.clone()));
    }

    fn take_rating(&mut self, rating: &Rating) {
        self.at_turn(rating.index, |turn| turn.ratings.push(rating.clone()));
    }

    fn at_turn(&mut self, index: u16, change: impl FnOnce(&mut Turn)) {
        if let Some(turn) = self.turns.get_mut(usize::from(index)) {
            change(turn);
        }
    }

    /// To the cover before the next open thing.
    pub(super) fn go_on(&mut self) {
        let open = self.turns.iter().position(Turn::is_open);
        self.phase = match open {
            Some(_) => Phase::Cover,
            None => Phase::Over,
        };
        self.at = open.unwrap_or(self.at);
        self.clock = None;
    }

    /// Something that is noted now, as a block.
    pub(super) fn noted(&self, seat: Seat, what: Act, now: Now) -> Noted {
        Noted {
            index: u16::try_from(self.at).unwrap_or(u16::MAX),
            seat,
            at: now.wall,
            second: self.seconds(now),
            what,
            n: 0,
            mark: None,
            dimension: None,
            level: None,
            text: String::new(),
        }
    }
}

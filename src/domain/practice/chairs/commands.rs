//! What either of them can do, and the blocks that come of it.

use super::machine::{Chairs, Draft, Phase};
use super::turn::Turn;
use crate::domain::level::Level;
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::record::{Act, Mark, Noted, Seat};
use crate::domain::practice::sheet::Ticked;
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::time::Now;

impl Chairs {
    /// The laptop is in the right hands: what lies behind the cover.
    ///
    /// # Errors
    /// Where no cover is.
    pub fn take_laptop(&mut self) -> Step {
        let turn = self.turns.get(self.at);
        let turn = turn.filter(|_| self.phase == Phase::Cover);
        self.phase = match turn.ok_or(Refusal::NotNow)? {
            turn if turn.is_open_to_both() => Phase::Reveal,
            turn if turn.answer.is_none() => Phase::Card,
            _ => Phase::Points,
        };
        Ok(Vec::new())
    }

    /// Whoever comes back to the laptop finds the cover first, wherever it was left.
    pub fn cover(&mut self, now: Now) {
        self.draft.seconds = self.seconds(now);
        self.go_on();
    }

    /// Starts the clock, or stops it: the answer is written down then.
    ///
    /// # Errors
    /// At another screen than the card, and in the first second.
    pub fn run_clock(&mut self, now: Now) -> Step {
        self.at(Phase::Card)?;
        if let Some(clock) = &self.clock {
            if clock.seconds(now) == 0 {
                return Err(Refusal::JustBegan);
            }
            let answer = self.answer(false, now).ok_or(Refusal::NotNow)?;
            self.phase = Phase::Points;
            let block = self.keep_answer(answer);
            self.clock = None;
            self.draft = Draft::default();
            return Ok(vec![block]);
        }
        let block = self.note(Seat::Asks, Act::Started, |_| {}, now);
        let spent = u64::from(self.seconds(now));
        let span = self.turn().and_then(|turn| turn.span(self.rules.factor));
        let clock = Countdown::start(span, self.rules.pacing, now);
        let spent = std::time::Duration::from_secs(spent);
        let mut clock = clock.taken_up(spent, std::time::Duration::ZERO);
        clock.resume(now);
        self.clock = Some(clock);
        Ok(vec![block])
    }

    /// Leaves the question out: nothing of it is rated.
    ///
    /// # Errors
    /// Once it was answered.
    pub fn skip(&mut self, now: Now) -> Step {
        let answer = self.answer(true, now).ok_or(Refusal::NotNow)?;
        let block = self.keep_answer(answer);
        self.draft = Draft::default();
        self.go_on();
        Ok(vec![block])
    }

    /// Heard, half heard, not heard; a red flag, in the rows after the points, was seen or not.
    ///
    /// # Errors
    /// At another screen than the card and the points, and when there is no such row.
    pub fn tick(&mut self, row: usize, now: Now) -> Step {
        if !matches!(self.phase, Phase::Card | Phase::Points) {
            return Err(Refusal::NotNow);
        }
        let seat = self.seat();
        let turn = self.turn().ok_or(Refusal::NotNow)?;
        let ticked = turn.sheet(seat).next(row).ok_or(Refusal::NoSuchLine)?;
        let (act, n, mark) = match ticked {
            Ticked::Point(n, mark) => (Act::Point, n, mark),
            Ticked::Flag(n, true) => (Act::Flag, n, Mark::Hit),
            Ticked::Flag(n, false) => (Act::Flag, n, Mark::Missed),
        };
        let note = |noted: &mut Noted| {
            noted.n = n;
            noted.mark = Some(mark);
        };
        Ok(vec![self.note(seat, act, note, now)])
    }

    /// A follow-up, from 1, was asked.
    ///
    /// # Errors
    /// At another screen than the card, and when there is no such follow-up.
    pub fn probe(&mut self, n: u8, now: Now) -> Step {
        self.at(Phase::Card)?;
        let question = self.turn().and_then(Turn::question);
        let probes = question.map_or(0, |question| question.probes.len());
        if n == 0 || usize::from(n) > probes {
            return Err(Refusal::NoSuchLine);
        }
        Ok(vec![self.note(
            Seat::Asks,
            Act::Probe,
            |noted| noted.n = n,
            now,
        )])
    }

    /// A tap while listening: a filler, "we", lost, landed.
    ///
    /// # Errors
    /// At another screen than the card.
    pub fn tap(&mut self, act: Act, now: Now) -> Step {
        self.at(Phase::Card)?;
        Ok(vec![self.note(Seat::Asks, act, |_| {}, now)])
    }

    /// A line that was written while listening.
    ///
    /// # Errors
    /// At another screen than the card, and where nothing is written.
    pub fn jot(&mut self, line: &str, now: Now) -> Step {
        self.at(Phase::Card)?;
        self.draft.typed.clear();
        self.write(Seat::Asks, Act::Note, line, now)
            .ok_or(Refusal::Blank)
    }

    /// Keeps what is typed for the case of a kill.
    pub fn keep_typed(&mut self, typed: Vec<String>) {
        self.draft.typed = typed;
    }

    /// Takes the last tap, tick or word of this screen back.
    ///
    /// # Errors
    /// Where there is none.
    pub fn take_back(&mut self, now: Now) -> Step {
        let seat = match self.phase {
            Phase::Reveal => Seat::Asks,
            _ => self.seat(),
        };
        let here = |act: Act| match self.phase {
            Phase::Card => !matches!(act, Act::Flag | Act::Word | Act::Agreed),
            Phase::Points => matches!(act, Act::Point | Act::Flag),
            Phase::Words => act == Act::Word,
            Phase::Reveal => act == Act::Agreed,
            Phase::Cover | Phase::Anchors(_) | Phase::Lines | Phase::Over => false,
        };
        let last = self.turn().and_then(|turn| turn.last_tap(seat));
        last.filter(|noted| here(noted.what))
            .ok_or(Refusal::NoTap)?;
        Ok(vec![self.note(seat, Act::Back, |_| {}, now)])
    }

    /// Gives a dimension, by its row, its word.
    ///
    /// # Errors
    /// At another screen than the words, and when there is no such row.
    pub fn rate(&mut self, row: usize, level: Level, now: Now) -> Step {
        self.at(Phase::Words)?;
        self.word(Seat::Asks, row, level, now)
    }

    /// Picks a description by its place on the screen, and goes to the next dimension.
    ///
    /// # Errors
    /// At another screen than the descriptions, and when there is no such one.
    pub fn pick(&mut self, shown: usize, now: Now) -> Step {
        let Phase::Anchors(row) = self.phase else {
            return Err(Refusal::NotNow);
        };
        let anchor = *self.order(row).get(shown).ok_or(Refusal::NoSuchLine)?;
        let blocks = self.word(Seat::Answers, row, Level::ALL[anchor], now)?;
        self.on()?;
        Ok(blocks)
    }

    /// The next screen of a rating.
    ///
    /// # Errors
    /// Where no rating is, and while a dimension has no word.
    pub fn on(&mut self) -> Step {
        let turn = self.turn().ok_or(Refusal::NotNow)?;
        let rows = turn.dimensions().len();
        let has_word =
            |row: usize| matches!(turn.sheet(self.seat()).words().get(row), Some(Some(_)));
        self.phase = match (self.phase, self.seat()) {
            (Phase::Points, _) if rows == 0 => Phase::Lines,
            (Phase::Points, Seat::Asks) => Phase::Words,
            (Phase::Points, Seat::Answers) => Phase::Anchors(0),
            (Phase::Words, _) if turn.sheet(Seat::Asks).open_word().is_some() => {
                return Err(Refusal::NoWord);
            }
            (Phase::Anchors(row), _) if !has_word(row) => return Err(Refusal::NotNow),
            (Phase::Anchors(row), _) if row + 1 < rows => Phase::Anchors(row + 1),
            (Phase::Words | Phase::Anchors(_), _) => Phase::Lines,
            _ => return Err(Refusal::NotNow),
        };
        Ok(Vec::new())
    }

    /// One screen back within a rating.
    ///
    /// # Errors
    /// At its first one.
    pub fn back(&mut self) -> Step {
        let rows = self.turn().map_or(0, |turn| turn.dimensions().len());
        self.phase = match (self.phase, self.seat()) {
            (Phase::Words | Phase::Anchors(0), _) => Phase::Points,
            (Phase::Anchors(row), _) => Phase::Anchors(row - 1),
            (Phase::Lines, _) if rows == 0 => Phase::Points,
            (Phase::Lines, Seat::Asks) => Phase::Words,
            (Phase::Lines, Seat::Answers) => Phase::Anchors(rows - 1),
            _ => return Err(Refusal::NotNow),
        };
        Ok(Vec::new())
    }

    /// Writes the lines down and seals the rating: nobody sees it before the other one is sealed, too.
    ///
    /// # Errors
    /// At another screen than the lines.
    pub fn seal(&mut self, lines: &[(Act, &str)], now: Now) -> Step {
        self.at(Phase::Lines)?;
        let seat = self.seat();
        let mut blocks = Vec::new();
        for (act, line) in lines {
            blocks.extend(self.write(seat, *act, line, now).unwrap_or_default());
        }
        blocks.push(self.note(seat, Act::Sealed, |_| {}, now));
        self.draft = Draft::default();
        self.phase = Phase::Cover;
        blocks.extend(self.settle(now));
        Ok(blocks)
    }

    /// Both agree on a word for a row of both ratings.
    ///
    /// # Errors
    /// At another screen than the ratings, and when there is no such row.
    pub fn agree(&mut self, row: usize, level: Level, now: Now) -> Step {
        self.at(Phase::Reveal)?;
        let rows = self.beside();
        let row = rows.get(row).ok_or(Refusal::NoSuchLine)?;
        let note = |noted: &mut Noted| {
            noted.dimension.clone_from(&row.dimension);
            noted.level = Some(level);
        };
        Ok(vec![self.note(Seat::Asks, Act::Agreed, note, now)])
    }

    /// Writes another line of what to keep or to change.
    ///
    /// # Errors
    /// At another screen than the ratings.
    pub fn amend(&mut self, lines: &[(Act, &str)], now: Now) -> Step {
        self.at(Phase::Reveal)?;
        let mut blocks = Vec::new();
        for (act, line) in lines {
            blocks.extend(self.write(Seat::Asks, *act, line, now).unwrap_or_default());
        }
        self.draft.typed.clear();
        Ok(blocks)
    }

    /// They have talked about it: the next question, or the end.
    ///
    /// # Errors
    /// At another screen than the ratings.
    pub fn pass(&mut self, now: Now) -> Step {
        self.at(Phase::Reveal)?;
        let mut blocks = self.settle_agreed(now);
        blocks.push(self.note(Seat::Asks, Act::Passed, |_| {}, now));
        self.draft = Draft::default();
        self.go_on();
        Ok(blocks)
    }

    /// Stops the clock.
    pub fn pause(&mut self, now: Now) {
        if let Some(clock) = &mut self.clock {
            clock.pause(now);
        }
    }

    /// Lets the clock run on.
    pub fn resume(&mut self, now: Now) {
        if let Some(clock) = &mut self.clock {
            clock.resume(now);
        }
    }

    /// Puts half-done work back where it was.
    ///
    /// # Errors
    /// Where it belongs to a step that is written down.
    pub fn restore(&mut self, draft: &Draft) -> Step {
        if draft.step != self.steps() {
            return Err(Refusal::NotNow);
        }
        self.draft = draft.clone();
        Ok(Vec::new())
    }

    fn at(&self, phase: Phase) -> Result<(), Refusal> {
        (self.phase == phase).then_some(()).ok_or(Refusal::NotNow)
    }

    fn word(&mut self, seat: Seat, row: usize, level: Level, now: Now) -> Step {
        let dimension = self.turn().and_then(|turn| turn.dimensions().get(row));
        let dimension = dimension.ok_or(Refusal::NoSuchLine)?.id.clone();
        let note = |noted: &mut Noted| {
            noted.dimension = Some(dimension);
            noted.level = Some(level);
        };
        Ok(vec![self.note(seat, Act::Word, note, now)])
    }
}

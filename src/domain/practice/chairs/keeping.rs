//! What is written down: taps and lines, the answer, and both ratings once both are sealed.

use super::machine::Chairs;
use super::turn::rater;
use crate::domain::practice::countdown::whole;
use crate::domain::practice::record::{
    Act, Answer, Block, Input, Noted, Rating, Seat, Theirs, Way, Who,
};
use crate::domain::time::{Now, clock_text};

impl Chairs {
    /// What both agreed on, as a rating: once the question is passed or the sitting ended. Before, it can be taken back.
    pub fn settle_agreed(&mut self, now: Now) -> Vec<Block> {
        let agreed = self.turn().and_then(|turn| turn.both_agreed(now));
        agreed
            .map(|rating| self.keep_rating(rating))
            .into_iter()
            .collect()
    }

    /// Both ratings are written down as such once both are sealed; of two the one that a kill cut off.
    pub fn settle(&mut self, now: Now) -> Vec<Block> {
        if let Some(clock) = &mut self.clock {
            clock.notice(now);
        }
        let turn = self.turn().filter(|turn| turn.is_open_to_both());
        let ratings = turn.into_iter().flat_map(|turn| {
            let open = [Seat::Asks, Seat::Answers].into_iter();
            let open = open.filter(|seat| turn.level_by(rater(*seat)).is_none());
            open.filter_map(|seat| turn.rating(seat, now))
        });
        let ratings: Vec<Rating> = ratings.collect();
        ratings
            .into_iter()
            .map(|rating| self.keep_rating(rating))
            .collect()
    }

    /// A line, unless it is written there already; `None` where nothing is written.
    pub(super) fn write(
        &mut self,
        seat: Seat,
        act: Act,
        line: &str,
        now: Now,
    ) -> Option<Vec<Block>> {
        let line = line.trim();
        let before = self.turn()?.line(act, seat);
        let same = act != Act::Note && before == line;
        if same || line.is_empty() && before.is_empty() {
            return None;
        }
        let text = line.to_owned();
        Some(vec![self.note(seat, act, |noted| noted.text = text, now)])
    }

    /// Notes something and takes it in.
    pub(super) fn note(
        &mut self,
        seat: Seat,
        act: Act,
        with: impl FnOnce(&mut Noted),
        now: Now,
    ) -> Block {
        let mut noted = self.noted(seat, act, now);
        with(&mut noted);
        let block = Block::Noted(noted);
        self.fold(&block);
        block
    }

    /// The answer as it is written down. What was noted while listening is all that there is of its words.
    pub(super) fn answer(&self, skipped: bool, now: Now) -> Option<Answer> {
        let turn = self.turn().filter(|turn| turn.answer.is_none())?;
        let question = turn.question()?;
        let seconds = self.seconds(now);
        let notes = turn.of(Act::Note, Seat::Asks);
        let notes = notes.map(|n| format!("{} {}", clock_text(n.second.into()), n.text));
        let text = notes.collect::<Vec<_>>().join("\n");
        let span = turn.span(self.rules.factor).filter(|_| self.is_timed());
        let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let words = text.split_whitespace().count();
        Some(Answer {
            index: count(self.at),
            question: question.id.clone(),
            wording: turn.wording,
            take: 1,
            for_point: None,
            extra: None,
            kind: question.kind,
            competency: question.primary().clone(),
            input: Input::Aloud,
            at: now.wall,
            think_s: 0,
            first_word_s: None,
            seconds,
            length_s: seconds,
            paused_s: self
                .clock
                .as_ref()
                .map_or(0, |clock| whole(clock.paused(now))),
            window: span.map(|span| (span.min, span.max)),
            words: u32::try_from(words).unwrap_or(u32::MAX),
            fillers: count(turn.taps(Act::Filler)),
            hints: Vec::new(),
            way: Way::default(),
            expected: None,
            skipped,
            text,
        })
    }

    pub(super) fn keep_answer(&mut self, answer: Answer) -> Block {
        let block = match self.answers() {
            Who::Me => Block::Answer(answer),
            Who::Friend => Block::Theirs(Box::new(Theirs::Answer(answer))),
        };
        self.fold(&block);
        block
    }

    fn keep_rating(&mut self, rating: Rating) -> Block {
        let block = match self.answers() {
            Who::Me => Block::Rating(rating),
            Who::Friend => Block::Theirs(Box::new(Theirs::Rating(rating))),
        };
        self.fold(&block);
        block
    }

    fn answers(&self) -> Who {
        self.who_at(self.at, Seat::Answers)
    }
}

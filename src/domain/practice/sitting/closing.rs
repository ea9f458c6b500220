//! The end of an answer: what is written down.

use std::time::Duration;

use super::parts::Phase;
use super::state::Sitting;
use crate::domain::library::Question;
use crate::domain::practice::clock::{Pacing, Span};
use crate::domain::practice::countdown::whole;
use crate::domain::practice::mock::{FOLLOW_UP, ONE_SENTENCE};
use crate::domain::practice::record::{Answer, Block, Input, To};
use crate::domain::practice::score::SECOND_TRY;
use crate::domain::time::Now;

impl Sitting {
    /// Whether nothing was answered yet.
    pub(super) fn is_blank(&self, now: Now) -> bool {
        match self.input {
            Input::Typed => self.attempt.text.words() == 0,
            Input::Aloud => self.clock.as_ref().is_none_or(|c| c.seconds(now) == 0),
        }
    }

    /// Writes the answer down and goes where that leads.
    pub(super) fn close_answer(&mut self, given_up: bool, now: Now) -> Vec<Block> {
        if self.phase == Phase::Ready
            && let Some(clock) = &self.clock
        {
            self.attempt.think = clock.elapsed(now);
        }
        let skipped = given_up || self.is_blank(now);
        let Some(answer) = self.answer_block(skipped, now) else {
            return Vec::new();
        };
        let mut blocks = vec![self.append(Block::Answer(answer), now)];
        blocks.extend(self.finished_block(now));
        blocks
    }

    fn answer_block(&self, skipped: bool, now: Now) -> Option<Answer> {
        let item = &self.items[self.at];
        let question: &Question = item.question.as_ref()?;
        let a = &self.attempt;
        let clock = self.clock.as_ref().filter(|_| self.phase.is_answering());
        let seconds = clock.map_or(0, |c| c.seconds(now));
        let paused = a.think_paused + clock.map_or(Duration::ZERO, |c| c.paused(now));
        let words = a.text.words();
        Some(Answer {
            index: u16::try_from(self.at).ok()?,
            question: question.id.clone(),
            wording: item.planned.wording,
            take: a.take,
            for_point: a.for_point,
            extra: a.extra.clone(),
            kind: question.kind,
            competency: question.primary().clone(),
            input: self.input,
            at: now.wall,
            think_s: whole(a.think),
            first_word_s: a.first_word.map(whole),
            seconds,
            length_s: match self.input {
                Input::Typed => self.spoken(),
                Input::Aloud => seconds,
            },
            paused_s: whole(paused),
            window: self.span().map(|s| (s.min, s.max)),
            words,
            fillers: a.fillers,
            hints: a.hints.clone(),
            way: a.way.clone(),
            expected: a.expected,
            skipped,
            text: a.text.as_str().to_owned(),
        })
    }

    /// The window of the answer in hand, extra time included; `None` without a clock. What is worked out in writing
    /// has no lower edge, and who cuts in has heard enough: one sentence more is inside.
    pub fn span(&self) -> Option<Span> {
        let head = &self.record.head;
        if head.pacing == Pacing::None {
            return None;
        }
        let item = self.items.get(self.at)?;
        let span = match self.phase {
            Phase::Retry => SECOND_TRY.with(head.factor),
            Phase::FollowUp => self.extra_span()?.with(head.factor),
            _ => item.span(head.factor)?,
        };
        let cut = (self
            .scene
            .as_ref()
            .filter(|_| self.phase == Phase::Answering))
        .and_then(|scene| scene.course.cut);
        let span = cut.map_or(span, |cut| {
            span.ends_at(cut, head.factor.apply(ONE_SENTENCE))
        });
        let worked_out = (item.question.as_ref()).is_some_and(|q| q.kind.is_worked_out());
        let written = worked_out && self.input == Input::Typed;
        let min = if written { 0 } else { span.min };
        Some(Span { min, ..span })
    }

    /// What time a follow-up and a second try have when they are asked for from the result, to go on a sentence:
    /// `, 45 seconds`; empty without a clock.
    pub fn beside_words(&self) -> String {
        let head = &self.record.head;
        match head.pacing {
            Pacing::None => String::new(),
            Pacing::Window | Pacing::Hard => {
                format!(", {} seconds", head.factor.apply(FOLLOW_UP.max))
            }
        }
    }

    /// The window of what is asked beyond the question.
    fn extra_span(&self) -> Option<Span> {
        let window = self.items.get(self.at)?.question.as_ref()?.window;
        let half = |max: u32| Span { min: max / 2, max };
        Some(match self.attempt.extra.as_ref()?.to {
            To::FollowUp | To::Afterward | To::Again => FOLLOW_UP,
            To::Half => half(window.max / 2),
            To::Part => half(self.stretch()?.answer_s?),
        })
    }
}

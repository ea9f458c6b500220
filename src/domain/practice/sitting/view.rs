//! What a screen may know about a sitting. Nothing here gives away a level, what was tested or what a strong
//! answer has before the anchors are chosen.

use super::looks::{After, AnchorView, FlagView, PointView, Prompt};
use super::parts::Phase;
use super::state::Sitting;
use crate::domain::dice::Dice;
use crate::domain::level::Level;
use crate::domain::library::{Point, Question};
use crate::domain::practice::clock::{Edge, spoken_seconds};
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::mock::halves;
use crate::domain::practice::record::{Answer, Hint, Input, Planned, SittingHead, is_timed};
use crate::domain::practice::score::{Evidence, next_step, point_to_retry, probe_among};
use crate::domain::practice::sheet::anchor_order;
use crate::domain::time::Now;

impl Sitting {
    /// The head.
    pub const fn head(&self) -> &SittingHead {
        &self.record.head
    }

    /// Which question of how many, from 1.
    pub fn position(&self) -> (usize, usize) {
        (self.at + 1, self.items.len())
    }

    /// The place of the question in the plan, from 0.
    pub fn index(&self) -> u16 {
        u16::try_from(self.at).unwrap_or(u16::MAX)
    }

    /// The question of the plan with the reason why it is asked.
    pub fn planned(&self) -> Option<&Planned> {
        self.items.get(self.at).map(|i| &i.planned)
    }

    /// The question as it is asked; `None` only when nothing could be asked at all.
    pub fn prompt(&self) -> Option<Prompt<'_>> {
        let item = self.items.get(self.at)?;
        let q = item.question.as_ref()?;
        Some(Prompt {
            id: &q.id,
            text: self.shown_wording(q.wording(item.planned.wording)),
            setup: &q.setup,
            kind: q.kind,
            competencies: &q.competencies,
            difficulty: q.difficulty,
            prep_s: self.record.head.factor.apply(q.window.prep),
            framework: &q.framework,
            data: &q.data,
            persona: q.persona.as_ref(),
        })
    }

    /// The clock of the running phase.
    pub const fn clock(&self) -> Option<&Countdown> {
        self.clock.as_ref()
    }

    /// Whether a clock stands still.
    pub fn is_paused(&self) -> bool {
        let clock = self.clock.as_ref().or_else(|| self.task()?.clock());
        clock.is_some_and(|c| !c.is_running())
    }

    /// Typed or aloud.
    pub const fn input(&self) -> Input {
        self.input
    }

    /// How the answer is expected to go.
    pub const fn expected(&self) -> Option<Level> {
        self.attempt.expected
    }

    /// Hints opened for the answer in hand.
    pub fn hints(&self) -> &[Hint] {
        &self.attempt.hints
    }

    /// The outline, once it was opened as a hint.
    pub fn outline(&self) -> Option<&[String]> {
        self.opened(Hint::Outline).map(|q| q.outline.as_slice())
    }

    /// The points, once they were opened as a hint.
    pub fn points_hint(&self) -> Option<&[Point]> {
        self.opened(Hint::Points).map(|q| q.strong.as_slice())
    }

    /// Filler words counted.
    pub const fn fillers(&self) -> u16 {
        self.attempt.fillers
    }

    /// The words of the answer in hand.
    pub fn text(&self) -> &str {
        self.attempt.text.as_str()
    }

    /// How many words they are.
    pub fn words(&self) -> u32 {
        self.attempt.text.words()
    }

    /// Whether the clock of the answer in hand is the time that goes by, and not the words that are typed.
    pub fn is_timed(&self) -> bool {
        let a = &self.attempt;
        let kind = self.question().map(|q| q.kind);
        kind.is_some_and(|kind| is_timed(self.input, kind, a.for_point, a.extra.as_ref()))
    }

    /// The seconds that the window judges: the time that goes by, or the words as if spoken.
    pub fn length(&self, now: Now) -> u32 {
        if self.is_timed() {
            self.gone(now)
        } else {
            self.spoken()
        }
    }

    /// Seconds of the phase in hand so far.
    pub fn gone(&self, now: Now) -> u32 {
        self.clock.as_ref().map_or(0, |c| c.seconds(now))
    }

    /// Seconds that the words in hand take when spoken at the user's pace.
    pub fn spoken(&self) -> u32 {
        spoken_seconds(self.words(), self.manner.pace)
    }

    /// Where that length lies in the window; `None` without a clock.
    pub fn edge(&self, now: Now) -> Option<Edge> {
        let span = self.span().filter(|_| self.phase.is_answering())?;
        Some(span.edge(self.length(now)))
    }

    /// The point that a second try is for.
    pub fn retried_point(&self) -> Option<&Point> {
        let n = self
            .attempt
            .for_point
            .filter(|_| self.phase == Phase::Retry)?;
        self.question()?.strong.get(usize::from(n) - 1)
    }

    /// The answer that is rated, or its result.
    pub fn answer(&self) -> Option<&Answer> {
        self.in_hand()
    }

    /// The evidence list in the order shown; empty outside the rating.
    pub fn points(&self) -> Vec<PointView<'_>> {
        let Some(question) = self.question().filter(|_| self.phase.is_rating()) else {
            return Vec::new();
        };
        let proof = |point: usize| {
            let mut proofs = self.work.ticks.proofs.iter();
            proofs.find_map(|(n, words)| (usize::from(*n) == point + 1).then_some(words.as_str()))
        };
        self.point_order()
            .into_iter()
            .map(|point| PointView {
                text: &question.strong[point].text,
                mark: self.work.ticks.marks[point],
                proof: proof(point),
            })
            .collect()
    }

    /// The red flags in the order shown; empty outside the rating.
    pub fn flags(&self) -> Vec<FlagView<'_>> {
        let Some(question) = self.question().filter(|_| self.phase.is_rating()) else {
            return Vec::new();
        };
        (question.red_flags.iter().zip(1..=u8::MAX))
            .map(|(flag, n)| FlagView {
                text: &flag.text,
                seen: self.work.ticks.flags.contains(&n),
            })
            .collect()
    }

    /// The dimension to be rated now; `None` at any other step.
    pub fn anchors(&self) -> Option<AnchorView<'_>> {
        let Phase::Anchors { at, .. } = self.phase else {
            return None;
        };
        let dimension = self.work.dimensions.get(at)?;
        let reading = dimension.reading_for(self.question()?.kind);
        let order = self.anchor_order(at);
        Some(AnchorView {
            reading,
            not_this: &dimension.not_this,
            anchors: order.map(|anchor| reading.anchors[anchor].as_str()),
            picked: (self.work.ticks.picked[at])
                .and_then(|level| order.iter().position(|a| *a == level.step())),
        })
    }

    /// What comes of the answer; `None` before its anchors are chosen.
    pub fn after(&self) -> Option<After<'_>> {
        let verdict = self.verdict.as_ref()?;
        let item = &self.items[self.at];
        let (question, seen) = (item.question.as_ref()?, self.seen()?);
        let open = self.open_now()?;
        let asked: Vec<&str> = (item.more.iter())
            .filter_map(|a| a.extra.as_ref().map(|e| e.asked.as_str()))
            .collect();
        Some(After {
            rating: item.rating()?,
            verdict,
            answer: seen.answer,
            more: &item.more,
            said: seen.said(),
            edge: seen.span().map(|s| s.edge(seen.answer.clock_s())),
            next_step: next_step(&open, verdict),
            probe: probe_among(&open, &asked).filter(|_| self.names_follow_up()),
            retry: point_to_retry(&open),
            retries: item.later_tries(),
            second: item.is_second_try(),
            tried: item.tried(),
            question,
        })
    }

    /// Whether the result names a follow-up: where they are wanted, and no mock asks them itself right after it.
    fn names_follow_up(&self) -> bool {
        let head = &self.record.head;
        head.probes && (head.shape.is_none() || !head.rate_each)
    }

    /// The point (from 1) worth a second try.
    pub(super) fn point_to_retry(&self) -> Option<u8> {
        point_to_retry(&self.open_now()?)
    }

    /// The question as it is asked now: a second half that is held back comes later.
    fn shown_wording<'a>(&self, text: &'a str) -> &'a str {
        let asked = matches!(self.phase, Phase::Ready | Phase::Answering);
        let scene = self.scene.as_ref().filter(|_| asked);
        let held = scene.filter(|s| self.holds_back(s, self.at));
        held.and_then(|_| halves(text))
            .map_or(text, |(first, _)| first)
    }

    /// The evidence of the rated answer in hand.
    fn seen(&self) -> Option<Evidence<'_>> {
        self.seen_at(self.at)
    }

    /// The same with the points as they stand after second tries: what was said in one is not asked for again.
    fn open_now(&self) -> Option<Evidence<'_>> {
        let marks = self.items.get(self.at)?.now();
        Some(Evidence {
            marks,
            ..self.seen()?
        })
    }

    /// The evidence of a rated answer.
    pub(super) fn seen_at(&self, at: usize) -> Option<Evidence<'_>> {
        let item = self.items.get(at)?;
        let rating = item.rating()?;
        Some(Evidence {
            question: item.question.as_ref()?,
            answer: item.answer.as_ref()?,
            marks: &rating.points,
            flags: &rating.flags,
            rated: (self.verdict.as_ref().filter(|_| at == self.at)).map_or(&[], |v| &v.rated),
        })
    }

    /// The points in the order in which this sitting shows them.
    pub(super) fn point_order(&self) -> Vec<usize> {
        Dice::stream(self.record.head.seed, "points", self.at as u64)
            .order(self.work.ticks.marks.len())
    }

    /// The anchors of a dimension in the order in which this sitting shows them.
    pub(super) fn anchor_order(&self, dimension: usize) -> [usize; 4] {
        anchor_order(self.record.head.seed, self.at, dimension)
    }

    fn opened(&self, hint: Hint) -> Option<&Question> {
        self.question()
            .filter(|_| self.attempt.hints.contains(&hint))
    }

    fn question(&self) -> Option<&Question> {
        self.items.get(self.at)?.question.as_deref()
    }
}

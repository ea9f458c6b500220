//! What a screen may know about a sitting. Nothing here gives away a level, what was tested or what a strong
//! answer has before the anchors are chosen.

use super::parts::Phase;
use super::state::Sitting;
use crate::domain::dice::Dice;
use crate::domain::id::{CompetencyId, ExemplarId, FrameworkId, QuestionId};
use crate::domain::level::Level;
use crate::domain::library::{Dimension, Kind, Persona, Point, Probe, Question, Reading};
use crate::domain::practice::clock::{Edge, spoken_seconds};
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::record::{Answer, Hint, Input, Mark, Planned, Rating, SittingHead};
use crate::domain::practice::score::{
    Evidence, NextStep, Said, Verdict, next_step, point_to_retry, probe_for,
};
use crate::domain::time::Now;

/// The question as the candidate hears it.
#[derive(Debug, Clone, Copy)]
pub struct Prompt<'a> {
    /// Which.
    pub id: &'a QuestionId,
    /// The wording of this sitting.
    pub text: &'a str,
    /// Facts given before; may be empty.
    pub setup: &'a str,
    /// Kind.
    pub kind: Kind,
    /// Competencies, the first is the primary one.
    pub competencies: &'a [CompetencyId],
    /// 1 to 3.
    pub difficulty: u8,
    /// Seconds to think, extra time included; 0 when none are set.
    pub prep_s: u32,
    /// The first hint, by id.
    pub framework: &'a FrameworkId,
    /// Facts released on request.
    pub data: &'a [(String, String)],
    /// Character of a role play.
    pub persona: Option<&'a Persona>,
}

/// One point of the evidence list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointView<'a> {
    /// The point.
    pub text: &'a str,
    /// How it is marked.
    pub mark: Mark,
    /// The words that prove it.
    pub proof: Option<&'a str>,
}

/// One red flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlagView<'a> {
    /// What would have been heard.
    pub text: &'a str,
    /// Whether it was.
    pub seen: bool,
}

/// One dimension to be rated.
#[derive(Debug, Clone)]
pub struct AnchorView<'a> {
    /// Title and question as they read for this kind.
    pub reading: &'a Reading,
    /// What must not count.
    pub not_this: &'a str,
    /// The four descriptions, shuffled.
    pub anchors: [&'a str; 4],
    /// Which of them is picked.
    pub picked: Option<usize>,
}

/// What comes of an answer.
#[derive(Debug, Clone)]
pub struct After<'a> {
    /// The rating as written down.
    pub rating: &'a Rating,
    /// The line of the table with its reason, the dimensions, and what a gate holds down.
    pub verdict: &'a Verdict,
    /// The answer.
    pub answer: &'a Answer,
    /// Points said.
    pub said: Said,
    /// Where its length lies in the window.
    pub edge: Option<Edge>,
    /// The one next step.
    pub next_step: Option<NextStep>,
    /// The follow-up, where follow-ups are wanted.
    pub probe: Option<&'a Probe>,
    /// The point (from 1) that a second try would be for.
    pub retry: Option<u8>,
    /// Second tries so far.
    pub retries: &'a [Answer],
    /// What a strong answer has.
    pub strong: &'a [Point],
    /// What it was really about.
    pub tests_note: &'a str,
    /// Notes kept with the question.
    pub notes: &'a str,
    /// Sample answers.
    pub exemplars: &'a [ExemplarId],
}

impl After<'_> {
    /// The level that counts.
    pub const fn level(&self) -> Level {
        self.rating.level
    }

    /// The dimensions with their titles as they read for this kind, and their levels.
    pub fn dimensions(&self) -> impl Iterator<Item = (&Dimension, &str, Level)> {
        self.verdict.rated.iter().map(|r| {
            let title = r.dimension.reading_for(self.answer.kind).title.as_str();
            (r.dimension.as_ref(), title, r.level)
        })
    }
}

impl Sitting {
    /// The head.
    pub const fn head(&self) -> &SittingHead {
        &self.record.head
    }

    /// Which question of how many, from 1.
    pub fn position(&self) -> (usize, usize) {
        (self.at + 1, self.items.len())
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
            text: q.wording(item.planned.wording),
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
        self.clock.as_ref().is_some_and(|c| !c.is_running())
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
        &self.attempt.text
    }

    /// How many words they are.
    pub fn words(&self) -> u32 {
        self.attempt.words()
    }

    /// The length that the window judges: seconds spoken, or words at the user's pace.
    pub fn length(&self, now: Now) -> u32 {
        match self.input {
            Input::Typed => spoken_seconds(self.words(), self.manner.pace),
            Input::Aloud => self.clock.as_ref().map_or(0, |c| c.seconds(now)),
        }
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
        self.items.get(self.at)?.answer.as_ref()
    }

    /// The evidence list in the order shown; empty outside the rating.
    pub fn points(&self) -> Vec<PointView<'_>> {
        let Some(question) = self.question().filter(|_| self.is_rating()) else {
            return Vec::new();
        };
        let proof = |point: usize| {
            let mut proofs = self.work.proofs.iter();
            proofs.find_map(|(n, words)| (usize::from(*n) == point + 1).then_some(words.as_str()))
        };
        self.point_order()
            .into_iter()
            .map(|point| PointView {
                text: &question.strong[point].text,
                mark: self.work.marks[point],
                proof: proof(point),
            })
            .collect()
    }

    /// The red flags in the order shown; empty outside the rating.
    pub fn flags(&self) -> Vec<FlagView<'_>> {
        let Some(question) = self.question().filter(|_| self.is_rating()) else {
            return Vec::new();
        };
        (question.red_flags.iter().zip(1..=u8::MAX))
            .map(|(flag, n)| FlagView {
                text: &flag.text,
                seen: self.work.flags.contains(&n),
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
            picked: (self.work.picked[at])
                .and_then(|level| order.iter().position(|a| *a == level.step())),
        })
    }

    /// What comes of the answer; `None` before its anchors are chosen.
    pub fn after(&self) -> Option<After<'_>> {
        let verdict = self.verdict.as_ref()?;
        let item = &self.items[self.at];
        let (question, seen) = (item.question.as_ref()?, self.seen()?);
        Some(After {
            rating: item.rating.as_ref()?,
            verdict,
            answer: seen.answer,
            said: seen.said(),
            edge: seen.span().map(|s| s.edge(seen.answer.length_s)),
            next_step: next_step(&seen, verdict),
            probe: probe_for(&seen).filter(|_| self.record.head.probes),
            retry: point_to_retry(&seen),
            retries: &item.retries,
            strong: &question.strong,
            tests_note: &question.tests_note,
            notes: &question.notes,
            exemplars: &question.exemplars,
        })
    }

    /// The point (from 1) worth a second try.
    pub(super) fn point_to_retry(&self) -> Option<u8> {
        point_to_retry(&self.seen()?)
    }

    /// The evidence of the rated answer in hand.
    fn seen(&self) -> Option<Evidence<'_>> {
        let item = self.items.get(self.at)?;
        let rating = item.rating.as_ref()?;
        Some(Evidence {
            question: item.question.as_ref()?,
            answer: item.answer.as_ref()?,
            marks: &rating.points,
            flags: &rating.flags,
            rated: self.verdict.as_ref().map_or(&[], |v| &v.rated),
        })
    }

    /// The points in the order in which this sitting shows them.
    pub(super) fn point_order(&self) -> Vec<usize> {
        Dice::stream(self.record.head.seed, "points", self.at as u64).order(self.work.marks.len())
    }

    /// The anchors of a dimension in the order in which this sitting shows them.
    pub(super) fn anchor_order(&self, dimension: usize) -> [usize; 4] {
        let place = (self.at as u64) << 8 | dimension as u64;
        let mut order = [0, 1, 2, 3];
        Dice::stream(self.record.head.seed, "anchors", place).shuffle(&mut order);
        order
    }

    fn opened(&self, hint: Hint) -> Option<&Question> {
        self.question()
            .filter(|_| self.attempt.hints.contains(&hint))
    }

    fn question(&self) -> Option<&Question> {
        self.items.get(self.at)?.question.as_deref()
    }

    const fn is_rating(&self) -> bool {
        matches!(
            self.phase,
            Phase::Evidence | Phase::Flags | Phase::Anchors { .. }
        )
    }
}

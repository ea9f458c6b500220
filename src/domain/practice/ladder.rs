//! The ladder: seven rungs of pressure, each offered when the one before has become easy, none of them ever forced.
//!
//! Rising pressure with success at each step is what makes nerves fall; a step down is as good as a step up.

use crate::domain::id::{BlueprintId, PersonaId, SittingId};
use crate::domain::level::Level;
use crate::domain::library::{Blueprint, Feedback, Kind, Pick, Section, StageId};
use crate::domain::practice::record::{Block, EventKind, SittingRecord};
use crate::domain::practice::results::Results;

/// Nerves up to here do not stand against a step up.
const CALM: u32 = 6;

/// Nerves from here on speak for a step down.
const HIGH: u32 = 8;

/// A rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// Read, with the outline open, without a clock.
    Outline,
    /// Spoken at one's own pace.
    OwnPace,
    /// With time to think and time to answer.
    Clock,
    /// One take, and somebody who says nothing.
    Silent,
    /// Follow-ups by somebody who doubts.
    Doubted,
    /// A whole mock that is rated at the end.
    Whole,
    /// A panel.
    Panel,
}

impl Rung {
    /// All, the lowest first.
    pub const ALL: [Self; 7] = [
        Self::Outline,
        Self::OwnPace,
        Self::Clock,
        Self::Silent,
        Self::Doubted,
        Self::Whole,
        Self::Panel,
    ];

    /// Its number in files, 0 to 6.
    pub fn number(self) -> u8 {
        let place = Self::ALL.iter().position(|r| *r == self);
        u8::try_from(place.unwrap_or(0)).unwrap_or(0)
    }

    /// The rung with a number.
    pub fn from_number(n: u8) -> Option<Self> {
        Self::ALL.get(usize::from(n)).copied()
    }

    /// What it is like.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Outline => "Outline open, no clock",
            Self::OwnPace => "Spoken, at your own pace",
            Self::Clock => "Time to think, time to answer",
            Self::Silent => "One take, somebody who says nothing",
            Self::Doubted => "Follow-ups, somebody who doubts",
            Self::Whole => "A whole mock, rated at the end",
            Self::Panel => "A panel",
        }
    }

    /// The rung above.
    pub fn up(self) -> Option<Self> {
        Self::from_number(self.number() + 1)
    }

    /// The rung below.
    pub fn down(self) -> Option<Self> {
        self.number().checked_sub(1).and_then(Self::from_number)
    }

    /// The short talk that a rung with a person in it is sat as; nothing for rungs that are drills or shipped mocks.
    pub fn talk(self, stage: StageId) -> Option<Blueprint> {
        let (id, persona, probes) = match self {
            Self::Silent => ("ladder-silent", "silent", 0),
            Self::Doubted => ("ladder-doubted", "skeptical", 2),
            _ => return None,
        };
        let pick = Pick {
            kinds: vec![
                Kind::Motivation,
                Kind::Strengths,
                Kind::Behavioral,
                Kind::Situational,
            ],
            competencies: Vec::new(),
            topics: Vec::new(),
            difficulty: vec![1, 2],
            from: Vec::new(),
            count: 3,
        };
        let section = Section {
            title: self.words().to_owned(),
            minutes: 12,
            focus: Vec::new(),
            ask: String::new(),
            pick: Some(pick),
            items: None,
            fixed: Vec::new(),
            prep_s: None,
            answer_s: None,
            takes: None,
            probes,
            persona: Some(PersonaId::new(persona)),
        };
        Some(Blueprint {
            id: BlueprintId::new(id),
            title: self.words().to_owned(),
            stage,
            families: Vec::new(),
            seniority: Vec::new(),
            minutes: section.minutes,
            feedback: Feedback::End,
            persona: None,
            panel: None,
            conditions: Vec::new(),
            sections: vec![section],
            must_include: Vec::new(),
            pass_note: String::new(),
        })
    }
}

/// What kind of worry it is, and one tip that fits.
pub const WORRIES: [(&str, &str); 5] = [
    (
        "words: I will not find them",
        "Write down only the first sentence of three stories. The rest follows it.",
    ),
    (
        "looks: they will see it on me",
        "Others see far less of it than you feel. Put both feet on the floor and speak.",
    ),
    (
        "social: they will not like me",
        "Prepare one question you really want answered. Interest does more than charm.",
    ),
    (
        "performing: I will do badly",
        "Aim for one point in each answer, and count that. It is practice, and nobody decides.",
    ),
    (
        "shaking: my body gives out",
        "Say to yourself that you are excited. Breathe out longer than in, five times.",
    ),
];

/// One sitting on a rung.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Climb {
    sitting: SittingId,
    rung: Rung,
    /// Whether half of its answers stood at Partly or better; on the lowest rung, where none is rated, were given.
    partly: bool,
    /// Whether half of its answers stood at Solid or better.
    carried: bool,
    nerves: Option<u32>,
}

/// What is offered next, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Begin at the bottom.
    Begin,
    /// The same rung once more.
    Again(Rung),
    /// One up.
    Up(Rung),
    /// One down.
    Down(Rung),
}

impl Offer {
    /// The rung that is offered.
    pub const fn rung(self) -> Rung {
        match self {
            Self::Begin => Rung::Outline,
            Self::Again(rung) | Self::Up(rung) | Self::Down(rung) => rung,
        }
    }

    /// Why, in one sentence.
    pub const fn why(self) -> &'static str {
        match self {
            Self::Begin => {
                "The lowest rung: nothing runs, nothing is rated, and the outline lies open."
            }
            Self::Again(Rung::Outline) => "Once more here; one answer leads on.",
            Self::Again(_) => {
                "Once more here; two good sittings with calm or falling nerves lead up."
            }
            Self::Up(Rung::OwnPace) => {
                "You have done the lowest rung. This one is offered, not asked of you."
            }
            Self::Up(_) => {
                "The rung before has become easy. This one is offered, not asked of you."
            }
            Self::Down(_) => "The last one was a lot. A rung lower does more for you now.",
        }
    }
}

/// Sittings on rungs, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Ladder(Vec<Climb>);

impl Ladder {
    /// Takes a finished sitting in, when it was one on a rung and something of it was rated, or answered on the lowest
    /// one; one that is known is replaced.
    pub fn learn(&mut self, record: &SittingRecord) {
        let Some(rung) = record.head.rung.and_then(Rung::from_number) else {
            return;
        };
        let results = Results::of(record);
        let levels: Vec<Level> = results.rows.iter().filter_map(|r| r.level).collect();
        // What was skipped carries nothing, so half of all that was asked is looked at.
        let (given, skipped) = results.given();
        let lowest = rung == Rung::Outline;
        let asked = if lowest { given } else { levels.len() } + skipped;
        if asked == 0 {
            return;
        }
        let half = |good: usize| 2 * good >= asked;
        let nerves = record.blocks.iter().rev().find_map(|b| match b {
            Block::Event(e) if e.what == EventKind::Nerves => Some(e.seconds),
            _ => None,
        });
        self.0.retain(|c| c.sitting != record.head.id);
        self.0.push(Climb {
            sitting: record.head.id.clone(),
            rung,
            partly: half(if lowest {
                given
            } else {
                levels.iter().filter(|l| **l >= Level::Partly).count()
            }),
            carried: half(levels.iter().filter(|l| l.carries()).count()),
            nerves,
        });
    }

    /// What a sitting alone leads to.
    pub fn after(record: &SittingRecord) -> Offer {
        let mut ladder = Self::default();
        ladder.learn(record);
        ladder.offer()
    }

    /// What is offered next.
    pub fn offer(&self) -> Offer {
        let Some(last) = self.0.last() else {
            return Offer::Begin;
        };
        let here: Vec<&Climb> = self
            .0
            .iter()
            .rev()
            .take_while(|c| c.rung == last.rung)
            .collect();
        let up = last.rung.up().map(Offer::Up);
        let down = last.rung.down().map(Offer::Down);
        if last.rung == Rung::Outline {
            return up
                .filter(|_| last.partly)
                .unwrap_or(Offer::Again(last.rung));
        }
        let calm = match (last.nerves, here.get(1).and_then(|c| c.nerves)) {
            (Some(now), Some(before)) => now <= CALM || now < before,
            (Some(now), None) => now <= CALM,
            (None, _) => true,
        };
        let easy = here.len() >= 2 && here.iter().take(2).all(|c| c.carried);
        if easy && calm {
            return up.unwrap_or(Offer::Again(last.rung));
        }
        let much = !last.partly || last.nerves.is_some_and(|n| n >= HIGH);
        down.filter(|_| much).unwrap_or(Offer::Again(last.rung))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::record::Event;
    use crate::domain::practice::sample;

    fn sat(rung: Rung, level: Level, nerves: Option<u32>) -> SittingRecord {
        let mut record = sample::sitting("q-a", 1, level);
        record.head.rung = Some(rung.number());
        record.blocks.extend(nerves.map(|seconds| {
            Block::Event(Event {
                at: record.head.started,
                what: EventKind::Nerves,
                seconds,
            })
        }));
        record
    }

    fn offered(sittings: &[(Rung, Level, Option<u32>)]) -> Offer {
        let mut ladder = Ladder::default();
        for (n, (rung, level, nerves)) in sittings.iter().enumerate() {
            let mut record = sat(*rung, *level, *nerves);
            record.head.id = SittingId::new(n.to_string());
            ladder.learn(&record);
        }
        ladder.offer()
    }

    #[test]
    fn it_begins_at_the_bottom_where_an_answer_that_nobody_rates_leads_on() {
        assert_eq!(offered(&[]), Offer::Begin);
        let answered = |skipped| {
            let mut record = sat(Rung::Outline, Level::Solid, None);
            record.blocks.truncate(1);
            sample::answer_of(&mut record).skipped = skipped;
            Ladder::after(&record)
        };
        assert_eq!(answered(false), Offer::Up(Rung::OwnPace));
        assert_eq!(answered(true), Offer::Again(Rung::Outline));
        for skipped in [false, true] {
            let why = answered(skipped).why();
            assert!(!why.contains("easy") && !why.contains("two good"), "{why}");
        }
    }

    #[test]
    fn above_it_takes_two_good_sittings_and_nerves_that_are_calm_or_fall() {
        let good = |nerves| (Rung::Clock, Level::Solid, nerves);
        assert_eq!(offered(&[good(None)]), Offer::Again(Rung::Clock));
        assert_eq!(
            offered(&[good(Some(6)), good(Some(6))]),
            Offer::Up(Rung::Silent)
        );
        assert_eq!(
            offered(&[good(Some(9)), good(Some(7))]),
            Offer::Up(Rung::Silent),
            "they fall"
        );
        assert_eq!(
            offered(&[good(Some(7)), good(Some(7))]),
            Offer::Again(Rung::Clock)
        );
        let thin = (Rung::Clock, Level::Partly, Some(3));
        assert_eq!(offered(&[good(Some(3)), thin]), Offer::Again(Rung::Clock));
    }

    #[test]
    fn a_step_down_is_offered_when_it_was_a_lot() {
        let bad = (Rung::Silent, Level::NotYet, None);
        assert_eq!(offered(&[bad]), Offer::Down(Rung::Clock));
        let tense = (Rung::Silent, Level::Partly, Some(9));
        assert_eq!(offered(&[tense]), Offer::Down(Rung::Clock));
        let top = (Rung::Panel, Level::Strong, Some(2));
        assert_eq!(offered(&[top, top]), Offer::Again(Rung::Panel));
    }

    #[test]
    fn drills_and_what_was_never_rated_are_no_steps() {
        let mut ladder = Ladder::default();
        ladder.learn(&sample::sitting("q-a", 1, Level::Strong));
        let mut unrated = sat(Rung::Clock, Level::Solid, None);
        unrated.blocks.truncate(1);
        ladder.learn(&unrated);
        assert_eq!(ladder.offer(), Offer::Begin);
    }
}

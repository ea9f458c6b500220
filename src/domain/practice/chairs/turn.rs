//! One question between two friends: what each of them noted, and what comes of it once both are done.

use std::sync::Arc;

use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::library::{Dimension, Library, Question};
use crate::domain::practice::clock::{Factor, Span};
use crate::domain::practice::record::{Act, Answer, Mark, Noted, Planned, Rater, Rating, Seat};
use crate::domain::practice::score::{Evidence, Rated, written};
use crate::domain::practice::sheet::{Sheet, Ticked};
use crate::domain::time::Now;

/// Steps between two words that are worth a talk.
const APART: usize = 2;

/// A question with its answer and both ratings.
#[derive(Debug, Clone)]
pub struct Turn {
    /// The question; `None` when the library no longer has it, and it is passed over then.
    question: Option<Arc<Question>>,
    dimensions: Vec<Arc<Dimension>>,
    pub(super) wording: u8,
    /// What was noted and not taken back.
    log: Vec<Noted>,
    pub(super) answer: Option<Answer>,
    pub(super) ratings: Vec<Rating>,
}

/// As whom somebody in a chair rates.
pub(super) const fn rater(seat: Seat) -> Rater {
    match seat {
        Seat::Asks => Rater::Partner,
        Seat::Answers => Rater::Now,
    }
}

/// One line of both ratings, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The dimension; none for the answer as a whole.
    pub dimension: Option<DimensionId>,
    /// What it is called.
    pub title: String,
    /// The word of the one who answered.
    pub own: Level,
    /// The word of the one who asked.
    pub theirs: Level,
    /// The word that both agreed on, where they did.
    pub agreed: Option<Level>,
}

impl Beside {
    /// How many words lie between them.
    pub const fn apart(&self) -> usize {
        self.own.step().abs_diff(self.theirs.step())
    }

    /// Whether it is worth two minutes.
    pub const fn is_wide(&self) -> bool {
        self.apart() >= APART
    }

    /// `the same`, `two apart`.
    pub const fn apart_words(&self) -> &'static str {
        match self.apart() {
            0 => "the same",
            1 => "one apart",
            2 => "two apart",
            _ => "three apart",
        }
    }
}

impl Turn {
    /// Opens the question.
    pub fn new(planned: &Planned, library: &Library) -> Self {
        let question = library.rated_question(planned.question.as_str());
        let rated = |d: &Arc<Dimension>| {
            let kind = question.as_ref().map(|q| q.kind);
            kind.is_some_and(|kind| d.applies.contains(&kind))
        };
        Self {
            dimensions: library.dimensions.iter().filter(rated).collect(),
            question,
            wording: planned.wording,
            log: Vec::new(),
            answer: None,
            ratings: Vec::new(),
        }
    }

    /// The question.
    pub fn question(&self) -> Option<&Question> {
        self.question.as_deref()
    }

    /// In the words in which it is asked.
    pub fn asked(&self) -> &str {
        self.question()
            .map_or("", |question| question.wording(self.wording))
    }

    /// The window of the answer, extra time included.
    pub fn span(&self, factor: Factor) -> Option<Span> {
        let window = self.question()?.window;
        let (min, max) = (window.min, window.max);
        Some(Span { min, max }.with(factor))
    }

    /// The dimensions that are rated.
    pub fn dimensions(&self) -> &[Arc<Dimension>] {
        &self.dimensions
    }

    /// The answer, once it was given.
    pub const fn answer(&self) -> Option<&Answer> {
        self.answer.as_ref()
    }

    /// Whether it is still to be asked, rated or talked about.
    pub fn is_open(&self) -> bool {
        let skipped = self.answer.as_ref().is_some_and(|answer| answer.skipped);
        self.question.is_some() && !skipped && !self.has(Act::Passed, Seat::Asks)
    }

    /// Whether somebody is done with the rating.
    pub fn is_sealed(&self, seat: Seat) -> bool {
        self.has(Act::Sealed, seat)
    }

    /// Whether both are.
    pub fn is_open_to_both(&self) -> bool {
        self.is_sealed(Seat::Asks) && self.is_sealed(Seat::Answers)
    }

    pub(super) fn has(&self, act: Act, seat: Seat) -> bool {
        self.of(act, seat).next().is_some()
    }

    /// What was noted of a kind, in order.
    pub fn of(&self, act: Act, seat: Seat) -> impl DoubleEndedIterator<Item = &Noted> {
        self.by(seat).filter(move |noted| noted.what == act)
    }

    /// All that was noted from a chair, in order.
    pub fn by(&self, seat: Seat) -> impl DoubleEndedIterator<Item = &Noted> {
        self.log.iter().filter(move |noted| noted.seat == seat)
    }

    /// Takes in what was noted, or takes the last thing back.
    pub(super) fn take(&mut self, noted: &Noted) {
        if noted.what != Act::Back {
            return self.log.push(noted.clone());
        }
        let tap = |one: &Noted| one.seat == noted.seat && one.what.is_tap();
        if let Some(at) = self.log.iter().rposition(tap) {
            self.log.remove(at);
        }
    }

    /// What can be taken back from a chair.
    pub fn last_tap(&self, seat: Seat) -> Option<&Noted> {
        let mut log = self.log.iter();
        log.rfind(|noted| noted.seat == seat && noted.what.is_tap())
    }

    /// How often something was tapped while listening.
    pub fn taps(&self, act: Act) -> usize {
        self.of(act, Seat::Asks).count()
    }

    /// The second at which a follow-up, from 1, was asked.
    pub fn asked_at(&self, n: u8) -> Option<u32> {
        let asked = self.of(Act::Probe, Seat::Asks).rfind(|noted| noted.n == n);
        asked.map(|noted| noted.second)
    }

    /// The words of a follow-up, from 1.
    pub fn probe(&self, n: u8) -> Option<&str> {
        let probe = self
            .question()?
            .probes
            .get(usize::from(n).checked_sub(1)?)?;
        Some(&probe.text)
    }

    /// The last line of a kind from a chair; empty where there is none.
    pub fn line(&self, act: Act, seat: Seat) -> &str {
        let last = self.of(act, seat).next_back();
        last.map_or("", |noted| &noted.text)
    }

    /// The seconds that the clock had run when something was noted last.
    pub(super) fn last_second(&self) -> u32 {
        let seconds = self.log.iter().map(|noted| noted.second);
        seconds.max().unwrap_or(0)
    }

    /// The sheet of somebody, from what they noted.
    pub fn sheet(&self, seat: Seat) -> Sheet {
        let (points, flags) = self.question().map_or((0, 0), |question| {
            (question.strong.len(), question.red_flags.len())
        });
        let mut sheet = Sheet::new(points, flags, self.dimensions.len());
        for noted in self.log.iter().filter(|noted| noted.seat == seat) {
            let mark = noted.mark.unwrap_or_default();
            match noted.what {
                Act::Point => sheet.put(Ticked::Point(noted.n, mark)),
                Act::Flag => sheet.put(Ticked::Flag(noted.n, mark == Mark::Hit)),
                Act::Word => {
                    let of = |d: &Arc<Dimension>| Some(&d.id) == noted.dimension.as_ref();
                    let row = self.dimensions.iter().position(of);
                    if let Some((row, level)) = row.zip(noted.level) {
                        sheet.rate(row, level);
                    }
                }
                _ => {}
            }
        }
        sheet
    }

    /// The word that both agreed on.
    pub fn agreed(&self, dimension: Option<&DimensionId>) -> Option<Level> {
        let mut agreed = self.of(Act::Agreed, Seat::Asks);
        agreed
            .rfind(|noted| noted.dimension.as_ref() == dimension)?
            .level
    }

    /// Both ratings line by line, the answer as a whole first; nothing before both are sealed.
    pub fn beside(&self) -> Vec<Beside> {
        if !self.is_open_to_both() {
            return Vec::new();
        }
        let both = self.level_by(Rater::Now).zip(self.level_by(Rater::Partner));
        let whole = both.map(|(own, theirs)| Beside {
            dimension: None,
            title: "The answer as a whole".to_owned(),
            own,
            theirs,
            agreed: self.agreed(None),
        });
        let (own, theirs) = (self.sheet(Seat::Answers), self.sheet(Seat::Asks));
        let words = own.words().iter().zip(theirs.words());
        let rows = self.dimensions.iter().zip(words);
        let kind = self.question().map(|question| question.kind);
        let rows = rows.filter_map(|(dimension, (own, theirs))| {
            Some(Beside {
                dimension: Some(dimension.id.clone()),
                title: dimension.reading_for(kind?).title.clone(),
                own: (*own)?,
                theirs: (*theirs)?,
                agreed: self.agreed(Some(&dimension.id)),
            })
        });
        whole.into_iter().chain(rows).collect()
    }

    /// The level that somebody's rating gives the answer as a whole, once it is written down.
    pub fn level_by(&self, rater: Rater) -> Option<Level> {
        let rating = self.ratings.iter().rfind(|rating| rating.rater == rater);
        rating.map(|rating| rating.level)
    }

    /// Red flags that only one of them saw: the text, and who saw it.
    pub fn seen_once(&self) -> Vec<(&str, Seat)> {
        let Some(question) = self.question().filter(|_| self.is_open_to_both()) else {
            return Vec::new();
        };
        let (own, theirs) = (self.sheet(Seat::Answers), self.sheet(Seat::Asks));
        let seen = own.flags().iter().zip(theirs.flags());
        let flags = question.red_flags.iter().zip(seen);
        let once = flags.filter_map(|(flag, seen)| match seen {
            (true, false) => Some((flag.text.as_str(), Seat::Answers)),
            (false, true) => Some((flag.text.as_str(), Seat::Asks)),
            _ => None,
        });
        once.collect()
    }

    /// Strong points that neither of them ticked: what to work on.
    pub fn heard_by_neither(&self) -> Vec<&str> {
        let Some(question) = self.question().filter(|_| self.is_open_to_both()) else {
            return Vec::new();
        };
        let (own, theirs) = (self.sheet(Seat::Answers), self.sheet(Seat::Asks));
        let marks = own.marks().iter().zip(theirs.marks());
        let points = question.strong.iter().zip(marks);
        let missed =
            points.filter(|(_, (own, theirs))| **own == Mark::Missed && **theirs == Mark::Missed);
        missed.map(|(point, _)| point.text.as_str()).collect()
    }

    /// The rating of somebody, as it is written down.
    pub(super) fn rating(&self, seat: Seat, now: Now) -> Option<Rating> {
        let sheet = self.sheet(seat);
        let mut rating = self.judged(&sheet, sheet.words(), rater(seat), now)?;
        self.line(Act::Line, seat).clone_into(&mut rating.note);
        Some(rating)
    }

    /// What both agreed on, as a rating of its own: their words, else those of the one who answered.
    pub(super) fn both_agreed(&self, now: Now) -> Option<Rating> {
        self.has(Act::Agreed, Seat::Asks).then_some(())?;
        let own = self.sheet(Seat::Answers);
        let rows = self.dimensions.iter().zip(own.words());
        let words = rows.map(|(dimension, own)| self.agreed(Some(&dimension.id)).or(*own));
        let words: Vec<Option<Level>> = words.collect();
        let mut rating = self.judged(&own, &words, Rater::Agreed, now)?;
        rating.level = self.agreed(None).unwrap_or(rating.level);
        Some(rating)
    }

    fn judged(
        &self,
        sheet: &Sheet,
        words: &[Option<Level>],
        rater: Rater,
        now: Now,
    ) -> Option<Rating> {
        let rows = self.dimensions.iter().zip(words);
        let words = rows.filter_map(|(dimension, level)| {
            Some(Rated {
                dimension: Arc::clone(dimension),
                level: (*level)?,
            })
        });
        let words: Vec<Rated> = words.collect();
        let seen = Evidence {
            question: self.question()?,
            answer: self.answer()?,
            marks: sheet.marks(),
            flags: &sheet.seen(),
            rated: &words,
        };
        Some(written(&seen, rater, now))
    }
}

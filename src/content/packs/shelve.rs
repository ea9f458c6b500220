//! Keeps a pack's records packed, and puts them on the library's shelves.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Pack;
use super::prepare::{Part, Prepared};
use crate::content::found::{At, Sink};
use crate::content::lower::{Lower, measure, open};
use crate::content::packed::{SHELVES, shelves};
use crate::content::raw::{self, Record};
use crate::content::shipped;
use crate::domain::id::FrameworkId;
use crate::domain::library::{Alike, Card, Library, Pile, Point, Question, Shelf};

/// The records of a pack, one after another in a pile, which they may share with those of other packs.
#[derive(Debug, Clone)]
pub struct Shelves {
    pile: Arc<dyn Pile>,
    /// Where the first one begins.
    start: usize,
    rows: Vec<Row>,
}

#[derive(Debug, Clone)]
struct Row {
    array: &'static str,
    id: Arc<str>,
    /// From the start of the pack's first record.
    at: Range<usize>,
}

/// Lowers the records once, to find what is wrong with them, and packs them.
pub fn shelve(prepared: Prepared, sink: &mut Sink) -> Pack {
    let mut block = Block::default();
    let mut cards = Vec::new();
    let Prepared { head, parts } = prepared;
    for (place, part) in parts.iter().enumerate() {
        sink.file = place;
        for (question, origin) in part.placed_questions() {
            let card = origin.with(raw::Question::ARRAY, |at| {
                block.question(question, at, &head.id, sink)
            });
            cards.push(card);
        }
    }
    for (place, part) in parts.into_iter().enumerate() {
        sink.file = place;
        block.others(part, sink);
    }
    sink.record = None;
    Pack {
        head,
        warnings: Vec::new(),
        cards,
        shelves: Shelves {
            pile: Arc::new(block.bytes),
            start: 0,
            rows: block.rows,
        },
    }
}

/// The id as the pack's author wrote it.
fn own_id(outside: &str) -> String {
    outside
        .split_once('/')
        .map_or(outside, |(_, own)| own)
        .to_owned()
}

#[derive(Default)]
struct Block {
    bytes: Vec<u8>,
    rows: Vec<Row>,
    alike: Alike,
}

impl Block {
    fn add<R: Record + Serialize>(&mut self, record: &R) {
        let start = self.bytes.len();
        let bytes = std::mem::take(&mut self.bytes);
        self.bytes = postcard::to_extend(record, bytes).expect("plain data can be packed");
        let (array, id) = (R::ARRAY, Arc::from(record.id()));
        self.rows.push(Row {
            array,
            id,
            at: start..self.bytes.len(),
        });
    }

    /// Packs a question; gives its card.
    fn question(
        &mut self,
        question: &raw::Question,
        at: &At<'_>,
        pack: &str,
        sink: &mut Sink,
    ) -> Card {
        sink.record = Some(own_id(question.id()));
        measure(question, at, sink);
        self.add(question);
        let mut card = card(&question.clone().lower(at, sink), Some(pack.into()));
        self.alike.share(&mut card);
        // The card and the row share the id.
        self.rows.last_mut().expect("just added").id = card.id.share();
        card
    }

    /// Packs the records of a file that are no questions.
    fn others(&mut self, mut part: Part, sink: &mut Sink) {
        let file = std::mem::take(&mut part.file);
        macro_rules! add {
            // Questions were added before, stages are not taken.
            ({} question $q:ident $qs:ident, stage $s:ident $ss:ident, $($array:ident $type:ident $shelf:ident,)+) => {
                $(self.array(file.$array, &part, sink);)+
            };
        }
        shelves!(add! {});
        for (i, stage) in file.stage.into_iter().enumerate() {
            let at = At::top("stage");
            let at = at.item(i);
            sink.record = Some(own_id(&stage.id));
            sink.warn(
                &at,
                "The eight stages are Greenroom's own; this one was left out.",
                "Take it out of the pack.",
            );
        }
    }

    fn array<R: Record + Serialize + Lower>(
        &mut self,
        records: Vec<R>,
        part: &Part,
        sink: &mut Sink,
    ) {
        for (i, record) in records.into_iter().enumerate() {
            if part.is_whole(R::ARRAY, i) {
                sink.record = Some(own_id(record.id()));
                self.add(&record);
                let top = At::top(R::ARRAY);
                measure(&record, &top.item(i), sink);
                record.lower(&top.item(i), sink);
            }
        }
    }
}

/// The card of a question.
pub fn card(question: &Question, pack: Option<Arc<str>>) -> Card {
    Card {
        id: question.id.clone(),
        text: question.text.clone(),
        title: (!question.title.is_empty()).then(|| question.title.as_str().into()),
        kind: question.kind,
        topic: question.topic.clone(),
        competencies: question.competencies.as_slice().into(),
        stages: question.stages.as_slice().into(),
        roles: question.roles.as_slice().into(),
        seniority: question.seniority.as_slice().into(),
        difficulty: question.difficulty,
        max_s: question.window.max,
        variants: u8::try_from(question.variants.len()).unwrap_or(u8::MAX),
        standard: question.standard,
        pack,
    }
}

impl Shelves {
    /// Puts the records on the shelves.
    pub fn lay_over(&self, library: &mut Library) {
        let is_question = |row: &&Row| row.array == raw::Question::ARRAY;
        let questions = self.rows.iter().filter(is_question).count();
        library.questions.reserve(questions);
        for row in &self.rows {
            macro_rules! put {
                ({} question $q:ident $qs:ident, $($array:ident $type:ident $shelf:ident,)+) => {
                    match row.array {
                        $(stringify!($array) => self.put(&mut library.$shelf, row, open::<raw::$type>),)+
                        _ => self.put(&mut library.questions, row, open_question),
                    }
                };
            }
            shelves!(put! {});
        }
    }

    fn put<T>(&self, onto: &mut Shelf<T>, row: &Row, open: fn(&[u8]) -> Option<T>) {
        let place = |at: usize| u32::try_from(self.start + at).unwrap_or(u32::MAX);
        let at = place(row.at.start)..place(row.at.end);
        onto.push_piled(Arc::clone(&row.id), &self.pile, at, open);
    }

    /// The packed records; none where they can no longer be read.
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        let end = self.rows.last().map_or(0, |row| row.at.end);
        self.piece(&(0..end)).unwrap_or_default()
    }

    fn piece(&self, at: &Range<usize>) -> Option<Cow<'_, [u8]>> {
        (self.pile).piece(self.start + at.start..self.start + at.end)
    }

    /// Place of the array, id and length of each record. The first `questions` are those of the cards and are left
    /// without their ids.
    pub fn rows(&self, questions: usize) -> Vec<(u8, &str, u32)> {
        let mut rows = Vec::with_capacity(self.rows.len());
        for (n, row) in self.rows.iter().enumerate() {
            let array = SHELVES.iter().position(|array| *array == row.array);
            let array = array.and_then(|at| u8::try_from(at).ok());
            let len = u32::try_from(row.at.len());
            rows.push((
                array.unwrap_or(u8::MAX),
                if n < questions { "" } else { &*row.id },
                len.unwrap_or(u32::MAX),
            ));
        }
        rows
    }

    /// Puts records together again that lie at a place in a pile; `None` when they do not fit there.
    pub fn again(
        (pile, place): (Arc<dyn Pile>, Range<usize>),
        rows: &[(u8, &str, u32)],
        cards: &[Card],
    ) -> Option<Self> {
        let mut start = 0;
        let mut put = Vec::with_capacity(rows.len());
        for (n, (array, id, len)) in rows.iter().enumerate() {
            let end = start + usize::try_from(*len).ok()?;
            put.push(Row {
                array: SHELVES.get(usize::from(*array))?,
                id: cards
                    .get(n)
                    .map_or_else(|| Arc::from(*id), |card| card.id.share()),
                at: start..end,
            });
            start = end;
        }
        (start == place.len()).then_some(Self {
            pile,
            start: place.start,
            rows: put,
        })
    }

    /// The questions, opened.
    pub fn questions(&self) -> Vec<Question> {
        let rows = self
            .rows
            .iter()
            .filter(|row| row.array == raw::Question::ARRAY);
        rows.filter_map(|row| open_question(&self.piece(&row.at)?))
            .collect()
    }

    /// How many records of each array there are, in the order of the shelves.
    pub fn counts(&self) -> Vec<(&'static str, usize)> {
        let of = |array: &&'static str| self.rows.iter().filter(|row| row.array == *array).count();
        let all = SHELVES.into_iter().map(|array| (array, of(&array)));
        all.filter(|(_, count)| *count > 0).collect()
    }

    /// Each record: its array, its id from outside, its bytes.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &str, Cow<'_, [u8]>)> {
        self.rows
            .iter()
            .filter_map(move |row| Some((row.array, &*row.id, self.piece(&row.at)?)))
    }

    /// A packed record, to be read again.
    pub fn raw<R: Record + DeserializeOwned>(&self, id: &str) -> Option<R> {
        let mut rows = self.rows.iter();
        let row = rows.find(|row| row.array == R::ARRAY && *row.id == *id)?;
        postcard::from_bytes(&self.piece(&row.at)?).ok()
    }
}

/// Takes the records whose ids have a prefix off all shelves.
pub fn take_away(library: &mut Library, prefix: &str) {
    macro_rules! remove {
        ({} $($array:ident $type:ident $shelf:ident,)+) => {
            $(library.$shelf.remove_all(prefix);)+
        };
    }
    shelves!(remove! {});
}

/// Opens a question; one without points of its own borrows those of its framework.
fn open_question(bytes: &[u8]) -> Option<Question> {
    let mut question = open::<raw::Question>(bytes)?;
    lend_points(&mut question);
    Some(question)
}

/// Gives a question without points of its own those of its framework.
pub fn lend_points(question: &mut Question) {
    if question.strong.is_empty() {
        question.strong = lent(&question.framework);
    }
}

/// Whether the points of a question are those of its framework, so that it may have none of its own.
pub fn has_lent_points(question: &Question) -> bool {
    !question.strong.is_empty() && question.strong == lent(&question.framework)
}

/// The points of a shipped framework; they are opened once, since every short question asks for them.
fn lent(framework: &FrameworkId) -> Vec<Point> {
    static LENT: OnceLock<Vec<(FrameworkId, Vec<Point>)>> = OnceLock::new();
    let all = LENT.get_or_init(|| {
        let library = shipped::library();
        library
            .frameworks
            .iter()
            .map(|f| (f.id.clone(), f.points.clone()))
            .collect()
    });
    all.iter()
        .find(|(id, _)| id == framework)
        .map(|(_, points)| points.clone())
        .unwrap_or_default()
}

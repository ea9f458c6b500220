//! Keeps a pack's records packed, and puts them on the library's shelves.

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
use crate::domain::library::{Card, Library, Point, Question, Shelf};

/// The records of a pack, one after another in one block.
#[derive(Debug, Clone)]
pub struct Shelves {
    bytes: Arc<[u8]>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone)]
struct Row {
    array: &'static str,
    id: Arc<str>,
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
            bytes: block.bytes.into(),
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
        let card = card(&question.clone().lower(at, sink), Some(pack.to_owned()));
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
pub fn card(question: &Question, pack: Option<String>) -> Card {
    Card {
        id: question.id.clone(),
        text: question.text.clone(),
        kind: question.kind,
        topic: question.topic.clone(),
        competencies: question.competencies.clone(),
        stages: question.stages.clone(),
        roles: question.roles.clone(),
        seniority: question.seniority.clone(),
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

    fn put<T>(&self, onto: &mut Shelf<T>, row: &Row, open: fn(&[u8]) -> T) {
        onto.push_shared(Arc::clone(&row.id), &self.bytes, row.at.clone(), open);
    }

    /// The packed records.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
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

    /// Puts records together again; `None` when rows and bytes do not fit each other.
    pub fn again(bytes: Arc<[u8]>, rows: &[(u8, &str, u32)], cards: &[Card]) -> Option<Self> {
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
        (start == bytes.len()).then_some(Self { bytes, rows: put })
    }

    /// The questions, opened.
    pub fn questions(&self) -> Vec<Question> {
        let rows = self
            .rows
            .iter()
            .filter(|row| row.array == raw::Question::ARRAY);
        rows.filter_map(|row| self.bytes.get(row.at.clone()))
            .map(open_question)
            .collect()
    }

    /// How many records of each array there are, in the order of the shelves.
    pub fn counts(&self) -> Vec<(&'static str, usize)> {
        let of = |array: &&'static str| self.rows.iter().filter(|row| row.array == *array).count();
        let all = SHELVES.into_iter().map(|array| (array, of(&array)));
        all.filter(|(_, count)| *count > 0).collect()
    }

    /// Each record: its array, its id from outside, its bytes.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &str, &[u8])> {
        let bytes = |row: &Row| self.bytes.get(row.at.clone()).unwrap_or_default();
        self.rows
            .iter()
            .map(move |row| (row.array, &*row.id, bytes(row)))
    }

    /// A packed record, to be read again.
    pub fn raw<R: Record + DeserializeOwned>(&self, id: &str) -> Option<R> {
        let mut found = self
            .each()
            .filter(|(of, known, _)| *of == R::ARRAY && *known == id);
        postcard::from_bytes(found.next()?.2).ok()
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
fn open_question(bytes: &[u8]) -> Question {
    let mut question = open::<raw::Question>(bytes);
    lend_points(&mut question);
    question
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

//! Makes a pack's records complete: the short form spelled out, ids from outside, gaps filled.

use super::head::{self, Head};
use super::ids::{Ids, short_id};
use super::{MAX_QUESTIONS, MAX_RECORDS, fill};
use crate::content::arrays::each_array;
use crate::content::found::{At, Named, Sink, Spot, Step};
use crate::content::raw::{self, Defaults, Question, Record};
use crate::content::read::{Broken, Reading, Torn, read};
use crate::content::refs::Refs;
use crate::problem::Severity;
use toml::de::DeTable;

/// Where a question was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// As a record.
    Record(usize),
    /// In the list at the top of the file.
    Top(usize),
    /// In the list at the end of `[pack]` or `[defaults]`.
    In(&'static str, usize),
}

/// A pack with complete records.
#[derive(Debug)]
pub struct Prepared {
    /// Name and origin.
    pub head: Head,
    /// Its files.
    pub parts: Vec<Part>,
}

/// One file of a pack.
#[derive(Debug)]
pub struct Part {
    /// The records; short-form questions follow the others.
    pub file: raw::File,
    origins: Vec<Origin>,
    broken: Broken,
    /// The defaults that its questions were filled from, and the place of the file that they stand in.
    pub defaults: Option<(usize, Defaults)>,
}

impl Part {
    fn of(reading: Reading) -> Self {
        let Reading { mut file, broken } = reading;
        let origins = spell_out(&mut file);
        Self {
            file,
            origins,
            broken,
            defaults: None,
        }
    }

    /// The questions that could be read, each with the place where it was written.
    pub fn placed_questions(&self) -> impl Iterator<Item = (&Question, Origin)> {
        let placed = self.read_questions();
        placed.filter(|(_, origin)| self.takes(*origin, Self::is_whole))
    }

    /// The same with those in which something is wrong.
    pub fn read_questions(&self) -> impl Iterator<Item = (&Question, Origin)> {
        let placed = self.file.question.iter().zip(self.origins.iter().copied());
        placed.filter(|(_, origin)| self.takes(*origin, |part, array, i| !part.is_lost(array, i)))
    }

    /// Whether a record could be read.
    pub fn is_whole(&self, array: &'static str, index: usize) -> bool {
        !self.broken.contains_key(&(array, index))
    }

    /// Whether nothing of a record could be read.
    pub fn is_lost(&self, array: &'static str, index: usize) -> bool {
        is_lost(&self.broken, array, index)
    }

    /// Whether something at this path could not be read, or was looked for where that stood.
    pub fn is_torn(&self, path: &[Step]) -> bool {
        let [Step::Key(array), Step::Item(index), inside @ ..] = path else {
            return false;
        };
        let mut torn = self.broken.iter();
        let torn = torn.find(|((of, at), _)| of == array && at == index);
        match (torn, inside.first()) {
            (None, _) => false,
            (Some((_, Torn::Names(names))), Some(Step::Key(name))) => names.contains(name),
            (Some(_), _) => true,
        }
    }

    /// Whether a question is wanted; a sentence of the short form is always whole.
    fn takes(&self, origin: Origin, wanted: fn(&Self, &'static str, usize) -> bool) -> bool {
        match origin {
            Origin::Record(i) => wanted(self, Question::ARRAY, i),
            Origin::Top(_) | Origin::In(..) => true,
        }
    }
}

impl Origin {
    /// Shows the path; `array` is the one that records of the type stand in.
    pub fn with<T>(self, array: &'static str, show: impl FnOnce(&At<'_>) -> T) -> T {
        let (name, i) = match self {
            Self::Record(i) => (array, i),
            Self::Top(i) => ("questions", i),
            Self::In(table, i) => (table, i),
        };
        let top = At::top(name);
        let below = top.key("questions");
        let list = match self {
            Self::In(..) => &below,
            Self::Record(_) | Self::Top(_) => &top,
        };
        // In one place, since what is shown is written into the program with each call.
        show(&list.item(i))
    }
}

/// Reads the files of a pack and completes their records; `None` when nothing of it can be used.
///
/// `own` is the id where it is not the file's to say.
pub fn prepare(own: Option<&str>, files: &[Named<'_>], sink: &mut Sink) -> Option<Prepared> {
    let mut parts = Vec::with_capacity(files.len());
    for (place, (_, text)) in files.iter().enumerate() {
        sink.file = place;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        if let Some(reading) = read(text, sink) {
            tell_empty_ids(text, &reading.file, sink);
            parts.push(Part::of(reading));
        }
    }
    if parts.len() < files.len() {
        return None;
    }
    // A file whose records cannot be read is not said to be empty.
    let may_be_empty = own.is_some() || sink.has_errors();
    let first = parts.iter().position(|part| part.file.pack.is_some());
    let first = first.unwrap_or_default();
    let head = head_of(own, files, &parts, first, sink)?;
    sink.file = first;
    if !count(may_be_empty, &mut parts, sink) {
        return None;
    }
    let mut prepared = Prepared { head, parts };
    prepared.fill(first, sink);
    prepared.identify(sink);
    sink.file = first;
    Some(prepared)
}

/// An id that is written and empty is told: who leaves it out does not mean to choose one.
fn tell_empty_ids(text: &str, file: &raw::File, sink: &mut Sink) {
    let none = |question: &Question| question.id.is_empty();
    if !file.question.iter().any(none) {
        return;
    }
    let (tree, _) = DeTable::parse_recoverable(text);
    let written = tree.get_ref().get(Question::ARRAY);
    let written = written.and_then(|list| list.get_ref().as_array());
    for (place, one) in written.into_iter().flatten().enumerate() {
        let id = one.get_ref().as_table().and_then(|table| table.get("id"));
        let id = id.and_then(|id| id.get_ref().as_str());
        if id.is_some_and(|id| id.trim().is_empty()) {
            let what = "This `id` is empty, so one is made of the words of the question.";
            let hint = "Take the line out, or write an id of your own.";
            let at = At::top(Question::ARRAY);
            sink.warn(&at.item(place).key("id"), what, hint);
        }
    }
}

/// What the pack says about itself; `None` when one of its files is of a newer shape.
fn head_of(
    own: Option<&str>,
    files: &[Named<'_>],
    parts: &[Part],
    first: usize,
    sink: &mut Sink,
) -> Option<Head> {
    for (place, part) in parts.iter().enumerate() {
        sink.file = place;
        head::known(&part.file, sink)?;
    }
    sink.file = first;
    let (name, part) = (files.get(first)?.0, parts.get(first)?);
    Some(head::head(own, name, &part.file, sink))
}

/// Puts the sentences of the short form behind the records, and says where each question was written. A record
/// without an id goes by its words, as a sentence does.
fn spell_out(file: &mut raw::File) -> Vec<Origin> {
    for (i, question) in file.question.iter_mut().enumerate() {
        if question.id.is_empty() {
            question.id = match question.text.trim() {
                // That it has no words is told where they should be.
                "" => format!("{}-{}", Question::ARRAY, i + 1),
                text => short_id(text),
            };
        }
    }
    let mut origins: Vec<Origin> = (0..file.question.len()).map(Origin::Record).collect();
    let top = std::mem::take(&mut file.questions);
    let pack = file
        .pack
        .as_mut()
        .map(|pack| std::mem::take(&mut pack.questions));
    let defaults = file
        .defaults
        .as_mut()
        .map(|defaults| std::mem::take(&mut defaults.questions));
    let numbered = |list: Option<Vec<String>>| list.unwrap_or_default().into_iter().enumerate();
    let sentences = numbered(Some(top))
        .map(|(i, text)| (Origin::Top(i), text))
        .chain(numbered(pack).map(|(i, text)| (Origin::In("pack", i), text)))
        .chain(numbered(defaults).map(|(i, text)| (Origin::In("defaults", i), text)));
    for (origin, text) in sentences {
        file.question.push(Question {
            id: short_id(&text),
            text,
            ..Question::default()
        });
        origins.push(origin);
    }
    origins
}

/// Whether there is something in the pack, and not too much.
fn count(may_be_empty: bool, parts: &mut [Part], sink: &mut Sink) -> bool {
    let (mut questions, mut records) = (0, 0);
    for part in parts {
        questions += part.file.question.len();
        each_array!(part.file, |array| records += array.len());
    }
    let limits = [
        ("questions", questions, MAX_QUESTIONS),
        ("records", records, MAX_RECORDS),
    ];
    for (what, has, most) in limits {
        if has > most {
            let what = format!("The pack has {has} {what}; {most} are the limit.");
            tell_file(sink, what, "Split it into several packs.");
            return false;
        }
    }
    if records == 0 && !may_be_empty {
        tell_file(
            sink,
            "There is no question in the file.".to_owned(),
            "Write `questions = [\"…\"]`, or a record `[[question]]`.",
        );
    }
    records > 0 || may_be_empty
}

fn tell_file(sink: &mut Sink, what: String, hint: &str) {
    sink.push(
        Severity::Error,
        Some("L34"),
        Spot::Byte(0),
        what,
        hint.to_owned(),
    );
}

impl Prepared {
    /// Fills in what questions leave out. A file without `[defaults]` takes those of the file with `[pack]`.
    fn fill(&mut self, first: usize, sink: &mut Sink) {
        let mut own: Vec<Option<Defaults>> = Vec::with_capacity(self.parts.len());
        for (place, part) in self.parts.iter_mut().enumerate() {
            sink.file = place;
            let table = part.file.defaults.take();
            own.push(table.map(|table| fill::defaults(table, sink)));
        }
        let shared = own.get(first).cloned().flatten().unwrap_or_default();
        for (place, (part, own)) in self.parts.iter_mut().zip(own).enumerate() {
            let (place, defaults) = match own {
                Some(own) => (place, own),
                None => (first, shared.clone()),
            };
            for question in &mut part.file.question {
                fill::fill(question, &defaults);
            }
            part.defaults = Some((place, defaults));
        }
    }

    /// Gives every record its id from outside, then every reference.
    fn identify(&mut self, sink: &mut Sink) {
        let mut ids = Ids::of(&self.head.id);
        for (place, part) in self.parts.iter_mut().enumerate() {
            sink.file = place;
            take_questions(part, &mut ids, sink);
        }
        for (place, part) in self.parts.iter_mut().enumerate() {
            sink.file = place;
            let broken = &part.broken;
            each_array!(part.file, |records| take_all(
                records, broken, &mut ids, sink
            ));
        }
        sink.record = None;
        for part in &mut self.parts {
            each_array!(part.file, |records| resolve_all(records, &ids));
        }
    }
}

/// Whether nothing of a record could be read.
fn is_lost(broken: &Broken, array: &'static str, index: usize) -> bool {
    broken.get(&(array, index)) == Some(&Torn::All)
}

/// Questions come first, since those of the short form stand in four places.
fn take_questions(part: &mut Part, ids: &mut Ids, sink: &mut Sink) {
    let broken = &part.broken;
    for (question, origin) in part.file.question.iter_mut().zip(&part.origins) {
        let array = Question::ARRAY;
        let lost = matches!(origin, Origin::Record(i) if is_lost(broken, array, *i));
        if !lost {
            let is_made = question.id == short_id(&question.text);
            origin.with(array, |at| ids.take(question, is_made, at, sink));
        }
    }
}

/// Questions have their ids already.
fn take_all<R: Record>(records: &mut [R], broken: &Broken, ids: &mut Ids, sink: &mut Sink) {
    if R::ARRAY == Question::ARRAY {
        return;
    }
    for (i, record) in records.iter_mut().enumerate() {
        if !is_lost(broken, R::ARRAY, i) {
            ids.take(record, false, &At::top(R::ARRAY).item(i), sink);
        }
    }
}

fn resolve_all<R: Record + Refs>(records: &mut [R], ids: &Ids) {
    for record in records {
        record.refs(&At::top(R::ARRAY), &mut |_, arrays, id| {
            ids.resolve(arrays, id);
        });
    }
}

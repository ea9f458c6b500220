//! Makes a pack's records complete: the short form spelled out, ids from outside, gaps filled.

use std::collections::HashSet;

use super::head::{Head, head};
use super::ids::{Ids, short_id};
use super::{MAX_QUESTIONS, fill};
use crate::content::arrays::each_array;
use crate::content::found::{At, Sink, Spot};
use crate::content::raw::{self, Question, Record};
use crate::content::read::read;
use crate::content::refs::Refs;

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
    /// The records; short-form questions follow the others.
    pub file: raw::File,
    origins: Vec<Origin>,
    broken: HashSet<(&'static str, usize)>,
}

impl Prepared {
    /// The questions that could be read, with the place where each was written.
    pub fn placed_questions(&self) -> impl Iterator<Item = (Question, Origin)> + '_ {
        let placed = self.file.question.iter().zip(&self.origins);
        let whole = placed.filter(|(_, origin)| match origin {
            Origin::Record(i) => self.is_whole(Question::ARRAY, *i),
            Origin::Top(_) | Origin::In(..) => true,
        });
        whole.map(|(question, origin)| (question.clone(), *origin))
    }

    /// Whether a record could be read.
    pub fn is_whole(&self, array: &'static str, index: usize) -> bool {
        !self.broken.contains(&(array, index))
    }
}

impl Origin {
    /// Shows the path; `array` is the one that records of the type stand in.
    pub fn with<T>(self, array: &'static str, show: impl FnOnce(&At<'_>) -> T) -> T {
        match self {
            Self::Record(i) => show(&At::top(array).item(i)),
            Self::Top(i) => show(&At::top("questions").item(i)),
            Self::In(table, i) => show(&At::top(table).key("questions").item(i)),
        }
    }
}

/// Reads a pack and completes its records; `None` when nothing of it can be used.
///
/// `own` is the id where it is not the file's to say.
pub fn prepare(
    own: Option<&str>,
    file_name: &str,
    text: &str,
    sink: &mut Sink,
) -> Option<Prepared> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let reading = read(text, sink)?;
    let mut file = reading.file;
    // A file whose records cannot be read is not said to be empty.
    let may_be_empty = own.is_some() || sink.has_errors();
    let head = head(own, file_name, &file, sink)?;
    let origins = spell_out(&mut file);
    if !count(may_be_empty, &mut file, sink) {
        return None;
    }
    let mut prepared = Prepared {
        head,
        file,
        origins,
        broken: reading.broken,
    };
    let defaults = fill::defaults(prepared.file.defaults.take(), sink);
    for question in &mut prepared.file.question {
        fill::fill(question, &defaults);
    }
    prepared.identify(sink);
    Some(prepared)
}

/// Puts the sentences of the short form behind the records, and says where each question was written.
fn spell_out(file: &mut raw::File) -> Vec<Origin> {
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

/// Whether there is something in the file, and not too much.
fn count(may_be_empty: bool, file: &mut raw::File, sink: &mut Sink) -> bool {
    let questions = file.question.len();
    let mut records = 0;
    each_array!(file, |array| records += array.len());
    if questions > MAX_QUESTIONS {
        let what = format!("The pack has {questions} questions; {MAX_QUESTIONS} are the limit.");
        tell_file(sink, what, "Split it into several packs.");
        return false;
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
        crate::problem::Severity::Error,
        Some("L34"),
        Spot::Byte(0),
        what,
        hint.to_owned(),
    );
}

impl Prepared {
    /// Gives every record its id from outside, then every reference.
    fn identify(&mut self, sink: &mut Sink) {
        let mut ids = Ids::of(&self.head.id);
        let broken = &self.broken;
        for (question, origin) in self.file.question.iter_mut().zip(&self.origins) {
            let readable =
                !matches!(origin, Origin::Record(i) if broken.contains(&("question", *i)));
            if readable {
                origin.with(Question::ARRAY, |at| ids.take(question, at, sink));
            }
        }
        each_array!(self.file, |records| take_all(
            records, broken, &mut ids, sink
        ));
        sink.record = None;
        each_array!(self.file, |records| resolve_all(records, &ids));
    }
}

/// Questions have their ids already; they may be written in four places.
fn take_all<R: Record>(
    records: &mut [R],
    broken: &HashSet<(&'static str, usize)>,
    ids: &mut Ids,
    sink: &mut Sink,
) {
    if R::ARRAY == Question::ARRAY {
        return;
    }
    for (i, record) in records.iter_mut().enumerate() {
        if !broken.contains(&(R::ARRAY, i)) {
            ids.take(record, &At::top(R::ARRAY).item(i), sink);
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

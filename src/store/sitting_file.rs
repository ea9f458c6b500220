//! `practice/<year>/<id>.toml`: a head, then blocks that are only ever appended.
//!
//! The head and each block end with `end = true`, so a file that a power cut tore can be told from one that
//! is whole: TOML alone cannot do that, a file cut between two lines still parses.

use toml_edit::{Array, Value};

use super::toml_in::{self, FORMAT, open, opens};
use super::toml_out::{Lines, inline, moment, on_lines, prose, seed, word};
use crate::content::proof::fields_of;
use crate::domain::id::{DimensionId, SittingId};
use crate::domain::level::Level;
use crate::domain::library::StageId;
use crate::domain::practice::assess::{ItemAnswer, Response};
use crate::domain::practice::record::{
    Answer, Block, Comment, Form, Planned, Rating, SittingHead, SittingRecord, Theirs, Why,
};
use crate::domain::practice::talk::Reply;
use crate::problem::Problem;

mod chairs;
pub(in crate::store) mod pressed;
mod quick;
mod raw;
mod shape;
mod written;

use raw::RawSitting;

/// The text of a new file.
pub fn head_text(head: &SittingHead) -> String {
    let lines = Lines::new()
        .put("format", FORMAT)
        .put("started", moment(head.started))
        .put("title", head.title.as_str())
        .maybe("stage", head.stage.map(StageId::id))
        .put("seed", seed(head.seed))
        .put("library", head.library.as_str())
        .put("pacing", word(head.pacing))
        .put("factor", word(head.factor))
        .put("input", word(head.input))
        .put("strict", head.strict)
        .put("probes", head.probes)
        .put("rate_each", head.rate_each)
        .maybe("warm_up", head.warm_up.then_some(true))
        .maybe("rung", head.rung.map(i64::from))
        .maybe("scenario", scenario(&head.form))
        .maybe("items", items(&head.form))
        .maybe("chairs", chairs::pair(&head.form));
    shape::put(lines, head.shape.as_ref())
        .put("plan", on_lines(head.plan.iter().map(planned)))
        .put("end", true)
        .file()
}

fn scenario(form: &Form) -> Option<&str> {
    match form {
        Form::Talk(scenario) => Some(scenario.as_str()),
        Form::Drill | Form::Items(_) | Form::Chairs(_) => None,
    }
}

fn items(form: &Form) -> Option<Value> {
    match form {
        Form::Items(items) => Some(on_lines(items.iter().map(|id| id.as_str().into()))),
        Form::Drill | Form::Talk(_) | Form::Chairs(_) => None,
    }
}

fn planned(planned: &Planned) -> Value {
    let id = Value::from(planned.question.as_str());
    let wording = Value::from(i64::from(planned.wording));
    let (why, about) = match &planned.why {
        Why::Due(level) => ("due", Some(level.id().to_owned())),
        Why::Skipped => ("skipped", None),
        Why::Weakest(competency) => ("weakest", Some(competency.to_string())),
        Why::Asked(words) => ("asked", Some(words.clone())),
        Why::Advert => ("advert", None),
        Why::New => ("new", None),
        Why::Familiar => ("familiar", None),
        Why::Drawn => ("drawn", None),
        Why::Listed => ("listed", None),
        Why::Picked => ("picked", None),
        Why::Story(story) => ("story", Some(story.to_string())),
        Why::Again => ("again", None),
        Why::Set => ("set", None),
        Why::Field => ("field", None),
    };
    let row = [("question", id), ("wording", wording), ("why", why.into())];
    let Some(about) = about else {
        return inline(row);
    };
    let [question, wording, why] = row;
    inline([question, wording, why, ("about", about.into())])
}

/// The text of one block, ready to be appended.
pub fn block_text(block: &Block) -> String {
    match block {
        Block::Answer(answer) => answer_lines(answer).block("answer"),
        Block::Rating(rating) => rating_lines(rating).block("rating"),
        Block::Event(event) => Lines::new()
            .put("at", moment(event.at))
            .put("what", word(event.what))
            .put("seconds", i64::from(event.seconds))
            .put("end", true)
            .block("event"),
        Block::Reply(reply) => reply_lines(reply).block("reply"),
        Block::Back(back) => Lines::new()
            .put("scenario", back.scenario.as_str())
            .put("at", moment(back.at))
            .put("turn", i64::from(back.turn))
            .put("end", true)
            .block("back"),
        Block::Item(item) => item_lines(item).block("item"),
        Block::Noted(noted) => chairs::noted(noted).block("noted"),
        Block::Theirs(theirs) => match theirs.as_ref() {
            Theirs::Answer(answer) => answer_lines(answer).block("friend_answer"),
            Theirs::Rating(rating) => rating_lines(rating).block("friend_rating"),
        },
        Block::Comment(comment) => comment_lines(comment).block("comment"),
    }
}

fn answer_lines(a: &Answer) -> Lines {
    let number = |n: u32| Value::from(i64::from(n));
    Lines::new()
        .put("index", i64::from(a.index))
        .put("question", a.question.as_str())
        .put("wording", i64::from(a.wording))
        .put("take", i64::from(a.take))
        .maybe("for_point", a.for_point.map(i64::from))
        .maybe("to", a.extra.as_ref().map(|e| word(e.to)))
        .maybe("asked", a.extra.as_ref().map(|e| e.asked.as_str()))
        .put("kind", a.kind.id())
        .put("competency", a.competency.as_str())
        .put("input", word(a.input))
        .put("at", moment(a.at))
        .put("think_s", number(a.think_s))
        .maybe("first_word_s", a.first_word_s.map(number))
        .put("seconds", number(a.seconds))
        .put("length_s", number(a.length_s))
        .put("paused_s", number(a.paused_s))
        .maybe(
            "window_s",
            a.window
                .map(|(low, high)| Array::from_iter([number(low), number(high)])),
        )
        .put("words", number(a.words))
        .put("fillers", i64::from(a.fillers))
        .put("hints", words(&a.hints))
        .maybe("facts", some(&a.way.facts))
        .maybe(
            "steps_said",
            (a.way.steps > 0).then(|| i64::from(a.way.steps)),
        )
        .maybe("recording", a.way.recording.as_deref())
        .maybe("expected", a.expected.map(Level::id))
        .put("skipped", a.skipped)
        .put("text", prose(&a.text))
        .put("end", true)
}

fn reply_lines(r: &Reply) -> Lines {
    Lines::new()
        .put("scenario", r.scenario.as_str())
        .put("node", r.node.as_str())
        .put("at", moment(r.at))
        .put("seconds", i64::from(r.seconds))
        .maybe("limit_s", r.limit.map(i64::from))
        .put("choice", i64::from(r.choice))
        .maybe("apart", r.apart.then_some(true))
        .put("skill", r.skill.as_str())
        .put("to", r.to.as_str())
        .maybe("level", r.level.map(Level::id))
        .put("text", prose(&r.text))
        .put("end", true)
}

fn item_lines(i: &ItemAnswer) -> Lines {
    let place = |n: &u8| i64::from(*n);
    let lines = Lines::new()
        .put("index", i64::from(i.index))
        .put("item", i.item.as_str())
        .put("at", moment(i.at))
        .put("seconds", i64::from(i.seconds));
    let lines = match &i.response {
        Response::BestWorst { best, worst } => {
            lines.put("best", place(best)).put("worst", place(worst))
        }
        Response::Rank(order) => lines.put("order", order.iter().map(place).collect::<Array>()),
        Response::Rate(levels) => lines.put("levels", words(levels)),
        Response::Agree(agreement) => lines.put("agree", word(agreement)),
    };
    lines.put("end", true)
}

fn comment_lines(c: &Comment) -> Lines {
    Lines::new()
        .maybe("index", c.index.map(i64::from))
        .put("rater", word(c.rater))
        .put("by", c.by.as_str())
        .put("at", moment(c.at))
        .put("keep", c.keep.as_str())
        .put("change", c.change.as_str())
        .put("text", prose(&c.text))
        .put("end", true)
}

fn rating_lines(r: &Rating) -> Lines {
    let proof = |(point, text): &(u8, String)| {
        inline([
            ("point", i64::from(*point).into()),
            ("words", text.as_str().into()),
        ])
    };
    let level = |(id, level): &(DimensionId, Level)| {
        inline([("id", id.as_str().into()), ("level", level.id().into())])
    };
    Lines::new()
        .put("index", i64::from(r.index))
        .put("question", r.question.as_str())
        .put("rater", word(r.rater))
        .put("at", moment(r.at))
        .put("points", words(&r.points))
        .put("proofs", on_lines(r.proofs.iter().map(proof)))
        .put(
            "flags",
            r.flags.iter().map(|f| i64::from(*f)).collect::<Array>(),
        )
        .put("dimensions", on_lines(r.dimensions.iter().map(level)))
        .put("computed", r.computed.id())
        .put("line", r.line.as_str())
        .put("level", r.level.id())
        .put("note", prose(&r.note))
        .put("end", true)
}

/// Numbers as a list, where there are any.
fn some(numbers: &[u8]) -> Option<Array> {
    let list = || numbers.iter().map(|n| i64::from(*n)).collect();
    (!numbers.is_empty()).then(list)
}

fn words<T: serde::Serialize>(of: &[T]) -> Array {
    of.iter().map(word).collect()
}

/// Whether the words of answers are kept in memory or read again when they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// Everything is kept.
    Kept,
    /// Texts of answers, proofs and notes are left on the disk.
    Left,
}

/// Reads a whole file and its format number; the id is the name of the file.
///
/// # Errors
///
/// A [`Problem`] with the place, also when the last block is not complete.
pub fn read(
    file: &str,
    id: SittingId,
    bytes: &[u8],
    texts: Texts,
) -> Result<(SittingRecord, i64), Box<Problem>> {
    if let Some(record) = quick::read(&id, bytes, texts) {
        return Ok((record, FORMAT));
    }
    let (raw, format) = open::<RawSitting>(file, bytes)?;
    let mut record = raw.lower(id);
    if texts == Texts::Left {
        leave_texts(&mut record);
    }
    Ok((record, format))
}

fn leave_texts(record: &mut SittingRecord) {
    for block in &mut record.blocks {
        match block {
            Block::Answer(answer) => answer.text = String::new(),
            Block::Rating(rating) => leave_words(rating),
            Block::Noted(noted) => noted.text = String::new(),
            Block::Theirs(theirs) => match theirs.as_mut() {
                Theirs::Answer(answer) => answer.text = String::new(),
                Theirs::Rating(rating) => leave_words(rating),
            },
            Block::Reply(reply) => reply.text = String::new(),
            Block::Comment(comment) => {
                comment.keep = String::new();
                comment.text = String::new();
            }
            Block::Event(_) | Block::Back(_) | Block::Item(_) => {}
        }
    }
}

fn leave_words(rating: &mut Rating) {
    rating.proofs = Vec::new();
    rating.note = String::new();
}

/// Everything that is wrong in a file, in the order of lines.
pub fn proof(file: &str, bytes: &[u8]) -> Vec<Problem> {
    toml_in::proof::<RawSitting>(file, bytes)
}

/// The names at the top of a file.
pub fn names() -> &'static [&'static str] {
    fields_of::<RawSitting>()
}

/// Whether a file is whole.
pub fn is_whole(bytes: &[u8]) -> bool {
    opens::<RawSitting>(bytes)
}

#[cfg(test)]
mod tests;

//! The quick reader: understands a sitting's file exactly as this version writes it, and nothing else.
//!
//! Ten years of practice are some thousand files, and a general TOML reader takes half a second for them. This
//! one takes a tenth of that. At the first byte that it does not expect it gives up, and the full reader
//! decides; so the two never disagree (a test compares them).

use std::borrow::Cow;
use std::sync::Arc;

use serde::Deserialize;

use super::Texts;
use super::raw::{RawPlanned, form};
use super::shape::{self, RawMock, RawSection, RawSitter};
use super::written::{dimension, moment, number, plain, planned, proof, unescaped, word};
use crate::domain::id::{CompetencyId, ItemId, QuestionId, ScenarioId, SittingId};
use crate::domain::practice::assess::{ItemAnswer, Response};
use crate::domain::practice::record::{
    Answer, Block, Comment, Event, Extra, Rating, SittingHead, SittingRecord, Way,
};
use crate::domain::practice::shape::Shape;
use crate::domain::practice::talk::{Reply, StepBack};
use crate::domain::time::Wall;
use crate::store::toml_in::shown;

/// Reads a file; nothing when it is not exactly as this version writes it.
pub fn read(id: &SittingId, bytes: &[u8], texts: Texts) -> Option<SittingRecord> {
    if has_controls(bytes) {
        return None;
    }
    let mut lines = Lines {
        rest: std::str::from_utf8(bytes).ok()?,
        texts,
    };
    let head = lines.head(id)?;
    let mut blocks = Vec::new();
    loop {
        match lines.line() {
            None => {
                return lines
                    .rest
                    .is_empty()
                    .then_some(SittingRecord { head, blocks });
            }
            Some("") => {}
            Some("[[answer]]") => blocks.push(Block::Answer(lines.answer()?)),
            Some("[[rating]]") => blocks.push(Block::Rating(lines.rating()?)),
            Some("[[event]]") => blocks.push(Block::Event(lines.event()?)),
            Some("[[reply]]") => blocks.push(Block::Reply(lines.reply()?)),
            Some("[[back]]") => blocks.push(Block::Back(lines.back()?)),
            Some("[[item]]") => blocks.push(Block::Item(lines.item()?)),
            Some("[[comment]]") => blocks.push(Block::Comment(lines.comment()?)),
            Some(_) => return None,
        }
    }
}

/// Whether there are controls or carriage returns: TOML has rules of its own for them, which are left to the
/// full reader. Looks at many bytes at once, since this is most of the reading.
fn has_controls(bytes: &[u8]) -> bool {
    let odd = |b: &u8| (*b < 0x20 && *b != b'\n' && *b != b'\t') || *b == 0x7f;
    bytes
        .chunks(256)
        .any(|chunk| chunk.iter().fold(false, |found, b| found | odd(b)))
}

/// What stands before and after three quotes. Most of a file is looked through here, and looking for one byte
/// is several times as quick as looking for a word.
fn at_triple_quote(text: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find('"')?;
        let (before, after) = text.split_at_checked(at)?;
        if let Some(rest) = after.strip_prefix("\"\"\"") {
            return Some((before, rest));
        }
        from = at + 1;
    }
}

/// The lines that are not yet read.
struct Lines<'a> {
    rest: &'a str,
    texts: Texts,
}

impl<'a> Lines<'a> {
    fn line(&mut self) -> Option<&'a str> {
        let (line, rest) = self.rest.split_once('\n')?;
        self.rest = rest;
        Some(line)
    }

    /// The value of the next line when its key is this one; a line with another key stays unread.
    fn value(&mut self, key: &str) -> Option<&'a str> {
        let after = self.rest.strip_prefix(key)?.strip_prefix(" = ")?;
        let (value, rest) = after.split_once('\n')?;
        self.rest = rest;
        Some(value)
    }

    /// A value that may be missing. One that is there but cannot be read leaves its line unread, so that the
    /// next key is not found.
    fn maybe<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.rest;
        let value = read(self);
        if value.is_none() {
            self.rest = before;
        }
        value
    }

    fn number<T: std::str::FromStr>(&mut self, key: &str) -> Option<T> {
        number(self.value(key)?)
    }

    fn flag(&mut self, key: &str) -> Option<bool> {
        match self.value(key)? {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    fn end(&mut self) -> Option<()> {
        self.flag("end")?.then_some(())
    }

    fn word<T: for<'de> Deserialize<'de>>(&mut self, key: &str) -> Option<T> {
        word(plain(self.value(key)?)?)
    }

    fn string(&mut self, key: &str) -> Option<String> {
        plain(self.value(key)?).map(|text| shown(text.to_owned()))
    }

    fn moment(&mut self, key: &str) -> Option<Wall> {
        moment(self.value(key)?)
    }

    /// A text on one line or on several; an empty one where texts are left.
    fn text(&mut self, key: &str) -> Option<String> {
        let value = self.value(key)?;
        let text = if value == "\"\"\"" {
            let (text, rest) = at_triple_quote(self.rest)?;
            self.rest = rest.strip_prefix('\n')?;
            unescaped(text)?
        } else {
            Cow::Borrowed(plain(value)?)
        };
        Some(match self.texts {
            Texts::Kept => shown(text.into_owned()),
            Texts::Left => String::new(),
        })
    }

    /// A list with one element on each line.
    fn rows<T>(&mut self, key: &str, row: impl Fn(&'a str) -> Option<T>) -> Option<Vec<T>> {
        let mut rows = Vec::new();
        match self.value(key)? {
            "[]" => return Some(rows),
            "[" => {}
            _ => return None,
        }
        loop {
            match self.line()? {
                "]" => return Some(rows),
                line => rows.push(row(line.strip_prefix("  ")?.strip_suffix(',')?)?),
            }
        }
    }

    /// A list on one line.
    fn list<T>(&mut self, key: &str, element: impl Fn(&'a str) -> Option<T>) -> Option<Vec<T>> {
        let inner = self.value(key)?.strip_prefix('[')?.strip_suffix(']')?;
        if inner.is_empty() {
            return Some(Vec::new());
        }
        inner.split(", ").map(element).collect()
    }

    fn head(&mut self, id: &SittingId) -> Option<SittingHead> {
        if self.value("format")? != "1" {
            return None;
        }
        let head = SittingHead {
            id: id.clone(),
            started: self.moment("started")?,
            title: self.string("title")?,
            stage: self.maybe(|l| l.word("stage")),
            seed: {
                let seed = self.value("seed")?;
                number(plain(seed).unwrap_or(seed))?
            },
            library: self.string("library")?,
            pacing: self.word("pacing")?,
            factor: self.word("factor")?,
            input: self.word("input")?,
            strict: self.flag("strict")?,
            probes: self.flag("probes")?,
            rate_each: self.flag("rate_each")?,
            warm_up: self.maybe(|l| l.flag("warm_up")).unwrap_or(false),
            rung: self.maybe(|l| l.number("rung")),
            shape: self.maybe(Self::shape),
            form: form(
                self.maybe(|l| l.string("scenario")),
                self.maybe(|l| l.rows("items", |row| plain(row).map(str::to_owned))),
            ),
            plan: self.rows("plan", |row| planned(row).map(RawPlanned::lower))?,
        };
        self.end()?;
        Some(head)
    }

    /// The shape of a mock. It is rare and short, so the full reader takes it, value by value.
    fn shape(&mut self) -> Option<Arc<Shape>> {
        let mock = shape::value::<RawMock>(self.value("mock")?)?;
        let sections = self.rows("sections", shape::value::<RawSection>)?;
        let people = self.maybe(|l| l.rows("people", shape::value::<RawSitter>));
        shape::lower(Some(mock), sections, people.unwrap_or_default())
    }

    fn answer(&mut self) -> Option<Answer> {
        let answer = Answer {
            index: self.number("index")?,
            question: QuestionId::new(self.string("question")?),
            wording: self.number("wording")?,
            take: self.number("take")?,
            for_point: self.maybe(|l| l.number("for_point")),
            extra: match self.maybe(|l| l.word("to")) {
                Some(to) => Some(Extra {
                    to,
                    asked: self.string("asked")?,
                }),
                None => None,
            },
            kind: self.word("kind")?,
            competency: CompetencyId::new(self.string("competency")?),
            input: self.word("input")?,
            at: self.moment("at")?,
            think_s: self.number("think_s")?,
            first_word_s: self.maybe(|l| l.number("first_word_s")),
            seconds: self.number("seconds")?,
            length_s: self.number("length_s")?,
            paused_s: self.number("paused_s")?,
            window: self.maybe(|l| match *l.list("window_s", number)? {
                [low, high] => Some((low, high)),
                _ => None,
            }),
            words: self.number("words")?,
            fillers: self.number("fillers")?,
            hints: self.list("hints", |e| word(plain(e)?))?,
            way: Way {
                facts: self.maybe(|l| l.list("facts", number)).unwrap_or_default(),
                steps: self.maybe(|l| l.number("steps_said")).unwrap_or_default(),
                recording: self.maybe(|l| l.string("recording")),
            },
            expected: self.maybe(|l| l.word("expected")),
            skipped: self.flag("skipped")?,
            text: self.text("text")?,
        };
        self.end()?;
        Some(answer)
    }

    fn rating(&mut self) -> Option<Rating> {
        let mut rating = Rating {
            index: self.number("index")?,
            question: QuestionId::new(self.string("question")?),
            rater: self.word("rater")?,
            at: self.moment("at")?,
            points: self.list("points", |e| word(plain(e)?))?,
            proofs: self.rows("proofs", proof)?,
            flags: self.list("flags", number)?,
            dimensions: self.rows("dimensions", dimension)?,
            computed: self.word("computed")?,
            line: self.string("line")?,
            level: self.word("level")?,
            note: self.text("note")?,
        };
        self.end()?;
        if self.texts == Texts::Left {
            rating.proofs = Vec::new();
        }
        Some(rating)
    }

    fn comment(&mut self) -> Option<Comment> {
        let mut comment = Comment {
            index: self.maybe(|l| l.number("index")),
            rater: self.word("rater")?,
            by: self.string("by")?,
            at: self.moment("at")?,
            keep: self.string("keep")?,
            change: self.string("change")?,
            text: self.text("text")?,
        };
        self.end()?;
        if self.texts == Texts::Left {
            comment.keep = String::new();
        }
        Some(comment)
    }

    fn event(&mut self) -> Option<Event> {
        let event = Event {
            at: self.moment("at")?,
            what: self.word("what")?,
            seconds: self.number("seconds")?,
        };
        self.end()?;
        Some(event)
    }

    fn reply(&mut self) -> Option<Reply> {
        let reply = Reply {
            scenario: ScenarioId::new(self.string("scenario")?),
            node: self.string("node")?,
            at: self.moment("at")?,
            seconds: self.number("seconds")?,
            limit: self.maybe(|l| l.number("limit_s")),
            choice: self.number("choice")?,
            apart: self.maybe(|l| l.flag("apart")).unwrap_or_default(),
            skill: self.string("skill")?,
            to: self.string("to")?,
            level: self.maybe(|l| l.word("level")),
            text: self.text("text")?,
        };
        self.end()?;
        Some(reply)
    }

    fn back(&mut self) -> Option<StepBack> {
        let back = StepBack {
            scenario: ScenarioId::new(self.string("scenario")?),
            at: self.moment("at")?,
            turn: self.number("turn")?,
        };
        self.end()?;
        Some(back)
    }

    fn item(&mut self) -> Option<ItemAnswer> {
        let item = ItemAnswer {
            index: self.number("index")?,
            item: ItemId::new(self.string("item")?),
            at: self.moment("at")?,
            seconds: self.number("seconds")?,
            response: self.response()?,
        };
        self.end()?;
        Some(item)
    }

    /// Exactly one of the four ways to answer an item.
    fn response(&mut self) -> Option<Response> {
        if let Some(best) = self.maybe(|l| l.number("best")) {
            let worst = self.number("worst")?;
            return Some(Response::BestWorst { best, worst });
        }
        if let Some(order) = self.maybe(|l| l.list("order", number)) {
            return Some(Response::Rank(order));
        }
        if let Some(levels) = self.maybe(|l| l.list("levels", |e| word(plain(e)?))) {
            return Some(Response::Rate(levels));
        }
        self.word("agree").map(Response::Agree)
    }
}

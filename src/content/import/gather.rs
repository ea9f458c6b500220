//! Makes questions of drafts: cleaned, named, each once, with kind and stage where the words give them away.

use std::collections::HashMap;

use super::asking::{self, asks, ends_asking};
use super::draft::Draft;
use super::label::{self, BULLETS, unlabelled};
use super::ledger::{Ledger, Why};
use super::words::{Names, WORDS};
use crate::content::guess;
use crate::content::packs::{MAX_QUESTIONS, long_id};
use crate::domain::id::slug;
use crate::domain::library::{Group, Kind, StageId};
use crate::domain::text::{clean, one_line};

/// A question that was found in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id, which the same words always get.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// What has to be seen with it.
    pub setup: String,
    /// Answer and remarks, shown after the attempt.
    pub notes: String,
    /// Follow-up questions.
    pub probes: Vec<String>,
    /// What a strong answer has.
    pub points: Vec<String>,
    /// What speaks against an answer.
    pub flags: Vec<String>,
    /// Other wordings.
    pub wordings: Vec<String>,
    /// The topics it stood under.
    pub tags: Vec<String>,
    /// Its kind, guessed where the words are plain.
    pub kind: Kind,
    /// The framework whose points fit better than those of the kind, by id.
    pub framework: Option<&'static str>,
    /// Its stages, where list or kind say them.
    pub stages: Vec<StageId>,
    /// How hard it is, where the list says it.
    pub difficulty: Option<u8>,
    /// Its first line in the list.
    pub line: u32,
    /// The last line that belongs to it.
    pub last: u32,
    /// Whether its answer was too long to be kept whole.
    pub cut: bool,
}

impl Question {
    /// Lines of the answer that look like questions of their own: they ask, behind a number, a label or a bullet.
    pub fn doubtful(&self) -> usize {
        let asks = |line: &&str| {
            let bare = line.trim().trim_start_matches(BULLETS);
            let marked = bare.len() < line.trim().len() || label::is_asked(bare);
            marked && ends_asking(bare) || label::is_asked(bare) && asks(unlabelled(bare)).surely()
        };
        self.notes.lines().filter(asks).count()
    }
}

/// Longest question, in characters.
const QUESTION: usize = 2_000;

/// Longest answer or setup, in characters; no field of a pack may be longer.
const NOTES: usize = 4_000;

/// Longest follow-up and name of a topic, in characters, and most of them.
const PROBE: usize = 400;
const TAG: usize = 60;
const PROBES: usize = 16;
const TAGS: usize = 8;

/// Makes questions of drafts; `title` is that of the list.
pub fn gather(drafts: Vec<Draft>, title: &str, ledger: &mut Ledger) -> Vec<Question> {
    let asked_back = guess::is_asked_back(title);
    let mut out: Vec<Question> = Vec::new();
    let mut unsure: Vec<usize> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for mut draft in drafts {
        draft.part_answer();
        let (line, last) = (draft.line, draft.last);
        let (text, setup, id) = match named(&draft) {
            Ok(named) => named,
            Err(why) => {
                ledger.give_back(line, last, why);
                continue;
            }
        };
        if let Some(first) = known.get(&id).and_then(|at| out.get_mut(*at)) {
            ledger.give_back(line, line, Why::Again(first.line));
            merge(first, &draft);
        } else if out.len() == MAX_QUESTIONS {
            ledger.give_back(line, last, Why::Full);
        } else {
            known.insert(id.clone(), out.len());
            let (question, sure) = question(&draft, (text, setup, id), asked_back);
            unsure.extend((!sure).then_some(out.len()));
            out.push(question);
        }
    }
    settle(&mut out, &unsure);
    out
}

/// One question in so many tells what the list is about.
const MANY: usize = 4;

/// Gives questions whose words say nothing the kind of the others: in a list about a craft they are about it too.
fn settle(questions: &mut [Question], unsure: &[usize]) {
    let is_craft = |kind: Kind| kind.group() == Group::Craft;
    let sure = questions.len() - unsure.len();
    let craft = questions.iter().filter(|q| is_craft(q.kind)).count();
    if craft * 2 >= sure && craft * MANY >= questions.len() {
        for at in unsure {
            let question = &mut questions[*at];
            if !guess::is_done(&question.text) {
                question.kind = Kind::Knowledge;
                question.framework = None;
            }
        }
    }
    for question in questions
        .iter_mut()
        .filter(|q| is_craft(q.kind) && q.stages.is_empty())
    {
        question.stages = vec![StageId::TechnicalAssessment];
    }
}

/// Keeps what the second place of a question knows beyond the first.
fn merge(first: &mut Question, again: &Draft) {
    let (notes, _) = shortened(&again.notes);
    if !notes.is_empty() && !first.notes.contains(&notes) {
        let both = [first.notes.as_str(), notes.as_str()].into_iter();
        let both: Vec<&str> = both.filter(|notes| !notes.is_empty()).collect();
        let (notes, cut) = shortened(&both.join("\n\n"));
        first.notes = notes;
        first.cut |= cut;
    }
    let probes = lines(&again.probes, PROBE, PROBES);
    let tags = lines(&again.tags, TAG, TAGS);
    for (to, from, most) in [
        (&mut first.probes, probes, PROBES),
        (&mut first.tags, tags, TAGS),
    ] {
        for one in from {
            if !to.contains(&one) && to.len() < most {
                to.push(one);
            }
        }
    }
}

/// The words of a question, what has to be seen with them, and the id of both.
fn named(draft: &Draft) -> Result<(String, String, String), Why> {
    let text = one_line(&draft.text);
    // `32` in a column is a count, `3 × 4 = ?` a question.
    let has = |wanted: fn(char) -> bool| text.chars().any(wanted);
    let asks = has(char::is_alphanumeric) && has(asking::is_mark);
    if !(has(char::is_alphabetic) || asks) {
        return Err(Why::Wordless);
    }
    if text.chars().count() > QUESTION {
        return Err(Why::Long);
    }
    let (setup, _) = shortened(&draft.setup);
    let id = id_of(&text, &setup);
    Ok((text, setup, id))
}

/// The id that the words of a question make, with what has to be seen with them.
pub fn id_of(text: &str, setup: &str) -> String {
    if setup.is_empty() {
        long_id(text)
    } else {
        long_id(&format!("{text} {setup}"))
    }
}

/// A question, and whether its kind is more than a guess from the usual; `asked_back` when the whole list is asked by
/// whoever is interviewed.
fn question(
    draft: &Draft,
    (text, setup, id): (String, String, String),
    asked_back: bool,
) -> (Question, bool) {
    let (notes, cut) = shortened(&draft.notes);
    let tags = lines(&draft.tags, TAG, TAGS);
    let above = || tags.iter().rev();
    let asked_back = asked_back || above().any(|tag| guess::is_asked_back(tag));
    let kind = named_kind(&draft.kind)
        .or_else(|| asked_back.then_some(Kind::Closing))
        .or_else(|| guess::listed(&text))
        .or_else(|| above().find_map(|tag| guess::heading_kind(tag)));
    let (own, framework) = kind.map_or_else(
        || guess::usual(&text),
        |kind| (kind, guess::framework(&text, kind)),
    );
    let mut stages = named_stages(&draft.stage);
    if stages.is_empty() {
        stages.extend(above().find_map(|tag| guess::heading_stage(tag)));
    }
    let question = Question {
        id,
        probes: lines(&draft.probes, PROBE, PROBES),
        points: lines(&draft.points, PROBE, PROBES),
        flags: lines(&draft.flags, PROBE, PROBES),
        wordings: lines(&draft.wordings, QUESTION, PROBES),
        difficulty: hardness(&draft.difficulty),
        kind: own,
        framework,
        line: draft.line,
        last: draft.last.max(draft.line),
        text,
        setup,
        notes,
        tags,
        stages,
        cut,
    };
    (question, kind.is_some())
}

/// Texts on a line each, without what has no words or stands there already, in whatever case.
fn lines(texts: &[String], longest: usize, most: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let is_in = |out: &[String], text: &str| {
        let lower = text.to_lowercase();
        out.iter().any(|known| known.to_lowercase() == lower)
    };
    for text in texts.iter().map(|text| one_line(text)) {
        let text: String = text.chars().take(longest).collect();
        if text.chars().any(char::is_alphanumeric) && !is_in(&out, &text) && out.len() < most {
            out.push(text);
        }
    }
    out
}

/// Text of several lines, made safe and not too long; whether it had to be cut.
fn shortened(text: &str) -> (String, bool) {
    let text = clean(text.trim_matches('\n').trim_end());
    if text.chars().count() <= NOTES {
        return (text, false);
    }
    let mut cut: String = text.chars().take(NOTES - 2).collect();
    cut.push_str(" …");
    (cut, true)
}

fn named_kind(word: &str) -> Option<Kind> {
    let word = slug(word, "");
    let word = if word == "behavioural" {
        "behavioral"
    } else {
        &word
    };
    Kind::from_id(word)
}

/// The stages of a cell, which may name several.
fn named_stages(words: &str) -> Vec<StageId> {
    let named = |word: &str| {
        StageId::from_id(&slug(word, "")).or_else(|| guess::heading_stage(word.trim()))
    };
    let mut out = Vec::new();
    for stage in words.split([',', ';', '/']).filter_map(named) {
        if !out.contains(&stage) {
            out.push(stage);
        }
    }
    out
}

/// 1 to 3 from the words that lists have for it.
fn hardness(word: &str) -> Option<u8> {
    let word = word.trim().to_lowercase();
    let level = |(level, words): (u8, &Names)| words.contains(&word).then_some(level);
    (1..).zip(&WORDS.hardness).find_map(level)
}

//! A question as it was found, before it is cleaned and named.

use super::label::{Label, label};

/// How a question was written. What stands out from the rest of a page by its shape is doubted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// In a way that hardly anything else is written.
    #[default]
    Sure,
    /// As a paragraph.
    Para,
    /// As a heading among headings of other kinds.
    Heading,
}

/// A question as it was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// What is asked.
    pub text: String,
    /// What has to be seen with it: code, options.
    pub setup: String,
    /// The answer and remarks, shown after the attempt.
    pub notes: String,
    /// Follow-up questions.
    pub probes: Vec<String>,
    /// What a strong answer has, from our own exports.
    pub points: Vec<String>,
    /// What speaks against an answer, from our own exports.
    pub flags: Vec<String>,
    /// Other wordings, from our own exports.
    pub wordings: Vec<String>,
    /// Headings above it.
    pub tags: Vec<String>,
    /// Its first line.
    pub line: u32,
    /// The last line that belongs to it.
    pub last: u32,
    /// How it was written.
    pub shape: Shape,
    /// The list that it is an item of, by number; none is 0.
    pub list: usize,
    /// What a column says of its kind.
    pub kind: String,
    /// What a column says of its stage.
    pub stage: String,
    /// What a column says of how hard it is.
    pub difficulty: String,
}

impl Draft {
    /// A question with its line.
    pub fn new(text: impl Into<String>, line: u32) -> Self {
        Self {
            text: text.into(),
            line,
            last: line,
            ..Self::default()
        }
    }

    /// Adds to the notes, as a paragraph of its own.
    pub fn note(&mut self, text: &str) {
        add(&mut self.notes, text);
    }

    /// Takes an answer in brackets out of the words of the question: `Why? (Answer: because)`.
    pub fn part_answer(&mut self) {
        let text = self.text.trim_end();
        let parted = text.strip_suffix(')').and_then(|text| {
            let (asked, inner) = text.rsplit_once('(')?;
            let (label, answer) = label(inner)?;
            (label == Label::Answer && inner.contains([':', '：']))
                .then(|| (asked.trim_end().to_owned(), answer.to_owned()))
        });
        if let Some((asked, answer)) = parted.filter(|(asked, _)| !asked.is_empty()) {
            self.text = asked;
            self.note(&answer);
        }
    }

    /// Takes a remark in square brackets behind the words of the question out of them: `Why nights? [pay!]`.
    pub fn part_remark(&mut self) {
        let parted = self.text.trim_end().strip_suffix(']').and_then(|text| {
            let (asked, remark) = text.rsplit_once('[')?;
            let asked = asked.trim_end();
            let ended = asked.ends_with(['.', '?', '!', '？', '。']);
            ended.then(|| (asked.to_owned(), remark.to_owned()))
        });
        if let Some((asked, remark)) = parted {
            self.text = asked;
            self.note(&remark);
        }
    }

    /// Adds to what has to be seen with the question.
    pub fn show(&mut self, text: &str) {
        add(&mut self.setup, text);
    }
}

fn add(to: &mut String, text: &str) {
    let text = text.trim_matches('\n');
    if !text.trim().is_empty() {
        if !to.is_empty() {
            to.push_str("\n\n");
        }
        to.push_str(text);
    }
}
